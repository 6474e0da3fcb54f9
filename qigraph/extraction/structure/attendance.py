"""Who was there: lists of those present, captions and speeches, of the meeting that was spoken of last.

"Speakers from A, B and C shared their views" names no meeting; it is the one that the sentences before are about.
"""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.structure.deeds import deeds, meeting_of
from qigraph.extraction.structure.minutes import Minutes
from qigraph.extraction.structure.who_list import (
    ACTOR,
    BRACKET,
    OFFICIAL,
    PEOPLE,
    PERSON,
    WHO,
    places,
    places_before,
    those,
)
from qigraph.extraction.things import Mention, Thing

__all__ = ["Attendance"]

_DID = (
    r"(?:attended|participated|took part|shared|presented|spoke|gave|discussed|contributed|joined|exchanged|reported"
    r"|delivered|provided|debated|made|introduced|took the floor|taught|lectured|explained|briefed|met|visited"
    r"|convened|gathered|came together|deliberated|engaged|reviewed|explored|highlighted|examined|offered)"
)
_SPEECH = (
    r"(?:gave|made|delivered|held)\s(?:(?:an?|the|his|her|their|its|two|several)\s)?(?:[\w-]+\s){0,3}?"
    r"(?:presentations?|speech|speeches|keynote|address|talks?|lectures?|overview|remarks|statement|intervention)\b"
)
_REMARKS = (
    r"(?:remarks|allocution|speech|address|keynote|presentation|statement|intervention|message|talk|lecture)"
)
_SPOKE = (
    rf"(?:spoke\s(?:on|about|of)|followed\swith\s(?:\w+\s){{0,3}}{_REMARKS}|took\sthe\sfloor|said\sa\sfew\swords"
    r"|addressed\s(?:the\s)?(?:audience|participants|delegates|gathering|attendees|guests))\b"
)
_IN_REMARKS = rf"[Ii]n\s(?:his|her|their)\s(?:[\w-]+\s){{0,3}}{_REMARKS}\b"
_OTHERS = rf"(?:(?!\s(?:to|on|for|in|at|about|under|with|who|which|that|and its)\s)[^;.{WHO[1:-1]}]){{0,70}}?"
"""Others of a list, without a name: "from 45 accreditation bodies (ABs), the"."""
_THERE = r"(?:in attendance|present(?! at \w+ time))"
_AFTER = [
    cued(rf"{_IN_REMARKS},\s{FILLER}*(?P<who>{PERSON})"),
    cued(
        rf"{_IN_REMARKS}\s(?:at|to|before|during)\s[^;.{PERSON}]{{2,90}}?,\s[^;.{PERSON}]{{0,60}}?,?\s?{FILLER}*(?P<who>{PERSON})"
    ),
    cued(
        rf"\b(?:opened|closed|addressed|inaugurated|chaired|moderated|facilitated)\sby\s(?:[^;.:,{PERSON}]|,\sthe\s){{4,110}}?,?\s"
        rf"(?P<who>{PERSON})"
    ),
    cued(
        rf"\b(?:opened|closed|inaugurated)\s(?:the\s)?(?:proceedings|event|meeting|ceremony|session)\s(?:along|together|jointly)"
        rf"\swith\s(?:[\w-]+\s|{ACTOR}\s){{0,6}}?(?P<who>{PERSON})"
    ),
    cued(
        rf"\b{PEOPLE},?\s(?:among them|amongst them|among whom|including)\s(?:[\w-]+\s){{0,4}}?(?:of\s|from\s)?"
        rf"{FILLER}*(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(rf"\b[Ss]peaking\s(?:at|during|on\sthe\soccasion\sof)\s[^;.,]{{2,60}},\s{FILLER}*(?P<who>{PERSON})"),
    cued(
        rf"\b(?:in attendance|(?:were|was|also)\s(?:also\s)?present|present\s?(?:were|:))(?!\w)"
        rf"[^;.{WHO[1:-1]}]{{0,110}}?(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b(?:brought together|gathered|assembled|attracted)\b[^;.]{{0,200}}?\b(?:including|such as|namely|from)\s"
        rf"(?:from\s)?{_OTHERS}{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b(?:brought together|gathered|assembled|attracted|united)\b[^;.]{{0,200}}?\b{OFFICIAL}\s(?:of|from)\s"
        rf"{FILLER}*(?P<who>{ACTOR})"
    ),
    cued(
        rf"\b{PEOPLE}\s(?:were|was|came|included?|represented|were drawn)\s(?:(?:\w+\s){{0,2}}{PEOPLE}\s)?"
        rf"(?:(?:from|of)\s(?:(?:\w+\s){{1,2}}and\s)?)?{FILLER}*(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b{PEOPLE}\s(?:also\s)?(?:came|hailed|were drawn|travelled|arrived)\sfrom,?\s"
        rf"(?:among (?:other (?:places|bodies)|others),\s|inter alia,?\s|notably,?\s)?{FILLER}*(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b[Ww]ith\s(?:[\w-]+\s){{0,3}}?{PEOPLE}\s(?:coming\s|drawn\s|sent\s)?(?:from|of|including)\s{_OTHERS}{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b(?:[Pp]resentations|[Ll]ectures|[Tt]alks|[Kk]eynotes|[Ss]peeches|[Ii]nterventions)\s(?:by|from|of)\s{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b[Aa]mong\s(?:the\s|those\s|its\s)?(?:[\w-]+\s){{0,3}}?(?:{PEOPLE}|present|attending)\s(?:[\w-]+\s){{0,3}}?(?:were|was)\s"
        rf"{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b(?:presentations?|lectures?|talks?|speeches|papers|keynotes?|interventions|contributions|remarks|sessions)\s"
        rf"(?:were|was)\s(?:also\s)?(?:given|made|delivered|held|presented)\sby\s(?:(?:\w+\s){{0,2}}{PEOPLE}\s(?:from|of)\s)?"
        rf"{FILLER}*(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b(?:speaking|attending|participating|presenting|taking part|lecturing)\s(?:were|was)\s(?:also\s)?"
        rf"(?:(?:\w+\s){{0,2}}{PEOPLE}\s(?:from|of)\s)?{FILLER}*(?P<who>{WHO})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b(?:attended|joined|addressed|overseen|moderated|facilitated|opened|chaired)\sby\s(?:[\w-]+\s){{0,8}}?"
        rf"{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b[Ww]ith\s(?:[\w-]+\s){{0,3}}?(?:\d+|several|many|numerous)\s(?:[\w-]+\s){{0,2}}?{PEOPLE}"
        rf"\s[^;.{WHO[1:-1]}]{{0,90}}?(?:from|including|of)\s{_OTHERS}{FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\b(?:talk|presentation|lecture|speech|keynote|address|intervention)s?\s(?:(?:on|about|entitled|titled)\s"
        rf"[^;.{WHO[1:-1]}]{{2,100}}?\s)?(?:given\s|delivered\s|held\s)?by\s{FILLER}*(?P<who>{PERSON})"
    ),
    cued(
        rf"\b(?:including|included|featured|heard|listened to|followed by|with)\s(?:[\w-]+\s){{0,4}}?(?:reports?"
        rf"|presentations?|updates?|statements?|speeches|talks|lectures?|addresses|interventions?|contributions)\s[^;.{WHO[1:-1]}]{{0,60}}?"
        rf"(?:from|by)\s{FILLER}*(?P<who>{WHO})"
    ),
    cued(rf"\brepresented\sby\s(?:its\s|their\s|the\s)?(?:[\w-]+\s){{0,4}}?{FILLER}*(?P<who>{PERSON})"),
    cued(
        rf"\b(?:members|observers|guests|partners|organi[sz]ations|stakeholders|participants|liaisons)\s(?:who|which|that)\s"
        rf"(?:gave|made|delivered|presented|reported|attended|participated|spoke)\b[^;.(]{{0,90}}(?:\(|{FILLER}){FILLER}*(?P<who>{WHO})"
    ),
    cued(
        rf"\brepresented\sby\s(?:[\w-]+\s){{0,5}}?{OFFICIAL}\s(?:from|of)\s(?:[^;.{WHO[1:-1]}]|\.(?=\S)){{0,70}}?(?P<who>{ACTOR})"
    ),
    cued(
        rf"\bwelcom(?:e|ed|ing)\s{FILLER}*(?:(?:[\w&-]+\s){{0,4}}?{OFFICIAL}[^;.{WHO[1:-1]}]{{0,70}}?\s(?:of|from|including)\s)"
        rf"{FILLER}*(?P<who>{ACTOR})",
        re.IGNORECASE,
    ),
    cued(
        rf"\b(?:honou?red|graced|marked|enriched|attended)\sby\s(?:the\s)?(?:presence|participation|attendance)\sof\s"
        rf"(?:[\w-]+\s){{0,6}}?{FILLER}*(?P<who>{WHO})"
    ),
    cued(rf"\b(?:in|with) the presence of\s(?:[\w-]+\s){{0,6}}?{FILLER}*(?P<who>{WHO})", re.IGNORECASE),
    cued(rf"\bunder the (?:chairmanship|chair|presidency) of\s{FILLER}*(?P<who>{PERSON})", re.IGNORECASE),
    cued(rf"\b(?:during|at|in) which\s{FILLER}*(?P<who>{PERSON})"),
    cued(
        rf"\bwith the (?:participation|attendance|involvement) of\s(?:[\w-]+\s){{0,6}}?{FILLER}*(?P<who>{WHO})"
    ),
]
_BEFORE = [
    cued(rf"(?P<who>{WHO}){BRACKET},?\s(?:was|were)\s(?:\w+ly\s)?welcomed\s(?:to|at)\s{FILLER}*{MARK['Event']}"),
    cued(rf"(?P<who>{WHO}){BRACKET}(?:\s{OFFICIAL})?\s(?:was|were)\s(?:also\s)?(?:represented|{_THERE}|there(?!\sto|\sare))\b"),
    cued(rf"(?P<who>{WHO}){BRACKET}\s(?:also\s)?(?:participated|took part|attended)(?=[.,;]|$)"),
    cued(rf"(?P<who>{WHO}){BRACKET},?\s(?:was|were)\s(?:also\s)?among\s(?:the|those|its)\s"
               rf"(?:[\w-]+\s){{0,3}}?(?:{PEOPLE}|present|attending|speaking)\b"),
    cued(rf"(?P<who>{PERSON})(?:[^;.{PERSON}]{{0,120}}?)\s(?:also\s)?{_SPEECH}"),
    cued(rf"(?P<who>{PERSON})(?:[^;.{PERSON}]{{0,140}}?)\s(?:officially\s|formally\s)?(?:opened|closed|inaugurated)\s(?:the\s)?"
               r"(?:proceedings|event|meeting|ceremony|session|programme|day|gathering)\b"),
    cued(rf"(?P<who>{PERSON})(?:[^;.{PERSON}]{{0,140}}?)\s(?:introduced|presented|explained|described|outlined|showed)\s(?:to\s)?"
               r"(?:the\s)?(?:participants|delegates|audience|attendees|guests)\b"),
    cued(rf"(?P<who>{PERSON})(?:[^;.]{{0,120}}?)\s(?:also\s)?{_SPOKE}"),
    cued(rf"(?P<who>{PERSON})(?:[^;.]{{0,120}}?)\s{_IN_REMARKS}(?!\s(?:of|to|for)\s)"),
    cued(rf"\b(?:where|when|which)\s{FILLER}*(?P<who>{PERSON})\s(?:also\s)?(?:represented|represents)\s"),
    cued(rf"(?P<who>{ACTOR}){BRACKET}\s(?:also\s)?{_SPEECH}"),
    cued(rf"(?P<who>{PERSON})[^;.]{{0,60}}?\swelcomed\s{FILLER}*(?:the\s)?(?:[\w-]+\s)?"
               r"(?:participants|delegates|guests|attendees|counterparts|delegations|representatives)\b"),
]  # fmt: skip
_OPENS = re.compile(
    rf"^{FILLER}*(?:During|At|In)\s{FILLER}*{MARK['Event']}[^;.{WHO[1:-1]}]{{0,60}}?,\s{FILLER}*(?P<who>{PERSON})"
    r"[^;.]*?\s(?:signed|said|stressed|underlined|noted|added|thanked|announced|welcomed|expressed|emphasi[sz]ed|exchanged"
    r"|presented|discussed|outlined|highlighted|explained|handed over|unveiled|launched|agreed|reaffirmed)\b"
)
"""Who does something there: "During the ceremony, Jane Doe, Director of X, and John Roe, Chair of Y, signed …"."""
_MEMBERS = re.compile(
    r"\s(?:(?:member|corresponding|full|associate)s?|regions?|countr(?:y|ies)|econom(?:y|ies)|states?)\b",
    re.IGNORECASE,
)
"""What makes a name tell of others: "OIML Member States"."""
_FROM = cued(
    rf"\b{PEOPLE}\s(?:from|of)\s(?:[\w,-]+\s){{0,7}}?{FILLER}*(?P<who>{ACTOR})(?!\smembers?\b)",
    re.IGNORECASE,
)
_MORE = r"(?:,?\s(?:and|as well as)\s(?:[a-z][\w-]*\s){0,8}[a-z][\w-]*\b){0,2}"
"""Others of the list, who have no names: "and regional inspection bodies as well as market traders"."""
_THEN = re.compile(
    rf"{BRACKET}{_MORE}(?:,[^;.]{{0,120}}?,)?\s?(?:were\s|also\s|all\s){{0,2}}(?:{_DID}|{_THERE})\b"
)
_CAPTION = cued(
    r"\b(?:left to right|right to left|from (?:the )?(?:left|right))\b|\((?:left|right|centre|center|middle)\)",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\b(?P<name>(?P<noun>[Ss]igning(?: ceremony)?|[Ss]ignature|[Mm]eeting|[Cc]eremony|[Vv]isit)"
    r"\s(?:of|at|with|between|for|to)\s[^:;()]{3,90}?)(?=\s?[:;(]|,\s(?:from|with)\b|\.?$)"
)
"""The occasion that the caption of a picture names."""
_OTHER_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|workshops?|seminars?|conferences?|courses?|events?|webinars?|trainings?|lectures?)"
    r"[^.;]{0,30}?\s(?:was|were|is|are|being|been)\s(?:also\s|well\s)?$"
    r"|\b(?:group|committee|council|board|task force|panel|commission|project)"
    r"\s(?:was|were|is|are|being|been)\s(?:also\s)?$",
    re.IGNORECASE,
)
"""A meeting without a name of its own in front of "attended by": no other one is meant."""
_GREETED = cued(
    rf"\b(?:(?:[Ww]elcom(?:e|ed|ing)|introduced|greeted)(?:\s[a-z]+){{0,6}}|welcome\sto(?:\s[a-z]+){{0,4}})\s(?P<who>{PERSON})"
)
"""Who is welcomed to a meeting is there."""
_AS_MEMBER = re.compile(
    r"\bas\s(?:an?\s|the\s|its\s)?(?i:(?:[a-z-]+\s){0,3}(?:members?|chair|director|president|secretary|staff))\b"
    r"|\bto the team\b"
)
_COMES_FROM = re.compile(
    rf"{PERSON}(?:\s?\([^()]*\))?,?\s(?:\(|(?:from|of|representing)\s){FILLER}*(?P<whose>{ACTOR})"
)
_REACH = 3
"""Sentences back to the meeting that is meant."""


