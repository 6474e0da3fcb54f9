"""Headings that are titles: "Fair Scales 2006" above "A joint publication of …" or "The project aims to …"."""

import re
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["entitle_sections"]

_ADJECTIVES = (
    r"(?:(?:joint|new|recent|first|second|third|annual|practical|regional|global|flagship|online|web-based|[a-z]+-year)"
    r"\s){0,3}"
)
_NOUNS = {
    "Publication": r"publication|report|guide|handbook|study|book|manual|brochure|leaflet|toolkit|booklet",
    "Programme": r"project|programme|program|initiative|campaign",
    "System": r"database|portal|platform",
}
_TOLD = re.compile(
    rf"\W*(?:An?|The|This)\s{_ADJECTIVES}(?:"
    + "|".join(rf"(?P<{kind}>{nouns})" for kind, nouns in _NOUNS.items())
    + r")\b(?=\s(?:of|by|from|is|was|has|aims?|aimed|seeks|published|issued|funded|financed|implemented|run|led"
    r"|launched|started|began|supports?|helps?|provides|gives|covers|focuses|promotes)\b)"
)
_NO_TITLE = re.compile(
    r"\b(?:is|are|was|were|has|have|will|we|our|about|home|news|welcome|overview|project|projects|programmes?|initiatives?"
    r"|publications?|reports?|introduction|background|objectives?|activities|results|partners?|contacts?|what|why|how|who"
    r"|context|summary|databases?|messages|highlights|foreword|abstract|conclusions?|remarks|contents|findings|recommendations|further|other|more|new|signs?|signed|launch\w*|joins?|our)\b|[.?!]",
    re.IGNORECASE,
)
_LONGEST = 12


def entitle_sections(found: list[Block], named: dict[Block, list[Mention]], things: Things) -> None:
    """Make headings of which the first sentence below says what they name a mention, and that sentence's subject too.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name; it is changed.
    things : Things
        Of the document; it grows.
    """
    for heading, block in pairwise(found):
        told = _TOLD.match(block.text) if heading.kind == "heading" and block.kind == "paragraph" else None
        if told is None or not _is_title(heading, named[heading]):
            continue
        if any(m.start < told.end() and m.type != "Topic" for m in named[block]):
            continue
        kind = next(name for name in _NOUNS if told.group(name))
        title = heading.text.strip(' "*:')
        thing = things.find(title) or things.add(Thing(kind, title))
        if thing.type != kind:
            continue
        begin = heading.text.index(title)
        named[heading] = [Mention(begin, begin + len(title), [thing], kind)]
        mentions = [
            *(m for m in named[block] if m.start >= told.end()),
            Mention(told.start(kind), told.end(), [thing], kind, False),
        ]
        named[block] = sorted(mentions, key=lambda m: m.start)


def _is_title(heading: Block, mentions: list[Mention]) -> bool:
    words = heading.text.split()
    if not 2 <= len(words) <= _LONGEST or not heading.text[0].isupper() or _NO_TITLE.search(heading.text):
        return False
    if any(m.type in (*ACTORS, "Event", "Person", "Agreement") for m in mentions):
        return False
    head = lexicon().head_type(heading.text)
    return head is None or head[0] in _NOUNS
