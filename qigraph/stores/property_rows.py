"""Facts as the nodes and relationships of a property graph, and back without loss.

A node for each entity, labelled ``Entity`` and with its type, and for each date (label ``Date``). A
relationship for each fact and document that states it, named after the relation in upper snake case.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.schema import RELATIONS

__all__ = [
    "FORMAT",
    "Node",
    "Relationship",
    "by_document",
    "digest",
    "from_rows",
    "nodes",
    "relationship_type",
    "relationships",
]


FORMAT = 1
"""Version of this mapping, which a server's copy of a graph bears."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or a date.

    Parameters
    ----------
    label : str
        Type of the entity, or ``Date``.
    properties : dict
        ``id``, ``name`` and ``aliases``; ``codes`` such as ``wikidata:Q229478`` where there are any.
    """

    label: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one document says of one fact.

    Parameters
    ----------
    type : str
        The relation in upper snake case.
    subject, object : str
        The ``id`` of both nodes.
    is_date : bool
        Whether the object is a date.
    properties : dict
        ``since``, ``until``, ``role``, ``derived``, ``document``, and of the first piece of evidence in that
        document ``quote``, ``start``, ``stop``, ``rule``, ``page``, ``box``, ``row`` and ``column``; further
        pieces stand in ``further``, a JSON list. What is not known is left out.
    """

    type: str
    subject: str
    object: str
    is_date: bool
    properties: dict[str, Any]


def relationship_type(relation: str) -> str:
    """Name of the relationship for a relation.

    Examples
    --------
    >>> relationship_type("memberOf")
    'MEMBER_OF'
    """
    return re.sub(r"(?=[A-Z])", "_", relation).upper()


_RELATIONS = {relationship_type(relation): relation for relation in RELATIONS}


def nodes(facts: Iterable[Fact], entities: Mapping[str, Entity]) -> Iterator[Node]:
    """Yield the entities by identifier, those included that only the facts name; then the dates.

    Parameters
    ----------
    facts : iterable of Fact
    entities : mapping of str to Entity
        By identifier.
    """
    facts = list(facts)
    ends = [end for fact in facts for end in (fact.subject, fact.object) if isinstance(end, Entity)]
    for _, entity in sorted(({end.id: end for end in ends} | dict(entities)).items()):
        properties = {"id": entity.id, "name": entity.label, "aliases": list(entity.aliases)}
        codes = [f"{scheme}:{code}" for scheme, code in entity.codes]
        yield Node(entity.type, properties | ({"codes": codes} if codes else {}))
    for date in sorted({fact.object for fact in facts if isinstance(fact.object, str)}):
        yield Node("Date", {"id": date, "name": date, "aliases": []})


def relationships(facts: Iterable[Fact]) -> Iterator[Relationship]:
    """Yield one for each fact and document.

    Parameters
    ----------
    facts : iterable of Fact
        One of each key, as :func:`qigraph.facts.merge` leaves them.
    """
    for fact in facts:
        is_date = isinstance(fact.object, str)
        for document in fact.documents:
            properties = _properties(fact, document)
            yield Relationship(
                relationship_type(fact.relation), fact.subject.id, fact.object_id, is_date, properties
            )


def by_document(joined: Iterable[Relationship]) -> dict[str, list[Relationship]]:
    """The relationships of each document, by its name, sorted."""
    found: dict[str, list[Relationship]] = {}
    for relationship in joined:
        found.setdefault(relationship.properties["document"], []).append(relationship)
    return dict(sorted(found.items()))


def digest(rows: Iterable[Relationship]) -> str:
    """What tells the relationships of a document from others, whatever their order."""
    lines = sorted(json.dumps([r.type, r.subject, r.object, r.properties], sort_keys=True) for r in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def from_rows(found: Iterable[Node], joined: Iterable[Relationship]) -> tuple[list[Fact], dict[str, Entity]]:
    """Read what :func:`nodes` and :func:`relationships` gave, in any order.

    Parameters
    ----------
    found : iterable of Node
    joined : iterable of Relationship

    Returns
    -------
    facts : list of Fact
        As :func:`qigraph.facts.merge` orders them.
    entities : dict of str to Entity
        By identifier, sorted.

    Raises
    ------
    InputError
        If a node or a relationship lacks what makes an entity or a fact.

    Examples
    --------
    >>> ilac = Entity("ilac", "ILAC", "Organisation")
    >>> facts = [Fact(ilac, "established", "1977", evidence=(Evidence("a.txt", 0, 4, "1977"),))]
    >>> from_rows(nodes(facts, {}), relationships(facts)) == (facts, {"ilac": ilac})
    True
    """
    described = sorted((_entity(node) for node in found if node.label != "Date"), key=lambda e: e.id)
    entities = {entity.id: entity for entity in described}
    return merge(_fact(relationship, entities) for relationship in joined), entities


def _properties(fact: Fact, document: str) -> dict[str, Any]:
    first, *further = (_piece(e) for e in fact.evidence if e.document == document)
    properties = {
        "since": fact.interval.since,
        "until": fact.interval.until,
        "role": fact.role,
        "derived": fact.derived,
        "document": document,
        **first,
        "further": json.dumps(further, ensure_ascii=False) if further else None,
    }
    return {name: value for name, value in properties.items() if value is not None}


def _piece(evidence: Evidence) -> dict[str, Any]:
    properties = {
        "quote": evidence.quote,
        "start": evidence.start,
        "stop": evidence.stop,
        "rule": evidence.rule,
        "page": evidence.page,
        "box": list(evidence.box) if evidence.box else None,
        "row": evidence.row,
        "column": evidence.column,
    }
    return {name: value for name, value in properties.items() if value is not None}


def _entity(node: Node) -> Entity:
    try:
        properties = node.properties
        aliases, written = (tuple(properties.get(key) or ()) for key in ("aliases", "codes"))
        codes = ((code.partition(":")[0], code.partition(":")[2]) for code in written)
        return Entity(properties["id"], properties["name"], node.label, aliases, tuple(codes))
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(
            f"a node is not an entity of qigraph: {node.properties.get('id')!r} ({error})"
        ) from error


def _fact(relationship: Relationship, entities: Mapping[str, Entity]) -> Fact:
    properties = relationship.properties
    target = relationship.object
    try:
        pieces = [properties, *json.loads(properties.get("further", "[]"))]
        return Fact(
            entities[relationship.subject],
            _RELATIONS[relationship.type],
            target if relationship.is_date else entities[target],
            Interval(properties.get("since"), properties.get("until")),
            tuple(_evidence(properties["document"], piece) for piece in pieces),
            properties.get("role"),
            properties.get("derived", False),
        )
    except (KeyError, ValueError, TypeError) as error:
        ends = f"{relationship.subject} {relationship.type} {target}"
        raise InputError(f"a relationship is not a fact of qigraph: {ends} ({error!r})") from error


def _evidence(document: str, piece: Mapping[str, Any]) -> Evidence:
    box = piece.get("box")
    return Evidence(
        document,
        piece["start"],
        piece["stop"],
        piece["quote"],
        piece.get("rule", ""),
        piece.get("page"),
        (box[0], box[1], box[2], box[3]) if box else None,
        piece.get("row"),
        piece.get("column"),
    )
