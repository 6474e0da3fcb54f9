"""Dates that stand beside a fact: over it in a heading, in front of its line, behind an office, "effective 1 May"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention
from qigraph.extraction.time.dates import Dated, dates

__all__ = ["date_in_front", "date_over", "with_term"]

_TERMED = ("chairs", "affiliatedWith", "memberOf", "observerAt", "secretariatOf", "focalPointOf")
_EFFECTIVE = re.compile(
    r"\b(?:with effect (?:from|as of)|effective(?: from| as of| on)?"
    r"|(?:starting|beginning|commencing)(?: from| in| on)?)\s(?:the\s)?"
)
_TERM = re.compile(r"\b(?:term|mandate|period)(?: of office)?\s(?:\(|from\s)?(?=(?:19|20)\d\d\s?[-\u2013])")
_SINCE = re.compile(
    r"(?:\s?\([A-Z][\w-]{1,9}\))?(?:,\s|\s|\s\()(?:in office\s)?(?:since|from|as of)\s(?:the\s)?"
)
_YEARS = re.compile(
    r"(?:\s?\([A-Z][\w-]{1,9}\))?(?:,\s|\s\()(?=(?:19|20)\d\d\s?[-\u2013]\s?(?:(?:19|20)\d\d|present|today))"
)
_AS_A_LABEL = re.compile(r"\s?[:\u2013\u2014-]\s")
_TOWN = re.compile(r"[A-Z][\w-]+(?:[\s-][A-Z][\w-]+){0,2},?\s")
_DAY = len("2000-01-01")
_MOST_BESIDE = 14
"""Characters of a heading that is but a date, besides the date."""


def with_term(candidate: Candidate, mentions: Sequence[Mention]) -> Candidate:
    """The candidate with the term that its sentence gives for an office or a membership, if it has no date.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    mentions : sequence of Mention
        In its block.
    """
    if candidate.relation not in _TERMED or candidate.objection or candidate.until:
        return candidate
    text, (start, stop) = candidate.block.text, _sentence(candidate)
    effective = [d for m in _EFFECTIVE.finditer(text, start, stop) if (d := _at(text, m.end())) is not None]
    if len(effective) == 1:
        return replace(candidate, since=effective[0].since)
    if candidate.since is not None:
        return candidate
    terms = [d for m in _TERM.finditer(text, start, stop) if (d := _at(text, m.end())) is not None]
    for mention in mentions:
        if start <= mention.start < stop and candidate.object in mention.things:
            for pattern in (_SINCE, _YEARS):
                behind = pattern.match(text, mention.stop, stop)
                if behind and (told := _at(text, behind.end())) is not None:
                    terms.append(told)
    days = {(d.since, d.until) for d in terms}
    if len(days) != 1:
        return candidate
    since, until = days.pop()
    return replace(candidate, since=since, until=until)


def date_over(block: Block) -> str | None:
    """The date that the heading of a block is, with hardly anything else in it.

    Parameters
    ----------
    block : Block
    """
    if block.heading is None:
        return None
    text = block.heading.text
    told = dates(text)
    if len(told) != 1 or len(text) - (told[0].stop - told[0].start) > _MOST_BESIDE:
        return None
    return told[0].since


def date_in_front(block: Block) -> str | None:
    """The date that a line begins with, before a dash or a colon: "11 May 2018 - A and B sign their MoU".

    Parameters
    ----------
    block : Block

    Examples
    --------
    >>> from qigraph.extraction.layout.spans import clean
    >>> text = "11 May 2018 - A and B sign their MoU"
    >>> date_in_front(Block("item", clean(text, 0, len(text))))
    '2018-05-11'
    """
    told = next(iter(dates(block.text[:60])), None)
    before = block.text[: told.start] if told is not None else ""
    placed = told is not None and len(told.since) < _DAY and _TOWN.fullmatch(before)
    if told is None or (before.strip(" *([") and not placed):
        return None
    return told.since if _AS_A_LABEL.match(block.text, told.stop) else None


def _sentence(candidate: Candidate) -> tuple[int, int]:
    text = candidate.block.text
    bounds = candidate.block.sentences
    return next(((a, z) for a, z in bounds if a <= candidate.start < z), (0, len(text)))


def _at(text: str, at: int) -> Dated | None:
    """The date that begins at a place."""
    begins = text[max(0, at - 1) : at + 60]
    return next((d for d in dates(begins) if d.start <= 1), None)
