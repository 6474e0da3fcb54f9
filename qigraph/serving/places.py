"""Places for queries that run at the same time, shared out so that no client can take them all.

A query that finds no place waits; the next place goes to the client with the fewest queries running, and
among those of one client to the query that came first.
"""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

__all__ = ["BusyError", "Places"]


class BusyError(Exception):
    """Too many queries wait already, or one has waited too long."""


class Places:
    """Places for ``size`` queries, and one more for a client that has none running.

    Parameters
    ----------
    size : int
        Places.
    waiting : int
        Queries that may wait; half of them of one client.
    patience : float
        Seconds that a query waits at most.
    """

    def __init__(self, size: int, waiting: int, patience: float) -> None:
        self._size, self._most, self._patience = size, waiting, patience
        self._running: Counter[str] = Counter()
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def taken(self, client: str) -> AsyncIterator[None]:
        """Hold a place while a query of the client runs.

        Raises
        ------
        BusyError
            If there is none to be had.
        """
        await self._take(client)
        try:
            yield
        finally:
            self._running[client] -= 1
            if not self._running[client]:
                del self._running[client]
            self._give()

    async def _take(self, client: str) -> None:
        if self._is_free_for(client) and not self._waiting.get(client):
            self._running[client] += 1
            return
        queue = self._waiting.setdefault(client, deque())
        if len(queue) >= max(1, self._most // 2) or sum(map(len, self._waiting.values())) >= self._most:
            self._drop_empty(client)
            raise BusyError
        turn = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            async with asyncio.timeout(self._patience):
                await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled():
                self._running[client] -= 1
                self._give()
            elif turn in queue:
                queue.remove(turn)
                self._drop_empty(client)
            if isinstance(error, TimeoutError):
                raise BusyError from error
            raise

    def _give(self) -> None:
        """Let in whoever can be let in."""
        while clients := [client for client in self._waiting if self._is_free_for(client)]:
            client = min(clients, key=lambda name: self._running[name])
            turn = self._waiting[client].popleft()
            self._drop_empty(client)
            if not turn.done():
                self._running[client] += 1
                turn.set_result(None)

    def _is_free_for(self, client: str) -> bool:
        running = self._running.total()
        return running < self._size or (running == self._size and not self._running[client])

    def _drop_empty(self, client: str) -> None:
        if not self._waiting.get(client, True):
            del self._waiting[client]
