"""Matching: frames on the skeletons of sentences become candidate facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import ahocorasick

from qigraph.extraction.assertion import objection
from qigraph.extraction.blocks import Block
from qigraph.extraction.dates import Dated
from qigraph.extraction.frames import Frame, frames
from qigraph.extraction.patterns import Pattern
from qigraph.extraction.skeleton import MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import RELATIONS

__all__ = ["Candidate", "candidates"]

_FOREIGN_HEAD = re.compile(
    r"\b(?:members?|chair|chairs|chairman|chairperson|president|secretariat|"
    r"secretary|head|director|role|work|website|name|history|mission"
    r"|objectives?|aims?|statutes?|constitution|rules|representatives?|budget|"
    r"laborator(?:y|ies)|customers|offices?|headquarters|mandate"
    r"|guidance|auspices|help|support|recommendations?|procedures?|principles?|"
    r"requirements?|side|outside|case|part|parties|contribution"
    r"|successor|predecessor|countries|economies|example|context|number|majority|"
    r"status|request|invitation|premises|umbrella)\s"
    r"(?:of|to|in|from|within|for|at)\s\ue0e0*$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:since|from|dating back to|dates back to|as of|as from|effective|"
    r"in force since|began in|started in|beginning in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till|up to|ended in|ending in|expired in|to)\s(?:the\s)?$", re.IGNORECASE)
_ONE_SENTENCE_DATE = re.compile(r"\b(?:between|from)\s?$", re.IGNORECASE)


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
    for frame, pattern in _cued(frame_of.text):
        for match in pattern.search(frame_of.text):
            if match.end() > skip:
                yield from _facts(block, frame_of, frame, match, subject)


@cache
def _index() -> "tuple[list[tuple[Frame, Pattern]], list[int], ahocorasick.Automaton]":
    """Every pattern by number, those without a cue, and the cues with the numbers of the patterns they call for."""
    every = [(frame, pattern) for frame in frames() for pattern in frame.patterns]
    by_cue: dict[str, list[int]] = {}
    for number, (_, pattern) in enumerate(every):
        for cue in pattern.cues:
            by_cue.setdefault(cue, []).append(number)
    automaton = ahocorasick.Automaton()
    for cue, numbers in sorted(by_cue.items()):
        automaton.add_word(cue, numbers)
    automaton.make_automaton()
    return every, [number for number, (_, pattern) in enumerate(every) if not pattern.cues], automaton


def _cued(text: str) -> "list[tuple[Frame, Pattern]]":
    """The patterns of which a cue stands in the text, in their order."""
    every, always, automaton = _index()
    numbers = set(always)
    for _, called in automaton.iter(text.lower()):
        numbers.update(called)
    return [every[number] for number in sorted(numbers)]


def _facts(
    block: Block, frame_of: Skeleton, frame: Frame, match: re.Match[str], subject: Thing | None
) -> Iterator[Candidate]:
    filled = {
        name: _fill(frame_of, match, name, types) for name, types in frame.slots.items() if name != "date"
    }
    first = _first_slot(match)
    if first and (heads := _sentence_subject(frame_of, match, first, frame.slots[first])):
        filled[first] = heads
    apposed = _apposed_person(frame_of, match, first) if first else None
    if first and apposed is not None and "aux" in match.re.groupindex:
        filled[first] = list(apposed.things) if "Person" in frame.slots[first] else []
    dated = _date(frame_of, frame, match)
    sentence = _plain(frame_of)
    reason = objection(
        sentence,
        _outside_slots(match),
        match.groupdict().get("aux") or "",
        aims=frame.aims,
        plans=frame.plans,
    )
    if any(len(filled.get(slot, [])) < 2 for slot in frame.several):
        return
    if (
        first
        and reason is None
        and _OBJECT_RELATIVE.search(frame_of.text[max(0, match.start() - 8) : match.start()])
    ):
        reason = "the name is within a relative clause" if _literal(frame) else None
    if reason is None and not frame.whole and _foreign(frame_of, match):
        reason = "the name belongs to another noun"
    start, stop = frame_of.start[0], frame_of.stop[-1] if frame_of.stop else frame_of.start[0]
    for left, relation, right in frame.facts:
        subjects = _of(left, filled, subject)
        if right == "date":
            objects: list[Thing | str] = [dated[0]] if dated[0] and not dated[2] else []
        else:
            objects = list(_of(right, filled, subject))
        for one, other in _pairs(left, right, subjects, objects):
            if one is other:
                continue
            since, until = _interval(frame, relation, dated)
            yield Candidate(
                one,
                relation,
                other,
                since,
                until,
                block,
                start,
                stop,
                frame.name,
                reason,
                _role(match, relation),
            )


def _of(slot: str, filled: dict[str, list[Thing]], subject: Thing | None) -> list[Thing]:
    """What fills a slot; ``self`` is the document's subject, ``x.parties`` who the agreement in slot x is between."""
    if slot == "self":
        return [subject] if subject else []
    name, _, parties = slot.partition(".")
    things = filled.get(name, [])
    return [party for thing in things for party in thing.parties] if parties else things


