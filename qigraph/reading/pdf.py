"""Reads the text of a PDF in reading order, with PDFium.

Runs in the child process of :mod:`qigraph.reading.apart`. Nothing but the text of the pages is looked at: no script,
form, attachment or link.
"""

from typing import Any

from qigraph.errors import InputError
from qigraph.reading.letters import UNKNOWN, page_letters, pieces
from qigraph.reading.page_text import page_text
from qigraph.reading.placed import Placed, joined

__all__ = ["MOST_CHARACTERS", "MOST_PAGES", "characters"]

MOST_PAGES = 2_000
"""Pages that a PDF may have."""

MOST_CHARACTERS = 20_000_000
"""Characters that a PDF may have: ten thousand a page."""

_PASSWORD, _SECURITY = 4, 5


def characters(data: bytes) -> Placed:
    r"""The text of a PDF: each page ends with a form feed, paragraphs with a blank line.

    The boxes of its lines are left, top, width and height in points on the page as it is shown.

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


def _text(document: Any) -> Placed:
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"has {count:,} pages, a document may have {MOST_PAGES:,}: split it")
    pages: list[Placed] = []
    length = letters = unknown = 0
    for number in range(count):
        found, sheet = page_letters(document, number)
        letters += len(found)
        unknown += sum(letter.character == UNKNOWN for letter in found)
        parts = [sheet.shown(page_text(turned), turn) for turn, turned in pieces(found)]
        pages.append(joined("\n\n", [part for part in parts if part.text]))
        length += len(pages[-1].text)
        if length > MOST_CHARACTERS:
            raise InputError(f"has over {MOST_CHARACTERS:,} characters: split it")
    if not any(page.text for page in pages):
        raise InputError("has no text, only images: run text recognition (OCR) on it first")
    if unknown > letters / 2:
        raise InputError("does not tell which letters its fonts show: run text recognition (OCR) on it first")
    return joined("", [joined("", [page, Placed("\n\n\f" if page.text else "\f")]) for page in pages])
