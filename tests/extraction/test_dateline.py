"""When a piece of news was written is not when it happened, but tells the year and what "yesterday" was."""

import pytest

from tests.extraction.reading import dated, facts


def test_the_date_of_a_dateline_dates_no_meeting() -> None:
    text = "# News\n\nRIGA, 30 June 2011 \u2013 UNIDO hosted the annual meeting of the IAF.\n"
    assert not [fact for fact in facts(text) if fact[1] == "heldOn"]


def test_a_date_without_year_falls_in_the_year_of_the_dateline() -> None:
    text = "# News\n\nRIGA, 30 June 2011 \u2013 UNIDO hosted a workshop on 20 June.\n"
    assert "2011-06-20" in {target for _, relation, target in facts(text) if relation == "heldOn"}


def test_yesterday_is_the_day_before() -> None:
    text = "Riga, 4 May 2011 \u2013 ILAC and the IAF yesterday signed a Memorandum of Understanding on metrology."
    assert "2011-05-03" in {target for _, relation, target in facts(text) if relation == "signedOn"}


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic Weighing Workshop took place in Riga on 3 May 2011 - ILAC was there.",
        "On 3 May 2011 ILAC hosted the Baltic Weighing Workshop.",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(text: str) -> None:
    assert "2011-05-03" in {target for _, relation, target in facts(text) if relation == "heldOn"}


def test_a_headline_is_read_between_its_verbs() -> None:
    assert ("IAF", "signatoryOf") in {
        (subject, relation)
        for subject, relation, _ in facts("# IAF and ILAC Renew Joint MoU\n\nBoth are glad.\n")
    }


def test_each_agreement_goes_by_its_parties_in_any_order() -> None:
    text = "The IAF and ILAC signed a MoU on 3 May 2011."
    assert {since for _, relation, _, since, _ in dated(text) if relation == "signatoryOf"} == {"2011-05-03"}
    assert {subject for subject, relation, _ in facts(text) if relation == "signedOn"} == {
        "MoU between IAF and ILAC"
    }


def test_a_date_without_year_falls_in_the_year_spoken_of_last() -> None:
    text = (
        "The Baltic Weighing Workshop took place in 2011. ILAC was founded in 1977, the IAF in 1993.\n\n"
        "ILAC met for its plenary in Oslo on 3 May 2014.\n\nThe Nordic Weighing Workshop took place on 20 June.\n"
    )
    held = {(subject, target) for subject, relation, target in facts(text) if relation == "heldOn"}
    assert ("Nordic Weighing Workshop", "2014-06-20") in held


def test_the_day_of_a_year_is_an_event() -> None:
    text = "World Weighing Day 2011 was observed on 20 May 2011. The first World Weighing Day was on 20 May 2005."
    held = {(subject, target) for subject, relation, target in facts(text) if relation == "heldOn"}
    assert {("World Weighing Day 2011", "2011-05-20"), ("first World Weighing Day", "2005-05-20")} <= held
