"""What other tools read is what the graph says."""

import csv
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import networkx as nx
import pyoxigraph as ox
import pytest

import qigraph
from qigraph.errors import InputError
from qigraph.graph import Graph
from qigraph.graph.exporting import SUFFIXES, export


@pytest.fixture
def graph(world: ModuleType, write: Callable[[str, str], Path], tmp_path: Path) -> Graph:
    write("a.txt", "BIPM is a member of INetQI since 2018. INetQI was established in 2018.")
    write("b.txt", "ILAC is a member of DCMAS since 2006. ILAC is a member of INetQI since 2018.")
    qigraph.build([tmp_path / "documents"], tmp_path / "my.qi")
    return qigraph.open(tmp_path / "my.qi")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_two_exports_have_the_same_bytes(graph: Graph, tmp_path: Path, suffix: str) -> None:
    for name in ("one", "two"):
        export(graph, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes() != b""
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("suffix", "format"),
    [(".ttl", ox.RdfFormat.TURTLE), (".trig", ox.RdfFormat.TRIG), (".nq", ox.RdfFormat.N_QUADS)],
)
def test_rdf_has_the_plain_triples(graph: Graph, tmp_path: Path, suffix: str, format: ox.RdfFormat) -> None:
    export(graph, tmp_path / f"out{suffix}")
    quads = list(ox.parse((tmp_path / f"out{suffix}").read_bytes(), format=format))
    member = ox.NamedNode("https://w3id.org/qigraph/ontology#memberOf")
    assert len({(q.subject, q.object) for q in quads if q.predicate == member}) == 3


def test_facts_come_back_from_json_lines(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert qigraph.facts.read_jsonl(lines) == graph.facts()


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_networks_can_be_read_back(
    graph: Graph, tmp_path: Path, suffix: str, read: Callable[[Path], "nx.MultiDiGraph[str]"]
) -> None:
    export(graph, tmp_path / f"out{suffix}")
    network = read(tmp_path / f"out{suffix}")
    assert set(network) == set(graph.entities)
    assert network.number_of_edges() == 3
    assert network.nodes["inetqi"]["established"] == "2018"


def test_networks_can_hold_what_xml_cannot(
    monkeypatch: pytest.MonkeyPatch, world: ModuleType, write: Callable[[str, str], Path], graph: Graph
) -> None:
    sentence = re.compile(r"(\w+) is\x01 a member of (\w+)()\.")
    monkeypatch.setattr(world, "_MEMBER", sentence)
    qigraph.build([write("c.txt", "ISO is\x01 a member of IEC.")], graph.path, fresh=True)
    export(qigraph.open(graph.path), graph.path.parent / "out.graphml")
    network = nx.read_graphml(graph.path.parent / "out.graphml")
    assert network["iso"]["iec"]["quotes"] == "ISO is\ufffd a member of IEC."


def test_a_folder_of_tables_joins_by_identifier(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path / "tables")
    tables = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8")))
        for path in (tmp_path / "tables").iterdir()
    }
    assert {row["id"] for row in tables["entities"]} == {"bipm", "ilac", "inetqi", "dcmas"}
    assert {row["subject_id"] for row in tables["facts"]} <= {row["id"] for row in tables["entities"]}
    assert {row["document"] for row in tables["facts"]} == {row["name"] for row in tables["documents"]}


def test_an_export_as_of_a_date_leaves_out_what_came_later(graph: Graph, tmp_path: Path) -> None:
    export(graph, tmp_path / "out.jsonl", as_of="2012")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(row["subject"]["id"], row["object"]["id"]) for row in rows] == [("ilac", "dcmas")]
    export(graph, tmp_path / "out.graphml", as_of="2012")
    assert set(nx.read_graphml(tmp_path / "out.graphml")) == {"ilac", "dcmas"}


def test_an_unknown_suffix_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot write \.docx: give one of \.ttl"):
        export(graph, tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()


def test_a_failed_export_leaves_the_former_file(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.nq").write_text("former")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="No space"):
        export(graph, tmp_path / "out.nq")
    assert (tmp_path / "out.nq").read_text() == "former"


def test_an_export_into_a_folder_that_is_missing_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no folder .*missing"):
        export(graph, tmp_path / "missing" / "out.nq")
