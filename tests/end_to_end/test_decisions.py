"""The real decisions of the CIPM, where at hand: with whom the BIPM was to have a memorandum, and what is none.

They stand beside the checkout, in ``../shared/data``, and are not the project's to ship.
"""

from pathlib import Path

import pytest

from qigraph.extraction import extract
from qigraph.facts import Fact
from qigraph.loading.inputs import read_inputs
from qigraph.loading.registry import load_registry

DECISIONS = Path(__file__).parents[3] / "shared" / "data" / "bipm-decisions" / "cipm.ttl"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DECISIONS.is_file(), reason="the real decisions are not beside this checkout"),
]


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    registry = load_registry()
    texts = read_inputs([DECISIONS]).texts.values()
    return [fact for text in texts if "MoU" in text.characters or "emorandum" in text.characters
            for fact in extract(text, registry).facts]  # fmt: skip


@pytest.mark.parametrize(
    ("partner", "decision"),
    [
        ("IAEA", "CIPM101-1-Dec101-36"),
        ("IUPAC", "CIPM108-2-Dec108-23"),
        ("ITU", "CIPM109-Dec109-5"),
        ("IFCC", "CIPM109-Dec109-9"),
        ("CTBTO", "CIPM110-1-Dec110-3"),
        ("CODATA", "CIPM110-2-Dec110-15"),
    ],
)
def test_a_decision_on_a_memorandum_tells_the_partner(facts: list[Fact], partner: str, decision: str) -> None:
    (fact,) = [f for f in facts if f.relation == "signatoryOf" and partner in f.subject.aliases
               and f.evidence[0].document.endswith(f"#{decision}")]  # fmt: skip
    assert "MoU" in fact.object_label or "Memorandum" in fact.object_label


def test_a_memorandum_to_be_prepared_has_no_parties(facts: list[Fact]) -> None:
    prepared = "#CIPM108-2-Dec108-38"
    assert not [f for f in facts if f.relation == "signatoryOf" and f.evidence[0].document.endswith(prepared)]
