"""Topics are mapped to concepts that a source confirms, each told with its label."""

import re

import pytest
from rdflib import SKOS, Graph

from qigraph.resources import resource

MATCHES = [SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch]
CALLED = {
    "EuroVoc": r"http://eurovoc\.europa\.eu/(\d+|c_[0-9a-f]{8})",
    "UNBIS": r"http://metadata\.un\.org/thesaurus/(\d{6,7})",
}


@pytest.fixture(scope="module")
def topics() -> Graph:
    return Graph().parse(resource("ontology/topics.ttl"))


def mappings(topics: Graph) -> set[tuple[str, str, str, str]]:
    """Topic, kind of match, thesaurus and identifier there."""
    found = set()
    for match in MATCHES:
        for topic, concept in topics.subject_objects(match):
            ((scheme, code),) = (
                (scheme, told[1])
                for scheme, form in CALLED.items()
                if (told := re.fullmatch(form, str(concept)))
            )
            kind = str(match).rpartition("#")[2].removesuffix("Match")
            found.add((str(topic).rpartition("/")[2], kind, scheme, code))
    return found


def test_the_sources_tell_of_every_mapping_and_of_no_other(topics: Graph) -> None:
    text = resource("ontology/SOURCES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| ((?:exact|close|broad|narrow|related) .+) \|$", text, re.MULTILINE)
    told = {
        (topic, *re.fullmatch(r"(\w+) (\w+) (\w+) \(\S.*\)", cell).groups())  # type: ignore[union-attr]
        for topic, cells in rows
        for cell in cells.split(" · ")
    }
    assert told == mappings(topics)
    assert len(told) > 40


def test_no_two_topics_are_the_same_concept_elsewhere(topics: Graph) -> None:
    exact = [concept for _, concept in topics.subject_objects(SKOS.exactMatch)]
    assert len(exact) == len(set(exact))
    assert {str(concept).split("/")[2] for concept in exact} == {"eurovoc.europa.eu", "metadata.un.org"}


def test_a_concept_is_matched_in_one_way(topics: Graph) -> None:
    pairs = [(topic, scheme, code) for topic, _, scheme, code in mappings(topics)]
    assert len(pairs) == len(set(pairs))
