"""With real extraction and real stores, too, whatever ends a build leaves the former graph whole."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import qigraph
from tests.end_to_end.conftest import QIGRAPH, run_qigraph


def answers(path: Path) -> tuple[int, object, object]:
    """What the graph says through each of its three doors."""
    graph = qigraph.open(path)
    return (
        len(graph.facts()),
        graph.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows,
        graph.cypher("MATCH ()-[r]->() RETURN count(r) AS n").rows,
    )


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "my.qi")
    return tmp_path / "my.qi"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.txt"
    path.write_text("ILAC and IAF signed a Memorandum of Understanding on 3 May 2012.")
    return path


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_a_build_ended_at_any_moment_leaves_the_former_graph(
    graph: Path, new: Path, kill: signal.Signals
) -> None:
    before, chance = answers(graph), random.Random(20)
    started = time.monotonic()
    run_qigraph("build", new, "-o", graph)
    takes = time.monotonic() - started
    run_qigraph("remove", new.name, "-g", graph)
    for part in range(3):
        process = subprocess.Popen(
            [*QIGRAPH, "build", new, "-o", graph], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(takes * (part + chance.random()) / 3)
        except subprocess.TimeoutExpired:
            process.send_signal(kill)
        process.wait()
        if new.name in {document.name for document in qigraph.open(graph).documents}:
            run_qigraph("remove", new.name, "-g", graph)  # it had come to its end before
        assert answers(graph) == before
    run_qigraph("build", new, "-o", graph)
    assert answers(graph) != before


@pytest.mark.parametrize("limit", [0, 20_000, 200_000])
def test_a_full_disk_is_one_line_and_leaves_the_former_graph(graph: Path, new: Path, limit: int) -> None:
    """Files may not grow beyond a limit (RLIMIT_FSIZE, which child processes inherit)."""
    before = answers(graph)
    script = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "from qigraph.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script, "build", new, "-o", graph],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("qigraph: ")
    assert done.stderr.count("\n") == 1
    assert answers(graph) == before
