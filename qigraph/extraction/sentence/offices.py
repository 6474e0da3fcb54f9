"""Offices: whose role is named beside a person, by where the words stand rather than by whole phrases.

"Ana Silva, Director of INMETRO", "the ILAC Chair, Ana Silva", "Ana Silva (INMETRO, Brazil)": the nearest name on the
right side is the person's, and what stands between another person and that person's office is not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import LEFT, Candidate
from qigraph.extraction.sentence.skeleton import MARK, Skeleton
from qigraph.extraction.things import Mention, Thing

__all__ = ["offices", "without_crossing"]

_P = MARK["Person"]
_ANY = "[" + MARK["Organisation"] + MARK["Network"] + MARK["Body"] + "]"
_F = "\ue0e0*"
_T = MARK["Topic"]
_NOTE = r"(?:\s?\([^()\ue004-\ue00d]{0,40}\))?"
_GROUP = (
    rf"{_F}{_ANY}{_NOTE}(?:(?:,\s|,?\sand\s|\s?[/&]\s?){_F}{_ANY}{_NOTE}"
    rf"(?!\s(?i:chair|president|director|staff|experts?|officials?|delegat|colleagues|representatives?|members?|{_T})))*"
)
_ONE = rf"{_F}{_ANY}{_NOTE}"
_WORD = (
    r"(?:(?!(?:and|who|which|that|was|is|are|has|had|were|said|says|noted|met|thanked|visited|told|by|to|with|spoke|"
    r"signed|attended|welcomed|opened|from|as)\b)(?:[\w&'\u2019/-]|" + MARK["Topic"] + r")+)"
)
_ARTICLE = r"(?:(?:the|its|a|an|then|current|new|newly elected|newly appointed|acting|first|outgoing|our)\s)*"
_ANOTHER = re.compile(rf"{_P}(?:\s?\([^()]*\))?,\s(?:{_ARTICLE})?$")
"""What stands before an office that is that of the person before it, though another person follows it."""
_CHAIR = re.compile(r"(?:^|[\s-])(?:co-)?(?:chair(?:man|woman|person)?|conven[oe]r)$", re.IGNORECASE)
_TWO = re.compile(r",?\s(?:and|&)\s|\s?/\s?")
_OF_UNIT = re.compile(r"\b(?:[A-Z]{2,}|(?i:committee|council|group|board))\s")
"""What makes a chair that of a unit: "APMP DEC Chair"."""
_UNIT_OF = re.compile(
    r"\b(?:council|committee|board|group|panel|commission|team|section|division|department|assembly)"
    r"\s(?:of|at|in|for|on)\s(?:the\s)?\ue0e0*$",
    re.IGNORECASE,
)
"""What makes a chair that of a unit without a name: "Chairman, Research Council of NPL"."""
_LESSER = re.compile(r"\b(?:vice|deputy|elect|past|honorary)\b", re.IGNORECASE)
_ASSEMBLED = re.compile(r"\b(?:Committee|Council|Congress|Board)\b")
"""What is presided over rather than run, even where it stands on its own."""
_FORMER = re.compile(r"\b(?:former|formerly|ex|past|late|retired|previous)\b", re.IGNORECASE)
_PLAIN_ROLE = re.compile(
    r"^(?:the|its|an?|then|current|new|our|and|newly|acting|first|outgoing)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Office:
    """A person, a role, between which positions the names of its organisations stand, and whether it is their role."""

    person: int
    role: str
    start: int
    stop: int
    of: bool = True


_KIND_OF_MEMBER = r"(?!\s(?i:states?|econom|countr|bod(?:y|ies)|institut|organi))"


@cache
def _role() -> str:
    return rf"(?:(?:{_WORD}\s){{0,3}}?(?i:{alternatives(lexicon().roles)}|member)(?![\w-]){_KIND_OF_MEMBER})"


@cache
def _shapes() -> tuple[Cued, ...]:
    role = (
        rf"(?P<role>{_ARTICLE}{_role()}(?:\s\([^()\ue001-\ue00d]{{1,12}}\))?"
        rf"(?:(?:,?\s(?:and|&)\s|\s?/\s?)(?!(?i:member)){_role()}(?=,?\s{_P}|\s(?:of|at)\s))?)"
    )
    second_alone = rf"(?:(?:,?\s(?:and|&)\s|\s?/\s?)(?!(?i:member)){_role()}(?!\s(?:of|for|at)\s))?"
    alone = rf"(?P<role>{_ARTICLE}{_role()}{second_alone})"
    unit = rf"(?:,?\s{_WORD}){{0,6}}?"
    of = r"(?:\s(?:of|at|for|in|with)\s|,\s)"
    second = rf"{_ARTICLE}{_role()}(?:\s{_WORD}){{0,4}}?\s(?:of|at|for)\s{_ONE}"
    tail = rf"(?P<tail>(?:,?\sand\s|,\s|;\s|\s(?=[A-Z])){second}(?!,?\s{_P}|\s?[-\u2013/]{_F}{_ANY}))?"
    inside = rf"(?P<group>{_F}{_ANY})(?:,\s[^()]{{1,40}})?\)"
    return (
        cued(rf"(?P<p>{_P}){_NOTE},?\s{role}{unit}{of}(?:{_F}{_ANY}['\u2019]s\s)?(?P<group>{_GROUP})(?!['\u2019]s\b|\s?[-\u2013/]?{_F}{_ANY}){tail}"),
        cued(rf"(?P<p>{_P}){_NOTE},?\s(?P<group>{_F}{_ANY})(?:'s|\u2019s)?\s{alone}(?!\s{_P}){tail}"),
        cued(rf"(?P<p>{_P})\s(?:is|was)\s(?:currently\s|also\s)?{role}\s(?:of|for)\s[^;.{_P}]{{3,90}}?\sat\s(?P<group>{_ONE})"),
        cued(rf"(?P<p>{_P})\s\({inside}"),
        cued(rf"(?P<p>{_P})\s\({role}(?:,\s|\s(?:of|at|for)\s){inside}"),
        cued(rf"(?P<p>{_P})\s\((?P<group>{_F}{_ANY})\s{role}[,;)]"),
        cued(rf"(?P<p>{_P})(?P<aside>\s\(){role}\),\s(?P<group>{_F}{_ANY})"),
        cued(rf"(?<![\w-]){role},?\s(?P<p>{_P})(?P<aside>,\s)(?P<group>{_F}{_ANY}){_NOTE}(?=[,.;]|$)"),
        cued(rf"(?P<p>{_P}),?\s(?:of|from|representing)\s(?P<group>{_ONE})(?=\s?[,;.()]|\s(?:and|who|was|is|as|in)\b|$)"),
        cued(rf"(?<![\w-]){role}(?:\s{_WORD}){{0,4}}?\s(?:of|at|for)\s(?P<group>{_ONE})(?:,?|\s[-\u2013])\s(?P<p>{_P})"),
        cued(rf"(?P<group>{_F}{_ANY})['\u2019]?{_NOTE}(?:'s|\u2019s)?\s{role},?\s(?P<p>{_P})"),
        cued(rf"(?P<group>{_F}{_ANY})\s{role}:\s(?P<p>{_P})"),
        cued(rf"(?:^|[.;,]\s|\bby\s){role}\s(?P<group>{_F}{_ANY}),\s(?P<p>{_P})(?=[,.;]|\s(?:said|noted|and|was|has|also)\b|$)"),
        cued(rf"(?P<p>{_P}),?\s(?:from|of)\s(?:the\s)?[A-Z][^,;()\ue001-\ue00d]{{3,70}}\s(?:at|of)\s(?P<group>{_ONE})(?=[,.;]|\s(?:and|who|was|is)\b|$)"),
        cued(rf"(?P<group>{_F}{_ANY})\s{role}\sfor\s(?:(?:{_WORD}|and)\s){{1,7}}(?P<p>{_P})"),
        cued(rf"(?<![\w-]){role}\sof\s(?P<group>{_F}{_ANY})-[A-Z][a-z]+,\s(?P<p>{_P})"),
        cued(rf"(?:^|[.;]\s){role},\s(?P<group>{_ONE}),\s(?P<p>{_P})(?=,|\s(?!and\b))"),
        cued(rf"(?<![\w-]){role}(?:\s{_WORD}){{0,4}}?\s(?:of|at|for)\s(?P<group>{_F}{_ANY})\s\((?P<p>{_P})(?:[,;)]|\s(?:of|from)\s)"),
        cued(rf"(?P<group>{_F}{_ANY})(?:'s|\u2019s)?\s{role}\s\((?P<p>{_P})(?:[,;)]|\s(?:of|from)\s)"),
        cued(rf"(?P<group>{_F}{_ANY})(?:'s|\u2019s)\s(?P<p>{_P})"),
        cued(rf"(?:^|:\s|;\s|\b[Bb]y\s)(?P<p>{_P})(?P<aside>,\s)(?P<group>{_F}{_ANY}){_NOTE}(?:,\s{MARK['Place']})*\s?[.;]?$"),
        cued(rf"\bby\s(?P<p>{_P})\s(?:for|on\sbehalf\sof)\s(?P<group>{_F}{_ANY}){_NOTE}(?=[,;.]|\sand\s|$)"),
        cued(rf"\b(?:for|on\sbehalf\sof)\s(?P<group>{_F}{_ANY}){_NOTE},?\sby\s{_F}(?:{_WORD}\s){{0,4}}?(?P<p>{_P})"),
        cued(rf"^(?P<p>{_P})\s(?P<group>{_F}{_ANY})(?:,?\s{MARK['Place']})?\W*$"),
        cued(rf"^(?P<p>{_P})(?P<aside>\s?[-\u2013\u2014]\s)(?P<group>{_F}{_ANY}){_NOTE}\W*$"),
        cued(
            rf"(?P<group>{_F}{_ANY})(?:'s|\u2019s)?\s{role}\sand\s(?P<tail>{_ARTICLE}{_role()}(?:\s{_WORD}){{0,4}}?"
            rf"\s(?:of|at|for)\s{_ONE}(?:\s{_WORD}){{0,2}}),?\s(?P<p>{_P})"
        ),
        cued(
            rf"(?P<group>{_F}{_ANY})(?:'s|\u2019s)?\s{role}\sand\s(?P<second>{_F}{_ANY})(?:'s|\u2019s)?\s"
            rf"(?P<office>{_role()}),?\s(?P<p>{_P})"
        ),
        cued(rf"(?P<group>{_ONE}),\swhose\s(?:current\s|new\s|present\s)?{alone}\sis\s(?P<p>{_P})"),
        cued(rf"(?P<p>{_P})\s(?:and|&)\s{_P}(?P<aside>\s\(){inside}"),
        cued(rf"^(?P<group>{_F}{_ANY})(?P<aside>(?:,\s{MARK['Place']})?(?:,\s[A-Z][a-z]+)?\s\()(?P<p>{_P})\)\W*$"),
        cued(rf"\bis\s(?P<p>{_P})(?P<aside>,\s)(?P<group>{_F}{_ANY}){_NOTE}\s?[.;]?$"),
        cued(rf"\b(?:from|of)\s{_ANY}{_NOTE},?\sand\s(?P<p>{_P})(?P<aside>,\s)(?P<group>{_F}{_ANY}){_NOTE}\s?[.;]?$"),
        cued(rf"\bdelegation\s(?:of|from)\s(?P<group>{_ONE}),?\s(?:was\s)?(?:led|headed)\sby\s{alone},?\s(?P<p>{_P})"),
    )  # fmt: skip


@cache
def _in_list() -> Cued:
    """A person with an office behind another person of the same list, and no organisation between or behind."""
    return cued(
        rf"(?P<before>{_P})(?:,?\sand\s|,\s|,?\sas well as\s){_ARTICLE}(?P<role>{_role()})"
        rf"(?:\sof\s(?:the\s)?[Ss]ecretariat)?\s(?=(?P<p>{_P})(?!,?\s\(?(?:of\s|from\s|at\s)?(?:the\s)?{_F}{_ANY}))"
    )


def offices(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield who works for whom or chairs what, as the words beside each person in a sentence say.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    text = frame_of.text
    if _P not in text or not re.search(_ANY, text):
        return
    done: set[tuple[int, int]] = set()
    for shape in _shapes():
        for match in shape.finditer(text):
            apart = (
                "," in text[match.end("role") : match.start("p")] if "role" in match.re.groupindex else True
            )
            if apart and match.start("group") < match.start("p") and _ANOTHER.search(text[: match.start()]):
                continue
            reason = objection(_plain(match, frame_of), "", None)
            for office in _held(match):
                yield from _facts(block, frame_of, office, done, reason)
    for office in _also_member(text):
        yield from _facts(block, frame_of, office, done, objection(text, "", None))
    for office in _listed(text, done):
        reason = objection(text, "", None)
        yield from _facts(block, frame_of, office, done, reason)


@cache
def _memberships() -> re.Pattern[str]:
    member = rf",?\s(?:and\s)?an?\s(?:[\w-]+\s){{0,3}}?member\sof\s{_ONE}"
    return re.compile(
        rf"(?P<p>{_P})\s(?:is|was)\s(?:the\s|an?\s)?{_role()}(?:\s{_WORD}){{0,4}}?\s(?:of|at|for)\s{_ONE}(?P<more>(?:{member})+)"
    )


def _also_member(text: str) -> Iterator[_Office]:
    """Of what else somebody is a member: "Jane Doe is Director of A, a member of B and a member of C"."""
    for match in _memberships().finditer(text):
        for group in re.finditer(_ANY, match.group("more")):
            start = match.start("more") + group.start()
            yield _Office(match.start("p"), "member", start, start + 1)


def _listed(text: str, done: set[tuple[int, int]]) -> list[_Office]:
    """The offices of a list whose first names the organisation: "ILAC Chair A, Vice-Chair B and Secretary C"."""
    of = dict(sorted(done))
    found: list[_Office] = []
    for match in _in_list().finditer(text):
        whose = re.search(_ANY, text[of[at] :]) if (at := match.start("before")) in of else None
        if whose is not None and match.start("p") not in of:
            of[match.start("p")] = of[at]
            found.append(_Office(match.start("p"), match.group("role"), of[at], of[at] + whose.end()))
    return found


def _held(match: re.Match[str]) -> Iterator[_Office]:
    """The offices of one match: that of its group, and the second that "and Director of …" adds."""
    person = match.start("p")
    named = match.groupdict()
    of = match.re.groupindex.get("aside") is None
    yield _Office(person, named.get("role") or "", *match.span("group"), of)
    if tail := named.get("tail"):
        role = re.match(rf"(?:,?\sand\s|,\s|;\s|\s)?{_ARTICLE}({_role()})", tail)
        yield _Office(person, role.group(1) if role else "", *match.span("tail"))
    if office := named.get("office"):
        yield _Office(person, office, *match.span("second"))


def _facts(
    block: Block, frame_of: Skeleton, office: _Office, done: set[tuple[int, int]], reason: str | None
) -> Iterator[Candidate]:
    role = office.role.strip()
    before = frame_of.text[max(0, office.start - 40) : office.start]
    past = LEFT.search(frame_of.text, 0, office.person) or _FORMER.search(role)
    if past or _FORMER.search(before.rsplit(",", 1)[-1]):
        reason = reason or "an office of the past"
    role = re.sub(r"^.*\b(?:elected|appointed|named)\s", "", role)
    while plain := _PLAIN_ROLE.match(role):
        role = role[plain.end() :]
    units = [
        m
        for m in frame_of.mentions(office.start, office.stop)
        if m.type in ("Organisation", "Network", "Body")
    ]
    presides = bool(units) and _presided(units[0])
    several = any(
        _CHAIR.search(part) or (presides and part.strip().lower() == "president") for part in _TWO.split(role)
    )
    chairs = (
        several
        and not _UNIT_OF.search(before)
        and not _LESSER.search(role)
        and not _OF_UNIT.search(role)
        and office.of
    )
    where = (block, frame_of.start[0], frame_of.start[-1], "people/office")
    person = frame_of.at[office.person]
    if not isinstance(person, Mention) or (office.person, office.start) in done:
        return
    done.add((office.person, office.start))
    for thing in dict.fromkeys(m.thing for m in units if len(m.things) == 1):
        relation = "chairs" if chairs and thing is units[0].thing else "affiliatedWith"
        yield Candidate(person.thing, relation, thing, None, None, *where, reason, role or None)
    for unit, whole in pairwise(units):
        if unit.type == "Body" and whole.type == "Organisation" and unit.thing is not whole.thing:
            yield Candidate(unit.thing, "partOf", whole.thing, None, None, *where, reason)


def _presided(group: Mention) -> bool:
    """Whether the president of a group chairs it: its name is that of an assembly, not of an institute."""
    return group.type in ("Body", "Network") or bool(_ASSEMBLED.search(group.thing.label))


def _plain(match: re.Match[str], frame_of: Skeleton) -> str:
    """The sentence with names as letters."""
    return "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))


def without_crossing(
    read: Iterable[Candidate], sure: Iterable[Candidate], *, elected: bool = False
) -> Iterator[Candidate]:
    """Drop what gives a person the office of another, or makes a chair of a vice-chair or a president.

    Parameters
    ----------
    read : iterable of Candidate
        What the frames made of a sentence.
    sure : iterable of Candidate
        The offices in it.
    elected : bool
        Whether the candidates tell of elections: who is elected president presides.
    """
    sure = list(sure)
    held: dict[int, set[int]] = {}
    serves: set[tuple[int, int]] = set()
    belongs: set[int] = set()
    for office in sure:
        if office.role == "member":
            belongs.add(id(office.object))
        if isinstance(office.object, Thing) and office.subject.type == "Person":
            held.setdefault(id(office.subject), set()).add(id(office.object))
            if office.relation == "affiliatedWith" or office.objection:
                serves.add((id(office.subject), id(office.object)))
    taken = {thing for things in held.values() for thing in things}
    employers = {o.object.label for o in sure if isinstance(o.object, Thing)}
    for candidate in read:
        lesser = (id(candidate.subject), id(candidate.object)) in serves and not elected
        if candidate.relation == "chairs" and lesser:
            continue
        if candidate.relation == "memberOf" and id(candidate.object) in belongs:
            continue
        venue = candidate.object
        if candidate.relation == "heldIn" and isinstance(venue, Thing) and venue.label in employers:
            continue
        own = held.get(id(candidate.subject))
        if candidate.relation in ("affiliatedWith", "chairs") and own is not None:
            other = id(candidate.object)
            if other in taken and other not in own:
                continue
        yield candidate
