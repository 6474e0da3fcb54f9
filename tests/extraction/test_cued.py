"""Expressions that are looked for only beside their words: nothing that matches may be passed over."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import qigraph.extraction
from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.needed_words import needed_words

DOCUMENTS = Path(__file__).parent / "documents" / "tune"
LETTERS = st.characters(
    max_codepoint=0xF8FF, exclude_categories=["Cs"], exclude_characters="\u017f\u0130\u0131\u212a"
)


def expressions() -> Iterator[Cued]:
    """All that the modules of extraction hold, alone or in a list."""
    for module in pkgutil.walk_packages(qigraph.extraction.__path__, "qigraph.extraction."):
        for value in vars(importlib.import_module(module.name)).values():
            each = value if isinstance(value, list | tuple) else [value]
            yield from (one for one in each if isinstance(one, Cued))


ALL = sorted({one.pattern.pattern: one for one in expressions()}.items())


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\b(?:its|the)\s(?:data\s?base|portals?)\b", {"data", "portal"}),
        (r"(?:[A-Z]\w+\s){2}(?P<kind>[Pp]roject|PROGRAMME)(?!s)", {"project", "programme"}),
        (r"(?:of )?ab+acus{2,3}", {"acus"}),
        (r"caf\u00e9(?:s|teria)?", {"caf\u00e9"}),
        (r"(?<=held )at(?= noon)", set()),
        (r"(?:annual )?(?:meeting)?", set()),
        (r"meeting|\d+", set()),
        (r"(?:meeting){0,2}|(?:session)*", set()),
        (r"(?:meeting){1,2}\(\*\)", {"meeting"}),
        (r"(a+)b\1", set()),
        (r"the (?:of|in)", set()),
    ],
)
def test_needed_words(expression: str, words: set[str]) -> None:
    assert needed_words(re.compile(expression)) == words


def test_verbose_expressions_are_not_read() -> None:
    assert needed_words(re.compile("meeting # one", re.VERBOSE)) == set()


def test_an_expression_without_words_is_searched_for_everywhere() -> None:
    assert cued(r"[A-Z]{2,}").findall("ILAC and IAF") == ["ILAC", "IAF"]


def test_search_minds_its_bounds() -> None:
    portal = cued("portal", re.IGNORECASE)
    assert portal.search("A Portal", 3) is None
    assert [match.start() for match in portal.finditer("portal, Portal", 1)] == [8]


def test_an_expression_may_come_late() -> None:
    text = "A museum of scales"
    assert cued("observatory").search(text) is None
    assert cued("museum").search(text)


def test_nothing_in_documents_is_passed_over() -> None:
    texts = [
        line
        for path in sorted(DOCUMENTS.glob("*"))
        if path.suffix != ".jsonl"
        for line in path.read_text().splitlines()
    ]
    for source, one in ALL:
        for text in texts:
            assert bool(one.search(text)) == bool(one.pattern.search(text)), (source, text)


@pytest.mark.parametrize("one", [one for _, one in ALL], ids=range(len(ALL)))
@settings(
    max_examples=4,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@seed(1)
@given(data=st.data())
def test_nothing_that_matches_is_passed_over(one: Cued, data: st.DataObject) -> None:
    plain = re.compile(one.pattern.pattern, one.pattern.flags)
    text = data.draw(st.from_regex(plain, alphabet=LETTERS))
    assert one.search(text)
