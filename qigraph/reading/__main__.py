"""The child process of :mod:`qigraph.reading.apart`: ``python -m qigraph.reading READER SECONDS MEMORY``."""

import json
import resource
import sys
from importlib import import_module

from qigraph.errors import InputError
from qigraph.reading.apart import REFUSED


def main(reader: str, seconds: int, memory: int) -> int:
    """Read standard input under the limits, and write its characters, or why there are none."""
    characters = import_module(f"qigraph.reading.{reader}").characters
    data = sys.stdin.buffer.read()
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (value, value))
    try:
        read = characters(data)
        answer, code = json.dumps([read.text, read.lines], ensure_ascii=False), 0
    except InputError as error:
        answer, code = str(error), REFUSED
    except MemoryError:
        answer, code = f"takes more than {memory / 1e9:.1f} GB of memory to read: split it", REFUSED
    sys.stdout.buffer.write(answer.encode())
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
