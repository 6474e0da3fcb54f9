"""A Neo4j server: connecting to it, and running a query of the user's that only reads."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship

from qigraph.errors import QigraphError, QueryError
from qigraph.rows import Rows
from qigraph.servers.address import Credentials, NotLetInError, check_address, credentials, is_local
from qigraph.stores.client import MAX_BYTES, MAX_ROWS

__all__ = ["connect", "query"]

_SCHEMES = ("neo4j", "bolt")
_EXPLAIN = "EXPLAIN "
_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
"""Where a query is wrong, behind what the server says of it."""
_PATIENCE = 15.0
"""Seconds in which a server must answer at all."""


@contextmanager
def connect(url: str, login: Credentials | None = None, *, tls: bool = True) -> Iterator[neo4j.Driver]:
    """A driver for the server; closed at the end, its errors told in one line.

    Parameters
    ----------
    url : str
        ``neo4j://`` or ``bolt://``, with ``+s`` for another machine.
    login : Credentials or None
        Taken from ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD`` where not given.
    tls : bool
        Whether another machine must be spoken to with encryption.

    Raises
    ------
    InputError
        If the address is none, or the server wants another name or password.
    QigraphError
        If it does not answer, or refuses.
    """
    check_address(url, _SCHEMES, tls=tls)
    login = login or credentials("NEO4J")
    auth = (login.user, login.password) if login else None
    try:
        with neo4j.GraphDatabase.driver(
            url,
            auth=auth,
            connection_timeout=_PATIENCE,
            connection_acquisition_timeout=_PATIENCE,
            notifications_min_severity="OFF",
        ) as driver:
            driver.verify_connectivity()
            yield driver
    except exceptions.AuthError as error:
        hint = "NEO4J_USERNAME and NEO4J_PASSWORD" if login is None else f"the password of {login.user}"
        raise NotLetInError(f"{url}: not let in: check {hint}") from error
    except exceptions.ServiceUnavailable as error:
        where = "is it running?" if is_local(url) else "is the address right?"
        raise QigraphError(f"{url}: no answer from a Neo4j server: {where}") from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise QigraphError(f"{url}: {_line(error)}") from error


def query(
    driver: neo4j.Driver,
    text: str,
    params: Mapping[str, Any] | None = None,
    timeout: float = 30.0,
    max_rows: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
) -> Rows:
    """Run a Cypher query that only reads.

    Parameters
    ----------
    driver : neo4j.Driver
        See :func:`connect`.
    text : str
        Cypher; ``$name`` is a parameter.
    params : mapping, optional
        Values by name.
    timeout : float
        Seconds after which the server ends the query.
    max_rows, max_bytes : int
        More of them is an error.

    Returns
    -------
    Rows
        Values as :func:`qigraph.stores.arcade.run` gives them.

    Raises
    ------
    QueryError
        If the query is not valid, would write, reads files, took too long or answered too much.
    """
    values = dict(params or {})
    try:
        with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            _refuse_writing(session, text, values)
            with session.begin_transaction(timeout=timeout) as transaction:
                result = transaction.run(text, values)
                return Rows(list(result.keys()), _limited(result, max_rows, max_bytes))
    except exceptions.Neo4jError as error:
        code = error.code or ""
        if "TransactionTimedOut" in code or code.endswith("Transaction.Terminated"):
            raise QueryError(f"stopped after {timeout:g} s: ask for less, or allow more time") from error
        if code.endswith("AccessMode"):
            raise QueryError("queries are read-only: this one would change the graph") from error
        raise QueryError(_line(error)) from error


def _refuse_writing(session: neo4j.Session, text: str, values: dict[str, Any]) -> None:
    """Ask the server for the plan, and refuse what would write or read a file."""
    summary = session.run(_EXPLAIN + text, values).consume()
    if summary.query_type not in ("r", None):
        raise QueryError("queries are read-only: this one would change the graph")
    if "LoadCSV" in json.dumps(summary.plan or {}, default=str):
        raise QueryError("queries are read-only and local: LOAD CSV is not allowed")


def _limited(result: neo4j.Result, max_rows: int, max_bytes: int) -> list[list[Any]]:
    rows: list[list[Any]] = []
    size = 0
    for record in result:
        if len(rows) == max_rows:
            raise QueryError(f"more than {max_rows} rows: add LIMIT, or ask for less")
        rows.append([_value(value) for value in record.values()])
        size += len(json.dumps(rows[-1]))
        if size > max_bytes:
            raise QueryError(f"the answer is larger than {max_bytes / 1e6:g} MB: add LIMIT, or ask for less")
    return rows


def _value(value: Any) -> Any:
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _properties(value)}
    if isinstance(value, Relationship):
        start, end = value.nodes
        ends = {"start": start and start.get("id"), "end": end and end.get("id")}
        return {"type": value.type, **ends, "properties": _properties(value)}
    if isinstance(value, Path):
        return {
            "nodes": [_value(node) for node in value.nodes],
            "relationships": [_value(joined) for joined in value.relationships],
        }
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {name: _value(item) for name, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _properties(record: Node | Relationship) -> dict[str, Any]:
    return {name: _value(value) for name, value in sorted(record.items())}


def _line(error: Exception) -> str:
    """What the server says, in one line, with the place in the query as the user wrote it."""
    message = str(getattr(error, "message", None) or error)
    said = " ".join(_PLACE.sub("", message).split())
    if (place := _PLACE.search(message)) is None:
        return said
    line, column = int(place[1]), int(place[2])
    return f"line {line}, column {column - len(_EXPLAIN) if line == 1 else column}: {said}"
