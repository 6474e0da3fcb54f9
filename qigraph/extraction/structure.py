"""What lists, tables and answers state by their place: the verb stands in the lead-in or the head."""

import re
from collections.abc import Callable, Iterator

from qigraph.extraction.blocks import Block
from qigraph.extraction.dates import Dated, dates
from qigraph.extraction.frames import ListFrame, list_frames
from qigraph.extraction.joined import labelled, together
from qigraph.extraction.matching import Candidate
from qigraph.extraction.things import Mention, Thing

__all__ = ["listed"]

_HEAD = 8
"""How many blocks belong to the head of a document."""

_YEAR_OF = Callable[[Block], str | None]
_SEPARATOR = re.compile(
    r"(?:\s?\([^()]*\))?(?:,?\s(?:and|&)\s|,\s|;\s(?:and\s)?|\s?/\s?|\s[-\u2013]\s)(?:the\s)?"
)


def listed(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None, year_of: _YEAR_OF
) -> Iterator[Candidate]:
    """Yield what list items, table cells and answers state."""
    event = _main_event(found, spoken)
    if event is not None:
        yield from _held(found, spoken, event, year_of)
    for block in found:
        for frame in list_frames():
            if (
                block.kind == "item"
                and block.lead is not None
                and frame.lead
                and frame.lead.search(_about(block.lead))
            ):
                yield from _item(
                    frame, block, block.lead, spoken, event if _of_event(frame) else subject, year_of
                )
            if (
                frame.question
                and block.row is not None
                and frame.question.search(block.row.label(block.column))
            ):
                yield from _answer(frame, block, spoken, subject)
            if frame.lead and frame.inline and block.kind != "item":
                about = event if _of_event(frame) else subject
                yield from _inline(frame, block, spoken, about, year_of)
    for joined, mentions, about in labelled(found, spoken, subject):
        for frame in list_frames():
            if frame.lead and frame.inline:
                yield from _inline(frame, joined, {**spoken, joined: mentions}, about, year_of)


