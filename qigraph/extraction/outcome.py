"""What was read from a document: its facts, and the candidates that became none."""

from dataclasses import dataclass, field

from qigraph.facts import Fact

__all__ = ["Dropped", "Extraction"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that did not become a fact, and why."""

    reason: str
    relation: str
    start: int
    stop: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document.

    Parameters
    ----------
    facts : list of Fact
        Sorted; each with its evidence in this document.
    dropped : list of Dropped
        Candidates that a rule rejected, in order of place.
    """

    facts: list[Fact]
    dropped: list[Dropped] = field(default_factory=list)
