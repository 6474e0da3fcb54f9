"""What was read about an organisation, so that nobody mistakes silence for absence; and up to which date."""

from collections.abc import Iterable
from dataclasses import dataclass

from qigraph.analysis.incidence import standing
from qigraph.facts import Entity, Fact, first_day

__all__ = ["Reading", "newest_date", "readings"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How much the documents say about one entity.

    Parameters
    ----------
    documents : tuple of str
        Names of the documents that say anything, sorted.
    facts : int
        How many facts they state.
    newest : str or None
        The newest date among these facts.
    """

    documents: tuple[str, ...] = ()
    facts: int = 0
    newest: str | None = None

    @property
    def label(self) -> str:
        """The same in words."""
        upto = f", newest {self.newest}" if self.newest else ", none dated"
        return f"{self.facts} facts in {len(self.documents)} documents{upto}"


def readings(facts: Iterable[Fact]) -> dict[str, Reading]:
    """What was read about every entity, by identifier.

    Parameters
    ----------
    facts : iterable of Fact

    Examples
    --------
    >>> from qigraph.facts import Evidence, Interval
    >>> iso, inetqi = Entity("iso", "ISO", "Organisation"), Entity("inetqi", "INetQI", "Network")
    >>> quote = (Evidence("a.txt", 0, 20, "ISO joined in 2018 …"),)
    >>> readings([Fact(iso, "memberOf", inetqi, Interval("2018"), quote)])["iso"].label
    '1 facts in 1 documents, newest 2018'
    """
    about: dict[str, list[Fact]] = {}
    for fact in standing(facts, None):
        for end in {fact.subject.id, fact.object.id if isinstance(fact.object, Entity) else fact.subject.id}:
            about.setdefault(end, []).append(fact)
    return {
        name: Reading(
            tuple(sorted({document for fact in known for document in fact.documents})),
            len(known),
            newest_date(known),
        )
        for name, known in sorted(about.items())
    }


def newest_date(facts: Iterable[Fact]) -> str | None:
    """The newest date on which any of these facts began to hold or took place.

    Ends do not count: they may lie ahead.

    Parameters
    ----------
    facts : iterable of Fact

    Returns
    -------
    str or None
        As precise as its source; None where no fact is dated.
    """
    stated = [fact for fact in facts if not fact.derived]
    dates = {fact.interval.since for fact in stated if fact.interval.since}
    dates |= {fact.object for fact in stated if isinstance(fact.object, str)}
    return max(dates, key=lambda date: (first_day(date), date), default=None)
