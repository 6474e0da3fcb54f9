"""Who came into an office: "elected J. Doe as Chair and A. Roe as Treasurer", "J. Doe succeeds A. Roe as Director".

The organisation is that of the office, or, where the office names none, the one whose assembly elects.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import DATE, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated
from qigraph.schema import ACTORS

__all__ = ["appointments"]

_P = MARK["Person"]
_ACTORS = MARK["Organisation"] + MARK["Network"] + MARK["Body"]
_FILL = "\ue0e0*"
_CHOSEN = (
    r"(?:re-?elected|elected|(?:re-?)?appointed|named|confirmed|designated|chosen|unanimously\selected|elects|"
    r"appoints|names|confirms|re-?elects|installed|sworn\sin|inducted|voted\sin|approved|endorsed|selected|approves)"
)
_BECAME = (
    r"(?:(?:(?:has|have)\s)?(?:served|acted|stepped\sin)\sas|serves\sas|acts\sas|has\sbeen\sserving\sas|is\sserving\sas|"
    r"(?:has\s)?(?:took|taken|takes|assumed|assumes|assume)\s(?:over|office|charge)\sas|took\sup\s(?:his|her|the)\s"
    r"(?:duties|post|office|position|role|functions|mandate)\s(?:as|of)|(?:takes|took|taken)\sover\s(?:the\s)?"
    r"(?:role|position|post|office|functions|duties|mandate)\s(?:as|of)|(?:assumed|assumes|holds|held|occupies)\sthe\s"
    r"(?:role|position|post|office|functions|duties)\s(?:as|of)|became|has\sbecome|becomes|joined\sas)"
)
_FROM = (
    rf"\s(?:of|from)\s(?:{_FILL}[{_ACTORS}]|(?:the\s)?[A-Z][^;.,(){_P}{_ACTORS}]{{2,50}}?)"
    rf"(?:,\s[A-Z][\w ]{{2,24}}(?=\sas\s))?"
)
_ASIDE = (
    rf"(?:{_FROM})?(?:\s?\([^()]{{0,80}}\)|,(?:[^;.,{_P}]{{1,70}},){{1,3}}"
    rf"|(?:,\s[^;.,{_P}]{{1,70}}){{1,3}}?(?=\sas\s))?"
)
_ARTICLE = (
    rf"(?:(?:the|its|a|an|their|our|new|next|first|second|third|fourth|acting|current|interim|joint|"
    rf"{_FILL[0]})\s?)*"
)
_REPRESENTED = re.compile(
    rf"(?P<group>[{_ACTORS}])(?:\s?\([^()]*\))?\s(?:was|were|is|has\sbeen)\s(?:also\s)?represented\s"
    rf"(?:[^;.,{_P}{_ACTORS}]{{0,60}}?\s)?by\s(?P<those>[^;.:{_P}{_ACTORS}]{{0,60}}{_P}[^;.:{_ACTORS}]*)(?=[;.]|$)"
)
_PERIOD = re.compile(rf"\b(?:term|period|mandate|tenure)\b[^;.{_P}]{{0,30}}?{DATE}")
_CHOSE = re.compile(r"\b(?:elected|re-?elected|became|becomes|has\sbecome)\b")
_ELECTORS = re.compile(
    r"(?:^|[,;]\s|\b(?:the|and|that)\s)(?:members?|membership|assembly|delegates|general\sassembly|electors|plenary|meeting)"
    r"\s(?:(?:has|have|had|also|then|unanimously|further)\s){0,2}$",
    re.IGNORECASE,
)
"""Who elects, where no name says whose members they are."""
_LESSER = re.compile(r"\b(?:vice|deputy|elect|past|honorary|former|immediate)\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:co-)?(?:chair(?:man|woman|person)?|conven[oe]r|president)$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:former|formerly|previously|earlier|until|candidates?|proposed|nominat\w+)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Term:
    """A person, a role, and where the group of it stands, if it is named."""

    person: int
    role: str
    group: int | None


@cache
def _role() -> str:
    return rf"(?:[A-Za-z][\w-]*\s){{0,3}}?(?i:{alternatives(lexicon().roles)}|member)(?![\w-])"


@cache
def _post() -> str:
    """An office with its organisation before or behind it, or without one."""
    role = _role()
    behind = rf"(?:\s(?:of|at|for|in)\s{_FILL}(?P<behind>[{_ACTORS}]))"
    return rf"{_ARTICLE}(?:(?P<before>[{_ACTORS}])(?:'s|\u2019s)?\s)?(?P<role>{role}){behind}?"


@cache
def _shapes() -> tuple[Cued, ...]:
    person = rf"(?P<p>{_P}){_ASIDE}"
    to = r"\s(?:as\s|to\sbe\s|to\sbecome\s|to\sthe\s(?:position|post|office|role)\sof\s)?"
    other = rf"{_P}{_ASIDE}"
    return (
        cued(
            rf"{person}(?:,\s?who)?\s(?:was|has\sbeen|is|were|had\sbeen)\s(?:[a-z]+ly\s)?{_CHOSEN}{to}{_post()}"
        ),
        cued(rf"{person}(?:,\s?who)?\s(?:also\s|now\s|currently\s)?{_BECAME}\s{_post()}"),
        cued(
            rf"{person}\s(?:has\s)?(?:succeed(?:s|ed)|replac(?:es|ed)|follow(?:s|ed))\s{other}\sas\s{_post()}"
        ),
        cued(
            rf"{person}\s(?:(?:has\s)?taken|takes|took)\sover\s(?:[a-z]+\s){{0,3}}?from\s{other}\sas\s{_post()}"
        ),
        cued(rf"{other}\s(?:was|is|has\sbeen)\s(?:succeeded|replaced|followed)\sby\s{person}\sas\s{_post()}"),
        cued(
            rf"{other}\s(?:(?:has\s)?(?:stepped|steps)\sdown|(?:has\s)?retired|resigned|left)\sas\s{_post()}[^;.{_P}]{{0,60}}?"
            rf"\s(?:was|is|has\sbeen)\s(?:succeeded|replaced|followed)\sby\s(?P<p>{_P})"
        ),
        cued(
            rf"(?i:the)\s(?:office|post|position|role|duties)\s(?:of|as)\s{_post()}\s(?:was|were|is|are|has\sbeen)\s"
            rf"(?:taken\s(?:over|up)|filled|assumed|held)\sby\s(?P<p>{_P})"
        ),
    )


@cache
def _several() -> re.Pattern[str]:
    """Two persons or more who came into the same office: "A and B were elected Vice-Presidents"."""
    plural = rf"(?P<role>(?:[A-Za-z][\w-]*\s){{0,3}}?(?i:{alternatives(lexicon().roles)}))s(?![\w-])"
    of = rf"(?:\s(?:of|at|for|in)\s{_FILL}(?P<behind>[{_ACTORS}]))?"
    person = rf"{_P}(?:\s?\([^()]{{0,60}}\)|,[^;.,{_P}]{{1,60}},)?"
    return re.compile(
        rf"(?P<those>{person}(?:,?\sand\s|,\s){person}(?:(?:,?\sand\s|,\s){person}){{0,6}})\s(?:were|are|have\sbeen)\s"
        rf"(?:also\s|unanimously\s|both\s)?{_CHOSEN}\s(?:as\s|to\sbe\s)?(?:the\s|its\s|new\s)*"
        rf"(?:(?P<before>[{_ACTORS}])(?:'s|\u2019s)?\s)?{plural}{of}"
    )


@cache
def _elected() -> Cued:
    of = rf"(?:an?\s|its\s|their\s|the\s)?(?:new\s|next\s|first\s)?{_FILL}(?:[{_ACTORS}]\s)?{_role()},?\s"
    return cued(rf"\b(?P<verb>{_CHOSEN})\s(?:{of})?(?={_P})")


@cache
def _further() -> Cued:
    """A second office of the same person: "… and as Convenor of WG 4"."""
    return cued(rf"(?:\sfor\s[^;.{_P}]{{4,70}}?)?,?\sand\s(?:also\s)?(?:as\s)?{_post()}(?!\s{_P})")


@cache
def _each() -> Cued:
    return cued(rf"(?P<p>{_P}){_ASIDE}\s(?:as|to\sbe)\s{_post()}")


def appointments(block: Block, frame_of: Skeleton, usual: Thing | None = None) -> Iterator[Candidate]:
    """Yield who chairs or works for whom, as verbs of appointment say.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    usual : Thing or None
        Whose assembly the document tells of: "the members elected" and "was elected President" are about that.
    """
    text = frame_of.text
    if _P not in text or (usual is None and not any(mark in text for mark in _ACTORS)):
        return
    said = "".join("X" if i in frame_of.at else c for i, c in enumerate(text))
    for shape in _shapes():
        for match in shape.finditer(text):
            begin, end = match.span()
            reason = objection(said, said[begin:end], None, said[:begin])
            own = usual if _CHOSE.search(match.group()) and _is_alone(text, begin, match) else None
            yield from _fact(block, frame_of, _term(match), reason, said[begin:end], own)
    yield from _represented(block, frame_of, said)
    shift = len(text) - len(text.lstrip(" -\u2013"))
    if block.kind == "item" and (alone := _each().match(text[shift:])) is not None:
        term = _term(alone)
        moved = _Term(term.person + shift, term.role, None if term.group is None else term.group + shift)
        yield from _fact(block, frame_of, moved, objection(said, said, None, ""), said)
    for match in _several().finditer(text):
        reason = objection(said, said[match.start() : match.end()], None, said[: match.start()])
        group = next((match.start(side) for side in ("behind", "before") if match.group(side)), None)
        own = usual if _is_alone(text, match.start(), match) else None
        for at in range(*match.span("those")):
            if text[at] == _P:
                yield from _fact(block, frame_of, _Term(at, match.group("role"), group), reason, "", own)
    for verb in _elected().finditer(text):
        if re.search(
            r"\b(?:was|were|been|be|is|are|being|to|newly|recently)\s(?:[a-z]+ly\s)?$", text[: verb.start()]
        ):
            continue
        terms = []
        for match in _each().finditer(text, verb.end(), _clause_end(text, verb.end())):
            terms.append(_term(match))
            if (more := _further().match(text, match.end())) and any(more.group("before", "behind")):
                terms.append(_term(more, match.start("p")))
        named = [t.group for t in terms if t.group is not None]
        electing = _electing(text, verb.start())
        reason = objection(said, said[verb.start() :], None, said[: verb.start()])
        for term in terms:
            group = term.group if term.group is not None else (named[-1] if named else electing)
            own = usual if _ELECTORS.search(text[: verb.start()]) else None
            yield from _fact(block, frame_of, _Term(term.person, term.role, group), reason, said, own)


def _represented(block: Block, frame_of: Skeleton, said: str) -> Iterator[Candidate]:
    """ "The OIML was represented by J. Doe, Director, and A. Roe": each, where no other organisation is named."""
    for match in _REPRESENTED.finditer(frame_of.text):
        reason = objection(said, said[match.start() : match.end()], None, said[: match.start()])
        for at in range(match.start("those"), match.end("those")):
            if frame_of.text[at] == _P:
                yield from _fact(block, frame_of, _Term(at, "", match.start("group")), reason, "")


def _term(match: re.Match[str], person: int | None = None) -> _Term:
    at = next((match.start(side) for side in ("behind", "before") if match.group(side)), None)
    return _Term(match.start("p") if person is None else person, match.group("role"), at)


def _clause_end(text: str, start: int) -> int:
    end = text.find(";", start)
    return end if end >= 0 else len(text)


def _electing(text: str, verb: int) -> int | None:
    """Where the name stands of whoever elects: the last one before the verb in its clause."""
    begin = max(text.rfind(";", 0, verb), text.rfind(". ", 0, verb), 0)
    found = [i for i in range(begin, verb) if text[i] in _ACTORS]
    between = text[found[-1] + 1 : verb] if found else ""
    near = found and _P not in between and not re.search(r",\s|\b(?:and|which|who|by)\b", between)
    return found[-1] if near else None


def _is_alone(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the sentence names no committee or network of which the office could be."""
    around = text[:begin] + text[match.end() :]
    return not any(mark in around for mark in (MARK["Body"], MARK["Network"], MARK["Organisation"]))


