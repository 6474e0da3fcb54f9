"""The command line run in this process, on the small stand-in world of the graph tests."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

import qigraph
from qigraph.cli import cli
from tests.graph.conftest import world, write

__all__ = ["world", "write"]

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run ``qigraph`` with these words."""

    def run_command(*words: str | Path, code: int = 0) -> Result:
        result = CliRunner().invoke(cli, map(str, words), prog_name="qigraph", catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run_command


@pytest.fixture
def graph(
    world: ModuleType, write: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A graph of two documents that disagree, named by the environment."""
    write(
        "a.txt", "BIPM is a member of INetQI since 2018. Perhaps ISO joins. INetQI was established in 2018."
    )
    write("b.txt", "ILAC is a member of INetQI since 2006. INetQI was established in 2017.")
    path = tmp_path / "my.qi"
    qigraph.build([tmp_path / "documents"], path)
    monkeypatch.setenv("QIGRAPH", str(path))
    return path
