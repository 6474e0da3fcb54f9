"""The rules of quality: queries of ``ontology/checks/``, each of which finds one kind of mistake.

Comments on top of a file hold the mistake in words and a line ``severity: error`` or ``severity: warning``. A query
selects ``?node`` and, where that helps, ``?detail``. The data are the default graph; the vocabulary of qigraph is
the graph ``<https://w3id.org/qigraph/ontology>``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from qigraph.checking.finding import Finding
from qigraph.errors import InputError
from qigraph.resources import resource
from qigraph.stores.terms import PREFIXES

__all__ = ["VOCABULARY", "Rule", "broken_rules", "rules"]

VOCABULARY = ox.NamedNode("https://w3id.org/qigraph/ontology")
"""The graph in which the terms of qigraph stand while the rules run."""

_MORE = {
    "owl": "http://www.w3.org/2002/07/owl#",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One query.

    Parameters
    ----------
    name : str
        Of its file.
    severity : {"error", "warning"}
    problem : str
        The mistake in words.
    query : str
        SPARQL with its comments.
    """

    name: str
    severity: str
    problem: str
    query: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name.

    Raises
    ------
    InputError
        If a file does not say how severe its mistake is.

    Examples
    --------
    >>> [rule.name for rule in rules() if rule.name == "missing-label"]
    ['missing-label']
    """
    found = []
    for path in sorted(resource("ontology/checks").glob("*.rq")):
        query = path.read_text(encoding="utf-8")
        comments = re.findall(r"^#\s*(.*)$", query, re.MULTILINE)
        severities = [line.removeprefix("severity: ") for line in comments if line.startswith("severity: ")]
        if len(severities) != 1 or severities[0] not in ("error", "warning"):
            raise InputError(f"{path}: needs one line # severity: error, or warning")
        words = " ".join(line for line in comments if not line.startswith("severity: "))
        found.append(Rule(path.stem, severities[0], words, query))
    return tuple(found)


def broken_rules(store: ox.Store) -> Iterator[Finding]:
    """What the rules find in a store.

    Parameters
    ----------
    store : pyoxigraph.Store
        The data in the default graph, and the vocabulary in :data:`VOCABULARY`.
    """
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in (PREFIXES | _MORE).items())
    for rule in rules():
        found = store.query(prologue + rule.query)
        assert isinstance(found, ox.QuerySolutions)
        has_detail = any(variable.value == "detail" for variable in found.variables)
        for row in found:
            node, detail = row["node"], row["detail"] if has_detail else None
            told = f"{rule.problem}: {_words(detail)}" if detail is not None else rule.problem
            yield Finding(rule.severity, rule.name, _words(node), told)


def _words(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
