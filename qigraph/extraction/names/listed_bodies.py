"""Bodies in a list of them, without a noun that tells it: "Hydrogen (convenor: …)" below "Sub-committees"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention

__all__ = ["listed_bodies"]

_LIST = cued(
    r"^(?:\d[\d.]*\s)?(?:(?:our|the|its|key|main|current|active|other|new|technical|joint|standing|list of|permanent"
    r"|consultative|regional|existing|two|three|four|five|six|seven|eight)\s){0,3}"
    r"(?:sub-?committees|committees|working (?:groups|parties)|task (?:forces|groups)|(?:expert|advisory|focus) groups"
    r"|(?:study|project) groups|sub-?groups|panels|departments|divisions|directorates|units|subsidiary bodies)"
    r"(?:\sand\s(?:sub-?committees|working groups|task (?:forces|groups)|panels|units|divisions|sections))?"
    r"(?:\s(?:of|in|within|under)\s.{2,60})?(?:\s(?:are|include))?\s?:?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?P<name>[A-Z0-9\u00c0-\u00de][^\"();:,\n]{1,90}?)(?=\s?\(|\s?:\s|,\s|\s[\u2013\u2014-]\s|;|\.?\s?$)"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|we|you|please|click|see|of the board)\b", re.IGNORECASE
)
_MOST_WORDS = 10
_OTHER_KINDS = ("Body", "Event", "Person", "Programme", "Agreement", "Publication", "Instrument", "System")


def listed_bodies(names: Names, block: Block) -> list[Mention]:
    """Mentions of bodies that stand in a list of bodies and have no head noun of their own.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    """
    above = (block.lead or block.heading) if block.kind == "item" else None
    if above is None:
        return []
    start = above.sentences[-1][0] if above.sentences else 0
    match = _NAME.match(block.text) if _LIST.search(above.text[start:].strip()) else None
    if match is None:
        return []
    name = match.group("name").strip()
    kind = lexicon().head_type(name)
    if len(name) < 2 or len(name.split()) > _MOST_WORDS or _CLAUSE.search(name):
        return []
    if (kind is not None and kind[0] in _OTHER_KINDS) or names.known.find(block.text[: match.end("name")]):
        return []
    thing = names.things.find(name)
    if thing is not None and thing.type != "Body":
        return []
    thing = names.things.named(name, "Body")
    return [Mention(0, match.end("name"), [thing], "Body")]
