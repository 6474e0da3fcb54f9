"""What is missing: channels, cover, renewals, second paths – by hand and by force."""

import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.analysis.gaps import KINDS, gaps
from qigraph.analysis.missing_channels import MARKED, expected_channels, missing_channels
from qigraph.analysis.single_points import channel_network, single_points
from qigraph.analysis.stale_agreements import stale_agreements
from qigraph.analysis.uncovered import uncovered_goals, uncovered_topics
from qigraph.analysis.what_was_read import newest_date, readings
from qigraph.errors import InputError
from qigraph.facts import Fact
from tests.analysis.makers import dated, fact, holdings

# A and B do the same and meet nowhere; C has channels to both; D and E do other things together.
APART = [
    *holdings({"A": "p q r", "B": "p q r", "C": "s", "D": "t u", "E": "v w"}),
    fact("A", "memberOf", "M", "2018"),
    fact("C", "memberOf", "M", "2018"),
    fact("B", "cooperatesWith", "C"),
    fact("D", "cooperatesWith", "E"),
]


def test_two_that_overlap_and_meet_nowhere() -> None:
    found, tests = missing_channels(APART)
    assert tests == 10
    (gap,) = found
    assert [entity.id for entity in gap.entities] == ["a", "b"]
    assert gap.channels == ()
    assert [entity.id for entity in gap.introducers] == ["c"]
    assert (gap.first_reading.facts, gap.first_reading.newest) == (4, "2018")
    assert gap.second_reading.newest is None
    for words in ("topics: p, q, r", "no channel found", "C could introduce them", "4 facts in 1 documents"):
        assert words in gap.because


def test_expected_by_degrees_by_hand() -> None:
    """Channels A-C, B-C, D-E; degrees 1 1 2 1 1: 3 channels over (36 - 8) / 2 products, 3/14 for A and B."""
    (gap,) = missing_channels(APART)[0]
    assert gap.expected == pytest.approx(3 / 14)
    assert gap.chance == pytest.approx(np.exp(-3 / 14))


def test_expectation_keeps_the_number_of_channels() -> None:
    degrees = np.array([3, 2, 2, 1, 0])
    first, second = np.array(list(combinations(range(5), 2))).T
    found = np.zeros(len(first), dtype=np.int64)
    expected = expected_channels(degrees, first, second, found, found > 0)
    assert expected.sum() == pytest.approx(degrees.sum() / 2)


def test_marked_overlap_raises_the_expectation_and_never_lowers_it() -> None:
    degrees, first, second = np.array([2, 2, 2]), np.array([0, 0, 1]), np.array([1, 2, 2])
    marked = np.array([True, False, False])
    assert expected_channels(degrees, first, second, np.array([3, 0, 0]), marked).tolist() == [3, 1, 1]
    assert expected_channels(degrees, first, second, np.array([0, 3, 0]), marked).tolist() == [1, 1, 1]


names = st.sampled_from("ABCDEFGH")


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(names, st.sampled_from("pqrstuvw")), max_size=30),
    st.lists(st.tuples(names, names), max_size=8),
)
def test_marked_pairs_first_and_among_them_those_that_lack_most(
    works: list[tuple[str, str]], joined: list[tuple[str, str]]
) -> None:
    facts = [fact(name, "worksOn", topic) for name, topic in works]
    facts += [fact(one, "cooperatesWith", other) for one, other in joined]
    found, _ = missing_channels(facts)
    keys = [(gap.overlap.p > MARKED, len(gap.channels) - gap.expected) for gap in found]
    assert keys == sorted(keys)
    links = {frozenset(pair) for pair in joined}
    for gap in found:
        first, second = (entity.label for entity in gap.entities)
        assert any(len(layer.shared) > layer.expected for layer in gap.overlap.sharing)
        assert len(gap.channels) == (frozenset((first, second)) in links)
        assert not gap.channels or len(gap.channels) < gap.expected
        for introducer in gap.introducers:
            assert {frozenset((introducer.label, first)), frozenset((introducer.label, second))} <= links


def test_a_channel_closes_the_gap() -> None:
    closed = [*APART, fact("A", "cooperatesWith", "B")]
    assert missing_channels(closed)[0] == []


def test_shared_bodies_are_channels_and_no_overlap() -> None:
    facts = [fact(name, "memberOf", network) for name in "AB" for network in ("M", "N")]
    assert missing_channels(facts) == ([], 0)


def test_topics_and_goals_without_or_with_one_organisation() -> None:
    facts = [
        fact("A", "worksOn", "metrology"),
        fact("B", "worksOn", "metrology"),
        fact("A", "worksOn", "health"),
        fact("N", "worksOn", "education", subject_type="Network"),
        fact("A", "addressesGoal", "12.5"),
        fact("B", "addressesGoal", "9"),
        fact("A", "addressesGoal", "9.1"),
        fact("B", "addressesGoal", "all"),
    ]
    topics = {gap.item.label: gap for gap in uncovered_topics(facts)}
    assert len(topics) == 18 and "metrology" not in topics
    assert list(topics)[-2:] == ["education", "health"], "what nothing at all covers comes first"
    assert [entity.id for entity in topics["health"].organisations] == ["a"]
    assert topics["education"].because == "no organisation is read to cover it, only N (network)"
    goals = {gap.item.id: len(gap.organisations) for gap in uncovered_goals(facts)}
    assert len(goals) == 16 and "goal/9" not in goals
    assert goals["goal/12"] == 1 and sum(goals.values()) == 1


