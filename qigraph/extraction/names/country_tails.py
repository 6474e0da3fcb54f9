"""The country behind a name belongs to the name: "the BIS of India and the SLSI of Sri Lanka" lists two bodies."""

import re
from dataclasses import replace
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["with_country"]

_STATE = (
    r"(?:(?:[A-Z]\w+(?:'s)?\s){0,2}(?:Republic|Kingdom|Sultanate|State|Commonwealth|Government|Principality|Union)"
    r"\sof\s(?:the\s)?(?:Union\sof\s)?)?"
)
_UNIT = re.compile(
    r"(?:\s\([^()]{1,40}\))?,\s(?:(?:[A-Z][\w-]+\s){1,4}(?:Office|Branch|Bureau|Centre|Center)(?=,\s)|[A-Z][a-z]+(?=;\s))"
)
"""An office of an organisation between commas; a city in a list with semicolons."""
_UNDER = re.compile(r"(?:\s\([^()]{1,40}\))?\sunder\sthe\s")
_NAMED = re.compile(r"(?:(?:[A-Z][\w&'-]*|of|and|for|under|the)\s){0,14}")
"""Capitalised words before a name behind "under": a name that nothing knows."""
_NEXT = re.compile(r",?\s(?:and|&|as well as)\s(?:the\s)?|,\s(?:the\s)?")


@cache
def _tail() -> re.Pattern[str]:
    countries = alternatives(lexicon().countries)
    bracket = r"(?P<bracket>\s\([^()]{1,40}\))?"
    return re.compile(
        rf"{bracket}(?:\s(?:of|from)\s(?:the\s)?{_STATE}(?:{countries})|(?P<comma>,\s(?:the\s)?{_STATE}(?:{countries})))(?!\w)"
    )


def with_country(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a block, those of bodies carried over the country that follows.

    Parameters
    ----------
    text : str
        Of the block.
    mentions : list of Mention
        By name, in order, without overlaps.
    """
    found = list(mentions)
    for mention in mentions:
        if mention.type not in ACTORS:
            continue
        stop = (
            _superior(text, mention, mentions) or _country(text, mention, mentions) or _tail_of(text, mention)
        )
        inside = [m for m in found if m is not mention and m.start < stop and mention.start < m.stop]
        if stop == 0 or mention not in found or any(m.stop > stop for m in inside):
            continue
        found = [m for m in found if m is not mention and m not in inside]
        found.append(replace(mention, stop=stop))
    return sorted(found, key=lambda m: m.start)


def _country(text: str, mention: Mention, mentions: list[Mention]) -> int:
    """Where the country behind a name ends; 0 where there is none."""
    tail = _tail().match(text, mention.stop)
    if tail is None or (tail.group("comma") and not _goes_on(text, tail.end(), mentions)):
        return 0
    beyond = [m for m in mentions if mention.stop <= m.start < tail.end() and m.type in ACTORS]
    return 0 if any(m.things != mention.things for m in beyond) else tail.end()


def _tail_of(text: str, mention: Mention) -> int:
    """Where the office or the city behind a name ends that only says of which part of it is spoken; 0 without one."""
    unit = _UNIT.match(text, mention.stop) if mention.type == "Organisation" else None
    return unit.end() if unit is not None else 0


def _superior(text: str, mention: Mention, mentions: list[Mention]) -> int:
    """Where "under the Ministry of Trade" ends behind an organisation, if another organisation is joined to it."""
    under = _UNDER.match(text, mention.stop) if mention.type == "Organisation" else None
    if under is None:
        return 0
    for above in mentions:
        if above.start >= under.end() and above.type in ACTORS:
            if not _NAMED.fullmatch(text, under.end(), above.start):
                return 0
            if _goes_on(text, above.stop, mentions):
                return above.stop
    return 0


def _goes_on(text: str, at: int, mentions: list[Mention]) -> bool:
    """Whether the next body of a list follows."""
    joined = _NEXT.match(text, at)
    return joined is not None and any(m.start == joined.end() and m.type in ACTORS for m in mentions)
