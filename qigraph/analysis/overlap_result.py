"""What an analysis of overlap finds: pairs of organisations, layer by layer, with the facts behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from qigraph.analysis.channels import Channel
from qigraph.facts import Entity, Fact
from qigraph.graph import fact_rows
from qigraph.names import short_name
from qigraph.rows import Rows

__all__ = ["LEVEL", "LayerOverlap", "Overlap", "Overlaps", "SharedItem"]

LEVEL = 0.05
"""Up to which adjusted p-value the heading counts a pair as a finding."""


@dataclass(frozen=True, slots=True)
class SharedItem:
    """One thing that both hold.

    Parameters
    ----------
    item : Entity
    first, second : tuple of Fact
        The facts by which the one and the other hold it.
    """

    item: Entity
    first: tuple[Fact, ...]
    second: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LayerOverlap:
    """What two organisations share in one layer.

    Parameters
    ----------
    layer : str
    shared : tuple of SharedItem
        Sorted by identifier of the item.
    first_items, second_items : int
        How many items each of the two holds.
    expected : float
        How many the null model expects them to share.
    p, q : float
        How likely that many or more are under the null model; the same adjusted for all pairs of the layer.
    tests : int
        Number of all pairs of the layer.
    """

    layer: str
    shared: tuple[SharedItem, ...]
    first_items: int
    second_items: int
    expected: float
    p: float
    q: float
    tests: int

    @property
    def ratio(self) -> float | None:
        """Shared over expected."""
        return len(self.shared) / self.expected if self.expected else None

    @property
    def jaccard(self) -> float:
        """Shared over what either holds; ranks by size, so it is shown, not trusted."""
        return len(self.shared) / (self.first_items + self.second_items - len(self.shared))

    @property
    def containment(self) -> float:
        """Share of the smaller portfolio that the larger holds too."""
        return len(self.shared) / min(self.first_items, self.second_items)

    @property
    def contained(self) -> str:
        """Whose portfolio is the smaller: ``first``, ``second`` or, when they are of one size, ``both``."""
        if self.first_items == self.second_items:
            return "both"
        return "first" if self.first_items < self.second_items else "second"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind the count."""
        return tuple(fact for item in self.shared for fact in (*item.first, *item.second))


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two organisations share, layer by layer.

    Parameters
    ----------
    first, second : Entity
        The first has the smaller identifier.
    layers : tuple of LayerOverlap
        Every layer in which both hold something, whether or not they share any of it.
    p, q : float
        Combined over these layers; the same adjusted for all pairs that have a layer in common.
    """

    first: Entity
    second: Entity
    layers: tuple[LayerOverlap, ...]
    p: float
    q: float

    @property
    def sharing(self) -> tuple[LayerOverlap, ...]:
        """The layers in which they share something."""
        return tuple(layer for layer in self.layers if layer.shared)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind all counts."""
        return tuple(fact for layer in self.layers for fact in layer.facts)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that the pair rests on, sorted."""
        return tuple(sorted({document for fact in self.facts for document in fact.documents}))

    @property
    def because(self) -> str:
        """What they share, in words; and that it rests on one document, where it does."""
        words = [
            f"{layer.layer}: {', '.join(short_name(shared.item) for shared in layer.shared)}"
            f" ({len(layer.shared)} of {layer.first_items} and {layer.second_items})"
            for layer in self.sharing
        ]
        if len(self.documents) == 1:
            words.append(f"rests on one document, {self.documents[0]}")
        return "; ".join(words) or "they share nothing that was read"

    def heading(self, null: str, as_of: str | None) -> str:
        """Names, null model, number of tests, date, and the combined p-value."""
        tests = ", ".join(f"{layer.layer} {layer.tests}" for layer in self.layers) or "none"
        date = f"as of {as_of}" if as_of else "facts of all dates"
        return (
            f"{self.first.label} – {self.second.label}, {null} null model, {date}, pairs tested: {tests}; "
            f"combined p {self.p:.2g}, q {self.q:.2g}"
        )

    def to_rows(self, channels: Iterable[Channel] = ()) -> Rows:
        """One row a sentence behind the overlap, and behind the channels between the two.

        Parameters
        ----------
        channels : iterable of Channel
            As :meth:`qigraph.analysis.channels.Channels.between` finds them.
        """
        columns = ["by", "what", "shared", "expected", "p", "q", *fact_rows([]).columns]
        rows: list[list[Any]] = []
        for layer in self.layers:
            figures = [len(layer.shared), layer.expected, layer.p, layer.q]
            for shared in layer.shared:
                found = fact_rows([*shared.first, *shared.second]).rows
                rows += [[layer.layer, shared.item.label, *figures, *row] for row in found]
        for channel in channels:
            found = fact_rows(list(channel.facts)).rows
            rows += [["channel", channel.label, None, None, None, None, *row] for row in found]
        return Rows(columns, rows)


@dataclass(frozen=True, slots=True)
class Overlaps(Sequence[Overlap]):
    """Pairs that overlap, surest first, and what a reader must know to judge them.

    Parameters
    ----------
    pairs : tuple of Overlap
    null : str
        The null model.
    as_of : str or None
        The date for which they hold; None where facts of all dates were taken.
    tests : int
        Number of all pairs that have a layer in common.
    findings : int
        How many of all pairs have an adjusted p-value of :data:`LEVEL` or less.
    documents : int
        Number of documents that state any fact.
    """

    pairs: tuple[Overlap, ...]
    null: str
    as_of: str | None
    tests: int
    findings: int
    documents: int

    @overload
    def __getitem__(self, index: int) -> Overlap: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Overlap, ...]: ...
    def __getitem__(self, index: int | slice) -> Overlap | tuple[Overlap, ...]:
        return self.pairs[index]

    def __len__(self) -> int:
        return len(self.pairs)

    @property
    def heading(self) -> str:
        """Null model, number of tests, date, documents, and how many findings are to be expected false."""
        date = f"as of {self.as_of}" if self.as_of else "facts of all dates"
        return (
            f"Overlaps against the {self.null} null model, {self.tests} pairs tested, {date}, "
            f"{self.documents} documents with facts; {self.findings} with q ≤ {LEVEL}, "
            f"of which {LEVEL * self.findings:.1f} expected false"
        )

    def to_rows(self) -> Rows:
        """One row a pair and layer, with everything."""
        columns = ["first", "second", "first_id", "second_id", "p_combined", "q_combined", "layer", "shared"]
        columns += ["items", "first_items", "second_items", "expected", "ratio", "jaccard", "containment"]
        columns += ["contained", "p", "q", "tests", "null", "as_of", "documents_with_facts"]
        columns += ["documents", "sentences"]
        rows = []
        for pair in self.pairs:
            for layer in pair.layers:
                ids = [shared.item.id for shared in layer.shared]
                documents = sorted({name for fact in layer.facts for name in fact.documents})
                row: list[Any] = [pair.first.label, pair.second.label, pair.first.id, pair.second.id]
                row += [pair.p, pair.q, layer.layer, len(ids), ids, layer.first_items, layer.second_items]
                row += [layer.expected, layer.ratio, layer.jaccard, layer.containment, layer.contained]
                row += [layer.p, layer.q, layer.tests, self.null, self.as_of, self.documents, documents]
                row += [fact_rows(list(layer.facts)).records()]
                rows.append(row)
        return Rows(columns, rows)
