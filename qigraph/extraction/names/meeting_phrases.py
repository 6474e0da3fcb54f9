"""What belongs to the name of a meeting on either side of its head noun: owners, numbers, kinds."""

import re
from dataclasses import dataclass, field
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.event_names import MODIFIER, ordinal
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["Phrase", "meeting_heads", "meeting_phrase"]

_NOT_CALLED = (
    "day",
    "days",
    "week",
    "weeks",
    "training",
    "trainings",
    "school",
    "schools",
    "exhibition",
    "occasion",
    "occasions",
)
_FOLLOWED = (
    r"(?!\s(?:(?:room|venue|hall|programme|agenda|report|document|material|centre|center|fee|announcement|secretariat|member"
    r"|chair|organiser|organizer|host|calendar|cycle)s?|minutes|that|series|facilit\w+)\b)(?![\w-])"
)
_MODIFIER = re.compile(MODIFIER, re.IGNORECASE)
_WORD = re.compile(r"([\w\u2019'.&-]+)[\s]$")
_PAIRED = re.compile(r"(?<![\w-])([\w'\u2019-]+)\s(?:and|&)\s$")
_GAP = re.compile(r"(?:'s?|\u2019s?)?\s|\s?[-\u2013/]\s?")
_JOINED = re.compile(r"\s?[-\u2013/]\s?|\s(?:and|&)\s(?:the\s)?|,\s(?:the\s)?")
_NUMBER = re.compile(r"\s?(?:No\.?|no\.?|N\u00b0|#)\s?(?P<number>\d{1,3})\b")
_OF = re.compile(
    r"\sof\s(?:the\s)?(?:(?:joint|new|first|newly (?:formed|established|created|founded))\s)?", re.IGNORECASE
)
_BRACKET = re.compile(r"\s?\([A-Z][\w./-]{1,12}\)|\s?\[[A-Z][\w./-]{1,12}\]")
_DOUBLED = re.compile(r"\s(?:meeting|session|event)s?\b")
_BODY_OF = re.compile(
    r"(?:\s?(?:e\.\s?V\.|'s|\u2019s))?(?:\s[A-Z][\w-]*(?:'s?|\u2019s?)?){0,3}"
    r"\s(?:Council|Committee|Board|Assembly|Working Group|Task Force)\b"
)
"""What makes an owner's name that of one of its organs: "the WELMEC e.V. Committee"."""
_ORGAN = re.compile(r"\s(?:General|Annual|Plenary|Executive)\s(?:Assembly|Conference|Meeting|Session)\b")
_ORDINAL_AND = re.compile(r"(?<![\w-])([\w-]+)(?:,\s|,?\s(?:and|&)\s)(?:the\s)?$")
_OF_OTHERS = re.compile(r"(?:celebrations?|anniversar(?:y|ies)|launch(?:es)?|commemorations?)", re.IGNORECASE)
"""What is not held by those of whom it is said: "celebration of the ILAC"."""
_MORE = re.compile(r",?\s(?:and|&)\s(?:the\s)?")
_SHARED = re.compile(
    r"\b(?:joint|bilateral|trilateral|tripartite|quadripartite|four-party|co-?ordination|consultation|common)\s(?:[a-z]+\s)?"
    r"(?:meetings?|sessions?|workshops?|conferences?|consultations?)\s",
    re.IGNORECASE,
)
"""Meetings that are of several."""
_FRONTED = re.compile(
    r"(?:^|[.;]\s)(?:At|After|During|Following|Before|In|On|Since|Prior to|Until|Ahead of)\b[^.;,]*$"
)
"""A sentence that opens with a meeting: who follows the comma does something else there."""
_COMMA = re.compile(r",\s(?:the\s)?")
_AND_HEAD = re.compile(
    r"\s(?:and|&)\s(?:workshop|seminar|conference|symposium|exhibition|training)\b(?!\son)"
)
_OF_A_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEHIND = re.compile(r"[^.;]{0,45}?\b((?:19|20)\d\d)\b")


@cache
def meeting_heads() -> Cued:
    """Matches the head noun of a meeting: "workshop", "General Assembly".

    Examples
    --------
    >>> meeting_heads().search("the annual meeting of all").group()
    'annual meeting'
    """
    nouns = [head for head, kind in lexicon().heads.items() if kind == "Event" and head not in _NOT_CALLED]
    return cued(rf"(?<![\w-])(?:{alternatives(nouns)}){_FOLLOWED}", re.IGNORECASE)


