"""Persons: by title (Dr, Ms …) or by the role that stands beside the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon

__all__ = ["PersonName", "persons", "role_pattern"]

_NAME_WORD = r"[A-Z\u00c0-\u00de](?=[\w'\u2019-]*[a-z\u00e0-\u00ff'\u2019])[\w'\u2019-]*+"
_PARTICLE = r"(?:(?:de|da|do|dos|van|von|der|den|di|del|la|le|bin|al|El|Al|ten|ter)(?=\s))"
_CAPITAL_NAME = rf"(?:[A-Z]{{2,12}}\s{_NAME_WORD}|{_NAME_WORD}\s[A-Z]{{3,15}}(?![a-z]))"
_FULL_NAME = rf"{_NAME_WORD}(?:\s(?:[A-Z]\.|{_PARTICLE}|{_NAME_WORD})){{1,4}}"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as it stands in a block; ``start`` includes the title, ``name`` does not."""

    start: int
    stop: int
    name: str
    surface: str


@cache
def role_pattern() -> str:
    """Regular expression of a role with what may stand before and after it."""
    return rf"(?:(?:[\w-]+\s){{0,3}}?(?i:{alternatives(lexicon().roles)})(?![\w-]))"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    title = rf"(?:{alternatives(lexicon().titles)})"
    role = role_pattern()
    return (
        re.compile(
            rf"(?<!\w)(?:{title}\.?\s)+(?P<name>(?:[A-Z]\.\s?)*{_NAME_WORD}(?:\s(?:[A-Z]\.|"
            rf"{_PARTICLE}|{_NAME_WORD})){{0,4}})"
        ),
        re.compile(
            rf"(?<![\w.])(?P<name>{_FULL_NAME})(?=,?\s(?:\(|\u2013\s|-\s)?(?:the\s|its\s|"
            rf"then\s|new\s|former\s)*{role})"
        ),
        re.compile(
            rf"(?i:(?<!\w)(?:{alternatives(lexicon().roles)})),?\s"
            rf"(?P<name>{_CAPITAL_NAME}|{_FULL_NAME})"
        ),
        re.compile(
            rf"(?i:(?:chaired|led|headed|signed|presented|represented|opened|moderated|"
            rf"delivered)\sby\s)(?P<name>{_FULL_NAME})"
        ),
        re.compile(rf"^(?P<name>{_FULL_NAME})$"),
    )


def persons(text: str, *, alone: bool = False) -> Iterator[PersonName]:
    """Yield persons in a block.

    Parameters
    ----------
    text : str
        Clean text.
    alone : bool
        Whether a block that is nothing but a name may be a person: the next block tells the role.

    Examples
    --------
    >>> [p.name for p in persons("Dr Ana Silva, Director of INMETRO, and President Karl Braun spoke.")]
    ['Ana Silva', 'Karl Braun']
    """
    seen: list[tuple[int, int]] = []
    patterns = _patterns() if alone else _patterns()[:-1]
    for pattern in patterns:
        for match in pattern.finditer(text):
            name = match.group("name")
            start, stop = match.start(), match.end("name")
            if pattern is not _patterns()[0]:
                start = match.start("name")
                if not _is_person(name):
                    continue
            if any(start < right and left < stop for left, right in seen):
                continue
            seen.append((start, stop))
            yield PersonName(start, stop, name, text[start:stop])


def _is_person(name: str) -> bool:
    words = name.split()
    lowered = [word.lower() for word in words]
    return (
        len(words) <= 5
        and not any(word in lexicon().heads or word in lexicon().roles for word in lowered)
        and not any(word in lexicon().sentence_words for word in words)
        and not (set(words) & lexicon().countries)
        and not any(word in _NOT_PERSONS for word in lowered)
    )


_NOT_PERSONS = frozenset(
    [
        "international",
        "national",
        "regional",
        "world",
        "global",
        "united",
        "european",
        "african",
        "standards",
        "standardization",
        "standardisation",
        "metrology",
        "accreditation",
        "quality",
        "trade",
        "legal",
        "technical",
        "weights",
        "measures",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "annual",
        "general",
        "central",
        "joint",
        "the",
        "and",
        "development",
        "cooperation",
        "communication",
        "liaison",
        "vice",
        "deputy",
        "executive",
        "senior",
        "chief",
        "advanced",
        "first",
        "second",
        "third",
        "sustainable",
        "infrastructure",
    ]
)
