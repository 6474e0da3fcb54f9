"""Second thoughts on the whole document: when and where events took place, who agreements are between, their names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import call_agreement, canonical, is_several
from qigraph.extraction.reference.same_days import same_days
from qigraph.extraction.reference.same_events import same_events, tell_apart, without_vaguer
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.signing import BY_OFFICE
from qigraph.extraction.things import Thing
from qigraph.extraction.time.dates import written

__all__ = ["complete"]

_NUMBERED = re.compile(
    r"\d(?:st|nd|rd|th)\b|No\.|\b(?:first|second|third|fourth|fifth)\b|\b20\d\d\b", re.IGNORECASE
)
_ANY_KIND = {"agreement", "agreements", "arrangement", "arrangements", "memorandum", "pact", "accord"}
"""What agreements of other kinds may be called when they are spoken of again."""
_ANOTHER = re.compile(
    r"\b(?:second|third|fourth|new|another|further|additional|other|separate)\b", re.IGNORECASE
)
_MOST_PARTNERS = 4
_TWO = 2
_YEAR = "2000"
_MONTH = len("2000-01")
_OF_EVENT = ("organised", "sponsored", "participatedIn")
_WITH_THESE = re.compile(
    r"\b(?:established|founded|set up|created|formed|launched)\s(?:with|by)\s(?:[\w-]+\s){0,4}?[\w-]*member(?:s\b|\s)"
)
"""A group that began with its members: they joined on that day."""
_TIMELESS = ("heldIn", "partOf", "maintains", "addressesGoal", "worksOn")
"""Relations that the fact format gives no date: what a sentence dates beside them is something else."""


def complete(raw: Iterable[Candidate]) -> list[Candidate]:
    """Carry the dates of events and signatures to the facts that lack them, and name what has no name.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of one document.

    Returns
    -------
    list of Candidate
        The same, completed.
    """
    every = same_events(_same_agreements([_as_part(candidate) for candidate in raw]))
    every = without_vaguer(same_days(every))
    told = _parties_told(every)
    every = [c for c in every if not _by_office_alone(c, told)]
    accepted = [c for c in every if c.objection is None]
    held = _dates(accepted, "heldOn")
    signed = _dates(accepted, "signedOn")
    founded = _dates(accepted, "established")
    partners = list(_partners(accepted))
    _name_events(accepted, held)
    tell_apart(accepted)
    _name_agreements(accepted, signed)
    observers = {(id(c.subject), id(c.object), c.block.text) for c in accepted if c.relation == "observerAt"}
    every = [c for c in every if not _as_observer(c, observers)] + list(_twinned(accepted))
    every += list(_in_units(accepted))
    every = [c for c in every if not _own_meeting(c) and not _other_edition(c, held)]
    every += partners
    joining = _joining(accepted)
    every = [
        c for c in every if c.relation != "cooperatesWith" or (id(c.block), c.start, c.rule) not in joining
    ]
    every = [c for c in every if not _joined_a_third(c, accepted)]
    crowd = _crowds(accepted)
    every = [c for c in every if c.relation != "cooperatesWith" or (id(c.block), c.start) not in crowd]
    chairs = {(id(c.subject), id(c.object)) for c in accepted if c.relation == "chairs"}
    every = [c for c in every if not _in_the_chair_itself(c, accepted)]
    return [_dated(c, held, signed, founded) for c in every if not _only_chair(c, chairs)]


def _same_agreements(every: list[Candidate]) -> list[Candidate]:
    """What is signed without a name is the agreement that the document names by the same parties."""
    named: dict[frozenset[int], Thing] = {}
    signed: dict[int, set[int]] = {}
    nameless: dict[int, Thing] = {}
    for candidate in every:
        target = candidate.object
        if candidate.relation != "signatoryOf" or candidate.objection or not isinstance(target, Thing):
            continue
        if target.own and len(target.parties) > 1:
            named.setdefault(frozenset(id(party) for party in target.parties), target)
        elif not target.own and candidate.subject.type != "Person":
            nameless[id(target)] = target
            signed.setdefault(id(target), set()).add(id(candidate.subject))
    dated = {id(c.subject): c.object for c in every if c.relation == "signedOn" and not c.objection}
    first: dict[frozenset[int], list[int]] = {}
    same: dict[int, Thing] = {}
    for key, who in signed.items():
        parties = frozenset(who)
        alike = (k for k in first.get(parties, ()) if _one(nameless[k], nameless[key], dated))
        if parties in named:
            same[key] = named[parties]
        elif len(parties) > 1 and (earlier := next(alike, None)) is not None:
            same[key] = nameless[earlier]
        else:
            first.setdefault(parties, []).append(key)
    for key, agreement in same.items():
        agreement.call(nameless[key].label, *nameless[key].names)
    return [_instead(candidate, same) for candidate in every]


def _one(agreement: Thing, later: Thing, dated: dict[int, str | Thing]) -> bool:
    """Whether what is signed later between the same parties may be the same agreement: no other kind, no other date."""
    kinds = [lexicon().head_type(re.sub(r"\s\([^()]*\)", "", thing.label)) for thing in (agreement, later)]
    heads = {canonical(kind[1]) for kind in kinds if kind} - _ANY_KIND
    one, other = str(dated.get(id(agreement), "")), str(dated.get(id(later), ""))
    told_apart = bool(one and other) and not (one.startswith(other) or other.startswith(one))
    return len(heads) < 2 and not told_apart and not _ANOTHER.search(later.label)


def _instead(candidate: Candidate, same: dict[int, Thing]) -> Candidate:
    target = candidate.object
    return replace(
        candidate,
        subject=same.get(id(candidate.subject), candidate.subject),
        object=same.get(id(target), target) if isinstance(target, Thing) else target,
    )


def _own_meeting(candidate: Candidate) -> bool:
    """Whether it says no more than that somebody was at a meeting of its own."""
    target = candidate.object
    return (
        candidate.relation == "participatedIn"
        and isinstance(target, Thing)
        and candidate.subject in target.owners
    )


def _joined_a_third(candidate: Candidate, accepted: list[Candidate]) -> bool:
    """Whether two do no more than sign the memorandum of somebody else: "A and B signed the IAF MoU"."""
    if candidate.relation != "cooperatesWith" or not candidate.rule.startswith("agreements/signs"):
        return False
    pair = {id(candidate.subject), id(candidate.object)}
    for other in accepted:
        pact = other.object
        here = other.block is candidate.block and other.start == candidate.start
        if here and other.relation == "signatoryOf" and isinstance(pact, Thing) and len(pact.parties) == 1:
            return id(other.subject) in pair and id(pact.parties[0]) not in pair
    return False


def _crowds(accepted: list[Candidate]) -> set[tuple[int, int]]:
    """The sentences in which so many sign one agreement that no two of them can be said to work together."""
    parties: dict[tuple[int, int], set[int]] = {}
    for candidate in accepted:
        if candidate.relation == "signatoryOf" and candidate.subject.type != "Person":
            parties.setdefault((id(candidate.block), candidate.start), set()).add(id(candidate.subject))
    return {where for where, signed in parties.items() if len(signed) > _MOST_PARTNERS}


_UNITS = re.compile(
    r"\b(?:divisions|departments|units|sections|directorates|committees|groups|organs)\b", re.IGNORECASE
)


def _lists_units(candidate: Candidate) -> bool:
    """Whether a list is one of units: "The office has two divisions:"."""
    lead = candidate.block.lead
    return lead is not None and _UNITS.search(lead.text) is not None


def _joining(accepted: list[Candidate]) -> set[tuple[int, int, str]]:
    """Where it is said that some signed an agreement that is called by its owner, "the IAF MoU": they join it."""
    found = set()
    for candidate in accepted:
        pact = candidate.object
        if candidate.relation != "signatoryOf" or not isinstance(pact, Thing) or not pact.own:
            continue
        if len(pact.owners) == 1 and candidate.subject is not pact.owners[0] and len(pact.parties) < _TWO:
            found.add((id(candidate.block), candidate.start, candidate.rule))
    return found


def _as_part(candidate: Candidate) -> Candidate:
    """The committees of which an organisation consists are parts of it rather than members."""
    one = candidate.subject
    consists = candidate.relation == "memberOf" and (
        candidate.rule == "membership/is-member"
        or (candidate.rule == "membership/members" and _lists_units(candidate))
    )
    if consists and one.type == "Body" and one.entity is None and isinstance(candidate.object, Thing):
        return replace(candidate, relation="partOf", since=None, until=None)
    return candidate


def _as_observer(candidate: Candidate, observers: set[tuple[int, int, str]]) -> bool:
    """Who joined as an observer is none of the members."""
    key = (id(candidate.subject), id(candidate.object), candidate.block.text)
    return candidate.relation == "memberOf" and key in observers


_UNIT = re.compile(
    r"\b(?:departments?|divisions?|sections?|units?|branch|directorates?|laborator(?:y|ies))\b", re.IGNORECASE
)


def _in_units(accepted: list[Candidate]) -> Iterator[Candidate]:
    """Who works in a department works for those whose department it is."""
    known = {(id(c.subject), id(c.object)) for c in accepted if c.relation == "affiliatedWith"}
    for candidate in accepted:
        unit = candidate.object
        if candidate.relation != "affiliatedWith" or not isinstance(unit, Thing) or unit.type != "Body":
            continue
        owner = unit.owners[0] if len(unit.owners) == 1 and _UNIT.search(unit.label) else None
        if (
            owner is not None
            and owner.type == "Organisation"
            and (id(candidate.subject), id(owner)) not in known
        ):
            yield replace(candidate, object=owner)


def _twinned(accepted: list[Candidate]) -> Iterator[Candidate]:
    """The two that signed a twinning arrangement are twins."""
    parties: dict[int, list[Candidate]] = {}
    for candidate in accepted:
        target = candidate.object
        if (
            candidate.relation == "signatoryOf"
            and isinstance(target, Thing)
            and "twinning" in target.label.lower()
        ):
            parties.setdefault(id(target), []).append(candidate)
    for signed in parties.values():
        pair = list({id(c.subject): c for c in signed if c.subject.type == "Organisation"}.values())
        if len(pair) == 2:
            yield replace(pair[0], relation="twinnedWith", object=pair[1].subject)


def _partners(accepted: list[Candidate]) -> Iterator[Candidate]:
    """Those who signed one agreement with each other work together, where no sentence names them side by side."""
    parties: dict[int, dict[int, Candidate]] = {}
    known = {frozenset((id(c.subject), id(c.object))) for c in accepted if c.relation == "cooperatesWith"}
    for candidate in accepted:
        pact = candidate.object
        if (
            candidate.relation == "signatoryOf"
            and isinstance(pact, Thing)
            and candidate.subject.type != "Person"
        ):
            between = not pact.own or len(pact.parties) > 1
            if between and not is_several(pact.label):
                parties.setdefault(id(pact), {}).setdefault(id(candidate.subject), candidate)
    for signed in parties.values():
        for one, other in combinations(signed.values(), 2) if len(signed) <= _MOST_PARTNERS else ():
            if frozenset((id(one.subject), id(other.subject))) not in known:
                yield replace(one, relation="cooperatesWith", object=other.subject, since=None, until=None)


def _parties_told(every: list[Candidate]) -> dict[int, list[Candidate]]:
    """Where organisations are said to be parties of each agreement, not only that their officers signed it."""
    told: dict[int, list[Candidate]] = {}
    for candidate in every:
        signed = candidate.relation == "signatoryOf" and candidate.objection is None
        if signed and candidate.subject.type != "Person" and candidate.rule != BY_OFFICE:
            told.setdefault(id(candidate.object), []).append(candidate)
    return told


def _by_office_alone(candidate: Candidate, told: dict[int, list[Candidate]]) -> bool:
    """Whether an organisation would sign an agreement of two others, told elsewhere, for its head signed it."""
    if candidate.rule != BY_OFFICE or candidate.subject.type == "Person":
        return False
    where = (candidate.block, candidate.start)
    parties = {id(c.subject) for c in told.get(id(candidate.object), []) if (c.block, c.start) != where}
    return len(parties) > 1 and id(candidate.subject) not in parties


def _in_the_chair_itself(candidate: Candidate, accepted: list[Candidate]) -> bool:
    """Whether an organisation would chair what its chair does: "the X Chairman of the Board, Jane Doe"."""
    if candidate.relation != "chairs" or candidate.subject.type == "Person":
        return False
    return any(
        c.relation == "chairs"
        and c.subject.type == "Person"
        and c.object is candidate.object
        and (c.block, c.start) == (candidate.block, candidate.start)
        for c in accepted
    )


def _only_chair(candidate: Candidate, chairs: set[tuple[int, int]]) -> bool:
    """Whoever is called nothing but the chair of a body is not said to work for it."""
    role = (candidate.role or "").lower()
    return (
        candidate.relation == "affiliatedWith"
        and (id(candidate.subject), id(candidate.object)) in chairs
        and (
            not role
            or "chair" in role
            or "conven" in role
            or (role.endswith("president") and "vice" not in role)
        )
    )


def _dates(accepted: list[Candidate], relation: str) -> dict[int, tuple[str, str | None]]:
    """The most precise date of each event or agreement; the last signature counts."""
    found: dict[int, tuple[str, str | None]] = {}
    for candidate in accepted:
        if candidate.relation == relation and isinstance(candidate.object, str):
            date = (candidate.object, candidate.until)
            known = found.get(id(candidate.subject))
            if known is None or len(date[0]) > len(known[0]):
                found[id(candidate.subject)] = date
    return found


def _other_edition(candidate: Candidate, held: dict[int, tuple[str, str | None]]) -> bool:
    """A year in which the event, whose day or month is known, was not held: that of its first or next edition."""
    known = held.get(id(candidate.subject))
    if known is None or candidate.relation != "heldOn" or not isinstance(candidate.object, str):
        return False
    return len(known[0]) > len(_YEAR) and candidate.object[: len(_YEAR)] != known[0][: len(_YEAR)]


def _dated(
    candidate: Candidate,
    held: dict[int, tuple[str, str | None]],
    signed: dict[int, tuple[str, str | None]],
    founded: dict[int, tuple[str, str | None]],
) -> Candidate:
    if isinstance(candidate.object, str):
        return candidate
    if candidate.relation in _TIMELESS:
        return replace(candidate, since=None, until=None)
    if candidate.relation in _OF_EVENT and id(candidate.object) in held:
        since, _ = held[id(candidate.object)]
        if candidate.since is None or since.startswith(candidate.since) or len(since) > _MONTH:
            return replace(candidate, since=since, until=None)
    whole = candidate.object.within
    if (
        candidate.relation in _OF_EVENT
        and candidate.since is None
        and whole is not None
        and id(whole) in held
    ):
        return replace(candidate, since=held[id(whole)][0], until=None)
    if candidate.relation == "signatoryOf" and candidate.since is None and id(candidate.object) in signed:
        return replace(candidate, since=signed[id(candidate.object)][0])
    if candidate.relation == "memberOf" and candidate.since is None and id(candidate.object) in founded:
        said = candidate.block.text[candidate.start : candidate.stop]
        return (
            replace(candidate, since=founded[id(candidate.object)][0])
            if _WITH_THESE.search(said)
            else candidate
        )
    if candidate.relation == "foundedBy" and candidate.since is None and id(candidate.subject) in founded:
        return replace(candidate, since=founded[id(candidate.subject)][0])
    return candidate


def _name_events(accepted: list[Candidate], held: dict[int, tuple[str, str | None]]) -> None:
    places: dict[int, Thing] = {}
    events: dict[int, Thing] = {}
    for candidate in accepted:
        for thing in (candidate.subject, candidate.object):
            if isinstance(thing, Thing) and thing.type == "Event" and not thing.own:
                events[id(thing)] = thing
        if candidate.relation == "heldIn" and isinstance(candidate.object, Thing):
            places.setdefault(id(candidate.subject), candidate.object)
    for key, event in events.items():
        noun = event.label
        date, place = held.get(key), places.get(key)
        if place:
            event.call(f"{noun} in {place.label}", f"{place.label} {noun}")
        if date:
            event.call(f"{noun} of {written(date[0])}", f"{noun} on {written(date[0])}")
        if place and date:
            event.call(f"{noun} in {place.label} on {written(date[0])}")
        if event.owners:
            event.label = noun if _NUMBERED.search(noun) or not date else f"{noun} of {written(date[0])}"
        elif place and date:
            event.label = f"{place.label} {noun} of {written(date[0])}"
        elif place:
            event.label = f"{noun} in {place.label}"
        elif date:
            event.label = f"{noun} of {written(date[0])}"
        event.call(noun)


def _name_agreements(accepted: list[Candidate], signed: dict[int, tuple[str, str | None]]) -> None:
    parties: dict[int, list[Thing]] = {}
    agreements: dict[int, Thing] = {}
    for candidate in accepted:
        target = candidate.object
        if (
            candidate.relation == "signatoryOf"
            and isinstance(target, Thing)
            and candidate.subject.type != "Person"
        ):
            agreements[id(target)] = target
            known = parties.setdefault(id(target), [])
            if candidate.subject not in known:
                known.append(candidate.subject)
    for key, agreement in agreements.items():
        between = [_short(thing) for thing in parties[key]]
        noun = re.sub(r"\s\([^()]*\)", "", agreement.label)
        if agreement.own and len(agreement.parties) > 1:
            kind = lexicon().head_type(noun)
            call_agreement(agreement, kind[1] if kind else noun, agreement.parties)
        if agreement.own or not between:
            continue
        call_agreement(agreement, noun, parties[key])
        if key in signed:
            agreement.call(f"{noun} of {written(signed[key][0])}")
        if 1 < len(between) < 7 and not is_several(noun):
            agreement.label = (
                f"{noun[:1].upper()}{noun[1:]} between {', '.join(between[:-1])} and {between[-1]}"
            )
            agreement.own = True


def _short(thing: Thing) -> str:
    names = [name for name in (thing.label, *thing.names) if name.isupper() or len(name) < 12]
    return min(names, key=len) if names else thing.label
