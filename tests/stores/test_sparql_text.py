"""Parameters are bound as terms, and nothing but reading gets past the text of a query."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.errors import QueryError
from qigraph.stores.sparql_text import prepare

VALUES = st.one_of(
    st.text(),
    st.sampled_from(['" . } #', "\\", "\\u0041", "$x", "'''", "line\nbreak\r"]),
    st.integers(-(10**9), 10**9),
    st.booleans(),
)


@given(VALUES.filter(lambda value: not (isinstance(value, str) and value.startswith("<"))))
def test_any_value_reaches_the_engine_as_it_is(value):
    (solution,) = ox.Store().query(prepare("SELECT (($x) AS ?y) {}", {"x": value}))
    assert solution["y"] == ox.Literal(value)


def test_an_iri_in_angle_brackets_is_bound_as_an_iri():
    assert prepare("ASK { $s ?p ?o }", {"s": "<http://a/b>"}) == "ASK { <http://a/b> ?p ?o }"


@pytest.mark.parametrize("text", ["?x", '"$x"', "'''$x'''", "<http://a/$x>", "# $x\n"])
def test_only_dollar_variables_outside_of_strings_iris_and_comments_are_parameters(text):
    query = f"SELECT * {{ ?s ?p {text} }} # $x"
    with pytest.raises(QueryError, match=r"the query has no parameter \$x"):
        prepare(query, {"x": 1})
    assert prepare(query) == query


@pytest.mark.parametrize("value", [None, ["a"], {"a": 1}])
def test_a_value_that_is_no_term_is_refused(value):
    with pytest.raises(QueryError, match="parameter x must be a text or a number"):
        prepare("ASK { ?s ?p $x }", {"x": value})


@pytest.mark.parametrize(
    "word", ["INSERT DATA { <u:a> <u:b> 1 }", "delete where { ?s ?p ?o }", "LOAD <http://a/>"]
)
@pytest.mark.parametrize(
    "prologue", ["", "PREFIX a: <http://a/>\n", "# SELECT\nBASE <http://a/> PREFIX : <b/>"]
)
def test_updates_are_refused(word, prologue):
    with pytest.raises(QueryError, match=r"queries are read-only: [A-Z]+ is not allowed"):
        prepare(f"{prologue} {word}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/>{?s ?p ?o} }",
        "PREFIX : <http://127.0.0.1/> SELECT * { service:x{?s ?p ?o} }",
        "SELECT * { ?s ?p ?o.SERVICE?o{?s ?p ?o} }",
        "SELECT * { ?s ?p 'x\\'' . SERVICE <http://127.0.0.1/> { ?s ?p '' } }",
        "PREFIX s: <u:> SELECT * { ?s ?p s:a\\' . SERVICE <http://127.0.0.1/> { ?s ?p s:b\\' } }",
        "SELECT * { ?s ?p <http://x/\\u0041#> SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        # A comparison that looks like an IRI, and hides from a careless reader where a comment begins.
        'SELECT * { FILTER(1<2#>"""\n) SERVICE <http://127.0.0.1/> { ?s ?p ?o } #"""\n }',
        "SELECT * { ?s ?p ?o FILTER(1<2)SERVICE#>\n<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { FILTER('>'>?o&&1<2&&'>'>'SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { FILTER(prefix: <'>') SERVICE <http://127.0.0.1/> { ?s ?p ?o } #'\n}",
        "SELECT * { FILTER(?x #PREFIX a:\n<'>') SERVICE <http://127.0.0.1/> { ?s ?p ?o } #'\n}",
        "SELECT * { FILTER(?x <#>'''\n1) SERVICE <http://127.0.0.1/> { ?s ?p ?o } #'''\n}",
    ],
)
def test_service_is_refused_however_it_is_written(query):
    with pytest.raises(QueryError, match=r"SERVICE is not allowed|ambiguous"):
        prepare(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE' } # SERVICE",
        "SELECT * { ?s <http://a/service#service> ?o }",
        "PREFIX a: <http://a/> SELECT * { ?s a:service a:calibration-service }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
        "PREFIX insert: <http://a/> SELECT * { ?s insert:delete ?load }",
        "PREFIX : <#> PREFIX a.b-c: <#> SELECT * { ?s :p 'x' }",
        "SELECT * { ?s <#p> ?o }",
    ],
)
def test_innocent_words_are_let_through(query):
    assert prepare(query) == query
