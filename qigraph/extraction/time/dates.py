"""Dates in every form that documents of this field use, and what they leave out.

The answer is as precise as the text: a year, a month or a day, and a second date where the text gives a range.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qigraph.extraction.cued import cued
from qigraph.extraction.phrases import Phrases

__all__ = ["Dated", "dates", "written"]

_NAMES = {
    1: ("january", "jan", "janvier", "enero"),
    2: ("february", "feb", "février", "febrero"),
    3: ("march", "mar", "mars", "marzo"),
    4: ("april", "apr", "avril", "abril"),
    5: ("may", "mai", "mayo"),
    6: ("june", "jun", "juin", "junio"),
    7: ("july", "jul", "juillet", "julio"),
    8: ("august", "aug", "août", "agosto"),
    9: ("september", "sept", "sep", "septembre", "septiembre"),
    10: ("october", "oct", "octobre", "octubre"),
    11: ("november", "nov", "novembre", "noviembre"),
    12: ("december", "dec", "décembre", "diciembre"),
}
_MONTH_NUMBER = {name: number for number, names in _NAMES.items() for name in names}
_MONTH = r"(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)(?![a-z])|er)?"
_MONTH_IN_FULL = (
    r"(?:(?-i:January|February|March|April|May|June|July|August|September|October|November|December))"
)
_YEAR = r"(?:1[789]\d\d|20\d\d)"
_TO = r"\s*(?:-|\u2013|\u2014|to|au|al|until|through|and|&|/)\s*"
_SPAN_TO = r"\s*(?:-|\u2013|\u2014|to|au|al|until|through|/)\s*"
_OF = r"(?:\s+of|\s+de|,)?\s+"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_ABOUT = (
    r"(?:(?:(?:very\s+)?(?:early|late|mid|spring|summer|autumn|winter|the\s+year|the\s+month\s+of|the\s+fall\s+of)"
    r"|(?:the\s+)?(?:end|beginning|start|middle|(?:first|second|third|last)\s+week|spring|summer|autumn|course|first\s+half|second\s+half)(?:\s+of)?)(?:\s+in)?[\s-]+)?"
)
"""What makes a month or a year less exact, and belongs to the date."""

_FORMS = [
    rf"(?P<y>{_YEAR})-(?P<mn>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>{_DAY})\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?{_SPAN_TO}(?P<d2>{_DAY})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})",
    rf"{_WEEKDAY}(?P<d>(?:2[89]|3[01])(?:st|th)?)\s+(?P<m>{_MONTH})\s+(?:and|&)\s+(?P<d2>0?[1-3](?:st|nd|rd)?)\s+(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})",
    rf"{_WEEKDAY}(?P<d>{_DAY})\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?\s+and\s+(?:the\s+(?:morning|afternoon)\s+of\s+)?{_WEEKDAY}(?P<d2>{_DAY})\s+(?P<m2>(?P=m)),?\s+(?P<y2>{_YEAR})",
    rf"(?P<m>{_MONTH})\s+(?P<d>{_DAY}){_SPAN_TO}(?P<m2>{_MONTH})\s+(?P<d2>{_DAY}),?\s+(?P<y2>{_YEAR})",
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>{_DAY}){_TO}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})(?:{_OF}(?P<y2>{_YEAR}))?",
    rf"(?P<m2>{_MONTH})\s+(?P<d>{_DAY}){_TO}(?P<d2>{_DAY})(?!\d)(?:(?:,\s?|\s+)(?P<y2>{_YEAR}))?",
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>{_DAY}){_OF}(?P<m>{_MONTH}){_TO}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})",
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>{_DAY}){_OF}(?P<m>{_MONTH})(?:{_OF}(?P<y>{_YEAR}))?",
    rf"(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d)(?:,?\s+(?P<y>{_YEAR}))",
    rf"(?<=\b[Oo]n\s)(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?![\d.]|,?\s+\d)",
    rf"(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?{_SPAN_TO}(?P<m2>{_MONTH})(?:\s+of)?,?\s+(?P<y2>{_YEAR})",
    rf"(?<=\bbetween\s)(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?\s+and\s+(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})",
    rf"{_ABOUT}(?P<m>{_MONTH})(?:\s+of)?(?:\s+de)?,?\s+(?P<y>{_YEAR})",
    rf"(?P<d>0?[1-9]|[12]\d|3[01])[./](?P<mn>0?[1-9]|1[0-2])[./](?P<y>{_YEAR})",
    rf"(?P<y>{_YEAR})[./](?P<mn>0[1-9]|1[0-2])[./](?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    rf"(?P<mn>0[1-9]|1[0-2])/(?P<y>{_YEAR})",
    rf"(?P<y>{_YEAR})-(?P<mn>0[1-9]|1[0-2])(?!\d)",
    rf"(?P<y>{_YEAR})\s*(?:-|\u2013|\u2014|to|until)\s*(?P<y2>{_YEAR})",
    rf"{_ABOUT}(?P<y>{_YEAR})",
    rf"(?<=\b[Ii]n\s)(?P<m>{_MONTH_IN_FULL})(?=\s(?:this\s)?(?:[a-z]|the\s)|[,.;]|$)",
    rf"(?:(?<=\b[Ss]ince\s)|(?<=\b[Dd]uring\s)|(?<=\b[Uu]ntil\s))(?P<m>{_MONTH_IN_FULL})(?=\s[a-z(]|[,.;]|\sthe\s|$)",
]
_PATTERNS = [
    (
        re.compile(rf"(?<![\w/.:-])(?:{form})(?![\w/])(?!-\d)", re.IGNORECASE),
        _MONTH in form or _MONTH_IN_FULL in form,
    )
    for form in _FORMS
]
"""Each form, and whether there is a month in it."""
_BARE_YEAR = _PATTERNS[-3][0]
_BEFORE_MONTH = 100
"""Characters before its month in which a date begins."""
_MONTH_ALONE = cued(rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil)\s{_MONTH_IN_FULL}\b")
_NUMBER = re.compile(r"[0-9]")
_YEARS = re.compile(_YEAR)
_MONTHS = Phrases(_MONTH_NUMBER)
_NOT_A_YEAR = re.compile(
    r"(?:ISO|IEC|EN|EU|EC|No\.?|UE|CEE|Regulation|Directive|Guide|Agenda|/|:|\bR|"
    r"\bD|TC|SC|page|p\.|Part|paragraph)\s*$"
)
_COUNTED = re.compile(
    r"\s*(?:Agenda|(?i:strategy|vision|goals|targets)\b"
    r"|%|per cent|participants|members|laboratories|experts|staff|standards|€|USD|m\b|km\b)"
)


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A date as it stands in a text.

    Parameters
    ----------
    start, stop : int
        Offsets in the text.
    since : str
        First or only date: ``2018``, ``2018-11``, ``2018-11-30``.
    until : str or None
        Last date of a range.
    """

    start: int
    stop: int
    since: str
    until: str | None = None


