"""Reference: things without a name, "a workshop" and "the memorandum": new ones, or what was spoken of before."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.reference.antecedents import antecedent, meeting_meant
from qigraph.extraction.reference.apposed import apposed_name, described, short_of
from qigraph.extraction.reference.bare_agreements import bare_agreements
from qigraph.extraction.reference.forums import GATHERINGS, is_gathering
from qigraph.extraction.reference.head_nouns import bears
from qigraph.extraction.reference.spoken import Spoken, free
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["add_nameless", "met"]

_MET = cued(
    r"\b(?:met|gathered|assembled)\b(?=\s(?:in|at|on)\s)"
    r"|\bmet\b(?=\swith\s[^.;]{3,140}?\s(?:in|on|at)\s(?:[A-Z]|\d))"
)
_PART = re.compile(r"(?:opening|closing|inaugural|welcome|award)\s|panel|gala|reception", re.IGNORECASE)
"""What is held as part of another event."""
_AS_A = re.compile(r"\bas\s(?:a|an)\s$", re.IGNORECASE)
_APPROVED = re.compile(
    r"\s(?:between|with|among)\s[^.;:]{3,200}?\s(?:was|were|has\sbeen)\s(?:\w+ly\s)?(?:approved|adopted)\b"
)
"""What makes of a draft the thing itself."""
_OWNING = (
    "Committee",
    "Board",
    "Council",
    "Group",
    "Bureau",
    "Institute",
    "Agency",
    "Centre",
    "Commission",
    "Party",
)
"""Whose meeting one without a name may be: "the Committee's 2022 meeting"."""
_COUNTED = re.compile(r"(?:[a-z]+\s){0,2}\d{1,3}\s")
"""So many that none of them is told: "nearly 30 cooperation agreements"."""


@cache
def _noun() -> Cued:
    events = sorted(
        (
            h
            for h, kind in lexicon().heads.items()
            if kind == "Event" and h not in ("day", "week", "days", "weeks")
        ),
        key=len,
        reverse=True,
    )
    events += GATHERINGS
    agreements = sorted(
        (h for h, kind in lexicon().heads.items() if kind == "Agreement"), key=len, reverse=True
    )
    owner = "|".join(rf"(?<={body})['\u2019]s" for body in _OWNING)
    return cued(
        rf"\b(?P<det>{owner}|a|an|the|its|their|this|another|second|third|first|annual|joint|one|"
rf"renews?|renewed|signs?|signed|new)\s(?P<noun>(?:[\w-]+\s){{0,4}}?"
        rf"(?P<head>{'|'.join(map(re.escape, [*agreements, *events]))}))\b"
        rf"(?:\s\((?P<short>[A-Z][A-Za-z]{{1,6}})\))?(?!-)(?!\s(?:room|"
rf"venue|programme|minutes|agenda|workshop|course|seminar)s?\b)(?<!in the event)"
rf"(?!(?<=training)\s(?:measures?|materials?|needs|activit\w+|wrap|cent\w+|offers?|opportunit\w+|modules?)\b)",
        re.IGNORECASE,
    )  # fmt: skip


def met(spoken: Spoken, start: int, stop: int, found: list[Mention]) -> Iterator[Mention]:
    """Yield the meeting that "they met in Paris" speaks of, where the sentence names no event.

    Parameters
    ----------
    spoken : Spoken
        With the block; the meeting is added to its things.
    start, stop : int
        The sentence.
    found : list of Mention
        Of the block so far.
    """
    for match in _MET.finditer(spoken.text, start, stop):
        if any(m.type == "Event" and start <= m.start < stop for m in found):
            continue
        thing = Thing("Event", "meeting", own=False)
        spoken.things.all.append(thing)
        yield Mention(match.start(), match.end(), [thing], "Event", False)


def add_nameless(spoken: Spoken, start: int, stop: int, found: list[Mention], added: list[Mention]) -> None:
    """Add the things without a name of a sentence to what is added; a topic that is but a part of one is taken out.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    start, stop : int
        The sentence.
    found : list of Mention
        Of the block so far.
    added : list of Mention
        Of the sentence.
    """
    text = spoken.text
    at = start
    while nameless := _noun().search(text, at, stop):
        inside = [m for m in found if m.type == "Topic" and _inside(m, nameless)]
        others = [m for m in found + added if m not in inside]
        alone = free(nameless.start("noun"), nameless.end(), others)
        mention = _thing_of(spoken, nameless, others) if alone else None
        if mention:
            found[:] = [m for m in found if m not in inside]
            added.append(mention)
        at = nameless.end() if mention else nameless.start() + 1
    for bare in bare_agreements(text, start, stop):
        inside = [
            m for m in found if m.type == "Topic" and bare.start("noun") <= m.start and m.stop <= bare.end()
        ]
        others = [m for m in found + added if m not in inside]
        alone = free(bare.start("noun"), bare.end(), others)
        if alone and (mention := _thing_of(spoken, bare, others)) is not None:
            found[:] = [m for m in found if m not in inside]
            added.append(mention)


def _thing_of(spoken: Spoken, match: re.Match[str], found: list[Mention]) -> Mention | None:
    """ "A workshop" is a new thing; "the workshop" is the last one, or new if there was none."""
    head = match.group("head").lower()
    kind = lexicon().heads[head]
    noun = match.group("noun")
    if head == "occasion" and match.string.startswith(" of", match.end()):
        return None
    if head in GATHERINGS:
        if not is_gathering(match):
            return None
        kind = "Event"
    other = re.match(
        r"(?:second|third|fourth|fifth|sixth|additional|further|other|separate|next|previous|following|upcoming|forthcoming|coming)\b",
        noun,
    )
    determiner = (match.group("det") or "").lower()
    definite = determiner in ("the", "this", "its", "their", "these", "those", "both") and not other
    if kind == "Event" and head.endswith("s") and head in lexicon().heads and head[:-1] in lexicon().heads:
        return None
    if _APPROVED.match(match.string, match.end()):
        noun = noun.removeprefix("draft ")
    before = match.string[max(0, match.start() - 12) : match.start()]
    if re.search(r"\b(?:planned|proposed|possible|future|envisaged|draft|potential)\b", noun) or re.search(
        r"\bdraft\s(?:of\s)?$", before, re.IGNORECASE
    ):
        return None
    if re.search(
        r"\b(?:the|a|an|its|their|opened|closed|attended|signed|hosted|joined|said|"
        r"chair|held|of|and|or|was|is|were|are|to|in|for|which|that|by|from|with|at|on|"
        r"has|have|had|also|as)\b",
        noun[: -len(head)],
    ):
        return None
    if kind == "Agreement" and head.endswith("s") and _COUNTED.match(noun):
        return None
    if any(map(str.isdigit, noun)):
        named = spoken.things.named(noun, kind)
        return Mention(match.start("noun"), match.end(), [named], named.type, True)
    told = kind == "Agreement" and match.string.startswith(" between ", match.end())
    if (whole := short_of(match, kind, found)) is not None:
        whole.call(noun)
        return Mention(match.start("noun"), match.end(), [whole], kind, False)
    if (meant := apposed_name(match, kind, found)) is not None:
        meant.call(noun)
        return Mention(match.start("noun"), match.end("noun"), [meant], kind, False)
    if determiner in ("a", "an") and (said := described(match, found)) is not None:
        if said.type != kind:
            return None
        return Mention(match.start("noun"), match.end("noun"), [said], kind, False)
    if kind == "Event" and _AS_A.search(match.string, 0, match.start("noun")):
        return None
    if definite and not told:
        thing = antecedent(spoken, kind, head, match.start(), found)
        possessed = determiner in ("its", "their")
        if thing is not None and (not possessed or bears(thing, head)):
            thing.call(noun)
            return Mention(match.start("noun"), match.end(), [thing], thing.type, False)
    thing = Thing(kind, noun, own=False)
    if kind == "Event" and _PART.match(noun):
        events = [m for m in spoken.earlier(match.start(), found) if m.type == "Event"]
        thing.within = meeting_meant(spoken, "event", events, [])
    thing.call(
        head.capitalize() if head != noun else head,
        *([match.group("short")] if match.group("short") else []),
    )
    if kind == "Agreement" and "memorandum of understanding" in head:
        thing.call("Memorandum of Understanding", "MoU")
    spoken.things.all.append(thing)
    whose = next((m for m in found if m.type in ACTORS and 0 < m.start - match.end() < 9), None)
    if whose is not None and re.fullmatch(r"\sof\s(?:the\s)?", match.string[match.end() : whose.start]):
        thing.call(f"{noun}{match.string[match.end() : whose.stop]}")
    return Mention(match.start("noun"), match.end(), [thing], kind, False)


def _inside(mention: Mention, nameless: re.Match[str]) -> bool:
    """Whether a topic is but part of what an event is called: "an accreditation seminar"."""
    head = nameless.group("head")
    stop = nameless.end("head") if " " in head else nameless.start("head")
    return (
        nameless.start("noun") <= mention.start
        and mention.stop <= stop
        and lexicon().heads.get(head.lower()) in ("Event", "Agreement")
    )
