"""Facts as an RDF dataset, which :mod:`qigraph.stores.rdf_reading` reads back without loss.

Each document has a named graph. A fact stands in the graph of every document that states it, twice: as the
plain triple, so that a simple query stays simple, and as a statement node that bears the interval, the role
and the evidence (RDF 1.1 reification, which every tool reads). Names of entities have a graph of their own.
The terms are those of ``ontology/qi.ttl``, W3C ORG, PROV-O, SKOS and Web Annotation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, merge
from qigraph.schema import IDENTIFIERS
from qigraph.stores.terms import (
    ENTITIES_GRAPH,
    PREFIXES,
    document_iri,
    entity_iri,
    evidence_iri,
    statement_iri,
)

__all__ = ["FORMATS", "export_rdf", "to_nquads"]

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

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
    for scheme, code in entity.codes:
        if scheme in IDENTIFIERS:
            yield ox.Quad(node, _term("qi:" + scheme), ox.Literal(code), graph)
        else:
            yield ox.Quad(node, _term("dcterms:identifier"), ox.Literal(f"{scheme}:{code}"), graph)


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

    here = [evidence for evidence in fact.evidence if evidence.document == document]
    # Beside all evidence, the first sentence by itself, so that a simple query need not choose one.
    yield ox.Quad(node, _term("qi:quote"), ox.Literal(here[0].quote), graph)
    for evidence in here:
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
    >>> from qigraph.stores.rdf_reading import from_nquads
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
        quads += _sources(quads)
        triples = {(str(q.subject), str(q.predicate), str(q.object)): q.triple for q in quads}
        return _write([triples[key] for key in sorted(triples)], FORMATS[format])
    return _write(quads, FORMATS[format])


def _sources(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Of which document each piece of evidence is, where no named graph tells."""
    exact, source = _term("oa:exact"), _term("oa:hasSource")
    return [
        ox.Quad(quad.subject, source, quad.graph_name)
        for quad in quads
        if quad.predicate == exact and isinstance(quad.graph_name, ox.NamedNode)
    ]


def _write(items: list[ox.Quad] | list[ox.Triple], format: ox.RdfFormat) -> bytes:
    written = ox.serialize(items, format=format, prefixes=PREFIXES)
    assert written is not None
    return written
