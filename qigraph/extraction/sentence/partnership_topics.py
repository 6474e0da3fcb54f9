"""What a partnership is for, its partners work on: "Their alliance seeks to make testing easier"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["partnership_topics"]

_NOUN = r"(?:partnership|co-?operation|collaboration|alliance)"
_FOR = re.compile(
    rf"(?:[Tt]he\s(?:main\s|overall\s)?(?:aims?|purpose|objectives?|goals?|scope|focus)\sof\s(?:the|this|their|our)\s(?:[a-z-]+\s)?{_NOUN}"
    r"(?:\sbetween\s[^.;:]{2,80}?)?\s(?:is|are|was|includes?|encompasses|covers?)\b"
    rf"|(?:The|This|Their|Our)\s(?:[a-z-]+\s)?{_NOUN}(?:\sbetween\s[^.;:]{{2,80}}?)?\s(?:will\s)?"
    r"(?:also\s|mainly\s)?(?:aims?|seeks?|covers?|focus(?:es)?|concerns?|encompass(?:es)?|includes?|strengthens?|promotes?)\b)"
    r"(?P<rest>[^.;:]{0,140})"
)
_GOES_ON = re.compile(r"[^.;:]{0,100}")
_OTHERS = re.compile(
    r"\b(?:which|that|who|whose|where|while|members? of|committees?|bodies|not|no|without|may|might|could|would)\b"
)
_MOST = 4


def partnership_topics(raw: Iterable[Candidate], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what partners work on by what is said that their partnership is for.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of a document.
    spoken : dict of Block to list of Mention
        The mentions of each block, in order.
    """
    pairs: dict[int, list[Candidate]] = {}
    for candidate in raw:
        accepted = candidate.relation == "cooperatesWith" and candidate.objection is None
        if accepted and isinstance(candidate.object, Thing):
            pairs.setdefault(id(candidate.block), []).append(candidate)
    last: list[Candidate] = []
    for block, mentions in spoken.items():
        here = sorted(pairs.get(id(block), []), key=lambda c: c.start)
        for start, stop in block.sentences:
            told = _FOR.match(block.text, start, stop)
            before = [c for c in here if c.start < start] or last
            if told is not None and before:
                yield from _work(
                    block, told, stop, mentions, [c for c in before if c.start == before[-1].start]
                )
        last = here or last


def _work(
    block: Block, told: re.Match[str], stop: int, mentions: list[Mention], pairs: list[Candidate]
) -> Iterator[Candidate]:
    partners = {
        id(thing): (thing, c)
        for c in pairs
        for thing in (c.subject, c.object)
        if isinstance(thing, Thing) and thing.type in ACTORS
    }
    if not 1 < len(partners) <= _MOST:
        return
    ordered = sorted((m for m in mentions if m.type == "Topic"), key=lambda m: m.start)
    first = bisect_left([m.start for m in ordered], told.start("rest"))
    at = told.start("rest")
    for topic in ordered[first:]:
        gap = block.text[at : topic.start]
        if topic.start >= stop or not _GOES_ON.fullmatch(gap) or _OTHERS.search(gap):
            return
        at = topic.stop
        for thing, candidate in partners.values():
            yield replace(
                candidate, subject=thing, relation="worksOn", object=topic.thing, since=None, until=None, block=block,
                start=told.start(), stop=stop, rule="cooperation/purpose",
            )  # fmt: skip