def _main_event(found: list[Block], spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The event that the document's first blocks name: the meeting that a report is of."""
    for block in found[:_HEAD]:
        for mention in spoken[block]:
            if mention.type == "Event" and mention.by_name:
                return mention.thing
    return None


_HELD = re.compile(r"(?:held|dates?|when|venue|place|location|took place)\b", re.IGNORECASE)


def _held(
    found: list[Block], spoken: dict[Block, list[Mention]], event: Thing, year_of: _YEAR_OF
) -> Iterator[Candidate]:
    """ "Held on …, in …" and "Venue: …" at the head of a report say when and where its meeting was."""
    for block in found[:_HEAD]:
        for start, stop in block.sentences:
            if not _HELD.match(block.text, start):
                continue
            where = (block, start, stop, "structure/held")
            for dated in dates(block.text[start:stop], year_of(block))[:1]:
                yield Candidate(event, "heldOn", dated.since, None, dated.until, *where)
            for mention in spoken[block]:
                if mention.type == "Place" and start <= mention.start < stop:
                    yield Candidate(event, "heldIn", mention.thing, None, None, *where)


def _of_event(frame: ListFrame) -> bool:
    return frame.slots.get("other") == ["Event"]


def _about(lead: Block) -> str:
    """The last sentence of a lead-in."""
    bounds = lead.sentences
    return lead.text[bounds[-1][0] :] if bounds else lead.text


def _item(
    frame: ListFrame,
    block: Block,
    lead: Block,
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year_of: _YEAR_OF,
) -> Iterator[Candidate]:
    joined, _, shift = together(block, spoken)
    keyed = _keyed(frame, block, spoken)
    if keyed is not None:
        others, items = keyed
    else:
        items = _leading_group(block.text, spoken[block], frame.slots.get("item", []))
        others = _others(frame, lead, spoken, subject)
    dated = dates(block.text, year_of(block))
    yield from _emit(frame, items, others, dated, joined, 0, shift + _stop_of(block, items), subject)


def _keyed(
    frame: ListFrame, block: Block, spoken: dict[Block, list[Mention]]
) -> tuple[list[Thing], list[Mention]] | None:
    """ "Committee on Education: INACAL" in a list of focal points: the item itself says of what."""
    mentions = spoken[block]
    if not mentions or mentions[0].start > 4 or mentions[0].type not in frame.slots.get("other", []):
        return None
    colon = re.match(r"(?:\s?\([^()]*\))?\s?(?::|\u2013|\u2014|-)\s", block.text[mentions[0].stop :])
    if not colon:
        return None
    after = [
        m
        for m in mentions
        if m.start >= mentions[0].stop + colon.end() and m.type in frame.slots.get("item", [])
    ]
    return [mentions[0].thing], after


def _stop_of(block: Block, items: list[Mention]) -> int:
    return len(block.text) if not items or len(block.text) < 160 else max(m.stop for m in items)


def _leading_group(text: str, mentions: list[Mention], types: list[str]) -> list[Mention]:
    """The first mention that fits, if the item begins with it, and those co-ordinated with it."""
    fitting = [m for m in mentions if m.type in types and m.by_name]
    if "Topic" in types:
        return fitting
    fitting = [
        m
        for m in fitting
        if m.start <= 45 and not re.search(r"\b(?:by|with|from|at)\s(?:the\s)?$", text[: m.start])
    ][:1] + [m for m in fitting if m.start > 45]
    group: list[Mention] = []
    for mention in fitting:
        if not group:
            if mention.start <= 45:
                group.append(mention)
        elif _SEPARATOR.fullmatch(text[group[-1].stop : mention.start]):
            group.append(mention)
        else:
            break
    if (
        len(group) > 1
        and re.search(r"[-\u2013(]", text[group[0].stop : group[1].start])
        and group[1].thing is not group[0].thing
    ):
        return group[:1]
    return group


def _others(
    frame: ListFrame, lead: Block, spoken: dict[Block, list[Mention]], subject: Thing | None
) -> list[Thing]:
    types = frame.slots.get("other", [])
    if not types:
        return []
    begin = lead.sentences[-1][0] if lead.text else 0
    about = [m for m in spoken.get(lead, []) if m.type in types and m.start >= begin]
    above = lead.heading
    while not about and above is not None:
        about = [m for m in spoken.get(above, []) if m.type in types]
        above = above.heading
    if about:
        return [about[-1].thing]
    return [subject] if subject is not None and subject.type in types else []


def _answer(
    frame: ListFrame, block: Block, spoken: dict[Block, list[Mention]], subject: Thing | None
) -> Iterator[Candidate]:
    items = [m for m in spoken[block] if m.type in frame.slots.get("item", [])]
    others = [subject] if subject is not None and subject.type in frame.slots.get("other", []) else []
    for start, stop in block.sentences:
        here = [m for m in items if start <= m.start < stop]
        yield from _emit(frame, here, others, [], block, start, stop, subject)


def _inline(
    frame: ListFrame,
    block: Block,
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year_of: _YEAR_OF,
) -> Iterator[Candidate]:
    """ "Members: A, B and C" in one line."""
    for start, stop in block.sentences:
        colon = block.text.find(": ", start, min(stop, start + 240))
        if colon < 0 or frame.lead is None or not frame.lead.search(block.text[start : colon + 1]):
            continue
        items = [
            m
            for m in spoken[block]
            if m.type in frame.slots.get("item", []) and colon < m.start < stop and m.by_name
        ]
        here = [
            m.thing
            for m in spoken[block]
            if start <= m.start < colon and m.type in frame.slots.get("other", [])
        ]
        others = here or _others(frame, block.heading or block, spoken, subject)
        dated = dates(block.text[colon:stop], year_of(block))
        yield from _emit(frame, items, others, dated if len(items) == 1 else [], block, start, stop, subject)


def _emit(
    frame: ListFrame, items: list[Mention], others: list[Thing], dated: list[Dated],
    block: Block, start: int, stop: int, subject: Thing | None,
) -> Iterator[Candidate]:  # fmt: skip
    filled: dict[str, list[Thing]] = {
        "item": [thing for m in items for thing in m.things],
        "other": others,
        "self": [subject] if subject is not None else [],
    }
    since, until = (dated[0].since, dated[0].until) if dated and frame.date != "none" else (None, None)
    if dated and re.search(
        r"(?:until|left|withdr|ended|up to)\W{0,8}(?:in\s)?$",
        block.text[start:stop].split(dated[0].since[:4])[0][-24:],
    ):
        since, until = None, since
    for left, relation, right in frame.facts:
        for one in filled.get(left, []):
            targets: list[Thing | str] = (
                ([dated[0].since] if dated else []) if right == "date" else list(filled.get(right, []))
            )
            for other in targets:
                if one is not other:
                    literal = isinstance(other, str)
                    yield Candidate(
                        one, relation, other, None if literal else since, until, block, start, stop, frame.name
                    )  # fmt: skip
