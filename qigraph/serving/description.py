"""The SPARQL 1.1 Service Description: what a client may ask at this endpoint, as RDF."""

import pyoxigraph as ox

from qigraph.stores.sparql_results import GRAPHS, RESULTS
from qigraph.stores.terms import PREFIXES

__all__ = ["description"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_RDF = PREFIXES["rdf"]
_FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def description(endpoint: str, format: ox.RdfFormat) -> bytes:
    """Describe the endpoint.

    Parameters
    ----------
    endpoint : str
        Its IRI.
    format : pyoxigraph.RdfFormat
        How to write it.

    Examples
    --------
    >>> b"sd:Service" in description("http://localhost/sparql", ox.RdfFormat.TURTLE)
    True
    """
    service, dataset, graph = ox.BlankNode("service"), ox.BlankNode("dataset"), ox.BlankNode("graph")
    formats = [_NAMES[kind] for kind in (*RESULTS, *GRAPHS) if kind in _NAMES]
    triples = [
        _triple(service, _RDF + "type", _sd("Service")),
        _triple(service, _SD + "endpoint", ox.NamedNode(endpoint)),
        _triple(service, _SD + "supportedLanguage", _sd("SPARQL11Query")),
        _triple(service, _SD + "feature", _sd("UnionDefaultGraph")),
        *(_triple(service, _SD + "resultFormat", ox.NamedNode(_FORMATS + name)) for name in formats),
        _triple(service, _SD + "defaultDataset", dataset),
        _triple(dataset, _RDF + "type", _sd("Dataset")),
        _triple(dataset, _SD + "defaultGraph", graph),
        _triple(graph, _RDF + "type", _sd("Graph")),
    ]
    written = ox.serialize(triples, format=format, prefixes={"sd": _SD, "formats": _FORMATS})
    assert written is not None
    return written


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def _triple(subject: ox.BlankNode, predicate: str, object: ox.NamedNode | ox.BlankNode) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), object)
