"""What becomes of a name: for comparison, in an identifier, in narrow places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.facts import Entity
from qigraph.names import normal, short_name, slug


@pytest.mark.parametrize(
    ("id", "label", "aliases", "short"),
    [
        ("e", "The Mass School", ("the school", "a"), "The Mass School"),
        ("c", "Committee on Conformity", ("ISO/CASCO", "CASCO"), "CASCO"),
        ("wto", "World Trade Organization", ("OMC", "WTO"), "WTO"),
        ("organisation/oiml", "International Organization of Legal Metrology", ("IOLM", "OIML"), "OIML"),
        ("goal/9", "SDG 9", ("SDG9",), "SDG 9"),
    ],
)
def test_the_short_name_is_the_acronym_or_else_the_label(
    id: str, label: str, aliases: tuple[str, ...], short: str
) -> None:
    assert short_name(Entity(id, label, "Organisation", aliases)) == short


def test_of_several_acronyms_the_identifier_wins_then_the_one_that_is_used() -> None:
    bureau = Entity("bureau", "Bureau of Something or Other", "Organisation", ("BSO", "BOSO"))
    assert short_name(bureau) == "BSO"
    assert short_name(bureau, {"BOSO": 2, "BSO": 1}) == "BOSO"
    named = Entity("bso", bureau.label, bureau.type, bureau.aliases)
    assert short_name(named, {"BOSO": 2, "BSO": 1}) == "BSO"


@given(st.text(max_size=200))
def test_an_identifier_holds_small_letters_digits_and_single_hyphens(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 80


@given(st.text(alphabet="abcxyzABCXYZéÉ &-,.", max_size=40))
def test_case_and_accents_make_no_other_name(name: str) -> None:
    assert normal(name) == normal(name.upper()) == normal(name.replace("é", "e"))
