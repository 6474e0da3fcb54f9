"""Where a box stands on the page as a reader sees it."""

from typing import Any, NamedTuple

from qigraph.reading.placed import Box, Line, Placed

__all__ = ["Sheet", "upright"]


class Sheet(NamedTuple):
    """The part of a page that is shown.

    Parameters
    ----------
    left, bottom, right, top : float
        Its sides, in points, before the page is turned.
    turns : int
        Quarter turns clockwise by which a viewer turns it.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @classmethod
    def of(cls, page: Any) -> "Sheet":
        """The sheet of a page.

        Parameters
        ----------
        page : pypdfium2.PdfPage
        """
        crop, whole = page.get_cropbox(), page.get_mediabox()
        left, bottom = max(crop[0], whole[0]), max(crop[1], whole[1])
        right, top = min(crop[2], whole[2]), min(crop[3], whole[3])
        return cls(left, bottom, right, top, page.get_rotation() // 90 % 4)

    def shown(self, text: Placed, turn: int) -> Placed:
        """Text whose boxes are left, top, width and height on the page as it is shown, to a tenth of a point.

        Parameters
        ----------
        text : Placed
            Its boxes are those of a page turned so that the letters stand upright.
        turn : int
            Quarter turns clockwise that the letters are written at.
        """
        return Placed(text.text, tuple(self._shown(line, turn) for line in text.lines))

    def _shown(self, line: Line, turn: int) -> Line:
        start, stop, box = line
        left, bottom, right, top = upright(box, -turn)
        if self.turns == 1:
            corners = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        elif self.turns == 2:
            corners = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        elif self.turns == 3:
            corners = (self.top - top, self.right - right, self.top - bottom, self.right - left)
        else:
            corners = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        west, north, east, south = corners
        return start, stop, (_tenth(west), _tenth(north), _tenth(east - west), _tenth(south - north))


def upright(box: Box, turn: int) -> Box:
    """The box on a page turned back by quarter turns; askew text stays as it is.

    Parameters
    ----------
    box : Box
        Left, bottom, right and top.
    turn : int
        Quarter turns clockwise that its letters are written at.

    Examples
    --------
    >>> upright((10.0, 20.0, 30.0, 60.0), 1)
    (-60.0, 10.0, -20.0, 30.0)
    """
    left, bottom, right, top = box
    match turn % 4 if abs(turn) < 4 else 0:
        case 1:
            return -top, left, -bottom, right
        case 2:
            return -right, -top, -left, -bottom
        case 3:
            return bottom, -right, top, -left
    return box


def _tenth(value: float) -> float:
    return round(value, 1) + 0.0  # no negative zero
