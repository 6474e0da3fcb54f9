"""Whatever ends a build, the former graph stays whole and the next build succeeds."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import qigraph
from qigraph.graph import folder

STAGES = ["extract", "resolve", "sparql", "cypher"]
COMMAND = [sys.executable, "-m", "tests.graph.small_world"]


def build(graph: Path, *documents: Path, stop: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "build", *map(str, documents), "-o", str(graph)],
        env=os.environ | {"SMALL_WORLD_STOP": stop},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until_at(process: subprocess.Popen[str], stage: str) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == f"at {stage}\n"


def members(graph: Path) -> set[str]:
    opened = qigraph.open(graph)
    assert (opened.generation / "sparql" / "store").read_bytes() == (
        opened.generation / "graph.nq"
    ).read_bytes()
    assert (opened.generation / "cypher" / "store").exists()
    return {fact.subject.label for fact in opened.facts(relation="memberOf")}


@pytest.fixture
def old(write: Callable[[str, str], Path]) -> Path:
    return write("old.txt", "BIPM is a member of INetQI.")


@pytest.fixture
def new(write: Callable[[str, str], Path]) -> Path:
    return write("new.txt", "ILAC is a member of INetQI.")


@pytest.fixture
def graph(tmp_path: Path, old: Path) -> Path:
    path = tmp_path / "my.qi"
    assert build(path, old).wait() == 0
    return path


@pytest.mark.parametrize("stage", STAGES)
def test_after_kill_9_the_former_graph_answers_and_the_next_build_succeeds(
    graph: Path, new: Path, stage: str
) -> None:
    process = build(graph, new, stop=stage)
    wait_until_at(process, stage)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert members(graph) == {"BIPM"}
    assert build(graph, new).wait() == 0
    assert members(graph) == {"BIPM", "ILAC"}
    assert not list(graph.glob(f"{folder.UNFINISHED}*"))


@pytest.mark.parametrize("stage", STAGES)
def test_kill_9_during_the_first_build_leaves_a_folder_that_can_be_built(
    tmp_path: Path, new: Path, stage: str
) -> None:
    graph = tmp_path / "first.qi"
    process = build(graph, new, stop=stage)
    wait_until_at(process, stage)
    process.kill()
    process.wait()
    with pytest.raises(qigraph.errors.InputError, match=r"not a graph folder: it has no manifest\.json"):
        qigraph.open(graph)
    assert build(graph, new).wait() == 0
    assert members(graph) == {"ILAC"}


@pytest.mark.parametrize("stage", STAGES)
def test_ctrl_c_is_one_line_and_leaves_nothing_behind(graph: Path, new: Path, stage: str) -> None:
    before = sorted(path.name for path in graph.iterdir())
    process = build(graph, new, stop=stage)
    wait_until_at(process, stage)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (130, "qigraph: interrupted\n")
    assert sorted(path.name for path in graph.iterdir()) == before
    assert members(graph) == {"BIPM"}


def test_a_second_writer_is_sent_away_at_once(graph: Path, new: Path) -> None:
    first = build(graph, new, stop="resolve")
    wait_until_at(first, "resolve")
    second = build(graph, new)
    _, errors = second.communicate()
    first.kill()
    first.communicate()
    assert second.returncode == 1
    assert errors == f"qigraph: another build is writing {graph}: try again when it has ended\n"


@pytest.mark.parametrize("crash", ["before the manifest", "before the rename", "while writing the manifest"])
def test_a_crash_around_the_swap_leaves_the_former_graph(
    graph: Path, new: Path, crash: str, monkeypatch: pytest.MonkeyPatch, world: object
) -> None:
    """Every step of the swap fails once, as if the machine had stopped there."""

    class Crash(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Crash

    with monkeypatch.context() as broken:
        if crash == "before the rename":
            broken.setattr(Path, "rename", stop)
        elif crash == "while writing the manifest":
            broken.setattr(folder.Manifest, "to_bytes", stop)
        else:
            broken.setattr(Path, "replace", stop)
        with pytest.raises(Crash):
            qigraph.build([new], graph)
    assert members(graph) == {"BIPM"}
    qigraph.build([new], graph)
    assert members(graph) == {"BIPM", "ILAC"}
    assert len([path for path in graph.iterdir() if path.is_dir()]) == 2


@pytest.mark.parametrize("limit", [0, 100, 400, 900])
def test_a_full_disk_is_one_line_and_changes_nothing(graph: Path, new: Path, limit: int) -> None:
    """Files may not grow beyond a limit (RLIMIT_FSIZE), which fails a write as a full disk does."""
    script = (
        f"import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "runpy.run_module('tests.graph.small_world', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script, "build", str(new), "-o", str(graph)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("qigraph: File too large")
    assert done.stderr.count("\n") == 1
    assert members(graph) == {"BIPM"}
