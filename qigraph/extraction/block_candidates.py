"""What the blocks of a document say: the candidates of its sentences, lists, tables and cards."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from qigraph.extraction.block_years import year_of
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.joined import bylines, dated_cells, together
from qigraph.extraction.layout.line_kinds import is_field
from qigraph.extraction.layout.sentences import windows
from qigraph.extraction.reference.about import what_about
from qigraph.extraction.reference.running import Running
from qigraph.extraction.reference.subject import focus
from qigraph.extraction.sentence.appointments import appointments
from qigraph.extraction.sentence.decisions import decided_agreements
from qigraph.extraction.sentence.fronted_work import fronted_work
from qigraph.extraction.sentence.funding import Funding
from qigraph.extraction.sentence.joint_deeds import joint_deeds
from qigraph.extraction.sentence.loose import loose_candidates
from qigraph.extraction.sentence.matching import ANOTHER_NOUN, Candidate, candidates
from qigraph.extraction.sentence.offices import offices, without_crossing
from qigraph.extraction.sentence.pacts import Pacts
from qigraph.extraction.sentence.papers import paper_candidates, spoken_before
from qigraph.extraction.sentence.purposes import is_purpose, purposed
from qigraph.extraction.sentence.roles import role_candidates
from qigraph.extraction.sentence.signing import signed_by
from qigraph.extraction.sentence.skeleton import skeleton
from qigraph.extraction.sentence.topic_kinds import of_kinds, of_listed_kinds
from qigraph.extraction.sentence.twins import twins
from qigraph.extraction.sentence.within import stands_in_title
from qigraph.extraction.sentence.working import working
from qigraph.extraction.structure.answers import answered
from qigraph.extraction.structure.attendance import Attendance
from qigraph.extraction.structure.cards import employed
from qigraph.extraction.structure.goal_sections import goal_served
from qigraph.extraction.structure.meeting_officers import meeting_officers
from qigraph.extraction.structure.numbered_issues import came_out
from qigraph.extraction.structure.officers import officers
from qigraph.extraction.structure.owner_cells import owned_in_cells
from qigraph.extraction.structure.role_cells import bracketed, matrix, role_columns
from qigraph.extraction.structure.sections import partnered
from qigraph.extraction.structure.structure import listed
from qigraph.extraction.structure.tables import tabled
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dateline import NewsDates, RecentYear
from qigraph.extraction.time.dates import dates
from qigraph.extraction.time.titled import without_titles
from qigraph.schema import RELATIONS

__all__ = ["block_candidates"]

_BEGINS_DATED = re.compile(r"(?:On|In|Since|From)\s(?:\w+\s){0,2}?(?:\d{1,2}\s|(?:19|20)\d\d)")


def block_candidates(
    found: list[Block],
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year: str | None,
    written: str | None,
    meeting: Thing | None,
    actor: Callable[[str], Thing | None],
) -> Iterator[Candidate]:
    """Yield what the sentences of each block say, then what lists, tables and cards say by their structure.

    Parameters
    ----------
    found : list of Block
        The blocks of the document, in order.
    spoken : dict of Block to list of Mention
        Whom and what each block speaks of, by name or otherwise.
    subject : Thing or None
        What the document is about.
    year : str or None
        The year of the document.
    written : str or None
        The date that it was written on.
    meeting : Thing or None
        The meeting that it is about.
    actor : callable
        Gives the organisation of a name, if one is known.
    """
    whole = subject
    attendance = Attendance(meeting)
    funding = Funding(what_about(found, spoken, subject), chain.from_iterable(spoken.values()))
    recent = RecentYear()
    news = NewsDates(written)
    pacts = Pacts()
    about = focus(found, spoken, subject)
    running = Running(what_about(found, spoken, subject))
    electing = (_whose(meeting, actor) if meeting is not None else None) or subject
    for block in found:
        mentions = spoken[block]
        headed = running.headed(block.heading, spoken) if is_purpose(block.heading) else None
        subject = about[block]
        dated = news.of(block, dates(block.text, recent.of(block, year_of(block, year))))
        dated = without_titles(block, dated, mentions)
        for start, stop in block.sentences:
            for left, right in windows(start, stop, mentions):
                frame_of = skeleton(block.text, left, right, mentions, dated)
                held = list(offices(block, frame_of))
                read = [*held, *without_crossing(candidates(block, frame_of, subject), held)]
                read += without_crossing(_beyond(read, role_candidates(block, frame_of, subject)), held)
                if decided := list(decided_agreements(block, frame_of)):
                    read = [*decided, *_beyond(decided, read)]
                read = [
                    c
                    for c in read
                    if c.relation != "participatedIn"
                    or c.subject.type == "Person"
                    or not stands_in_title(frame_of, c.subject)
                ]
                read += paper_candidates(block, frame_of, spoken_before(mentions, left), read)
                yield from read
                yield from _beyond(
                    read, without_crossing(appointments(block, frame_of, electing), held, elected=True)
                )
                if not is_field(block.text[left:right]):
                    yield from loose_candidates(block, frame_of, subject, read)
                yield from attendance.read(block, frame_of, read)
                yield from _beyond(read, funding.read(block, frame_of))
                yield from signed_by(block, frame_of, held)
                yield from _beyond(read, pacts.read(block, frame_of, subject))
                yield from _beyond(read, twins(block, frame_of))
                yield from working(block, frame_of)
                now = running.of(block, left, frame_of.mentions(0, len(frame_of.text)))
                yield from purposed(block, frame_of, now, headed if block.kind == "paragraph" else None)
                yield from of_kinds(block, frame_of)
                yield from joint_deeds(block, frame_of)
                yield from fronted_work(block, frame_of)
                yield from came_out(block, frame_of, actor)
        if block.kind == "item" and block.lead is not None and _goes_on(block, block.lead):
            joined, both, lead_length = together(block, spoken)
            frame_of = skeleton(
                joined.text, 0, len(joined.text), both, dates(joined.text, year_of(block, year))
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
    yield from listed(found, spoken, subject, lambda block: year_of(block, year))
    yield from tabled(found, spoken, subject, lambda block: year_of(block, year))
    yield from role_columns(found, spoken, subject)
    yield from officers(found, spoken, subject)
    yield from employed(found, spoken)
    yield from answered(found, spoken, subject)
    yield from meeting_officers(found, spoken, _whose(meeting, actor) if meeting is not None else None)
    yield from partnered(found, spoken, subject, lambda block: year_of(block, year))
    yield from goal_served(found, spoken)
    yield from of_listed_kinds(found, spoken)
    yield from owned_in_cells(found, spoken)
    yield from matrix(found, spoken, lambda block: year_of(block, year))
    yield from bracketed(found, spoken, lambda block: year_of(block, year))
    for joined, both in dated_cells(found, spoken):
        dated = dates(joined.text, year_of(joined, year))
        yield from candidates(joined, skeleton(joined.text, 0, len(joined.text), both, dated), subject)


def _goes_on(item: Block, lead: Block) -> bool:
    """Whether an item goes on with the sentence of its lead-in: not one that a date begins below a heading."""
    if lead.text.endswith((".", "!")):
        return False
    return lead.kind != "heading" or _BEGINS_DATED.match(item.text) is None


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
