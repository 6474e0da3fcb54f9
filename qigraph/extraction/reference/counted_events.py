"""Events told by their number: "held three thematic sessions", "seven courses were organised", "both events"."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Mention, Thing

__all__ = ["counted_events", "two_events"]

_BARE = frozenset(["meetings", "events", "sessions"])
"""What says too little to be counted as an event of its own."""
_HELD = (
    r"(?:held|organi[sz]ed|hosted|convened|conducted|delivered|co-hosted|co-organi[sz]ed|arranged|ran|staged)"
)
_COUNT = (
    r"(?:(?:a\s(?:total|series)\sof|more\sthan|over)\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several)"
)
_TOPIC = re.compile(r"\s(?:on|about|dedicated to|devoted to)\s(?:(?!\b(?:19|20)\d\d\b)[^.;,:()]){3,90}")
_TOPIC_ENDS = re.compile(
    r"\s(?:in|on|at|from|for|with|between|during|by)\s(?=(?:the\s)?[A-Z\d])|\sand\s(?=[a-z]+ed\b)"
)

_TWO_EVENTS = cued(
    r"\b(?:(?:[Tt]he|[Tt]hese|[Tt]hose)\s(?:two\s)?|[Bb]oth\s)(?:events|meetings|workshops|conferences|seminars|courses|sessions)\b"
    r"(?!\s(?:of|on|for|that|which)\s)"
)
_TWO = 2


@cache
def _counted() -> Cued:
    heads = [
        head
        for head, kind in lexicon().heads.items()
        if kind == "Event" and head.endswith("s") and head[:-1] in lexicon().heads and " " not in head
    ]
    plural = rf"(?:{alternatives(heads)})"
    word = r"(?!the\s|an?\s|its\s|by\s|in\s)[a-z][\w-]*\s"
    phrase = rf"{_COUNT}\s(?P<rest>(?:{word}){{0,4}}?{plural}(?:\sand\s{plural})?)\b"
    return cued(
        rf"\b(?:{_HELD}\s(?P<a>{phrase})|(?P<b>{phrase.replace('rest', 'other')})(?=(?:\s[\w,-]+){{0,12}}?\s"
        rf"(?:were|have been)\s(?:also\s|jointly\s)?(?:{_HELD})\b))",
        re.IGNORECASE,
    )


def counted_events(text: str, start: int, stop: int) -> Iterator[Mention]:
    """Yield the mention of each such group of events in a sentence.

    Parameters
    ----------
    text : str
        Of a block.
    start, stop : int
        The sentence.

    Examples
    --------
    >>> text = "In 2015 it held three thematic sessions on fraud in Oslo."
    >>> [m.thing.label for m in counted_events(text, 0, len(text))]
    ['three thematic sessions on fraud']
    """
    for match in _counted().finditer(text, start, stop):
        key = "a" if match.group("a") else "b"
        rest = match.group("rest" if key == "a" else "other")
        begin, end = match.span(key)
        if rest.lower() in _BARE:
            continue
        surface = text[begin:end]
        topic = _topic(text, end, stop) if key == "a" else ""
        thing = Thing("Event", f"{surface}{topic}", own=False)
        thing.call(surface, rest, f"{rest}{topic}")
        yield Mention(begin, end, [thing], "Event", False)


def two_events(text: str, start: int, stop: int, before: list[Mention]) -> Iterator[Mention]:
    """Yield the mention of "both events" where the sentence before names two.

    Parameters
    ----------
    text : str
        Of a block.
    start, stop : int
        The sentence.
    before : list of Mention
        What the sentence before names.
    """
    for match in _TWO_EVENTS.finditer(text, start, stop):
        held = list(dict.fromkeys(m.thing for m in before if m.type == "Event"))
        if len(held) == _TWO:
            yield Mention(match.start(), match.end(), held, "Event", False)


def _topic(text: str, at: int, stop: int) -> str:
    """What they are said to be on, up to where and when."""
    found = _TOPIC.match(text, at, stop)
    if found is None:
        return ""
    cut = _TOPIC_ENDS.search(text, found.start() + 4, found.end())
    return text[at : cut.start() if cut else found.end()].rstrip()
