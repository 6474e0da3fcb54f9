"""Every prepared question has the same rows on the embedded engines, on Neo4j, on Fuseki and on Oxigraph's server."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest

import qigraph
from qigraph.questions import query_text, question, questions, read_values
from qigraph.rows import Rows
from qigraph.servers import endpoint, graph_store, http, neo4j_push, neo4j_server
from tests.queries.conftest import FACTS
from tests.queries.conftest import graph as invented
from tests.queries.test_questions import CASES
from tests.servers.conftest import SparqlServer

__all__ = ["invented"]

pytestmark = pytest.mark.xdist_group("servers")

SHARED = Path(__file__).parents[3] / "shared"
REAL = [SHARED / "corpus", SHARED / "data" / "iso-open-data" / "iso_technical_committees.jsonl"]
REAL_CASES: dict[str, dict[str, str | int]] = {
    "agreements": {"organisation": "bipm"},
    "contribution": {"document": "inetqi-snapshot.txt"},
    "events": {"organisation": "bipm"},
    "evidence": {"first": "inetqi", "second": "bipm"},
    "evolution": {"of": "inetqi"},
    "focal-points": {"network": "io-partnership"},
    "founders": {"of": "jcdcmas"},
    "leadership": {"body": "inetqi"},
    "members": {"network": "inetqi", "on": "2019"},
    "no-agreement": {"network": "inetqi"},
    "observers": {"body": "body/iso-tc-69"},
    "predecessors": {"of": "inetqi"},
    "shared-bodies": {"first": "oiml", "second": "ilac"},
    "signers": {"organisation": "bipm"},
    "single-source": {"about": "inetqi"},
    "sole-links": {"through": "bipm"},
    "unaddressed-goals": {"network": "inetqi"},
}
"""Parameters of those questions that need any."""
_Ask = Callable[[str, dict[str, str | int]], Rows]
_Put = Callable[..., dict[str, _Ask]]


def rows(answer: Rows) -> list[str]:
    return sorted(json.dumps(row) for row in answer.rows)


@pytest.fixture(scope="module")
def on_servers(neo4j_url: str, fuseki: SparqlServer, oxigraph: SparqlServer) -> Iterator[_Put]:
    """Puts facts on all three servers, and asks each of them."""

    def put(facts, entities, *servers: SparqlServer) -> dict[str, _Ask]:
        with neo4j_server.connect(neo4j_url) as driver:
            _empty(driver)
            neo4j_push.push(driver, facts, entities)
        asks: dict[str, _Ask] = {"neo4j": lambda name, params: _cypher(neo4j_url, name, params)}
        for server in servers or (fuseki, oxigraph):
            server.clear()
            with http.connect(server.store) as store:
                graph_store.push(store, facts, entities)
            asks[server.name] = lambda name, params, url=server.query: _sparql(url, name, params)
        return asks

    yield put


def _empty(driver: neo4j.Driver) -> None:
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def _cypher(url: str, name: str, params: dict[str, str | int]) -> Rows:
    asked = question(name)
    with neo4j_server.connect(url) as driver:
        return neo4j_server.query(
            driver, query_text(asked, "cypher"), read_values(asked, params, "cypher"), 120
        )


def _sparql(url: str, name: str, params: dict[str, str | int]) -> Rows:
    asked = question(name)
    with http.connect(url) as server:
        return endpoint.query(server, query_text(asked, "sparql"), read_values(asked, params, "sparql"), 120)


@pytest.fixture(scope="module")
def asks(on_servers: _Put) -> dict[str, _Ask]:
    return on_servers(FACTS, {})


@pytest.mark.parametrize(("name", "params"), CASES)
def test_the_servers_give_the_rows_of_the_embedded_engine(
    asks: dict[str, _Ask], invented: Path, name: str, params: dict[str, str | int]
) -> None:
    from qigraph.questions import ask

    here = ask(invented, name, "sparql", params)
    for server, there in asks.items():
        answer = there(name, params)
        assert answer.columns == here.columns, server
        assert rows(answer) == rows(here), server


@pytest.mark.corpus
@pytest.mark.skipif(
    not all(path.exists() for path in REAL), reason="the real documents are not beside this checkout"
)
def test_so_they_do_on_the_real_documents_and_all_committees_of_iso(
    on_servers: _Put, fuseki: SparqlServer, tmp_path: Path
) -> None:
    qigraph.build(REAL, tmp_path / "real.qi")
    graph = qigraph.open(tmp_path / "real.qi")
    asks = on_servers(graph.facts(), graph.entities, fuseki)
    differ = []
    for name in [q.name for q in questions()]:
        params = REAL_CASES.get(name, {})
        here = rows(graph.ask(name, "sparql", params))
        answers = {"cypher": graph.ask(name, "cypher", params)}
        answers |= {server: there(name, params) for server, there in asks.items()}
        differ += [(name, engine) for engine, answer in answers.items() if rows(answer) != here]
    assert differ == []
