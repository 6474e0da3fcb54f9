"""The channels between two organisations: what already joins them, since when, and by which sentences.

========================  =====================================================================
``network``               both hold a seat at one network or organisation
``body``                  both hold a seat at one body
``agreement``             both signed it
``co-operation``          a document says that they work together or are twinned
``role``                  one holds a seat at the other, or at a body that is part of the other
========================  =====================================================================

A seat is that of a member, observer, chair, secretariat or focal point.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, hstack

from qigraph.analysis.incidence import COMPARED, SEATS, Incidence, Layer, fact_order, incidence, standing
from qigraph.analysis.matrix import Matrix
from qigraph.facts import Entity, Fact, first_day

__all__ = ["KINDS", "Channel", "Channels", "channels"]

KINDS = ("network", "body", "agreement", "co-operation", "role")
"""Kinds of channels, in the order in which they are shown."""

_COMMON = (
    Layer("network", SEATS, ("Network", "Organisation")),
    Layer("body", SEATS, ("Body",)),
    Layer("agreement", ("signatoryOf",), ("Agreement",)),
)
_STATED = ("cooperatesWith", "twinnedWith")


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel between two organisations.

    Parameters
    ----------
    kind : str
        One of :data:`KINDS`.
    through : Entity or None
        The network, body or agreement; None where nothing stands between the two.
    facts : tuple of Fact
        The facts that make it.
    since : str or None
        When it began, as far as the facts say.
    """

    kind: str
    through: Entity | None
    facts: tuple[Fact, ...]
    since: str | None

    @property
    def label(self) -> str:
        """The channel in words."""
        name = f" {self.through.label}" if self.through else ""
        return f"{self.kind}{name}{f' since {self.since}' if self.since else ''}"


@dataclass(frozen=True, slots=True, eq=False)
class Channels:
    """All channels of a graph.

    Parameters
    ----------
    organisations : tuple of Entity
        Everyone who has, or could have, a channel; sorted by identifier.
    counts : scipy.sparse.csr_array
        Number of channels between each two of them; symmetric, nothing on the diagonal.
    common : tuple of Incidence
        Who holds a seat where, and who signed what.
    direct : mapping of (str, str) to tuple of Channel
        Channels with nothing in between, by both identifiers, the smaller first.
    signings : mapping of str to tuple of Fact
        When agreements were signed, by their identifiers.
    """

    organisations: tuple[Entity, ...]
    counts: Matrix
    common: tuple[Incidence, ...]
    direct: Mapping[tuple[str, str], tuple[Channel, ...]]
    signings: Mapping[str, tuple[Fact, ...]]

    def between(self, first: str, second: str) -> tuple[Channel, ...]:
        """The channels between the organisations of these identifiers, in either order."""
        low, high = sorted((first, second))
        found = []
        for layer in self.common:
            for item in layer.items:
                sides = [layer.cells.get((name, item.id), ()) for name in (low, high)]
                if all(sides):
                    found.append(self._common_channel(layer.layer.name, item, sides))
        return tuple(found) + self.direct.get((low, high), ())

    def _common_channel(self, kind: str, item: Entity, sides: list[tuple[Fact, ...]]) -> Channel:
        signings = self.signings.get(item.id, ())
        begun = [_earliest(fact.interval.since for fact in side) for side in sides]
        if kind == "agreement" and None in begun:
            begun = [_earliest(fact.object_id for fact in signings)]
        known = [date for date in begun if date is not None]
        since = max(known, key=first_day) if known and None not in begun else None
        return Channel(kind, item, (*sides[0], *sides[1], *signings), since)


