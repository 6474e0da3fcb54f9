"""What a report is made of. Every format renders this one model, so that all tell the same numbers."""

from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Block", "Cell", "Listing", "Paragraph", "Quote", "Report", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and the number of the source that it stands in.

    Parameters
    ----------
    text : str
    source : int
        Its number in the list of sources, from 1.
    place : str
        Where in the source: ``page 3, characters 10 to 46``.
    """

    text: str
    source: int
    place: str


Cell = str | int | Quote | None
"""What a cell of a table holds; numbers with a fraction come as text, rounded alike everywhere."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption.

    Parameters
    ----------
    caption : str
        What it shows.
    columns : tuple of str
    rows : tuple of tuple
        As long as ``columns``.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Parameters
    ----------
    heading : str
    blocks : tuple
        Paragraphs, lists, tables and sections of the next level.
    """

    heading: str
    blocks: tuple["Block", ...]


Block = Paragraph | Listing | Table | Section


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Parameters
    ----------
    title : str
    subtitle : str
        Date and extent.
    sections : tuple of Section
    sources : tuple of str
        The documents, in the order of their numbers.
    links : tuple of (str or None)
        For each source a web address, or None.
    """

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    links: tuple[str | None, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries; each block names its kind."""
        return {
            "title": self.title,
            "subtitle": self.subtitle,
            "sections": [_block(section) for section in self.sections],
            "sources": [
                {"number": number, "name": name, "link": link}
                for number, (name, link) in enumerate(zip(self.sources, self.links, strict=True), start=1)
            ],
        }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Section):
        return {"kind": "section", "heading": block.heading, "blocks": [_block(b) for b in block.blocks]}
    if isinstance(block, Table):
        rows = [[asdict(cell) if isinstance(cell, Quote) else cell for cell in row] for row in block.rows]
        return {"kind": "table", "caption": block.caption, "columns": list(block.columns), "rows": rows}
    if isinstance(block, Listing):
        return {"kind": "list", "items": list(block.items)}
    return {"kind": "paragraph", "text": block.text}
