"""Every prepared question on real graphs: both languages give the same rows, with the sentences behind them."""

import json
from pathlib import Path

import pytest

import qigraph
from qigraph.errors import InputError, NotFoundError
from qigraph.graph import Graph
from qigraph.questions import questions
from qigraph.rows import Rows
from tests.end_to_end.conftest import run_qigraph

SHARED = Path(__file__).parents[3] / "shared"
CORPUS, ISO = SHARED / "corpus", SHARED / "data" / "iso-open-data"
NAMES = [question.name for question in questions()]

WITHOUT_ANSWER = {
    "samples": {"disagreements", "signers"},
    "real": {"disagreements", "observers", "revisions", "signers"},
}
"""Questions to which the documents hold no answer that is read today."""


@pytest.fixture(scope="module")
def sampled(built: Path) -> Graph:
    return qigraph.open(built)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("real") / "real.qi"
    run_qigraph("build", *sorted(CORPUS.glob("*.txt")), ISO, "-o", path)
    return qigraph.open(path)


def answers(graph: Graph, name: str, params: dict[str, str]) -> Rows:
    """The answer of both languages, which is one."""
    sparql, cypher = graph.ask(name, "sparql", params), graph.ask(name, "cypher", params)
    assert sparql.columns == cypher.columns
    assert sorted(map(json.dumps, sparql.rows)) == sorted(map(json.dumps, cypher.rows))
    return sparql


def quotes(answer: Rows) -> list[str]:
    places = [place for place, column in enumerate(answer.columns) if column.endswith("quote")]
    return [row[place] for row in answer.rows for place in places if row[place]]


@pytest.mark.parametrize("name", NAMES)
def test_on_the_samples_both_languages_give_the_same_rows_with_sentences(sampled: Graph, name: str) -> None:
    (question,) = (q for q in questions() if q.name == name)
    answer = answers(sampled, name, dict(question.example))
    assert quotes(answer) or name in WITHOUT_ANSWER["samples"]


@pytest.mark.corpus
@pytest.mark.skipif(
    not (CORPUS.is_dir() and ISO.is_dir()), reason="the real documents are not beside this checkout"
)
@pytest.mark.parametrize("name", NAMES)
def test_on_real_documents_and_iso_open_data_both_languages_give_the_same_rows(
    real: Graph, name: str
) -> None:
    params = {"document": "bipm-liaison-2019.txt"} if name == "contribution" else {}
    answer = answers(real, name, params)
    assert quotes(answer) or name in WITHOUT_ANSWER["real"]


def test_things_are_given_by_any_of_their_names(sampled: Graph) -> None:
    by_name = sampled.ask("leadership", params={"body": "International Network on Quality Infrastructure"})
    assert by_name == sampled.ask("leadership", "cypher", {"body": "inetqi"})
    with pytest.raises(NotFoundError, match="nothing named 'Inetqy'"):
        sampled.ask("leadership", params={"body": "Inetqy"})
    with pytest.raises(NotFoundError, match="no document 'news'"):
        sampled.ask("contribution", params={"document": "news"})


def test_the_date_of_a_question_can_be_given_as_of(sampled: Graph) -> None:
    assert sampled.ask("members", as_of="2005") == sampled.ask("members", params={"on": "2005"})
    with pytest.raises(InputError, match="the question goals takes no date"):
        sampled.ask("goals", as_of="2005")
