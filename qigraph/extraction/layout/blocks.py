"""Blocks: the headings, paragraphs, list items and table cells of a document, each with what it hangs on.

Most membership and event facts sit in lists and tables whose verb is in the lead-in, the heading or the column head,
so every block knows these.
"""

from dataclasses import dataclass, field
from functools import cached_property

from qigraph.extraction.layout.sentences import sentences
from qigraph.extraction.layout.spans import Span

__all__ = ["Block", "Row"]


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
    breaks : list of int
        Offsets in the clean text at which a line of the source begins, the first line left out.
    """

    kind: str
    span: Span
    level: int = 0
    heading: "Block | None" = None
    lead: "Block | None" = None
    row: Row | None = None
    column: int = 0
    breaks: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The clean text."""
        return self.span.text

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and stop of each sentence."""
        return sentences(self.text)

    def note_breaks(self, source: str) -> None:
        """Remember where lines of the source begin."""
        origin, text = self.span.origin, self.text
        self.breaks = [
            at + 1
            for at, character in enumerate(text)
            if character == " " and at + 1 < len(text) and "\n" in source[origin[at] : origin[at + 1]]
        ]
