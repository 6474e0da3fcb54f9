"""Organisations that would sign an agreement of others only because their officer signed it."""

from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.signing import BY_OFFICE

__all__ = ["by_office_alone", "parties_told"]


def parties_told(every: list[Candidate]) -> dict[int, list[Candidate]]:
    """Where organisations are said to be parties of each agreement, not only that their officers signed it.

    Parameters
    ----------
    every : list of Candidate
        All of one document.
    """
    told: dict[int, list[Candidate]] = {}
    for candidate in every:
        signed = candidate.relation == "signatoryOf" and candidate.objection is None
        if signed and candidate.subject.type != "Person" and candidate.rule != BY_OFFICE:
            told.setdefault(id(candidate.object), []).append(candidate)
    return told


def by_office_alone(candidate: Candidate, told: dict[int, list[Candidate]]) -> bool:
    """Whether an organisation would sign an agreement of two others, told elsewhere, for its head signed it.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    told : dict of int to list of Candidate
        What ``parties_told`` found.
    """
    if candidate.rule != BY_OFFICE or candidate.subject.type == "Person":
        return False
    where = (candidate.block, candidate.start)
    parties = {id(c.subject) for c in told.get(id(candidate.object), []) if (c.block, c.start) != where}
    return len(parties) > 1 and id(candidate.subject) not in parties
