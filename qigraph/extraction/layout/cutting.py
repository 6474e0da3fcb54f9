"""Cuts a document into blocks, and hangs each on the heading and the lead-in that it belongs to."""

import re
from dataclasses import replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.html_blocks import html_blocks
from qigraph.extraction.layout.line_kinds import is_menu, names_a_group
from qigraph.extraction.layout.name_lists import name_items
from qigraph.extraction.layout.spans import Span
from qigraph.extraction.layout.text_blocks import text_blocks
from qigraph.reading.text import Text

__all__ = ["blocks"]

LONGEST = 8_000
"""Characters of a block; a longer one is cut, so that time stays linear."""


def blocks(text: Text) -> list[Block]:
    """Cut a document into blocks, in reading order.

    Parameters
    ----------
    text : Text
        Plain text, Markdown or HTML.

    Examples
    --------
    >>> found = blocks(Text("a.md", "# Members\\n\\nThe network has two members:\\n\\n- ILAC\\n- IAF\\n"))
    >>> [(block.kind, block.text) for block in found][-2:]
    [('item', 'ILAC'), ('item', 'IAF')]
    >>> found[-1].lead.text
    'The network has two members:'
    """
    read = html_blocks(text.characters) if text.media_type == "text/html" else text_blocks(text.characters)
    told = [
        block for block in read if block.row is not None or block.kind == "cell" or not is_menu(block.text)
    ]
    pairs = zip([None, *told], told, strict=False)
    found = [piece for above, block in pairs for part in name_items(block, above) for piece in _cut(part)]
    _hang(found)
    for block in found:
        block.note_breaks(text.characters)
    return found


def _cut(block: Block) -> list[Block]:
    """The block, cut at white space where it is longer than any paragraph that people write."""
    if len(block.text) <= LONGEST:
        return [block]
    text, origin = block.span.text, block.span.origin
    cuts = [0]
    while len(text) - cuts[-1] > LONGEST:
        space = text.rfind(" ", cuts[-1] + 1, cuts[-1] + LONGEST)
        cuts.append(space if space > 0 else cuts[-1] + LONGEST)
    bounds = zip(cuts, [*cuts[1:], len(text)], strict=True)
    return [replace(block, span=Span(text[a:b], origin[a : b + 1])) for a, b in bounds]


_SUB_LEAD = re.compile(r"\W*(?:the following|the other|these|other|also)\b.*:\s*$", re.IGNORECASE)
"""An item that leads in the items below it."""


_KIND = re.compile(
    r"(?:with|without)\s(?:the\s)?(?:right\sto\svote|voting\srights?|a\svote|vote)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)


def _of_a_kind(text: str) -> bool:
    """Whether an item tells only of which kind those below it are: "Observers", "without voting rights (observers)"."""
    return names_a_group(text) or _KIND.match(text.strip(" :")) is not None


def _hang(found: list[Block]) -> None:
    """Give each block its heading, and each item its lead-in; a heading hangs on the one above its level."""
    above: list[Block] = []
    base: Block | None = None
    lead: Block | None = None
    for block in found:
        titled = block.kind == "heading" and block.row is None
        if titled:
            while above and above[-1].level >= block.level:
                above.pop()
        block.heading = above[-1] if above else None
        if titled:
            above.append(block)
            base = lead = block
        elif block.kind == "item":
            block.lead = block.lead or lead
            if block.lead is lead and (_SUB_LEAD.match(block.text) or _of_a_kind(block.text)):
                block.lead, lead = base, block
        elif block.kind != "footnote":
            base = lead = block
