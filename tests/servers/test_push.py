"""A graph is pushed to real servers and pulled back without loss; a second push changes nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings

from qigraph.errors import InputError, QigraphError
from qigraph.facts import Entity, Evidence, Fact
from qigraph.servers import graph_store, http, neo4j_push, neo4j_server
from qigraph.servers.pushed import Pushed
from tests.servers.conftest import SparqlServer
from tests.stores.conftest import ALPHA, FACTS, NET
from tests.stores.strategies import graphs

pytestmark = pytest.mark.xdist_group("servers")

ENTITIES = {entity.id: entity for entity in (ALPHA, NET)}
LATER = Fact(NET, "established", "2019", evidence=(Evidence("d.txt", 0, 4, "2019"),))


@dataclass(frozen=True)
class Target:
    """A server to push to, of whichever kind."""

    connect: Callable[[], AbstractContextManager[Any]]
    module: Any

    def push(self, facts: list[Fact], entities: dict[str, Entity], *, prune: bool = False) -> Pushed:
        with self.connect() as connection:
            pushed: Pushed = self.module.push(connection, facts, entities, prune=prune)
            return pushed

    def pull(self) -> tuple[list[Fact], dict[str, Entity]]:
        with self.connect() as connection:
            pulled: tuple[list[Fact], dict[str, Entity]] = self.module.pull(connection)
            return pulled


@pytest.fixture(params=["neo4j", "fuseki", "oxigraph"])
def target(request: pytest.FixtureRequest) -> Target:
    """Each server, empty."""
    if request.param == "neo4j":
        url = request.getfixturevalue("neo4j_url")
        request.getfixturevalue("driver")
        return Target(lambda: neo4j_server.connect(url), neo4j_push)
    server: SparqlServer = request.getfixturevalue(request.param)
    server.clear()
    return Target(lambda: http.connect(server.store), graph_store)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graph=graphs())
def test_what_is_pushed_comes_back_as_it_was(
    target: Target, graph: tuple[list[Fact], dict[str, Entity]]
) -> None:
    facts, entities = graph
    target.push(facts, entities, prune=True)
    if facts:
        read, described = target.pull()
        assert [fact.to_json() for fact in read] == [fact.to_json() for fact in facts]
        assert described == entities


def test_a_second_push_changes_nothing(target: Target) -> None:
    assert target.push(FACTS, ENTITIES) == Pushed(2, 0, 0)
    before = target.pull()
    assert target.push(FACTS, ENTITIES) == Pushed(0, 2, 0)
    assert target.pull() == before


def test_a_second_push_sends_a_sparql_server_nothing(
    sparql_server: SparqlServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with http.connect(sparql_server.store) as server:
        graph_store.push(server, FACTS, ENTITIES)
        sent: list[str] = []
        monkeypatch.setattr(graph_store, "_put", lambda _, graph, __: sent.append(graph))
        graph_store.push(server, FACTS, ENTITIES)
        assert sent == []
        graph_store.push(server, [*FACTS, LATER], ENTITIES)
        assert len(sent) == 3


def test_a_changed_document_replaces_its_facts(target: Target) -> None:
    target.push(FACTS, ENTITIES)
    renamed = replace(ALPHA, label="Alpha Bureau", type="Body")
    changed = [replace(FACTS[0], subject=renamed, role=None), *FACTS[1:2]]
    target.push(changed, {"alpha": renamed, "net": NET})
    facts, entities = target.pull()
    assert [fact.to_json() for fact in facts] == [
        fact.to_json() for fact in sorted(changed, key=lambda f: f.key[:3])
    ]
    assert entities["alpha"] == renamed


def test_what_the_server_holds_of_other_documents_stays_unless_it_is_pruned(target: Target) -> None:
    target.push([LATER], {"net": NET})
    assert target.push(FACTS, ENTITIES) == Pushed(2, 0, 0, ("d.txt",))
    assert LATER in target.pull()[0]
    assert target.push(FACTS, ENTITIES, prune=True) == Pushed(0, 2, 1)
    assert target.pull() == (sorted(FACTS, key=lambda fact: fact.key[:3]), ENTITIES)


def test_an_interrupted_push_is_completed_by_the_next(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.push([LATER], {"net": NET})
    name = "_fill" if target.module is neo4j_push else "_put"
    once = getattr(target.module, name)
    calls: Iterator[int] = iter(range(100))

    def fail_later(*arguments: Any) -> None:
        if next(calls) == (1 if target.module is neo4j_push else 2):
            raise KeyboardInterrupt
        once(*arguments)

    monkeypatch.setattr(target.module, name, fail_later)
    with pytest.raises(KeyboardInterrupt):
        target.push(FACTS, ENTITIES)
    monkeypatch.undo()
    if target.module is graph_store:
        with pytest.raises(InputError, match="the last push was interrupted"):
            target.pull()
    pushed = target.push(FACTS, ENTITIES)
    assert pushed.written >= 1
    assert sorted(target.pull()[0], key=lambda f: f.key[:3]) == sorted(
        [*FACTS, LATER], key=lambda f: f.key[:3]
    )


def test_a_database_of_somebody_elses_is_left_alone(driver: neo4j.Driver) -> None:
    driver.execute_query("CREATE (:Entity {id: 'theirs'})")
    with pytest.raises(InputError, match="not qigraph's"):
        neo4j_push.push(driver, FACTS, ENTITIES)
    assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 1


def test_a_server_without_a_pushed_graph_says_so(sparql_server: SparqlServer) -> None:
    with (
        http.connect(sparql_server.store) as server,
        pytest.raises(InputError, match="no graph that qigraph pushed"),
    ):
        graph_store.pull(server)


def test_what_is_no_graph_store_is_told_in_one_line(sparql_server: SparqlServer) -> None:
    with http.connect(sparql_server.query) as server, pytest.raises(QigraphError) as caught:
        graph_store.push(server, FACTS, ENTITIES)
    assert "\n" not in str(caught.value)
