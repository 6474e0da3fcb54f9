"""Facts take the date of the event, agreement or founding that they are about, from wherever the document tells it."""

import pytest

from tests.extraction.reading import dated, extraction

MEETING = "The Kelp Weighing Workshop was held in Mombasa on 20 May 2019.\n\n"


def since(text: str, relation: str) -> set[str | None]:
    return {fact.interval.since for fact in extraction(text).facts if fact.relation == relation}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("ILAC organised the Kelp Weighing Workshop.", "organised"),
        ("OIML took part in the Kelp Weighing Workshop.", "participatedIn"),
        ("UNIDO sponsored the Kelp Weighing Workshop.", "sponsored"),
    ],
)
def test_the_date_of_the_event_is_that_of_who_did_something_there(sentence: str, relation: str) -> None:
    assert since(MEETING + sentence, relation) == {"2019-05-20"}
    assert since(sentence, relation) == {None}


def test_a_year_becomes_the_day_that_lies_in_it() -> None:
    assert since(MEETING + "In 2019 ILAC organised the Kelp Weighing Workshop.", "organised") == {
        "2019-05-20"
    }


def test_a_founder_founded_when_the_founded_began() -> None:
    text = (
        "The Kelp Measurement Network was established in 1998.\n\nILAC founded the Kelp Measurement Network."
    )
    assert since(text, "foundedBy") == {"1998"}


def test_a_successor_succeeded_when_it_began() -> None:
    text = (
        "The Kelp Measurement Network was established in 1998.\n\n"
        "The Kelp Measurement Network replaced the Seaweed Measurement Network."
    )
    assert since(text, "successorOf") == {"1998"}


def test_what_the_format_gives_no_date_takes_none() -> None:
    assert since(MEETING, "heldIn") == {None}


def test_who_joined_and_left_was_in_it_between() -> None:
    found = dated("WHO joined INetQI in 2022. WHO left INetQI in 2023.")
    assert {fact for fact in found if fact[1] == "memberOf"} == {
        ("WHO", "memberOf", "INetQI", "2022", "2023")
    }


def test_who_left_and_joined_again_was_in_it_twice() -> None:
    found = dated("WHO left INetQI in 2012. WHO joined INetQI in 2022.")
    assert {fact[3:] for fact in found if fact[1] == "memberOf"} == {(None, "2012"), ("2022", None)}
