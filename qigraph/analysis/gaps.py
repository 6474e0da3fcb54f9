"""What is missing: channels, cover of topics and goals, renewed agreements, and second paths.

A gap is what no document here tells of; a channel may exist all the same. So every missing channel is shown
with what was read about the two.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from qigraph.analysis.incidence import standing
from qigraph.analysis.missing_channels import EVIDENCE, missing_channels
from qigraph.analysis.null_models import DEFAULT
from qigraph.analysis.single_points import single_points
from qigraph.analysis.stale_agreements import stale_agreements
from qigraph.analysis.uncovered import uncovered_goals, uncovered_topics
from qigraph.analysis.what_was_read import newest_date
from qigraph.errors import InputError
from qigraph.facts import Entity, Fact
from qigraph.graph import fact_rows
from qigraph.rows import Rows

__all__ = ["KINDS", "Gap", "Gaps", "gaps"]

KINDS = ("channel", "topic", "goal", "agreement", "single-point")
"""Kinds of gaps, in the order in which they are shown."""


class Gap(Protocol):
    """What all gaps have in common."""

    @property
    def kind(self) -> str:
        """One of :data:`KINDS`."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the gap is about, the chief one first."""

    @property
    def because(self) -> str:
        """The gap in words."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts behind it; none where nothing was read."""

    def figures(self) -> dict[str, Any]:
        """The numbers, plain data."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps, kind by kind, and what a reader must know to judge them.

    Parameters
    ----------
    found : tuple of Gap
    null : str
        Null model of the overlap behind missing channels.
    as_of : str or None
        The date for which they hold; None where no fact is dated.
    tests : int or None
        How many pairs were tested for overlap; None where channels were not asked for.
    documents : int
        Number of documents that state any fact.
    """

    found: tuple[Gap, ...]
    null: str
    as_of: str | None
    tests: int | None
    documents: int

    @property
    def heading(self) -> str:
        """Null model, number of tests, date, documents."""
        date = f"as of {self.as_of}" if self.as_of else "without dates"
        heading = f"Gaps {date}, {self.documents} documents with facts; what they do not name may exist"
        if self.tests is not None:
            heading += f"; overlap in {', '.join(EVIDENCE)} against the {self.null} null model"
            heading += f", {self.tests} pairs tested"
        return heading

    def to_rows(self) -> Rows:
        """One row a gap, with everything."""
        columns = [
            "kind",
            "names",
            "ids",
            "because",
            "figures",
            "tests",
            "null",
            "as_of",
            "documents_with_facts",
        ]
        rows = []
        for gap in self.found:
            names, ids = [e.label for e in gap.entities], [e.id for e in gap.entities]
            tested = (self.tests, self.null) if gap.kind == "channel" else (None, None)
            row: list[Any] = [gap.kind, names, ids, gap.because, gap.figures(), *tested, self.as_of]
            rows.append([*row, self.documents, fact_rows(list(gap.facts)).records()])
        return Rows([*columns, "sentences"], rows)


def gaps(
    facts: Iterable[Fact],
    kinds: Iterable[str] = KINDS,
    as_of: str | None = None,
    null: str = DEFAULT,
    about: str | None = None,
    top: int | None = None,
) -> Gaps:
    """List what is missing.

    Parameters
    ----------
    facts : iterable of Fact
        In any order.
    kinds : iterable of str
        Which of :data:`KINDS` to look for.
    as_of : str or None
        For which date; None takes the newest date among the facts, not the clock.
    null : str
        Null model of the overlap: ``bicm`` or ``hypergeometric``.
    about : str or None
        Only gaps that concern the entity of this identifier.
    top : int or None
        Only the first so many of each kind.

    Raises
    ------
    InputError
        If an option has no such value.
    QueryError
        If the null model cannot be solved.

    Examples
    --------
    >>> found = gaps([], ["goal"], top=2)
    >>> [gap.entities[0].label for gap in found.found], found.heading
    (['SDG 1', 'SDG 2'], 'Gaps without dates, 0 documents with facts; what they do not name may exist')
    """
    facts, wanted = list(facts), set(kinds)
    if unknown := sorted(wanted - set(KINDS)):
        raise InputError(f"no gaps of kind {unknown[0]!r}: there are {', '.join(KINDS)}")
    date = as_of or newest_date(facts)
    found: list[Gap] = []
    tests = None
    if "channel" in wanted:
        missing, tests = missing_channels(facts, date, null, about, top)
        found += missing
    others: dict[str, Callable[[list[Fact], str | None], Sequence[Gap]]] = {
        "topic": uncovered_topics,
        "goal": uncovered_goals,
        "agreement": stale_agreements,
        "single-point": single_points,
    }
    for kind, search in others.items():
        if kind in wanted:
            found += [gap for gap in search(facts, date) if about is None or _concerns(gap, about)][:top]
    documents = {document for fact in standing(facts, None) for document in fact.documents}
    return Gaps(tuple(found), null, date, tests, len(documents))


def _concerns(gap: Gap, about: str) -> bool:
    return any(entity.id == about for entity in gap.entities)
