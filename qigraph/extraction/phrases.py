"""Sets of phrases, found in a text in one pass: a dear rule need only be tried where one of its phrases stands."""

import re
from collections.abc import Iterable, Iterator

import ahocorasick

__all__ = ["Phrases", "holds", "lower", "matches_at"]


class Phrases:
    """Phrases that are looked for without case, where a word begins.

    Parameters
    ----------
    phrases : iterable of str

    Examples
    --------
    >>> offices = Phrases(["head", "chair"])
    >>> offices.starts("The chairman is Head of it, ahead of them."), offices.stand_in("Nobody led.")
    ((4, 16), False)
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase in phrases:
            self._automaton.add_word(lower(phrase), len(phrase) - 1)
        self._automaton.make_automaton()
        self._last: tuple[str, tuple[int, ...]] = ("", ())

    def starts(self, text: str) -> tuple[int, ...]:
        """Where one of them begins, no letter or figure before it, in order."""
        last, starts = self._last
        if last is not text:
            ends = self._automaton.iter(lower(text))
            found = {end - before for end, before in ends}
            starts = tuple(sorted(at for at in found if not (at and _in_word(text[at - 1]))))
            self._last = (text, starts)
        return starts

    def stand_in(self, text: str) -> bool:
        """Whether one of them begins a word."""
        return bool(self.starts(text))

    def first_word(self, text: str) -> int:
        """Where the first of them stands as a word, or as several; -1 if none does."""
        places = [
            end - before
            for end, before in self._automaton.iter(lower(text))
            if not _in_word(text[end + 1 : end + 2])
            and not (end > before and _in_word(text[end - before - 1]))
        ]
        return min(places, default=-1)


def matches_at(pattern: re.Pattern[str], starts: Iterable[int], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` yields, where matches can begin at these places alone."""
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(text, start)):
            done = match.end()
            yield match


def holds(text: str, pieces: Iterable[str]) -> bool:
    """Whether one of a few pieces stands in the text, as it is written: the cheapest look before a careful one.

    Examples
    --------
    >>> holds("its online portal", ("data", "portal")), holds("Portals", ("data", "portal"))
    (True, False)
    """
    for piece in pieces:  # noqa: SIM110 - a generator would take longer than the look itself
        if piece in text:
            return True
    return False


def lower(text: str) -> str:
    """Lower case that keeps the length: the Turkish dotted İ would become two characters.

    Examples
    --------
    >>> lower("UME İstanbul")
    'ume İstanbul'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
