"""Bodies whose owner stands in front of a name that was defined: "the SMIIC Metrology Council (MC)", "SMIIC MC"."""

import re
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.owned_names import Ownership
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["join_owners"]

_WHOLE = re.compile(r"(?:General |Annual )?(?:Assembly|Secretariat|Conference|Plenary)\b")
"""Organs that stand for their owner, whose name stays one of its own."""

_ORGAN = re.compile(
    r"\b(?:Committee|Sub-?[Cc]ommittee|Council|Board|Group|Department|Division|Section|Unit|Secretariat|Commission|Panel"
    r"|Bureau|Task Force|Working Party|Directorate|Assembly)\b(?!\sof\b)"
)


def join_owners(named: dict[Block, list[Mention]], ownerships: list[Ownership]) -> None:
    """Make one mention of an owner and the body behind it, where the body was taken for a name of its own.

    Parameters
    ----------
    named : dict of Block to list of Mention
        Mentions by name; they are changed.
    ownerships : list of Ownership
        Here it is noted whose the bodies are.
    """
    owned: dict[int, Thing] = {}
    for block, mentions in named.items():
        for owner, body in pairwise(mentions):
            if (
                _beside(block.text, owner, body) or _behind_bracket(block.text, owner, body)
            ) and _ORGAN.search(block.text, body.start, body.stop):
                owned.setdefault(id(body.thing), owner.thing)
    if not owned:
        return
    for block, mentions in named.items():
        named[block] = _joined(block, mentions, owned, ownerships)


def _beside(text: str, owner: Mention, body: Mention) -> bool:
    return (
        owner.type in ("Organisation", "Network")
        and body.type in ACTORS
        and body.thing.entity is None
        and body.thing is not owner.thing
        and text[owner.stop : body.start] == " "
        and len(body.things) == len(owner.things) == 1
    )


def _behind_bracket(text: str, owner: Mention, body: Mention) -> bool:
    """Whether a body stands behind the bracket with its owner's acronym: "the Pacific Congress (PC) Board"."""
    return (
        owner.type in ("Organisation", "Network")
        and body.type == "Body"
        and body.by_name
        and not _WHOLE.match(text, body.start, body.stop)
        and body.thing.entity is None
        and not [other for other in body.thing.owners if other is not owner.thing]
        and text[owner.stop : body.start] == ") "
        and text[max(0, owner.start - 2) : owner.start] == " ("
    )


def _joined(
    block: Block, mentions: list[Mention], owned: dict[int, Thing], ownerships: list[Ownership]
) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        owner = owned.get(id(mention.thing))
        if owner is None:
            found.append(mention)
            continue
        mention.type = mention.thing.type = "Body"
        before = found[-1] if found else None
        if before is not None and before.thing is owner and block.text[before.stop : mention.start] == " ":
            found.pop()
            whole = Mention(before.start, mention.stop, [mention.thing], "Body")
            mention.thing.call(block.text[whole.start : whole.stop])
            ownerships.append(Ownership(block, whole.start, whole.stop, mention.thing, (owner,)))
            if owner not in mention.thing.owners:
                mention.thing.owners.append(owner)
            mention = whole
        elif len(found) > 1 and _with_bracket(block.text, found[-2], found[-1], mention, owner):
            short, long = found.pop(), found.pop()
            whole = Mention(long.start, mention.stop, [mention.thing], "Body")
            name = block.text[mention.start : mention.stop]
            for owned_name in (
                block.text[whole.start : whole.stop],
                *(f"{o} {name}" for o in _surfaces(block, short, long)),
            ):
                mention.thing.call(owned_name)
            ownerships.append(Ownership(block, whole.start, whole.stop, mention.thing, (owner,)))
            if owner not in mention.thing.owners:
                mention.thing.owners.append(owner)
            mention = whole
        found.append(mention)
    return found


def _with_bracket(text: str, long: Mention, short: Mention, body: Mention, owner: Thing) -> bool:
    """Whether a name, the same in brackets and a body stand in a row."""
    return (
        long.thing is short.thing is owner
        and text[long.stop : short.start] == " ("
        and text[short.stop : body.start] == ") "
    )


def _surfaces(block: Block, *mentions: Mention) -> list[str]:
    return [block.text[m.start : m.stop] for m in mentions]
