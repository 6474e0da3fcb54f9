"""A small graph in both stores, built once."""

from pathlib import Path

import pytest

from qigraph.facts import Entity, Evidence, Fact, Interval
from qigraph.stores import property_graph, sparql_store
from qigraph.stores.rdf import to_nquads

ALPHA = Entity("alpha", "Alpha Institute", "Organisation", ("AI", 'the "A"'))
NET = Entity("net", "Measurement Network", "Network", ("MN",))
MEMBER = Fact(
    ALPHA,
    "memberOf",
    NET,
    Interval("2018-11", "2020"),
    (
        Evidence("a b.txt", 3, 8, 'joined "MN"\n', "verb"),
        Evidence("a b.txt", 20, 25, "again", "table"),
        Evidence("c.pdf", 0, 6, "member", "list", 7, (72.0, 100.5, 300.0, 24.0)),
    ),
    role="executive",
)
FACTS = [
    MEMBER,
    Fact(NET, "established", "2018", evidence=(Evidence("c.pdf", 9, 13, "2018"),)),
    Fact(ALPHA, "cooperatesWith", NET, evidence=(Evidence("c.pdf", 9, 13, "both"),), derived=True),
]


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folder of the store by language."""
    folder = tmp_path_factory.mktemp("stores")
    nquads = folder / "graph.nq"
    nquads.write_bytes(to_nquads(FACTS, {}))
    sparql_store.build(nquads, folder / "sparql")
    property_graph.build(FACTS, {}, folder / "cypher")
    return {"sparql": folder / "sparql", "cypher": folder / "cypher"}