def _fact(
    block: Block,
    frame_of: Skeleton,
    term: _Term,
    reason: str | None,
    said: str,
    usual: Thing | None = None,
) -> Iterator[Candidate]:
    person = frame_of.at.get(term.person)
    group = frame_of.at.get(term.group) if term.group is not None else None
    if term.group is None and usual is not None and usual.type in ACTORS:
        group = Mention(0, 0, [usual], usual.type, False)
    if not isinstance(person, Mention) or not isinstance(group, Mention) or len(group.things) != 1:
        return
    role = re.sub(r"^(?:(?:the|its|a|an|new|next|first)\s)+", "", term.role)
    if _EARLIER.search(said) and not re.search(r"\bconfirm", said):
        reason = reason or "an office of the past, or not yet held"
    chairs = _CHAIR.search(role) and not _LESSER.search(role)
    relation = "chairs" if chairs else "affiliatedWith"
    where = (block, frame_of.start[0], frame_of.start[-1], "people/appointment")
    since, until = _term_of_office(frame_of, term.person)
    yield Candidate(person.thing, relation, group.thing, since, until, *where, reason, role or None)


def _term_of_office(frame_of: Skeleton, after: int) -> tuple[str | None, str | None]:
    """From when and until when: "with a mandate of four years (2011-2014)", "in the period 2021-2024"."""
    found = _PERIOD.search(frame_of.text, after)
    dated = frame_of.at.get(found.end() - 1) if found else None
    return (dated.since, dated.until) if isinstance(dated, Dated) and dated.until else (None, None)
