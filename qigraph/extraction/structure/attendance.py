"""Who was there: lists of those present, captions and speeches, of the meeting that was spoken of last.

"Speakers from A, B and C shared their views" names no meeting; it is the one that the sentences before are about.
"""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["Attendance"]

_ACTOR = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body")) + "]"
_PERSON = MARK["Person"]
_WHO = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body", "Person")) + "]"
_BRACKET = r"(?:\s?\([^()]*\)|\s(?:network|organi[sz]ation|secretariat|group)\b)*"
_NEXT = rf"{_BRACKET}(?:,?\s(?:and|&|as well as)\s|,\s)(?:also\s)?(?:[a-z]+\s)?(?:of\s|from\s|by\s|the\s)*{FILLER}*"
_PEOPLE = (
    r"(?:representatives?|delegates?|delegations?|experts?|participants?|attendees|speakers?|officials?|colleagues"
    r"|trainees|lecturers?|panellists?|presenters?|guests|instructors|trainers)"
)
_DID = (
    r"(?:attended|participated|took part|shared|presented|spoke|gave|discussed|contributed|joined|exchanged|reported"
    r"|delivered|provided|debated|made|introduced|took the floor|taught|lectured|explained|briefed|met|visited"
    r"|convened|gathered|came together|deliberated|engaged|reviewed|explored|highlighted|examined|offered)"
)
_SPEECH = (
    r"(?:gave|made|delivered|held)\s(?:(?:an?|the|his|her|their|its|two|several)\s)?(?:[\w-]+\s){0,3}?"
    r"(?:presentations?|speech|speeches|keynote|address|talks?|lectures?|overview|remarks|statement|intervention)\b"
)
_REMARKS = r"(?:remarks|speech|address|keynote|presentation|statement|intervention|message|talk|lecture)"
_SPOKE = (
    rf"(?:spoke\s(?:on|about|of)|followed\swith\s(?:\w+\s){{0,3}}{_REMARKS}|took\sthe\sfloor|said\sa\sfew\swords"
    r"|addressed\s(?:the\s)?(?:audience|participants|delegates|gathering|attendees|guests))\b"
)
_IN_REMARKS = rf"[Ii]n\s(?:his|her|their)\s(?:[\w-]+\s){{0,3}}{_REMARKS}\b"
_THERE = r"(?:in attendance|present(?! at \w+ time))"
_AFTER = [
    re.compile(rf"{_IN_REMARKS},\s{FILLER}*(?P<who>{_PERSON})"),
    re.compile(
        rf"\b[Ss]peaking\s(?:at|during|on\sthe\soccasion\sof)\s[^;.,]{{2,60}},\s{FILLER}*(?P<who>{_PERSON})"
    ),
    re.compile(
        rf"\b(?:in attendance|(?:were|was|also)\s(?:also\s)?present|present\s?(?:were|:))(?!\w)"
        rf"[^;.{_WHO[1:-1]}]{{0,110}}?(?P<who>{_WHO})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:brought together|gathered|assembled|attracted)\b[^;.]{{0,120}}?\b(?:including|such as|namely|from)\s"
        rf"{FILLER}*(?P<who>{_WHO})"
    ),
    re.compile(
        rf"\b{_PEOPLE}\s(?:were|was|came|included?|represented)\s(?:(?:\w+\s){{0,2}}{_PEOPLE}\s)?(?:(?:from|of)\s)?"
        rf"{FILLER}*(?P<who>{_WHO})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:presentations?|lectures?|talks?|speeches|papers|keynotes?|interventions|contributions|remarks|sessions)\s"
        rf"(?:were|was)\s(?:also\s)?(?:given|made|delivered|held|presented)\sby\s(?:(?:\w+\s){{0,2}}{_PEOPLE}\s(?:from|of)\s)?"
        rf"{FILLER}*(?P<who>{_WHO})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:speaking|attending|participating|presenting|taking part|lecturing)\s(?:were|was)\s(?:also\s)?"
        rf"(?:(?:\w+\s){{0,2}}{_PEOPLE}\s(?:from|of)\s)?{FILLER}*(?P<who>{_WHO})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:attended|joined|addressed|overseen|moderated|facilitated|opened|chaired)\sby\s(?:[\w-]+\s){{0,8}}?"
        rf"{FILLER}*(?P<who>{_WHO})"
    ),
    re.compile(
        rf"\bunder the (?:chairmanship|chair|presidency) of\s{FILLER}*(?P<who>{_PERSON})", re.IGNORECASE
    ),
    re.compile(rf"\b(?:during|at|in) which\s{FILLER}*(?P<who>{_PERSON})"),
    re.compile(
        rf"\bwith the (?:participation|attendance|involvement) of\s(?:[\w-]+\s){{0,6}}?{FILLER}*(?P<who>{_WHO})"
    ),
]
_BEFORE = [
    re.compile(rf"(?P<who>{_WHO}){_BRACKET},?\s(?:was|were)\s(?:\w+ly\s)?welcomed\s(?:to|at)\s{FILLER}*{MARK['Event']}"),
    re.compile(rf"(?P<who>{_WHO}){_BRACKET}\s(?:was|were)\s(?:also\s)?(?:represented|{_THERE})\b"),
    re.compile(rf"(?P<who>{_WHO}){_BRACKET}\s(?:also\s)?(?:participated|took part|attended)(?=[.,;]|$)"),
    re.compile(rf"(?P<who>{_PERSON})(?:[^;.]{{0,120}}?)\s(?:also\s)?{_SPEECH}"),
    re.compile(rf"(?P<who>{_PERSON})(?:[^;.]{{0,120}}?)\s(?:also\s)?{_SPOKE}"),
    re.compile(rf"(?P<who>{_PERSON})(?:[^;.]{{0,120}}?)\s{_IN_REMARKS}(?!\s(?:of|to|for)\s)"),
    re.compile(rf"(?P<who>{_ACTOR}){_BRACKET}\s(?:also\s)?{_SPEECH}"),
    re.compile(rf"(?P<who>{_PERSON})[^;.]{{0,60}}?\swelcomed\s{FILLER}*(?:the\s)?(?:[\w-]+\s)?"
               r"(?:participants|delegates|guests|attendees|counterparts|delegations|representatives)\b"),
]  # fmt: skip
_MEMBERS = re.compile(r"\s(?:member|corresponding|full|associate)s?\b", re.IGNORECASE)
"""What makes a name tell of others: "OIML Member States"."""
_FROM = re.compile(
    rf"\b{_PEOPLE}\s(?:from|of)\s(?:[\w,-]+\s){{0,7}}?{FILLER}*(?P<who>{_ACTOR})(?!\smembers?\b)",
    re.IGNORECASE,
)
_MORE = r"(?:,?\s(?:and|as well as)\s(?:[a-z][\w-]*\s){0,8}[a-z][\w-]*\b){0,2}"
"""Others of the list, who have no names: "and local standards bodies as well as the private sector"."""
_THEN = re.compile(
    rf"{_BRACKET}{_MORE}(?:,[^;.]{{0,120}}?,)?\s?(?:were\s|also\s|all\s){{0,2}}(?:{_DID}|{_THERE})\b"
)
_CAPTION = re.compile(
    r"\b(?:left to right|from (?:the )?left)\b|\((?:left|right|centre|center|middle)\)", re.IGNORECASE
)
_PICTURED = re.compile(
    r"\b(?P<name>(?P<noun>[Ss]igning(?: ceremony)?|[Ss]ignature|[Mm]eeting|[Cc]eremony|[Vv]isit)"
    r"\s(?:of|at|with|between|for|to)\s[^:;()]{3,90}?)(?=\s?[:;(]|,\s(?:from|with)\b|\.?$)"
)
"""The occasion that the caption of a picture names."""
_OTHER_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|workshops?|seminars?|conferences?|courses?|events?|webinars?|trainings?|lectures?)"
    r"[^.;]{0,30}?\s(?:was|were|is|are|being|been)\s(?:also\s|well\s)?$",
    re.IGNORECASE,
)
"""A meeting without a name of its own in front of "attended by": no other one is meant."""
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
        usual = self._last if self._age < _REACH else self.about
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
            for thing in who:
                if id(thing) not in done and thing is not event and thing not in event.owners:
                    done.add(id(thing))
                    where = (block, frame_of.start[0], frame_of.start[-1], "attendance/present", reason)
                    yield Candidate(thing, "participatedIn", event, None, None, *where)


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
    if not re.search(_WHO, text):
        return
    if caption := _CAPTION.search(text):
        people = [t for m in frame_of.mentions(0, len(text)) if m.type == "Person" for t in m.things]
        yield caption, people
    for pattern in _AFTER:
        for match in pattern.finditer(text):
            if not _MEMBERS.match(text, match.end("who")):
                yield match, _group(frame_of, match.start("who"))
    for pattern in _BEFORE:
        for match in pattern.finditer(text):
            if text[match.start("who")] == _PERSON or not _titled(frame_of, match.start("who")):
                yield match, _group(frame_of, match.start("who"), back=True)
    for match in _FROM.finditer(text):
        places = _places(frame_of, match.start("who"))
        if _THEN.match(text, places[-1] + 1):
            yield match, _things(frame_of, places)


