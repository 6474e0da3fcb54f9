"""Where a capitalised name ends: at a place, over the commas of a list, between two names."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.fields_of_work import is_field
from qigraph.extraction.names.kinds import is_plural
from qigraph.extraction.names.name_runs import trim

__all__ = [
    "segments",
    "split_names",
    "strip_name",
    "with_doing",
    "with_list",
    "with_purpose",
    "without_place",
]


def strip_name(text: str, start: int, stop: int) -> tuple[int, int]:
    """Without words that only begin a sentence, connectors, and marks on either side.

    Examples
    --------
    >>> text = ", the Gulf Association for Metrology, and"
    >>> start, stop = strip_name(text, 0, len(text))
    >>> text[start:stop]
    'Gulf Association for Metrology'
    """
    while True:
        while start < stop and not text[start].isalnum():
            start += 1
        while stop > start and not (text[stop - 1].isalnum() or text[stop - 1] == "."):
            stop -= 1
        trimmed = trim(text, start, stop)
        if trimmed == (start, stop):
            return start, stop
        start, stop = trimmed


def with_list(text: str, start: int, stop: int) -> int:
    """Carry a name such as "Committee on Weights, Measures and Trade" over its commas."""
    kind = lexicon().head_type(text[start:stop])
    if kind is None or kind[0] not in ("Body", "Network", "Organisation", "Programme", "Instrument"):
        return stop
    if not re.search(r"\s(?:on|for|of|in)\s", text[start:stop]):
        return stop
    more = re.match(
        r"(?:,\s(?:SMEs|ICT|[A-Z][a-z]+)(?:\s[A-Z][a-z]+)*)+,?\s(?:and|&)\s(?P<last>(?:SMEs|ICT|[A-Z][a-z]+)"
        r"(?:\s(?!(?:Mr|Ms|Mrs|Dr|Prof|Hon|Eng|Mme)\b)[A-Z][a-z]+)*)",
        text[stop:],
    )
    joined = re.match(r",\s[A-Z][a-z]+\s&\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)*", text[stop:])
    if joined and not lexicon().head_type(joined.group()):
        return stop + joined.end()
    if more is None:
        return stop
    last = lexicon().head_type(more.group("last"))
    another = last is not None and (last[0] in _ACTORS or " " in more.group("last"))
    return stop if another else stop + more.end()


_DOING = re.compile(r"\s(?:on|for|to)\s(?:[A-Z][\w-]+\s){0,2}?[A-Z][a-z]+ing$")
_DONE = re.compile(
    r"\s(?:a|an|the|our|its)\s[A-Z][\w-]+(?:\s(?:(?:of|for|and|the|in|on|to|towards|toward|with)\s){0,2}[A-Z][\w-]+){0,6}"
)


def with_doing(text: str, start: int, stop: int) -> int:
    """Carry a name over what it says is being done: "Working Group on Drafting a Code for Markets".

    Examples
    --------
    >>> text = "Working Group on Drafting a Code for Markets in 1998"
    >>> text[: with_doing(text, 0, 25)]
    'Working Group on Drafting a Code for Markets'
    """
    more = _DONE.match(text, stop) if _DOING.search(text, start, stop) else None
    return more.end() if more else stop


_GROUPS = ("Group", "Committee", "Council", "Board", "Force")
_TOWN = re.compile(
    r"\sin\s(?!(?:Accreditation|Metrology|Standardi[sz]ation|Health|Medicine|Chemistry)\b)[A-Z][a-z]+"
)


_PURPOSE = re.compile(r"\sto\s(?!Member)[A-Z][a-z]+(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w-]+){1,6}")


def with_purpose(text: str, start: int, stop: int) -> int:
    """Carry a title over its purpose: "Recommendation on Scales to Tackle Global Challenges".

    Examples
    --------
    >>> text = "Recommendation on Scales to Tackle Global Challenges in 2019"
    >>> text[: with_purpose(text, 0, 24)]
    'Recommendation on Scales to Tackle Global Challenges'
    """
    kind = lexicon().head_type(text[start:stop])
    more = _PURPOSE.match(text, stop) if kind and kind[0] in _TITLED else None
    actor = more is not None and lexicon().head_type(more.group()[4:])
    return more.end() if more is not None and not actor else stop


def without_place(text: str, start: int, stop: int) -> int:
    """An agreement, event or publication ends before "in Geneva".

    Examples
    --------
    >>> text = "Workshop on Weights in Geneva"
    >>> text[: without_place(text, 0, len(text))]
    'Workshop on Weights'
    """
    beside = _BESIDE_CITY.match(text, start, stop) if _in_country(text, stop) else None
    if beside is not None and beside.end() == stop:
        return beside.start("city") - 1
    cut = text.find(" in ", start, stop)
    kind = lexicon().head_type(text[start:cut]) if cut > 0 else None
    ends = {"Agreement", "Event", "Publication"}
    first = re.match(r"\w+", text[cut + 4 : stop]) if kind and kind[0] == "Event" else None
    if first and (first.group().lower() in lexicon().kind_words or first.group().endswith("ing")):
        return stop
    if kind and kind[1] == "secretariat":
        return cut
    if _in_country(text, stop) and re.fullmatch(r"\sin\s[A-Z][\w-]+", text[cut:stop]):
        ends |= {"Body", "Organisation"}
    if kind and kind[0] == "Organisation" and text[start:cut].lower().endswith(kind[1]):
        place = re.fullmatch(r"\sin\s(?:the\s)?([A-Z][a-z]+)", text[cut:stop])
        if place is not None and not is_field(place.group(1)) and len(text[start:cut].split()) > 1:
            ends.add("Organisation")
    if kind and kind[0] == "Body" and text[:cut].endswith(_GROUPS) and _TOWN.fullmatch(text, cut, stop):
        ends.add("Body")
    if kind and kind[0] == "Network" and text[:cut].endswith("Forum") and _TOWN.fullmatch(text, cut, stop):
        ends.add("Network")
    return cut if kind and kind[0] in ends else stop


_BESIDE_CITY = re.compile(
    r"(?:[\w'\u2019-]+\s){0,8}?(?:Meetings?|Workshop|Conference|Seminar|Symposium|Assembly|Session|Course|Forum)"
    r"\s(?P<city>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3})"
)
"""A meeting with the city behind it and no more than a space between: "3rd Scales Meeting Oslo, Norway"."""


def _in_country(text: str, at: int) -> bool:
    return text.startswith(", ", at) and any(text.startswith(land, at + 2) for land in lexicon().countries)


def split_names(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Two names joined by "and" are two when each has a head noun of its own and two words.

    Examples
    --------
    >>> text = "Gulf Association for Metrology and the Ministry of Trade"
    >>> [text[a:b] for a, b in split_names(text, 0, len(text))]
    ['Gulf Association for Metrology', 'Ministry of Trade']
    """
    for match in _AND.finditer(text, start, stop):
        left, right = (start, match.start()), trim(text, match.end(), stop)
        if _apart(text[slice(*left)], text[slice(*right)], match.group().endswith("the ")):
            return [left, right]
    return [(start, stop)]


