"""Regular expressions that are searched for only in texts that hold words without which they cannot match.

The rules of extraction ask hundreds of expressions of every block, and few of them have anything to find there. What
each needs is read from the expression itself; a text is looked through once for the words of all of them.
"""

import re
import sys
from collections.abc import Iterator

import ahocorasick

from qigraph.extraction.needed_words import needed_words
from qigraph.extraction.phrases import lower

__all__ = ["Cued", "cued"]

_MOST = 512
"""Texts of which is remembered what stands in them: rules come back to the blocks of a document."""


class _Table:
    """The words of all expressions, and which of these a text calls for: a bit for each."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._known = 0
        self._automaton: ahocorasick.Automaton | None = None
        self._called: dict[str, int] = {}

    def add(self, words: frozenset[str]) -> int:
        """The bit of a new expression that needs one of these words."""
        bit = 1 << self._known
        self._known += 1
        for word in words:
            self._words[word] = self._words.get(word, 0) | bit
        self._automaton = None
        self._called.clear()
        return bit

    def called(self, text: str) -> int:
        """The bits of the expressions that may match in a text."""
        bits = self._called.get(text)
        if bits is None:
            bits = 0
            for _, each in self._finder().iter(lower(text)):
                bits |= each
            if len(self._called) >= _MOST:
                self._called.clear()
            self._called[text] = bits
        return bits

    def _finder(self) -> "ahocorasick.Automaton":
        if self._automaton is None:
            self._automaton = ahocorasick.Automaton()
            for word, bits in self._words.items():
                self._automaton.add_word(word, bits)
            self._automaton.make_automaton()
        return self._automaton


_TABLE = _Table()


class Cued:
    """A regular expression for whole blocks and sentences; made by :func:`cued`.

    Its methods are those of :class:`re.Pattern`. To match at a place, rather than to search, it looks for no words.
    """

    __slots__ = ("_bit", "fullmatch", "match", "pattern", "split", "sub")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        words = needed_words(pattern)
        self._bit = _TABLE.add(words) if words else -1
        self.pattern = pattern
        self.match = pattern.match
        self.fullmatch = pattern.fullmatch
        self.split = pattern.split
        self.sub = pattern.sub

    def search(self, text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        if self._bit < 0 or _TABLE.called(text) & self._bit:
            return self.pattern.search(text, start, stop)
        return None

    def finditer(self, text: str, start: int = 0, stop: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches between two places."""
        if self._bit < 0 or _TABLE.called(text) & self._bit:
            return self.pattern.finditer(text, start, stop)
        return iter(())

    def findall(self, text: str) -> list[str]:
        """What all matches, or the one group in each, stand for."""
        if self._bit < 0 or _TABLE.called(text) & self._bit:
            return self.pattern.findall(text)
        return []


def cued(pattern: str, flags: int = 0) -> Cued:
    """Compile an expression that is to be searched for in blocks and sentences.

    For short pieces of text, and for what is matched at a known place, ``re.compile`` is quicker.

    Parameters
    ----------
    pattern : str
        As for :func:`re.compile`.
    flags : int
        As there.

    Examples
    --------
    >>> systems = cued(r"\\b(?:database|portal)s?\\sof\\s(?P<whose>\\w+)")
    >>> systems.search("the portal of ILAC").group("whose"), systems.search("a port of call")
    ('ILAC', None)
    """
    return Cued(re.compile(pattern, flags))
