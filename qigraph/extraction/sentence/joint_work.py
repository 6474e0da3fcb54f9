"""What partners work on together: "their co-operation in the field of metrology", "a partnership on accreditation"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["worked_on_together"]

_JOINT = re.compile(
    r"\b(?:co-?operation|collaboration|partnership|alliance|relationship|co-?operat(?:es?|ed|ing)"
    r"|collaborat(?:es?|ed|ing)|work(?:s|ed|ing)? (?:closely )?together|links|ties"
    r"|joint (?:work|research|activities|programme|project))\b"
    r"(?:\s(?:with|between)\s[^.;:]{2,160}?)?\s"
    r"(?:(?:in|within) the (?:\w+\s)?(?:fields?|areas?|spheres?|domains?) of|on|in)\s"
    r"(?:(?:the|matters of|issues of|questions of|all|international|scientific and|industrial and)\s){0,3}$"
)
_LIST = re.compile(r"(?:\s\([^()]*\))?(?:,\s|,?\s(?:and|as well as|&)\s)(?:the\s)?")
_REACH = 240
_MOST = 4


def worked_on_together(raw: Iterable[Candidate], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what those work on who are said to work together on it.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of a document.
    spoken : dict of Block to list of Mention
        The mentions of each block.
    """
    partners: dict[tuple[int, int, int], dict[int, tuple[Thing, Candidate]]] = {}
    for candidate in raw:
        other = candidate.object
        if (
            candidate.relation != "cooperatesWith"
            or candidate.objection is not None
            or not isinstance(other, Thing)
        ):
            continue
        where = (id(candidate.block), candidate.start, candidate.stop)
        for thing in (candidate.subject, other):
            if thing.type in ACTORS:
                partners.setdefault(where, {}).setdefault(id(thing), (thing, candidate))
    placed: dict[int, tuple[list[int], list[Mention]]] = {}
    for (_, start, stop), several in partners.items():
        if len(several) > _MOST:
            continue
        block = next(iter(several.values()))[1].block
        if id(block) not in placed:
            topics = sorted((m for m in spoken.get(block, []) if m.type == "Topic"), key=lambda m: m.start)
            placed[id(block)] = ([m.start for m in topics], topics)
        begins, topics = placed[id(block)]
        inside = topics[bisect_left(begins, start) : bisect_left(begins, stop)]
        for topic in _topics(block.text, start, inside):
            for thing, candidate in several.values():
                yield replace(
                    candidate, subject=thing, relation="worksOn", object=topic, since=None, until=None,
                    rule="cooperation/topic",
                )  # fmt: skip


def _topics(text: str, start: int, mentions: list[Mention]) -> list[Thing]:
    """The topics of a sentence that stand behind a noun or verb of joint work, and those in one list with them."""
    found: list[Thing] = []
    end = -1
    for topic in mentions:
        listed = end >= 0 and _LIST.fullmatch(text, end, topic.start)
        if listed or _JOINT.search(text[max(start, topic.start - _REACH) : topic.start]):
            found.append(topic.thing)
            end = topic.stop
        else:
            end = -1
    return found
