"""Every command is shown in the README or on a page, and its help has an example."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from qigraph.cli import COMMANDS, cli
from tests.docs.pages import PAGES, ROOT, commands

SHOWN = "\n".join(command.line for page in PAGES for command in commands(page))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_line_shows_it(name: str) -> None:
    assert re.search(rf"^(.*\| )?qigraph {name}\b", SHOWN, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_its_help_has_an_example(name: str) -> None:
    shown = CliRunner().invoke(cli, [name, "--help"]).output
    assert re.search(rf"Examples?:\n\s+(.*\| )?qigraph {name}\b", shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_shows_how_to_set_up_and_test() -> None:
    lines = [command.line for command in commands(ROOT / "README.md")]
    assert lines[:2] == ["make demo", "make test"]
