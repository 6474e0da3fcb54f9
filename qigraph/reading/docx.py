"""Reads a Word document (DOCX) as Markdown, with python-docx.

Runs in the child process of :mod:`qigraph.reading.apart`. The package is checked before any of it is parsed; the
parser resolves no entities and opens no links. Deleted and hidden text is left out, and so are running heads.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from qigraph.errors import InputError
from qigraph.reading.placed import Placed

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["MOST_BYTES", "characters"]

MOST_BYTES = 250_000_000
"""Bytes that the parts of a package may have when expanded."""

_MOST_XML = 60_000_000
_MOST_PARTS = 10_000
_MOST_EXPANSION = 200  # XML of Word shrinks to a tenth or a twentieth
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = b"macroEnabled"


def characters(data: bytes) -> Placed:
    """The text of a Word document: headings, lists, tables and footnotes as Markdown writes them.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    InputError
        If it is encrypted, damaged, has macros, expands to too much, or is no Word document.
    """
    if data.startswith(_OLE):
        raise InputError("is encrypted, or in the format of Word 97: save it as .docx without a password")
    if not data.startswith(b"PK"):
        raise InputError("is not a DOCX, whatever its name says")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package, len(data))
        return Placed(_markdown(data))
    except (InputError, MemoryError):
        raise
    except Exception as error:  # hostile bytes make zipfile, lxml and python-docx raise nearly anything
        raise InputError("is damaged or cut off: it cannot be opened as a DOCX; save it anew") from error


def _check(package: zipfile.ZipFile, size: int) -> None:
    """Refuse what would fill the memory, runs code or defines entities."""
    parts = package.infolist()
    expanded = sum(part.file_size for part in parts)
    xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(parts) > _MOST_PARTS
        or expanded > MOST_BYTES
        or sum(part.file_size for part in xml) > _MOST_XML
        or expanded > max(_MOST_EXPANSION * size, 10_000_000)
    ):
        raise InputError(
            f"expands to {expanded / 1e6:,.0f} MB in {len(parts):,} parts: too much for a document"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("is encrypted: save it without a password")
    types = package.read("[Content_Types].xml")
    if _MACROS in types:
        raise InputError("has macros: save it as .docx without them")
    if _MAIN not in types:
        raise InputError("is not a Word document: only .docx is read")
    for part in xml:
        with package.open(part) as file:
            if b"<!DOCTYPE" in file.read().replace(b"\0", b""):
                raise InputError(f"defines entities in {part.filename}, which Word never does")


def _markdown(data: bytes) -> str:
    import docx

    from qigraph.reading.docx_blocks import blocks, footnotes

    document: Document = docx.Document(io.BytesIO(data))
    text = "\n\n".join([*blocks(document), *footnotes(document)])
    if not text:
        raise InputError("has no text")
    return f"{text}\n"
