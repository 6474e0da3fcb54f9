"""Meetings called by whose they are: "the 36th plenary of the IAF", "its meeting No. 12", "an ILAC workshop"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.event_names import call_event, ordinal, short_names
from qigraph.extraction.names.meeting_phrases import Phrase, meeting_heads, meeting_phrase
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["EventOwner", "EventPhrases"]

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
_OTHER = frozenset(["next", "previous", "following", "upcoming", "forthcoming", "coming"])
"""Words for a meeting that is not the one spoken of."""
_OF_THEM = ("celebration", "celebrations", "anniversary")
"""Heads of what is held for somebody rather than by them."""
_NEW = re.compile(
    r"\b(?:an?|another|next|previous|upcoming|forthcoming|coming|last year's)\s$", re.IGNORECASE
)
_IS_HELD = re.compile(
    r"(?:\s?\([A-Z]{2,5}\))?,?\s(?:(?:was|were) (?:held|hosted|convened|organi[sz]ed)|took place|occurred"
    r"|held (?:in|on|at))\b"
)
"""Behind an assembly: this once it is the meeting, not the body."""
_TO_COME = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:(?:that|which)\s)?(?:will|shall|to be"
    r"|(?:is|are) (?:to be|scheduled|planned|due|expected))\b"
)
"""Behind a meeting that is yet to come."""
_NTH = re.compile(r"(?<![\w-])([\w-]+)\s$")
_ASSEMBLY = re.compile(r"\b(?:Conference|Congress|Assembly)\b")
_COMMITTEE = re.compile(r"^(?:International|Executive|Joint) (?:\w+ ){0,2}Committee\b")
_NOUN_BEHIND = re.compile(
    r"(?:'s?|\u2019s?)?[\s-](?:meetings?|sessions?|members?|plenar\w+|resolutions?|secretariat|report|decision|chair\w*|[A-Z])"
)
_OF_YEAR = re.compile(r"(?:\s?\([A-Z]{2,6}\))?\s((?:19|20)\d\d)\b(?!\s?[-\u2013]\s?\d)")
_SOMEWHERE = re.compile(r"\s(?:in|at|on|from)\s[A-Z\d]")
_TOOK_PLACE = re.compile(
    r"[^.;]{0,90}?\s(?:took place|were (?:jointly )?(?:held|hosted|organi[sz]ed))\s(?:in|on|at|from)\s[A-Z\d]"
)
_MEETING = re.compile(
    r"\s(?:Workshop|Conference|Symposium|Seminar|Congress|Forum|Summit|Meeting|Meetings|Assembly|Session|Course|School|Webinar"
    r"|Training|Plenary|Exhibition|Convention|Colloquium)$"
)
_YEAR_ALONE = re.compile(r"\s(?:19|20)\d\d(?=\s(?:in|at|was|were|is|took|held|organi\w+|hosted|which)\b)")
_FIRST = re.compile(r"\b[Ff]irst(?:[\s-]ever)?\s$")
_POSSESSIVE = re.compile(r"(?:'s?|\u2019s?)\s")
_AT_ITS = re.compile(r"(?:\s?\([^()]*\))?\s(?:at|during|in|for|on|since)\sits\s(?:[\w-]+\s){0,3}")
"""Between a name and its own meeting: "adopted by the CGPM at its 24th meeting"."""
_OPENING = 14
"""Characters in which "At its" opens a sentence."""
_THEN_ACTS = re.compile(r",\s(?:the\s)?$")
_ACTS = re.compile(r"(?:\s?\([^()]*\))?\s(?:also\s|has\s|unanimously\s)?[a-z]+(?:ed|ose|ook|ade|ve|s)\b")
_OBLIQUE = re.compile(
    r"\b(?:of|in|by|with|from|for|to|at|on|under|within|during|between)\s(?:the\s|a\s|an\s)?$"
)

_BESIDE = cued(
    r"\b(?:in conjunction with|back to back with|back-to-back with|in connection with|alongside|prior to|following"
    r"|ahead of|after|before|on the (?:margins|sidelines|occasion) of|in the framework of)\s(?:the\s|a\s|an\s)?$",
    re.IGNORECASE,
)
"""What stands before a meeting that another one is only held beside."""


@dataclass(frozen=True, slots=True)
class EventOwner:
    """Whose meeting a phrase says that it is."""

    block: Block
    start: int
    stop: int
    event: Thing
    owners: tuple[Thing, ...]


_OF_SOMEBODY = re.compile(
    r"(?!It\b|They\b|We\b).*\w\s(?:also\s|has\s|have\s)?(?:held|holds?|host(?:ed|s)?|convened?s?)\s",
    re.DOTALL,
)
"""A subject that nothing knows: "The prMC held its second meeting"."""


_OF_NAMELESS = re.compile(
    r"(?:The|This)\s(?:\w+\s)?(?:forum|network|group|committee|council|board|commission|union|alliance)\s[^;.]*;"
)
"""Whose meeting "its meeting" is behind a semicolon: not that of those whom the sentence before names."""


def _named_after(text: str, sentence: int, at: int, found: list[Mention]) -> list[Thing]:
    """Whose it is in "At its 5th meeting, the CIML decided": who is named behind the comma."""
    if at - sentence > _OPENING:
        return []
    comma = text.find(", ", at)
    for mention in found:
        if mention.type in ACTORS and comma > 0 and 0 <= mention.start - comma - 2 <= len("the "):
            return mention.things[:1]
    return []


_TOP = 8
"""Blocks at the beginning of a document that may name the meeting that it is about."""
_BESIDE_THEIR = 30
"""Characters from one name to "their meeting" beyond which others may be meant."""
_OPENING = 12
"""Characters of a sentence before "its" that are no more than "During"."""


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
        found = [_of_a_year(block.text, mention, self.things) for mention in mentions]
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
            thing = _apposed(block.text, phrase, found) or self._same(block.text, phrase) or self._new(phrase)
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
            if before is None or number is None or not _meets(block.text, mention):
                found.append(mention)
                continue
            surface = block.text[mention.start : mention.stop]
            phrase = Phrase(
                before.start(1), mention.stop, "meeting", owners=[mention.thing], surfaces=[surface]
            )
            phrase.number = number
            thing = self._same(block.text, phrase) or self._new(phrase)
            self._call(block, phrase, thing)
            found.append(Mention(phrase.start, phrase.stop, [thing], "Event"))
        return found

    def _of_the_list(self, block: Block, phrase: Phrase) -> Iterator[Mention]:
        """The other meetings of "the 65th, 66th and 67th meetings", each under its ordinal."""
        head = phrase.head.removesuffix("s")
        for start, stop, number in phrase.others:
            one = replace(phrase, start=start, stop=stop, head=head, number=number, others=[], thing=None)
            thing = self._same(block.text, one) or self._new(one)
            thing.label = f"{block.text[start:stop]} {' '.join([*phrase.words, head])}"
            call_event(thing, head, phrase.words, phrase.owners, phrase.surfaces, number)
            thing.owners += [owner for owner in phrase.owners if owner not in thing.owners]
            one.thing = thing
            self._met.append(one)
            if phrase.owners:
                self.owners.append(EventOwner(block, start, stop, thing, tuple(phrase.owners)))
            yield Mention(start, stop, [thing], "Event")

    def organised(self) -> Iterator[Candidate]:
        """Yield that a meeting is organised by those whose it is, where the sentence does not deny it."""
        for owner in self.owners:
            text = owner.block.text
            start, stop = next(
                ((a, z) for a, z in owner.block.sentences if a <= owner.start < z), (0, len(text))
            )
            reason = objection(text[start:stop], "", None)
            if reason is None and _TO_COME.match(text, owner.stop):
                reason = "planned or wished"
            for actor in owner.owners:
                where = (owner.block, owner.start, owner.stop, "names/meeting", reason)
                yield Candidate(actor, "organised", owner.event, None, None, *where)

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
            phrase.owners = self._possessors(block, phrase.start, word, found)
            phrase.surfaces = [owner.label for owner in phrase.owners]
            phrase.its = bool(phrase.owners)
        return bool(phrase.owners) or phrase.number is not None

    def _possessors(self, block: Block, at: int, word: str, found: list[Mention]) -> list[Thing]:
        """Whose "its meeting" is: who has just been named with an apostrophe, or the subject of the sentence."""
        sentence = next((start for start, stop in block.sentences if start <= at <= stop), 0)
        actors = [m for m in found if sentence <= m.start and m.stop <= at and m.type in ACTORS]
        near = [m for m in actors if at - m.stop < 40 and _POSSESSIVE.match(block.text, m.stop)]
        if near:
            return near[-1].things[:1]
        if not actors and word == "its" and at - sentence < _OPENING:
            stop = next((z for a, z in block.sentences if a == sentence), len(block.text))
            coming = next((m for m in found if at < m.start < stop and m.type in ACTORS), None)
            if (
                coming
                and _THEN_ACTS.search(block.text, at, coming.start)
                and _ACTS.match(block.text, coming.stop)
            ):
                return coming.things[:1]
        if not actors and word != "our":
            if following := _named_after(block.text, sentence, at, found):
                return following
            if _OF_SOMEBODY.match(block.text, sentence, at) or _OF_NAMELESS.match(block.text, sentence, at):
                return []
            earlier = [(a, z) for a, z in block.sentences if z <= sentence]
            sentence = earlier[-1][0] if earlier else 0
            actors = [m for m in found if sentence <= m.start and m.stop <= at and m.type in ACTORS]
        beside = [m for m in actors[-1:] if _AT_ITS.fullmatch(block.text, m.stop, at)]
        if beside:
            return beside[0].things[:1]
        heads = [m for m in actors if not _OBLIQUE.search(block.text[sentence : m.start])]
        if word == "our" or not heads:
            return [self.subject] if self.subject and (word == "our" or not actors) else []
        if word == "its":
            return _subject_of_clause(block.text, heads).things[:1]
        group = _list_from(block.text, heads, actors)
        beside_it = at - heads[-1].stop < _BESIDE_THEIR
        return group if len(group) > 1 or beside_it else []

    def _same(self, text: str, phrase: Phrase) -> Thing | None:
        """An earlier meeting that the phrase may speak of: same number, owners and kind, and none newly introduced."""
        if phrase.thing is not None:
            return phrase.thing
        new = bool(_NEW.search(text, max(0, phrase.start - 24), phrase.start))
        new = new or bool(_OTHER & {word.lower() for word in phrase.words})
        for met in reversed(self._met[-12:]) if not new else ():
            owners = not met.owners or not phrase.owners or _ids(met.owners) == _ids(phrase.owners)
            numbers = met.number == phrase.number or (met.owners and phrase.owners and phrase.number is None)
            if _OTHER & {word.lower() for word in met.words}:
                continue
            if met.said_year and phrase.said_year and met.said_year != phrase.said_year:
                continue
            kinds = {_kind(met.head), _kind(phrase.head)}
            if (
                not _another(met, phrase)
                and owners
                and numbers
                and (len(kinds) == 1 or "event" in kinds)
                and _years(met) == _years(phrase)
            ):
                return met.thing
        return None

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


def _meets(text: str, mention: Mention) -> bool:
    """Whether a name is that of an assembly or a committee that is counted by its meetings, and no noun follows it."""
    if mention.type not in ACTORS or len(mention.things) > 1 or _NOUN_BEHIND.match(text, mention.stop):
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


def _of_a_year(text: str, mention: Mention, things: Things) -> Mention:
    """ "World Weighing Day 2023" and "the first World Weighing Day" are events of a day that comes every year."""
    surface = text[mention.start : mention.stop]
    if (
        mention.type == "Event"
        and _MEETING.search(surface)
        and (year := _YEAR_ALONE.match(text, mention.stop))
    ):
        mention.thing.call(f"{surface}{year.group()}")
        return Mention(mention.start, year.end(), mention.things, "Event")
    if mention.type not in ("Event", "Programme") or not re.search(r"\b(?:Day|Week)(?:\s\(\w+\))?$", surface):
        return mention
    year = _OF_YEAR.match(text, mention.stop)
    first = _FIRST.search(text[: mention.start])
    if year is None and first is None:
        return mention
    start = first.start() if first else mention.start
    stop = year.end() if year else mention.stop
    thing = things.named(f"{surface} {year.group(1)}" if year else f"first {surface}", "Event")
    thing.call(text[start:stop], *(mention.thing.names if mention.type == "Programme" else ()), surface)
    return Mention(start, stop, [thing], "Event") if thing.type == "Event" else mention


def _subject_of_clause(text: str, heads: list[Mention]) -> Mention:
    """The last of the names that follows "and", "where" or the like as a new subject; else the first."""
    fresh = [
        m
        for m in heads[1:]
        if re.search(r"(?:,\s(?:and|while|where)|;|\bwhen|\bthat)\s(?:the\s)?$", text[: m.start])
    ]
    return fresh[-1] if fresh else heads[0]


def _list_from(text: str, heads: list[Mention], actors: list[Mention]) -> list[Thing]:
    """The first name of the sentence with those joined to it."""
    group = [heads[0]]
    for mention in actors[actors.index(heads[0]) + 1 :]:
        between = text[group[-1].stop : mention.start]
        if not re.fullmatch(r"(?:\s\([^()]*\))?(?:,?\sand\s|,\s)(?:the\s)?", between):
            break
        group.append(mention)
    return [thing for m in group for thing in m.things]


def _apposed(text: str, phrase: Phrase, found: list[Mention]) -> Thing | None:
    """The title that follows: an ILAC event, the workshop "…"."""
    comma = re.compile(r",\s(?:the\s|an?\s)?|:\s").match(text, phrase.stop)
    beside = next((m for m in found if comma and m.start == comma.end() and m.type == "Event"), None)
    return beside.thing if beside else None


def _another(met: Phrase, phrase: Phrase) -> bool:
    """Whether one of two is said to be the next or the one before."""
    one, other = ({"next", "previous"} & set(map(str.lower, each.words)) for each in (met, phrase))
    return one != other


def _ids(owners: list[Thing]) -> set[int]:
    return {id(owner) for owner in owners}


def _kind(head: str) -> str:
    head = head.lower()
    singular = head[:-1] if head.endswith("s") and head[:-1] in lexicon().heads else head
    return singular.rsplit(" ", 1)[-1]


def _years(phrase: Phrase) -> list[str]:
    return [word for word in phrase.words if re.fullmatch(r"(?:19|20)\d\d", word)]
