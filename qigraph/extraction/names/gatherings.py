"""Forums that are held: "the IAF held the Lakes Quality Forum in Riga" speaks of an event, not of a network."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.things import Mention, Thing

__all__ = ["gather"]

_NAME = re.compile(
    r"\b(?:Forum|Roundtable|Round Table|Dialogue|Platform Meeting)(?:\s(?:on|for)\s[^,;]+)?(?:\s(?:19|20)\d\d)?$"
)
_HELD_BEFORE = re.compile(
    r"\b(?:held|hosted|organi[sz]ed|co-hosted|co-organi[sz]ed|convened|attended|took part in|participated in|spoke at"
    r"|speaking at|during|opened|(?:presentations?|speech|keynote|papers?|address) (?:at|to)"
    r"|(?:margins?|sidelines?|fringes?|occasion|edition|participants|host|venue|organi[sz]ers?)\s(?:of|in|at|to))\s(?:(?:on|in)\s[\w\s]{4,20}\s)?"
    r"(?:(?:the|a|an|its|first|ever|annual|second|third|\d{1,2}(?:st|nd|rd|th))\s){0,4}$"
)
_HELD_BEHIND = re.compile(
    r"(?:\s?\([^()]*\))?(?:,\s[^.;,]{3,80},)?\s(?:was|were|is|will be|has been)\s(?:also\s|jointly\s)?"
    r"(?:held|organi[sz]ed|hosted|convened|attended)\b"
    r"|(?:\s?\([^()]*\))?\s(?:took place|takes place|brought together|gathered"
    r"|convened (?:on|in|at|from)|held (?:in|on|at)|, held (?:in|on|at))\b"
)


def gather(found: list[Block], named: dict[Block, list[Mention]]) -> None:
    """Make the forums that the text says to be held or attended events.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name; the type of some is changed.
    """
    held: set[int] = set()
    for block in found:
        for mention in named[block]:
            if _is_forum(mention) and _says_held(block.text, mention):
                held.add(id(mention.thing))
    for mention in (m for mentions in named.values() for m in mentions if id(m.thing) in held):
        mention.type = mention.thing.type = "Event"


def _is_forum(mention: Mention) -> bool:
    thing: Thing = mention.thing
    return mention.type in ("Network", "Body") and thing.entity is None and bool(_NAME.search(thing.label))


def _says_held(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 70) : mention.start]
    return bool(_HELD_BEFORE.search(before) or _HELD_BEHIND.match(text, mention.stop))
