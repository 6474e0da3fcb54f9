"""One thing for another in what was read: what two names were found to mean is one thing from then on."""

from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["replaced"]


def replaced(candidate: Candidate, same: dict[int, Thing]) -> Candidate:
    """The candidate with the things put in that stand for those it has.

    Parameters
    ----------
    candidate : Candidate
        Of the document.
    same : dict of int to Thing
        By the id of a thing what stands for it.
    """
    target = candidate.object
    return replace(
        candidate,
        subject=same.get(id(candidate.subject), candidate.subject),
        object=same.get(id(target), target) if isinstance(target, Thing) else target,
    )
