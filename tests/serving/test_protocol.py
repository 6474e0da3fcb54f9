"""``/sparql`` keeps the SPARQL 1.1 Protocol."""

import httpx
import pytest
import rdflib

QI = "https://w3id.org/qigraph/"
MEMBERS = "SELECT ?x { ?x qi:memberOf id:inetqi } ORDER BY ?x"
DOCUMENTS = {name: f"{QI}document/{name}.txt" for name in "ab"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}


def names(answer):
    """The last parts of the IRIs in the answer."""
    assert answer.status_code == 200, answer.text
    rows = answer.json()["results"]["bindings"]
    return [row["x"]["value"].rsplit("/", 1)[1] for row in rows]


@pytest.mark.parametrize(
    "ask",
    [
        lambda s, q: s.get("/sparql", params={"query": q}),
        lambda s, q: s.post("/sparql", data={"query": q}),
        lambda s, q: s.post("/sparql", content=q, headers=QUERY),
        lambda s, q: s.post(
            "/sparql", content=q, headers={"Content-Type": "application/sparql-query; charset=UTF-8"}
        ),
    ],
    ids=["get", "form", "direct", "direct with charset"],
)
def test_a_query_comes_in_three_ways(server, ask):
    assert names(ask(server, MEMBERS)) == ["bipm", "ilac"]


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize("document, members", [("a", ["bipm"]), ("b", ["ilac"])])
def test_the_client_chooses_the_default_graph(server, way, document, members):
    graphs = {"default-graph-uri": DOCUMENTS[document]}
    query = "SELECT ?x { ?x qi:memberOf ?n } ORDER BY ?x"
    if way == "get":
        answer = server.get("/sparql", params={"query": query} | graphs)
    elif way == "form":
        answer = server.post("/sparql", data={"query": query} | graphs)
    else:
        answer = server.post("/sparql", params=graphs, content=query, headers=QUERY)
    assert names(answer) == members


def test_several_default_graphs_are_one(server):
    graphs = {"query": MEMBERS, "default-graph-uri": list(DOCUMENTS.values())}
    assert names(server.post("/sparql", data=graphs)) == ["bipm", "ilac"]


def test_the_client_chooses_the_named_graphs(server):
    query = "SELECT ?x { GRAPH ?g { ?x qi:memberOf ?n } }"
    assert names(server.get("/sparql", params={"query": query, "named-graph-uri": DOCUMENTS["b"]})) == [
        "ilac"
    ]
    only_default = {"query": query, "default-graph-uri": DOCUMENTS["b"]}
    assert names(server.get("/sparql", params=only_default)) == []


def test_what_the_client_chooses_goes_before_from(server):
    query = f"SELECT ?x FROM <{DOCUMENTS['a']}> {{ ?x qi:memberOf ?n }}"
    assert names(server.sparql(query)) == ["bipm"]
    assert names(server.post("/sparql", data={"query": query, "default-graph-uri": DOCUMENTS["b"]})) == [
        "ilac"
    ]


def test_values_are_bound_to_variables(server):
    query = "SELECT ?x { ?x qi:memberOf ?n ; skos:altLabel $name }"
    assert names(server.get("/sparql", params={"query": query, "$name": "ILAC"})) == ["ilac"]
    answer = server.get("/sparql", params={"query": query, "$name": '" } INSERT'})
    assert names(answer) == []


@pytest.mark.parametrize(
    "accept, media_type, begin",
    [
        (None, "application/sparql-results+json", '{"head":'),
        ("application/sparql-results+json", "application/sparql-results+json", '{"head":'),
        ("application/json", "application/json", '{"head":'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "n,l,b,d,t\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?n\t?l\t?b\t?d\t?t\n"),
        ("text/html, text/csv;q=0.5, */*;q=0.1", "text/csv; charset=utf-8", "n,l,b,d,t\r\n"),
    ],
)
def test_rows_come_in_the_format_that_the_client_wants(server, accept, media_type, begin):
    values = 'VALUES (?n ?l ?d ?t) { (1.5 "é,\\"\\n"@fr "2018"^^xsd:gYear true) }'
    query = f"SELECT ?n ?l ?b ?d ?t {{ {values} BIND(BNODE() AS ?b) }}"
    headers = {"Accept": accept} if accept else {}
    answer = server.post("/sparql", data={"query": query}, headers=headers)
    assert (answer.headers["Content-Type"], answer.headers["Vary"]) == (media_type, "Accept")
    assert answer.text.startswith(begin)


