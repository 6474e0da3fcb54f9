"""What minutes, reports and news say of a meeting: who is in the chair, who is elected, where it was, who came."""

import pytest

from tests.extraction.reading import facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The ILAC Committee Meeting was held in Oslo. The Chairperson, Ms Jane Doe, opened the meeting.",
            ("Jane Doe", "participatedIn", "ILAC Committee Meeting"),
        ),
        (
            "- Mr Karl Braun (NATA), re-elected as Marketing Committee Chair",
            ("Karl Braun", "chairs", "Marketing Committee"),
        ),
        (
            "ILAC elected the following:\n\n- Mr Karl Braun as Secretary of ILAC",
            ("Karl Braun", "affiliatedWith", "ILAC"),
        ),
        (
            "The OIML held the Baltic Weighing Workshop in March 2019 in Riga, Latvia.",
            ("Baltic Weighing Workshop", "heldIn", "Riga"),
        ),
        (
            "ILAC held the Baltic Weighing Workshop. The workshop was a collaboration with the OIML.",
            ("OIML", "organised", "Baltic Weighing Workshop"),
        ),
        (
            "The OIML, in cooperation with the IAF, held on 4 April 2019 the first Lakes Quality Forum.",
            ("OIML", "organised", "Lakes Quality Forum"),
        ),
        (
            "At its thirty-first session on 24 November 2020, the CIPM adopted a budget.",
            ("CIPM", "organised", "CIPM thirty-first session"),
        ),
        (
            "The CIPM appointed Dr Karl Braun as Chair of the CIPM Sub-Committee on Awards.",
            ("Karl Braun", "chairs", "CIPM Sub-Committee on Awards"),
        ),
        (
            "In Riga, with all delegates present, the Baltic Weighing Workshop took place.",
            ("Baltic Weighing Workshop", "heldIn", "Riga"),
        ),
        (
            "On 9 January 2018, IAF workshops on scales took place in Riga.",
            ("IAF workshops of 9 January 2018", "heldIn", "Riga"),
        ),
        (
            "The OIML held the Baltic Weighing Workshop. The workshop was conducted at the IAF's headquarters in Riga.",
            ("Baltic Weighing Workshop", "heldIn", "Riga"),
        ),
        (
            "The assembly re-elected Mr Karl Braun as ILAC chair.",
            ("Karl Braun", "chairs", "ILAC"),
        ),
        (
            "The OIML was represented by Ms Jane Doe.",
            ("Jane Doe", "affiliatedWith", "OIML"),
        ),
        (
            "The OIML held the Baltic Weighing Workshop. This year's workshop, hosted by the IAF, was short.",
            ("IAF", "organised", "Baltic Weighing Workshop"),
        ),
        (
            "Representatives of the OIML Karl Braun and Jane Doe spoke.",
            ("Jane Doe", "affiliatedWith", "OIML"),
        ),
        (
            "The BIPM hosted the Baltic Weighing Workshop in Riga. Experts from ILAC, the IAF and local laboratories "
            "as well as industry all taught.",
            ("IAF", "participatedIn", "Baltic Weighing Workshop"),
        ),
    ],
)
def test_what_is_told_of_a_meeting_is_read(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_a_single_name_with_a_title_may_be_the_first_of_an_earlier_one() -> None:
    told = facts("Dr Wang Li works for the OIML. Dr Wang is Chair of ILAC.")
    assert ("Wang Li", "chairs", "ILAC") in told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "ILAC held the Baltic Weighing Workshop. Different committee meetings were attended by Ms Jane Doe.",
            ("Jane Doe", "participatedIn", "Baltic Weighing Workshop"),
        ),
        (
            "Ms Jane Doe, Director of the OIML, who opened the Baltic Weighing Workshop, was pleased.",
            ("OIML", "participatedIn", "Baltic Weighing Workshop"),
        ),
        (
            "The Baltic Weighing Workshop, held in Riga in 2014, also supported by the OIML, was long.",
            ("OIML", "organised", "Baltic Weighing Workshop"),
        ),
        (
            "IAF workshops on scales are useful in Riga.",
            ("IAF workshops", "heldIn", "Riga"),
        ),
        (
            "Following the resignation of Dr Karl Braun from the CIPM, a vote was held.",
            ("Karl Braun", "affiliatedWith", "CIPM"),
        ),
        (
            "The assembly congratulated the members elected as ILAC Committee Chairs:\n\n- Ms Jane Doe (NATA), Oslo",
            ("NATA", "memberOf", "ILAC Committee"),
        ),
    ],
)
def test_what_is_told_of_another_is_not(text: str, fact: tuple[str, str, str]) -> None:
    assert fact not in facts(text)


def test_the_title_of_a_report_names_its_meeting() -> None:
    report = "# Final Report of Training Course on Baltic Scales\n\nOrganizers:\n\n1. ILAC\n2. OIML\n"
    told = facts(report)
    assert ("OIML", "organised", "Training Course on Baltic Scales") in told


def test_respective_offices_are_read_one_to_one() -> None:
    told = facts(
        "Ms Jane Doe and Mr Karl Braun are the respective Chairs of the Technical Committee for Scales (TCS) and "
        "Technical Committee for Tariffs (TCT) of the OIML."
    )
    assert ("Jane Doe", "chairs", "Technical Committee for Scales") in told
    assert ("Jane Doe", "chairs", "Technical Committee for Tariffs") not in told
