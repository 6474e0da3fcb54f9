"""Both languages answer every prepared question, and they answer the same."""

import json

import pytest

from qigraph.errors import InputError, NotFoundError
from qigraph.questions import ask, question, questions
from qigraph.resources import resource

# Parameters under which the invented graph has an answer; several for each question.
ASKED = {
    "members": [
        {"network": "new-network"},
        {"network": "NN", "on": "2019"},
        {"network": "board", "on": "2020-01-31"},
    ],
    "founders": [{"of": "New Network"}, {"of": "OLD network"}],
    "predecessors": [{"of": "nn"}, {"of": "middle-network"}],
    "leadership": [{"body": "NEW NETWORK"}, {"body": "old-network"}],
    "agreements": [
        {"organisation": "BoW"},
        {"organisation": "trust"},
        {"organisation": 'league OF "rulers"'},
    ],
    "shared-bodies": [{"first": "weights", "second": "TiT"}, {"first": "LoR", "second": "bureau DES poids"}],
    "topics": [{}, {"at_least": 1, "at_most": 1}, {"at_least": "2"}],
    "goals": [{}, {"goal": "goal/12.5"}, {"goal": "sdg 9"}, {"goal": "goal/all"}],
    "events": [{"organisation": "weights"}, {"organisation": "Trust in Testing"}],
    "maintainers": [{}, {"system": "so"}, {"system": "system/scales"}],
}
CASES = [(name, params) for name, several in ASKED.items() for params in several]


def _rows(answer):
    return sorted(answer.rows, key=lambda row: json.dumps(row))


def test_every_question_is_asked_here():
    assert [q.name for q in questions()] == sorted(ASKED)


def test_every_question_is_a_pair_with_the_same_words_on_top():
    def head(name, mark):
        lines = resource(f"queries/{name}").read_text().splitlines()
        return [line.removeprefix(mark) for line in lines if line.startswith(mark)]

    for q in questions():
        words = head(f"{q.name}.rq", "# ")
        assert words == head(f"{q.name}.cypher", "// ")
        assert words[0] == q.text and len(words) == 1 + len(q.parameters)


@pytest.mark.parametrize("name, params", CASES)
def test_both_languages_give_the_same_rows_and_some(graph, name, params):
    sparql, cypher = ask(graph, name, "sparql", params), ask(graph, name, "cypher", params)
    assert sparql.columns == cypher.columns
    assert _rows(sparql) == _rows(cypher)
    assert sparql.rows


@pytest.mark.parametrize("name", [name for name in ASKED if name not in ("topics", "goals", "maintainers")])
def test_a_name_that_nobody_bears_has_an_empty_answer_with_columns(graph, name):
    params = {p.name: "nobody ' \" \\ $x" for p in question(name).parameters if p.kind == "entity"}
    sparql, cypher = ask(graph, name, "sparql", params), ask(graph, name, "cypher", params)
    assert sparql.rows == cypher.rows == []
    assert sparql.columns == cypher.columns


def test_members_come_with_the_first_sentence_of_every_document(graph):
    rows = ask(graph, "members", params={"network": "NN"}).records()
    assert [(r["member"], r["since"], r["document"], r["quote"].split("\n")[0]) for r in rows] == [
        ('League of "Rulers"', None, "web page.html", 'sentence "4"'),
        ("Bureau of Weights", "2018", "annual report (2020).pdf", 'sentence "1"'),
        ("Bureau of Weights", "2018", "web page.html", 'sentence "0"'),
        ("Trust in Testing", "2018-11", "web page.html", 'sentence "3"'),
        ("Bureau of Weights", "2019-03", "dissent.txt", 'sentence "2"'),
    ]


@pytest.mark.parametrize(
    "on, members",
    [
        ("2017", {'League of "Rulers"'}),
        ("2018", {'League of "Rulers"', "Bureau of Weights", "Trust in Testing"}),
        ("2018-10-31", {'League of "Rulers"', "Bureau of Weights"}),
        ("2020-06-30", {'League of "Rulers"', "Bureau of Weights", "Trust in Testing"}),
        ("2020-07", {'League of "Rulers"', "Bureau of Weights"}),
    ],
)
def test_members_on_a_date_are_those_whose_interval_may_cover_it(graph, on, members):
    answer = ask(graph, "members", params={"network": "new-network", "on": on})
    assert {row["member"] for row in answer.records()} == members


def test_predecessors_are_the_whole_line(graph):
    rows = ask(graph, "predecessors", params={"of": "new-network"}).records()
    assert [(r["successor"], r["predecessor"], r["since"]) for r in rows] == [
        ("Middle Network", "Old Network", "2005-01"),
        ("New Network", "Middle Network", "2018"),
        ("New Network", "Middle Network", "2018"),
    ]


def test_an_agreement_has_every_date_of_signature_and_every_partner(graph):
    rows = ask(graph, "agreements", params={"organisation": "weights"}).records()
    pact = [row for row in rows if row["agreement"] == "Pact of Precision"]
    assert {row["signed"] for row in pact} == {"2010", "2010-05-20", "2015-05-20"}
    assert {row["partner"] for row in pact} == {"Trust in Testing", 'League of "Rulers"'}
    assert {"agreement": "Deed without date", "partner": None, "signed": None} in rows


def test_a_topic_counts_organisations_not_documents(graph):
    answer = ask(graph, "topics")
    assert {(row["topic"], row["workers"]) for row in answer.records()} == {("mass", 3)}


def test_an_unknown_question_is_not_found_with_a_hint(graph):
    with pytest.raises(NotFoundError, match=r"no question 'member': did you mean members\?"):
        ask(graph, "member")


def test_an_unknown_parameter_is_refused_with_those_there_are(graph):
    with pytest.raises(InputError, match="members has no parameter 'net': it takes network, on"):
        ask(graph, "members", params={"net": "x"})


def test_a_number_is_asked_for_where_one_is_needed(graph):
    with pytest.raises(InputError, match="parameter at_least must be a whole number, not 'many'"):
        ask(graph, "topics", params={"at_least": "many"})


@pytest.mark.parametrize("date", ["30 June 2012", "2012-13", "12"])
def test_a_date_is_asked_for_where_one_is_needed(graph, date):
    with pytest.raises(InputError, match=r"not a date: .*: write 2012, 2012-06 or 2012-06-30"):
        ask(graph, "members", params={"on": date})
