"""Kinds: capitalised words that say what something is, not which: "a Regional Metrology Organization"."""

import re

from qigraph.extraction.lexicon import lexicon

__all__ = ["behind_kind", "defines_a_kind", "is_plural", "names_a_kind"]

_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")


def is_plural(head: str) -> bool:
    """Whether a head noun is the plural of another: "ministries", "institutes".

    Examples
    --------
    >>> is_plural("ministries"), is_plural("nations"), is_plural("congress")
    (True, False, False)
    """
    singular = head[:-3] + "y" if head.endswith("ies") else head[:-1]
    return head.endswith("s") and head != "nations" and singular in lexicon().heads


_ONE_OF_A_STATE = frozenset(
    ["council", "centre", "center", "service", "fund", "academy", "office", "bureau", "commission"]
)
"""Of these a state has one, and texts do not speak of them as of a kind: "the National Quality Council"."""


def names_a_kind(name: str, type: str, head: str) -> bool:
    """Whether a name has no word that tells one organisation from others.

    Parameters
    ----------
    name : str
    type : str
        Its entity type by its head noun.
    head : str
        The head noun.

    Examples
    --------
    >>> names_a_kind("Special Recognition Organization", "Organisation", "organization")
    True
    >>> names_a_kind("Gulf Metrology Organization", "Organisation", "organization")
    False
    """
    if type not in ("Organisation", "Body") or head == "international":
        return False
    words = [word.strip(",.()").lower() for word in name.split()]
    if words[0] == "national" and head in _ONE_OF_A_STATE and len(words) > 2:
        return False
    if type == "Body" and (head != "group" or words[-1] != "group"):
        return False
    if words[-1] == "excellence":
        return True
    if {"of", "for", "on"} & set(words) and words[0] not in _COOPERATION:
        return False
    known = lexicon()
    return all(
        word in known.connectors
        or word in known.kind_words
        or word in known.heads
        or word.rstrip("s") in known.heads
        for word in words
    )


_RANKS = ("executive", "technical", "state")
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Ee]ach|[Ee]very|[Ss]uch)\s$")
_OF = re.compile(r"\s(?:of|under|within)\s(?:the\s)?(?=[A-Z])")


def behind_kind(text: str, start: int, stop: int) -> int:
    """Where the name begins in "an Executive Agency of the Ministry of Trade": behind what only says of which kind.

    Examples
    --------
    >>> text = "an Executive Agency of the Ministry of Trade"
    >>> text[behind_kind(text, 3, len(text)) :]
    'Ministry of Trade'
    """
    of = _OF.search(text, start, stop)
    if of is None or not _INDEFINITE.search(text, max(0, start - 9), start):
        return start
    words = text[start : of.start()].lower().split()
    known = lexicon()
    kind = all(
        word in known.kind_words
        or word in _RANKS
        or word in known.connectors
        or known.heads.get(word, "Event") != "Event"
        for word in words
    )
    return of.end() if kind and known.heads.get(words[-1]) in ("Organisation", "Network", "Body") else start


_COOPERATION = ("cooperation", "co-operation", "partnership", "areas", "area")


def defines_a_kind(short: str, long: str) -> bool:
    """Whether a definition such as "National Metrology Institutes (NMIs)" introduces a kind rather than a name.

    Examples
    --------
    >>> defines_a_kind("NMIs", "National Metrology Institutes"), defines_a_kind("NMISA", "National Metrology Institute")
    (True, False)
    """
    kind = lexicon().head_type(long)
    if kind is not None and kind[0] not in ("Organisation", "Network", "Body"):
        return False
    if _PLURAL_ACRONYM.fullmatch(short) or short in _KIND_ACRONYMS:
        return True
    last = long.rsplit(" ", 1)[-1].lower()
    if kind is not None and kind[1] == last and is_plural(last):
        return "standards" not in last
    return kind is None and all(
        word in lexicon().kind_words or word in lexicon().connectors
        for word in re.findall(r"[\w-]+", long.lower())
    )


_KIND_ACRONYMS = {
    "NMI", "RMO", "NAB", "NSB", "CAB", "SDO", "NB", "AB", "DI", "TBT", "SPS", "IO", "NQI", "QI", "NGO", "SME",
    "MSME", "LDC", "PT",
}  # fmt: skip
