"""Clean text reads well and leads back to the characters of the source."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qigraph.extraction.layout.spans import clean, join


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("  two\n  lines  ", "two lines"),
        ("the <b>BIPM</b> <a href='x'>met</a>", "the BIPM met"),
        ("Trade &amp; Industry&nbsp;met", "Trade & Industry met"),
        ("caf&#233; &eacute;t&#xE9;", "café été"),
        ("&unknownentity; &", "&unknownentity; &"),
        ("estab-\n  lished in 2018", "established in 2018"),
        ("well-known, post-\nWar", "well-known, post-War"),
        ("interna\ufffdonal", "international"),
        ("\ufb01rst e\ufb00ort", "first effort"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("\u201cit\u2019s\u201d \u00abso\u00bb", '"it\'s" "so"'),
        ("**ILAC** and __IAF__", "ILAC and IAF"),
        ("[the IAF](https://iaf.example/a) met", "the IAF met"),
        ("see [1](not a link) and [note]", "see [1](not a link) and [note]"),
        ("the report *Good Weighing at Sea* came", 'the report "Good Weighing at Sea" came'),
        ("the report <em>Good Weighing</em> came", 'the report "Good Weighing" came'),
        ("3 * 4 = 12 and snake_case", "3  4 = 12 and snake_case"),
        ("a <!-- hidden\n --> b", "a b"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_what_a_reader_sees(source: str, text: str) -> None:
    assert " ".join(clean(source, 0, len(source)).text.split()) == " ".join(text.split())


def test_every_word_leads_back_to_its_source() -> None:
    source = "The <b>BIPM</b>  was estab-\nlished with Trade &amp; Industry."
    span = clean(source, 0, len(source))
    for word in ("BIPM", "was", "Industry"):
        at = span.text.index(word)
        assert source[slice(*span.source(at, at + len(word)))] == word
    at = span.text.index("established")
    assert source[slice(*span.source(at, at + len("established")))] == "estab-\nlished"


def test_only_the_part_that_is_asked_for_is_read() -> None:
    span = clean("one two three", 4, 7)
    assert (span.text, span.source(0, 3)) == ("two", (4, 7))


def test_joined_spans_lead_back_to_both_parts() -> None:
    source = "It was founded by\n<hr>\nthe BIPM."
    span = join(clean(source, 0, 17), clean(source, 23, len(source)))
    at = span.text.index("BIPM")
    assert span.text == "It was founded by the BIPM."
    assert source[slice(*span.source(at, at + 4))] == "BIPM"
    assert source[slice(*span.source(0, len(span.text)))] == source


@example("; \u00ad ;")
@example("a &#xa; [ b](/)")
@given(st.text(alphabet="aA <>b/&;#x[]()*_-\n\u00ad\ufb01\u201c", max_size=80))
def test_offsets_never_run_backwards_nor_out_of_the_source(source: str) -> None:
    span = clean(source, 0, len(source))
    assert len(span.origin) == len(span.text) + 1
    assert list(span.origin) == sorted(span.origin)
    assert all(0 <= offset <= len(source) for offset in span.origin)
    assert "  " not in span.text
    assert span.text == span.text.strip()
