"""Facts out of RDF that follows the vocabulary: what :mod:`qigraph.stores.rdf` writes, in whatever format."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.schema import IDENTIFIERS, TYPES
from qigraph.stores.terms import PREFIXES, document_name, entity_id

__all__ = ["Nodes", "entities_in", "from_nquads", "nodes_of", "read_entity", "read_fact", "statements_in"]

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Properties = dict[str, list[_Term]]
_RDF_TYPE = PREFIXES["rdf"] + "type"
_IN_GRAPH = PREFIXES["oa"] + "hasSource"

Nodes = dict[str, _Properties]
"""What is said of each IRI, by property."""


def from_nquads(data: bytes) -> tuple[list[Fact], dict[str, Entity]]:
    """Read what :func:`qigraph.stores.rdf.to_nquads` wrote.

    Parameters
    ----------
    data : bytes
        N-Quads, in any order.

    Returns
    -------
    facts : list of Fact
        As :func:`qigraph.facts.merge` orders them.
    entities : dict of str to Entity
        By identifier, sorted; aliases, which RDF does not order, are sorted.

    Raises
    ------
    InputError
        If the data is not N-Quads, or a statement in it lacks what makes a fact.
    """
    try:
        nodes = nodes_of(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise InputError(f"not N-Quads: {error}") from error
    entities = entities_in(nodes)
    facts = [
        read_fact(iri, nodes, lambda term: entities[entity_id(term.value)]) for iri in statements_in(nodes)
    ]
    return merge(facts), entities


def nodes_of(quads: Iterable[ox.Quad]) -> Nodes:
    """What quads say of each IRI; of evidence also the document, which is the graph that it stands in.

    Parameters
    ----------
    quads : iterable of pyoxigraph.Quad
    """
    nodes: Nodes = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode):
            continue
        values = nodes[quad.subject.value][quad.predicate.value]
        if quad.object not in values:
            values.append(quad.object)
        graph = quad.graph_name
        is_evidence = quad.predicate.value == PREFIXES["oa"] + "exact"
        if is_evidence and isinstance(graph, ox.NamedNode) and document_name(graph.value) is not None:
            nodes[quad.subject.value][_IN_GRAPH] = [graph]
    return nodes


def statements_in(nodes: Nodes) -> list[str]:
    """IRIs of the statements, sorted."""
    statement = ox.NamedNode(PREFIXES["qi"] + "Statement")
    return sorted(iri for iri, properties in nodes.items() if statement in properties.get(_RDF_TYPE, ()))


def entities_in(nodes: Nodes) -> dict[str, Entity]:
    """The entities that are described, by identifier.

    Parameters
    ----------
    nodes : Nodes

    Raises
    ------
    InputError
        If one has two names or two types.
    """
    found = [read_entity(iri, properties) for iri, properties in nodes.items() if _kinds(iri, properties)]
    return {entity.id: entity for entity in sorted(found, key=lambda entity: entity.id)}


def _kinds(iri: str, properties: _Properties) -> list[str]:
    """Its types, where it is one of our entities."""
    try:
        entity_id(iri)
    except ValueError:
        return []
    classes = [_text(term) for term in properties.get(_RDF_TYPE, ()) if not isinstance(term, ox.Triple)]
    kinds = [name.removeprefix(PREFIXES["qi"]) for name in classes if name.startswith(PREFIXES["qi"])]
    return [kind for kind in kinds if kind in TYPES]


def read_entity(iri: str, properties: _Properties) -> Entity:
    """One entity.

    Parameters
    ----------
    iri : str
    properties : dict
        What is said of it.

    Raises
    ------
    InputError
        If it has not one name and one type.
    """
    try:
        (kind,) = _kinds(iri, properties)
        aliases = sorted(map(_text, properties.get(PREFIXES["skos"] + "altLabel", ())))
        label = _one(properties, "skos:prefLabel")
        return Entity(entity_id(iri), label, kind, tuple(aliases), _codes(properties))
    except (KeyError, ValueError) as error:
        raise InputError(f"the entity <{iri}> cannot be read: {error}") from error


def _codes(properties: _Properties) -> tuple[tuple[str, str], ...]:
    own = {(s, _text(v)) for s in IDENTIFIERS for v in properties.get(PREFIXES["qi"] + s, ())}
    others = (_text(value) for value in properties.get(PREFIXES["dcterms"] + "identifier", ()))
    return tuple(
        sorted(own | {(scheme, code) for scheme, sign, code in (o.partition(":") for o in others) if sign})
    )


def read_fact(iri: str, nodes: Nodes, entity_of: Callable[[ox.NamedNode], Entity]) -> Fact:
    """One statement as a fact.

    Parameters
    ----------
    iri : str
        Of the statement.
    nodes : Nodes
        In which its evidence stands too.
    entity_of : callable
        What an IRI stands for.

    Raises
    ------
    InputError
        If it lacks what makes a fact.
    """
    properties = nodes[iri]
    try:
        evidence = [_read_evidence(nodes[_text(node)]) for node in properties[PREFIXES["qi"] + "evidence"]]
        (subject,) = properties[PREFIXES["rdf"] + "subject"]
        (target,) = properties[PREFIXES["rdf"] + "object"]
        if not isinstance(subject, ox.NamedNode) or not isinstance(target, ox.NamedNode | ox.Literal):
            raise ValueError("its subject or object is no IRI")
        return Fact(
            entity_of(subject),
            _one(properties, "rdf:predicate").removeprefix(PREFIXES["qi"]),
            target.value if isinstance(target, ox.Literal) else entity_of(target),
            Interval(_maybe(properties, "qi:since"), _maybe(properties, "qi:until")),
            tuple(sorted(evidence)),
            _maybe(properties, "qi:role"),
            _maybe(properties, "qi:derived") == "true",
        )
    except (KeyError, ValueError) as error:
        raise InputError(f"the statement <{iri}> is not a fact: {error}") from error


def _read_evidence(properties: _Properties) -> Evidence:
    page, box = _maybe(properties, "qi:page"), _maybe(properties, "qi:box")
    row = _maybe(properties, "qi:row")
    document = document_name(_one(properties, "oa:hasSource"))
    if document is None:
        raise ValueError("its evidence is of no document")
    return Evidence(
        document,
        int(_one(properties, "oa:start")),
        int(_one(properties, "oa:end")),
        _one(properties, "oa:exact"),
        _maybe(properties, "qi:rule") or "",
        int(page) if page is not None else None,
        _box(box) if box is not None else None,
        int(row) if row is not None else None,
        _maybe(properties, "qi:column"),
    )


def _box(written: str) -> tuple[float, float, float, float]:
    left, top, width, height = map(float, written.split(","))
    return left, top, width, height


def _text(term: _Term) -> str:
    if isinstance(term, ox.Triple):
        raise ValueError("a quoted triple where a literal or an IRI belongs")
    return term.value


def _one(properties: _Properties, name: str) -> str:
    prefix, local = name.split(":")
    values = properties.get(PREFIXES[prefix] + local, [])
    if len(values) != 1:
        raise ValueError(f"{len(values)} values of {name} where one belongs")
    return _text(values[0])


def _maybe(properties: _Properties, name: str) -> str | None:
    prefix, local = name.split(":")
    return _one(properties, name) if PREFIXES[prefix] + local in properties else None
