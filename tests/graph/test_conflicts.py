"""Documents disagree when each tells a date that the other does not, and both cannot be right."""

import pytest

from qigraph.facts import Entity, Evidence, Fact, Interval
from qigraph.graph.conflicts import conflicts

LAB, NET = Entity("lab", "Lab", "Organisation"), Entity("net", "Net", "Network")
PACT, FAIR = Entity("agreement/pact", "Pact", "Agreement"), Entity("event/fair", "Fair", "Event")


def said(document: str, subject: Entity, relation: str, target, since=None, until=None, quote="So it says."):
    return Fact(
        subject, relation, target, Interval(since, until), (Evidence(document, 0, len(quote), quote),)
    )


def listed(*facts: Fact) -> list[tuple[str, str]]:
    return [(row["document"], row["date"]) for row in conflicts(facts).records()]


def test_two_documents_with_two_founding_years_disagree_each_with_its_source() -> None:
    assert listed(said("a.txt", LAB, "established", "1946"), said("b.txt", LAB, "established", "1948")) == [
        ("a.txt", "1946"),
        ("b.txt", "1948"),
    ]


def test_who_founded_it_when_tells_when_it_was_established() -> None:
    stated = said("a.txt", NET, "established", "2001"), said("b.txt", NET, "foundedBy", LAB, "2002-04")
    assert listed(*stated) == [("a.txt", "2001"), ("b.txt", "2002-04")]
    assert not listed(said("a.txt", NET, "established", "2002"), stated[1])


@pytest.mark.parametrize("less, more", [("2018", "2018-11"), ("2018-11", "2018-11-30")])
def test_a_more_precise_date_is_no_disagreement(less: str, more: str) -> None:
    assert not listed(said("a.txt", LAB, "established", less), said("b.txt", LAB, "established", more))


def test_a_document_that_tells_both_dates_knows_of_both() -> None:
    sessions = [
        said("a.txt", FAIR, "heldOn", "2012-06-08"),
        said("a.txt", FAIR, "heldOn", "2012-10"),
        said("b.txt", FAIR, "heldOn", "2012-10-04"),
    ]
    assert not listed(*sessions)
    assert listed(*sessions, said("c.txt", FAIR, "heldOn", "2013"))


def test_an_agreement_that_was_signed_again_was_signed_twice() -> None:
    first = said("a.txt", PACT, "signedOn", "2010-05-20")
    assert listed(first, said("b.txt", PACT, "signedOn", "2011-05-20"))
    assert not listed(first, said("b.txt", PACT, "signedOn", "2015", quote="The Pact was renewed in 2015."))


def test_who_left_and_came_back_began_twice() -> None:
    left = said("a.txt", LAB, "memberOf", NET, "1950", "1960")
    assert not listed(left, said("b.txt", LAB, "memberOf", NET, "1970"))
    assert listed(left, said("b.txt", LAB, "memberOf", NET, "1955"))
