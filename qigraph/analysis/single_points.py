"""What falls apart if one leaves: organisations, networks and bodies that alone hold others together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from qigraph.analysis.incidence import SEATS, fact_order, standing
from qigraph.facts import Entity, Fact
from qigraph.names import short_name

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["SinglePoint", "channel_network", "single_points"]

_POINTS = ("Organisation", "Network", "Body")
_JOINS = (*SEATS, "partOf", "signatoryOf", "cooperatesWith", "twinnedWith")


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """One whose removal leaves organisations without any path of channels to others.

    Parameters
    ----------
    entity : Entity
        An organisation, network or body.
    parts : tuple of tuple of Entity
        The organisations of each part that is left, the largest part first.
    facts : tuple of Fact
        By which the entity joins the parts.
    """

    kind: ClassVar[str] = "single-point"

    entity: Entity
    parts: tuple[tuple[Entity, ...], ...]
    facts: tuple[Fact, ...]

    @property
    def cut_off(self) -> int:
        """Number of organisations outside the largest part that is left."""
        return sum(len(part) for part in self.parts[1:])

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The one entity."""
        return (self.entity,)

    @property
    def because(self) -> str:
        """The gap in words."""
        lost = [short_name(entity) for part in self.parts[1:] for entity in part]
        named = ", ".join(lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
        return f"without it {named} would lose every path of channels to the others"

    def figures(self) -> dict[str, Any]:
        """The numbers."""
        return {
            "cut_off": self.cut_off,
            "parts": [[entity.id for entity in part] for part in self.parts],
        }


def single_points(facts: Iterable[Fact], as_of: str | None = None) -> list[SinglePoint]:
    """Articulation points of the channel network.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        Only facts that may hold on this date.

    Returns
    -------
    list of SinglePoint
        Those that cut off most organisations first.

    Raises
    ------
    InputError
        If the date is none.

    References
    ----------
    Hopcroft & Tarjan (1973), Efficient algorithms for graph manipulation, Commun. ACM 16:372 (in networkx).

    Examples
    --------
    >>> from qigraph.facts import Evidence
    >>> a, b, c = (Entity(name, name.upper(), "Organisation") for name in "abc")
    >>> quote = (Evidence("a.txt", 0, 3, "A B"),)
    >>> facts = [Fact(a, "cooperatesWith", b, evidence=quote), Fact(b, "cooperatesWith", c, evidence=quote)]
    >>> [(point.entity.label, point.cut_off) for point in single_points(facts)]
    [('B', 1)]
    """
    import networkx as nx

    network = channel_network(facts, as_of)
    points = []
    for component in sorted(nx.connected_components(network), key=min):
        whole = network.subgraph(component)
        for name in sorted(nx.articulation_points(whole)):
            entity = whole.nodes[name]["entity"]
            if entity.type not in _POINTS:
                continue
            rest = nx.connected_components(whole.subgraph(component - {name}))
            parts = [_organisations(whole, part) for part in rest]
            parts = sorted((part for part in parts if part), key=lambda part: (-len(part), part[0].id))
            if len(parts) > 1:
                joining = {fact for other in whole[name] for fact in whole.edges[name, other]["facts"]}
                points.append(SinglePoint(entity, tuple(parts), tuple(sorted(joining, key=fact_order))))
    return sorted(points, key=lambda point: (-point.cut_off, point.entity.id))


def channel_network(facts: Iterable[Fact], as_of: str | None = None) -> "nx.Graph[str]":
    """Organisations, networks, bodies and agreements, joined by seats, signatures, co-operation and partOf.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        Only facts that may hold on this date.

    Returns
    -------
    networkx.Graph
        Nodes have ``entity``, edges ``facts``.
    """
    import networkx as nx

    network: nx.Graph[str] = nx.Graph()
    admitted = (*_POINTS, "Agreement")
    for fact in sorted(standing(facts, as_of), key=fact_order):
        one, other = fact.subject, fact.object
        if fact.relation not in _JOINS or not isinstance(other, Entity) or one.id == other.id:
            continue
        if one.type in admitted and other.type in admitted:
            network.add_node(one.id, entity=one)
            network.add_node(other.id, entity=other)
            known = network.get_edge_data(one.id, other.id, default={"facts": ()})["facts"]
            network.add_edge(one.id, other.id, facts=(*known, fact))
    return network


def _organisations(network: "nx.Graph[str]", names: set[str]) -> tuple[Entity, ...]:
    entities = [network.nodes[name]["entity"] for name in sorted(names)]
    return tuple(entity for entity in entities if entity.type == "Organisation")
