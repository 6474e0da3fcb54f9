"""Persons behind the office that they hold: "the head of the Bureau of Weights Anton Petrov"."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.phrases import Phrases, matches_at

__all__ = ["after_office", "role_phrases"]

_WORD = r"[A-Z\u00c0-\u00de][\w'\u2019-]*"
_LINK = r"(?:(?:of|for|and|the|in|on|to|&)\s|under\sthe\s){0,3}"
_HEADS = ("Organisation", "Body", "Network")
_ENDS = frozenset(["service", "directorate", "inspection", "enterprise", "complex", "holding", "system"])
"""What else a name may end with that is in full the name of an office."""
_LONGEST = 3
"""Words of a name of a person."""


@cache
def role_phrases() -> Phrases:
    """The roles of persons: most texts have none, and need not be searched for who holds one."""
    return Phrases(lexicon().roles)


@cache
def _office() -> re.Pattern[str]:
    roles = alternatives(lexicon().roles)
    return re.compile(
        rf"(?<!\w)(?i:{roles})\s(?:of|at)\s(?:the\s|an?\s)?(?P<run>{_WORD}(?:\s{_LINK}{_WORD}){{2,18}})(?!\s\()"
    )


def after_office(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of what may be persons' names right behind the organisation whose office they hold.

    The organisation ends at its head noun or acronym; a name of one word is taken for one where two more follow.

    Examples
    --------
    >>> text = "It was opened by the Head of the Bureau of Weights and Seals Service Anton Petrov."
    >>> [text[a:b] for a, b in after_office(text)]
    ['Anton Petrov']
    """
    for match in matches_at(_office(), role_phrases().starts(text), text):
        words = list(re.finditer(r"\S+", match.group("run")))
        ends = [i for i, word in enumerate(words) if _ends_name(word.group(), last=i == 0)]
        first = ends[-1] + 1 if ends else 1 if len(words) == _LONGEST else len(words)
        name = words[first:]
        if any(not word.group()[0].isupper() for word in name):
            name = next((words[-n:] for n in (3, 2) if _given(words[-n].group())), [])
        small = any(not word.group()[0].isupper() for word in name)
        if 2 <= len(name) <= _LONGEST and not small and not _is_state(match.group("run")):
            base = match.start("run")
            yield base + name[0].start(), base + name[-1].end()


def _ends_name(word: str, *, last: bool) -> bool:
    """Whether an organisation's name may end with the word: a head noun, or an acronym."""
    if word.isupper() and len(word) > 1:
        return True
    return not last and (word.lower() in _ENDS or lexicon().heads.get(word.lower()) in _HEADS)


def _given(word: str) -> bool:
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)) in lexicon().given


def _is_state(run: str) -> bool:
    return any(run.startswith(f"{land} ") or run == land for land in lexicon().countries)
