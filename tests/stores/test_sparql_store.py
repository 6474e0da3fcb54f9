"""SPARQL sees every document's facts at once, and answers in the words of JSON."""

import pytest

from qigraph.errors import QueryError
from qigraph.stores.sparql_store import open_store, run


@pytest.fixture(scope="module")
def ask(stores):
    store = open_store(stores["sparql"])

    def ask(query, params=None):
        columns, rows = run(store, query, params)
        return columns, list(rows)

    return ask


def test_the_default_graph_is_the_union_of_the_documents(ask):
    query = "SELECT DISTINCT ?name ?net { ?s qi:memberOf [ skos:prefLabel ?net ] ; skos:prefLabel ?name }"
    assert ask(query) == (["name", "net"], [["Alpha Institute", "Measurement Network"]])


def test_each_document_is_a_named_graph(ask):
    query = "SELECT ?title { GRAPH ?g { ?s qi:memberOf ?o . ?g dcterms:title ?title } } ORDER BY ?title"
    assert ask(query) == (["title"], [["a b.txt"], ["c.pdf"]])


def test_values_are_those_of_json(ask):
    query = """SELECT (7 AS ?i) (1.5 AS ?d) (2e0 AS ?e) (true AS ?t) ("x"@en AS ?l) (<http://a/> AS ?iri)
        (1/0 AS ?none) ("2018"^^xsd:gYear AS ?y) ("many"^^xsd:integer AS ?bad) {}"""
    columns, rows = ask(query)
    assert columns == ["i", "d", "e", "t", "l", "iri", "none", "y", "bad"]
    assert rows == [[7, 1.5, 2.0, True, "x", "http://a/", None, "2018", "many"]]


def test_ask_answers_one_row(ask):
    assert ask("ASK { ?s qi:memberOf ?o }") == (["answer"], [[True]])


def test_construct_answers_triples(ask):
    columns, rows = ask("CONSTRUCT { ?s <http://a/in> ?o } WHERE { ?s qi:memberOf ?o }")
    assert columns == ["subject", "predicate", "object"]
    assert ["https://w3id.org/qigraph/id/alpha", "http://a/in", "https://w3id.org/qigraph/id/net"] in rows


def test_parameters_reach_into_filters_and_subqueries(ask):
    query = "SELECT ?s { { SELECT ?s { ?s skos:altLabel ?a FILTER(LCASE(?a) = LCASE($name)) } } }"
    assert ask(query, {"name": 'THE "a"'}) == (["s"], [["https://w3id.org/qigraph/id/alpha"]])


@pytest.mark.parametrize(
    "query, message",
    [
        ("SELECT ?s {\n ?s ?p", r'^syntax error in line 2, column 7, at its end: expected [^\n]*"\$"'),
        (
            "SELECT ?s { ?s no:x ?o }",
            r"^syntax error in line 1, column \d+, near .*: the prefix no: is not declared$",
        ),
        ("SELECT ?x (COUNT(*) AS ?n) { ?x ?y ?z }", "The SELECT contains a variable that is unbound"),
        ("", "^syntax error in line 1, column 1, at its end"),
    ],
)
def test_a_syntax_error_is_one_line_with_its_place(ask, query, message):
    with pytest.raises(QueryError, match=message):
        ask(query)


def test_a_folder_without_a_store_is_refused(tmp_path):
    with pytest.raises(QueryError, match=r"no SPARQL store in .*: build the graph again"):
        open_store(tmp_path / "none")
