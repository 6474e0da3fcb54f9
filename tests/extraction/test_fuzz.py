"""Whatever a document holds, extraction ends, without an exception, and quotes it exactly."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qigraph.extraction import Extraction, extract
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text
from qigraph.schema import admits
from tests.extraction.attacks import FAMILIES

SECONDS = 120
SIZE = 20_000
ROOT = Path(__file__).parents[2]

VOCABULARY = """
ISO IEC ILAC IAF INetQI BIPM OIML UNECE WP.6 WHO Geneva Paris metrology accreditation gender SDG SDGs 9 12.5
the The a of and or in on for with by to from between until since not no never will may if whether who which
it It they network organisation organisations meeting workshop agreement Memorandum Understanding Working
Party Group Committee Ministry Institute Association Dr Ms Ana Silva Director Chair member members observer
secretariat joined left signed founded established held hosted chairs maintains published supports cooperates
is are was were has been twinned 2018 1999 May 3 30 November 2012-05-03 4-6 mai première réseau é İ ﬁ
"""
PUNCTUATION = [
    *",.;:()[]{}<>'\"*_`#|-/&!?=\\",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\u2019",
    "\u201c",
    "\u2013",
    "\u00a0",
    "\ufffd",
]
TAGS = [
    *(
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "em",
        "b",
        "a",
        "br",
        "script",
        "nav",
    ),
    *("style", "title", "dl", "dt", "dd", "blockquote", "form", "template", "section", "pre"),
]

fuzzed = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
word = st.sampled_from(VOCABULARY.split())
speech = st.lists(word | st.sampled_from(PUNCTUATION), max_size=60).map(" ".join)
tight = st.lists(word | st.sampled_from(PUNCTUATION), max_size=60).map("".join)
tag = st.builds(
    lambda name, closing, rest: f"<{'/' * closing}{name}{rest}>",
    st.sampled_from(TAGS),
    st.booleans(),
    st.sampled_from(["", " class=menu", ' href="x', " /", ' id="a>b"', " colspan=9999999"]),
)
cell = st.lists(word, max_size=6).map(" ".join) | st.text(max_size=8)
row = st.lists(cell, max_size=5).map(lambda cells: f"| {' | '.join(cells)} |")
ruler = st.integers(0, 5).map(lambda count: "|" + "---|" * count)
line = st.one_of(
    row,
    ruler,
    speech,
    st.just(""),
    speech.map("- {}".format),
    speech.map("# {}".format),
    cell.map("1. {}".format),
)


@cache
def registry() -> Registry:
    return load_registry()


def check(characters: str, media_type: str) -> Extraction:
    """Every fact quotes its document exactly and joins what its relation may join."""
    found = extract(Text("fuzz", characters, media_type), registry())
    for fact in found.facts:
        target = None if isinstance(fact.object, str) else fact.object.type
        assert admits(fact.relation, fact.subject.type, target)
        for evidence in fact.evidence:
            assert characters[evidence.start : evidence.stop] == evidence.quote != ""
    for dropped in found.dropped:
        assert characters[dropped.start : dropped.stop] == dropped.quote
    return found


@fuzzed
@given(st.text(max_size=400), st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_any_characters(characters: str, media_type: str) -> None:
    check(characters, media_type)


@fuzzed
@given(speech | tight, st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_the_words_of_this_field_in_any_order(characters: str, media_type: str) -> None:
    check(characters, media_type)


@fuzzed
@given(st.lists(tag | speech | st.text(max_size=10), max_size=40).map("".join))
def test_tags_in_any_order(characters: str) -> None:
    check(characters, "text/html")


@fuzzed
@given(st.lists(line, max_size=15).map("\n".join), st.sampled_from(["text/plain", "text/markdown"]))
def test_lines_and_table_rows_in_any_order(characters: str, media_type: str) -> None:
    check(characters, media_type)


@fuzzed
@given(
    st.lists(
        st.text(st.characters(categories=["Lm", "Lo", "Mn", "Mc", "Nl", "So", "Zs", "Cc", "Cf", "Co"])),
        max_size=8,
    )
)
def test_scripts_and_control_characters_between_names(parts: list[str]) -> None:
    check(" ISO joined INetQI in 2018. ".join(parts), "text/plain")


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
@pytest.mark.parametrize(
    "characters", ["***", "____\n", "---", "|", "\t\t", "<table>", "- ", "#", "\u200b", "&nbsp;"]
)
def test_a_document_without_a_word_has_no_facts(characters: str, media_type: str) -> None:
    assert check(characters, media_type).facts == []


@pytest.mark.parametrize("depth", [10, 2000])
@pytest.mark.parametrize("tag_name", ["div", "ul", "table", "b", "blockquote"])
def test_nesting_keeps_what_stands_inside(tag_name: str, depth: int) -> None:
    inside = "<p>ILAC joined INetQI in 2018.</p>"
    page = f"<{tag_name}>" * depth + inside + f"</{tag_name}>" * depth
    assert [fact.relation for fact in check(page, "text/html").facts] == ["memberOf"]


@pytest.mark.parametrize("family", FAMILIES)
def test_repetition_does_not_stall_the_reader(family: str) -> None:
    command = [sys.executable, "-m", "tests.extraction.attacks", family, str(SIZE)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as stalled:
        output = (stalled.stdout or b"").decode().split("\n")
        pytest.fail(
            f"longer than {SECONDS} s over {SIZE} characters of «{output[-2] if output[1:] else family}»"
        )
    assert done.returncode == 0, f"at «{done.stdout.strip().splitlines()[-1:]}»: {done.stderr[-1500:]}"


@pytest.mark.parametrize("unit", ["a", "A", "ISO/", "x-", "1"])
def test_a_line_of_200_kilobytes_without_a_blank(unit: str) -> None:
    call = f"check({unit!r} * {200_000 // len(unit)}, 'text/plain')"
    source = f"from tests.extraction.test_fuzz import check; {call}"
    subprocess.run([sys.executable, "-c", source], cwd=ROOT, timeout=SECONDS, check=True)
