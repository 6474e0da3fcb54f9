"""The command line as a whole: help, mistakes, failures and exit codes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import Result

from qigraph.cli import COMMANDS, cli

Run = Callable[..., Result]

QIGRAPH = [sys.executable, "-c", "from qigraph.cli import main; main()"]


def test_help_lists_every_command_without_importing_any(run: Run) -> None:
    listed = run("--help").output
    assert all(f"  {name} " in listed for name in COMMANDS)
    script = (
        "import sys\nfrom qigraph.cli import cli\n"
        "try: cli(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.startswith(('qigraph.', 'rich', 'pyoxigraph'))))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['qigraph.cli', 'qigraph.errors']"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_the_help_that_the_list_promises(name: str, run: Run) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.get_short_help_str(100) == COMMANDS[name][1]
    shown = run(name, "--help").output
    assert "Examples:" in shown or "Example:" in shown
    assert f"qigraph {name}" in shown.split("Example", 1)[1]


def test_version_is_that_of_the_package(run: Run) -> None:
    import qigraph

    assert run("--version").output == f"qigraph {qigraph.__version__}\n"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("fcts", "did you mean facts?"), ("exprot", "did you mean export?"), ("zzz", "see qigraph --help")],
)
def test_a_mistyped_command_is_answered_with_the_one_meant(run: Run, typed: str, answer: str) -> None:
    assert f"no command '{typed}': {answer}" in run(typed, code=2).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["facts", "--as-of", "2012-13"],
        ["facts", "--format", "xml"],
        ["build"],
        ["export"],
        ["facts", "extra"],
    ],
)
def test_a_wrong_command_line_ends_with_2(run: Run, graph: Path, words: list[str]) -> None:
    result = run(*words, code=2)
    assert result.stdout == ""
    assert "Error:" in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["facts", "-g", "gone.qi"],
            1,
            "no graph folder gone.qi: make one with qigraph build FILE… -o gone.qi",
        ),
        (["facts", "--relation", "memberof"], 1, "no relation 'memberof': did you mean memberOf?"),
        (["facts", "--about", "BIMP"], 3, "nothing named 'BIMP' in this graph: did you mean BIPM?"),
        (["explain", "BIPM", "ILAC"], 3, "no fact joins BIPM and ILAC in this graph"),
        (["remove", "z.txt"], 3, "no document 'z.txt'"),
        (["extract", "gone.txt"], 1, "gone.txt: no such file"),
        (["build", "gone.txt", "-o", "new.qi"], 1, "gone.txt: no such file"),
        (["export", "-o", "a.docx"], 1, "a.docx: cannot write .docx"),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_an_exit_code(
    run: Run, graph: Path, words: list[str], code: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(graph.parent)
    result = run(*words, code=code)
    assert result.stdout == ""
    assert result.stderr.startswith(f"qigraph: {message}")
    assert result.stderr.count("\n") == 1


def test_without_an_option_or_a_variable_the_graph_is_graph_qi(
    run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("facts").stdout
    monkeypatch.delenv("QIGRAPH")
    graph.rename(graph.parent / "graph.qi")
    monkeypatch.chdir(graph.parent)
    assert run("facts").stdout == expected


def test_a_message_with_a_hostile_name_cannot_act_on_the_terminal(run: Run, world: ModuleType) -> None:
    assert run("extract", "\x1b[31m.txt", code=1).stderr == "qigraph: \\x1b[31m.txt: no such file\n"


def test_a_full_disk_is_one_line(run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qigraph.graph.exporting.export", fail)
    assert run("export", "-o", "a.nq", code=1).stderr == "qigraph: No space left on device\n"


def test_the_reader_of_a_pipe_may_leave(graph: Path) -> None:
    """As ``head`` does: no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*QIGRAPH, "facts"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_completion_knows_the_commands_and_opens_no_graph(tmp_path: Path) -> None:
    def complete(words: str, position: int) -> str:
        variables = {"_QIGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(position)}
        environment = os.environ | variables
        return subprocess.run(
            QIGRAPH, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path
        ).stdout

    assert "plain,conflicts" in complete("qigraph con", 1)
    assert "plain,--as-of" in complete("qigraph facts --a", 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is Linux")
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["build", "--help"]])
def test_help_onto_a_full_disk_is_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*QIGRAPH, *words], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (1, "qigraph: No space left on device\n")
