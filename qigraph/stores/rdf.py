"""Facts as an RDF dataset, and back without loss.

Each document has a named graph. A fact stands in the graph of every document that states it, twice: as the
plain triple, so that a simple query stays simple, and as a statement node that bears the interval, the role
and the evidence (RDF 1.1 reification, which every tool reads). Names of entities have a graph of their own.
The terms are those of ``ontology/qi.ttl``, W3C ORG, PROV-O, SKOS and Web Annotation.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.stores.terms import (
    ENTITIES_GRAPH,
    PREFIXES,
    document_iri,
    document_name,
    entity_id,
    entity_iri,
    evidence_iri,
    statement_iri,
)

__all__ = ["FORMATS", "export_rdf", "from_nquads", "to_nquads"]

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Properties = dict[str, list[_Term]]

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""Formats of :func:`export_rdf` by their usual suffix."""

_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@cache
def _term(name: str) -> ox.NamedNode:
    prefix, local = name.split(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def _object(value: Entity | str) -> ox.NamedNode | ox.Literal:
    if isinstance(value, Entity):
        return ox.NamedNode(entity_iri(value.id))
    if _DATE.fullmatch(value):
        return ox.Literal(value, datatype=_term("xsd:" + _DATE_TYPES[len(value)]))
    return ox.Literal(value)


def _describe(entity: Entity) -> Iterator[ox.Quad]:
    node, graph = ox.NamedNode(entity_iri(entity.id)), ox.NamedNode(ENTITIES_GRAPH)
    yield ox.Quad(node, _term("rdf:type"), _term("qi:" + entity.type), graph)
    yield ox.Quad(node, _term("skos:prefLabel"), ox.Literal(entity.label), graph)
    for alias in entity.aliases:
        yield ox.Quad(node, _term("skos:altLabel"), ox.Literal(alias), graph)


def _statement(fact: Fact, document: str) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(document_iri(document))
    node = ox.NamedNode(statement_iri(fact))
    subject, relation, target = _object(fact.subject), _term("qi:" + fact.relation), _object(fact.object)
    assert isinstance(subject, ox.NamedNode)
    yield ox.Quad(subject, relation, target, graph)

    properties: list[tuple[str, _Term]] = [
        ("rdf:type", _term("qi:Statement")),
        ("rdf:subject", subject),
        ("rdf:predicate", relation),
        ("rdf:object", target),
        ("prov:wasDerivedFrom", graph),
    ]
    if fact.relation == "memberOf":
        properties.append(("rdf:type", _term("org:Membership")))
        properties += [("org:member", subject), ("org:organization", target)]
    texts = {"qi:since": fact.interval.since, "qi:until": fact.interval.until, "qi:role": fact.role}
    properties += [(name, ox.Literal(text)) for name, text in texts.items() if text is not None]
    if fact.derived:
        properties.append(("qi:derived", ox.Literal(True)))
    for name, value in properties:
        yield ox.Quad(node, _term(name), value, graph)

    for evidence in fact.evidence:
        if evidence.document == document:
            yield from _evidence(fact, evidence, node, graph)


def _evidence(
    fact: Fact, evidence: Evidence, statement: ox.NamedNode, graph: ox.NamedNode
) -> Iterator[ox.Quad]:
    node = ox.NamedNode(evidence_iri(fact, evidence))
    yield ox.Quad(statement, _term("qi:evidence"), node, graph)
    yield ox.Quad(node, _term("oa:exact"), ox.Literal(evidence.quote), graph)
    yield ox.Quad(node, _term("oa:start"), ox.Literal(evidence.start), graph)
    yield ox.Quad(node, _term("oa:end"), ox.Literal(evidence.stop), graph)
    if evidence.rule:
        yield ox.Quad(node, _term("qi:rule"), ox.Literal(evidence.rule), graph)
    if evidence.page is not None:
        yield ox.Quad(node, _term("qi:page"), ox.Literal(evidence.page), graph)
    if evidence.row is not None:
        yield ox.Quad(node, _term("qi:row"), ox.Literal(evidence.row), graph)
    if evidence.column is not None:
        yield ox.Quad(node, _term("qi:column"), ox.Literal(evidence.column), graph)
    if evidence.box is not None:
        yield ox.Quad(node, _term("qi:box"), ox.Literal(",".join(map(str, evidence.box))), graph)


def _quads(facts: Iterable[Fact], entities: Mapping[str, Entity]) -> list[ox.Quad]:
    facts = merge(facts)
    ends = [end for fact in facts for end in (fact.subject, fact.object) if isinstance(end, Entity)]
    quads = [
        quad for entity in ({e.id: e for e in ends} | dict(entities)).values() for quad in _describe(entity)
    ]
    for document in sorted({document for fact in facts for document in fact.documents}):
        node = ox.NamedNode(document_iri(document))
        quads.append(ox.Quad(node, _term("dcterms:title"), ox.Literal(document), node))
    for fact in facts:
        for document in fact.documents:
            quads += _statement(fact, document)
    unique = {(str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)): q for q in quads}
    return [unique[key] for key in sorted(unique)]


