"""An acronym that two bear never makes them one, whoever names them: a text, the registry, a row of a table."""

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from qigraph.facts import Entity, Fact
from qigraph.loading.registry import Registry, load_registry
from qigraph.loading.resolve import resolve
from qigraph.loading.sources import facts_in
from qigraph.reading import Text

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("acronym_clashes.yaml").read_text(encoding="utf-8")
)
NOBODY = "-"


def as_text(name: str, content: Any) -> Text:
    if name.endswith(".jsonl"):
        return Text(name, _committee(content), "application/jsonl")
    if name.endswith(".csv"):
        return Text(name, _founding(content), "text/csv")
    return Text(f"{name}.txt", content)


def _committee(member: dict[str, Any]) -> str:
    empty = {"parentId": None, "oMembers": None, "committeeLiaisons": None, "organizationLiaisons": None}
    committee = {"id": 1, "reference": "ISO/TC 999", "creationDate": "2020-01-01", "secretariat": None}
    words = {"title": {"en": "Lamps"}, "scope": {"en": "Lamps"}, "pMembers": [member]}
    return json.dumps(committee | words | empty) + "\n"


def _founding(organisation: dict[str, Any]) -> str:
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(["ionum", "ioname", "orgname", "sdate", "deaddate"])
    writer.writerow([organisation["number"], organisation["acronym"], organisation["name"], "1960.0", ""])
    return rows.getvalue()


@cache
def registry() -> Registry:
    return load_registry()


@cache
def read(text: Text) -> tuple[Fact, ...]:
    return tuple(facts_in(text, registry()).facts)


def facts_of(case: dict[str, Any], names: list[str]) -> list[Fact]:
    found = [fact for name in names for fact in read(as_text(name, case[name]))]
    return resolve(found, registry())


def called(facts: list[Fact], acronym: str, document: str) -> set[Entity]:
    """What bears the acronym, where a sentence of the document, or a row, uses it."""
    return {
        entity
        for fact in facts
        for evidence in fact.evidence
        if evidence.document.removesuffix(".txt") == document
        if evidence.row is not None or re.search(rf"\b{acronym}\b", evidence.quote)
        for entity in (fact.subject, fact.object)
        if isinstance(entity, Entity) and acronym in names_of(entity)
    }


def names_of(entity: Entity) -> set[str]:
    return {entity.label, *entity.aliases}


def _ids() -> Iterator[str]:
    return (f"{case['acronym']}-{number}" for number, case in enumerate(CASES, 1))


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 50
    assert len({case["acronym"] for case in CASES}) >= 25


@pytest.mark.parametrize("case", CASES, ids=_ids())
def test_two_of_one_acronym_stay_two(case: dict[str, Any]) -> None:
    facts = facts_of(case, list(case["means"]))
    for document, name in case["means"].items():
        bearers = called(facts, case["acronym"], document)
        if name == NOBODY:
            assert {entity.label for entity in bearers} == {case["acronym"]}, document
        else:
            assert [entity.label for entity in bearers if name in names_of(entity)] != [], document
            assert len(bearers) == 1, (document, sorted(entity.label for entity in bearers))
    full = [*case.get("apart", ()), *(name for name in case["means"].values() if name != NOBODY)]
    for entity in {end for fact in facts for end in (fact.subject, fact.object) if isinstance(end, Entity)}:
        assert len(names_of(entity) & set(full)) <= 1, sorted(names_of(entity))
    assert set(full) <= {
        name
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end, Entity)
        for name in names_of(end)
    }


@pytest.mark.parametrize("case", CASES, ids=_ids())
def test_the_order_of_documents_does_not_matter(case: dict[str, Any]) -> None:
    names = list(case["means"])
    assert facts_of(case, names) == facts_of(case, names[::-1])
