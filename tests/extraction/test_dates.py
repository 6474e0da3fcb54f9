"""Dates in every form, as precise as the text; what only looks like a date is none."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.extraction.time.dates import dates


def read(text: str, year: str | None = None) -> list[tuple[str, str | None]]:
    return [(found.since, found.until) for found in dates(text, year)]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("2018", "2018"),
        ("since 1875", "1875"),
        ("2018-11", "2018-11"),
        ("2018-11-30", "2018-11-30"),
        ("30.11.2018", "2018-11-30"),
        ("30/11/2018", "2018-11-30"),
        ("11/2018", "2018-11"),
        ("November 2018", "2018-11"),
        ("Nov. 2018", "2018-11"),
        ("Sept 2018", "2018-09"),
        ("November, 2018", "2018-11"),
        ("November of 2018", "2018-11"),
        ("30 November 2018", "2018-11-30"),
        ("30th November, 2018", "2018-11-30"),
        ("30th of November 2018", "2018-11-30"),
        ("the 1st of March 2018", "2018-03-01"),
        ("Friday, 30 November 2018", "2018-11-30"),
        ("November 30, 2018", "2018-11-30"),
        ("November 30th, 2018", "2018-11-30"),
        ("MAY 2018", "2018-05"),
        ("le 30 novembre 2018", "2018-11-30"),
        ("1er mars 2018", "2018-03-01"),
        ("en août 2018", "2018-08"),
        ("décembre 2018", "2018-12"),
        ("30 de noviembre de 2018", "2018-11-30"),
        ("on 29 February 2020", "2020-02-29"),
    ],
)
def test_one_date(text: str, since: str) -> None:
    assert read(text) == [(since, None)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("4-6 November 2019", "2019-11-04", "2019-11-06"),
        ("4\u20136 November 2019", "2019-11-04", "2019-11-06"),
        ("4 to 6 November 2019", "2019-11-04", "2019-11-06"),
        ("5 and 6 November 2019", "2019-11-05", "2019-11-06"),
        ("November 4-6, 2019", "2019-11-04", "2019-11-06"),
        ("30 November to 2 December 2019", "2019-11-30", "2019-12-02"),
        ("30 November - 2 December 2019", "2019-11-30", "2019-12-02"),
        ("28 December 2019 to 3 January 2020", "2019-12-28", "2020-01-03"),
        ("November 30 - December 2, 2019", "2019-11-30", "2019-12-02"),
        ("March to May 2019", "2019-03", "2019-05"),
        ("December 2019 to March 2020", "2019-12", "2020-03"),
        ("2008-2012", "2008", "2012"),
        ("2008 \u2013 2012", "2008", "2012"),
        ("2008 to 2012", "2008", "2012"),
        ("du 4 au 6 novembre 2019", "2019-11-04", "2019-11-06"),
    ],
)
def test_a_range_has_two_ends(text: str, since: str, until: str) -> None:
    assert read(text) == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "ISO/IEC 17025:2017",
        "ISO 2018",
        "the 2030 Agenda",
        "EU 2016/425",
        "Regulation 2019",
        "page 2018",
        "2000 participants",
        "it may be",
        "May I ask?",
        "31 June 2018x",
        "12345",
        "a 2018th part",
        "SDG 12.5",
        "version 3.2.1",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("3 May", "2018-05-03", None),
        ("4-6 November", "2018-11-04", "2018-11-06"),
        ("le 3 mai", "2018-05-03", None),
    ],
)
def test_the_year_of_the_context_completes_a_day(text: str, since: str, until: str | None) -> None:
    assert read(text) == []
    assert read(text, "2018") == [(since, until)]


def test_impossible_days_are_no_days() -> None:
    assert "2018-02-31" not in [since for since, _ in read("31 February 2018")]
    assert read("6-4 November 2019") == [("2019-11-06", None)]


def test_dates_are_in_order_and_do_not_overlap() -> None:
    found = dates("from 4-6 November 2019, again on March 3rd, 2020 and since 1998, until 2001-05-09")
    assert found == sorted(found)
    assert all(one.stop <= other.start for one, other in itertools.pairwise(found))


@given(
    st.dates(datetime.date(1700, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%d.%m.%Y"]),
)
def test_every_day_since_1700_is_read_back(day: datetime.date, form: str) -> None:
    assert read(f"on {day.strftime(form)} they met") == [(day.isoformat(), None)]
