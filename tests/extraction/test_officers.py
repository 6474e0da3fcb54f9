"""Persons listed below the name of a committee, those present with whom they come from, and elections."""

from tests.extraction.reading import dated, facts

COMMITTEE = """# Steering Committee

The Steering Committee of CAL-NET guides the work.

* Prof. J. Doe, Italy (Chair, Past President)
* Dr. A. van der Roe, Peru (Treasurer)
* Anna Lund, Norway
"""
ROSTER = """The network meets every year in spring, and all its members send one delegate each.

Executive Bureau
Dr Jane Okafor (SON, Nigeria) - President
Ms Ana Ruiz, Treasurer
Hans Meier, PTB, Germany
"""
PRESENT = """Minutes of the 7th meeting of the NOMET council held in Oslo on 3 May 2011

Attendants

J.Doe (BUREAU EUROPE), A.Roe (CEN/ETSI), K.van der Lund (NMKL), B.Bok (BB)
"""


def test_persons_below_the_name_of_a_committee_sit_on_it():
    found = facts(COMMITTEE)
    assert ("J. Doe", "chairs", "Steering Committee") in found
    assert ("A. van der Roe", "affiliatedWith", "Steering Committee") in found
    assert ("Anna Lund", "affiliatedWith", "Steering Committee") in found


def test_lines_of_persons_are_a_list_below_the_name_of_their_body():
    found = facts(ROSTER)
    assert ("Jane Okafor", "chairs", "Executive Bureau") in found
    assert ("Ana Ruiz", "affiliatedWith", "Executive Bureau") in found
    assert ("Hans Meier", "affiliatedWith", "Executive Bureau") in found


def test_speakers_and_prize_winners_are_no_members():
    text = "# Executive Committee\n\n## Speakers\n\n* Anna Lund, Norway\n* Hans Meier, Chair\n"
    assert not [f for f in facts(text) if f[2] == "Executive Committee"]


def test_those_present_come_with_their_organisations_in_brackets():
    found = facts(PRESENT)
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"J.Doe", "A.Roe", "NMKL", "BUREAU EUROPE", "ETSI"} <= there
    assert ("J.Doe", "affiliatedWith", "BUREAU EUROPE") in found
    assert not [f for f in found if "BB" in f]


def test_who_is_elected_from_where():
    found = facts(
        "The IAF elected Xola Nuru of the Central Testing Office, Kenya as the Chair-elect "
        "and Ana Ruiz from ACCREDIA as Treasurer."
    )
    assert ("Xola Nuru", "affiliatedWith", "IAF") in found
    assert ("Ana Ruiz", "affiliatedWith", "IAF") in found
    assert ("Xola Nuru", "chairs", "IAF") not in found


def test_some_of_a_list_of_members_are_observers():
    found = facts("# Members of the COOMET Council\n\n- INTI (Argentina), observer\n- PTB [o]\n- NIST\n")
    assert ("NIST", "memberOf", "COOMET Council") in found
    assert ("PTB", "observerAt", "COOMET Council") in found


CARDS = """Committee on Recognition

(As of May 2021)

Fashon Craw, PhD (Chair)
Vice Provost, Testing
Lundby State University
January 2022 - December 2024

Anna Lund, EdD
Dean
Technical University of Oslo
March 2021 - May 2023

About the committee

The committee meets every year in spring and reports to the council of the network.
"""


def test_cards_tell_of_employers_and_terms():
    found = dated(CARDS)
    assert ("Fashon Craw", "chairs", "Committee on Recognition", "2022-01", "2024-12") in found
    assert ("Anna Lund", "affiliatedWith", "Committee on Recognition", "2021-03", "2023-05") in found
    assert ("Anna Lund", "affiliatedWith", "Technical University of Oslo", None, None) in found
    assert ("Fashon Craw", "affiliatedWith", "Lundby State University", None, None) in found


def test_who_is_welcomed_to_a_meeting_is_there_but_no_new_director():
    found = facts(
        "Minutes of the 5th meeting of COOMET, Lima, 3 May 2011\n\n"
        "She extended a special welcome to Ana Silva from INMETRO and B. Roe (PTB). "
        "The Board welcomed Jane Doe as its new Director.\n"
    )
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Ana Silva", "B. Roe", "INMETRO", "PTB"} <= there
    assert "Jane Doe" not in there


