"""The rows of a table on a page, as lines whose cells are separated by tabs."""

from itertools import pairwise

from qigraph.reading.piece import Piece
from qigraph.reading.placed import Placed, joined

__all__ = ["table"]

Cells = list[Piece | None]


def table(lines: list[Cells]) -> Placed:
    r"""Join the lines of each cell, and write one line a row.

    Parameters
    ----------
    lines : list of list of Piece or None
        What stands at one height in each column, from the top.

    Examples
    --------
    >>> table([[Piece("ILAC", 0, 50, 20, 60), Piece("2018", 40, 50, 60, 60)]]).text
    'ILAC\t2018'
    """
    rows: list[list[list[Placed]]] = []
    leading = _leading(lines)
    before: Cells | None = None
    for cells in lines:
        if before is not None and _continues(before, cells, leading):
            for column, piece in enumerate(cells):
                if piece:
                    rows[-1][column].append(piece.placed)
        else:
            rows.append([[piece.placed] if piece else [] for piece in cells])
        before = cells
    return joined("\n", [joined("\t", [joined(" ", cell) for cell in row]) for row in rows])


def _distance(before: Cells, now: Cells) -> float:
    def height(cells: Cells) -> float:
        return max(piece.middle for piece in cells if piece)

    return height(before) - height(now)


def _leading(lines: list[Cells]) -> float:
    """Distance of two lines of one cell; 0 where rows are no further apart, so that it tells nothing."""
    distances = [(_distance(before, now), all(now)) for before, now in pairwise(lines)]
    nearest = min((distance for distance, _ in distances), default=0.0)
    rows = [distance for distance, is_full in distances if is_full]
    return nearest if rows and min(rows) > 1.25 * nearest else 0.0


def _continues(before: Cells, now: Cells, leading: float) -> bool:
    """Whether a line goes on with the cells of the one above: it leaves some out, and is nearer than a row is."""
    if all(now):
        return False
    filled = [piece.text for piece in now if piece]
    return _distance(before, now) < 1.25 * leading or all(text[0].islower() for text in filled)
