"""Meetings that are counted: the 108th meeting of the CIPM is one thing, whichever of its decisions speaks of it.

A document tells "the meeting" apart from all others by itself; what several documents count alike, and say that
the same called it, is the same. Sessions of one meeting on different days stay two, and what has no day is neither.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from qigraph.facts import Entity, Fact
from qigraph.names import normal, slug

__all__ = ["counted_meetings"]

_COUNTED = re.compile(r"\b\d{1,4}(?:st|nd|rd|th|er|re|e|è?me|ª|º)\b")
_OF_WHOM = re.compile(r"\b(?:of|de|del|du|des)\b|\b[A-Z]{2,}")
_SMALL = {"of", "the", "de", "del", "du", "des", "la", "le", "meeting"}


def counted_meetings(facts: Iterable[Fact]) -> Iterator[tuple[str, set[str]]]:
    """The identifier of each such meeting, and those that documents gave it.

    Parameters
    ----------
    facts : iterable of Fact
        Of any number of documents, not yet joined.
    """
    named: dict[str, Entity] = {}
    days: dict[str, set[str]] = defaultdict(set)
    callers: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.relation == "heldOn" and isinstance(fact.object, str):
            days[fact.subject.id].add(fact.object)
        elif fact.relation == "organised" and isinstance(fact.object, Entity) and "--" in fact.object.id:
            named[fact.object.id] = fact.object
            callers[fact.object.id].add(fact.subject.id)
    series: dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    for key, entity in named.items():
        if _COUNTED.search(entity.label) and (days[key] or _OF_WHOM.search(entity.label)):
            # "24th CGPM", "CGPM 24th meeting", "24th meeting of the CGPM"
            words = sorted(set(normal(entity.label).split()) - _SMALL)
            series[tuple(words), tuple(sorted(callers[key]))].add(key)
    for (_, who), keys in sorted(series.items()):
        label = min(named[key].label for key in keys)
        every = {day for key in keys for day in days[key]}
        for day in sorted(every) or [""]:
            same = {key for key in keys if days[key] == {day} or (len(every) <= 1 and not days[key])}
            if len(same) > 1:
                yield f"event/{slug(label)}--{slug(' '.join([day, *who]))}", same
