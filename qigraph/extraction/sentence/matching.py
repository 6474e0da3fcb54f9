"""Matching: frames on the skeletons of sentences become candidate facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.elaboration import nests
from qigraph.extraction.sentence.former_names import former_name
from qigraph.extraction.sentence.frames import Frame
from qigraph.extraction.sentence.pattern_index import frame_matches
from qigraph.extraction.sentence.relatives import across_relative, by_another, in_relative, of_a_person
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.sentence.slots import belongs_to_another, fill
from qigraph.extraction.sentence.within import (
    TITLED_PERSON,
    explained_name,
    founds_another,
    is_within_apposition,
)
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dating import Dating, date_of, each_with_date
from qigraph.schema import ACTORS, RELATIONS

__all__ = ["ANOTHER_NOUN", "LEFT", "Candidate", "candidates", "respective"]

ANOTHER_NOUN = "the name belongs to another noun"
_OF_ANOTHER = "the date is that of another name"
_BY_ITSELF = frozenset(
    ["participatedIn", "signatoryOf", "cooperatesWith", "organised", "sponsored", "issued", "foundedBy"]
)
_COMING = frozenset(["established", "foundedBy"])
_UNIT = re.compile(
    r"\s(?:(?!(?:is|was|are|were)\b)[a-z-]+\s){0,2}?(?:offices?|committees?|cent(?:re|er)s?|units?|groups?|programmes?|projects?|schemes?|systems?|"
    r"branch(?:es)?|laborator(?:y|ies)|websites?|databases?|funds?|secretariats?|partnerships?|initiatives?)\b"
)
_NOUN_BEHIND = re.compile(
    r"-[a-z]|\s(?!(?:was|were|is|are|has|have|had|been|being|be|which|who|that|whose|itself|himself|also|first|then|now|today|later"
    r"|soon|not|only|still|already|both|all|initially|thus|once|ever|in|on|at|by|for|from|since|under|with|as|to|of|and|or|but"
    r"|while|when|where|after|before|until|till|during|through|between|within|into|out|over|via|e|officially|came|comes|began"
    r"|begins|ran|runs?|operates?|remains?|grew|grows|took|takes|met|held|became|becomes|got|sees|saw|dates?|goes|went|owes|exists?|stands?|lies|lie|will"
    r"|emerged?|might|may|can|could|would|should|must|did|does|do|just|long|there|here|so|than)\b)"
    r"[a-z]{3,}(?<!ly)(?<!ed)(?<!ing)(?<!born)(?<!set)\b(?=\s)"
)
"""A noun right behind a name: "the OECD principles were adopted" tells nothing of the OECD's birth."""
_OWN_MEMBERS = re.compile(r"\s(?:Members|members(?=[,.;]|\s(?:in|on)\s))\b")
_MEMBERS = re.compile(
    r"\s(?:member\s(?:states?|countries|economies|bodies)|(?:corresponding|full|associate)\s(?:members?|delegates))\b",
    re.IGNORECASE,
)
"""Why a pattern does not read a name behind "of": words with roles may still read it."""

_ITS_INSTITUTE = re.compile(rf"['\u2019]s\s(?:own\s)?[{MARK['Organisation']}]")
"""What the one who owns it does not sign: "signed by the Trade Ministry's Lake Weights Agency"."""
_BY_PERSON = frozenset(["participatedIn", "organised", "chairs"])
_WHO = re.compile(r"(?:\s?\([^()]*\))?,?\swho\s")
_OTHER_AGENT = re.compile(
    r"\b(?:supported|funded|co-funded|sponsored|co-sponsored|financed|co-financed|attended|opened|closed|chaired|addressed"
    r"|followed|represented|accompanied|joined|endorsed|preceded|recognised|recognized|commissioned|borne|covered|paid|"
    r"met|provided|moderated|facilitated)\sby\s\ue0e0*$"
)
"""Who stands behind this "by" did something else than hold the event."""

_CALLED_BY = re.compile(
    rf"(?:\b(?:meeting|conference|workshop|assembly|session|summit|event|congress|gathering)\b|{MARK['Event']})[^,;]{{0,40}}?"
    r"\b(?:convened|organi[sz]ed|hosted|called|chaired|held|sponsored|attended)\s(?:[a-z]+ly\s)?by\s\ue0e0*$"
)
"""Who stands behind this "by" called the meeting at which something was founded."""
_CHAIR = re.compile(r"(?:co-)?(?:chair(?:man|woman|person)?|conven[eo]r)", re.IGNORECASE)
"""Who is appointed to this office chairs what it is the office of."""
LEFT = cued(
    r"\b(?:resignation|retirement|departure|withdrawal|death|removal|passing) (?:of|by)\s$", re.IGNORECASE
)
_OTHER_EVENT = re.compile(
    r"\b(?:followed|preceded|accompanied|complemented) by\b|\b(?:concluded|ended|closed|began|opened|started) with\b"
)
"""What stands behind these words is another event than the one before."""

