"""Entries of a diary, an agenda or a list of courses: what took place, when and where, in one line without a verb."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.owned_names import Ownership
from qigraph.extraction.names.places import is_place_name
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.extraction.time.dates import Dated, dates
from qigraph.schema import ACTORS

__all__ = ["Entry", "diary", "hosted"]

_LONGEST = 700
_LONGEST_TITLE = 18
_EVENTS = re.compile(
    r"\b(?:events?|courses?|meetings?|workshops?|seminars?|webinars?|trainings?|calendar|diary|agenda|conferences|schedule|"
    r"upcoming|coming up|what'?s on|assemblies|sessions|symposia|colloquia|dates for)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:cancel\w*|postponed|tbc|to be confirmed|if\b|whether|tentative\w*|proposed|not (?:yet )?(?:held|fixed)|"
    r"deadline|published|adopted|signed|founded|established|joined|born|died|last (?:updated|edited|modified))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|may|can|took|takes?|met|meets?|signed|signs?|joined|"
    r"became|becomes?|held|hosted|hosts|organi[sz]ed|launched|launches|agreed|said|says|attended|welcomed|that|which|who|by|at|during|after|before|following|"
    r"from|as|marks?|marked|sees|saw|organi[sz]es|participates|celebrates?|celebrated|attends|holds|welcomes|elects?|elected|announces|concludes|information|contains|its|their|we|our|it|they)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will)\b")
"""What makes of a title with a date behind it a sentence."""
_GAP = re.compile(r"^[\s.,:;()\[\]\u2013\u2014-]*(?:held\s|on\s|from\s|the\s)*$", re.IGNORECASE)
_TITLE_ENDS = re.compile(
    r"[.;:](?:\s|$)|\s[\u2013\u2014-]\s|\s?\(|,\s(?=(?:given|host|organi[sz]ed|held|run|taught|led|chaired|with|by|in|"
    r"at|jointly|together|online|virtual|conducted|delivered|funded|sponsored|supported|attended)\b|[A-Z\u00c0-\u00de])"
    r"|\s(?=(?:given|hosted|organi[sz]ed|held|run|taught|led by|chaired|conducted|delivered|funded|sponsored|"
    r"supported|attended|by)\b|with (?:the |a )?(?:representatives?|participation|delegat\w+|experts|officials)\b)",
    re.IGNORECASE,
)
_SPANS = frozenset(["day", "days", "week", "weeks"])
_TITLE_WORDS = frozenset(
    ["First", "Second", "Third", "Two", "Three", "Joint", "New", "Last", "Another", "Experts"]
)
_AFTER_DATE = re.compile(
    r"\s*(?:$|[.;:)\]\u2013\u2014(-]|,?\s*(?:(?:co-)?hosted|(?:co-)?organi[sz]ed|given|held|run|taught|led|by|with|funded|"
    r"financed|sponsored|supported|attended|in|at|online|virtual\w*|chaired|conducted|delivered)\b|,\s*[A-Z\u00c0-\u00de])"
)
_BEFORE_DATE = re.compile(r"[\s,.:;(\[\u2013\u2014-]*(?:\b(?:held|on|from|of|in)\s*)*$", re.IGNORECASE)
_PLACE_BREAK = re.compile(r"[.,:;(\u2013\u2014]\s?|\s-\s|\s(?:in|at)\s(?:the\s)?")
_WITH = re.compile(r"\b(?:with|for|between|about)\b")
_OWNER = re.compile(r"\sof\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the event, the block, and its date."""

    event: Thing
    block: Block
    dated: Dated


def diary(
    found: list[Block],
    named: dict[Block, list[Mention]],
    things: Things,
    ownerships: list[Ownership],
    year_of: Callable[[Block], str | None],
) -> list[Entry]:
    """Find the entries of a document, and make their titles and places mentions.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name; it is changed.
    things : Things
        Of the document; it grows.
    ownerships : list of Ownership
        Whose events these are, as far as their titles say; it grows.
    year_of : callable
        The year that a block is about.
    """
    entries = []
    for block in found:
        if (
            block.kind not in ("item", "paragraph", "heading")
            or block.row is not None
            or len(block.text) > _LONGEST
        ):
            continue
        first = _date_in_front(block, year_of(block))
        parts = first and (_dated_first(block, first) or _titled_first(block, first))
        if first is None or not parts:
            continue
        (start, stop), place = parts
        event = _event(block, start, stop, named, things, listed=_lists_events(block))
        if event is None:
            continue
        _own(block, start, stop, event, named[block], ownerships)
        _mention(block, start, stop, event, place, named, things)
        entries.append(Entry(event, block, first))
    return entries


