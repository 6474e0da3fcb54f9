"""Records of the Research Organization Registry, as its API and its dump have them."""

import json
from typing import Any

import pytest

from qigraph.errors import InputError
from qigraph.facts import Fact
from qigraph.loading.sources import facts_in, recipe_for
from qigraph.reading import Text
from tests.loading.tables.tables import REGISTRY


def record(ror: str = "012xzy7a9", **more: Any) -> dict[str, Any]:
    return {
        "id": f"https://ror.org/{ror}",
        "names": [
            {"lang": "en", "types": ["acronym"], "value": "LMI"},
            {"lang": "en", "types": ["ror_display", "label"], "value": "Lakes Metrology Institute"},
            {"lang": "fr", "types": ["label"], "value": "Institut de métrologie des lacs"},
        ],
        "established": 1996,
        "external_ids": [{"type": "wikidata", "preferred": None, "all": ["Q99999901"]}],
        "locations": [
            {"geonames_id": 191245, "geonames_details": {"name": "Kisumu", "country_name": "Kenya"}}
        ],
        "relationships": [],
        "links": [{"type": "website", "value": "https://lakes.example"}],
        "status": "active",
        "types": ["facility"],
    } | more


def related(kind: str, ror: str = "03yrm5c26", label: str = "Ministry of Lakes") -> dict[str, Any]:
    return {"relationships": [{"type": kind, "id": f"https://ror.org/{ror}", "label": label}]}


def facts(table: Any) -> list[Fact]:
    return facts_in(Text("ror.json", json.dumps(table, indent=2), "application/json"), REGISTRY).facts


def stated(table: Any) -> set[tuple[str, str, str]]:
    return {(fact.subject.label, fact.relation, fact.object_label) for fact in facts(table)}


def test_a_record_states_year_and_seat_with_the_slices_that_do() -> None:
    found = {fact.relation: fact for fact in facts(record())}
    assert set(found) == {"established", "seatIn"}
    (evidence,) = found["established"].evidence
    assert (evidence.quote, evidence.row, evidence.column) == ('"established": 1996', 1, "established")
    assert found["seatIn"].object_label == "Kisumu"
    assert "191245" in found["seatIn"].evidence[0].quote


def test_all_names_of_all_languages_are_names_of_one_thing() -> None:
    subject = facts(record())[0].subject
    assert subject.label == "Lakes Metrology Institute"
    assert subject.aliases == ("LMI", "Institut de métrologie des lacs")
    assert subject.codes == (("ror", "012xzy7a9"), ("wikidata", "Q99999901"))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("parent", ("Lakes Metrology Institute", "partOf", "Ministry of Lakes")),
        ("child", ("Ministry of Lakes", "partOf", "Lakes Metrology Institute")),
        ("predecessor", ("Lakes Metrology Institute", "successorOf", "Ministry of Lakes")),
        ("successor", ("Ministry of Lakes", "successorOf", "Lakes Metrology Institute")),
        ("related", ("Lakes Metrology Institute", "cooperatesWith", "Ministry of Lakes")),
    ],
)
def test_relationships(kind: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(record(**related(kind)))


@pytest.mark.parametrize(
    "wrap", [lambda r: r, lambda r: [r], lambda r: {"number_of_results": 1, "items": [r]}]
)
def test_a_record_a_list_as_the_dump_is_and_an_answer_of_the_api_state_the_same(wrap: Any) -> None:
    assert stated(wrap(record())) == stated(record())


def test_a_record_of_schema_1_states_the_same() -> None:
    old = {
        "id": "https://ror.org/012xzy7a9",
        "name": "Lakes Metrology Institute",
        "aliases": [],
        "acronyms": ["LMI"],
        "labels": [{"label": "Institut de métrologie des lacs", "iso639": "fr"}],
        "established": 1996,
        "status": "active",
        "addresses": [{"geonames_city": {"id": 191245, "city": "Kisumu"}}],
        "external_ids": {
            "Wikidata": {"preferred": None, "all": ["Q99999901"]},
            "GRID": {"preferred": "grid.1.2a", "all": "grid.1.2a"},
        },
        "relationships": [
            {"type": "Parent", "id": "https://ror.org/03yrm5c26", "label": "Ministry of Lakes"}
        ],
    }
    assert stated(old) == stated(record(**related("parent")))
    assert ("grid", "grid.1.2a") in facts(old)[0].subject.codes


def test_what_was_withdrawn_states_nothing() -> None:
    assert facts(record(status="withdrawn")) == []
    assert stated(record(status="inactive")) == stated(record())


@pytest.mark.parametrize(
    ("scheme", "code"), [("isni", "0000 0001 2191 6593"), ("wikidata", "Q229478")], ids=["isni", "wikidata"]
)
def test_an_identifier_of_the_registry_means_its_entry(scheme: str, code: str) -> None:
    ids = [{"type": scheme, "preferred": None, "all": [code]}]
    assert facts(record(external_ids=ids))[0].subject.id == "bipm"
    assert facts(record("055vkyj43", external_ids=[]))[0].subject.id == "bipm"


def test_of_several_identifiers_the_preferred_one_counts_and_without_it_none() -> None:
    several = {"type": "wikidata", "all": ["Q99999901", "Q229478"]}
    preferred = facts(record(external_ids=[several | {"preferred": "Q229478"}]))[0].subject
    assert preferred.id == "bipm"
    undecided = facts(record(external_ids=[several | {"preferred": None}]))[0].subject
    assert undecided.id == "organisation/ror:012xzy7a9"


def test_a_long_list_is_read_row_by_row() -> None:
    many = [record(f"0{number:06}12", established=1900 + number % 100) for number in range(500)]
    rows = [fact.evidence[0].row for fact in facts(many) if fact.relation == "established"]
    assert sorted(rows) == list(range(1, 501))


@pytest.mark.parametrize(
    "broken", ['[{"id": "https://ror.org/012xzy7a9", "names": [', "[1, 2", "[]x", "[", "{"]
)
def test_a_broken_dump_is_refused_with_one_line(broken: str) -> None:
    with pytest.raises(InputError) as refused:
        recipe_for(Text("ror.json", broken, "application/json"))
    assert "\n" not in str(refused.value)
