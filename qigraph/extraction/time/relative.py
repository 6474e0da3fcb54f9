"""Days that a piece of news tells by its own date: yesterday, this morning, on Tuesday, last month."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qigraph.extraction.cued import cued
from qigraph.extraction.time.dates import Dated

__all__ = ["told_by"]

_ACT = r"(?:signed|announced|launched|opened|published|released|welcomed|renewed|agreed|adopted|concluded)"
_DONE = ("signed", "kicked off", "opened", "began", "started", "commenced", "gathered", "met", "concluded")
_CAPITALISED = r"[A-Z\u00c0-\u00de][\w-]+"
_PLACED = rf"\s(?:in|at)\s(?:the\s)?{_CAPITALISED}(?:,?\s{_CAPITALISED}){{0,3}},?\stoday\b"
_TODAY = cued(
    rf"\btoday(?=\s{_ACT}\b)|\byesterday\b|(?:{'|'.join(rf'(?<={done} )' for done in _DONE)})today\b"
    rf"|\b(?:{'|'.join(_DONE)}){_PLACED}"
    r"|\b(?:earlier|late) today\b|\bthis (?:morning|afternoon|evening)\b|\b(?P<ends>today)(?=[.;])"
)
_STILL = re.compile(
    r"\b(?:is|are|has|have|remains?|exists?|works?|will|still)\s[^.;]*$|\b(?:of|until|as of)\s$"
)
"""What holds today rather than happened: "ISO has 167 members today"."""
_WEEKDAY = re.compile(
    r"\b(?P<last>[Oo]n|[Ll]ast|[Tt]his)\s(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?!,?\s(?:the\s)?\d|,?\s(?:January|February|March|April|May|June|July|August|September|October|November|December))"
)
_DAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_MONTH = cued(r"\b(?P<when>last|(?:earlier|late(?:r)?)\sthis|this)\s(?P<unit>month|year)\b")
_FUTURE = re.compile(r"\b(?:will|shall|next|later this|is to|are to|due)\b")


def told_by(text: str, written: str) -> Iterator[Dated]:
    """Yield the dates that a text tells by the day on which it was written.

    Parameters
    ----------
    text : str
        Of a block.
    written : str
        When the document was written, with month and day.

    Examples
    --------
    >>> [d.since for d in told_by("The accord was signed on Tuesday; talks began last month.", "2019-05-03")]
    ['2019-04-30', '2019-04']
    """
    day = date.fromisoformat(written)
    for match in _TODAY.finditer(text):
        if match.group("ends") and _STILL.search(text, max(0, match.start() - 200), match.start()):
            continue
        said = day - timedelta(days=1) if match.group().lower() == "yesterday" else day
        yield Dated(match.end() - len(match.group().split()[-1]), match.end(), said.isoformat())
    for match in _WEEKDAY.finditer(text) if "day" in text else ():
        back = (day.weekday() - _DAYS.index(match.group("day"))) % 7
        if match.group("last").lower() == "last" and back == 0:
            back = 7
        if not _to_come(text, match.start()):
            said = day - timedelta(days=back)
            yield Dated(match.start("day"), match.end(), said.isoformat())
    for match in _MONTH.finditer(text):
        if match.group("when").startswith("late") or _to_come(text, match.start()):
            continue
        ago = match.group("when") == "last"
        yield Dated(match.start(), match.end(), _unit(day, match.group("unit"), ago=ago))


def _unit(day: date, unit: str, *, ago: bool) -> str:
    if unit == "year":
        return str(day.year - ago)
    first = day.replace(day=1)
    return (first - timedelta(days=1) if ago else first).isoformat()[: len("2000-01")]


def _to_come(text: str, at: int) -> bool:
    """Whether the clause before speaks of what is yet to come."""
    begins = max(text.rfind(end, 0, at) for end in (". ", "; ")) + 1
    return _FUTURE.search(text, begins, at) is not None