def _date_in_front(block: Block, year: str | None) -> Dated | None:
    """The date that the entry begins with, or that follows its title."""
    if _OPEN.search(block.text, 0, 300):
        return None
    head = [dated for dated in dates(block.text[:300], year) if dated.start < 200]
    return head[0] if head and len(head[0].since) > 4 else None


def _dated_first(block: Block, dated: Dated) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """ "12-16 October 2020, Freetown. Course on …": bounds of the title and of the place."""
    text = block.text
    before = text[: dated.start].strip(" ,.:(\u2013-")
    if before and not is_place_name(before):
        return None
    place = (text.index(before), text.index(before) + len(before)) if before else None
    at = dated.stop + len(text[dated.stop :]) - len(text[dated.stop :].lstrip(" ,.:;)\u2013\u2014-"))
    if not before:
        end = _PLACE_BREAK.search(text, at)
        name = text[at : end.start()] if end else ""
        if end and is_place_name(name):
            place, at = (at, end.start()), end.end()
            country = _PLACE_BREAK.search(text, at)
            if country and text[at : country.start()].strip(" ,)") in lexicon().countries:
                at = country.end()
    if at == dated.stop or at >= len(text):
        return None
    at += len(text[at:]) - len(text[at:].lstrip(" ,.:;)\u2013\u2014-"))
    end = _TITLE_ENDS.search(text, at)
    return ((at, end.start() if end else len(text)), place)


def _titled_first(block: Block, dated: Dated) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """ "Mass and balances. Phnom Penh, 18-22 June 2018": bounds of the title and of the place."""
    text = block.text
    if not _AFTER_DATE.match(text, dated.stop):
        return None
    gap = _BEFORE_DATE.search(text, 0, dated.start)
    stop = gap.start() if gap else dated.start
    place = None
    pieces = [0, *(match.end() for match in _PLACE_BREAK.finditer(text, 0, stop))]
    for at in reversed(pieces[1:]):
        name = text[at:stop].strip(" ,.()")
        if name in lexicon().countries and at != pieces[1:][0]:
            continue
        if not is_place_name(name.split(",")[0].split(" (")[0]) or len(name.split(",")) > 2:
            break
        place = (at, at + len(name.split(",")[0].split(" (")[0]))
        stop = at
        break
    stop = len(text[:stop].rstrip(" ,.:;(\u2013\u2014-"))
    for word in (" in", " at", " held"):
        stop -= len(word) if text[:stop].endswith(word) else 0
    return ((0, stop), place) if stop > 3 else None


def _lists_events(block: Block) -> bool:
    above = [b.text for b in (block.lead, block.heading) if b is not None]
    return block.kind != "heading" and any(len(text.split()) < 12 and _EVENTS.search(text) for text in above)


_OFFERS = re.compile(
    r"\s(?:offer(?:s|ed)|agree(?:s|d)|decide(?:s|d)|plan(?:s|ned)|propose(?:s|d)|invite(?:s|d)|wish(?:es|ed)|hope(?:s|d))"
    r"\s(?:\w+\s){0,3}to\s[a-z]"
)
"""A sentence, for all that a date stands behind it: "KEBS offered to host the assembly in May"."""


def _event(
    block: Block, start: int, stop: int, named: dict[Block, list[Mention]], things: Things, *, listed: bool
) -> Thing | None:
    """The event that the title names; a new one where the title is one by its head noun or by its list."""
    title = block.text[start:stop].strip("\"' ")
    inside = [m for m in named[block] if start <= m.start and m.stop <= stop]
    events = [
        m
        for m in inside
        if m.type == "Event" and m.by_name and m.start < start + 12 and (m.stop - m.start) * 2 > stop - start
    ]
    if events:
        return None if _FINITE.search(block.text, events[0].stop, stop) else events[0].thing
    words = title.split()
    if (
        not 2 <= len(words) <= _LONGEST_TITLE
        or _SAYS.search(title)
        or _OFFERS.search(title)
        or re.search(r"[.?!]\s|,\sand\s|\w\s\"", title)
        or words[0] in lexicon().sentence_words - _TITLE_WORDS
    ):
        return None
    if any(m.type in ("Person", "Agreement", "Publication", "Instrument") for m in inside):
        return None
    if any(m.stop - m.start > 0.8 * len(title) for m in inside):
        return None
    kind = _head(title)
    if kind != "Event" and not (listed and kind is None and title[0].isupper()):
        return None
    name = re.sub(rf"^(?:the|a|an)\s|:\s(?:\w+\s){{0,3}}(?:{_nouns()})$", "", title, flags=re.IGNORECASE)
    thing = things.find(name) or things.add(Thing("Event", name))
    return thing if thing.type == "Event" else None


