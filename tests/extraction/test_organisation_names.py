"""Names of organisations that nobody registered: where they begin and end, and what told organs are."""

import pytest

from tests.extraction.reading import dated, facts, mentioned


@pytest.mark.parametrize(
    "name",
    [
        "Zamland Agency for Standards and Metrology",
        "Lakes Organization for Standardization and Quality Control",
        "Zamland Standards, Metrology and Quality Organization",
        "Department of Trade, Industry and Competition",
        "Zamland Standards and Testing Institution",
        "Hills Accreditation Board for Testing and Calibration Laboratories",
        "Office for Toy Safety and Standards",
        "Hellic Accreditation System",
        "Ostland Metrology Service",
        "Instituto Zambiano de Metrologia, Qualidade e Tecnologia",
        "Organismo Argentino de Ensayos",
        "Lake Municipality",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019, the {} signed an agreement with UNIDO.",
        "UNIDO works with the {} and the University of Bonn on trade.",
    ],
)
def test_a_name_is_read_whole(name: str, sentence: str) -> None:
    found = [surface for surface, kind in mentioned(sentence.format(name), known=False) if kind != "Topic"]
    assert name in found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It became an Executive Agency of the Ministry of Mines.", "Ministry of Mines"),
        ("GURMA is an autonomous institution under the Ministry of Trade.", "Ministry of Trade"),
    ],
)
def test_what_only_says_a_kind_is_no_name(text: str, surface: str) -> None:
    found = [name for name, kind in mentioned(text, known=False) if kind == "Organisation"]
    assert surface in found
    assert not any(name.startswith(("Executive", "autonomous")) for name in found)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Gulf Scale Office is an Executive Agency of the Mines Ministry. The Agency was set up in 1974.",
            ("Gulf Scale Office", "established", "1974"),
        ),
        (
            "GURMA is a statutory body under the Ministry of Trade. The body was established in 1999.",
            ("GURMA", "established", "1999"),
        ),
        (
            "The Lakes Bureau is governed by a 12-member Lakes Standards Council.",
            ("Lakes Standards Council", "partOf", "Lakes Bureau"),
        ),
        (
            "The Elders Quality Council, the governing body of the Lakes Bureau, meets in May.",
            ("Elders Quality Council", "partOf", "Lakes Bureau"),
        ),
        ("LARMET is the metrology committee of the Lakes Bureau.", ("LARMET", "partOf", "Lakes Bureau")),
        (
            "Under the authority of its Board of Directors, ZAMSA runs a laboratory.",
            ("Board of Directors", "partOf", "ZAMSA"),
        ),
        (
            "The Hills Metrology Institute was spun off from the Hills Standards Agency in 2011.",
            ("Hills Metrology Institute", "successorOf", "Hills Standards Agency"),
        ),
        (
            "Founded in 1950 as the Lakes Committee, the Lakes Institute is a member of ISO.",
            ("Lakes Institute", "successorOf", "Lakes Committee"),
        ),
        (
            "On the initiative of UNIDO, the Highland Standards Network was created in 2001.",
            ("Highland Standards Network", "foundedBy", "UNIDO"),
        ),
    ],
)
def test_what_a_page_on_an_organisation_states(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_a_founding_member_and_what_it_founded_later() -> None:
    text = (
        "The Hills Agency, a founding member of the Highland Network, established three laboratories in 1999."
    )
    assert ("Highland Network", "foundedBy", "Hills Agency") in facts(text)
    assert not any(relation == "established" for _, relation, *_ in dated(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "BEV has been the base for the COOMET Secretariat since 2003.",
            ("BEV", "secretariatOf", "COOMET"),
        ),
        (
            "The ARSO Steering Council (SC): consists of heads of offices.",
            ("Steering Council", "partOf", "ARSO"),
        ),
        (
            "The Ministerial Committee for Scales (MCS): is the highest organ of ARSO.",
            ("Ministerial Committee for Scales", "partOf", "ARSO"),
        ),
        ("METAS is a member of ISO [2] and EURAMET.[3]", ("METAS", "memberOf", "EURAMET")),
        (
            "The role of KEBS is to write, sell and enforce standards.",
            ("KEBS", "worksOn", "standardisation"),
        ),
        (
            "KEBS works with friends and offices such as the Road Agency and UNIDO.",
            ("KEBS", "cooperatesWith", "UNIDO"),
        ),
        (
            "# About GULFMET\n\nGULFMET is a network.\n\nTC 3: Scales and balances\n\nThe TC meets in May.",
            ("TC 3", "partOf", "GULFMET"),
        ),
    ],
)
def test_organs_notes_and_definitions(text: str, fact: tuple[str, str, str]) -> None:
    found = {(a, r, b) for a, r, b in facts(text)}
    assert fact in found or (fact[2], fact[1], fact[0]) in found


