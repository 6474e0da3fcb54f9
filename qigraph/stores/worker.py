"""The process that runs queries: ``python -m qigraph.stores.worker sparql|cypher``.

A request is one JSON object a line, with ``folder``, ``query``, ``params``, ``timeout``, ``max_rows`` and
``max_bytes``; for an answer in a format of SPARQL also ``media_types``, ``default_graphs``, ``named_graphs``
and ``base``. The answer is a JSON object a line, with ``error`` and its ``kind``, or with the number of
``bytes`` that follow and their ``media_type``; without a format they are JSON with ``columns`` and ``rows``.
The engine, and the graph of the last request, stay open between requests.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from qigraph.errors import LimitError, QueryError
from qigraph.stores import sandbox

__all__ = ["MEMORY", "main"]

MEMORY = 4 * 1024**3
"""Bytes of address space for a SPARQL query; Cypher has the heap of its JVM."""

_GRACE = 5.0
_JSON = "application/json"
_Run = Callable[[Any, str, Mapping[str, Any]], tuple[list[str], Iterator[list[Any]]]]


def main(language: str) -> None:
    """Answer requests on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if language == "cypher":
        from qigraph.stores import arcade

        arcade.start()
        opener: Callable[[Path], Any] = arcade.open_database
        run: _Run = arcade.run
    else:
        from qigraph.stores import sparql_store

        sandbox.limit_memory(MEMORY)
        opener, run = sparql_store.open_store, sparql_store.run
    sandbox.confine()
    graphs = _Graphs(opener)
    _send(answers, {})
    for line in sys.stdin:
        request = json.loads(line)
        sandbox.arm(request["timeout"] + _GRACE)
        _send(answers, *_answer(request, graphs, run))
        sandbox.arm(0)


def _send(answers: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    answers.write(json.dumps(header).encode() + b"\n" + body)
    answers.flush()


class _Graphs:
    """Keeps the graph of the last request open."""

    def __init__(self, opener: Callable[[Path], Any]) -> None:
        self._opener = opener
        self._key: tuple[str, int, int] | None = None
        self._graph: Any = None

    def get(self, folder: str) -> Any:
        """The graph in that folder, opened anew when it is another one."""
        try:
            status = Path(folder).stat()
        except OSError as error:
            raise QueryError(f"no graph in {folder}: {error.strerror}") from error
        key = (folder, status.st_ino, status.st_mtime_ns)
        if key != self._key:
            with contextlib.suppress(AttributeError):
                self._graph.close()
            self._key, self._graph = None, None
            self._graph = self._opener(Path(folder))
            self._key = key
        return self._graph


def _answer(request: dict[str, Any], graphs: _Graphs, run: _Run) -> tuple[dict[str, Any], bytes]:
    try:
        graph = graphs.get(request["folder"])
        if "media_types" in request:
            media_type, body = _serialised(graph, request)
        else:
            columns, rows = run(graph, request["query"], request["params"])
            written = ", ".join(_written(rows, request["max_rows"], request["max_bytes"]))
            media_type, body = (
                _JSON,
                (json.dumps({"columns": columns})[:-1] + f', "rows": [{written}]}}').encode(),
            )
        return {"bytes": len(body), "media_type": media_type}, body
    except QueryError as error:
        return _failed(error), b""
    except MemoryError:
        return _failed(
            LimitError(f"the query needs more than {MEMORY // 1024**3} GB of memory: ask for less")
        ), b""
    except Exception as error:  # what an engine raises while it runs, such as an overflow
        return _failed(QueryError(" ".join(f"the query failed: {error}".split()))), b""


def _failed(error: QueryError) -> dict[str, Any]:
    return {"error": str(error), "kind": type(error).__name__}


def _serialised(store: Any, request: dict[str, Any]) -> tuple[str | None, bytes]:
    from qigraph.stores.sparql_results import serialise
    from qigraph.stores.sparql_store import find

    chosen = (request["default_graphs"], request["named_graphs"], request["base"])
    found = find(store, request["query"], request["params"], *chosen)
    return serialise(found, request["media_types"], request["max_rows"], request["max_bytes"])


def _written(rows: Iterator[list[Any]], max_rows: int, max_bytes: int) -> list[str]:
    written: list[str] = []
    size = 0
    for row in rows:
        if len(written) == max_rows:
            raise LimitError(f"more than {max_rows} rows: add LIMIT, or ask for less")
        written.append(json.dumps(row))
        size += len(written[-1])
        if size > max_bytes:
            raise LimitError(f"the answer is larger than {max_bytes / 1e6:g} MB: add LIMIT, or ask for less")
    return written


if __name__ == "__main__":
    main(sys.argv[1])
