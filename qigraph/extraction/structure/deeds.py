"""What somebody did who was at a meeting: "experts from A addressed the workshop", "B reported to the Committee".

A committee that is attended, addressed or reported to is met: its meeting is what somebody took part in.
"""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.sentence.skeleton import FILLER, MARK, PRONOUN, Skeleton
from qigraph.extraction.structure.who_list import (
    BRACKET,
    OFFICIAL,
    PERSON,
    WHO,
    places,
    places_before,
    those,
)
from qigraph.extraction.things import Mention, Thing

__all__ = ["Deed", "deeds", "meeting_of"]

_EVENT, _BODY, _ORGANISATION = MARK["Event"], MARK["Body"], MARK["Organisation"]
_SPEECH = (
    r"(?:gave|give|gives|made|makes|make|delivered|delivers?|presented|presents?|submitted|provided)\s"
    rf"(?:(?:an?|the|its|their|his|her|two|several|{FILLER}+)\s?)?(?:[\w-]+\s){{0,3}}?"
    r"(?:reports?|presentations?|statements?|updates?|overviews?|briefings?|speech|speeches|address|lectures?|papers?|keynote|talks?|interventions?)\s"
    r"(?:[\w\s-]{0,50}?\s)?"
)
_AT_EVENT = cued(
    rf"(?:\b(?:attended|addressed|opened|closed|moderated|facilitated|co-chaired)"
    r"|\b(?:participated|took part|were present|was present|were represented|was represented|spoke|lectured|presented"
    rf"|reported|joined)\s(?:[\w\s-]{{0,50}}?\s)?(?:in|at|during|to)|\b{_SPEECH}(?:at|to|during|in))\s{FILLER}*(?P<where>{_EVENT})"
)
_AT_BODY = cued(
    r"(?:\b(?:attended|addressed|briefed|updated|informed|drew the attention of)"
    r"|\b(?:reported|report|reports|spoke)\s(?:back\s|regularly\s)?to"
    rf"|\b{_SPEECH}(?:at|to|before))\s{FILLER}*(?P<where>[{_BODY}{_ORGANISATION}])(?!\smember|\schair|\ssecretar)"
)
_HEARD = cued(
    rf"(?P<where>[{_EVENT}{_BODY}{_ORGANISATION}]){BRACKET}\s(?:also\s|then\s)?"
    r"(?:(?:heard|received|listened to|benefited from|featured|included)\s(?:[\w-]+\s){0,4}?"
    r"(?:reports?|presentations?|statements?|updates?|addresses|briefings?|interventions?|contributions?|papers|lectures?|talks)"
    r"\s(?:[\w\s-]{0,50}?\s)?(?:from|by|of)"
    r"|(?:was|were)\s(?:also\s)?(?:briefed|updated|informed|addressed)\sby)\s"
    rf"(?:(?:[\w-]+\s){{0,4}}?{OFFICIAL}\s(?:of|from)\s)?{FILLER}*(?P<who>{WHO})"
)
_WORD = (
    r"(?:has|have|had|also|both|then|all|jointly|regularly|again|subsequently|recently|each|who)\s|[a-z]+ly\s"
)
_WITH = re.compile(
    rf"\swith\s(?:(?:[\w-]+\s){{0,4}}?{OFFICIAL}\s(?:of|from)\s)?{FILLER}*(?P<who>{WHO})", re.IGNORECASE
)
_ACTS = re.compile(
    rf"(?P<who>{WHO}){BRACKET}(?:'s?|\u2019s?)?(?:\s(?:senior\s|legal\s|technical\s)?{OFFICIAL})?"
    rf"(?:,\s[^;:]{{3,110}}(?=,))?,?\s(?:{_WORD}|[a-z]+ed\sand\s){{0,3}}$",
    re.IGNORECASE,
)
"""What stands before a verb: who did it, and words that change nothing."""
_OFFICE_HOLDER = re.compile(
    rf"(?P<who>{PERSON})(?:\s(?:III|II|IV|Jr\.?))?(?:\s\([^()]*\))?,?(?:\s(?:who\s(?:is|was)\s)?(?:the\s|an?\s)?"
    rf"(?:[\w&'\u2019-]+\s){{0,6}}?{OFFICIAL}\b[^;:,.]{{0,90}})?,?\s(?:{_WORD}|[a-z]+ed\sand\s){{0,3}}$",
    re.IGNORECASE,
)
"""A person with an office behind the name: "Jane Doe, Secretary of the Weighing Programme"."""
_BEFORE_VERB = 240
_IN_OFFICE = re.compile(
    rf"{PERSON}(?:\s\([^()]*\))?,?\s(?:the\s)?(?:[\w&'\u2019-]+\s){{0,4}}?{OFFICIAL}(?:\s[\w-]+){{0,3}}\s(?:of|from|at|for)\s"
    rf"{FILLER}*$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(rf"\b(?:of|from|by|with|for|in|to|at|on|under|between|among)\s{FILLER}*$")
_STAND_FOR = re.compile(
    rf"\b{OFFICIAL}(?:\s[\w-]+){{0,2}}\s(?:of|from)\s(?:(?:both|several|various)\s)?{FILLER}*$", re.IGNORECASE
)
_MEETS = re.compile(
    r"\b(?:committee|sub-?committee|council|board|assembly|commission|conference|plenary|group|task force|forum"
    r"|bureau)\b",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(r"\b(?:Commission|Committee|Council|Conference|Assembly)$")
_NO_ASSEMBLY = re.compile(r"\b(?:European|Electrotechnical|Economic|Trade|Energy|National|Federal)\b")
"""Organisations that are assemblies are met, too; those of officials are not."""


class Deed:
    """Who did what where; ``where`` is the meeting, or the body that met.

    Parameters
    ----------
    who : list of Thing
    where : Thing
    start, stop : int
        Positions in the skeleton of what says so.
    """

    __slots__ = ("start", "stop", "where", "who")

    def __init__(self, who: list[Thing], where: Thing, start: int, stop: int) -> None:
        self.who, self.where, self.start, self.stop = who, where, start, stop


def deeds(frame_of: Skeleton) -> Iterator[Deed]:
    """Yield who is said to have done something at a meeting.

    Parameters
    ----------
    frame_of : Skeleton
        Of a sentence.
    """
    text = frame_of.text
    if _EVENT not in text and _BODY not in text and _ORGANISATION not in text:
        return
    for pattern in (_AT_EVENT, _AT_BODY):
        for verb in pattern.finditer(text):
            begin = max(0, verb.start() - _BEFORE_VERB)
            said = text[begin : verb.start()]
            actor = _last(_ACTS, said) or _last(_OFFICE_HOLDER, said)
            where = frame_of.at.get(verb.start("where"))
            if actor is None or not isinstance(where, Mention) or not _is_meeting(where.thing):
                continue
            listed = places_before(frame_of, _office_holder(text, begin + actor.start("who")))
            if _acts_itself(text, listed[0]):
                yield Deed(those(frame_of, listed), where.thing, listed[0], verb.end())
    yield from _met(frame_of)
    for heard in _HEARD.finditer(text):
        where = frame_of.at.get(heard.start("where"))
        if isinstance(where, Mention) and _is_meeting(where.thing):
            who = those(frame_of, places(frame_of, heard.start("who")))
            yield Deed(who, where.thing, heard.start(), heard.end())


def _met(frame_of: Skeleton) -> Iterator[Deed]:
    """Who is said to have met: "A and B met in Oslo", "A met with B on 3 May"; one committee that met is no deed."""
    text = frame_of.text
    for at, mention in frame_of.at.items():
        if not isinstance(mention, Mention) or mention.type != "Event" or mention.by_name:
            continue
        if mention.stop - mention.start != len("met"):
            continue
        begin = max(0, at - _BEFORE_VERB)
        actor = _last(_ACTS, text[begin:at].rstrip(PRONOUN))
        if actor is None:
            continue
        listed = places_before(frame_of, begin + actor.start("who"))
        other = _WITH.match(text, at + 1)
        who = those(frame_of, listed) if _acts_itself(text, listed[0]) else []
        beside = those(frame_of, places(frame_of, other.start("who"))) if other else []
        if who and (beside or len(who) > 1):
            yield Deed([*who, *beside], mention.thing, listed[0], other.end() if other else at + 1)


def meeting_of(body: Thing) -> Thing:
    """The meeting of a committee that is named by nothing but the committee.

    Examples
    --------
    >>> meeting_of(Thing("Body", "Grand Council")).label
    'Grand Council meeting'
    """
    event = Thing("Event", f"{body.label} meeting", own=True, owners=[body])
    for name in (body.label, *body.names):
        event.call(f"{name} meeting", f"{name} meetings", f"meeting of the {name}", f"meetings of the {name}")
    return event


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match nearest to the end: of a name behind which nothing but such words stands."""
    starts = [i for i, c in enumerate(before) if re.match(WHO, c)]
    for at in reversed(starts):
        if match := pattern.match(before, at):
            return match
    return None


def _office_holder(text: str, at: int) -> int:
    """Where the person stands whose office ends with a name: "Jane Doe, Director of X"; else the same position."""
    before = _IN_OFFICE.search(text[max(0, at - 120) : at]) if text[at] != PERSON else None
    return max(0, at - 120) + before.start() if before else at


def _acts_itself(text: str, at: int) -> bool:
    """Whether the first of the names is the subject, or those who stand for it are: not "the members of X"."""
    if text[at] == PERSON:
        return True
    before = text[max(0, at - 90) : at]
    return _GOVERNED.search(before) is None or _STAND_FOR.search(before) is not None


def _is_meeting(thing: Thing) -> bool:
    if thing.type == "Event":
        return True
    names = (thing.label, *thing.names)
    if thing.type != "Body":
        return any(_ASSEMBLY.search(name) and not _NO_ASSEMBLY.search(name) for name in names)
    return any(_MEETS.search(name) for name in names)
