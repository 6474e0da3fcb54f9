"""Runs queries in a process of their own, which is ended when the time is over.

Neither engine can be trusted to stop a query by itself, and a JVM must not live in the caller's process.
So each language has one worker, started at the first query and kept warm; a worker that overruns is
killed, and the next query starts another.
"""

import atexit
import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from qigraph.errors import QueryError
from qigraph.rows import Rows
from qigraph.stores.property_graph import child_environment

__all__ = ["MAX_BYTES", "MAX_ROWS", "Language", "query", "stop"]

Language = Literal["sparql", "cypher"]

MAX_ROWS = 100_000
"""Rows that a query may answer unless told otherwise."""

MAX_BYTES = 100_000_000
"""Bytes of JSON that a query may answer."""

_START = 60.0


class _OverrunError(Exception):
    """The worker did not answer in time."""


class _Worker:
    """One process, and the pipes to it."""

    def __init__(self, language: Language) -> None:
        self.owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "qigraph.stores.worker", language],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            start_new_session=True,
        )
        try:
            self._read(time.monotonic() + _START)
        except (EOFError, _OverrunError) as error:
            self.kill()
            raise QueryError(f"the {language} engine did not start: is the installation complete?") from error

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send a request and read the answer.

        Raises
        ------
        EOFError
            If the process has ended.
        _OverrunError
            If the time is over.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise EOFError from error
        answer: dict[str, Any] = json.loads(self._read(time.monotonic() + request["timeout"]))
        return answer

    def _read(self, deadline: float) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        parts: list[bytes] = []
        while not parts or not parts[-1].endswith(b"\n"):
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise _OverrunError
            if not (part := os.read(pipe, 1 << 20)):
                raise EOFError
            parts.append(part)
        return b"".join(parts)

    @property
    def alive(self) -> bool:
        return self.owner == os.getpid() and self._process.poll() is None

    def kill(self) -> None:
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


_workers: dict[Language, _Worker] = {}
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
        answer = _ask(language, request)
    if "error" in answer:
        raise QueryError(answer["error"])
    return Rows(answer["columns"], answer["rows"])


def _ask(language: Language, request: dict[str, Any]) -> dict[str, Any]:
    worker = _workers.get(language)
    if worker is None or not worker.alive:
        worker = _workers[language] = _Worker(language)
    try:
        return worker.ask(request)
    except _OverrunError as error:
        _discard(language)
        limit = f"{request['timeout']:g} s"
        raise QueryError(f"stopped after {limit}: ask for less, or allow more time") from error
    except EOFError as error:
        _discard(language)
        raise QueryError(
            "the query ended the engine, most likely for want of memory: ask for less"
        ) from error
    except BaseException:
        _discard(language)
        raise


def _discard(language: Language) -> None:
    if worker := _workers.pop(language, None):
        worker.kill()


def stop() -> None:
    """End the workers; the next query starts new ones."""
    for language in tuple(_workers):
        _discard(language)


atexit.register(stop)
