"""Rows made fit for a terminal, which is narrow: fewer columns, quotes that read well, no empty column."""

from qigraph.cli.listing import LONGEST_QUOTE
from qigraph.rows import Rows
from qigraph.safe_text import readable, visible

__all__ = ["only", "readable_quotes", "short_quotes", "without_empty"]


def only(rows: Rows, columns: list[str]) -> Rows:
    """The rows with these columns alone."""
    return Rows(columns, [[record[column] for column in columns] for record in rows.records()])


def readable_quotes(rows: Rows) -> Rows:
    """The rows with their quotes (columns ``quote``, ``first_quote`` …) as people read them."""
    quotes = [place for place, name in enumerate(rows.columns) if name.endswith("quote")]
    cells = [
        [readable(cell) if place in quotes and cell else cell for place, cell in enumerate(row)]
        for row in rows.rows
    ]
    return Rows(rows.columns, cells)


def short_quotes(rows: Rows) -> Rows:
    """The rows with the beginning of long quotes, so that a table stays readable.

    Examples
    --------
    >>> short_quotes(Rows(["quote"], [["word " * 50]])).rows[0][0].endswith("word…")
    True
    """
    rows = readable_quotes(rows)
    quotes = [place for place, name in enumerate(rows.columns) if name.endswith("quote")]
    for row in rows.rows:
        for place in quotes:
            quote = visible(row[place] or "")
            row[place] = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1] + "…"
    return rows


def without_empty(rows: Rows) -> Rows:
    """The rows without the columns in which no row has anything."""
    kept = [
        name
        for place, name in enumerate(rows.columns)
        if any(row[place] not in (None, "") for row in rows.rows)
    ]
    return only(rows, kept) if rows.rows else rows
