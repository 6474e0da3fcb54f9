"""Loose frames: where a sentence names just one thing for each role, a cue word says enough, whatever the order.

The strict frames read what they read first; a loose frame adds a fact only where the sentence leaves no choice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise
from typing import Any

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.designations import issuers_in
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.frames import checked_facts, checked_slots, frame_bodies
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, Skeleton
from qigraph.extraction.things import Mention, Thing

__all__ = ["LooseFrame", "loose_candidates", "loose_frames"]

_COORDINATION = re.compile(
    r"(?:\s?\([^()]*\))?(?:,?\s(?:and|&|as well as)\s|,\s)(?:(?:of|with|by|from|to|for)\s)?\ue0e0*"
)


_ITSELF = re.compile(r"\b(?:we|us|our|ours|it|its|itself|they|their)\b", re.IGNORECASE)
"""Words by which a sentence may speak of what the document is about."""
_SHORT = 9
"""Words of a plain sentence that has no room for anything else to be spoken of."""
_PLAIN = re.compile(r"(?=.*\b(?:is|are|was|were|has|have|had|holds?|appeared)\b).*\.\W*$", re.DOTALL)
_APART = 16
"""Words between two things beyond which a cue does not join them."""

_SOURCE = re.compile(r"(?:\s\w+){0,2}\s(?:report(?:s|ed)|said|says|writes|wrote)\b(?!\s(?:to\b|on\s[a-z]))")
"""What follows the name of who brings the news."""
_ITS_PAPERS = re.compile(
    r"\s(?:guidelines|guidance|standards|rules|requirements|documents|criteria|principles|recommendations"
    r"|procedures|policies|publications|certificates|marks?|logos?)\b"
)
"""What stands behind a name that only tells whose papers are meant: "in line with ILAC guidelines"."""
_OF_ANOTHER = re.compile(
    r"\b(?:staff|neighbours?|visitors?|friends?|street|members|chair|chairs|"
    r"secretariat|director|headquarters?|premises|offices|campus|facilities|library|journal|canteen|office|hall|city|team)"
    r"\s(?:of|near|at|from)\s\ue0e0*$|\bnear\s\ue0e0*$",
    re.IGNORECASE,
)


_OBLIQUE = re.compile(
    r"(?<!mission )(?<!role )(?<!work )(?<!aim )(?<!task )(?<!objective )(?<!objectives )(?<!goal )(?<!purpose )"
    r"(?<!mandate )(?<!vision )(?<!field )(?<!activities )(?<!tasks )(?<!aims )(?<!goals )(?<!remit )(?<!focus )"
    r"\b(?:of|in|with|from|to|at|on|under|within|as|than|like|across|throughout|between|among|through)\s\ue0e0*$",
    re.IGNORECASE,
)


_REPORTED = cued(
    r"\b(?:said|says|stat(?:ed|es)|report(?:ed|s)|add(?:ed|s|ing)|explain(?:ed|s)|noted|recalled|emphasi[sz]ed|"
    r"stress(?:ed|es)|remind(?:ed|s)|underlined|highlighted|mentioned|concluded|pointed out|informed)\b"
    r"(?:\s[^\s,]+){0,2}?\sthat\b|\bsaid\b|\bhad (?:been|reported|stated|said|given)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\W*(?:fig(?:ure)?|table|photo|picture|source|image|chart|box|annex)\b\W?", re.IGNORECASE
)
_BY = re.compile(rf"\bby\s(?:the\s|{FILLER})*$")
_UNDER = re.compile(rf"\b(?:under|through|within)\s(?:the\s|{FILLER})*$")
_DONE_BY = re.compile(rf"\b\w+(?:ed|en|un|wn|ld)\sby\s(?:the\s|{FILLER})*$")
_NEAR = 90
"""Characters of the skeleton within which a cue stands with what fills the roles."""


@dataclass(frozen=True)
class LooseFrame:
    """A cue and the roles that a sentence must name once.

    Parameters
    ----------
    name : str
        File and name.
    cue : re.Pattern
        Words of which one stands in the sentence.
    without : re.Pattern or None
        Words of which none does.
    slots : dict of str to list of str
        Types of each role.
    facts : tuple of (str, str, str)
        As of any frame; ``x … x`` joins the two things of one role.
    own : str or None
        The role that the document's subject fills where the sentence names nobody for it.
    opens : re.Pattern or None
        How a sentence must begin for that: one with another subject speaks of something else.
    bare : str or None
        The role that no preposition may govern: "in the EU" says where, not who.
    implied : bool
        Whether it reads only what the sentence says of the document's subject without naming it.
    """

    name: str
    cue: Cued
    without: Cued | None
    slots: dict[str, list[str]]
    facts: tuple[tuple[str, str, str], ...]
    own: str | None
    opens: Cued | None = None
    bare: str | None = None
    implied: bool = False

    @cached_property
    def needed(self) -> tuple[list[str], ...]:
        """Types of the roles that the sentence itself must name."""
        ends = {end for left, _, right in self.facts for end in (left, right)} - {"date", self.own}
        return tuple(self.slots[end] for end in sorted(ends) if end in self.slots)


@cache
def loose_frames() -> tuple[LooseFrame, ...]:
    """All loose frames of ``loaders/frames/``.

    Examples
    --------
    >>> all(frame.facts for frame in loose_frames())
    True
    """
    return tuple(_loose(where, body) for where, body in frame_bodies("loose"))


def _loose(where: str, body: dict[str, Any]) -> LooseFrame:
    slots = checked_slots(where, body["slots"])
    without = cued(body["without"], re.IGNORECASE) if body.get("without") else None
    cue = cued(body["cue"], re.IGNORECASE)
    opens = cued(body["opens"], re.IGNORECASE) if body.get("opens") else None
    return LooseFrame(
        where,
        cue,
        without,
        slots,
        checked_facts(where, body, slots),
        body.get("own"),
        opens,
        body.get("bare"),
        bool(body.get("implied")),
    )


def loose_candidates(
    block: Block, frame_of: Skeleton, subject: Thing | None, read: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Yield what the loose frames read from one sentence beyond what was read from it before.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    subject : Thing or None
        What the document is about.
    read : iterable of Candidate
        What the strict frames made of the sentence, rejected or not: of these relations nothing is added.
    """
    text = frame_of.text
    if not frame_of.at or objection(text, "", None) or tentative(text):
        return
    if _REPORTED.search(text) or _CAPTION.match(text):
        return
    taken = {candidate.relation for candidate in read}
    if any(candidate.rule == "people/office" for candidate in read):
        taken |= {"affiliatedWith", "chairs"}
    dated = frame_of.dates(0, len(text))
    date = dated[0][1] if len(dated) == 1 else None
    where = (block, frame_of.start[0], frame_of.start[-1])
    implied = block.kind != "heading" and _may_imply(text)
    kinds = {mention.type for mention in frame_of.mentions(0, len(text))}
    for frame in loose_frames():
        if not all(kinds.intersection(types) for types in frame.needed):
            continue
        if not frame.cue.search(text) or (frame.without and frame.without.search(text)):
            continue
        if any(relation in taken for _, relation, _ in frame.facts):
            continue
        filled = {name: _only_group(frame_of, types) for name, types in frame.slots.items() if name != "date"}
        if frame.bare and _governed(frame_of, frame.slots[frame.bare]):
            continue
        own = frame.opens.match(text) and block.kind != "heading" if frame.opens else implied
        if frame.own and own and subject and subject.type in frame.slots[frame.own]:
            filled[frame.own] = _own(frame_of, frame, filled, subject)
        elif frame.own == "own" or frame.implied:
            continue
        if frame.implied and not _unnamed(frame_of, filled[frame.own or ""]):
            continue
        for left, relation, right in frame.facts:
            if right == "date":
                if date is not None:
                    for one in filled[left]:
                        if not _cued(frame_of, frame.cue, one) or _is_agent(frame_of, one):
                            continue
                        yield Candidate(one, relation, date.since, None, date.until, *where, frame.name)
                continue
            since, until = (date.since, date.until) if date is not None else (None, None)
            for one, other in _pairs(left, right, filled):
                if relation == "issued" and _of_others(one, other):
                    continue
                if relation in ("worksOn", "addressesGoal") and _is_agent(frame_of, one):
                    continue
                if relation == "sponsored" and _is_frame(frame_of, other):
                    continue
                if relation in ("sponsored", "organised") and _does_another(frame_of, frame.cue, one):
                    continue
                if _near(frame_of, one, other) and _cued(frame_of, frame.cue, one, other):
                    yield Candidate(one, relation, other, since, until, *where, frame.name)


