"""The queries of one language, in processes of their own: so many at a time, the others in a queue."""

import asyncio
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qigraph.serving.places import Places
from qigraph.serving.settings import Settings
from qigraph.stores.process import Language, Worker

__all__ = ["Client", "Engine", "GoneError"]


class GoneError(Exception):
    """The client does not wait for the answer any more."""


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks."""

    address: str
    is_gone: Callable[[], Awaitable[bool]]


class Engine:
    """Runs queries of one language; a worker that overruns is replaced.

    Parameters
    ----------
    language : {"sparql", "cypher"}
        The language.
    settings : Settings
        How many at a time, how long, how much.
    """

    def __init__(self, language: Language, settings: Settings) -> None:
        self.language: Language = language
        self._settings = settings
        self._places = Places(settings.workers, settings.queue, settings.timeout)
        self._threads = ThreadPoolExecutor(settings.workers + 1, f"{language}-query")
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    async def ask(
        self, store: Path, query: str, params: dict[str, Any], client: Client, **more: Any
    ) -> tuple[str | None, bytes]:
        """Run a query when its turn has come.

        Parameters
        ----------
        store : Path
            Folder of the store.
        query : str
            The query.
        params : dict
            Values of its parameters.
        client : Client
            Who asks; nothing is run for one that has gone.
        **more
            What else :mod:`qigraph.stores.worker` is to know.

        Returns
        -------
        media_type : str or None
        body : bytes

        Raises
        ------
        QueryError
            If the query is not valid, would write, took too long or answered too much.
        BusyError
            If too many queries wait.
        GoneError
            If the client has gone.
        """
        limits = {
            "timeout": self._settings.timeout,
            "max_rows": self._settings.max_rows,
            "max_bytes": self._settings.max_bytes,
        }
        request = {"folder": str(store.absolute()), "query": query, "params": params} | limits | more
        async with self._places.taken(client.address):
            if await client.is_gone():
                raise GoneError
            running = asyncio.get_running_loop().run_in_executor(self._threads, self._ask, request)
            # The place is free when the process is, even if the one who asked has gone.
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                await asyncio.wait([running])
                raise

    def warm(self) -> None:
        """Start one process, so that the first query finds it."""
        self._threads.submit(lambda: self._give_back(self._worker()))

    def close(self) -> None:
        """End all processes; queries that still run fail."""
        with self._lock:
            self._closed = True
            for worker in self._idle:
                worker.kill()
            for worker in self._busy:
                worker.interrupt()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ask(self, request: dict[str, Any]) -> tuple[str | None, bytes]:
        worker = self._worker()
        try:
            return worker.ask(request)
        finally:
            self._give_back(worker)

    def _worker(self) -> Worker:
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            worker = worker or Worker(self.language)
            if worker.alive:
                with self._lock:
                    self._busy.add(worker)
                return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.alive and not self._closed:
                self._idle.append(worker)
            else:
                worker.kill()
