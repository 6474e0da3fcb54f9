"""Real servers on loopback, empty at the start of each test.

Modules that use them are marked ``xdist_group("servers")``: they run in one process, each server is started once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import neo4j
import pytest

from qigraph.servers import neo4j_server
from tests.servers import programs
from tests.stores.conftest import stores

__all__ = ["stores"]


@dataclass(frozen=True)
class SparqlServer:
    """The addresses of one server."""

    name: str
    store: str
    query: str
    update: str

    def clear(self) -> None:
        """Take out everything."""
        httpx.post(self.update, data={"update": "DROP ALL"}, timeout=60).raise_for_status()


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a Neo4j Community server without passwords."""
    folder, port = tmp_path_factory.mktemp("neo4j"), programs.free_port()
    command = programs.neo4j_command(folder, port, "dbms.security.auth_enabled=false")
    url = f"bolt://127.0.0.1:{port}"
    with programs.running(command, folder, lambda: answers(url)):
        yield url


def answers(url: str) -> bool:
    """Whether a Neo4j server is there."""
    try:
        with neo4j.GraphDatabase.driver(url) as driver:
            driver.execute_query("RETURN 1")
    except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):
        return False
    return True


@pytest.fixture
def driver(neo4j_url: str) -> Iterator[neo4j.Driver]:
    """A driver for it; the database is empty."""
    with neo4j_server.connect(neo4j_url) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver


@pytest.fixture(scope="session")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlServer]:
    """Apache Jena Fuseki."""
    folder, port = tmp_path_factory.mktemp("fuseki"), programs.free_port()
    url = f"http://127.0.0.1:{port}/qi"
    with programs.running(programs.fuseki_command(folder, port), folder, lambda: programs.listening(port)):
        yield SparqlServer("fuseki", f"{url}/data", f"{url}/sparql", f"{url}/update")


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlServer]:
    """Oxigraph's server."""
    folder, port = tmp_path_factory.mktemp("oxigraph"), programs.free_port()
    url = f"http://127.0.0.1:{port}"
    with programs.running(programs.oxigraph_command(folder, port), folder, lambda: programs.listening(port)):
        yield SparqlServer("oxigraph", f"{url}/store", f"{url}/query", f"{url}/update")


@pytest.fixture(params=["fuseki", "oxigraph"])
def sparql_server(request: pytest.FixtureRequest) -> SparqlServer:
    """Each of the two, empty."""
    server: SparqlServer = request.getfixturevalue(request.param)
    server.clear()
    return server
