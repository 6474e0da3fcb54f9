"""Units of organisations: those that it consists of are parts of it, and who works in one works for it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["as_part", "in_units"]

_UNITS = re.compile(
    r"\b(?:divisions|departments|units|sections|directorates|committees|groups|organs)\b", re.IGNORECASE
)
_UNIT = re.compile(
    r"\b(?:departments?|divisions?|sections?|units?|branch|directorates?|laborator(?:y|ies)|offices?|teams?)\b",
    re.IGNORECASE,
)


def as_part(candidate: Candidate) -> Candidate:
    """The committees of which an organisation consists are parts of it rather than members.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    """
    one = candidate.subject
    consists = candidate.relation == "memberOf" and (
        candidate.rule == "membership/is-member"
        or (candidate.rule == "membership/members" and _lists_units(candidate))
    )
    if consists and one.type == "Body" and one.entity is None and isinstance(candidate.object, Thing):
        return replace(candidate, relation="partOf", since=None, until=None)
    return candidate


def in_units(accepted: list[Candidate]) -> Iterator[Candidate]:
    """Who works in a department works for those whose department it is.

    Parameters
    ----------
    accepted : list of Candidate
        All that were accepted of one document.
    """
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


def _lists_units(candidate: Candidate) -> bool:
    """Whether a list is one of units: "The office has two divisions:"."""
    lead = candidate.block.lead
    return lead is not None and _UNITS.search(lead.text) is not None
