"""The rows of CSV, JSON Lines and JSON files, with their places."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.errors import InputError
from qigraph.loading.tables.cells import Cell, read_json
from qigraph.loading.tables.rows import columns, read_rows
from qigraph.reading import Text
from tests.loading.tables.tables import csv_text, jsonl_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def plain(cell: Cell) -> object:
    if isinstance(cell.value, dict):
        return {name: plain(inner) for name, inner in cell.value.items()}
    return [plain(inner) for inner in cell.value] if isinstance(cell.value, list) else cell.value


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(
    value: object, indent: int | None, plainly: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=plainly)
    cell = read_json(text, 0)
    assert plain(cell) == json.loads(text)
    assert text[cell.start : cell.stop] == text


@settings(deadline=None)
@given(st.text())
def test_what_is_no_json_is_refused_with_a_value_error(text: str) -> None:
    def no_number(name: str) -> None:
        raise ValueError(f"{name} is no JSON")

    try:
        expected = json.loads(text, parse_constant=no_number)
    except ValueError:
        try:
            cell = read_json(text, 0)
        except ValueError:
            return
        assert text[cell.stop :].strip(), "read though json refuses it"
    else:
        assert plain(read_json(text, 0)) == expected


def test_a_value_stands_where_its_name_begins() -> None:
    text = jsonl_text('{"body": {"name": "ILAC"}, "year": 1996}')
    (row,) = read_rows(text)
    year, name = row.at("year"), row.at("body.name")
    assert year is not None and name is not None
    assert text.characters[year.start : year.stop] == '"year": 1996'
    assert name.value == "ILAC"
    assert row.at("body.seat") is None


def test_a_row_of_csv_keeps_quotes_and_line_feeds_in_its_slice() -> None:
    text = csv_text("body,note", '"ILAC, of old","two\nlines"', "IAF,one")
    first, second = read_rows(text)
    assert text.characters[first.start : first.stop] == '"ILAC, of old","two\nlines"'
    assert text.characters[second.start : second.stop] == "IAF,one"
    note = first.at("note")
    assert note is not None and note.value == "two\nlines"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_columns_is_found(sign: str) -> None:
    text = csv_text(sign.join(["body", "year"]), sign.join(["ILAC", "1996"]))
    assert columns(text) == {"body", "year"}


def test_rows_inside_a_json_file() -> None:
    text = Text("a.json", '{"results": {"bindings": [{"item": {"value": "Q1"}}]}}', "application/json")
    (row,) = read_rows(text, "results.bindings")
    item = row.at("item.value")
    assert item is not None and item.value == "Q1"
    assert columns(text, "results.bindings") == {"item"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (csv_text("a,b", "1,2,3"), "table.csv, line 2: has 3 values, the head has 2 columns"),
        (csv_text("a,b", '1,"2'), "table.csv, line 2: is not CSV: unexpected end of data"),
        (jsonl_text('{"a": 1}', "{"), "table.jsonl, line 2: is not JSON: no JSON value at character 11"),
        (jsonl_text("[1]"), "table.jsonl, line 1: is no JSON object"),
        (jsonl_text('{"a": 1} x'), "table.jsonl, line 1: goes on after its JSON value"),
        (jsonl_text("[" * 10_000), "table.jsonl, line 1: is not JSON: nested too deep at character 61"),
    ],
)
def test_a_damaged_table_is_refused_with_its_line(text: Text, message: str) -> None:
    with pytest.raises(InputError) as refused:
        list(read_rows(text))
    assert str(refused.value) == message
