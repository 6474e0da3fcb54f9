"""Titles that go on in small letters, numbers with titles, shares in writing, upkeep of systems, names of before."""

import pytest

from qigraph.extraction import extract
from qigraph.loading.registry import load_registry
from qigraph.reading.text import Text
from tests.extraction.test_products import said


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "KEBS published the Guiding Principles for the weighing of fresh fish in 2018.",
            {"KEBS issued Guiding Principles for the weighing of fresh fish"},
        ),
        (
            'OIML D 41 "National scales and how to keep them" was published in 2020.',
            {"OIML issued OIML D 41"},
        ),
        (
            "The report on honest scales, published by KEBS in 2018, has 30 pages.",
            {"KEBS issued report on honest scales"},
        ),
        (
            "In 2021 KEBS produced a set of e-learning modules on fish scales.",
            {"KEBS issued e-learning modules on fish scales"},
        ),
        ("The OIV adopted Resolution OIV-FISH 12-2020.", {"OIV issued Resolution OIV-FISH 12-2020"}),
    ],
)
def test_titles(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            'The "Handbook of Scales" was published by UNIDO with a foreword and two annexes from KEBS.',
            {"UNIDO issued Handbook of Scales", "KEBS contributedTo Handbook of Scales"},
        ),
        (
            'KEBS had a hand in the drafting of the "Handbook of Scales".',
            {"KEBS contributedTo Handbook of Scales"},
        ),
        (
            'KEBS, jointly with UNIDO, wrote the "Handbook of Scales".',
            {"KEBS contributedTo Handbook of Scales", "UNIDO contributedTo Handbook of Scales"},
        ),
        ('KEBS will help in drafting the "Handbook of Scales".', set()),
        ('KEBS was not consulted on the "Handbook of Scales".', set()),
    ],
)
def test_shares(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The ZEPRO platform, for whose upkeep KEBS is responsible, is new.", {"KEBS maintains ZEPRO"}),
        ("The ZEPRO platform sits on the servers of KEBS.", {"KEBS maintains ZEPRO"}),
        ("KEBS took over the management of the ZEPRO platform.", {"KEBS maintains ZEPRO"}),
        ("KEBS is not responsible for the upkeep of the ZEPRO platform.", set()),
    ],
)
def test_upkeep(text: str, facts: set[str]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Directive 93/142/EEC was repealed by Regulation (EU) 2017/1745.", {"repealed"}),
        ("ISO 45001 came in place of OHSAS 18001.", {"replaced"}),
        ("The Lakes Scales Network (LSN), until 2010 called Lakes Scales Circle, has grown.", {"renamed"}),
    ],
)
def test_succession(text: str, facts: set[str]) -> None:
    expected = {
        "repealed": "Regulation (EU) 2017/1745 successorOf Directive 93/142/EEC",
        "replaced": "ISO 45001 successorOf OHSAS 18001",
        "renamed": "LSN successorOf Lakes Scales Circle",
    }
    assert {expected[fact] for fact in facts} <= said(text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "ISO 9123, which KEBS adopted in 2020 and to which the PTB supplied the test method, is new.",
            {"KEBS issued ISO 9123", "PTB contributedTo ISO 9123"},
        ),
        (
            'The "Handbook of Scales", in the preparation of which KEBS and PTB have participated, is out.',
            {"KEBS contributedTo Handbook of Scales", "PTB contributedTo Handbook of Scales"},
        ),
        (
            'The "Handbook of Scales" was prepared on the basis of KEBS drafts and made public by UNIDO.',
            {"KEBS contributedTo Handbook of Scales", "UNIDO issued Handbook of Scales"},
        ),
        (
            'UNIDO published the "Handbook of Scales" in 2019. KEBS had supplied the first draft.',
            {"UNIDO issued Handbook of Scales", "KEBS contributedTo Handbook of Scales"},
        ),
        ("The trade database FISHCOMP has been entrusted to KEBS.", {"KEBS maintains FISHCOMP"}),
        ("The course on ISO 9123 was developed by KEBS.", set()),
        ("It follows the practices developed by KEBS and cites ISO 9123.", set()),
        ("KEBS may supply a chapter for the \"Handbook of Scales\".", set()),
    ],
)  # fmt: skip
def test_deeds_on_papers(text: str, facts: set[str]) -> None:
    assert said(text) == facts


def test_a_share_is_dated_by_the_publication() -> None:
    text = 'UNIDO published the "Handbook of Scales" in 2019. KEBS had supplied the first draft.'
    found = extract(Text("note.md", text, "text/markdown"), load_registry()).facts
    rows = [row for fact in found for row in fact.to_json()]
    assert {row["date"] for row in rows if row["relation"] == "contributedTo"} == {"2019"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "# Weighing Fish in Small Harbours (2021)\n\nThis guide is for harbours.\n\n"
            "The third edition was prepared by KEBS.\n",
            {"KEBS contributedTo Weighing Fish in Small Harbours (2021)"},
        ),
        (
            'A guide for small shops, "Good Scales", was brought out by KEBS.',
            {"KEBS issued Good Scales"},
        ),
        ("As KEBS tells in its guide on fish scales, much is left to do.", {"KEBS issued guide on fish scales"}),
        (
            "In 2008 KEBS published guidance for small shops, entitled Better Scales for All.",
            {"KEBS issued Better Scales for All"},
        ),
        ("The UNIDO Fish Project was implemented in partnership with KEBS.", {"KEBS contributedTo UNIDO Fish Project"}),
    ],
)  # fmt: skip
def test_titles_told_apart(text: str, facts: set[str]) -> None:
    assert facts <= said(text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            'Half of the examples in the "Handbook of Scales" stem from METAS.',
            {"METAS contributedTo Handbook of Scales"},
        ),
        (
            'KEBS gave its blessing to the "Handbook of Scales" in 2020.',
            {"KEBS issued Handbook of Scales"},
        ),
        (
            'She is known as an author of the "Handbook of Scales", printed by KEBS in 2017.',
            {"KEBS issued Handbook of Scales"},
        ),
        (
            'Work led to the "Handbook of Scales", to which KEBS and the Office of Weights (OFW) supplied annexes.',
            {"KEBS contributedTo Handbook of Scales", "OFW contributedTo Handbook of Scales"},
        ),
        ('The "Handbook of Scales" will use examples from METAS.', set()),
        ('The "Handbook of Scales" needs to be approved by METAS.', set()),
        (
            "The Lakes Scales Committee was wound up in 2014; the Lakes Weights Forum took its place.",
            {"Lakes Weights Forum successorOf Lakes Scales Committee"},
        ),
        ("The Lakes Weights Forum owes its existence to KEBS.", set()),
    ],
)
def test_loosely_told(text: str, facts: set[str]) -> None:
    found = {fact for fact in said(text) if "established" not in fact and "foundedBy" not in fact}
    assert found == facts
