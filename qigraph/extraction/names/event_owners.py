"""Whose a meeting is by the phrase that calls it, and that it is they who organise it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing

__all__ = ["EventOwner", "organised"]

_TO_COME = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:(?:that|which)\s)?(?:will|shall|to be"
    r"|(?:is|are) (?:to be|scheduled|planned|due|expected))\b"
)
"""Behind a meeting that is yet to come."""


@dataclass(frozen=True, slots=True)
class EventOwner:
    """Whose meeting a phrase says that it is."""

    block: Block
    start: int
    stop: int
    event: Thing
    owners: tuple[Thing, ...]


def organised(owners: Iterable[EventOwner]) -> Iterator[Candidate]:
    """Yield that a meeting is organised by those whose it is, where the sentence does not deny it.

    Parameters
    ----------
    owners : iterable of EventOwner
        What phrases say of whose meetings they are.
    """
    for owner in owners:
        text = owner.block.text
        start, stop = next(((a, z) for a, z in owner.block.sentences if a <= owner.start < z), (0, len(text)))
        reason = objection(text[start:stop], "", None)
        if reason is None and _TO_COME.match(text, owner.stop):
            reason = "planned or wished"
        for actor in owner.owners:
            where = (owner.block, owner.start, owner.stop, "names/meeting", reason)
            yield Candidate(actor, "organised", owner.event, None, None, *where)
