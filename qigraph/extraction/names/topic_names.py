"""Topics by any of their names, all found in one pass over a text."""

from dataclasses import dataclass
from functools import cache

import ahocorasick

from qigraph.extraction.phrases import lower
from qigraph.facts import Entity

__all__ = ["topics_in"]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of all topics.

    Parameters
    ----------
    words : ahocorasick.Automaton
        Every name in lower case with spaces for hyphens; each leads to itself as the names that read so are written.
    bearers : dict of str to Entity
        The topic of a name.
    """

    words: "ahocorasick.Automaton"
    bearers: dict[str, Entity]


@cache
def _names() -> _Names:
    from qigraph.loading.topics import load_topics

    bearers: dict[str, Entity] = {}
    for topic in load_topics():
        for name in (topic.entity.label, *topic.names):
            bearers.setdefault(name.lower(), topic.entity)
    spelt: dict[str, list[str]] = {}
    for name in bearers:
        spelt.setdefault(name.replace("-", " "), []).append(name)
    words = ahocorasick.Automaton()
    for plain, names in spelt.items():
        words.add_word(plain, (len(plain), names))
    words.make_automaton()
    return _Names(words, bearers)


def topics_in(text: str) -> list[tuple[int, int, Entity]]:
    """Start, stop and topic of each name, the longest first where they overlap; a hyphen may stand for a space.

    Examples
    --------
    >>> [(start, stop, topic.label) for start, stop, topic in topics_in("capacity-building in legal metrology")]
    [(0, 17, 'capacity building'), (21, 36, 'legal metrology')]
    """
    known = _names()
    lowered = lower(text)
    hits = [
        (last + 1 - length, -length)
        for last, (length, names) in known.words.iter(lowered.replace("-", " "))
        if _stands_alone(lowered, last + 1 - length, last + 1)
        and any(_is_spelt(name, lowered, last + 1 - length) for name in names)
    ]
    found = []
    done = 0
    for start, length in sorted(hits):
        if start < done:
            continue
        done = start - length
        surface = lowered[start:done]
        entity = (
            known.bearers.get(surface)
            or known.bearers.get(surface.replace("-", " "))
            or known.bearers.get(surface.replace(" ", "-"))
        )
        if entity is not None:
            found.append((start, done, entity))
    return found


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Whether no letter, figure or hyphen stands before, and no letter or figure behind."""
    before, after = text[start - 1 : start], text[stop : stop + 1]
    return not (before.isalnum() or before in ("_", "-") or after.isalnum() or after == "_")


def _is_spelt(name: str, text: str, start: int) -> bool:
    """Whether there is a hyphen wherever the name has one."""
    return "-" not in name or all(text[start + at] == "-" for at, sign in enumerate(name) if sign == "-")
