"""What nobody states must not be read: denials, wishes, plans, questions, conditions, hearsay, look-alikes.

Zero tolerance: every text yields exactly the facts beside it, which for most of them is none.
"""

from functools import cache

import pytest

from qigraph.extraction import extract
from qigraph.extraction.things import normal
from qigraph.facts import Entity, Fact
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text
from qigraph.schema import RELATIONS

DENIED = [
    "ILAC is not a member of INetQI.",
    "ILAC isn't a member of the WTO.",
    "The ITU hasn\u2019t joined INetQI.",
    "ISO didn't sign a Memorandum of Understanding with the IMF.",
    "The OIML has never joined the International Accreditation Forum.",
    "In 2014 UNIDO did not sign a Memorandum of Understanding with the BIPM.",
    "Neither the IEC nor the ITU belongs to INetQI.",
    "None of these three, the WTO, the ITC and the OECD, is a member of ILAC.",
    "The IAF has no cooperation with the ITU.",
    "There is no agreement between ILAC and the OIML.",
    "ISO and the BIPM have no twinning arrangement.",
    "No memorandum of understanding was signed between the IEC and UNIDO in 2014.",
    "The BIPM is neither the chair nor the secretariat of INetQI.",
    "The WTO refused to join the DCMAS Network.",
    "UNECE declined the invitation to become a member of INetQI.",
    "It is untrue that the OIML chairs INetQI.",
    "ILAC did not organise a workshop in 2016.",
    "The IEC, unlike ISO, is no member of the IAF.",
    "The BIPM lacks observer status at the World Health Organization.",
    "The IAF failed to sign the Memorandum of Understanding with ISO.",
    "UNIDO is not, and has never been, a member of the BIPM.",
    "The OIML denies that it cooperates with the IAF.",
    "At no time did the IEC cooperate with the OIML.",
    "The claim that ISO founded the IAF is false.",
    "Far from being a member of ILAC, the IEC runs its own schemes.",
    "Rather than join INetQI, the ITU went its own way.",
    "Nobody from ILAC attended the workshop.",
    "The WTO does not work with the IMF, nor does it work with the OECD.",
    "Hardly anybody expects it, and UNIDO did not become a member of the IAF.",
    "UNIDO stayed outside INetQI.",
    "The IEC rejected the proposal to join ILAC.",
    "Contrary to the leaflet, the ITU does not host the secretariat of INetQI.",
    "The OIML stopped short of signing the Memorandum of Understanding.",
    "ISO and the IMF signed nothing.",
    "The statement that ILAC chairs the IAF was withdrawn.",
    "The plan for the WTO to join ILAC was dropped.",
    "It was not the BIPM but a pub that hosted the choir.",
    "The two organisations, ISO and the IMF, never cooperated.",
    "Nothing links ILAC with the IMF.",
    "Neither body, ISO or the IMF, has a seat on INetQI.",
]
WISHED = [
    "The OIML hopes to join the International Accreditation Forum.",
    "ILAC would like to become a member of the ITU.",
    "It would be good if ISO and the IMF cooperated.",
    "We wish that the BIPM were a member of INetQI.",
    "May the IEC and the OIML soon sign a Memorandum of Understanding!",
    "The IAF calls on UNIDO to join INetQI.",
    "UNIDO invited the ITU to join INetQI.",
    "ILAC urged the OECD to sign the Memorandum of Understanding.",
    "The OIML asked to be admitted to the International Accreditation Forum.",
    "ISO and the IMF ought to cooperate.",
    "The BIPM recommends that the ITU join INetQI.",
    "It is high time that the WHO joined INetQI.",
    "The report suggests that the IEC should chair INetQI.",
    "If only the ITU were a member of ILAC!",
    "Delegates asked that the OECD be admitted to INetQI.",
    "A majority favours UNIDO joining the IAF.",
    "The IEC aspires to membership of INetQI.",
    "Would that ISO and the IMF cooperated.",
    "The chair proposed to invite the WHO to join INetQI.",
    "The board wants the ITU to chair INetQI.",
]
PLANNED = [
    "ILAC will join the ITU in 2027.",
    "The OIML intends to sign a Memorandum of Understanding with the ITU.",
    "UNECE plans to host the secretariat of INetQI.",
    "ISO and UNIDO are about to sign a Memorandum of Understanding.",
    "The IAF is to become a member of the ITU next year.",
    "The WHO is expected to join INetQI.",
    "Negotiations on the accession of the OECD to INetQI are under way.",
    "A draft Memorandum of Understanding between ILAC and the ITU is being discussed.",
    "A Memorandum of Understanding between the OIML and the IEC is in preparation.",
    "The application of the ITU for membership of ILAC is pending.",
    "The IEC has applied for membership of ILAC.",
    "The ITU considered joining INetQI, but left it at that.",
    "Talks about the IMF joining INetQI came to nothing.",
    "The BIPM looks forward to cooperating with the IMF.",
    "ISO is preparing to sign an agreement with the IMF.",
    "The ITU was going to join ILAC, yet the vote went against it.",
    "By 2030 the ITU shall be a member of INetQI.",
    "ISO and the IMF have agreed to sign a Memorandum of Understanding next spring.",
    "The accession of the ITU to ILAC is foreseen for 2028.",
    "From 2029 onwards the OECD is going to host the secretariat of ILAC.",
    "Next year, UNIDO joins the IAF, if all goes well.",
    "The IEC has announced that it will leave INetQI.",
    "A cooperation between ISO and the IMF is under consideration.",
]
ASKED = [
    "Is the IEC a member of INetQI?",
    "Did ILAC and the IAF sign a Memorandum of Understanding in 2012?",
    "Who chairs INetQI: ILAC or the IAF?",
    "Has the OIML joined the WTO?",
    "We were asked whether the BIPM cooperates with the IMF.",
    "It is unclear whether the ITU signed the Memorandum of Understanding.",
    "Nobody could say if the OECD had joined INetQI.",
    "Why, then, is UNIDO a member of the OIML? Let us see.",
    "Whether the IEC cooperates with the IMF is not known.",
    "Could it be that the ITU joined ILAC?",
    "The question is if ISO chairs ILAC.",
]
CONDITIONAL = [
    "If the ITU joined ILAC, it would pay fees.",
    "Should the OECD sign the Memorandum of Understanding, ILAC will be pleased.",
    "Provided that the board agrees, the IEC joins INetQI in 2028.",
    "Had ISO joined the IAF in 2005, much would have been simpler.",
    "Unless UNIDO pays its fee, the ITU leaves INetQI.",
    "The OIML joins INetQI only if the ITU does.",
    "In the event that ILAC chairs INetQI, the IAF takes the minutes.",
    "As soon as the ITU joins INetQI, the map will be redrawn.",
    "Suppose ISO were a member of the IMF.",
    "Assuming that the IEC cooperates with the IMF, costs fall.",
    "Once the ITU has joined ILAC, we will see.",
    "Were the IMF to sign the Memorandum of Understanding, ISO would rejoice.",
    "In that case ISO would cooperate with the IMF.",
    "Subject to a vote, the ITU is a member of ILAC.",
    "Only when the OECD joins INetQI does the rule apply.",
]
HEARD = [
    "Rumour has it that the ITU joined INetQI in 2020.",
    "The IEC is said to have joined the IAF.",
    "According to an anonymous blog, the OECD signed a Memorandum of Understanding with ILAC.",
    "Some believe that ISO belongs to the United Nations.",
    "Many visitors think that the BIPM is a member of ISO.",
    "A commentator claimed that UNIDO chairs ILAC.",
    "Allegedly, the ITU cooperates with the IMF.",
    "It is a common misconception that ILAC is a member of the IAF.",
    "Supposedly the OECD hosts the secretariat of ILAC.",
    "The ITU is reported to have joined ILAC.",
    "The minutes mistakenly list the IMF as a member of INetQI.",
    "A student asserted in an essay that the WTO founded ISO.",
    "One hears that the OIML cooperates with the IMF.",
    "It has been suggested that the ITU joined ILAC.",
    "Reports that the IMF joined INetQI are wrong.",
    "Word spread that ISO had left INetQI.",
    "Wikipedia once said that the ITU founded ILAC.",
    "Legend says that the BIPM founded the OIML.",
    '"ILAC chairs the IAF", a passer-by insisted.',
]
SIDE_BY_SIDE = [
    "Documents came from ISO, IEC, ITU and the OIML.",
    "Posters of ISO, ILAC and the IAF hung on the wall.",
    "ISO, IEC and ITU are often confused.",
    "The abbreviations BIPM, OIML and ILAC appear on page 3.",
    "Readers may think of ISO, the IEC or the WTO.",
    "Both the IAF and ILAC were mentioned.",
    "A comparison of the statutes of ISO, the IEC and the ITU fills a book.",
    "The difference between ILAC and the IAF is explained below.",
    "Competition between the OECD and the IMF grew.",
    "See also:\n\n- ISO\n- IEC\n- ILAC\n",
    "# Links\n\n- BIPM\n- OIML\n- UNIDO\n",
    "| Acronym | Stands for |\n|---|---|\n| BIPM | International Bureau of Weights and Measures |\n"
    "| OIML | International Organization of Legal Metrology |\n",
    "ISO | IEC | ITU",
    "On the shelf: ISO, IEC, ITU.",
    "We thank ISO, ILAC and the IMF.",
    "Sources: WTO, OECD and ISO.",
    "ISO, the IMF and the WHO are three abbreviations with three letters.",
    "The logo of ISO stands between those of ILAC and the IAF.",
    "ISO was louder than the IEC, the IEC louder than the ITU.",
]
OTHERS_DID = [
    "Staff of the BIPM founded a choir in 1990.",
    "A former president of ISO joined the World Bank in 2003.",
    "The customers of UNIDO cooperate with the IMF.",
    "A consultant who once worked for ISO chairs the IAF.",
    "The neighbours of the OECD founded a network in 2001.",
    "The daughter of a director of the IMF joined ILAC.",
    "Two members of the IAF left ILAC in 2011.",
    "The journal of the OIML was founded in 1960.",
    "The library of the BIPM was established in 1880.",
    "The canteen at the ITU was founded in 1973.",
    "The predecessor of the ITU was founded in 1865.",
    "Ten years after ISO was founded, the market was a different one.",
    "Firms certified to ISO 9001 joined a club in 2002.",
    "A choir whose patron is the OECD was founded in 1991.",
    "The wife of the head of the OIML chairs a choir.",
    "Visitors of the BIPM founded a club in 1999.",
    "A firm next door to the ITU signed an agreement with the IMF in 2004.",
    "Employees of the OECD joined a union in 1970.",
    "The mayor, a friend of ISO, opened the fair in 2003.",
    "A street near the WTO was established in 1890.",
]
LOOK_ALIKES = [
    ("iec", "The IEC counted the votes overnight and declared the ruling party the winner of the election."),
    ("itc", "We stayed at the ITC Grand Hotel, and the ITC hosted our dinner on 3 May 2012."),
    ("iso", "Set the camera to ISO 200; film of ISO 400 belongs to another era."),
    ("who", "WHO JOINED AND WHO LEFT IS TOLD BELOW."),
    ("asi", "The ASI dug at the temple in 1921 and works with local masons."),
    ("gsa", "The GSA let the building to the court in 1998."),
    ("bis", "The BIS, a club of stamp collectors, was founded in 1950 in a pub."),
    ("oecd", "The essay calls this the OECD-ification of schools."),
]
TOLD_APART = [
    ("iec", "The Independent Electoral Commission (IEC) joined the Association of Electoral Authorities in 2001.",
     [("Independent Electoral Commission", "memberOf", "Association of Electoral Authorities", "2001", None)]),
    ("gsa", "The Geological Society of Auvergne (GSA) joined the Union of Learned Societies in 2010.",
     [("Geological Society of Auvergne", "memberOf", "Union of Learned Societies", "2010", None)]),
    ("asi", "The Archaeological Survey Institute (ASI) left the Union of Learned Societies in 1999.",
     [("Archaeological Survey Institute", "memberOf", "Union of Learned Societies", None, "1999")]),
    ("iaf", "The Inland Anglers Federation (IAF) joined the Council of River Clubs in 1987.",
     [("Inland Anglers Federation", "memberOf", "Council of River Clubs", "1987", None)]),
    ("iso", "The International Student Organization (ISO) joined the Council of Youth Societies in 1987.",
     [("International Student Organization", "memberOf", "Council of Youth Societies", "1987", None)]),
]  # fmt: skip
ENDED = [
    ("The ITU was a member of INetQI until 2021.", [("ITU", "memberOf", "INetQI", None, "2021")]),
    ("The IEC left INetQI in 2020.", [("IEC", "memberOf", "INetQI", None, "2020")]),
    ("From 2005 to 2012 the OECD was a member of ILAC.", [("OECD", "memberOf", "ILAC", "2005", "2012")]),
    ("UNIDO withdrew from the IAF on 30 June 2016.", [("UNIDO", "memberOf", "IAF", None, "2016-06-30")]),
    ("The WHO belonged to the DCMAS Network between 2006 and 2011.",
     [("WHO", "memberOf", "DCMAS Network", "2006", "2011")]),
    ("ISO ceased to be a member of the DCMAS Network in 2018.",
     [("ISO", "memberOf", "DCMAS Network", None, "2018")]),
    ("The OIML, a member of the IAF until 2009, now goes its own way.",
     [("OIML", "memberOf", "IAF", None, "2009")]),
    ("The IMF gave up its membership of INetQI in March 2022.", [("IMF", "memberOf", "INetQI", None, "2022-03")]),
    ("ILAC chaired INetQI from 2019 until 2021.", [("ILAC", "chairs", "INetQI", "2019", "2021")]),
    ("The membership of the ITU in ILAC ended in 2015.", [("ITU", "memberOf", "ILAC", None, "2015")]),
    ("The BIPM held observer status at the OECD from 2001 to 2004.",
     [("BIPM", "observerAt", "OECD", "2001", "2004")]),
]  # fmt: skip
BESIDE = [
    ("ISO, not the IEC, chairs INetQI.", [("ISO", "chairs", "INetQI", None, None)]),
    ("ILAC joined INetQI in 2018, but the ITU did not.", [("ILAC", "memberOf", "INetQI", "2018", None)]),
    ("The OIML, which is not a member of the IAF, joined INetQI in 2018.",
     [("OIML", "memberOf", "INetQI", "2018", None)]),
    ("Although the ITU was invited, only ILAC joined INetQI in 2019.",
     [("ILAC", "memberOf", "INetQI", "2019", None)]),
    ("ILAC joined INetQI in 2018. The ITU did not join it.", [("ILAC", "memberOf", "INetQI", "2018", None)]),
    ("UNIDO joined INetQI in 2018; the WHO may follow.", [("UNIDO", "memberOf", "INetQI", "2018", None)]),
    ("Is ILAC a member? Yes: ILAC joined INetQI in 2018.", [("ILAC", "memberOf", "INetQI", "2018", None)]),
    ("The IEC chairs INetQI, and the ITU wants to.", [("IEC", "chairs", "INetQI", None, None)]),
]  # fmt: skip
ESSAY = """# On trust

A kilogram bought in one town should be a kilogram in the next. Why do we believe the label? Nobody weighs
the loaf again. Somewhere, we suppose, somebody has looked; ISO, the BIPM or the OIML come to mind, and the
thought calms us. It should not, or not quite.

## What a mark is worth

Imagine a market without marks. Every buyer would carry scales, every seller a witness. Had the guilds of
Bruges founded a network, they might have called it what we call ours. They did not. A seal was a promise,
and promises were kept or broken by people whom one knew.

It would be pleasant to say that ILAC and the IAF solved this. A critic may answer that trust is not solved.
In 1875, in 1955 and again in 2018 people sat at long tables; the tables are remembered better than the talk.
If the ITU were to join hands with the WHO tomorrow, the loaf would weigh the same.

So what remains? A habit, a little hope, and perhaps the question: who checks the checkers?
"""

