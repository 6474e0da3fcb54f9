"""What sentences of this field state: each of ``frame_sentences.yaml`` is read as a document of its own."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from qigraph.extraction import extract
from qigraph.facts import Entity, Fact
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text
from qigraph.schema import RELATIONS

TABLE: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "frame_sentences.yaml").read_text(encoding="utf-8")
)
STATES = [
    pytest.param(relation, case["says"], case["facts"], id=f"{relation}: {case['says'][:70]}")
    for relation, cases in TABLE.items()
    for case in cases["states"]
]
SILENT = [
    pytest.param(relation, sentence, id=f"{relation}: {sentence[:70]}")
    for relation, cases in TABLE.items()
    for sentence in cases["silent"]
]


@cache
def registry() -> Registry:
    return load_registry()


def read(sentence: str, relation: str) -> list[Fact]:
    facts = extract(Text("sentence.txt", sentence), registry()).facts
    return [fact for fact in facts if fact.relation == relation]


def normal(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"\W+", " ", plain).strip())


def named(entity: Entity, name: str) -> bool:
    return normal(name) in {normal(known) for known in (entity.label, *entity.aliases)}


def is_stated(fact: Fact, line: str) -> bool:
    """Whether the fact is what a line such as ``ILAC > INetQI, 2018`` says."""
    subject, rest = line.split(" > ")
    if isinstance(fact.object, str):
        return named(fact.subject, subject) and fact.object == rest
    target, _, date = rest.rpartition(", ") if re.search(r", \d{4}(?:-\d\d){0,2}$", rest) else (rest, "", "")
    ends = [(fact.subject, fact.object)]
    if RELATIONS[fact.relation].symmetric:
        ends.append((fact.object, fact.subject))
    joined = any(named(one, subject) and named(other, target) for one, other in ends)
    return joined and (fact.interval.since or "") == date


def test_every_relation_has_sentences_that_state_it_and_sentences_that_do_not() -> None:
    assert set(TABLE) == {name for name, relation in RELATIONS.items() if relation.subjects}
    assert all(cases["states"] and cases["silent"] for cases in TABLE.values())


@pytest.mark.parametrize(("relation", "sentence", "lines"), STATES)
def test_a_sentence_states_these_facts_of_the_relation_and_no_others(
    relation: str, sentence: str, lines: list[str]
) -> None:
    facts = read(sentence, relation)
    assert [line for line in lines if not any(is_stated(fact, line) for fact in facts)] == []
    assert [fact for fact in facts if not any(is_stated(fact, line) for line in lines)] == []


@pytest.mark.parametrize(("relation", "sentence"), SILENT)
def test_plans_denials_questions_and_mere_mentions_state_nothing(relation: str, sentence: str) -> None:
    assert read(sentence, relation) == []
