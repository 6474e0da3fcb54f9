"""Runs of capitalised words: where a name that nobody registered begins and ends."""

import re
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.foreign_names import foreign_before
from qigraph.extraction.names.run_breaks import pieces

__all__ = ["long_form_before", "matches_initials", "name_runs", "trim", "without_note"]

_CAP = r"(?:St\.(?=\s[A-Z][a-z])|[A-Z\u00c0-\u00de0-9](?:[\w./'\u2013-]*\w)?)"


_DATED_TAIL = re.compile(
    r"\s\d{1,2}\.\d{1,2}(?=\s[A-Z])|,?\s(?:(?:in|on|of|from|to|for|and|the|"
    r"since)\s){0,4}(?:(?:19|20)\d\d\b|(?<!No\s)(?<!No\.\s)(?<!Issue\s)(?<!Volume\s)\d{1,2}\s(?=[A-Z])|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Spring|Summer|Autumn|Winter|January|February|March|"
    r"April|May|June|July"
    r"|August|September|October|November|December)\b(?=\s(?:\d|and|to)|$))"
)
_ORDINAL_TAIL = re.compile(r"\s(?:(?:of|at|in|to|for|during|from)\s)?(?:the\s)?\d{1,3}(?:st|nd|rd|th)$")
"""The number of a meeting that follows: "Session IV of the 21st" meeting."""
_NOTE = re.compile(r"[a-z]{4}(\d{1,2})$")
_OF_ORGAN = re.compile(
    r"\b(?:Board|Committee|Council|Secretariat|Meeting|Session|Assembly|Conference|Workshop)\sof\s$"
)
_PERSON_TAIL = re.compile(
    r"\s(?:Members?|Chair|Chairs|Chairman|Chairperson|President|Director|Secretary|"
    r"Officer|Staff|Experts?|Delegates?|Minutes|Funded|Financed|Implemented|Supported|Sponsored|Organi[sz]ed|Hosted)$"
)

_OF_STAFF = re.compile(r"\s[A-Z][\w-]+\s(?:of|for)\s(?:the\s)?(?:Staff|Experts)$")
"""People that belong to the name: "Sub-Committee on the Safety of Staff"."""


@cache
def _run() -> re.Pattern[str]:
    words = alternatives(lexicon().connectors)
    connector = rf"(?:(?:{words}|d'|l')\s?)"
    first = r"(?:U\.[SK]\.(?=\s[A-Z])|St\.(?=\s[A-Z][a-z])|[A-Z\u00c0-\u00de](?:[\w./'\u2013-]*\w)?)"
    return re.compile(rf"(?<![\w@/.])(?:{first})(?:\s(?:{connector}){{0,3}}(?:{_CAP}))*")


def name_runs(text: str) -> list[tuple[int, int]]:
    """Start and stop of each run of capitalised words, joined by connectors.

    Examples
    --------
    >>> text = "In 2010 the Gulf Association for Metrology met the Ministry of Trade and Industry."
    >>> [text[a:b] for a, b in name_runs(text)]
    ['Gulf Association for Metrology', 'Ministry of Trade and Industry']
    """
    found = []
    for match in _run().finditer(text):
        for at, end in pieces(text, match.start(), match.end()):
            for dated in [*_DATED_TAIL.finditer(text, at, end), None]:
                start, stop = trim(text, at, dated.start() if dated else end)
                if stop > start:
                    found.append((start, stop))
                at = dated.end() if dated else stop
    return found


_OPENS = frozenset(
    ["This", "These", "The", "It", "Its", "In", "At", "Our", "We", "He", "She", "They", "There"]
)
"""What begins the next sentence where a line has no full stop: "Quality Division This division was …"."""


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """Take words that only begin a sentence off the front, connectors and possessives off the end."""
    words = lexicon()
    if told := _TOLD_OF.match(text, start, stop):
        start = told.end()
    while start < stop:
        if not text[start].isalnum():
            start += 1
            continue
        space = text.find(" ", start, stop)
        first = text[start : space if space >= 0 else stop]
        if (
            first.rstrip(",") in words.sentence_words
            or first.lower() in words.connectors
            or first[0].isdigit()
        ):
            start = space + 1 if space >= 0 else stop
        else:
            break
    stop = _without_connectors(text, start, stop)
    if text[start:stop].endswith(("'s", "\u2019s")):
        stop -= 2
    if text.endswith(("st", "nd", "rd", "th"), start, stop) and (
        ordinal := _ORDINAL_TAIL.search(text, start, stop)
    ):
        stop = _without_connectors(text, start, ordinal.start())
    elif days := _DAYS_TAIL.search(text, max(start, stop - 8), stop):
        stop = _without_connectors(text, start, days.start())
    if (tail := _PERSON_TAIL.search(text, start, stop)) and not _OF_STAFF.search(text, start, stop):
        stop = _without_connectors(text, start, tail.start())
    stop = without_note(text, stop)
    return start, max(start, stop)


