"""States as members: only where membership is spoken of, and of nothing else."""

import pytest

from tests.extraction.reading import dated, facts

READ = [
    ("Malta and Serbia were welcomed as EUROLAB full members.", ("Serbia", "memberOf", "EUROLAB")),
    (
        "All states of the region are members of CROSQ – Barbados, Belize and Guyana.",
        ("Belize", "memberOf", "CROSQ"),
    ),
    ("Norway is an observer at the APMP.", ("Norway", "observerAt", "APMP")),
    ("# Members of the COOMET\n\n- Belarus\n- Cuba (2003)\n", ("Cuba", "memberOf", "COOMET")),
]
NOT_READ = [
    "Chile is not a member of the OIML.",
    "Chile hopes to become a member of the OIML.",
    "The institute of Peru joined SIM.",
    "In Peru, the institute joined SIM after a visit to Chile.",
    "UNIDO and Kenya cooperate with members of ARSO.",
    "The accreditation body of Ghana, AFRAC's member, met ISO.",
]


@pytest.mark.parametrize(("text", "fact"), READ)
def test_states_are_members_where_membership_is_spoken_of(text, fact):
    assert fact in facts(text)


@pytest.mark.parametrize("text", NOT_READ)
def test_states_are_nothing_else(text):
    states = {"Chile", "Peru", "Kenya", "Ghana"}
    assert not [f for f in facts(text) if f[0] in states or f[2] in states]


def test_the_year_of_an_accession_is_that_of_the_membership():
    assert ("Poland", "memberOf", "WELMEC", "2004", None) in dated("Poland acceded to the WELMEC in 2004.")


def test_member_countries_from_which_people_came():
    found = facts("Some guests from EURAMET member countries came, namely from Iceland and Malta.")
    assert {("Iceland", "memberOf", "EURAMET"), ("Malta", "memberOf", "EURAMET")} <= found


def test_the_states_of_the_associations_a_body_has_are_not_its_members():
    found = facts("EUROLAB has 14 member associations: Austria, Poland, Peru.")
    assert not [f for f in found if f[0] in {"Austria", "Poland", "Peru"}]
