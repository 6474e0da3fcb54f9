"""Ceremonies at which the agreement of the document was signed: they were on that day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["signing_ceremonies"]

_CEREMONY = re.compile(
    r"(?:(?:short|brief|formal|official|virtual|online|special|solemn|small|joint)\s)*"
    r"(?:signing(?:\s(?:ceremony|event))?|signature ceremony|ceremony)",
    re.IGNORECASE,
)


def signing_ceremonies(
    accepted: list[Candidate],
    held: Mapping[int, tuple[str, str | None]],
    signed: Mapping[int, tuple[str, str | None]],
) -> Iterator[Candidate]:
    """Yield that a ceremony was on the only day on which the document has anything signed.

    Parameters
    ----------
    accepted : list of Candidate
        All that hold in the document.
    held, signed : mapping of int to tuple
        By the id of each event and agreement its date.
    """
    days = {date for date, _ in signed.values()}
    told: set[int] = set()
    for candidate in accepted if len(days) == 1 else ():
        for thing in (candidate.subject, candidate.object):
            if (
                not isinstance(thing, Thing)
                or thing.type != "Event"
                or id(thing) in told
                or id(thing) in held
            ):
                continue
            if _CEREMONY.fullmatch(thing.label):
                told.add(id(thing))
                yield replace(
                    candidate, subject=thing, relation="heldOn", object=next(iter(days)), since=None, until=None,
                    rule="structure/ceremony", role=None,
                )  # fmt: skip
