"""What a meeting decided is dated by the meeting: "At its 12th session the council admitted NWB", "NWO was elected"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.reference.dates_beside import date_in_front, date_over, with_term
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing

__all__ = ["MeetingDates"]

_Dates = Mapping[int, tuple[str, str | None]]
_DEEDS = {
    "memberOf": cued(
        r"\b(?:admitted|admits|accepted|welcomed|elected|approved|granted|admission|accession|joined|join|became|confirmed"
        r"|received|new(?:est)? (?:\w+ ){0,3}members?)\b",
        re.IGNORECASE,
    ),
    "chairs": cued(
        r"\b(?:(?:re-?)?elect(?:ed|ion|s)|(?:re-?)?appoint(?:ed|ment|s)|approved|confirmed|nominated|named|handed over"
        r"|took over|takes over|succeeds?|succeeded|became|chosen)\b",
        re.IGNORECASE,
    ),
    "issued": cued(
        r"\b(?:adopt(?:ed|s|ion)|approv(?:ed|es|al)|launch(?:ed|es)?|endors(?:ed|es)|published|presented|unveiled"
        r"|released|agreed|passed|issued)\b",
        re.IGNORECASE,
    ),
    "signatoryOf": cued(
        r"\b(?:sign(?:ed|s|ing|ature)?|renew(?:ed|s|al)|conclu(?:ded|sion)|initialled|inked|acceded)\b",
        re.IGNORECASE,
    ),
    "successorOf": cued(r"\b(?:renamed|replaced|merged|decided|agreed)\b", re.IGNORECASE),
    "foundedBy": cued(
        r"\b(?:founded|established|created|set up|launched|formed|decided|agreed)\b", re.IGNORECASE
    ),
}
_DEEDS |= {
    "observerAt": _DEEDS["memberOf"],
    "affiliatedWith": _DEEDS["chairs"],
    "secretariatOf": _DEEDS["chairs"],
    "signedOn": _DEEDS["signatoryOf"],
}
"""By relation the words that make it a deed done at a meeting."""
_AT = re.compile(
    r"\b(?:at|during|in|by|within|(?:on|in) the (?:margins?|sidelines?|fringes?|occasion|course|framework|wings) of"
    r"|(?:alongside|on occasion of))\s(?:(?:the|its|their|our|this|that|a|an)\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_OF_EVENTS = ("organised", "participatedIn", "sponsored")
_WITHIN = re.compile(
    r"\b(?:during|within|as part of|(?:on|in) the (?:margins?|sidelines?|fringes?|framework|course|ambit) of|within the"
    r" (?:ambit|framework) of|in conjunction with|back[\s-]to[\s-]back with|alongside)\s(?:(?:the|its|their|this)\s)?"
    r"(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Before an event that another one was held in the course of."""
_SUBJECT = re.compile(r"\W*(?:[Tt]he\s|[Ii]ts\s|[Tt]his\s)?$")
_SINCE_THEN = re.compile(r"\b(?:since|already|previously|earlier|had (?:been )?\w+ed|in (?:19|20)\d\d)\b")
_HEARD_OF = re.compile(
    r"\b(?:report(?:ed|s)? (?:on|that)|noted|informed|recalled|prior to|before|after|following)\b"
)


class MeetingDates:
    """When the meetings of a document were, for what was done at them.

    Parameters
    ----------
    accepted : iterable of Candidate
        All that hold in the document.
    held : mapping of int to tuple
        By the id of each event its date.
    spoken : mapping of Block to sequence of Mention
        Whom and what each block speaks of.
    about : Thing or None
        The meeting that the whole document is about.
    """

    def __init__(
        self,
        accepted: Iterable[Candidate],
        held: _Dates,
        spoken: Mapping[Block, Sequence[Mention]],
        about: Thing | None,
    ) -> None:
        self._held = held
        self._spoken = spoken
        self._about = about
        self._by_name: dict[str, set[str]] = {}
        for event in {id(c.subject): c.subject for c in accepted if id(c.subject) in held}.values():
            for name in (event.label, *event.names):
                self._by_name.setdefault(name, set()).add(held[id(event)][0])
        self._recent = self._recently() if about is not None else {}

    def _recently(self) -> dict[Block, Thing | None]:
        """The last event with a date that was spoken of at each block."""
        recent: dict[Block, Thing | None] = {}
        last: Thing | None = self._about
        for block, mentions in self._spoken.items():
            for mention in mentions:
                if mention.type == "Event" and self._of(mention.thing) is not None:
                    same = self._about is not None and self._of(mention.thing) == self._of(self._about)
                    last = self._about if same else mention.thing
            recent[block] = last
        return recent

    def dated(self, candidate: Candidate) -> Candidate:
        """The candidate with the date of the meeting that did what it tells, if it has none.

        Parameters
        ----------
        candidate : Candidate
            Of the document.
        """
        candidate = with_term(candidate, self._spoken.get(candidate.block, ()))
        deed = _DEEDS.get(candidate.relation)
        if candidate.since or candidate.until or candidate.objection:
            return candidate
        block = candidate.block
        if candidate.relation in _OF_EVENTS and isinstance(candidate.object, Thing):
            return self._within(candidate, candidate.object)
        if deed is None:
            return candidate
        said = next(((a, z) for a, z in block.sentences if a <= candidate.start < z), (0, len(block.text)))
        sentence = block.text[slice(*said)]
        if block.kind == "item" and block.lead is not None:
            sentence = f"{block.lead.text} {sentence}"
        if not deed.search(sentence) or _SINCE_THEN.search(sentence):
            return candidate
        here = [m for m in self._spoken.get(block, ()) if m.type == "Event" and said[0] <= m.start < said[1]]
        told = {self._of(m.thing) for m in here if _decides(block.text, said[0], m)}
        if not told and (beside := date_in_front(block) or date_over(block)) is not None:
            told = {beside}
        elif not here and self._recent.get(block) is self._about and not _HEARD_OF.search(sentence):
            told = {self._of(self._about)} if self._about is not None else told
        return replace(candidate, since=told.pop()) if len(told) == 1 else candidate

    def _within(self, candidate: Candidate, event: Thing) -> Candidate:
        """The candidate of an event with the date of the one that the sentence says it was held within."""
        block = candidate.block
        said = next(((a, z) for a, z in block.sentences if a <= candidate.start < z), (0, len(block.text)))
        others = [
            m
            for m in self._spoken.get(block, ())
            if m.type == "Event" and m.thing is not event and said[0] <= m.start < said[1]
        ]
        told = {self._of(m.thing) for m in others if _WITHIN.search(block.text, said[0], m.start)} - {None}
        if not told and (beside := date_in_front(block)) is not None:
            told = {beside}
        return replace(candidate, since=told.pop()) if len(told) == 1 else candidate

    def _of(self, event: Thing) -> str | None:
        """When an event was, also if it has been found to be one that goes by another name."""
        if id(event) in self._held:
            return self._held[id(event)][0]
        dates = self._by_name.get(event.label, set())
        return next(iter(dates)) if len(dates) == 1 else None


def _decides(text: str, start: int, meeting: Mention) -> bool:
    """Whether something is said to be done at a meeting, or by it."""
    before = text[start : meeting.start]
    return bool(_AT.search(before) or _SUBJECT.fullmatch(before))