_AND = re.compile(r"\s(?:and|&|et)\s(?!Measures\b)(?:the\s)?")
_APART = ("Organisation", "Network", "Body", "Agreement", "Programme")


def _apart(left: str, right: str, article: bool) -> bool:
    """Whether "and", perhaps with an article behind it, stands between two names."""
    one, other = lexicon().head_type(left), lexicon().head_type(right)
    if len(right.split()) < 2 or other is None:
        return False
    if article and one is not None and one[0] == other[0] and one[0] in ("Instrument", "Event"):
        return len(left.split()) >= 2
    if other[0] not in _APART:
        return False
    if article and (one is None or len(left.split()) == 1):
        return True
    if article and other[0] in _ACTORS and one is not None and left.lower().endswith(one[1]):
        return True
    if one is None or one[0] not in _APART or len(left.split()) < 2:
        return False
    return article or not _goes_on(right)


def _goes_on(right: str) -> bool:
    """Whether words behind "and" still belong to the name before: "Metrology and the …", "Testing Institution"."""
    first = _AND.split(right, maxsplit=1)[0]
    kind = lexicon().head_type(first)
    if kind is None or kind[0] not in _APART:
        return True
    if kind[0] not in _ACTORS:
        return False
    return is_plural(kind[1]) or all(map(is_field, first.split()[:-1]))


_TITLED = ("Instrument", "Publication", "Programme", "Agreement")
_BETWEEN = re.compile(r"\s(?:and|&|et|y|und)\s(?!Measures\b)(?:the\s)?|,\s(?:the\s)?")


def segments(text: str, start: int, stop: int, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run with known names in it, cut behind each name of its own that another name follows.

    Parameters
    ----------
    text : str
    start, stop : int
        The run.
    known : list of (int, int)
        Where known names stand in it.

    Examples
    --------
    >>> text = "ILAC Arrangement Committee and IAF Board"
    >>> [text[a:b] for a, b in segments(text, 0, len(text), [(0, 4), (31, 34)])]
    ['ILAC Arrangement Committee', 'IAF Board']
    """
    found, at = [], start
    for joint in _BETWEEN.finditer(text, start, stop):
        left = text[at : joint.start()]
        if any(a < joint.end() and joint.start() <= b for a, b in known):
            continue
        if not _ends_in_head(left) and not _names_body(left):
            continue
        right = text[joint.end() : stop]
        kind = lexicon().head_type(right)
        begins = any(a == joint.end() for a, _ in known)
        short = _ACRONYM.fullmatch(right) is not None and bool(left[:1].isupper())
        if begins or short or (kind and kind[0] in _ACTORS and len(right.split()) > 1 and right[0].isupper()):
            found.append((at, joint.start()))
            at = joint.end()
    return [*found, (at, stop)]


_ACRONYM = re.compile(r"[A-Z]{2,8}")
_ACTORS = ("Organisation", "Network", "Body")


def _names_body(name: str) -> bool:
    """Whether it is a body though its head does not stand last: "EURAMET Board of Directors"."""
    own = re.sub(r"^(?:[A-Z]{2,}[\s/-])+", "", name)
    kind = lexicon().head_type(own)
    return kind is not None and kind[0] == "Body" and own.lower().endswith(" of directors")


def _ends_in_head(name: str) -> bool:
    """Whether its last word says what it is: "IAF Technical Committee"."""
    word = name.rsplit(" ", 1)[-1].lower()
    return lexicon().heads.get(word) in _ACTORS
