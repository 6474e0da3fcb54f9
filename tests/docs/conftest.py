"""A folder as the reader of a page has it: the samples, and a graph of them."""

import os
import shutil
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.pages import ROOT
from tests.end_to_end.conftest import run_qigraph


@dataclass(frozen=True)
class Desk:
    """A folder to work in, and the environment of the commands that are run there."""

    folder: Path
    environment: dict[str, str]


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "samples.qi"
    run_qigraph("build", ROOT / "samples", "-o", path)
    return path


@pytest.fixture
def desk(sample_graph: Path, tmp_path: Path) -> Desk:
    """``samples``, a graph of them in ``my.qi``, and ``qigraph`` on the path; a port for a server."""
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(sample_graph, folder / "my.qi")
    program = tmp_path / "bin" / "qigraph"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from qigraph.cli import main; main()" "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    package = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
    own = {"PATH": path, "PYTHONPATH": package, "QIGRAPH": "my.qi", "PORT": port}
    return Desk(folder, os.environ | own)
