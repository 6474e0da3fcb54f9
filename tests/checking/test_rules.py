"""Each rule of quality catches what it is for, and nothing sound."""

from pathlib import Path

import pytest

from qigraph.checking import check_files
from qigraph.checking.rules import rules
from qigraph.errors import InputError
from tests.checking.broken import BROKEN, ONE, PREFIXES, TERM, TWO


def found(tmp_path: Path, turtle: str) -> set[str]:
    path = tmp_path / "data.ttl"
    path.write_text(PREFIXES + turtle)
    return {finding.rule for finding in check_files([path]) if finding.rule != "shape"}


def test_every_rule_has_a_graph_that_breaks_it() -> None:
    assert {rule.name for rule in rules()} == set(BROKEN)


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_catches_its_mistake_and_no_other_does(rule: str, tmp_path: Path) -> None:
    assert found(tmp_path, BROKEN[rule]) == {rule}


def test_what_is_sound_breaks_no_rule(tmp_path: Path) -> None:
    sound = ONE + TWO + TERM + 'id:one qi:partOf id:two ; skos:prefLabel "Comité des poids"@fr .'
    assert found(tmp_path, sound) == set()


@pytest.mark.parametrize(
    ("since", "until", "is_wrong"),
    [
        ("2012", "2012-03", False),
        ("2012-03", "2012", False),
        ("2012-03", "2012-02", True),
        ("2013", "2012-12", True),
    ],
)
def test_intervals_are_compared_as_precisely_as_both_are_told(
    since: str, until: str, is_wrong: bool, tmp_path: Path
) -> None:
    statement = f'my:s a qi:Statement ; qi:since "{since}" ; qi:until "{until}" .'
    assert ("reversed-interval" in found(tmp_path, statement)) == is_wrong


def test_a_rule_that_does_not_say_how_severe_it_is_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.rq").write_text("# Odd\nSELECT ?node { ?node a ?x }")
    monkeypatch.setattr("qigraph.checking.rules.resource", lambda name: tmp_path)
    with pytest.raises(InputError, match="needs one line # severity"):
        rules.__wrapped__()
