"""How rows are printed: a table for people, plain data for programs. Text from documents is never trusted."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from qigraph.rows import Rows

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["csv_cell", "json_text", "print_rows", "print_table", "visible"]

# Control characters and those that turn the direction of writing: they redraw a terminal or disguise text.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    r"""The text on one line, with characters that act on a terminal made visible.

    Examples
    --------
    >>> visible("red \x1b[31m")
    'red \\x1b[31m'
    """
    text = re.sub(r"[ \t\r\n]+", " ", text)
    return _HOSTILE.sub(_spell, text)


def _spell(found: re.Match[str]) -> str:
    return ascii(found.group())[1:-1]


def json_text(value: Any, indent: int | None = None) -> str:
    r"""JSON in which characters that act on a terminal are escaped; a reader gets them back.

    Examples
    --------
    >>> json_text({"name": "Bureau – \x9b1m"})
    '{"name": "Bureau – \\u009b1m"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return _HOSTILE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def csv_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula.

    Examples
    --------
    >>> csv_cell("=HYPERLINK(1)"), csv_cell(-3), csv_cell("BIPM")
    ("'=HYPERLINK(1)", -3, 'BIPM')
    """
    if value is None or isinstance(value, int | float):
        return value
    text = _HOSTILE.sub(_spell, _plain(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: Any) -> str:
    """The value as words: lists joined, objects as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value):
        return ", ".join(_plain(item) for item in value)
    return json_text(value) if isinstance(value, list | tuple | dict) else str(value)


def _cell(value: Any) -> str:
    return visible(_plain(value))


def _markdown_cell(value: Any) -> str:
    escaped = re.sub(r"([\\`*_\[\]|])", r"\\\1", _cell(value))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _lines(rows: Rows, format: str) -> Iterator[str]:
    if format == "json":
        yield json_text(rows.records(), indent=2)
    elif format == "jsonl":
        yield from map(json_text, rows.records())
    elif format == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(map(csv_cell, rows.columns))
        writer.writerows([map(csv_cell, row) for row in rows.rows])
        yield buffer.getvalue().removesuffix("\n")
    elif format == "markdown":
        yield f"| {' | '.join(map(_markdown_cell, rows.columns))} |"
        yield f"|{' --- |' * len(rows.columns)}"
        yield from (f"| {' | '.join(map(_markdown_cell, row))} |" for row in rows.rows)
    else:
        yield "\t".join(map(_cell, rows.columns))
        yield from ("\t".join(map(_cell, row)) for row in rows.rows)


def print_rows(rows: Rows, format: str | None = None, title: str | None = None) -> None:
    """Print rows on standard output.

    Parameters
    ----------
    rows : Rows
        What to print.
    format : str or None
        ``table``, ``json``, ``jsonl``, ``csv`` or ``markdown``. None: a table when standard output is a
        terminal, else one line a row with tabs between the cells.
    title : str or None
        Heading of the table; left out of plain data.

    Examples
    --------
    >>> print_rows(Rows(["name", "facts"], [["BIPM", 3]]), format="jsonl")
    {"name": "BIPM", "facts": 3}
    """
    if format == "table" or (format is None and sys.stdout.isatty()):
        print_table(rows, title)
        return
    click.echo("\n".join(_lines(rows, format or "tsv")))


def print_table(rows: Rows, title: str | None = None) -> None:
    """Print rows as a table as wide as the terminal, or as wide as it needs when there is none."""
    from rich.console import Console

    if not rows.rows:
        click.echo(f"{title}: none" if title else "none")
        return
    width = None if sys.stdout.isatty() else 160
    Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False).print(
        _table(rows, title)
    )


def _table(rows: Rows, title: str | None) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title and Text(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(rows.columns):
        numbers = all(isinstance(row[index], int | float) for row in rows.rows)
        longest = max(len(_cell(row[index])) for row in rows.rows)
        table.add_column(
            Text(visible(column)),
            justify="right" if numbers else "left",
            overflow="fold",
            no_wrap=longest <= 12,
        )
    for row in rows.rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    return table
