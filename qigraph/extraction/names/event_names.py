"""The names that a meeting may go by: in what order, with which of its owner's names, a document leaves open."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Thing

__all__ = ["MODIFIER", "call_event", "is_plain_meeting", "ordinal", "short_names", "without_meeting"]

MODIFIER = (
    r"(?:annual|general|regular|ordinary|extraordinary|special|joint|plenary|regional|international|national"
    r"|virtual|online|on-line|hybrid|technical|thematic|training|expert|group|committee|council|board|kick-off"
    r"|inaugural|constitutive|constituent|founding|closing|opening|final|high-level|ministerial|biennial"
    r"|consultative|consultation|follow-up|face-to-face|awareness|capacity|building|stakeholders?|members?|global"
    r"|world|working|first-ever|last|latest|next|recent|previous|second-ever|spring|autumn|winter|summer|mid-term"
    r"|executive|advisory|coordination|co-ordination|signing|award|launch|policy|review|physical|in-person|day"
    r"|breakout|ga|agm|panel|information|introductory|advanced|short|open|public|scientific|side|interim|bilateral"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)-(?:day|week)|(?:19|20)\d\d)"
)
"""Words that tell what sort of meeting it is, but not which."""

_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MOST_OWNERS = 3


_ROMAN = re.compile(r"(?=[XVI]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
_VALUE = {"I": 1, "V": 5, "X": 10}


def _roman(word: str) -> int:
    values = [_VALUE[letter] for letter in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def ordinal(word: str) -> str | None:
    """The number that an ordinal stands for, or None.

    Examples
    --------
    >>> ordinal("36th"), ordinal("Second"), ordinal("annual")
    ('36', '2', None)
    >>> ordinal("Thirty-third"), ordinal("XXIV")
    ('33', '24')
    """
    if _ROMAN.fullmatch(word):
        return str(_roman(word))
    found = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word.lower())
    if found:
        return found.group(1)
    tens, _, ones = word.lower().partition("-")
    if tens in _TENS and ones in _WORDS[:9]:
        return str(10 * (_TENS.index(tens) + 2) + _WORDS.index(ones) + 1)
    return str(_WORDS.index(word.lower()) + 1) if word.lower() in _WORDS else None


@cache
def _plain_meeting() -> re.Pattern[str]:
    heads = alternatives(
        head for head, kind in lexicon().heads.items() if kind == "Event" and head not in _NAMED
    )
    before = (
        rf"(?:(?:{MODIFIER}|\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(_WORDS)}))\s)"
    )
    return re.compile(
        rf"{before}{{0,6}}(?:{heads})(?:\s(?:meetings?|sessions?))?(?!\w)(?P<of>\sof(?:\sthe)?\s)?",
        re.IGNORECASE,
    )


_NAMED = frozenset(["day", "days", "week", "weeks", "school", "schools", "exhibition", "exhibitions"])
"""Kinds of events that mostly have a name of their own."""


def is_plain_meeting(name: str) -> bool:
    """Whether a name says no more than what sort of meeting it is, and its number.

    Examples
    --------
    >>> is_plain_meeting("19th Annual Meeting"), is_plain_meeting("Baltic Weighing Workshop")
    (True, False)
    """
    return bool(_plain_meeting().fullmatch(name))


def without_meeting(text: str, start: int, stop: int) -> int:
    """Where the owner begins in "Second Meeting of the Scales Board": there; else at the start.

    Examples
    --------
    >>> without_meeting("Second Meeting of the Scales Board", 0, 34)
    22
    """
    found = _plain_meeting().match(text, start, stop)
    return found.end() if found and found.group("of") and text[found.end() : stop][:1].isupper() else start


def _ordinal_forms(number: str) -> list[str]:
    value = int(number)
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    tens, ones = divmod(value, 10)
    compound = [f"{_TENS[tens - 2]}-{_WORDS[ones - 1]}"] if 2 <= tens <= 9 and ones else []
    return [f"{value}{ending}", *([_WORDS[value - 1]] if 0 < value <= len(_WORDS) else compound)]


def short_names(thing: Thing, surface: str = "") -> list[str]:
    """As what a thing is spoken of: the name just used, its full name, its shortest one.

    Examples
    --------
    >>> short_names(Thing("Network", "Lakes Measurement Network", {"LMN": None}))
    ['Lakes Measurement Network', 'LMN']
    """
    acronyms = [name for name in thing.names if name.isupper() and 2 < len(name) < 10]
    return list(dict.fromkeys(name for name in (surface, thing.label, *acronyms[:2]) if name))


def call_event(
    thing: Thing, head: str, words: list[str], owners: list[Thing], surfaces: list[str], number: str | None
) -> None:
    """Let a meeting go by its kind, number and owners in every usual order.

    Parameters
    ----------
    thing : Thing
        The meeting.
    head : str
        Its head noun.
    words : list of str
        What stands before that: "annual general".
    owners : list of Thing
        Whose it is.
    surfaces : list of str
        How the text names these.
    number : str or None
        Its ordinal number.

    Examples
    --------
    >>> meeting = Thing("Event", "meeting")
    >>> call_event(meeting, "meeting", [], [Thing("Body", "Grand Council")], ["Grand Council"], "2")
    >>> {"2nd meeting of the Grand Council", "Grand Council meeting"} <= set(meeting.names)
    True
    """
    modified = " ".join([*words, head])
    kinds = list(dict.fromkeys([modified, head]))
    numbers = _ordinal_forms(number) if number else []
    bare = [f"{n} {kind}" for n in numbers for kind in kinds] + ([f"{head} No. {number}"] if number else [])
    names = [*bare, *kinds]
    for whose in _whose(owners, surfaces):
        for kind in kinds:
            for n in numbers:
                names += [f"{n} {whose} {kind}", f"{whose} {n} {kind}"]
                names += [f"{n} {kind} of {whose}", f"{n} {kind} of the {whose}"]
            names += [f"{whose} {kind}", f"{kind} of {whose}", f"{kind} of the {whose}"]
        if number:
            names += [f"{whose} {head} No. {number}", f"{head} No. {number} of the {whose}"]
    thing.call(*names)


def _whose(owners: list[Thing], surfaces: list[str]) -> Iterator[str]:
    """The owner under each of its names; several joined by a dash, "and" or a stroke."""
    if len(owners) == 1:
        yield from short_names(owners[0], surfaces[0] if surfaces else "")
    elif 1 < len(owners) <= _MOST_OWNERS:
        yield from _joined(short_names(owner)[-1] for owner in owners)
        yield from _joined(short_names(owner)[0] for owner in owners)


def _joined(names: Iterable[str]) -> Iterator[str]:
    every = list(names)
    yield "-".join(every)
    yield "/".join(every)
    yield f"{', '.join(every[:-1])} and {every[-1]}"
