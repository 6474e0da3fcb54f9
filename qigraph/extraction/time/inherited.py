"""Facts take the date of what they are about: who took part in a meeting did so on the day of the meeting."""

from collections.abc import Iterable
from dataclasses import replace

from qigraph.facts import Fact, Interval

__all__ = ["inherit_dates"]

_DATED_BY = {
    "organised": ("object", "heldOn"),
    "participatedIn": ("object", "heldOn"),
    "sponsored": ("object", "heldOn"),
    "signatoryOf": ("object", "signedOn"),
    "foundedBy": ("subject", "established"),
    "successorOf": ("subject", "established"),
}
"""For each relation the end whose date it shares, and the relation that tells that date."""


def inherit_dates(facts: Iterable[Fact]) -> list[Fact]:
    """Give facts the date of their event, agreement or founding, where the document knows one and no other.

    A fact that tells a part of that date, as its year, is told the rest; one with another date keeps it.

    Parameters
    ----------
    facts : iterable of Fact
        Of one document.

    Examples
    --------
    >>> from qigraph.facts import Entity, Evidence
    >>> seen = (Evidence("a.txt", 0, 4, "ILAC"),)
    >>> ilac, day = Entity("ilac", "ILAC", "Organisation"), Entity("event/day", "open day", "Event")
    >>> held = Fact(day, "heldOn", "2019-05-20", evidence=seen)
    >>> inherit_dates([held, Fact(ilac, "organised", day, evidence=seen)])[1].interval.since
    '2019-05-20'
    """
    facts = list(facts)
    told: dict[tuple[str, str], set[str]] = {}
    for fact in facts:
        if isinstance(fact.object, str):
            told.setdefault((fact.subject.id, fact.relation), set()).add(fact.object)
    return [_dated(fact, told) for fact in facts]


def _dated(fact: Fact, told: dict[tuple[str, str], set[str]]) -> Fact:
    end, relation = _DATED_BY.get(fact.relation, ("", ""))
    if not end or fact.interval.until:
        return fact
    thing = fact.subject.id if end == "subject" else fact.object_id
    date = _only(told.get((thing, relation), set()))
    if date is None or not date.startswith(fact.interval.since or ""):
        return fact
    return replace(fact, interval=Interval(date, None))


def _only(dates: set[str]) -> str | None:
    """The one date, or the most exact where all others are parts of it."""
    exact = max(sorted(dates), key=len, default=None)
    return exact if exact and all(exact.startswith(date) for date in dates) else None
