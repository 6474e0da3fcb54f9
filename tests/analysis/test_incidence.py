"""Facts become a matrix of organisations by items, and every cell knows its facts."""

import random

import pytest

from qigraph.analysis.incidence import LAYERS, incidence
from qigraph.errors import InputError
from qigraph.schema import RELATIONS, TYPES
from tests.analysis.makers import fact, holdings


def test_rows_and_columns_are_sorted_and_cells_keep_their_facts() -> None:
    facts = holdings({"B": "y x", "A": "x"})
    found = incidence(facts, "topics")
    assert [actor.id for actor in found.actors] == ["a", "b"]
    assert [item.id for item in found.items] == ["topic/x", "topic/y"]
    assert found.matrix.toarray().tolist() == [[1, 0], [1, 1]]
    assert found.cells["b", "topic/y"][0].evidence[0].quote == "B worksOn y."
    assert sum(map(len, found.cells.values())) == len(facts)


def test_two_facts_of_one_cell_count_once_and_are_both_kept() -> None:
    found = incidence([fact("A", "worksOn", "x", document=name) for name in ("b.txt", "a.txt")], "topics")
    assert found.matrix.toarray().tolist() == [[1]]
    assert [f.documents for f in found.cells["a", "topic/x"]] == [("a.txt",), ("b.txt",)]


def test_only_facts_that_may_hold_on_the_date() -> None:
    facts = [
        fact("A", "memberOf", "N", "2010", "2015"),
        fact("B", "memberOf", "N", "2016"),
        fact("C", "memberOf", "N"),
    ]
    assert [actor.id for actor in incidence(facts, "networks", "2012").actors] == ["a", "c"]
    assert [actor.id for actor in incidence(facts, "networks").actors] == ["a", "b", "c"]


def test_derived_facts_and_other_actors_are_left_out() -> None:
    facts = [
        fact("A", "worksOn", "x", derived=True),
        fact("N", "worksOn", "x", subject_type="Network"),
        fact("B", "worksOn", "x"),
    ]
    assert [actor.id for actor in incidence(facts, "topics").actors] == ["b"]
    assert [actor.id for actor in incidence(facts, "topics", actors=("Network",)).actors] == ["n"]


def test_a_target_counts_for_its_goal_and_the_goals_as_a_whole_for_none() -> None:
    facts = [fact("A", "addressesGoal", goal) for goal in ("12.5", "12", "9", "all")]
    found = incidence(facts, "goals")
    assert [item.id for item in found.items] == ["goal/12", "goal/9"]
    assert len(found.cells["a", "goal/12"]) == 2


def test_nothing_gives_an_empty_matrix() -> None:
    found = incidence([], "topics")
    assert found.matrix.shape == (0, 0)


def test_the_order_of_facts_does_not_matter() -> None:
    facts = [*holdings({"A": "x y", "B": "y z", "C": "x"}), fact("A", "worksOn", "x", document="b.txt")]
    first = incidence(facts, "topics")
    random.Random(1).shuffle(facts)
    again = incidence(facts, "topics")
    assert (first.matrix != again.matrix).nnz == 0
    assert list(first.cells.items()) == list(again.cells.items())


def test_layers_name_relations_and_types_of_the_schema() -> None:
    for layer in LAYERS.values():
        assert set(layer.items) <= set(TYPES)
        for relation in layer.relations:
            assert set(layer.items) & set(RELATIONS[relation].objects), (layer.name, relation)


@pytest.mark.parametrize(("layer", "date"), [("themes", None), ("topics", "soon")])
def test_what_cannot_be_asked_is_said_in_one_line(layer: str, date: str | None) -> None:
    with pytest.raises(InputError, match=r"^[^\n]+(themes|soon)[^\n]+$"):
        incidence([], layer, date)
