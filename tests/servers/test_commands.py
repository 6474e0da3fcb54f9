"""The command line against real servers, and what it says where there is none."""

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import neo4j
import pytest
from click.testing import CliRunner

from tests.cli.conftest import Run, graph, run, world, write
from tests.servers.conftest import SparqlServer
from tests.servers.programs import free_port

__all__ = ["graph", "run", "world", "write"]

server_test = pytest.mark.xdist_group("servers")


@server_test
def test_a_graph_goes_to_neo4j_and_back(run: Run, graph: Path, neo4j_url: str, driver: neo4j.Driver) -> None:
    assert "2 documents written, 0 unchanged, 0 taken out" in run("push", neo4j_url).stderr
    assert "0 documents written, 2 unchanged, 0 taken out" in run("push", neo4j_url).stderr
    run("pull", neo4j_url, "-o", graph.parent / "pulled.trig")
    run("export", "-o", graph.parent / "exported.trig")
    assert (graph.parent / "pulled.trig").read_bytes() == (graph.parent / "exported.trig").read_bytes()
    query = (
        "MATCH (n)-[r:MEMBER_OF]->(:Entity {id: $id}) RETURN n.name AS name, r.since AS since ORDER BY name"
    )
    words = ("cypher", query, "--param", "id=inetqi", "--format", "csv")
    assert run(*words, "--neo4j", neo4j_url).stdout.splitlines()[1:] == ["BIPM,2018", "ILAC,2006"]


@server_test
def test_a_graph_goes_to_a_sparql_server_and_back(run: Run, graph: Path, sparql_server: SparqlServer) -> None:
    run("push", sparql_server.store)
    run("pull", sparql_server.store, "-o", graph.parent / "pulled.nq")
    run("export", "-o", graph.parent / "exported.nq")
    assert (graph.parent / "pulled.nq").read_bytes() == (graph.parent / "exported.nq").read_bytes()
    query = "SELECT DISTINCT ?name { ?x qi:memberOf id:inetqi ; skos:prefLabel ?name } ORDER BY ?name"
    answer = run("sparql", query, "--endpoint", sparql_server.query, "--format", "csv")
    assert answer.stdout.splitlines() == ["name", "BIPM", "ILAC"]


@server_test
def test_what_else_the_server_holds_is_said(
    run: Run, graph: Path, neo4j_url: str, driver: neo4j.Driver
) -> None:
    run("push", neo4j_url)
    run("remove", "b.txt", "-g", graph)
    assert "also holds 1 that the graph does not (b.txt): see --prune" in run("push", neo4j_url).stderr
    assert "1 taken out" in run("push", neo4j_url, "--prune").stderr


@pytest.mark.parametrize("scheme", ["bolt", "http"])
def test_a_server_that_does_not_answer_is_told_in_one_line(run: Run, graph: Path, scheme: str) -> None:
    url = f"{scheme}://127.0.0.1:{free_port()}"
    for words in (["push", url], ["pull", url, "-o", graph.parent / "a.nq"]):
        said = run(*words, code=1).stderr
        assert said.startswith(f"qigraph: {url}: no answer") and said.count("\n") == 1


def test_another_machine_needs_encryption(run: Run, graph: Path) -> None:
    assert "is not encrypted" in run("push", "http://db.example.org/qi", code=1).stderr
    assert (
        "is not encrypted" in run("sparql", "ASK {}", "--endpoint", "http://db.example.org/qi", code=1).stderr
    )
    assert "is not encrypted" in run("cypher", "RETURN 1", "--neo4j", "bolt://db.example.org", code=1).stderr


def test_a_file_that_cannot_be_written_is_said(run: Run, tmp_path: Path, guarded: str) -> None:
    assert "cannot write .docx" in run("pull", guarded, "-o", tmp_path / "a.docx", code=1).stderr


class _Guarded(BaseHTTPRequestHandler):
    """Lets in ana, with her password, and nobody else; answers ASK with true."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        expected = "Basic " + base64.b64encode(b"ana:s3cret").decode()
        let_in = self.headers.get("Authorization") == expected
        content = b'{"head": {}, "boolean": true}' if let_in else b"no"
        self.send_response(200 if let_in else 401)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def guarded() -> Iterator[str]:
    """An endpoint that asks for a name and a password."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Guarded)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


def test_name_and_password_come_from_the_environment_alone(
    run: Run, guarded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run("sparql", "ASK {}", "--endpoint", guarded, code=1).stderr
    assert "not let in: check SPARQL_USERNAME and SPARQL_PASSWORD" in said
    monkeypatch.setenv("SPARQL_USERNAME", "ana")
    monkeypatch.setenv("SPARQL_PASSWORD", "wrong-s3cret")
    wrong = run("sparql", "ASK {}", "--endpoint", guarded, code=1)
    assert "not let in" in wrong.stderr and "s3cret" not in wrong.output
    monkeypatch.setenv("SPARQL_PASSWORD", "s3cret")
    assert "true" in run("sparql", "ASK {}", "--endpoint", guarded, "--format", "csv").stdout.lower()


def test_a_person_is_asked_for_them(guarded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from qigraph.cli import cli, servers

    monkeypatch.setattr(servers, "_is_a_person", lambda: True)
    words = ["sparql", "ASK {}", "--endpoint", guarded, "--format", "csv"]
    result = CliRunner().invoke(cli, words, input="ana\ns3cret\n", prog_name="qigraph")
    assert result.exit_code == 0 and "s3cret" not in result.output
