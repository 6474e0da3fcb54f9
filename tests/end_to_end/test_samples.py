"""From the sample documents to answers: what one room writes, the next one reads."""

import json
import shutil
from pathlib import Path

import pytest

import qigraph
from qigraph.schema import RELATIONS
from qigraph.stores.property_rows import relationship_type
from tests.end_to_end.conftest import run_qigraph


def test_every_fact_has_a_quote_that_stands_in_its_document(built: Path) -> None:
    graph = qigraph.open(built)
    assert len(graph.facts()) > 20
    for fact in graph.facts():
        for evidence in fact.evidence:
            assert graph.text(evidence.document)[evidence.start : evidence.stop] == evidence.quote != ""


def test_extract_prints_the_facts_that_the_graph_is_made_of(built: Path, samples: Path) -> None:
    lines = run_qigraph("extract", samples, "--format", "jsonl").stdout.splitlines()
    extracted = {(r["document"], r["start"], r["stop"], r["relation"]) for r in map(json.loads, lines)}
    held = {
        (e.document, e.start, e.stop, fact.relation)
        for fact in qigraph.open(built).facts()
        if not fact.derived
        for e in fact.evidence
    }
    assert held <= extracted


def test_both_stores_hold_every_stated_pair_of_every_relation(built: Path) -> None:
    graph = qigraph.open(built)
    for relation in sorted({fact.relation for fact in graph.facts()}):
        pairs = {(fact.subject.id, fact.object_id) for fact in graph.facts(relation=relation)}
        sparql = graph.sparql(
            f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?o {{ ?s qi:{relation} ?o }} }}"
        )
        kind = relationship_type(relation)
        cypher = graph.cypher(f"MATCH (s)-[:{kind}]->(o) RETURN count(DISTINCT [s.id, o.id]) AS n")
        assert sparql.rows == [[len(pairs)]], relation
        if not RELATIONS[relation].literal:
            assert cypher.rows == [[len(pairs)]], relation


def test_the_same_documents_give_the_same_bytes(built: Path, samples: Path, tmp_path: Path) -> None:
    documents = sorted(samples.iterdir(), reverse=True)
    run_qigraph("build", *documents, "-o", tmp_path / "again.qi", PYTHONHASHSEED="77")
    one, two = qigraph.open(built), qigraph.open(tmp_path / "again.qi")
    assert (one.path / "manifest.json").read_bytes() == (two.path / "manifest.json").read_bytes()
    for name in ("entities.jsonl", "facts.jsonl", "graph.nq"):
        assert (one.generation / name).read_bytes() == (two.generation / name).read_bytes()


def test_adding_one_by_one_gives_the_same_graph_as_all_at_once(
    built: Path, samples: Path, tmp_path: Path
) -> None:
    for document in sorted(samples.iterdir(), reverse=True):
        run_qigraph("build", document, "-o", tmp_path / "grown.qi")
    assert (tmp_path / "grown.qi" / "manifest.json").read_bytes() == (built / "manifest.json").read_bytes()


def test_a_second_build_of_the_same_documents_changes_nothing(built: Path, samples: Path) -> None:
    before = (built / "manifest.json").stat().st_mtime_ns
    assert ": up to date in " in run_qigraph("build", samples, "-o", built).stdout
    assert (built / "manifest.json").stat().st_mtime_ns == before


def test_a_removed_document_leaves_no_trace_in_either_store(
    built: Path, samples: Path, tmp_path: Path
) -> None:
    graph = tmp_path / "less.qi"
    shutil.copytree(built, graph)
    gone = min(path.name for path in samples.iterdir())
    run_qigraph("remove", gone, "-g", graph)
    less = qigraph.open(graph)
    assert gone not in {evidence.document for fact in less.facts() for evidence in fact.evidence}
    assert gone.encode() not in (less.generation / "graph.nq").read_bytes()
    assert less.cypher(
        "MATCH ()-[r]->() WHERE r.document = $name RETURN count(r) AS n", {"name": gone}
    ).rows == [[0]]


@pytest.mark.parametrize(
    "words",
    [["info"], ["facts"], ["conflicts"], ["sparql", "SELECT ?s { ?s a qi:Organisation } LIMIT 3"]],
)
def test_json_on_standard_output_is_a_list_of_objects(built: Path, words: list[str]) -> None:
    done = run_qigraph(*words, "--format", "json", QIGRAPH=str(built))
    assert all(isinstance(row, dict) for row in json.loads(done.stdout))
    assert done.stderr == ""
