"""Who keeps a secretariat, chairs, is focal point or observer, in many wordings."""

import pytest

from tests.extraction.reading import dated, facts

STATED = [
    ("The INetQI, whose secretariat sits with the OIML, met in May.", "OIML secretariatOf INetQI"),
    ("The JCRB has its permanent secretariat at the BIPM.", "BIPM secretariatOf JCRB"),
    ("In January 2019 the APMP secretariat moved from NIM to KRISS.", "KRISS secretariatOf APMP"),
    ("As the secretariat of INetQI, the IEC prepares the meeting.", "IEC secretariatOf INetQI"),
    ("The secretariat function of INetQI is assumed by UNIDO.", "UNIDO secretariatOf INetQI"),
    ("NIST was appointed secretariat of the JCRB in 2010.", "NIST secretariatOf JCRB"),
    ("Under the chairmanship of Ms Ana Silva, INetQI adopted a plan.", "Ana Silva chairs INetQI"),
    ("Ana Silva succeeded Bo Larsen as chair of INetQI.", "Ana Silva chairs INetQI"),
    ("Convenor, JCRB: Ms Ana Silva", "Ana Silva chairs JCRB"),
    ("UNIDO has been nominated as the focal point for INetQI.", "UNIDO focalPointOf INetQI"),
    ("As focal point of INetQI, UNIDO presented a draft.", "UNIDO focalPointOf INetQI"),
    ("Ms Ana Silva was elected to preside over the JCRB.", "Ana Silva chairs JCRB"),
    ("Ms Ana Silva, who heads the Length Laboratory of INTI, spoke.", "Ana Silva affiliatedWith INTI"),
    ("The JCRB is a joint body of ISO and ILAC, and its chair is Ms Ana Silva.", "Ana Silva chairs JCRB"),
    (
        "UNIDO was let in as an observer at the 9th meeting of the ISO Council.",
        "UNIDO observerAt ISO Council",
    ),
    ("SC Hydrogen (convenor: Ms Ana Silva) met in May.", "Ana Silva chairs SC Hydrogen"),
    ("The JCRB was founded in 1998 by Lopa, METAS and NIST.", "JCRB foundedBy Lopa"),
    ("The Fair Lakes Programme, started in 2015 by NIST, goes on.", "Fair Lakes Programme foundedBy NIST"),
    (
        "ILAC is one of the pillars of the Lake Network (LN) established by METAS.",
        "Lake Network foundedBy METAS",
    ),
    (
        "METAS and NIST are founding members of the Lake Network (LN), created in 2020.",
        "Lake Network established 2020",
    ),
    ("An MoU establishing the Lake Network was signed by METAS and NIST.", "Lake Network foundedBy NIST"),
    ("In 1997 NIST joined forces with METAS to create the Lake Network.", "Lake Network foundedBy METAS"),
    (
        "The ISO Council closed a committee and created the Lake Network.",
        "Lake Network foundedBy ISO Council",
    ),
    (
        "In 1938, the ministry approved the establishment of the Lake Network.",
        "Lake Network established 1938",
    ),
    (
        "Secretarial services, day-to-day running and finances of the JCRB are provided by NIST.",
        "NIST secretariatOf JCRB",
    ),
    ("The APMP TCL is headed by Ms Ana Silva.", "Ana Silva chairs APMP TCL"),
    ("The NIST Commissioner for research Mr Bo Larsen has met them.", "Bo Larsen affiliatedWith NIST"),
    ("Ms Ana Silva has been at the helm of the JCRB since May 2021.", "Ana Silva chairs JCRB"),
    ("The gavel of the JCRB passed from Mr Bo Larsen to Ms Ana Silva.", "Ana Silva chairs JCRB"),
    ("Ms Ana Silva is in charge of the Length Section at NIST.", "Ana Silva affiliatedWith NIST"),
    (
        "The Lake Network was called to life in Lima by METAS and NIST in 2009.",
        "Lake Network foundedBy METAS",
    ),
    ("The Lake Network, the brainchild of METAS, met.", "Lake Network foundedBy METAS"),
    ("NIST acts as host of the secretariat of the JCRB.", "NIST secretariatOf JCRB"),
    ("UNIDO follows the work of the JCRB with the status of an observer.", "UNIDO observerAt JCRB"),
    ("In the spirit of SDG 17, ILAC and IAF work together.", "IAF addressesGoal SDG 17"),
    ("As an observer to the JCRB, ISO follows its work.", "ISO observerAt JCRB"),
    ("UNIDO takes part in the work of the JCRB in an observer capacity.", "UNIDO observerAt JCRB"),
    ("METAS holds membership of ILAC and observer status with the JCRB.", "METAS observerAt JCRB"),
    ("ISO/TC 314 Ageing societies. Chair: Ms Ana Silva. Secretariat: BSI.", "BSI secretariatOf ISO/TC 314"),
]


