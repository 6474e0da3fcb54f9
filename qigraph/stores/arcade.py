"""The embedded ArcadeDB: starts its JVM, opens a database read-only and runs Cypher.

Only child processes of qigraph import this: a JVM stays for the life of its process.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded import Database
from arcadedb_embedded.exceptions import ArcadeDBError
from arcadedb_embedded.jvm import start_jvm
from arcadedb_embedded.type_conversion import convert_java_to_python

from qigraph.errors import LimitError, QueryError, RefusedError

__all__ = ["open_database", "run", "start"]

_HEAP = "1g"
_WRITES = "queries are read-only: this one would change the graph"
_FLAGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    "-XX:ErrorFile=/dev/null",
    f"-Djava.util.logging.config.file={Path(__file__).with_name('jvm.properties')}",
)


def start() -> None:
    """Start the JVM for a short life: no second compiler, a simple collector, no files of its own."""
    start_jvm(heap_size=_HEAP, jvm_args=_FLAGS)


def open_database(folder: Path) -> Database:
    """Open a database that was closed cleanly; several processes may read it.

    Raises
    ------
    QueryError
        If there is none.
    """
    factory = jpype.JClass("com.arcadedb.database.DatabaseFactory")(str(folder))
    mode = jpype.JClass("com.arcadedb.engine.ComponentFile").MODE.READ_ONLY
    try:
        return Database(factory.open(mode))
    except jpype.JException as error:
        raise QueryError(f"no Cypher database in {folder}: build the graph again ({_line(error)})") from error


def run(
    database: Database, query: str, params: Mapping[str, Any] | None = None
) -> tuple[list[str], Iterator[list[Any]]]:
    """Run a Cypher query that only reads.

    Parameters
    ----------
    database : arcadedb_embedded.Database
        An open database.
    query : str
        Cypher; ``$name`` is a parameter.
    params : mapping, optional
        Values by name: texts, numbers, lists and maps of them.

    Returns
    -------
    columns : list of str
        Names in the order of RETURN.
    rows : iterator of list
        Nodes are ``{"labels", "properties"}``, relationships ``{"type", "start", "end", "properties"}``
        with the ``id`` of both nodes, paths ``{"nodes", "relationships"}``; dates and durations are
        texts.

    Raises
    ------
    QueryError
        If the query is not valid or would write.
    """
    parser = jpype.JClass("com.arcadedb.query.opencypher.parser.Cypher25AntlrParser")
    try:
        statement = parser(database.get_java_database()).parse(query)
        if not statement.isReadOnly():
            raise RefusedError(_WRITES)
        columns = _columns(statement)
        results = _guarded(database.query("opencypher", query, dict(params or {})))
    except (jpype.JException, ArcadeDBError) as error:
        raise _explained(error) from error
    first = next(results, None)
    if first is None:
        return columns, iter(())
    columns = columns or first.property_names
    return columns, _rows(columns, first, results)


def _columns(statement: Any) -> list[str]:
    """Names of the RETURN clause; none where the first row has to tell them (``RETURN *``, a bare CALL)."""
    clause = statement.getReturnClause()
    if clause is None or clause.isReturnAll():
        return []
    return [str(item.getOutputName()) for item in clause.getReturnItems()]


def _guarded(results: Iterable[Any]) -> Iterator[Any]:
    try:
        yield from results
    except (jpype.JException, ArcadeDBError) as error:
        raise _explained(error) from error


def _rows(columns: list[str], first: Any, results: Iterator[Any]) -> Iterator[list[Any]]:
    yield [_value(first.get_raw(name)) for name in columns]
    for result in results:
        yield [_value(result.get_raw(name)) for name in columns]


def _explained(error: BaseException) -> QueryError:
    """The engine's message in one line, and whether it refuses, has too little memory, or cannot read the query."""
    line = _line(error)
    kind = RefusedError if line.startswith("queries are read-only") else QueryError
    return LimitError(line) if line.startswith("the query needs more than") else kind(line)


def _line(error: BaseException) -> str:
    """The engine's message in one line, without the names of its classes."""
    text = " ".join(str(error).split())
    text = re.sub(r"^(Query failed|Reading the result set failed): ", "", text)
    name, _, rest = text.partition(": ")
    if not re.fullmatch(r"[\w.$]+", name):
        name, rest = "", text
    rest = re.sub(r" \(caused by [\w.$]+\)$", "", rest)
    if name.endswith("QueryNotIdempotentException") or "ReadOnly" in name:
        return _WRITES
    if re.match("LOAD CSV .* disabled", rest):
        return "queries are read-only and local: LOAD CSV is not allowed"
    if "OutOfMemory" in text:
        return f"the query needs more than {_HEAP} of memory: ask for less"
    if found := re.match(r"Syntax error at line (\d+):(\d+) - (.*)", rest):
        return f"syntax error in line {found[1]}, column {int(found[2]) + 1}: {found[3]}"
    return rest or text


def _value(value: Any) -> Any:
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Vertex")):
        return {"labels": [str(label) for label in _labels(value)], "properties": _properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Edge")):
        start, end = value.getOutVertex().get("id"), value.getInVertex().get("id")
        ends = {"start": _value(start), "end": _value(end)}
        return {"type": str(value.getTypeName()), **ends, "properties": _properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return {
            "nodes": [_value(vertex) for vertex in value.getVertices()],
            "relationships": [_value(edge) for edge in value.getEdges()],
        }
    if isinstance(value, jpype.JClass("java.util.Collection")):
        return [_value(item) for item in value]
    if isinstance(value, jpype.JClass("java.util.Map")):
        return {str(entry.getKey()): _value(entry.getValue()) for entry in value.entrySet()}
    plain = convert_java_to_python(value)
    if isinstance(plain, float) and not math.isfinite(plain):
        return str(plain)
    return plain if plain is None or isinstance(plain, bool | int | float | str) else str(value)


def _labels(vertex: Any) -> list[str]:
    """All labels, sorted: that of its type, and of the type which this one extends."""
    kind = vertex.getType()
    return sorted(str(name) for name in [kind.getName(), *(t.getName() for t in kind.getSuperTypes())])


def _properties(record: Any) -> dict[str, Any]:
    return {name: _value(record.get(name)) for name in sorted(map(str, record.getPropertyNames()))}
