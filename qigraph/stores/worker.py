"""The process that runs queries: ``python -m qigraph.stores.worker sparql|cypher``, one JSON object a line.

A request has ``folder``, ``query``, ``params``, ``timeout``, ``max_rows`` and ``max_bytes``; an answer
has ``columns`` and ``rows``, or ``error``. The engine, and the graph of the last request, stay open
between requests.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qigraph.errors import QueryError
from qigraph.stores import sandbox

__all__ = ["MEMORY", "main"]

MEMORY = 4 * 1024**3
"""Bytes of address space for a SPARQL query; Cypher has the heap of its JVM."""

_GRACE = 5.0
_Run = Callable[[Any, str, Mapping[str, Any]], tuple[list[str], Iterator[list[Any]]]]


def main(language: str) -> None:
    """Answer requests on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
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
    print("{}", file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        sandbox.arm(request["timeout"] + _GRACE)
        print(_answer(request, graphs, run), file=answers, flush=True)
        sandbox.arm(0)


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


def _answer(request: dict[str, Any], graphs: _Graphs, run: _Run) -> str:
    try:
        graph = graphs.get(request["folder"])
        columns, rows = run(graph, request["query"], request["params"])
        written = _write(rows, request["max_rows"], request["max_bytes"])
        return json.dumps({"columns": columns})[:-1] + f', "rows": [{", ".join(written)}]}}'
    except QueryError as error:
        return json.dumps({"error": str(error)})
    except MemoryError:
        return json.dumps(
            {"error": f"the query needs more than {MEMORY // 1024**3} GB of memory: ask for less"}
        )
    except Exception as error:  # what an engine raises while it runs, such as an overflow
        return json.dumps({"error": " ".join(f"the query failed: {error}".split())})


def _write(rows: Iterator[list[Any]], max_rows: int, max_bytes: int) -> list[str]:
    written: list[str] = []
    size = 0
    for row in rows:
        if len(written) == max_rows:
            raise QueryError(f"more than {max_rows} rows: add LIMIT, or ask for less")
        written.append(json.dumps(row))
        size += len(written[-1])
        if size > max_bytes:
            raise QueryError(f"the answer is larger than {max_bytes / 1e6:g} MB: add LIMIT, or ask for less")
    return written


if __name__ == "__main__":
    main(sys.argv[1])
