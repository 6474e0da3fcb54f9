"""Pieces of a stretch of source: split at block-level tags and at bullets written into running text."""

import re
from collections.abc import Iterator

__all__ = ["pieces"]

_BLOCK_TAG = re.compile(
    r"</?(?P<name>p|div|ul|ol|li|br|tr|td|th|table|tbody|h[1-6]|blockquote|section|article)\b(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)
_INLINE_BULLET = re.compile(r"(?:^|(?<=\s))(?:[\u2013\u2014\u2022\u25aa\u25e6]|-)\s+(?=\S)")


def pieces(source: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Yield kind (``paragraph`` or ``item``), start and stop of each piece that is not blank.

    Parameters
    ----------
    source : str
        A whole document.
    start, stop : int
        Which part of it.

    Examples
    --------
    >>> text = "<p>Members:</p> <ul> - ILAC - IAF</ul>"
    >>> [(kind, text[a:b].strip()) for kind, a, b in pieces(text, 0, len(text))]
    [('paragraph', 'Members:'), ('item', 'ILAC'), ('item', 'IAF')]
    """
    kind, in_list, at = "paragraph", False, start
    for tag in _BLOCK_TAG.finditer(source, start, stop):
        yield from _bullets(source, kind, in_list, at, tag.start())
        at = tag.end()
        name, closing = tag.group("name").lower(), tag.group().startswith("</")
        if name in ("ul", "ol"):
            in_list, kind = not closing, "paragraph"
        elif name == "li":
            kind = "paragraph" if closing else "item"
        elif name != "br":
            in_list, kind = False, "paragraph"
    yield from _bullets(source, kind, in_list, at, stop)


def _bullets(source: str, kind: str, in_list: bool, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    if not source[start:stop].strip():
        return
    bullets = list(_INLINE_BULLET.finditer(source, start, stop)) if in_list else []
    first = bullets[0].start() if bullets else stop
    if source[start:first].strip():
        yield kind, start, first
    ends = [bullet.start() for bullet in bullets[1:]] + [stop]
    for bullet, end in zip(bullets, ends, strict=False):
        if source[bullet.end() : end].strip():
            yield "item", bullet.end(), end
