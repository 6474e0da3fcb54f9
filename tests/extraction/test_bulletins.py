"""What articles of bulletins and newsletters, minutes and liaison reports say, and what must not be made of it."""

import pytest

from qigraph.extraction import extract
from qigraph.reading.text import Text
from tests.extraction.reading import registry

Triple = tuple[str, str, str]


def read(text: str) -> set[Triple]:
    """Facts as (subject, relation, object), each end by every name it has."""
    found = set()
    for fact in extract(Text("page.txt", text, "text/plain"), registry()).facts:
        ends = [
            [end] if isinstance(end, str) else [end.label, *end.aliases]
            for end in (fact.subject, fact.object)
        ]
        found |= {(one, fact.relation, other) for one in ends[0] for other in ends[1]}
    return found


STATED = [
    (
        "Lena Brandt, Vice-Chair of the ILAC Board, represented ILAC at the 9th OIML meeting in Lyon.",
        [
            ("ILAC", "participatedIn", "9th OIML meeting"),
            ("Lena Brandt", "participatedIn", "9th OIML meeting"),
        ],
    ),
    (
        "A seminar on \u2018Fair Weights\u2019 was hosted by PTB in Berlin in May 2019.",
        [("PTB", "organised", "Fair Weights")],
    ),
    (
        "The Joint ILAC/OIML Workshop on Tank Gauging was held in Lima in May 2019.",
        [
            ("ILAC", "organised", "Workshop on Tank Gauging"),
            ("OIML", "organised", "Workshop on Tank Gauging"),
        ],
    ),
    (
        "The 12th workshop of COOMET took place in Minsk in June 2018 under the auspices of the OIML.",
        [("OIML", "organised", "12th workshop of COOMET")],
    ),
    (
        'The draft was sent to TC 4 "Legal Metrology" of COOMET.',
        [("TC 4", "worksOn", "legal metrology")],
    ),
    (
        "The CIPM bureau consists of Dr Brandt (President), Dr Okoye (Secretary) and Prof. Tanaka (Vice-President).",
        [
            ("CIPM bureau", "partOf", "CIPM"),
            ("Brandt", "affiliatedWith", "CIPM bureau"),
            ("Tanaka", "affiliatedWith", "CIPM bureau"),
        ],
    ),
    (
        "Session II of the 98th meeting of the CIPM (4-5 June 2009) was closed.",
        [
            ("Session II of the 98th meeting of the CIPM", "heldOn", "2009-06-04"),
            ("CIPM", "organised", "Session II of the 98th meeting of the CIPM"),
        ],
    ),
    (
        "Jane Doe of the Accreditation Body of Malta spoke at the 5th ILAC workshop.",
        [("Jane Doe", "affiliatedWith", "Accreditation Body of Malta")],
    ),
    (
        "The Annual 27th APLMF Meetings were held online on 3 May 2020.",
        [("APLMF", "organised", "27th APLMF Meetings")],
    ),
    (
        "The ministers recognised GULFMET as the regional platform for all matters related to metrology.",
        [("GULFMET", "worksOn", "metrology")],
    ),
    ("SMAS becomes a new EA Member.", [("SMAS", "memberOf", "EA")]),
]


@pytest.mark.parametrize(("sentence", "facts"), STATED)
def test_stated(sentence: str, facts: list[Triple]) -> None:
    found = read(sentence)
    assert [fact for fact in facts if fact not in found] == []


NOT_STATED = [
    (
        "Information on the work of AFRIMETS and COOMET was presented during the meeting of the OIML.",
        "participatedIn",
    ),
    ("SMAS becomes a new EA Member.", "successorOf"),
    ("They harmonise accreditation in accordance with IAF and ILAC guidelines.", "worksOn"),
    ("The 5th ILAC workshop closed the Scales Committee and created the Tanks Network.", "foundedBy"),
    ("The plan covers projects under EPM, and the Weights Institute of Malta was adopted by PTB.", "issued"),
    ("The SMIIC Forum 2012 in Antalya discussed scales.", "partOf"),
    ("The 1st Scales Days, Lyon, France Course on Weights, Porto, Portugal", "partOf"),
]


@pytest.mark.parametrize(("sentence", "relation"), NOT_STATED)
def test_not_stated(sentence: str, relation: str) -> None:
    assert [fact for fact in read(sentence) if fact[1] == relation] == []


def test_entry_behind_a_country() -> None:
    found = read("Training in 2019: 2nd Scales Congress, Lyon, France Course on Weights, Porto, Portugal")
    assert not [fact for fact in found if fact[0].startswith("France")]


LATER = [
    (
        "The OIML Scales Metrology Committee Meeting was held on 3 May 2013 in Lima, Peru.",
        [
            ("OIML Scales Metrology Committee", "partOf", "OIML"),
            ("OIML Scales Metrology Committee", "worksOn", "metrology"),
            ("OIML Scales Metrology Committee", "organised", "OIML Scales Metrology Committee Meeting"),
        ],
    ),
    (
        "ILAC Chair Ana Silva, Vice-Chair Karl Braun and Head of Secretariat J. Moore attended the 5th OIML meeting.",
        [("Karl Braun", "affiliatedWith", "ILAC"), ("J. Moore", "affiliatedWith", "ILAC")],
    ),
    (
        "ILAC Chair A.Silva, Vice-Chair K.Braun and Head of Secretariat J.Moore attended the 5th OIML meeting.",
        [("K.Braun", "affiliatedWith", "ILAC"), ("J.Moore", "affiliatedWith", "ILAC")],
    ),
    (
        "The work of each group is led by an ISO member body - AFNOR , ANSI and SABS.",
        [("AFNOR", "memberOf", "ISO"), ("ANSI", "memberOf", "ISO"), ("SABS", "memberOf", "ISO")],
    ),
    (
        "On 11 May 2012 a COOMET meeting chaired by the COOMET Vice-President Jane Doe took place.",
        [
            ("COOMET meeting of 11 May 2012", "heldOn", "2012-05-11"),
            ("Jane Doe", "participatedIn", "COOMET meeting"),
        ],
    ),
    (
        "Lima, 3 May 2019 - The 4th ILAC meeting kicked off today at the INACAL headquarters.",
        [("4th ILAC meeting", "heldOn", "2019-05-03")],
    ),
    (
        "Hosted by the Island Weights Institute, the 18th\n\nOIML workshop was held in Lima in May 2009 and the\n\n"
        "Workshop was attended by PTB.",
        [("PTB", "participatedIn", "18th OIML workshop")],
    ),
    (
        "They signed the CIPM MRA in 1999. In 2018 "
        "the Memorandum of Understanding between COOMET and EURAMET was signed.",
        [("COOMET", "signatoryOf", "Memorandum of Understanding between COOMET and EURAMET")],
    ),
]


@pytest.mark.parametrize(("text", "facts"), LATER)
def test_stated_in_context(text: str, facts: list[Triple]) -> None:
    found = read(text)
    assert [fact for fact in facts if fact not in found] == []


def test_draft_of_an_agreement_is_none() -> None:
    text = "They signed the CIPM MRA in 1999. "
    text += "Discussed was the draft of the Memorandum of Understanding between COOMET and EURAMET."
    assert not [f for f in read(text) if f[1] in ("signatoryOf", "cooperatesWith")]


def test_new_clause_begins_behind_a_comma() -> None:
    found = read(
        "Rules were approved for projects under AFRAC, and the Weights Institute of Malta was admitted to EURAMET."
    )
    assert ("Weights Institute of Malta", "memberOf", "EURAMET") in found
    assert ("AFRAC", "memberOf", "EURAMET") not in found
