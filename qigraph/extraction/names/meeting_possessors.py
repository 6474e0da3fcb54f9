"""Whose "its meeting" and "their assembly" are: by the names and the sentence around."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["possessors"]

_POSSESSIVE = re.compile(r"(?:'s?|\u2019s?)\s")
_AT_ITS = re.compile(r"(?:\s?\([^()]*\))?\s(?:at|during|in|for|on|since)\sits\s(?:[\w-]+\s){0,3}")
"""Between a name and its own meeting: "adopted by the CGPM at its 24th meeting"."""
_THEN_ACTS = re.compile(r",\s(?:the\s)?$")
_ACTS = re.compile(r"(?:\s?\([^()]*\))?\s(?:also\s|has\s|unanimously\s)?[a-z]+(?:ed|ose|ook|ade|ve|s)\b")
_OBLIQUE = re.compile(
    r"\b(?:of|in|by|with|from|for|to|at|on|under|within|during|between)\s(?:the\s|a\s|an\s)?$"
)
_OF_SOMEBODY = re.compile(
    r"(?!It\b|They\b|We\b).*\w\s(?:also\s|has\s|have\s)?(?:held|holds?|host(?:ed|s)?|convened?s?)\s",
    re.DOTALL,
)
"""A subject that nothing knows: "The prMC held its second meeting"."""
_OF_NAMELESS = re.compile(
    r"(?:The|This)\s(?:\w+\s)?(?:forum|network|group|committee|council|board|commission|union|alliance)\s[^;.]*;"
)
"""Whose meeting "its meeting" is behind a semicolon: not that of those whom the sentence before names."""
_BESIDE_THEIR = 30
"""Characters from one name to "their meeting" beyond which others may be meant."""
_OPENING = 12
"""Characters of a sentence before "its" that are no more than "At" or "During"."""


def possessors(block: Block, at: int, word: str, found: list[Mention], subject: Thing | None) -> list[Thing]:
    """Whose "its meeting" is: who has just been named with an apostrophe, or the subject of the sentence.

    Parameters
    ----------
    block : Block
        Where the meeting is called "its meeting".
    at : int
        Where that phrase begins.
    word : str
        "its", "their" or "our".
    found : list of Mention
        Who and what is named in the block, in order.
    subject : Thing or None
        What the document is about.

    Returns
    -------
    list of Thing
        Its owners; none where they are not told.
    """
    sentence = next((start for start, stop in block.sentences if start <= at <= stop), 0)
    actors = [m for m in found if sentence <= m.start and m.stop <= at and m.type in ACTORS]
    near = [m for m in actors if at - m.stop < 40 and _POSSESSIVE.match(block.text, m.stop)]
    if near:
        return near[-1].things[:1]
    if not actors and word == "its" and at - sentence < _OPENING:
        stop = next((z for a, z in block.sentences if a == sentence), len(block.text))
        coming = next((m for m in found if at < m.start < stop and m.type in ACTORS), None)
        if (
            coming
            and _THEN_ACTS.search(block.text, at, coming.start)
            and _ACTS.match(block.text, coming.stop)
        ):
            return coming.things[:1]
    if not actors and word != "our":
        if following := _named_after(block.text, sentence, at, found):
            return following
        if _OF_SOMEBODY.match(block.text, sentence, at) or _OF_NAMELESS.match(block.text, sentence, at):
            return []
        earlier = [(a, z) for a, z in block.sentences if z <= sentence]
        sentence = earlier[-1][0] if earlier else 0
        actors = [m for m in found if sentence <= m.start and m.stop <= at and m.type in ACTORS]
    beside = [m for m in actors[-1:] if _AT_ITS.fullmatch(block.text, m.stop, at)]
    if beside:
        return beside[0].things[:1]
    heads = [m for m in actors if not _OBLIQUE.search(block.text[sentence : m.start])]
    if word == "our" or not heads:
        return [subject] if subject and (word == "our" or not actors) else []
    if word == "its":
        return _subject_of_clause(block.text, heads).things[:1]
    group = _list_from(block.text, heads, actors)
    beside_it = at - heads[-1].stop < _BESIDE_THEIR
    return group if len(group) > 1 or beside_it else []


def _named_after(text: str, sentence: int, at: int, found: list[Mention]) -> list[Thing]:
    """Whose it is in "At its 5th meeting, the CIML decided": who is named behind the comma."""
    if at - sentence > _OPENING:
        return []
    comma = text.find(", ", at)
    for mention in found:
        if mention.type in ACTORS and comma > 0 and 0 <= mention.start - comma - 2 <= len("the "):
            return mention.things[:1]
    return []


def _subject_of_clause(text: str, heads: list[Mention]) -> Mention:
    """The last of the names that follows "and", "where" or the like as a new subject; else the first."""
    fresh = [
        m
        for m in heads[1:]
        if re.search(r"(?:,\s(?:and|while|where)|;|\bwhen|\bthat)\s(?:the\s)?$", text[: m.start])
    ]
    return fresh[-1] if fresh else heads[0]


def _list_from(text: str, heads: list[Mention], actors: list[Mention]) -> list[Thing]:
    """The first name of the sentence with those joined to it."""
    group = [heads[0]]
    for mention in actors[actors.index(heads[0]) + 1 :]:
        between = text[group[-1].stop : mention.start]
        if not re.fullmatch(r"(?:\s\([^()]*\))?(?:,?\sand\s|,\s)(?:the\s)?", between):
            break
        group.append(mention)
    return [thing for m in group for thing in m.things]
