"""``qigraph view`` and ``qigraph report`` on a small graph."""

import json

import pytest
from click.testing import CliRunner

from qigraph.cli import pages
from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.graph.selection import find, select
from tests.pages.facts import FACTS


class SmallGraph:
    """What the commands ask of a graph."""

    def __init__(self, path):
        self.path = path
        self.documents = []
        ends = [end for fact in FACTS for end in (fact.subject, fact.object) if isinstance(end, Entity)]
        self.entities = {entity.id: entity for entity in ends}

    def facts(self, as_of=None):
        return select(FACTS, as_of, None, None)

    def find(self, name):
        return find(self.entities, name)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run one of the commands on the small graph."""
    monkeypatch.setattr("qigraph.graph.open_graph", lambda path: SmallGraph(tmp_path / "my.qi"))

    def run_command(name, *words):
        words = [str(word) for word in words]
        return CliRunner().invoke(getattr(pages, name), ["-g", "my.qi", *words], catch_exceptions=True)

    return run_command


def test_view_writes_a_page(run, tmp_path):
    result = run("view", "-o", tmp_path / "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"qigraph: wrote {tmp_path / 'page.html'}: 5 entities, 7 facts\n"
    assert "<title>my</title>" in (tmp_path / "page.html").read_text()


def test_view_takes_a_title(run, tmp_path):
    run("view", "-o", tmp_path / "page.html", "--title", "<b> & co")
    assert "<title>&lt;b&gt; &amp; co</title>" in (tmp_path / "page.html").read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--about", "SDG 9"], "2 entities, 1 facts"),
        (["--about", "SDG 9", "--depth", "2"], "4 entities, 6 facts"),
        (["--types", "Organisation,network"], "3 entities, 5 facts"),
        (["--as-of", "1990"], "5 entities, 4 facts"),
    ],
)
def test_view_shows_a_part(run, tmp_path, options, told):
    assert run("view", "-o", tmp_path / "page.html", *options).stderr.endswith(f": {told}\n")


def test_steps_around_nothing_are_a_mistake(run, tmp_path):
    result = run("view", "--depth", "2", "-o", tmp_path / "page.html")
    assert result.exit_code == 2 and "--about" in result.stderr


def test_view_says_which_type_may_be_meant(run, tmp_path):
    result = run("view", "-o", tmp_path / "page.html", "--types", "Organization")
    assert result.exit_code == 2
    assert "no type 'organization': did you mean Organisation?" in result.stderr


def test_view_refuses_another_suffix(run, tmp_path):
    result = run("view", "-o", tmp_path / "page.pdf")
    assert isinstance(result.exception, InputError)
    assert "name a file that ends in .html" in str(result.exception)


def test_report_refuses_another_suffix(run, tmp_path):
    result = run("report", "-o", tmp_path / "report.pdf")
    assert "written as .html, .md, .json" in str(result.exception)


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_report_is_written_in_the_format_of_its_suffix(run, tmp_path, suffix):
    path = tmp_path / f"report.{suffix}"
    result = run("report", "-o", path, "--title", "Quality")
    assert result.exit_code == 0, result.exception
    start = path.read_text()[:15]
    assert start == {"html": "<!doctype html>", "md": "# Quality\n\nFact", "json": '{\n  "title": "Q'}[suffix]
    if suffix == "json":
        assert json.loads(path.read_text())["title"] == "Quality"


@pytest.mark.parametrize("place", ["missing/page.html", "folder.html"])
def test_a_place_that_cannot_be_written_is_refused_in_one_line(run, tmp_path, place):
    (tmp_path / "folder.html").mkdir()
    result = run("view", "-o", tmp_path / place)
    assert isinstance(result.exception, InputError)
    assert "\n" not in str(result.exception)
    assert str(tmp_path) in str(result.exception)
