"""Forms, templates, fact sheets and brochures: labels, purposes that name nobody, first person, goals, sections."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("OIML serves SDGs 7-9 and SDG 12.", {"SDG 7", "SDG 8", "SDG 9", "SDG 12"}),
        ("OIML serves Goals 3 to 5 of the UN.", {"SDG 3", "SDG 4", "SDG 5"}),
        ("OIML addresses SDGs: 2, 3 & 12.", {"SDG 2", "SDG 3", "SDG 12"}),
        ("OIML contributes to SDG 3 (Good health) and SDG 8 – Decent work.", {"SDG 3", "SDG 8"}),
        ("OIML supports the SDG on gender equality.", {"SDG 5"}),
        ("The mandate of the OIML is anchored in SDG 9.", {"SDG 9"}),
        ("OIML contributes to Goal 3 of its strategy.", set()),
        ("OIML contributes to SDG 9 and 12 countries thank it.", {"SDG 9"}),
    ],
)
def test_goals_by_number_range_and_title(text: str, goals: set[str]) -> None:
    assert {what for who, relation, what in facts(text) if relation == "addressesGoal"} == goals


def test_the_title_of_a_goal_is_no_topic() -> None:
    assert facts("OIML contributes to Goal 3 on good health.") == {("OIML", "addressesGoal", "SDG 3")}


def test_a_section_headed_by_a_goal() -> None:
    text = (
        "# Our goals\n\n## SDG 3: Good health\n\nOIML develops thermometer rules. The OECD asked for it.\n\n"
        "## Next steps\n\nPTB helps small firms.\n"
    )
    served = {fact for fact in facts(text) if fact[1] == "addressesGoal"}
    assert served == {("OIML", "addressesGoal", "SDG 3")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lakes Forum was founded in 1999. The main objective was to promote legal metrology.", True),
        ("The Lakes Forum exists. The workshop was held in 2001. The aim was to promote legal metrology.", False),
        ("# Lakes Forum\n\nThe Lakes Forum met.\n\n## Our mission\n\nTo foster legal metrology.\n", True),
        ("# Lakes Forum\n\nThe Lakes Forum met.\n\n## Mandate of ILAC\n\nTo foster legal metrology.\n", False),
    ],
)  # fmt: skip
def test_purposes_that_name_nobody(text: str, found: bool) -> None:
    assert (("Lakes Forum", "worksOn", "legal metrology") in facts(text)) is found


def test_we_in_mid_sentence_and_in_quotes() -> None:
    text = "# About COOMET\n\nBy that road we contribute to SDG 9.\n"
    assert ("COOMET", "addressesGoal", "SDG 9") in facts(text)
    said = '# About COOMET\n\n"Since 1999 we have been a member of ILAC", Dr Smith of EURAMET told COOMET.\n'
    assert ("COOMET", "memberOf", "ILAC") not in facts(said)


def test_our_partners_are_not_each_others() -> None:
    found = facts("# COOMET\n\nCOOMET is small. Our partners are APMP and SADCMET.\n")
    assert ("APMP", "cooperatesWith", "SADCMET") not in found
    assert ("APMP", "cooperatesWith", "COOMET") in found or ("COOMET", "cooperatesWith", "APMP") in found


@pytest.mark.parametrize(
    "text", ["Title of Project: seminar", "PTB PROJECT FORMAT", "Project Overseer: Dr Anna Weiss", "EC Project Officer"]
)  # fmt: skip
def test_labels_are_no_programmes(text: str) -> None:
    assert "Programme" not in {kind for _, kind in mentioned(text)}


def test_a_project_form_in_lines() -> None:
    text = (
        "PROJECT FORM\n\nTitle of Project: Better Scales for Markets\n\nProject start date: 10 April 2006\n\n"
        "Funding: European Union\n"
    )
    found = facts(text, "text/plain")
    assert ("Better Scales for Markets", "established", "2006-04-10") in found
    assert any(relation == "sponsored" and what == "Better Scales for Markets" for _, relation, what in found)


@pytest.mark.parametrize(
    "text",
    [
        "Scalenet – rules for ports – was a 4½-year project run in the period 1996 to 2000.",
        "The Scalenet Rules project ran from 1996 to 2000.",
        "The Scalenet Rules programme (1996-2000) was small.",
    ],
)
def test_how_long_a_project_ran(text: str) -> None:
    assert {("established", "1996")} == {(relation, what) for _, relation, what in facts(text)}


def test_who_is_thanked_for_paying_and_who_leads_a_department() -> None:
    found = facts("The team thanks Norad for funding the Blue Scales project. Norad is a body of Norway.")
    assert not [fact for fact in found if fact[1] == "sponsored" and fact[0] == "COOMET"]
    found = facts("The Trade Department of UNIDO is led by Ms Anna Weiss.")
    assert not [fact for fact in found if fact[1] == "chairs"]
    assert ("Export Quality Unit", "partOf", "ITC") in facts(
        "The paper was drafted by ITC (Export Quality Unit)."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Project: Better scales for climate\n\nScales matter to all of us, and to the climate as well.\n\n"
        "Acronym BeSca\nDuration 01/06/2011 - 31/05/2013\nFunding European Union\nStatus Completed\n",
        "Project: Better scales for climate\n\nAcronym\nBeSca\n\nDuration\n01/06/2011 - 31/05/2013\n\n"
        "Funding\nEuropean Union\n",
    ],
)
def test_labels_without_marks(text: str) -> None:
    found = facts(text, "text/plain")
    assert ("Better scales for climate", "established", "2011-06-01") in found
    assert [fact for fact in found if fact[1] == "sponsored"]


def test_labels_in_prose_are_no_fact_sheet() -> None:
    text = "Members met in May.\nChair Anna Weiss opened the day.\nFunding was short.\nPartners helped PTB.\n"
    assert not [fact for fact in facts(text, "text/plain") if fact[1] in ("sponsored", "cooperatesWith")]


def test_partners_of_a_project() -> None:
    text = "# Project: Better scales for climate\n\n## Project partners\n\n- PTB\n- METAS\n"
    assert {who for who, relation, _ in facts(text) if relation == "contributedTo"} == {"PTB", "METAS"}


def test_all_three_are_those_of_the_sentence_before() -> None:
    text = (
        "There are three young bodies: APMP, COOMET and SADCMET. "
        "All three have cooperation agreements in place with their two partners: ILAC and OIML."
    )
    found = {(who, what) for who, relation, what in facts(text) if relation == "cooperatesWith"}
    found |= {(what, who) for who, what in found}
    assert {("APMP", "ILAC"), ("SADCMET", "OIML"), ("COOMET", "ILAC")} <= found
    assert ("APMP", "COOMET") not in found


def test_who_called_the_meeting_founded_nothing_and_membership_of_is_no_name() -> None:
    text = (
        "The Baltic Weights Forum was established in Riga at a meeting convened by the Hill Scales Office in May 1987. "
        "Membership of the Forum is open to ports. The Forum co-operates with the OIML."
    )
    found = facts(text)
    assert not [fact for fact in found if fact[1] == "foundedBy"]
    assert ("Baltic Weights Forum", "established", "1987-05") in found
    assert {who for who, relation, what in found if relation == "cooperatesWith"} | {
        what for who, relation, what in found if relation == "cooperatesWith"
    } == {"Baltic Weights Forum", "OIML"}


def test_cells_that_say_whose_and_what() -> None:
    text = (
        "IO Name & Practice\tBrief description\n"
        "BIPM, Training and Weights Programme\tIt trains inspectors.\n"
        "OECD, Compendium of Legal Tools\tIt holds texts.\n"
    )
    found = facts(text, "text/plain")
    assert {relation for who, relation, _ in found if who == "BIPM"} >= {"organised"}
    assert [fact for fact in found if fact[0] == "OECD" and fact[1] == "issued"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In 2009 the OIML launched the Weights Academy, which trains inspectors.", "Weights Academy"),
        (
            "UNIDO and ITC set up the Lakes Forum in 2003 to strengthen the capacities of laboratories.",
            "Lakes Forum",
        ),
    ],
)
def test_what_was_founded_works_on_its_purpose(text: str, who: str) -> None:
    assert (who, "worksOn", "capacity building") in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The OIML uses many kinds of tools to foster accreditation.",
            ("OIML", "worksOn", "accreditation"),
        ),
        ("The FAO, OIE, WHO Tripartite Collaboration sets goals.", ("FAO", "cooperatesWith", "WHO")),
        ("The OIML formally began operating on 4 June 1958.", ("OIML", "established", "1958-06-04")),
    ],
)
def test_means_pacts_and_first_days(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text) or (fact[2], fact[1], fact[0]) in facts(text)


def test_the_year_in_which_a_practice_was_introduced() -> None:
    text = (
        "1.3\tName of the practice\tOpen weights days\n2.4\tIn what year was the practice introduced?\t2005\n"
    )
    assert ("Open weights days", "established", "2005") in facts(text, "text/plain")


@pytest.mark.parametrize(
    ("text", "who", "topics"),
    [
        ("PTB provides help in standards, metrology and testing.", "PTB", {"standardisation", "conformity assessment"}),
        ("EURAMET's metrology research programmes are old.", "EURAMET", {"metrology"}),
        ("The leaflet names some ways in which COOMET facilitates trade.", "COOMET", {"trade facilitation"}),
        ("There are standards bodies working in Europe, such as DIN, BSI and AFNOR.", "BSI", {"standardisation"}),
    ],
)  # fmt: skip
def test_topics_beside_others_and_in_clauses(text: str, who: str, topics: set[str]) -> None:
    assert topics <= {what for one, relation, what in facts(text) if (one, relation) == (who, "worksOn")}


def test_it_in_mid_sentence_is_what_the_sentence_began_with() -> None:
    text = (
        "EUROMET was founded in 1987. METAS was a candidate until 2004, and in 2005 it signed the CIPM MRA."
    )
    signed = {who for who, relation, _ in facts(text) if relation == "signatoryOf"}
    assert signed == {"METAS"}


def test_whose_copyright_it_is() -> None:
    text = "Weights in short\n\nISBN 978-1-2345-6789-0\n\nThe copyright is held by © COOMET e.V. 2013.\n"
    assert ("COOMET", "issued", "Weights in short") in facts(text, "text/plain")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("TideMark is an on-line register of weights. PTB hosts it.", ("PTB", "maintains", "TideMark")),
        ("The Island Guide to Scales came out. KEBS revised it.", ("KEBS", "contributedTo", "Island Guide to Scales")),
        ("The WTO wants more use of its ePing system.", ("WTO", "maintains", "ePing")),
        ("The EU-funded Blue Scales project ended.", ("EU", "sponsored", "Blue Scales project")),
    ],
)  # fmt: skip
def test_it_behind_a_verb_and_its_in_mid_sentence(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_it_is_open_where_two_things_were_named() -> None:
    text = (
        "The Hill Guide to Scales came out in 2019. The Lake Handbook of Weights followed. KEBS revised it."
    )
    assert not [fact for fact in facts(text) if fact[1] == "contributedTo"]


def test_those_in_a_list_are_of_the_kind_that_leads_it() -> None:
    text = (
        "Currently six RMOs are recognised:\n\n1. COOMET\n2. APMP\n\nThe six partners are:\n\n- ITU\n- ITC\n"
    )
    found = {who for who, relation, what in facts(text) if relation == "worksOn"}
    assert found == {"COOMET", "APMP"}


def test_under_whose_auspices() -> None:
    text = "The Lakes Forum is a network of laboratories established under the auspices of the OIML."
    assert ("Lakes Forum", "foundedBy", "OIML") in facts(text)


def test_a_unit_for_projects_is_no_project() -> None:
    text = (
        "# Coordination structure\n\nThe project management unit met. The project steering committee met.\n"
    )
    assert "Coordination structure" not in {who for who, _, _ in facts(text)}


def test_what_an_agency_of_another_does() -> None:
    text = "UNIDO is a small UN agency that assists towns in environmental sustainability."
    assert ("UNIDO", "worksOn", "climate and environment") in facts(text)


def test_who_we_are() -> None:
    text = (
        "Weights matter, and PTB and KRISS know it. PTB and KRISS are old.\n\n"
        "We are the Hill Weights Institute (HWI), Iceland's national metrology institute.\n\n"
        "In 2009 we joined EURAMET.\n"
    )
    found = facts(text)
    assert ("Hill Weights Institute", "worksOn", "metrology") in found
    assert ("Hill Weights Institute", "memberOf", "EURAMET") in found


def test_bodies_accredited_are_not_what_one_works_on() -> None:
    text = (
        "SADCA is a regional association of accreditation bodies which accredit conformity assessment bodies."
    )
    assert {what for _, relation, what in facts(text) if relation == "worksOn"} == {"accreditation"}


def test_the_practice_of_a_template() -> None:
    text = (
        "1\tOverview\tAnswers\n1.1\tOrganisation\tILAC\n1.3\tName of the Practice\tPeer evaluation at work\n"
        "6.1\tAnything else?\tThe practice contributes to SDG 9.\n"
    )
    found = facts(text, "text/plain")
    assert ("Peer evaluation at work", "addressesGoal", "SDG 9") in found


def test_items_that_go_on_from_their_lead() -> None:
    text = (
        "ILAC has, among other things,\n\n- renewed a Memorandum of Understanding with the OIML in 2011\n"
        "- joined the INetQI in 2018\n"
    )
    found = facts(text)
    assert ("ILAC", "memberOf", "INetQI") in found
    assert {who for who, relation, _ in found if relation == "signatoryOf"} == {"ILAC", "OIML"}


def test_a_name_behind_what_it_is() -> None:
    found = facts("ILAC has a recognition arrangement, the ILAC MRA, which was signed on 2 November 2000.")
    assert len([fact for fact in found if fact[1] == "signedOn"]) == 1


def test_a_field_cut_as_a_heading_is_not_what_the_fields_below_are_about() -> None:
    text = (
        "Nordic Scales Council (NSC)\n\nAcronym: NSC\nFounded: 1987 in Oslo\n"
        "Structure: General Assembly (annual), Executive Board, Technical Committee on Weights\n"
        "Secretariat: PTB\nLanguages: English\nMembers: INRIM, METAS\n"
    )
    found = facts(text, "text/plain")
    about = {what for who, _, what in found if who in {"PTB", "INRIM", "METAS"}}
    assert len(about) == 1 and "Technical Committee on Weights" not in about
