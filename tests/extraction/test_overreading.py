"""What longer reports and bulletins seem to say and do not: each text with a fact that must not be read from it."""

import pytest

from tests.extraction.reading import facts


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("ILAC met. Dr Lind said that the IAF report had been given by the chair of the group.", "chairs"),
        ("The members of the committee wrote to ILAC. Mr Rao gave them an update on OIML activities.", "memberOf"),
        ("The Proficiency Unit of NMISA was told that its members met at the ILAC Technical Committee.", "memberOf"),
        ("Letters of thanks were presented to Mrs Ada Berg at the 16th Assembly of ILAC.", "participatedIn"),
        ("A text for the application of ISO/IEC 17025 was approved by the CIML in July 2020.", "issued"),
        ("An OIML Recommendation may help. OIML Guides and ISO Technical Reports are free.", "issued"),
        ("ISO Committees write to one another, and OIML working groups do so, too.", "partOf"),
        ("Figure 2: Metrology serves the Sustainable Development Goals (Source: BIPM website).", "addressesGoal"),
        ("The seminar of ILAC, held in Riga on 3 May 2019, was attended by people from many economies.",
         "participatedIn"),
        ("The CIML approved the following publications:\n\n- OIML R 76\n- The following new projects were started:\n"
         "- OIML R 600\n", "R 600"),
        ("The ILAC Bureau met. A New Recommendation Contact thermometers was published by ILAC.", "issued"),
        ("In 2008 the Meeting disbanded the Working Group on Scales and founded an office.", "established"),
        ("The Weighing Fair is organised by associations from Chile, Brazil, China and Japan.", "heldIn"),
        ("# Minister visits the BIML to meet its staff\n\n1 February 2023, Paris\n", "heldOn"),
        ("CIM2021 takes place soon. It lets the metrology community meet.", "worksOn"),
        ("The Weighing Workshop was attended by people from OIML Member States and others.", "participatedIn"),
        ("The Weighing Fair was held in Riga on 3 May 2019. The Weighing Fair was first held in 1995.", "1995"),
        ("In 2017 the NMISA established an OIML certification office in Pretoria.", "foundedBy"),
        ("In 2017 the NMISA established an OIML certification office in Pretoria.", "established"),
        ("# ILAC notes\n\n## 2004-11 draft circulated\n\n2005-05 committee draft circulated\n", "heldOn"),
        ("The IAF wrote. At its 51st meeting in Riga, the CIML directed the staff to go on.", "IAF 51st meeting"),
        ("Left: Ms Ada Berg (IAF) Right: Mr Rao (ILAC)", "memberOf"),
        ("The Vice-Chair of the ILAC Arrangement Committee, Ms Ada Berg, wrote.", "chairs"),
    ],
)  # fmt: skip
def test_reads_no_such_fact(text: str, relation: str) -> None:
    assert [fact for fact in facts(text) if fact[1] == relation or fact[2].endswith(relation)] == []
