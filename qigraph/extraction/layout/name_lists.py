"""Paragraphs that are lists: names with semicolons, dots or commas between them, under a heading that says what."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.line_kinds import names_a_group
from qigraph.extraction.layout.spans import Span
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.frames import list_frames
from qigraph.schema import ACTORS

__all__ = ["name_items"]

_NAME = re.compile(
    r"\s*(?:and,?\s|as well as\s|as \w+,\s|also,?\s|the\s|delegates of\s|representatives of\s|for \w+,\s){0,3}"
    r"[\"'(]?[A-Z\u00c0-\u00de]",
    re.IGNORECASE,
)
_OF_NAMES = (
    "memberOf",
    "observerAt",
    "participatedIn",
    "cooperatesWith",
    "signatoryOf",
    "foundedBy",
    "sponsored",
)
_LONGEST_ITEM = 200
_LONGEST_LIST = 3000


def name_items(block: Block, above: Block | None) -> Iterator[Block]:
    """Yield the block, or where it stands under a heading and lists names with semicolons, one item for each.

    Parameters
    ----------
    block : Block
        Any block.
    above : Block or None
        The block before it.
    """
    cuts = _cuts(block, above) if above is not None and above.kind == "heading" else []
    if not cuts:
        yield block
        return
    for a, b in pairwise(cuts):
        yield replace(block, kind="item", level=0, span=_part(block, a, b))
    if block.text[cuts[-1] :].strip():
        yield replace(block, span=_part(block, cuts[-1], len(block.text)))


def _cuts(block: Block, above: Block) -> list[int]:
    """Where the names of a list begin, and where the last ends; empty where the block is no list."""
    if block.row is not None or not block.text or ": " in block.text[:60]:
        return []
    grouped = names_a_group(above.text) or any(lead.search(above.text) for lead in _leads())
    if block.kind == "paragraph" and block.text.count(";") > 1:
        start, stop = block.sentences[0]
        return _checked(block.text, start, stop, re.compile(r";\s"), 3)
    if grouped and block.kind in ("paragraph", "heading") and len(block.text) < _LONGEST_LIST:
        for separator in (r"\s?[\u00b7\u2022|]\s", r";\s", r",\s"):
            words = re.compile(separator)
            if words.search(block.text):
                return _checked(block.text, 0, len(block.text), words, 2)
        kind = lexicon().head_type(block.text)
        if block.kind == "heading" and " and " in block.text and kind and kind[0] in ACTORS:
            return [0, len(block.text)]
    return []


def _checked(text: str, start: int, stop: int, separator: re.Pattern[str], fewest: int) -> list[int]:
    cuts = [start, *(match.end() for match in separator.finditer(text, start, stop)), stop]
    cuts = [cut for cut in cuts[:-1] if cut == start or not _hangs(text[cut:stop])] + [stop]
    parts = list(pairwise(cuts))
    fits = all(b - a < _LONGEST_ITEM and _NAME.match(text, a) and not _is_clause(text[a:b]) for a, b in parts)
    return cuts if fits and len(parts) >= fewest else []


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """What labels say below which names stand."""
    return tuple(
        frame.lead
        for frame in list_frames()
        if frame.label and frame.lead and any(relation in _OF_NAMES for _, relation, _ in frame.facts)
    )


def _hangs(text: str) -> bool:
    """Whether a country or a phrase in small letters stands there, which belongs to the name before it."""
    if re.match(r"(?!the\s|and\s)[a-z]", text):
        return True
    land = re.match(r"[A-Z][\w ]+?(?=[,;.)]|$)", text)
    return bool(land) and land.group() in lexicon().countries if land else False


def _is_clause(text: str) -> bool:
    """Whether the part is a sentence of its own rather than a name with what hangs on it."""
    return bool(
        re.search(
            r"\s(?:is|are|was|were|has|have|had|will|shall|may|can|joined|met|takes?|took|works?|sits?|attends?|"
            r"which|who|that)\s",
            text,
        )
    )


def _part(block: Block, start: int, stop: int) -> Span:
    """The characters from start to stop without white space and a semicolon around them."""
    text = block.text[start:stop]
    start += len(text) - len(text.lstrip())
    stop -= len(text) - len(text.rstrip(" ;,|\u00b7\u2022"))
    return Span(block.text[start:stop], block.span.origin[start : stop + 1])
