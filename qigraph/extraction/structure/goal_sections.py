"""Sections headed by a goal: who is said there to help serves it: "SDG 3: Good health" above "ILAC ensures …"."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["goal_served"]

_SERVERS = {*ACTORS, "Programme", "Instrument", "Topic"}
_HELPS = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:(?:also|directly|actively|can|which|that|is|are|has|have|been|therefore|thereby|thus|its|own"
    r"|members?|work|activities|standards|services|programmes?|projects?|experts?)\s){0,3}"
    r"(?:contribut|support|help|ensur|promot|address|assist|provid|develop|foster|enabl|facilitat|improv|underpin|strengthen"
    r"|advanc|works?\s(?:to|on|for|towards|with)\b|protect|play|offer|coordinat|co-ordinat|deliver|train|encourag|engag|reduc|guarantee|through\b|involv"
    r"|maintain|implement|creat|build)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\W|\d)*(?:(?:[Tt]he|[Oo]ur|[Aa]n?|[Tt]hrough|[Bb]y|[Aa]s|[Ii]n|[Ww]ork|of|activities|standards|using)\s){0,4}|.{3,60},\s(?:the\s)?"
)
_NUMBER_FIRST = re.compile(r"(?:\W|\d+\.)*")


def goal_served(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield who serves the goals that head the sections of a document.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for block in found:
        heading = block.heading if block.row is None else None
        goals = _goals(heading, spoken) if heading is not None else []
        if not goals:
            continue
        for start, stop in block.sentences:
            who = next((m for m in spoken[block] if start <= m.start < stop and m.type in _SERVERS), None)
            if who is None or not _BEFORE.fullmatch(block.text, start, who.start):
                continue
            if not _HELPS.match(block.text, who.stop, stop):
                continue
            reason = objection(block.text[start:stop], block.text[start : who.stop], None, aims=True)
            for thing, goal in ((thing, goal) for thing in who.things for goal in goals):
                where = (block, start, stop, "structure/goal-section", reason)
                yield Candidate(thing, "addressesGoal", goal, None, None, *where)


def _goals(heading: Block, spoken: dict[Block, list[Mention]]) -> list[Thing]:
    """The goals with which a heading begins."""
    if heading.row is not None:
        return []
    first = next((m for m in spoken.get(heading, []) if m.type == "Goal"), None)
    if first is None or not _NUMBER_FIRST.fullmatch(heading.text, 0, first.start):
        return []
    return first.things if any(t.entity and t.entity.id != "goal/all" for t in first.things) else []
