"""The W3C's own tests through our endpoint: what the engine passes, the endpoint passes.

They are not part of the project: ``RDF_TESTS=FOLDER pytest tests/serving/test_w3c.py`` with a checkout of
https://github.com/w3c/rdf-tests.
"""

import csv
import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, Namespace

from qigraph.graph.folder import MANIFEST, Manifest
from tests.serving.running import Running, running
from tests.serving.w3c import Case, answered, cases, comparable, expected, load

FOLDER = os.environ.get("RDF_TESTS")
CASES = cases(Path(FOLDER)) if FOLDER else []
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
DEFAULT = "http://w3c.test/default-graph"

ESCAPED = "a relative IRI with an escape is refused, since SERVICE could hide behind it"
OURS = {f"sparql10/syntax-sparql2/syntax-esc-0{number}": ESCAPED for number in (4, 5)}
"""Tests that the engine passes and the endpoint does not, with the reason."""

pytestmark = pytest.mark.skipif(not FOLDER, reason="RDF_TESTS names no checkout of github.com/w3c/rdf-tests")


@dataclass
class Endpoint:
    """A server whose graph is replaced for each test."""

    folder: Path
    server: Running
    client: httpx.Client
    count: int = 0

    def publish(self, store: ox.Store) -> None:
        self.count += 1
        name = f"generation-{self.count}"
        (self.folder / name).mkdir()
        on_disk = ox.Store(self.folder / name / "sparql")
        on_disk.bulk_extend(store)
        for graph in store.named_graphs():
            on_disk.add_graph(graph)
        on_disk.flush()
        del on_disk
        draft = self.folder / "draft"
        draft.write_bytes(Manifest(name, "", "").to_bytes())
        draft.replace(self.folder / MANIFEST)
        shutil.rmtree(self.folder / f"generation-{self.count - 1}", ignore_errors=True)

    def ask(self, query: str, accept: str, fields: dict[str, object] | None = None) -> httpx.Response:
        headers = {"Accept": accept}
        return self.client.post("/sparql", data={"query": query} | (fields or {}), headers=headers)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    folder = tmp_path_factory.mktemp("w3c")
    (folder / "generation-0").mkdir()
    (folder / MANIFEST).write_bytes(Manifest("generation-0", "", "").to_bytes())
    with running(folder, "--workers", "1") as server, httpx.Client(base_url=server.url, timeout=60) as client:
        yield Endpoint(folder, server, client)


def ids(case: Case) -> str:
    return case.id


SYNTAX = [case for case in CASES if "Syntax" in case.kind]
EVALUATION = [case for case in CASES if "Syntax" not in case.kind]


@pytest.mark.parametrize("case", SYNTAX, ids=ids)
def test_syntax(case: Case, endpoint: Endpoint) -> None:
    def engine() -> bool:
        try:
            ox.Store().query(case.query, base_iri=case.query_iri)
        except (SyntaxError, RuntimeError):
            return False
        return True

    if not endpoint.count:
        endpoint.publish(ox.Store())
    wanted = case.kind.startswith("Positive")
    ours = endpoint.ask(f"BASE <{case.query_iri}>\n{case.query}", "*/*").status_code == 200
    judge(case.id, ours == wanted, engine() == wanted)


@pytest.mark.parametrize("case", EVALUATION, ids=ids)
def test_evaluation(case: Case, endpoint: Endpoint) -> None:
    local, published = ox.Store(), ox.Store()
    chosen = from_files(case)
    for iri, path in case.default:
        load(local, path, iri, ox.DefaultGraph())
        load(published, path, iri, ox.NamedNode(DEFAULT))
    for iri, path in case.named + chosen:
        for store in (local, published):
            store.add_graph(ox.NamedNode(iri))
            load(store, path, iri, ox.NamedNode(iri))
    endpoint.publish(published)
    fields = (
        {} if chosen else {"default-graph-uri": DEFAULT, "named-graph-uri": [iri for iri, _ in case.named]}
    )
    wanted = wanted_answer(case)

    def engine() -> bool:
        try:
            found = local.query(case.query, base_iri=case.query_iri)
        except (SyntaxError, RuntimeError, OSError):
            return False
        if case.result.suffix == ".csv":
            return csv_rows(found.serialize(format=ox.QueryResultsFormat.CSV)) == wanted
        return comparable(found, case.lax) == wanted

    def served() -> bool:
        rows = {
            ".csv": "text/csv",
            ".tsv": "text/tab-separated-values",
            ".srj": "application/sparql-results+json",
        }
        accept = f"{rows.get(case.result.suffix, 'application/sparql-results+xml')}, application/n-triples"
        answer = endpoint.ask(f"BASE <{case.query_iri}>\n{case.query}", accept, fields)
        if answer.status_code != 200:
            return False
        if case.result.suffix == ".csv":
            return csv_rows(answer.content) == wanted
        return answered(answer.headers["Content-Type"].split(";")[0], answer.content, case.lax) == wanted

    judge(case.id, served(), engine())


