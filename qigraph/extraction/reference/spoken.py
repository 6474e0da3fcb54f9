"""Reference: what has been spoken of so far in a document, and where its reading stands."""

import re
from dataclasses import dataclass, field

from qigraph.extraction.names.event_phrases import EventPhrases
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["ASIDE", "OBLIQUE", "ORGANISATIONS", "SUBJECTS", "Spoken", "free"]

SUBJECTS = {*ACTORS, "Programme", "System", "Agreement", "Publication", "Instrument", "Event"}
"""What a sentence may speak of, and the next one call "it"."""
ORGANISATIONS = ("Organisation", "Network")
"""What is called an organisation."""
ASIDE = frozenset(["Topic", "Goal", "Place"])
"""What is named beside what a sentence speaks of."""
OBLIQUE = re.compile(
    r"\b(?:of|in|by|with|from|for|to|at|on|under|within|during)\s(?:the\s|a\s|an\s|its\s)?$|\($"
)
"""What stands before a name that is not the subject of its sentence."""


@dataclass
class Spoken:
    """What has been spoken of so far in a document.

    Parameters
    ----------
    things : Things
        All of the document.
    subject : Thing or None
        Whose document it is.
    meetings : EventPhrases or None
        The reader of phrases for events; it knows which meeting the document is about.
    history : list of Mention
        Of the blocks before, in order.
    text : str
        The block that is read.
    sentence : int
        Where its sentence begins that is read.
    previous : int or None
        Where the sentence before that begins, if it is in the same block.
    read : list of tuple of int
        The sentences of the block that are read.
    carried : Thing or None
        What the last sentence of the block before speaks of.
    pairs : dict of int to list of Thing
        By the id of each agreement the two that were named where it was first spoken of.
    held : Thing or None
        The event that a block began with and said to have been held.
    """

    things: Things
    subject: Thing | None
    meetings: EventPhrases | None = None
    history: list[Mention] = field(default_factory=list)
    text: str = ""
    sentence: int = 0
    previous: int | None = None
    read: list[tuple[int, int]] = field(default_factory=list)
    carried: Thing | None = None
    pairs: dict[int, list[Thing]] = field(default_factory=dict)
    held: Thing | None = None

    def earlier(self, position: int, found: list[Mention]) -> list[Mention]:
        """Mentions before a position, nearest first."""
        here = sorted((m for m in found if m.stop <= position), key=lambda m: -m.start)
        return here + self.history[::-1]

    def sentence_before(self, found: list[Mention]) -> list[Mention]:
        """What the sentence before this one names, in order."""
        since = self.previous
        before = [m for m in found if since is not None and since <= m.start < self.sentence]
        return sorted(before, key=lambda m: m.start)


def free(start: int, stop: int, mentions: list[Mention]) -> bool:
    """Whether no mention stands where something is found.

    Parameters
    ----------
    start, stop : int
        Where it is found.
    mentions : list of Mention
        Of the block.
    """
    return all(stop <= m.start or m.stop <= start for m in mentions)
