"""A SPARQL 1.1 endpoint: running a query of the user's that only reads."""

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from qigraph.errors import QueryError
from qigraph.rows import Rows
from qigraph.servers.http import Server, send
from qigraph.stores.client import MAX_BYTES, MAX_ROWS
from qigraph.stores.sparql_text import prepare, undeclared_prefix
from qigraph.stores.terms import PREFIXES
from qigraph.stores.values import plain_value

__all__ = ["query"]

_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_ACCEPT = "application/sparql-results+json, application/n-triples, text/turtle;q=0.5, */*;q=0.1"


def query(
    server: Server,
    text: str,
    params: Mapping[str, Any] | None = None,
    timeout: float = 30.0,
    max_rows: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
) -> Rows:
    """Run a SPARQL query on a server.

    Parameters
    ----------
    server : Server
        See :func:`qigraph.servers.http.connect`.
    text : str
        SELECT, ASK, CONSTRUCT or DESCRIBE; prefixes that qigraph knows need no declaration.
    params : mapping, optional
        See :func:`qigraph.stores.sparql_text.prepare`.
    timeout : float
        Seconds.
    max_rows, max_bytes : int
        More of them is an error.

    Returns
    -------
    Rows
        As :func:`qigraph.stores.sparql_store.run` gives them.

    Raises
    ------
    QueryError
        If the query would write, calls SERVICE, is refused, takes too long or answers too much.
    """
    bound = _declared(prepare(text, params))
    request = server.request("POST", data={"query": bound}, headers={"Accept": _ACCEPT})
    media_type, content = send(server, request, timeout, max_bytes)
    columns, rows = _read(media_type, content)
    if len(rows) > max_rows:
        raise QueryError(f"more than {max_rows} rows: add LIMIT, or ask for less")
    return Rows(columns, rows)


def _declared(text: str) -> str:
    """The query with the prefixes that it uses and does not declare; on its first line, so that lines still count."""
    used: list[str] = []
    while (prefix := undeclared_prefix(text, used)) is not None and prefix in PREFIXES:
        used.append(prefix)
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in used) + text


def _read(media_type: str, content: bytes) -> tuple[list[str], list[list[Any]]]:
    try:
        if media_type in _GRAPHS:
            triples = ox.parse(content, format=_GRAPHS[media_type])
            terms = (
                [plain_value(t.subject), plain_value(t.predicate), plain_value(t.object)] for t in triples
            )
            return ["subject", "predicate", "object"], list(terms)
        if media_type in _RESULTS:
            found = ox.parse_query_results(content, format=_RESULTS[media_type])
            if isinstance(found, ox.QueryBoolean):
                return ["answer"], [[bool(found)]]
            columns = [variable.value for variable in found.variables]
            return columns, [[plain_value(solution[name]) for name in columns] for solution in found]
    except (SyntaxError, ValueError, OSError) as error:
        raise QueryError(f"the server's answer cannot be read: {' '.join(str(error).split())}") from error
    raise QueryError(f"the server answered {media_type or 'something'}, which is no answer to a SPARQL query")
