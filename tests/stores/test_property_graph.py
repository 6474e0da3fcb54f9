"""The property graph has a node for each entity and a relationship for each fact and document."""

import json

import pytest

from qigraph.errors import QigraphError
from qigraph.stores import client, property_graph
from qigraph.stores.property_rows import relationship_type
from tests.stores.conftest import FACTS, MEMBER


@pytest.fixture(scope="module")
def ask(stores):
    return lambda query, params=None: client.query("cypher", stores["cypher"], query, params)


def test_nodes_have_their_type_as_label_and_their_names(ask):
    rows = ask("MATCH (n) RETURN labels(n) AS labels, n.id, n.name, n.aliases ORDER BY n.id")
    assert rows.columns == ["labels", "n.id", "n.name", "n.aliases"]
    assert rows.rows == [
        [["Date"], "2018", "2018", []],
        [["Entity", "Organisation"], "alpha", "Alpha Institute", ["AI", 'the "A"']],
        [["Entity", "Network"], "net", "Measurement Network", ["MN"]],
    ]


def test_a_fact_of_two_documents_is_two_parallel_relationships(ask):
    rows = ask(
        "MATCH (:Organisation)-[r:MEMBER_OF]->(:Network) RETURN properties(r) AS r ORDER BY r.document"
    )
    common = {"since": "2018-11", "until": "2020", "role": "executive", "derived": False}
    first = {"document": "a b.txt", "quote": 'joined "MN"\n', "start": 3, "stop": 8, "rule": "verb"}
    second = {"document": "c.pdf", "quote": "member", "start": 0, "stop": 6, "rule": "list", "page": 7}
    second |= {"box": [72.0, 100.5, 300.0, 24.0]}
    further = [{"quote": "again", "start": 20, "stop": 25, "rule": "table"}]
    assert [row[0] | {"further": None} for row in rows.rows] == [
        common | first | {"further": None},
        common | second | {"further": None},
    ]
    assert [json.loads(row[0].get("further", "[]")) for row in rows.rows] == [further, []]


def test_a_date_is_a_node_of_its_own(ask):
    rows = ask(
        "MATCH (n:Network)-[r:ESTABLISHED]->(d:Date) RETURN n.id AS id, d.id AS date, r.quote AS quote"
    )
    assert rows.records() == [{"id": "net", "date": "2018", "quote": "2018"}]


def test_derived_facts_are_marked(ask):
    assert ask("MATCH ()-[r:COOPERATES_WITH]->() RETURN r.derived").rows == [[True]]


def test_nodes_relationships_and_paths_come_back_in_a_portable_form(ask):
    (row,) = ask("MATCH p=(n:Network)-[r:ESTABLISHED]->(d) RETURN n, r, p").rows
    node, relationship, path = row
    assert node["labels"] == ["Entity", "Network"] and node["properties"]["id"] == "net"
    assert (relationship["type"], relationship["start"], relationship["end"]) == (
        "ESTABLISHED",
        "net",
        "2018",
    )
    assert path["nodes"][0] == node and path["relationships"] == [relationship]


def test_values_are_those_of_json(ask):
    query = "RETURN 7 AS i, 1.5 AS d, true AS t, null AS n, [1, {a: 'x'}] AS l, date('2018-11-30') AS day"
    assert ask(query).rows == [[7, 1.5, True, None, [1, {"a": "x"}], "2018-11-30"]]


@pytest.mark.parametrize(
    "value", ['say "no" \\ \'', "line\nbreak", "é\U0001f600", 7, 1.5, True, None, ["a", 1]]
)
def test_a_parameter_is_bound_as_it_is(ask, value):
    assert ask("RETURN $x AS x", {"x": value}).rows == [[value]]


def test_columns_are_known_even_without_rows(ask):
    assert ask("MATCH (n:Nothing) RETURN n.id AS id, n.name").columns == ["id", "n.name"]


def test_the_name_of_a_relation_becomes_upper_snake_case():
    assert relationship_type("focalPointOf") == "FOCAL_POINT_OF"


def test_a_folder_that_cannot_be_written_is_an_error_of_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QigraphError, match=r"could not be written: [^\n]+$"):
        property_graph.build(FACTS, {}, tmp_path / "file" / "db")


def test_facts_of_one_key_are_merged(tmp_path):
    property_graph.build([MEMBER, MEMBER], {}, tmp_path / "db")
    rows = client.query("cypher", tmp_path / "db", "MATCH ()-[r]->() RETURN count(r) AS n")
    assert rows.rows == [[2]]
