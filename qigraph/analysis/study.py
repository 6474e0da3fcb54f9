"""All layers of a graph judged together, as arrays: which pairs share anything, and how sure that is.

Layers are never pooled into one count: each is judged by itself, and the p-values are combined. A pair is
combined over every layer in which both organisations hold something, so that a layer in which they share
nothing weighs against them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qigraph.analysis.benjamini_hochberg import adjusted
from qigraph.analysis.cauchy import combined
from qigraph.analysis.incidence import Incidence, incidence, layers_named
from qigraph.analysis.null_models import DEFAULT
from qigraph.analysis.pairs import Pairs, shared_pairs
from qigraph.facts import Entity, Fact

__all__ = ["LayerStudy", "Study", "study"]


@dataclass(frozen=True, slots=True, eq=False)
class LayerStudy:
    """One layer: who holds what, and the pairs that share something.

    Parameters
    ----------
    incidence : Incidence
    pairs : Pairs
        Rows as in the incidence.
    row_of : dict of int to int
        Row of the incidence, by position among the actors of the study.
    """

    incidence: Incidence
    pairs: Pairs
    row_of: dict[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """Pairs of organisations that share something in some layer; arrays of one length, surest first.

    Parameters
    ----------
    actors : tuple of Entity
        Everyone who holds something in one of the layers, sorted by identifier.
    layers : tuple of LayerStudy
    first, second : numpy.ndarray
        Positions among the actors.
    most_shared : numpy.ndarray
        Shared items in the layer in which they share most.
    exceeds : numpy.ndarray of bool
        Whether they share more than expected in at least one layer.
    p, q : numpy.ndarray
        Combined over the layers; adjusted for all tests.
    tests : int
        Number of all pairs that hold something in a common layer.
    """

    actors: tuple[Entity, ...]
    layers: tuple[LayerStudy, ...]
    first: NDArray[Any]
    second: NDArray[Any]
    most_shared: NDArray[Any]
    exceeds: NDArray[np.bool_]
    p: NDArray[np.float64]
    q: NDArray[np.float64]
    tests: int


def study(
    facts: Iterable[Fact], layers: Iterable[str], as_of: str | None = None, null: str = DEFAULT
) -> Study:
    """Judge every pair of organisations in the layers of these names.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    layers : iterable of str
        Names from :data:`qigraph.analysis.incidence.LAYERS`.
    as_of : str or None
        Only facts that may hold on this date.
    null : str
        ``bicm`` or ``hypergeometric``.

    Returns
    -------
    Study
        Ordered by q; pairs that the many tests leave equally sure by p, then by how much they share and
        identifiers.

    Raises
    ------
    InputError
        If a layer or the null model does not exist, or the date is none.
    QueryError
        If the null model cannot be solved.

    References
    ----------
    Liu & Xie (2020), Cauchy combination test, J. Am. Stat. Assoc. 115:393.
    """
    facts = list(facts)
    incidences = [incidence(facts, layer, as_of) for layer in layers_named(layers)]
    entities = {actor.id: actor for each in incidences for actor in each.actors}
    actors = tuple(entities[name] for name in sorted(entities))
    position = {actor.id: place for place, actor in enumerate(actors)}
    places = [np.array([position[a.id] for a in each.actors], dtype=np.int64) for each in incidences]
    judged = [shared_pairs(each.matrix, null) for each in incidences]

    count = max(len(actors), 1)
    keys = [at[found.first] * count + at[found.second] for at, found in zip(places, judged, strict=True)]
    union = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *keys]))
    first, second = np.divmod(union, count)
    present = np.zeros((len(actors), len(incidences)), dtype=bool)
    p = np.full((len(union), len(incidences)), np.nan)
    most_shared = np.zeros(len(union), dtype=np.int64)
    exceeds = np.zeros(len(union), dtype=bool)
    for column, (place, found, key) in enumerate(zip(places, judged, keys, strict=True)):
        present[place, column] = True
        p[present[first, column] & present[second, column], column] = 1.0
        at = np.searchsorted(union, key)
        p[at, column] = found.p
        most_shared[at] = np.maximum(most_shared[at], found.shared)
        exceeds[at] |= found.shared > found.expected
    combination = combined(p)
    tests = _pairs_with_a_common_layer(present)
    q = adjusted(combination, tests)
    order = np.lexsort((union, -most_shared, combination, q))
    judged_layers = (
        LayerStudy(each, found, {int(actor): row for row, actor in enumerate(place)})
        for each, found, place in zip(incidences, judged, places, strict=True)
    )
    return Study(
        actors,
        tuple(judged_layers),
        first[order],
        second[order],
        most_shared[order],
        exceeds[order],
        combination[order],
        q[order],
        tests,
    )


def _pairs_with_a_common_layer(present: NDArray[np.bool_]) -> int:
    """Number of pairs of rows that are true in at least one common column, counted by pattern."""
    patterns, sizes = np.unique(present, axis=0, return_counts=True)
    total = 0
    for one, other in combinations_with_replacement(range(len(patterns)), 2):
        if (patterns[one] & patterns[other]).any():
            same = one == other
            total += int(sizes[one] * (sizes[one] - 1) // 2 if same else sizes[one] * sizes[other])
    return total
