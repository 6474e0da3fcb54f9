"""Dates that are carried to facts without one: from the event to who took part, from the signature to who signed."""

import re
from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate

__all__ = ["dated", "known_dates", "other_edition"]

_YEAR = "2000"
_MONTH = len("2000-01")
_OF_EVENT = ("organised", "sponsored", "participatedIn")
_OF_FOUNDING = ("foundedBy", "successorOf")
_WITH_THESE = re.compile(
    r"\b(?:established|founded|set up|created|formed|launched)\s(?:with|by)\s(?:[\w-]+\s){0,4}?[\w-]*member(?:s\b|\s)"
)
"""A group that began with its members: they joined on that day."""
_LABELLED = re.compile(r"\W*[^.:]{3,40}:\W*\s")
"""A field of a fact sheet: who pays for a project does so from its start."""
_TIMELESS = ("heldIn", "partOf", "maintains", "addressesGoal", "worksOn")
"""Relations that the fact format gives no date: what a sentence dates beside them is something else."""

_BEGUN = ("papers/taken over", "keeping/passed-on", "keeping/hosted-since")
"""Rules that tell since when something is kept."""


def known_dates(accepted: list[Candidate], relation: str) -> dict[int, tuple[str, str | None]]:
    """The most precise date of each event or agreement; the last signature counts.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    relation : str
        That gives the date: "heldOn".
    """
    found: dict[int, tuple[str, str | None]] = {}
    for candidate in accepted:
        if candidate.relation == relation and isinstance(candidate.object, str):
            date = (candidate.object, candidate.until)
            known = found.get(id(candidate.subject))
            if known is None or len(date[0]) > len(known[0]):
                found[id(candidate.subject)] = date
    return found


def other_edition(candidate: Candidate, held: dict[int, tuple[str, str | None]]) -> bool:
    """A year in which the event, whose day or month is known, was not held: that of its first or next edition.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    held : dict of int to tuple
        By the id of each event its date.
    """
    known = held.get(id(candidate.subject))
    if known is None or candidate.relation != "heldOn" or not isinstance(candidate.object, str):
        return False
    return len(known[0]) > len(_YEAR) and candidate.object[: len(_YEAR)] != known[0][: len(_YEAR)]


def dated(
    candidate: Candidate,
    held: dict[int, tuple[str, str | None]],
    signed: dict[int, tuple[str, str | None]],
    founded: dict[int, tuple[str, str | None]],
) -> Candidate:
    """The candidate with the date that the document gives elsewhere, if it has none; without one where none may be.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    held, signed, founded : dict of int to tuple
        By the id of each event, agreement and group its date.
    """
    if isinstance(candidate.object, str):
        return candidate
    if candidate.relation in _TIMELESS and candidate.rule not in _BEGUN:
        return replace(candidate, since=None, until=None)
    if candidate.relation in _OF_EVENT and id(candidate.object) in held:
        since, _ = held[id(candidate.object)]
        if candidate.since is None or since.startswith(candidate.since) or len(since) > _MONTH:
            return replace(candidate, since=since, until=None)
    ran = candidate.relation in ("organised", "sponsored") and candidate.object.type == "Programme"
    if ran and candidate.since is None and candidate.until is None and id(candidate.object) in founded:
        return replace(candidate, since=founded[id(candidate.object)][0])
    whole = candidate.object.within
    if (
        candidate.relation in _OF_EVENT
        and candidate.since is None
        and whole is not None
        and id(whole) in held
    ):
        return replace(candidate, since=held[id(whole)][0], until=None)
    if (
        candidate.relation == "sponsored"
        and candidate.since is None
        and _LABELLED.match(candidate.block.text)
    ):
        begun = founded.get(id(candidate.object))
        return replace(candidate, since=begun[0]) if begun else candidate
    if candidate.relation == "signatoryOf" and candidate.since is None and id(candidate.object) in signed:
        return replace(candidate, since=signed[id(candidate.object)][0])
    if candidate.relation == "memberOf" and candidate.since is None and id(candidate.object) in founded:
        said = candidate.block.text[candidate.start : candidate.stop]
        return (
            replace(candidate, since=founded[id(candidate.object)][0])
            if _WITH_THESE.search(said)
            else candidate
        )
    if candidate.relation in _OF_FOUNDING and candidate.since is None and id(candidate.subject) in founded:
        return replace(candidate, since=founded[id(candidate.subject)][0])
    return candidate
