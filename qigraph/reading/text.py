"""The text of a document: its characters as read, from which every quote is sliced."""

import hashlib
import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from qigraph.reading.placed import Box, Line

__all__ = ["TABLES", "Text"]

TABLES = frozenset(("text/csv", "application/jsonl", "application/json"))
"""Media types of tables."""


@dataclass(frozen=True)
class Text:
    """One document as read.

    Parameters
    ----------
    name : str
        File name, which facts carry as their document.
    characters : str
        The decoded file with line ends as ``\\n``; markup is kept, so that offsets point into the source. In plain
        text a form feed ends a page.
    media_type : str
        ``text/plain``, ``text/markdown`` or ``text/html``; of a table ``text/csv``, ``application/jsonl`` or
        ``application/json``.
    lines : tuple of Line
        First and last offset of each line, and its box on the page: left, top, width and height in points; empty
        where the document does not tell.
    recipe : str
        For a table, how its rows become facts, where no recipe that qigraph ships is to be taken.

    Examples
    --------
    >>> Text("note.txt", "ILAC chairs INetQI.").characters[0:4]
    'ILAC'
    """

    name: str
    characters: str
    media_type: str = "text/plain"
    lines: tuple[Line, ...] = ()
    recipe: str = ""

    @property
    def is_table(self) -> bool:
        """Whether it has rows rather than sentences.

        Examples
        --------
        >>> Text("members.csv", "body,since\\n", "text/csv").is_table
        True
        """
        return self.media_type in TABLES

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """Offsets at which the pages begin; none for a text without pages.

        Examples
        --------
        >>> Text("a.pdf", "ILAC\\fIAF\\f").pages
        (0, 5)
        """
        if self.media_type != "text/plain":
            return ()
        ends = [at for at, character in enumerate(self.characters) if character == "\f"]
        begins = [0, *(at + 1 for at in ends)] if ends else []
        return tuple(begins if begins and begins[-1] < len(self.characters) else begins[:-1])

    def page(self, offset: int) -> int | None:
        """Number of the page, from 1, on which a character stands; None for a text without pages.

        Parameters
        ----------
        offset : int
            Of the character.

        Examples
        --------
        >>> Text("a.pdf", "ILAC\\fIAF\\f").page(5)
        2
        """
        return bisect_right(self.pages, offset) or None

    def box(self, start: int, stop: int) -> Box | None:
        """Left, top, width and height, in points, of the lines that a slice is on; None where that is not known.

        Of a slice that goes over several pages only the first counts.

        Parameters
        ----------
        start, stop : int
            Offsets of the slice.

        Examples
        --------
        >>> lines = ((0, 4, (70.0, 50.0, 30.0, 10.0)), (5, 8, (70.0, 62.0, 20.0, 10.0)))
        >>> Text("a.pdf", "ILAC\\nIAF", lines=lines).box(2, 6)
        (70.0, 50.0, 30.0, 22.0)
        """
        first = bisect_right(self._ends, start)
        page = self.page(start)
        boxes = []
        for begin, _, box in self.lines[first:]:
            if begin >= stop or self.page(begin) != page:
                break
            boxes.append(box)
        return _around(boxes) if boxes else None

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end, _ in self.lines]

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of what was read, by which a graph recognises an unchanged document."""
        places = json.dumps(self.lines) if self.lines else ""
        return hashlib.sha256(
            f"{self.media_type}\n{self.characters}{places}{self.recipe}".encode()
        ).hexdigest()


def _around(boxes: list[Box]) -> Box:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, round(right - left, 1), round(bottom - top, 1)
