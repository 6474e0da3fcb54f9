"""Projects and programmes: how they are named, spoken of again, and told from the projects of somebody."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The Scales for Trade project ended.", "Scales for Trade project"),
        ("They run the EU-Kenya Fair Weights project.", "EU-Kenya Fair Weights project"),
        ("The EU-funded Blue Lakes Testing programme ended.", "Blue Lakes Testing programme"),
        ("Trade Weighing Assistance (TWA) Programme", "Trade Weighing Assistance (TWA) Programme"),
    ],
)
def test_names_in_part_with_small_letters(text: str, surface: str) -> None:
    assert (surface, "Programme") in mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "A World Bank project ended.",
        "The UNIDO project ended.",
        "An IPA Twinning project ended.",
        "The European Commission initiative ended.",
        "The Scales for Trade project team wrote.",
    ],
)
def test_projects_of_somebody_have_no_name(text: str) -> None:
    assert "Programme" not in {kind for _, kind in mentioned(text)}


def test_a_project_is_spoken_of_again_by_another_noun() -> None:
    text = (
        "UNIDO runs the Lakes Quality Programme. "
        "The specific objective of the project is to strengthen accreditation."
    )
    assert ("Lakes Quality Programme", "worksOn", "accreditation") in facts(text)


def test_two_projects_leave_it_open_which_is_meant() -> None:
    text = (
        "UNIDO runs the Lakes Quality Programme and the Hills Quality Programme. "
        "The specific objective of the project is to strengthen metrology."
    )
    assert not [fact for fact in facts(text) if fact[1:] == ("worksOn", "metrology")]


def test_titles_of_one_list_are_of_one_kind() -> None:
    text = 'PTB published the studies "Scales of the Lakes", "Weights at Sea" and "On Good Measure".'
    assert {what for _, relation, what in facts(text) if relation == "issued"} == {
        "Scales of the Lakes",
        "Weights at Sea",
        "On Good Measure",
    }


def test_a_body_keeps_its_name_over_commas() -> None:
    assert ("UNIDO Department of Scales, Weights and Trade", "Body") in mentioned(
        "The UNIDO Department of Scales, Weights and Trade wrote."
    )


def test_two_policies_are_two() -> None:
    text = "ILAC met. The Lakes Trade Policy and the Lakes Weighing Policy, both adopted by ILAC, are new."
    assert {what for _, relation, what in facts(text) if relation == "issued"} == {
        "Lakes Trade Policy",
        "Lakes Weighing Policy",
    }


def test_titles_of_one_list_have_one_owner() -> None:
    text = 'It builds on earlier UNIDO publications including "Scales of the Lakes", and "Weights at Sea".'
    assert {fact for fact in facts(text) if fact[1] == "issued"} == {
        ("UNIDO", "issued", "Scales of the Lakes"),
        ("UNIDO", "issued", "Weights at Sea"),
    }
