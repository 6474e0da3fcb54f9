"""What pages of committees say: whose mirror they are, what they are responsible for, what they grew out of."""

import pytest

from tests.extraction.reading import facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("CEN/TC 287 is the mirror committee to ISO/TC 211.", ("CEN/TC 287", "cooperatesWith", "ISO/TC 211")),
        (
            "ISO/TC 211 is the ISO technical committee responsible for standardization of maps.",
            ("ISO/TC 211", "worksOn", "standardisation"),
        ),
        (
            "IEC TC 108 was created by merging IEC TC 92 and IEC TC 74 in 2002.",
            ("IEC TC 108", "successorOf", "IEC TC 74"),
        ),
    ],
)
def test_committees(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


def test_partners_of_what_was_held_need_not_be_partners_of_each_other() -> None:
    found = facts("It was the outcome of a meeting held in collaboration with the European Union and UNIDO.")
    assert "cooperatesWith" not in {relation for _, relation, _ in found}