_TOLD_OF = re.compile(
    r"(?:Network|Organi[sz]ation|Committee|Forum|Association|Council|Institute|Agency|Cooperation|Partnership|Alliance)['\u2019]s\s(?=\S)|(?:Funding|Financing|Sponsorship|Establishment|Chairmanship|Presidency|Convenorship|Launch)\s(?:for|of)\sthe\s(?=\S)"
)
"""What is told of a name and no part of it: "Funding for the Fair Lakes Programme"."""
_DAYS_TAIL = re.compile(r"\s\d{1,2}\s?[-\u2013/]\s?\d{1,2}$")
"""Days before their month: "4th Workshop on the 6-7 May"."""


def _without_connectors(text: str, start: int, stop: int) -> int:
    """Where a name ends before the connectors that no other word of it follows."""
    while stop > start:
        last = text[start:stop].rsplit(" ", 1)[-1]
        opens = last in _OPENS and len(last) + 1 < stop - start
        if last.lower() not in lexicon().connectors and not opens:
            break
        stop -= len(last) + 1
    return stop


def without_note(text: str, stop: int) -> int:
    """Where a name ends when the number of a footnote hangs on it.

    Examples
    --------
    >>> text = "Market Surveillance17"
    >>> text[: without_note(text, len(text))]
    'Market Surveillance'
    """
    if not text[stop - 1 : stop].isdigit():
        return stop
    note = _NOTE.search(text, max(0, stop - 12), stop)
    return note.start(1) if note else stop


