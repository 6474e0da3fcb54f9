"""The sample documents, built by the real command line with real extraction and both real stores."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
QIGRAPH = [sys.executable, "-c", "from qigraph.cli import main; main()"]

Qigraph = Callable[..., "subprocess.CompletedProcess[str]"]


def run_qigraph(*words: str | Path, code: int = 0, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run ``qigraph`` in a process of its own."""
    done = subprocess.run(
        [*QIGRAPH, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "QIGRAPH"} | environment,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def built(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the samples, only to be read."""
    path = tmp_path_factory.mktemp("end-to-end") / "samples.qi"
    run_qigraph("build", samples, "-o", path)
    return path
