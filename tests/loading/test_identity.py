"""Codes: what looks like one, what two sources that share one mean, and what keeps two things apart."""

import pytest

from qigraph.facts import Entity, Evidence, Fact
from qigraph.loading.identity import Known
from qigraph.loading.registry import Registry
from qigraph.loading.resolve import resolve
from qigraph.loading.tables.codes import clean_code, code_in, coded
from tests.loading.tables.tables import REGISTRY

KNOWN = Known(Registry.empty())


def founded(entity: Entity, document: str, year: str = "1996") -> Fact:
    return Fact(entity, "established", year, evidence=(Evidence(document, 0, 4, year),))


@pytest.mark.parametrize(
    ("scheme", "written", "code"),
    [
        ("ror", "https://ror.org/055vkyj43", "055vkyj43"),
        ("ror", "55vkyj43", ""),
        ("isni", "https://isni.org/isni/0000000121916593", "0000000121916593"),
        ("isni", "0000 0001 2191 659X", "000000012191659X"),
        ("isni", "0000 0001", ""),
        ("wikidata", "http://www.wikidata.org/entity/Q229478", "Q229478"),
        ("wikidata", "http://www.wikidata.org/entity/P31", ""),
        ("grid", "grid.94225.38", "grid.94225.38"),
        ("lei", "2549002PN69CN4K2K382", "2549002PN69CN4K2K382"),
        ("theirs", " K 1 ", "K 1"),
    ],
)
def test_a_code_has_the_form_of_its_scheme(scheme: str, written: str, code: str) -> None:
    assert clean_code(scheme, written) == code


def test_addresses_that_differ_in_a_sign_are_two_things() -> None:
    addresses = [
        "https://a.example/x_y",
        "https://a.example/x-y",
        "https://a.example/X-y",
        "https://a.example/x/y",
    ]
    assert len({coded(*code_in(address)) for address in addresses}) == len(addresses)


def test_two_sources_that_share_a_code_mean_one_thing_whatever_they_call_it() -> None:
    ror = KNOWN.entity(
        "Organisation", "Lakes Institute", (), (("ror", "012xzy7a9"), ("wikidata", "Q99999901"))
    )
    wikidata = KNOWN.entity("Organisation", "Kisumu Laboratory", (), (("wikidata", "Q99999901"),))
    facts = resolve([founded(ror, "ror.json"), founded(wikidata, "wd.json")], REGISTRY)
    assert [fact.documents for fact in facts] == [("ror.json", "wd.json")]
    assert {facts[0].subject.label, *facts[0].subject.aliases} == {"Lakes Institute", "Kisumu Laboratory"}
    assert facts[0].subject.codes == (("ror", "012xzy7a9"), ("wikidata", "Q99999901"))


def test_two_records_of_one_source_stay_two_though_they_share_a_code_of_another() -> None:
    one = KNOWN.entity(
        "Organisation", "Lakes Institute", (), (("ror", "012xzy7a9"), ("wikidata", "Q99999901"))
    )
    other = KNOWN.entity(
        "Organisation", "Lakes School", (), (("ror", "03yrm5c26"), ("wikidata", "Q99999901"))
    )
    assert len(resolve([founded(one, "a.json"), founded(other, "a.json")], REGISTRY)) == 2


def test_a_person_and_an_organisation_are_never_one() -> None:
    code = (("wikidata", "Q99999901"),)
    person = Fact(
        KNOWN.entity("Person", "J. Otieno", (), code),
        "affiliatedWith",
        KNOWN.entity("Organisation", "Otieno Office", (), code),
        evidence=(Evidence("a.json", 0, 1, "x"),),
    )
    (fact,) = resolve([person], REGISTRY)
    assert fact.subject.id != fact.object_id


def test_codes_of_two_entries_are_a_contradiction_that_the_sources_own_code_settles() -> None:
    known = Known(REGISTRY)
    wto, itu = (next(e for e in REGISTRY.entries if e.id == name) for name in ("wto", "itu"))
    codes = dict(wto.identifiers), dict(itu.identifiers)
    mixed = (("cow", codes[0]["cow"]), ("wikidata", codes[1]["wikidata"]))
    assert known.entity("Organisation", "Mixed", (), mixed).id == "wto"
    unknown_first = (("ror", "012xzy7a9"), *mixed)
    assert known.entity("Organisation", "Mixed", (), unknown_first).id == "organisation/ror:012xzy7a9"


def test_a_name_that_two_bear_or_that_is_marked_names_nobody() -> None:
    known = Known(REGISTRY)
    marked = next(name for entry in REGISTRY.entries for name in sorted(entry.ambiguous))
    assert known.named(marked) is None
    assert known.named("BIPM") is not None
