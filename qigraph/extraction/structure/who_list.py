"""Lists of who was somewhere: names with the people who stood for them, "the Chair of A, experts from B and Ms C"."""

import re

from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.sentence.within import TITLED_PERSON
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = [
    "ACTOR",
    "BRACKET",
    "NEXT",
    "OFFICIAL",
    "PEOPLE",
    "PERSON",
    "WHO",
    "places",
    "places_before",
    "those",
]

ACTOR = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body")) + "]"
PERSON = MARK["Person"]
WHO = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body", "Person")) + "]"
BRACKET = r"(?:\s?[(\[][^()\[\]]*[)\]]|\s(?:network|organi[sz]ation|secretariat|group)\b)*"
PEOPLE = (
    r"(?:representatives?|delegates?|delegations?|experts?|participants?|attendees|speakers?|officials?|colleagues"
    r"|trainees|lecturers?|panellists?|presenters?|guests|instructors|trainers)"
)
OFFICIAL = (
    r"(?:representatives?|delegates?|delegations?|experts?|participants?|attendees|speakers?|officials?|colleagues"
    r"|observers?|staff|members? of staff|officers?|specialists|assessors|trainees|lecturers?|panellists?|presenters?"
    r"|guests|trainers|instructors|metrologists|chair(?:man|woman|person|s|persons)?|presidents?|directors?(?:[\s-]general)?|"
    r"secretar(?:y|ies)(?:[\s-]general)?|deput(?:y|ies)|heads?|executives?|CEOs?|ministers?|ambassadors?|managers?|coordinators?|liaisons?)"
)
"""Those who stand for an organisation where no person is named."""
_OFFICE = rf"(?:[\w&'\u2019-]+\s){{0,4}}{OFFICIAL}(?:\s[\w-]+){{0,2}}\s(?:of|from|at)\s"
NEXT = (
    rf"{BRACKET}(?:\s{OFFICIAL}\b)?(?:,?\s(?:and|&|as well as|together with|along with)\s|,\s)(?:also\s)?"
    rf"{FILLER}*(?:{_OFFICE}|(?:(?-i:[A-Z])[\w&-]*\s){{1,5}}(?={MARK['Person']})|[a-z]+\s)?(?:of\s|from\s|by\s|the\s)*{FILLER}*"
)
"""What stands between two names of a list."""
_ONE_MORE = re.compile(rf"{NEXT}(?P<who>{WHO})", re.IGNORECASE)
_JOIN = re.compile(NEXT, re.IGNORECASE)
_MOST_BETWEEN = 120
"""Characters between two names of a list."""


def places(frame_of: Skeleton, at: int) -> list[int]:
    """The positions of the names of one list, from its first."""
    found = [_titled(frame_of, at)]
    while following := _ONE_MORE.match(frame_of.text, found[-1] + 1):
        found.append(_titled(frame_of, following.start("who")))
    return found


def _titled(frame_of: Skeleton, at: int) -> int:
    """Where the person stands whose title begins with the name of an organisation; else the same position."""
    person = TITLED_PERSON.match(frame_of.text, at + 1) if frame_of.text[at] != PERSON else None
    return person.end() - 1 if person else at


def places_before(frame_of: Skeleton, at: int) -> list[int]:
    """The positions of the names of one list, from its last."""
    found = [at]
    earlier = sorted((i for i, m in frame_of.at.items() if i < at and isinstance(m, Mention)), reverse=True)
    for place in earlier:
        near = found[0] - place <= _MOST_BETWEEN
        if not near or not _JOIN.fullmatch(frame_of.text, place + 1, found[0]):
            break
        found.insert(0, place)
    return found


def those(frame_of: Skeleton, where: list[int]) -> list[Thing]:
    """The persons of a list, or else the organisations in it."""
    there = [place for place in where if not _BEHALF.search(frame_of.text, 0, place)]
    mentions = [m for place in there if isinstance(m := frame_of.at.get(place), Mention)]
    people = [m for m in mentions if m.type == "Person"]
    chosen = (
        [*people, *_represented(frame_of, where)] if people else [m for m in mentions if m.type in ACTORS]
    )
    return list(dict.fromkeys(thing for m in chosen for thing in m.things))


_BEHALF = re.compile(rf"\bbehalf of\s{FILLER}*$")
"""Before somebody in whose stead another one speaks."""


def _represented(frame_of: Skeleton, where: list[int]) -> list[Mention]:
    """The organisations of a list with persons whose people are told of: "Dr A, as well as delegates from B and C"."""
    last = max((place for place in where if frame_of.text[place] == PERSON), default=0)
    behind = [place for place in where if place > last]
    if not behind or not _PEOPLE_FROM.search(frame_of.text, last, behind[0]):
        return []
    return [m for place in behind if isinstance(m := frame_of.at.get(place), Mention) and m.type in ACTORS]


_PEOPLE_FROM = re.compile(rf"\b{PEOPLE}\s(?:from|of)\s{FILLER}*$", re.IGNORECASE)
