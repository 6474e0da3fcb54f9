"""Agreements that were not renewed for years."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from qigraph.analysis.incidence import fact_order, fullness, standing
from qigraph.analysis.what_was_read import newest_date
from qigraph.facts import Entity, Fact, first_day, last_day
from qigraph.names import short_name

__all__ = ["YEARS", "StaleAgreement", "stale_agreements"]

YEARS = 5
"""After how many years without a signature an agreement is listed."""


@dataclass(frozen=True, slots=True)
class StaleAgreement:
    """An agreement and its last signature.

    Parameters
    ----------
    agreement : Entity
    parties : tuple of Entity
        Organisations, networks and bodies that signed it, sorted by identifier.
    last : str
        The newest date on which it is read to have been signed.
    as_of : str
        The date from which the years are counted back.
    facts : tuple of Fact
        The signatures, the last first.
    """

    kind: ClassVar[str] = "agreement"

    agreement: Entity
    parties: tuple[Entity, ...]
    last: str
    as_of: str
    facts: tuple[Fact, ...]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The agreement and its parties."""
        return (self.agreement, *self.parties)

    @property
    def because(self) -> str:
        """The gap in words."""
        by = f" by {', '.join(short_name(party) for party in self.parties)}" if self.parties else ""
        return f"last read to be signed{by} in {self.last}, more than {YEARS} years before {self.as_of}"

    def figures(self) -> dict[str, Any]:
        """The numbers."""
        return {"last_signed": self.last, "parties": [party.id for party in self.parties]}


def stale_agreements(facts: Iterable[Fact], as_of: str | None = None) -> list[StaleAgreement]:
    """Agreements whose last signature lies more than :data:`YEARS` years back.

    Where a date is only a year or a month, the agreement is listed once the years are over on any day it
    may mean. Agreements that ended, and agreements of which no date was read, are not listed.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        From which date to count back; None takes the newest date among the facts, not the clock.

    Returns
    -------
    list of StaleAgreement
        The oldest first.

    Raises
    ------
    InputError
        If the date is none.
    """
    facts = list(facts)
    today = as_of or newest_date(facts)
    if today is None:
        return []
    agreements: dict[str, Entity] = {}
    signatures: dict[str, list[Fact]] = {}
    current = standing(facts, today)
    signed, in_force = (
        {fact.object_id for fact in some if fact.relation == "signatoryOf"}
        for some in (standing(facts, None), current)
    )
    for fact in current:
        agreement = fact.subject if fact.relation in ("signedOn", "established") else fact.object
        if isinstance(agreement, Entity) and agreement.type == "Agreement":
            agreements[agreement.id] = max(agreements.get(agreement.id, agreement), agreement, key=fullness)
            signatures.setdefault(agreement.id, []).append(fact)
    gaps = []
    for name, group in signatures.items():
        if name in signed and name not in in_force:
            continue
        ordered = tuple(sorted(group, key=fact_order))
        last = newest_date(ordered)
        if last is None or _years_after(last_day(last), YEARS) >= first_day(today):
            continue
        ordered = tuple(sorted(ordered, key=lambda fact: newest_date([fact]) != last))
        parties = {fact.subject.id: fact.subject for fact in ordered if fact.relation == "signatoryOf"}
        named = tuple(parties[party] for party in sorted(parties) if parties[party].type != "Person")
        gaps.append(StaleAgreement(agreements[name], named, last, today, ordered))
    return sorted(gaps, key=lambda gap: (last_day(gap.last), gap.agreement.id))


def _years_after(day: str, years: int) -> str:
    # 29 February of a common year sorts between the 28th and 1 March, where it belongs.
    return f"{int(day[:4]) + years:04d}{day[4:]}"
