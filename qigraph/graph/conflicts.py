"""On what documents disagree: dates that cannot both be right stand side by side, with their sentences."""

import re
from collections.abc import Iterable
from itertools import combinations

from qigraph.facts import Fact
from qigraph.rows import Rows
from qigraph.schema import RELATIONS

__all__ = ["compatible", "conflicts", "count_conflicts"]

BEGINNINGS = ("memberOf", "observerAt", "successorOf", "partOf")
"""Relations between two entities that begin once, so that two beginnings are a disagreement."""

_AGAIN = re.compile(
    r"\b(?:again|anew|re-?sign|renew|extend|prolong|amend|revis|updat|second|new agreement|first signed|original)",
    re.IGNORECASE,
)
"""Words of a sentence that tells of one signature among several."""

_Stated = list[tuple[str, Fact]]


def compatible(date: str, other: str) -> bool:
    """Whether two dates can be the same one, told with different precision.

    Examples
    --------
    >>> compatible("2018", "2018-11"), compatible("1946", "1948")
    (True, False)
    """
    return date.startswith(other) or other.startswith(date)


def _disagreements(facts: Iterable[Fact]) -> list[_Stated]:
    groups: dict[tuple[str, str, str], _Stated] = {}
    for fact in facts:
        if fact.derived:
            continue
        if RELATIONS[fact.relation].literal:
            groups.setdefault((fact.subject.id, fact.relation, ""), []).append((fact.object_id, fact))
        elif fact.relation == "foundedBy" and fact.interval.since:
            groups.setdefault((fact.subject.id, "established", ""), []).append((fact.interval.since, fact))
        elif fact.relation in BEGINNINGS and fact.interval.since:
            key = (fact.subject.id, fact.relation, fact.object_id)
            groups.setdefault(key, []).append((fact.interval.since, fact))
    return [
        sorted(stated, key=lambda pair: pair[0])
        for _, stated in sorted(groups.items(), key=lambda item: item[0])
        if any(_disagree(one, other, stated) for one, other in combinations(stated, 2))
    ]


def _disagree(one: tuple[str, Fact], other: tuple[str, Fact], stated: _Stated) -> bool:
    """Whether two sources cannot both be right: each tells a date that the other does not.

    A document that tells two dates knows of both: sessions of one meeting, or a signature and its renewal.
    """
    if _agree(one, other) or _signed_again(one[1], other[1]):
        return False
    here, there = (_sources(date, stated) for date, _ in (one, other))
    return bool(here - there and there - here)


def _sources(date: str, stated: _Stated) -> set[str]:
    """The documents that tell this date, as precisely or not."""
    return {document for told, fact in stated if compatible(told, date) for document in fact.documents}


def _signed_again(one: Fact, other: Fact) -> bool:
    quotes = (evidence.quote for fact in (one, other) for evidence in fact.evidence)
    return one.relation == "signedOn" and any(_AGAIN.search(quote) for quote in quotes)


def _agree(one: tuple[str, Fact], other: tuple[str, Fact]) -> bool:
    """Whether both can be right: the same date, or a second time that began when the first had ended."""
    (earlier, former), (later, _) = sorted((one, other), key=lambda pair: pair[0])
    ended = former.interval.until
    return compatible(earlier, later) or (ended is not None and ended <= later)


def count_conflicts(facts: Iterable[Fact]) -> int:
    """How many things documents disagree on."""
    return len(_disagreements(facts))


def conflicts(facts: Iterable[Fact]) -> Rows:
    """List what is stated with dates that cannot both be right.

    Two dates disagree unless one is the other told more precisely. Looked at are the dates that documents state of a
    thing (``established`` and ``foundedBy`` together, ``signedOn``, ``heldOn``) and the beginnings of relations that
    begin once. Who left and came back began twice, an agreement may be signed again by its own words, and a document
    that tells both dates knows of both: these are no disagreements.

    Parameters
    ----------
    facts : iterable of Fact

    Returns
    -------
    Rows
        One row a piece of evidence, those that disagree together.
    """
    columns = ["subject", "relation", "object", "date", "document", "start", "stop", "quote"]
    rows = [
        [
            fact.subject.label,
            fact.relation,
            None if isinstance(fact.object, str) else fact.object.label,
            date,
            evidence.document,
            evidence.start,
            evidence.stop,
            evidence.quote,
        ]
        for stated in _disagreements(facts)
        for date, fact in stated
        for evidence in fact.evidence
    ]
    return Rows(columns, rows)
