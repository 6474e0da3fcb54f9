"""Runs queries in a process of their own, which is ended when the time is over.

Neither engine can be trusted to stop a query by itself, and a JVM must not live in the caller's process.
So each language has one worker, started at the first query and kept warm; a worker that overruns is
killed, and the next query starts another.
"""

import atexit
import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qigraph.errors import QueryError
from qigraph.rows import Rows
from qigraph.stores.process import Language, Worker

__all__ = ["MAX_BYTES", "MAX_ROWS", "Language", "query", "stop"]

MAX_ROWS = 100_000
"""Rows that a query may answer unless told otherwise."""

MAX_BYTES = 100_000_000
"""Bytes of JSON that a query may answer."""

_workers: dict[Language, Worker] = {}
_locks: dict[Language, threading.Lock] = {"sparql": threading.Lock(), "cypher": threading.Lock()}


def query(
    language: Language,
    folder: Path,
    query: str,
    params: Mapping[str, Any] | None = None,
    timeout: float = 30.0,
    max_rows: int = MAX_ROWS,
) -> Rows:
    """Run a query over a store, without the right to change anything.

    Parameters
    ----------
    language : {"sparql", "cypher"}
        Language of the query.
    folder : Path
        Folder of the store, as :func:`qigraph.stores.sparql_store.build` or
        :func:`qigraph.stores.property_graph.build` wrote it.
    query : str
        The query.
    params : mapping, optional
        Values of the parameters that the query names as ``$name``.
    timeout : float
        Seconds after which the query is ended.
    max_rows : int
        Rows beyond which the query fails.

    Returns
    -------
    Rows
        Columns in the order of the query.

    Raises
    ------
    QueryError
        If the query is not valid, would write, took too long or answered too much.

    Examples
    --------
    >>> import tempfile
    >>> from qigraph.stores import sparql_store
    >>> with tempfile.TemporaryDirectory() as name:
    ...     nquads, store = Path(name, "graph.nq"), Path(name, "sparql")
    ...     _ = nquads.write_text('<u:a> <u:name> "BIPM" <u:graph> .')
    ...     sparql_store.build(nquads, store)
    ...     query("sparql", store, "SELECT ?name { ?s <u:name> ?name }").records()
    [{'name': 'BIPM'}]
    """
    if timeout <= 0:
        raise QueryError(f"the time limit must be more than 0 s, not {timeout:g} s")
    request = {
        "folder": str(Path(folder).absolute()),
        "query": query,
        "params": dict(params or {}),
        "timeout": timeout,
        "max_rows": max_rows,
        "max_bytes": MAX_BYTES,
    }
    with _locks[language]:
        worker = _workers.get(language)
        if worker is None or not worker.alive:
            worker = _workers[language] = Worker(language)
        _, body = worker.ask(request)
    return Rows(**json.loads(body))


def stop() -> None:
    """End the workers; the next query starts new ones."""
    while _workers:
        _workers.popitem()[1].kill()


atexit.register(stop)
