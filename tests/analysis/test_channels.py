"""What joins two organisations, since when, by which sentences."""

from itertools import combinations

import pytest

from qigraph.analysis.channels import channels
from tests.analysis.makers import dated, fact


def _labels(facts: list, first: str = "a", second: str = "b", as_of: str | None = None) -> list[str]:
    return [channel.label for channel in channels(facts, as_of).between(first, second)]


def test_two_members_of_a_network_since_the_later_joined() -> None:
    facts = [fact("A", "memberOf", "N", "2010"), fact("B", "memberOf", "N", "2012-03")]
    assert _labels(facts) == ["network N since 2012-03"]
    assert _labels(facts, as_of="2011") == []


def test_a_date_that_is_known_of_one_only_is_no_date_of_the_channel() -> None:
    assert _labels([fact("A", "memberOf", "N", "2010"), fact("B", "memberOf", "N")]) == ["network N"]


def test_a_member_and_an_observer_meet_at_a_body() -> None:
    facts = [fact("A", "memberOf", "C", target_type="Body"), fact("B", "observerAt", "C")]
    assert _labels(facts) == ["body C"]


def test_an_agreement_is_dated_by_its_signature_and_shows_the_sentence() -> None:
    facts = [fact("A", "signatoryOf", "M"), fact("B", "signatoryOf", "M"), dated("M", "signedOn", "2014")]
    (found,) = channels(facts).between("a", "b")
    assert found.label == "agreement M since 2014"
    assert [f.evidence[0].quote for f in found.facts] == [
        "A signatoryOf M.",
        "B signatoryOf M.",
        "M signedOn 2014.",
    ]


@pytest.mark.parametrize("relation", ["cooperatesWith", "twinnedWith"])
def test_stated_co_operation_holds_in_both_directions(relation: str) -> None:
    facts = [fact("B", relation, "A", "1999")]
    assert _labels(facts) == _labels(facts, "b", "a") == ["co-operation since 1999"]


def test_a_seat_at_the_other_or_at_a_body_of_the_other_is_a_role() -> None:
    facts = [
        fact("A", "observerAt", "C"),
        fact("C", "partOf", "D", subject_type="Body", target_type="Body"),
        fact("D", "partOf", "B", subject_type="Body"),
        fact("A", "memberOf", "B", target_type="Organisation"),
    ]
    found = channels(facts).between("a", "b")
    assert [channel.label for channel in found] == ["role", "role C"]
    assert {f.relation for f in found[1].facts} == {"observerAt", "partOf"}
    assert len(found[1].facts) == 3


def test_a_circle_of_parts_does_not_hang() -> None:
    facts = [
        fact("A", "observerAt", "C"),
        fact("C", "partOf", "D", subject_type="Body", target_type="Body"),
        fact("D", "partOf", "C", subject_type="Body", target_type="Body"),
    ]
    assert _labels(facts) == []


def test_counts_are_the_channels_of_each_pair() -> None:
    facts = [
        fact("A", "memberOf", "N"),
        fact("B", "memberOf", "N"),
        fact("C", "memberOf", "N"),
        fact("A", "cooperatesWith", "B"),
        fact("B", "secretariatOf", "S"),
        fact("C", "focalPointOf", "S"),
        fact("C", "memberOf", "A", target_type="Organisation"),
        fact("E", "cooperatesWith", "E"),
    ]
    found = channels(facts)
    counts = found.counts.toarray()
    assert (counts == counts.T).all() and (counts.diagonal() == 0).all()
    for i, j in combinations(range(len(found.organisations)), 2):
        first, second = found.organisations[i].id, found.organisations[j].id
        assert counts[i, j] == len(found.between(first, second))
    assert counts.sum() == 2 * 6


def test_events_topics_and_derived_facts_are_no_channels() -> None:
    facts = [fact(name, "participatedIn", "E") for name in "AB"] + [
        fact(name, "worksOn", "x") for name in "AB"
    ]
    facts += [fact(name, "memberOf", "N", derived=True) for name in "AB"]
    assert _labels(facts) == []
    assert channels(facts).counts.shape == (0, 0)
