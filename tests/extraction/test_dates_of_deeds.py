"""When something took place, where the date stands elsewhere: in a name, in the dateline, with the meeting."""

import pytest

from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("At the 2012 General Assembly, ILAC adopted a plan.", ("2012 General Assembly", "heldOn", "2012")),
        ("ILAC attended the June 2019 meeting of WP.6.", ("2019 meeting of WP.6", "heldOn", "2019-06")),
        (
            "During the 2018 Lakes Conference on Scales, ILAC spoke.",
            ("Lakes Conference on Scales", "heldOn", "2018"),
        ),
        (
            "The 2024 contact persons meeting was hosted by METAS in Bern, 12\u201314 March.",
            ("2024 contact persons meeting", "heldOn", "2024-03-12"),
        ),
        (
            "UNIDO ran four courses on scales in Hanoi between March and July 2012.",
            ("four courses on scales", "heldOn", "2012-03"),
        ),
    ],
)
def test_an_event_is_dated_by_its_name_or_a_span(text: str, fact: tuple[str, str, str]) -> None:
    found = facts(text)
    assert any(fact[0] in subject and fact[1:] == (relation, target) for subject, relation, target in found)


@pytest.mark.parametrize(
    "text",
    [
        "ILAC attended the launch of the 2030 Agenda Forum.",
        "The 2031 General Assembly will discuss scales.",
        "The 2012 report of ILAC was read.",
    ],
)
def test_a_year_that_dates_no_event(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == "heldOn"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("this morning", "2022-06-14"),
        ("in Kigali today", "2022-06-14"),
        ("on Monday", "2022-06-13"),
        ("last month", "2022-05"),
        ("earlier this year", "2022"),
    ],
)
def test_news_tell_a_day_by_their_own(said: str, day: str) -> None:
    text = f"Kigali, 14 June 2022 \u2013 KEBS and UNBS put their signatures to a Memorandum of Understanding {said}."
    assert day in {target for _, relation, target in facts(text) if relation == "signedOn"}


def test_what_is_to_come_or_still_holds_is_not_dated_by_the_day_of_news() -> None:
    text = "Kigali, 14 June 2022 \u2013 ISO has 167 members today. KEBS will sign an MoU with UNBS on Friday."
    assert not [fact for fact in facts(text) if fact[1] in ("signedOn", "established")]


@pytest.mark.parametrize(
    ("text", "relation", "day"),
    [
        (
            "The 12th meeting of the CIML was held in Riga on 3 May 2012. At the meeting the CIML elected Ana Silva as "
            "its President.",
            "chairs",
            "2012-05-03",
        ),
        (
            "# 9th General Assembly of ILAC\n\nHeld on 4 June 2013 in Riga\n\nThe Assembly admitted NATA as a member "
            "of ILAC.",
            "memberOf",
            "2013-06-04",
        ),
    ],
)
def test_a_deed_is_dated_by_its_meeting(text: str, relation: str, day: str) -> None:
    assert day in {since for _, found, _, since, _ in dated(text) if found == relation}


def test_labels_in_bold_begin_lines_of_their_own() -> None:
    text = "## Lakes Project\n\n**Donor:** SECO\n**Implemented by:** UNIDO\n**Duration:** 2014\n"
    assert {("UNIDO", "organised", "Lakes Project"), ("Lakes Project", "established", "2014")} <= facts(text)


def test_a_line_with_place_and_date_ends_the_title_above() -> None:
    text = (
        "Summary of the 4th meeting of the Lakes Forum on Digital Certificates\nRiga, Latvia, 3\u20134 May 2019\n\n"
        "It was convened by the OIML.\n"
    )
    found = facts(text)
    assert ("Lakes Forum on Digital Certificates", "heldIn", "Riga") not in found
    assert ("4th meeting of the Lakes Forum on Digital Certificates", "heldIn", "Riga") in found
