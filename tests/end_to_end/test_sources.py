"""What rests on one source, and why the names of several documents are one thing."""

import json
from pathlib import Path

import pytest

import qigraph
from tests.end_to_end.conftest import run_qigraph

DOCUMENTS = {
    "a.txt": "The BIPM and ILAC signed a Memorandum of Understanding on 3 May 2012. "
    "The Lakes Standards Office (LSO) is a member of INetQI.\n",
    "b.txt": "The International Bureau of Weights and Measures and ILAC signed a Memorandum of Understanding.\n"
    "Lakes Standards Office is a member of INetQI since 2015.\n",
    "c.txt": "OIML is a member of INetQI. LSO is a member of the IO Partnership.\n",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text)
    run_qigraph("build", *sorted(folder.glob("*.txt")), "-o", folder / "my.qi")
    return folder / "my.qi"


def test_what_two_documents_state_rests_on_no_single_one_though_only_one_dates_it(graph: Path) -> None:
    alone = {
        (fact.subject.label, fact.object_label)
        for fact in qigraph.open(graph).single_source(relation="memberOf")
    }
    network = "International Network on Quality Infrastructure"
    assert ("International Organization of Legal Metrology", network) in alone
    assert ("Lakes Standards Office", network) not in alone


def test_the_command_lists_it_with_its_sentence(graph: Path) -> None:
    printed = run_qigraph("single-source", "--relation", "memberOf", "-g", graph, "--format", "json").stdout
    rows = {row["subject"]: row for row in json.loads(printed)}
    assert rows["International Organization of Legal Metrology"]["document"] == "c.txt"


def test_each_document_is_listed_with_the_names_it_uses_and_why_they_are_one(graph: Path) -> None:
    rows = qigraph.open(graph).known_as("BIPM").records()
    assert [(row["document"], row["names"], row["why"]) for row in rows] == [
        ("a.txt", "BIPM", "the registry has its name"),
        ("b.txt", "International Bureau of Weights and Measures", "the registry has its name"),
    ]


def test_an_acronym_that_joins_is_told(graph: Path) -> None:
    rows = {row["document"]: row for row in qigraph.open(graph).known_as("Lakes Standards Office").records()}
    assert rows["c.txt"]["why"] == "the acronym LSO, which no other bears here"
    assert (rows["c.txt"]["names"], rows["c.txt"]["id"]) == ("LSO", "organisation/lso")
    assert rows["a.txt"]["names"] == "Lakes Standards Office, LSO"


def test_explain_prints_it(graph: Path) -> None:
    printed = run_qigraph("explain", "LSO", "--names", "-g", graph, "--format", "csv").stdout
    assert printed.splitlines()[0] == "document,names,id,why"
    refused = run_qigraph("explain", "LSO", "ILAC", "--names", "-g", graph, code=2).stderr
    assert "--names explains one entity" in refused
