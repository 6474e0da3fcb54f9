"""The W3C's tests of SPARQL 1.0 and 1.1 queries, out of a checkout of github.com/w3c/rdf-tests; answers compared."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, Namespace

from qigraph.graph.folder import FORMAT

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
BASE = "http://w3c.test/"
MANIFESTS = [
    "sparql10/manifest-syntax.ttl",
    "sparql10/manifest-evaluation.ttl",
    "sparql11/manifest-sparql11-query.ttl",
    "sparql11/csv-tsv-res/manifest.ttl",
    "sparql11/json-res/manifest.ttl",
]
_FORMATS = {".ttl": "turtle", ".rdf": "xml", ".n3": "n3", ".nt": "nt"}


@dataclass(frozen=True)
class Case:
    """One test: its query and data, and where its answer is written."""

    id: str
    kind: str
    query: str
    query_iri: str
    result: Path | None = None
    default: list[tuple[str, Path]] = field(default_factory=list)
    named: list[tuple[str, Path]] = field(default_factory=list)
    lax: bool = False


def cases(folder: Path) -> list[Case]:
    """The tests below ``sparql/`` of the checkout that ask queries."""
    root = folder / "sparql"
    return [case for name in MANIFESTS for case in _read(root, root / name)]


def _read(root: Path, path: Path) -> Iterator[Case]:
    graph = rdflib.Graph().parse(path, publicID=_iri(root, path))
    for included in graph.objects(None, MF.include):
        for manifest in Collection(graph, included):
            yield from _read(root, _path(root, manifest))
    for entries in graph.objects(None, MF.entries):
        for entry in Collection(graph, entries):
            yield _case(root, path, graph, entry)


def _case(root: Path, manifest: Path, graph: rdflib.Graph, entry: rdflib.term.Node) -> Case:
    action = graph.value(entry, MF.action)
    query = graph.value(action, QT.query) or action
    result = graph.value(entry, MF.result)
    path = _path(root, query)
    return Case(
        f"{manifest.parent.relative_to(root)}/{str(entry).partition('#')[2]}",
        str(graph.value(entry, RDF.type)).partition("#")[2],
        path.read_text(encoding="utf-8"),
        str(query),
        _path(root, result) if result else None,
        [(str(data), _path(root, data)) for data in graph.objects(action, QT.data)],
        [_named(root, graph, data) for data in graph.objects(action, QT.graphData)],
        graph.value(entry, MF.resultCardinality) == MF.LaxCardinality,
    )


def _named(root: Path, graph: rdflib.Graph, data: rdflib.term.Node) -> tuple[str, Path]:
    file = graph.value(data, QT.graph)
    return (str(graph.value(data, RDFS.label)), _path(root, file)) if file else (str(data), _path(root, data))


def _iri(root: Path, path: Path) -> str:
    return BASE + path.relative_to(root).as_posix()


def _path(root: Path, iri: rdflib.term.Node) -> Path:
    return root / str(iri).removeprefix(BASE)


def load(store: ox.Store, path: Path, base: str, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    """Load a file of RDF, as Turtle where its suffix is older than its content."""
    format = {".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}.get(
        path.suffix, ox.RdfFormat.TURTLE
    )
    for quad in ox.parse(path=path, format=format, base_iri=base, rename_blank_nodes=True):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))


def expected(case: Case) -> tuple:
    """The answer that the test wants, in the form of :func:`comparable`."""
    path = case.result
    if path.suffix in (".srx", ".srj", ".tsv"):
        return comparable(_results(path.read_bytes(), path.suffix), case.lax)
    graph = rdflib.Graph().parse(
        path, format=_FORMATS[path.suffix], publicID=f"{case.query_iri.rpartition('/')[0]}/{path.name}"
    )
    [sets] = [list(graph.subjects(RDF.type, RS.ResultSet))]
    if not sets:
        triples = ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)
        return comparable([quad.triple for quad in triples], case.lax)
    if (truth := graph.value(sets[0], RS.boolean)) is not None:
        return ("truth", truth.toPython())
    rows = [
        {
            str(graph.value(binding, RS.variable)): _term(graph.value(binding, RS.value))
            for binding in graph.objects(row, RS.binding)
        }
        for row in graph.objects(sets[0], RS.solution)
    ]
    return comparable(rows, case.lax)


def answered(media_type: str, body: bytes, lax: bool) -> tuple:
    """The answer of a server, in the form of :func:`comparable`."""
    if media_type == "application/n-triples":
        return comparable([q.triple for q in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)], lax)
    suffix = {"application/sparql-results+json": ".srj", "text/tab-separated-values": ".tsv"}.get(
        media_type, ".srx"
    )
    return comparable(_results(body, suffix), lax)


def comparable(found: object, lax: bool) -> tuple:
    """Truths, rows and triples in a form that is equal where the answers are, whatever blank nodes are called."""
    if isinstance(found, bool | ox.QueryBoolean):
        return ("truth", bool(found))
    items = list(_bound(found) if isinstance(found, ox.QuerySolutions) else found)
    if items and isinstance(items[0], ox.Triple):
        return ("triples", _canonical([_normal_triple(triple) for triple in items]))
    plain, open_rows = Counter(), []
    for row in items:
        terms = {name: _normal(value) for name, value in row.items()}
        if any(isinstance(value, ox.BlankNode) for value in terms.values()):
            open_rows.append(terms)
        else:
            plain[tuple(sorted((name, str(value)) for name, value in terms.items()))] += 1
    if not plain and not open_rows:
        return ("nothing",)
    return ("rows", frozenset(plain) if lax else frozenset(plain.items()), _canonical(_as_triples(open_rows)))


def _results(content: bytes, suffix: str) -> object:
    format = {
        ".srx": ox.QueryResultsFormat.XML,
        ".srj": ox.QueryResultsFormat.JSON,
        ".tsv": ox.QueryResultsFormat.TSV,
    }[suffix]
    results = ox.parse_query_results(content, format=format)
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    return list(_bound(results))


def _bound(solutions: ox.QuerySolutions) -> Iterator[dict[str, object]]:
    for row in solutions:
        pairs = zip(solutions.variables, row, strict=True)
        yield {name.value: value for name, value in pairs if value is not None}


def _as_triples(rows: list[dict[str, object]]) -> list[ox.Triple]:
    nodes = [(ox.BlankNode(), row) for row in rows]
    return [
        ox.Triple(node, ox.NamedNode(f"u:{name}"), value)
        for node, row in nodes
        for name, value in row.items()
    ]


def _canonical(triples: list[ox.Triple]) -> frozenset[str]:
    dataset = ox.Dataset([ox.Quad(t.subject, t.predicate, t.object) for t in triples])
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(map(str, dataset))


def _term(node: rdflib.term.Node) -> object:
    [quad] = ox.parse(f"<u:s> <u:p> {node.n3()} .", format=ox.RdfFormat.N_TRIPLES)
    return quad.object


def _normal(term: object) -> object:
    """A literal as the store writes it: numbers and dates without what makes no difference."""
    if not isinstance(term, ox.Literal):
        return term
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("u:s"), ox.NamedNode("u:p"), term))
    [quad] = store
    return quad.object


def _normal_triple(triple: ox.Triple) -> ox.Triple:
    return ox.Triple(triple.subject, triple.predicate, _normal(triple.object))


def manifest(generation: str) -> bytes:
    """The manifest of a graph folder that holds nothing but a store."""
    empty = {"rules": "", "qigraph": "", "documents": [], "entities": 0, "facts": 0}
    return json.dumps({"format": FORMAT, "generation": generation} | empty).encode()
