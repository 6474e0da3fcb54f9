"""Resolution: one entity per thing across documents, and two where only an acronym is shared."""

import pytest

from qigraph.facts import Entity, Evidence, Fact
from qigraph.loading.registry import Registry, load_registry
from qigraph.loading.resolve import resolve

GROUP = Entity("inetqi", "International Network on Quality Infrastructure", "Network", ("INetQI",))


def said(document: str, label: str, *aliases: str, identifier: str = "", kind: str = "Organisation") -> Fact:
    slug = identifier or f"organisation/{label.lower().replace(' ', '-')}"
    evidence = (Evidence(document, 0, 1, "x"),)
    return Fact(Entity(slug, label, kind, aliases), "memberOf", GROUP, evidence=evidence)


def members(*facts: Fact, registry: Registry | None = None) -> list[tuple[str, str]]:
    resolved = resolve(facts, registry or load_registry())
    return sorted({(fact.subject.id, fact.subject.label) for fact in resolved})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            said("a", "Lakes Standards Office"),
            said("b", "The Lakes  Standards Office", identifier="organisation/x"),
        ),
        (said("a", "Lakes Standards Office", "LSO"), said("b", "LSO")),
        (said("a", "Office des lacs", "Lakes Standards Office"), said("b", "Lakes Standards Office")),
        (
            said("a", "Lakes Standards Office"),
            said("b", "Lakes Standards Office", kind="Body", identifier="body/lso"),
        ),
    ],
)
def test_things_that_share_a_full_name_or_a_sole_acronym_are_one(one: Fact, other: Fact) -> None:
    assert len(members(one, other)) == 1
    assert members(one, other) == members(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("a", "Lakes Standards Office", "LSO"), said("b", "London Symphony Orchestra", "LSO")),
        (said("a", "Lakes Standards Office"), said("b", "Coastal Standards Office")),
        (said("a", "workshop", identifier="organisation/workshop--a"),
         said("b", "workshop", identifier="organisation/workshop--b")),
    ],
)  # fmt: skip
def test_others_stay_apart(one: Fact, other: Fact) -> None:
    assert len(members(one, other)) == 2


def test_an_acronym_that_two_bear_joins_neither() -> None:
    lakes, london = said("a", "Lakes Standards Office", "LSO"), said("b", "London Symphony Orchestra", "LSO")
    assert len(members(lakes, london, said("c", "LSO"))) == 3


def test_a_registered_full_name_is_the_registered_body() -> None:
    wrong = said("a", "International Bureau of Weights and Measures", identifier="organisation/bureau")
    assert members(wrong) == [("bipm", "International Bureau of Weights and Measures")]
    assert members(wrong, registry=Registry.empty()) == [
        ("organisation/bureau", "International Bureau of Weights and Measures")
    ]


def test_a_venue_is_a_place_though_it_bears_a_registered_name() -> None:
    name = "International Bureau of Weights and Measures"
    venue = Entity("place/bureau", name, "Place")
    meeting = Entity("event/meeting", "meeting of the board", "Event")
    held = Fact(meeting, "heldIn", venue, evidence=(Evidence("b", 0, 1, "x"),))
    resolved = resolve([said("a", name, identifier="bipm"), held], load_registry())
    assert {fact.object_id for fact in resolved if fact.relation == "heldIn"} == {"place/bureau"}


def test_one_entity_has_all_names_and_all_evidence() -> None:
    (fact,) = resolve([said("a", "Lakes Standards Office", "LSO"), said("b", "LSO", "Lac")], load_registry())
    assert set(fact.subject.aliases) >= {"LSO", "Lac"}
    assert fact.documents == ("a", "b")


def test_the_order_of_documents_does_not_matter() -> None:
    facts = [
        said("a", "Lakes Standards Office", "LSO"),
        said("b", "LSO"),
        said("c", "Coastal Standards Office"),
    ]
    assert resolve(facts, load_registry()) == resolve(facts[::-1], load_registry())
