"""Part of a graph for a page: what lies around an entity, or between certain types."""

from collections.abc import Collection, Iterable, Sequence

from qigraph.facts import Entity, Fact

__all__ = ["around", "between_types"]


def around(facts: Sequence[Fact], start: str, depth: int = 1) -> list[Fact]:
    """The facts among the entities that are at most ``depth`` facts away.

    Parameters
    ----------
    facts : sequence of Fact
        All of them.
    start : str
        Identifier of the entity in the middle.
    depth : int
        1: its neighbours; 2: theirs too.

    Examples
    --------
    >>> from qigraph.facts import Evidence
    >>> a, b, c = (Entity(name, name, "Organisation") for name in "abc")
    >>> def works_with(one, other):
    ...     return Fact(one, "cooperatesWith", other, evidence=(Evidence("d", 0, 1, "x"),))
    >>> [fact.object_id for fact in around([works_with(a, b), works_with(b, c)], "a")]
    ['b']
    """
    near = {start}
    for _ in range(depth):
        near |= {end for fact in facts if near & _ends(fact) for end in _ends(fact)}
    return [fact for fact in facts if _ends(fact) <= near]


def between_types(facts: Iterable[Fact], types: Collection[str]) -> list[Fact]:
    """The facts whose ends are all of these types; a date as object is no hindrance.

    Examples
    --------
    >>> between_types([], {"Organisation"})
    []
    """
    return [
        fact
        for fact in facts
        if fact.subject.type in types and (isinstance(fact.object, str) or fact.object.type in types)
    ]


def _ends(fact: Fact) -> set[str]:
    return {end.id for end in (fact.subject, fact.object) if isinstance(end, Entity)}
