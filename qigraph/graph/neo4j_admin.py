"""Writes the files that ``neo4j-admin database import`` reads: the quickest way into Neo4j for a large graph.

See https://neo4j.com/docs/operations-manual/5/import/.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qigraph.facts import Entity, Fact
from qigraph.stores.property_rows import FORMAT, Relationship, by_document, digest, nodes, relationships
from qigraph.writing import write_whole

__all__ = ["write_neo4j_admin"]

_BETWEEN_ITEMS = "\x1f"
"""Stands in no name: a semicolon may."""
_NODE = {
    "id": "id:ID({group})",
    "name": "name:string",
    "aliases": "aliases:string[]",
    "codes": "codes:string[]",
}
_PROPERTIES = {
    "since": "string",
    "until": "string",
    "role": "string",
    "derived": "boolean",
    "document": "string",
    "quote": "string",
    "start": "long",
    "stop": "long",
    "rule": "string",
    "page": "long",
    "box": "double[]",
    "row": "long",
    "column": "string",
    "further": "string",
}
_ARGUMENTS = """\
--array-delimiter=U+001F
--multiline-fields=true
--trim-strings=false
--nodes=entities.csv
--nodes=dates.csv
--nodes=documents.csv
--nodes=qigraph.csv
--relationships=facts.csv
--relationships=dated-facts.csv
"""


def write_neo4j_admin(facts: Iterable[Fact], entities: Mapping[str, Entity], folder: Path) -> None:
    """Write files of nodes and relationships, and ``import.args`` with the options of the program.

    In the folder, ``neo4j-admin database import full neo4j @import.args`` then makes the database that
    :func:`qigraph.servers.neo4j_push.push` would fill; a later push finds nothing to do.

    Parameters
    ----------
    facts : iterable of Fact
        One of each key.
    entities : mapping of str to Entity
        By identifier.
    folder : Path
        Made if need be.
    """
    facts = list(facts)
    folder.mkdir(parents=True, exist_ok=True)
    found, joined = list(nodes(facts, entities)), list(relationships(facts))
    for name, group in (("entities.csv", "Entity"), ("dates.csv", "Date")):
        rows = [
            [
                *(node.properties.get(key) for key in _NODE),
                ["Entity", node.label] if group == "Entity" else ["Date"],
            ]
            for node in found
            if (node.label == "Date") == (group == "Date")
        ]
        write_whole(
            folder / name, _csv([*(head.format(group=group) for head in _NODE.values()), ":LABEL"], rows)
        )
    for name, group in (("facts.csv", "Entity"), ("dated-facts.csv", "Date")):
        ends = [":START_ID(Entity)", f":END_ID({group})", ":TYPE"]
        rows = [_row(one) for one in joined if one.is_date == (group == "Date")]
        write_whole(
            folder / name, _csv([*ends, *(f"{key}:{kind}" for key, kind in _PROPERTIES.items())], rows)
        )
    documents = [[name, digest(rows), ["Document"]] for name, rows in by_document(joined).items()]
    write_whole(folder / "documents.csv", _csv(["name:ID(Document)", "digest:string", ":LABEL"], documents))
    write_whole(folder / "qigraph.csv", _csv(["format:long", ":LABEL"], [[FORMAT, ["Qigraph"]]]))
    write_whole(folder / "import.args", _ARGUMENTS.encode())


def _row(relationship: Relationship) -> list[Any]:
    properties = (relationship.properties.get(key) for key in _PROPERTIES)
    return [relationship.subject, relationship.object, relationship.type, *properties]


def _csv(head: list[str], rows: Iterable[list[Any]]) -> bytes:
    return "\n".join(",".join(map(_field, row)) for row in _all(head, rows)).encode() + b"\n"


def _all(head: list[str], rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    yield head
    yield from rows


def _field(value: Any) -> str:
    """Nothing for what is not known and for an empty list; quotes around all else: so an empty text stays one."""
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        value = _BETWEEN_ITEMS.join(map(str, value))
    elif isinstance(value, bool):
        value = str(value).lower()
    escaped = str(value).replace('"', '""')
    return f'"{escaped}"'
