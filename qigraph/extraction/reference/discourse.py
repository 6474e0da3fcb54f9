"""Reference: reading what stands for something, "the network", "the two organisations", "it", in reading order."""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.layout.sentences import sentences
from qigraph.extraction.names.event_phrases import EventPhrases
from qigraph.extraction.reference.agreements_again import signed_again, versions
from qigraph.extraction.reference.counted_events import counted_events, two_events
from qigraph.extraction.reference.definite import refer, references
from qigraph.extraction.reference.groups import group, note_pair
from qigraph.extraction.reference.held_first import held_at_first
from qigraph.extraction.reference.it_and_they import head_of, pronouns, stands_for
from qigraph.extraction.reference.nameless import add_nameless, met
from qigraph.extraction.reference.objects import object_pronouns
from qigraph.extraction.reference.people import people_again
from qigraph.extraction.reference.pronouns import counterparts, pair
from qigraph.extraction.reference.short_names import bearers, counted_groups, short_forms, these
from qigraph.extraction.reference.signed_papers import signed_papers
from qigraph.extraction.reference.spoken import ASIDE, SUBJECTS, Spoken, free
from qigraph.extraction.reference.told_kinds import note_told_kinds
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["Discourse"]

_PRACTICE = re.compile(r"(?<!which )(?<!that )\b[Tt]h(?:e|is)\spractice\b(?!\sof\b)")
_PAPER_REACH = 30
"""Mentions back to what was signed."""
_REMEMBERED = 400
"""Mentions of the blocks before that may be spoken of again."""


class Discourse:
    """The reader of what stands for something, block after block of a document.

    Parameters
    ----------
    things : Things
        All of the document.
    subject : Thing or None
        Whose document it is.
    meetings : EventPhrases, optional
        The reader of phrases for events, which is told what meeting a text begins with.
    """

    def __init__(self, things: Things, subject: Thing | None, meetings: EventPhrases | None = None) -> None:
        self._spoken = Spoken(things, subject, meetings)

    def read(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The mentions of the next block, its references and nameless things added.

        Parameters
        ----------
        text : str
            Clean text of the block.
        mentions : list of Mention
            Its mentions by name.
        """
        spoken = self._spoken
        found = list(mentions)
        if spoken.meetings is not None and (held := held_at_first(text, found, spoken.things)) is not None:
            found = [held, *(m for m in found if m.start >= held.stop)]
            spoken.meetings.about = spoken.held = held.thing
        bounds = sentences(text)
        spoken.text = text
        spoken.previous = None
        spoken.read = []
        for start, stop in bounds:
            found += self._in_sentence(start, stop, found)
            note_pair(spoken, start, stop, found)
            note_told_kinds(text, start, stop, found)
            spoken.previous = start
            spoken.read.append((start, stop))
        found += people_again(text, bounds, found, spoken.history)
        found.sort(key=lambda m: m.start)
        spoken.carried = head_of(text, found, bounds[-1][0]) if bounds else None
        spoken.history += [m for m in found if m.type not in ASIDE]
        spoken.history = spoken.history[-_REMEMBERED:]
        return found

    def _in_sentence(self, start: int, stop: int, found: list[Mention]) -> list[Mention]:
        """What is added to the mentions of a sentence; each step sees what those before it added."""
        self._spoken.sentence = start
        added: list[Mention] = []
        self._add_pronouns(start, stop, found, added)
        self._add_events_and_agreements(start, stop, found, added)
        self._add_groups(start, stop, found, added)
        self._add_nouns(start, stop, found, added)
        return added

    def _add_pronouns(self, start: int, stop: int, found: list[Mention], added: list[Mention]) -> None:
        """ "It", "they", "we"; "the practice"; "it" and "them" as objects."""
        spoken, text = self._spoken, self._spoken.text
        for match in pronouns(text, start, stop):
            if (mention := stands_for(spoken, match, found)) is not None:
                added.append(mention)
        _add_free(_practices(spoken, start, stop), found, added)
        since = spoken.read[-2][0] if len(spoken.read) > 1 else 0
        for begin, end, thing in object_pronouns(text, start, stop, found + added, since):
            _add_free([Mention(begin, end, [thing], thing.type, False)], found, added)

    def _add_events_and_agreements(
        self, start: int, stop: int, found: list[Mention], added: list[Mention]
    ) -> None:
        """Events and agreements without a name, and those spoken of again by what was done with them."""
        spoken, text = self._spoken, self._spoken.text
        _add_free(signed_again(spoken, start, stop, found), found, added)
        added += met(spoken, start, stop, found)
        add_nameless(spoken, start, stop, found, added)
        _add_free(two_events(text, start, stop, spoken.sentence_before(found)), found, added)
        for mention in counted_events(text, start, stop):
            if free(mention.start, mention.stop, [m for m in found + added if m.type != "Topic"]):
                spoken.things.all.append(mention.thing)
                found[:] = [m for m in found if m.stop <= mention.start or mention.stop <= m.start]
                added.append(mention)
        for begin, end, pact in signed_papers(text, start, stop, spoken.earlier(stop, found)[:_PAPER_REACH]):
            if free(begin, end, found + added):
                spoken.things.all.append(pact)
                added.append(Mention(begin, end, [pact], "Agreement", False))

    def _add_groups(self, start: int, stop: int, found: list[Mention], added: list[Mention]) -> None:
        """ "The two organisations", "these organizations", "the former"."""
        spoken, text = self._spoken, self._spoken.text
        for begin, end, count in counted_groups(text, start, stop):
            if free(begin, end, found + added):
                here = [m for m in found + added if start <= m.start < stop]
                mention = group(spoken, begin, end, count, found, here)
                added += [mention] if mention else []
        before = spoken.sentence_before(found)
        several = these(text, start, stop, before)
        _add_free([several] if several else [], found, added)
        two = pair(text, [m for m in before if m.type in SUBJECTS])
        for begin, end, thing in counterparts(text, start, stop, two):
            added.append(Mention(begin, end, [thing], thing.type, False))

    def _add_nouns(self, start: int, stop: int, found: list[Mention], added: list[Mention]) -> None:
        """ "The latest version", "the network", "the Circle"."""
        spoken, text = self._spoken, self._spoken.text
        added += versions(spoken, start, stop, found)
        for match in references().finditer(text, start, stop):
            named = any(m.start == match.end() + 1 and m.by_name and m.type in ACTORS for m in found)
            if free(match.start(), match.end(), found + added) and not named:
                mention = refer(spoken, match, found + added)
                added += [mention] if mention else []
        for begin, end, word in short_forms(text, start, stop):
            bearer = bearers(word, spoken.earlier(begin, found)) if free(begin, end, found + added) else None
            if bearer is not None:
                added.append(Mention(begin, end, [bearer], bearer.type, False))


def _practices(spoken: Spoken, start: int, stop: int) -> Iterator[Mention]:
    """Where a sentence speaks of "the practice" that the document is about."""
    practice = spoken.things.find("practice") if "practice" in spoken.text else None
    if practice is not None and practice.type == "Programme":
        for match in _PRACTICE.finditer(spoken.text, start, stop):
            yield Mention(match.start(), match.end(), [practice], "Programme", False)


def _add_free(mentions: Iterable[Mention], found: list[Mention], added: list[Mention]) -> None:
    """Add those mentions that stand where there is none yet."""
    for mention in mentions:
        if free(mention.start, mention.stop, found + added):
            added.append(mention)
