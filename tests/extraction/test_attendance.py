"""Who was there, of the meeting that was spoken of last."""

import pytest

from tests.extraction.reading import facts

_WORKSHOP = "The BIPM hosted the Baltic Weighing Workshop in Riga. "


def _there(text: str) -> set[str]:
    return {subject for subject, relation, _ in facts(_WORKSHOP + text) if relation == "participatedIn"}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Speakers from ILAC, the IAF and the OIML shared their views.", {"ILAC", "IAF", "OIML"}),
        ("In attendance were partners including ILAC and the IAF.", {"ILAC", "IAF"}),
        ("Representatives of ILAC and the IAF were also present.", {"ILAC", "IAF"}),
        ("Ms Jane Doe, head of metrology, gave a short presentation on scales.", {"Jane Doe"}),
        ("ILAC also gave a presentation on scales.", {"ILAC"}),
        ("It was opened by Ms Jane Doe.", {"Jane Doe"}),
    ],
)
def test_who_was_there_is_read(text: str, there: set[str]) -> None:
    assert _there(text) == there


@pytest.mark.parametrize(
    "text",
    [
        "Speakers from ILAC may share their views.",
        "No representatives of ILAC were present.",
        "ILAC publishes presentations on scales.",
        "Experts from ILAC wrote the guide.",
    ],
)
def test_who_was_not_there_is_not(text: str) -> None:
    assert _there(text) == set()


def test_speakers_who_convened_took_part() -> None:
    text = (
        "A workshop was held in Riga on 3 May 2019. "
        "High-level speakers from ILAC and PTB convened to share insights."
    )
    assert {who for who, relation, _ in facts(text) if relation == "participatedIn"} == {"ILAC", "PTB"}
