"""What one graph states that another does not: facts gained and lost, sources gained and lost, new disagreements."""

from collections.abc import Iterable

from qigraph.facts import Evidence, Fact
from qigraph.graph.conflicts import conflicts
from qigraph.rows import Rows

__all__ = ["difference"]

COLUMNS = ["change", "subject", "relation", "object", "since", "until", "document", "quote"]


def difference(former: Iterable[Fact], later: Iterable[Fact]) -> Rows:
    """List how two sets of facts differ.

    Parameters
    ----------
    former, later : iterable of Fact

    Returns
    -------
    Rows
        One row a document, with its first sentence. ``change`` is ``new`` or ``gone`` for a fact, ``also in`` or ``no
        longer in`` for a document of a fact that both have, ``disagrees`` or ``agrees now`` for dates that cannot both
        be right.

    Examples
    --------
    >>> from qigraph.facts import Entity
    >>> ilac, iaf = Entity("ilac", "ILAC", "Organisation"), Entity("iaf", "IAF", "Organisation")
    >>> one = Fact(ilac, "cooperatesWith", iaf, evidence=(Evidence("a.txt", 0, 1, "x"),))
    >>> both = Fact(ilac, "cooperatesWith", iaf, evidence=(*one.evidence, Evidence("b.txt", 0, 1, "y")))
    >>> [(row["change"], row["document"]) for row in difference([one], [both]).records()]
    [('also in', 'b.txt')]
    """
    before, after = list(former), list(later)
    return Rows(
        COLUMNS,
        [
            *_gained("new", "also in", before, after),
            *_gained("gone", "no longer in", after, before),
            *_disagreements("disagrees", before, after),
            *_disagreements("agrees now", after, before),
        ],
    )


def _gained(
    fact_word: str, source_word: str, before: list[Fact], after: list[Fact]
) -> list[list[str | None]]:
    """Rows of the facts, and of the documents of facts, that are only in ``after``."""
    known = {fact.key: set(fact.documents) for fact in before}
    rows = {fact_word: list[list[str | None]](), source_word: list[list[str | None]]()}
    for fact in after:
        word = source_word if fact.key in known else fact_word
        for evidence in _first_sentences(fact):
            if evidence.document not in known.get(fact.key, ()):
                rows[word].append(_row(word, fact, evidence))
    return [*rows[fact_word], *rows[source_word]]


def _first_sentences(fact: Fact) -> list[Evidence]:
    first: dict[str, Evidence] = {}
    for evidence in fact.evidence:
        first.setdefault(evidence.document, evidence)
    return list(first.values())


def _row(word: str, fact: Fact, evidence: Evidence) -> list[str | None]:
    interval = fact.interval
    names = [fact.subject.label, fact.relation, fact.object_label]
    return [word, *names, interval.since, interval.until, evidence.document, evidence.quote]


def _disagreements(word: str, before: list[Fact], after: list[Fact]) -> list[list[str | None]]:
    known = {tuple(row.values()) for row in conflicts(before).records()}
    return [
        [
            word,
            row["subject"],
            row["relation"],
            row["object"] or row["date"],
            row["date"],
            None,
            row["document"],
            row["quote"],
        ]
        for row in conflicts(after).records()
        if tuple(row.values()) not in known
    ]