_TITLE_IN_FRONT = re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+\s$")
"""What stands before an acronym in brackets that belongs to the name of a meeting: "Liaison Officers (LO) meeting"."""
_AND_OTHERS = re.compile(
    r"\s(?:and|&)\s(?:the\s|its\s)?(?:associated|related|accompanying|parallel|side|other)\s"
    r"(?:meetings|events|sessions|workshops)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Phrase:
    """What stands around the head noun of a meeting."""

    start: int
    stop: int
    head: str
    words: list[str] = field(default_factory=list)
    owners: list[Thing] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    number: str | None = None
    capital: bool = False
    its: bool = False
    said_year: str | None = None
    others: list[tuple[int, int, str]] = field(default_factory=list)
    thing: Thing | None = None


def meeting_phrase(text: str, head: re.Match[str], found: list[Mention]) -> Phrase | None:
    """The head noun with all that belongs to its name on either side; None inside another name.

    Parameters
    ----------
    text : str
        Of a block.
    head : re.Match
        Of :func:`meeting_heads`.
    found : list of Mention
        In the block.
    """
    inside = next((m for m in found if m.start <= head.start() and head.end() <= m.stop), None)
    assembly = (
        inside if inside and inside.type == "Body" and text.endswith("Assembly", 0, inside.stop) else None
    )
    if inside is not None and assembly is None and (inside.type != "Event" or inside.thing.own):
        return None
    phrase = Phrase(head.start(), head.end(), head.group(), capital=head.group()[0].isupper())
    _to_the_left(text, phrase, found)
    _to_the_right(text, phrase, found)
    if assembly is not None and not phrase.owners:
        phrase.owners = list(assembly.thing.owners)
        phrase.surfaces = [owner.label for owner in phrase.owners]
        phrase.words = [
            word for word in phrase.words if word not in {n for o in phrase.owners for n in o.names}
        ]
    phrase.others = _numbers_before(text, phrase.start) if phrase.number else []
    year = _YEAR_BEHIND.match(text, phrase.stop)
    phrase.said_year = year.group(1) if year else None
    return phrase


def _numbers_before(text: str, start: int) -> list[tuple[int, int, str]]:
    """Where the other ordinals of one list stand, and their numbers: "the 65th, 66th and 67th meetings"."""
    found: list[tuple[int, int, str]] = []
    while joined := _ORDINAL_AND.search(text, max(0, start - 24), start):
        number = ordinal(joined.group(1))
        if number is None:
            break
        start = joined.start(1)
        found.insert(0, (start, joined.end(1), number))
    return found


def _to_the_left(text: str, phrase: Phrase, found: list[Mention]) -> None:
    ends = {m.stop: m for m in found}
    while True:
        bracket = re.search(r"\s?\([^()]{2,14}\)\s$", text[max(0, phrase.start - 18) : phrase.start])
        at = phrase.start - len(bracket.group()) + 1 if bracket else phrase.start
        mention = next(
            (ends[s] for s in range(at - 3, at) if s in ends and _GAP.fullmatch(text, s, at)), None
        )
        if mention is None and bracket:
            if not _TITLE_IN_FRONT.search(text, max(0, at - 60), at):
                return
            phrase.start, phrase.capital = at, True
            continue
        if mention is not None and mention.type in ACTORS:
            _with_owner(text, phrase, mention, found, listed=bool(phrase.capital or bracket))
            return
        if mention is not None and mention.type in ("Person", "Place", "Event"):
            return
        pair = _PAIRED.search(text, max(0, phrase.start - 40), phrase.start)
        if pair and phrase.words and _both(pair.group(1), phrase.words[0]):
            phrase.start = pair.start(1)
            phrase.words[0] = text[pair.start(1) : pair.end()] + phrase.words[0]
            continue
        word = _WORD.search(text, max(0, phrase.start - 40), phrase.start)
        if word is None or not _belongs(text, word, phrase):
            return
        phrase.start = word.start(1)
        number = ordinal(word.group(1))
        phrase.number = phrase.number or number
        if number is None:
            phrase.words.insert(0, word.group(1))


def _both(one: str, other: str) -> bool:
    """Whether "members" and "stakeholders" tell together what sort of meeting it is."""
    return bool(_MODIFIER.fullmatch(one) and _MODIFIER.fullmatch(other)) and not (
        ordinal(one) or ordinal(other)
    )


def _belongs(text: str, word: re.Match[str], phrase: Phrase) -> bool:
    said = word.group(1)
    if len(said) > 3 and said.endswith("."):
        return False
    if _MODIFIER.fullmatch(said) or ordinal(said):
        return True
    if said.lower() in lexicon().connectors or said.title() in lexicon().sentence_words:
        return False
    first = word.start(1) == 0 or text[: word.start(1)].rstrip()[-1:] in ".:;!?"
    return said[0].isupper() and not first and phrase.capital


def _with_owner(text: str, phrase: Phrase, mention: Mention, found: list[Mention], *, listed: bool) -> None:
    """Take the owner in front, those joined with it, and an ordinal before them."""
    group = [mention]
    for other in reversed([m for m in found if m.stop <= mention.start]):
        joined = _JOINED.fullmatch(text, other.stop, group[0].start)
        tight = joined and joined.group().strip() in ("-", "\u2013", "/")
        if other.type not in ACTORS or not joined or not (tight or listed):
            break
        group.insert(0, other)
    phrase.start = group[0].start
    phrase.owners = [thing for m in group for thing in m.things]
    phrase.surfaces = [text[m.start : m.stop] for m in group]
    while word := _WORD.search(text, max(0, phrase.start - 24), phrase.start):
        number = ordinal(word.group(1))
        year = _OF_A_YEAR.fullmatch(word.group(1)) is not None
        if (
            number is None
            and not year
            and word.group(1).lower()
            not in (
                "joint",
                "annual",
                "first-ever",
                "spring",
                "last",
                "next",
                "previous",
                "upcoming",
                "forthcoming",
            )
        ):
            break
        phrase.start = word.start(1)
        phrase.number = phrase.number or number
        if number is None:
            phrase.words.insert(0, word.group(1))


def _listed(text: str, at: int, starts: dict[int, Mention]) -> bool:
    """Whether names joined by commas follow, the last one by "and": "the meeting of A, B and C"."""
    if not _SHARED.search(text, max(0, at - 120), at) or _FRONTED.search(text, max(0, at - 120), at):
        return False
    while comma := _COMMA.match(text, at):
        mention = starts.get(comma.end())
        if mention is None or mention.type not in ACTORS:
            return False
        at = mention.stop
        if bracket := _BRACKET.match(text, at):
            at = bracket.end()
        if (last := _MORE.match(text, at)) and (final := starts.get(last.end())) is not None:
            return final.type in ACTORS
    return False


def _to_the_right(text: str, phrase: Phrase, found: list[Mention]) -> None:
    if doubled := _DOUBLED.match(text, phrase.stop):
        phrase.stop = doubled.end()
    if number := _NUMBER.match(text, phrase.stop):
        phrase.stop, phrase.number = number.end(), phrase.number or number.group("number")
    elif other := _AND_HEAD.match(text, phrase.stop):
        phrase.stop = other.end()
    of = None if _OF_OTHERS.fullmatch(phrase.head) else _OF.match(text, phrase.stop)
    front = bool(phrase.owners)
    starts = {m.start: m for m in found}
    at = of.end() if of else -1
    while (mention := starts.get(at)) is not None and mention.type in ACTORS:
        if not front:
            phrase.owners += [thing for thing in mention.things if thing not in phrase.owners]
            phrase.surfaces.append(text[mention.start : mention.stop])
        phrase.stop = mention.stop
        at = phrase.stop
        if bracket := _BRACKET.match(text, at):
            at = phrase.stop = bracket.end()
        if organ := _ORGAN.match(text, at):
            at = phrase.stop = organ.end()
        elif phrase.owners and (body := _BODY_OF.match(text, at)):
            phrase.stop = body.end()
            return
        whole = _OF.match(text, at)
        above = starts.get(whole.end()) if whole else None
        if above is not None and above.type in ACTORS and (front or mention.type == "Body"):
            at = phrase.stop = above.stop
        more = _MORE.match(text, at) or (_COMMA.match(text, at) if _listed(text, at, starts) else None)
        at = more.end() if more else -1
    if beside := _AND_OTHERS.match(text, phrase.stop):
        phrase.stop = beside.end()
