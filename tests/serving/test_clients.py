"""Clients that others wrote work as they are."""

import json
import shutil
import subprocess
import warnings

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

ID = "https://w3id.org/qigraph/id/"
ONTOLOGY = "https://w3id.org/qigraph/ontology#"
MEMBERS = "SELECT ?x { ?x qi:memberOf id:inetqi } ORDER BY ?x"
TRIPLES = "CONSTRUCT { ?x qi:memberOf ?n } WHERE { ?x qi:memberOf ?n }"


@pytest.fixture
def wrapper(server):
    return SPARQLWrapper(server.url + "/sparql")


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows(wrapper, method):
    wrapper.setMethod(method)
    wrapper.setQuery(MEMBERS)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert [row["x"]["value"] for row in rows] == [ID + "bipm", ID + "ilac"]


def test_sparqlwrapper_reads_the_other_formats(wrapper):
    wrapper.setQuery(MEMBERS)
    wrapper.setReturnFormat(XML)
    assert len(wrapper.queryAndConvert().getElementsByTagName("result")) == 2
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert().decode().split() == ["x", ID + "bipm", ID + "ilac"]
    wrapper.setQuery("ASK { ?x qi:memberOf id:inetqi }")
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["boolean"] is True


def test_sparqlwrapper_reads_triples(wrapper):
    wrapper.setQuery(TRIPLES)
    wrapper.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=wrapper.queryAndConvert(), format="turtle")) == 2
    wrapper.setReturnFormat(JSONLD)
    assert len(wrapper.queryAndConvert()) == 2


def test_sparqlwrapper_tells_a_syntax_error_and_chooses_graphs(wrapper):
    wrapper.setQuery("SELECT")
    with pytest.raises(QueryBadFormed, match="syntax error in line 1"):
        wrapper.query()
    wrapper.setQuery("SELECT ?x { ?x qi:memberOf ?n }")
    wrapper.addDefaultGraph("https://w3id.org/qigraph/document/b.txt")
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert().decode().split() == ["x", ID + "ilac"]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_reads_the_graph_as_one_of_its_own(server, method):
    graph = rdflib.Graph(SPARQLStore(server.url + "/sparql", method=method))
    member_of = rdflib.URIRef(ONTOLOGY + "memberOf")
    assert set(graph.subjects(member_of)) == {rdflib.URIRef(ID + "bipm"), rdflib.URIRef(ID + "ilac")}
    rows = graph.query("SELECT ?x { ?x <" + ONTOLOGY + "memberOf> ?n } ORDER BY ?x")
    assert [str(row.x) for row in rows] == [ID + "bipm", ID + "ilac"]
    assert graph.query("ASK { ?x ?y ?z }").askAnswer is True


def test_rdflib_reads_service_of_its_own_queries(server):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = rdflib.Graph().query(
            f"SELECT ?x {{ SERVICE <{server.url}/sparql> {{ ?x <{ONTOLOGY}memberOf> ?n }} }}"
        )
    assert {str(row.x) for row in rows} == {ID + "bipm", ID + "ilac"}


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl is installed: apt-get install curl")
def test_curl_asks_in_one_line(server):
    def curl(*words):
        command = ["curl", "-sS", "--noproxy", "*", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    sparql = server.url + "/sparql"
    assert curl(sparql, "-H", "Accept: text/csv", "--data-urlencode", f"query={MEMBERS}").split() == [
        "x",
        ID + "bipm",
        ID + "ilac",
    ]
    assert "true" in curl("-G", sparql, "--data-urlencode", "query=ASK { ?x qi:memberOf ?n }")
    sent = json.dumps({"query": "MATCH (x)-[:MEMBER_OF]->(n) RETURN x.id ORDER BY x.id"})
    told = curl(server.url + "/cypher", "-H", "Content-Type: application/json", "-d", sent)
    assert json.loads(told) == {"columns": ["x.id"], "rows": [["bipm"], ["ilac"]]}
