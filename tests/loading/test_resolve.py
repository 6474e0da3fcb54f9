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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            said("a", "Lakes Standards Office of Norland", "Lakes Standards Office"),
            said("b", "Lakes Standards Office"),
        ),
        (
            said("a", "Lakes Committee on Roads and Rails", "Committee on Roads and Rails", kind="Body"),
            said("b", "Committee on Roads and Rails", kind="Body"),
        ),
        (said("a", "Lakes Committee of Standards", "LCS"), said("b", "Lakes Committee", "LCS")),
    ],
)  # fmt: skip
def test_a_telling_part_of_a_name_that_one_bears_is_this_one(one: Fact, other: Fact) -> None:
    assert len(members(one, other)) == 1
    assert members(one, other) == members(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # what is left of the name is something else
        (said("a", "Lakes Pension Fund Board", "Lakes Pension Fund"), said("b", "Lakes Pension Fund")),
        # everybody has such
        (
            said("a", "Lakes Finance Board", "Finance Board", kind="Body"),
            said("b", "Finance Board", kind="Body"),
        ),
        (
            said("a", "Lakes Finance Board", "Finance Board", kind="Body"),
            said("b", "Hills Finance Board", "Finance Board", kind="Body"),
        ),
        # the registry knows two of that acronym, though the texts name one of them only
        (said("a", "Bank for International Settlements", "BIS", identifier="bis-bank"), said("b", "BIS")),
    ],
)
def test_a_name_that_others_may_bear_too_joins_nothing(one: Fact, other: Fact) -> None:
    assert len(members(one, other)) == 2


def test_of_a_part_of_two_names_neither_is_meant() -> None:
    one = said("a", "Lakes Standards Office of Norland", "Lakes Standards Office")
    other = said("b", "Lakes Standards Office of Sudland", "Lakes Standards Office")
    assert len(members(one, other, said("c", "Lakes Standards Office"))) == 3


def meeting(document: str, label: str, day: str, caller: str = "inetqi") -> list[Fact]:
    event = Entity(f"event/meeting--{document}", label, "Event")
    group = Entity(caller, caller, "Network")
    evidence = (Evidence(document, 0, 1, "x"),)
    held = [Fact(event, "heldOn", day, evidence=evidence)] if day else []
    return [Fact(group, "organised", event, evidence=evidence), *held]


@pytest.mark.parametrize(
    ("label", "days", "callers", "number"),
    [
        ("7th meeting of INetQI", ("2021-03-04", "2021-03-04"), ("inetqi", "inetqi"), 1),
        ("7th meeting of INetQI", ("2021-03-04", "2021-09-09"), ("inetqi", "inetqi"), 2),  # two sessions
        ("7th meeting", ("2021-03-04", "2021-03-04"), ("inetqi", "dcmas"), 2),
        ("7th meeting", ("", ""), ("inetqi", "inetqi"), 2),  # of which of its groups?
        ("7th meeting of INetQI", ("2021-03-04", ""), ("inetqi", "inetqi"), 1),
        ("meeting of INetQI", ("2021-03-04", "2021-03-04"), ("inetqi", "inetqi"), 2),  # not counted
    ],
)
def test_a_counted_meeting_of_one_caller_and_day_is_one(
    label: str, days: tuple[str, str], callers: tuple[str, str], number: int
) -> None:
    facts = [
        *meeting("a.txt", label, days[0], callers[0]),
        *meeting("b.txt", label, days[1], callers[1]),
    ]
    resolved = resolve(facts, load_registry())
    called = {fact.object.id for fact in resolved if isinstance(fact.object, Entity)}
    assert len(called) == number
    assert {fact.subject.id for fact in resolved if fact.relation == "heldOn"} <= called


def test_it_does_not_matter_how_the_meeting_is_called() -> None:
    names = {"a.txt": "INetQI 7th meeting", "b.txt": "7th meeting of the INetQI", "c.txt": "7th INetQI"}
    facts = [fact for name, label in names.items() for fact in meeting(name, label, "")]
    resolved = resolve(facts, load_registry())
    assert len({fact.object.id for fact in resolved if isinstance(fact.object, Entity)}) == 1


def test_meetings_of_one_name_and_day_that_others_called_are_others() -> None:
    called = {"a.txt": "inetqi", "b.txt": "inetqi", "c.txt": "dcmas", "d.txt": "dcmas"}
    facts = [fact for name, who in called.items() for fact in meeting(name, "7th meeting", "2021-03-04", who)]
    resolved = resolve(facts, load_registry())
    assert len({fact.object.id for fact in resolved if isinstance(fact.object, Entity)}) == 2


def test_a_meeting_without_a_day_is_none_of_two_sessions() -> None:
    days = {"a.txt": "2021-03-04", "b.txt": "2021-09-09", "c.txt": ""}
    facts = [
        fact for document, day in days.items() for fact in meeting(document, "7th meeting of INetQI", day)
    ]
    resolved = resolve(facts, load_registry())
    assert len({fact.object.id for fact in resolved if isinstance(fact.object, Entity)}) == 3