def _titled(frame_of: Skeleton, at: int) -> bool:
    """Whether the name stands in the title of a person before it: "Jane Doe, Director of X, gave …"."""
    return bool(re.search(rf"{_PERSON},[^;.:]{{0,140}}$", frame_of.text[:at]))


def _group(frame_of: Skeleton, at: int, *, back: bool = False) -> list[Thing]:
    return _things(frame_of, _places_before(frame_of, at) if back else _places(frame_of, at))


def _places(frame_of: Skeleton, at: int) -> list[int]:
    """The positions of the names of one list, from its first."""
    found = [at]
    while following := re.compile(rf"{_NEXT}(?P<who>{_WHO})").match(frame_of.text, found[-1] + 1):
        found.append(following.start("who"))
    return found


def _places_before(frame_of: Skeleton, at: int) -> list[int]:
    """The positions of the names of one list, from its last."""
    found = [at]
    earlier = sorted((i for i, m in frame_of.at.items() if i < at and isinstance(m, Mention)), reverse=True)
    for place in earlier:
        if not re.fullmatch(_NEXT, frame_of.text[place + 1 : found[0]]):
            break
        found.insert(0, place)
    return found


def _things(frame_of: Skeleton, places: list[int]) -> list[Thing]:
    """The persons of a list, or else the organisations in it."""
    mentions = [m for place in places if isinstance(m := frame_of.at.get(place), Mention)]
    people = [m for m in mentions if m.type == "Person"]
    chosen = people or [m for m in mentions if m.type in ACTORS]
    return list(dict.fromkeys(thing for m in chosen for thing in m.things))
