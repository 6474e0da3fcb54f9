"""Organs without an owner in their names, on the page of an organisation and elsewhere."""

import pytest

from tests.extraction.reading import facts

PAGE = "# About GULFMET\n\nGULFMET is a metrology organisation. GULFMET has its seat in Riyadh. "


@pytest.mark.parametrize(
    ("sentence", "organ"),
    [
        ("The Executive Committee meets twice a year.", "Executive Committee"),
        ("The Central Secretariat in Riyadh keeps the files.", "Central Secretariat"),
        ("GULFMET is led by a chair and the Technical Management Board.", "Technical Management Board"),
    ],
)
def test_an_organ_is_part_of_what_the_page_is_about(sentence: str, organ: str) -> None:
    assert (organ, "partOf", "GULFMET") in facts(PAGE + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "ILAC and the Executive Committee met.",
        "A Steering Committee is usual elsewhere.",
        "The Executive Committee of the Lakes Union met.",
        "Each Advisory Board has ten seats.",
        "The Committee on Scales met.",
    ],
)
def test_an_organ_beside_somebody_else_is_nobodys(sentence: str) -> None:
    assert not [fact for fact in facts(PAGE + sentence) if fact[1:] == ("partOf", "GULFMET")]
