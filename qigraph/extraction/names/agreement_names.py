"""The names that an agreement may go by: its parties in any order, short or in full, before its kind or behind it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.event_names import short_names
from qigraph.extraction.things import Thing

__all__ = ["call_agreement", "canonical", "is_plain_agreement", "is_several", "plain_agreement"]

_SAME = dict.fromkeys(
    ("mou", "mous", "memoranda of understanding", "memorandums of understanding"),
    "memorandum of understanding",
)
_ADJECTIVE = (
    r"(?:tripartite|trilateral|bilateral|multilateral|joint|new|renewed|revised|updated|formal|landmark|draft|existing"
    r"|technical|co-?operation|collaboration|partnership|framework|general|first|second|special|strategic|mutual)"
)
_SEVERAL = re.compile(
    r"\b(?:agreements|arrangements|mous|memorand(?:a|ums)|protocols|declarations|accords|treaties|letters|mras|mocs|pacts)\b",
    re.IGNORECASE,
)
_MOST_IN_ANY_ORDER = 3
_MOST_PARTIES = 6


@cache
def plain_agreement() -> re.Pattern[str]:
    """Matches what says no more than the kind of an agreement: "tripartite MoU"."""
    heads = alternatives(head for head, kind in lexicon().heads.items() if kind == "Agreement")
    return re.compile(rf"(?:{_ADJECTIVE}\s)*(?:{heads})(?:\s\(\w+\))?", re.IGNORECASE)


def is_plain_agreement(name: str) -> bool:
    """Whether a name says no more than what kind of agreement it is.

    Examples
    --------
    >>> is_plain_agreement("Tripartite MoU"), is_plain_agreement("Arusha Declaration")
    (True, False)
    """
    return bool(plain_agreement().fullmatch(name))


def is_several(name: str) -> bool:
    """Whether a name speaks of agreements of which each may be with somebody else.

    Examples
    --------
    >>> is_several("cooperation agreements"), is_several("MoU")
    (True, False)
    """
    return bool(_SEVERAL.search(name))


def canonical(head: str) -> str:
    """One word for a kind of agreement that has several.

    Examples
    --------
    >>> canonical("mou")
    'memorandum of understanding'
    """
    return _SAME.get(head.lower(), head.lower())


def call_agreement(agreement: Thing, noun: str, parties: list[Thing]) -> None:
    """Let an agreement go by its kind and its parties in every usual way.

    Parameters
    ----------
    agreement : Thing
    noun : str
        What kind of agreement it is, in the words of the text.
    parties : list of Thing
        Who it is between.

    Examples
    --------
    >>> pact = Thing("Agreement", "MoU")
    >>> call_agreement(pact, "MoU", [Thing("Body", "A Board"), Thing("Body", "B Board")])
    >>> {"B Board-A Board Memorandum of Understanding", "MoU between A Board and B Board"} <= set(pact.names)
    True
    """
    agreement.call(*_kinds(noun))
    if not 1 < len(parties) <= _MOST_PARTIES:
        return
    orders = permutations(parties) if len(parties) <= _MOST_IN_ANY_ORDER else [tuple(parties)]
    for order in orders:
        for names in _namings(order):
            listed = f"{', '.join(names[:-1])} and {names[-1]}"
            for kind in _kinds(noun):
                agreement.call(f"{'-'.join(names)} {kind}", f"{kind} between {listed}", f"{listed} {kind}")


def _namings(parties: tuple[Thing, ...]) -> Iterator[list[str]]:
    yield [short_names(party)[-1] for party in parties]
    yield [party.label for party in parties]


def _kinds(noun: str) -> list[str]:
    """The noun, without what stands in brackets, and a memorandum of understanding by its short name too."""
    bare = re.sub(r"\s\([^()]*\)", "", noun)
    kind = lexicon().head_type(bare)
    found = [bare]
    if kind and canonical(kind[1]) == "memorandum of understanding":
        found += ["Memorandum of Understanding", "MoU"]
    elif kind and kind[1] != bare.lower():
        found.append(kind[1])
    return list(dict.fromkeys(found))