def channels(facts: Iterable[Fact], as_of: str | None = None) -> Channels:
    """Gather the channels between organisations.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    as_of : str or None
        Only facts that may hold on this date.

    Raises
    ------
    InputError
        If the date is none.

    References
    ----------
    Panke & Stapel (2023), 10.1007/s11558-023-09506-3, on co-operation between international organisations.

    Examples
    --------
    >>> from qigraph.facts import Evidence
    >>> bipm, oiml = (Entity(name.lower(), name, "Organisation") for name in ("BIPM", "OIML"))
    >>> quote = Evidence("a.txt", 0, 29, "The BIPM works with the OIML.")
    >>> found = channels([Fact(bipm, "cooperatesWith", oiml, evidence=(quote,))])
    >>> [channel.label for channel in found.between("oiml", "bipm")], found.counts.toarray().tolist()
    (['co-operation'], [[0, 1], [1, 0]])
    """
    stated = standing(facts, as_of)
    common = tuple(incidence(stated, layer) for layer in _COMMON)
    direct = _direct(stated)
    entities = {actor.id: actor for layer in common for actor in layer.actors}
    entities |= {
        end.id: end
        for found in direct.values()
        for channel in found
        for fact in channel.facts
        for end in (fact.subject, fact.object)
        if isinstance(end, Entity) and end.type in COMPARED and end.id not in entities
    }
    names = sorted(entities)
    signings: dict[str, tuple[Fact, ...]] = {}
    for fact in sorted(stated, key=fact_order):
        if fact.relation == "signedOn":
            signings[fact.subject.id] = (*signings.get(fact.subject.id, ()), fact)
    counts = _counts(names, common, direct)
    return Channels(tuple(entities[name] for name in names), counts, common, direct, signings)


def _direct(stated: list[Fact]) -> dict[tuple[str, str], tuple[Channel, ...]]:
    """Stated co-operation, and seats of one organisation at the other or at its bodies."""
    owners: dict[str, list[Fact]] = {}
    for fact in stated:
        if fact.relation == "partOf" and isinstance(fact.object, Entity):
            owners.setdefault(fact.subject.id, []).append(fact)
    behind: dict[tuple[str, str, str, str], set[Fact]] = {}
    through: dict[str, Entity] = {}
    for fact in stated:
        if fact.subject.type not in COMPARED or not isinstance(fact.object, Entity):
            continue
        if fact.relation in _STATED and fact.object.type in COMPARED:
            low, high = sorted((fact.subject.id, fact.object.id))
            behind.setdefault((low, high, "co-operation", ""), set()).add(fact)
        elif fact.relation in SEATS:
            through[fact.object.id] = fact.object
            for owner, chain in _owners(fact.object, owners):
                low, high = sorted((fact.subject.id, owner))
                behind.setdefault((low, high, "role", fact.object.id), set()).update((fact, *chain))
    found: dict[tuple[str, str], tuple[Channel, ...]] = {}
    for (low, high, kind, place), group in sorted(behind.items(), key=lambda entry: entry[0]):
        if low == high:
            continue
        ordered = tuple(sorted(group, key=fact_order))
        since = _earliest(fact.interval.since for fact in ordered if fact.relation != "partOf")
        at = None if place in ("", low, high) else through[place]
        found[low, high] = (*found.get((low, high), ()), Channel(kind, at, ordered, since))
    return found


def _owners(seat: Entity, owners: Mapping[str, list[Fact]]) -> list[tuple[str, tuple[Fact, ...]]]:
    """Organisations that are the seat, or of which it is a part, each with the facts that say so."""
    found: list[tuple[str, tuple[Fact, ...]]] = []
    seen: set[str] = set()
    waiting: list[tuple[Entity, tuple[Fact, ...]]] = [(seat, ())]
    while waiting:
        place, chain = waiting.pop()
        if place.id in seen:
            continue
        seen.add(place.id)
        if place.type in COMPARED:
            found.append((place.id, chain))
            continue
        for fact in owners.get(place.id, []):
            assert isinstance(fact.object, Entity)
            waiting.append((fact.object, (*chain, fact)))
    return found


def _counts(
    names: list[str], common: tuple[Incidence, ...], direct: Mapping[tuple[str, str], tuple[Channel, ...]]
) -> Matrix:
    position = {name: place for place, name in enumerate(names)}
    parts = []
    for layer in common:
        cells = layer.matrix.tocoo()
        rows = np.array([position[actor.id] for actor in layer.actors], dtype=np.int64)[cells.row]
        parts.append(csr_array((cells.data, (rows, cells.col)), shape=(len(names), len(layer.items))))
    seats = csr_array(hstack(parts, format="csr"))
    ends = [(position[low], position[high], len(found)) for (low, high), found in direct.items()]
    low, high, number = np.array(ends, dtype=np.int64).reshape(-1, 3).T
    stated = csr_array((number, (low, high)), shape=(len(names), len(names)))
    counts = csr_array(seats @ seats.T + stated + stated.T)
    counts.setdiag(0)
    counts.eliminate_zeros()
    counts.sort_indices()
    return counts


def _earliest(dates: Iterable[str | None]) -> str | None:
    return min((date for date in dates if date is not None), key=first_day, default=None)
