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

Nolan Birch, PhD (Chair)
Vice Rector, Testing
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
    assert ("Nolan Birch", "chairs", "Committee on Recognition", "2022-01", "2024-12") in found
    assert ("Anna Lund", "affiliatedWith", "Committee on Recognition", "2021-03", "2023-05") in found
    assert ("Anna Lund", "affiliatedWith", "Technical University of Oslo", None, None) in found
    assert ("Nolan Birch", "affiliatedWith", "Lundby State University", None, None) in found


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
        "The 4th General Assembly of ILAC was held in Dakar. Members elected Tariq Benali from the Coastal "
        "Testing Office, Tunisia as the Chair-elect. Jane Okafor was elected Treasurer."
    )
    assert ("Tariq Benali", "affiliatedWith", "ILAC") in found
    assert ("Jane Okafor", "affiliatedWith", "ILAC") in found


MINUTES = """Report of the 9th Meeting of the LENMET Council

Held on 3 May 2012

Participants

NMX-NMY
Prof. Stefan Abend (Chairman) BEV
Dr Livia Porta CMI

Delegations
Mr Peter Ouma (Representative) ARSO
Ms Nadia Selim ARSO
"""


def test_those_present_in_groups_and_who_presides():
    found = facts(MINUTES)
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Stefan Abend", "Livia Porta", "Peter Ouma", "Nadia Selim", "BEV", "CMI", "ARSO"} <= there
    assert ("Stefan Abend", "affiliatedWith", "BEV") in found
    assert ("Stefan Abend", "chairs", "LENMET Council") in found
    assert ("Stefan Abend", "chairs", "BEV") not in found


def test_two_offices_of_one_person_and_their_term():
    found = dated(
        "The council of ISO elected Dr Karla Tsu from Peru as second ISO Vice-President for a "
        "two-year term of office (2013-2014) and as Convenor of the IAF."
    )
    assert ("Karla Tsu", "affiliatedWith", "ISO", "2013", "2014") in found
    assert ("Karla Tsu", "chairs", "IAF", "2013", "2014") in found
    assert ("Karla Tsu", "chairs", "ISO", "2013", "2014") not in found


def test_offices_in_front_of_a_name_are_those_of_two_bodies():
    found = facts(
        "Opening words came from IEC Vice-President and IAF Chair Jane Moss, who thanked the hosts."
    )
    assert ("Jane Moss", "affiliatedWith", "IEC") in found
    assert ("Jane Moss", "chairs", "IAF") in found


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
        "Dr Emil Reich (BEV) and Dr Sara Kovar (CMI) have been elected in May as Vice-Presidents of the IAF."
    )
    assert {("Emil Reich", "affiliatedWith", "IAF"), ("Sara Kovar", "affiliatedWith", "IAF")} <= found


def test_in_what_capacity():
    found = facts("NMISA drives this work in its capacity as the AFRIMETS Secretariat.")
    assert ("NMISA", "secretariatOf", "AFRIMETS") in found


def test_persons_are_spoken_of_again():
    found = facts(
        "Hugo Brand, Convenor of COOMET's working group on spare parts, spoke. Hugo is the Head of the Lakes National "
        "Scales Laboratory, a member of the IAF and an old member of the AFRIMETS. These days he is also on the "
        "WELMEC Magazine Board."
    )
    assert ("Hugo Brand", "chairs", "working group on spare parts") in found
    assert ("Hugo Brand", "chairs", "COOMET") not in found
    assert ("Hugo Brand", "affiliatedWith", "Lakes National Scales Laboratory") in found
    assert ("Hugo Brand", "affiliatedWith", "IAF") in found
    assert ("Hugo Brand", "affiliatedWith", "WELMEC Magazine Board") in found
    assert not [f for f in found if f[1] == "memberOf"]


def test_of_two_persons_in_a_sentence_she_is_the_subject():
    found = facts(
        "Ana Lund met Eva Moor (NIST). She is also on the WELMEC Magazine Board. He was Director of PTB."
    )
    assert ("Ana Lund", "affiliatedWith", "WELMEC Magazine Board") in found
    assert ("Eva Moor", "affiliatedWith", "WELMEC Magazine Board") not in found
    assert ("Ana Lund", "affiliatedWith", "PTB") not in found


def test_unknown_names_in_a_list_of_persons():
    found = facts(
        "COOMET Board Meeting, Oslo, 3 May 2012\n\nParticipants: Ida Sorel (President), Frank Lowe (Vice President), "
        "Brodwen Haagsma, Ingrid Pesk, Tozran Okbay\n"
    )
    there = {who for who, relation, _ in found if relation == "participatedIn"}
    assert {"Brodwen Haagsma", "Tozran Okbay", "Ida Sorel"} <= there


def test_who_is_elected_president_presides_and_an_institute_may_hold_chair_and_secretariat():
    found = facts(
        "After a long night AFRAC members elected a new AFRAC president, Ms. Ida Sorel, Director of BEV, as their new "
        "President. KEBS has been appointed as Chair and Secretariat of the WELMEC until spring."
    )
    assert ("Ida Sorel", "chairs", "AFRAC") in found
    assert {("KEBS", "chairs", "WELMEC"), ("KEBS", "secretariatOf", "WELMEC")} <= found


def test_decisions_of_an_assembly():
    found = dated(
        "The 9th General Assembly of COOMET was held in Minsk. The assembly elected Dr Nora Field, Director of NMISA, "
        "South Africa, as COOMET Council member and the COOMET Treasurer. It approved Dr Abel Prado, Director of KEBS, "
        "Kenya as QSC chair for a term from 2005 to 2008.\n\nIt approved the new chairs:\n\n"
        "- Ms Rita Sol, GSA, Ghana as TCFL Chair\n- Mr Jan Lund, BEV, Austria as TCMX Chair\n"
    )
    assert ("Nora Field", "affiliatedWith", "COOMET Council", None, None) in found
    assert ("Nora Field", "affiliatedWith", "COOMET", None, None) in found
    assert ("Abel Prado", "chairs", "QSC", "2005", "2008") in found
    assert ("Jan Lund", "chairs", "TCMX", None, None) in found


def test_an_office_and_another_behind_it():
    found = facts("Professor Nils Lake, BEV Non-Executive Director and Convenor of the IAF, spoke at length.")
    assert ("Nils Lake", "chairs", "IAF") in found
    assert ("Nils Lake", "affiliatedWith", "BEV") in found
    assert ("Nils Lake", "chairs", "BEV") not in found


def test_offices_in_clauses():
    found = facts(
        "Prof. Jan Halas and Dr. Lena Orav (PTB) organised it. A delegation from INMETRO, led by President Rui Lago, "
        "came. EA welcomed NMISA, whose Director General is Mr. Karl Braun, as a member."
    )
    assert {("Jan Halas", "affiliatedWith", "PTB"), ("Lena Orav", "affiliatedWith", "PTB")} <= found
    assert {("Rui Lago", "affiliatedWith", "INMETRO"), ("Karl Braun", "affiliatedWith", "NMISA")} <= found


def test_an_initial_without_a_dot_behind_a_label():
    found = facts("# ARSO\n\n## TC 5\n\nChairman: B Tolani, Malawi\nSecretary: L Ferris, Ghana\n")
    assert ("B Tolani", "chairs", "TC 5") in found


def test_an_inter_agency_cluster_has_members():
    found = facts("The Inter-Agency Cluster on Scales is led by UNIDO and includes UNECE, ITC and FAO.")
    assert ("UNIDO", "chairs", "Inter-Agency Cluster on Scales") in found
    assert ("ITC", "memberOf", "Inter-Agency Cluster on Scales") in found