def test_members_elect_for_their_own_organisation():
    found = facts(
        "The 12th General Assembly of ILAC was held in Lima. Members elected Brahim Houla from the GCC "
        "Accreditation Center, Saudi Arabia as the Chair-elect. Jane Okafor was elected Treasurer."
    )
    assert ("Brahim Houla", "affiliatedWith", "ILAC") in found
    assert ("Jane Okafor", "affiliatedWith", "ILAC") in found


MINUTES = """Report of the 9th Meeting of the LENMET Council

Held on 3 May 2012

Participants

NMX-NMY
Prof. Michael Kuno (Chairman) PTB
Dr Maria Milo METAS

Delegations
Mr Dennis Moro (Representative) AFRIMETS
Ms Mona Berra AFRIMETS
"""


def test_those_present_in_groups_and_who_presides():
    found = facts(MINUTES)
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Michael Kuno", "Maria Milo", "Dennis Moro", "Mona Berra", "PTB", "METAS", "AFRIMETS"} <= there
    assert ("Michael Kuno", "affiliatedWith", "PTB") in found
    assert ("Michael Kuno", "chairs", "LENMET Council") in found
    assert ("Michael Kuno", "chairs", "PTB") not in found


def test_two_offices_of_one_person_and_their_term():
    found = dated(
        "The assembly of the IEC elected Dr Karla Tsu from Japan as third IEC Vice-President for a three-year term "
        "of office (2019-2021) and as Convenor of the IAF."
    )
    assert ("Karla Tsu", "affiliatedWith", "IEC", "2019", "2021") in found
    assert ("Karla Tsu", "chairs", "IAF", "2019", "2021") in found
    assert ("Karla Tsu", "chairs", "IEC", "2019", "2021") not in found


def test_offices_in_front_of_a_name_are_those_of_two_bodies():
    found = facts("Opening words came from IEC Vice-President and IAF Chair Jane Shu, who thanked the hosts.")
    assert ("Jane Shu", "affiliatedWith", "IEC") in found
    assert ("Jane Shu", "chairs", "IAF") in found


def test_these_points_back_to_who_set_the_bodies_up():
    found = facts(
        "The COOMET has set up several working groups to help with its work. They meet once a year.\n\n"
        "These working groups are:\n\n- WGP: Working Group on Pumps\n- WGS: Working Group on Scales\n"
    )
    assert ("Working Group on Scales", "partOf", "COOMET") in found
    assert ("Working Group on Pumps", "foundedBy", "COOMET") in found


def test_bodies_that_are_planned_are_not_set_up():
    found = facts(
        "The COOMET will establish the following groups:\n\n- Working Group on Pumps\n- Working Group on Scales\n"
    )
    assert not [f for f in found if f[1] == "foundedBy"]


def test_a_label_leads_lines_of_persons_in_and_the_secretariat_is_there_too():
    found = facts(
        "Minutes of the 4th meeting of COOMET, Oslo, 3 May 2011\n\nPRESENT:\nMs Ana Ruiz, INTI, Argentina\n"
        "Mr Karl Bok, PTB, Germany - Chairperson\n\nSECRETARIAT:\nMs Olga Lund, BEV\nMr Jan Pohl, BEV\n\n"
        "APOLOGIES:\nMs Eva Moor, NIST\nMr Abel Moor, NIST\n"
    )
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Ana Ruiz", "Karl Bok", "Olga Lund", "INTI", "BEV"} <= there
    assert not there & {"Eva Moor", "NIST"}
    assert ("Karl Bok", "chairs", "COOMET") in found


def test_several_are_elected_to_one_office():
    found = facts(
        "Dr Philip Rich (METAS) and Dr James Olt (NIST) have been elected as Vice-Presidents of the IAF."
    )
    assert {("Philip Rich", "affiliatedWith", "IAF"), ("James Olt", "affiliatedWith", "IAF")} <= found


def test_in_what_capacity():
    found = facts("NMISA drives this work in its capacity as the AFRIMETS Secretariat.")
    assert ("NMISA", "secretariatOf", "AFRIMETS") in found


