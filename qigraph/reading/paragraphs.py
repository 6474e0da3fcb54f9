"""Where paragraphs begin among the lines of a column."""

import re
from itertools import pairwise

from qigraph.reading.piece import Piece
from qigraph.reading.placed import Placed, joined

__all__ = ["paragraphs"]

_ITEM = re.compile(
    r"[\u2022\u2023\u25e6\u25aa\u25cf\u25a0\u2013\u00b7*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s"
)
_ENDED = re.compile(r"[.:;?!][\"')\]\u2019\u201d\d]*$")


def paragraphs(lines: list[Piece], body: float) -> list[Placed]:
    r"""Join the lines of a column to paragraphs, with a line feed where each line ends.

    A paragraph begins after a wider gap, with another size or weight of type, and with a line that is indented after
    one that ended.

    Parameters
    ----------
    lines : list of Piece
        From the top.
    body : float
        Height of the type that most of the page is set in.

    Examples
    --------
    >>> lines = [Piece("a", 0, 40, 9, 50), Piece("b", 0, 29, 9, 39), Piece("c", 0, 9, 9, 19)]
    >>> [paragraph.text for paragraph in paragraphs(lines, 10)]
    ['a\nb', 'c']
    """
    if not lines:
        return []
    left, right = min(piece.left for piece in lines), max(piece.right for piece in lines)
    leading = _leading(lines, body)
    found = [[lines[0]]]
    for before, now, after in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        begins = (
            _distance(before, now) > 1.25 * leading * max(1, now.height / body)
            or _distance(before, now) < 0
            or abs(before.height - now.height) > 0.12 * max(before.height, now.height)
            or before.bold != now.bold
            or _is_indented(before, now, after, left, right)
            or _leaves_list(found[-1], now)
        )
        if begins:
            found.append([])
        found[-1].append(now)
    return [joined("\n", [piece.placed for piece in paragraph]) for paragraph in found]


def _distance(before: Piece, now: Piece) -> float:
    return before.middle - now.middle


def _leading(lines: list[Piece], body: float) -> float:
    """Distance of two lines of one paragraph: the smaller ones are, as the others hold a gap."""
    found = sorted(
        distance
        for before, now in pairwise(lines)
        if 0.7 * body < (distance := _distance(before, now)) < 2.5 * body
    )
    return found[len(found) // 4] if len(found) > 2 else 1.1 * body


def _is_indented(before: Piece, now: Piece, after: Piece | None, left: float, right: float) -> bool:
    if now.left < max(before.left, left) + 0.7 * now.height or _ITEM.match(before.text):
        return False
    returns = after is None or after.left < now.left - 0.5 * now.height
    ended = bool(_ENDED.search(before.text)) or before.right < right - 3 * now.height
    return returns and ended


def _leaves_list(paragraph: list[Piece], now: Piece) -> bool:
    """Whether a line stands left of the text of the item above."""
    hangs = len(paragraph) > 1 and paragraph[1].left > paragraph[0].left + 0.5 * now.height
    return hangs and now.left < paragraph[1].left - 0.5 * now.height
