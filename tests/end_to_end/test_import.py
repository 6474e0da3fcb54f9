"""RDF by the real command line: what was exported comes back, and one organisation of five kinds of source is one."""

import json
from pathlib import Path

import pytest

import qigraph
from tests.end_to_end.conftest import run_qigraph
from tests.end_to_end.test_tables import LIAISONS, ORGANISATIONS, STATES

ROR = [
    {
        "id": "https://ror.org/055vkyj43",
        "names": [
            {"value": "Bureau International des Poids et Mesures", "types": ["ror_display"], "lang": "fr"}
        ],
        "locations": [{"geonames_id": 2974389, "geonames_details": {"name": "Sèvres"}}],
        "established": 1875,
        "external_ids": [],
        "relationships": [],
        "status": "active",
    }
]
WIKIDATA = {
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q229478"},
                "itemLabel": {"type": "literal", "value": "Weights Bureau"},
                "inception": {"type": "literal", "value": "1875-05-20T00:00:00Z"},
            }
        ]
    }
}
MINE = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> . @prefix : <https://lakes.example/> .
:lab a org:Organization ; schema:name "Lakes Institute" ; org:linkedTo :weights ; schema:telephone "1" .
:weights schema:name "The Bureau" ; schema:sameAs <https://isni.org/isni/0000000121916593> .
"""


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("five") / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(
        "The BIPM and ILAC signed a Memorandum of Understanding on 3 May 2012.\n"
    )
    (folder / "committees.jsonl").write_text(LIAISONS)
    (folder / "states.csv").write_text(STATES)
    (folder / "organisations.csv").write_text(ORGANISATIONS)
    (folder / "ror.json").write_text(json.dumps(ROR))
    (folder / "wikidata.json").write_text(json.dumps(WIKIDATA))
    (folder / "mine.ttl").write_text(MINE)
    told = run_qigraph("build", folder, "-o", folder.parent / "my.qi").stdout
    assert "no mapping for schema:telephone 1" in told
    return folder.parent / "my.qi"


def test_a_page_two_tables_a_record_a_query_result_and_rdf_speak_of_one_bipm(five: Path) -> None:
    graph = qigraph.open(five)
    about = graph.facts(about="BIPM")
    assert {document for fact in about for document in fact.documents} == {
        "note.txt",
        "committees.jsonl",
        "states.csv",
        "organisations.csv",
        "ror.json",
        "wikidata.json",
        "mine.ttl",
    }
    assert {"bipm"} == {e.id for e in graph.entities.values() if "BIPM" in (e.label, *e.aliases)}
    for fact in graph.facts():
        for evidence in fact.evidence:
            assert graph.text(evidence.document)[evidence.start : evidence.stop] == evidence.quote


def test_explain_says_why_they_are_one(five: Path) -> None:
    printed = run_qigraph("explain", "BIPM", "--names", "-g", five, "--format", "json").stdout
    assert {row["document"]: row["why"] for row in json.loads(printed)} == {
        "note.txt": "the registry has its name",
        "committees.jsonl": "the registry has its code isoOpenData 8816",
        "states.csv": "the registry has its code cow 2470",
        "organisations.csv": "the registry has its code cow 2470",
        "ror.json": "the registry has its code ror 055vkyj43",
        "wikidata.json": "the registry has its code wikidata Q229478",
        "mine.ttl": "the registry has its code isni 0000000121916593",
    }


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "jsonld"])
def test_what_was_exported_comes_back_as_it_was(suffix: str, five: Path, tmp_path: Path) -> None:
    run_qigraph("export", "-g", five, "-o", tmp_path / f"all.{suffix}")
    told = run_qigraph("import", tmp_path / f"all.{suffix}", "-o", tmp_path / "copy.qi").stdout
    assert "dropped    0" in told
    one, two = qigraph.open(five), qigraph.open(tmp_path / "copy.qi")
    for name in ("entities.jsonl", "facts.jsonl", "graph.nq"):
        assert (one.generation / name).read_bytes() == (two.generation / name).read_bytes()
    assert [document.name for document in two.documents] == [f"all.{suffix}"]


def test_an_imported_graph_and_its_own_documents_are_one_and_part_again(five: Path, tmp_path: Path) -> None:
    run_qigraph("export", "-g", five, "-o", tmp_path / "all.trig")
    run_qigraph("build", five.parent / "in", tmp_path / "all.trig", "-o", tmp_path / "both.qi")
    one, both = qigraph.open(five), qigraph.open(tmp_path / "both.qi")
    assert both.facts() == one.facts()
    why = {row["document"]: row["why"] for row in both.known_as("BIPM").records()}
    assert why["note.txt"] == "the registry has its name"
    run_qigraph("remove", "all.trig", "-g", tmp_path / "both.qi")
    assert qigraph.open(tmp_path / "both.qi").facts() == one.facts()


def test_documents_of_an_imported_graph_are_explained_too(five: Path, tmp_path: Path) -> None:
    run_qigraph("export", "-g", five, "-o", tmp_path / "all.nq")
    run_qigraph("import", tmp_path / "all.nq", "-o", tmp_path / "copy.qi")
    names = {row["document"] for row in qigraph.open(tmp_path / "copy.qi").known_as("BIPM").records()}
    assert {"note.txt", "ror.json"} <= names


def test_rdf_that_was_read_stays_when_other_documents_come(five: Path, tmp_path: Path) -> None:
    run_qigraph("import", five.parent / "in" / "mine.ttl", "-o", tmp_path / "my.qi")
    (tmp_path / "more.txt").write_text("ILAC chairs INetQI.\n")
    assert "1 unchanged" in run_qigraph("build", tmp_path / "more.txt", "-o", tmp_path / "my.qi").stdout
    assert {"chairs", "cooperatesWith"} == {
        fact.relation for fact in qigraph.open(tmp_path / "my.qi").facts()
    }


def test_import_takes_rdf_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("ILAC chairs INetQI.\n")
    refused = run_qigraph("import", tmp_path / "note.txt", "-o", tmp_path / "my.qi", code=1).stderr
    assert "is not RDF (.ttl" in refused
    assert len(refused.splitlines()) == 1
    assert not (tmp_path / "my.qi").exists()


def test_a_mapping_of_ones_own_by_the_command_line(five: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("triples: {org:linkedTo: partOf}\n")
    words = (
        "import",
        five.parent / "in" / "mine.ttl",
        "--recipe",
        tmp_path / "ours.yaml",
        "-o",
        tmp_path / "my.qi",
    )
    run_qigraph(*words)
    assert [fact.relation for fact in qigraph.open(tmp_path / "my.qi").facts()] == ["partOf"]
    (tmp_path / "ours.yaml").write_text("triples: {org:linkedTo: joined}\n")
    refused = run_qigraph(*words, code=1).stderr
    assert "ours.yaml: there is no relation 'joined'" in refused


def test_explain_tells_the_identifiers_that_sources_give(five: Path) -> None:
    head, *_ = run_qigraph(
        "explain", "BIPM", "-g", five, "--format", "table", COLUMNS="400"
    ).stdout.splitlines()
    assert "ror 055vkyj43" in head and "wikidata Q229478" in head and "isoOpenData 8816" in head
