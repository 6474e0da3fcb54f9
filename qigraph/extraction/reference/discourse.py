"""Reference: what "the network", "the two organisations", "it" and "the workshop" stand for, in reading order."""

import itertools
import re
from collections.abc import Collection
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.sentences import sentences
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import canonical
from qigraph.extraction.names.event_phrases import EventPhrases
from qigraph.extraction.phrases import holds
from qigraph.extraction.reference.bare_agreements import bare_agreements
from qigraph.extraction.reference.counted_events import counted_events
from qigraph.extraction.reference.objects import object_pronouns
from qigraph.extraction.reference.people import people_again
from qigraph.extraction.reference.pronouns import counterparts, in_list, pair, wanted
from qigraph.extraction.reference.short_names import bearers, counted_groups, short_forms, singular, these
from qigraph.extraction.reference.signed_papers import is_paper, signed_papers
from qigraph.extraction.reference.told_kinds import note_told_kinds
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["Discourse"]

_IMPERSONAL = re.compile(
    r"\s(?:is|was|has been|would be|will be|may be|seems|can be|"
    r"should be)\s(?!(?:the|an?|also an?|also the)\s(?:\w+\s){0,2}?(?:successor|member|signatory|party|heir|partner"
    r"|adviser|advisor|observer|first|only|largest|oldest|contributor)\b)(?:\w+\s){0,3}?(?:that|to|whether|possible|necessary|important"
    r"|clear|recogni|expected|agreed|decided|hoped|said|said|essential|crucial|"
    r"noted|the case)|\sis\s[\ue001-\ue00d]|\stook\b|\stakes\b"
)
_PRONOUN = re.compile(
    r"(?:(?<=;\s)|(?<=,\sand\s)|(?<=;\sand\s)|(?<=,\swhere\s)|(?<=\swhen\s)|(?<=,\s)|(?<=\d\s))(?P<it>it|they|we)(?=\s)"
    r"|(?<![\w\"'-])(?P<ours>we)(?=\s[a-z])"
    r"|(?:(?<=\bwith\s)|(?<=\bjoined\s)|(?<=\bjoins\s)|(?<=ed\sby\s))(?P<us>us)\b(?!')"
    r"|\b(?P<our>[Oo]ur\s(?:organi[sz]ation|institute|institution|agency|bureau|association|forum|federation|network))\b"
    r"(?!\s[A-Z]|-)"
)
_PRONOUNS = (" it ", " they ", "we ", " us", "Our ", "our ")
"""What every one of these has in it."""
_OPENING = re.compile(r"(?P<it>It|They|We|Its|Their)(?=\s)")
_MET = cued(
    r"\b(?:met|gathered|assembled)\b(?=\s(?:in|at|on)\s)"
    r"|\bmet\b(?=\swith\s[^.;]{3,140}?\s(?:in|on|at)\s(?:[A-Z]|\d))"
)
_PAPER = cued(
    r"\b(?:[Tt]he|[Tt]his)\s(?:(?:new|updated|revised|renewed|final|signed|joint|bilateral|\d{4})\s)?"
    r"(?:document|version|instrument|paper|text|deal)\b(?=[^.;]{0,40}\b(?:signed|initialled|inked|concluded)\b)"
)
"""What an agreement may be called when it is told who signed it."""
_TWO_EVENTS = cued(
    r"\b(?:(?:[Tt]he|[Tt]hese|[Tt]hose)\s(?:two\s)?|[Bb]oth\s)(?:events|meetings|workshops|conferences|seminars|courses|sessions)\b"
    r"(?!\s(?:of|on|for|that|which)\s)"
)
_TWO = 2
_NEAR_PAPER = 10
_PAPER_REACH = 30
_MEMORANDUM = re.compile(r"\bmemorand(?:um|a)\b|\bMo[Uu]\b|\bMOU\b", re.IGNORECASE)
_OWNERS = {*ACTORS, "Programme", "System"}
_NAMELESS_SUBJECT = re.compile(
    r"(?:The|This)\s(?:new\s|joint\s|first\s)?(?:guide|document|report|brochure|publication|book|study|survey|tool|platform|"
    r"database|website|portal|system|initiative|programme|project|course|training|study|paper|standard|leaflet)\s(?:is|was|has)\s"
)
"""How a sentence speaks of a thing without a name: "it" is that."""
_PRACTICE = re.compile(r"(?<!which )(?<!that )\b[Tt]h(?:e|is)\spractice\b(?!\sof\b)")
_PAIR_REACH = 3
"""Sentences back to the pair that is spoken of."""
_BESIDE = 40
"""Characters between the names of one list."""
_APPOSED = 4
"""Characters after a name within which "the two bodies" only describes it."""
_IS_A = re.compile(
    r"(?:\s?[(\[][^()\[\]]{0,60}[)\]])*,?\s(?:(?:also )?known as [^,;]{2,60},\s)?"
    r"(?:(?:is|was|are|were|constitutes|being|became)\s)?$"
)
"""What stands between a name and "a treaty" that only says what it is."""
_AS_A = re.compile(r"\bas\s(?:a|an)\s$", re.IGNORECASE)
_SHORT_BEHIND = re.compile(r"\s\(\s?(?:the\s|called\s)?[\"\u201c']?")
"""What stands between a thing without a name and the short name that it gets."""
_GOES_ON = re.compile(r",|\s(?:that|which|of|between|for|signed|concluded|bringing)\b")
"""What follows "a treaty" where it only explains the name before it."""
_COUNTED = re.compile(r"(?:[a-z]+\s){0,2}\d{1,3}\s")
"""So many that none of them is told: "nearly 30 cooperation agreements"."""
_DESCRIBED = 140
_TELLING = frozenset(["declaration", "convention", "treaty", "charter"])
"""Kinds of agreement that no other kind is called by."""
_SUBJECTS = {*ACTORS, "Programme", "System", "Agreement", "Publication", "Instrument", "Event"}
_OBLIQUE = re.compile(
    r"\b(?:of|in|by|with|from|for|to|at|on|under|within|during)\s(?:the\s|a\s|an\s|its\s)?$|\($"
)
_ORGANISATIONS = ("Organisation", "Network")
_OF_ORGANISATIONS = re.compile(r"\b(?:organi[sz]ations|institut(?:es|ions)|agencies)\b", re.IGNORECASE)
_PART = re.compile(r"(?:opening|closing|inaugural|welcome|award)\s|panel|gala|reception", re.IGNORECASE)
"""What is held as part of another event."""
_VERSION = cued(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his)\s(?:latest|current|new|revised|renewed|present|updated|original)\s(?:version|text)\b"
)
_VERSION_REACH = 4
"""Mentions back to the agreement of which "the latest version" is one."""
_AT_START = 5
"""Characters, of an article, before the name with which a sentence begins."""
_ASIDE = frozenset(["Topic", "Goal", "Place"])
_OPENS = 24
"""Characters before the name that a text begins with."""
_HELD = re.compile(
    r"(?:The\s)?(?P<title>[^.;:,()]{5,120}?)(?:\s?\([^()]*\))?"
    r"(?P<verb>\s(?:took place|(?:was|were|has been|have been|is being) (?:held|organi[sz]ed|hosted|convened)))\b"
)
_TITLE = re.compile(r"[A-Z\d][\w-]*(?:\s(?:(?:of|for|on|and|the|in)\s){0,2}[A-Z\d][\w'/-]*){2,12}")
_ANY_EVENT = frozenset(["meeting", "event", "gathering", "occasion", "session"])
"""What any event may be called when it is spoken of again."""
_GATHERINGS = ["forum"]
"""Heads of what may be a meeting: it is one where it is held."""
_HOLDS = re.compile(
    r"\b(?:organi[sz](?:ed|es|ing)|host(?:ed|s|ing)?|h[eo]ld|holds|holding|convened|convenes|co-(?:hosted|organi[sz]ed)"
    r"|attended|addressed|participated in|took part in|spoke at|staged|opened)\s(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"[^.;]{0,90}?\b(?:was|were|has been)\s(?:[a-z]+ly\s)?(?:held|organi[sz]ed|hosted|convened|attended)\b"
    r"|[^.;]{0,90}?\btook place\b|\s(?:held|organi[sz]ed|hosted|convened)\s(?:in|on|at|by|from)\b"
)
_ANY_PROGRAMME = frozenset(["programme", "program", "project", "initiative"])
"""What any programme may be called when it is spoken of again."""


