"""A graph to a Neo4j database and back: the nodes and relationships that the embedded database has.

Beside them the database has a ``Document`` node for each source with a digest of what it states, so that only what
changed is written again. It is blank while the relationships of a document are being replaced: what an
interrupted push left half-done, the next one does anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any

import neo4j

from qigraph.errors import InputError
from qigraph.facts import Entity, Fact
from qigraph.schema import RELATIONS, TYPES
from qigraph.servers.pushed import Pushed
from qigraph.stores.property_rows import (
    FORMAT,
    Node,
    Relationship,
    by_document,
    digest,
    from_rows,
    nodes,
    relationship_type,
    relationships,
)

__all__ = ["pull", "push"]

_BATCH = 5_000
_LABELS = ":".join(TYPES)


def push(
    driver: neo4j.Driver, facts: Iterable[Fact], entities: Mapping[str, Entity], *, prune: bool = False
) -> Pushed:
    """Make a database hold these facts.

    Parameters
    ----------
    driver : neo4j.Driver
        See :func:`qigraph.servers.neo4j_server.connect`.
    facts : iterable of Fact
        One of each key.
    entities : mapping of str to Entity
        By identifier.
    prune : bool
        Whether documents that the facts do not name are taken out, with what nothing refers to any more.

    Raises
    ------
    InputError
        If the database holds entities that are not qigraph's.
    """
    facts = list(facts)
    stated = by_document(relationships(facts))
    found = list(nodes(facts, entities))
    digests = {name: digest(rows) for name, rows in stated.items()}
    with driver.session() as session:
        _prepare(session)
        _write_nodes(session, found)
        held = {
            row["name"]: row["digest"]
            for row in session.run("MATCH (d:Document) RETURN d.name AS name, d.digest AS digest")
        }
        stale = sorted(name for name, new in digests.items() if held.get(name) != new)
        for name in stale:
            if name in held:
                _clear(session, name)
            _fill(session, name, digests[name], stated[name])
        others = tuple(sorted(held.keys() - digests.keys()))
        if prune:
            for name in others:
                _clear(session, name)
                session.run("MATCH (d:Document {name: $name}) DELETE d", name=name).consume()
            _sweep(session, found)
    removed = len(others) if prune else 0
    return Pushed(len(stale), len(digests) - len(stale), removed, () if prune else others)


def pull(driver: neo4j.Driver) -> tuple[list[Fact], dict[str, Entity]]:
    """Read what :func:`push` wrote.

    Parameters
    ----------
    driver : neo4j.Driver

    Raises
    ------
    InputError
        If the last push was interrupted, or a node or relationship was changed to what is no fact.
    """
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        half = session.run(
            "MATCH (d:Document) WHERE d.digest = '' RETURN d.name AS name ORDER BY name"
        ).value("name")
        if half:
            raise InputError(f"the last push was interrupted at {half[0]}: push again before pulling")
        found = [_node(record) for record in session.run(_ALL_NODES)]
        joined = [_relationship(record) for record in session.run(_ALL_RELATIONSHIPS)]
    return from_rows(found, joined)


_ALL_NODES = "MATCH (n:Entity) RETURN labels(n) AS labels, n{.id, .name, .aliases, .codes} AS properties"
_ALL_RELATIONSHIPS = """
MATCH (s:Entity)-[r]->(o) WHERE r.document IS NOT NULL
RETURN type(r) AS type, s.id AS subject, o.id AS object, o:Date AS is_date, properties(r) AS properties
"""


def _node(record: neo4j.Record) -> Node:
    label = next((name for name in record["labels"] if name != "Entity"), "")
    return Node(label, record["properties"])


def _relationship(record: neo4j.Record) -> Relationship:
    return Relationship(
        record["type"], record["subject"], record["object"], record["is_date"], record["properties"]
    )


def _prepare(session: neo4j.Session) -> None:
    """Constraints and indexes; and nothing at all where the database is somebody else's."""
    foreign = session.run("MATCH (n:Entity) WHERE NOT EXISTS { MATCH (:Qigraph) } RETURN n LIMIT 1").single()
    if foreign is not None:
        raise InputError("this database holds entities that are not qigraph's: push to a database of its own")
    session.run("MERGE (q:Qigraph) SET q.format = $format", format=FORMAT).consume()
    for label, key in (("Entity", "id"), ("Date", "id"), ("Document", "name")):
        session.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE").consume()
    session.run("CREATE INDEX qigraph_name IF NOT EXISTS FOR (n:Entity) ON (n.name)").consume()
    for relation in RELATIONS:
        kind = relationship_type(relation)
        session.run(f"CREATE INDEX IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.document)").consume()
    session.run("CALL db.awaitIndexes(300)").consume()


def _write_nodes(session: neo4j.Session, found: list[Node]) -> None:
    for label, group in groupby(sorted(found, key=lambda node: node.label), key=lambda node: node.label):
        if label == "Date":
            statement = "UNWIND $rows AS row MERGE (n:Date {id: row.id}) SET n = row"
        else:
            statement = (
                "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n = row "
                f"WITH n WHERE NOT n:{label} REMOVE n:{_LABELS} SET n:{label}"
            )
        for rows in _batches([node.properties for node in group]):
            session.run(statement, rows=rows).consume()


def _clear(session: neo4j.Session, name: str) -> None:
    """Take out the relationships of a document; its digest is blank until others are there."""
    session.run("MATCH (d:Document {name: $name}) SET d.digest = ''", name=name).consume()
    for kind in map(relationship_type, RELATIONS):
        session.run(
            f"MATCH ()-[r:{kind}]->() WHERE r.document = $name "
            f"CALL (r) {{ DELETE r }} IN TRANSACTIONS OF {_BATCH} ROWS",
            name=name,
        ).consume()


def _fill(session: neo4j.Session, name: str, new: str, rows: list[Relationship]) -> None:
    """Write the relationships of a document that has none; its digest comes last."""
    session.run("MERGE (d:Document {name: $name}) SET d.digest = ''", name=name).consume()
    for (kind, is_date), group in groupby(sorted(rows, key=_kind), key=_kind):
        target = "Date" if is_date else "Entity"
        for batch in _batches([[r.subject, r.object, r.properties] for r in group]):
            session.run(
                f"UNWIND $rows AS row MATCH (s:Entity {{id: row[0]}}) MATCH (o:{target} {{id: row[1]}}) "
                f"CREATE (s)-[r:{kind}]->(o) SET r = row[2]",
                rows=batch,
            ).consume()
    session.run("MATCH (d:Document {name: $name}) SET d.digest = $digest", name=name, digest=new).consume()


def _sweep(session: neo4j.Session, found: list[Node]) -> None:
    """Take out entities and dates that are not the graph's and that nothing joins."""
    for label, dates in (("Entity", False), ("Date", True)):
        ours = [node.properties["id"] for node in found if (node.label == "Date") == dates]
        session.run(
            f"MATCH (n:{label}) WHERE NOT n.id IN $ours AND NOT (n)--() "
            f"CALL (n) {{ DELETE n }} IN TRANSACTIONS OF {_BATCH} ROWS",
            ours=ours,
        ).consume()


def _kind(row: Relationship) -> tuple[str, bool]:
    return row.type, row.is_date


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch
