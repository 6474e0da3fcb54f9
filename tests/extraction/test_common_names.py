"""What is no organisation: acronyms of common words, forums that are held; and titles that go on to their purpose."""

import pytest

from tests.extraction.reading import facts, mentioned


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("They build metrology, standards, testing and quality (MSTQ) systems. The MSTQ is new.", "MSTQ"),
        ("Good weighing practice (GWP) matters. The GWP is new.", "GWP"),
    ],
)
def test_an_acronym_of_common_words_is_nobody(text: str, short: str) -> None:
    assert short not in {surface for surface, _ in mentioned(text)}


def test_an_acronym_of_an_institute_in_small_letters_is_somebody() -> None:
    assert ("LWI", "Organisation") in mentioned("The lakes weighing institute (LWI) wrote. The LWI is new.")


def test_co_operation_in_small_letters_is_a_topic() -> None:
    text = "International regulatory co-operation (IRC) is needed. IRC helps."
    assert "Organisation" not in {kind for _, kind in mentioned(text)}


def test_a_forum_that_is_held_is_a_meeting() -> None:
    found = facts("PTB hosted a forum on legal metrology in Dakar, Senegal, on 3 May 2018.")
    assert {relation for _, relation, _ in found} >= {"organised", "heldIn", "heldOn"}


def test_a_standing_forum_is_no_meeting() -> None:
    found = facts("ILAC is a forum for laboratories. PTB offers a forum for metrology.")
    assert not {relation for _, relation, _ in found} & {"organised", "participatedIn", "heldOn"}


def test_a_title_goes_on_to_its_purpose() -> None:
    found = facts("In July 2022 the OECD adopted the Recommendation on Scales to Tackle Global Challenges.")
    assert ("OECD", "issued", "Recommendation on Scales to Tackle Global Challenges") in found
