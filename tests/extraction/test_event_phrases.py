"""Meetings called by whose they are and by their number: one thing each, under all the names it may go by."""

import pytest

from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The 12th ILAC meeting was held in Riga.", ("ILAC", "organised", "12th ILAC meeting")),
        ("ILAC agreed at its meeting No. 14 (Riga, 3-4 May 2011).", ("ILAC", "organised", "ILAC meeting No. 14")),
        ("ILAC agreed at its meeting No. 14 (Riga, 3-4 May 2011).", ("ILAC meeting No. 14", "heldOn", "2011-05-03")),
        ("ILAC agreed at its meeting No. 14 (Riga, 3-4 May 2011).", ("ILAC meeting No. 14", "heldIn", "Riga")),
        ("The third meeting of the IAF took place in Oslo.", ("IAF", "organised", "third meeting of the IAF")),
        ("The joint ILAC-IAF workshop was in May 2011.", ("IAF", "organised", "joint ILAC-IAF workshop of May 2011")),
        ("The joint ILAC-IAF workshop was in May 2011.", ("ILAC", "organised", "joint ILAC-IAF workshop of May 2011")),
        ("UNIDO hosted the annual meeting of the IAF.", ("UNIDO", "organised", "annual meeting of the IAF")),
        ("UNIDO hosted the annual meeting of the IAF.", ("IAF", "organised", "annual meeting of the IAF")),
        ("ILAC and the IAF met often. They voted at their General Assembly on 5 May 2011.",
         ("ILAC-IAF General Assembly of 5 May 2011", "heldOn", "2011-05-05")),
    ],
)  # fmt: skip
def test_a_meeting_is_known_by_its_owner_or_its_number(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_the_same_number_is_the_same_meeting_and_another_number_is_not() -> None:
    text = (
        "The 12th ILAC meeting was held in Riga. The 12th meeting of ILAC took place in May 2011. "
        "The 13th meeting of ILAC took place in May 2012."
    )
    held = {subject for subject, relation, target in facts(text) if (relation, target) == ("heldIn", "Riga")}
    dated = {subject: target for subject, relation, target in facts(text) if relation == "heldOn"}
    assert {dated[subject] for subject in held} == {"2011-05"}
    assert set(dated.values()) == {"2011-05", "2012-05"}


@pytest.mark.parametrize(
    "text",
    [
        "Every ILAC meeting has an agenda.",
        "In the event that ILAC is late, the IAF waits.",
        "ILAC meetings are long.",
        "Possible ILAC workshop topics were collected.",
    ],
)
def test_no_meeting_in_particular_has_no_organiser(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] in ("organised", "heldOn", "heldIn")]


def test_the_next_meeting_is_another_one() -> None:
    text = (
        "The ILAC General Assembly was held in Riga in May 2011. "
        "The next ILAC General Assembly will be held in Oslo in May 2012."
    )
    places = {subject: target for subject, relation, target in facts(text) if relation == "heldIn"}
    assert sorted(places.values()) == ["Oslo", "Riga"]


def test_the_owner_of_a_meeting_is_no_participant_of_it() -> None:
    text = "The 12th meeting of ILAC was attended by ILAC and the IAF."
    assert {subject for subject, relation, _ in facts(text) if relation == "participatedIn"} == {"IAF"}


def test_an_opening_ceremony_is_held_when_its_meeting_is() -> None:
    text = (
        "The Baltic Weighing Workshop was held in Riga on 3 May 2011. "
        "Ms Jane Doe attended the opening ceremony of the week."
    )
    assert ("Jane Doe", "participatedIn", "2011-05-03") in {
        (subject, relation, since) for subject, relation, _, since, _ in dated(text)
    }
