"""Which of the many patterns need be tried on a sentence: those whose words and slots stand in it, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick

from qigraph.extraction.phrases import lower, matches_at
from qigraph.extraction.sentence.frames import Frame, frames
from qigraph.extraction.sentence.pattern_words import rarity
from qigraph.extraction.sentence.patterns import Pattern
from qigraph.extraction.sentence.skeleton import DATE, FILLER, MARK, PRONOUN

__all__ = ["forget", "frame_matches"]

_MARKS = frozenset([*MARK.values(), DATE])
_SLOT = re.compile(rf"{FILLER}+|[({PRONOUN}{''.join(MARK.values())}{DATE}]")
"""Where what fills a slot may begin."""


def frame_matches(text: str) -> Iterator[tuple[Frame, re.Match[str]]]:
    """Yield every match of every pattern, with its frame, in the order of the frames.

    Parameters
    ----------
    text : str
        Of the skeleton of a sentence.
    """
    slots = [match.start() for match in _SLOT.finditer(text)]
    for frame, pattern in _called(text):
        by_slot = pattern.begins_with_slot
        for match in matches_at(pattern.regex, slots, text) if by_slot else pattern.regex.finditer(text):
            yield frame, match


def forget() -> None:
    """Have the patterns read anew."""
    frames.cache_clear()
    _index.cache_clear()
    _fillable.cache_clear()


@dataclass(frozen=True, slots=True)
class _Index:
    """Every pattern by number, and what calls for it.

    Parameters
    ----------
    patterns : list of (Frame, Pattern)
    slots : list of int
        For each pattern the number of its kinds of slots.
    kinds : list of tuple of frozenset of str
        The marks that may fill the slots of patterns, each combination once.
    words : ahocorasick.Automaton
        All words and marks that a pattern must find; each leads to itself.
    by_word : dict of str to list of int
        Numbers of the patterns of which a word is the rarest, or one of those that may stand in its place.
    """

    patterns: "list[tuple[Frame, Pattern]]"
    slots: list[int]
    kinds: list[tuple[frozenset[str], ...]]
    words: "ahocorasick.Automaton"
    by_word: dict[str, list[int]]


@cache
def _index() -> _Index:
    every = [(frame, pattern) for frame in frames() for pattern in frame.patterns]
    by_word: dict[str, list[int]] = {}
    automaton = ahocorasick.Automaton()
    for number, (_, pattern) in enumerate(every):
        for word in max(pattern.order, key=rarity):
            by_word.setdefault(word, []).append(number)
        for word in frozenset().union(*pattern.order):
            automaton.add_word(word, word)
    automaton.make_automaton()
    needed = [tuple(each for each in pattern.order if each <= _MARKS) for _, pattern in every]
    kinds = list(dict.fromkeys(needed))
    number_of = {kind: number for number, kind in enumerate(kinds)}
    return _Index(every, [number_of[kind] for kind in needed], kinds, automaton, by_word)


@lru_cache(maxsize=1024)
def _fillable(marks: frozenset[str]) -> frozenset[int]:
    """Numbers of the kinds of slots that can be filled where these marks stand."""
    kinds = enumerate(_index().kinds)
    return frozenset(number for number, kind in kinds if not any(map(marks.isdisjoint, kind)))


def _called(text: str) -> "list[tuple[Frame, Pattern]]":
    """The patterns of which all words and the marks of all slots stand in the text one behind the other."""
    index = _index()
    hits = [(last + 1 - len(word), last + 1, word) for last, word in index.words.iter(lower(text))]
    words = {word for _, _, word in hits}
    fillable, slots = _fillable(_MARKS & words), index.slots
    called = {n for word in words for n in index.by_word.get(word, ()) if slots[n] in fillable}
    every = (index.patterns[number] for number in sorted(called))
    return [each for each in every if _stand_in_order(each[1].order, hits)]


def _stand_in_order(wanted: tuple[frozenset[str], ...], hits: list[tuple[int, int, str]]) -> bool:
    """Whether one of each set stands behind one of the set before; the hits are in order of their ends."""
    at, done = 0, 0
    for start, stop, word in hits:
        if at == len(wanted):
            break
        if start >= done and word in wanted[at]:
            at, done = at + 1, stop
    return at == len(wanted)
