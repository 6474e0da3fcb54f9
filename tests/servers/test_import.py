"""What is exported for ``neo4j-admin`` is imported by it to the graph that it was."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.graph.neo4j_admin import write_neo4j_admin
from qigraph.servers import neo4j_push, neo4j_server
from qigraph.servers.pushed import Pushed
from tests.servers import programs
from tests.servers.conftest import answers
from tests.stores.strategies import graphs

pytestmark = pytest.mark.xdist_group("servers")

HOSTILE = [
    'say "no"',
    "two\nlines\r\n",
    "tab\tback\\slash",
    "a;b,c|d",
    " spaces ",
    "é\u2028\U0001f600",
    "",
    "'",
    '""',
    "null",
]


def imported(folder: Path, files: Path) -> None:
    """Run the import as its help says."""
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    (folder / "conf" / "neo4j.conf").touch()
    command = ["java", "-Xmx512m", *programs.OPENED, "-cp", f"{programs.jars()}/neo4j/*", "org.neo4j.cli.AdminTool",
               "database", "import", "full", "neo4j", "@import.args"]  # fmt: skip
    places = {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    done = subprocess.run(
        command, cwd=files, env=os.environ | places, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_the_import_makes_the_graph_that_was_exported(tmp_path: Path) -> None:
    entities = {
        f"e{i}": Entity(f"e{i}", text, "Body", tuple(sorted(HOSTILE[: i % 4])), (("ror", text),) * (i % 2))
        for i, text in enumerate(HOSTILE)
    }
    facts = merge(
        Fact(
            entities[f"e{i}"],
            "memberOf" if i % 2 else "established",
            entities["e0"] if i % 2 else "2018-11",
            Interval("2018", None if i % 3 else "2020-02"),
            (
                Evidence(
                    f"{i % 3}.txt",
                    i,
                    i + 9,
                    text,
                    "rule",
                    i % 4 or None,
                    (1.5, 2.0, 3.25, 4.0) if i % 2 else None,
                ),
                Evidence(f"{i % 3}.txt", i + 20, i + 29, text, "table", None, None, 7, text),
            ),
            text or None,
            bool(i % 2),
        )
        for i, text in enumerate(HOSTILE)
    )
    write_neo4j_admin(facts, entities, tmp_path / "files")
    imported(tmp_path, tmp_path / "files")
    port = programs.free_port()
    url = f"bolt://127.0.0.1:{port}"
    command = programs.neo4j_command(tmp_path, port, "dbms.security.auth_enabled=false")
    with programs.running(command, tmp_path, lambda: answers(url)), neo4j_server.connect(url) as driver:
        read, described = neo4j_push.pull(driver)
        assert [fact.to_json() for fact in read] == [fact.to_json() for fact in facts]
        assert described == entities
        assert neo4j_push.push(driver, facts, entities) == Pushed(0, 3, 0)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(graph=graphs())
def test_the_files_do_not_depend_on_the_order_of_entities(
    tmp_path: Path, graph: tuple[list[Fact], dict[str, Entity]]
) -> None:
    facts, entities = graph
    write_neo4j_admin(facts, entities, tmp_path / "one")
    write_neo4j_admin(facts, dict(reversed(entities.items())), tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
