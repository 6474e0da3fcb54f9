"""Blocks: the headings, paragraphs, list items and table cells of a document, each with what it hangs on.

Most membership and event facts sit in lists and tables whose verb is in the lead-in, the heading or the column head,
so every block knows these.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from qigraph.extraction.sentences import sentences
from qigraph.extraction.spans import Span
from qigraph.reading.text import Text

LONGEST = 8_000
"""Characters of a block; a longer one is cut, so that time stays linear."""

__all__ = ["Block", "Row", "blocks"]


@dataclass
class Row:
    """One row of a table.

    Parameters
    ----------
    cells : dict of int to list of Block
        The blocks of each column, by column number.
    header : Row or None
        The row with the column heads.
    """

    cells: "dict[int, list[Block]]" = field(default_factory=dict)
    header: "Row | None" = None

    def head(self, column: int) -> str:
        """Text of the column's head, or an empty string."""
        found = self.header.cells.get(column) if self.header else None
        return found[0].text if found else ""

    def label(self, column: int) -> str:
        """The nearest text to the left that is more than a number: the question of an answer."""
        for left in range(column - 1, -1, -1):
            for block in self.cells.get(left, ()):
                if any(character.isalpha() for character in block.text):
                    return block.text
        return ""


@dataclass(eq=False)
class Block:
    """One block of a document.

    Parameters
    ----------
    kind : str
        ``heading``, ``paragraph``, ``item``, ``cell`` or ``footnote``.
    span : Span
        Its clean text with offsets.
    level : int
        Depth of a heading, 0 for others.
    heading, lead : Block or None
        The heading above; for an item, the paragraph or heading that leads its list in.
    row : Row or None
    column : int
        Table row and column number of a cell.
    """

    kind: str
    span: Span
    level: int = 0
    heading: "Block | None" = None
    lead: "Block | None" = None
    row: Row | None = None
    column: int = 0

    @property
    def text(self) -> str:
        """The clean text."""
        return self.span.text

    @cached_property
    def breaks(self) -> list[int]:
        """Offsets in the clean text at which a line of the source begins, the first line left out."""
        return getattr(self, "_breaks", [])

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and stop of each sentence."""
        return sentences(self.text)

    def note_breaks(self, source: str) -> None:
        """Remember where lines of the source begin."""
        origin, text = self.span.origin, self.text
        self._breaks = [
            at + 1
            for at, character in enumerate(text)
            if character == " " and at + 1 < len(text) and "\n" in source[origin[at] : origin[at + 1]]
        ]


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
    from qigraph.extraction.html_blocks import html_blocks
    from qigraph.extraction.text_blocks import text_blocks

    read = html_blocks(text.characters) if text.media_type == "text/html" else text_blocks(text.characters)
    found = [piece for block in read for piece in _pieces(block)]
    _hang(found)
    for block in found:
        block.note_breaks(text.characters)
    return found


def _pieces(block: Block) -> list[Block]:
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


def _hang(found: list[Block]) -> None:
    """Give each block its heading, and each item its lead-in; a heading hangs on the one above its level."""
    above: list[Block] = []
    lead: Block | None = None
    for block in found:
        if block.kind == "heading":
            while above and above[-1].level >= block.level:
                above.pop()
        block.heading = above[-1] if above else None
        if block.kind == "heading":
            above.append(block)
            lead = block
        elif block.kind == "item":
            block.lead = block.lead or lead
        elif block.kind != "footnote":
            lead = block
