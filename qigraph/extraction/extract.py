"""The whole way from a text to its facts: blocks, mentions, references, frames, structure, schema."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import zip_longest
from operator import sub
from pathlib import Path
from typing import TYPE_CHECKING

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.cutting import blocks
from qigraph.extraction.layout.joined import bylines, dated_cells, together
from qigraph.extraction.layout.line_kinds import is_field
from qigraph.extraction.layout.sentences import windows
from qigraph.extraction.names.agreement_phrases import with_parties
from qigraph.extraction.names.country_tails import with_country
from qigraph.extraction.names.event_phrases import EventPhrases
from qigraph.extraction.names.gatherings import gather
from qigraph.extraction.names.imprint import imprinted
from qigraph.extraction.names.mentions import Mentions
from qigraph.extraction.names.neighbour_owners import join_owners
from qigraph.extraction.names.persons import may_be_alone
from qigraph.extraction.names.places import place_mentions
from qigraph.extraction.names.report_titles import reported
from qigraph.extraction.names.states import STATE_RELATIONS, with_states
from qigraph.extraction.names.subject_organs import organs_of_subject
from qigraph.extraction.names.surnames import with_surnames
from qigraph.extraction.own_bodies import bodies_of_it, own_bodies
from qigraph.extraction.ownership import owned, topical
from qigraph.extraction.reference.about import entitle, what_about
from qigraph.extraction.reference.discourse import Discourse
from qigraph.extraction.reference.headed import entitle_sections
from qigraph.extraction.reference.naming import complete
from qigraph.extraction.reference.running import Running
from qigraph.extraction.reference.subject import document_subject, document_year, focus
from qigraph.extraction.sentence.agreement_topics import agreed_topics
from qigraph.extraction.sentence.appointments import appointments
from qigraph.extraction.sentence.hyphened import hyphened
from qigraph.extraction.sentence.joint_work import worked_on_together
from qigraph.extraction.sentence.loose import loose_candidates
from qigraph.extraction.sentence.matching import ANOTHER_NOUN, Candidate, candidates
from qigraph.extraction.sentence.offices import offices, without_crossing
from qigraph.extraction.sentence.partnership_topics import partnership_topics
from qigraph.extraction.sentence.purposes import is_purpose, purposed
from qigraph.extraction.sentence.roles import role_candidates
from qigraph.extraction.sentence.signing import signed_by
from qigraph.extraction.sentence.skeleton import skeleton
from qigraph.extraction.sentence.topic_kinds import of_kinds, of_listed_kinds
from qigraph.extraction.sentence.within import stands_in_title
from qigraph.extraction.sentence.working import implied, working
from qigraph.extraction.structure.announcements import announce, announced
from qigraph.extraction.structure.attendance import Attendance
from qigraph.extraction.structure.cards import employed
from qigraph.extraction.structure.diary import diary, hosted
from qigraph.extraction.structure.goal_sections import goal_served
from qigraph.extraction.structure.meeting_officers import meeting_officers
from qigraph.extraction.structure.numbered_issues import came_out
from qigraph.extraction.structure.officers import officers
from qigraph.extraction.structure.owner_cells import owned_in_cells
from qigraph.extraction.structure.practices import practised
from qigraph.extraction.structure.role_cells import bracketed, matrix, role_columns
from qigraph.extraction.structure.sections import partnered
from qigraph.extraction.structure.structure import listed
from qigraph.extraction.structure.tables import tabled
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.extraction.time.dateline import RecentYear, news_dates, written_on
from qigraph.extraction.time.dates import dates
from qigraph.extraction.time.inherited import inherit_dates
from qigraph.extraction.time.titled import without_titles
from qigraph.facts import Evidence, Fact, Interval, merge
from qigraph.reading.text import Text
from qigraph.resources import resource
from qigraph.schema import RELATIONS, admits

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Dropped", "Extraction", "extract", "rules_digest"]


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FAR = 600
"""Characters between a lead-in and its item from which the item alone is shown."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that did not become a fact, and why."""

    reason: str
    relation: str
    start: int
    stop: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document.

    Parameters
    ----------
    facts : list of Fact
        Sorted; each with its evidence in this document.
    dropped : list of Dropped
        Candidates that a rule rejected, in order of place.
    """

    facts: list[Fact]
    dropped: list[Dropped] = field(default_factory=list)


def extract(text: Text, registry: "Registry") -> Extraction:
    """Read the facts of one document.

    Parameters
    ----------
    text : Text
        The document.
    registry : Registry
        Known organisations; an empty one will do.

    Returns
    -------
    Extraction
        Facts, and what was dropped with reasons.

    Examples
    --------
    >>> from qigraph.loading.registry import load_registry
    >>> note = Text("note.txt", "ILAC and IAF signed a Memorandum of Understanding on 3 May 2012.")
    >>> sorted({(f.subject.label, f.relation) for f in extract(note, load_registry()).facts})[0]
    ('International Accreditation Forum', 'cooperatesWith')
    """
    found = blocks(text)
    things = Things()
    finder = Mentions(registry, things)
    finder.introduce(found)
    named = {block: _named(finder, things, block, after) for block, after in zip_longest(found, found[1:])}
    join_owners(named, finder.ownerships)
    named = {
        b: with_parties(b, mentions, things, finder.ownerships, finder.actor) for b, mentions in named.items()
    }
    named = with_surnames(named, things)
    entitle(found, named, things)
    entitle_sections(found, named, things)
    reported(found, named, things)
    gather(found, named)
    subject = document_subject(found, named)
    written = written_on(found)
    year = written[:4] if written else document_year(text.name, found)
    announcements = announce(found, named, things, finder.ownerships, lambda block: _year_of(block, year))
    told = {id(block) for _, block, *_ in announcements}
    entries = diary(
        [b for b in found if id(b) not in told], named, things, finder.ownerships, lambda b: _year_of(b, year)
    )
    meetings = EventPhrases(things, subject)
    discourse = Discourse(things, subject, meetings)
    spoken = {
        block: discourse.read(block.text, meetings.read(block, mentions)) for block, mentions in named.items()
    }
    spoken = with_states(found, spoken)
    raw = list(_candidates(found, spoken, subject, year, written, meetings.about, finder.actor))
    raw += announced(announcements, spoken)
    raw += hosted(entries, spoken)
    raw += owned(finder.ownerships)
    raw += meetings.organised()
    raw += topical(named, things, subject)
    raw += own_bodies(named)
    raw += [found_ for block in found for found_ in hyphened(block, spoken[block])]
    raw += bodies_of_it(spoken)
    raw += organs_of_subject(spoken, focus(found, spoken, subject))
    raw += imprinted(found, named, things)
    raw += practised(found, spoken, things)
    raw += [*agreed_topics(raw, spoken), *worked_on_together(raw, spoken), *partnership_topics(raw, spoken)]
    raw += list(implied(raw))
    return _facts(text, complete(raw))


def _named(finder: Mentions, things: Things, block: Block, after: Block | None = None) -> list[Mention]:
    mentions = finder.find(block, alone=may_be_alone(block, after))
    for place in place_mentions(block.text, things):
        if all(place.stop <= m.start or m.stop <= place.start for m in mentions):
            mentions.append(place)
    return with_country(block.text, sorted(mentions, key=lambda m: m.start))


def _candidates(
    found: list[Block],
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year: str | None,
    written: str | None,
    meeting: Thing | None,
    actor: Callable[[str], Thing | None],
) -> Iterator[Candidate]:
    whole = subject
    attendance = Attendance(meeting)
    recent = RecentYear()
    about = focus(found, spoken, subject)
    running = Running(what_about(found, spoken, subject))
    electing = (_whose(meeting, actor) if meeting is not None else None) or subject
    for block in found:
        mentions = spoken[block]
        headed = running.headed(block.heading, spoken) if is_purpose(block.heading) else None
        subject = about[block]
        dated = news_dates(block, dates(block.text, recent.of(block, _year_of(block, year))), written)
        dated = without_titles(block, dated, mentions)
        for start, stop in block.sentences:
            for left, right in windows(start, stop, mentions):
                frame_of = skeleton(block.text, left, right, mentions, dated)
                held = list(offices(block, frame_of))
                read = [*held, *without_crossing(candidates(block, frame_of, subject), held)]
                read += without_crossing(_beyond(read, role_candidates(block, frame_of, subject)), held)
                read = [
                    c
                    for c in read
                    if c.relation != "participatedIn" or not stands_in_title(frame_of, c.subject)
                ]
                yield from read
                yield from _beyond(
                    read, without_crossing(appointments(block, frame_of, electing), held, elected=True)
                )
                if not is_field(block.text[left:right]):
                    yield from loose_candidates(block, frame_of, subject, read)
                yield from attendance.read(block, frame_of, read)
                yield from signed_by(block, frame_of, held)
                yield from working(block, frame_of)
                now = running.of(block, left, frame_of.mentions(0, len(frame_of.text)))
                yield from purposed(block, frame_of, now, headed if block.kind == "paragraph" else None)
                yield from of_kinds(block, frame_of)
                yield from came_out(block, frame_of, actor)
        if block.kind == "item" and block.lead is not None and not block.lead.text.endswith((".", "!")):
            joined, both, lead_length = together(block, spoken)
            frame_of = skeleton(
                joined.text, 0, len(joined.text), both, dates(joined.text, _year_of(block, year))
            )
            skip = next((i for i, offset in enumerate(frame_of.start) if offset >= lead_length), 0)
            held = list(offices(joined, frame_of))
            yield from without_crossing(candidates(joined, frame_of, subject, skip), held)
            yield from working(joined, frame_of, skip)
            if block.text[:1].islower():
                yield from without_crossing(role_candidates(joined, frame_of, subject, skip), held)
    subject = whole
    for joined, both in bylines(found, spoken):
        frame_of = skeleton(joined.text, 0, len(joined.text), both, [])
        held = list(offices(joined, frame_of))
        yield from [*held, *without_crossing(candidates(joined, frame_of, subject), held)]
    yield from listed(found, spoken, subject, lambda block: _year_of(block, year))
    yield from tabled(found, spoken, subject, lambda block: _year_of(block, year))
    yield from role_columns(found, spoken, subject)
    yield from officers(found, spoken, subject)
    yield from employed(found, spoken)
    yield from meeting_officers(found, spoken, _whose(meeting, actor) if meeting is not None else None)
    yield from partnered(found, spoken, subject, lambda block: _year_of(block, year))
    yield from goal_served(found, spoken)
    yield from of_listed_kinds(found, spoken)
    yield from owned_in_cells(found, spoken)
    yield from matrix(found, spoken, lambda block: _year_of(block, year))
    yield from bracketed(found, spoken, lambda block: _year_of(block, year))
    for joined, both in dated_cells(found, spoken):
        dated = dates(joined.text, _year_of(joined, year))
        yield from candidates(joined, skeleton(joined.text, 0, len(joined.text), both, dated), subject)


def _whose(meeting: Thing, actor: Callable[[str], Thing | None]) -> Thing | None:
    """Whose assembly a meeting is, by its owners or by its name: "the Assembly of the IAF"."""
    if meeting.owners:
        return meeting.owners[0]
    return actor(re.sub(r"^.*?\sof\s(?:the\s)?", "", meeting.label))


def _beyond(read: list[Candidate], more: Iterable[Candidate]) -> list[Candidate]:
    """What is not yet read, accepted or rejected, from the same sentence; each once."""
    known = {
        (id(c.subject), c.relation, c.object if isinstance(c.object, str) else id(c.object))
        for c in read
        if c.objection != ANOTHER_NOUN or c.relation in ("signedOn", "signatoryOf")
    }
    known |= {
        (o, relation, s) for s, relation, o in known if RELATIONS[relation].symmetric and isinstance(o, int)
    }
    found = []
    for candidate in more:
        target = candidate.object if isinstance(candidate.object, str) else id(candidate.object)
        key = (id(candidate.subject), candidate.relation, target)
        if key not in known:
            known.add(key)
            found.append(candidate)
    return found


@lru_cache(maxsize=256)
def _only_year(text: str) -> str | None:
    """The year that a heading names, if it names one only; asked for each block below it."""
    years = {str(found) for found in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def _year_of(block: Block, year: str | None) -> str | None:
    """The year that the heading, or failing that the document, is about."""
    above: Block | None = block.heading
    while above is not None:
        if (only := _only_year(above.text)) is not None:
            return only
        above = above.heading
    return year


def _facts(text: Text, raw: Iterable[Candidate]) -> Extraction:
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
    kept = inherit_dates(_dated_only(_certain(facts)))
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


_DEPARTMENT = re.compile(
    r"\b(?:directorate|department|division|branch|secretariat|laboratory|office)\b", re.IGNORECASE
)
"""What is led and not chaired."""


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
    return None


_UNIT = re.compile(
    r"\b(?:committee|secretariat|group|unit|council|board|subcommittee|panel|division)\b", re.IGNORECASE
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


@cache
def rules_digest() -> str:
    """Digest of the code and the rules that extraction rests on: what was read under the same need not be read again.

    Examples
    --------
    >>> len(rules_digest())
    64
    """
    digest = hashlib.sha256()
    package = Path(__file__).parent
    folders = [package, package.parent / "loading", package.parent / "reading"]
    files = [path for folder in folders for path in folder.rglob("*.py")]
    files += [package.parent / name for name in ("facts.py", "names.py", "schema.py")]
    for name in ("loaders", "ontology"):
        files += [path for path in resource(name).rglob("*") if path.suffix in (".yaml", ".ttl")]
    for path in sorted(files, key=lambda path: (path.parent.name, path.name)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
