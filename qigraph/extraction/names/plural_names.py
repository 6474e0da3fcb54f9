"""Names in the plural: "the Universities of Oslo and Bergen" are two, each with a name of its own."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.things import Mention, Things

__all__ = ["plural_names"]

_SINGULAR = {
    "Universities": "University",
    "Ministries": "Ministry",
    "Governments": "Government",
    "Departments": "Department",
    "Chambers of Commerce": "Chamber of Commerce",
    "Institutes": "Institute",
    "Bureaus of Standards": "Bureau of Standards",
    "Standards Bureaus": "Standards Bureau",
    "Academies": "Academy",
    "Embassies": "Embassy",
    "Central Banks": "Central Bank",
}
_WORD = r"[A-Z\u00c0-\u00de][\w'-]+(?:\s(?!Universit|Minist)[A-Z][\w'-]+){0,2}"
_PLURAL = cued(
    rf"\b(?P<head>{'|'.join(_SINGULAR)})\s(?P<link>of|for|in)\s(?:the\s)?(?P<names>{_WORD}(?:,\s(?:the\s)?{_WORD}){{0,6}},?"
    rf"\s(?:and|&)\s(?:of\s)?(?:the\s)?{_WORD})(?!\s(?:University|Institute)\b)"
)
_BETWEEN = re.compile(r",?\s(?:and|&)\s(?:of\s)?(?:the\s)?|,\s(?:the\s)?")


def plural_names(text: str, things: Things) -> list[Mention]:
    """Mentions of several that share their head noun.

    Examples
    --------
    >>> [[t.label for t in m.things] for m in plural_names("the Universities of Oslo and Bergen met", Things())]
    [['University of Oslo', 'University of Bergen']]
    """
    found = []
    for match in _PLURAL.finditer(text):
        head, link = _SINGULAR[match.group("head")], match.group("link")
        each = [f"{head} {link} {name}" for name in _BETWEEN.split(match.group("names"))]
        kind = "Body" if head == "Department" else "Organisation"
        named = [things.named(name, kind) for name in each]
        if all(thing.type in ("Organisation", "Body") for thing in named):
            found.append(Mention(match.start(), match.end(), named, named[0].type))
    return found