def test_names_in_quotes_stand_behind_their_legal_form() -> None:
    text = (
        "The RSE \u201cOststandart\u201d and the State Enterprise \u201cCentre of metrology\u201d met. "
        "Oststandart joined ISO in 2004."
    )
    assert ("Oststandart", "memberOf", "ISO") in facts(text)
    assert [name for name, _ in mentioned(text)][:2] == [
        'RSE "Oststandart"',
        'State Enterprise "Centre of metrology"',
    ]


def test_a_law_on_somebody_is_not_its_own() -> None:
    assert not [f for f in facts("KEBS works under the KEBS Act of 1974.") if f[1] == "issued"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Ministries of Trade and Health are members of ILAC.",
            ("Ministry of Health", "memberOf", "ILAC"),
        ),
        (
            "UNIDO met the Universities of Oslo and Bergen. Both universities joined EURAMET in 2015.",
            ("University of Oslo", "memberOf", "EURAMET"),
        ),
        ("The Turkish company Baykol was admitted to CECIP in 2019.", ("Baykol", "memberOf", "CECIP")),
        (
            "SLAB (Sri Lanka Accreditation Board) grew. The Governing Council of SLAB met.",
            ("Governing Council of SLAB", "partOf", "Sri Lanka Accreditation Board"),
        ),
        (
            "The Technical Committee on Mass of the Interstate Metrology Council approved it.",
            (
                "Technical Committee on Mass of the Interstate Metrology Council",
                "partOf",
                "Interstate Metrology Council",
            ),
        ),
        (
            "The Caribbean Scales Council, made up of six directors, is an organ of CROSQ.",
            ("Caribbean Scales Council", "partOf", "CROSQ"),
        ),
        (
            "The Kenya Weights Office, KWO, grew. KWO joined ISO in 1999.",
            ("Kenya Weights Office", "memberOf", "ISO"),
        ),
        (
            "In 1994 two departments were merged to form the Ostland Institute of Measurement.",
            ("Ostland Institute of Measurement", "established", "1994"),
        ),
        (
            "The Ostland Board was dissolved in 2010 and its functions were transferred to the Ostland Institute.",
            ("Ostland Institute", "successorOf", "Ostland Board"),
        ),
        (
            "The Gulf Scale Office was created in 1987; it is the successor to the Lakes Scale Office.",
            ("Gulf Scale Office", "successorOf", "Lakes Scale Office"),
        ),
    ],
)
def test_several_names_owners_and_their_past(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_a_new_clause_ends_a_list_of_names() -> None:
    text = "LARMET is the technical committee for ARSO, and the Lakes Bureau also has a duty."
    assert [f for f in facts(text) if f[1] == "partOf"] == [("LARMET", "partOf", "ARSO")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "# About LSB\n\nLSB is an agency.\n\nLSB was made up of two divisions:\n\n"
            "- Standards Division: This division drafts standards.\n- Scales Division: It tests scales.\n",
            ("Scales Division", "partOf", "LSB"),
        ),
        (
            "# About LSB\n\nLSB is an agency. There are two units, namely the Drafting Unit for the making "
            "of guides and the Testing Unit for tests.",
            ("Testing Unit", "partOf", "LSB"),
        ),
        ("LSB is managed by the Lakes Standards Council.", ("Lakes Standards Council", "partOf", "LSB")),
        ("The Lakes Bureau represents Kenya in ARSO.", ("Lakes Bureau", "memberOf", "ARSO")),
        (
            "The ILAC Arrangement Signatories Council (ASC) met. The ASC has ten seats.",
            ("Arrangement Signatories Council", "partOf", "ILAC"),
        ),
    ],
)
def test_units_and_councils_of_a_page(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_a_law_that_begins_with_an_office_is_a_law() -> None:
    found = mentioned("It works under the Lakes Bureau of Scales Act.", known=False)
    assert ("Lakes Bureau of Scales Act", "Instrument") in found
    assert ("TU Bergstadt", "Organisation") in mentioned("They met at TU Bergstadt in May.", known=False)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("EURAMET's Research Council met in May.", ("EURAMET's Research Council", "partOf", "EURAMET")),
        (
            "UNIDO drives this in its capacity as the Lakes Trade Union (LTU) Secretariat.",
            ("UNIDO", "secretariatOf", "Lakes Trade Union"),
        ),
        ("The ABCD Council meets in May.", ("ABCD Council", "partOf", "ABCD")),
    ],
)
def test_whose_organs_and_databases(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_mixed_case_acronyms_and_the_united_nations() -> None:
    found = mentioned(
        "DAkkS audited it. BelGIM wrote. The United Nations Scales Programme paid.", known=False
    )
    assert {("DAkkS", "Organisation"), ("BelGIM", "Organisation")} <= set(found)
    assert ("United Nations Scales Programme", "Organisation") in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Registration of the enterprise \u201cCentre for Scales of Oldova\u201d, founded by the "
            "\u201cState Department for Scales of Oldova\u201d",
            ("Centre for Scales of Oldova", "foundedBy", "State Department for Scales of Oldova"),
        ),
        (
            "LAMS, originally founded as the Lakes Scale Office in 1901, tests scales.",
            ("LAMS", "successorOf", "Lakes Scale Office"),
        ),
        (
            "A link was developed between the Lakes Bureau and the Hills Association.",
            ("Hills Association", "cooperatesWith", "Lakes Bureau"),
        ),
        ("Lake Cement (Pty) Ltd joined ILAC in 2001.", ("Lake Cement (Pty) Ltd", "memberOf", "ILAC")),
    ],
)
def test_quoted_founders_companies_and_links(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Lakes Institute may be spun off from the Lakes Bureau.",
        "The Lakes Bureau would be managed by the Lakes Standards Council.",
        "The Universities of Oslo and Bergen will join EURAMET.",
        "The Lakes Bureau hopes to represent Kenya in ARSO.",
        "On the initiative of UNIDO, the Highland Network will be created in 2030.",
        "A link could be developed between the Lakes Bureau and ISO.",
        "In 1999 the Lakes Bureau established two laboratories.",
    ],
)
def test_what_may_come_is_no_fact(text: str) -> None:
    assert not facts(text)


def test_offices_of_which_a_state_has_one() -> None:
    text = "The National Weighing Office was formed in 1968 from a reorganisation of the Ports Department."
    assert ("National Weighing Office", "successorOf", "Ports Department") in facts(text)


def test_standards_international_is_somebodys_and_an_organization_project_nobodys() -> None:
    assert ("Austrian Standards International", "memberOf", "CEN") in facts(
        "Austrian Standards International is a member of CEN."
    )
    assert not [
        f for f in facts("The Organization Project held a workshop in May 2011.") if f[1] == "organised"
    ]
