"""When somebody had a share in a publication: when it came out, if no other date is told."""

from collections.abc import Iterable
from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate

__all__ = ["dated_shares"]


def dated_shares(candidates: Iterable[Candidate], accepted: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, contributions without a date with that of the publication where it came out but once.

    Parameters
    ----------
    candidates : iterable of Candidate
        All of one document.
    accepted : iterable of Candidate
        Those of them that were accepted.
    """
    issued: dict[int, set[str]] = {}
    for candidate in accepted:
        if candidate.relation == "issued" and candidate.since is not None:
            issued.setdefault(id(candidate.object), set()).add(candidate.since)
    return [_dated(candidate, issued) for candidate in candidates]


def _dated(candidate: Candidate, issued: dict[int, set[str]]) -> Candidate:
    dates = issued.get(id(candidate.object), set())
    if candidate.relation != "contributedTo" or candidate.since is not None or len(dates) != 1:
        return candidate
    return replace(candidate, since=next(iter(dates)))
