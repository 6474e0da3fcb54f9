"""Reference: what "it", "the network" and "the two organisations" stand for."""

import pytest

from tests.extraction.reading import facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("ILAC is an organisation. It joined INetQI in 2018.", ("ILAC", "memberOf", "INetQI")),
        ("INetQI was founded in 2018. The network is chaired by the IAF.", ("IAF", "chairs", "INetQI")),
        ("INetQI was founded in 2018. ILAC joined the network.", ("ILAC", "memberOf", "INetQI")),
        ("The IAF met ILAC in Paris. The two organisations cooperate closely.", ("IAF", "cooperatesWith", "ILAC")),
        ("The IAF met ILAC in Paris. Both organisations cooperate closely.", ("IAF", "cooperatesWith", "ILAC")),
        ("The IAF and ILAC like to meet. They cooperate closely.", ("IAF", "cooperatesWith", "ILAC")),
        ("The IAF and ILAC met. OIML wrote to IEC in May, and since then the two organisations cooperate closely.",
         ("OIML", "cooperatesWith", "IEC")),
        ("The BIPM knows the International Organization of Legal Metrology (OIML). The BIPM is in Paris. "
         "The organization joined INetQI in 2018.", ("BIPM", "memberOf", "INetQI")),
        ("The Baltic Weighing Workshop was fine. The workshop was held in Riga.",
         ("Baltic Weighing Workshop", "heldIn", "Riga")),
        ("The Baltic Weighing Workshop was fine. It was hosted by the BIPM.",
         ("BIPM", "organised", "Baltic Weighing Workshop")),
        ("The Arusha Agreement is old. The agreement was signed by ILAC.", ("ILAC", "signatoryOf", "Arusha Agreement")),
    ],
)  # fmt: skip
def test_a_reference_stands_for_what_was_named(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in {*facts(text), *((target, relation, subject) for subject, relation, target in facts(text))}


@pytest.mark.parametrize(
    "text",
    [
        "ILAC wrote. It is important that everybody joined INetQI.",
        "It joined INetQI in 2018.",
        "They cooperate closely.",
        "The network met. The two organisations cooperate.",
    ],
)
def test_a_reference_to_nothing_states_nothing(text: str) -> None:
    assert facts(text) == set()


def test_two_meetings_without_a_name_are_two_events() -> None:
    text = "The BIPM hosted a workshop in Paris on 3 May 2018. ILAC hosted a workshop in Rome on 4 June 2019."
    held = {(subject, target) for subject, relation, target in facts(text) if relation == "heldOn"}
    assert len({subject for subject, _ in held}) == 2
    assert {target for _, target in held} == {"2018-05-03", "2019-06-04"}


def test_we_is_the_document_s_subject() -> None:
    text = "# Coastal Metrology Institute\n\nThe Coastal Metrology Institute is small.\n\nWe cooperate with the BIPM.\n"
    assert ("BIPM", "cooperatesWith", "Coastal Metrology Institute") in facts(text)
