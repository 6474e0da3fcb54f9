"""Identifiers of the registry are well formed, each leads to one entry, and each is told where it was seen."""

import re

import pytest

from qigraph.loading.registry import Registry, load_registry
from qigraph.resources import resource

FORMS = {
    "cow": r"\d+",
    "euCorporateBody": r"[A-Z0-9_]+",
    "isni": r"\d{15}[\dX]",
    "isoOpenData": r"\d+",
    "lei": r"[A-Z0-9]{18}\d{2}",
    "ror": r"0[0-9a-hjkmnp-tv-z]{6}\d{2}",
    "wikidata": r"Q[1-9]\d*",
}
CALLED = {
    "cow": "COW",
    "euCorporateBody": "EU",
    "isni": "ISNI",
    "isoOpenData": "ISO",
    "lei": "LEI",
    "ror": "ROR",
    "wikidata": "Wikidata",
}
OF_ITS_PUBLISHER = {"cow", "isoOpenData"}  # the number of a table, which nobody else gives


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="module")
def sources() -> dict[str, dict[str, list[str]]]:
    """For each entry of the table in SOURCES.md: identifier, and the letters of its sources."""
    text = resource("ontology/SOURCES.md").read_text(encoding="utf-8")
    _, _, section = text.partition("\n## Identifiers\n")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", section, re.MULTILINE)
    assert len(rows) == len({entry for entry, _ in rows})
    return {entry: dict(map(_seen, cell.split(" · "))) for entry, cell in rows}


def _seen(identifier: str) -> tuple[str, list[str]]:
    found = re.fullmatch(r"(\S+ \S+) \(([A-Z](?: [A-Z])*)\)", identifier)
    assert found, identifier
    return found[1], found[2].split()


def is_ror(value: str) -> bool:
    """Whether the last two digits are those of ISO 7064 MOD 97-10 over the number in Crockford's base 32."""
    number = 0
    for character in value[1:7]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    return int(value[7:]) == 98 - number * 100 % 97


def is_isni(value: str) -> bool:
    """Whether the last character is that of ISO 7064 MOD 11-2."""
    total = 0
    for digit in value[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == value[-1]


def is_lei(value: str) -> bool:
    """Whether the whole is 1 in ISO 7064 MOD 97-10, letters counted from 10."""
    return int("".join(str(int(character, 36)) for character in value)) % 97 == 1


CHECKS = {"ror": is_ror, "isni": is_isni, "lei": is_lei}


def test_identifiers_have_the_form_of_their_scheme(registry: Registry) -> None:
    for entry in registry.entries:
        for scheme, value in entry.identifiers:
            assert re.fullmatch(FORMS[scheme], value), (entry.id, scheme, value)


@pytest.mark.parametrize("scheme", CHECKS)
def test_check_digits_are_right(scheme: str, registry: Registry) -> None:
    values = [value for entry in registry.entries for named, value in entry.identifiers if named == scheme]
    assert values
    assert [value for value in values if not CHECKS[scheme](value)] == []


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("ror", "055vkyj44"),
        ("ror", "055vkjy43"),
        ("isni", "0000000121916594"),
        ("lei", "2549002PN69CN4K2K328"),
    ],
)
def test_a_slip_of_the_pen_is_seen(scheme: str, value: str) -> None:
    assert re.fullmatch(FORMS[scheme], value)
    assert not CHECKS[scheme](value)


def test_an_identifier_leads_to_one_entry_and_an_entry_has_one_of_a_scheme(registry: Registry) -> None:
    stated = [(scheme, value) for entry in registry.entries for scheme, value in entry.identifiers]
    assert len(stated) == len(set(stated))
    held = [(entry.id, scheme) for entry in registry.entries for scheme, _ in entry.identifiers]
    assert len(held) == len(set(held))


def test_the_sources_tell_of_every_identifier_and_of_no_other(
    registry: Registry, sources: dict[str, dict[str, list[str]]]
) -> None:
    stated = {
        entry.id: {f"{CALLED[scheme]} {value}" for scheme, value in entry.identifiers}
        for entry in registry.entries
        if entry.identifiers
    }
    assert {entry: set(seen) for entry, seen in sources.items()} == stated


def test_two_sources_give_each_identifier_unless_it_is_its_publisher_s_own(
    sources: dict[str, dict[str, list[str]]],
) -> None:
    text = resource("ontology/SOURCES.md").read_text(encoding="utf-8")
    letters = set(re.findall(r"^\| ([A-Z]) \| ", text, re.MULTILINE))
    own = {CALLED[scheme] for scheme in OF_ITS_PUBLISHER}
    for entry, seen in sources.items():
        for identifier, where in seen.items():
            assert set(where) <= letters, (entry, identifier)
            assert len(where) >= (1 if identifier.split()[0] in own else 2), (entry, identifier)


def test_most_organisations_can_be_found_elsewhere(registry: Registry) -> None:
    actors = [entry for entry in registry.entries if entry.entity.type in ("Organisation", "Network")]
    assert sum(bool(entry.identifiers) for entry in actors) > len(actors) / 2
