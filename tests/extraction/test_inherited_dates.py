"""Facts take the date of the event, agreement or founding that they are about."""

import pytest

from qigraph.extraction.time.inherited import inherit_dates
from qigraph.facts import Entity, Evidence, Fact, Interval

SEEN = (Evidence("a.txt", 0, 4, "ILAC"),)
ILAC = Entity("ilac", "ILAC", "Organisation")
DAY = Entity("event/open-day", "open day", "Event")
ACCORD = Entity("agreement/accord", "accord", "Agreement")


def fact(subject: Entity, relation: str, object: Entity | str, since: str | None = None) -> Fact:
    return Fact(subject, relation, object, Interval(since), SEEN)


@pytest.mark.parametrize(
    ("relation", "thing", "told"),
    [
        ("organised", DAY, "heldOn"),
        ("participatedIn", DAY, "heldOn"),
        ("sponsored", DAY, "heldOn"),
        ("signatoryOf", ACCORD, "signedOn"),
    ],
)
def test_the_date_of_what_a_fact_is_about_is_its_date(relation: str, thing: Entity, told: str) -> None:
    found = inherit_dates([fact(ILAC, relation, thing), fact(thing, told, "2019-05-20")])
    assert found[0].interval == Interval("2019-05-20")


def test_a_founder_founded_when_the_founded_began() -> None:
    network = Entity("network/one", "One Network", "Network")
    found = inherit_dates([fact(network, "established", "1998"), fact(network, "foundedBy", ILAC)])
    assert found[1].interval == Interval("1998")


def test_a_year_becomes_the_day_that_lies_in_it() -> None:
    found = inherit_dates([fact(ILAC, "organised", DAY, "2019"), fact(DAY, "heldOn", "2019-05-20")])
    assert found[0].interval == Interval("2019-05-20")


def test_another_date_is_kept() -> None:
    found = inherit_dates([fact(ILAC, "organised", DAY, "2018"), fact(DAY, "heldOn", "2019-05-20")])
    assert found[0].interval == Interval("2018")


def test_of_several_dates_none_is_taken_unless_one_tells_the_others_more_exactly() -> None:
    two = [fact(DAY, "heldOn", "2018"), fact(DAY, "heldOn", "2019-05-20"), fact(ILAC, "organised", DAY)]
    assert inherit_dates(two)[2].interval == Interval()
    same = [fact(DAY, "heldOn", "2019"), fact(DAY, "heldOn", "2019-05-20"), fact(ILAC, "organised", DAY)]
    assert inherit_dates(same)[2].interval == Interval("2019-05-20")


def test_other_relations_take_no_date() -> None:
    found = inherit_dates([fact(ILAC, "cooperatesWith", ILAC), fact(ILAC, "established", "1996")])
    assert found[0].interval == Interval()
