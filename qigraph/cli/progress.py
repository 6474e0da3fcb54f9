"""Progress on standard error, for people and for work that takes over a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["progress_bar"]

PATIENCE = 1.0


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """Yield what a build reports its progress to, or None when nobody is looking.

    Examples
    --------
    >>> with progress_bar() as progress:
    ...     if progress is not None:
    ...         progress("reading", 1, 2)
    """
    if not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    bar: Progress | None = None

    def report(stage: str, done: int, total: int) -> None:
        nonlocal bar
        if bar is None and time.monotonic() - started > PATIENCE:
            bar = _start()
        if bar is not None:
            bar.update(bar.tasks[0].id, description=stage, completed=done, total=total)

    try:
        yield report
    finally:
        if bar is not None:
            bar.stop()


def _start() -> "Progress":
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task("")
    bar.start()
    return bar
