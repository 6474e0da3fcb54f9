"""Every command line of the README and the pages runs, and prints what the page says; so does the Python."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.conftest import Desk
from tests.docs.pages import NEED_SERVERS, PAGES, blocks, commands

DONE = "\x1e"
"""Printed after each command, to tell the outputs apart."""

RUN_BY_OTHERS = ("make ",)
"""Set-up and tests, which continuous integration runs by themselves."""


ALONE = [page for page in PAGES if page not in NEED_SERVERS]


@pytest.mark.parametrize("page", ALONE, ids=lambda page: page.name)
def test_the_command_lines_of_a_page_run_one_after_the_other(page: Path, desk: Desk) -> None:
    told = [command for command in commands(page) if not command.line.startswith(RUN_BY_OTHERS)]
    script = "".join(f"{command.line}\nprintf '{DONE}'\n" for command in told)
    done = subprocess.run(
        ["bash", "-euo", "pipefail"],
        input=script,
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    printed = done.stdout.split(DONE)
    assert done.returncode == 0, f"{told[len(printed) - 1].line}\n{done.stderr}"
    for command, output in zip(told, printed, strict=False):
        assert output.strip() or ">" in command.line or is_quiet(command.line), command.line
        if command.prints is not None:
            assert output == command.prints, command.line


def is_quiet(line: str) -> bool:
    """Whether a command line says what it does on standard error, or says nothing."""
    return line.startswith("export ") or " -o " in line


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, desk: Desk) -> None:
    for block in blocks(page, "python"):
        done = subprocess.run(
            [sys.executable, "-c", block.text],
            cwd=desk.folder,
            env=desk.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
