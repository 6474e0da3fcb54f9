"""``qigraph overlaps`` and ``gaps``: short for people, everything for programs, always with the sentences."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qigraph.cli import cli
from qigraph.cli.analysis import GAPS, LAYERS, NULLS
from qigraph.facts import Entity
from qigraph.graph import Graph
from qigraph.graph.folder import Manifest
from tests.analysis.test_gaps import EVERYTHING


class Opened(Graph):
    """A graph of the facts at hand, without a folder."""

    def __init__(self) -> None:
        super().__init__(Path("none.qi"), Manifest("none", "", ""))
        ends = (end for fact in EVERYTHING for end in (fact.subject, fact.object))
        self.__dict__["_facts"] = EVERYTHING
        self.__dict__["entities"] = {end.id: end for end in ends if isinstance(end, Entity)}


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qigraph.graph.open_graph", lambda path: Opened())
    monkeypatch.setenv("COLUMNS", "160")


def run(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, words, prog_name="qigraph", catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def test_choices_are_those_of_the_analyses() -> None:
    from qigraph.analysis import gaps, incidence, null_models

    assert tuple(incidence.LAYERS) == LAYERS
    assert gaps.KINDS == GAPS
    assert tuple(null_models.NULLS) == NULLS


def test_overlaps_as_a_table_under_a_heading() -> None:
    output = run("overlaps", "--format", "table").output
    for words in (
        "bicm null model",
        "as of 2018",
        "1 documents with facts",
        "A – B",
        "topics 3",
        "“A worksOn p.”",
    ):
        assert words in re.sub(r"\s+", " ", output)


def test_plain_data_has_its_heading_on_standard_error() -> None:
    result = run("overlaps", "--format", "csv")
    assert "bicm null model" in result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows[0]["first_id"] == "a" and "A worksOn p." in rows[0]["sentences"]


def test_overlaps_as_json_carry_every_number_and_sentence() -> None:
    for record in json.loads(run("overlaps", "--format", "json").stdout):
        assert record["null"] == "bicm" and record["tests"] > 0 and record["as_of"] == "2018"
        quotes = [sentence["quote"] for sentence in record["sentences"]]
        assert bool(quotes) == bool(record["shared"])
        for name in (record["first"], record["second"]):
            assert record["shared"] == sum(quote.startswith(f"{name} ") for quote in quotes)


@pytest.mark.parametrize("format", ["table", "markdown", "json"])
def test_one_pair_in_full_with_the_channels(format: str) -> None:
    output = run("overlaps", "--between", "C", "A", "--format", format).stdout
    for quote in ("A signatoryOf Old.", "C signatoryOf Old.", "A memberOf M.", "C memberOf M."):
        assert quote in output.replace("\\", "")


def test_overlaps_about_one_in_one_layer() -> None:
    rows = json.loads(run("overlaps", "--about", "A", "--layer", "networks", "--format", "json").stdout)
    assert [(row["first"], row["second"], row["layer"]) for row in rows] == [("A", "C", "networks")]


def test_gaps_as_a_table_say_what_was_read() -> None:
    output = re.sub(r"\s+", " ", run("gaps", "--kind", "channel", "--format", "table").output)
    for words in ("A – B", "no channel found", "facts in 1 documents", "could introduce them"):
        assert words in output


def test_gaps_of_each_kind_as_json() -> None:
    for kind in GAPS:
        rows = json.loads(run("gaps", "--kind", kind, "--format", "json").stdout)
        assert rows and {row["kind"] for row in rows} == {kind}


def test_as_of_decides_what_is_old() -> None:
    assert json.loads(run("gaps", "--kind", "agreement", "--as-of", "2004", "--format", "json").stdout) == []


def test_who_is_not_in_the_graph_is_said_with_exit_code_3() -> None:
    assert run("gaps", "--about", "nobody at all", code=3).stderr.startswith("qigraph: nothing named")


@pytest.mark.parametrize("words", [("overlaps", "--layer", "themes"), ("gaps", "--kind", "bridge")])
def test_a_wrong_choice_is_a_usage_error(words: tuple[str, ...]) -> None:
    run(*words, code=2)
