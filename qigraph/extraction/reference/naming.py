"""Names for what has none: a workshop is called by its place and date, an agreement by who signed it."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import call_agreement, is_several
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing
from qigraph.extraction.time.dates import written

__all__ = ["name_agreements", "name_events"]

_NUMBERED = re.compile(
    r"\b(?-i:[XVI]{2,6})\b|\d(?:st|nd|rd|th)\b|No\.|\b(?:first|second|third|fourth|fifth)\b|\b20\d\d\b",
    re.IGNORECASE,
)


def name_events(accepted: list[Candidate], held: dict[int, tuple[str, str | None]]) -> None:
    """Name the events without a name of their own.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    held : dict of int to tuple
        By the id of each event its date.
    """
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


def name_agreements(accepted: list[Candidate], signed: dict[int, tuple[str, str | None]]) -> None:
    """Name the agreements without a name of their own.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    signed : dict of int to tuple
        By the id of each agreement its date.
    """
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
