"""A process that runs queries, which is killed when the time is over: no engine can be trusted to stop by itself."""

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from typing import Any, Literal, TypeAlias

from qigraph import errors
from qigraph.errors import LimitError, OverrunError
from qigraph.stores.property_graph import child_environment

__all__ = ["Language", "Worker"]

Language: TypeAlias = Literal["sparql", "cypher"]

_START = 60.0


class Worker:
    """One process, and the pipes to it. After LimitError and what is no QueryError it may be dead: see :attr:`alive`.

    Parameters
    ----------
    language : {"sparql", "cypher"}
        Language of its queries.

    Raises
    ------
    LimitError
        If the engine does not start.
    """

    def __init__(self, language: Language) -> None:
        self._owner = os.getpid()
        fault = f"the {language} engine did not start: is the installation complete?"
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "qigraph.stores.worker", language],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
                start_new_session=True,
            )
            self._read(time.monotonic() + _START)
        except (EOFError, OSError) as error:
            raise LimitError(fault) from error

    def ask(self, request: dict[str, Any]) -> tuple[str | None, bytes]:
        """Send a request and read the answer.

        Parameters
        ----------
        request : dict
            As :mod:`qigraph.stores.worker` tells.

        Returns
        -------
        media_type : str or None
        body : bytes

        Raises
        ------
        QueryError
            If the query is not valid, would write, took too long or answered too much.
        """
        try:
            return self._asked(request)
        except TimeoutError as error:
            limit = f"{request['timeout']:g} s"
            raise OverrunError(f"stopped after {limit}: ask for less, or allow more time") from error
        except EOFError as error:
            raise LimitError(
                "the query ended the engine, most likely for want of memory: ask for less"
            ) from error

    def _asked(self, request: dict[str, Any]) -> tuple[str | None, bytes]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError) as error:
            self.kill()
            raise EOFError from error
        header, body = self._read(time.monotonic() + request["timeout"])
        if "error" in header:
            raise getattr(errors, header["kind"])(header["error"])
        return header["media_type"], body

    def _read(self, deadline: float) -> tuple[dict[str, Any], bytes]:
        """Header and body of an answer; whatever keeps them from coming ends the process."""
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        readable = select.poll()
        readable.register(pipe, select.POLLIN)
        header: dict[str, Any] | None = None
        received = bytearray()
        try:
            while True:
                if header is None and b"\n" in received:
                    line, _, rest = received.partition(b"\n")
                    header, received = json.loads(line), rest
                if header is not None and len(received) == header.get("bytes", 0):
                    return header, bytes(received)
                if not readable.poll(max(0.0, deadline - time.monotonic()) * 1000):
                    raise TimeoutError
                if not (part := os.read(pipe, 1 << 20)):
                    raise EOFError
                received += part
        except BaseException:
            self.kill()
            raise

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._owner == os.getpid() and self._process.poll() is None

    def interrupt(self) -> None:
        """End the query that another thread waits for, which then raises LimitError."""
        if self._owner == os.getpid():
            self._process.kill()

    def kill(self) -> None:
        """End it at once; no other thread may be waiting for it."""
        if self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
