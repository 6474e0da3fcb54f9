"""The text of a document: its characters as read, from which every quote is sliced."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Text"]


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
        ``text/plain``, ``text/markdown`` or ``text/html``.

    Examples
    --------
    >>> Text("note.txt", "ILAC chairs INetQI.").characters[0:4]
    'ILAC'
    """

    name: str
    characters: str
    media_type: str = "text/plain"

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

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the characters and the media type, by which a graph recognises an unchanged document."""
        return hashlib.sha256(f"{self.media_type}\n{self.characters}".encode()).hexdigest()
