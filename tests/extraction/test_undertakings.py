"""Projects that bear no kind in their name or no name at all, who carries them out, and who takes part."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("QualiLake II, financed by Norway and executed by UNIDO, started in 2010.", "QualiLake II"),
        ("iScale-Plus was operated by EURAMET.", "iScale-Plus"),
        ("TRAQUEST was implemented by UNIDO and ITC.", "TRAQUEST"),
        ("KEBS ran a metrology project for Chad and Togo.", "metrology project for Chad and Togo"),
        ("KEBS took part in another quality infrastructure programme.", "quality infrastructure programme"),
        ("Improving Trade in the Lake Region (ITLR) began in 2003.", "ITLR"),
    ],
)
def test_projects_without_a_kind_in_their_name(text: str, surface: str) -> None:
    assert (surface, "Programme") in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "KEBS was funded by the ministry.",
        "Norway, financed by oil, pays.",
        "The whole project ended.",
        "The metrology project team wrote.",
        "A study of a similar accreditation project followed.",
    ],
)
def test_what_is_no_project(text: str) -> None:
    assert "Programme" not in {kind for _, kind in mentioned(text)}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "KEBS was actively involved in the Fair Lakes project.",
            ("KEBS", "contributedTo", "Fair Lakes project"),
        ),
        (
            "UNIDO is the executing agency for the Hill Quality Programme.",
            ("UNIDO", "organised", "Hill Quality Programme"),
        ),
        (
            "The Hill Quality Programme ran from 2009 to 2013.",
            ("Hill Quality Programme", "established", "2009"),
        ),
        (
            "ILAC and IAF met. These organizations promote accreditation.",
            ("ILAC", "worksOn", "accreditation"),
        ),
        ("The PTB Academy organised a course in Lima.", ("PTB Academy", "partOf", "PTB")),
        ("ITC's mandate is anchored in SDG 8.", ("ITC", "addressesGoal", "SDG 8")),
        (
            "In 1963 PTB launched a programme to support testing in Chad.",
            ("PTB", "organised", "programme to support testing in Chad"),
        ),
        ("SIM (metrology) and IAAC (accreditation) took part.", ("IAAC", "worksOn", "accreditation")),
        ("A forum, the APLMF dealing with legal metrology, met.", ("APLMF", "worksOn", "legal metrology")),
        ("KEBS became the national metrology institute.", ("KEBS", "worksOn", "metrology")),
        ("The ministers directed ARSO to improve accreditation.", ("ARSO", "worksOn", "accreditation")),
        ("The main ARSO objective is to promote standardisation.", ("ARSO", "worksOn", "standardisation")),
        ("ARSO became officially incorporated on 3 January 2003.", ("ARSO", "established", "2003-01-03")),
        ("Day to day, ARSO is managed by a Central Secretariat.", ("Central Secretariat", "partOf", "ARSO")),
    ],
)
def test_what_is_said_of_projects_and_by_reference(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


@pytest.mark.parametrize(
    ("text", "unstated"),
    [
        (
            "The Hill Quality Programme, financed by Norway and executed by UNIDO, ended.",
            ("UNIDO", "sponsored", "Hill Quality Programme"),
        ),
        ("IEC, which had set up the IECEE in 1982, grew.", ("IEC", "established", "1982")),
        (
            "The project aims to strengthen metrology and was funded by the EU.",
            ("EU", "worksOn", "metrology"),
        ),
        (
            "KEBS supports the Fair Lakes project initiated by UNBS.",
            ("KEBS", "foundedBy", "UNBS"),
        ),
        ("UNIDO plans a project to improve testing.", ("UNIDO", "organised", "project to improve testing")),
        (
            "KEBS hopes to take part in the Fair Lakes project.",
            ("KEBS", "contributedTo", "Fair Lakes project"),
        ),
    ],
)
def test_what_is_not_said(text: str, unstated: tuple[str, str, str]) -> None:
    assert unstated not in facts(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The ePing system was created by the ITC in 2009.", ("ePing", "foundedBy", "ITC")),
        ("UNECE developed the TONNES database in 1998.", ("TONNES database", "foundedBy", "UNECE")),
        (
            "The National Scale Office, NASO, is the standards body of Peru.",
            ("National Scale Office", "worksOn", "standardisation"),
        ),
        (
            "UNECE adopted in 2004 the Recommendation concerning the Fair Labelling of Grain Scales.",
            ("UNECE", "issued", "Recommendation concerning the Fair Labelling of Grain Scales"),
        ),
        (
            "The Fair Lakes project is supported by FAO as the implementing agency.",
            ("FAO", "organised", "Fair Lakes project"),
        ),
        (
            "They met the Hill Quality Programme – a project funded by UNIDO – in May.",
            ("UNIDO", "sponsored", "Hill Quality Programme"),
        ),
        (
            "UNIDO provides advice in the areas of testing, standards and metrology.",
            ("UNIDO", "worksOn", "standardisation"),
        ),
        (
            "1991: creation of BALTMET because of the merger of ESTMET and LATMET.",
            ("BALTMET", "successorOf", "ESTMET"),
        ),
    ],
)
def test_systems_titles_and_names_with_acronyms(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


def test_a_lead_that_is_a_sentence_of_its_own_does_not_govern_its_items() -> None:
    text = "ILAC is proud of its work.\n\n- 1988: creation of IAF because of the merger of both friends: EA and APAC.\n"
    assert not [fact for fact in facts(text) if fact[0] == "ILAC" and fact[1] == "successorOf"]


def test_a_heading_may_be_the_title_of_what_the_text_below_speaks_of() -> None:
    text = (
        "# Work\n\n## World Scale Profiles 2006\n\nA joint publication of ISO and ITC. It compares scales.\n\n"
        "## Fair Weights for Chad\n\nThe project aims to strengthen legal metrology.\n\n"
        "## Objectives\n\nThe project aims to strengthen trade.\n"
    )
    found = facts(text)
    assert ("ISO", "issued", "World Scale Profiles 2006") in found
    assert ("Fair Weights for Chad", "worksOn", "legal metrology") in found
    assert not [fact for fact in found if fact[0] in ("Objectives", "Work")]


@pytest.mark.parametrize(
    "text",
    [
        "The OECD rules on sampling were adopted in 1977.",
        "The ISO standards for scales were established in 1990.",
        "The OECD principles of fair weighing were adopted in 1977.",
    ],
)
def test_what_came_into_being_is_the_noun_behind_the_name(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == "established"]


def test_two_letters_that_act_are_an_organisation() -> None:
    assert ("EU", "sponsored", "Fair Lakes project") in facts("The EU funded the Fair Lakes project.")
    assert not facts("Firms in the EU and Japan joined the meeting.")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The EU-funded Fair Lakes project ended.", ("EU", "sponsored", "Fair Lakes project")),
        ("The UNIDO-led Hill Programme began in 2010.", ("UNIDO", "organised", "Hill Programme")),
        (
            "UNECE began work on the Fair Scales Initiative in 2016.",
            ("Fair Scales Initiative", "established", "2016"),
        ),
        ("NPL has been guardian of national measurement standards.", ("NPL", "worksOn", "metrology")),
        (
            "ILAC and IAF have prepared guidelines for the choice of scales.",
            ("IAF", "issued", "guidelines for the choice of scales"),
        ),
    ],
)
def test_what_a_hyphen_joins_and_who_begins_or_guards(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


def test_a_hyphen_tells_nothing_of_the_birth_of_who_stands_before_it() -> None:
    text = "The UNIDO-led Hill Programme began in 2010."
    assert ("UNIDO", "established", "2010") not in facts(text)
    assert not facts("They plan an EU-funded metrology project.")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "NHTS, the National Accreditation Body of Norway, joined EA.",
            ("NHTS", "worksOn", "accreditation"),
        ),
        ("The NWO is the Association of National Metrology Bodies.", ("NWO", "worksOn", "metrology")),
        ("An important goal of ARSO is to promote metrology.", ("ARSO", "worksOn", "metrology")),
        (
            "LAMOF is a loose grouping of legal metrology authorities.",
            ("LAMOF", "worksOn", "legal metrology"),
        ),
    ],
)
def test_what_somebody_is_tells_what_they_work_on(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


def test_a_list_of_names_tells_nothing_of_the_one_before() -> None:
    text = "The school was set up by AFNOR, the Office of Metrology and the Institute of Testing."
    assert not [fact for fact in facts(text) if fact[:2] == ("AFNOR", "worksOn")]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "In 2008 ARSO launched the first phase, ScaleNet-Plus (with a small budget).",
            ("ARSO", "organised", "ScaleNet-Plus"),
        ),
        (
            "The Hill Quality Programme was devised by UNIDO.",
            ("Hill Quality Programme", "foundedBy", "UNIDO"),
        ),
        ("The seminar was supported by the OIML.", ("OIML", "sponsored", "seminar")),
    ],
)
def test_phases_and_who_devises_or_backs(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "The Scale Data (SD) Database, established jointly by the ITC and the FAO in 1998, is useful.",
            ("Scale Data (SD) Database", "foundedBy", "FAO"),
        ),
        (
            "PTB implements the Fair Scale (FS) Phase II Project.",
            ("PTB", "organised", "Fair Scale (FS) Phase II Project"),
        ),
        ("PTB is implementing the 10th EDF Project.", ("PTB", "organised", "10th EDF Project")),
        (
            "The Inter-Agency Cluster on Scales includes UNECE, FAO and ITC.",
            ("UNECE", "memberOf", "Inter-Agency Cluster on Scales"),
        ),
        (
            "The Hill Quality Programme was a success. The Lake Quality Programme came later. "
            "The programme was managed by PTB.",
            ("PTB", "organised", "Lake Quality Programme"),
        ),
    ],
)
def test_names_with_acronyms_and_numbers_inside(text: str, stated: tuple[str, str, str]) -> None:
    assert stated in facts(text)


def test_a_programme_named_after_trade_barriers_tells_no_topic_of_who_runs_it() -> None:
    text = "PTB manages the Lake Technical Barriers to Trade (TBT) Programme."
    assert not [fact for fact in facts(text) if fact[1] == "worksOn"]


def test_a_participle_of_the_next_line_belongs_to_no_name() -> None:
    text = "UNIDO Project US/KEN/08/004 Funded by the World Bank"
    assert ("UNIDO Project US/KEN/08/004", "Programme") in mentioned(text)