@pytest.mark.parametrize(
    ("signed", "as_of", "stale"),
    [
        ("2013", "2019", True),
        ("2013", "2018-12-31", False),
        ("2014", "2019", False),
        ("2013-06-30", "2018-06-30", False),
        ("2013-06-30", "2018-07-01", True),
        ("2012-02-29", "2017-02-28", False),
        ("2012-02-29", "2017-03-01", True),
    ],
)
def test_not_renewed_for_more_than_five_years(signed: str, as_of: str, stale: bool) -> None:
    facts = [fact("A", "signatoryOf", "M"), dated("M", "signedOn", signed)]
    assert bool(stale_agreements(facts, as_of)) is stale


def test_renewed_ended_and_undated_agreements_are_not_listed() -> None:
    facts = [
        fact("A", "signatoryOf", "Renewed", "2001"),
        dated("Renewed", "signedOn", "2018"),
        fact("A", "signatoryOf", "Ended", "2001", "2010"),
        dated("Ended", "signedOn", "2001"),
        fact("A", "signatoryOf", "Undated"),
        fact("B", "signatoryOf", "Old", "2002"),
        fact("A", "signatoryOf", "Old", "2001"),
    ]
    (gap,) = stale_agreements(facts)
    assert (gap.agreement.label, gap.last, gap.as_of) == ("Old", "2002", "2018")
    assert [party.id for party in gap.parties] == ["a", "b"]
    assert gap.facts[0].interval.since == "2002"


edges = st.lists(st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH")), max_size=14)


@settings(deadline=None)
@given(edges)
def test_single_points_are_those_whose_removal_makes_more_parts(pairs: list[tuple[str, str]]) -> None:
    facts = [fact(one, "cooperatesWith", other) for one, other in pairs]
    network = channel_network(facts)
    before = nx.number_connected_components(network)
    expected = set()
    for name in network:
        rest = network.copy()
        rest.remove_node(name)
        if nx.number_connected_components(rest) > before:
            expected.add(name)
    found = single_points(facts)
    assert {point.entity.id for point in found} == expected
    assert [point.cut_off for point in found] == sorted((point.cut_off for point in found), reverse=True)


def test_a_network_that_alone_joins_its_members() -> None:
    facts = [fact(name, "memberOf", "N") for name in "ABC"] + [fact("A", "cooperatesWith", "B")]
    (point,) = single_points(facts)
    assert (point.entity.id, point.cut_off) == ("n", 1)
    assert [[entity.id for entity in part] for part in point.parts] == [["a", "b"], ["c"]]
    assert {f.relation for f in point.facts} == {"memberOf"}


def test_an_organisation_is_no_single_point_for_its_own_committee() -> None:
    facts = [fact("C", "partOf", "A", subject_type="Body"), fact("A", "cooperatesWith", "B")]
    assert single_points(facts) == []


def test_newest_date_is_read_not_taken_from_the_clock() -> None:
    assert newest_date([]) is None
    facts = [fact("A", "memberOf", "N", "2011", "2090"), dated("M", "signedOn", "2011-04")]
    assert newest_date(facts) == "2011-04"
    assert newest_date([*facts, fact("A", "memberOf", "N", "2050", derived=True)]) == "2011-04"


def test_reading_counts_documents_and_facts_of_either_end() -> None:
    read = readings([fact("A", "memberOf", "N"), fact("A", "worksOn", "x", "2001", document="b.txt")])
    assert (read["a"].documents, read["a"].facts, read["a"].newest) == (("a.txt", "b.txt"), 2, "2001")
    assert read["n"].label == "1 facts in 1 documents, none dated"


EVERYTHING = [
    *APART,
    fact("A", "signatoryOf", "Old", "2001"),
    fact("C", "signatoryOf", "Old", "2001"),
    fact("A", "addressesGoal", "9"),
]


def test_all_kinds_with_the_date_of_the_newest_fact() -> None:
    found = gaps(EVERYTHING)
    assert list(dict.fromkeys(gap.kind for gap in found.found)) == list(KINDS)
    assert (found.as_of, found.tests, found.documents) == ("2018", 10, 1)
    for words in ("bicm", "10 pairs tested", "as of 2018", "1 documents"):
        assert words in found.heading


def test_every_gap_carries_the_sentences_of_its_facts() -> None:
    found = gaps(EVERYTHING)
    for gap, record in zip(found.found, found.to_rows().records(), strict=True):
        assert [s["quote"] for s in record["sentences"]] == [f.evidence[0].quote for f in gap.facts]
        assert record["because"] == gap.because
        assert gap.facts or gap.because.startswith("no organisation")


def test_top_of_each_kind_and_about_one() -> None:
    kinds = [gap.kind for gap in gaps(EVERYTHING, top=1).found]
    assert kinds == list(KINDS)
    assert all("b" in [e.id for e in gap.entities] for gap in gaps(EVERYTHING, about="b").found)
    assert [gap.kind for gap in gaps(EVERYTHING, about="b").found] == ["channel"]


def test_the_order_of_facts_does_not_matter() -> None:
    shuffled: list[Fact] = list(EVERYTHING)
    random.Random(3).shuffle(shuffled)
    assert gaps(shuffled).to_rows() == gaps(EVERYTHING).to_rows()


def test_a_graph_without_facts_and_one_with_one_organisation() -> None:
    assert len(gaps([]).found) == 19 + 17
    found = gaps([fact("A", "worksOn", "metrology")]).found
    assert {gap.kind for gap in found} == {"topic", "goal"}


def test_unknown_kind_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no gaps of kind 'bridge': there are channel, topic"):
        gaps([], ["bridge"])
