"""A graph to a server and back, by the SPARQL 1.1 Graph Store HTTP Protocol: a named graph for each document.

Beside them the server has a graph with a digest of each document's, so that only what changed is written
again. It is blank while a document is being replaced: what an interrupted push left half-done, the next one does
anew.

See https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity, Fact
from qigraph.servers.http import Server, send
from qigraph.servers.pushed import Pushed
from qigraph.stores.rdf import to_nquads
from qigraph.stores.rdf_reading import from_nquads
from qigraph.stores.terms import ENTITIES_GRAPH, document_name

__all__ = ["pull", "push"]

_DIGESTS = "https://w3id.org/qigraph/graph/digests"
_DIGEST = ox.NamedNode("https://schema.org/sha256")
_TURN = 120.0
"""Seconds for one graph."""
_MAX_BYTES = 4 * 1024**3
_NTRIPLES = "application/n-triples"


def push(
    server: Server, facts: Iterable[Fact], entities: Mapping[str, Entity], *, prune: bool = False
) -> Pushed:
    """Make a server hold these facts.

    Parameters
    ----------
    server : Server
        For the address of the graph store; see :func:`qigraph.servers.http.connect`.
    facts : iterable of Fact
        One of each key.
    entities : mapping of str to Entity
        By identifier.
    prune : bool
        Whether documents that the facts do not name are taken out, and the names of entities that are not given.
    """
    graphs = _by_graph(to_nquads(facts, entities))
    described = graphs.pop(ENTITIES_GRAPH, [])
    digests = {graph: _digest(triples) for graph, triples in graphs.items()}
    held = _held(server)
    stale = sorted(graph for graph, digest in digests.items() if held.get(graph) != digest)
    others = sorted(held.keys() - digests.keys())
    gone = others if prune else []
    kept = {graph: digest for graph, digest in held.items() if graph not in gone}
    if stale or gone:
        _put(server, _DIGESTS, _written(held | dict.fromkeys([*stale, *gone], "")))
    there = _get(server, ENTITIES_GRAPH)
    if not prune:
        ours = {triple.subject for triple in described}
        described += [triple for triple in there if triple.subject not in ours]
    if set(described) != set(there):
        _put(server, ENTITIES_GRAPH, described)
    for graph in stale:
        _put(server, graph, graphs[graph])
    for graph in gone:
        send(server, server.request("DELETE", params={"graph": graph}), _TURN, _MAX_BYTES, {404: b""})
    if kept | digests != held:
        _put(server, _DIGESTS, _written(kept | digests))
    names = tuple(document_name(graph) or graph for graph in others)
    return Pushed(len(stale), len(digests) - len(stale), len(gone), () if prune else names)


def pull(server: Server) -> tuple[list[Fact], dict[str, Entity]]:
    """Read what :func:`push` wrote.

    Parameters
    ----------
    server : Server
        For the address of the graph store.

    Raises
    ------
    InputError
        If the server holds no graph of qigraph's, the last push was interrupted, or what it holds is no fact.
    """
    held = _held(server)
    if not held:
        raise InputError(f"{server.url}: holds no graph that qigraph pushed")
    if half := sorted(graph for graph, digest in held.items() if not digest):
        raise InputError(
            f"the last push was interrupted at {document_name(half[0])}: push again before pulling"
        )
    quads = [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))
        for graph in [ENTITIES_GRAPH, *sorted(held)]
        for triple in _get(server, graph)
    ]
    content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return from_nquads(content)


def _by_graph(nquads: bytes) -> dict[str, list[ox.Triple]]:
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS):
        assert isinstance(quad.graph_name, ox.NamedNode)
        graphs[quad.graph_name.value].append(quad.triple)
    return graphs


def _digest(triples: Iterable[ox.Triple]) -> str:
    return hashlib.sha256("\n".join(sorted(map(str, triples))).encode()).hexdigest()


def _written(digests: Mapping[str, str]) -> list[ox.Triple]:
    return [
        ox.Triple(ox.NamedNode(graph), _DIGEST, ox.Literal(digest))
        for graph, digest in sorted(digests.items())
    ]


def _held(server: Server) -> dict[str, str]:
    """The digests of the documents that the server holds, blank where one was being replaced."""
    return {
        triple.subject.value: triple.object.value
        for triple in _get(server, _DIGESTS)
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.Literal)
    }


def _get(server: Server, graph: str) -> list[ox.Triple]:
    request = server.request("GET", params={"graph": graph}, headers={"Accept": _NTRIPLES})
    _, content = send(server, request, _TURN, _MAX_BYTES, {404: b""})
    try:
        return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)]
    except SyntaxError as error:
        raise InputError(
            f"{server.url}: does not answer with RDF: is this the graph store's address?"
        ) from error


def _put(server: Server, graph: str, triples: Iterable[ox.Triple]) -> None:
    content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    headers = {"Content-Type": _NTRIPLES}
    request = server.request("PUT", params={"graph": graph}, content=content, headers=headers)
    send(server, request, _TURN, _MAX_BYTES)
