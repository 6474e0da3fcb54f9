"""The graph in the form that networkx users know."""

from collections.abc import Iterable

import networkx as nx

from qigraph.facts import Entity, Fact

__all__ = ["to_networkx"]


def to_networkx(entities: Iterable[Entity], facts: Iterable[Fact]) -> "nx.MultiDiGraph[str]":
    """A node an entity, an edge a fact, parallel edges kept.

    Parameters
    ----------
    entities : iterable of Entity
    facts : iterable of Fact

    Returns
    -------
    networkx.MultiDiGraph
        Nodes have ``label``, ``type``, ``aliases`` and, named after the relation, the dates stated of them.
        Edges have ``relation``, ``since``, ``until``, ``role``, ``derived``, ``documents`` and ``quotes``.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in entities:
        graph.add_node(entity.id, label=entity.label, type=entity.type, aliases=list(entity.aliases))
    for fact in facts:
        if isinstance(fact.object, str):
            dates = graph.nodes[fact.subject.id].setdefault(fact.relation, [])
            if fact.object not in dates:
                dates.append(fact.object)
            continue
        graph.add_edge(
            fact.subject.id,
            fact.object.id,
            relation=fact.relation,
            since=fact.interval.since,
            until=fact.interval.until,
            role=fact.role,
            derived=fact.derived,
            documents=list(fact.documents),
            quotes=[evidence.quote for evidence in fact.evidence],
        )
    return graph