def _role(match: re.Match[str], relation: str) -> str | None:
    """The role of a person, where the pattern holds one."""
    if relation not in ("affiliatedWith", "chairs") or "role" not in match.re.groupindex:
        return None
    role = match.group("role")
    return re.sub(r"^(?:the|its|a|an)\s", "", role.strip()) if role else None


def _pairs(
    left: str, right: str, subjects: list[Thing], objects: list[Thing | str]
) -> Iterator[tuple[Thing, Thing | str]]:
    if left == right:
        yield from combinations(subjects, 2)
        return
    for one in subjects:
        for other in objects:
            yield one, other


def _fill(frame_of: Skeleton, match: re.Match[str], name: str, types: list[str]) -> list[Thing]:
    """The things in a slot; a bracket after a name is not part of the list unless it holds the list."""
    if name not in match.re.groupindex or match.start(name) < 0:
        return []
    text = match.group(name)
    base = match.start(name)
    things: list[Thing] = []
    depth, counted = 0, text.startswith("(")
    for offset, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        mention = frame_of.at.get(base + offset)
        if isinstance(mention, Mention) and mention.type in types and (depth <= 0 or counted):
            things += [thing for thing in mention.things if thing not in things]
    return things


def _outside_slots(match: re.Match[str]) -> str:
    """The matched text without what stands in its slots."""
    text = list(match.group())
    for name in match.re.groupindex:
        if name not in ("aux", "role") and match.start(name) >= 0:
            for at in range(match.start(name) - match.start(), match.end(name) - match.start()):
                text[at] = " "
    return "".join(text)


def _first_slot(match: re.Match[str]) -> str | None:
    """The slot with which the match begins."""
    for name in match.re.groupindex:
        if name not in ("aux", "role", "date") and match.start(name) == match.start():
            return name
    return None


_OBJECT_RELATIVE = re.compile(r"\b(?:which|that|whom)\s$")


def _literal(frame: Frame) -> bool:
    """Whether the frame states nothing but dates: in "which X started in 2016" the date is not X's."""
    return all(RELATIONS[relation].literal for _, relation, _ in frame.facts)


_IN_APPOSITION = re.compile(MARK["Person"] + r",\s[^;:]{0,80}?\b(?:of|at|for|from|in)\s\ue0e0*$")


def _apposed_person(frame_of: Skeleton, match: re.Match[str], first: str) -> Mention | None:
    """Who is meant in "Jane Doe, Director of X, chaired …": she, not X."""
    at = next((i for i in range(match.start(first), match.end(first)) if i in frame_of.at), None)
    if at is None or frame_of.text[at + 1 : at + 2] != ",":
        return None
    before = _IN_APPOSITION.search(frame_of.text[:at])
    person = frame_of.at.get(before.start()) if before else None
    return person if isinstance(person, Mention) else None


_COORDINATED_VERB = re.compile(r"(?:\band|\bbut|\bthen|,)\s(?:also\s|then\s|has\s|have\s|had\s)*$")


def _sentence_subject(frame_of: Skeleton, match: re.Match[str], first: str, types: list[str]) -> list[Thing]:
    """Who does what a second verb says: in "A wrote to B in 1995 and signed …" it is A, not B."""
    if "aux" not in match.re.groupindex or match.start("aux") < 0:
        return []
    between = frame_of.text[match.end(first) : match.start("aux")]
    if not _COORDINATED_VERB.search(between):
        return []
    earlier = frame_of.mentions(0, match.start(first))
    heads = [
        m
        for m in earlier
        if m.type in ("Organisation", "Network", "Body", "Person", "Event", "Agreement", "Programme")
    ]
    if not heads or heads[0].type not in types or ("," in between and not re.search(r"\band\b", between)):
        return []
    position = next(i for i, m in frame_of.at.items() if m is heads[0])
    if re.search(r"\b(?:of|in|by|with|from|for|to|at|on|under|within)\s\ue0e0*$", frame_of.text[:position]):
        return []
    things = list(heads[0].things)
    for one, other in pairwise(heads):
        i, j = (next(k for k, m in frame_of.at.items() if m is mention) for mention in (one, other))
        if not re.fullmatch(r"(?:\s?\([^()]*\))?(?:,\s|,?\sand\s)\ue0e0*", frame_of.text[i + 1 : j]):
            break
        things += other.things
    return things


