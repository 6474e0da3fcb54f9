"""Who paid for what."""

import pytest

from tests.extraction.reading import Triple, facts


def sponsored(text: str) -> set[Triple]:
    return {fact for fact in facts(text) if fact[1] == "sponsored"}


@pytest.mark.parametrize(
    ("text", "payer", "paid"),
    [
        ("The Scales Course was held in Lima with a grant from PTB.", "PTB", "Scales Course"),
        ("The Scales Course was made possible by the generous support of NIST.", "NIST", "Scales Course"),
        ("The Fair Lakes Programme had EUR 2.3 million in funding from the OIML.", "OIML", "Fair Lakes Programme"),
        ("UNIDO, with the financial assistance of PTB, organised the Scales Course.", "PTB", "Scales Course"),
        ("With funding from the ADB, UNIDO launched the Fair Lakes Programme.", "ADB", "Fair Lakes Programme"),
        ("The Scales Course took place in Lima. Travel grants came from PTB.", "PTB", "Scales Course"),
        ("The Scales Course took place in Lima. PTB bore the costs.", "PTB", "Scales Course"),
        ("The costs of the Scales Course were borne by NIST.", "NIST", "Scales Course"),
        ("NIST covered the travel expenses of those who attended the Scales Course.", "NIST", "Scales Course"),
        ("PTB contributed EUR 1.5 million to the Fair Lakes Programme.", "PTB", "Fair Lakes Programme"),
        ("Thanks go to NIST, whose contribution made the Scales Course possible.", "NIST", "Scales Course"),
        ("The Scales Course was followed by a talk, at the expense of NIST.", "NIST", "Scales Course"),
        ("Sponsors of the Nordic Metrology School included NIST.", "NIST", "Nordic Metrology School"),
        ("Funding for the Fair Lakes Programme comes from PTB.", "PTB", "Fair Lakes Programme"),
    ],
)  # fmt: skip
def test_money_is_told_in_many_ways(text: str, payer: str, paid: str) -> None:
    assert (payer, "sponsored", paid) in sponsored(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Scales Course was held in Lima without financial support from PTB.",
        "The Scales Course will be held with a grant from PTB.",
        "PTB is technically supported by UNIDO, and the Scales Course by nobody.",
        "At the Scales Course UNIDO piloted a toolkit, which was developed with funding from PTB.",
        "The Scales Course was supported by 20 experts of PTB.",
        "The Scales Course was held with the support of local interpreters and of PTB's website.",
        "PTB was asked whether it could bear the costs of the Scales Course.",
        "The Scales Course and the Weights Course took place in Lima. PTB bore the costs of the catering.",
    ],
)
def test_what_was_paid_for_is_not_guessed(text: str) -> None:
    assert sponsored(text) == set()


def test_each_line_with_a_label_stands_by_itself() -> None:
    sheet = (
        "## Fair Lakes Programme (FLP)\n\n**Donor:** PTB\n**Implemented by:** UNIDO\n"
        "**Duration:** May 2020 – July 2024\n**Contribution to the SDGs:** 8 and 9\n\nIt supports metrology.\n"
    )
    found = facts(sheet)
    assert {f for f in found if f[1] == "sponsored"} == {("PTB", "sponsored", "Fair Lakes Programme")}
    assert ("Fair Lakes Programme", "established", "2020-05") in found
    assert {f[2] for f in found if f[1] == "addressesGoal"} == {"SDG 8", "SDG 9"}
