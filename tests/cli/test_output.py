"""Rows as people and programs get them; text from documents is never trusted."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.cli.output import print_rows
from qigraph.rows import Rows
from qigraph.safe_text import csv_cell, json_text, plain, visible

ROWS = Rows(["name", "facts", "also"], [["BIPM", 3, ["Bureau", "SI | KCDB"]], ["ILAC", None, []]])

Capture = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """Standard output as if a person sat before it."""

    def isatty(self) -> bool:
        return True


def printed(capsys: Capture, rows: Rows, format: str | None = None) -> str:
    print_rows(rows, format, "Title")
    return capsys.readouterr().out


def test_json_is_a_list_of_objects_keyed_by_the_columns(capsys: Capture) -> None:
    assert json.loads(printed(capsys, ROWS, "json")) == ROWS.records()


def test_json_lines_are_one_object_a_line(capsys: Capture) -> None:
    assert [json.loads(line) for line in printed(capsys, ROWS, "jsonl").splitlines()] == ROWS.records()


def test_csv_has_a_header_and_guards_formulas(capsys: Capture) -> None:
    rows = Rows(["=name"], [["=1+1"], ["+1"], ["-1"], ["@x"], [-1], ['say "hi", twice\nor more']])
    assert list(csv.reader(io.StringIO(printed(capsys, rows, "csv")))) == [
        ["'=name"],
        ["'=1+1"],
        ["'+1"],
        ["'-1"],
        ["'@x"],
        ["-1"],
        ['say "hi", twice\nor more'],
    ]


def test_markdown_cannot_be_broken_out_of(capsys: Capture) -> None:
    out = printed(capsys, Rows(["a"], [["x | y\n<script> [z](javascript:1)"]]), "markdown")
    assert out == "| a |\n| --- |\n| x \\| y &lt;script&gt; \\[z\\](javascript:1) |\n"


def test_piped_output_is_one_line_a_row_with_tabs(capsys: Capture) -> None:
    assert printed(capsys, ROWS) == "name\tfacts\talso\nBIPM\t3\tBureau, SI | KCDB\nILAC\t\t\n"


def test_no_rows_are_still_valid_data(capsys: Capture) -> None:
    empty = Rows(["name"])
    assert printed(capsys, empty, "json") == "[]\n"
    assert printed(capsys, empty, "jsonl") == ""
    assert printed(capsys, empty, "csv") == printed(capsys, empty) == "name\n"
    assert printed(capsys, empty, "table") == "Title: none\n"


def test_a_table_without_a_terminal_has_no_colours(capsys: Capture) -> None:
    out = printed(capsys, ROWS, "table")
    assert "\x1b" not in out
    assert next(line.split()[0] for line in out.splitlines() if line.strip()) == "Title"
    assert "BIPM" in out


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, rows: Rows, **environment: str) -> str:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    print_rows(rows)
    return terminal.getvalue()


def test_people_get_a_table_and_colours_unless_they_refuse_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1m" in on_a_terminal(monkeypatch, ROWS)
    assert "\x1b[3" not in on_a_terminal(monkeypatch, ROWS, NO_COLOR="1")


def test_long_quotes_are_wrapped_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{number}" for number in range(40)]
    out = on_a_terminal(monkeypatch, Rows(["name", "quote"], [["BIPM", " ".join(words)]]), NO_COLOR="1")
    assert all(word in out for word in words)
    assert max(len(re.sub(r"\x1b\[\d*m", "", line)) for line in out.splitlines()) <= 60


def test_markup_of_the_terminal_library_in_a_name_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "[red]x[/red]" in on_a_terminal(monkeypatch, Rows(["a"], [["[red]x[/red]"]]), NO_COLOR="1")


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "markdown", None])
@pytest.mark.parametrize("hostile", ["\x1b]0;x\x07", "\x9b31m", "\u202eevil", "\r", "\x08", "\u2066", "\x7f"])
def test_no_format_lets_a_control_character_through(
    capsys: Capture, format: str | None, hostile: str
) -> None:
    out = printed(capsys, Rows(["a"], [[f"BI{hostile}PM"]]), format)
    assert not set(hostile) & set("\x1b\x07\x9b\u202e\r\x08\u2066\x7f") & set(out)


@given(text=st.text())
def test_json_gives_back_what_was_put_in(text: str) -> None:
    assert json.loads(json_text({"text": text})) == {"text": text}


@given(text=st.text())
def test_visible_text_is_one_line_of_printable_characters_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert "\n" not in shown
    assert visible(shown) == shown


@given(text=st.text(min_size=1))
def test_no_cell_begins_a_formula(text: str) -> None:
    assert not str(csv_cell(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (0.123456789, "0.123457"),
        (["a", 1], "a, 1"),
        ({"a": [1]}, '{"a": [1]}'),
        ([], ""),
    ],
)
def test_values_are_put_into_words(value: object, words: str) -> None:
    assert plain(value) == words
