"""Who holds what: one layer as a sparse matrix of organisations by items, with the facts behind each cell.

Two decisions hold everywhere in this room. Only *stated* facts count: what was derived from them would
count the same sentence twice. And the actors are organisations: a network or body overlaps with its own
members by construction, so it is an actor only where a caller asks for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from qigraph.analysis.matrix import Matrix
from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact
from qigraph.graph.selection import select

__all__ = [
    "COMPARED",
    "LAYERS",
    "SEATS",
    "Incidence",
    "Layer",
    "fact_order",
    "fullness",
    "incidence",
    "layers_named",
    "standing",
]

COMPARED = ("Organisation",)
"""Types of the entities that are compared, unless a caller says otherwise."""

SEATS = ("memberOf", "observerAt", "chairs", "secretariatOf", "focalPointOf")
"""Relations by which an organisation holds a seat."""

_THINGS = ("Instrument", "Publication", "System", "Programme")


@dataclass(frozen=True, slots=True)
class Layer:
    """One way in which two organisations can hold the same thing.

    Parameters
    ----------
    name : str
        How people call it.
    relations : tuple of str
        Relations that join an organisation to an item.
    items : tuple of str
        Types of the items.
    """

    name: str
    relations: tuple[str, ...]
    items: tuple[str, ...]


LAYERS = {
    layer.name: layer
    for layer in (
        Layer("topics", ("worksOn",), ("Topic",)),
        Layer("goals", ("addressesGoal",), ("Goal",)),
        Layer("instruments", ("issued", "contributedTo", "maintains"), _THINGS),
        Layer("networks", ("memberOf",), ("Network", "Organisation")),
        Layer("bodies", SEATS, ("Body",)),
        Layer("agreements", ("signatoryOf",), ("Agreement",)),
        Layer("events", ("organised", "sponsored", "participatedIn"), ("Event", "Programme")),
    )
}
"""The layers by name, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """Organisations by items.

    Parameters
    ----------
    layer : Layer
        What was counted.
    actors, items : tuple of Entity
        Sorted by identifier; each holds, or is held by, at least one of the other.
    matrix : scipy.sparse.csr_array
        One where the actor of the row holds the item of the column.
    cells : mapping of (str, str) to tuple of Fact
        The facts behind each one, by the identifiers of actor and item.
    """

    layer: Layer
    actors: tuple[Entity, ...]
    items: tuple[Entity, ...]
    matrix: Matrix
    cells: Mapping[tuple[str, str], tuple[Fact, ...]]


def incidence(
    facts: Iterable[Fact], layer: str | Layer, as_of: str | None = None, actors: tuple[str, ...] = COMPARED
) -> Incidence:
    """Gather one layer of the facts.

    A target of a goal counts as its goal (who works on 12.5 works on 12); the goals as a whole
    (``goal/all``) count as none, since they tell no two organisations apart.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    layer : str or Layer
        Name of one of :data:`LAYERS`, or a layer of your own.
    as_of : str or None
        Only facts that may hold on this date; None takes all.
    actors : tuple of str
        Types of the entities to compare.

    Returns
    -------
    Incidence

    Raises
    ------
    InputError
        If there is no such layer, or the date is none.

    Examples
    --------
    >>> iso, goal = Entity("iso", "ISO", "Organisation"), Entity("goal/12.5", "SDG target 12.5", "Goal")
    >>> fact = Fact(iso, "addressesGoal", goal, evidence=(Evidence("a.txt", 0, 8, "ISO 12.5"),))
    >>> found = incidence([fact], "goals")
    >>> found.matrix.shape, found.items[0].id, found.cells["iso", "goal/12"] == (fact,)
    ((1, 1), 'goal/12', True)
    """
    chosen = layer if isinstance(layer, Layer) else layers_named([layer])[0]
    entities: dict[str, Entity] = {}
    cells: dict[tuple[str, str], list[Fact]] = {}
    for fact in standing(facts, as_of):
        if fact.relation not in chosen.relations or fact.subject.type not in actors:
            continue
        item = _item(fact.object)
        if item is None or item.type not in chosen.items:
            continue
        for entity in (fact.subject, item):
            entities[entity.id] = max(entities.get(entity.id, entity), entity, key=fullness)
        cells.setdefault((fact.subject.id, item.id), []).append(fact)
    rows, columns = sorted({actor for actor, _ in cells}), sorted({item for _, item in cells})
    row_of, column_of = _positions(rows), _positions(columns)
    keys = sorted(cells)
    places = [row_of[actor] for actor, _ in keys], [column_of[item] for _, item in keys]
    ones = np.ones(len(keys), dtype=np.int64)
    return Incidence(
        chosen,
        tuple(entities[name] for name in rows),
        tuple(entities[name] for name in columns),
        csr_array((ones, places), shape=(len(rows), len(columns))),
        {key: tuple(sorted(cells[key], key=fact_order)) for key in keys},
    )


def layers_named(names: Iterable[str]) -> list[Layer]:
    """The layers of these names, in the order of :data:`LAYERS`.

    Raises
    ------
    InputError
        If one of the names is no layer.
    """
    wanted = set(names)
    if unknown := sorted(wanted - set(LAYERS)):
        raise InputError(f"no layer {unknown[0]!r}: there are {', '.join(LAYERS)}")
    return [layer for name, layer in LAYERS.items() if name in wanted]


def standing(facts: Iterable[Fact], as_of: str | None) -> list[Fact]:
    """The stated facts that may hold on the date, or all stated ones.

    Raises
    ------
    InputError
        If the date is none.
    """
    return select((fact for fact in facts if not fact.derived), as_of)


def fact_order(fact: Fact) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Key by which facts are sorted, whatever order they came in."""
    return tuple(part or "" for part in fact.key), fact.evidence


def fullness(entity: Entity) -> tuple[int, int, str, tuple[str, ...]]:
    """Key by which, of two descriptions of one entity, the fuller is kept."""
    return (len(entity.aliases), len(entity.label), entity.label, entity.aliases)


def _item(target: Entity | str) -> Entity | None:
    """What the fact counts for: targets count for their goal, the goals as a whole for none."""
    if isinstance(target, str) or target.id == "goal/all":
        return None
    if target.type == "Goal" and "." in target.id:
        number = target.id.removeprefix("goal/").split(".")[0]
        return replace(target, id=f"goal/{number}", label=f"SDG {number}", aliases=())
    return target


def _positions(names: list[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(names)}