def matches_initials(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym stand in the name in order, most of them as initials.

    Examples
    --------
    >>> matches_initials("BAWM", "Baltic Association of Weights and Measures")
    True
    >>> matches_initials("WTO", "International Trade Centre")
    False
    """
    letters = [c for c in acronym.lower() if c.isalnum()]
    initials = [word[0].lower() for word in re.findall(r"\w+", name)]
    capitals = [word[0].lower() for word in re.findall(r"\b[A-Z\u00c0-\u00de]\w*", name)]
    if len(letters) < 2 or not initials or initials[0] != letters[0]:
        return False
    if _subsequence(letters, initials):
        return True
    hits = sum(letter in capitals for letter in letters)
    lowered = name.lower()
    return _subsequence(letters, list(lowered)) and hits >= max(2, len(letters) - 2)


def _subsequence(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


_NOT_IN_NAMES = frozenset(
    [
        "by",
        "was",
        "is",
        "are",
        "were",
        "at",
        "from",
        "with",
        "which",
        "that",
        "has",
        "have",
        "had",
        "signed",
        "joined",
        "met",
        "held",
        "as",
        "its",
        "their",
        "our",
        "this",
        "under",
        "within",
        "between",
        "after",
        "before",
        "until",
        "since",
        "will",
        "also",
        "who",
        "where",
        "when",
        "or",
        "other",
        "together",
        "including",
        "such",
        "new",
        "called",
        "named",
        "founded",
        "agreed",
        "decided",
        "approved",
        "adopted",
        "established",
        "establish",
        "created",
        "launched",
        "said",
        "announced",
        "welcomed",
        "reported",
    ]
)


def long_form_before(text: str, stop: int, acronym: str) -> tuple[int, int] | None:
    """The name that ends at ``stop`` and that the acronym in brackets after it abbreviates.

    The longest stretch of up to 16 words whose letters fit; else the run of capitalised words with a head noun.

    Examples
    --------
    >>> text = "OIML and the Baltic Association of Weights and Measures (BAWM) met."
    >>> start, end = long_form_before(text, 55, "BAWM")
    >>> text[start:end]
    'Baltic Association of Weights and Measures'
    """
    if foreign := foreign_before(text, stop):
        return foreign
    window = text[max(0, stop - 220) : stop].rstrip()
    base = max(0, stop - 220)
    cuts = [
        match.end()
        for match in re.finditer(
            r"(?<!\bSt)[.;:] |\(|\)[,.;]? ?(?:and )?|\s[-\u2013\u2014]{1,2}\s|\bformer\s", window
        )
    ]
    window, base = (window[cuts[-1] :], base + cuts[-1]) if cuts else (window, base)
    words = list(re.finditer(r"\S+", window))[-18:]
    plain = re.sub(r"\b(?:Network|Committee|Partnership|Group|Programme)$", "", acronym).strip() or acronym
    best = None
    for match in words:
        elided = 2 if match.group()[:2] in ("l'", "d'", "L'", "D'") else 0
        word = match.group()[elided:].strip("\"'")
        if not word or not (word[0].isupper() or word[0].isdigit()):
            continue
        start, end = trim(text, base + match.start() + elided, base + len(window))
        candidate = text[start:end]
        if not _in_one_name(candidate) or len(candidate) <= len(acronym):
            continue
        if candidate[0].isupper() and _exact(plain, candidate):
            return _whole_run(text, base, start, end, most=2)
        if best is None and matches_initials(plain, candidate):
            best = (_owner_in(text, start, end, plain), end)
    if best is None:
        return _capitalised_before(text, base, base + len(window), plain)
    return _whole_run(text, base, *best)


def _owner_in(text: str, start: int, stop: int, acronym: str) -> int:
    """Where the owner begins whom an acronym stands for: "Gulf Union" in "Assembly of the Gulf Union (GU)"."""
    for of in re.finditer(r"\sof\s(?:the\s)?(?=[A-Z])", text[start:stop]):
        last = text[start : start + of.start()].rsplit(" ", 1)[-1].lower()
        organ = lexicon().heads.get(last) in ("Event", "Body") or last in lexicon().organs
        begin = start + of.end()
        if organ and matches_initials(acronym, text[begin:stop]):
            return begin
    return start


def _in_one_name(candidate: str) -> bool:
    """Whether words may all belong to one name."""
    lowercase = [
        word
        for word in candidate.split()
        if word[0].islower() and word.strip(",").lower() not in lexicon().connectors
    ]
    return (
        len(lowercase) <= 4
        and not set(lowercase) & _NOT_IN_NAMES
        and not re.search(r"\b(?:and|the) [A-Z]{2,}\b|\b[A-Z]{2,},\s[A-Z]{2,}|(?:19|20)\d\d,", candidate)
        and not re.search(r"[A-Z]{2}['\u2019]s\s|^[A-Z]{2,}\sand\s(?:the\s)?[A-Z]", candidate)
    )


def _exact(acronym: str, name: str) -> bool:
    """Whether the initials of the capitalised words are the acronym, letter for letter."""
    return [word[0] for word in re.findall(r"\b[A-Z\u00c0-\u00de]\w*", name)] == list(acronym)


_ACRONYM_AND = re.compile(r"[A-Z]{2,}\s(?:and|&)\s(?:the\s)?(?=[A-Z][a-z])")
_COUNTED = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Fifth|Annual|Virtual|Online|Hybrid|\d+(?:st|nd|rd|th)|\w+-to-\w+|First-Ever)\s)+"
)
_NOT_OF_NAME = re.compile(
    r"\b(?:First|Second|Third|Fourth|Fifth|Annual|New|Online|Virtual|Hybrid|\d+(?:st|nd|rd|th)|Meeting|Session|Board|Committee)\b|-[Tt]o-"
)


def _whole_run(text: str, floor: int, start: int, stop: int, most: int = 9) -> tuple[int, int]:
    """The name with the capitalised words before it, unless these are another name."""
    for left, _ in name_runs(text[floor:stop]):
        before = text[floor + left : start]
        if (
            before.strip()
            and len(before) < 60
            and len(before.split()) <= most
            and all(word[0].isupper() or word in lexicon().connectors for word in before.split())
            and not _NOT_OF_NAME.search(before)
            and not re.search(r"\b(?:and|[Tt]he)\s|[A-Z]{2}|,|\d|\s[-\u2013]\s", before)
            and not _OF_ORGAN.search(before)
        ):
            return floor + left, stop
    return start, stop


def _capitalised_before(text: str, floor: int, stop: int, acronym: str) -> tuple[int, int] | None:
    """The capitalised words, commas within, from the last article on that leaves no letter of the acronym out."""
    window = text[floor:stop]
    nearest: tuple[int, int] | None = None
    article = [match.end() for match in re.finditer(r"\b(?:the|The|a|an|A|An) ", window)]
    for start in reversed(article):
        candidate = window[start:]
        words = [word.strip(",'\"") for word in candidate.split()]
        small = [word for word in words if word[:1].islower() and word not in lexicon().connectors]
        if words and words[0][:1].isupper() and not small and lexicon().head_type(candidate):
            counted = _COUNTED.match(window, start)
            span = floor + (counted.end() if counted else start), stop
            if {c for c in acronym if c.isupper()} <= {word[0] for word in words}:
                return span
            nearest = nearest or span
        if small:
            break
    if nearest is not None:
        return nearest
    runs = [run for run in name_runs(window) if run[1] >= len(window) - 1]
    if runs and " " in window[runs[-1][0] : runs[-1][1]]:
        begin, end = runs[-1]
        counted = _COUNTED.match(window, begin, end) or _ACRONYM_AND.match(window, begin, end)
        return floor + (counted.end() if counted else begin), floor + end
    return None
