"""Reference: who "the two organisations" are."""

import re
from collections.abc import Collection

from qigraph.extraction.reference.head_nouns import bears
from qigraph.extraction.reference.pronouns import pair
from qigraph.extraction.reference.short_names import singular
from qigraph.extraction.reference.spoken import OBLIQUE, ORGANISATIONS, Spoken
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["group", "note_pair"]

_TWO = 2
_PAIR_REACH = 3
"""Sentences back to the pair that is spoken of."""
_BESIDE = 40
"""Characters between the names of one list."""
_APPOSED = 4
"""Characters after a name within which "the two bodies" only describes it."""
_OF_ORGANISATIONS = re.compile(r"\b(?:organi[sz]ations|institut(?:es|ions)|agencies)\b", re.IGNORECASE)


def group(
    spoken: Spoken, start: int, stop: int, count: int, found: list[Mention], here: list[Mention]
) -> Mention | None:
    """Who "the two organisations" are: a pair by its agreement, a list in a sentence before, or the last named.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    start, stop : int
        Where they are spoken of in the block.
    count : int
        How many they are.
    found : list of Mention
        Of the block so far.
    here : list of Mention
        Of the sentence, references that were read in it too.
    """
    kinds = ORGANISATIONS if _OF_ORGANISATIONS.search(spoken.text, start, stop) else ACTORS
    listed = _agreed(spoken, here) if count == _TWO else []
    listed = listed or _spoken_of(spoken, found, kinds, count)
    return _last_named(spoken, start, stop, count, found, kinds, listed)


def _agreed(spoken: Spoken, here: list[Mention]) -> list[Thing]:
    """The two that were named where the agreement was first spoken of that the sentence is about."""
    agreements = [m for m in here if m.type == "Agreement"]
    return next((spoken.pairs[id(m.thing)] for m in agreements if id(m.thing) in spoken.pairs), [])


def note_pair(spoken: Spoken, start: int, stop: int, found: list[Mention]) -> None:
    """Remember the two that a sentence names with an agreement of which nothing was said before.

    Parameters
    ----------
    spoken : Spoken
        That is to know it.
    start, stop : int
        The sentence.
    found : list of Mention
        Of the block so far.
    """
    here = [m for m in found if start <= m.start < stop]
    actors = list(dict.fromkeys(m.thing for m in here if m.type in ACTORS and m.by_name))
    for mention in here:
        if mention.type == "Agreement" and id(mention.thing) not in spoken.pairs:
            spoken.pairs[id(mention.thing)] = actors if len(actors) == _TWO else []


def _spoken_of(spoken: Spoken, found: list[Mention], kinds: Collection[str], count: int) -> list[Thing]:
    """The nearest list of so many that is the subject of a sentence before; else one that the last one names."""
    for start, stop in reversed(spoken.read[-_PAIR_REACH:]):
        named = sorted(
            (m for m in found if start <= m.start < stop and m.type in kinds), key=lambda m: m.start
        )
        first = next((at for at, m in enumerate(named) if not OBLIQUE.search(spoken.text[: m.start])), None)
        if first is not None and (two := pair(spoken.text, named[first:], count, leading=True)):
            return two
    last = [m for m in spoken.sentence_before(found) if m.type in kinds and m.by_name]
    return pair(spoken.text, last, count)


def _last_named(
    spoken: Spoken,
    start: int,
    stop: int,
    count: int,
    found: list[Mention],
    kinds: Collection[str],
    listed: list[Thing],
) -> Mention | None:
    """ "The two organisations": the last two, three … of these kinds that were named, none a part of another."""
    named = [m for m in spoken.earlier(start, found) if m.type in kinds and m.by_name][: 4 * count]
    here = [m for m in named if m in found and m.start >= spoken.sentence]
    beside = named and named[0] in here and start - named[0].stop <= _APPOSED
    if not named or beside:
        return None
    noun = singular(spoken.text[start:stop].rsplit(" ", 1)[-1].lower())
    alike = list(dict.fromkeys(t for m in named for t in m.things if noun and bears(t, noun)))[::-1]
    if len(alike) == count:
        return Mention(start, stop, alike, alike[-1].type, False)
    if noun in ("university", "ministry", "academy"):
        return None
    beside_it = list(dict.fromkeys(thing for m in here for thing in m.things))[::-1]
    if count == 2 and len(beside_it) != count:
        acting = [m for m in found if spoken.sentence <= m.start < start and m.type in ACTORS and m.by_name]
        shared = [m.thing.owners for m in found if spoken.sentence <= m.start < start and m.type == "Event"]
        owners = next((list(whose) for whose in shared if len(whose) == count), [])
        beside_it = pair(spoken.text, sorted(acting, key=lambda m: m.start)) or owners or beside_it
    things = beside_it if len(beside_it) == count else listed or _list_of(named, count)
    if not things and count == 2:
        things = list(dict.fromkeys(thing for m in named for thing in m.things))[:2][::-1]
    if any(owner in things for thing in things for owner in thing.owners):
        return None
    return Mention(start, stop, things, things[-1].type, False) if len(things) == count else None


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
