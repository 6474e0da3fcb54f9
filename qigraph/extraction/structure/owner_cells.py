"""Cells that say whose and what: "OECD, Compendium of Instruments" in the column of organisations and practices."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["owned_in_cells"]

_HEAD = re.compile(
    r"\b(?:io|organi[sz]ation|institution|body|agency|owner|name)s?\b.*\b(?:practices?|projects?|programmes?|initiatives?"
    r"|instruments?|tools?|publications?|products?|systems?|databases?|activit(?:y|ies))\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\s?\([^()]*\))?\s?(?:,|:|\u2013|\u2014|-|/)\s(?:the\s|its\s)?")
_OWNING = {
    "Programme": (("owned", "partOf"), ("owner", "organised")),
    "Body": (("owned", "partOf"),),
    "Publication": (("owner", "issued"),),
    "Instrument": (("owner", "issued"),),
    "System": (("owner", "maintains"),),
}


def owned_in_cells(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what belongs to whom by cells that name an organisation and, behind a comma, something of its own.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for block in found:
        if block.row is None or block.row.header in (None, block.row):
            continue
        mentions = [m for m in spoken[block] if m.by_name and m.type not in ("Topic", "Goal", "Place")]
        if len(mentions) < 2 or not _HEAD.search(block.row.head(block.column)):
            continue
        owner, owned = mentions[0], mentions[1]
        if (
            owner.start > 0
            or owner.type not in ACTORS
            or not _BETWEEN.fullmatch(block.text, owner.stop, owned.start)
        ):
            continue
        for kind, relation in _OWNING.get(owned.type, ()):
            one, other = (owned.thing, owner.thing) if kind == "owned" else (owner.thing, owned.thing)
            if one is not other:
                yield Candidate(
                    one, relation, other, None, None, block, 0, owned.stop, "structure/owner-cell"
                )
