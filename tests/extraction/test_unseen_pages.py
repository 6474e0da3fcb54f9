"""What pages of the field say beside their facts, and what must not be made of it."""

from functools import cache

import pytest

from qigraph.extraction import extract
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text


@cache
def registry() -> Registry:
    return load_registry()


def read(text: str) -> set[tuple[str, str, str]]:
    """Facts as (subject, relation, object), each end by its shortest name."""
    found = set()
    for fact in extract(Text("page.txt", text, "text/plain"), registry()).facts:
        ends = [
            end if isinstance(end, str) else min([end.label, *end.aliases], key=lambda n: (len(n), n))
            for end in (fact.subject, fact.object)
        ]
        found.add((ends[0], fact.relation, ends[1]))
    return found


ABOUT = "The OIML\n\nThe OIML is a treaty organisation. The OIML has its seat in Paris. The OIML issues guides.\n\n"

NOT_IMPLIED = [
    ("This valuable collaboration brings knowledge of blood tests to the JCTLM.", "cooperatesWith"),
    (
        "During the visit officials of both countries inked an agreement, the NWZ news agency reported.",
        "signatoryOf",
    ),
    ("She added that the idea came from President Jane Moore.", "chairs"),
    ("A guide on uncertainty, ILAC G17:01/2021, has been published.", "issued"),
]


@pytest.mark.parametrize(("sentence", "relation"), NOT_IMPLIED)
def test_subject_is_not_implied(sentence: str, relation: str) -> None:
    assert not [fact for fact in read(ABOUT + sentence) if "OIML" in fact and fact[1] == relation]


def test_things_far_apart_are_not_joined() -> None:
    text = (
        "The BIPM and the WTO work to ensure that all those concerned hear of the value of a sound infrastructure, "
        "for which observer status was granted to others in the TBT Committee."
    )
    assert not [fact for fact in read(text) if fact[1] == "observerAt"]


MEETINGS = [
    (
        "5th meeting of TC 1.2: 3 May 2021\n\nRound Table of Island Weights Bodies took place on 9 May 2021 in Porto. "
        "The BIPM attended the meeting.",
        ("BIPM", "participatedIn", "Round Table of Island Weights Bodies"),
    ),
    (
        "The WTO takes part in the 12th General Assembly of the African Organization for Standardization (ARSO).",
        ("WTO", "participatedIn", "General Assembly"),
    ),
    (
        "The 8th meeting of the COOMET President's Council was held on 3 May 2018 in Minsk, Belarus.",
        ("COOMET President's Council", "organised", "meeting"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), MEETINGS)
def test_meeting_is_the_one_meant(text: str, fact: tuple[str, str, str]) -> None:
    subject, relation, event = fact
    facts = extract(Text("page.txt", text, "text/plain"), registry()).facts
    assert [
        f
        for f in facts
        if f.relation == relation
        and subject in (f.subject.label, *f.subject.aliases)
        and not isinstance(f.object, str)
        and event in f.object.label
    ]


SILENT = [
    (
        "ISO CASCO plenary and workshop\n\nMay 1, 2019\n\n"
        + "The plenary is the yearly meeting of the committee. " * 4,
        "heldOn",
    ),
    ("9th June 2016 marks World Accreditation Day.", "heldOn"),
    ("All ILAC Committees go on with their work.", "partOf"),
    ("It was agreed to set up an ad-hoc OIML group on software. The OIML Group will report.", "partOf"),
    (
        "The draft of the Memorandum of Understanding between COOMET and EURAMET was on the agenda.",
        "signatoryOf",
    ),
    ("ARSO Programmes are reviewed each year.", "partOf"),
    ("The legal metrology organisations (RLMOs) met. An RLMO is a member of the OIML.", "memberOf"),
]


@pytest.mark.parametrize(("text", "relation"), SILENT)
def test_nothing_of_the_kind_is_stated(text: str, relation: str) -> None:
    assert not [fact for fact in read(text) if fact[1] == relation]


def test_adjunct_is_no_part_of_the_subject() -> None:
    facts = read("Its Quality Programme, which is funded by SECO, the BIPM attended the workshop in Bonn.")
    assert not [fact for fact in facts if fact[0] == "BIPM" and fact[1] == "sponsored"]


def test_both_names_of_an_agreement_are_one() -> None:
    facts = read("ILAC-OIML MoU reaffirmed\n\nThe OIML-ILAC MoU was signed in March 2016.")
    assert len({fact[2] for fact in facts if fact[1] == "signatoryOf"}) == 1


def test_ordinal_makes_a_forum_a_meeting() -> None:
    facts = read("The Second Gulf Metrology Forum was hosted by the BIPM in Porto, Portugal, on 3 May 2019.")
    assert [fact for fact in facts if fact[:2] == ("BIPM", "organised")]
    assert not [fact for fact in facts if fact[1] == "worksOn" and "Forum" in fact[0]]


def test_chair_of_a_unit_does_not_chair_the_whole() -> None:
    facts = read(
        "Ms Ana Silva, current APMP DEC Chair, gave a talk. Eng Lea Kunz, Director at the OIML, has been appointed."
    )
    assert {fact for fact in facts if fact[1] == "chairs"} == {("Ana Silva", "chairs", "APMP DEC")}


def test_many_of_an_organisation_are_not_the_organisation() -> None:
    facts = read("The Island Group liaises with other ISO technical committees in all matters.")
    assert not [fact for fact in facts if "ISO" in fact]


@pytest.mark.parametrize(
    "sentence",
    [
        "EURAMET comprises the metrology institutes of the member states of the European Union.",
        "Full membership of EURAMET is open to institutes of European Union member states.",
    ],
)
def test_states_of_a_union_are_not_the_union(sentence: str) -> None:
    assert not [fact for fact in read(sentence) if fact[:2] == ("EU", "memberOf")]
