"""The whole way from a text to its facts: blocks, mentions, references, frames, structure, schema."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from qigraph.extraction.admission import admitted
from qigraph.extraction.block_candidates import block_candidates
from qigraph.extraction.block_years import year_of
from qigraph.extraction.digest import rules_digest
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.cutting import blocks
from qigraph.extraction.names.agreement_phrases import with_parties
from qigraph.extraction.names.country_tails import with_country
from qigraph.extraction.names.event_owners import organised
from qigraph.extraction.names.event_phrases import EventPhrases
from qigraph.extraction.names.gatherings import gather
from qigraph.extraction.names.imprint import imprinted
from qigraph.extraction.names.mentions import Mentions
from qigraph.extraction.names.neighbour_owners import join_owners
from qigraph.extraction.names.persons import may_be_alone
from qigraph.extraction.names.places import place_mentions
from qigraph.extraction.names.report_titles import reported
from qigraph.extraction.names.states import with_states
from qigraph.extraction.names.subject_organs import organs_of_subject
from qigraph.extraction.names.surnames import with_surnames
from qigraph.extraction.outcome import Dropped, Extraction
from qigraph.extraction.own_bodies import bodies_of_it, own_bodies
from qigraph.extraction.ownership import owned, topical
from qigraph.extraction.reference.about import entitle
from qigraph.extraction.reference.discourse import Discourse
from qigraph.extraction.reference.headed import entitle_sections
from qigraph.extraction.reference.second_thoughts import complete
from qigraph.extraction.reference.subject import document_subject, document_year, focus
from qigraph.extraction.sentence.agreement_topics import agreed_topics
from qigraph.extraction.sentence.hyphened import hyphened
from qigraph.extraction.sentence.joint_deeds import joint_things
from qigraph.extraction.sentence.joint_work import worked_on_together
from qigraph.extraction.sentence.partnership_topics import partnership_topics
from qigraph.extraction.sentence.working import implied
from qigraph.extraction.structure.announcements import announce, announced
from qigraph.extraction.structure.diary import diary, hosted
from qigraph.extraction.structure.practices import practised
from qigraph.extraction.things import Mention, Things
from qigraph.extraction.time.dateline import written_on
from qigraph.extraction.time.years_of_events import named_by_year
from qigraph.reading.text import Text

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Dropped", "Extraction", "extract", "rules_digest"]


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
    announcements = announce(found, named, things, finder.ownerships, lambda block: year_of(block, year))
    told = {id(block) for _, block, *_ in announcements}
    entries = diary(
        [b for b in found if id(b) not in told], named, things, finder.ownerships, lambda b: year_of(b, year)
    )
    meetings = EventPhrases(things, subject)
    discourse = Discourse(things, subject, meetings)
    spoken = {
        block: discourse.read(block.text, meetings.read(block, mentions)) for block, mentions in named.items()
    }
    spoken = with_states(found, spoken)
    raw = list(block_candidates(found, spoken, subject, year, written, meetings.about, finder.actor))
    raw += announced(announcements, spoken)
    raw += hosted(entries, spoken)
    raw += owned(finder.ownerships)
    raw += organised(meetings.owners)
    raw += topical(named, things, subject)
    raw += own_bodies(named)
    raw += [found_ for block in found for found_ in hyphened(block, spoken[block])]
    raw += bodies_of_it(spoken)
    raw += joint_things(spoken)
    raw += organs_of_subject(spoken, focus(found, spoken, subject))
    raw += imprinted(found, named, things)
    raw += practised(found, spoken, things)
    raw += named_by_year(spoken, raw)
    raw += [*agreed_topics(raw, spoken), *worked_on_together(raw, spoken), *partnership_topics(raw, spoken)]
    raw += list(implied(raw))
    return admitted(text, complete(raw, spoken, meetings.about))


def _named(finder: Mentions, things: Things, block: Block, after: Block | None = None) -> list[Mention]:
    mentions = finder.find(block, alone=may_be_alone(block, after))
    for place in place_mentions(block.text, things):
        if all(place.stop <= m.start or m.stop <= place.start for m in mentions):
            mentions.append(place)
    return with_country(block.text, sorted(mentions, key=lambda m: m.start))
