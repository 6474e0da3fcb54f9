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
        {"network": "new-network", "on": "2019"},
        {"network": "new-network", "on": "2018-06"},
        {"network": "board", "on": "2020-01-31"},
    ],
    "founders": [{"of": "new-network"}, {"of": "old-network"}],
    "predecessors": [{"of": "new-network"}, {"of": "middle-network"}],
    "evolution": [{"of": "new-network"}, {"of": "middle-network"}],
    "leadership": [{"body": "new-network"}, {"body": "old-network"}, {"body": "new-network", "on": "2021"}],
    "agreements": [{"organisation": "weights"}, {"organisation": "trust"}, {"organisation": "rulers"}],
    "old-agreements": [{}, {"on": "2021"}, {"on": "2018-01", "years": 2}],
    "no-agreement": [{"network": "middle-network"}],
    "signers": [{"organisation": "weights"}],
    "observers": [{"body": "board"}, {"body": "board", "on": "2003"}],
    "shared-bodies": [
        {"first": "weights", "second": "trust"},
        {"first": "rulers", "second": "weights", "on": "2020"},
    ],
    "topics": [{}, {"at_least": 1, "at_most": 4}, {"at_least": "2"}],
    "unstaffed-topics": [{}],
    "goals": [{}, {"goal": "goal/12.5"}, {"goal": "goal/12"}, {"goal": "goal/9"}, {"goal": "goal/all"}],
    "unaddressed-goals": [{"network": "new-network"}, {"network": "old-network"}],
    "revisions": [{}, {"instrument": "instrument/rule-1"}],
    "events": [{"organisation": "weights"}, {"organisation": "trust"}],
    "maintainers": [{}, {"system": "system/scales"}],
    "regions": [{}],
    "twinnings": [{}, {"organisation": "trust"}],
    "focal-points": [{"network": "new-network"}],
    "sole-links": [{"through": "trust"}],
    "disagreements": [{}],
    "single-source": [{"about": "new-network"}, {"about": "trust"}],
    "contribution": [{"document": "dissent.txt"}, {"document": "annual report (2020).pdf"}],
    "evidence": [{"first": "new-network", "second": "weights"}],
}
CASES = [(name, params) for name, several in ASKED.items() for params in several]


def _rows(answer):
    return sorted(answer.rows, key=lambda row: json.dumps(row))


def test_every_question_is_asked_here():
    assert [q.name for q in questions()] == sorted(ASKED)


def test_every_question_is_a_pair_with_the_same_words_on_top():
    def head(name, mark):
        lines = resource(f"queries/{name}").read_text().split("\n\n")[0].splitlines()
        return [line.removeprefix(mark) for line in lines if line.startswith(mark)]

    for q in questions():
        words = head(f"{q.name}.rq", "# ")
        assert words == head(f"{q.name}.cypher", "// ")
        told = len(q.parameters) + bool(q.example) + bool(q.note) + bool(q.further)
        assert words[0] == q.text and len(words) == 1 + told


@pytest.mark.parametrize("name, params", CASES)
def test_both_languages_give_the_same_rows_and_some(graph, name, params):
    sparql, cypher = ask(graph, name, "sparql", params), ask(graph, name, "cypher", params)
    assert sparql.columns == cypher.columns
    assert _rows(sparql) == _rows(cypher)
    assert sparql.rows


@pytest.mark.parametrize("name", [q.name for q in questions() if any(p.default for p in q.parameters)])
def test_an_identifier_that_nothing_bears_is_no_error_and_has_columns(graph, name):
    hostile = "nobody ' \" \\ $x > {}"
    params = {p.name: hostile for p in question(name).parameters if p.kind == "entity"}
    sparql, cypher = ask(graph, name, "sparql", params), ask(graph, name, "cypher", params)
    assert sparql.columns == cypher.columns
    assert _rows(sparql) == _rows(cypher)


@pytest.mark.parametrize("name, params", CASES)
def test_every_answer_carries_a_sentence(graph, name, params):
    answer = ask(graph, name, params=params)
    quotes = [place for place, column in enumerate(answer.columns) if column.endswith("quote")]
    assert any(row[place] for row in answer.rows for place in quotes)