@pytest.mark.parametrize(("text", "line"), STATED)
def test_an_office_is_told_in_many_ways(text: str, line: str) -> None:
    assert line in {" ".join(fact) for fact in facts(text)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The INetQI secretariat may move from ISO to UNIDO.", "UNIDO secretariatOf INetQI"),
        ("In January 2019 the APMP secretariat moved from NIM to KRISS.", "NIM secretariatOf APMP"),
        ("NIST was asked to serve as secretariat of the JCRB.", "NIST secretariatOf JCRB"),
        ("Ana Silva succeeded Bo Larsen as chair of INetQI.", "Bo Larsen chairs INetQI"),
        (
            "METAS and NIST are founding members of the Lake Network (LN), created in 2020.",
            "METAS established 2020",
        ),
        ("The JCRB has given observer status to UNIDO.", "JCRB observerAt UNIDO"),
        ("Ms Ana Silva was asked to preside over the JCRB.", "Ana Silva chairs JCRB"),
        (
            "The Fair Lakes Programme started in 2015 and was run by NIST.",
            "Fair Lakes Programme foundedBy NIST",
        ),
        ("UNIDO is the focal point for the INetQI Lake Group.", "UNIDO focalPointOf INetQI"),
        ("ISO/TC 314 Ageing societies. Chair: Ms Ana Silva. Secretariat: BSI.", "Ana Silva chairs BSI"),
    ],
)
def test_an_office_is_not_read_into_what_resembles_it(text: str, line: str) -> None:
    assert line not in {" ".join(fact) for fact in facts(text)}


def test_those_below_a_kind_of_seat_sit_there_as_it_says() -> None:
    panel = (
        "The Lakes Advisory Panel is a sub-group of ILAC. Seats are distributed as follows:\n\n"
        "(a) with voting rights\n– METAS\n– NIST\n\n(b) without voting rights (observers)\n– UNIDO, since 2011\n– ISO\n"
    )
    found = {" ".join(fact) for fact in facts(panel)}
    assert {"METAS memberOf Lakes Advisory Panel", "UNIDO observerAt Lakes Advisory Panel"} <= found
    assert "UNIDO memberOf Lakes Advisory Panel" not in found


def test_officers_stand_one_a_line() -> None:
    page = (
        "Officers of the Nordic Lakes Committee\n\nChair: Ms Ana Silva (METAS)\nVice-chair: vacant\n"
        'Convenor, Working Group 2 "Pumps": Mr Bo Larsen\nSecretariat: NIST\nFocal point for gender: UNIDO\n'
    )
    found = {" ".join(fact) for fact in facts(page)}
    assert "Ana Silva chairs Nordic Lakes Committee" in found
    assert "Bo Larsen chairs Working Group 2" in found
    assert "NIST secretariatOf Nordic Lakes Committee" in found
    assert "UNIDO focalPointOf Nordic Lakes Committee" in found


def test_each_year_of_a_history_is_an_entry() -> None:
    found = {" ".join(fact) for fact in facts("1978: ILAC established\n1993: IAF founded\n")}
    assert {"ILAC established 1978", "IAF established 1993"} <= found


def test_an_office_has_no_date_of_something_else() -> None:
    found = dated(
        "The JCRB chair, Ms Ana Silva, spoke in Lima in 2019. Bo Larsen was elected chair of ILAC in 2020."
    )
    since = {(fact[0], fact[1]): fact[3] for fact in found if fact[1] == "chairs"}
    assert since == {("Ana Silva", "chairs"): None, ("Bo Larsen", "chairs"): "2020"}
