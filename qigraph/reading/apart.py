"""Reads formats that are programs for a parser (PDF, DOCX) in a process of its own, with limits on time and memory.

A file made to hurt can send a parser into an endless loop, fill the memory or crash it; here that ends the
child, and the reader sees one line. The child gets the bytes on its standard input, opens no file of the user's,
and answers on its standard output: :mod:`qigraph.reading.__main__` is its other end.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from qigraph.errors import InputError
from qigraph.reading.placed import Placed

__all__ = ["MEMORY", "REFUSED", "SECONDS", "read_apart"]

SECONDS = 120
"""Processor seconds that one document may take; on the clock it may take three times as many."""

MEMORY = 1_500_000_000
"""Bytes of address space that the child may have."""

REFUSED = 3
"""Exit code of the child when what it wrote is the reason for refusing the document."""

_TOO_LONG = "takes longer to read than {} s: split it, or save it anew"


def read_apart(reader: str, data: bytes, source: str, seconds: int = SECONDS, memory: int = MEMORY) -> Placed:
    """The characters of a document that a child process reads.

    Parameters
    ----------
    reader : str
        Module of this package with a function ``characters(data)``: ``pdf`` or ``docx``.
    data : bytes
        The file.
    source : str
        Its name, for messages.
    seconds, memory : int
        Limits of the child.

    Raises
    ------
    InputError
        If the reader refuses the document, breaks off, or goes over a limit.
    """
    package = Path(__file__).parents[2]
    paths = [str(package), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    command = [sys.executable, "-P", "-m", "qigraph.reading", reader, str(seconds), str(memory)]
    try:
        child = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=3 * seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"{source}: {_TOO_LONG.format(3 * seconds)}") from error
    if child.returncode == 0:
        text, lines = json.loads(child.stdout)
        return Placed(text, tuple((start, stop, tuple(box)) for start, stop, box in lines))
    if child.returncode == REFUSED:
        raise InputError(f"{source}: {child.stdout.decode()}")
    raise InputError(f"{source}: {_reason(child.returncode, child.stderr, seconds, memory)}")


def _reason(code: int, said: bytes, seconds: int, memory: int) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return _TOO_LONG.format(seconds)
    if code < 0:  # PDFium aborts when it gets no memory
        name = signal.Signals(-code).name
        return f"is damaged, or takes more than {memory / 1e9:.1f} GB to read ({name}): split it, or save it anew"
    last = (said.decode(errors="replace").strip().splitlines() or ["no reason given"])[-1]
    return f"cannot be read: {last}"
