"""Relations in running text: each sentence of ``relation_sentences.yaml`` is read as a document of its own."""

from pathlib import Path

import pytest
import yaml

from qigraph.extraction import extract
from qigraph.facts import Fact
from qigraph.reading.text import Text
from tests.extraction.test_frames import named, registry

CASES = yaml.safe_load((Path(__file__).parent / "relation_sentences.yaml").read_text(encoding="utf-8"))
STATED = [(case["says"], line) for case in CASES for line in case.get("facts", ())]
UNSTATED = [(case["says"], line) for case in CASES for line in case.get("not", ())]
RELATIONS = ("memberOf", "observerAt", "foundedBy", "established", "successorOf", "cooperatesWith")


def is_said(fact: Fact, line: str) -> bool:
    relation = next(name for name in RELATIONS if f" {name} " in line)
    subject, target = line.split(f" {relation} ")
    if fact.relation != relation:
        return False
    if isinstance(fact.object, str):
        return named(fact.subject, subject) and fact.object.startswith(target)
    ends = [(fact.subject, fact.object)] + [(fact.object, fact.subject)] * (relation == "cooperatesWith")
    return any(named(one, subject) and named(other, target) for one, other in ends)


@pytest.mark.parametrize(("sentence", "line"), STATED)
def test_a_sentence_states_a_relation(sentence: str, line: str) -> None:
    assert any(is_said(fact, line) for fact in extract(Text("sentence.txt", sentence), registry()).facts)


@pytest.mark.parametrize(("sentence", "line"), UNSTATED)
def test_a_sentence_does_not_state_what_it_only_resembles(sentence: str, line: str) -> None:
    assert not any(is_said(fact, line) for fact in extract(Text("sentence.txt", sentence), registry()).facts)
