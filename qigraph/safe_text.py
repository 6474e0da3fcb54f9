"""Text from documents made harmless where it goes: terminals, JSON, spreadsheets."""

import csv
import html
import io
import json
import re
from typing import Any

from qigraph.rows import Rows

__all__ = ["csv_cell", "csv_text", "json_text", "plain", "readable", "visible"]

# Control characters and those that turn the direction of writing: they redraw a terminal or disguise text.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|caption|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|small|span"
    r"|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def readable(quote: str) -> str:
    """A quote for people: on one line, without what is left in it of a web page.

    Parameters
    ----------
    quote : str
        As it stands in the document.

    Examples
    --------
    >>> readable("members:</p> <ul><li>BIPM&nbsp;(1875) if 1 < 2")
    'members: BIPM (1875) if 1 < 2'
    """
    return " ".join(html.unescape(_TAG.sub(" ", quote)).split())


def visible(text: str) -> str:
    r"""The text on one line, with characters that act on a terminal made visible.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> visible("red \x1b[31m")
    'red \\x1b[31m'
    """
    return _HOSTILE.sub(_spell, re.sub(r"[ \t\r\n]+", " ", text))


def _spell(found: re.Match[str]) -> str:
    return ascii(found.group())[1:-1]


def json_text(value: Any, indent: int | None = None) -> str:
    r"""JSON in which characters that act on a terminal are escaped; a reader gets them back.

    Parameters
    ----------
    value : object
        What JSON can hold; anything else is written as its text.
    indent : int or None
        Spaces a level; one line if not given.

    Examples
    --------
    >>> json_text({"name": "Bureau – \x9b1m"})
    '{"name": "Bureau – \\u009b1m"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return _HOSTILE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def plain(value: Any) -> str:
    """The value in words: lists joined by commas, objects as JSON, nothing as an empty text.

    Parameters
    ----------
    value : object

    Examples
    --------
    >>> plain(["BIPM", 3]), plain(None), plain(True)
    ('BIPM, 3', '', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value):
        return ", ".join(plain(item) for item in value)
    return json_text(value) if isinstance(value, list | tuple | dict) else str(value)


def csv_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula.

    Parameters
    ----------
    value : object
        Numbers stay numbers.

    Examples
    --------
    >>> csv_cell("=HYPERLINK(1)"), csv_cell(-3), csv_cell("BIPM")
    ("'=HYPERLINK(1)", -3, 'BIPM')
    """
    if value is None or isinstance(value, int | float):
        return value
    text = _HOSTILE.sub(_spell, plain(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_text(rows: Rows) -> str:
    r"""Rows as comma-separated values, a heading first, that no spreadsheet takes for formulas.

    Parameters
    ----------
    rows : Rows

    Examples
    --------
    >>> csv_text(Rows(["name", "facts"], [["BIPM", 3], ["=1+1", None]]))
    "name,facts\nBIPM,3\n'=1+1,\n"
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(map(csv_cell, rows.columns))
    writer.writerows([map(csv_cell, row) for row in rows.rows])
    return buffer.getvalue()