_MOST_TOGETHER = 5
"""How many at most are said to do something with each other; more are a crowd."""
_RESPECTIVE = re.compile(r"\brespective(?:ly)?\b", re.IGNORECASE)

_TOLD = re.compile(r"\b(?:inform|remind|notif|appris|advis|assur)(?:ed|ied|es|ies|ing)\s\ue0e0*$")
"""Who is told of something does not consist of it: "informed the Commission of the OIML activities"."""
_OBJECT_RELATIVE = re.compile(r"\b(?:which|that|whom)\s$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a frame makes of a stretch of a block.

    Parameters
    ----------
    subject : Thing
    relation : str
    object : Thing or str
        A string where the object is a date.
    since, until : str or None
        Interval.
    block : Block
    start, stop : int
        Offsets in the block of the evidence.
    rule : str
        Name of the frame.
    objection : str or None
        Why it is not a fact, or None.
    role : str or None
        Of a person.
    """

    subject: Thing
    relation: str
    object: Thing | str
    since: str | None
    until: str | None
    block: Block
    start: int
    stop: int
    rule: str
    objection: str | None = None
    role: str | None = None


def candidates(block: Block, frame_of: Skeleton, subject: Thing | None, skip: int = 0) -> Iterator[Candidate]:
    """Yield what the frames read from one sentence.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    subject : Thing or None
        What the document is about.
    skip : int
        Matches that end before this position of the skeleton were read elsewhere.
    """
    for frame, match in frame_matches(frame_of.text):
        if match.end() > skip:
            yield from _facts(block, frame_of, frame, match, subject)


def _facts(
    block: Block, frame_of: Skeleton, frame: Frame, match: re.Match[str], subject: Thing | None
) -> Iterator[Candidate]:
    filled, moved = fill(frame_of, frame, match, subject)
    if any(len(filled.get(slot, [])) < 2 for slot in frame.several):
        return
    dated = date_of(frame_of, frame, match)
    reason = _reason(frame_of, frame, match, moved=moved)
    if reason == _OF_ANOTHER and (at := explained_name(frame_of.text, match)) is not None:
        named = frame_of.at.get(at)
        if isinstance(named, Mention) and named.type in frame.slots["thing"]:
            filled["thing"], reason = list(named.things), None
    where = (block, frame_of.start[0], frame_of.start[-1])
    for left, relation, right in frame.facts:
        since, until = _interval(frame, relation, dated)
        several = each_with_date(frame_of, filled, left, right) or respective(
            frame_of.text, filled, left, right
        )
        for one, other in several or _pairs(left, right, filled, dated, nested=nests(match.group())):
            if one is other and relation == "successorOf":
                other = _former(block, frame_of, match, one, right) or one
            if relation == "heldIn" and isinstance(other, Thing) and other.type in ACTORS:
                other = other.as_place()
            if one is not other:
                if relation == "memberOf" and _names_members(frame_of, match, left):
                    reason = ANOTHER_NOUN
                if relation == "memberOf" and _AS_OBSERVER.match(frame_of.text, match.end()):
                    reason = ANOTHER_NOUN
                if relation == "partOf" and _ONLY_BESIDE.search(match.group()):
                    reason = ANOTHER_NOUN
                if relation in _BY_ITSELF and _names_members(frame_of, match, left, right):
                    reason = ANOTHER_NOUN
                if relation in _BY_PERSON and _who_follows(frame_of, match, left):
                    reason = ANOTHER_NOUN
                if relation == "organised" and _OTHER_AGENT.search(
                    frame_of.text, 0, match.start(_named(left))
                ):
                    reason = ANOTHER_NOUN
                if relation == "partOf" and _TOLD.search(frame_of.text, 0, match.start(_named(left))):
                    reason = ANOTHER_NOUN
                if relation == "foundedBy" and _called_by(frame_of.text, match, right):
                    continue
                if relation == "memberOf" and by_another(frame_of.text, match, right):
                    reason = ANOTHER_NOUN
                if relation == "organised" and _of_another_event(frame_of.text, match, left, right):
                    reason = ANOTHER_NOUN
                if relation == "chairs" and _of_its_unit(frame_of.text, match, right):
                    reason = ANOTHER_NOUN
                if relation in _OF_A_BODY and _of_a_body_behind(frame_of.text, match, _named(right)):
                    reason = ANOTHER_NOUN
                inside = not moved and in_relative(frame_of.text, match, left)
                inside = inside or of_a_person(frame_of.text, match, left)
                if inside or across_relative(frame_of.text, match, left, right):
                    reason = reason or ANOTHER_NOUN
                if relation in _COMING and _names_a_unit(frame_of, match, left):
                    reason = ANOTHER_NOUN
                role = _role(match, relation)
                if relation == "affiliatedWith" and role and _CHAIR.fullmatch(role):
                    relation, role = "chairs", None
                if relation in ("affiliatedWith", "chairs") and LEFT.search(frame_of.text, 0, match.start()):
                    reason = "an office of the past"
                yield Candidate(one, relation, other, since, until, *where, frame.name, reason, role)


_AS_OBSERVER = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:as|in the capacity of|in the role of|with the status of)\s"
    r"(?:an?\s)?(?:\w+\s)?observers?\b"
)
"""What makes of somebody who was admitted no member: "admitted to NWO in the capacity of observer"."""
_ONLY_BESIDE = re.compile(
    r"\b(?:corresponding|correspondent|partner|sister|liaison|associated|affiliated|independent)\s"
)
"""What makes of a body no part of somebody: "a corresponding body of NWO"."""


def _named(slot: str) -> str:
    """The slot in which the name stands: that of ``x`` for ``x.owners``."""
    return slot.partition(".")[0]


_OF_A_BODY = frozenset(["focalPointOf", "secretariatOf"])
_BODY_BEHIND = re.compile(rf"\s[{MARK['Body']}]")
_UNIT_BEHIND = re.compile(
    r"['\u2019]s?\s|\s(?:working groups?|(?:\w+\s){0,2}(?:sub-?)?committees?|task (?:force|group)|boards?|panel|council"
    r"|team)\b"
)


def _of_its_unit(text: str, match: re.Match[str], right: str) -> bool:
    """Whether a chair is that of one of its units: "Convenor of NWO's working group"."""
    if re.search(r"['\u2019]s(?:\s|$)", match.groupdict().get(right) or ""):
        return True
    return right in match.groupdict() and _UNIT_BEHIND.match(text, match.end(right)) is not None


def _of_a_body_behind(text: str, match: re.Match[str], right: str) -> bool:
    """Whether a name only tells whose body is meant: "focal point for the IO Partnership working group on …"."""
    return right in match.groupdict() and _BODY_BEHIND.match(text, match.end(right)) is not None


def _of_another_event(text: str, match: re.Match[str], left: str, right: str) -> bool:
    """Whether another event stands between: "the seminar was followed by a reception hosted by X"."""
    slots = match.groupdict()
    if left not in slots or right not in slots:
        return False
    return _OTHER_EVENT.search(text, match.end(right), max(match.end(right), match.start(left))) is not None


def _called_by(text: str, match: re.Match[str], right: str) -> bool:
    """Whether a name is but that of who called the meeting at which something was founded."""
    return right in match.groupdict() and _CALLED_BY.search(text, 0, max(match.start(right), 0)) is not None


def _names_members(frame_of: Skeleton, match: re.Match[str], *slots: str) -> bool:
    """Whether a slot holds but whose members did something: "attended by OIML Member States"."""
    ends = [match.end(slot) for slot in slots if slot in match.re.groupindex and match.end(slot) >= 0]
    return any(_MEMBERS.match(frame_of.text, end) or _OWN_MEMBERS.match(frame_of.text, end) for end in ends)


def _who_follows(frame_of: Skeleton, match: re.Match[str], slot: str) -> bool:
    """Whether a person before the name is meant: "Ana Silva, Director of NWO, who opened the course"."""
    end = match.end(slot) if slot in match.re.groupindex else -1
    if end <= 0 or frame_of.text[end - 1] == MARK["Person"]:
        return False
    return bool(_WHO.match(frame_of.text, end) or TITLED_PERSON.match(frame_of.text, end))


def _names_a_unit(frame_of: Skeleton, match: re.Match[str], slot: str) -> bool:
    """Whether the name only says whose the thing is that came into being: "established an OIML office"."""
    end = match.end(slot) if slot in match.re.groupindex else -1
    text = frame_of.text
    return end > 0 and bool(_UNIT.match(text, end) or _NOUN_BEHIND.match(text, end))


def _former(block: Block, frame_of: Skeleton, match: re.Match[str], thing: Thing, slot: str) -> Thing | None:
    """What a renamed organisation was called."""
    where = frame_of.mentions(*match.span(slot)) if slot in match.re.groupindex else []
    told = former_name(block.text, where, thing, old=True)
    return told or former_name(block.text, frame_of.mentions(match.start(), match.end()), thing, old=False)


_WHOSE_BODY = re.compile(rf"(?:['\u2019]s)?\s(?:[a-z]+\s){{0,2}}?[{MARK['Body']}]")
"""What makes a name that of the owner alone: "Convenor of COOMET's working group"."""


def _reason(frame_of: Skeleton, frame: Frame, match: re.Match[str], *, moved: bool) -> str | None:
    """Why the sentence does not state what the pattern reads, or None."""
    auxiliaries = match.groupdict().get("aux")
    sentence = _plain(frame_of)
    before = sentence[: match.start()]
    reason = objection(
        sentence, _outside_slots(match), auxiliaries, before, aims=frame.aims, plans=frame.plans
    )
    if reason is not None:
        return reason
    dates_only = all(RELATIONS[relation].literal for _, relation, _ in frame.facts)
    if dates_only and _OBJECT_RELATIVE.search(frame_of.text[max(0, match.start() - 8) : match.start()]):
        return "the date of a relative clause is not that of the name in it"
    if dates_only and founds_another(frame_of.text, match):
        return ANOTHER_NOUN
    if dates_only and is_within_apposition(frame_of.text, match):
        return _OF_ANOTHER
    if not frame.whole and not moved and belongs_to_another(frame_of, match):
        return ANOTHER_NOUN
    signed = any(relation == "signatoryOf" for _, relation, _ in frame.facts)
    if signed and _ITS_INSTITUTE.match(frame_of.text, match.end() - 2):
        return ANOTHER_NOUN
    of_persons = any(relation in ("chairs", "affiliatedWith") for _, relation, _ in frame.facts)
    owner = match.group().endswith(("'s", "\u2019s")) or frame_of.text.startswith(
        ("'s", "\u2019s"), match.end()
    )
    if of_persons and owner and _WHOSE_BODY.match(frame_of.text, match.end()):
        return ANOTHER_NOUN
    return None


def _of(slot: str, filled: dict[str, list[Thing]]) -> list[Thing]:
    """What fills a slot; ``x.parties`` is who the agreement in slot x is between, ``x.owners`` whose the body is."""
    name, _, attribute = slot.partition(".")
    things = filled.get(name, [])
    return [other for thing in things for other in getattr(thing, attribute)] if attribute else things


def _pairs(
    left: str, right: str, filled: dict[str, list[Thing]], dated: Dating, *, nested: bool
) -> Iterator[tuple[Thing, Thing | str]]:
    if left == right:
        things = _of(left, filled)
        if nested:
            yield from ((things[0], other) for other in things[1:])
        elif len(things) <= _MOST_TOGETHER:
            yield from combinations(things, 2)
        return
    first, _, ended = dated
    for one in _of(left, filled):
        if right == "date":
            if first and not ended:
                yield one, first
            continue
        for other in _of(right, filled):
            yield one, other


def respective(text: str, filled: dict[str, list[Thing]], left: str, right: str) -> list[tuple[Thing, Thing]]:
    """One to one, where as many stand on either side: "A and B are the respective chairs of C and D".

    Parameters
    ----------
    text : str
        The sentence.
    filled : dict of str to list of Thing
        What fills the slots.
    left, right : str
        The slots that a fact joins.
    """
    ones, others = filled.get(left, []), filled.get(right, [])
    paired = left != right and len(ones) == len(others) > 1 and _RESPECTIVE.search(text)
    return list(zip(ones, others, strict=True)) if paired else []


def _role(match: re.Match[str], relation: str) -> str | None:
    """The role of a person, where the pattern holds one."""
    if relation not in ("affiliatedWith", "chairs") or "role" not in match.re.groupindex:
        return None
    role = match.group("role")
    return re.sub(r"^(?:the|its|a|an)\s", "", role.strip()) if role else None


def _outside_slots(match: re.Match[str]) -> str:
    """The matched text without what stands in its slots."""
    text = list(match.group())
    for name in match.re.groupindex:
        if name not in ("aux", "role") and match.start(name) >= 0:
            for at in range(match.start(name) - match.start(), match.end(name) - match.start()):
                text[at] = " "
    return "".join(text)


def _plain(frame_of: Skeleton) -> str:
    return "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text)).replace(FILLER, "_")


def _interval(frame: Frame, relation: str, dated: Dating) -> tuple[str | None, str | None]:
    since, until, ended = dated
    if relation == "cooperatesWith" and any(other == "signatoryOf" for _, other, _ in frame.facts):
        return None, None
    if RELATIONS[relation].literal:
        return None, until
    if frame.ends or ended:
        return None, since
    return since, until
