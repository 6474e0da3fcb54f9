"""References to the literature, imprints and numbers of standards: who issued what, and when."""

import pytest

from qigraph.extraction.extract import extract
from qigraph.extraction.names.designations import instrument_mentions
from qigraph.extraction.things import Things
from qigraph.loading.registry import load_registry
from qigraph.reading.text import Text

LITERATURE = "## References\n\n- {}\n\n- Filler line of no meaning\n"


def issued(text: str) -> set[tuple[str, str, str | None]]:
    """Who issued what and when, by short names."""
    found = set()
    for fact in extract(Text("refs.md", text, "text/markdown"), load_registry()).facts:
        for row in fact.to_json():
            if row["relation"] == "issued":
                names = [row["subject"]["label"], *row["subject"]["aliases"]]
                short = min((n for n in names if n.isupper()), key=len, default=names[0])
                found.add((short, row["object"]["label"], row["date"]))
    return found


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "UNIDO (2018). Policy for Good Scales. Vienna: UNIDO.",
            {("UNIDO", "Policy for Good Scales", "2018")},
        ),
        (
            "ISO (2019), Small Firms and Standards: A Primer, p. 7.",
            {("ISO", "Small Firms and Standards: A Primer", "2019")},
        ),
        (
            "Doe, J. and Roe, R. (2020). What a Kilogram Costs: a study. Ottawa: Lakeside Board of Standards.",
            {("Lakeside Board of Standards", "What a Kilogram Costs: a study", "2020")},
        ),
        (
            "WTO and ITC, “Trade by Weight”, 2017, p. 3.",
            {("WTO", "Trade by Weight", "2017"), ("ITC", "Trade by Weight", "2017")},
        ),
        ("Scales for a Fair Market (OIML, June 2021)", {("OIML", "Scales for a Fair Market", "2021-06")}),
        (
            "ISO/IEC 17999:2021, Rules for laboratories of tea",
            {("ISO", "ISO/IEC 17999:2021", "2021"), ("IEC", "ISO/IEC 17999:2021", "2021")},
        ),
        (
            "OECD, Rules that Travel: how to weigh abroad, Policy Brief, April 2020, p. 5.",
            {("OECD", "Rules that Travel: how to weigh abroad", "2020-04")},
        ),
        (
            "Ann Doe, The Heavy Hand, Lakeside Publishing, 2014.",
            {("Lakeside Publishing", "The Heavy Hand", "2014")},
        ),
    ],
)
def test_references_state_who_issued(line: str, facts: set[tuple[str, str, str]]) -> None:
    assert issued(LITERATURE.format(line)) == facts


@pytest.mark.parametrize(
    "line",
    [
        "Doe, J. (2020). What a Kilogram Costs.",
        "KEBS, Training course on scales for shops, 3 May 2019.",
        "ISO 9001 is used by many of them.",
        "Held in Geneva, Switzerland, on 3 May 2019.",
        "https://example.org/ISO (2019)",
    ],
)
def test_other_lines_state_nothing(line: str) -> None:
    assert issued(LITERATURE.format(line)) == set()


def test_laws_are_issued_by_their_state() -> None:
    text = "It rests on the Law on Weights (Official Gazette of Montenegro, No. 12/2009)."
    assert issued(text) == {("Montenegro", "Law on Weights", "2009")}


def test_prose_with_years_in_brackets_is_no_reference() -> None:
    assert issued("The workshop took place in Geneva (2019). The ISO (2018) Committee met.") == set()
    assert issued("The UNIDO office in Vienna, “The House of Weights”, 2019, was closed.") == set()


def test_an_imprint_beside_an_isbn_is_that_of_the_document() -> None:
    text = "# Fair Weights for All\n\nThe text.\n\n© OIML, 2017 All rights reserved ISBN 000-0\n"
    assert issued(text) == {("OIML", "Fair Weights for All", "2017")}
    assert issued(text.replace("ISBN 000-0", "")) == set()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("WELMEC Guide 9.3 and Guide 9.4", ["WELMEC Guide 9.3", "Guide 9.4"]),
        (
            "ISO/CIE 28999, KS ISO 22999 and ARS/ISO 34999-2:2019",
            ["ISO/CIE 28999", "KS ISO 22999", "ARS/ISO 34999-2:2019"],
        ),
        (
            "ILAC-P99:07/2020, IAF MD 98:2018 and CIPM MRA-G-99",
            ["ILAC-P99:07/2020", "IAF MD 98:2018", "CIPM MRA-G-99"],
        ),
        ("the ISO 31999 series of standards", ["ISO 31999"]),
        ("ISO has 70 members; in ISO 70 members vote; ILAC 2021; COP 27", []),
    ],
)
def test_numbers_of_standards_are_read_whole(text: str, numbers: list[str]) -> None:
    assert [m.thing.label for m in instrument_mentions(text, Things())] == numbers
