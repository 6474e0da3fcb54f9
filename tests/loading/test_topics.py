"""The topics are the fixed list, each with phrases that name it and no other."""

import re
from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.loading.topics import load_topics
from qigraph.schema import TOPICS

HEAD = """@prefix qi: <https://w3id.org/qigraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix topic: <https://w3id.org/qigraph/id/topic/> .
"""


def test_the_topics_are_those_of_the_schema() -> None:
    assert tuple(topic.entity.label for topic in load_topics()) == TOPICS


def test_ids_are_slugs_of_the_labels() -> None:
    for topic in load_topics():
        slug = re.sub(r"[^a-z0-9]+", "-", topic.entity.label.lower())
        assert topic.entity.id == f"topic/{slug}"
        assert topic.entity.type == "Topic"


def test_every_topic_has_names_in_three_languages_and_its_label_first() -> None:
    for topic in load_topics():
        assert topic.names[0] == topic.entity.label
        assert len(topic.entity.aliases) == 2
        assert len(topic.names) >= 15


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("standardization", "topic/standardisation"),
        ("capacity-building", "topic/capacity-building"),
        ("technical assistance", "topic/capacity-building"),
        ("laboratory medicine", "topic/health"),
        ("public health", "topic/health"),
        ("artificial intelligence", "topic/digital-transformation"),
        ("Industry 4.0", "topic/digital-transformation"),
        ("circular economy", "topic/climate-and-environment"),
        ("métrologie légale", "topic/legal-metrology"),
        ("evaluación de la conformidad", "topic/conformity-assessment"),
        ("chemical metrology", "topic/metrology"),
        (
            "co-operation among international organisations",
            "topic/co-ordination-of-international-organisations",
        ),
    ],
)
def test_phrases_of_the_field_lead_to_their_topic(phrase: str, expected: str) -> None:
    assert [topic.entity.id for topic in load_topics() if phrase in topic.names] == [expected]


@pytest.mark.parametrize(
    "word", ["standard", "standards", "risk", "testing", "measurement", "training", "trade"]
)
def test_words_with_other_senses_name_no_topic(word: str) -> None:
    assert [topic.entity.id for topic in load_topics() if word in topic.names] == []


def test_a_phrase_of_two_topics_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "topics.ttl"
    first = 'topic:a a qi:Topic ; skos:prefLabel "a"@en ; skos:altLabel "same phrase"@en .\n'
    path.write_text(
        HEAD + first + first.replace("topic:a", "topic:b").replace('"a"', '"b"'), encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"line 5: 'same phrase' names topic/a too"):
        load_topics(path)


def test_a_topic_without_a_label_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "topics.ttl"
    path.write_text(HEAD + 'topic:a a qi:Topic ; skos:altLabel "a"@en .\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 4"):
        load_topics(path)