def test_terms_are_exact(server):
    query = """SELECT ?i ?l ?b ?y ?u { BIND(<http://a/é> AS ?i) BIND("x\\ty"@en-GB AS ?l) BIND(BNODE() AS ?b)
        BIND("2018"^^xsd:gYear AS ?y) }"""
    [row] = server.sparql(query).json()["results"]["bindings"]
    assert row.pop("b")["type"] == "bnode"
    assert row == {
        "i": {"type": "uri", "value": "http://a/é"},
        "l": {"type": "literal", "value": "x\ty", "xml:lang": "en-gb"},
        "y": {"type": "literal", "value": "2018", "datatype": "http://www.w3.org/2001/XMLSchema#gYear"},
    }


@pytest.mark.parametrize(
    "accept, format",
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
        ("*/*", "turtle"),
    ],
)
@pytest.mark.parametrize(
    "form", ["CONSTRUCT { ?s <http://a/in> ?o } WHERE { ?s qi:memberOf ?o }", "DESCRIBE id:bipm"]
)
def test_triples_come_in_the_format_that_the_client_wants(server, accept, format, form):
    answer = server.sparql(form, accept)
    assert answer.status_code == 200
    if accept != "*/*":
        assert answer.headers["Content-Type"].split(";")[0] == accept
    graph = rdflib.Graph().parse(data=answer.text, format=format)
    assert (rdflib.URIRef(QI + "id/bipm"), None, None) in graph


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_ask_answers_yes_or_no(server, accept):
    assert "true" in server.sparql("ASK { ?x qi:memberOf ?n }", accept).text
    assert "false" in server.sparql("ASK { ?x qi:memberOf ?x }", accept).text


@pytest.mark.parametrize(
    "query, accept, offer",
    [
        (MEMBERS, "text/turtle", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv", "text/turtle"),
        (MEMBERS, "image/png", "application/sparql-results+json"),
    ],
)
def test_a_format_that_there_is_not_is_406(server, query, accept, offer):
    answer = server.sparql(query, accept)
    assert (answer.status_code, offer in answer.text) == (406, True)


@pytest.mark.parametrize(
    "body, headers, status, message",
    [
        ({"data": {"query": "SELECT ?x {"}}, {}, 400, "syntax error in line 1"),
        ({"data": {"query": "SELECT ?x { ?x no:x ?y }"}}, {}, 400, "the prefix no: is not declared"),
        ({"data": {"query": ["ASK {}", "ASK {}"]}}, {}, 400, "there must be one query, not 2"),
        ({"data": {"default-graph-uri": "u:g"}}, {}, 400, "there must be one query, not 0"),
        ({"data": {"query": "ASK {}", "default-graph-uri": "no iri"}}, {}, 400, "must be an IRI"),
        ({"data": {"query": "ASK {}", "$name": "x"}}, {}, 400, "the query has no parameter $name"),
        ({"content": b"query=ASK%20%7B%22%FF%22%7D"}, FORM, 400, "not encoded as UTF-8"),
        ({"content": b"ASK { ?x ?y '\xff' }"}, QUERY, 400, "not encoded as UTF-8"),
        (
            {"content": "ASK {}".encode("utf-16")},
            {"Content-Type": "application/sparql-query; charset=utf-16"},
            415,
            "UTF-8",
        ),
        ({"content": b"ASK {}"}, {}, 415, "does not say what it is"),
        ({"content": b"query=ASK%7B%7D"}, {"Content-Type": "text/plain"}, 415, "not text/plain"),
        ({"data": {"query": "INSERT DATA { <u:a> <u:b> 1 }"}}, {}, 403, "read-only"),
        (
            {"data": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}},
            {},
            403,
            "SERVICE is not allowed",
        ),
        ({"data": {"update": "CLEAR ALL"}}, {}, 403, "only reads"),
        ({"content": b"CLEAR ALL"}, {"Content-Type": "application/sparql-update"}, 403, "only reads"),
        ({"content": b"query=" + b"x" * 1_000_000}, FORM, 413, "a request may have 1 MB"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(server, body, headers, status, message):
    answer = server.post("/sparql", headers=headers, **body)
    assert (answer.status_code, answer.text.count("\n")) == (status, 1), answer.text
    assert message in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(server, method):
    answer = httpx.request(method, server.url + "/sparql", trust_env=False)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_head_answers_without_a_body(server):
    answer = httpx.head(server.url + "/sparql", params={"query": MEMBERS}, trust_env=False)
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(
        server.get("/sparql", params={"query": MEMBERS}).content
    )


def test_the_endpoint_describes_itself(server):
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    answer = server.get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    [service] = graph.subjects(rdflib.RDF.type, sd.Service)
    assert graph.value(service, sd.endpoint) == rdflib.URIRef(server.url + "/sparql")
    assert (service, sd.feature, sd.UnionDefaultGraph) in graph


def test_a_browser_without_a_query_is_shown_the_page(server):
    answer = server.get("/sparql", headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
