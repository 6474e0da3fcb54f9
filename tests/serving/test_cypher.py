"""``/cypher`` and ``/questions`` answer rows in JSON."""

import pytest

from qigraph.questions import questions

QUERY = "MATCH (x)-[:MEMBER_OF]->(n {id: $id}) RETURN x.id AS member ORDER BY member"


def test_a_query_with_parameters_answers_rows(server):
    answer = server.cypher(QUERY, id="inetqi")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {"columns": ["member"], "rows": [["bipm"], ["ilac"]]}


def test_nodes_and_relationships_are_objects(server):
    query = "MATCH (x {id: 'bipm'})-[r:MEMBER_OF]->() RETURN x, r, [1.5, null, 'é'] AS list"
    [[node, relationship, values]] = server.cypher(query).json()["rows"]
    assert node["properties"]["id"] == "bipm"
    assert (relationship["type"], relationship["start"], relationship["end"]) == (
        "MEMBER_OF",
        "bipm",
        "inetqi",
    )
    assert relationship["properties"]["quote"].startswith("BIPM is a member")
    assert values == [1.5, None, "é"]


def test_hostile_parameters_are_values(server):
    assert server.cypher(QUERY, id="' OR 1=1 //").json()["rows"] == []


@pytest.mark.parametrize(
    "query, status, message",
    [
        ("MATCH (x RETURN x", 400, "syntax error in line 1"),
        ("RETURN $who AS x", 400, "Expected parameter"),
        ("CREATE (:Organisation)", 403, "read-only"),
        ("MATCH (n) DETACH DELETE n", 403, "read-only"),
        ("MATCH (n) SET n.name = 'x'", 403, "read-only"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", 403, "LOAD CSV is not allowed"),
    ],
)
def test_a_query_that_fails_says_why_in_json(server, query, status, message):
    answer = server.cypher(query)
    assert answer.status_code == status
    assert message in answer.json()["error"]


@pytest.mark.parametrize(
    "body, status, message",
    [
        ({"content": "{", "headers": {"Content-Type": "application/json"}}, 400, "not JSON"),
        ({"content": "[" * 100_000, "headers": {"Content-Type": "application/json"}}, 400, "not JSON"),
        ({"json": []}, 400, "a JSON object with query and parameters"),
        ({"json": {}}, 400, "must have a query"),
        ({"json": {"query": 7}}, 400, "query has the wrong type"),
        ({"json": {"query": "RETURN 1 AS x", "parameters": []}}, 400, "parameters has the wrong type"),
        ({"json": {"query": "RETURN 1 AS x", "params": {}}}, 400, "'params', which is not known"),
        ({"content": "RETURN 1 AS x"}, 415, "application/json"),
        ({"json": {"query": "x" * 1_000_000}}, 413, "1 MB"),
    ],
)
def test_a_body_that_cannot_be_read_says_what_it_must_be(server, body, status, message):
    answer = server.post("/cypher", **body)
    assert (answer.status_code, message in answer.json()["error"]) == (status, True), answer.text


def test_get_and_other_formats_are_refused(server):
    assert server.get("/cypher").status_code == 405
    answer = server.post("/cypher", json={"query": "RETURN 1 AS x"}, headers={"Accept": "text/csv"})
    assert answer.status_code == 406


def test_the_questions_are_listed_with_both_queries(server):
    listed = server.get("/questions").json()["questions"]
    assert [entry["name"] for entry in listed] == [question.name for question in questions()]
    for entry in listed:
        assert set(entry["queries"]) == {"sparql", "cypher"}
        for parameter in entry["parameters"]:
            assert all(f"${parameter['name']}" in query for query in entry["queries"].values())


@pytest.mark.parametrize("language", ["sparql", "cypher"])
def test_a_question_is_answered_alike_in_both_languages(server, language):
    answer = server.get("/questions/members", params={"network": "INetQI", "language": language}).json()
    by_name = [dict(zip(answer["columns"], row, strict=True)) for row in answer["rows"]]
    assert [row["since"] for row in by_name] == ["2006", "2018"]
    assert by_name[0]["quote"].startswith("ILAC is a member of INetQI")


def test_a_question_may_be_asked_with_a_changed_query(server):
    query = "SELECT (LCASE(STR($network)) AS ?id) {}"
    sent = {"parameters": {"network": "INetQI"}, "query": query}
    [[value]] = server.post("/questions/members", json=sent).json()["rows"]
    assert "inetqi" in value


@pytest.mark.parametrize(
    "path, status, message",
    [
        ("members?network=Nowhere", 404, "nothing named 'Nowhere'"),
        ("membrs", 404, "did you mean members?"),
        ("members?netwrk=x", 400, "has no parameter 'netwrk'"),
        ("members?on=yesterday", 400, "yesterday"),
        ("members?language=sql", 400, "sparql or cypher"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(server, path, status, message):
    answer = server.get("/questions/" + path)
    assert (answer.status_code, message in answer.json()["error"]) == (status, True), answer.text
