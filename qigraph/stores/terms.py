"""IRIs of entities, documents, statements and evidence, and the namespaces that the RDF projection uses."""

import hashlib
import json
import re
from urllib.parse import quote, unquote

from qigraph.facts import Evidence, Fact

__all__ = [
    "ENTITIES_GRAPH",
    "PREFIXES",
    "document_iri",
    "document_name",
    "entity_id",
    "entity_iri",
    "evidence_iri",
    "statement_iri",
]

_BASE = "https://w3id.org/qigraph/"
_ID = _BASE + "id/"
_DOCUMENT = _BASE + "document/"
_STATEMENT = _BASE + "statement/"
_SDG = "http://metadata.un.org/sdg/"
_GOAL = re.compile(r"goal/(\d+(\.\w+)?)", re.ASCII)

ENTITIES_GRAPH = _BASE + "graph/entities"
"""The named graph that describes the entities."""

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "id": _ID,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "qi": _BASE + "ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sdg": _SDG,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Namespaces by prefix; a SPARQL query may use them without declaring them."""


def entity_iri(id: str) -> str:
    """IRI of an entity; goals bear the UN's own.

    Examples
    --------
    >>> entity_iri("bipm"), entity_iri("goal/12.5")
    ('https://w3id.org/qigraph/id/bipm', 'http://metadata.un.org/sdg/12.5')
    """
    if goal := _GOAL.fullmatch(id):
        return _SDG + goal[1]
    return _ID + quote(id)


def entity_id(iri: str) -> str:
    """Identifier of the entity that an IRI names.

    Raises
    ------
    ValueError
        If it is not an IRI of an entity.

    Examples
    --------
    >>> entity_id("http://metadata.un.org/sdg/9"), entity_id("https://w3id.org/qigraph/id/event/metre-day")
    ('goal/9', 'event/metre-day')
    """
    if iri.startswith(_SDG):
        return "goal/" + iri.removeprefix(_SDG)
    if iri.startswith(_ID):
        return unquote(iri.removeprefix(_ID))
    raise ValueError(f"not the IRI of an entity: {iri}")


def document_iri(name: str) -> str:
    """IRI of a document and of the named graph of its facts.

    Examples
    --------
    >>> document_iri("reports/2018 MoU.pdf")
    'https://w3id.org/qigraph/document/reports%2F2018%20MoU.pdf'
    """
    return _DOCUMENT + quote(name, safe="")


def document_name(iri: str) -> str | None:
    """Name of the document that an IRI stands for; None for the IRI of anything else.

    Examples
    --------
    >>> document_name("https://w3id.org/qigraph/document/a%20b.txt")
    'a b.txt'
    """
    return unquote(iri.removeprefix(_DOCUMENT)) if iri.startswith(_DOCUMENT) else None


def statement_iri(fact: Fact) -> str:
    """IRI of the node that stands for a fact: the same in every document that states it."""
    return _STATEMENT + _digest(fact.key)


def evidence_iri(fact: Fact, evidence: Evidence) -> str:
    """IRI of one piece of evidence, below that of its fact."""
    place = (evidence.document, evidence.start, evidence.stop, evidence.quote, evidence.rule)
    return f"{statement_iri(fact)}/{_digest(place)}"


def _digest(parts: tuple[str | int | None, ...]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
