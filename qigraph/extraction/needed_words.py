"""What must stand in a text for a regular expression to match, read from the expression itself."""

import re
from dataclasses import dataclass

__all__ = ["needed_words"]

_SHORTEST = 3
"""Letters of a word that is worth looking for: shorter ones stand in nearly every text."""
_COMMON = frozenset(
    [
        "the",
        "this",
        "that",
        "its",
        "our",
        "their",
        "and",
        "for",
        "with",
        "from",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    ]
)
"""Longer words that do, too."""
_NOTHING: frozenset[str] = frozenset()
_GROUP = re.compile(r"\?(?:P<\w+>|>|[aiLmsux]*(?:-[imsx]+)?:)")
_LOOK = re.compile(r"\?<?[=!]")
_QUANTIFIER = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_HEXADECIMAL = re.compile(r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}")


def needed_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """Pieces in lower case, one of which stands in every text in which the expression matches.

    Of all that it needs, the rarest to find, as far as length tells; nothing if there is no such piece or the
    expression is of a kind that this does not read.

    Examples
    --------
    >>> sorted(needed_words(re.compile(r"\\b(?:its|the)\\s(?:data\\s?base|portals?|[Hh]ub)\\b")))
    ['data', 'hub', 'portal']
    >>> needed_words(re.compile(r"[a-z]+|database"))
    frozenset()
    """
    if pattern.flags & re.VERBOSE:
        return _NOTHING
    try:
        words = _Reader(pattern.pattern).choices()
    except _UnknownError:
        return _NOTHING
    return _NOTHING if _rarity(words) == (0, 0) else words


class _UnknownError(Exception):
    """The expression has something in it that is not read here."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a sequence: a letter, what a group needs, or something that takes no room."""

    letter: str = ""
    needs: frozenset[str] = _NOTHING
    wide: bool = True


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def choices(self) -> frozenset[str]:
        """What the alternatives need together, up to the end of their group."""
        every = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            every.append(self._sequence())
        return _NOTHING.union(*every) if all(every) else _NOTHING

    def _next(self) -> str:
        return self.source[self.at : self.at + 1]

    def _sequence(self) -> frozenset[str]:
        """The rarest that a sequence needs: a run of letters, or what one of its groups needs."""
        best, run = _NOTHING, ""
        while self._next() not in ("", "|", ")"):
            part = self._part()
            quantifier = _QUANTIFIER.match(self.source, self.at)
            self.at = quantifier.end() if quantifier else self.at
            may_lack = quantifier is not None and _may_lack(quantifier)
            if not part.wide:
                continue
            run += "" if may_lack else part.letter
            if part.letter and quantifier is None:
                continue
            best, run = _rarer(best, frozenset([run])), ""
            best = best if may_lack else _rarer(best, part.needs)
        return _rarer(best, frozenset([run]))

    def _part(self) -> _Part:
        sign = self._next()
        self.at += 1
        if sign == "\\":
            return self._escape()
        if sign == "[":
            return self._set()
        if sign == "(":
            return self._group()
        if sign in "^$":
            return _Part(wide=False)
        return _Part() if sign == "." else _Part(_even(sign))

    def _escape(self) -> _Part:
        sign = self._next()
        self.at += 1
        if sign in "bBAZ":
            return _Part(wide=False)
        if sign in "dDsSwWnrtfva":
            return _Part()
        if number := _HEXADECIMAL.match(self.source, self.at - 1):
            self.at = number.end()
            return _Part(_even(chr(int(number.group()[1:], 16))))
        if sign.isalnum():
            raise _UnknownError
        return _Part(sign)

    def _set(self) -> _Part:
        """A set of characters; one that holds the two cases of a letter is that letter."""
        letters: set[str] = set()
        plain = self._next() != "^"
        self.at += not plain
        first = True
        while first or self._next() != "]":
            first = False
            sign = self._next()
            self.at += 1
            if sign == "\\":
                part = self._escape()
                letters.add(part.letter)
            elif sign == "":
                raise _UnknownError
            else:
                letters.add(_even(sign))
            plain = plain and not (self._next() == "-" and self.source[self.at + 1] != "]")
        self.at += 1
        return _Part(letters.pop()) if plain and len(letters) == 1 else _Part()

    def _group(self) -> _Part:
        look = _LOOK.match(self.source, self.at)
        group = look or _GROUP.match(self.source, self.at)
        if group is None and self._next() == "?":
            raise _UnknownError
        self.at = group.end() if group else self.at
        needs = self.choices()
        self.at += 1
        return _Part(wide=False) if look else _Part(needs=needs)


def _even(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else ""


def _may_lack(quantifier: re.Match[str]) -> bool:
    """Whether what stands before a quantifier may be missing."""
    return quantifier["sign"] in ("*", "?") if quantifier["sign"] else not int(quantifier["least"] or 0)


def _rarer(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return max(one, other, key=_rarity)


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """How rarely one of these stands in a text: by the length of the shortest, and then by how few they are."""
    length = min(map(_telling, words), default=0)
    return (length, -len(words)) if length else (0, 0)


def _telling(word: str) -> int:
    """Its length, if it is worth looking for."""
    plain = word.strip(" ,")
    return 0 if plain in _COMMON or (plain.isalpha() and len(plain) < _SHORTEST) else len(word)
