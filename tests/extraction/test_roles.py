"""Verb frames: who does what to whom, whatever the order of the words."""

import pytest

from qigraph.extraction.sentence.clauses import tokens
from qigraph.extraction.sentence.skeleton import skeleton
from qigraph.extraction.things import Mention, Thing
from tests.extraction.reading import facts

READ = [
    (
        "In 2019 UNIDO, which has its seat in Vienna, formally joined the INetQI.",
        ("UNIDO", "memberOf", "INetQI"),
    ),
    ("UNIDO works hard, visited ISO in 1999 and joined the INetQI.", ("UNIDO", "memberOf", "INetQI")),
    (
        "In 2010, ILAC and IAF, two bodies with a long history, signed a Memorandum of Understanding.",
        ("IAF", "signatoryOf", "Memorandum of Understanding between ILAC and IAF"),
    ),
    ("The text was in 2012 published by ILAC as a member of INetQI.", ("ILAC", "memberOf", "INetQI")),
]


@pytest.mark.parametrize(("sentence", "fact"), READ)
def test_arguments_are_found_across_what_stands_between(sentence, fact):
    assert fact in facts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "ILAC is not a member of INetQI.",
        "ILAC agreed to join INetQI.",
        "Staff of ILAC joined INetQI for lunch.",
    ],
)
def test_what_is_denied_planned_or_said_of_others_is_not_read(sentence):
    assert ("ILAC", "memberOf", "INetQI") not in facts(sentence)


def test_names_behind_namely_have_the_preposition_of_the_noun_that_they_explain():
    text = "It was signed by four bodies, namely A and B."
    things = [Thing("Organisation", name) for name in "AB"]
    mentions = [
        Mention(text.index(t.label + e), text.index(t.label + e) + 1, [t], t.type)
        for t, e in zip(things, (" and", "."), strict=True)
    ]
    groups = [token for token in tokens(skeleton(text, 0, len(text), mentions, [])) if token.kind == "group"]
    assert [(len(group.mentions), group.preposition) for group in groups] == [(2, "by")]
