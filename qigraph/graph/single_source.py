"""What rests on one document alone."""

from collections import defaultdict
from collections.abc import Sequence

from qigraph.facts import Fact

__all__ = ["single_source"]


def single_source(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that no second document states, in their order.

    Two documents state one fact though they date it differently, or only one of them does; a symmetric relation is
    the same in either direction. What rules derived rests on its grounds, and is left out.

    Parameters
    ----------
    facts : sequence of Fact

    Examples
    --------
    >>> from qigraph.facts import Entity, Evidence, Interval
    >>> ilac, iaf = Entity("ilac", "ILAC", "Organisation"), Entity("iaf", "IAF", "Organisation")
    >>> def said(document, since=None):
    ...     return Fact(ilac, "cooperatesWith", iaf, Interval(since), (Evidence(document, 0, 1, "x"),))
    >>> len(single_source([said("a.txt")])), len(single_source([said("a.txt"), said("b.txt", "2012")]))
    (1, 0)
    """
    documents: dict[frozenset[str], set[str]] = defaultdict(set)
    for fact in facts:
        documents[_core(fact)].update(fact.documents)
    return [fact for fact in facts if not fact.derived and len(documents[_core(fact)]) == 1]


def _core(fact: Fact) -> frozenset[str]:
    return frozenset((f"{fact.relation} relation", fact.subject.id, fact.object_id))
