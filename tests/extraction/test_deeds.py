"""Who was at a meeting by what they did there; meetings of committees named by the committee alone."""

import pytest

from tests.extraction.reading import facts


def _there(text: str) -> set[tuple[str, str]]:
    return {(subject, event) for subject, relation, event in facts(text) if relation == "participatedIn"}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The Chair of the IAF, together with the Director of the BIPM, opened the Baltic Weighing Workshop.",
         {"IAF", "BIPM"}),
        ("Observers from ILAC and the IAF reported on their work at the Baltic Weighing Workshop.", {"ILAC", "IAF"}),
        ("OIML staff attended and gave several talks to the Baltic Weighing Workshop.", {"OIML"}),
        ("The Baltic Weighing Workshop heard presentations on scales from ILAC and the IAF.", {"ILAC", "IAF"}),
        ("ILAC held the Baltic Weighing Workshop. It was pleasing to welcome delegates from the OIML, the President of "
         "the IAF and the Secretary of the BIPM.", {"OIML", "IAF", "BIPM"}),
    ],
)  # fmt: skip
def test_who_did_something_there_was_there(text: str, there: set[str]) -> None:
    assert {subject for subject, _ in _there(text)} == there


@pytest.mark.parametrize(
    "text",
    [
        "Representatives of ILAC updated the OIML Scales Committee on their activities in 2015.",
        "ILAC reported to the OIML Scales Committee.",
        "The OIML Scales Committee heard a report from ILAC.",
    ],
)
def test_a_committee_reported_to_has_met(text: str) -> None:
    assert _there(text) == {("ILAC", "OIML Scales Committee meeting")}


@pytest.mark.parametrize(
    "text",
    [
        "Laboratories accredited by ILAC attended the Baltic Weighing Workshop.",
        "ILAC will report to the OIML Scales Committee.",
        "ILAC did not attend the OIML Scales Committee.",
        "ILAC informed the OIML Secretariat of the change.",
    ],
)
def test_who_was_not_there_is_not(text: str) -> None:
    assert _there(text) == set()


def test_meetings_of_one_list_have_each_its_date() -> None:
    found = facts(
        "The OIML Scales Committee held its 5th and 6th meetings on 3 May 2018 and 7 June 2019, respectively."
    )
    dates = {date for _, relation, date in found if relation == "heldOn"}
    assert dates == {"2018-05-03", "2019-06-07"}
    assert len({subject for subject, relation, _ in found if relation == "heldOn"}) == 2


def test_a_meeting_between_some_is_theirs() -> None:
    found = _there("A meeting between ILAC, the IAF and the OIML was held in Riga in May 2018.")
    assert {subject for subject, _ in found} == {"ILAC", "IAF", "OIML"}


def test_the_event_of_the_title_is_that_of_the_text() -> None:
    found = facts(
        "# COOMET Annual Meetings 2012\n\n"
        "COOMET held its fourth Annual Meetings in Minsk from 2 to 6 April 2012."
    )
    assert {date for _, relation, date in found if relation == "heldOn"} == {"2012-04-02"}


def test_who_continues_to_do_something_does_it() -> None:
    assert ("IAF", "cooperatesWith", "ILAC") in facts("ILAC continues to collaborate with the IAF.")
    assert not facts("ILAC wants to continue to collaborate with the IAF.")
