"""A query can read the graph and nothing else, for as long as it may."""

import http.server
import threading

import pytest

from qigraph.errors import QueryError
from qigraph.stores import client

READS = {
    "sparql": "SELECT (COUNT(DISTINCT ?document) AS ?n) { GRAPH ?document { ?s qi:memberOf ?o } }",
    "cypher": "MATCH (:Organisation)-[r:MEMBER_OF]->() RETURN count(DISTINCT r.document) AS n",
}
ENDLESS = {
    "sparql": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c + ?f = ?l) }",
    "cypher": "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x WHERE x=0 RETURN count(*)",
}
MANY = {"sparql": "SELECT * { ?s ?p ?o }", "cypher": "UNWIND range(1, 11) AS x RETURN x"}
WRITES = {
    "sparql": [
        "INSERT DATA { <u:a> <u:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/x>",
        "CLEAR ALL",
    ],
    "cypher": [
        "CREATE (:Organisation)",
        "MERGE (n:Organisation {id: 'x'}) RETURN n",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) REMOVE n.name",
        "MATCH (n) DETACH DELETE n",
        "FOREACH (x IN [1] | CREATE (:X))",
        "CALL { CREATE (:X) RETURN 1 AS x } RETURN x",
        "CALL merge.node(['X'], {id: 1}, {}, {}) YIELD node RETURN node",
        "CREATE INDEX FOR (n:X) ON (n.id)",
    ],
}
BOTH = pytest.mark.parametrize("language", ["sparql", "cypher"])


@pytest.mark.parametrize(
    "language, query", [(language, q) for language, queries in WRITES.items() for q in queries]
)
def test_writing_is_refused_and_changes_nothing(stores, language, query):
    with pytest.raises(QueryError, match=r"^queries are read-only: "):
        client.query(language, stores[language], query)
    assert client.query(language, stores[language], READS[language]).rows == [[2]]


def test_service_calls_nobody(stores):
    calls = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            calls.append(self.path)

        do_POST = do_GET  # noqa: N815

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        query = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}"
        with pytest.raises(QueryError, match="SERVICE is not allowed"):
            client.query("sparql", stores["sparql"], query)
        server.shutdown()
    assert calls == []


def test_load_csv_reads_no_local_file(stores, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with pytest.raises(QueryError, match="LOAD CSV is not allowed"):
        client.query("cypher", stores["cypher"], f"LOAD CSV FROM '{secret.as_uri()}' AS row RETURN row")


def test_load_csv_asks_no_server(stores):
    with pytest.raises(QueryError, match="LOAD CSV is not allowed"):
        client.query("cypher", stores["cypher"], "LOAD CSV FROM 'http://127.0.0.1:1/a' AS row RETURN row")


@BOTH
def test_an_endless_query_is_stopped_and_the_next_one_works(stores, language):
    assert client.query(language, stores[language], READS[language]).rows == [[2]]
    with pytest.raises(QueryError, match=r"^stopped after 0\.5 s: "):
        client.query(language, stores[language], ENDLESS[language], timeout=0.5)
    assert client.query(language, stores[language], READS[language]).rows == [[2]]


@BOTH
def test_too_many_rows_are_refused(stores, language):
    with pytest.raises(QueryError, match=r"^more than 10 rows: add LIMIT"):
        client.query(language, stores[language], MANY[language], max_rows=10)


@BOTH
def test_too_large_an_answer_is_refused(stores, language, monkeypatch):
    monkeypatch.setattr(client, "MAX_BYTES", 20)
    with pytest.raises(QueryError, match=r"^the answer is larger than 2e-05 MB: add LIMIT"):
        client.query(language, stores[language], MANY[language])


@pytest.mark.parametrize(
    "language, query, place",
    [
        ("sparql", "SELECT ?s {\n ?s", "line 2, column 4"),
        ("cypher", "MATCH (n\nRETURN n", "line 2, column 1"),
    ],
)
def test_a_syntax_error_is_one_line_with_its_place(stores, language, query, place):
    with pytest.raises(QueryError, match=f"^syntax error in {place}[^\n]*$"):
        client.query(language, stores[language], query)


@pytest.mark.parametrize(
    "query, message",
    [
        ("MATCH (n) RETURN m", "Variable 'm' not defined"),
        ("RETURN 1 / 0 AS x", "/ by zero"),
        ("RETURN $who AS x", r"Expected parameter\(s\): who"),
    ],
)
def test_what_cypher_cannot_compute_is_said_in_one_line(stores, query, message):
    with pytest.raises(QueryError, match=f"^[^\n]*{message}$"):
        client.query("cypher", stores["cypher"], query)


@BOTH
def test_a_folder_without_a_graph_is_refused(tmp_path, language):
    with pytest.raises(QueryError, match=r"^no graph in .*nowhere: "):
        client.query(language, tmp_path / "nowhere", READS[language])


@BOTH
def test_a_time_limit_must_be_positive(stores, language):
    with pytest.raises(QueryError, match="the time limit must be more than 0 s"):
        client.query(language, stores[language], READS[language], timeout=0)


@BOTH
def test_a_worker_that_has_died_is_replaced(stores, language):
    client.query(language, stores[language], READS[language])
    client._workers[language]._process.kill()
    client._workers[language]._process.wait()
    assert client.query(language, stores[language], READS[language]).rows == [[2]]


@BOTH
def test_the_store_is_not_touched(stores, language):
    def state():
        return sorted((p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in stores[language].iterdir())

    client.stop()
    before = state()
    client.query(language, stores[language], READS[language])
    client.stop()
    assert state() == before