def dates(text: str, year: str | None = None) -> list[Dated]:
    """Find dates.

    Parameters
    ----------
    text : str
        Clean text.
    year : str or None
        The year that a date without one falls in, if the context says so; without it such dates are left out.

    Examples
    --------
    >>> [(d.since, d.until) for d in dates("held from 4-6 November 2019, again on March 3rd, 2020 and since 1998")]
    [('2019-11-04', '2019-11-06'), ('2020-03-03', None), ('1998', None)]
    >>> dates("ISO/IEC 17025:2017 and the 2030 Agenda")
    []
    """
    told = _NUMBER.search(text) or (year and _MONTH_ALONE.search(text))
    return list(_in_order(text, year)) if told else []


@lru_cache(maxsize=256)
def _in_order(text: str, year: str | None) -> tuple[Dated, ...]:
    """The dates of a text with figures; several rules ask for those of the same block."""
    month = _MONTHS.first_word(text)
    if not _YEARS.search(text) and not (year and month >= 0):
        return ()
    return tuple(sorted(_found(text, year, month)))


def _found(text: str, year: str | None, month: int) -> Iterator[Dated]:
    """Dates by one form after another; the first month, if there is one, stands at that place."""
    taken = bytearray(len(text))
    for pattern, with_month in _PATTERNS:
        if with_month and month < 0:
            continue
        for match in pattern.finditer(text, max(0, month - _BEFORE_MONTH) if with_month else 0):
            start, stop = match.span()
            if 1 in taken[start:stop]:
                continue
            dated = _read(match, _year_before(text, start) or year)
            if dated is None or _is_number(text, match):
                continue
            taken[start:stop] = b"\x01" * (stop - start)
            yield dated


