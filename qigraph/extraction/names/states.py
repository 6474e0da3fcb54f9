"""States as members: "Georgia and Serbia were welcomed as members", "Poland acceded to the WELMEC in 2004".

Elsewhere the name of a country only says where something is, so that it is a mention where membership is spoken of, and
only for what says who belongs to what.
"""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["STATE_RELATIONS", "with_states"]

STATE_RELATIONS = frozenset(["memberOf", "observerAt", "chairs", "signatoryOf"])
"""What a state may be said to do."""

_CUE = cued(
    r"\b(?:members?|membership|joined|joins|acced(?:ed|es)|accessed to|accession|admitted|admission|admits|associates?|"
    r"observers?|withdrew|withdrawal|left|signed|signator(?:y|ies)|ratified)\b",
    re.IGNORECASE,
)
_OF_BODIES = re.compile(
    r"\bmember (?:national )?(?:associations?|bod(?:y|ies)|organi[sz]ations?|institut(?:es?|ions?)|laborator(?:y|ies)|"
    r"compan(?:y|ies)|federations?)\b[^.;]{0,30}:",
    re.IGNORECASE,
)
"""Bodies of countries, of which only the countries are named: "14 member associations: Austria, Italy …"."""
_BEHIND_ACT = re.compile(
    r"\b(?:accession|admission|admitted|admits|welcom\w+|membership|withdrawal|departure|entry)\s(?:of\s)?(?:the\s)?$"
    r"|\bmember\s(?:countries|states|economies)\b[^.;]{0,60}\b(?:namely|including)\sfrom\s$",
    re.IGNORECASE,
)
_PREPOSED = re.compile(
    r"(?:\b(?:of|in|from|at|for|to|with|by|near|between|across|within|throughout|than|against|about|outside|over|via|"
    r"visit(?:ed|s)?|representing|including)\s(?:the\s)?|\bbetween\s[^,.;:]{2,40}\sand\s(?:the\s)?|[(/'\u2019-]|[A-Z][\w'\u2019-]*,?\s|\d,\s)$"
)
"""What stands before a country that is a place or whose somebody is."""
_JOIN = re.compile(r"(?:\s?\([^()]*\))?(?:,\s(?:and\s)?|\s(?:and|&)\s|;\s(?:and\s)?)(?:the\s|The\s)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_GOES_ON = re.compile(r"['\u2019]s\b|\s?-|\s(?!and\b|[A-Z]{1,3}\b)[A-Z][a-z]+|/\w")
_LONGEST_ITEM = 60


@cache
def _land() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'\u2019-])(?P<land>{alternatives(lexicon().countries)})(?![\w])")


def with_states(found: list[Block], spoken: dict[Block, list[Mention]]) -> dict[Block, list[Mention]]:
    """The mentions of every block, the states added that are spoken of as members.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    states: dict[str, Thing] = {}
    result = dict(spoken)
    for block in found:
        mentions = spoken[block]
        places = list(_in_item(block, mentions) if block.kind == "item" else ())
        if not places and _CUE.search(block.text):
            for start, stop in block.sentences:
                if _CUE.search(block.text, start, stop) and not _OF_BODIES.search(block.text, start, stop):
                    places += _in_sentence(block.text, start, stop, mentions)
        if places:
            added = [_mention(block.text, start, stop, states) for start, stop in places]
            kept = [m for m in mentions if all(m.stop <= a.start or a.stop <= m.start for a in added)]
            result[block] = sorted([*kept, *added], key=lambda m: m.start)
    return result


def _mention(text: str, start: int, stop: int, states: dict[str, Thing]) -> Mention:
    name = text[start:stop]
    thing = states.setdefault(name, Thing("Organisation", name, state=True))
    return Mention(start, stop, [thing], "Organisation")


def _in_item(block: Block, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """The country that is an item, perhaps with a date, below a lead-in that speaks of members."""
    land = _land().match(re.sub(r"^(?:The|the)\s", "", block.text))
    lead = block.lead
    if land is None or lead is None or len(block.text) > _LONGEST_ITEM or not _CUE.search(lead.text):
        return
    shift = 4 if block.text[:4].lower() == "the " else 0
    rest = block.text[land.end() + shift :]
    if any(m.type in (*ACTORS, "Person") for m in mentions) or not re.fullmatch(
        r"\s?[(,\u2013-].*|\W*", rest
    ):
        return
    yield land.start() + shift, land.end() + shift


def _in_sentence(text: str, start: int, stop: int, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    last = beside = -1
    for match in _land().finditer(text, start, stop):
        if any(m.start < match.end() and match.start() < m.stop and m.type != "Place" for m in mentions):
            continue
        institute = any(match.end() < m.start <= match.end() + 3 and m.type in ACTORS for m in mentions)
        if _GOES_ON.match(text, match.end()) or (
            institute and text[match.end() :].lstrip()[:1] in "(:\u2013-"
        ):
            continue
        before = text[max(start, match.start() - 110) : match.start()]
        listed = last >= 0 and _JOIN.fullmatch(text, last, match.start())
        governed = _PREPOSED.search(before) or (beside >= 0 and _AND.fullmatch(text, beside, match.start()))
        if listed or _BEHIND_ACT.search(before) or not governed:
            yield match.span()
            last = match.end()
        else:
            beside = match.end()
