"""The SPARQL side of a graph: an Oxigraph store on disk, built from N-Quads, opened read-only."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox

from qigraph.errors import QueryError
from qigraph.stores.sparql_text import chooses_graphs, prepare, undeclared_prefix
from qigraph.stores.terms import PREFIXES
from qigraph.stores.values import plain_value

__all__ = ["Found", "build", "find", "open_store", "run"]

Found: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
"""What a query finds: rows, yes or no, or triples."""


def build(nquads: Path, folder: Path) -> None:
    """Load N-Quads into a new store.

    Parameters
    ----------
    nquads : Path
        File that :func:`qigraph.stores.rdf.to_nquads` wrote.
    folder : Path
        Folder of the store; made if need be.
    """
    store = ox.Store(folder)
    store.bulk_load(path=nquads, format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()


def open_store(folder: Path) -> ox.Store:
    """Open a store that nobody writes to any more.

    Raises
    ------
    QueryError
        If there is none.
    """
    try:
        return ox.Store.read_only(str(folder))
    except OSError as error:
        raise QueryError(f"no SPARQL store in {folder}: build the graph again ({error})") from error


def find(
    store: ox.Store,
    query: str,
    params: Mapping[str, Any] | None = None,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    base: str | None = None,
) -> Found:
    """Begin a query over the union of all named graphs, or over the graphs that it or the caller chooses.

    Parameters
    ----------
    store : pyoxigraph.Store
        An open store.
    query : str
        SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of :data:`qigraph.stores.terms.PREFIXES` need no
        declaration.
    params : mapping, optional
        See :func:`qigraph.stores.sparql_text.prepare`.
    default_graphs, named_graphs : sequence of str
        IRIs of the graphs to read and to let ``GRAPH`` choose from, instead of those that FROM names.
    base : str, optional
        What relative IRIs are relative to.

    Raises
    ------
    QueryError
        If the query is not valid or would write; the message has line and column.
    """
    text = prepare(query, params)
    given = bool(default_graphs or named_graphs)
    try:
        return store.query(
            text,
            base_iri=base,
            prefixes=PREFIXES,
            use_default_graph_as_union=not given and not chooses_graphs(text),
            default_graph=[*_nodes(default_graphs)] if given else None,
            named_graphs=[*_nodes(named_graphs)] if given else None,
        )
    except SyntaxError as error:
        raise QueryError(_explain(str(error), text)) from error


def _nodes(iris: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"the name of a graph must be an IRI: {error}") from error


def run(
    store: ox.Store, query: str, params: Mapping[str, Any] | None = None
) -> tuple[list[str], Iterator[list[Any]]]:
    """Run a query as :func:`find` does, and read what it finds.

    Parameters
    ----------
    store, query, params
        As for :func:`find`.

    Returns
    -------
    columns : list of str
        Names in the order of the SELECT; ``answer`` for ASK; ``subject``, ``predicate``, ``object`` for
        triples.
    rows : iterator of list
        Values as JSON knows them.

    Raises
    ------
    QueryError
        If the query is not valid or would write; the message has line and column.
    """
    found = find(store, query, params)
    if isinstance(found, ox.QueryBoolean):
        return ["answer"], iter([[bool(found)]])
    if isinstance(found, ox.QueryTriples):
        triples = ([plain_value(t.subject), plain_value(t.predicate), plain_value(t.object)] for t in found)
        return ["subject", "predicate", "object"], triples
    columns = [variable.value for variable in found.variables]
    return columns, ([plain_value(solution[name]) for name in columns] for solution in found)


def _explain(error: str, text: str) -> str:
    """One line on a syntax error: where, and what the parser expected, without its classes of characters."""
    found = re.fullmatch(r"error at (\d+):(\d+): expected (?:one of )?(.*)", " ".join(error.split()))
    if found is None:
        return f"syntax error: {error}"
    line, column = int(found[1]), int(found[2])
    rest = text.splitlines()[line - 1][column - 1 :].strip()[:20] if text else ""
    expected = [item for item in found[3].split(", ") if not item.startswith("[")]
    reasons = [item for item in expected if " " in item and '"' not in item]
    near = f'near "{rest}"' if rest else "at its end"
    if (prefix := undeclared_prefix(text, PREFIXES)) is not None:
        reasons = [f"the prefix {prefix}: is not declared"]
    why = "; ".join(reasons) or ("expected " + ", ".join(expected[:8]) if expected else "not expected here")
    return f"syntax error in line {line}, column {column}, {near}: {why}"
