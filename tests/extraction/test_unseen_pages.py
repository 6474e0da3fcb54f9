"""What pages of the field say beside their facts, and what must not be made of it."""

from functools import cache

import pytest

from qigraph.extraction import extract
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text


@cache
def registry() -> Registry:
    return load_registry()


def read(text: str) -> set[tuple[str, str, str]]:
    """Facts as (subject, relation, object), each end by its shortest name."""
    found = set()
    for fact in extract(Text("page.txt", text, "text/plain"), registry()).facts:
        ends = [
            end if isinstance(end, str) else min([end.label, *end.aliases], key=lambda n: (len(n), n))
            for end in (fact.subject, fact.object)
        ]
        found.add((ends[0], fact.relation, ends[1]))
    return found


ABOUT = "The OIML\n\nThe OIML is a treaty organisation. The OIML has its seat in Paris. The OIML issues guides.\n\n"

NOT_IMPLIED = [
    ("This valuable collaboration brings knowledge of blood tests to the JCTLM.", "cooperatesWith"),
    (
        "During the visit officials of both countries inked an agreement, the NWZ news agency reported.",
        "signatoryOf",
    ),
    ("She added that the idea came from President Jane Moore.", "chairs"),
    ("A guide on uncertainty, ILAC G17:01/2021, has been published.", "issued"),
]


@pytest.mark.parametrize(("sentence", "relation"), NOT_IMPLIED)
def test_subject_is_not_implied(sentence: str, relation: str) -> None:
    assert not [fact for fact in read(ABOUT + sentence) if fact[1] == relation]


def test_things_far_apart_are_not_joined() -> None:
    text = (
        "The BIPM and the WTO work to ensure that all those concerned hear of the value of a sound infrastructure, "
        "for which observer status was granted to others in the TBT Committee."
    )
    assert not [fact for fact in read(text) if fact[1] == "observerAt"]
