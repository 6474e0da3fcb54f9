"""Which of the dates of a sentence goes with what it states."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qigraph.extraction.cued import cued
from qigraph.extraction.sentence.frames import Frame
from qigraph.extraction.sentence.skeleton import BREAK, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated

__all__ = ["Dating", "date_of", "dated_near", "each_with_date"]

_SINCE = re.compile(
    r"(?:since|from|between|dating back to|dates back to|as of|as from|effective|"
    r"in force since|began in|started in|beginning in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till|up to|ended in|ending in|expired in|to)\s(?:the\s)?$", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"\b(?:updates?|reaffirms?|renews?|revises?|supersedes?|replaces?|extends?|builds? on)\b[^;.]{0,60}"
    r"\bsigned\s(?:on|in)\s$"
)
"""What makes a date that of an earlier signature: "replaces the pact they signed on 4 June 2008"."""
_IS_PARTY = re.compile(r"\b(?:signator|part(?:y|ies) (?:to|of))", re.IGNORECASE)
"""What may hold since a day, other than a signature."""
_NAMED_BY_YEAR = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]his|of)\s$")

_RELATIVE = cued(rf"[,{BREAK}]\s(?:in |of |to |on |for |by )?(?:which|who|whose|whom)\s")
_CLOSED = re.compile(rf"[,{BREAK}]\s")


_SEVERAL = 2


Dating = tuple[str | None, str | None, bool]
"""First day, last day, and whether the date only ends something."""


def date_of(frame_of: Skeleton, frame: Frame, match: re.Match[str]) -> Dating:
    """The date that goes with a match: first day, last day, and whether it only ends something."""
    if "date" in match.re.groupindex and match.start("date") >= 0:
        found = frame_of.dates(match.start("date"), match.end("date"))
        if found:
            return found[0][1].since, found[0][1].until, False
    return dated_near(frame_of, frame.date, frame.facts, match.start(), match.end())


def dated_near(
    frame_of: Skeleton, mode: str, facts: tuple[tuple[str, str, str], ...], start: int, stop: int
) -> Dating:
    """The date that goes with what stands between two positions of a sentence.

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    mode : str
        ``near``, ``since`` or ``none``, as in :class:`qigraph.extraction.sentence.frames.Frame`.
    facts : tuple of (str, str, str)
        What the frame states.
    start, stop : int
        Positions in the skeleton.
    """
    if mode == "none":
        return None, None, False
    every = [
        (i, d) for i, d in frame_of.dates(0, len(frame_of.text)) if not _names_an_event(frame_of.text, i)
    ]
    lasting = any(relation == "signatoryOf" for _, relation, _ in facts) and not _IS_PARTY.search(
        frame_of.text
    )
    if lasting or any(relation == "signedOn" for _, relation, _ in facts):
        every = [(i, d) for i, d in every if not re.search(r"\bsince\s$", frame_of.text[:i])]
    if any(relation in ("signedOn", "signatoryOf") for _, relation, _ in facts):
        every = [(i, d) for i, d in every if not _ORIGINAL.search(frame_of.text, start, i)]
    if mode == "since":
        every = [
            (i, d)
            for i, d in every
            if _SINCE.search(frame_of.text[max(0, i - 25) : i]) or _until(frame_of, i)
        ]
    every = [(i, d) for i, d in every if not _aside(frame_of.text, i, start, stop)]
    chosen = _nearest(frame_of, every, start, stop)
    if chosen is None:
        return None, None, False
    at, dated = chosen
    pair = _from_to(frame_of, at)
    if pair:
        return pair[0].since, pair[1].since, False
    if dated.until and mode == "since":
        return dated.since, dated.until, False
    return dated.since, dated.until, _until(frame_of, at)


def _aside(text: str, at: int, start: int, stop: int) -> bool:
    """Whether a relative clause within a statement holds the date: "IEC, which set up X in 1982, published Y"."""
    opened = next((m for m in _RELATIVE.finditer(text, start, at)), None)
    closed = _CLOSED.search(text, at, stop) if opened is not None else None
    return closed is not None and closed.end() < stop


def _until(frame_of: Skeleton, at: int) -> bool:
    before = frame_of.text[max(0, at - 25) : at]
    return bool(_UNTIL.search(before)) and not _SINCE.search(before)


def _from_to(frame_of: Skeleton, at: int) -> tuple[Dated, Dated] | None:
    """ "from 2008 until 2012": two dates that are one interval."""
    near = frame_of.dates(max(0, at - 14), min(len(frame_of.text), at + 14))
    for (i, one), (j, other) in pairwise(near):
        between = frame_of.text[i + 1 : j]
        if re.fullmatch(r"\s(?:to|until|till|through)\s(?:the\s)?|\s?[-\u2013]\s?", between):
            return one, other
        if between == " and " and re.search(r"\bbetween\s$", frame_of.text[:i]):
            return one, other
    return None


def _nearest(
    frame_of: Skeleton, every: list[tuple[int, Dated]], start: int, stop: int
) -> tuple[int, Dated] | None:
    """A date inside the match, else the next one after it in the clause, else the one that opens the sentence."""
    if not every:
        return None
    inside = [pair for pair in every if start <= pair[0] < stop]
    if inside:
        return inside[-1] if len(inside) == 1 else inside[0]
    after = [pair for pair in every if pair[0] >= stop and not _clause_between(frame_of.text[stop : pair[0]])]
    if after:
        return after[0]
    before = [pair for pair in every if pair[0] < start]
    if before and not _clause_between(frame_of.text[before[-1][0] : start], short=False):
        return before[-1]
    return None


def _clause_between(text: str, *, short: bool = True) -> bool:
    """Whether another statement begins in between."""
    if ";" in text or re.search(
        r"\b(?:which|who|whose|while|whereas|but|before|after|whereupon)\b|\.\s", text
    ):
        return True
    actors = sum(text.count(MARK[name]) for name in ("Organisation", "Network", "Body"))
    return short and (
        len(text) > 110
        or (actors > 1 and ", and " in text)
        or bool(re.search(r",?\sand\s(?:\w+ed|was|were|is|has)\b", text))
    )


def _names_an_event(text: str, at: int) -> bool:
    """The year in "the 2012 General Assembly" is part of a name."""
    return bool(
        _NAMED_BY_YEAR.search(text[:at].replace("\ue0e0", ""))
        and re.match(r"\s[A-Z\ue001-\ue00d]", text[at + 1 : at + 3])
    )


def _names(frame_of: Skeleton, at: int, thing: Thing) -> bool:
    mention = frame_of.at[at]
    return isinstance(mention, Mention) and thing in mention.things


def each_with_date(
    frame_of: Skeleton, filled: Mapping[str, Sequence[Thing]], left: str, right: str
) -> list[tuple[Thing, Thing | str]]:
    """One to one, where there are as many dates: "held its 5th and 6th meetings on 3 May and 7 June 2018".

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    filled : mapping of str to sequence of Thing
        What fills the slots.
    left, right : str
        The slots that a fact joins.
    """
    things = filled.get(left, ())
    if right != "date" or len(things) < _SEVERAL:
        return []
    first = next((i for i in sorted(frame_of.at) if _names(frame_of, i, things[0])), 0)
    days = [date.since for _, date in frame_of.dates(first, len(frame_of.text)) if date.since]
    return list(zip(things, days, strict=True)) if len(days) == len(things) else []
