"""The figures that extraction has reached, on documents it was tuned on and on documents it was not: they may not fall.

The floors are in ``floors.json``. Nothing here names a single fact of the half that nobody tunes on.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from qigraph.loading.registry import Registry
from tests.extraction.measuring import SETS, NotThereError, gold, measure, texts
from tests.extraction.scoring import Score

FLOORS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "floors.json").read_text())
FALL_WITHOUT_REGISTRY = 0.15


@cache
def measured(name: str, with_registry: bool = True) -> Score:
    return measure(name, None if with_registry else Registry.empty())


@pytest.fixture(params=[pytest.param(name, marks=[pytest.mark.corpus] * (name == "shared")) for name in SETS])
def half(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    try:
        texts(name)
    except NotThereError as reason:
        pytest.skip(str(reason))
    return name


def test_every_document_is_marked_and_every_marked_document_is_there(half: str) -> None:
    assert sorted(gold(half)) == sorted(Path(text.name).stem for text in texts(half))


def test_the_figures_do_not_fall(half: str) -> None:
    reached = measured(half).figures()
    assert {name: reached[name] for name, floor in FLOORS[half].items() if reached[name] < floor} == {}


def test_all_evidence_is_exact(half: str) -> None:
    evidence = measured(half).evidence
    assert evidence.right == evidence.found > 0


def test_emptying_the_registry_costs_little(half: str) -> None:
    assert measured(half).all.f1 - measured(half, False).all.f1 < FALL_WITHOUT_REGISTRY
