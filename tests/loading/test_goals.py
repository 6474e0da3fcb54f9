"""The goals are those of the United Nations, under identifiers that lead to its own IRIs."""

from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.loading.goals import load_goals
from qigraph.stores.terms import entity_iri


def test_there_are_17_goals_169_targets_and_the_whole() -> None:
    ids = [goal.id for goal in load_goals()]
    assert len(set(ids)) == len(ids) == 17 + 169 + 1
    assert sum("." in id for id in ids) == 169
    assert {f"goal/{number}" for number in range(1, 18)} | {"goal/all", "goal/12.5", "goal/17.10"} <= set(ids)


def test_every_entity_is_a_goal_with_distinct_names() -> None:
    for goal in load_goals():
        assert goal.type == "Goal"
        assert len(set(goal.aliases)) == len(goal.aliases) >= 2
        assert goal.label not in goal.aliases


def test_a_goal_is_known_by_number_and_by_title() -> None:
    nine = next(goal for goal in load_goals() if goal.id == "goal/9")
    assert nine.label == "SDG 9"
    assert {"Sustainable Development Goal 9", "Industry, innovation and infrastructure"} <= set(nine.aliases)


def test_the_whole_is_not_the_agenda() -> None:
    whole = next(goal for goal in load_goals() if goal.id == "goal/all")
    assert whole.label == "Sustainable Development Goals"
    assert "SDGs" in whole.aliases
    assert not any("2030" in name for name in whole.aliases)


def test_ids_lead_to_the_iris_of_the_united_nations() -> None:
    iris = {goal.id: entity_iri(goal.id) for goal in load_goals()}
    assert iris["goal/1.a"] == "http://metadata.un.org/sdg/1.a"
    assert iris["goal/9"] == "http://metadata.un.org/sdg/9"


def test_a_goal_without_a_title_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "goals.ttl"
    path.write_text("\n<http://metadata.un.org/sdg/9> a <https://example.org/Goal> .\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: .*sdg/9 has no skos:prefLabel"):
        load_goals(path)
