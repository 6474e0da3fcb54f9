"""A piece of text on a page and its place."""

from dataclasses import dataclass

from qigraph.reading.placed import Placed

__all__ = ["Piece", "body_height", "line"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one baseline without a wide gap.

    Parameters
    ----------
    text : str
    left, bottom, right, top : float
        Its box, in points from the lower left corner of the page as it is shown.
    bold : bool
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Of the box, which goes with the size of the type."""
        return self.top - self.bottom

    @property
    def placed(self) -> Placed:
        """Its text with its box."""
        return Placed(self.text, ((0, len(self.text), (self.left, self.bottom, self.right, self.top)),))

    @property
    def middle(self) -> float:
        """Between bottom and top."""
        return (self.top + self.bottom) / 2


def line(pieces: list[Piece]) -> Piece:
    """Pieces of one row, from left to right, as one.

    Examples
    --------
    >>> line([Piece("ILAC", 0, 0, 20, 10), Piece("chairs", 30, 0, 60, 10)]).text
    'ILAC chairs'
    """
    if len(pieces) == 1:
        return pieces[0]
    longest = max(pieces, key=lambda piece: len(piece.text))  # its size is the line's
    return Piece(
        " ".join(piece.text for piece in pieces),
        min(piece.left for piece in pieces),
        longest.bottom,
        max(piece.right for piece in pieces),
        longest.top,
        all(piece.bold for piece in pieces),
    )


def body_height(pieces: list[Piece]) -> float:
    """Height of the type that most characters are set in.

    Parameters
    ----------
    pieces : list of Piece
        At least one.
    """
    left = sum(len(piece.text) for piece in pieces) / 2
    for piece in sorted(pieces, key=lambda piece: piece.height):
        left -= len(piece.text)
        if left <= 0:
            return max(piece.height, 1.0)
    raise ValueError("no pieces")