def _head(title: str) -> str | None:
    """The type of a title: that of its head noun, in small letters as well."""
    before = re.split(r"\s(?:on|for|of|to|about|in|with)\s|[:(]", title)[0]
    other = lexicon().head_type(before)
    if other and other[0] != "Event":
        return other[0]
    if re.search(rf"\b(?:{_nouns()})$", before.lower()) or re.search(rf"\b(?:{_nouns()})$", title.lower()):
        return "Event"
    kind = lexicon().head_type(title)
    return kind[0] if kind else None


@cache
def _nouns() -> str:
    return alternatives(
        [noun for noun, type in lexicon().heads.items() if type == "Event" and noun not in _SPANS]
    )


def _mention(
    block: Block,
    start: int,
    stop: int,
    event: Thing,
    place: tuple[int, int] | None,
    named: dict[Block, list[Mention]],
    things: Things,
) -> None:
    kept = [m for m in named[block] if m.stop <= start or stop <= m.start]
    kept.append(Mention(start, stop, [event], "Event"))
    if place is not None and not any(m.start < place[1] and place[0] < m.stop for m in kept):
        name = block.text[place[0] : place[1]]
        where = things.find(name) or things.add(Thing("Place", name))
        if where.type == "Place":
            kept.append(Mention(place[0], place[1], [where], "Place"))
    named[block] = sorted(kept, key=lambda m: m.start)


def _own(
    block: Block, start: int, stop: int, event: Thing, actors: list[Mention], ownerships: list[Ownership]
) -> None:
    """ "Plenary of the IAF", "IAF plenary": whose meeting it is."""
    inside = [m for m in actors if m.type in ACTORS and start <= m.start and m.stop <= stop]
    front = inside[:1] if inside and inside[0].start <= start + 4 else []
    last = inside[-1:] if inside and not _WITH.search(block.text, start, inside[-1].start) else []
    behind = [m for m in last if m.stop == stop and _OWNER.search(block.text, start, m.start)]
    if owners := tuple(m.thing for m in front or behind):
        ownerships.append(Ownership(block, start, stop, event, owners))


_CUES = {
    "organised": re.compile(
        r"(?:\b(?:hosted|organi[sz]ed|convened|run|arranged|held|given|conducted|delivered|offered|led|prepared|put on)"
        r"(?: (?:jointly|together|online))? by|\bat the invitation of|\b(?:webinar|course|workshop|meeting|session|"
        r"training) (?:.{0,30} )?by|^\W*by)\s(?:the\s|its\s)?$",
        re.IGNORECASE,
    ),
    "sponsored": re.compile(
        r"\b(?:(?:funded|financed|sponsored|supported|paid for|co-funded|met) by|with (?:a )?(?:the )?(?:financial )?"
        r"(?:support|grants?|money|funds|funding|help) (?:of|from|by)|(?:grant|money|funds|funding) (?:of|from))"
        r"\s(?:the\s)?$",
        re.IGNORECASE,
    ),
    "participatedIn": re.compile(
        r"\b(?:(?:taught|attended|lectures|talks|speeches) by|with (?:speakers|trainers|experts|lecturers|delegates|"
        r"participants) (?:of|from)|trainers? from|speakers? from|experts? (?:of|from))\s(?:the\s)?$",
        re.IGNORECASE,
    ),
}
_AND = re.compile(r"(?:\s?\([^()]*\))?(?:,|\sand|,\sand|\s&)\s(?:the\s|its\s)?")


def hosted(entries: list[Entry], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield when and where the events of entries take place, and who holds, pays and attends them.

    Parameters
    ----------
    entries : list of Entry
        As :func:`diary` found them.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for entry in entries:
        block, event = entry.block, entry.event
        where = (block, 0, len(block.text), "structure/diary")
        yield Candidate(event, "heldOn", entry.dated.since, None, entry.dated.until, *where)
        places = [m.thing for m in spoken[block] if m.type == "Place"]
        for place in places[:1]:
            yield Candidate(event, "heldIn", place, None, None, *where)
        relation, last = None, 0
        for mention in (m for m in spoken[block] if m.type in (*ACTORS, "Person") and m.by_name):
            before = block.text[max(0, mention.start - 80) : mention.start]
            cued = next((name for name, cue in _CUES.items() if cue.search(before)), None)
            if cued is None and not (relation and _AND.fullmatch(block.text, last, mention.start)):
                relation = None
                continue
            relation, last = cued or relation, mention.stop
            assert relation is not None
            yield Candidate(mention.thing, relation, event, None, None, *where)
