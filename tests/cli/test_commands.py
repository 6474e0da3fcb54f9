"""Each command does what its help says, and prints what the library returns."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result

import qigraph
from qigraph.facts import Fact

Run = Callable[..., Result]
Write = Callable[[str, str], Path]

TEXT = "BIPM is a member of INetQI since 2018. Perhaps ISO joins."


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_extract_prints_facts_of_the_fact_format_when_piped(
    run: Run, world: ModuleType, write: Write
) -> None:
    (row,) = lines(run("extract", write("a.txt", TEXT)))
    assert Fact.from_json(row).key == ("bipm", "memberOf", "inetqi", "2018", None, None)
    assert row["quote"] == TEXT[row["start"] : row["stop"]]  # type: ignore[misc]


def test_extract_explains_what_it_dropped_and_why(run: Run, world: ModuleType, write: Write) -> None:
    fact, dropped = lines(run("extract", "--explain", write("a.txt", TEXT)))
    assert fact["rule"] == "member"
    assert (dropped["dropped"], dropped["quote"]) == ("not asserted", "Perhaps ISO joins.")
    shown = run("extract", "--explain", "--format", "table", write("a.txt", TEXT)).stdout
    assert "Facts of a.txt" in shown
    assert "Dropped in a.txt" in shown
    assert "not asserted" in shown


def test_extract_prints_nothing_of_a_document_without_facts(
    run: Run, world: ModuleType, write: Write
) -> None:
    assert run("extract", write("a.txt", "Nothing.")).stdout == ""


def test_extract_refuses_before_it_prints(run: Run, world: ModuleType, write: Write) -> None:
    assert run("extract", write("a.txt", TEXT), write("b.txt", " "), code=1).stdout == ""


def test_build_reports_on_one_screen(run: Run, world: ModuleType, write: Write, tmp_path: Path) -> None:
    write("a.txt", TEXT)
    out = run("build", tmp_path / "documents", "-o", tmp_path / "new.qi").stdout
    assert out.startswith(f"{tmp_path / 'new.qi'}: built in ")
    assert "documents  1 (1 read, 0 unchanged)" in out
    assert "memberOf 1" in out
    assert "not asserted 1" in out
    assert len(out.splitlines()) <= 24
    again = run("build", tmp_path / "documents", "-o", tmp_path / "new.qi").stdout
    assert ": up to date in " in again
    assert "documents  1 (0 read, 1 unchanged)" in again


def test_build_says_which_files_it_passed_over(
    run: Run, world: ModuleType, write: Write, tmp_path: Path
) -> None:
    write("a.txt", TEXT)
    assert "not read" not in run("build", tmp_path / "documents", "-o", tmp_path / "new.qi").stdout
    write("b.xlsx", "PK")
    out = run("build", tmp_path / "documents", "-o", tmp_path / "new.qi").stdout
    assert "not read   1 of other formats (.xlsx 1)" in out


def test_build_and_remove_change_the_graph_that_the_environment_names(
    run: Run, graph: Path, write: Write
) -> None:
    run("build", write("c.txt", "IAF is a member of INetQI."))
    assert [d.name for d in qigraph.open(graph).documents] == ["a.txt", "b.txt", "c.txt"]
    assert "documents  2 (0 read, 2 unchanged, 1 removed)" in run("remove", "c.txt").stdout
    assert [d.name for d in qigraph.open(graph).documents] == ["a.txt", "b.txt"]


def test_facts_can_be_chosen(run: Run, graph: Path) -> None:
    chosen = run("facts", "--relation", "memberOf", "--about", "ilac", "--as-of", "2012", "--format", "json")
    (row,) = json.loads(chosen.stdout)
    assert (row["subject"], row["object"], row["since"]) == ("ILAC", "INetQI", "2006")
    assert json.loads(run("facts", "--about", "BIPM", "--as-of", "2012", "--format", "json").stdout) == []


def test_a_table_of_facts_leaves_out_offsets_and_shortens_quotes(run: Run, graph: Path, write: Write) -> None:
    run("build", write("c.txt", f"{'A' * 300} is a member of INetQI."))
    shown = run("facts", "--format", "table").stdout
    assert "start" not in shown
    assert "…" in shown
    assert "A" * 300 in run("facts", "--format", "csv").stdout


def test_explain_shows_the_entity_and_its_sentences(run: Run, graph: Path) -> None:
    shown = run("explain", "bipm", "--format", "table").stdout
    assert shown.startswith("BIPM (Organisation, bipm)\n")
    rows = json.loads(run("explain", "BIPM", "INetQI", "--format", "json").stdout)
    assert [row["quote"] for row in rows] == ["BIPM is a member of INetQI since 2018."]


def test_conflicts_are_listed(run: Run, graph: Path) -> None:
    rows = json.loads(run("conflicts", "--format", "json").stdout)
    assert [(row["date"], row["document"]) for row in rows] == [("2017", "b.txt"), ("2018", "a.txt")]


def test_info_counts_what_the_graph_holds(run: Run, graph: Path) -> None:
    rows = {(r["what"], r["name"]): r["count"] for r in json.loads(run("info", "--format", "json").stdout)}
    assert rows["document", "a.txt"] == 2
    assert rows["relation", "memberOf"] == 2
    assert rows["type", "Organisation"] == 3
    assert rows["all", "facts"] == 4


@pytest.mark.parametrize("suffix", [".nq", ".csv", ""])
def test_export_writes_the_file_and_keeps_standard_output_clean(run: Run, graph: Path, suffix: str) -> None:
    target = graph.parent / f"out{suffix}"
    result = run("export", "-o", target)
    assert (result.stdout, result.stderr) == ("", f"qigraph: wrote {target}\n")
    assert target.exists()


def test_the_report_stays_on_one_screen_whatever_is_dropped(
    run: Run, world: ModuleType, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.graph.small_world.REASONS",
        [f"reason number {number} of a very long list" for number in range(90)],
    )
    write("a.txt", " ".join(f"Perhaps {number}." for number in range(90)))
    out = run("build", tmp_path / "documents", "-o", tmp_path / "new.qi").stdout
    assert len(out.splitlines()) <= 24
    assert "dropped    90" in out
    assert "others 78" in out
