"""The text of a document: its characters as read, from which every quote is sliced."""

import hashlib
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
        The decoded file with line ends as ``\\n``; markup is kept, so that offsets point into the source.
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
    def sha256(self) -> str:
        """SHA-256 of the characters and the media type, by which a graph recognises an unchanged document."""
        return hashlib.sha256(f"{self.media_type}\n{self.characters}".encode()).hexdigest()
