"""Second thoughts on the whole document: what one sentence says corrects and completes what others say."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.reference.by_office import by_office_alone, parties_told
from qigraph.extraction.reference.ceremonies import signing_ceremonies
from qigraph.extraction.reference.chairs import in_the_chair_itself, only_chair
from qigraph.extraction.reference.deeds_at_meetings import MeetingDates
from qigraph.extraction.reference.known_dates import dated, known_dates, other_edition
from qigraph.extraction.reference.naming import name_agreements, name_events
from qigraph.extraction.reference.office_dates import of_office
from qigraph.extraction.reference.partners import crowds, joined_a_third, joining, partners, twinned
from qigraph.extraction.reference.same_agreements import same_agreements
from qigraph.extraction.reference.same_days import same_days
from qigraph.extraction.reference.same_events import same_events, tell_apart, without_vaguer
from qigraph.extraction.reference.shares import dated_shares
from qigraph.extraction.reference.units import as_part, in_units
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing

__all__ = ["complete"]

_NOTHING: Mapping[Block, Sequence[Mention]] = MappingProxyType({})


def complete(
    raw: Iterable[Candidate],
    spoken: Mapping[Block, Sequence[Mention]] = _NOTHING,
    meeting: Thing | None = None,
) -> list[Candidate]:
    """Carry the dates of events and signatures to the facts that lack them, and name what has no name.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of one document.
    spoken : mapping of Block to sequence of Mention
        Whom and what each block speaks of.
    meeting : Thing or None
        The meeting that the document is about.

    Returns
    -------
    list of Candidate
        The same, completed.
    """
    every = same_events(same_agreements([as_part(of_office(candidate)) for candidate in raw]))
    every = without_vaguer(same_days(every))
    told = parties_told(every)
    every = [c for c in every if not by_office_alone(c, told)]
    accepted = [c for c in every if c.objection is None]
    held = known_dates(accepted, "heldOn")
    signed = known_dates(accepted, "signedOn")
    every += (ceremonies := list(signing_ceremonies(accepted, held, signed)))
    accepted += ceremonies
    held |= known_dates(ceremonies, "heldOn")
    founded = known_dates(accepted, "established")
    working_together = list(partners(accepted))
    name_events(accepted, held)
    tell_apart(accepted)
    name_agreements(accepted, signed)
    observers = {(id(c.subject), id(c.object), c.block.text) for c in accepted if c.relation == "observerAt"}
    every = [c for c in every if not _as_observer(c, observers)] + list(twinned(accepted))
    every += list(in_units(accepted))
    every = [c for c in every if not _own_meeting(c) and not other_edition(c, held)]
    every += working_together
    joins = joining(accepted)
    every = [
        c for c in every if c.relation != "cooperatesWith" or (id(c.block), c.start, c.rule) not in joins
    ]
    every = [c for c in every if not joined_a_third(c, accepted)]
    crowd = crowds(accepted)
    every = [c for c in every if c.relation != "cooperatesWith" or (id(c.block), c.start) not in crowd]
    chairs = {(id(c.subject), id(c.object)) for c in accepted if c.relation == "chairs"}
    every = [c for c in every if not in_the_chair_itself(c, accepted)]
    every = [dated(c, held, signed, founded) for c in every if not only_chair(c, chairs)]
    meetings = MeetingDates(accepted, held, spoken, meeting)
    return [meetings.dated(c) for c in dated_shares(every, accepted)]


def _own_meeting(candidate: Candidate) -> bool:
    """Whether it says no more than that somebody was at a meeting of its own."""
    target = candidate.object
    return (
        candidate.relation == "participatedIn"
        and isinstance(target, Thing)
        and candidate.subject in target.owners
    )


def _as_observer(candidate: Candidate, observers: set[tuple[int, int, str]]) -> bool:
    """Who joined as an observer is none of the members."""
    key = (id(candidate.subject), id(candidate.object), candidate.block.text)
    return candidate.relation == "memberOf" and key in observers
