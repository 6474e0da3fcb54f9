"""Sentences end at full stops that end a sentence, and at no others."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.extraction.layout.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. A. Nowak chairs it.",
        "It met, e.g. Geneva was mentioned, in 2018.",
        "See Art. 5 and No. 7 of the Rec. Geneva.",
        "J. Smith and M. Dupont signed.",
        "The U.N. Secretariat replied.",
        "The fee rose by 3.5 Swiss francs.",
        "Working Party 6 (see vol. 2. It is long) met.",
        "The UNECE WP.6 Secretariat wrote to the BIPM.",
        "no capital, no stop. and so on",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It met. Was it new? Yes! Indeed.", ["It met.", "Was it new?", "Yes!", "Indeed."]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("It met.12 Then it rose.", ["It met.12", "Then it rose."]),
        ("ILAC joined. Été comme hiver.", ["ILAC joined.", "Été comme hiver."]),
        ("It met in 2018. 20 members came.", ["It met in 2018.", "20 members came."]),
    ],
)
def test_sentences_are_cut_apart(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize("number", ["1.2 ", "3.2.1. ", "(a) ", "4. ", "Article 5 - 5.1 "])
def test_the_number_of_a_clause_is_no_part_of_its_sentence(number: str) -> None:
    assert cut(f"{number}The network met.") == ["The network met."]


@given(st.text(alphabet="aA. ?!()12\"'é", max_size=200))
def test_sentences_are_in_order_and_do_not_overlap(text: str) -> None:
    bounds = sentences(text)
    assert all(0 <= start < stop <= len(text) for start, stop in bounds)
    assert all(one[1] <= other[0] for one, other in pairwise(bounds))
