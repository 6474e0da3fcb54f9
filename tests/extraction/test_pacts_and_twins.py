"""Agreements that are told by nouns, who their parties are and when they were signed; pairs of twins."""

import pytest

from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "party", "day"),
    [
        (
            "The visit led to an agreement between PTB and KEBS for the testing of scales in 1967.",
            "PTB",
            "1967",
        ),
        ("The MoU of June 2005 between ISO, IEC and UNECE covers standards.", "UNECE", "2005-06"),
        ("The Lakes Agreement (ISO and CEN, 1991) sets out how both share their work.", "CEN", "1991"),
        ("The MoU between KEBS and UNBS dates from March 2013.", "UNBS", "2013-03"),
        ("# Agreements\n\n- MoU between GSO and ASTM International (2011)\n", "GSO", "2011"),
        (
            "The Rift Arrangement was concluded in Riga on 30 June 2016. Signatories are KEBS, UNBS and the OIML.",
            "OIML",
            "2016-06-30",
        ),
        (
            "Under the Lakes Resilience Pledge, which ISO signed on 22 April 2022 along with KEBS, standards are read.",
            "KEBS",
            "2022-04-22",
        ),
        ("A Letter of Intent was exchanged between KEBS and UNBS on 5 May 2016.", "KEBS", "2016-05-05"),
    ],
)
def test_the_parties_of_a_pact_and_its_day(text: str, party: str, day: str) -> None:
    assert any(s == party and r == "signatoryOf" and since == day for s, r, _, since, _ in dated(text))


@pytest.mark.parametrize(
    "text",
    [
        "A mutual recognition agreement between KEBS and UNBS is being discussed.",
        "A draft of the MoU between KEBS and UNBS was read in 2011.",
        "KEBS hopes for an agreement between PTB and UNBS in 2031.",
        "We should like to see UNIDO sponsor a summer school.",
    ],
)
def test_pacts_that_are_not_yet(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] in ("signatoryOf", "signedOn", "sponsored")]


def test_several_pairs_of_twins() -> None:
    text = "KEBS is twinned with UNBS for mass, SABS with DIN. Pairs of twins: KENAS with UKAS and EGAC with COFRAC."
    pairs = {frozenset((s, o)) for s, r, o in facts(text) if r == "twinnedWith"}
    assert pairs == {
        frozenset(p) for p in (("KEBS", "UNBS"), ("SABS", "DIN"), ("KENAS", "UKAS"), ("EGAC", "COFRAC"))
    }


def test_no_twins_across_pairs() -> None:
    text = "Twinning arrangements were concluded between KEBS and UNBS, and between SABS and DIN."
    pairs = {frozenset((s, o)) for s, r, o in facts(text) if r in ("twinnedWith", "cooperatesWith")}
    assert pairs == {frozenset(("KEBS", "UNBS")), frozenset(("SABS", "DIN"))}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Board of ARSO met in Nairobi on 4 May 2011.",
            ("Board of ARSO", "organised", "Nairobi meeting of 4 May 2011"),
        ),
        ("UNCTAD XIV took place in Nairobi in July 2016.", ("UNCTAD XIV", "heldIn", "Nairobi")),
        (
            "# Lakes Commission \u2013 R\u00e9union technique sur les normes, Riga, 19 novembre 2020\n\nLes normes.\n",
            ("R\u00e9union technique sur les normes", "heldOn", "2020-11-19"),
        ),
        (
            "KEBS hosted the 24th APMP General Assembly and Related Meetings.",
            ("APMP", "organised", "24th APMP General Assembly and Related Meetings"),
        ),
        (
            "In the margins of the Lakes Quality Forum in Apia, KEBS and UNBS signed an MoU on 21 November 2019. "
            "Delegates came from, among others, the OIML.",
            ("OIML", "participatedIn", "Lakes Quality Forum"),
        ),
        (
            "| Date | Event | Place |\n|---|---|---|\n| 4 March 2019 | Workshop on scales | Riga |\n",
            ("Workshop on scales", "heldIn", "Riga"),
        ),
        (
            "UNIDO experts lectured at the summer school on scales that INRIM ran in Varenna.",
            ("INRIM", "organised", "summer school in Varenna"),
        ),
    ],
)
def test_meetings_told_in_passing(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)
