"""One event under two names: "SIM General Assembly 2019" in a title, "its 25th General Assembly in May 2019"."""

import re
from collections.abc import Iterable
from itertools import combinations

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.event_names import ordinal
from qigraph.extraction.reference.one_for_another import replaced
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["same_events", "tell_apart", "without_vaguer"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AND_MEETINGS = re.compile(
    r"\s(?:and|&)\s(?:(?:related|associated|side|committee)\s)?(?:meetings|events|workshops)$", re.I
)
_ASSEMBLY = re.compile(r"\b(?:Assembly|Conference|Congress)\b")
_ANY_MEETING = frozenset(["meeting", "annual meeting", "annual meetings", "meetings", "session"])
_ANNUAL = frozenset(["annual meeting", "annual meetings"])
"""What an assembly may be called besides."""
_COUNTED = re.compile(r"[\w-]+")
_MOST_BEARERS = 40


def same_events(every: list[Candidate]) -> list[Candidate]:
    """Put one event for two that have the same kind, number or year, and owner, and no date that differs.

    Parameters
    ----------
    every : list of Candidate
        All of a document.
    """
    events: dict[int, Thing] = {}
    held: dict[int, set[str]] = {}
    for candidate in every:
        for thing in (candidate.subject, candidate.object):
            if isinstance(thing, Thing) and thing.type == "Event":
                events.setdefault(id(thing), thing)
        if (
            candidate.relation == "heldOn"
            and candidate.objection is None
            and isinstance(candidate.object, str)
        ):
            held.setdefault(id(candidate.subject), set()).add(candidate.object)
    if len(events) < 2:
        return every
    instead: dict[int, Thing] = {}
    groups: dict[str, list[Thing]] = {}
    for thing in events.values():
        groups.setdefault(_kind(thing.label), []).append(thing)
    for kind, group in groups.items():
        if kind:
            instead.update(_merged(group, held))
    instead.update(_assembled([thing for thing in events.values() if id(thing) not in instead], held))
    instead.update(_joint([thing for thing in events.values() if id(thing) not in instead], held))
    for kind, group in groups.items():
        if kind and len(group) == len("ab") and not any(id(thing) in instead for thing in group):
            instead.update(_titled(group, every, held))
    return [replaced(candidate, instead) for candidate in every] if instead else every


def _merged(group: list[Thing], held: dict[int, set[str]]) -> dict[int, Thing]:
    """For the events of one kind: which one stands for which."""
    numbered = [(number, thing) for thing in group if (number := _number(thing.label))]
    instead: dict[int, Thing] = {}
    first: dict[str, list[Thing]] = {}
    for number, thing in numbered:
        same = [t for t in first.get(number, []) if _agree(t, thing, held, apart=False)]
        if same:
            _take(same[0], thing, instead, held)
        else:
            first.setdefault(number, []).append(thing)
    kept = [thing for things in first.values() for thing in things]
    for thing in group:
        year = _year(thing, held)
        if _number(thing.label) or year is None or not thing.owners:
            continue
        same = [t for t in kept if _agree(t, thing, held, apart=True) and _in_year(t, year, held)]
        if len(same) == 1:
            _take(same[0], thing, instead, held)
    return instead


def _titled(group: list[Thing], every: list[Candidate], held: dict[int, set[str]]) -> dict[int, Thing]:
    """The event of a headline, "A holds Oslo Workshop on Scales", and "A held a workshop" below it, the only two."""
    named = [thing for thing in group if thing.own]
    nameless = [
        thing for thing in group if not thing.own and not thing.owners and _number(thing.label) is None
    ]
    if len(named) != 1 or len(nameless) != 1 or not _agree_on_dates(named[0], nameless[0], held):
        return {}
    holders: dict[int, set[int]] = {}
    for c in every:
        if c.relation == "organised" and c.objection is None and isinstance(c.object, Thing):
            holders.setdefault(id(c.object), set()).add(id(c.subject))
    if not holders.get(id(named[0]), set()) & holders.get(id(nameless[0]), set()):
        return {}
    instead: dict[int, Thing] = {}
    _take(named[0], nameless[0], instead, held)
    return instead


def _assembled(events: list[Thing], held: dict[int, set[str]]) -> dict[int, Thing]:
    """The nth meeting and the nth assembly of the same owner: "25th Meeting of the NWO General Assembly"."""
    instead: dict[int, Thing] = {}
    numbered: dict[tuple[str, int], list[Thing]] = {}
    for thing in events:
        number = _number(thing.label)
        roots = {id(root) for owner in thing.owners for root in (owner.owners or [owner])}
        if number is not None and len(roots) == 1:
            numbered.setdefault((number, roots.pop()), []).append(thing)
    for same in numbered.values():
        kinds = {_kind(thing.label) for thing in same}
        gathered = any(_ASSEMBLY.search(thing.label) for thing in same) and bool(kinds & _ANY_MEETING)
        alike = all(_ASSEMBLY.search(t.label) or _kind(t.label) in _ANNUAL for t in same)
        if len(same) == len("ab") and gathered and alike and _agree_on_dates(same[0], same[1], held):
            _take(same[0], same[1], instead, held)
    return instead


def _joint(events: list[Thing], held: dict[int, set[str]]) -> dict[int, Thing]:
    """The only two joint meetings of the same owners: "A/B Plenary Meeting", "Joint Annual Meeting of A and B"."""
    instead: dict[int, Thing] = {}
    shared: dict[tuple[frozenset[int], str], list[Thing]] = {}
    for thing in events:
        kind = _kind(thing.label)
        if kind and len(thing.owners) > 1 and _number(thing.label) is None:
            key = (frozenset(id(owner) for owner in thing.owners), kind.rsplit(" ", 1)[-1])
            shared.setdefault(key, []).append(thing)
    for same in shared.values():
        if len(same) == len("ab") and _agree(same[0], same[1], held, apart=True):
            _take(same[0], same[1], instead, held)
    return instead


def _take(kept: Thing, other: Thing, instead: dict[int, Thing], held: dict[int, set[str]]) -> None:
    instead[id(other)] = kept
    kept.call(other.label, *other.names)
    kept.owners += [owner for owner in other.owners if owner not in kept.owners]
    held[id(kept)] = held.get(id(kept), set()) | held.get(id(other), set())


def _agree(one: Thing, other: Thing, held: dict[int, set[str]], *, apart: bool) -> bool:
    """Whether nothing tells two events apart: owners and dates; ``apart`` demands that they share an owner."""
    if one.owners and other.owners:
        if not {id(owner) for owner in one.owners} & {id(owner) for owner in other.owners}:
            return False
    elif apart or not (one.owners or other.owners):
        return False
    return _agree_on_dates(one, other, held)


def _agree_on_dates(one: Thing, other: Thing, held: dict[int, set[str]]) -> bool:
    dates, others = held.get(id(one), set()), held.get(id(other), set())
    return all(a.startswith(b) or b.startswith(a) for a in dates for b in others)


def _year(thing: Thing, held: dict[int, set[str]]) -> str | None:
    """The year that is all that an event is known by, in its name or for its date."""
    named = _YEAR.search(thing.label)
    dates = held.get(id(thing), set())
    return (
        named.group() if named else next((d for d in dates if len(dates) == 1 and _YEAR.fullmatch(d)), None)
    )


def _in_year(thing: Thing, year: str, held: dict[int, set[str]]) -> bool:
    return any(date.startswith(year) for date in held.get(id(thing), ()))


def _number(label: str) -> str | None:
    return next((n for word in _COUNTED.findall(label) if (n := ordinal(word))), None)


def _kind(label: str) -> str:
    """The head noun of what an event is called: "general assembly"."""
    kind = lexicon().head_type(_YEAR.sub("", _AND_MEETINGS.sub("", label)).strip())
    return kind[1] if kind and kind[0] == "Event" else ""


def without_vaguer(every: Iterable[Candidate]) -> list[Candidate]:
    """Without the year of an event whose day is known as well, and without the country where the city is."""
    listed = list(every)
    held: dict[int, set[str]] = {}
    cities: dict[int, set[str]] = {}
    for c in listed:
        if c.objection is None and c.relation == "heldOn" and isinstance(c.object, str):
            held.setdefault(id(c.subject), set()).add(c.object)
        elif c.objection is None and c.relation == "heldIn" and isinstance(c.object, Thing):
            cities.setdefault(id(c.subject), set()).update(c.object.names)
    return [c for c in listed if not _vaguer(c, held, cities)]


def _vaguer(candidate: Candidate, held: dict[int, set[str]], cities: dict[int, set[str]]) -> bool:
    target, key = candidate.object, id(candidate.subject)
    if candidate.relation == "heldOn" and isinstance(target, str):
        return any(date != target and date.startswith(target) for date in held.get(key, ()))
    if candidate.relation == "heldIn" and isinstance(target, Thing):
        return target.label in lexicon().countries and target.label in cities.get(key, ())
    return False


def tell_apart(accepted: Iterable[Candidate]) -> None:
    """Take from events that cannot be one the names that they share: "committee meeting" of the 5th and the 6th.

    Parameters
    ----------
    accepted : iterable of Candidate
        All that hold; the names of their events are changed.
    """
    events: dict[int, Thing] = {}
    held: dict[int, set[str]] = {}
    for candidate in accepted:
        for thing in (candidate.subject, candidate.object):
            if isinstance(thing, Thing) and thing.type == "Event" and thing.entity is None:
                events.setdefault(id(thing), thing)
        if candidate.relation == "heldOn" and isinstance(candidate.object, str):
            held.setdefault(id(candidate.subject), set()).add(candidate.object)
    bearers: dict[str, list[Thing]] = {}
    for thing in events.values():
        for name in {name.lower() for name in (thing.label, *thing.names)}:
            bearers.setdefault(name, []).append(thing)
    for name, several in bearers.items():
        if 1 < len(several) <= _MOST_BEARERS and any(
            _differ(a, b, held) for a, b in combinations(several, 2)
        ):
            for thing in several:
                for own in [own for own in thing.names if own.lower() == name]:
                    del thing.names[own]


def _differ(one: Thing, other: Thing, held: dict[int, set[str]]) -> bool:
    """Whether number or date tell two events apart."""
    first, second = _number(one.label), _number(other.label)
    if first and second and first != second:
        return True
    dates, others = held.get(id(one), set()), held.get(id(other), set())
    return bool(dates and others) and not any(
        a.startswith(b) or b.startswith(a) for a in dates for b in others
    )
