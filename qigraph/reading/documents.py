"""Reads one document; what cannot be read is refused with one line."""

from pathlib import Path

from qigraph.errors import InputError
from qigraph.reading.apart import read_apart
from qigraph.reading.decoding import decode
from qigraph.reading.placed import Line
from qigraph.reading.text import Text

__all__ = ["LARGEST", "MEDIA_TYPES", "read"]

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "text/plain",
    ".docx": "text/markdown",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".json": "application/json",
}
"""Suffixes of documents and tables, and what their characters are once read."""

_PARSED = {".pdf": "pdf", ".docx": "docx"}

LARGEST = 50_000_000
"""Bytes that a document may have; a longer one is a data set or a mistake."""


def read(path: Path, name: str | None = None, largest: int = LARGEST) -> Text:
    r"""Read a document; its characters are kept as they are, markup included, but for line ends.

    Of a PDF the characters are its text in reading order, each page ended by a form feed, and the place of
    each line on its page is kept; of a Word document its
    text as Markdown.

    Parameters
    ----------
    path : Path
        A ``.txt``, ``.md``, ``.html``, ``.pdf`` or ``.docx`` file, or a table: ``.csv``, ``.tsv``, ``.jsonl``,
        ``.json``.
    name : str or None
        Name that facts carry as their document; the file name if not given.
    largest : int
        Bytes that it may have.

    Raises
    ------
    InputError
        If it is missing, no file, empty, binary, too large, damaged, encrypted, of another format or encoding, or
        takes too long to read.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     note = Path(folder, "note.txt")
    ...     _ = note.write_bytes(b"ILAC chairs\r\nINetQI.")
    ...     read(note).characters
    'ILAC chairs\nINetQI.'
    """
    suffix = path.suffix.lower()
    media_type = MEDIA_TYPES.get(suffix)
    try:
        _check_file(path, largest)
        if media_type is None:
            raise InputError(f"{path}: cannot read this format: supported are {', '.join(MEDIA_TYPES)}")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    lines: tuple[Line, ...] = ()
    if data and suffix in _PARSED:
        placed = read_apart(_PARSED[suffix], data, str(path))
        characters, lines = placed.text, placed.lines
    else:
        characters = decode(data, str(path), media_type).replace("\r\n", "\n").replace("\r", "\n")
    if not characters.strip("\ufeff \t\n\f\v\u00a0"):
        raise InputError(f"{path}: the document is empty")
    return Text(path.name if name is None else name, characters, media_type, lines)


def _check_file(path: Path, largest: int) -> None:
    if not path.exists():
        raise InputError(f"{path}: no such file")
    if path.is_dir():
        raise InputError(f"{path}: is a folder, not a document")
    if not path.is_file():
        raise InputError(f"{path}: is not a regular file")
    size = path.stat().st_size
    if size > largest:
        raise InputError(
            f"{path}: has {size / 1e6:.0f} MB, a document may have {largest / 1e6:.0f} MB: split it"
        )