_EVENT_OF_YEAR = re.compile(
    r"(?<![\w/.:-])(?P<y>(?:19|20)\d\d)\s(?:[\w-]+\s){0,5}?(?i:meetings?|session"
    r"|assembly|conference|workshop|forum|congress|plenary|symposium|seminar|summit|edition)\b[^.;\d]{0,80}$"
)
"""A meeting called by its year: "at its 2008 assembly, in late June"."""
_BACK = 130


_EVENT_AND_YEAR = re.compile(
    r"(?i:meetings?|session|assembly|conference|workshop|forum|congress|plenary|symposium|seminar|summit|week)\s"
    r"(?P<y>(?:19|20)\d\d)(?![\w/-])[^.;\d]{0,40}$"
)
_BACK_TO_IT = 60


def _year_before(text: str, start: int) -> str | None:
    """The year of the meeting of which the date is told: "the 2012 annual workshop, at Riga on 5 June"."""
    named = _EVENT_OF_YEAR.search(text, max(0, start - _BACK), start)
    named = named or _EVENT_AND_YEAR.search(text, max(0, start - _BACK_TO_IT), start)
    return named.group("y") if named else None


def _is_number(text: str, match: re.Match[str]) -> bool:
    """A bare year that is the number of a standard or a count."""
    bare = match.re is _BARE_YEAR
    return bare and bool(
        _NOT_A_YEAR.search(text[max(0, match.start() - 12) : match.start()])
        or _COUNTED.match(text[match.end() : match.end() + 14])
    )


def _read(match: re.Match[str], year: str | None) -> Dated | None:
    part = {name: value for name, value in match.groupdict().items() if value}
    first_year = part.get("y") or part.get("y2") or year
    last_year = part.get("y2") or part.get("y") or year
    if not first_year or not last_year:
        return None
    first_month = _month(part, "m", "mn") or _month(part, "m2")
    last_month = _month(part, "m2")
    if part.get("m", "").lower() in ("may", "mar", "mars") and part["m"].islower() and "d" not in part:
        return None
    first = _date(first_year, first_month, part.get("d"))
    if first is None:
        return None
    last = None
    if "d2" in part:
        last = _date(last_year, last_month or first_month, part["d2"])
    elif "m2" in part or "y2" in part:
        last = _date(last_year, last_month, None)
    if last is not None and last <= first:
        last = None
    return Dated(match.start(), match.end(), first, last)


def _month(part: dict[str, str], *names: str) -> int | None:
    for name in names:
        if value := part.get(name):
            return int(value) if value.isdigit() else _MONTH_NUMBER[value.lower().rstrip(".")]
    return None


def _date(year: str, month: int | None, day: str | None) -> str | None:
    if month is None:
        return year
    if day is None:
        return f"{year}-{month:02d}"
    number = int(re.sub(r"\D", "", day))
    limit = 31 if month in (1, 3, 5, 7, 8, 10, 12) else 29 if month == 2 else 30
    return f"{year}-{month:02d}-{number:02d}" if 1 <= number <= limit else None


def written(date: str) -> str:
    """A date in the words of a text.

    Parameters
    ----------
    date : str
        Year, month or day.

    Examples
    --------
    >>> written("2018-11-30"), written("2018-11"), written("2018")
    ('30 November 2018', 'November 2018', '2018')
    """
    year, *rest = date.split("-")
    month = [_NAMES[int(rest[0])][0].capitalize()] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
