"""Who signs an agreement: persons with their offices, and the parties that its name names."""

import pytest

from tests.extraction.reading import facts


def _signed(text: str) -> set[str]:
    return {subject for subject, relation, _ in facts(text) if relation == "signatoryOf"}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("The MoU was signed by Ms Jane Doe, President of ILAC, and Mr John Roe, Chair of the IAF.",
         {"Jane Doe", "John Roe", "ILAC", "IAF"}),
        ("The MoU was signed on 3 May 2011 by the ILAC Chair, Ms Jane Doe, and the IAF Chair, Mr John Roe.",
         {"Jane Doe", "John Roe", "ILAC", "IAF"}),
        ("Mr John Roe, Chair of the IAF, signed the Arusha Agreement.", {"John Roe", "IAF"}),
        ("Work goes on under the ILAC-IAF MoU.", {"ILAC", "IAF"}),
        ("Work goes on under the ISO/UNIDO agreement.", {"ISO", "UNIDO"}),
    ],
)  # fmt: skip
def test_who_signs_is_read(text: str, signed: set[str]) -> None:
    assert _signed(text) == signed


@pytest.mark.parametrize(
    "text",
    [
        "Ms Jane Doe will sign the Arusha Agreement.",
        "Ms Jane Doe did not sign the Arusha Agreement.",
        "Ms Jane Doe spoke about the Arusha Agreement, signed in 1990.",
        "The Arusha Agreement entered into force on 3 May 2011.",
    ],
)
def test_who_does_not_sign_is_not(text: str) -> None:
    assert _signed(text) == set()


def test_coming_into_force_is_no_signature() -> None:
    read = facts("The Arusha Agreement entered into force on 3 May 2011.")
    assert not [fact for fact in read if fact[1] == "signedOn"]


def test_an_agreement_is_one_whatever_the_order_of_its_parties() -> None:
    text = "The IAF and ILAC signed a MoU on 3 May 2011.\n\nThe ILAC-IAF MoU helps.\n\nSo does the IAF-ILAC MoU.\n"
    assert len({target for _, relation, target in facts(text) if relation == "signatoryOf"}) == 1


def test_agreements_of_others_are_others() -> None:
    text = (
        "The ILAC-IAF Memorandum of Understanding helps. So does the ISO-UNIDO Memorandum of Understanding."
    )
    assert len({target for _, relation, target in facts(text) if relation == "signatoryOf"}) == 2


def test_the_latest_version_is_the_agreement() -> None:
    text = (
        "ILAC and the IAF signed a MoU on 3 May 2001. The latest version, signed on 4 June 2011, is longer."
    )
    assert {target for _, relation, target in facts(text) if relation == "signedOn"} == {
        "2001-05-03",
        "2011-06-04",
    }
