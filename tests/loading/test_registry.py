"""The registry that qigraph ships keeps the form, and one that breaks it is refused with the line to mend."""

import re
import time
from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.loading.blocks import ID, read_blocks
from qigraph.loading.registry import Registry, load_registry
from qigraph.resources import resource
from qigraph.schema import TYPES

HEAD = """@prefix id: <https://w3id.org/qigraph/id/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix qi: <https://w3id.org/qigraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BIPM = 'id:bipm a qi:Organisation ; skos:prefLabel "International Bureau of Weights and Measures"@en .\n'


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def read(folder: Path, text: str) -> Registry:
    path = folder / "organisations.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return load_registry(path)


def test_the_shipped_registry_covers_the_field(registry: Registry) -> None:
    assert len(registry.entries) >= 170
    assert {entry.entity.type for entry in registry.entries} <= set(TYPES)
    for known in (
        "bipm",
        "cipm",
        "iso",
        "casco",
        "iec",
        "itu-t",
        "oiml",
        "ilac",
        "iaf",
        "inetqi",
        "unece-wp6",
        "kcdb",
    ):
        assert known in registry.by_id()


def test_entries_come_sorted_with_unique_ids(registry: Registry) -> None:
    ids = [entry.id for entry in registry.entries]
    assert ids == sorted(set(ids))


def test_every_entry_has_a_label_and_it_is_its_first_name(registry: Registry) -> None:
    assert [entry.id for entry in registry.entries if entry.names[0] != entry.entity.label] == []


def test_no_name_leads_to_two_entries_unless_marked_ambiguous(registry: Registry) -> None:
    owner: dict[str, str] = {}
    for entry in registry.entries:
        for name in {*entry.names, *entry.acronyms}:
            assert owner.setdefault(name.casefold(), entry.id) == entry.id, name
    marked = {name.casefold() for entry in registry.entries for name in entry.ambiguous}
    assert {"asi", "bis", "esa", "gsa", "iaf", "itc", "sim", "ies", "ea", "apac", "pac", "sac"} <= marked


def test_acronyms_are_short_words_not_sentences(registry: Registry) -> None:
    for entry in registry.entries:
        for acronym in entry.acronyms:
            assert len(acronym) <= 20 and acronym.count(" ") <= 2, acronym
            assert re.search(r"[A-Z]", acronym), acronym


def test_years_are_not_in_the_future_of_the_sources(registry: Registry) -> None:
    assert all(1700 < int(entry.founded) <= 2026 for entry in registry.entries if entry.founded)


def test_iris_of_entries_are_written_as_readme_says() -> None:
    assert all(block.iri.startswith(ID) for block in read_blocks(resource("ontology/organisations.ttl")))


def test_spellings_are_known_though_only_one_is_stated(registry: Registry) -> None:
    names = registry.by_id()["oecd"].names
    assert "Organisation for Economic Co-operation and Development" in names
    assert "Organization for Economic Cooperation and Development" in names


def test_one_bearer_of_a_shared_acronym_may_be_the_usual_one(registry: Registry) -> None:
    forum, astronauts = registry.by_id()["iaf"], registry.by_id()["iaf-astronautical"]
    assert "IAF" in forum.ambiguous & astronauts.ambiguous
    assert ("IAF" in forum.acronyms, "IAF" in astronauts.acronyms) == (True, False)


def test_former_names_lead_to_the_entry_of_today(registry: Registry) -> None:
    woah = registry.by_id()["woah"]
    assert "Office International des Epizooties" in woah.former
    assert "Office International des Epizooties" in woah.names


def test_reading_takes_less_than_a_blink() -> None:
    best = min(_seconds() for _ in range(5))
    assert best < 0.25


def _seconds() -> float:
    begin = time.perf_counter()
    load_registry()
    return time.perf_counter() - begin


def test_the_label_is_french_where_there_is_no_english_name(tmp_path: Path) -> None:
    registry = read(
        tmp_path, 'id:lne a qi:Organisation ; skos:prefLabel "Laboratorio"@es, "Laboratoire"@fr .\n'
    )
    assert registry.entries[0].entity.label == "Laboratoire"


def test_an_empty_registry_knows_nobody() -> None:
    assert Registry.empty().by_id() == {}


BROKEN = {
    "not Turtle": ("id:x a qi:Organisation ; skos:prefLabel .\n", 6, "not Turtle"),
    "no label": ('id:x a qi:Organisation ; qi:acronym "X" .\n', 6, "no skos:prefLabel"),
    "unknown class": ('id:x a qi:Club ; skos:prefLabel "X club"@en .\n', 6, "one class of"),
    "two classes": ('id:x a qi:Body, qi:Network ; skos:prefLabel "X club"@en .\n', 6, "one class of"),
    "unknown property": ('id:x a qi:Body ; skos:prefLabel "X"@en ; qi:acronim "X" .\n', 6, "acronim"),
    "bad id": ('id:X_Y a qi:Body ; skos:prefLabel "X"@en .\n', 6, "slug"),
    "blank name": ('id:x a qi:Body ; skos:prefLabel "X "@en .\n', 6, "blanks"),
    "bad year": ('id:x a qi:Body ; skos:prefLabel "X"@en ; qi:founded "about 1900" .\n', 6, "not a year"),
    "two seats": ('id:x a qi:Body ; skos:prefLabel "X"@en ; qi:seat "A", "B" .\n', 6, "stated 2 times"),
    "no parent": (
        BIPM + 'id:x a qi:Body ; skos:prefLabel "X"@en ; org:subOrganizationOf id:y .\n',
        7,
        "no block",
    ),
    "second block": (BIPM + "\n" + BIPM, 8, "second block"),
    "shared name": (
        BIPM + 'id:x a qi:Body ; skos:prefLabel "International bureau of weights & measures"@en .\n',
        6,
        "qi:ambiguousName",
    ),
    "two claims": (
        'id:a a qi:Body ; skos:prefLabel "A body"@en ; qi:acronym "AB" ; qi:ambiguousName "AB" .\n'
        'id:b a qi:Body ; skos:prefLabel "B body"@en ; qi:acronym "AB" ; qi:ambiguousName "AB" .\n',
        7,
        "both claim",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_form_is_refused_with_its_line(case: str, tmp_path: Path) -> None:
    text, line, reason = BROKEN[case]
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert f"line {line}:" in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_registry(tmp_path / "none.ttl")