def test_members_come_with_the_first_sentence_of_every_document(graph):
    rows = ask(graph, "members", params={"network": "new-network"}).records()
    assert [
        (r["member"], r["since"], r["document"], r["quote"].split("\n")[0])
        for r in rows
        if (r["of"], r["seat"]) == ("New Network", "member")
    ] == [
        ('League of "Rulers"', None, "web page.html", 'sentence "4"'),
        ("Bureau of Weights", "2018", "annual report (2020).pdf", 'sentence "1"'),
        ("Bureau of Weights", "2018", "web page.html", 'sentence "0"'),
        ("Trust in Testing", "2018-11", "web page.html", 'sentence "3"'),
        ("Bureau of Weights", "2019-03", "dissent.txt", 'sentence "2"'),
    ]


def test_who_was_in_what_a_network_grew_out_of_is_a_member_by_that_name(graph):
    rows = ask(graph, "members", params={"network": "new-network", "on": "2017"}).records()
    assert {(r["member"], r["of"], r["seat"]) for r in rows} == {
        ('League of "Rulers"', "Middle Network", "member"),
        ("Loner Laboratory", "Middle Network", "member"),
        ('League of "Rulers"', "Old Network", "founder"),
    }


@pytest.mark.parametrize(
    "on, dating",
    [
        ("2018", {"2018": "dated", "2018-11": "dated", None: "no date"}),
        ("2018-06-01", {"2018": "since some day of 2018", None: "no date"}),
        (
            "2018-11-05",
            {"2018": "since some day of 2018", "2018-11": "since some day of 2018-11", None: "no date"},
        ),
        (
            "2020-06-30",
            {"2018": "dated", "2019-03": "dated", "2018-11": "until some day of 2020-06", None: "no date"},
        ),
    ],
)
def test_a_date_that_is_less_precise_than_the_one_asked_for_is_marked(graph, on, dating):
    rows = ask(graph, "members", params={"network": "new-network", "on": on}).records()
    told = {r["since"]: r["dating"] for r in rows if (r["of"], r["seat"]) == ("New Network", "member")}
    assert told == dating


@pytest.mark.parametrize(
    "on, members",
    [
        ("2017", set()),
        ("2018", {'League of "Rulers"', "Bureau of Weights", "Trust in Testing"}),
        ("2018-10-31", {'League of "Rulers"', "Bureau of Weights"}),
        ("2020-06-30", {'League of "Rulers"', "Bureau of Weights", "Trust in Testing"}),
        ("2020-07", {'League of "Rulers"', "Bureau of Weights"}),
    ],
)
def test_members_on_a_date_are_those_whose_interval_may_cover_it(graph, on, members):
    rows = ask(graph, "members", params={"network": "new-network", "on": on}).records()
    seats = [row for row in rows if (row["of"], row["seat"]) == ("New Network", "member")]
    assert {row["member"] for row in seats} == members


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
    assert {row["partner"] for row in pact} == {"Trust in Testing", 'League of "Rulers"', "Jane Gauge"}
    deed = [row for row in rows if row["agreement"] == "Deed without date"]
    assert [(row["partner"], row["signed"], row["document"]) for row in deed] == [(None, None, "dissent.txt")]


def test_a_topic_counts_organisations_not_documents(graph):
    answer = ask(graph, "topics")
    assert {(row["topic"], row["workers"]) for row in answer.records()} == {("mass", 5), ("time", 3)}


