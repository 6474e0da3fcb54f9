"""Short names that a document introduces, whatever the order, and brackets that introduce none."""

import pytest

from qigraph.extraction.names.definitions import definitions

LSO = "Lakes Standards Office"


def read(text: str) -> list[tuple[str, str]]:
    return [(found.short, found.long) for found in definitions(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"The {LSO} (LSO) joined.",
        f"It was the {LSO} (hereinafter LSO) that joined.",
        f"It was the {LSO} (hereinafter referred to as LSO) that joined.",
        f'The {LSO} ("LSO") joined.',
        f'The {LSO} (hereafter "LSO") joined.',
        f"The {LSO} (hereafter called the LSO) joined.",
        f'The {LSO} (hereinafter referred to as "the LSO") joined.',
        f"The {LSO} (the 'LSO') joined.",
        f"The {LSO} (or LSO for short) joined.",
        f"The {LSO}, or LSO for short, joined.",
        f"The {LSO}, LSO for short, joined.",
        f"The {LSO}, or LSO, joined.",
        f"The {LSO} or LSO was opened.",
        f"The {LSO}, abbreviated as LSO, joined.",
        f"The {LSO} (LSO, founded in 2010) joined.",
        f"LSO ({LSO}) joined.",
        f"LSO - {LSO}",
        f"LSO: {LSO}",
        f"{LSO} \u2013 LSO",
        f"In Doha the {LSO} (LSO) and the BIPM met.",
        f"The BIPM and the {LSO} (LSO) met.",
    ],
)
def test_a_short_name_stands_for_its_long_form(text: str) -> None:
    assert ("LSO", LSO) in read(text)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Working Party on Scales (WP.9)", "WP.9", "Working Party on Scales"),
        ("l'Organisation internationale de métrologie légale (OIML)", "OIML",
         "Organisation internationale de métrologie légale"),
        ("Institute for Reference Materials and Measurements (IRMM)", "IRMM",
         "Institute for Reference Materials and Measurements"),
        ("the International Network on Quality Infrastructure (INetQI)", "INetQI",
         "International Network on Quality Infrastructure"),
        ("the Gulf Association for Metrology (GULFMET)", "GULFMET", "Gulf Association for Metrology"),
        ("Ministry of Trade and Industry (MTI)", "MTI", "Ministry of Trade and Industry"),
    ],
)  # fmt: skip
def test_names_of_many_makes(text: str, short: str, long: str) -> None:
    assert read(f"We met {text} today.") == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting (see above) was long.",
        "The organisation (Geneva) met.",
        "In chapter one (II) it says so.",
        "The standard (2018) is old.",
        "The agreement (A4 paper) was signed.",
        "many people (and ILAC too) came",
        "the vote (PASSED) was close",
    ],
)
def test_other_brackets_introduce_nothing(text: str) -> None:
    assert read(text) == []


def test_several_in_one_sentence() -> None:
    text = "The Lakes Standards Office (LSO) and the Coastal Metrology Institute (CMI) met in Riga."
    assert [short for short, _ in read(text)] == ["LSO", "CMI"]
