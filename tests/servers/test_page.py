"""The command lines of docs/servers.md run on real servers, which stand elsewhere than the page says."""

import re
import subprocess

import neo4j
import pytest

from tests.docs.conftest import Desk, desk, sample_graph
from tests.docs.pages import ROOT, commands
from tests.servers.conftest import SparqlServer

__all__ = ["desk", "sample_graph"]

pytestmark = pytest.mark.xdist_group("servers")


def test_they_run_one_after_the_other(
    desk: Desk, neo4j_url: str, driver: neo4j.Driver, fuseki: SparqlServer
) -> None:
    fuseki.clear()
    there = {
        "bolt://localhost:7687": neo4j_url,
        "http://localhost:3030/qi": fuseki.store.removesuffix("/data"),
    }
    for line in (command.line for command in commands(ROOT / "docs" / "servers.md")):
        if line.startswith("export ") or "neo4j-admin database" in line:
            continue
        for told, real in there.items():
            line = line.replace(told, real)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", line],
            cwd=desk.folder,
            env=desk.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stdout.strip() or re.search(r"^qigraph: ", done.stderr, re.MULTILINE), line
