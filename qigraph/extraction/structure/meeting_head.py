"""When and where a meeting was, by the head of its report: "Held on …, in …", and the title with place and date."""

import re
from collections.abc import Callable, Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.line_kinds import is_place_and_date
from qigraph.extraction.names.places import is_place_name
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.structure.announcements import posted
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import dates
from qigraph.schema import ACTORS

__all__ = ["BYLINE", "held"]

BYLINE = re.compile(
    r"\W*(?:source|author|views?|hits|posted|published|category|editor|written)\b", re.IGNORECASE
)
"""What stands behind the date on which a piece of news came out."""
_TITLE = 3
_HEAD = 8
"""How many blocks belong to the head of a document."""
_HELD = re.compile(
    r"(?:held|dates?(?!\s(?:19|20)\d\d-)|when|venue|place|location|took place)\b", re.IGNORECASE
)
_YEAR_OF = Callable[[Block], str | None]


def held(
    found: list[Block], spoken: dict[Block, list[Mention]], event: Thing, year_of: _YEAR_OF
) -> Iterator[Candidate]:
    """Yield when and where the meeting of a report was, as "Held on …, in …" and "Venue: …" at its head say.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    event : Thing
        The meeting.
    year_of : callable
        The year that a block is about.
    """
    yield from _titled(found, spoken, event, year_of)
    for block in found[:_HEAD]:
        others = any(m.type == "Event" and m.by_name and m.thing is not event for m in spoken[block])
        if others and block.kind == "heading" and block is not found[0]:
            break
        for start, stop in block.sentences:
            if not _HELD.match(block.text, start):
                continue
            where = (block, start, stop, "structure/held")
            for dated in dates(block.text[start:stop], year_of(block))[:1]:
                if BYLINE.match(block.text, start + dated.stop):
                    break
                yield Candidate(event, "heldOn", dated.since, None, dated.until, *where)
            for mention in spoken[block]:
                if mention.type == "Place" and start <= mention.start < stop:
                    yield Candidate(event, "heldIn", mention.thing, None, None, *where)


def _titled(
    found: list[Block], spoken: dict[Block, list[Mention]], event: Thing, year_of: _YEAR_OF
) -> Iterator[Candidate]:
    """ "Report on the 7th Assembly, Cotonou, 3-5 April 2019": the title, or the line below it, says when and where."""
    for at, block in enumerate(found[:_TITLE]):
        named = next((m for m in spoken[block] if m.thing is event and m.by_name), None)
        if named is None or block.row is not None or block.kind not in ("heading", "paragraph"):
            continue
        if objection(block.text[: named.stop], "", None):
            continue
        yield from _whose(block, named, spoken[block])
        below = found[at + 1] if at + 1 < len(found) else None
        tail = re.sub(r"^\W*(?:\([^()]*\))?\W*", "", block.text[named.stop :])
        offset = len(block.text) - len(tail)
        second = found[at + 2] if below and at + 2 < len(found) and _is_venue(below.text) else None
        for there, start in ((block, offset), (below, 0), (second, 0)):
            if there is None or not is_place_and_date(there.text[start:].strip(" .)(")):
                continue
            dated = dates(there.text[start:], year_of(there))
            where = (there, 0, len(there.text), "structure/title")
            if dated and there is below and posted(below, dated[0], found):
                return
            if dated:
                yield Candidate(event, "heldOn", dated[0].since, None, dated[0].until, *where)
            name = there.text[start : start + dated[0].start].strip(" ,.;(") if dated else ""
            places = [m.thing for m in spoken[there] if m.type == "Place" and m.start >= start]
            if not places and ":" not in name and is_place_name(name):
                places = [Thing("Place", name.split(",")[0])]
            if there is second and below is not None and not places:
                places = [Thing("Place", below.text.strip())]
            for place in places[:1]:
                yield Candidate(event, "heldIn", place, None, None, *where)
            return


def _whose(block: Block, meeting: Mention, mentions: list[Mention]) -> Iterator[Candidate]:
    """ "Lakes Commission \u2013 Meeting on scales": who stands before a dash holds the meeting behind it."""
    before = [m for m in mentions if m.stop < meeting.start and m.type in ACTORS]
    dash = before and re.fullmatch(
        r"(?:\s?\([^()]*\))?(?:\s[-\u2013\u2014]\s|:\s)", block.text[before[-1].stop : meeting.start]
    )
    if dash and before[-1].start == 0 and not meeting.thing.owners:
        where = (block, 0, meeting.stop, "structure/title")
        yield Candidate(before[-1].thing, "organised", meeting.thing, None, None, *where)


_VENUE = re.compile(
    r"(?:[A-Z][\w'\u2019&-]*,?\s(?:(?:of|de|the|and)\s)?){1,7}(?:Hall|Hotel|Centre|Center|Palace|House|Building|Resort|Campus"
    r"|University|Headquarters)\b[\w\s,]{0,40}"
)


def _is_venue(line: str) -> bool:
    """Whether a line of a title page says in which building a meeting was held."""
    return bool(_VENUE.fullmatch(line.strip()))