class Attendance:
    """Reads who was there, sentence by sentence.

    Parameters
    ----------
    about : Thing or None
        The meeting that the document is about.
    """

    def __init__(self, about: Thing | None) -> None:
        self.about = about
        self._last: Thing | None = None
        self._age = 0
        self._minutes = Minutes(about)
        self._of_bodies: dict[int, Thing] = {}

    def read(self, block: Block, frame_of: Skeleton, read: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield who took part by this sentence, where nothing else has read it.

        Parameters
        ----------
        block : Block
            Where the sentence stands.
        frame_of : Skeleton
            Of the sentence.
        read : iterable of Candidate
            What was made of it before.
        """
        events = [
            (i, m.thing)
            for i, m in sorted(frame_of.at.items())
            if isinstance(m, Mention) and m.type == "Event"
        ]
        speakers = list(self._minutes.speakers(block, frame_of))
        usual = self._last if self._age < _REACH else self.about
        if self._minutes.told:
            usual = self._minutes.meeting or usual
        done = {id(c.subject) for c in read if c.relation == "participatedIn" and not c.objection}
        self._age = 0 if events else self._age + 1
        self._last = events[-1][1] if events else self._last
        said = "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))
        pictured = None if events else _pictured(block, frame_of)
        for match, who in _present(frame_of):
            event = pictured or _meant(events, match.start(), usual)
            if event is None or _OTHER_MEETING.search(said[: match.start()]):
                continue
            stated = said[match.start() : match.end()]
            reason = objection(said, stated, None, said[: match.start()])
            if reason is None and tentative(stated):
                reason = "in doubt"
            yield from _took_part(block, frame_of, who, event, reason, done, "attendance/present")
        for deed in deeds(frame_of):
            stated = said[deed.start : deed.stop]
            reason = objection(said, stated, None, said[: deed.start]) or (
                "in doubt" if tentative(stated) else None
            )
            event = self._met(deed.where, events, usual)
            yield from _took_part(block, frame_of, deed.who, event, reason, done, "attendance/deed")
        if self._minutes.meeting is not None and speakers:
            meeting = self._minutes.meeting
            yield from _took_part(block, frame_of, speakers, meeting, None, done, "attendance/minutes")

    def _met(self, where: Thing, events: list[tuple[int, Thing]], usual: Thing | None) -> Thing:
        """The meeting itself; or, of a body, the one that was spoken of, else its meeting without a name."""
        if where.type == "Event":
            return where
        near = [*(event for _, event in events), usual, self.about]
        own = next((event for event in near if event is not None and where in event.owners), None)
        return own or self._of_bodies.setdefault(id(where), meeting_of(where))


def _took_part(
    block: Block,
    frame_of: Skeleton,
    who: list[Thing],
    event: Thing,
    reason: str | None,
    done: set[int],
    rule: str,
) -> Iterator[Candidate]:
    """That each of these was there, unless that is known or the meeting is its own."""
    given = [date for _, date in frame_of.dates(0, len(frame_of.text))]
    since = given[0].since if len(given) == 1 and rule.endswith("deed") else None
    for thing in who:
        hosts = [*event.owners, *(above for owner in event.owners for above in owner.owners)]
        if id(thing) not in done and thing is not event and thing not in hosts:
            done.add(id(thing))
            where = (block, frame_of.start[0], frame_of.start[-1], rule, reason)
            yield Candidate(thing, "participatedIn", event, since, None, *where)


def _pictured(block: Block, frame_of: Skeleton) -> Thing | None:
    """The occasion that the caption of a picture names: "From left, at the signing of the agreement: …"."""
    if not _CAPTION.search(frame_of.text):
        return None
    named = _PICTURED.search(block.text, frame_of.start[0], frame_of.start[-1])
    if named is None:
        return None
    event = Thing("Event", named.group("name"), own=False)
    event.call(named.group("noun").lower())
    return event


def _meant(events: list[tuple[int, Thing]], at: int, usual: Thing | None) -> Thing | None:
    """The meeting that stands last before; the only one of the sentence; or the one spoken of before it."""
    before = [event for place, event in events if place < at]
    if before:
        return before[-1]
    every = list(dict.fromkeys(event for _, event in events))
    return every[0] if len(every) == 1 else None if every else usual


def _present(frame_of: Skeleton) -> Iterator[tuple[re.Match[str], list[Thing]]]:
    """Each phrase that says who was there, with who it is."""
    text = frame_of.text
    if not re.search(WHO, text):
        return
    if caption := _CAPTION.search(text):
        people = [t for m in frame_of.mentions(0, len(text)) if m.type == "Person" for t in m.things]
        yield caption, people
    if opens := _OPENS.match(text):
        actors = [m for m in frame_of.mentions(opens.start("who"), opens.end()) if m.type == "Person"]
        yield opens, [thing for m in actors for thing in m.things]
    for pattern in _AFTER:
        for match in pattern.finditer(text):
            if not _MEMBERS.match(text, match.end("who")):
                yield match, _group(frame_of, match.start("who"))
    for pattern in _BEFORE:
        for match in pattern.finditer(text):
            if text[match.start("who")] == PERSON or not _titled(frame_of, match.start("who")):
                yield match, _group(frame_of, match.start("who"), back=True)
    greeted = _GREETED.search(text)
    if greeted and not _AS_MEMBER.search(text, greeted.start()):
        guests = [m for m in frame_of.mentions(greeted.start("who"), len(text)) if m.type == "Person"]
        whose = [m.start("whose") for m in _COMES_FROM.finditer(text, greeted.start("who"))]
        there = [*guests, *(m for at in whose if isinstance(m := frame_of.at.get(at), Mention))]
        yield greeted, list(dict.fromkeys(thing for m in there for thing in m.things))
    for match in _FROM.finditer(text):
        listed = places(frame_of, match.start("who"))
        if _THEN.match(text, listed[-1] + 1):
            yield match, those(frame_of, listed)


def _titled(frame_of: Skeleton, at: int) -> bool:
    """Whether the name stands in the title of a person before it: "Jane Doe, Director of X, gave …"."""
    return bool(re.search(rf"{PERSON}(?:,|\swho\s)[^;.:]{{0,140}}$", frame_of.text[:at]))


def _group(frame_of: Skeleton, at: int, *, back: bool = False) -> list[Thing]:
    return those(frame_of, places_before(frame_of, at) if back else places(frame_of, at))
