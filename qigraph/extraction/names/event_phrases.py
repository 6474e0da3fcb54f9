"""Meetings called by whose they are: "the 36th plenary of the IAF", "its meeting No. 12", "an ILAC workshop"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.event_names import call_event, ordinal, short_names
from qigraph.extraction.names.event_owners import EventOwner
from qigraph.extraction.names.meeting_phrases import Phrase, meeting_heads, meeting_phrase
from qigraph.extraction.names.meeting_possessors import possessors
from qigraph.extraction.names.same_meetings import same_meeting
from qigraph.extraction.names.yearly_events import of_a_year
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["EventPhrases"]

_DETERMINER = re.compile(
    r"\b(?P<word>the|a|an|its|their|our|this|that|these|any|each|every|all|no|such|possible|future|proposed|planned"
    r"|some|most|many|regular|various|several|other|further)\s$",
    re.IGNORECASE,
)
_NOBODYS = frozenset(
    [
        *("any", "each", "every", "all", "no", "such", "possible", "future", "proposed", "planned"),
        *("some", "most", "many", "various", "several", "other", "further"),
    ]
)
_OF_THEM = ("celebration", "celebrations", "anniversary", "peer evaluation", "peer evaluations")
"""Heads of what is held for somebody rather than by them."""
_IS_HELD = re.compile(
    r"(?:\s?\([A-Z]{2,5}\))?,?\s(?:(?:was|were) (?:held|hosted|convened|organi[sz]ed)|took place|occurred"
    r"|held (?:in|on|at))\b"
)
"""Behind an assembly: this once it is the meeting, not the body."""
_NTH = re.compile(r"(?<![\w-])([\w-]+)\s$")
_ASSEMBLY = re.compile(r"\b(?:Conference|Congress|Assembly)\b")
_COMMITTEE = re.compile(r"^(?:International|Executive|Joint) (?:\w+ ){0,2}Committee\b")
_NOUN_BEHIND = re.compile(
    r"(?:'s?|\u2019s?)?[\s-](?:meetings?|sessions?|members?|plenar\w+|resolutions?|secretariat|report|decision|chair\w*|[A-Z])"
)
_ROMAN_BEHIND = re.compile(
    r"(?:\s?\([A-Z]{2,8}\))?\s(?P<number>(?=[XVI]{2})X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-])"
)
"""The number of a conference that is held every so many years: "PASC XXIX"."""
_AND_MEETINGS = re.compile(r"\s(?:and|&)\s(?:[A-Z][\w-]+\s){1,3}[Mm]eetings?\b")
"""What is held with an assembly: "the 24th APLMF and Working Group Meetings"."""
_SOMEWHERE = re.compile(r"\s(?:in|at|on|from)\s[A-Z\d]")
_TOOK_PLACE = re.compile(
    r"[^.;]{0,90}?\s(?:took place|were (?:jointly )?(?:held|hosted|organi[sz]ed))\s(?:in|on|at|from)\s[A-Z\d]"
)
_BESIDE = cued(
    r"\b(?:in conjunction with|back to back with|back-to-back with|in connection with|alongside|prior to|following"
    r"|ahead of|after|before|on the (?:margins|sidelines|occasion) of|in the framework of)\s(?:the\s|a\s|an\s)?$",
    re.IGNORECASE,
)
"""What stands before a meeting that another one is only held beside."""
_TOP = 8
"""Blocks at the beginning of a document that may name the meeting that it is about."""


class EventPhrases:
    """Finds the meetings of one document that are called by whose they are, or by their number.

    Parameters
    ----------
    things : Things
        What the document speaks of.
    subject : Thing or None
        What it is about: "our" and "its" at its beginning.

    Attributes
    ----------
    about : Thing or None
        The meeting that the document's title or first paragraph names first.
    owners : list of EventOwner
        Whose the meetings are, as the phrases say.
    """

    def __init__(self, things: Things, subject: Thing | None) -> None:
        self.things = things
        self.subject = subject
        self.owners: list[EventOwner] = []
        self.about: Thing | None = None
        self._met: list[Phrase] = []
        self._blocks = 0

    def read(self, block: Block, mentions: list[Mention]) -> list[Mention]:
        """The mentions of a block, those of meetings joined with the names of their owners.

        Parameters
        ----------
        block : Block
        mentions : list of Mention
            By name, in order, without overlaps.
        """
        self._blocks += 1
        found = [of_a_year(block.text, mention, self.things) for mention in mentions]
        at = 0
        while head := meeting_heads().search(block.text, at):
            at = head.end()
            phrase = meeting_phrase(block.text, head, found)
            if phrase is not None and phrase.others:
                phrase.head = phrase.head.removesuffix("s")
            if phrase is None or not self._own(block, phrase, found):
                continue
            covered = [m for m in found if m.start < phrase.stop and phrase.start < m.stop]
            body = any(m.type == "Body" and block.text[: m.stop].endswith("Assembly") for m in covered)
            if body and not phrase.number and not _IS_HELD.match(block.text, phrase.stop):
                continue
            if any(m.type == "Event" and m.thing.own and not m.thing.owners for m in covered):
                continue
            thing = (
                _apposed(block.text, phrase, found)
                or same_meeting(self._met, block.text, phrase)
                or self._new(phrase)
            )
            self._call(block, phrase, thing)
            found = [m for m in found if m not in covered]
            found.append(Mention(phrase.start, phrase.stop, [thing], "Event"))
            found += self._of_the_list(block, phrase)
            at = max(at, phrase.stop)
        found = self._of_assemblies(block, found)
        return sorted(found, key=lambda m: m.start)

    def _of_assemblies(self, block: Block, mentions: list[Mention]) -> list[Mention]:
        """ "The 26th CGPM" is a meeting of that assembly."""
        found = []
        for mention in mentions:
            before = _NTH.search(block.text, max(0, mention.start - 24), mention.start)
            number = ordinal(before.group(1)) if before else None
            behind = mention.stop
            if number is not None and (more := _AND_MEETINGS.match(block.text, mention.stop)):
                behind = more.end()
            if number is None and (roman := _ROMAN_BEHIND.match(block.text, mention.stop)):
                before, number, behind = None, ordinal(roman.group("number")), roman.end()
            if number is None or not _meets(block.text, mention, numbered=behind > mention.stop):
                found.append(mention)
                continue
            surface = block.text[mention.start : mention.stop]
            start, stop = (before.start(1), mention.stop) if before else (mention.start, behind)
            stop = max(stop, behind)
            phrase = Phrase(start, stop, "meeting", owners=[mention.thing], surfaces=[surface])
            phrase.number = number
            thing = same_meeting(self._met, block.text, phrase) or self._new(phrase)
            self._call(block, phrase, thing)
            found.append(Mention(phrase.start, phrase.stop, [thing], "Event"))
        return found

    def _of_the_list(self, block: Block, phrase: Phrase) -> Iterator[Mention]:
        """The other meetings of "the 65th, 66th and 67th meetings", each under its ordinal."""
        head = phrase.head.removesuffix("s")
        for start, stop, number in phrase.others:
            one = replace(phrase, start=start, stop=stop, head=head, number=number, others=[], thing=None)
            thing = same_meeting(self._met, block.text, one) or self._new(one)
            thing.label = f"{block.text[start:stop]} {' '.join([*phrase.words, head])}"
            call_event(thing, head, phrase.words, phrase.owners, phrase.surfaces, number)
            thing.owners += [owner for owner in phrase.owners if owner not in thing.owners]
            one.thing = thing
            self._met.append(one)
            if phrase.owners:
                self.owners.append(EventOwner(block, start, stop, thing, tuple(phrase.owners)))
            yield Mention(start, stop, [thing], "Event")

    def _own(self, block: Block, phrase: Phrase, found: list[Mention]) -> bool:
        """Whether the phrase says whose meeting it is or which; "its" is looked up."""
        text = block.text
        before = _DETERMINER.search(text, max(0, phrase.start - 12), phrase.start)
        word = before.group("word").lower() if before else ""
        if word in _NOBODYS or (not phrase.owners and not phrase.number and not word):
            return False
        head = phrase.head.lower()
        plural = head.endswith("s") and head[:-1] in lexicon().heads
        told = phrase.number is not None or (
            not phrase.owners and any(re.fullmatch(r"(?:19|20)\d\d", w) for w in phrase.words)
        )
        if plural and not told and _alone_in_line(block, phrase):
            return False
        if plural and not told and not phrase.capital and not _told_once(text, phrase, word):
            return False
        if word in ("its", "their", "our") and phrase.owners:
            phrase.number = None
        if word in ("its", "their", "our") and not phrase.owners:
            phrase.owners = possessors(block, phrase.start, word, found, self.subject)
            phrase.surfaces = [owner.label for owner in phrase.owners]
            phrase.its = bool(phrase.owners)
        return bool(phrase.owners) or phrase.number is not None

    def _new(self, phrase: Phrase) -> Thing:
        thing = Thing("Event", phrase.head, own=False)
        self.things.all.append(thing)
        return thing

    def _call(self, block: Block, phrase: Phrase, thing: Thing) -> None:
        surface = block.text[phrase.start : phrase.stop]
        thing.call(surface)
        if phrase.its:
            surface = f"{'-'.join(short_names(owner)[-1] for owner in phrase.owners)} {surface}"
        if len(surface) > len(thing.label) or not thing.names:
            thing.call(thing.label)
            thing.names.pop(surface, None)
            old, thing.label = thing.label, surface
            thing.call(old)
        thing.call(surface)
        call_event(thing, phrase.head, phrase.words, phrase.owners, phrase.surfaces, phrase.number)
        thing.owners += [owner for owner in phrase.owners if owner not in thing.owners]
        phrase.thing = thing
        beside = _BESIDE.search(block.text, max(0, phrase.start - 40), phrase.start)
        if (
            self.about is None
            and not self._met
            and self._blocks <= _TOP
            and not beside
            and (block.kind == "heading" or block.heading is None)
        ):
            self.about = thing
        self._met.append(phrase)
        if phrase.head.lower() in _OF_THEM:
            return
        if phrase.owners and "next" not in map(str.lower, phrase.words):
            where = (block, phrase.start, phrase.stop, thing)
            self.owners.append(EventOwner(*where, tuple(phrase.owners)))


def _meets(text: str, mention: Mention, *, numbered: bool = False) -> bool:
    """Whether a name is that of an assembly or a committee that is counted by its meetings, and no noun follows it."""
    if mention.type not in ACTORS or len(mention.things) > 1:
        return False
    if numbered and _AND_MEETINGS.match(text, mention.stop):
        return True
    if not numbered and _NOUN_BEHIND.match(text, mention.stop):
        return False
    surface = text[mention.start : mention.stop]
    every = (mention.thing.label, *mention.thing.names)
    return any(_ASSEMBLY.search(name) for name in every) or (
        surface.isupper() and any(_COMMITTEE.search(name) for name in every)
    )


def _alone_in_line(block: Block, phrase: Phrase) -> bool:
    """Whether a line says nothing else: "ILAC Meetings" above a paragraph is a heading."""
    ends = {len(block.text), *(at - 1 for at in block.breaks)}
    begins = {0, *block.breaks}
    return phrase.start in begins and phrase.stop in ends


def _told_once(text: str, phrase: Phrase, word: str) -> bool:
    """Whether meetings took place together: "held its committee meetings in Oslo", "IAF workshops on … took place"."""
    if word in ("its", "their") and phrase.words and _SOMEWHERE.match(text, phrase.stop):
        return True
    return bool(phrase.owners) and word not in ("its", "their") and bool(_TOOK_PLACE.match(text, phrase.stop))


def _apposed(text: str, phrase: Phrase, found: list[Mention]) -> Thing | None:
    """The title that follows: an ILAC event, the workshop "…"."""
    comma = re.compile(r",\s(?:the\s|an?\s)?|:\s").match(text, phrase.stop)
    beside = next((m for m in found if comma and m.start == comma.end() and m.type == "Event"), None)
    return beside.thing if beside else None
