"""The dateline of a piece of news: when it was written, which is not when what it tells took place."""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.time.dates import Dated, dates
from qigraph.extraction.time.relative import told_by

__all__ = ["NewsDates", "RecentYear", "dateline", "written_on"]

_BEFORE = re.compile(
    r"\W{0,3}(?:(?i:published|posted|released?|updated|time|date|author)\b(?:\s(?i:on|by|at))?[:\s]{0,3})?\W{0,3}"
    r"(?:[A-Z\u00c0-\u00de][\w.'\u2019/-]*(?:\s\(?[A-Z\u00c0-\u00de][\w.'\u2019/-]*\)?){0,3}\W{1,3}){0,2}"
)
_AFTER = re.compile(r"\s?[\])]?\s?(?:[\u2013\u2014-]{1,2}|\||/)\s(?=\W?[A-Z\u00c0-\u00de])")
_ALONE = re.compile(r"[\s\])|.,\d:]*(?:(?:AM|PM|UTC|CET|GMT)\W*)?$")
_FARTHEST = 60
_STILL = 1
"""Blocks without a date over which a year goes on."""
_WHOLE = 10
"""Characters of a date with day, month and year."""
_FIRST_BLOCKS = 14


def dateline(block: Block) -> Dated | None:
    """The date of a dateline: "Geneva, 3 May 2019 -" before a paragraph, or alone in a line.

    Parameters
    ----------
    block : Block
    """
    if block.row is not None or not re.search(r"(?:19|20)\d\d", block.text[:_FARTHEST]):
        return None
    first = next(iter(dates(block.text[: _FARTHEST + 20])), None)
    if first is None or first.start > _FARTHEST or first.until or len(first.since) < 10:
        return None
    if not _BEFORE.fullmatch(block.text, 0, first.start):
        return None
    alone = _ALONE.match(block.text, first.stop) and len(block.text) < _FARTHEST + 20
    placed = first.start > 0 and bool(re.search(r"\w", block.text[: first.start]))
    bracketed = block.text[: first.start].endswith(("[", "("))
    if _AFTER.match(block.text, first.stop) or (alone and (placed or block.kind != "heading")) or bracketed:
        return first
    return None


def written_on(found: Iterable[Block]) -> str | None:
    """When the document was written, by the first dateline near its beginning.

    Parameters
    ----------
    found : iterable of Block
        The document.
    """
    for _, block in zip(range(_FIRST_BLOCKS), found, strict=False):
        line = dateline(block)
        if line is not None:
            return line.since
    return None


class RecentYear:
    """The year that was spoken of last: a date without one falls in it, if nothing else tells the year."""

    def __init__(self) -> None:
        self._year: str | None = None
        self._age = 0

    def of(self, block: Block, year: str | None) -> str | None:
        """The year for the dates of the next block that have none.

        Parameters
        ----------
        block : Block
        year : str or None
            What heading or document tell.
        """
        known = year or (self._year if self._age <= _STILL else None)
        told = dates(block.text)
        self._age = 0 if told else self._age + 1
        if told:
            self._year = told[-1].since[:4] if len(told[-1].since) == _WHOLE else None
        return known


class NewsDates:
    """The dates of blocks one after another: without those of datelines, "yesterday" told by the last of these.

    Parameters
    ----------
    written : str or None
        When the document was written; None where it has no dateline.
    """

    def __init__(self, written: str | None) -> None:
        self._written = written
        self._last: str | None = None

    def of(self, block: Block, found: list[Dated]) -> list[Dated]:
        """The dates of the next block, of all that stand in it."""
        if self._written is None:
            return found
        line = dateline(block)
        if line is not None:
            self._last = line.since
        kept = [d for d in found if line is None or d.start != line.start or line.since != self._written]
        return sorted([*kept, *_told(block, kept, self._last)]) if self._last else kept


def _told(block: Block, found: list[Dated], written: str) -> Iterator[Dated]:
    """What a block tells by the day it was written on, outside quotations and other dates."""
    for said in told_by(block.text, written):
        quoted = block.text.count('"', 0, said.start) % 2
        if not (quoted or any(dated.start <= said.start < dated.stop for dated in found)):
            yield said
