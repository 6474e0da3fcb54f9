"""``sparql``, ``cypher`` and ``ask`` on the invented organisations of the question tests."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qigraph.cli import cli
from qigraph.facts import write_jsonl
from qigraph.graph.folder import Manifest
from qigraph.graph.projecting import entities_of
from qigraph.stores import property_graph, sparql_store
from qigraph.stores.rdf import to_nquads
from tests.queries.conftest import FACTS

Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "my.qi"
    generation = path / "1"
    (generation / "documents").mkdir(parents=True)
    entities = entities_of(FACTS)
    (generation / "entities.jsonl").write_text(
        "".join(json.dumps(entity.to_json()) + "\n" for entity in entities.values())
    )
    (generation / "facts.jsonl").write_text("".join(write_jsonl(FACTS)))
    (generation / "graph.nq").write_bytes(to_nquads(FACTS, entities))
    sparql_store.build(generation / "graph.nq", generation / "sparql")
    property_graph.build(FACTS, entities, generation / "cypher")
    manifest = Manifest("1", "rules", "0", [], len(entities), len(FACTS))
    (path / "manifest.json").write_bytes(manifest.to_bytes())
    return path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("QIGRAPH", str(folder))

    def run(*words: str | Path, code: int = 0, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(cli, map(str, words), input=stdin, prog_name="qigraph")
        assert result.exit_code == code, result.output
        return result

    return run


def rows(result: Result) -> list[dict[str, object]]:
    return json.loads(result.stdout)


SPARQL = "SELECT ?name { ?x skos:altLabel $alias ; skos:prefLabel ?name }"
CYPHER = "MATCH (n) WHERE $alias IN n.aliases RETURN n.name AS name"
BOTH = pytest.mark.parametrize("language, query", [("sparql", SPARQL), ("cypher", CYPHER)])


@BOTH
def test_a_query_is_text_a_file_or_standard_input(run, tmp_path, language, query):
    words = ["--param", "alias=BoW", "--format", "json"]
    file = tmp_path / "name of a query.txt"
    file.write_text(query)
    expected = [{"name": "Bureau of Weights"}]
    assert rows(run(language, query, *words)) == expected
    assert rows(run(language, file, *words)) == expected
    assert rows(run(language, "-", *words, stdin=query)) == expected


@BOTH
def test_a_parameter_is_text_unless_it_is_marked_as_json(run, language, query):
    assert rows(run(language, query, "--param", "alias=7", "--format", "json")) == []
    number = {"sparql": "SELECT ($n + 1 AS ?m) {}", "cypher": "RETURN $n + 1 AS m"}[language]
    assert rows(run(language, number, "--param", "n:=7", "--format", "json")) == [{"m": 8}]


@pytest.mark.parametrize("param", ["alias", "=x", "a b=x", "n:=seven"])
def test_a_malformed_parameter_is_a_usage_error(run, param):
    assert "--param" in run("cypher", CYPHER, "--param", param, code=2).stderr


@pytest.mark.parametrize("language", ["sparql", "cypher"])
@pytest.mark.parametrize("nothing", ["", " \n"])
def test_an_empty_query_is_said_to_be_empty(run, language, nothing):
    assert run(language, nothing, code=1).stderr.startswith("qigraph: the query is empty")


@pytest.mark.parametrize("source", ["file:///etc/passwd", "http://localhost/a.csv"])
def test_cypher_reads_no_other_data_and_tells_no_way_to(run, source):
    query = f"LOAD CSV FROM '{source}' AS line RETURN line"
    refused = run("cypher", query, code=1).stderr
    assert refused == "qigraph: queries are read-only and local: LOAD CSV is not allowed\n"


@pytest.mark.parametrize("language", ["sparql", "cypher"])
def test_a_missing_file_is_named(run, language):
    assert run(language, "none.rq", code=1).stderr == "qigraph: no such file: none.rq\n"


@pytest.mark.parametrize("language, query", [("sparql", "SELECT ?x {"), ("cypher", "MATCH (n RETURN n")])
def test_a_syntax_error_is_one_line(run, language, query):
    error = run(language, query, code=1).stderr
    assert error.startswith("qigraph: syntax error in line 1, column ") and error.count("\n") == 1


def test_a_query_is_stopped_in_time(run):
    query = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x WHERE x=0 RETURN count(*)"
    assert "stopped after 0.5 s" in run("cypher", query, "--timeout", "0.5", code=1).stderr


def test_ask_without_a_name_lists_the_questions_even_without_a_graph(run, monkeypatch, tmp_path):
    monkeypatch.setenv("QIGRAPH", str(tmp_path / "none"))
    listed = rows(run("ask", "--format", "json"))
    assert {"members", "founders", "topics"} < {row["question"] for row in listed}
    (members,) = (row for row in listed if row["question"] == "members")
    assert (
        members["asks"] == "Who are the members of a network, when did each join, and which sentence says so?"
    )
    assert members["parameters"] == ["network=inetqi", "on="]


@pytest.mark.parametrize("language", ["sparql", "cypher"])
def test_ask_answers_a_question_by_any_name_of_an_entity(run, language):
    words = ["--param", "network=nn", "--param", "on=2020-07", "--language", language, "--format", "json"]
    seats = [row for row in rows(run("ask", "members", *words)) if row["of"] == "New Network"]
    assert {row["member"] for row in seats if row["seat"] == "member"} == {
        "Bureau of Weights",
        'League of "Rulers"',
    }


def test_ask_takes_numbers_as_they_are_written(run):
    words = ["--param", "at_least=1", "--param", "at_most=3", "--format", "json"]
    assert {(row["topic"], row["workers"]) for row in rows(run("ask", "topics", *words))} == {("time", 3)}


def test_ask_takes_the_date_of_a_question_as_of(run):
    words = ["--param", "body=board", "--format", "json"]
    assert rows(run("ask", "observers", *words, "--as-of", "2002"))
    assert not rows(run("ask", "observers", *words, "--as-of", "2004"))
    assert "the question goals takes no date" in run("ask", "goals", "--as-of", "2004", code=1).stderr


def test_a_person_reads_what_to_know_and_which_command_goes_further(run):
    printed = run("ask", "sole-links", "--param", "through=trust", "--format", "table").stdout
    assert "Hermit Institute" in printed
    assert "The ties are seats" in printed
    assert "qigraph gaps --kind single-point" in printed
    assert (
        "The ties are" not in run("ask", "sole-links", "--param", "through=trust", "--format", "csv").stdout
    )


def test_a_name_that_nobody_bears_is_not_found(run):
    error = run("ask", "members", "--param", "network=New Netwrok", code=3).stderr
    assert "New Network" in error


def test_an_unknown_question_is_not_found(run):
    assert "did you mean members?" in run("ask", "member", code=3).stderr


def test_an_unknown_parameter_is_refused(run):
    error = run("ask", "topics", "--param", "least=1", code=1).stderr
    assert "the question topics has no parameter 'least': it takes at_least, at_most" in error
