"""Results of the Wikidata Query Service: of the query that the documentation has, run over a few items of our own."""

import json
import re
from typing import Any

import pyoxigraph as ox
import pytest

from qigraph.facts import Fact, Interval
from qigraph.loading.sources import facts_in
from qigraph.loading.tables.recipe import shipped_recipes
from qigraph.reading import Text
from qigraph.resources import resource
from tests.docs.pages import ROOT, blocks
from tests.loading.tables.tables import REGISTRY

(QUERY,) = (block.text for block in blocks(ROOT / "docs" / "tables.md", "sparql"))
ITEMS = """
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
wd:Q229478 rdfs:label "Weights Bureau"@en, "Bureau des poids"@fr ; wdt:P1813 "BIPM"@en ; wdt:P6782 "055vkyj43" ;
    wdt:P571 "1875-05-20T00:00:00Z"^^xsd:dateTime ;
    p:P463 [ ps:P463 wd:Q900001 ; pq:P580 "2018-01-01T00:00:00Z"^^xsd:dateTime ;
        pq:P582 "2020-11-01T00:00:00Z"^^xsd:dateTime ] ;
    p:P463 [ ps:P463 wd:Q900002 ; wikibase:rank wikibase:DeprecatedRank ] ;
    p:P749 [ ps:P749 wd:Q900003 ] ; p:P355 [ ps:P355 wd:Q900004 ] ;
    p:P112 [ ps:P112 wd:Q900003 ], [ ps:P112 wd:Q900009 ] ;
    p:P1365 [ ps:P1365 wd:Q900005 ] ; p:P1366 [ ps:P1366 wd:Q900006 ] ;
    p:P159 [ ps:P159 wd:Q900007 ] ;
    p:P488 [ ps:P488 wd:Q900008 ; pq:P580 "2021-03-05T00:00:00Z"^^xsd:dateTime ] .
wd:Q900001 rdfs:label "Lakes Network"@en . wd:Q900002 rdfs:label "Mistaken Club"@en .
wd:Q900003 rdfs:label "Convention of Lakes"@en . wd:Q900004 rdfs:label "Water Laboratory"@en .
wd:Q900005 rdfs:label "Old Bureau"@en . wd:Q900006 rdfs:label "New Bureau"@en . wd:Q900007 rdfs:label "Kisumu"@en .
wd:Q900008 rdfs:label "Jane Otieno"@mul, "Jeanne Otieno"@fr ; wdt:P31 wd:Q5 .
wd:Q900009 rdfs:label "Some Founder"@en ; wdt:P31 wd:Q5 .
"""


@pytest.fixture(scope="module")
def result() -> dict[str, Any]:
    store = ox.Store()
    store.load(ITEMS, format=ox.RdfFormat.TURTLE)
    found = store.query(QUERY)
    assert isinstance(found, ox.QuerySolutions)
    written = found.serialize(format=ox.QueryResultsFormat.JSON)
    assert written is not None
    parsed: dict[str, Any] = json.loads(written)
    return parsed


def facts(result: dict[str, Any]) -> list[Fact]:
    return facts_in(Text("wikidata.json", json.dumps(result, indent=1), "application/json"), REGISTRY).facts


def test_every_statement_of_the_query_becomes_its_fact(result: dict[str, Any]) -> None:
    bureau = "International Bureau of Weights and Measures"
    assert {(f.subject.label, f.relation, f.object_label) for f in facts(result)} == {
        (bureau, "established", "1875-05-20"),
        (bureau, "memberOf", "Lakes Network"),
        (bureau, "partOf", "Convention of Lakes"),
        ("Water Laboratory", "partOf", bureau),
        (bureau, "foundedBy", "Convention of Lakes"),
        (bureau, "successorOf", "Old Bureau"),
        ("New Bureau", "successorOf", bureau),
        (bureau, "seatIn", "Kisumu"),
        ("Jane Otieno", "chairs", bureau),
    }


def test_a_year_and_a_month_that_are_written_as_moments_stay_a_year_and_a_month(
    result: dict[str, Any],
) -> None:
    intervals = {fact.relation: fact.interval for fact in facts(result)}
    assert intervals["memberOf"] == Interval("2018", "2020-11")
    assert intervals["chairs"] == Interval("2021-03-05", None)


def test_the_item_is_known_by_its_number_whatever_it_is_called(result: dict[str, Any]) -> None:
    bureau = next(fact.subject for fact in facts(result) if fact.relation == "seatIn")
    assert bureau.id == "bipm"
    assert "Weights Bureau" in bureau.aliases
    assert bureau.codes == (("ror", "055vkyj43"), ("wikidata", "Q229478"))


def test_evidence_is_the_binding_with_its_row(result: dict[str, Any]) -> None:
    seat = next(fact for fact in facts(result) if fact.relation == "seatIn")
    (evidence,) = seat.evidence
    assert '"Kisumu"' in evidence.quote
    assert result["results"]["bindings"][(evidence.row or 0) - 1]["seatLabel"]["value"] == "Kisumu"


def test_what_wikidata_itself_does_not_know_is_nobody(result: dict[str, Any]) -> None:
    item = {"type": "uri", "value": "http://www.wikidata.org/entity/Q229478"}
    unknown = {"type": "uri", "value": "http://www.wikidata.org/.well-known/genid/8a1"}
    row = {"item": item, "itemLabel": {"value": "B"}, "memberOf": unknown, "memberOfLabel": {"value": "t1"}}
    assert facts({"results": {"bindings": [row]}}) == []


def test_an_item_without_a_name_is_called_by_its_number_until_another_source_names_it() -> None:
    item = {"type": "uri", "value": "http://www.wikidata.org/entity/Q900001"}
    row = {"item": item, "itemLabel": {"value": "Q900001"}, "inception": {"value": "1996-01-01T00:00:00Z"}}
    (fact,) = facts({"results": {"bindings": [row]}})
    assert (fact.subject.id, fact.subject.label) == ("organisation/wikidata:q900001", "wikidata q900001")


def test_the_query_of_the_documentation_is_the_one_that_is_fetched() -> None:
    fetched = resource("loaders/wikidata.rq").read_text(encoding="utf-8").partition("\n")[2]
    assert re.sub(r"VALUES \?item {[^}]*}", "VALUES ?item { {items} }", QUERY) == fetched


def test_the_query_asks_for_every_column_of_the_recipe() -> None:
    (recipe,) = (recipe for recipe in shipped_recipes() if recipe.name == "wikidata")
    asked = set(re.findall(r"\?(\w+)", QUERY[QUERY.index("SELECT") : QUERY.index("VALUES")]))
    things = recipe.things.values()
    wanted = {column for thing in things for _, columns in thing.codes for column in columns}
    wanted |= {thing.name for thing in things} | {fact.since for fact in recipe.facts if fact.since}
    names = {column.removesuffix(".value") for column in wanted}
    assert names - asked <= {"grid", "lei"}  # a query of one's own may ask for these too
