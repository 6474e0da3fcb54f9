"""Connections that wait for nobody for ever: a client that sends or reads too slowly loses its own."""

import asyncio
from collections import Counter
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from qigraph.serving.log import log
from qigraph.serving.settings import PATIENCE

__all__ = ["MAX_CONNECTIONS", "Connection"]

MAX_CONNECTIONS = 4096
"""Connections at the same time; half of them from one address."""


class Connection(H11Protocol):
    """A connection of uvicorn with limits on time, and on how many one address may have."""

    _open: ClassVar[Counter[str]] = Counter()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._address = ""
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let a client in, unless there are too many."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self._open[self._address] += 1
        if self._open[self._address] > MAX_CONNECTIONS // 2 or self._open.total() > MAX_CONNECTIONS:
            log("connection", level="warning", client=self._address, error="too many connections")
            transport.abort()
        else:
            self._set_timer("head")

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; its head must be complete in time."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._set_timer("head")
        else:
            self._stop_timer("head")

    def pause_writing(self) -> None:
        """The client does not read as fast as we write."""
        super().pause_writing()
        self._set_timer("read")

    def resume_writing(self) -> None:
        """It has read what we wrote."""
        super().resume_writing()
        self._stop_timer("read")

    def on_response_complete(self) -> None:
        """The answer has been written, which does not mean read."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._set_timer("close")

    def timeout_keep_alive_handler(self) -> None:
        """The client asks nothing more."""
        super().timeout_keep_alive_handler()
        self._set_timer("close")

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        super().connection_lost(exc)
        self._open[self._address] -= 1
        if not self._open[self._address]:
            del self._open[self._address]
        for name in tuple(self._timers):
            self._stop_timer(name)

    def _set_timer(self, name: str) -> None:
        if name not in self._timers:
            self._timers[name] = self.loop.call_later(PATIENCE, self.transport.abort)

    def _stop_timer(self, name: str) -> None:
        if name in self._timers:
            self._timers.pop(name).cancel()
