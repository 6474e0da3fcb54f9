"""Which candidates become facts of a document, and for what reason the others are dropped."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from operator import sub

from qigraph.extraction.names.states import STATE_RELATIONS
from qigraph.extraction.outcome import Dropped, Extraction
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Thing
from qigraph.facts import Evidence, Fact, Interval, merge
from qigraph.reading.text import Text
from qigraph.schema import RELATIONS, admits

__all__ = ["admitted"]

_FAR = 600
"""Characters between a lead-in and its item from which the item alone is shown."""
_DEPARTMENT = re.compile(
    r"\b(?:directorate|department|division|branch|secretariat|laboratory|office)\b", re.IGNORECASE
)
"""What is led and not chaired."""
_UNIT = re.compile(
    r"\b(?:committee|secretariat|group|unit|council|board|subcommittee|panel|division)\b", re.IGNORECASE
)


def admitted(text: Text, raw: Iterable[Candidate]) -> Extraction:
    """The facts among the candidates, and what is dropped with reasons.

    Parameters
    ----------
    text : Text
        The document: facts quote it.
    raw : iterable of Candidate
        All that was read from it, objected to or not.

    Returns
    -------
    Extraction
        What the schema admits, dated and merged; the rest with reasons.
    """
    facts: list[Fact] = []
    dropped: list[Dropped] = []
    for candidate in map(_leading, raw):
        start, stop = _evidence(candidate)
        quote = text.characters[start:stop]
        reason = candidate.objection or _schema(candidate)
        if reason:
            dropped.append(Dropped(reason, candidate.relation, start, stop, quote, candidate.rule))
            continue
        target = candidate.object
        place = text.page(start), text.box(start, stop)
        facts.append(
            Fact(
                candidate.subject.to_entity(text.name),
                candidate.relation,
                target if isinstance(target, str) else target.to_entity(text.name),
                Interval(candidate.since, candidate.until),
                (Evidence(text.name, start, stop, quote, candidate.rule, *place),),
                candidate.role,
            )
        )
    kept = _spanned(_dated_only(_certain(facts)))
    return Extraction(
        merge(kept), sorted(set(dropped), key=lambda d: (d.start, d.stop, d.relation, d.rule, d.reason))
    )


def _leading(candidate: Candidate) -> Candidate:
    """Who leads a department works for it: it has no chair."""
    who, what = candidate.subject, candidate.object
    led = candidate.relation == "chairs" and who.type == "Person" and isinstance(what, Thing)
    if led and isinstance(what, Thing) and what.type == "Body" and _DEPARTMENT.search(what.label):
        return replace(candidate, relation="affiliatedWith")
    return candidate


def _evidence(candidate: Candidate) -> tuple[int, int]:
    """Where the evidence stands in the source: without a lead-in or heading that stands far above it."""
    origin = candidate.block.span.origin
    begin, stop = candidate.start, candidate.stop
    steps = map(sub, origin[begin + 1 : stop], origin[begin : stop - 1])
    if max(steps, default=0) > _FAR:
        begin = next(at for at in range(stop - 1, begin, -1) if origin[at] - origin[at - 1] > _FAR)
    return candidate.block.span.source(begin, stop)


def _schema(candidate: Candidate) -> str | None:
    target = candidate.object
    kind = None if isinstance(target, str) else target.type
    if not admits(candidate.relation, candidate.subject.type, kind):
        return f"{candidate.relation} does not join {candidate.subject.type} and {kind or 'a date'}"
    ends = (candidate.subject, target)
    if candidate.relation not in STATE_RELATIONS and any(isinstance(x, Thing) and x.state for x in ends):
        return "a state is no organisation"
    if isinstance(target, Thing) and target.state:
        return "nobody is a member of a state"
    if candidate.relation == "memberOf" and _is_unit(candidate.subject):
        return "a unit is part of what it belongs to"
    if isinstance(target, Thing) and (
        candidate.subject is target or (target.entity and target.entity == candidate.subject.entity)
    ):
        return "a thing has no relation to itself"
    if candidate.relation == "partOf" and isinstance(target, Thing) and _belongs(target, candidate.subject):
        return "nothing is part of what belongs to it"
    return None


def _belongs(part: Thing, whole: Thing) -> bool:
    """Whether the name of a body, or that of the body it is of, says that it is the other's."""
    return part.type == "Body" and any(
        owner is whole or any(further is whole for further in owner.owners) for owner in part.owners
    )


def _is_unit(thing: Thing) -> bool:
    """Whether a body is one of somebody's, and no department of a state that may join by itself."""
    known = thing.entity is not None and thing.entity.type == "Body"
    return thing.type == "Body" and bool(known or thing.owners or _UNIT.search(thing.label))


def _certain(facts: list[Fact]) -> list[Fact]:
    """A symmetric fact is written in one direction."""
    kept = []
    for fact in facts:
        if (
            RELATIONS[fact.relation].symmetric
            and not isinstance(fact.object, str)
            and fact.object.id < fact.subject.id
        ):
            fact = replace(fact, subject=fact.object, object=fact.subject)
        kept.append(fact)
    return kept


def _dated_only(facts: list[Fact]) -> list[Fact]:
    """Without the undated repeats of what the document dates elsewhere: their evidence joins the dated fact."""
    by_core: dict[tuple[str, str, str], Counter[tuple[str | None, str | None]]] = {}
    for fact in facts:
        core = (fact.subject.id, fact.relation, fact.object_id)
        by_core.setdefault(core, Counter())[(fact.interval.since, fact.interval.until)] += 1
    kept = []
    for fact in facts:
        dated = by_core[(fact.subject.id, fact.relation, fact.object_id)]
        if fact.interval == Interval() and len(dated) == 2:
            since, until = next(pair for pair in dated if pair != (None, None))
            fact = replace(fact, interval=Interval(since, until))
        kept.append(fact)
    return kept


def _spanned(facts: list[Fact]) -> list[Fact]:
    """Who joined at one date and left at a later one, and neither twice, was in it between them."""
    spans: dict[tuple[str, str, str], set[tuple[str | None, str | None]]] = {}
    for fact in facts:
        core = (fact.subject.id, fact.relation, fact.object_id)
        spans.setdefault(core, set()).add((fact.interval.since, fact.interval.until))
    kept = []
    for fact in facts:
        dated = spans[(fact.subject.id, fact.relation, fact.object_id)]
        since = {begun for begun, ended in dated if begun and not ended}
        until = {ended for begun, ended in dated if ended and not begun}
        if len(dated) == 2 and len(since) == len(until) == 1 and min(since) <= min(until):
            fact = replace(fact, interval=Interval(min(since), min(until)))
        kept.append(fact)
    return kept