@cache
def _reference() -> Cued:
    heads = {**lexicon().heads}
    nouns = sorted([*heads, "body"], key=len, reverse=True)
    return cued(
        rf"\b(?P<det>the|this year's|this|that|said)\s"
        rf"(?P<adj>(?:(?:new|joint|same|present|whole|latter|former|partner|"
        rf"participating|signatory|annual|first|revised|voluntary|three-day|two-day"
        rf"|one-week|four-day|five-day|one-day|virtual|online|technical|training|"
        rf"regional|international|bilateral|renewed|original|last)\s){{0,2}})"
        rf"(?P<head>{'|'.join(map(re.escape, nouns))})\b(?!\s(?:of|for|"
        rf"on|between)\s(?:the\s)?[A-Z\ue001-\ue00d])(?!-)"
        rf"(?!\s(?:functions?|services|support|role)\b)(?<!in the event)",
        re.IGNORECASE,
    )


@cache
def _nameless() -> Cued:
    events = sorted(
        (
            h
            for h, kind in lexicon().heads.items()
            if kind == "Event" and h not in ("day", "week", "days", "weeks")
        ),
        key=len,
        reverse=True,
    )
    events += _GATHERINGS
    agreements = sorted(
        (h for h, kind in lexicon().heads.items() if kind == "Agreement"), key=len, reverse=True
    )
    return cued(
        rf"\b(?P<det>a|an|the|its|their|this|another|second|third|first|annual|joint|one|"
rf"renews?|renewed|signs?|signed|new)\s(?P<noun>(?:[\w-]+\s){{0,4}}?"
        rf"(?P<head>{'|'.join(map(re.escape, [*agreements, *events]))}))\b"
        rf"(?:\s\((?P<short>[A-Z][A-Za-z]{{1,6}})\))?(?!-)(?!\s(?:room|"
rf"venue|programme|minutes|agenda|workshop|course|seminar)s?\b)(?<!in the event)"
rf"(?!(?<=training)\s(?:measures?|materials?|needs|activit\w+|wrap|cent\w+|offers?|opportunit\w+|modules?)\b)",
        re.IGNORECASE,
    )  # fmt: skip


