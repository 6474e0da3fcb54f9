"""Who works for whom or chairs what, by the words beside a person's name; and what is no person at all."""

import pytest

from tests.extraction.reading import facts, mentioned

OFFICES = ("affiliatedWith", "chairs")


def held(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in facts(text) if fact[1] in OFFICES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nora Lind, ILAC Chair, noted that IAF and OIML had met.", {("Nora Lind", "chairs", "ILAC")}),
        (
            "The Director-General of UNIDO, Karim Haddad (left), and the Secretary-General of ISO, Rob Olsen, met.",
            {("Karim Haddad", "affiliatedWith", "UNIDO"), ("Rob Olsen", "affiliatedWith", "ISO")},
        ),
        (
            "Speakers were Paul Winter (PTB), Anna Weber (BAM, Germany) and Peter Koch of the NMISA.",
            {
                ("Paul Winter", "affiliatedWith", "PTB"),
                ("Anna Weber", "affiliatedWith", "BAM"),
                ("Peter Koch", "affiliatedWith", "NMISA"),
            },
        ),
        (
            "The ILAC Chair, Nora Lind, and the IAF Vice Chair, Maria Bianchi, came.",
            {("Nora Lind", "chairs", "ILAC"), ("Maria Bianchi", "affiliatedWith", "IAF")},
        ),
        (
            "Dr Ada Berg Chief Executive Officer of the NMISA and Co-Chair of the ILAC-IAF Joint Aid Committee spoke.",
            {("Ada Berg", "affiliatedWith", "NMISA"), ("Ada Berg", "chairs", "ILAC-IAF Joint Aid Committee")},
        ),
        (
            "It was signed by Nora Lind (for the OIML), Peter Koch (for ILAC) and Paul Winter (for ISO).",
            {
                ("Nora Lind", "affiliatedWith", "OIML"),
                ("Peter Koch", "affiliatedWith", "ILAC"),
                ("Paul Winter", "affiliatedWith", "ISO"),
            },
        ),
        (
            "Ivan Rao, Chair of ILAC and Director of the NMISA, came.",
            {("Ivan Rao", "chairs", "ILAC"), ("Ivan Rao", "affiliatedWith", "NMISA")},
        ),
    ],
)
def test_each_person_has_the_office_that_stands_beside_the_name(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text", ["Welcome Guest", "Main Objectives", "## Best Practices", "Chief Standards Officer"]
)
def test_headings_are_no_persons(text: str) -> None:
    assert [kind for _, kind in mentioned(text) if kind in ("Person", "Organisation")] == []


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("It met the Institut belge de normalisation.", "Institut belge de normalisation", "Organisation"),
        ("The ISO secretariat wrote.", "ISO secretariat", "Body"),
        ("They sit in the ILAC Arrangement Review committee.", "ILAC Arrangement Review committee", "Body"),
        ("The COPANT Trade Committee Chair and Head of BSJ Marketing wrote.", "COPANT Trade Committee", "Body"),
        ("He is Director of the Department of Trade, Investment and Innovation.",
         "Department of Trade, Investment and Innovation", "Body"),
        ("NEWS Lake Weights Institute Hosts Lake Trade Forum", "Lake Trade Forum", "Network"),
    ],
)  # fmt: skip
def test_names_end_where_offices_and_verbs_begin(text: str, surface: str, kind: str) -> None:
    assert (surface, kind) in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is a Regional Metrology Organization (RMO).",
        "The National Metrology Institutes (NMIs) came.",
        "International Cooperation",
        "It became a Special Recognition Organization.",
        "It deals with Technical Barriers to Trade (TBT).",
    ],
)
def test_kinds_are_no_names(text: str) -> None:
    assert [kind for _, kind in mentioned(text) if kind in ("Organisation", "Network", "Body")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The LWF met at the KLMO Secretariat in Arusha.", ("KLMO Secretariat", "partOf", "KLMO")),
        ("The OIML Weighing Centre (OWC) was named.", ("OIML Weighing Centre", "partOf", "OIML")),
        ("ILAC held meetings of its Executive Committee.", ("ILAC Executive Committee", "partOf", "ILAC")),
        (
            "The group is called the AkX. The Trade Panel (AkX) is an ILAC body.",
            ("Trade Panel", "partOf", "ILAC"),
        ),
    ],
)
def test_whose_a_body_is(text: str, expected: tuple[str, str, str]) -> None:
    whole = {(relation, owner) for _, relation, owner in facts(text)}
    assert expected[1:] in whole


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("ILAC met WFSO, the World Fish Safety Organisation, in May.", "World Fish Safety Organisation"),
        ("It met OLAN, the Northland Office of Accreditation and Law.", "Northland Office of Accreditation and Law"),
        ("The First Face-to-face Lakes Metrology Cooperation (LAMET) met.", "Lakes Metrology Cooperation"),
        ("The Ministry of Fish, Food and Scales Hon Peter Moi, has come.", "Ministry of Fish, Food and Scales"),
        ("The Ministry of Fish, Food & Public Trade wrote.", "Ministry of Fish, Food & Public Trade"),
    ],
)  # fmt: skip
def test_names_are_whole_and_no_more(text: str, surface: str) -> None:
    assert surface in [name for name, _ in mentioned(text)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The MoU was signed by Director Professor V Ram Rao.", "V Ram Rao"),
        ("President B. Ingels and Director S. Moor met.", "B. Ingels"),
        ("Shri Pramod Tiwari, Director General of BIS, spoke.", "Pramod Tiwari"),
        ("It was opened by the Minister of Trade, H.E. Dr.Myo Thein.", "Myo Thein"),
    ],
)
def test_names_with_initials_and_titles(text: str, person: str) -> None:
    assert any(name.endswith(person) for name, kind in mentioned(text) if kind == "Person")


