"""``qigraph fetch`` as a user runs it."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from qigraph.cli import cli
from tests.fetching.publisher import Publisher, publishing


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize("words", [["fetch"], ["fetch", "--list"], ["fetch", "sdg", "--list"]])
def test_it_lists_the_known_sources_without_a_network(words: list[str]) -> None:
    printed = CliRunner().invoke(cli, [*words, "--format", "json"]).output
    rows = {row["name"]: row for row in json.loads(printed)}
    assert rows["sdg"]["pinned"].startswith("sha256 ")
    assert rows["iso-open-data"]["pinned"].startswith("no: ")
    assert all(row["licence"] and row["page"] for row in rows.values())


def test_it_downloads_and_tells_licence_and_checksum_and_then_that_it_is_there(tmp_path: Path) -> None:
    with publishing(Publisher(content=b"a,b\n1,2\n")) as publisher:
        file = {"name": "a.csv", "url": publisher.url(), "changes": "daily"}
        source = {"title": "Lakes", "page": "https://l.example", "licence": "CC0 of lakes", "files": [file]}
        (tmp_path / "ours.yaml").write_text(yaml.safe_dump({"lakes": source}))
        words = ["fetch", "lakes", "--sources", str(tmp_path / "ours.yaml"), "-o", str(tmp_path / "in")]
        first, second = (CliRunner().invoke(cli, words) for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert "a.csv: fetched, 8 bytes, sha256 " in first.output
    assert "Lakes: CC0 of lakes" in first.output
    assert "a.csv: is there already" in second.output


def test_an_unknown_source_is_refused_before_anything_is_fetched(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["fetch", "sdg", "seas", "-o", str(tmp_path / "in")])
    assert done.exit_code == 3
    assert "no source 'seas': known are iso-open-data" in done.output
    assert not (tmp_path / "in").exists()


def test_without_a_network_it_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    file = {"name": "a.csv", "url": "http://127.0.0.1:9/a.csv", "changes": "daily"}
    source = {"title": "Lakes", "page": "https://l.example", "licence": "CC0", "files": [file]}
    (tmp_path / "ours.yaml").write_text(yaml.safe_dump({"lakes": source}))
    done = CliRunner().invoke(
        cli, ["fetch", "lakes", "--sources", str(tmp_path / "ours.yaml"), "-o", str(tmp_path)]
    )
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1
    assert "this needs a network" in done.output
