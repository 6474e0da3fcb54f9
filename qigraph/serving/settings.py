"""What whoever starts the server may choose, and what it holds to in any case."""

import os
from dataclasses import dataclass

__all__ = ["MAX_REQUEST", "PATIENCE", "Settings"]

MAX_REQUEST = 1_000_000
"""Bytes that a request may have."""

PATIENCE = 20.0
"""Seconds in which a client must send its request, and take the next part of the answer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of the server.

    Parameters
    ----------
    host : str
        Address to listen on.
    port : int
        0 takes a free one.
    workers : int
        Queries of each language that run at the same time; one more for a client that has none running.
    queue : int
        Queries that may wait; half of them for one client.
    timeout : float
        Seconds after which a query is ended.
    max_rows, max_bytes : int
        Rows (of Cypher; triples of SPARQL) and bytes that an answer may have.
    cors : tuple of str
        Origins whose pages may ask, such as ``https://example.org``; ``*`` for all.
    names : tuple of str
        Names of the machine, beside localhost and addresses, by which it may be asked.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = max(2, os.cpu_count() or 1)
    queue: int = 512
    timeout: float = 30.0
    max_rows: int = 100_000
    max_bytes: int = 50_000_000
    cors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
