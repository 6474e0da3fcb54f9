"""The comparison itself: which facts count as the same, and what is counted."""

from pathlib import Path

import pytest

from tests.extraction.scoring import Row, distinct, marked, normal, same, score


def fact(subject: str, relation: str, target: str, date: str | None = None, **more: object) -> Row:
    ends: Row = {"subject": {"label": subject, "aliases": more.pop("aliases", [])}, "relation": relation}
    literal = relation in ("established", "signedOn", "heldOn")
    ends["object"] = target if literal else {"label": target, "aliases": []}
    return ends | {"date": date, "start": 0, "stop": 1, "quote": "x"} | more


@pytest.mark.parametrize(
    ("name", "plain"),
    [("The BIPM", "bipm"), ("Réseau «Métrologie»", "reseau metrologie"), ("ISO/IEC 17025", "iso iec 17025")],
)
def test_names_are_compared_without_case_accents_punctuation_and_article(name: str, plain: str) -> None:
    assert normal(name) == plain


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (fact("ILAC", "chairs", "INetQI"), fact("the ILAC", "chairs", "inetqi"), True),
        (fact("ILAC", "chairs", "INetQI"), fact("ILAC", "memberOf", "INetQI"), False),
        (fact("Lab Co-operation", "chairs", "N", aliases=["ILAC"]), fact("ILAC", "chairs", "N"), True),
        (fact("ILAC", "chairs", "IAF"), fact("IAF", "chairs", "ILAC"), False),
        (fact("ILAC", "cooperatesWith", "IAF"), fact("IAF", "cooperatesWith", "ILAC"), True),
        (fact("ILAC", "twinnedWith", "IAF"), fact("IAF", "twinnedWith", "ILAC"), True),
        (fact("N", "established", "2018"), fact("N", "established", "2018-11-30"), True),
        (fact("N", "established", "2018-10"), fact("N", "established", "2018-11"), False),
        (fact("N", "established", "2018"), fact("M", "established", "2018"), False),
        (fact("ILAC", "memberOf", "N", "2018"), fact("ILAC", "memberOf", "N", "2019"), True),
    ],
)
def test_facts_are_the_same_by_relation_and_ends(one: Row, other: Row, agree: bool) -> None:
    assert same(one, other) is agree


def test_repeats_count_once() -> None:
    assert (
        len(distinct([fact("A", "chairs", "B"), fact("the A", "chairs", "b"), fact("A", "chairs", "C")])) == 2
    )


def test_precision_and_recall_count_each_gold_fact_once() -> None:
    wanted = [fact("A", "chairs", "B"), fact("C", "memberOf", "B"), fact("D", "memberOf", "B", tier="more")]
    read = [fact("A", "chairs", "B"), fact("A", "chairs", "B"), fact("X", "memberOf", "B")]
    result = score({"d": wanted}, {"d": read}, {"d": "x"})
    assert (result.all.right, result.all.found, result.all.wanted) == (1, 2, 3)
    assert (result.core.right, result.core.wanted) == (1, 2)
    assert result.relations["memberOf"].found == 1
    assert result.figures()["precision"] == 0.5


def test_what_is_found_in_a_document_without_facts_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "essay.gold.jsonl").touch()
    gold = marked(tmp_path)
    assert gold == {"essay": []}
    assert score(gold, {"essay": [fact("A", "chairs", "B")]}, {"essay": "x"}).figures()["precision"] == 0.0
    assert score(gold, {}, {"essay": "x"}).figures()["precision"] == 1.0


def test_a_date_is_right_only_when_it_is_just_that_date() -> None:
    wanted = [
        fact("A", "chairs", "B", "2018-11"),
        fact("C", "memberOf", "B", "2019"),
        fact("D", "memberOf", "B"),
    ]
    read = [
        fact("A", "chairs", "B", "2018"),
        fact("C", "memberOf", "B", "2019"),
        fact("D", "memberOf", "B", "1"),
    ]
    result = score({"d": wanted}, {"d": read}, {"d": "x"})
    assert (result.dates.right, result.dates.wanted) == (1, 2)


@pytest.mark.parametrize(("quote", "exact"), [("x", 1.0), ("y", 0.0), ("", 0.0)])
def test_evidence_is_exact_when_the_slice_is_the_quote(quote: str, exact: float) -> None:
    row = fact("A", "chairs", "B", quote=quote)
    assert score({"d": []}, {"d": [row]}, {"d": "x"}).figures()["evidence exact"] == exact
