"""Where names of bodies end, what belongs to whom in a list of them, and labels that many things bear."""

import pytest

from qigraph.extraction import extract
from qigraph.reading.text import Text
from tests.extraction.reading import extraction, facts, mentioned, registry


@pytest.mark.parametrize(
    "name",
    [
        "CIPM Sub-Committee on the BIPM Housing and Welfare Fund",
        "CGPM Commission for CIPM Vacancies",
        "ILAC Working Group on IAF Documents",
        "OIML Task Group on the Digital SI",
        "OIML Committee for the Safety of Staff",
    ],
)
def test_a_name_goes_on_behind_its_preposition(name: str) -> None:
    found = facts(f"The {name} was set up in 2014.")
    assert (name, "established", "2014") in found
    assert [fact for fact in found if fact[0] == name and fact[1] == "partOf"]


def test_a_name_goes_on_with_what_the_document_abbreviates() -> None:
    text = "The OIML Working Group on Core Scale Terms (CST) was set up in 2014. The CST list is long."
    assert ("OIML Working Group on Core Scale Terms", "established", "2014") in facts(text)


def test_two_groups_stay_two() -> None:
    names = [
        name for name, _ in mentioned("The ILAC Working Group on Data and the IAF Task Group on Scales met.")
    ]
    assert "ILAC Working Group on Data" in names


@pytest.mark.parametrize(
    "text",
    [
        "The OIML Committee for the Safety of Staff was set up in 2014.",
        "The CIPM Sub-Committee on the health and safety was set up in 2014.",
        "The ILAC Working Group on the BIPM was set up in 2014.",
    ],
)
def test_no_name_ends_in_a_preposition_or_an_article(text: str) -> None:
    last = {name.rsplit(" ", 1)[-1].lower() for name, _ in mentioned(text)}
    assert not last & {"on", "for", "of", "the", "and"}


LIST = """The CIPM named the members of its sub-committees:

* CIPM Sub-Committee on Strategy: J. Roe (Chair), CIPM bureau, A. Lake.
* CIPM Sub-Committee on Awards: M. Poe (Chair), A. Lake.
"""


def test_whose_a_committee_is_is_no_part_of_it() -> None:
    parts = [fact for fact in facts(LIST) if fact[1] == "partOf"]
    assert (
        "CIPM Sub-Committee on Strategy",
        "partOf",
        "CIPM",
    ) in parts
    assert not [fact for fact in parts if fact[0] == "CIPM"]


def identifiers(characters: str, document: str) -> set[str]:
    """Of all that one document speaks of."""
    found = extract(Text(document, characters, "text/markdown"), registry()).facts
    return {end.id for fact in found for end in (fact.subject, fact.object) if not isinstance(end, str)}


@pytest.mark.parametrize(
    "text", ["Resolution 4 was adopted by the CIPM in 2003.", "CIPM meeting 19 to 21 June 2013."]
)
def test_what_many_documents_call_alike_is_known_in_its_own(text: str) -> None:
    both = identifiers(text, "a.md") & identifiers(text, "b.md")
    assert extraction(text).facts
    assert both <= {"cipm"}


def test_a_title_tells_which_resolution_it_is() -> None:
    text = 'The OIML adopted Resolution 4 "On the status of scales" in 2003.'
    both = identifiers(text, "a.md") & identifiers(text, "b.md")
    assert "instrument/resolution-4-on-the-status-of-scales" in both
