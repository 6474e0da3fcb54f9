"""What organisations do together, belong to and work on, in the many ways in which documents word it."""

import pytest

from tests.extraction.reading import facts

TOGETHER = [
    (
        "ILAC works closely with the OIML, other legal metrology organisations (WELMEC, SIM) and NIST.",
        "ILAC",
        "SIM",
    ),
    ("APLMF and APMP have run two courses for young inspectors.", "APLMF", "APMP"),
    ("The seminar was organised by COPANT and IAAC.", "COPANT", "IAAC"),
    ("IAF and ISO have jointly produced a short paper.", "IAF", "ISO"),
    ("The roadmap was drafted jointly by IEC and ITU.", "IEC", "ITU"),
    ("ILAC and IAF have joint committees on marketing.", "ILAC", "IAF"),
    ("The ITC and ISO look after the library together.", "ITC", "ISO"),
    ("Under the arrangement ARSO and AFRAC send each other their drafts.", "ARSO", "AFRAC"),
    ("A joint working group of the CIPM and ILAC looks after traceability.", "CIPM", "ILAC"),
    ("The text was prepared by ARSO together with AFSEC.", "ARSO", "AFSEC"),
    ("Representatives of ISO/CASCO and the IAF sit on a joint group.", "CASCO", "IAF"),
    ("OIML and IEC regularly exchange observers.", "OIML", "IEC"),
    ("The OIML has formal agreements with 70 organisations, among them WHO and FAO.", "OIML", "FAO"),
    ("Building on its partnership with the World Bank, the ITC set up a portal.", "ITC", "World Bank"),
    ("The OIML coordinates its work with that of the IEC.", "OIML", "IEC"),
    ("SIM draws on the expertise of the BIPM, with which it has a long-standing agreement.", "SIM", "BIPM"),
]
APART = [
    ("ILAC and IAF each organised a workshop in Lima.", "ILAC", "IAF"),
    ("Members of ISO and IEC members prepared the draft.", "ISO", "IEC"),
    ("BIPM and OIML hold observer status at the WTO.", "BIPM", "OIML"),
    ("ISO and IEC could jointly develop a guide.", "ISO", "IEC"),
    ("The paper was written by the PTB and NIST.", "PTB", "NIST"),
]
STATED = [
    ("The guests came from AFRAC, which facilitates trade.", "AFRAC", "worksOn", "trade facilitation"),
    ("UNIDO has long experience in accreditation.", "UNIDO", "worksOn", "accreditation"),
    (
        "Main activities of the Inter American Accreditation Cooperation:\n\n- training of assessors\n- visits\n",
        "Inter American Accreditation Cooperation",
        "worksOn",
        "capacity building",
    ),
    ("# KEBS\n\n## Our services\n\n- Metrology\n- Testing\n", "KEBS", "worksOn", "metrology"),
    ("# GSO\n\nGSO has these technical committees:\n\n- TC 2: Metrology\n", "TC 2", "worksOn", "metrology"),
    ("Legal metrology is the responsibility of the KEBS.", "KEBS", "worksOn", "legal metrology"),
    ("The coordination of metrology is entrusted to the BIPM.", "BIPM", "worksOn", "metrology"),
    ("Gender equality has been written on the banner of the ARSO.", "ARSO", "worksOn", "gender"),
    ("At the core of the CROSQ stands food safety.", "CROSQ", "worksOn", "food safety"),
    ("INACAL has made food safety one of its priorities.", "INACAL", "worksOn", "food safety"),
    ("GSO found a willing partner in SMIIC.", "GSO", "cooperatesWith", "SMIIC"),
    ("It is with the WCO that UNECE has the closest contacts.", "UNECE", "cooperatesWith", "WCO"),
    ("KEBS counts among the founding members of AFRIMETS.", "KEBS", "memberOf", "AFRIMETS"),
    ("ARSO numbers forty members, of which KEBS and UNBS were the first.", "UNBS", "memberOf", "ARSO"),
    ("SASO gained a seat in the JCTLM.", "SASO", "memberOf", "JCTLM"),
    ("# INetQI\n\nMembers: TURKAK, ILAC and, since 2020, the ITC.", "ITC", "memberOf", "INetQI"),
    ("Seats in the JCTLM are held by the BIPM and by ILAC.", "BIPM", "memberOf", "JCTLM"),
    ("INTECO sits, as does INACAL, in COPANT.", "INACAL", "memberOf", "COPANT"),
    ("# INetQI\n\nFull membership is held by ISO and the ITC.", "ITC", "memberOf", "INetQI"),
    ("The national standards body INTECO met in San José.", "INTECO", "worksOn", "standardisation"),
    ("# ARSO\n\nStandardisation and food safety are its daily bread.", "ARSO", "worksOn", "food safety"),
    ("ARSO trusts AFRAC, with which it has been working hand in hand.", "AFRAC", "cooperatesWith", "ARSO"),
    (
        "She chairs the Pacific Area Standards Congress (PASC) Governance Committee.",
        "Governance Committee",
        "partOf",
        "PASC",
    ),
    ("# EURAMET\n\n## Sub-committees\n\n- SC Hydrogen (convenor: VSL)\n", "SC Hydrogen", "partOf", "EURAMET"),
    (
        "KEBS is a member body of ISO, a full member of ARSO and an associate member of the OIML.",
        "KEBS",
        "memberOf",
        "OIML",
    ),
    ("IAF members such as DAkkS and UKAS took part in the pilot.", "UKAS", "memberOf", "IAF"),
    (
        "Newly affiliated to APMP is the Nepal Bureau of Standards and Metrology.",
        "Nepal Bureau of Standards and Metrology",
        "memberOf",
        "APMP",
    ),
    ("Focusing on gender equality and metrology, ARSO prepared a plan.", "ARSO", "worksOn", "metrology"),
    ("Committed to education, COPANT holds a congress each year.", "COPANT", "worksOn", "education"),
    ("SANAS accredits laboratories in ten countries.", "SANAS", "worksOn", "accreditation"),
    ("NMISA runs courses in risk management.", "NMISA", "worksOn", "risk management"),
    ("Food safety remains at the heart of the CAC.", "CAC", "worksOn", "food safety"),
    (
        "ARSO has identified gender equality and climate change as its two priorities.",
        "ARSO",
        "worksOn",
        "gender",
    ),
]
UNSTATED = [
    (
        "The guests came from AFRAC, which does not facilitate trade.",
        "AFRAC",
        "worksOn",
        "trade facilitation",
    ),
    ("That the KEBS belongs to COOMET, as is often read, is not the case.", "KEBS", "memberOf", "COOMET"),
    ("KEBS was admitted to the JCTLM in the capacity of observer.", "KEBS", "memberOf", "JCTLM"),
    ("Members of the ITC are informed of the following.\n\n- ILAC met.\n", "ILAC", "memberOf", "ITC"),
    ("WELMEC is a corresponding body of the OIML.", "WELMEC", "partOf", "OIML"),
    ("ISO, a full member of whose committees KEBS is, met in Lima.", "ISO", "memberOf", "KEBS"),
    ("KEBS is a member body of ISO and a full member of ARSO.", "ISO", "memberOf", "ARSO"),
    (
        "Focusing on gender equality, ARSO could prepare a plan, if it had the staff.",
        "ARSO",
        "worksOn",
        "gender",
    ),
    ("SANAS does not accredit testing laboratories.", "SANAS", "worksOn", "accreditation"),
    ("KEBS was accredited by UKAS.", "KEBS", "worksOn", "accreditation"),
]


@pytest.mark.parametrize(("says", "one", "other"), TOGETHER)
def test_who_does_something_together_works_together(says: str, one: str, other: str) -> None:
    assert {(one, "cooperatesWith", other), (other, "cooperatesWith", one)} & facts(says)


@pytest.mark.parametrize(("says", "one", "other"), APART)
def test_who_stands_side_by_side_need_not_work_together(says: str, one: str, other: str) -> None:
    assert not {(one, "cooperatesWith", other), (other, "cooperatesWith", one)} & facts(says)


@pytest.mark.parametrize(("says", "one", "relation", "other"), STATED)
def test_what_is_stated(says: str, one: str, relation: str, other: str) -> None:
    assert (one, relation, other) in facts(says)


@pytest.mark.parametrize(("says", "one", "relation", "other"), UNSTATED)
def test_what_is_not_stated(says: str, one: str, relation: str, other: str) -> None:
    assert (one, relation, other) not in facts(says)


def test_a_label_in_italics_is_no_title() -> None:
    page = "<h1>ILAC</h1><p><em>Members:</em> TURKAK, DAkkS.</p>"
    assert ("DAkkS", "memberOf", "ILAC") in facts(page, "text/html")
