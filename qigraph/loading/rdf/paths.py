"""Steps from node to node of RDF, and the lines that they go over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from qigraph.loading.dates import plain_date
from qigraph.loading.rdf.lines import Line
from qigraph.loading.rdf.mapping import NodeRule, Steps, term
from qigraph.loading.rdf.things import Term, Things, text_of

__all__ = ["Paths"]

Found = tuple[Term, tuple[Line, ...]]
"""What a path leads to, and the lines that it goes over."""


class Paths:
    """The lines of a file by what they lead from and to.

    Parameters
    ----------
    lines : iterable of Line
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.out: dict[Term, list[Line]] = defaultdict(list)
        self.into: dict[Term, list[Line]] = defaultdict(list)
        for line in lines:
            self.out[line.quad.subject].append(line)
            self.into[line.quad.object].append(line)

    def follow(self, node: Term, path: Steps) -> Iterator[Found]:
        """What a path leads to from a node."""
        found: list[Found] = [(node, ())]
        for against, predicate in path:
            found = [
                (line.quad.subject if against else line.quad.object, (*lines, line))
                for at, lines in found
                for line in (self.into if against else self.out)[at]
                if term(line.quad.predicate.value) == predicate
            ]
        yield from found

    def role(self, node: Term, rule: NodeRule, things: Things) -> tuple[str, list[Line]]:
        """The role that a node tells, and where."""
        filled = rule.role or "{}"
        used: list[Line] = []
        for path in rule.roles:
            found = sorted(self.follow(node, path), key=lambda one: _preferred(one[0]))
            if not found:
                return "", []
            value, lines = found[0]
            used += lines
            hole = filled[filled.index("{") : filled.index("}") + 1]
            filled = filled.replace(hole, text_of(value, things).replace("{", "("), 1)
        return (filled if rule.roles else ""), used

    def date(self, node: Term, paths: Iterable[Steps]) -> tuple[str | None, Sequence[Line]]:
        """The date that the first of the paths leads to, and where."""
        for path in paths:
            for value, lines in self.follow(node, path):
                if isinstance(value, ox.Literal) and (date := plain_date(value.value)):
                    return date, lines
        return None, ()


def _preferred(value: Term) -> tuple[int, str]:
    language = value.language if isinstance(value, ox.Literal) else None
    return {"en": 0, None: 1}.get(language, 2), str(value)
