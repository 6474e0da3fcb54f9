"""Assemblies that act: "adopted by the X General Assembly" speaks of a body, not of a meeting."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing

__all__ = ["acting_assemblies"]

_HEADS = frozenset(
    ["general assembly", "assembly", "general conference", "conference", "congress", "plenary"]
)
_ACTS = (
    r"(?:adopted|approved|endorsed|confirmed|ratified|accepted|elected|appointed|established|created|"
    r"set up|decided|resolved|mandated|authori[sz]ed|admitted|disbanded|dissolved|abolished|amended|re-elected|renewed)"
)
_DONE_BY = re.compile(rf"\b{_ACTS}\s(?:\w+\s){{0,3}}?by\s(?:(?:the|its)\s)?$")
_DOES = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:is|was)\s(?:the|its|a)\s[\"']?(?:\w+\s){0,2}?(?:decision-making|governing|supreme|highest|top|policy-making)\b"
    rf"|(?:\s\([^()]*\))?,?\s(?:(?:has|have|had|also|then|\w{{4,}}ly)\s){{0,3}}{_ACTS}\b"
)
_ASSEMBLY = re.compile(r"(?:'s)?\s(?P<name>General Assembly|General Conference|Plenary Assembly|Assembly)\b")
_WINDOW = 60


def acting_assemblies(names: Names, block: Block, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with assemblies that decide something as bodies.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the mentions stand.
    mentions : list of Mention
        All of the block.
    """
    found = []
    for mention in mentions:
        if mention.type == "Event" and mention.by_name:
            mention = _acting(names, block, mention)
        elif mention.type in ("Organisation", "Network"):
            mention = _organ(names, block, mention)
        found.append(mention)
    return [
        m for m in found if not any(o is not m and o.start <= m.start and m.stop <= o.stop for o in found)
    ]


def _organ(names: Names, block: Block, owner: Mention) -> Mention:
    """ "the ISO General Assembly" and "ISO's General Assembly": an organ of ISO, where it acts."""
    text = block.text
    organ = _ASSEMBLY.match(text, owner.stop)
    if organ is None or not _acts(text, owner.start, organ.end()):
        return owner
    surface = f"{text[owner.start : owner.stop]} {organ.group('name')}"
    body = names.bodies.get(surface) or Thing("Body", surface)
    names.bodies[surface] = body
    body.call(text[owner.start : organ.end()], organ.group("name"))
    names.own(block, owner.start, organ.end(), body, [owner.thing])
    return Mention(owner.start, organ.end(), [body], "Body")


def _acts(text: str, start: int, stop: int) -> bool:
    """Whether what stands there is said to decide."""
    return bool(_DONE_BY.search(text[max(0, start - _WINDOW) : start]) or _DOES.match(text, stop))


def _acting(names: Names, block: Block, mention: Mention) -> Mention:
    text = block.text
    surface = text[mention.start : mention.stop]
    kind = lexicon().head_type(surface)
    if kind is None or kind[1] not in _HEADS or any(map(str.isdigit, surface)):
        return mention
    if not _acts(text, mention.start, mention.stop):
        return mention
    body = names.bodies.get(surface)
    if body is None:
        body = names.bodies[surface] = Thing("Body", surface)
        body.call(*(name for name in mention.thing.names if not any(map(str.isdigit, name))))
    names.ownerships[:] = [
        own
        for own in names.ownerships
        if not (own.block is block and own.start <= mention.start < own.stop and own.thing is mention.thing)
    ]
    names.own(block, mention.start, mention.stop, body, list(mention.thing.owners))
    return Mention(mention.start, mention.stop, [body], "Body")