def _cued(frame_of: Skeleton, cue: Cued, *things: Thing) -> bool:
    """Whether a cue stands close to each of these that the sentence names, in the same half of it."""
    named = [
        [i for i, m in frame_of.at.items() if isinstance(m, Mention) and thing in m.things]
        for thing in things
    ]
    for match in cue.finditer(frame_of.text):
        spans = []
        for places in filter(None, named):
            place = min(places, key=lambda i: min(abs(i - match.start()), abs(i - match.end())))
            spans.append((min(place, match.start()), max(place + 1, match.end())))
        if all(b - a <= _NEAR and ";" not in frame_of.text[a:b] for a, b in spans):
            return True
    return False


def _is_agent(frame_of: Skeleton, thing: Thing) -> bool:
    """Whether the sentence names the thing as the one by whom something was done: "launched by UNIDO in 2019"."""
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and thing in m.things]
    return bool(places) and all(_BY.search(frame_of.text, max(0, i - 20), i) for i in places)


def _is_frame(frame_of: Skeleton, thing: Thing) -> bool:
    """Whether it is only told under which programme something was paid for."""
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and thing in m.things]
    return bool(places) and all(_UNDER.search(frame_of.text, max(0, i - 20), i) for i in places)


def _does_another(frame_of: Skeleton, cue: Cued, thing: Thing) -> bool:
    """Whether something else was done by it: in "financed by oil and executed by UNIDO" UNIDO pays nothing."""
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and thing in m.things]
    done = [_DONE_BY.search(frame_of.text, max(0, i - 40), i) for i in places]
    return bool(done) and all(found is not None and not cue.search(found.group()) for found in done)


