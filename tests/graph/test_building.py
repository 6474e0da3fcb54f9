"""A build makes the graph of the documents given, keeps what it can, and changes nothing when it fails."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import qigraph
from qigraph.errors import InputError, NotFoundError
from qigraph.graph import BuildReport, Graph

Write = Callable[[str, str], Path]
Contents = dict[str, bytes]


def contents(graph: Path) -> Contents:
    """Every file of a graph folder, as a backup would find it."""
    return {p.relative_to(graph).as_posix(): p.read_bytes() for p in sorted(graph.rglob("*")) if p.is_file()}


def statements(graph: Graph) -> set[tuple[str, str, str]]:
    return {(fact.subject.label, fact.relation, fact.object_label) for fact in graph.facts()}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tmp_path / "my.qi"


@pytest.fixture
def built(world: ModuleType, write: Write, graph: Path) -> BuildReport:
    write(
        "a.txt", "BIPM is a member of INetQI since 2018. Perhaps ISO joins. INetQI was established in 2018."
    )
    write("b.txt", "ILAC is a member of INetQI. INetQI was established in 2017.")
    return qigraph.build([graph.parent / "documents"], graph)


def test_a_build_says_what_it_found(built: BuildReport) -> None:
    assert (built.changed, built.read, built.unchanged) == (True, ("a.txt", "b.txt"), ())
    assert (built.entities, built.facts, built.conflicts) == (3, 4, 1)
    assert built.relations == {"memberOf": 2, "established": 2}
    assert built.dropped == {"not asserted": 1}


def test_the_facts_can_be_read_and_their_quotes_are_slices_of_the_text(
    built: BuildReport, graph: Path
) -> None:
    opened = qigraph.open(graph)
    assert ("BIPM", "memberOf", "INetQI") in statements(opened)
    for fact in opened.facts():
        for evidence in fact.evidence:
            assert opened.text(evidence.document)[evidence.start : evidence.stop] == evidence.quote


def test_the_same_documents_are_not_extracted_again(
    built: BuildReport, graph: Path, world: ModuleType
) -> None:
    before = contents(graph)
    world.extracted.clear()
    again = qigraph.build([graph.parent / "documents"], graph)
    assert (again.changed, again.read, again.unchanged) == (False, (), ("a.txt", "b.txt"))
    assert (again.facts, again.dropped, again.conflicts) == (built.facts, built.dropped, built.conflicts)
    assert world.extracted == []
    assert contents(graph) == before


def test_a_new_document_joins_those_that_are_there(
    built: BuildReport, graph: Path, world: ModuleType, write: Write
) -> None:
    world.extracted.clear()
    report = qigraph.build([write("c.txt", "IAF is a member of INetQI.")], graph)
    assert (report.read, report.unchanged) == (("c.txt",), ("a.txt", "b.txt"))
    assert world.extracted == ["c.txt"]
    assert {("IAF", "memberOf", "INetQI"), ("BIPM", "memberOf", "INetQI")} <= statements(qigraph.open(graph))


def test_a_changed_document_replaces_the_former_one(built: BuildReport, graph: Path, write: Write) -> None:
    report = qigraph.build([write("b.txt", "IAF is a member of INetQI.")], graph)
    found = statements(qigraph.open(graph))
    assert report.read == ("b.txt",)
    assert ("ILAC", "memberOf", "INetQI") not in found
    assert ("IAF", "memberOf", "INetQI") in found
    assert len(list(qigraph.open(graph).generation.glob("documents/*.txt"))) == 2


def test_removing_a_document_retracts_what_only_it_states(built: BuildReport, graph: Path) -> None:
    report = qigraph.remove(["a.txt"], graph)
    assert (report.removed, report.unchanged) == (("a.txt",), ("b.txt",))
    assert statements(qigraph.open(graph)) == {
        ("ILAC", "memberOf", "INetQI"),
        ("INetQI", "established", "2017"),
    }


def test_removing_and_adding_again_gives_the_same_graph(built: BuildReport, graph: Path) -> None:
    before = contents(graph)
    qigraph.remove(["a.txt"], graph)
    qigraph.build([graph.parent / "documents"], graph)
    kept = {name: data for name, data in contents(graph).items() if name in before}
    assert kept == before


def test_removing_all_documents_leaves_an_empty_graph(built: BuildReport, graph: Path) -> None:
    report = qigraph.remove(["a.txt", "b.txt"], graph)
    assert (report.facts, report.entities) == (0, 0)
    assert qigraph.open(graph).facts() == []


def test_a_document_that_is_not_there_cannot_be_removed(built: BuildReport, graph: Path) -> None:
    before = contents(graph)
    with pytest.raises(NotFoundError, match=r"no document 'z\.txt' in .*: see qigraph info"):
        qigraph.remove(["a.txt", "z.txt"], graph)
    assert contents(graph) == before


def test_a_fresh_build_forgets_what_is_not_given(built: BuildReport, graph: Path, write: Write) -> None:
    report = qigraph.build([write("c.txt", "IAF is a member of INetQI.")], graph, fresh=True)
    assert (report.read, report.unchanged) == (("c.txt",), ())
    assert statements(qigraph.open(graph)) == {("IAF", "memberOf", "INetQI")}


def test_a_fresh_build_mends_a_damaged_store(built: BuildReport, graph: Path) -> None:
    store = qigraph.open(graph).generation / "sparql" / "store"
    whole = store.read_bytes()
    store.write_bytes(b"damaged")
    qigraph.build([graph.parent / "documents"], graph, fresh=True)
    assert (qigraph.open(graph).generation / "sparql" / "store").read_bytes() == whole


def test_under_other_rules_all_documents_are_extracted_again(
    built: BuildReport, graph: Path, world: ModuleType, write: Write
) -> None:
    world.extracted.clear()
    world.rules = "rules 2"
    qigraph.build([write("c.txt", "IAF is a member of INetQI.")], graph)
    assert world.extracted == ["a.txt", "b.txt", "c.txt"]


def test_another_version_builds_the_stores_anew_but_extracts_nothing(
    built: BuildReport, graph: Path, world: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.extracted.clear()
    monkeypatch.setattr(qigraph, "__version__", "99.0", raising=False)
    report = qigraph.build([graph.parent / "documents"], graph)
    assert (report.changed, world.extracted) == (True, [])
    assert qigraph.open(graph).manifest.qigraph == "99.0"


def test_two_documents_of_one_text_and_of_one_name_stand_side_by_side(
    world: ModuleType, write: Write, graph: Path
) -> None:
    for name in ("2018/a.txt", "2019/a.txt"):
        write(name, "BIPM is a member of INetQI.")
    qigraph.build([graph.parent / "documents"], graph)
    (fact,) = qigraph.open(graph).facts()
    assert fact.documents == ("2018/a.txt", "2019/a.txt")


def test_the_bytes_depend_neither_on_hash_seed_nor_on_order(write: Write, tmp_path: Path) -> None:
    paths = [
        write("a.txt", "BIPM is a member of INetQI since 2018. IAF is a member of INetQI."),
        write("b.txt", "ILAC is a member of INetQI. INetQI was established in 2017."),
        write("c.md", "ISO is a member of DCMAS. IEC is a member of DCMAS."),
    ]
    graphs = []
    for seed, order in (("1", paths), ("2", paths[::-1]), ("3", [tmp_path / "documents"])):
        graph = tmp_path / f"{seed}.qi"
        command = [
            sys.executable,
            "-m",
            "tests.graph.small_world",
            "build",
            *map(str, order),
            "-o",
            str(graph),
        ]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        graphs.append(contents(graph))
    assert graphs[0] == graphs[1] == graphs[2]
    names = {name.rsplit("/", 1)[-1] for name in graphs[0]}
    assert {"manifest.json", "entities.jsonl", "facts.jsonl", "graph.nq"} <= names


@pytest.mark.parametrize(
    ("bad", "content", "message"),
    [
        ("d.txt", b"\xff\xfe\x00", "d.txt: not utf-16-le"),
        ("d.txt", b"", "empty"),
        ("d.pdf", b"%PDF", "d.pdf"),
    ],
)
def test_a_bad_document_among_good_ones_changes_nothing(
    built: BuildReport, graph: Path, write: Write, bad: str, content: bytes, message: str
) -> None:
    before = contents(graph)
    good, path = write("c.txt", "IAF is a member of INetQI."), graph.parent / "documents" / bad
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        qigraph.build([good, path], graph)
    assert contents(graph) == before


def test_a_bad_document_leaves_no_new_folder(world: ModuleType, write: Write, graph: Path) -> None:
    with pytest.raises(InputError, match="the document is empty"):
        qigraph.build([write("a.txt", " ")], graph)
    assert not graph.exists()


def test_a_failure_in_the_middle_leaves_the_former_graph(
    built: BuildReport, graph: Path, world: ModuleType, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(graph)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qigraph.stores.property_graph.build", fail)
    with pytest.raises(OSError, match="No space left"):
        qigraph.build([write("c.txt", "IAF is a member of INetQI.")], graph)
    assert contents(graph) == before


def test_a_reader_is_not_disturbed_by_a_build(built: BuildReport, graph: Path, write: Write) -> None:
    reader = qigraph.open(graph)
    qigraph.build([write("b.txt", "IAF is a member of INetQI.")], graph)
    assert ("ILAC", "memberOf", "INetQI") in statements(reader)
    assert ("IAF", "memberOf", "INetQI") in statements(qigraph.open(graph))


def test_a_reader_from_before_the_last_but_one_build_is_told_so(
    built: BuildReport, graph: Path, write: Write
) -> None:
    reader = qigraph.open(graph)
    for member in ("IAF", "ISO"):
        qigraph.build([write("b.txt", f"{member} is a member of INetQI.")], graph)
    with pytest.raises(InputError, match="the graph was built again meanwhile, open it again"):
        reader.facts()


def test_only_the_current_and_the_former_generation_are_kept(
    built: BuildReport, graph: Path, write: Write
) -> None:
    for member in ("IAF", "ISO", "IEC"):
        qigraph.build([write("b.txt", f"{member} is a member of INetQI.")], graph)
    folders = [path for path in graph.iterdir() if path.is_dir()]
    assert len(folders) == 2
    assert qigraph.open(graph).generation in folders


def test_a_folder_with_other_things_in_it_is_refused(world: ModuleType, write: Write, tmp_path: Path) -> None:
    document = write("a.txt", "BIPM is a member of INetQI.")
    with pytest.raises(InputError, match=r"documents holds other things \(a\.txt, …\) and is no graph"):
        qigraph.build([document], document.parent)
    with pytest.raises(InputError, match=r"a\.txt is a file: name a folder"):
        qigraph.build([document], document)
    assert [path.name for path in document.parent.iterdir()] == ["a.txt"]


def test_a_graph_of_another_format_is_built_again_only_when_asked(
    built: BuildReport, graph: Path, write: Write
) -> None:
    manifest = json.loads((graph / "manifest.json").read_text())
    (graph / "manifest.json").write_text(json.dumps(manifest | {"format": 7}))
    before, document = contents(graph), write("c.txt", "IAF is a member of INetQI.")
    with pytest.raises(
        InputError, match="made by qigraph format 7, this version reads format 2: build it again"
    ):
        qigraph.build([document], graph)
    assert contents(graph) == before
    qigraph.build([document], graph, fresh=True)
    assert statements(qigraph.open(graph)) == {("IAF", "memberOf", "INetQI")}


def test_progress_is_reported_by_stage(world: ModuleType, write: Write, graph: Path) -> None:
    write("a.txt", "BIPM is a member of INetQI.")
    seen: list[tuple[str, int, int]] = []
    qigraph.build([graph.parent / "documents"], graph, progress=lambda *step: seen.append(step))
    assert seen == [
        ("reading", 0, 1),
        ("extracting", 0, 1),
        ("joining", 0, 1),
        ("storing", 0, 2),
        ("storing", 1, 2),
    ]


def test_a_document_is_read_once(
    world: ModuleType, write: Write, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qigraph.reading import Text, read

    opened = []

    def count(path: Path, name: str | None = None) -> Text:
        opened.append(path.name)
        return read(path, name)

    monkeypatch.setattr("qigraph.loading.inputs.read", count)
    write("a.txt", "BIPM is a member of INetQI.")
    write("b.txt", "ILAC is a member of INetQI.")
    qigraph.build([graph.parent / "documents"], graph)
    assert opened == ["a.txt", "b.txt"]


def test_a_fault_of_extraction_names_the_document(
    world: ModuleType, write: Write, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise IndexError("string index out of range")

    monkeypatch.setattr(sys.modules["qigraph.extraction"], "extract", fail)
    with pytest.raises(IndexError) as fault:
        qigraph.build([write("a.txt", "BIPM is a member of INetQI.")], graph)
    assert fault.value.__notes__ == ["while extracting a.txt"]
