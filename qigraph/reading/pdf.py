"""Reads the text of a PDF in reading order, with PDFium.

Runs in the child process of :mod:`qigraph.reading.apart`. Nothing but the text of the pages is looked at: no script,
form, attachment or link.
"""

from typing import Any

from qigraph.errors import InputError
from qigraph.reading.letters import UNKNOWN, page_letters, pieces
from qigraph.reading.page_text import page_text

__all__ = ["MOST_CHARACTERS", "MOST_PAGES", "characters"]

MOST_PAGES = 2_000
"""Pages that a PDF may have."""

MOST_CHARACTERS = 20_000_000
"""Characters that a PDF may have: ten thousand a page."""

_PASSWORD, _SECURITY = 4, 5


def characters(data: bytes) -> str:
    r"""The text of a PDF: each page ends with a form feed, paragraphs with a blank line.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    InputError
        If it is encrypted, damaged, too long or without text.
    """
    import pypdfium2 as pdfium

    if b"%PDF-" not in data[:1024]:
        raise InputError("is not a PDF, whatever its name says")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            raise InputError("is encrypted: save it without a password") from error
        raise InputError("is damaged or cut off: it cannot be opened as a PDF; save it anew") from error
    try:
        return _text(document)
    finally:
        document.close()


def _text(document: Any) -> str:
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"has {count:,} pages, a document may have {MOST_PAGES:,}: split it")
    pages: list[str] = []
    length = letters = unknown = 0
    for number in range(count):
        found = page_letters(document, number)
        letters += len(found)
        unknown += sum(letter.character == UNKNOWN for letter in found)
        parts = [page_text(turned) for turned in pieces(found)]
        pages.append("\n\n".join(part for part in parts if part))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            raise InputError(f"has over {MOST_CHARACTERS:,} characters: split it")
    if not any(pages):
        raise InputError("has no text, only images: run text recognition (OCR) on it first")
    if unknown > letters / 2:
        raise InputError("does not tell which letters its fonts show: run text recognition (OCR) on it first")
    return "".join(f"{page}\n\n\f" if page else "\f" for page in pages)
