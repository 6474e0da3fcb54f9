"""What the chair of a body is not: an organisation beside its chair, nor by that alone someone who works for it."""

from qigraph.extraction.sentence.matching import Candidate

__all__ = ["in_the_chair_itself", "only_chair"]


def in_the_chair_itself(candidate: Candidate, accepted: list[Candidate]) -> bool:
    """Whether an organisation would chair what its chair does: "the X Chairman of the Board, Jane Doe".

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    accepted : list of Candidate
        All that were accepted of one document.
    """
    if candidate.relation != "chairs" or candidate.subject.type == "Person":
        return False
    return any(
        c.relation == "chairs"
        and c.subject.type == "Person"
        and c.object is candidate.object
        and (c.block, c.start) == (candidate.block, candidate.start)
        for c in accepted
    )


def only_chair(candidate: Candidate, chairs: set[tuple[int, int]]) -> bool:
    """Whoever is called nothing but the chair of a body is not said to work for it.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    chairs : set of tuple of int
        Who chairs what, by their ids.
    """
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
