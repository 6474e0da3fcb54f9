"""What a new document changes: told before it is in the graph, and by comparing two graphs."""

import json
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.conftest import run_qigraph

KNOWN = "OIML is a member of INetQI. ILAC was established in 1996.\n"
COMING = "OIML is a member of INetQI. ILAC was established in 1977. UNIDO is a member of INetQI since 2018.\n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("difference")
    (folder / "known.txt").write_text(KNOWN)
    (folder / "coming.txt").write_text(COMING)
    run_qigraph("build", folder / "known.txt", "-o", folder / "my.qi")
    return folder / "my.qi"


def changes(*words: str | Path) -> list[dict[str, str]]:
    return json.loads(run_qigraph(*words, "--format", "json").stdout)


def test_a_dry_run_tells_what_a_document_adds_confirms_and_contradicts_and_writes_nothing(
    graph: Path,
) -> None:
    before = sorted((path, path.read_bytes()) for path in graph.rglob("*") if path.is_file())
    rows = changes("build", graph.parent / "coming.txt", "-o", graph, "--dry-run")
    told = {(row["change"], row["subject"], row["date"] if "date" in row else row["since"]) for row in rows}
    assert ("new", "United Nations Industrial Development Organization", "2018") in told
    assert ("also in", "International Organization of Legal Metrology", None) in told
    disputed = {(row["document"], row["object"]) for row in rows if row["change"] == "disagrees"}
    assert disputed == {("known.txt", "1996"), ("coming.txt", "1977")}
    assert all(row["quote"] for row in rows)
    assert sorted((path, path.read_bytes()) for path in graph.rglob("*") if path.is_file()) == before


def test_the_build_then_changes_what_the_dry_run_told(graph: Path, tmp_path: Path) -> None:
    told = changes("build", graph.parent / "coming.txt", "-o", graph, "--dry-run")
    later = tmp_path / "later.qi"
    shutil.copytree(graph, later)
    run_qigraph("build", graph.parent / "coming.txt", "-o", later)
    assert changes("diff", later, "-g", graph) == told
    reverse = {row["change"] for row in changes("diff", graph, "-g", later)}
    assert reverse == {"gone", "no longer in", "agrees now"}
    assert changes("diff", graph, "-g", graph) == []


def test_a_dry_run_needs_a_graph_and_keeps_what_it_holds(graph: Path, tmp_path: Path) -> None:
    none = run_qigraph("build", graph.parent / "coming.txt", "-o", tmp_path / "none.qi", "--dry-run", code=1)
    assert "no graph folder" in none.stderr
    fresh = run_qigraph("build", graph.parent / "coming.txt", "-o", graph, "--dry-run", "--fresh", code=2)
    assert "--fresh forgets" in fresh.stderr
    assert "rows of --dry-run" in run_qigraph("build", graph, "--format", "csv", code=2).stderr
