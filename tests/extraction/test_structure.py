"""Structure: numbered headings, lines without bullets, menus, lists with semicolons, lines of capitals."""

import pytest

from tests.extraction.reading import cut, facts


def test_a_number_and_a_short_line_over_a_paragraph_are_a_heading() -> None:
    source = "1. OPENING\n\nThe host opened it.\n\n2. Who was there\n\nNobody from afar.\n"
    assert cut(source) == [
        ("heading", "OPENING"),
        ("paragraph", "The host opened it."),
        ("heading", "Who was there"),
        ("paragraph", "Nobody from afar."),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbered_lines_below_each_other_are_items(gap: str) -> None:
    source = gap.join(["It has three members:", "1. ILAC", "2. IAF", "3. ISO", "They meet once a year."])
    assert [kind for kind, _ in cut(source)[1:4]] == ["item", "item", "item"]


def test_capitals_in_a_heading_are_no_name() -> None:
    assert facts("1. PUBLICATIONS\n\nNone.\n\nSecretariat: ILAC\n") == set()


def test_each_line_of_an_unwrapped_text_is_a_paragraph() -> None:
    long = "The network " + "works on scales and on the weights that belong to them, and " * 4 + "more."
    assert cut(f"{long}\nA second thought\n{long}") == [
        ("paragraph", long),
        ("heading", "A second thought"),
        ("paragraph", long),
    ]


def test_names_below_a_word_for_a_group_are_items() -> None:
    source = "Full members\n\nILAC\n\nIAF\n\nObservers\n\nISO\n\nIEC\n\nHistory\n\nIt began in 1990.\n"
    assert cut(source) == [
        ("heading", "Full members"),
        ("item", "ILAC"),
        ("item", "IAF"),
        ("heading", "Observers"),
        ("item", "ISO"),
        ("item", "IEC"),
        ("heading", "History"),
        ("paragraph", "It began in 1990."),
    ]


@pytest.mark.parametrize(
    "line",
    ["Home > News > 2019", "Start | About us | Gallery", "Share this page", "Print this article Previous Next",
     "EN | FR | ES", "© 2021 Some Forum. All rights reserved.", "You are here: Home » Members"],
)  # fmt: skip
def test_menus_are_left_out(line: str) -> None:
    assert cut(f"{line}\nMembers\n\nIt has none.\n") == [
        ("heading", "Members"),
        ("paragraph", "It has none."),
    ]


@pytest.mark.parametrize("line", ["ISO | IEC | ITU", "News from the regions", "Membership > 30 bodies"])
def test_what_tells_something_is_no_menu(line: str) -> None:
    assert cut(line)[0][1] == line


def test_names_with_semicolons_below_a_heading_are_items() -> None:
    source = "## Members of INetQI\n\nThe BIPM; ILAC, since 2018; and IAF. They meet twice a year."
    assert cut(source)[1:] == [
        ("item", "The BIPM"),
        ("item", "ILAC, since 2018"),
        ("item", "and IAF."),
        ("paragraph", "They meet twice a year."),
    ]
    assert facts(source) == {(name, "memberOf", "INetQI") for name in ("BIPM", "ILAC", "IAF")}


def test_clauses_with_semicolons_stay_a_paragraph() -> None:
    source = "## Work\n\nThe BIPM is old; ILAC was founded in 1977; and IAF is younger."
    assert [kind for kind, _ in cut(source)] == ["heading", "paragraph"]


def test_labels_in_lines_of_their_own_are_read_apart() -> None:
    source = "# INetQI\n\nChair: ILAC\nSecretariat: BIPM\n"
    assert facts(source) == {("ILAC", "chairs", "INetQI"), ("BIPM", "secretariatOf", "INetQI")}