def _foreign(frame_of: Skeleton, match: re.Match[str]) -> bool:
    """Whether the first slot's name hangs on another noun: "the members of X signed"."""
    names = [
        name for name in match.re.groupindex if name not in ("aux", "date", "role") and match.start(name) >= 0
    ]
    if not names:
        return False
    first = min(names, key=match.start)
    if match.start(first) != match.start():
        return False
    at = next(
        (i for i in range(match.start(first), match.end(first)) if i in frame_of.at), match.start(first)
    )
    return bool(_FOREIGN_HEAD.search(frame_of.text[max(0, at - 60) : at]))


def _plain(frame_of: Skeleton) -> str:
    return "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))


Dating = tuple[str | None, str | None, bool]


def _date(frame_of: Skeleton, frame: Frame, match: re.Match[str]) -> Dating:
    """The date that goes with a match: first day, last day, and whether it only ends something."""
    if "date" in match.re.groupindex and match.start("date") >= 0:
        found = frame_of.dates(match.start("date"), match.end("date"))
        if found:
            return found[0][1].since, found[0][1].until, False
    if frame.date == "none":
        return None, None, False
    every = frame_of.dates(0, len(frame_of.text))
    if frame.date == "since":
        every = [
            (i, d)
            for i, d in every
            if _SINCE.search(frame_of.text[max(0, i - 25) : i]) or _until(frame_of, i)
        ]
    chosen = _nearest(frame_of, every, match)
    if chosen is None:
        return None, None, False
    at, dated = chosen
    pair = _from_to(frame_of, at)
    if pair:
        return pair[0].since, pair[1].since, False
    if dated.until and frame.date == "since":
        return dated.since, dated.until, False
    return dated.since, dated.until, _until(frame_of, at)


def _until(frame_of: Skeleton, at: int) -> bool:
    return bool(_UNTIL.search(frame_of.text[max(0, at - 12) : at]))


def _from_to(frame_of: Skeleton, at: int) -> tuple[Dated, Dated] | None:
    """ "from 2008 until 2012": two dates that are one interval."""
    near = frame_of.dates(max(0, at - 14), min(len(frame_of.text), at + 14))
    for (i, one), (j, other) in pairwise(near):
        between = frame_of.text[i + 1 : j]
        if re.fullmatch(r"\s(?:to|until|till|through)\s(?:the\s)?|\s?[-\u2013]\s?", between):
            return one, other
        if between == " and " and re.search(r"\bbetween\s$", frame_of.text[:i]):
            return one, other
    return None


def _nearest(
    frame_of: Skeleton, every: list[tuple[int, Dated]], match: re.Match[str]
) -> tuple[int, Dated] | None:
    """A date inside the match, else the next one after it in the clause, else the one that opens the sentence."""
    if not every:
        return None
    inside = [pair for pair in every if match.start() <= pair[0] < match.end()]
    if inside:
        return inside[-1] if len(inside) == 1 else inside[0]
    after = [
        pair
        for pair in every
        if pair[0] >= match.end() and not _clause_between(frame_of.text[match.end() : pair[0]])
    ]
    if after:
        return after[0]
    before = [pair for pair in every if pair[0] < match.start()]
    if before and not _clause_between(frame_of.text[before[-1][0] : match.start()], short=False):
        return before[-1]
    return None


def _clause_between(text: str, *, short: bool = True) -> bool:
    """Whether another statement begins in between."""
    if ";" in text or re.search(
        r"\b(?:which|who|whose|while|whereas|but|before|after|whereupon)\b|\.\s", text
    ):
        return True
    actors = sum(text.count(MARK[name]) for name in ("Organisation", "Network", "Body"))
    return short and (
        len(text) > 110
        or (actors > 1 and ", and " in text)
        or bool(re.search(r",?\sand\s(?:\w+ed|was|were|is|has)\b", text))
    )


def _interval(frame: Frame, relation: str, dated: Dating) -> tuple[str | None, str | None]:
    since, until, ended = dated
    if RELATIONS[relation].literal:
        return None, until
    if frame.ends or ended:
        return None, since
    return since, until
