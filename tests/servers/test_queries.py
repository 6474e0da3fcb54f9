"""Queries of the user's on real servers: the rows of the embedded engines, nothing written, nothing that runs on."""

import time
from collections.abc import Callable

import neo4j
import pytest

from qigraph.errors import QueryError
from qigraph.rows import Rows
from qigraph.servers import endpoint, graph_store, http, neo4j_push, neo4j_server
from qigraph.stores import client
from tests.servers.conftest import SparqlServer
from tests.stores.conftest import FACTS

pytestmark = pytest.mark.xdist_group("servers")

Ask = Callable[..., Rows]

SPARQL = [
    "SELECT DISTINCT ?name ?alias { ?x skos:prefLabel ?name ; skos:altLabel ?alias } ORDER BY ?name ?alias",
    "SELECT DISTINCT ?s ?since { ?s rdf:predicate qi:memberOf ; qi:since ?since }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) (AVG(?start) AS ?mean) { ?s qi:evidence/oa:start ?start }",
    "ASK { id:alpha qi:memberOf id:net }",
    "ASK { id:net qi:memberOf id:alpha }",
    "SELECT * { ?x a qi:Nothing }",
]
CYPHER = [
    "MATCH (n) WHERE n:Entity OR n:Date RETURN labels(n) AS labels, n.id AS id, n.aliases AS aliases ORDER BY id",
    "MATCH (:Entity {id: 'alpha'})-[r:MEMBER_OF]->(m) RETURN m.name, r.since, r.quote, r.box ORDER BY r.document",
    "MATCH p=(n:Network)-[r:ESTABLISHED]->(d) RETURN n, r, p",
    "RETURN 7 AS i, 1.5 AS d, true AS t, null AS n, [1, {a: 'x'}] AS l, date('2018-11-30') AS day",
    "MATCH (n:Nothing) RETURN n.id AS id, n.name",
]


@pytest.fixture
def sparql(sparql_server: SparqlServer) -> Ask:
    """Asks each SPARQL server, on which the small graph stands."""
    with http.connect(sparql_server.store) as server:
        graph_store.push(server, FACTS, {})

    def ask(text: str, params: dict[str, object] | None = None, timeout: float = 20.0, **limits: int) -> Rows:
        with http.connect(sparql_server.query) as server:
            return endpoint.query(server, text, params, timeout, **limits)

    return ask


@pytest.fixture
def cypher(driver: neo4j.Driver) -> Ask:
    """Asks Neo4j, on which the small graph stands."""
    neo4j_push.push(driver, FACTS, {})
    return lambda text, params=None, timeout=20.0, **limits: neo4j_server.query(
        driver, text, params, timeout, **limits
    )


@pytest.mark.parametrize("text", SPARQL)
def test_a_sparql_server_answers_as_the_embedded_engine(sparql: Ask, stores, text: str) -> None:
    here, there = client.query("sparql", stores["sparql"], text), sparql(text)
    assert there.columns == here.columns
    assert there.rows == here.rows


@pytest.mark.parametrize("text", CYPHER)
def test_neo4j_answers_as_the_embedded_engine(cypher: Ask, stores, text: str) -> None:
    here, there = client.query("cypher", stores["cypher"], text), cypher(text)
    assert there.columns == here.columns
    assert [_sorted_labels(row) for row in there.rows] == [_sorted_labels(row) for row in here.rows]


def _sorted_labels(row: list[object]) -> list[object]:
    """Labels have no order of their own."""
    first = row[0]
    if isinstance(first, list) and first and isinstance(first[0], str):
        return [sorted(first), *row[1:]]
    return row


def test_triples_come_as_three_columns(sparql: Ask) -> None:
    rows = sparql("CONSTRUCT { ?x rdfs:label ?name } WHERE { ?x skos:prefLabel ?name } ")
    assert rows.columns == ["subject", "predicate", "object"]
    assert sorted(row[2] for row in rows.rows) == ["Alpha Institute", "Measurement Network"]


@pytest.mark.parametrize("value", ['say "no" \\ \'', "line\nbreak", "é\U0001f600", 7, 1.5, True])
def test_parameters_are_bound(sparql: Ask, value: object) -> None:
    rows = sparql("SELECT ($x AS ?y) {}", {"x": value})
    assert rows.rows == [[value]]


@pytest.mark.parametrize("value", ['say "no" \\ \'', "line\nbreak", 7, 1.5, True, None, ["a", 1]])
def test_parameters_of_cypher_are_bound(cypher: Ask, value: object) -> None:
    assert cypher("RETURN $x AS x", {"x": value}).rows == [[value]]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { id:x a qi:Body }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <http://127.0.0.1:1/x>",
        "SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }",
    ],
)
def test_sparql_only_reads(sparql: Ask, text: str) -> None:
    with pytest.raises(QueryError, match="read-only"):
        sparql(text)


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (:Entity {id: 'x'})",
        "MATCH (n:Entity) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
        "CALL db.createLabel('X')",
        "CREATE INDEX x FOR (n:Entity) ON (n.x)",
    ],
)
def test_cypher_only_reads(cypher: Ask, text: str) -> None:
    before = cypher("MATCH (n) RETURN count(n) AS n").rows
    with pytest.raises(QueryError, match="read-only"):
        cypher(text)
    assert cypher("MATCH (n) RETURN count(n) AS n").rows == before


def test_a_cross_product_in_sparql_is_ended(sparql: Ask) -> None:
    many = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(8))
    started = time.monotonic()
    with pytest.raises(QueryError, match="stopped after 1 s"):
        sparql(f"SELECT (COUNT(*) AS ?n) {{ {many} FILTER(?a0 = ?c7) }}", timeout=1.0)
    assert time.monotonic() - started < 20
    assert sparql("ASK { ?s ?p ?o }").rows == [[True]]


def test_a_cross_product_in_cypher_is_ended(cypher: Ask) -> None:
    text = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    with pytest.raises(QueryError, match="stopped after 1 s"):
        cypher(text, timeout=1.0)
    assert cypher("RETURN 1 AS x").rows == [[1]]


def test_too_many_rows_are_an_error(sparql: Ask) -> None:
    with pytest.raises(QueryError, match="more than 3 rows"):
        sparql("SELECT * { ?s ?p ?o }", max_rows=3)
    with pytest.raises(QueryError, match=r"larger than 0\.0001 MB"):
        sparql("SELECT * { ?s ?p ?o }", max_bytes=100)


def test_too_many_rows_of_cypher_are_an_error(cypher: Ask) -> None:
    with pytest.raises(QueryError, match="more than 3 rows"):
        cypher("UNWIND range(1, 9) AS x RETURN x", max_rows=3)
    with pytest.raises(QueryError, match=r"larger than 0\.0001 MB"):
        cypher("UNWIND range(1, 99) AS x RETURN x", max_bytes=100)


def test_a_mistake_is_told_with_its_place(cypher: Ask) -> None:
    with pytest.raises(QueryError, match=r"^line 2, column 1: Invalid input 'RETRN'"):
        cypher("MATCH (n)\nRETRN n")
    with pytest.raises(QueryError, match=r"^line 1, column 10: "):
        cypher("MATCH (n RETURN n")


def test_a_mistake_in_sparql_is_told_in_one_line(sparql: Ask) -> None:
    with pytest.raises(QueryError, match=r"^the server refused \(400\): [^\n]+$"):
        sparql("SELECT * { ?s ?p ")