class Discourse:
    """What has been spoken of so far in a document."""

    def __init__(self, things: Things, subject: Thing | None, meetings: EventPhrases | None = None) -> None:
        self.things = things
        self.subject = subject
        self.meetings = meetings
        self.history: list[Mention] = []
        self._sentence = 0
        self._text = ""
        self._previous: int | None = None
        self._read: list[tuple[int, int]] = []
        self._carried: Thing | None = None
        self._pairs: dict[int, list[Thing]] = {}
        self._held: Thing | None = None

    def read(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The mentions of the next block, its references and nameless things added.

        Parameters
        ----------
        text : str
            Clean text of the block.
        mentions : list of Mention
            Its mentions by name.
        """
        found = list(mentions)
        if self.meetings is not None and (held := self._held_at_first(text, found)) is not None:
            found = [held, *(m for m in found if m.start >= held.stop)]
            self.meetings.about = self._held = held.thing
        bounds = sentences(text)
        self._text = text
        self._previous = None
        self._read = []
        for start, stop in bounds:
            found += self._in_sentence(text, start, stop, found)
            self._note_pair(start, stop, found)
            note_told_kinds(text, start, stop, found)
            self._previous = start
            self._read.append((start, stop))
        found += people_again(text, bounds, found, self.history)
        found.sort(key=lambda m: m.start)
        self._carried = _head_of(text, found, bounds[-1][0]) if bounds else None
        self.history += [m for m in found if m.type not in ("Topic", "Goal", "Place")]
        self.history = self.history[-400:]
        return found

    def _held_at_first(self, text: str, found: list[Mention]) -> Mention | None:
        """The event that a text begins with and says to have been held: "the meeting" is that from now on."""
        held = _HELD.match(text)
        if held is None:
            return None
        stop = held.start("verb")
        first = next((m for m in found if m.type == "Event" and m.stop <= stop), None)
        if first is not None:
            return first if first.by_name and first.start <= _OPENS else None
        title = held.group("title")
        thing = self.things.find(title)
        if thing is None and "took place" in held.group("verb") and _TITLE.fullmatch(title):
            thing = self.things.add(Thing("Event", title))
        if thing is None or thing.type != "Event":
            return None
        return Mention(held.start("title"), held.end("title"), [thing], "Event")

    def _in_sentence(self, text: str, start: int, stop: int, found: list[Mention]) -> list[Mention]:
        added: list[Mention] = []
        self._sentence = start
        opening = _OPENING.match(text, start, stop)
        pronouns = _PRONOUN.finditer(text, start, stop) if holds(text, _PRONOUNS) else ()
        for match in [*([opening] if opening else []), *pronouns]:
            mention = self._pronoun(text, match, start, found)
            if mention:
                added.append(mention)
        practice = self.things.find("practice") if "practice" in text else None
        if practice is not None and practice.type == "Programme":
            for match in _PRACTICE.finditer(text, start, stop):
                if _free(match.start(), match.end(), found + added):
                    added.append(Mention(match.start(), match.end(), [practice], "Programme", False))
        since = self._read[-2][0] if len(self._read) > 1 else 0
        for begin, end, thing in object_pronouns(text, start, stop, found + added, since):
            if _free(begin, end, found + added):
                added.append(Mention(begin, end, [thing], thing.type, False))
        for match in _PAPER.finditer(text, start, stop):
            free = _free(match.start(), match.end(), found + added)
            earlier = [m for m in self._earlier(match.start(), found) if m.type not in _ASIDE][:_NEAR_PAPER]
            signed = next((m.thing for m in earlier if m.type == "Agreement"), None) if free else None
            if signed is not None:
                added.append(Mention(match.start(), match.end(), [signed], "Agreement", False))
        for match in _MET.finditer(text, start, stop):
            if any(m.type == "Event" and start <= m.start < stop for m in found):
                continue
            thing = Thing("Event", "meeting", own=False)
            self.things.all.append(thing)
            added.append(Mention(match.start(), match.end(), [thing], "Event", False))
        at = start
        while nameless := _nameless().search(text, at, stop):
            inside = [m for m in found if m.type == "Topic" and _inside(m, nameless)]
            others = [m for m in found + added if m not in inside]
            free = _free(nameless.start("noun"), nameless.end(), others)
            mention = self._nameless(nameless, others) if free else None
            if mention:
                found[:] = [m for m in found if m not in inside]
                added.append(mention)
            at = nameless.end() if mention else nameless.start() + 1
        for bare in bare_agreements(text, start, stop):
            free = _free(bare.start("noun"), bare.end(), found + added)
            if free and (mention := self._nameless(bare, found + added)) is not None:
                added.append(mention)
        for match in _TWO_EVENTS.finditer(text, start, stop):
            held = list(dict.fromkeys(m.thing for m in self._sentence_before(found) if m.type == "Event"))
            if len(held) == _TWO and _free(match.start(), match.end(), found + added):
                added.append(Mention(match.start(), match.end(), held, "Event", False))
        for mention in counted_events(text, start, stop):
            if _free(mention.start, mention.stop, [m for m in found + added if m.type != "Topic"]):
                self.things.all.append(mention.thing)
                found[:] = [m for m in found if m.stop <= mention.start or mention.stop <= m.start]
                added.append(mention)
        for begin, end, pact in signed_papers(text, start, stop, self._earlier(stop, found)[:_PAPER_REACH]):
            if _free(begin, end, found + added):
                self.things.all.append(pact)
                added.append(Mention(begin, end, [pact], "Agreement", False))
        for begin, end, count in counted_groups(text, start, stop):
            free = _free(begin, end, found + added)
            kinds = _ORGANISATIONS if _OF_ORGANISATIONS.search(text, begin, end) else ACTORS
            listed = self._agreed(start, stop, found + added) if count == _TWO else []
            listed = listed or (self._spoken_of(text, found, kinds, count) if free else [])
            mention = self._group(text[begin:end], begin, end, count, found, kinds, listed) if free else None
            if mention:
                added.append(mention)
        several = these(text, start, stop, self._sentence_before(found))
        if several is not None and _free(several.start, several.stop, found + added):
            added.append(several)
        two = pair(text, [m for m in self._sentence_before(found) if m.type in _SUBJECTS])
        for begin, end, thing in counterparts(text, start, stop, two):
            added.append(Mention(begin, end, [thing], thing.type, False))
        for match in _VERSION.finditer(text, start, stop):
            earlier = self._earlier(match.start(), found)[:_VERSION_REACH]
            agreement = next((m.thing for m in earlier if m.type == "Agreement"), None)
            if agreement is not None:
                added.append(Mention(match.start(), match.end(), [agreement], "Agreement", False))
        for match in _reference().finditer(text, start, stop):
            named = any(m.start == match.end() + 1 and m.by_name and m.type in ACTORS for m in found)
            if _free(match.start(), match.end(), found + added) and not named:
                mention = self._refer(match, found + added)
                if mention:
                    added.append(mention)
        for begin, end, word in short_forms(text, start, stop):
            bearer = bearers(word, self._earlier(begin, found)) if _free(begin, end, found + added) else None
            if bearer is not None:
                added.append(Mention(begin, end, [bearer], bearer.type, False))
        return added

    def _agreed(self, start: int, stop: int, mentions: list[Mention]) -> list[Thing]:
        """The two that were named where the agreement was first spoken of that the sentence is about."""
        here = [m for m in mentions if start <= m.start < stop and m.type == "Agreement"]
        return next((self._pairs[id(m.thing)] for m in here if id(m.thing) in self._pairs), [])

    def _note_pair(self, start: int, stop: int, found: list[Mention]) -> None:
        """Remember the two that a sentence names with an agreement of which nothing was said before."""
        here = [m for m in found if start <= m.start < stop]
        actors = list(dict.fromkeys(m.thing for m in here if m.type in ACTORS and m.by_name))
        for mention in here:
            if mention.type == "Agreement" and id(mention.thing) not in self._pairs:
                self._pairs[id(mention.thing)] = actors if len(actors) == _TWO else []

    def _earlier(self, position: int, found: list[Mention]) -> list[Mention]:
        """Mentions before a position, nearest first."""
        here = sorted((m for m in found if m.stop <= position), key=lambda m: -m.start)
        return here + self.history[::-1]

    def _pronoun(
        self, text: str, match: re.Match[str], sentence: int, found: list[Mention]
    ) -> Mention | None:
        said = match.groupdict().get("it")
        ours = said is None or said.lower() == "we"
        if ours and text.count('"', sentence, match.start()) % 2:
            return None
        if said is None and self.subject is not None:
            return Mention(match.start(), match.end(), [self.subject], self.subject.type, False)
        if said is None:
            return None
        word = {"its": "it", "their": "they"}.get(said.lower(), said.lower())
        if word == "we":
            return (
                Mention(match.start(), match.end(), [self.subject], self.subject.type, False)
                if self.subject
                else None
            )
        if match.group("it").lower() == "it" and _IMPERSONAL.match(text, match.end()):
            return None
        before = [m for m in found if m.stop <= match.start() and m.type in _SUBJECTS]
        kinds = wanted(text, match.end()) if word == "it" else ()
        if kinds and (thing := self._of_kinds(kinds, match.start(), found)) is not None:
            return Mention(match.start(), match.end(), [thing], thing.type, False)
        if match.start() == sentence:
            last = self._previous
            before = [m for m in before if last is not None and m.start >= last]
            heads = [m for m in before if not _OBLIQUE.search(text[: m.start])]
            before = heads or before
            if last is None and word == "it" and self._carried is not None:
                return Mention(match.start(), match.end(), [self._carried], self._carried.type, False)
            if match.group("it") in ("Its", "Their"):
                before = [m for m in before if m.type in _OWNERS] or before
        else:
            here = sorted((m for m in before if m.start >= sentence), key=lambda m: m.start)
            before = here if here and not _OBLIQUE.search(text[: here[0].start]) else before
        if not before:
            return None
        before.sort(key=lambda m: m.start)
        if word == "it" and match.start() == sentence:
            alone = [m for m in before if not in_list(text, m, self._sentence_before(found))]
            if not alone:
                return None
            oblique = all(_OBLIQUE.search(text[: m.start]) for m in alone)
            if oblique and self._previous is not None and _NAMELESS_SUBJECT.match(text, self._previous):
                return None
            before = alone if before[0].type in ACTORS else before
        first = before[0]
        things = list(first.things)
        if word == "they":
            for one, other in itertools.pairwise(before):
                if not re.fullmatch(
                    r"(?:,?\s(?:and|as well as)\s|,\s)(?:the\s)?(?:\([^()]*\)\s?)?",
                    text[one.stop : other.start],
                ):
                    break
                things += other.things
            if len(things) < 2:
                return None
        return Mention(match.start(), match.end(), things, first.type, False)

    def _of_kinds(self, kinds: Collection[str], position: int, found: list[Mention]) -> Thing | None:
        """The first of these types in this sentence or the one before: what alone may be "signed" or "held"."""
        since = self._sentence if self._previous is None else self._previous
        near = [m for m in found if since <= m.start and m.stop <= position and m.type in kinds]
        return min(near, key=lambda m: m.start).thing if near else None

    def _refer(self, match: re.Match[str], found: list[Mention]) -> Mention | None:
        head = match.group("head").lower()
        kind = "Body" if head == "body" else lexicon().heads.get(head)
        if head in _GATHERINGS and any(
            m.type == "Event" and _bears(m.thing, head) for m in self._earlier(match.start(), found)[:14]
        ):
            kind = "Event"
        if kind is None or (head.endswith("s") and head not in lexicon().heads):
            return None
        phrase = f"{match.group('adj') or ''}{head}"
        thing = self._antecedent(kind, head, match.start(), found, phrase)
        if thing is None:
            return None
        return Mention(match.start(), match.end(), [thing], thing.type, False)

    def _spoken_of(self, text: str, found: list[Mention], kinds: Collection[str], count: int) -> list[Thing]:
        """The nearest list of so many that is the subject of a sentence before; else one that the last one names."""
        for start, stop in reversed(self._read[-_PAIR_REACH:]):
            named = sorted(
                (m for m in found if start <= m.start < stop and m.type in kinds), key=lambda m: m.start
            )
            first = next((at for at, m in enumerate(named) if not _OBLIQUE.search(text[: m.start])), None)
            if first is not None and (two := pair(text, named[first:], count, leading=True)):
                return two
        last = [m for m in self._sentence_before(found) if m.type in kinds and m.by_name]
        return pair(text, last, count)

    def _sentence_before(self, found: list[Mention]) -> list[Mention]:
        """What the sentence before this one names, in order."""
        since = self._previous
        before = [m for m in found if since is not None and since <= m.start < self._sentence]
        return sorted(before, key=lambda m: m.start)

    def _group(
        self,
        said: str,
        start: int,
        stop: int,
        count: int,
        found: list[Mention],
        kinds: Collection[str],
        listed: list[Thing],
    ) -> Mention | None:
        """ "The two organisations": the last two, three … of these kinds that were named, none a part of another."""
        named = [m for m in self._earlier(start, found) if m.type in kinds and m.by_name][: 4 * count]
        here = [m for m in named if m in found and m.start >= self._sentence]
        beside = named and named[0] in here and start - named[0].stop <= _APPOSED
        if not named or beside:
            return None
        noun = singular(said.rsplit(" ", 1)[-1].lower())
        alike = list(dict.fromkeys(t for m in named for t in m.things if noun and _bears(t, noun)))[::-1]
        if len(alike) == count:
            return Mention(start, stop, alike, alike[-1].type, False)
        if noun in ("university", "ministry", "academy"):
            return None
        beside_it = list(dict.fromkeys(thing for m in here for thing in m.things))[::-1]
        if count == 2 and len(beside_it) != count:
            acting = [
                m for m in found if self._sentence <= m.start < start and m.type in ACTORS and m.by_name
            ]
            shared = [
                m.thing.owners for m in found if self._sentence <= m.start < start and m.type == "Event"
            ]
            owners = next((list(whose) for whose in shared if len(whose) == count), [])
            beside_it = pair(self._text, sorted(acting, key=lambda m: m.start)) or owners or beside_it
        things = beside_it if len(beside_it) == count else listed or _list_of(named, count)
        if not things and count == 2:
            things = list(dict.fromkeys(thing for m in named for thing in m.things))[:2][::-1]
        if any(owner in things for thing in things for owner in thing.owners):
            return None
        return Mention(start, stop, things, things[-1].type, False) if len(things) == count else None

    def _antecedent(
        self, kind: str, head: str, position: int, found: list[Mention], phrase: str = ""
    ) -> Thing | None:
        """The nearest thing that bears the head noun in its name; else the nearest of its type."""
        reach = (
            14 if kind in ("Event", "Agreement", "Programme", "Instrument", "Publication", "System") else 60
        )
        if (
            self.subject
            and self.subject.type == kind
            and kind in ("Body", "Organisation")
            and _bears(self.subject, head, phrase)
        ):
            return self._running(kind, found) or self.subject
        if kind == "Organisation" and head in ("organisation", "organization"):
            here = self.subject if any(self.subject in m.things for m in found) else None
            if (thing := self._running(kind, found) or here) and thing.type == kind:
                return thing
        earlier = [m for m in self._earlier(position, found) if m.type not in _ASIDE][:reach]
        if kind == "Event" and head in _ANY_EVENT and self._is_held(earlier):
            return self._held
        if len(phrase) > len(head):
            for mention in earlier:
                if mention.type in ACTORS and any(
                    n.lower().startswith(f"{phrase.lower()} ") for n in _stated(mention.thing)
                ):
                    return mention.thing
        for mention in earlier:
            beside = mention in found and mention.start >= self._sentence
            if beside and kind in ACTORS:
                continue
            if mention.type == kind and kind in ("Network", "Agreement"):
                if kind == "Agreement" and mention.by_name and _another_kind(mention.thing, head):
                    continue
                if (
                    kind == "Agreement"
                    and canonical(head).startswith("memorandum")
                    and is_paper(mention.thing)
                ):
                    continue
                return mention.thing
            if _bears(mention.thing, head, phrase) and (
                mention.type == kind or (mention.type in ACTORS and kind in ACTORS)
            ):
                return mention.thing
        if kind == "Event":
            return self._meeting(head, earlier, found)
        if kind == "Programme" and head in _ANY_PROGRAMME:
            return _only(kind, earlier) or self._opened(kind, found)
        if kind == "Organisation" and head in ("organisation", "organization"):
            if self.subject and self.subject.type in _ORGANISATIONS:
                return self.subject
            return next((m.thing for m in earlier[:8] if m.type == "Organisation"), None)
        return None

    def _running(self, kind: str, found: list[Mention]) -> Thing | None:
        """What the sentence before speaks of, where it begins with it: "The BIPM is … The organization …"."""
        if self._previous is None:
            return None
        before = [m for m in found if self._previous <= m.start < self._sentence and m.type in ACTORS]
        first = min(before, key=lambda m: m.start, default=None)
        opens = first is not None and first.start - self._previous <= _AT_START and len(first.things) == 1
        return first.thing if first is not None and opens and first.type == kind else None

    def _opened(self, kind: str, found: list[Mention]) -> Thing | None:
        """What a sentence before this one in the same text begins with, if it is of that kind and the last such."""
        opening = [
            m
            for start, _ in self._read
            for m in found
            if m.type == kind and m.by_name and 0 <= m.start - start <= _AT_START
        ]
        return opening[-1].thing if opening else None

    def _is_held(self, earlier: list[Mention]) -> bool:
        """Whether the meeting that a paragraph said to have been held is the last that was named."""
        last = next((m for m in earlier if m.type == "Event" and m.by_name), None)
        return last is not None and last.thing is self._held

    def _meeting(self, head: str, earlier: list[Mention], found: list[Mention]) -> Thing | None:
        """ "The meeting" that no name bears out: that of the sentence, what the document is about, or the last."""
        near = [m for m in earlier if m.type == "Event" and m in found and m.start >= self._sentence]
        if near and head in _ANY_EVENT:
            return near[0].thing
        about = self.meetings.about if self.meetings else None
        if about is not None and (_bears(about, head) or head in _ANY_EVENT):
            return about
        last = next((m.thing for m in earlier[:6] if m.type == "Event"), None)
        if about is None and last is None and head in _ANY_EVENT:
            named = {id(m.thing): m.thing for m in earlier if m.type == "Event" and m.by_name}
            return next(iter(named.values())) if len(named) == 1 else None
        kind = lexicon().head_type(last.label) if last is not None else None
        titled = last is not None and (kind is None or kind[0] != "Event")
        return last if titled or head in _ANY_EVENT else None

    def _nameless(self, match: re.Match[str], found: list[Mention]) -> Mention | None:
        """ "A workshop" is a new thing; "the workshop" is the last one, or new if there was none."""
        head = match.group("head").lower()
        kind = lexicon().heads[head]
        noun = match.group("noun")
        if head == "occasion" and match.string.startswith(" of", match.end()):
            return None
        if head in _GATHERINGS:
            if not _is_gathering(match):
                return None
            kind = "Event"
        other = re.match(
            r"(?:second|third|fourth|fifth|sixth|additional|further|other|separate|next|previous|following|upcoming|forthcoming|coming)\b",
            noun,
        )
        determiner = (match.group("det") or "").lower()
        definite = determiner in ("the", "this", "its", "their", "these", "those", "both") and not other
        if (
            kind == "Event"
            and head.endswith("s")
            and head in lexicon().heads
            and head[:-1] in lexicon().heads
        ):
            return None
        before = match.string[max(0, match.start() - 12) : match.start()]
        if re.search(
            r"\b(?:planned|proposed|possible|future|envisaged|draft|potential)\b", noun
        ) or re.search(r"\bdraft\s(?:of\s)?$", before, re.IGNORECASE):
            return None
        if re.search(
            r"\b(?:the|a|an|its|their|opened|closed|attended|signed|hosted|joined|said|"
            r"chair|held|of|and|or|was|is|were|are|to|in|for|which|that|by|from|with|at|on|"
            r"has|have|had|also|as)\b",
            noun[: -len(head)],
        ):
            return None
        if kind == "Agreement" and head.endswith("s") and _COUNTED.match(noun):
            return None
        if any(map(str.isdigit, noun)):
            named = self.things.named(noun, kind)
            return Mention(match.start("noun"), match.end(), [named], named.type, True)
        told = kind == "Agreement" and match.string.startswith(" between ", match.end())
        if (whole := _short_of(match, kind, found)) is not None:
            whole.call(noun)
            return Mention(match.start("noun"), match.end(), [whole], kind, False)
        if (meant := _apposed_name(match, kind, found)) is not None:
            meant.call(noun)
            return Mention(match.start("noun"), match.end("noun"), [meant], kind, False)
        if determiner in ("a", "an") and (said := _described(match, found)) is not None:
            if said.type != kind:
                return None
            return Mention(match.start("noun"), match.end("noun"), [said], kind, False)
        if kind == "Event" and _AS_A.search(match.string, 0, match.start("noun")):
            return None
        if definite and not told:
            thing = self._antecedent(kind, head, match.start(), found)
            possessed = determiner in ("its", "their")
            if thing is not None and (not possessed or _bears(thing, head)):
                thing.call(noun)
                return Mention(match.start("noun"), match.end(), [thing], thing.type, False)
        thing = Thing(kind, noun, own=False)
        if kind == "Event" and _PART.match(noun):
            events = [m for m in self._earlier(match.start(), found) if m.type == "Event"]
            thing.within = self._meeting("event", events, [])
        thing.call(
            head.capitalize() if head != noun else head,
            *([match.group("short")] if match.group("short") else []),
        )
        if kind == "Agreement" and "memorandum of understanding" in head:
            thing.call("Memorandum of Understanding", "MoU")
        self.things.all.append(thing)
        whose = next((m for m in found if m.type in ACTORS and 0 < m.start - match.end() < 9), None)
        if whose is not None and re.fullmatch(r"\sof\s(?:the\s)?", match.string[match.end() : whose.start]):
            thing.call(f"{noun}{match.string[match.end() : whose.stop]}")
        return Mention(match.start("noun"), match.end(), [thing], kind, False)


def _described(match: re.Match[str], found: list[Mention]) -> Thing | None:
    """What "a treaty" only says the kind of: "The X Convention, a treaty that …", "X is a treaty"."""
    near = [m for m in found if m.by_name and m.type not in _ASIDE and m.stop < match.start()]
    last = max(near, key=lambda m: m.stop, default=None)
    if last is None or match.start() - last.stop > _DESCRIBED:
        return None
    between = match.string[last.stop : match.start()]
    if len(last.things) != 1 or last.type not in _SUBJECTS or not between.strip(" ,"):
        apart = between.strip() == "," and len(last.things) == 1 and last.type in _SUBJECTS
        return last.thing if apart and _GOES_ON.match(match.string, match.end("noun")) else None
    return last.thing if _IS_A.fullmatch(between) else None


def _short_of(match: re.Match[str], kind: str, found: list[Mention]) -> Thing | None:
    """The agreement whose short name stands in brackets behind "a recognition arrangement"."""
    if kind != "Agreement" or (opening := _SHORT_BEHIND.match(match.string, match.end("noun"))) is None:
        return None
    return next((m.thing for m in found if m.start == opening.end() and m.type == kind), None)


def _is_gathering(match: re.Match[str]) -> bool:
    """Whether "a forum" is said to be held: it is a meeting then, and no standing co-operation."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    return bool(_HOLDS.search(before) or _IS_HELD.match(match.string, match.end()))


def _apposed_name(match: re.Match[str], kind: str, found: list[Mention]) -> Thing | None:
    """What the name behind a comma stands for: "a recognition arrangement, the ILAC MRA," is that arrangement."""
    for mention in found:
        if mention.type == kind and mention.by_name and 0 < mention.start - match.end("noun") <= _APPOSED + 2:
            gap = match.string[match.end("noun") : mention.start]
            return mention.thing if re.fullmatch(r",\s(?:the\s)?", gap) else None
    return None


def _only(kind: str, earlier: list[Mention]) -> Thing | None:
    """The one thing of a kind that was named, if no second one was."""
    named = {
        id(m.thing): m.thing
        for m in earlier
        if m.type == kind and m.by_name and not re.search(r"\b[Ff]acility\b", m.thing.label)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _head_of(text: str, found: list[Mention], sentence: int) -> Thing | None:
    """What the last sentence of a block speaks of: "It" at the head of the next one is that."""
    last = [m for m in found if m.start >= sentence and m.type in _OWNERS and len(m.things) == 1]
    heads = [m for m in last if not _OBLIQUE.search(text[: m.start])]
    return heads[0].thing if heads else None


def _list_of(nearest_first: list[Mention], count: int) -> list[Thing]:
    """The nearest names that stand close together and are as many as that."""
    run: dict[Thing, None] = {}
    later: Mention | None = None
    for mention in nearest_first:
        if later is not None and not 0 < later.start - mention.stop < _BESIDE:
            if len(run) == count:
                break
            run = {}
        run.update(dict.fromkeys(mention.things))
        later = mention
    return list(run)[::-1] if len(run) == count else []


def _another_kind(agreement: Thing, head: str) -> bool:
    """Whether an agreement with a name of its own cannot be "the memorandum": a convention, an arrangement."""
    if _bears(agreement, head):
        return False
    if canonical(head) in _TELLING:
        return True
    if not canonical(head).startswith(("memorandum", "mou")):
        return False
    return not any(_MEMORANDUM.search(name) for name in _stated(agreement))


def _bears(thing: Thing, head: str, phrase: str = "") -> bool:
    """Whether one of its names has that head noun, or begins with the whole phrase; or it is said to be one."""
    if head in thing.kinds:
        return True
    for name in _stated(thing):
        kind = lexicon().head_type(name)
        if (kind and (canonical(kind[1]) == canonical(head) or kind[1].endswith(f" {head}"))) or (
            len(phrase) > len(head) and name.lower().startswith(phrase.lower())
        ):
            return True
    return False


def _stated(thing: Thing) -> list[str]:
    """The names that the document gives it, and its label."""
    known = set(thing.entity.aliases) if thing.entity else set()
    return [thing.label, *(name for name in thing.names if name not in known)]


def _inside(mention: Mention, nameless: re.Match[str]) -> bool:
    """Whether a topic is but part of what an event is called: "an accreditation seminar"."""
    return (
        nameless.start("noun") <= mention.start
        and mention.stop <= nameless.start("head")
        and lexicon().heads.get(nameless.group("head").lower()) == "Event"
    )


def _free(start: int, stop: int, mentions: list[Mention]) -> bool:
    return all(stop <= m.start or m.stop <= start for m in mentions)