def test_persons_are_spoken_of_again():
    found = facts(
        "Paul Heth, Convenor of COOMET's working group on capacity building, spoke. Paul is the Head of the Irish "
        "National Metrology Laboratory, a member of the IAF and a long-standing member of the AFRIMETS. Currently, "
        "he is also on the EURAMET Editorial Board."
    )
    assert ("Paul Heth", "chairs", "working group on capacity building") in found
    assert ("Paul Heth", "chairs", "COOMET") not in found
    assert ("Paul Heth", "affiliatedWith", "Irish National Metrology Laboratory") in found
    assert ("Paul Heth", "affiliatedWith", "IAF") in found
    assert ("Paul Heth", "affiliatedWith", "EURAMET Editorial Board") in found
    assert not [f for f in found if f[1] == "memberOf"]


def test_of_two_persons_in_a_sentence_she_is_the_subject():
    found = facts(
        "Ana Lund met Eva Moor (NIST). She is also on the EURAMET Editorial Board. He was Director of PTB."
    )
    assert ("Ana Lund", "affiliatedWith", "EURAMET Editorial Board") in found
    assert ("Eva Moor", "affiliatedWith", "EURAMET Editorial Board") not in found
    assert ("Ana Lund", "affiliatedWith", "PTB") not in found


def test_unknown_names_in_a_list_of_persons():
    found = facts(
        "EUROLAB Board Meeting, Oslo, 3 May 2012\n\nParticipants: Jan Sobola (President), Jeff Lewin (Vice President), "
        "Drewin Nieuwen, Dagmar Kot, Zofran Gulzel\n"
    )
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Drewin Nieuwen", "Zofran Gulzel", "Jan Sobola"} <= there


def test_who_is_elected_president_presides_and_an_institute_may_hold_chair_and_secretariat():
    found = facts(
        "EUROLAB members unanimously elected a new EUROLAB president, Mr. Jan Sobola, Director of PTB, as their new "
        "President. NMIM has been appointed as President and Secretariat of the APLMF for two years."
    )
    assert ("Jan Sobola", "chairs", "EUROLAB") in found
    assert {("NMIM", "chairs", "APLMF"), ("NMIM", "secretariatOf", "APLMF")} <= found


def test_decisions_of_an_assembly():
    found = dated(
        "The 27th General Assembly of APMP was held in Kobe. The assembly elected Dr Tim Armstrong, Director of NMIA, "
        "New Zealand, as APMP Council member and the APMP Treasurer. It approved Dr Mego Pinan, Director of KIM, "
        "Indonesia as DEC chair for a term from 2012 to 2015.\n\nIt approved the new chairs:\n\n"
        "- Mr Sun Qiao, NIM, China as TCAUV Chair\n- Mr Jan Lund, BEV, Austria as TCMX Chair\n"
    )
    assert ("Tim Armstrong", "affiliatedWith", "APMP Council", None, None) in found
    assert ("Tim Armstrong", "affiliatedWith", "APMP", None, None) in found
    assert ("Mego Pinan", "chairs", "DEC", "2012", "2015") in found
    assert ("Jan Lund", "chairs", "TCMX", None, None) in found


def test_an_office_and_another_behind_it():
    found = facts("Professor Paul Howe, NPL Non-Executive Director and Chair of the IAF, spoke at length.")
    assert ("Paul Howe", "chairs", "IAF") in found
    assert ("Paul Howe", "affiliatedWith", "NPL") in found
    assert ("Paul Howe", "chairs", "NPL") not in found


def test_offices_in_clauses():
    found = facts(
        "Prof. Jan Sobola and Dr. Lena Rebane (PTB) organised it. A delegation from KRISS, led by President Ho Lee, "
        "came. EA welcomed NMISA, whose Director General is Mr. Karl Braun, as a member."
    )
    assert {("Jan Sobola", "affiliatedWith", "PTB"), ("Lena Rebane", "affiliatedWith", "PTB")} <= found
    assert {("Ho Lee", "affiliatedWith", "KRISS"), ("Karl Braun", "affiliatedWith", "NMISA")} <= found


def test_an_initial_without_a_dot_behind_a_label():
    found = facts("# AFSEC\n\n## TC 8\n\nChairman: C Kanyami, Rwanda\nSecretary: R Adewu, Nigeria\n")
    assert ("C Kanyami", "chairs", "TC 8") in found


def test_an_inter_agency_cluster_has_members():
    found = facts("The Inter-Agency Cluster on Trade is led by UNCTAD and includes UNIDO, ITC and FAO.")
    assert ("UNCTAD", "chairs", "Inter-Agency Cluster on Trade") in found
    assert ("ITC", "memberOf", "Inter-Agency Cluster on Trade") in found
