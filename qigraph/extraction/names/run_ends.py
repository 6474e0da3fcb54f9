"""Where runs of capitals end or go on around meetings: at a committee, behind a country, before "meeting"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon

__all__ = ["before_meeting", "behind_country", "goes_on_small"]

_OF_THE_NTH = re.compile(r"\sof\s(?:the\s)?\d{1,3}(?:st|nd|rd|th)$")
"""What ends where the name of a meeting goes on in small letters: "Session I of the 104th"."""
_ITS_MEETING = cued(r"(?:\s(?:Annual|Plenary|General))?\s(?:Meetings?|Sessions?|Plenary)$")
_CITY = re.compile(r"[A-Z\u00c0-\u00de][\w-]+,\s$")


def goes_on_small(text: str, start: int, stop: int) -> bool:
    """Whether the name of a meeting goes on in small letters behind the run: "Session I of the 104th".

    Examples
    --------
    >>> goes_on_small("Session I of the 104th", 0, 22)
    True
    """
    return _OF_THE_NTH.search(text, start, stop) is not None


def before_meeting(text: str, start: int, stop: int) -> int:
    """Where the body ends in "OIML Scales Committee Meeting": the meeting is one of that committee.

    Examples
    --------
    >>> text = "OIML Scales Committee Meeting"
    >>> text[: before_meeting(text, 0, len(text))]
    'OIML Scales Committee'
    """
    meeting = _ITS_MEETING.search(text, start, stop)
    name = text[start : meeting.start()] if meeting else ""
    kind = lexicon().head_type(name) if len(name.split()) > 2 else None
    return start + len(name) if kind and kind[0] == "Body" and name.lower().endswith(kind[1]) else stop


def behind_country(text: str, start: int, stop: int) -> int:
    """Where a meeting's name begins in "Lyon, France Course on Weights": behind the country of the entry before.

    Examples
    --------
    >>> text = "Lyon, France Course on Weights"
    >>> text[behind_country(text, 6, len(text)) :]
    'Course on Weights'
    """
    land = text[start:stop].split(" ", 1)[0]
    if land not in lexicon().countries or not _CITY.search(text, max(0, start - 40), start):
        return start
    kind = lexicon().head_type(text[start:stop])
    return start + len(land) + 1 if kind and kind[0] == "Event" else start