def wanted_answer(case: Case) -> object:
    return csv_rows(case.result.read_bytes()) if case.result.suffix == ".csv" else expected(case)


def csv_rows(content: bytes) -> list[list[tuple[str, str]]]:
    """Rows by the names of their columns, without the names of blank nodes."""
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return sorted(sorted((k, "_:" if v.startswith("_:") else v) for k, v in row.items()) for row in rows)


def from_files(case: Case) -> list[tuple[str, Path]]:
    """Files beside the query that its FROM names."""
    folder, base = case.result.parent, case.query_iri.rpartition("/")[0]
    return [
        (f"{base}/{path.name}", path) for path in sorted(folder.iterdir()) if f"<{path.name}>" in case.query
    ]


def judge(name: str, ours: bool, engine: bool) -> None:
    if name in OURS:
        assert engine and not ours, f"{name} is listed as failing for our own reasons, and is not so"
        pytest.xfail(f"ours: {OURS[name]}")
    assert ours == engine
    if not engine:
        pytest.xfail("the engine does not pass it")


def protocol_cases() -> list[tuple[str, rdflib.Graph, rdflib.term.Node]]:
    if not FOLDER:
        return []
    graph = rdflib.Graph().parse(
        Path(FOLDER) / "sparql/sparql11/protocol/manifest.ttl", publicID="http://w3c.test/"
    )
    [entries] = graph.objects(None, MF.entries)
    return [(str(entry).partition("#")[2], graph, entry) for entry in Collection(graph, entries)]


PROTOCOL = protocol_cases()


@pytest.mark.parametrize("name, graph, entry", PROTOCOL, ids=[name for name, _, _ in PROTOCOL])
def test_protocol(name: str, graph: rdflib.Graph, entry: rdflib.term.Node, endpoint: Endpoint) -> None:
    store = ox.Store()
    for data in graph.objects(entry, UT.graphData):
        path = Path(FOLDER) / "sparql/sparql11/protocol" / str(graph.value(data, UT.graph)).rpartition("/")[2]
        load(store, path, "http://w3c.test/", ox.NamedNode(str(graph.value(data, RDFS.label))))
    endpoint.publish(store)
    for request in Collection(graph, graph.value(graph.value(entry, MF.action), HT.requests)):
        wanted = {
            str(s).rpartition("StatusCode")[2][0]
            for s in graph.objects(graph.value(request, HT.resp), MF.expectedStatus)
        }
        answer = sent(graph, request, endpoint)
        if name.startswith("update_"):
            assert answer.status_code in (403, 415)
            pytest.xfail("ours: the endpoint only reads")
        assert str(answer.status_code)[0] in wanted, answer.text
        if (truth := graph.value(graph.value(request, HT.resp), MF.expectedBoolean)) is not None:
            assert answer.json()["boolean"] is truth.toPython()


def sent(graph: rdflib.Graph, request: rdflib.term.Node, endpoint: Endpoint) -> httpx.Response:
    headers, content = {}, None
    if (sequence := graph.value(request, HT.headers)) is not None:
        for header in Collection(graph, sequence):
            headers[str(graph.value(header, HT.fieldName))] = str(graph.value(header, HT.fieldValue))
    if (body := graph.value(request, HT.body)) is not None:
        content = str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
    path = str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    return endpoint.client.request(
        str(graph.value(request, HT.methodName)), path, headers=headers, content=content
    )


def test_nothing_was_left_out() -> None:
    kinds = {str(kind) for _, graph, entry in PROTOCOL for kind in graph.objects(entry, RDF.type)}
    assert len(CASES) > 500 and kinds == {str(MF.ProtocolTest)}