def test_a_board_is_that_of_the_owner_before_it() -> None:
    text = (
        "The Board of Trustees met.\n\nSARSO's Governing Board met. The Governing Board of SARSO met again."
    )
    assert {whole for _, relation, whole in facts(text) if relation == "partOf"} == {"SARSO"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Karin Lund (chair), PTB, Germany\n- Ivan Rao, NMISA",
         {("Karin Lund", "affiliatedWith", "PTB"), ("Ivan Rao", "affiliatedWith", "NMISA")}),
        ("- Joan Moi – Lakes Law Commission (LLC)\n- David Orr – Kenya Bureau of Standards (KEBS)",
         {("Joan Moi", "affiliatedWith", "Lakes Law Commission"), ("David Orr", "affiliatedWith", "KEBS")}),
        ("Esther Moi, Acting Managing Director of KEBS, spoke.", {("Esther Moi", "affiliatedWith", "KEBS")}),
        ("The Lakes Testing Authority's (LTA) Chief Executive Officer, Anna Lind, spoke.",
         {("Anna Lind", "affiliatedWith", "Lakes Testing Authority")}),
        ("Kenyan Edward Moi, Chair of ARSO, spoke.", {("Edward Moi", "chairs", "ARSO")}),
        ("Mr Karl Moor, past Chair of ILAC, spoke.", {("Karl Moor", "affiliatedWith", "ILAC")}),
        ("The WELMEC Chair and Member of the CIPM Dr. Anna Lind spoke.",
         {("Anna Lind", "chairs", "WELMEC"), ("Anna Lind", "affiliatedWith", "CIPM")}),
        ("Lucy Orr (PCA, Poland) was elected as one further member of the ILAC Executive Committee.",
         {("Lucy Orr", "affiliatedWith", "ILAC Executive Committee"), ("Lucy Orr", "affiliatedWith", "PCA")}),
    ],
)  # fmt: skip
def test_a_role_in_brackets_and_a_seat_in_a_body(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The EURAMET Board of Directors and the WELMEC Committee met.", "EURAMET Board of Directors"),
        ("The COOMET President's Council met.", "COOMET President's Council"),
        ("They met in TC 3.1 of COOMET.", "TC 3.1"),
    ],
)
def test_bodies_stand_apart(text: str, surface: str) -> None:
    assert (surface, "Body") in mentioned(text)


def test_secretariats_in_general_are_no_body() -> None:
    assert "National Secretariats of COOMET" not in [
        name for name, _ in mentioned("National Secretariats of COOMET met.")
    ]


def test_the_committees_of_which_something_consists_are_its_parts() -> None:
    read = facts(
        "The Lakes Weights Union comprises the Trade Committee on Scales and the Advisory Panel on Masses."
    )
    assert {relation for _, relation, _ in read if relation in ("memberOf", "partOf")} == {"partOf"}


def test_a_role_before_and_an_employer_behind() -> None:
    assert held("President B. Ingels, PTB, and Secretary J. Moor, NIST, met.") >= {
        ("B. Ingels", "affiliatedWith", "PTB"),
        ("J. Moor", "affiliatedWith", "NIST"),
    }
