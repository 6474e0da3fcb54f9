"""Who put their names to an agreement: "signed by Jane Doe, President of A, and John Roe, Chair of B"."""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dating import dated_near
from qigraph.schema import ACTORS

__all__ = ["BY_OFFICE", "signed_by"]

BY_OFFICE = "signing/office"
"""The rule by which the office of a signer tells for whom he or she signs."""
_PERSON, _AGREEMENT = MARK["Person"], MARK["Agreement"]
_VERB = re.compile(
    r"\b(?:re-)?(?:signed|initialled|inked|countersigned)\b|\bput (?:their|his|her) (?:names?|signatures?)\b"
)
_BY = re.compile(r"\bby\b")
_CLAUSE_ENDS = re.compile(r"[;.]|\b(?:which|in the presence|witnessed|while|whereas|at a ceremony|before)\b")
_CLAUSE_BEGINS = re.compile(
    r"[;:]\s|\b(?:during|at|in|with|by|to) (?:which|whom)\b|\bwhere\b|\bwhen\b|,\s(?:while|whereas)\s"
)
_FACTS = (("party", "signatoryOf", "agreement"), ("agreement", "signedOn", "date"))
_NEAR = 140
_ACTOR = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body")) + "]"
_BEHALF = re.compile(
    rf"\b(?:on behalf of|for|representing|from the side of|on the part of)\s{FILLER}*{_ACTOR}(?=[^;.]{{0,12}}?\sby\s)"
    rf"|{_PERSON}[^;:.]{{0,90}}?\b(?:on behalf of|representing|signed for|signing for)\s{FILLER}*{_ACTOR}"
)
_HEAD = re.compile(
    r"\b(?:president|director(?:[ -]general)?|chair(?:man|woman|person)?|head|secretary(?:[ -]general)?|minister|CEO"
    r"|governor|chief executive(?: officer)?|general manager|commissioner|rector|administrator)\b",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(?:department|division|unit|section|board|committee|council|project|programme)\b", re.IGNORECASE
)
_OF_UNIT = re.compile(
    r"\b(?:head|director|chief) of (?:the\s|a\s)?(?:[\w-]+\s){0,3}?(?:department|division|unit|section)\b",
    re.IGNORECASE,
)


def signed_by(block: Block, frame_of: Skeleton, held: Iterable[Candidate] = ()) -> Iterator[Candidate]:
    """Yield which persons signed, and for whom, where the sentence names one agreement.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    held : iterable of Candidate
        The offices in it: whoever signs does so for whom he or she heads.
    """
    text = frame_of.text
    if _PERSON not in text or text.count(_AGREEMENT) == 0:
        return
    agreements = {id(m.thing): m.thing for m in frame_of.mentions(0, len(text)) if m.type == "Agreement"}
    verb = _VERB.search(text)
    if verb is None or len(agreements) != 1:
        return
    (agreement,) = agreements.values()
    region = _signers(text, verb)
    people = [m for m in frame_of.mentions(*region) if m.type == "Person"]
    actors = [m for m in frame_of.mentions(*region) if m.type in ACTORS]
    if not people:
        return
    said = "".join("X" if i in frame_of.at else c for i, c in enumerate(text))
    start, stop = min(region[0], verb.start()), max(region[1], verb.end())
    reason = objection(said, said[start:stop], None, said[:start])
    if reason is None and tentative(said[start:stop]):
        reason = "in doubt"
    since, _, ended = dated_near(frame_of, "near", _FACTS, start, stop)
    where = (block, frame_of.start[0], frame_of.start[-1], "signing/persons", reason)
    parties = _things(actors) if len(_things(actors)) == len(_things(people)) else []
    behalf = _things(_represented(frame_of))
    headed = [*parties, *_headed(people, held)]
    signatories = list(dict.fromkeys([*_things(people), *behalf, *headed]))
    by_office = {id(thing) for thing in headed} - {id(thing) for thing in behalf}
    for thing in signatories:
        rule = BY_OFFICE if id(thing) in by_office else "signing/persons"
        yield Candidate(
            thing, "signatoryOf", agreement, None if ended else since, None, *where[:-2], rule, reason
        )
    if since and not ended:
        yield Candidate(agreement, "signedOn", since, None, None, *where)


def _signers(text: str, verb: re.Match[str]) -> tuple[int, int]:
    """Where those stand who sign: behind "signed … by", or before the verb."""
    by = _BY.search(text, verb.end())
    ends = _CLAUSE_ENDS.search(text, verb.end())
    limit = ends.start() if ends else len(text)
    before = text.find(_AGREEMENT, 0, verb.start())
    if by and by.start() < limit and before >= 0:
        return by.end(), limit
    begins = [m.end() for m in _CLAUSE_BEGINS.finditer(text, 0, verb.start())]
    first = begins[-1] if begins else 0
    last = text.rfind(_PERSON, first, verb.start())
    near = last >= 0 and verb.start() - last < _NEAR and before < first
    return (first, verb.start()) if near else (0, 0)


def _represented(frame_of: Skeleton) -> list[Mention]:
    """Those for whom persons are said to have signed: "on behalf of A by Jane Doe, and for B by John Roe"."""
    return [
        mention
        for match in _BEHALF.finditer(frame_of.text)
        if isinstance(mention := frame_of.at.get(match.end() - 1), Mention)
    ]


def _headed(people: list[Mention], held: Iterable[Candidate]) -> Iterator[Thing]:
    """The organisations of which those persons are said to be the heads."""
    signers = {id(thing) for thing in _things(people)}
    for office in held:
        led, role = office.object, office.role or ""
        if office.objection or id(office.subject) not in signers or not isinstance(led, Thing):
            continue
        said = office.block.text[office.start : office.stop]
        lesser = _LESSER.search(role) or _OF_UNIT.search(said)
        if _HEAD.search(role) and not lesser and led.type in ("Organisation", "Network"):
            yield led


def _things(mentions: list[Mention]) -> list[Thing]:
    return list(dict.fromkeys(thing for mention in mentions for thing in mention.things))
