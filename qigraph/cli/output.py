"""How rows are printed: a table for people, plain data for programs. Text from documents is never trusted."""

import re
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from qigraph.rows import Rows
from qigraph.safe_text import csv_text, json_text, plain, visible

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["for_people", "markdown_lines", "print_rows", "print_table"]


def _cell(value: Any) -> str:
    return visible(plain(value))


def _markdown_cell(value: Any) -> str:
    escaped = re.sub(r"([\\`*_\[\]|])", r"\\\1", _cell(value))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _lines(rows: Rows, format: str) -> Iterator[str]:
    if format == "json":
        yield json_text(rows.records(), indent=2)
    elif format == "jsonl":
        yield from map(json_text, rows.records())
    elif format == "csv":
        yield csv_text(rows).removesuffix("\n")
    elif format == "markdown":
        yield from markdown_lines(rows)
    else:
        yield "\t".join(map(_cell, rows.columns))
        yield from ("\t".join(map(_cell, row)) for row in rows.rows)


def markdown_lines(rows: Rows) -> Iterator[str]:
    """The lines of a Markdown table, with all that Markdown would act on escaped.

    Examples
    --------
    >>> list(markdown_lines(Rows(["name"], [["a|b"]])))
    ['| name |', '| --- |', '| a\\\\|b |']
    """
    yield f"| {' | '.join(map(_markdown_cell, rows.columns))} |"
    yield f"|{' --- |' * len(rows.columns)}"
    yield from (f"| {' | '.join(map(_markdown_cell, row))} |" for row in rows.rows)


def for_people(format: str | None) -> bool:
    """Whether a person reads what is printed: they asked for a table, or for nothing and sit at a terminal.

    Examples
    --------
    >>> for_people("table"), for_people("csv")
    (True, False)
    """
    return format == "table" or (format is None and sys.stdout.isatty())


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
    if for_people(format):
        print_table(rows, title)
        return
    click.echo("".join(f"{line}\n" for line in _lines(rows, format or "tsv")), nl=False)


def print_table(rows: Rows, title: str | None = None) -> None:
    """Print rows as a table as wide as the terminal or as ``COLUMNS`` says, or wide when there is neither."""
    from rich.console import Console

    if not rows.rows:
        click.echo(f"{title}: none" if title else "none")
        return
    width = shutil.get_terminal_size((160, 24)).columns
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