MEANT = [
    (
        "evolution",
        {"of": "new-network"},
        ("network", "what", "name", "change"),
        [
            ("New Network", "founder", "Bureau of Weights", "new"),
            ("New Network", "member", 'League of "Rulers"', "as before"),
            ("New Network", "topic", "mass", "as before"),
            ("New Network", "topic", "time", "new"),
        ],
    ),
    (
        "no-agreement",
        {"network": "middle-network"},
        ("first", "second"),
        [("Loner Laboratory", 'League of "Rulers"')],
    ),
    (
        "signers",
        {"organisation": "weights"},
        ("person", "role", "agreement"),
        [("Jane Gauge", "Director", "Pact of Precision")],
    ),
    (
        "observers",
        {"body": "board"},
        ("observer", "since", "until"),
        [("Trust in Testing", "2001", "2003-02")],
    ),
    ("revisions", {}, ("instrument", "replaces", "since"), [("Rule 2", "Rule 1", "1999")]),
    (
        "unstaffed-topics",
        {},
        ("elsewhere", "topic", "organisation"),
        [(0, "mass", "Bureau of Weights"), (0, "mass", "New Network"), (1, "time", "Loner Laboratory")],
    ),
    (
        "regions",
        {},
        ("region", "activity", "place"),
        [("Asia and Pacific", "Seminar on levers", "Measureton"), ("Europe", None, None)],
    ),
    ("twinnings", {"organisation": "trust"}, ("first", "second"), [("Loner Laboratory", "Trust in Testing")]),
    (
        "focal-points",
        {"network": "new-network"},
        ("group", "focal_point"),
        [("Group on Levers", "Bureau of Weights")],
    ),
    (
        "sole-links",
        {"through": "trust"},
        ("organisation", "relation"),
        [("Hermit Institute", "cooperates with")],
    ),
    (
        "disagreements",
        {},
        ("thing", "date", "document", "other_date", "other_document"),
        [("Fair of Measures", "2021-05-20", "web page.html", "2021-06-01", "dissent.txt")],
    ),
    (
        "contribution",
        {"document": "dissent.txt"},
        ("subject", "relation", "object"),
        [("New Network", "works on", "mass"), ("Middle Network", "successor of", "Old Network")],
    ),
    ("evidence", {"first": "weights", "second": "scales"}, ("subject",), []),
    (
        "evidence",
        {"first": "system/scales", "second": "weights"},
        ("relation", "since"),
        [("maintains", "2001")],
    ),
]


@pytest.mark.parametrize("name, params, columns, some", MEANT)
def test_among_the_rows_are(graph, name, params, columns, some):
    told = [tuple(row[column] for column in columns) for row in ask(graph, name, params=params).records()]
    assert set(some) <= set(told)
    assert some or not told


def test_a_topic_with_a_body_of_its_own_is_staffed(graph):
    rows = ask(graph, "unstaffed-topics").records()
    assert ("time", "New Network") not in {(row["topic"], row["organisation"]) for row in rows}


def test_what_a_member_issued_addresses_goals_for_it(graph):
    unaddressed = {
        row["goal"]: row for row in ask(graph, "unaddressed-goals", params={"network": "board"}).records()
    }
    assert "SDG 9" not in unaddressed  # by an instrument of one member, and by the other itself
    assert unaddressed["SDG 12"]["addressed_by"] == "Calibration Camp"
    assert len(unaddressed) == 16


def test_an_agreement_is_old_only_when_no_day_it_may_mean_is_younger(graph):
    def old(on):
        return {row["agreement"] for row in ask(graph, "old-agreements", params={"on": on}).records()}

    assert (old("2020-05-20"), old("2020-05-21"), old("2020"), old("2021")) == (
        set(),
        {"Pact of Precision"},
        set(),
        {"Pact of Precision"},
    )


def test_a_region_that_is_reached_has_no_empty_row(graph):
    rows = ask(graph, "regions").records()
    assert [row["activity"] for row in rows if row["region"] == "Asia and Pacific"] == ["Seminar on levers"]
    assert len({row["region"] for row in rows}) == len(rows)


def test_what_two_documents_state_in_either_direction_rests_on_no_single_one(graph):
    rows = ask(graph, "single-source", params={"about": "trust"}).records()
    assert {row["relation"] for row in rows} >= {"chairs", "observer at"}
    assert "twinned with" not in {row["relation"] for row in rows}


def test_a_parameter_without_a_default_must_be_given(graph):
    with pytest.raises(
        InputError, match="parameter document must be given: its name, as qigraph info lists it"
    ):
        ask(graph, "contribution")


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
