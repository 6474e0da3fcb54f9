"""What lists, tables and answers state by their place: the verb stands in the lead-in or the head."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.joined import labelled, together
from qigraph.extraction.reference.about import About, what_about
from qigraph.extraction.sentence.frames import ListFrame, list_frames
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.structure.antecedents import NOTHING, Antecedent, antecedents
from qigraph.extraction.structure.meeting_head import BYLINE, held
from qigraph.extraction.structure.those_present import (
    also_present,
    headed_by_presence,
    of_presence,
    with_employers,
)
from qigraph.extraction.structure.told_of import begins_in_label, behind_title, opens_with
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated, dates

__all__ = ["listed"]


_YEAR_OF = Callable[[Block], str | None]
_AND = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:and|&)\s(?:the\s)?")
_BY = re.compile(r"\b(?:by|with|from|at)\s(?:the\s)?$")
_OBSERVES = re.compile(
    r"(?:[(\[]|\s[-\u2013]\s|,\s)(?:o|o[- ]member|observ(?:er|ing)(?: (?:member|status|organi[sz]ation))?)[)\]]?\W*$",
    re.IGNORECASE,
)
"""What makes one of a list of members an observer: "Italy (UNI) [o]", "Peru - observer"."""
_SEPARATOR = re.compile(
    r"(?:\s?\([^()]*\))?(?:,?\s(?:and|&)\s|,\s|;\s(?:and\s)?|\s?/\s?|\s[-\u2013]\s)(?:the\s)?"
)
# a field of a profile that was cut as a heading: what stands below is not about its value
_FIELD_BESIDE = re.compile(
    r"(?:[\w-]+\s){0,2}?(?:structure|organs?|affiliations?|relations? with|liaisons?|consultative status|partners?"
    r"|members?|publications?|events?|secretariat|president|chair(?:man|person)?)\s?: \S",
    re.IGNORECASE,
)


def listed(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None, year_of: _YEAR_OF
) -> Iterator[Candidate]:
    """Yield what list items, table cells and answers state."""
    about = what_about(found, spoken, subject)
    if about.event is not None:
        yield from held(found, spoken, about.event, year_of)
    leads = Counter(block.lead for block in found if block.kind == "item")
    people = Counter(block.lead for block in found if block.kind == "item" and _is_of_person(block, spoken))
    earlier = antecedents(found, spoken, [lead for lead in leads if lead is not None])
    led = {lead: _frames_led(lead, earlier) for lead in leads if lead is not None}
    led = also_present(led, people, leads)
    spoken = {**spoken, **{lead: said.mentions for lead, said in earlier.items()}}
    for lead, frames in led.items():
        if not frames and (above := headed_by_presence(lead, found)) is not None:
            led[lead] = of_presence(_frames_led(above))
    for block in found:
        value = block.kind == "item" and leads[block.lead] == 1
        if block.kind == "item" and block.lead is not None:
            peopled = people[block.lead] > 1 and people[block.lead] * 6 > leads[block.lead]
            for frame in led[block.lead]:
                if peopled and "Person" not in frame.slots.get("item", []):
                    continue
                yield from _item(frame, block, block.lead, spoken, _fits(frame, about), year_of, value)
        if block.row is None and ": " not in block.text:
            continue
        for frame in list_frames():
            if (
                frame.question
                and block.row is not None
                and frame.question.search(block.row.label(block.column))
            ):
                yield from _answer(frame, block, spoken, subject)
            if frame.lead and frame.inline and (frame.label or block.kind != "item"):
                yield from _inline(frame, block, spoken, _fits(frame, about), year_of)
    for joined, mentions, named in labelled(found, spoken):
        for frame in list_frames():
            if frame.lead and frame.inline:
                one = named if named is not None and named.type in frame.slots.get("other", []) else None
                yield from _inline(
                    frame, joined, {joined: mentions}, one or _fits(frame, about), year_of, one
                )


def _is_of_person(block: Block, spoken: dict[Block, list[Mention]]) -> bool:
    first = next(iter(spoken[block]), None)
    return first is not None and first.type == "Person" and first.start < 3


_DONE_BY = re.compile(
    r"^(?:\s?\([^()]*\))?\s(?:was|were|is|has been)\s(?:\w+\s){0,2}?(?:established|founded|set up|created|formed"
    r"|launched|constituted|initiated|mandated|tasked)\b[^.;]*?\b(?:by|under|within|of)\b"
)
_LEAD = 80
"""Characters before a colon in which its lead-in says what follows."""


def _frames_led(lead: Block, earlier: Mapping[Block, Antecedent] = NOTHING) -> list[ListFrame]:
    """The frames that the lead-in of a list calls for, read on from the sentence that "these" points back to."""
    said = f"{earlier[lead].text} {_about(lead)}" if lead in earlier else _about(lead)
    return [frame for frame in list_frames() if frame.leads(said)]


def _fits(frame: ListFrame, about: About) -> Thing | None:
    return about.of(frame.slots.get("other", []))


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
    value: bool,
) -> Iterator[Candidate]:
    """What an item says by its lead-in; the only one below a label is its value, and may name several."""
    joined, _, shift = together(block, spoken)
    keyed = _keyed(frame, block, spoken)
    if keyed is not None:
        others, items = keyed
    else:
        items = (
            _valued(frame, block.text, spoken[block])
            if value and frame.label
            else _leading_group(block.text, spoken[block], frame.slots.get("item", []))
        )
        others = _others(frame, lead, spoken, subject)
    items = with_employers(frame, block.text, items, spoken[block])
    dated = dates(block.text, year_of(block))
    yield from _emit(frame, items, others, dated, joined, 0, shift + _stop_of(block, items), subject)


def _keyed(
    frame: ListFrame, block: Block, spoken: dict[Block, list[Mention]]
) -> tuple[list[Thing], list[Mention]] | None:
    """ "Committee on Education: INACAL" in a list of focal points: the item itself says of what."""
    mentions = spoken[block]
    if not mentions or mentions[0].start > 4 or mentions[0].type not in frame.slots.get("other", []):
        return None
    if len(mentions) > 1 and mentions[1].thing is mentions[0].thing:
        return None
    if mentions[0].type in frame.slots.get("item", []) and any(fact[1] == "partOf" for fact in frame.facts):
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
    early = [m for m in fitting if m.start <= 45 and not _BY.search(text[: m.start])]
    fitting = [
        m for i, m in enumerate(early) if not i or _AND.fullmatch(text, early[i - 1].stop, m.start)
    ] + [m for m in fitting if m.start > 45]
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
    beside = lead.kind == "heading" and _FIELD_BESIDE.match(lead.text)
    about = [m for m in _named(lead, spoken, types) if m.start >= begin and not beside]
    above = lead.lead if lead.kind == "item" else lead.heading
    while not about and above is not None:
        about = _named(above, spoken, types) if not _FIELD_BESIDE.match(above.text) else []
        about = about[:1] if above.kind == "paragraph" else about
        above = above.heading
    if about:
        return [about[0 if _acts_first(lead.text, about) else -1].thing]
    return [subject] if subject is not None and subject.type in types else []


def _acts_first(text: str, about: list[Mention]) -> bool:
    """Whether a lead-in tells of its first name what others did: "X was founded by Y and Z with the aims"."""
    return bool(_DONE_BY.search(text[about[0].stop : about[-1].start])) and about[0].stop < about[-1].start


def _named(block: Block, spoken: dict[Block, list[Mention]], types: list[str]) -> list[Mention]:
    """What a lead-in or heading may be about: "INetQI's sisters" is not about INetQI."""
    return [
        m
        for m in spoken.get(block, [])
        if m.type in types and not block.text.startswith(("'s ", "' "), m.stop)
    ]


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
    about: Thing | None = None,
) -> Iterator[Candidate]:
    """ "Members: A, B and C" in one line; what it is about may be settled."""
    types = frame.slots.get("other", [])
    for start, stop in block.sentences:
        colon = block.text.find(": ", start, min(stop, start + 240))
        start, colon = behind_title(block, start, colon, spoken[block])
        near = max(start, colon - _LEAD) if "Topic" in frame.slots.get("item", []) else start
        if colon < 0 or not frame.leads(block.text[near : colon + 1]):
            continue
        after = [m for m in spoken[block] if colon < m.start < stop or begins_in_label(m, colon)]
        items = with_employers(frame, block.text, _valued(frame, block.text, after), after)
        here = [m.thing for m in spoken[block] if start <= m.start < colon and m.type in types]
        if "Event" in types and not here:
            here = [m.thing for m in spoken[block] if m.stop <= start and m.type == "Event"][-1:]
        if not here and start and not {"Event"}.issuperset(types):
            here = opens_with(block, spoken[block], types)
        if len(here) > 1 and any(relation == "memberOf" for _, relation, _ in frame.facts):
            here = [_beside_cue(frame, block, start, colon, spoken[block], types)]
        others = [about] if about is not None else here or _labelled_of(frame, block, spoken, subject)
        if frame.label and about is None and not here:
            others = [o for o in others if all(m.thing is not o for m in spoken[block] if m.start > colon)]
        dated = dates(block.text[colon + 2 : stop], year_of(block)) or dates(block.text[start:colon])
        if dated and BYLINE.match(block.text, colon + 2 + dated[0].stop):
            continue
        single = len(items) <= 1 or frame.label
        yield from _emit(frame, items, others, dated if single else [], block, start, stop, subject)


def _beside_cue(
    frame: ListFrame, block: Block, start: int, stop: int, mentions: list[Mention], types: list[str]
) -> Thing:
    """Of several names in a lead-in the one that stands next to "members"."""
    cue = frame.lead.search(block.text, start, stop) if frame.lead else None
    at = cue.start() if cue else stop
    here = [m for m in mentions if start <= m.start < stop and m.type in types]
    return min(here, key=lambda m: min(abs(m.stop - at), abs(m.start - at))).thing


def _labelled_of(
    frame: ListFrame, block: Block, spoken: dict[Block, list[Mention]], subject: Thing | None
) -> list[Thing]:
    """What a label is about: the lead-in of its list, where that names it, else its heading."""
    types = frame.slots.get("other", [])
    lead = block.lead if block.kind == "item" else None
    if lead is not None and _named(lead, spoken, types):
        return _others(frame, lead, spoken, subject)
    return _others(frame, block.heading or block, spoken, subject)


def _valued(frame: ListFrame, text: str, mentions: list[Mention]) -> list[Mention]:
    """The names that a label's value gives: not those behind a person or in brackets behind another name."""
    fitting = [m for m in mentions if m.type in frame.slots.get("item", []) and m.by_name]
    if not frame.label:
        return fitting
    people = [m for m in fitting if m.type == "Person"]
    if people:
        return people
    if mentions and mentions[0].type == "Person" and any(fact[1] == "secretariatOf" for fact in frame.facts):
        return []
    kept: list[Mention] = []
    for mention in fitting:
        before = text[: mention.start]
        if kept and before.count("(", kept[0].stop) > before.count(")", kept[0].stop):
            continue
        if not re.search(
            r"\b(?:of|in|at|by|from|under|via|through)\s(?:the\s|its\s|their\s)?$", before[-12:]
        ):
            kept.append(mention)
    return kept


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
    if frame.ends:
        since, until = None, until or since
    observes = bool(_OBSERVES.search(block.text[start:stop]))
    for left, relation, right in frame.facts:
        relation = "observerAt" if observes and relation == "memberOf" else relation
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
