"""Minutes: whoever speaks in the minutes of a meeting was there."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.skeleton import FILLER, Skeleton
from qigraph.extraction.structure.who_list import BRACKET, PERSON, places, places_before, those
from qigraph.extraction.things import Mention, Thing

__all__ = ["Minutes"]

_HEAD = 8
"""Blocks at the beginning of a document that tell that it holds minutes."""
_TITLE = 4
_MINUTES = re.compile(
    r"\b(?:minutes|summary record|record of (?:discussions|the meeting)|proceedings)\b"
    r"|\breport of the\s(?:[\w-]+\s){0,5}?(?:meeting|session|plenary)\b",
    re.IGNORECASE,
)
_SPOKE = (
    r"(?:informed|explained|mentioned|reported|noted|stated|said|added|presented|proposed|suggested|recalled|thanked|asked"
    r"|confirmed|introduced|outlined|summari[sz]ed|commented|pointed out|stressed|advised|opened|closed|welcomed"
    r"|reminded|indicated|announced|requested|observed|clarified|replied|responded|emphasi[sz]ed|underlined|highlighted|expressed"
    r"|spoke|took the floor|gave (?:a|an|the)\b|invited|agreed with|seconded|called for)"
)
_SPEAKS = re.compile(
    rf"(?P<who>{PERSON}){BRACKET}(?:,\s[^;:]{{3,90}},)?\s(?:also\s|then\s|briefly\s|further\s|again\s)?(?={_SPOKE}\b)"
)
_GIVEN_FLOOR = re.compile(
    rf"\b(?:floor|word)\sto\s{FILLER}*(?P<who>{PERSON})"
    rf"|\b(?:introduced|welcomed|welcome to)\s[^;.]{{0,80}}?(?P<met>{PERSON})"
    rf"(?![^;.]{{0,40}}\bas\s(?:its|the|an?|their)\b)"
)
_ABSENT = re.compile(
    r"\b(?:not able to|unable to|apolog|absent|regret|was not present|were not present)", re.IGNORECASE
)


class Minutes:
    """Reads who speaks, where a document is the minutes of one meeting.

    Parameters
    ----------
    meeting : Thing or None
        The meeting that the document is about.

    Attributes
    ----------
    told : bool
        Whether the head of the document has said that it holds minutes.
    """

    def __init__(self, meeting: Thing | None) -> None:
        self.meeting = meeting
        self.told = False
        self._seen: list[Block] = []

    def speakers(self, block: Block, frame_of: Skeleton) -> Iterator[Thing]:
        """Yield who speaks in a sentence of minutes.

        Parameters
        ----------
        block : Block
            Where the sentence stands.
        frame_of : Skeleton
            Of the sentence.
        """
        if len(self._seen) < _HEAD and not any(block is seen for seen in self._seen):
            self._seen.append(block)
            title = block.kind == "heading" or len(self._seen) < _TITLE
            if title and _MINUTES.search(block.text):
                self.told = True
                named = (
                    m.thing for m in frame_of.at.values() if isinstance(m, Mention) and m.type == "Event"
                )
                self.meeting = self.meeting or next(named, None)
        if self.meeting is None:
            return
        text = frame_of.text
        if not self.told or PERSON not in text or _ABSENT.search(text):
            return
        for speaks in _SPEAKS.finditer(text):
            yield from those(frame_of, places_before(frame_of, speaks.start("who")))
        for given in _GIVEN_FLOOR.finditer(text):
            at = given.start("who") if given.group("who") else given.start("met")
            yield from those(frame_of, places(frame_of, at))
