"""Announcements: a title over a line that begins with a date states an event, and when and where it takes place."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.joined import shifted
from qigraph.extraction.layout.line_kinds import is_place_and_date
from qigraph.extraction.layout.spans import join
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.owned_names import Ownership
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.extraction.time.dates import Dated, dates
from qigraph.schema import ACTORS

__all__ = ["announce", "announced", "posted"]

_YEAR_OF = Callable[[Block], str | None]
_TOP = 6
"""Blocks at the beginning of a page that may hold its title and its date."""
_RUNNING = 120
"""Characters of a block that runs on rather than names something."""
_DAY = 10
"""Characters of a date with its day."""
_PLACED = re.compile(r"[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,2},\s(?:[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,2},\s)?")
_POSTED = re.compile(
    r"\W*(?:posted|published|updated|released|written|added|submitted)(?:\s(?:on|by|in))?\W*", re.IGNORECASE
)
"""Before the date on which a page came out."""
_STARTS_DATED = re.compile(r"^(?:\W|from\s|on\s|held\s)*", re.IGNORECASE)


def announce(
    found: list[Block],
    named: dict[Block, list[Mention]],
    things: Things,
    ownerships: list[Ownership],
    year_of: _YEAR_OF,
) -> "list[tuple[Thing, Block, int, int, Dated]]":
    """Find announcements, a title over a line that begins with a date, and make the titles mentions of events.

    Returns
    -------
    list of (Thing, Block, int, int, Dated)
        Event, block that holds title and date, offsets of both in it, and the date.
    """
    announcements: list[tuple[Thing, Block, int, int, Dated]] = []
    if not found:
        return announcements
    for block, following in zip(found, [*found[1:], None], strict=True):
        if block.kind in ("item", "paragraph") and block.breaks and len(block.text) < 260:
            title_end = block.breaks[0] - 1
            dated = [
                d for d in dates(block.text, year_of(block)) if d.start > title_end and _opens_line(block, d)
            ]
            second = block.text[title_end : block.breaks[1] if len(block.breaks) > 1 else len(block.text)]
            if not dated and is_place_and_date(second.strip(" .")):
                dated = [d for d in dates(block.text, year_of(block)) if d.start > title_end]
            if dated and not dates(block.text[:title_end]):
                event = _title_event(block, title_end, named, things, ownerships)
                if event:
                    announcements.append((event, block, 0, len(block.text), dated[0]))
        elif (
            (block.kind == "heading" or _labels(block, following))
            and following is not None
            and following.kind in ("heading", "paragraph")
            and len(following.text) < 120
        ):
            opening = _STARTS_DATED.match(following.text)
            dated = [d for d in dates(following.text, year_of(block)) if opening and d.start <= opening.end()]
            persons = any(m.type == "Person" for m in named[following])
            timeline = _DATED.match(block.text) is not None
            if (
                dated
                and not (persons or timeline)
                and len(block.text.split()) > 2
                and not posted(following, dated[0], found)
            ):
                event = _title_event(block, len(block.text), named, things, ownerships)
                if event:
                    whole = Block("heading", join(block.span, following.span), heading=block.heading)
                    announcements.append((event, whole, 0, len(whole.text), dated[0]))
                    named[whole] = shifted(named[following], len(block.text) + 1)
    return announcements


def _labels(block: Block, following: Block | None) -> bool:
    """Whether a short line with a colon stands over a line that is but a date."""
    if block.kind != "paragraph" or not block.text.endswith(":") or len(block.text) > _RUNNING + 60:
        return False
    told = dates(following.text) if following is not None else []
    return (
        following is not None and len(told) == 1 and len(following.text) - (told[0].stop - told[0].start) < 4
    )


def posted(line: Block, dated: Dated, found: list[Block]) -> bool:
    """Whether a line is the date of the page: a single day and nothing else, below its title and above running text."""
    if _POSTED.fullmatch(line.text[: dated.start]):
        return True
    alone = not line.text[dated.stop :].strip(" .") and not line.text[: dated.start].strip(" .")
    placed = not line.text[dated.stop :].strip(" .") and _PLACED.fullmatch(line.text[: dated.start])
    if not (alone or placed) or dated.until is not None or any(block is line for block in found[_TOP:]):
        return False
    at = next(i for i, block in enumerate(found) if block is line)
    running = [block for block in found[at + 1 : at + 3] if len(block.text) > _RUNNING]
    if alone:
        return bool(running)
    told = [d.since for block in running for d in dates(block.text, dated.since[:4]) if len(d.since) == _DAY]
    return bool(told) and dated.since not in told


_DATED = re.compile(r"\W*(?:19|20)\d\d\b")
"""A line of a timeline: the one below it has a date of its own."""


def _opens_line(block: Block, dated: Dated) -> bool:
    return any(start <= dated.start <= start + 8 for start in block.breaks)


_REPORT = re.compile(
    r"(?:(?:final|short|brief|draft|full|approved|unconfirmed|confirmed|revised|summary|provisional)\s)*"
    r"(?:report|minutes|summary|record|proceedings|agenda|programme|revision|update|amendment|draft)\s(?:of|on|for|to)\b",
    re.IGNORECASE,
)


_ASKS = re.compile(
    r"\?\W*$|,\s(?:Ph\.?\s?D|M\.?D|Ed\.?D|M\.?Sc|MBA|Eng)\b"
    r"|(?<!to)\s(?:agrees?|signs?|joins?|launch(?:es)?|renews?|hosts?|celebrates?|announces?|welcomes?|visits?|strengthens?)"
    r"\s(?:to|an?|the|their|its|new|on|with)\b"
)
"""A question, and the name of somebody with a degree: no titles of events."""


_VENUE = re.compile(r"\b(?:Hall|Hotel|Centre|Center|Palace|House|Building|Room|Auditorium|Campus|Resort)$")
"""Where something takes place, and no event."""


def _title_event(
    block: Block,
    title_end: int,
    named: dict[Block, list[Mention]],
    things: Things,
    ownerships: list[Ownership],
) -> Thing | None:
    title = block.text[:title_end].strip(" .:*")
    if _REPORT.match(title) or _tells(title) or _ASKS.search(title) or _VENUE.search(title):
        return None
    if (
        ". " in title
        or len(title.split()) > 18
        or re.search(r"\b(?:on|in|the|of|and|at|by|to|was|were|is)$|[;,]$", title)
    ):
        return None
    inside = [m for m in named[block] if m.stop <= title_end + 1]
    events = [m for m in inside if m.type == "Event" and m.by_name]
    if events and events[0].stop - events[0].start > 0.7 * len(title):
        return events[0].thing
    if len(title.split()) < 2 or (
        inside and inside[0].start == 0 and inside[0].stop >= len(title) and inside[0].type in ACTORS
    ):
        return None
    if inside and inside[0].type == "Instrument" and inside[0].start == 0:
        return None
    if any(m.type == "Person" for m in inside) or _names_no_event(title):
        return None
    event = things.find(title) or things.add(Thing("Event", title))
    if event.type != "Event":
        return None
    owners: list[Thing] = []
    at = 0
    for mention in inside:
        if mention.type in ACTORS and re.fullmatch(r"\s?[-\u2013/]?\s?", block.text[at : mention.start]):
            owners.append(mention.thing)
            at = mention.stop
    if owners:
        ownerships.append(Ownership(block, 0, title_end, event, tuple(owners)))
    named[block] = [Mention(0, title_end, [event], "Event")] + [
        m for m in named[block] if m.start >= title_end
    ]
    return event


_OF_NEWS = re.compile(
    r"\b(?:update|newsletter|bulletin|(?:press|news) release|statement|status|circular|annual report|signatories)\b",
    re.IGNORECASE,
)
"""What a page with news is called, and no event."""


def _names_no_event(title: str) -> bool:
    """Whether the title ends in what is no event: "… Agreement and the TBT Committee"."""
    if _OF_NEWS.search(title):
        return True
    head = lexicon().heads.get(title.rsplit(" ", 1)[-1].lower())
    return head in ("Organisation", "Body", "Agreement")


def _tells(title: str) -> bool:
    """Whether the title is a headline that tells what somebody does: "Minister visits the BIML"."""
    return _headline_verb().search(title) is not None


@cache
def _headline_verb() -> re.Pattern[str]:
    verbs = alternatives(verb.lower() for verb in lexicon().headline_verbs if verb.endswith("s"))
    return re.compile(rf"\w\s(?:{verbs})\s")


def announced(
    announcements: "list[tuple[Thing, Block, int, int, Dated]]", named: dict[Block, list[Mention]]
) -> Iterator[Candidate]:
    """Yield when and where announced events take place."""
    for event, block, start, stop, dated in announcements:
        yield Candidate(
            event, "heldOn", dated.since, None, dated.until, block, start, stop, "structure/announcement"
        )
        for mention in named.get(block, []):
            at_venue = mention.type in ACTORS and re.search(r"\bat\s(?:the\s)?$", block.text[: mention.start])
            if mention.type == "Place" or at_venue:
                place = mention.thing.as_place() if at_venue else mention.thing
                yield Candidate(
                    event, "heldIn", place, None, None, block, start, stop, "structure/announcement"
                )
