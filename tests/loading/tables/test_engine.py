"""Rows become facts, each with its cell."""

import pytest

from qigraph.facts import Interval
from qigraph.schema import admits
from tests.loading.tables.tables import REGISTRY, SEATS, csv_text, jsonl_text, read, stated

COMMITTEES = """
columns: [name]
things:
  committee: {type: Body, name: name, key: id}
  parent: {row: committee, by: parent}
  member: {type: Organisation, in: members, name: acronym, code: [isoOpenData, id]}
  topic: {topics: [scope.en], but: [standardisation]}
facts:
  - committee established since
  - committee partOf parent
  - {fact: member memberOf committee, role: participating}
  - committee worksOn topic
"""
WATER = '{"id": 1, "name": "Water Board", "since": "1996-05-01", "members": [{"id": 7, "acronym": "KEBS"}]}'


def test_a_row_states_its_fact_with_its_slice_row_and_column() -> None:
    text = csv_text("who,board,year,left", "KEBS,Water Board,2012,2018", "", "UNBS,Water Board,2015,2024")
    (first, second), missed = read(text, SEATS)
    assert (first.subject.label, first.relation, first.object_label) == ("KEBS", "memberOf", "Water Board")
    assert first.interval == Interval("2012", "2018")
    assert second.interval == Interval("2015", None)  # 2024 is when the source ends
    (evidence,) = first.evidence
    assert evidence.quote == "KEBS,Water Board,2012,2018"
    assert text.characters[evidence.start : evidence.stop] == evidence.quote
    assert (evidence.row, evidence.column, evidence.rule) == (1, "board", "tables/test")
    assert first.object.aliases == ("Board Water Board",)  # type: ignore[union-attr]
    assert not missed


@pytest.mark.parametrize(
    ("value", "date"),
    [("1984.0", "1984"), ("2012-03", "2012-03"), ("2012-03-05T10:00:00Z", "2012-03-05"), ("?", None)],
)
def test_dates_are_read_as_tables_write_them(value: str, date: str | None) -> None:
    (fact,), _ = read(csv_text("who,board,year,left", f"KEBS,Water Board,{value},"), SEATS)
    assert fact.interval.since == date


def test_a_row_that_ended_before_it_began_states_nothing() -> None:
    facts, (missed,) = read(csv_text("who,board,year,left", "KEBS,Water Board,2012,2008"), SEATS)
    assert not facts
    assert missed.reason == "it ended before it began"


def test_a_year_that_ends_what_began_in_one_of_its_months_is_no_contradiction() -> None:
    (fact,), missed = read(csv_text("who,board,year,left", "KEBS,Water Board,2012-05,2012"), SEATS)
    assert fact.interval == Interval("2012-05", "2012")
    assert not missed


def test_an_empty_cell_states_nothing() -> None:
    assert stated(csv_text("who,board,year,left", ",Water Board,2012,", "KEBS,,2012,"), SEATS) == []


def test_lists_other_rows_and_dates() -> None:
    child = '{"id": 2, "name": "Pipe Group", "parent": 1, "since": "2001"}'
    assert stated(jsonl_text(WATER, child), COMMITTEES) == [
        ("Water Board", "established", "1996-05-01"),
        ("KEBS", "memberOf", "Water Board"),
        ("Pipe Group", "established", "2001"),
        ("Pipe Group", "partOf", "Water Board"),
    ]


def test_a_list_gives_the_slice_of_its_element() -> None:
    facts, _ = read(jsonl_text(WATER), COMMITTEES)
    (evidence,) = facts[1].evidence
    assert (evidence.quote, evidence.column) == ('{"id": 7, "acronym": "KEBS"}', "members")
    assert facts[1].role == "participating"
    assert facts[0].evidence[0].quote == '"since": "1996-05-01"'


def test_a_row_that_is_its_own_parent_is_told() -> None:
    facts, (missed,) = read(jsonl_text('{"id": 1, "name": "Water Board", "parent": 1}'), COMMITTEES)
    assert not facts
    assert missed.reason == "a thing has no relation to itself"


def test_topics_are_found_in_scopes_without_markup_and_without_those_that_say_nothing() -> None:
    row = '{"id": 1, "name": "Board", "scope": {"en": "<p>Standardization of food safety and <b>metrology</b></p>"}}'
    assert [
        target for _, relation, target in stated(jsonl_text(row), COMMITTEES) if relation == "worksOn"
    ] == [
        "food safety",
        "metrology",
    ]


def test_a_code_of_the_registry_is_that_organisation_and_another_is_not() -> None:
    bipm = jsonl_text('{"id": 1, "name": "Board", "members": [{"id": 8816, "acronym": "BIPM"}]}')
    other = jsonl_text('{"id": 1, "name": "Board", "members": [{"id": 1, "acronym": "BIPM"}]}')
    (known,), _ = read(bipm, COMMITTEES, REGISTRY)
    (unknown,), _ = read(other, COMMITTEES, REGISTRY)
    assert known.subject.id == "bipm"
    assert unknown.subject.id == "organisation/isoopendata:1"


def test_values_decide_which_fact_a_row_states() -> None:
    written = SEATS.replace("open: [2024]", "open: [2024], when: {kind: [1]}") + (
        "  - {fact: member observerAt board, when: {kind: [3]}}\n"
    )
    text = csv_text(
        "who,board,year,left,kind",
        "KEBS,Water Board,2012,,1",
        "UNBS,Water Board,2012,,3",
        "TBS,Water Board,,,9",
    )
    assert stated(text, written) == [
        ("KEBS", "memberOf", "Water Board"),
        ("UNBS", "observerAt", "Water Board"),
    ]


def test_names_are_spelled_as_the_recipe_has_them() -> None:
    written = (
        SEATS.replace("name: who", "name: who, spelled: lands")
        + "spellings: {lands: {stlucia: Saint Lucia}}\n"
    )
    assert stated(csv_text("who,board,year", "stlucia,Water Board,2012"), written) == [
        ("Saint Lucia", "memberOf", "Water Board")
    ]


def test_types_that_a_relation_does_not_join_are_told() -> None:
    written = SEATS.replace("type: Body", "type: Event")
    assert not admits("memberOf", "Organisation", "Event")
    facts, (missed,) = read(csv_text("who,board,year", "KEBS,Water Day,2012"), written)
    assert not facts
    assert missed.reason == "Organisation and Event do not go with it"
