"""Writes a graph in the formats of other tools, chosen by the suffix of the file."""

import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qigraph.errors import InputError
from qigraph.facts import Entity, Fact, write_jsonl
from qigraph.graph.graph import Graph, fact_rows
from qigraph.rows import Rows
from qigraph.safe_text import csv_text
from qigraph.writing import check_writable, write_whole

__all__ = ["SUFFIXES", "check_file", "export", "write"]

RDF = (".ttl", ".trig", ".nq", ".jsonld")
NETWORKS = (".graphml", ".gexf")
SUFFIXES = (*RDF, ".jsonl", *NETWORKS, ".csv")
"""What :func:`export` can write, beside a folder of CSV files."""

# Characters that XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(graph: Graph, output: Path, as_of: str | None = None, to: str | None = None) -> None:
    """Write the graph, or what may hold of it on a date.

    Parameters
    ----------
    graph : Graph
    output : Path
        A file with one of :data:`SUFFIXES`, or a path without suffix: a folder of CSV files.
    as_of : str or None
        Only facts that may hold on this date, and the entities in them.
    to : {"neo4j-admin"} or None
        Instead of what the suffix says, a folder that this program imports.

    Raises
    ------
    InputError
        If the suffix is none of these, or the place cannot be written to.
    """
    if output.suffix and to is None:
        check_file(output)
    facts = graph.facts(as_of)
    named = {end.id for fact in facts for end in (fact.subject, fact.object) if isinstance(end, Entity)}
    entities = {id: entity for id, entity in graph.entities.items() if as_of is None or id in named}
    if to is not None:
        from qigraph.graph.neo4j_admin import write_neo4j_admin

        write_neo4j_admin(facts, entities, output)
        return
    if output.suffix:
        write(facts, entities, output)
        return
    output.mkdir(parents=True, exist_ok=True)
    for name, rows in _tables(graph, facts, entities).items():
        write_whole(output / name, csv_text(rows).encode())


def write(facts: list[Fact], entities: Mapping[str, Entity], output: Path) -> None:
    """Write facts to a file.

    Parameters
    ----------
    facts : list of Fact
    entities : mapping of str to Entity
        By identifier.
    output : Path
        A file with one of :data:`SUFFIXES`.

    Raises
    ------
    InputError
        If the suffix is none of these, or the place cannot be written to.
    """
    check_file(output)
    write_whole(output, _content(output.suffix.lower(), facts, entities))


def check_file(output: Path) -> None:
    """Make sure that :func:`write` can write there.

    Raises
    ------
    InputError
        If the suffix is none of :data:`SUFFIXES`, or the place cannot be written to.
    """
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(
            f"{output}: cannot write {suffix or 'without a suffix'}: give one of {', '.join(SUFFIXES)}"
            f"{', or no suffix for a folder' if suffix else ''}"
        )
    check_writable(output)


def _content(suffix: str, facts: list[Fact], entities: Mapping[str, Entity]) -> bytes:
    if suffix in RDF:
        from qigraph.stores.rdf import export_rdf

        return export_rdf(facts, entities, suffix[1:])
    if suffix == ".jsonl":
        return "".join(write_jsonl(facts)).encode()
    if suffix == ".csv":
        return csv_text(_with_identifiers(facts)).encode()
    return _network(suffix, facts, entities.values())


def _network(suffix: str, facts: Iterable[Fact], entities: Iterable[Entity]) -> bytes:
    import networkx as nx

    from qigraph.graph.network import to_networkx

    graph = to_networkx(entities, facts)
    for _, attributes in graph.nodes(data=True):
        _flatten(attributes)
    for _, _, attributes in graph.edges(data=True):
        _flatten(attributes)
    buffer = io.BytesIO()
    if suffix == ".gexf":
        nx.write_gexf(graph, buffer)
        # networkx writes the day of the export, which would make two exports of one graph differ
        return re.sub(rb'<meta lastmodifieddate="[^"]*">', b"<meta>", buffer.getvalue())
    nx.write_graphml(graph, buffer)
    return buffer.getvalue()


def _flatten(attributes: dict[str, Any]) -> None:
    """Keep what XML formats can hold: lists become text, what is unknown is left out."""
    for name, value in list(attributes.items()):
        if value is None:
            del attributes[name]
        elif not isinstance(value, bool):
            joined = value if isinstance(value, str) else " | ".join(value)
            attributes[name] = _NOT_XML.sub("\ufffd", joined)


def _tables(graph: Graph, facts: list[Fact], entities: Mapping[str, Entity]) -> dict[str, Rows]:
    described = [[e.id, e.label, e.type, " | ".join(e.aliases)] for e in entities.values()]
    documents = [[d.name, d.sha256, d.media_type, d.characters, d.facts] for d in graph.documents]
    return {
        "entities.csv": Rows(["id", "label", "type", "aliases"], described),
        "facts.csv": _with_identifiers(facts),
        "documents.csv": Rows(["name", "sha256", "media_type", "characters", "facts"], documents),
    }


def _with_identifiers(facts: list[Fact]) -> Rows:
    """One row a piece of evidence, with what the rows of ``entities.csv`` are joined by."""
    rows = fact_rows(facts)
    ids = [
        [fact.subject.id, None if isinstance(fact.object, str) else fact.object.id]
        for fact in facts
        for _ in fact.evidence
    ]
    joined = [[*ends, *row] for ends, row in zip(ids, rows.rows, strict=True)]
    return Rows(["subject_id", "object_id", *rows.columns], joined)
