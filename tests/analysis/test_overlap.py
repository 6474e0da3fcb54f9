"""Pairs that overlap: hand-made cases, laws, and every number explained down to its sentences."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.analysis.overlap import ALL, explain_pair, overlaps
from qigraph.errors import InputError, NotFoundError
from qigraph.facts import Fact
from tests.analysis.makers import fact, holdings

portfolios = st.dictionaries(
    st.sampled_from("ABCDEFG"), st.sets(st.sampled_from("pqrstuv"), min_size=1).map(sorted), max_size=7
)


def _facts(topics: dict[str, list[str]], goals: dict[str, list[str]]) -> list[Fact]:
    wanted = {"p": "1", "q": "2", "r": "3", "s": "4", "t": "5", "u": "6", "v": "7"}
    return holdings({name: " ".join(items) for name, items in topics.items()}) + holdings(
        {name: " ".join(wanted[item] for item in items) for name, items in goals.items()}, "addressesGoal"
    )


SMALL = holdings({"A": "x y", "B": "x y", "C": "z", "D": "z x w"})


def test_measures_of_one_pair_by_hand() -> None:
    """Four topics; A and B hold 2 each and share both: 1 of the 6 ways to choose 2 of 4."""
    layer = explain_pair(SMALL, "a", "b", null="hypergeometric").layers[0]
    assert (layer.layer, len(layer.shared), layer.first_items, layer.second_items) == ("topics", 2, 2, 2)
    assert (layer.expected, layer.ratio, layer.jaccard) == pytest.approx((1, 2, 1))
    assert layer.p == pytest.approx(1 / 6)
    assert layer.tests == 6
    assert layer.contained == "both"


def test_containment_says_whose_portfolio_is_the_smaller() -> None:
    layer = explain_pair(SMALL, "d", "c").layers[0]
    assert (layer.containment, layer.contained, layer.jaccard) == (1, "first", pytest.approx(1 / 3))


def test_adjusted_for_all_pairs_of_the_layer_tested_or_not() -> None:
    """Of 6 pairs 4 share something: p = 1/6 for A and B, 3/4 for C and D, 3/4 for A or B and D."""
    found = {(o.first.id, o.second.id): o.layers[0] for o in overlaps(SMALL, null="hypergeometric")}
    assert set(found) == {("a", "b"), ("a", "d"), ("b", "d"), ("c", "d")}
    assert found["a", "b"].q == pytest.approx(6 * (1 / 6))
    assert found["c", "d"].p == pytest.approx(3 / 4)


def test_layers_are_combined_over_all_in_which_both_hold_something() -> None:
    facts = SMALL + holdings({"A": "1", "B": "2", "C": "2"}, "addressesGoal")
    pair = explain_pair(facts, "a", "b")
    assert [layer.layer for layer in pair.layers] == ["topics", "goals"]
    assert [layer.layer for layer in pair.sharing] == ["topics"]
    assert pair.layers[1].p == 1
    assert pair.p > explain_pair(SMALL, "a", "b").p


def test_a_layer_in_which_only_one_holds_anything_says_nothing_of_the_pair() -> None:
    facts = SMALL + holdings({"A": "1", "C": "1"}, "addressesGoal")
    pair = explain_pair(facts, "a", "b")
    assert [layer.layer for layer in pair.layers] == ["topics"]
    assert pair.p == pytest.approx(pair.layers[0].p)


def test_pairs_that_have_no_layer_in_common_are_not_tests() -> None:
    facts = holdings({"A": "x", "B": "x"}) + holdings({"C": "1", "D": "1", "B": "2"}, "addressesGoal")
    assert overlaps(facts).tests == 4  # A B by topics, B C, B D and C D by goals


@settings(deadline=None, max_examples=40)
@given(portfolios, portfolios, st.sampled_from(["bicm", "hypergeometric"]))
def test_every_pair_explains_itself_down_to_the_sentences(
    topics: dict[str, list[str]], goals: dict[str, list[str]], null: str
) -> None:
    found = overlaps(_facts(topics, goals), null=null)
    for pair in found:
        assert pair == explain_pair(_facts(topics, goals), pair.second.id, pair.first.id, null=null)
        assert 0 < pair.p <= pair.q <= 1
        assert pair.sharing
        for layer in pair.sharing:
            held = topics if layer.layer == "topics" else goals
            one, other = held[pair.first.label], held[pair.second.label]
            assert len(layer.shared) == len(set(one) & set(other))
            assert (layer.first_items, layer.second_items) == (len(one), len(other))
            for shared in layer.shared:
                assert {f.subject.id for f in shared.first} == {pair.first.id}
                assert {f.subject.id for f in shared.second} == {pair.second.id}
                for f in (*shared.first, *shared.second):
                    assert f.object_id == shared.item.id
                    assert f.evidence[0].quote == f"{f.subject.label} {f.relation} {f.object_label}."


@settings(deadline=None, max_examples=25)
@given(portfolios, portfolios, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(
    topics: dict[str, list[str]], goals: dict[str, list[str]], order: random.Random
) -> None:
    facts = _facts(topics, goals)
    shuffled = list(facts)
    order.shuffle(shuffled)
    assert overlaps(facts).to_rows() == overlaps(shuffled).to_rows()


def test_surest_first_and_among_the_equally_sure_those_that_share_most() -> None:
    found = overlaps(SMALL)
    keys = [(pair.q, -len(pair.layers[0].shared), pair.p) for pair in found]
    assert keys == sorted(keys)
    assert (found[0].first.id, found[0].second.id) == ("a", "b")


def test_choices_change_what_is_shown_not_what_is_tested() -> None:
    everything = {(o.first.id, o.second.id): o for o in overlaps(SMALL)}
    for some in (overlaps(SMALL, min_shared=2), overlaps(SMALL, about="d"), overlaps(SMALL, top=1)):
        assert 0 < len(some) < len(everything)
        assert some.tests == 6
        for pair in some:
            assert pair == everything[pair.first.id, pair.second.id]
    assert all("d" in (o.first.id, o.second.id) for o in overlaps(SMALL, about="d"))


def test_a_pair_that_rests_on_one_document_says_so() -> None:
    assert "rests on one document, a.txt" in overlaps(SMALL)[0].because
    facts = [*SMALL, fact("A", "worksOn", "x", document="b.txt")]
    assert "rests on" not in explain_pair(facts, "a", "b").because


def test_heading_says_null_model_tests_date_and_documents() -> None:
    heading = overlaps(SMALL, as_of="2020").heading
    for part in ("bicm", "6 pairs tested", "as of 2020", "1 documents", "expected false"):
        assert part in heading


def test_rows_carry_everything() -> None:
    record = overlaps(SMALL).to_rows().records()[0]
    assert record["items"] == ["topic/x", "topic/y"]
    assert (record["null"], record["tests"], record["documents"]) == ("bicm", 6, ["a.txt"])
    assert [s["quote"] for s in record["sentences"]] == [
        "A worksOn x.",
        "B worksOn x.",
        "A worksOn y.",
        "B worksOn y.",
    ]


@pytest.mark.parametrize("facts", [[], holdings({"A": "x y"})], ids=["no facts", "one organisation"])
@pytest.mark.parametrize("null", ["bicm", "hypergeometric"])
def test_where_there_is_no_pair_there_is_no_overlap(facts: list[Fact], null: str) -> None:
    found = overlaps(facts, ALL, null=null)
    assert (len(found), found.tests) == (0, 0)


def test_two_that_share_nothing_are_explained_all_the_same() -> None:
    pair = explain_pair(SMALL, "a", "c")
    assert (pair.p, pair.because) == (1, "they share nothing that was read")
    assert pair.layers[0].expected > 0


def test_what_cannot_be_asked_is_said_in_one_line() -> None:
    with pytest.raises(InputError, match="not 0"):
        overlaps(SMALL, min_shared=0)
    with pytest.raises(InputError, match="there are topics, goals"):
        overlaps(SMALL, ["topic"])
    with pytest.raises(InputError, match="two organisations are needed"):
        explain_pair(SMALL, "a", "a")
    with pytest.raises(NotFoundError, match="'nobody'"):
        overlaps(SMALL, about="nobody")
