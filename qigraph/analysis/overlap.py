"""Which organisations overlap: what two of them share, whether that is more than chance, and why.

Overlap is no verdict: overlapping mandates need not be duplication, and a body that both sit on may be the
cure (GAO 2015, Fragmentation, overlap, and duplication, GAO-15-49SP).
"""

from collections.abc import Iterable

import numpy as np

from qigraph.analysis.incidence import LAYERS, standing
from qigraph.analysis.null_models import DEFAULT
from qigraph.analysis.overlap_result import LEVEL, LayerOverlap, Overlap, Overlaps, SharedItem
from qigraph.analysis.study import LayerStudy, Study, study
from qigraph.errors import InputError, NotFoundError
from qigraph.facts import Fact

__all__ = ["ALL", "explain_pair", "overlap_at", "overlaps"]

ALL = tuple(LAYERS)
"""Names of all layers."""


def overlaps(
    facts: Iterable[Fact],
    layers: Iterable[str] = ALL,
    as_of: str | None = None,
    null: str = DEFAULT,
    min_shared: int = 1,
    about: str | None = None,
    top: int | None = None,
) -> Overlaps:
    """Rank the pairs of organisations that share something.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    layers : iterable of str
        Names from :data:`qigraph.analysis.incidence.LAYERS`.
    as_of : str or None
        Only facts that may hold on this date; None takes all.
    null : str
        ``bicm`` or ``hypergeometric``.
    min_shared : int
        Leave out pairs that share less in every layer. Changes what is shown, not what is tested.
    about : str or None
        Only pairs with the organisation of this identifier.
    top : int or None
        Only the surest so many.

    Returns
    -------
    Overlaps
        A sequence of :class:`Overlap`, ordered by q, then by p, then by how much is shared.

    Raises
    ------
    InputError
        If an option has no such value.
    QueryError
        If the null model cannot be solved.

    References
    ----------
    Saracco et al. (2017), New J. Phys. 19:053022 (bicm); Tumminello et al. (2011), PLoS ONE 6:e17994
    (hypergeometric); Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57:289; Liu & Xie (2020), J. Am. Stat.
    Assoc. 115:393.

    Examples
    --------
    >>> from qigraph.facts import Entity, Evidence
    >>> metrology = Entity("topic/metrology", "metrology", "Topic")
    >>> def works(name):
    ...     organisation = Entity(name.lower(), name, "Organisation")
    ...     return Fact(organisation, "worksOn", metrology, evidence=(Evidence("a.txt", 0, 9, f"{name} …"),))
    >>> found = overlaps([works("BIPM"), works("OIML")])
    >>> found[0].first.label, found[0].second.label, found[0].because
    ('BIPM', 'OIML', 'topics: metrology (1 of 1 and 1); rests on one document, a.txt')
    """
    if min_shared < 1:
        raise InputError(f"the least number of shared items is 1 or more, not {min_shared}")
    facts = list(facts)
    result = study(facts, layers, as_of, null)
    shown = result.most_shared >= min_shared
    if about is not None:
        position = _position(result, about)
        shown &= (result.first == position) | (result.second == position)
    chosen = [int(n) for n in np.flatnonzero(shown)[:top]]
    return Overlaps(
        tuple(overlap_at(result, n) for n in chosen),
        null,
        as_of,
        result.tests,
        int(np.sum(result.q <= LEVEL)),
        len({document for fact in standing(facts, None) for document in fact.documents}),
    )


def explain_pair(
    facts: Iterable[Fact],
    first: str,
    second: str,
    layers: Iterable[str] = ALL,
    as_of: str | None = None,
    null: str = DEFAULT,
) -> Overlap:
    """What two organisations share, though it be nothing.

    Parameters
    ----------
    facts : iterable of Fact
        All of them: the other organisations decide what is to be expected of these two.
    first, second : str
        Identifiers, in either order.
    layers, as_of, null
        As for :func:`overlaps`.

    Raises
    ------
    InputError
        If both are the same, or an option has no such value.
    NotFoundError
        If one of them holds nothing in any of the layers.
    """
    if first == second:
        raise InputError(f"two organisations are needed, not {first!r} twice")
    result = study(facts, layers, as_of, null)
    low, high = sorted(_position(result, name) for name in (first, second))
    at = np.flatnonzero((result.first == low) & (result.second == high))
    return overlap_at(result, int(at[0])) if len(at) else _overlap(result, low, high, 1.0, 1.0)


def overlap_at(result: Study, place: int) -> Overlap:
    """The pair at this place of a study, with the facts behind it."""
    first, second = int(result.first[place]), int(result.second[place])
    return _overlap(result, first, second, float(result.p[place]), float(result.q[place]))


def _overlap(result: Study, first: int, second: int, p: float, q: float) -> Overlap:
    layers = tuple(
        _layer_overlap(layer, layer.row_of[first], layer.row_of[second])
        for layer in result.layers
        if first in layer.row_of and second in layer.row_of
    )
    return Overlap(result.actors[first], result.actors[second], layers, p, q)


def _layer_overlap(layer: LayerStudy, first: int, second: int) -> LayerOverlap:
    matrix, cells, pairs = layer.incidence.matrix, layer.incidence.cells, layer.pairs
    one_holds, other_holds = (
        set(matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist()) for row in (first, second)
    )
    one, other = layer.incidence.actors[first].id, layer.incidence.actors[second].id
    items = [layer.incidence.items[column] for column in sorted(one_holds & other_holds)]
    shared = tuple(SharedItem(item, cells[one, item.id], cells[other, item.id]) for item in items)
    expected = pairs.model.expected(np.array([first]), np.array([second]))
    start, stop = np.searchsorted(pairs.first, [first, first + 1])
    at = start + np.searchsorted(pairs.second[start:stop], second)
    p, q = (float(pairs.p[at]), float(pairs.q[at])) if shared else (1.0, 1.0)
    return LayerOverlap(
        layer.incidence.layer.name,
        shared,
        len(one_holds),
        len(other_holds),
        float(expected[0]),
        p,
        q,
        pairs.tests,
    )


def _position(result: Study, name: str) -> int:
    for position, actor in enumerate(result.actors):
        if actor.id == name:
            return position
    raise NotFoundError(f"{name!r} is no organisation that holds anything in these layers: see qigraph facts")
