"""Pairs of organisations whose work overlaps and that no channel joins, or fewer than one would expect.

How many channels are to be expected of a pair? Two things are counted:

1. *Degrees*: an organisation with many channels has some with anyone. ``s k_i k_j``, with ``k`` the number of
   channels of each and ``s`` such that all pairs together have as many as there are.
2. *Overlap*: pairs whose overlap is marked (combined p of 0.05 or less) may have more channels than their
   degrees give, by one common factor, found over expected in all of them together. It raises the
   expectation, and never lowers it: else the less such pairs are joined, the less it would count as a gap.

This is a Poisson model with one parameter, solved by hand. The evidence for overlap is what organisations
do (topics, goals, instruments); bodies, networks and agreements are channels, and using them for both would
argue in a circle.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.stats import poisson

from qigraph.analysis.channels import Channel, Channels, channels
from qigraph.analysis.null_models import DEFAULT
from qigraph.analysis.overlap import overlap_at
from qigraph.analysis.overlap_result import Overlap
from qigraph.analysis.study import study
from qigraph.analysis.what_was_read import Reading, readings
from qigraph.facts import Entity, Fact
from qigraph.names import short_name

__all__ = ["EVIDENCE", "MARKED", "MissingChannel", "expected_channels", "missing_channels"]

EVIDENCE = ("topics", "goals", "instruments")
"""Layers that tell of overlap and are no channels."""

MARKED = 0.05
"""Up to which combined p-value an overlap is called marked."""

INTRODUCERS = 5


@dataclass(frozen=True, slots=True)
class MissingChannel:
    """Two organisations that overlap, and what does or does not join them.

    Parameters
    ----------
    overlap : Overlap
        What they share in the layers of :data:`EVIDENCE`.
    channels : tuple of Channel
        What was found.
    expected : float
        How many channels their degrees and their overlap let expect.
    chance : float
        How likely it is to find as few, or fewer, where that many are expected (Poisson).
    introducers : tuple of Entity
        Organisations with channels to both, those with most first.
    first_reading, second_reading : Reading
        What was read about each.
    """

    kind: ClassVar[str] = "channel"

    overlap: Overlap
    channels: tuple[Channel, ...]
    expected: float
    chance: float
    introducers: tuple[Entity, ...]
    first_reading: Reading
    second_reading: Reading

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The two organisations."""
        return (self.overlap.first, self.overlap.second)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind the overlap and behind the channels."""
        return self.overlap.facts + tuple(fact for channel in self.channels for fact in channel.facts)

    @property
    def because(self) -> str:
        """The gap in words."""
        first, second = (short_name(entity) for entity in self.entities)
        found = ", ".join(channel.label for channel in self.channels)
        words = [
            self.overlap.because,
            f"{f'only {found}' if found else 'no channel'} found, {self.expected:.2f} expected "
            f"(as few: {self.chance:.0%})",
            f"read of {first}: {self.first_reading.label}; of {second}: {self.second_reading.label}",
        ]
        if self.introducers:
            words.append(
                f"{', '.join(short_name(entity) for entity in self.introducers)} could introduce them"
            )
        return "; ".join(words)

    def figures(self) -> dict[str, Any]:
        """The numbers."""
        return {
            "p": self.overlap.p,
            "q": self.overlap.q,
            "shared": {layer.layer: len(layer.shared) for layer in self.overlap.sharing},
            "shared_expected": {layer.layer: layer.expected for layer in self.overlap.sharing},
            "channels": [channel.label for channel in self.channels],
            "channels_expected": self.expected,
            "chance_of_so_few": self.chance,
            "introducers": [entity.id for entity in self.introducers],
            "read": [
                {"documents": len(reading.documents), "facts": reading.facts, "newest": reading.newest}
                for reading in (self.first_reading, self.second_reading)
            ],
        }


def missing_channels(
    facts: Iterable[Fact],
    as_of: str | None = None,
    null: str = DEFAULT,
    about: str | None = None,
    top: int | None = None,
) -> tuple[list[MissingChannel], int]:
    """Rank the pairs that overlap and have no channel, or fewer than expected.

    Looked at are pairs that share more than expected in at least one layer. First come those whose overlap is
    marked; among these and among the rest, those that lack most channels.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    as_of : str or None
        Only facts that may hold on this date.
    null : str
        Null model of the overlap: ``bicm`` or ``hypergeometric``.
    about : str or None
        Only pairs with the entity of this identifier.
    top : int or None
        Only the first so many.

    Returns
    -------
    (list of MissingChannel, int)
        The ranking, and how many pairs were tested for overlap.

    Raises
    ------
    InputError
        If an option has no such value.
    QueryError
        If the null model cannot be solved.
    """
    facts = list(facts)
    result = study(facts, EVIDENCE, as_of, null)
    known = channels(facts, as_of)
    place = {entity.id: position for position, entity in enumerate(known.organisations)}
    rows = np.array([place.get(actor.id, -1) for actor in result.actors], dtype=np.int64)
    first, second = rows[result.first], rows[result.second]
    joined = (first >= 0) & (second >= 0)
    found = np.zeros(len(first), dtype=np.int64)
    if joined.any():
        found[joined] = known.counts[first[joined], second[joined]]
    degrees = np.append(known.counts.sum(axis=1), 0)
    expected = expected_channels(degrees, first, second, found, result.p <= MARKED)

    shown = result.exceeds & ((found == 0) | (found < expected))
    if about is not None:
        mine = np.array([actor.id == about for actor in result.actors], dtype=bool)
        shown &= mine[result.first] | mine[result.second]
    order = np.lexsort((result.second, result.first, result.p, found - expected, result.p > MARKED))
    read = readings(facts)
    gaps = []
    for n in [int(n) for n in order if shown[n]][:top]:
        overlap = overlap_at(result, n)
        one, other = overlap.first.id, overlap.second.id
        gap = MissingChannel(
            overlap,
            known.between(one, other),
            float(expected[n]),
            float(poisson.cdf(found[n], expected[n])),
            _introducers(known, int(first[n]), int(second[n])),
            read[one],
            read[other],
        )
        gaps.append(gap)
    return gaps, result.tests


def expected_channels(
    degrees: NDArray[Any],
    first: NDArray[Any],
    second: NDArray[Any],
    found: NDArray[Any],
    marked: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """How many channels the degrees of pairs, and their overlap, let expect.

    Parameters
    ----------
    degrees : numpy.ndarray
        Number of channels of every organisation.
    first, second : numpy.ndarray
        Positions of the pairs among them.
    found : numpy.ndarray
        Number of channels of the pairs.
    marked : numpy.ndarray of bool
        Whether the overlap of the pairs is marked.

    References
    ----------
    Chung & Lu (2002), Connected components in random graphs with given expected degree sequences, Ann.
    Comb. 6:125.

    Examples
    --------
    Three organisations with a channel each to each of the others: one channel for each pair.

    >>> expected_channels(np.array([2, 2, 2]), np.array([0]), np.array([1]), np.array([1]), np.array([False]))
    array([1.])
    """
    products = (degrees.sum() ** 2 - (degrees**2).sum()) / 2
    scale = degrees.sum() / 2 / products if products else 0.0
    expected = np.asarray(scale * degrees[first] * degrees[second], dtype=np.float64)
    by_degrees = expected[marked].sum()
    if by_degrees:
        expected[marked] *= max(1.0, found[marked].sum() / by_degrees)
    return expected


def _introducers(known: Channels, first: int, second: int) -> tuple[Entity, ...]:
    if first < 0 or second < 0:
        return ()
    least = known.counts[[first]].minimum(known.counts[[second]]).tocoo()
    ranked = sorted(zip((-least.data).tolist(), least.col.tolist(), strict=True))
    return tuple(known.organisations[column] for _, column in ranked[:INTRODUCERS])
