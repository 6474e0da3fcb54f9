"""Paragraphs that are lists: names with semicolons between them, under a heading that says what they are."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from qigraph.extraction.blocks import Block
from qigraph.extraction.spans import Span

__all__ = ["semicolon_items"]

_NAME = re.compile(
    r"\s*(?:and,?\s|as well as\s|as \w+,\s|also,?\s|the\s|delegates of\s|representatives of\s|for \w+,\s){0,3}"
    r"[\"'(]?[A-Z\u00c0-\u00de]",
    re.IGNORECASE,
)
_LONGEST_ITEM = 200


def semicolon_items(block: Block, above: Block | None) -> Iterator[Block]:
    """Yield the block, or where it stands under a heading and lists names with semicolons, one item for each.

    Parameters
    ----------
    block : Block
        Any block.
    above : Block or None
        The block before it.
    """
    if (
        block.kind != "paragraph"
        or above is None
        or above.kind != "heading"
        or block.text.count(";") < 2
        or ": " in block.text.split(";", 1)[0]
    ):
        yield block
        return
    start, stop = block.sentences[0]
    cuts = [
        start,
        *(match.end() for match in re.finditer(";\\s", block.text[:stop]) if match.end() > start),
        stop,
    ]
    parts = list(pairwise(cuts))
    if len(parts) < 3 or not all(
        b - a < _LONGEST_ITEM and _NAME.match(block.text, a) and not _is_clause(block.text[a:b])
        for a, b in parts
    ):
        yield block
        return
    for a, b in parts:
        yield replace(block, kind="item", span=_part(block, a, b))
    if block.text[stop:].strip():
        yield replace(block, span=_part(block, stop, len(block.text)))


def _is_clause(text: str) -> bool:
    """Whether the part is a sentence of its own rather than a name with what hangs on it."""
    return bool(re.search(r"\s(?:is|are|was|were|has|have|had|will|shall|may|can)\s", text))


def _part(block: Block, start: int, stop: int) -> Span:
    """The characters from start to stop without white space and a semicolon around them."""
    text = block.text[start:stop]
    start += len(text) - len(text.lstrip())
    stop -= len(text) - len(text.rstrip(" ;"))
    return Span(block.text[start:stop], block.span.origin[start : stop + 1])
