"""What a text speaks of as it runs on: "The objective was to …" is that of what the sentence before began with."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.reference.about import About
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["Running"]

_SPOKEN_OF = {*ACTORS, "Programme", "Event", "Agreement", "Publication", "Instrument", "System", "Person"}
_WORKERS = {*ACTORS, "Programme"}
_OBLIQUE = re.compile(
    r"\b(?:of|in|by|with|from|for|to|at|on|under|within|during|between|among|through|via)\s"
    r"(?:the\s|a\s|an\s|its\s|their\s|our\s)?$",
    re.IGNORECASE,
)
_NEAR_START = 70
"""Characters of a sentence within which its subject stands."""


class Running:
    """Who or what the last sentences were about, in reading order.

    Parameters
    ----------
    about : About
        What the document is about: that is spoken of below a heading that names nothing.
    """

    def __init__(self, about: About) -> None:
        self._about = about
        self._heading: Block | None = None
        self._thing: Thing | None = about.of(["Organisation", "Network", "Body", "Programme"])

    def of(self, block: Block, start: int, mentions: list[Mention]) -> Thing | None:
        """Who a sentence that names no subject of its own speaks of; None if that cannot work on a topic.

        Parameters
        ----------
        block : Block
            Where the sentence stands.
        start : int
            Where it begins.
        mentions : list of Mention
            Of the sentence; the first of them near its begin is spoken of from now on.
        """
        if block.heading is not self._heading:
            self._heading = block.heading
            self._thing = self._about.of(["Organisation", "Network", "Body", "Programme"])
        before = self._thing
        for mention in mentions:
            near = mention.type in _SPOKEN_OF and mention.start - start <= _NEAR_START
            if near and not _OBLIQUE.search(block.text[start : mention.start]):
                self._thing = mention.thing
                break
        return before if before is not None and before.type in _WORKERS else None

    def headed(self, heading: Block | None, spoken: dict[Block, list[Mention]]) -> Thing | None:
        """Whom a section speaks of: who its heading names, else who the document is about."""
        named = [m for m in spoken.get(heading, []) if m.type in _WORKERS] if heading is not None else []
        if named:
            return named[-1].thing if len({id(m.thing) for m in named}) == 1 else None
        return self._about.of(["Organisation", "Network", "Body", "Programme"])
