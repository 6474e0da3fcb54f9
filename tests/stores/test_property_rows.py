"""A property graph holds the facts without loss: read back, they are what they were."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qigraph.errors import InputError
from qigraph.stores.property_rows import Node, Relationship, from_rows, nodes, relationships
from tests.stores.strategies import graphs


@given(graphs(), st.randoms())
def test_facts_come_back_as_they_were_in_whatever_order(graph, shuffle: random.Random) -> None:
    facts, entities = graph
    found, joined = list(nodes(facts, entities)), list(relationships(facts))
    shuffle.shuffle(found)
    shuffle.shuffle(joined)
    assert from_rows(found, joined) == (facts, entities)


@given(graphs())
def test_places_on_the_page_or_in_the_table_come_back_as_they_were(graph) -> None:
    facts, entities = graph
    read, _ = from_rows(nodes(facts, entities), relationships(facts))
    assert [fact.to_json() for fact in read] == [fact.to_json() for fact in facts]


@pytest.mark.parametrize(
    "node", [Node("Organisation", {"name": "A"}), Node("Planet", {"id": "a", "name": "A", "aliases": []})]
)
def test_a_node_that_is_no_entity_is_refused(node: Node) -> None:
    with pytest.raises(InputError, match="a node is not an entity of qigraph"):
        from_rows([node], [])


@pytest.mark.parametrize(
    "change",
    [{"type": "LIKES"}, {"subject": "nobody"}, {"properties": {"document": "a.txt"}}],
    ids=["relation", "subject", "evidence"],
)
def test_a_relationship_that_is_no_fact_is_refused(change) -> None:
    node = Node("Organisation", {"id": "a", "name": "A", "aliases": []})
    properties = {"document": "a.txt", "quote": "A", "start": 0, "stop": 1, "rule": "", "derived": False}
    fields = {
        "type": "ESTABLISHED",
        "subject": "a",
        "object": "1977",
        "is_date": True,
        "properties": properties,
    }
    assert from_rows([node], [Relationship(**fields)])[0]
    with pytest.raises(InputError, match="a relationship is not a fact of qigraph"):
        from_rows([node], [Relationship(**fields | change)])
