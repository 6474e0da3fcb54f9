"""Titles in quotes, typed by the noun beside them: the webinar "…", the "…" workshop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qigraph.extraction.lexicon import lexicon

__all__ = ["Title", "titles"]

_QUOTED = re.compile(
    r"(?<!\w)(?:\"(?P<double>[^\"]{3,220})\"|'(?P<single>[^']{5,220}(?:'s [^']{3,120})?)')(?!\w)"
)
_BEFORE = re.compile(r"(?P<words>(?:[\w/&.-]+\s){0,4}[\w-]+)[\s:,]*$")
_AFTER = re.compile(r"^\s*(?P<words>[\w-]+(?:\s[\w&-]+){0,5})")
_AND_MORE = re.compile(r",?\s(?:and|as well as|&)\s(?:the\s)?|,\s")
"""What joins one title of a list with the next."""
_LEADS_ON = re.compile(
    r",?\s(?:entitled|called|titled|named|such as|including|namely|like|among them|on|about)[:\s]\s*$"
)
_IS_HELD = re.compile(
    r"\s(?:was|were|is|has been)\s(?:\w+ly\s)?(?:held|celebrated|organi[sz]ed|hosted|convened)\b(?!\sto\sbe)"
    r"|\stook\splace\b"
)
"""What is said of events alone."""
_TITLED = ("Event", "Publication", "Programme", "System", "Instrument", "Agreement")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in quotes.

    Parameters
    ----------
    start, stop : int
        The quoted title with the noun that types it.
    type : str
        Entity type.
    name : str
        The title itself.
    head : str
        The noun.
    follows : bool
        Whether it follows another title in one list: what types and owns that one types and owns this.
    """

    start: int
    stop: int
    type: str
    name: str
    head: str
    follows: bool = False


def titles(text: str) -> Iterator[Title]:
    """Yield the titles in a block.

    Examples
    --------
    >>> [(t.type, t.name) for t in titles('They held the "Good Weighing" workshop in 2019.')]
    [('Event', 'Good Weighing')]
    """
    if '"' not in text and "'" not in text:
        return
    before: Title | None = None
    for match in _QUOTED.finditer(text):
        name = (match.group("double") or match.group("single") or "").strip(" ,.")
        spoken = re.search(r"\b(?:is|are|was|were|will|have|has|had|we|our)\b", name) and not name.istitle()
        if (
            len(name) < 3
            or match.group().rstrip("\"'").endswith(",")
            or (spoken and len(name.split()) > 6)
            or not (name[0].isupper() or name[0].isdigit())
        ):
            continue
        title = next(_typed(text, match, name), None)
        if before is not None and _AND_MORE.fullmatch(text, before.stop, match.start()):
            title = title or Title(match.start(), match.end(), before.type, name, before.head, True)
        before = title
        if title is not None:
            yield title


_OF_A_GROUP = re.compile(
    r"\b(?:Working Group|Task Group|Task Force|Committee|Sub-?committee|Study Group|Council"
    r"|Section|Division)\s$"
)
"""What the quoted words behind only say the field of: 'the Working Group "Education and Training"'."""


_HEAD_APART = re.compile(
    r"\b(?P<head>guide|handbook|brochure|booklet|leaflet|report|study|paper|manual|publication"
    r"|toolkit|guidelines|newsletter|journal"
    r"|bulletin|compendium|roadmap|textbook|glossary|video)\s(?:on|for|of"
    r"|about)\s[^.;:\",()]{3,80},\s(?:entitled\s|titled\s|called\s)?$"
)
"""The kind, with what it is on, before a title: 'a guide for shops, "Good Scales"'."""


def _typed(text: str, match: re.Match[str], name: str) -> Iterator[Title]:
    if _OF_A_GROUP.search(text, max(0, match.start() - 24), match.start()):
        return
    after = _head_after(text[match.end() : match.end() + 60])
    before = _head_before(text[max(0, match.start() - 50) : match.start()])
    own = lexicon().head_type(name)
    if after:
        kind, head, length = after
        yield Title(match.start(), match.end() + length, kind, name, head)
    elif before:
        kind, head, length = before
        yield Title(match.start() - length, match.end(), kind, name, head)
    elif (far := _HEAD_APART.search(text, max(0, match.start() - 110), match.start())) is not None:
        kind = lexicon().heads[far.group("head").lower()]
        yield Title(match.start(), match.end(), kind, name, far.group("head"))
    elif _IS_HELD.match(text, match.end()) and (own is None or own[0] not in _TITLED):
        yield Title(match.start(), match.end(), "Event", name, "event")
    elif own and own[0] in _TITLED and len(name.split()) > 1:
        yield Title(match.start(), match.end(), own[0], name, own[1])


def _head_after(following: str) -> tuple[str, str, int] | None:
    words = _AFTER.match(re.sub(r"^,\s(?:an?|the)\s", lambda m: " " * len(m.group()), following))
    if not words:
        return None
    parts = list(re.finditer(r"[\w&-]+", words.group("words")))
    for count in range(1, len(parts) + 1):
        word = parts[count - 1].group()
        if word in (
            "was",
            "is",
            "were",
            "to",
            "which",
            "that",
            "has",
            "by",
            "at",
            "of",
            "for",
            "on",
            "in",
            "took",
            "and",
        ):
            return None
        for begin in range(max(0, count - lexicon().longest_head), count):
            head = " ".join(part.group().lower() for part in parts[begin:count])
            kind = lexicon().heads.get(head)
            if kind in _TITLED and (count == len(parts) or _ends_phrase(parts[count].group())):
                return kind, head, words.start("words") + parts[count - 1].end()
    return None


def _ends_phrase(word: str) -> bool:
    return word[0].islower() and word.lower() not in lexicon().heads


def _head_before(preceding: str) -> tuple[str, str, int] | None:
    preceding = _LEADS_ON.sub(lambda match: " " * len(match.group()), preceding)
    words = _BEFORE.search(preceding)
    if not words:
        return None
    parts = list(re.finditer(r"[\w-]+", words.group("words")))
    for length in range(min(lexicon().longest_head, len(parts)), 0, -1):
        head = " ".join(part.group().lower() for part in parts[-length:])
        kind = lexicon().heads.get(head)
        if kind in _TITLED:
            return kind, head, len(preceding) - (words.start("words") + parts[-length].start())
    return None
