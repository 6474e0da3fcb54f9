"""Whether capitalised words are a name of their own, or a common noun, a title or a shouted line."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.kinds import is_plural, names_a_kind
from qigraph.names import normal
from qigraph.schema import ACTORS

__all__ = ["MEETINGS", "TWO_ORGANS", "is_any_instrument", "is_proper_name"]

_RANKS = ("Chief", "Senior", "Principal", "Deputy", "Assistant", "Acting")
_DOINGS = (
    "Strengthening", "Promoting", "Enhancing", "Improving", "Building", "Developing", "Supporting", "Ensuring",
    "Advancing", "Fostering", "Achieving", "Creating", "Establishing", "Harmonizing", "Harmonising", "Facilitating",
)  # fmt: skip
"""What a title begins with, and no organisation's name."""
_ASPECTS = (
    "Membership", "Objectives", "Mission", "Members", "Structure", "History", "Role", "Work", "Activities", "Overview",
    "Aims", "Mandate", "Functions", "Governance", "Establishment", "Creation", "Website", "Details", "Functioning",
    "Recognition", "Support", "Participation", "Meetings", "Meeting", "Chair", "Description", "Name", "Type",
)  # fmt: skip
"""What is told of somebody: "Membership of the Forum" is no other name of the Forum."""
MEETINGS = ("forum", "congress", "summit", "days")
"""Heads that name a meeting where it is said to be the first, the second …"""
TWO_ORGANS = re.compile(
    r"(?:Secretariat|Presidency|Chair|Chairmanship|Board|Council|Committee|Bureau)\s(?:and|&)\s(?:the\s)?"
    r"(?:Secretariat|Presidency|Chair|Chairmanship|Board|Council|Committee|Bureau)"
)
"""Two organs rather than one: "Secretariat and Presidency"."""
_TITLE_BEHIND = re.compile(
    r"(?:(?:New|Draft|Guide|Recommendation)\s(?:and\s)?)*(?:Guide|Recommendation)\s(?=[A-Z][a-z])(?!No\b)"
)
"""A kind of document with the first word of its title, that goes on in small letters: "Guide Guidelines for …"."""
_KIND_OF_A_STATE = re.compile(r"(?:[Nn]ational\s)?Standards\sBod(?:y|ies)\b")
"""What any state has one of: "the National Standards Body of Chad" tells what its bureau is."""
_MOST_WORDS = 22
_LONGEST_SHOUT = 12
_ITEM = re.compile(r"\bof\s(?:the\s)?(?:Meeting|Session|Assembly|Workshop|Conference)$")
"""The end of an item of an agenda: "Opening of the Meeting"."""


def is_any_instrument(rest: str, head: str) -> bool:
    """Whether words say no more than what sort of instrument it is: "International Standard".

    Parameters
    ----------
    rest : str
        The words.
    head : str
        Their head noun, in small letters.
    """
    words = [word.lower() for word in rest.split()]
    return words[-1] == head and all(
        word in lexicon().kind_words or word in lexicon().heads for word in words
    )


def is_proper_name(name: str, type: str, head: str) -> bool:
    """Whether capitalised words are a name of their own rather than a common noun or a shouted line.

    Parameters
    ----------
    name : str
        The words.
    type : str
        Type of what their head noun names.
    head : str
        The head noun, in small letters.

    Examples
    --------
    >>> is_proper_name("Gulf Metrology Council", "Organisation", "council")
    True
    >>> is_proper_name("International Standards", "Instrument", "standards")
    False
    """
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or (name.isupper() and len(name) > _LONGEST_SHOUT):
        return False
    if normal(name) == normal(head) or name.lower() in lexicon().heads or words[0] in _RANKS:
        return False
    if type == "Instrument" and head == "standards" and not any(map(str.isdigit, name)):
        return False
    if type == "Programme" and len(words) == 2 and lexicon().heads.get(words[0].lower()) in ACTORS:
        return False
    if type in ("Instrument", "Programme") and is_plural(head) and is_any_instrument(name, head):
        return False
    if type == "Event" and _ITEM.search(name):
        return False
    if (
        _KIND_OF_A_STATE.match(name)
        or names_a_kind(name, type, head)
        or (type == "Instrument" and _TITLE_BEHIND.match(name))
    ):
        return False
    if TWO_ORGANS.fullmatch(name):
        return False
    if type == "Body" and " and " in name and all(w.lower() in (*lexicon().heads, "and") for w in words):
        return False
    if (type in {*ACTORS, "Agreement"} and is_plural(head)) or (type in ACTORS and words[0] in _DOINGS):
        return False
    if type in ACTORS and words[0] in _ASPECTS and words[1] == "of":
        return False
    return type != "Publication" or len(words) > 2 or words[0][0].isupper()