SILENT = {
    "denied": DENIED,
    "wished": WISHED,
    "planned": PLANNED,
    "asked": ASKED,
    "conditional": CONDITIONAL,
    "heard": HEARD,
    "side by side": SIDE_BY_SIDE,
    "others did": OTHERS_DID,
    "essay": [ESSAY],
}


@cache
def registry() -> Registry:
    return load_registry()


@cache
def read(text: str) -> tuple[Fact, ...]:
    return tuple(extract(Text("note.md", text, "text/markdown"), registry()).facts)


def told(facts: tuple[Fact, ...]) -> list[str]:
    """The facts as lines, which a failure shows."""
    return [
        f"{f.subject.label} | {f.relation} | {f.object_label} | {f.interval.since} | {f.interval.until}"
        for f in facts
    ]


def called(entity: Entity | str, name: str) -> bool:
    return isinstance(entity, Entity) and normal(name) in {normal(n) for n in (entity.label, *entity.aliases)}


def assert_exactly(text: str, wanted: list[tuple[str, str, str, str | None, str | None]]) -> None:
    found = list(read(text))
    for subject, relation, target, since, until in wanted:
        ends = [(subject, target), (target, subject)][: 1 + RELATIONS[relation].symmetric]
        hit = next(
            (
                fact
                for fact in found
                if fact.relation == relation
                and any(called(fact.subject, one) and called(fact.object, other) for one, other in ends)
                and (fact.interval.since, fact.interval.until) == (since, until)
            ),
            None,
        )
        assert hit is not None, f"missed {subject} {relation} {target} {since} {until} in {told(read(text))}"
        found.remove(hit)
    assert told(tuple(found)) == []


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{kind}-{text[:40]}") for kind, texts in SILENT.items() for text in texts]
)
def test_what_is_not_stated_is_not_read(text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(("identifier", "text"), LOOK_ALIKES)
def test_a_look_alike_is_not_the_registered_body(identifier: str, text: str) -> None:
    assert [fact for fact in read(text) if identifier in (fact.subject.id, fact.object_id)] == []


@pytest.mark.parametrize(("identifier", "text", "wanted"), TOLD_APART)
def test_a_body_that_the_text_spells_out_is_that_body(
    identifier: str, text: str, wanted: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert_exactly(text, wanted)
    assert all(identifier not in (fact.subject.id, fact.object_id) for fact in read(text))


@pytest.mark.parametrize(("text", "wanted"), ENDED)
def test_what_ended_has_its_end(
    text: str, wanted: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert_exactly(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), BESIDE)
def test_a_denial_leaves_its_neighbour_standing(
    text: str, wanted: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert_exactly(text, wanted)
