"""Persons whom no list of given names knows, and who came into an office; and what is no person at all."""

import pytest

from tests.extraction.reading import facts, mentioned

OFFICES = ("affiliatedWith", "chairs")


def persons(text: str) -> list[str]:
    return [name for name, kind in mentioned(text) if kind == "Person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reports came from J.-P. Aubert (LNE), A. van der Roe (VSL) and R.K. Lal (NPL).",
         ["J.-P. Aubert", "A. van der Roe", "R.K. Lal"]),
        ("Present were Holt J.K. (PTB, Germany) and Nuru A. (KEBS, Kenya).", ["Holt J.K.", "Nuru A."]),
        ("PETRA K. HOLT, National Physical Laboratory, United Kingdom", ["PETRA K. HOLT"]),
        ("Xolani Q. Nuru and Mr H. van der Berg spoke.", ["Xolani Q. Nuru", "Mr H. van der Berg"]),
        ("Xola Nuru was elected Chair of ILAC.", ["Xola Nuru"]),
        ("The Council named Xola Nuru as Treasurer of ILAC.", ["Xola Nuru"]),
        ("Anna-Lena Öst and Ahmed bin Saleh al-Harbi spoke.", ["Anna-Lena Öst", "Ahmed bin Saleh al-Harbi"]),
    ],
)  # fmt: skip
def test_persons_are_known_by_initials_capitals_and_what_is_said_of_them(text, expected):
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See Annex B. Members of it are listed in Table C. Further notes follow.",
        "It was held in St. Lucia by the U.S. Department of Commerce.",
        "Staff of the D.I. Mendeleev Institute for Metrology came.",
        "MARKET SURVEILLANCE, GENERAL ASSEMBLY and ANNEX A. OVERVIEW",
        "South Africa was elected Chair of ILAC.",
        "A. Introduction",
    ],
)
def test_annexes_places_and_institutes_are_no_persons(text):
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting was opened by the Director of the BIPM (J. Holt).", ("J. Holt", "affiliatedWith", "BIPM")),
        ("Jane Holt succeeded Peter Koch as President of the CIML in 2018.", ("Jane Holt", "chairs", "CIML")),
        ("Peter Koch stepped down as Chair of ILAC and was succeeded by Jane Holt.", ("Jane Holt", "chairs", "ILAC")),
        ("Karl Braun (SASO), took office as Secretary of ISO.", ("Karl Braun", "affiliatedWith", "ISO")),
        ("Jane Holt takes over from Karl Braun as ILAC Secretary.", ("Jane Holt", "affiliatedWith", "ILAC")),
        ("Contact person: Dr. Jane Holt, PTB.", ("Jane Holt", "affiliatedWith", "PTB")),
        ("The MoU was signed by J. Holt for ILAC and by K. Braun for IAF.", ("K. Braun", "affiliatedWith", "IAF")),
        ("WELMEC Chairperson Xola van Spron opened it.", ("Xola van Spron", "chairs", "WELMEC")),
        ("Eng. Saud Al-Khusi, Head of GSO, and H.E. Ali Nur came.", ("Saud Al-Khusi", "affiliatedWith", "GSO")),
        ("ILAC elected Jane Holt as Chair and Peter Koch as Treasurer.", ("Peter Koch", "affiliatedWith", "ILAC")),
        ("ILAC elected Jane Holt as Chair and Peter Koch as Treasurer.", ("Jane Holt", "chairs", "ILAC")),
    ],
)  # fmt: skip
def test_appointments_are_read(text, expected):
    assert expected in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Holt was not elected Chair of ILAC.",
        "ILAC hopes to elect Jane Holt as Chair.",
        "Jane Holt stepped down as Director of the BIPM.",
    ],
)
def test_offices_not_held_are_not_read(text):
    assert not [fact for fact in facts(text) if fact[1] in OFFICES]


OFFICERS = """# Officers

The officers of SIM are:

- President: Ana Silva (NIST, USA)
- Secretary: Rodrigo Duarte (LATU, Uruguay)
"""


def test_officers_serve_the_body_of_the_list_and_not_their_employer():
    read = {fact for fact in facts(OFFICERS) if fact[1] in (*OFFICES, "secretariatOf")}
    assert read == {
        ("Ana Silva", "chairs", "SIM"),
        ("Ana Silva", "affiliatedWith", "NIST"),
        ("Rodrigo Duarte", "affiliatedWith", "SIM"),
        ("Rodrigo Duarte", "affiliatedWith", "LATU"),
    }


def test_each_who_represents_an_organisation_is_of_it():
    text = "UNIDO was represented by Ms Ana Silva, Programme Officer, and Mr Karl Braun."
    assert {f for f in facts(text) if f[1] in OFFICES} == {
        ("Ana Silva", "affiliatedWith", "UNIDO"),
        ("Karl Braun", "affiliatedWith", "UNIDO"),
    }


def test_a_list_with_one_known_person_is_one_of_persons():
    assert persons("Ana Silva (INMETRO), Xola Nuru (KEBS) and Li Na (NIM) spoke.") == [
        "Ana Silva", "Xola Nuru", "Li Na",
    ]  # fmt: skip


def test_initials_stand_for_the_full_name_given_elsewhere():
    read = facts("Jane Holt, Director of the BIPM, spoke. J. Holt (BIPM) and J. Koch (PTB) came.")
    assert ("Jane Holt", "affiliatedWith", "BIPM") in read
    assert ("J. Koch", "affiliatedWith", "PTB") in read
    assert not any(fact[0] == "J. Holt" for fact in read)


def test_authors_above_one_address_are_all_of_it():
    text = (
        "# On pressure\n\nPETRA HOLT, MARC KOCH\n\nNational Physical Laboratory\n\nPressure matters to all.\n"
    )
    assert {f for f in facts(text) if f[1] in OFFICES} == {
        ("PETRA HOLT", "affiliatedWith", "NPL"),
        ("MARC KOCH", "affiliatedWith", "NPL"),
    }


def test_menu_lines_and_places_are_no_persons():
    text = (
        "Main Menu\n\nBuenos Aires (INTI) and Rio de Janeiro (INMETRO) hosted it.\n\nVienna Centre (UNIDO)\n"
    )
    assert persons(text) == []
