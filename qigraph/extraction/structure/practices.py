"""Templates that describe a practice: who is said to have designed it contributed to it."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.extraction.time.dates import dates
from qigraph.schema import ACTORS

__all__ = ["practised"]

_NAME = re.compile(
    r"(?:(?:name|title)\s(?:of\s)?(?:the\s)?)?(?:good\s|best\s)?(?:practice|initiative)(?:\s(?:name"
    r"|title))?\W*$",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"\bwho\s(?:has\s|have\s)?(?:designed|developed|drafted|wrote|prepared|created|contributed"
    r"|was involved in the)\b"
    r"|^(?:contributors|contributions|(?:designed|developed|drafted|prepared) by|(?:main "
    r"|key )?contributing (?:bodies|organi[sz]ations))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:chaired|led|headed|convened|funded|hosted)\sby\s(?:the\s)?$|\b(?:member|part|chair)\sof\s(?:the\s)?$"
)
_BEGAN = re.compile(
    r"\b(?:year|when|since when|date)\b.*\b(?:introduc\w+|start\w*"
    r"|launch\w*|began|begun|adopt\w+|implement\w+|creat\w+|initiat\w+)\b"
    r"|^(?:\W|\d)*(?:introduced|launched|started|in place since|start(?:ing)? (?:date|year))\b",
    re.IGNORECASE,
)
_LONGEST_DATE = 4
_IN = 6
"""Characters of "Since " before a date."""
_LONGEST_NAME = 25


def practised(found: list[Block], spoken: dict[Block, list[Mention]], things: Things) -> Iterator[Candidate]:
    """Yield who contributed to the practice that a template describes.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    things : Things
        Of the document; the practice becomes one of them.
    """
    answers = [(block, block.row.label(block.column)) for block in found if block.row is not None]
    named = next((block for block, label in answers if _NAME.match(label)), None)
    if named is None or not 1 < len(named.text.split()) <= _LONGEST_NAME:
        return
    practice = _practice(found, named, things)
    yield from _introduced(answers, practice)
    for block, label in answers:
        if not _MAKERS.search(label) or label == block.text:
            continue
        for mention in spoken[block]:
            if mention.type not in ACTORS or _ASIDE.search(block.text[: mention.start]):
                continue
            start, stop = next(
                ((a, z) for a, z in block.sentences if a <= mention.start < z), (0, len(block.text))
            )
            reason = objection(block.text[start:stop], "", None)
            for thing in mention.things:
                where = (block, start, stop, "structure/practice", reason)
                yield Candidate(thing, "contributedTo", practice, None, None, *where)


def _introduced(answers: list[tuple[Block, str]], practice: Thing) -> Iterator[Candidate]:
    """ "In what year was the practice introduced?": an answer that is a year and nothing more."""
    for block, label in answers:
        dated = dates(block.text) if _BEGAN.search(label) and len(block.text.split()) <= _LONGEST_DATE else []
        if len(dated) == 1 and dated[0].stop - dated[0].start >= len(block.text.strip(" .")) - _IN:
            where = (block, 0, len(block.text), "structure/practice")
            yield Candidate(practice, "established", dated[0].since, None, None, *where)


def _practice(found: list[Block], named: Block, things: Things) -> Thing:
    name = named.text.strip(" .")
    known = things.find(name)
    practice = (
        known if known is not None and known.type == "Programme" else Thing("Programme", name, own=False)
    )
    practice.call("practice")
    for block in found[:4]:
        if block.kind == "heading" and block.row is None and len(block.text.split()) > 2:
            practice.call(block.text.strip(" ."))
    return practice