def to_nquads(facts: Iterable[Fact], entities: Mapping[str, Entity]) -> bytes:
    """Write facts and entities as sorted N-Quads.

    Parameters
    ----------
    facts : iterable of Fact
        Facts; those of one key are merged.
    entities : mapping of str to Entity
        Entities by identifier; those that only the facts name are added.

    Returns
    -------
    bytes
        UTF-8; the same bytes for the same facts, whatever their order.

    Examples
    --------
    >>> ilac = Entity("ilac", "ILAC", "Organisation")
    >>> fact = Fact(ilac, "established", "1977", evidence=(Evidence("a.txt", 0, 4, "1977"),))
    >>> from_nquads(to_nquads([fact], {})) == ([fact], {"ilac": ilac})
    True
    """
    lines = _write(_quads(facts, entities), ox.RdfFormat.N_QUADS).splitlines(keepends=True)
    return b"".join(sorted(lines))


def export_rdf(facts: Iterable[Fact], entities: Mapping[str, Entity], format: str) -> bytes:
    """Write facts and entities in an RDF format for other tools.

    Parameters
    ----------
    facts : iterable of Fact
        Facts; those of one key are merged.
    entities : mapping of str to Entity
        Entities by identifier.
    format : str
        ``ttl`` (all graphs as one), ``trig``, ``nq`` or ``jsonld``.

    Raises
    ------
    InputError
        If the format is another.

    Examples
    --------
    >>> bipm = Entity("bipm", "BIPM", "Organisation")
    >>> 'skos:prefLabel "BIPM"' in export_rdf([], {"bipm": bipm}, "ttl").decode()
    True
    """
    if format not in FORMATS:
        raise InputError(f"unknown RDF format {format!r}: choose one of {', '.join(FORMATS)}")
    if format == "nq":
        return to_nquads(facts, entities)
    quads = _quads(facts, entities)
    if format == "ttl":
        triples = {(str(q.subject), str(q.predicate), str(q.object)): q.triple for q in quads}
        return _write([triples[key] for key in sorted(triples)], FORMATS[format])
    return _write(quads, FORMATS[format])


def _write(items: list[ox.Quad] | list[ox.Triple], format: ox.RdfFormat) -> bytes:
    written = ox.serialize(items, format=format, prefixes=PREFIXES)
    assert written is not None
    return written


def from_nquads(data: bytes) -> tuple[list[Fact], dict[str, Entity]]:
    """Read what :func:`to_nquads` wrote.

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
    graphs: dict[str, dict[str, _Properties]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    try:
        for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS):
            if isinstance(quad.graph_name, ox.NamedNode) and isinstance(quad.subject, ox.NamedNode):
                nodes = graphs[quad.graph_name.value]
                nodes[quad.subject.value][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise InputError(f"not N-Quads: {error}") from error

    described = graphs.pop(ENTITIES_GRAPH, {})
    entities = {
        e.id: e for e in sorted((_read_entity(*item) for item in described.items()), key=lambda e: e.id)
    }
    facts = []
    for graph, nodes in graphs.items():
        if (document := document_name(graph)) is None:
            continue
        for iri, properties in nodes.items():
            if _term("qi:Statement") in properties.get(PREFIXES["rdf"] + "type", ()):
                facts.append(_read_fact(iri, nodes, document, entities))
    return merge(facts), entities


def _read_entity(iri: str, properties: _Properties) -> Entity:
    try:
        kind = _one(properties, "rdf:type").removeprefix(PREFIXES["qi"])
        aliases = sorted(_text(value) for value in properties.get(_term("skos:altLabel").value, ()))
        return Entity(entity_id(iri), _one(properties, "skos:prefLabel"), kind, tuple(aliases))
    except (KeyError, ValueError) as error:
        raise InputError(f"the entity <{iri}> cannot be read: {error}") from error


def _read_fact(iri: str, nodes: dict[str, _Properties], document: str, entities: dict[str, Entity]) -> Fact:
    properties = nodes[iri]
    try:
        evidence = [
            _read_evidence(nodes[_text(node)], document) for node in properties[_term("qi:evidence").value]
        ]
        (target,) = properties[_term("rdf:object").value]
        return Fact(
            entities[entity_id(_one(properties, "rdf:subject"))],
            _one(properties, "rdf:predicate").removeprefix(PREFIXES["qi"]),
            _text(target) if isinstance(target, ox.Literal) else entities[entity_id(_text(target))],
            Interval(_maybe(properties, "qi:since"), _maybe(properties, "qi:until")),
            tuple(sorted(evidence)),
            _maybe(properties, "qi:role"),
            _maybe(properties, "qi:derived") == "true",
        )
    except (KeyError, ValueError) as error:
        raise InputError(f"the statement <{iri}> of {document!r} is not a fact: {error}") from error


def _read_evidence(properties: _Properties, document: str) -> Evidence:
    page, box = _maybe(properties, "qi:page"), _maybe(properties, "qi:box")
    row = _maybe(properties, "qi:row")
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
    values = properties.get(_term(name).value, [])
    if len(values) != 1:
        raise ValueError(f"{len(values)} values of {name} where one belongs")
    return _text(values[0])


def _maybe(properties: _Properties, name: str) -> str | None:
    return _one(properties, name) if _term(name).value in properties else None
