"""Facts as a property graph in an embedded ArcadeDB: what Cypher queries read.

The database is written by a child process, so that no JVM stays in the caller's.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qigraph.errors import QigraphError
from qigraph.facts import Entity, Fact, merge
from qigraph.stores.property_rows import nodes, relationships

__all__ = ["build", "child_environment"]


def build(facts: Iterable[Fact], entities: Mapping[str, Entity], folder: Path) -> None:
    """Write a new database and close it, so that any number of processes can read it.

    Its nodes and relationships are those of :mod:`qigraph.stores.property_rows`.

    Parameters
    ----------
    facts : iterable of Fact
        Facts; those of one key are merged.
    entities : mapping of str to Entity
        Entities by identifier; those that only the facts name are added.
    folder : Path
        Folder of the database; must not exist.

    Raises
    ------
    QigraphError
        If the database cannot be written.
    """
    command = [sys.executable, "-P", "-m", "qigraph.stores.property_graph", str(folder.absolute())]
    lines = "".join(json.dumps(row) + "\n" for row in _rows(merge(facts), entities))
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, env=child_environment(), check=False
    )
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise QigraphError(f"the Cypher database {folder} could not be written: {reason}")


def child_environment() -> dict[str, str]:
    """Environment in which a child process finds the packages that this one finds."""
    root = str(Path(__file__).parents[2])
    path = [entry for entry in sys.path if entry and Path(entry).is_absolute()]
    return os.environ | {"PYTHONPATH": os.pathsep.join([*path, root])}


def _rows(facts: list[Fact], entities: Mapping[str, Entity]) -> Iterator[list[Any]]:
    """Nodes ``[label, properties]``; relationships ``[type, subject, object, "Date" or "", properties]``."""
    for node in nodes(facts, entities):
        yield [node.label, node.properties]
    for found in relationships(facts):
        target = "Date" if found.is_date else ""
        yield [found.type, found.subject, found.object, target, found.properties]


def _write(folder: str, lines: Iterable[str]) -> None:
    """Write the database in this process, from the rows of :func:`build` as JSON lines."""
    from arcadedb_embedded import create_database

    from qigraph.stores import arcade

    vertices: dict[str, list[dict[str, Any]]] = defaultdict(list)
    edges: dict[str, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    for row in map(json.loads, lines):
        if len(row) == 2:
            vertices[row[0]].append(row[1])
        else:
            kind, subject, target, label, properties = row
            edges[kind].append((subject, f"{label}:{target}" if label else target, properties))

    arcade.start()
    database = create_database(folder)
    schema = database.schema
    for label in ("Entity", "Date"):
        schema.create_vertex_type(label)
        schema.create_property(label, "id", "STRING")
        schema.create_index(label, ["id"], unique=True)
    for label in vertices.keys() - {"Date"}:
        database.command("sql", f"CREATE VERTEX TYPE `{label}` EXTENDS Entity")
    for kind in edges:
        schema.create_edge_type(kind)

    places: dict[str, str] = {}
    with database.graph_batch(parallel_flush=False) as batch:
        for label, rows in vertices.items():
            names = [f"Date:{row['id']}" if label == "Date" else row["id"] for row in rows]
            places |= dict(zip(names, batch.create_vertices(label, rows), strict=True))
        for kind, found in edges.items():
            sources, targets = [places[s] for s, _, _ in found], [places[t] for _, t, _ in found]
            batch.new_edges(sources, kind, targets, [properties for _, _, properties in found])
    for setting in ("opencypher.loadCsv.allowFileUrls", "opencypher.loadCsv.allowRemoteUrls"):
        database.command("sql", f"ALTER DATABASE `arcadedb.{setting}` false")
    database.close()


if __name__ == "__main__":
    _write(sys.argv[1], sys.stdin)
