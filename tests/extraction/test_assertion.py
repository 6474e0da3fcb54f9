"""Whether a sentence states what it speaks of; each text differs from a plain statement by one thing."""

import pytest

from tests.extraction.reading import extraction, facts

JOINED = {("ILAC", "memberOf", "INetQI")}


@pytest.mark.parametrize(
    "text",
    [
        "ILAC joined INetQI.",
        "In 2018, ILAC joined INetQI.",
        "ILAC has since joined INetQI.",
        "ILAC has recently joined INetQI, which pleased everybody.",
        "It was in 2018 that ILAC joined INetQI.",
        "Then, after long talks, ILAC joined INetQI.",
        "ILAC became a full member of INetQI.",
        "ILAC remains a member of INetQI.",
    ],
)
def test_a_plain_statement_is_read(text: str) -> None:
    assert facts(text) >= JOINED


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ILAC never joined INetQI.", "denied"),
        ("ILAC has not joined INetQI.", "denied"),
        ("ILAC may join INetQI.", "planned or wished"),
        ("ILAC plans to join INetQI.", "planned or wished"),
        ("ILAC will join INetQI.", "planned or wished"),
        ("Has ILAC joined INetQI?", "question"),
        ("If ILAC joined INetQI, all would be well.", "condition"),
        ("ILAC allegedly joined INetQI.", "hearsay"),
    ],
)
def test_what_is_not_stated_is_dropped_with_its_reason(text: str, reason: str) -> None:
    found = extraction(text)
    assert found.facts == []
    assert reason in {dropped.reason for dropped in found.dropped if dropped.relation == "memberOf"}


def test_a_purpose_states_what_a_body_works_on() -> None:
    assert ("ILAC", "worksOn", "accreditation") in facts("ILAC aims to promote accreditation.")


def test_what_is_scheduled_states_when_a_meeting_is() -> None:
    relations = {
        (relation, target)
        for _, relation, target in facts("A workshop will be held in Geneva on 3 May 2027.")
    }
    assert ("heldOn", "2027-05-03") in relations
