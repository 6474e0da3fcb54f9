"""The letters of a PDF page, and the pieces of text that they make."""

import ctypes
import math
import re
from collections import Counter
from typing import Any, NamedTuple

from qigraph.errors import InputError
from qigraph.reading.piece import Piece
from qigraph.reading.sheet import Sheet, upright

__all__ = ["UNKNOWN", "Letter", "page_letters", "pieces"]

UNKNOWN = "\ufffd"
"""Stands for a letter whose font does not tell what it is."""

_ASKEW = 4
_LINE_END_HYPHEN = (0x02, 0xFFFE)  # how PDFium marks it
_BULLETS = {
    "\uf0b7": "\u2022",
    "\uf0a7": "\u25aa",
    "\uf0d8": "\u2022",
    "\uf0fc": "\u2022",
    "\uf0a8": "\u2022",
}
_POWERS = str.maketrans("0123456789-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b")
_POWER_OF = re.compile(r"(?:^|[\W\d_])(?:\d+|[kcmn\u00b5\u03bc]?m|s|g|kg|x|y|R)$")
_BOLD = re.compile(rb"bold|black|heavy|demi(?!l)", re.IGNORECASE)


class Letter(NamedTuple):
    """One character and its box; white space has no box.

    Parameters
    ----------
    character : str
    left, bottom, right, top : float
        As on a page that is turned so that the letter stands upright.
    bold : bool
    turn : int
        Quarter turns that it is written at, 4 where it is askew.
    """

    character: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bold: bool = False
    turn: int = 0


def page_letters(document: Any, number: int) -> tuple[list[Letter], Sheet]:
    """The letters of a page in the order of the file, and the sheet that they stand on.

    Parameters
    ----------
    document : pypdfium2.PdfDocument
    number : int
        Of the page, from 0.

    Raises
    ------
    InputError
        If the page is damaged.
    """
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        page = document[number]
        text = page.get_textpage()
        sheet = Sheet.of(page)
    except pdfium.PdfiumError as error:
        raise InputError(f"is damaged: page {number + 1} cannot be read; save it anew") from error
    found: list[Letter] = []
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    font = ctypes.create_string_buffer(256)
    bold, high = False, 0
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond 16 bits
            high = code
            continue
        character, high = _character(high, code), 0
        if character.isspace():
            found.append(Letter("\n" if character in "\r\n" else " "))
        elif raw.FPDFText_GetLooseCharBox(text, at, reference):
            if not found or found[-1].character in " \n":  # a word has one font, and asking is slow
                font.value = b""  # PDFium leaves it as it is when a name is too long for it
                raw.FPDFText_GetFontInfo(text, at, font, len(font), None)
                bold = bool(_BOLD.search(font.value))
            quarters = raw.FPDFText_GetCharAngle(text, at) / (math.pi / 2)
            turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else _ASKEW
            sides = upright((box.left, box.bottom, box.right, box.top), turn)
            found.append(Letter(character, *sides, bold, turn))
    text.close()
    page.close()
    return found, sheet


def _character(high: int, code: int) -> str:
    if code in _LINE_END_HYPHEN:
        return "-"
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNKNOWN
    character = chr(code) if 0 < code < 0x110000 else UNKNOWN
    if "\ue000" <= character <= "\uf8ff":
        return _BULLETS.get(character, UNKNOWN)
    return UNKNOWN if code < 32 and not character.isspace() else character


def pieces(letters: list[Letter]) -> list[tuple[int, list[Piece]]]:
    """Pieces of text by direction of writing, that of most letters first and askew text last.

    Parameters
    ----------
    letters : list of Letter
        Of one page.
    """
    found: dict[int, list[Piece]] = {}
    run: list[Letter] = []
    last: Letter | None = None  # of the run, white space left out
    for letter in [*letters, Letter("\n")]:
        if last and (letter.character == "\n" or (letter.character != " " and _apart(last, letter))):
            found.setdefault(last.turn, []).append(_piece(run))
            run, last = [], None
        if letter.character not in " \n":
            last = letter
        if last:
            run.append(letter)
    counts = Counter(letter.turn for letter in letters if not letter.character.isspace())
    return [
        (turn, found[turn]) for turn in sorted(found, key=lambda turn: (turn == _ASKEW, -counts[turn], turn))
    ]


def _apart(last: Letter, now: Letter) -> bool:
    """Whether a letter stands on another line than the one before, or after a wide gap."""
    height = max(last.top - last.bottom, now.top - now.bottom)
    if last.turn != now.turn:
        return True
    if now.turn == _ASKEW:
        return False
    level = min(last.top, now.top) - max(last.bottom, now.bottom)
    return (
        level < 0.4 * min(last.top - last.bottom, now.top - now.bottom)
        or now.left - last.right > 0.8 * height
        or now.left < last.left - 0.5 * height
    )


def _piece(run: list[Letter]) -> Piece:
    inked = [letter for letter in run if letter.character != " "]
    longest = Counter((round(letter.top, 1), round(letter.bottom, 1)) for letter in inked)
    top, bottom = max(longest, key=lambda sides: (longest[sides], sides))
    return Piece(
        _characters(run, top, bottom),
        min(letter.left for letter in inked),
        bottom,
        max(letter.right for letter in inked),
        top,
        all(letter.bold for letter in inked),
    )


def _characters(run: list[Letter], top: float, bottom: float) -> str:
    """The text of a run: the mark of a footnote is left out where it is called, a power is written as such.

    Left in, the mark would become a part of the word or number before it.
    """
    text: list[str] = []
    at = 0
    while at < len(run):
        end = at
        while (
            end < len(run)
            and run[end].character in "0123456789-,*\u2020\u2021"
            and _raised(run[end], top, bottom)
        ):
            end += 1
        raised = "".join(letter.character for letter in run[at:end])
        before = "".join(text[-6:])
        if not raised:
            text.append(run[at].character)
            end = at + 1
        elif not before.strip():
            text.append(f"{raised} ")
        elif _POWER_OF.search(before):
            text.append(raised.translate(_POWERS))
        at = end
    return re.sub(" +", " ", "".join(text)).strip()


def _raised(letter: Letter, top: float, bottom: float) -> bool:
    height = top - bottom
    return letter.top - letter.bottom < 0.8 * height and letter.bottom > bottom + 0.2 * height
