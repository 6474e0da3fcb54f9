"""From the pieces of text on a page to its characters in reading order.

1. Pieces on one baseline are a row.
2. From the top, the longest runs of rows that a gutter divides are found: text in columns, read one column after
   the other, or a table, read row by row with tabs between its cells. What spans the gutter ends the run.
3. Footnotes of a column wait until the page ends.

Where paragraphs begin is told in :mod:`qigraph.reading.paragraphs`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from statistics import mean

from qigraph.reading.page_table import table
from qigraph.reading.paragraphs import paragraphs
from qigraph.reading.piece import Piece, body_height, line
from qigraph.reading.placed import Placed, joined

__all__ = ["page_text"]

_MARK = re.compile(
    r"[\u2022\u2023\u25e6\u25aa\u25cf\u25a0\u2013\u2014\u00b7*o-]"
    r"|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\[\d{1,3}\]"
)
_BULLET = re.compile(r"[\u2022\u2023\u25e6\u25aa\u25cf\u25a0\u2013\u00b7*-]\s")
_NOTE = re.compile(r"\[?(?:\d{1,3}|[*\u2020\u2021]{1,3})\]?\s?[^\W\d]")

MOST_PIECES = 20_000
"""On a page with more than this, the order of the file is kept: no page for people has so many."""

Row = list[Piece]
Cells = list[Row]
Interval = tuple[float, float]


def page_text(pieces: Iterable[Piece]) -> Placed:
    r"""The characters of a page, with the boxes of their lines.

    Parameters
    ----------
    pieces : iterable of Piece
        In any order.

    Examples
    --------
    >>> page_text([Piece("chairs INetQI.", 50, 700, 120, 712), Piece("ILAC", 20, 700, 45, 712)]).text
    'ILAC chairs INetQI.'
    """
    given = [piece for piece in pieces if piece.text.strip()]
    if not given:
        return Placed("")
    if len(given) > MOST_PIECES:
        return joined("\n", [piece.placed for piece in given])
    body = body_height(given)
    rows = [_with_marks(row) for row in _rows(given)]
    found: list[Placed] = []
    notes: list[Piece] = []
    for kind, cells in _parts(rows, body):
        if kind == "lines":
            found += paragraphs([line(row[0]) for row in cells], body)
        elif kind == "table":
            found.append(table([[line(cell) if cell else None for cell in row] for row in cells]))
        else:
            for number in range(len(cells[0])):
                text, below = _without_notes([line(row[number]) for row in cells if row[number]], body)
                found += paragraphs(text, body)
                notes += below
    return joined("\n\n", found + paragraphs(notes, body))


def _parts(rows: list[Row], body: float) -> Iterator[tuple[str, list[Cells]]]:
    """The page from the top: columns, and in what is left tables, and in what is left of that lines."""
    at = 0
    for start, end, gutters in _find(rows, body, _in_columns):
        yield from _tables_and_lines(rows[at:start], body)
        yield "columns", [_split(row, gutters) for row in rows[start:end]]
        at = end
    yield from _tables_and_lines(rows[at:], body)


def _tables_and_lines(rows: list[Row], body: float) -> Iterator[tuple[str, list[Cells]]]:
    at = 0
    for start, end, gutters in _find(rows, body, _in_table):
        yield "lines", [[row] for row in rows[at:start]]
        yield "table", [_split(row, gutters) for row in rows[start:end]]
        at = end
    yield "lines", [[row] for row in rows[at:]]


def _find(
    rows: list[Row], body: float, length: Callable[[list[Cells], float], int]
) -> Iterator[tuple[int, int, list[Interval]]]:
    """Start, end and gutters of the runs of which ``length`` takes some rows."""
    at = 0
    while at < len(rows):
        end, gutters = _run(rows, at, body)
        taken = length([_split(row, gutters) for row in rows[at:end]], body) if gutters else 0
        if taken:
            yield at, at + taken, _gutters(rows[at : at + taken], body)
        at += taken or 1


def _rows(pieces: list[Piece]) -> list[Row]:
    """Pieces whose middles are at one height, from the top; each from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left, p.text)):
        first = rows[-1][0] if rows else None
        if first and first.middle - piece.middle < 0.4 * min(first.height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: (p.left, p.right, p.text)) for row in rows]


def _with_marks(row: Row) -> Row:
    """The bullet or number of an item belongs to what follows it, however wide the gap."""
    joined: Row = []
    for piece in row:
        if joined and _MARK.fullmatch(joined[-1].text) and piece.left - joined[-1].right < 4 * piece.height:
            joined[-1] = line([joined[-1], piece])
        else:
            joined.append(piece)
    return joined


