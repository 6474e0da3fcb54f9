"""Reference: what "it", "they" and "we" stand for."""

import itertools
import re
from collections.abc import Collection, Iterator

from qigraph.extraction.phrases import holds
from qigraph.extraction.reference.pronouns import in_list, wanted
from qigraph.extraction.reference.spoken import OBLIQUE, SUBJECTS, Spoken
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["head_of", "pronouns", "stands_for"]

_IMPERSONAL = re.compile(
    r"\s(?:is|was|has been|would be|will be|may be|seems|can be|"
    r"should be)\s(?!(?:the|an?|also an?|also the)\s(?:\w+\s){0,2}?(?:successor|member|signatory|party|heir|partner"
    r"|adviser|advisor|observer|first|only|largest|oldest|contributor)\b)(?:\w+\s){0,3}?(?:that|to|whether|possible|necessary|important"
    r"|clear|recogni|expected|agreed|decided|hoped|said|said|essential|crucial|"
    r"noted|the case)|\sis\s[\ue001-\ue00d]|\stook\b|\stakes\b"
)
_PRONOUN = re.compile(
    r"(?:(?<=;\s)|(?<=,\sand\s)|(?<=;\sand\s)|(?<=,\swhere\s)|(?<=\swhen\s)|(?<=,\s)|(?<=\d\s))(?P<it>it|they|we|(?<=;\s)(?:its|their))(?=\s)"
    r"|(?<![\w\"'-])(?P<ours>we)(?=\s[a-z])"
    r"|(?:(?<=\bwith\s)|(?<=\bjoined\s)|(?<=\bjoins\s)|(?<=ed\sby\s))(?P<us>us)\b(?!')"
    r"|\b(?P<our>[Oo]ur\s(?:organi[sz]ation|institute|institution|agency|bureau|association|forum|federation|network))\b"
    r"(?!\s[A-Z]|-)"
)
_PRONOUNS = (" it ", "; its ", "; their ", " they ", "we ", " us", "Our ", "our ")
"""What every one of these has in it."""
_OPENING = re.compile(r"(?P<it>It|They|We|Its|Their)(?=\s)")
_OWNERS = {*ACTORS, "Programme", "System"}
_NAMELESS_SUBJECT = re.compile(
    r"(?:The|This)\s(?:new\s|joint\s|first\s)?(?:guide|document|report|brochure|publication|book|study|survey|tool|platform|"
    r"database|website|portal|system|initiative|programme|project|course|training|study|paper|standard|leaflet)\s(?:is|was|has)\s"
)
"""How a sentence speaks of a thing without a name: "it" is that."""


def pronouns(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the pronouns of a sentence, that at its head first.

    Parameters
    ----------
    text : str
        Of the block.
    start, stop : int
        The sentence.
    """
    if opening := _OPENING.match(text, start, stop):
        yield opening
    if holds(text, _PRONOUNS):
        yield from _PRONOUN.finditer(text, start, stop)


def stands_for(spoken: Spoken, match: re.Match[str], found: list[Mention]) -> Mention | None:
    """What a pronoun stands for, if the text tells it.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    match : re.Match
        The pronoun.
    found : list of Mention
        Of the block so far.
    """
    text, sentence = spoken.text, spoken.sentence
    said = match.groupdict().get("it")
    ours = said is None or said.lower() == "we"
    if ours and text.count('"', sentence, match.start()) % 2:
        return None
    if said is None and spoken.subject is not None:
        return Mention(match.start(), match.end(), [spoken.subject], spoken.subject.type, False)
    if said is None:
        return None
    word = {"its": "it", "their": "they"}.get(said.lower(), said.lower())
    if word == "we":
        return (
            Mention(match.start(), match.end(), [spoken.subject], spoken.subject.type, False)
            if spoken.subject
            else None
        )
    if match.group("it").lower() == "it" and _IMPERSONAL.match(text, match.end()):
        return None
    before = [m for m in found if m.stop <= match.start() and m.type in SUBJECTS]
    kinds = wanted(text, match.end()) if word == "it" else ()
    if kinds and (thing := _of_kinds(spoken, kinds, match.start(), found)) is not None:
        return Mention(match.start(), match.end(), [thing], thing.type, False)
    if match.start() == sentence:
        last = spoken.previous
        before = [m for m in before if last is not None and m.start >= last]
        heads = [m for m in before if not OBLIQUE.search(text[: m.start])]
        before = heads or before
        if last is None and word == "it" and spoken.carried is not None:
            return Mention(match.start(), match.end(), [spoken.carried], spoken.carried.type, False)
        if match.group("it") in ("Its", "Their"):
            before = [m for m in before if m.type in _OWNERS] or before
    else:
        here = sorted((m for m in before if m.start >= sentence), key=lambda m: m.start)
        before = here if here and not OBLIQUE.search(text[: here[0].start]) else before
    if not before:
        return None
    before.sort(key=lambda m: m.start)
    if word == "it" and match.start() == sentence:
        alone = [m for m in before if not in_list(text, m, spoken.sentence_before(found))]
        if not alone:
            return None
        oblique = all(OBLIQUE.search(text[: m.start]) for m in alone)
        if oblique and spoken.previous is not None and _NAMELESS_SUBJECT.match(text, spoken.previous):
            return None
        before = alone if before[0].type in ACTORS else before
    first = before[0]
    things = list(first.things)
    if word == "they":
        for one, other in itertools.pairwise(before):
            if not re.fullmatch(
                r"(?:,?\s(?:and|as well as)\s|,\s)(?:the\s)?(?:\([^()]*\)\s?)?",
                text[one.stop : other.start],
            ):
                break
            things += other.things
        if len(things) < 2:
            return None
    return Mention(match.start(), match.end(), things, first.type, False)


def _of_kinds(spoken: Spoken, kinds: Collection[str], position: int, found: list[Mention]) -> Thing | None:
    """The first of these types in this sentence or the one before: what alone may be "signed" or "held"."""
    since = spoken.sentence if spoken.previous is None else spoken.previous
    near = [m for m in found if since <= m.start and m.stop <= position and m.type in kinds]
    heads = [m for m in near if not OBLIQUE.search(spoken.text[: m.start])]
    return min(heads or near, key=lambda m: m.start).thing if near else None


def head_of(text: str, found: list[Mention], sentence: int) -> Thing | None:
    """What the last sentence of a block speaks of: "It" at the head of the next one is that.

    Parameters
    ----------
    text : str
        Of the block.
    found : list of Mention
        Of the block, in order.
    sentence : int
        Where its last sentence begins.
    """
    last = [m for m in found if m.start >= sentence and m.type in _OWNERS and len(m.things) == 1]
    heads = [m for m in last if not OBLIQUE.search(text[: m.start])]
    return heads[0].thing if heads else None
