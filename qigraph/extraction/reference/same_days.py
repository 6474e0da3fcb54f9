"""One event under two names: "the committee met on 3 and 4 May" is the meeting of 3 and 4 May that has a name."""

from qigraph.extraction.reference.one_for_another import replaced
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["same_days"]

_ANY = frozenset(["meeting", "event", "session", "gathering"])
"""What any event may be called."""
_DAY = 10
"""Characters of a date with its day."""


def same_days(every: list[Candidate]) -> list[Candidate]:
    """Let an event that is called nothing but "meeting" be the only one with a name that was held on the same days.

    Parameters
    ----------
    every : list of Candidate
        All candidates of one document.
    """
    held: dict[int, set[tuple[str, str | None]]] = {}
    events: dict[int, Thing] = {}
    for candidate in every:
        date = candidate.object
        if candidate.relation == "heldOn" and not candidate.objection and isinstance(date, str):
            events[id(candidate.subject)] = candidate.subject
            held.setdefault(id(candidate.subject), set()).add((date, candidate.until))
    days = {key: next(iter(found)) for key, found in held.items() if len(found) == 1}
    days = {key: found for key, found in days.items() if len(found[0]) == _DAY}
    same: dict[int, Thing] = {}
    for key in days:
        if _is_nameless(events[key]):
            alike = [k for k in days if days[k] == days[key] and not _is_nameless(events[k])]
            if len(alike) == 1:
                same[key] = events[alike[0]]
    return [replaced(candidate, same) for candidate in every] if same else every


def _is_nameless(event: Thing) -> bool:
    return not event.own and not event.owners and event.label.lower() in _ANY
