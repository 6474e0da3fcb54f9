"""Agreements called by their parties: "the ILAC-IAF MoU", "the ISO/UNIDO agreement"."""

import re
from collections.abc import Callable
from functools import cache

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.agreement_names import plain_agreement
from qigraph.extraction.names.owned_names import Ownership
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["between", "with_parties"]

_DASH = re.compile(r"\s?[-\u2013/]\s?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_LISTED = re.compile(
    r"(?:(?:Joint|Trilateral|Tripartite|Bilateral|Common|New|Revised)\s)?"
    r"(?P<all>[A-Z][\w-]{1,11}(?:(?:,\s|,?\sand\s|\s?[\u2013/&-]\s?)[A-Z][\w-]{1,11})+)\s"
)
_JOINT = re.compile(r",\sand\s|,\s|\sand\s|\s?[\u2013/&-]\s?")
_SHARED = re.compile(r"\b(?:joint|trilateral|tripartite|quadripartite|bilateral|common)\s$", re.IGNORECASE)
_THE = re.compile(r"\b[Tt]h(?:e|eir)\s$")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s\([^()]*\))?\s(?P<kind>{plain_agreement().pattern})(?![\w-])", re.IGNORECASE)


def with_parties(
    block: Block,
    mentions: list[Mention],
    things: Things,
    ownerships: list[Ownership],
    actor: Callable[[str], Thing | None],
) -> list[Mention]:
    """The mentions of a block, agreements joined with the names of the parties in front of them.

    Parameters
    ----------
    block : Block
    mentions : list of Mention
        By name, in order, without overlaps.
    things : Things
        What the document speaks of.
    ownerships : list of Ownership
        Here it is noted whose the agreements are.
    actor : callable
        Tells the organisation of a name.
    """
    text, found = block.text, list(mentions)
    for mention in mentions:
        if mention.type == "Agreement" and mention.by_name and mention.thing.parties:
            found = _with_all(block, mention, found, ownerships)
        elif mention.type == "Agreement" and mention.by_name:
            parties = _listed_parties(text[mention.start : mention.stop], actor)
            if len(parties) > 1:
                mention.thing.parties = parties
                ownerships.append(
                    Ownership(block, mention.start, mention.stop, mention.thing, tuple(parties))
                )
    for last in [m for m in found if m.type in ACTORS]:
        kind = _kind().match(text, last.stop)
        group = _parties(text, last, found) if kind else []
        group = _jointly(text, last, found) if kind and len(group) < 2 else group
        if kind is None or len(group) < 2:
            continue
        start, stop = group[0].start, kind.end()
        parties = [thing for m in group for thing in m.things]
        name = text[start:stop]
        thing = between(things, parties) or things.find(name) or things.add(Thing("Agreement", name))
        if thing.type != "Agreement":
            continue
        thing.call(name, kind.group("kind"))
        thing.parties = thing.parties or parties
        ownerships.append(Ownership(block, start, stop, thing, tuple(parties)))
        found = [m for m in found if m.stop <= start or stop <= m.start]
        found.append(Mention(start, stop, [thing], "Agreement"))
    return sorted(found, key=lambda m: m.start)


def _with_all(
    block: Block, mention: Mention, found: list[Mention], ownerships: list[Ownership]
) -> list[Mention]:
    """The mentions with an agreement's carried over the list of parties in front of it: "A, B and C Declaration"."""
    listed: list[Mention] = []
    start = mention.start
    for other in reversed([m for m in found if m.stop <= mention.start]):
        if other.type not in ACTORS or block.text[other.stop : start] != ", ":
            break
        listed.insert(0, other)
        start = other.start
    if not listed:
        return found
    pact = mention.thing
    pact.parties = list(dict.fromkeys([*(m.thing for m in listed), *pact.parties]))
    pact.call(block.text[start : mention.stop])
    ownerships.append(Ownership(block, start, mention.stop, pact, tuple(pact.parties)))
    kept = [m for m in found if m.stop <= start or mention.stop <= m.start]
    return sorted([*kept, Mention(start, mention.stop, [pact], "Agreement")], key=lambda m: m.start)


def _listed_parties(name: str, actor: Callable[[str], Thing | None]) -> list[Thing]:
    """Who stands in a list at the head of an agreement's name: "Joint A, B and C Declaration on …"."""
    listed = _LISTED.match(name)
    if listed is None:
        return []
    parties = [actor(part) for part in _JOINT.split(listed.group("all"))]
    return [party for party in parties if party is not None] if all(parties) else []


def between(things: Things, parties: list[Thing]) -> Thing | None:
    """The agreement that the document has named by the same parties, in any order."""
    same = {id(party) for party in parties}
    known = (t for t in things.all if t.type == "Agreement" and {id(party) for party in t.parties} == same)
    return next(known, None)


def _jointly(text: str, last: Mention, found: list[Mention]) -> list[Mention]:
    """The names of one list behind "joint": "the joint A, B and C declaration"."""
    group = [last]
    for other in reversed([m for m in found if m.stop <= last.start and m.type in ACTORS]):
        if not _JOINT.fullmatch(text, other.stop, group[0].start):
            break
        group.insert(0, other)
    return group if _SHARED.search(text, max(0, group[0].start - 16), group[0].start) else []


def _parties(text: str, last: Mention, found: list[Mention]) -> list[Mention]:
    """The names joined by dashes or strokes that end with this one, or "the X and Y"."""
    group = [last]
    for other in reversed([m for m in found if m.stop <= last.start and m.type in ACTORS]):
        if not _DASH.fullmatch(text, other.stop, group[0].start):
            break
        group.insert(0, other)
    if len(group) == 1:
        before = [m for m in found if m.stop <= last.start]
        pair = (
            bool(before) and before[-1].type in ACTORS and _AND.fullmatch(text, before[-1].stop, last.start)
        )
        if pair and _THE.search(text[: before[-1].start]):
            group.insert(0, before[-1])
    return group
