"""Text that remembers where on the page its lines stand."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Box", "Line", "Placed", "joined"]

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a line, in points; for a page as it is shown left, top, width and height."""

Line = tuple[int, int, Box]
"""First and last offset of a line in the text, and its box."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Text with the boxes of its lines.

    Parameters
    ----------
    text : str
    lines : tuple of Line
        By offset; empty where nothing is known of a page.
    """

    text: str
    lines: tuple[Line, ...] = ()


def joined(separator: str, parts: Sequence[Placed]) -> Placed:
    r"""Join texts as ``str.join`` does.

    Parameters
    ----------
    separator : str
    parts : sequence of Placed

    Examples
    --------
    >>> box = (0.0, 0.0, 20.0, 10.0)
    >>> joined("\n", [Placed("ILAC"), Placed("IAF", ((0, 3, box),))])
    Placed(text='ILAC\nIAF', lines=((5, 8, (0.0, 0.0, 20.0, 10.0)),))
    """
    lines: list[Line] = []
    at = 0
    for part in parts:
        lines += [(start + at, stop + at, box) for start, stop, box in part.lines]
        at += len(part.text) + len(separator)
    return Placed(separator.join(part.text for part in parts), tuple(lines))
