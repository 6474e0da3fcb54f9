"""Agreements that a body decides upon have their parties, signed or not; those in the making have none."""

import pytest

from tests.extraction.reading import facts


def _signed(text: str) -> set[str]:
    return {subject for subject, relation, _ in facts(text) if relation == "signatoryOf"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Assembly authorised its President to sign the Memorandum of Understanding between ILAC and the WMO.",
         {"ILAC", "WMO"}),
        ("The Council approved the cooperation agreement between the OIML and UNIDO.", {"OIML", "UNIDO"}),
        ("By vote of 3 March 2031 the Board decided to conclude an MoU between the IAF and the Lake Standards Bureau.",
         {"IAF", "Lake Standards Bureau"}),
        ("The Board recorded that the draft MoU between ISO and the Lake Standards Bureau was unanimously approved.",
         {"ISO", "Lake Standards Bureau"}),
        ("The Assembly confirmed its decision to approve the Memorandum of Understanding with the IEC.", {"IEC"}),
    ],
)  # fmt: skip
def test_a_decision_tells_the_parties(text: str, parties: set[str]) -> None:
    assert _signed(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "The Board asked its Secretary to prepare a memorandum of understanding between ILAC and the WMO.",
        "The Council did not approve the cooperation agreement between the OIML and UNIDO.",
        "The Council may decide to conclude an MoU between the IAF and the Lake Standards Bureau.",
        "The Board discussed a draft MoU between ISO and the Lake Standards Bureau.",
        "It was recommended to approve the MoU between ISO and the Lake Standards Bureau.",
    ],
)
def test_what_is_not_decided_has_no_parties(text: str) -> None:
    assert _signed(text) == set()


def test_what_is_decided_is_not_yet_signed() -> None:
    text = "On 3 March 2031 the Board authorised the Director to sign the MoU between ILAC and the WMO."
    assert not [fact for fact in facts(text) if fact[1] == "signedOn"]
