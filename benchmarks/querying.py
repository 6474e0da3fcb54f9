"""How long queries take, beside rdflib on the same quads in the same run."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import rdflib

import qigraph
from qigraph.stores.terms import PREFIXES

ROUNDS = 10
SPARQL = {
    "members of a network": "SELECT DISTINCT ?x { ?x qi:memberOf id:inetqi }",
    "facts with their sentences": """SELECT DISTINCT ?who ?relation ?quote {
        ?s rdf:subject/skos:prefLabel ?who ; rdf:predicate ?relation ; qi:evidence/oa:exact ?quote }""",
    "pairs that share a network": """SELECT DISTINCT ?a ?b {
        ?a qi:memberOf ?n . ?b qi:memberOf ?n FILTER(STR(?a) < STR(?b)) }""",
}


def median(call: Callable[[], object]) -> float:
    """Median seconds of a call, the first one not counted."""
    call()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def run(path: Path) -> None:
    """Measure, and hold that both give the same number of rows."""
    graph = qigraph.open(path)
    peer = rdflib.Dataset(default_union=True)
    peer.parse(graph.generation / "graph.nq", format="nquads")
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    for name, query in SPARQL.items():
        rows, theirs = graph.sparql(query).rows, list(peer.query(declared + query))
        assert len(rows) == len(theirs), name
        ours = median(lambda query=query: graph.sparql(query))
        rival = median(lambda query=query: list(peer.query(declared + query)))
        print(
            f"{name}, {len(rows)} rows: {ours * 1000:.1f} ms in the confined process, {ours / rival:.2f} of rdflib"
        )