def _run(rows: list[Row], at: int, body: float) -> tuple[int, list[Interval]]:
    """Where the run of rows from ``at`` with a common gutter ends, and its gutters."""
    across = max(p.right for row in rows for p in row) - min(p.left for row in rows for p in row)
    covered: list[Interval] = []
    gutters: list[Interval] = []
    for end in range(at, len(rows)):
        covered = _union(covered, rows[end])
        still = _gaps(covered, body)
        if not still and (gutters or covered[-1][1] - covered[0][0] > 0.55 * across):
            return (end, gutters) if gutters else (at + 1, [])
        gutters = still
    return (len(rows), gutters) if gutters else (at + 1, [])


def _gutters(rows: list[Row], body: float) -> list[Interval]:
    return _gaps(_union([], [piece for row in rows for piece in row]), body)


def _gaps(covered: list[Interval], body: float) -> list[Interval]:
    return [(one[1], other[0]) for one, other in pairwise(covered) if other[0] - one[1] >= 0.8 * body]


def _union(intervals: list[Interval], pieces: list[Piece]) -> list[Interval]:
    """The intervals, from left to right, with those that the pieces cover."""
    joined: list[Interval] = []
    for left, right in sorted([*intervals, *((piece.left, piece.right) for piece in pieces)]):
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _split(row: Row, gutters: list[Interval]) -> Cells:
    """The pieces of a row by column."""
    cells: Cells = [[] for _ in range(len(gutters) + 1)]
    for piece in row:
        cells[sum(gutter[1] <= piece.left + 0.01 for gutter in gutters)].append(piece)
    return cells


def _side_by_side(cells: Cells) -> bool:
    return sum(map(bool, cells)) > 1


def _in_table(cells: list[Cells], body: float) -> int:
    """How many of the rows are a table's: from a row with several cells to the end of the last of them."""
    if not _side_by_side(cells[0]):
        return 0
    several = [at for at, row in enumerate(cells) if _side_by_side(row)]
    if _is_stretched([[piece for cell in cells[at] for piece in cell] for at in several], body):
        return 0
    if len(several) < max(2, len(cells) / 3):
        return 0
    end = several[-1] + 1
    while end < len(cells) and _is_rest_of_cell(cells[end - 1], cells[end], body):
        end += 1
    return end


def _is_rest_of_cell(before: Cells, now: Cells, body: float) -> bool:
    """Whether a last line with one cell goes on with one of the row above."""
    near = (
        max(p.middle for cell in before for p in cell) - max(p.middle for cell in now for p in cell)
        < 1.5 * body
    )
    return near and (not now[0] or now[0][0].text[0].islower())


def _is_stretched(rows: list[Row], body: float) -> bool:
    """Whether the gaps are the wide spaces of justified lines, which begin and end alike."""
    lefts, rights = [row[0].left for row in rows], [row[-1].right for row in rows]
    flush = max(lefts) - min(lefts) < 2 and max(rights) - min(rights) < 2
    widest = (3 if len(rows) < 4 else 1.6) * body
    return flush and all(other.left - one.right < widest for row in rows for one, other in pairwise(row))


def _in_columns(cells: list[Cells], body: float) -> int:
    """How many of the rows are running text in columns, not a table.

    Lines of running text fill their column, or are items of a list; or those of one column stand at other heights
    than those of the next.
    """
    columns = [[line(row[number]) for row in cells if row[number]] for number in range(len(cells[0]))]
    if any(len(column) < 3 for column in columns):
        return 0
    beside = sum(map(_side_by_side, cells))
    if beside < 0.5 * min(map(len, columns)):
        shared = min(column[0].top for column in columns) - max(column[-1].bottom for column in columns)
        if shared < 2 * body:
            return 0
    elif not all(_is_prose(column, body) or _is_list(column) for column in columns):
        return 0
    return _heading_across(cells, body)


def _is_prose(column: list[Piece], body: float) -> bool:
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    return (
        width >= 8 * body
        and mean(piece.right - piece.left for piece in column) >= 0.6 * width
        and mean(len(piece.text.split()) for piece in column) >= 3
    )


def _is_list(column: list[Piece]) -> bool:
    return sum(bool(_BULLET.match(piece.text)) for piece in column) >= max(2, len(column) / 3)


def _heading_across(cells: list[Cells], body: float) -> int:
    """Number of rows before a heading that stands over all columns though it is as short as one."""
    for at in range(1, len(cells) - 1):
        alone = cells[at][0] and not _side_by_side(cells[at])
        if alone and _side_by_side(cells[at - 1]) and _side_by_side(cells[at + 1]):
            heading = line(cells[at][0])
            if heading.height > 1.2 * body and heading.bottom > cells[at + 1][-1][0].top - body:
                return at
    return len(cells)


def _without_notes(column: list[Piece], body: float) -> tuple[list[Piece], list[Piece]]:
    """The lines of a column, and the footnotes in small type at its end."""
    start = len(column)
    for at in range(len(column) - 1, 0, -1):
        if column[at].height > 0.93 * body:
            break
        if _NOTE.match(column[at].text):
            start = at
    return column[:start], column[start:]