def _of_others(author: Thing, product: Thing) -> bool:
    """Whether the name of an instrument or a publication says that it is that of others."""
    if product.owners:
        return author not in product.owners
    issuers = issuers_in(product.label) if product.type == "Instrument" else []
    return bool(issuers) and not {author.label, *author.names} & set(issuers)


def _unnamed(frame_of: Skeleton, things: list[Thing]) -> bool:
    """Whether a role is filled by what the sentence does not name."""
    mentions = (m for m in frame_of.at.values() if isinstance(m, Mention))
    named = {id(m.thing) for m in mentions if m.by_name and len(m.things) == 1}
    return bool(things) and not named & {id(thing) for thing in things}


def _near(frame_of: Skeleton, one: Thing, other: Thing) -> bool:
    """Whether two things stand near enough to each other, where the sentence names both."""
    here, there = ([i for i in frame_of.at if thing in _things(frame_of, i)] for thing in (one, other))
    gaps = [frame_of.text[min(i, j) : max(i, j)].count(" ") for i in here for j in there if i != j]
    return not gaps or min(gaps) <= _APART


def _may_imply(text: str) -> bool:
    """Whether the sentence may speak of the document's subject without its name: by a pronoun, or for want of words."""
    return bool(_ITSELF.search(text)) or (len(text.split()) <= _SHORT and bool(_PLAIN.match(text)))


def _pairs(left: str, right: str, filled: dict[str, list[Thing]]) -> Iterator[tuple[Thing, Thing]]:
    if left == right:
        if len(filled[left]) == 2:
            yield from combinations(filled[left], 2)
        return
    yield from ((one, other) for one in filled[left] for other in filled[right] if one is not other)


def _own(
    frame_of: Skeleton, frame: LooseFrame, filled: dict[str, list[Thing]], subject: Thing
) -> list[Thing]:
    """The document's subject, where the sentence names nobody else who might fill its role."""
    role = frame.own or ""
    if any(
        t.owners and subject not in t.owners
        for name, things in filled.items()
        if name != role
        for t in things
    ):
        return filled[role]
    others = {id(t) for name, things in filled.items() if name != role for t in things}
    named = [
        t
        for i, m in frame_of.at.items()
        if isinstance(m, Mention) and m.type in frame.slots[role]
        for t in _things(frame_of, i)
    ]
    left = [t for t in named if id(t) not in others]
    if any(thing.type == "Event" and thing.owners for things in filled.values() for thing in things):
        return filled.get(role, [])
    if role == "own":
        return [subject] if all(t is subject for t in left) and id(subject) not in others else []
    return filled[role] or ([] if left else [subject])


def _only_group(frame_of: Skeleton, types: list[str]) -> list[Thing]:
    """The things of these types in the sentence, if they are one or stand in one list; else none."""
    places = [
        i
        for i, m in sorted(frame_of.at.items())
        if isinstance(m, Mention)
        and m.type in types
        and (m.by_name or m.type not in ("Instrument", "Publication"))
    ]
    text = frame_of.text
    if any(_OF_ANOTHER.search(text[:i]) or _SOURCE.match(text, i + 1) for i in places):
        return []
    if any(_ITS_PAPERS.match(text, i + 1) for i in places):
        return []
    things = list(dict.fromkeys(t for i in places for t in _things(frame_of, i)))
    if len(things) < 2:
        return things
    for i, j in pairwise(places):
        same = _things(frame_of, i) == _things(frame_of, j)
        if not same and not _COORDINATION.fullmatch(frame_of.text, i + 1, j):
            return []
    return things


def _governed(frame_of: Skeleton, types: list[str]) -> bool:
    """Whether a preposition stands before the first mention of these types, and no comma parts it from the rest."""
    places = [i for i, m in sorted(frame_of.at.items()) if isinstance(m, Mention) and m.type in types]
    return bool(places and _OBLIQUE.search(frame_of.text[: places[0]]))


def _things(frame_of: Skeleton, place: int) -> list[Thing]:
    mention = frame_of.at[place]
    return list(mention.things) if isinstance(mention, Mention) else []
