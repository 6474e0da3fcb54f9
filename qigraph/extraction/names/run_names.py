"""Names that nobody registered: runs of capitalised words, and whose they are by the known names in them."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.event_names import is_plain_meeting, without_meeting
from qigraph.extraction.names.event_names import ordinal as ordinal_of
from qigraph.extraction.names.headlines import without_verbs
from qigraph.extraction.names.name_bounds import segments, strip_name, with_list
from qigraph.extraction.names.name_runs import name_runs
from qigraph.extraction.names.organ_names import owned_by_possessive
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.names.plain_runs import ORDINAL, REPORT_OF, plain_run
from qigraph.extraction.names.run_ends import before_meeting, behind_country, goes_on_small
from qigraph.extraction.names.run_owners import owned_behind, owned_by_last, owned_in_front
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["run_names"]

_COUNTING = re.compile(
    r"(?:(?:\d{1,3}(?:st|nd|rd|th)|(?:Twenty|Thirty|Forty|Fifty)-\w+|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth"
    r"|Ninth|Tenth|[XVI]+|Annual|Biennial|General|Regional|International|Inaugural|\d{4})\s)+"
)
"""What stands in front of the owner of an event that is one of many: "24th APMP General Assembly"."""
_HYPHENED = re.compile(r"-[a-z]+\s")
"""What a hyphen joins to a known name: "UNIDO-led"."""


def run_names(names: Names, block: Block, known: list[Mention], firm: list[Mention]) -> list[Mention]:
    """Mentions by runs of capitalised words with a head noun.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    known : list of Mention
        Known names in the block: a run is owned by those in it, or cut at them.
    firm : list of Mention
        All that is settled in the block: a run ends where persons, titles and numbers begin.
    """
    text = block.text
    found: list[Mention] = []
    pieces = (piece for run in name_runs(text) for piece in without_verbs(text, *run))
    for run_start, run_stop in pieces:
        for start, stop in _uncovered(text, run_start, run_stop, known, firm):
            report = REPORT_OF.match(text, start, stop)
            if goes_on_small(text, start, stop):
                continue
            start = without_meeting(text, report.end() if report else start, stop)
            start = behind_country(text, start, stop)
            stop = before_meeting(text, start, stop)
            inside = [m for m in known if m.start < stop and start < m.stop]
            ordinal = ORDINAL.search(text, max(0, start - 10), start)
            kind = lexicon().head_type(text[start:stop]) if ordinal else None
            if ordinal and kind and kind[0] == "Event":
                start = ordinal.start()
            if not inside:
                found += plain_run(names, block, start, stop)
                continue
            if inside[-1].stop < stop:
                stop = with_list(text, start, stop)
            for left, right in segments(text, start, stop, [(m.start, m.stop) for m in inside]):
                within = [m for m in inside if m.start < right and left < m.stop]
                found += (
                    _with_known(names, block, left, right, within)
                    if within
                    else plain_run(names, block, left, right)
                )
    owned_by_possessive(names, block, found, known)
    return found


def _uncovered(
    text: str, start: int, stop: int, known: list[Mention], firm: list[Mention]
) -> list[tuple[int, int]]:
    """The run without the persons, titles and numbers that it runs over."""
    covered = [m for m in firm if m.start < stop and start < m.stop and m not in known]
    if not covered:
        return [(start, stop)]
    begins = [start, *(m.stop for m in covered)]
    ends = [*(m.start for m in covered), stop]
    pieces = [strip_name(text, a, b) for a, b in zip(begins, ends, strict=True) if b - a > 3]
    return [(a, b) for a, b in pieces if b - a > 3]


def _with_known(names: Names, block: Block, start: int, stop: int, inside: list[Mention]) -> list[Mention]:
    """A run with known names in it: owned by those it begins or ends with, or cut at them."""
    text = block.text
    if report := REPORT_OF.match(text, start, stop):
        start = report.end()
    if text.startswith("Joint ", start) and inside[0].start == start + len("Joint "):
        start = inside[0].start
    owned = owned_in_front(names, block, start, stop, inside) or owned_behind(
        names, block, start, stop, inside
    )
    if owned:
        return [owned]
    whole = lexicon().head_type(text[start:stop])
    within = len(inside) == 1 and start < inside[0].start and inside[0].stop < stop
    gathered = within and text[start:stop].endswith(("Assembly", "Meeting", "Plenary", "Session"))
    if gathered and is_plain_meeting(f"{text[start : inside[0].start]}{text[inside[0].stop + 1 : stop]}"):
        return []
    numbered = within and any(map(ordinal_of, text[start : inside[0].start].split()))
    if numbered and is_plain_meeting(text[inside[0].stop + 1 : stop]):
        return []
    if within and whole and whole[0] == "Event":
        event = plain_run(names, block, start, stop)
        told = len(event) == 1 and event[0].type == "Event" and inside[0].type in ACTORS
        if told and _COUNTING.fullmatch(text, start, inside[0].start) and text[inside[0].stop] == " ":
            names.own(block, start, stop, event[0].thing, [inside[0].thing])
        return event
    found: list[Mention] = []
    begins = [start, *(m.stop for m in inside)]
    ends = [*(m.start for m in inside), stop]
    for begin, end in zip(begins, ends, strict=True):
        joined = owned_by_last(names, block, begin, end, inside)
        if joined:
            found.append(joined)
            continue
        begin += 3 if text.startswith("'s ", begin) else 0
        joined_word = _HYPHENED.match(text, begin, max(begin, end))
        begin = joined_word.end() if joined_word else begin
        left, right = strip_name(text, begin, max(begin, end))
        if right - left > 3:
            found += plain_run(names, block, left, right)
    return found
