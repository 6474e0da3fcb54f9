"""Findings for people: wrapped to the terminal, each sentence in full once, without remnants of web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.cli.listing import Finding, print_findings
from qigraph.safe_text import readable

SENTENCE = "Nineteen metrologists from AFRIMETS, APMP and COOMET took part in the Leaders of tomorrow course."

Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *findings: Finding) -> str:
    print_findings(findings, "Heading")
    return capsys.readouterr().out


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = printed(capsys, Finding("", "APMP – COOMET", ("events 1",), (("chapter.md", SENTENCE),)))
    assert max(map(len, out.splitlines())) <= columns
    assert f"APMP – COOMET events 1 “{SENTENCE}” (chapter.md)" in words(out)


def test_a_sentence_shown_before_is_only_begun(capsys: Capture) -> None:
    quotes = (("chapter.md", SENTENCE),)
    out = words(printed(capsys, Finding("", "A – B", (), quotes), Finding("", "A – C", (), quotes)))
    assert out.count(SENTENCE) == 1
    assert out.endswith("A – C “Nineteen metrologists from AFRIMETS, APMP and …” (chapter.md, as above)")


def test_of_two_quotes_with_one_beginning_the_longer_is_shown(capsys: Capture) -> None:
    quotes = (("a.txt", "Members:</p> <ul><li>BIPM"), ("a.txt", "Members:</p> <ul><li>BIPM</li><li>ILAC"))
    assert words(printed(capsys, Finding("", "t", (), quotes))) == "Heading t “Members: BIPM ILAC” (a.txt)"


def test_the_same_words_in_two_documents_are_two_sources(capsys: Capture) -> None:
    out = printed(capsys, Finding("", "t", (), (("a.txt", "ISO joined."), ("b.txt", "ISO joined."))))
    assert "(a.txt)" in out and "(b.txt)" in out


def test_a_group_is_named_once(capsys: Capture) -> None:
    out = printed(
        capsys, Finding("goal", "SDG 1", ()), Finding("goal", "SDG 2", ()), Finding("topic", "x", ())
    )
    assert words(out) == "Heading goal SDG 1 SDG 2 topic x"


def test_nothing_found_is_said(capsys: Capture) -> None:
    assert printed(capsys) == "Heading: none\n"


def test_text_from_documents_cannot_act_on_the_terminal(capsys: Capture) -> None:
    out = printed(
        capsys, Finding("\x1b[1m", "\x1b[2m", ("\x07",), (("\u202e.txt", "a &#x202e; \x1b]0;x\x07"),))
    )
    assert not set(out) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("text", ["1 < 2 and 3 > 2", "<http://example.org/a>", "n<1 or n>2", "AT&T"])
def test_what_is_no_tag_stays(text: str) -> None:
    assert readable(text) == text


@given(text=st.text())
def test_a_readable_quote_has_no_line_ends_or_double_spaces(text: str) -> None:
    assert readable(text) == " ".join(readable(text).split())
