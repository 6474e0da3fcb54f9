"""What stands for a name: the body in brackets behind its country, and the names behind a noun and a colon."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.schema import ACTORS

__all__ = ["body_of_country", "names_members", "nests"]

_ACTOR = "".join(MARK[name] for name in ACTORS)
_ALONE = re.compile(rf"\(\s?{FILLER}*([{_ACTOR}])\s?\)")
_ONE = rf"{FILLER}*[{_ACTOR}](?:\s?\([^()]*\))?"
_NESTED = re.compile(rf"\b(?:between|among)\s{_ONE},?\sand\s{_ONE},\s(?:and\s)?{_ONE}")
_MOST_WORDS = 4
_ALSO_COUNTRIES = frozenset(
    ["Bosnia", "Macedonia", "Hong Kong", "Taiwan", "Chinese Taipei", "Kosovo", "England", "Scotland", "Holland",
     "Kyrgyz Republic", "Slovak Republic", "Ivory Coast", "Cape Verde", "Palestine", "Swaziland", "Gambia"]
)  # fmt: skip
"""Names by which lists call countries and economies, and which are no names of places elsewhere."""
_MEMBERS = frozenset(
    [
        "members",
        "partners",
        "parties",
        "founders",
        "signatories",
        "entities",
        "institutions",
        "institutes",
        "participants",
        "observers",
        "organisers",
        "owners",
        "sponsors",
        "donors",
        "peers",
        "players",
        "actors",
        "ones",
        "affiliates",
        "associates",
        "stakeholders",
    ]
)


def body_of_country(frame_of: Skeleton, at: int) -> tuple[int, int, int] | None:
    """Where a bracket at ``at`` gives the body of the country named before it: "of Turkey (UME) and Egypt (NIS)".

    Parameters
    ----------
    frame_of : Skeleton
        The sentence.
    at : int
        Position of the opening bracket.

    Returns
    -------
    tuple of (int, int, int) or None
        Where the country begins, the position of the body, and where the bracket ends.
    """
    inside = _ALONE.match(frame_of.text, at)
    if inside is None:
        return None
    before = frame_of.text[:at].rstrip()
    if before.endswith(MARK["Place"]):
        return len(before) - 1, inside.start(1), inside.end()
    begin = len(before)
    found = None
    for _ in range(_MOST_WORDS):
        begin = before.rfind(" ", 0, begin)
        name = before[begin + 1 :].lstrip(FILLER)
        if name in lexicon().countries or name in _ALSO_COUNTRIES:
            found = len(before) - len(name)
        if begin < 0 or not name[:1].isupper():
            break
    return None if found is None else (found, inside.start(1), inside.end())


def names_members(noun: str) -> bool:
    """Whether a plural noun may lead up to names of bodies: "four institutes: A, B, C and D".

    Examples
    --------
    >>> names_members("institutes"), names_members("partners"), names_members("questions")
    (True, True, False)
    """
    return noun in _MEMBERS or (noun.endswith("s") and lexicon().heads.get(noun) in ACTORS)


def nests(said: str) -> bool:
    """Whether a list has a list for its second part: "between A and B, C and D" tells of A with each of the others.

    Parameters
    ----------
    said : str
        A stretch of a skeleton.

    Examples
    --------
    >>> a = MARK["Organisation"]
    >>> nests(f"between {a} and {a}, {a} and {a}"), nests(f"between {a}, {a} and {a}")
    (True, False)
    """
    return bool(_NESTED.search(said))
