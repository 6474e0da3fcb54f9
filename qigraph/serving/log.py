"""The log: one JSON object a line on standard error, written by a thread of its own.

Whoever reads standard error slowly, or not at all, must not stop the server: lines that find no room are lost.
"""

import contextlib
import json
import logging
import queue
import sys
import threading
from datetime import UTC, datetime
from typing import Any

__all__ = ["log", "start", "stop"]

_lines: queue.Queue[str | None] = queue.Queue(maxsize=10_000)
_thread: threading.Thread | None = None


def log(event: str, *, level: str = "info", **details: Any) -> None:
    """Write one line.

    Parameters
    ----------
    event : str
        What happened.
    level : {"info", "warning", "error"}
        How bad it is.
    **details
        Whatever JSON can hold.
    """
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    with contextlib.suppress(queue.Full):
        _lines.put_nowait(json.dumps({"time": time, "level": level, "event": event} | details))


def start() -> None:
    """Begin to write, and write what uvicorn has to say, too."""
    global _thread
    _thread = threading.Thread(target=_write, name="log", daemon=True)
    _thread.start()
    logger = logging.getLogger("uvicorn")
    logger.handlers, logger.propagate = [_Handler()], False
    logger.setLevel(logging.WARNING)


def stop() -> None:
    """Write what is left, unless nobody reads it."""
    with contextlib.suppress(queue.Full):
        _lines.put_nowait(None)
    if _thread is not None:
        _thread.join(timeout=2)


def _write() -> None:
    while (line := _lines.get()) is not None:
        try:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            return


class _Handler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        details = {"error": repr(record.exc_info[1])} if record.exc_info else {}
        if record.exc_info:
            details["traceback"] = logging.Formatter().formatException(record.exc_info)
        log("server", level=record.levelname.lower(), message=record.getMessage(), **details)
