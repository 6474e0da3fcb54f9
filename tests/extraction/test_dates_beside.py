"""Dates beside a fact: over it, in front of its line, of the event around it, of a term; events with two names."""

import pytest

from tests.extraction.reading import dated, facts


@pytest.mark.parametrize(
    ("text", "relation", "day"),
    [
        (
            "- 11 May 2018 \u2013 KEBS and UNBS sign the KEBS-UNBS MoU\n- 12 May 2018 \u2013 Rest\n",
            "signatoryOf",
            "2018-05-11",
        ),
        ("## March 2015\n\nThe CIML elected Dr Karl Braun as its President.\n", "chairs", "2015-03"),
        (
            "The 9th ILAC General Assembly was held in Riga on 3 May 2011. The IAF Executive Committee meeting "
            "was held within the framework of the 9th ILAC General Assembly.",
            "organised",
            "2011-05-03",
        ),
        ("Ana Silva has been director of KEBS since 2012.", "affiliatedWith", "2012"),
        ("KEBS was made a full member of ILAC with effect from 11 September 2020.", "memberOf", "2020-09-11"),
        (
            "The CIML elected Karl Braun as President of the CIML for another term starting in 2023.",
            "chairs",
            "2023",
        ),
        (
            "UNIDO sent Ms Ana Silva to the 2014 ISO/CASCO plenary.",
            "participatedIn",
            "2014",
        ),
    ],
)
def test_a_fact_takes_the_date_beside_it(text: str, relation: str, day: str) -> None:
    assert day in {since for _, found, _, since, _ in dated(text) if found == relation}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The EA General Assembly is still set for 9-10 March 2031.",
            ("EA General Assembly", "heldOn", "2031-03-09"),
        ),
        (
            "The COOMET webinar, headed by COOMET President Ana Silva, was held on 13 July 2020.",
            ("COOMET webinar", "heldOn", "2020-07-13"),
        ),
    ],
)
def test_when_it_is_told_to_be_held(text: str, fact: tuple[str, str, str]) -> None:
    assert fact[1:] in {(r, o) for _, r, o in facts(text)}


def test_the_meeting_of_an_assembly_is_the_assembly() -> None:
    text = (
        "The 25th Meeting of the EA General Assembly was held in Riga on 3 May 2010. KEBS attended the 25th General "
        "Assembly of EA."
    )
    assert len({o for _, r, o in facts(text) if r in ("organised", "participatedIn")}) == 1


def test_an_event_of_a_headline_is_told_again_below() -> None:
    text = (
        "# ILAC Holds Oslo Workshop on Fair Scales\n\n"
        "ILAC held a workshop on scales on 3 May 2011. KEBS attended the workshop.\n"
    )
    held = {s for s, r, _ in facts(text) if r == "heldOn"}
    assert len({o for _, r, o in facts(text) if r in ("organised", "participatedIn")} | held) == 1
