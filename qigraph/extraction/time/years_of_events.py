"""Events that are called by their year: "the 2012 General Assembly", "ISO's 2013 course", "the June 2019 plenary"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import dates

__all__ = ["named_by_year"]

_RULE = "time/named-by-year"
_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s(?:of\s)?|/))?"
)
_WHOSE = r"(?:the|its|our|their|this|that|\w['\u2019]s?)"
_BEFORE = re.compile(rf"\b{_WHOSE}\s(?P<date>{_MONTH}(?:{_YEAR}\s)?)$", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:[A-Z][\w.-]*['\u2019]s?\s)?(?P<date>{_MONTH}{_YEAR})\s(?!Agenda)(?![-\u2013])")
_ENDS = re.compile(rf"[a-z)]\s(?P<date>{_YEAR})(?:\s[a-z]+)?$")
_RECURS = re.compile(r"\b(?:Day|Agenda|Vision|Strategy|Plan)\b")
"""What has years that are not those in which anybody meets, and days that are kept all over the world."""
_TO_COME = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:(?:that|which)\s)?(?:will|shall|to be|(?:is|are) to)\b")
_BACK = 24
_BACK_TO_MARGIN = 48
_MARGIN = re.compile(
    r"\b(?:margins?|sidelines?|fringes?|occasion)\sof\s(?:(?:the|its|their)\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Before an event at which something was done: "in the margins of the forum"."""
_DONE = re.compile(
    r"\b(?:signed|met|launched|held|renewed|concluded|handed|presented|unveiled|organi[sz]ed|gathered)\b"
)
_DAY = len("2000-01-01")


def named_by_year(spoken: Mapping[Block, Sequence[Mention]], raw: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield that an event took place in the year that it is called by, where nothing else tells when.

    Parameters
    ----------
    spoken : mapping of Block to sequence of Mention
        Whom and what each block speaks of.
    raw : iterable of Candidate
        What has been read of the document.
    """
    told = {id(c.subject) for c in raw if c.relation == "heldOn" and c.objection is None}
    for block, mentions in spoken.items():
        for mention in mentions:
            if mention.type != "Event" or len(mention.things) > 1 or id(mention.thing) in told:
                continue
            found = _called_by(block.text, mention) or _beside(block, mention)
            if found is None:
                continue
            start, date = found
            event: Thing = mention.thing
            where = (block, start, mention.stop, _RULE, _reason(block, mention))
            yield Candidate(event, "heldOn", date, None, None, *where)


def _called_by(text: str, mention: Mention) -> tuple[int, str] | None:
    """Where the name begins, with its year, and the year."""
    surface = text[mention.start : mention.stop]
    if _RECURS.search(surface):
        return None
    begins = _BEGINS.match(surface)
    before = _BEFORE.search(text, max(0, mention.start - _BACK), mention.start)
    if begins is not None:
        start, written = mention.start, begins.group("date")
        if before is not None and len(begins.group("date")) == len("2000"):
            start, written = before.start("date"), f"{before.group('date')}{written}"
    elif before is not None and before.group("date").strip()[-4:].isdigit():
        start, written = before.start("date"), before.group("date")
    elif (ends := _ENDS.search(surface)) is not None:
        start, written = mention.start, ends.group("date")
    else:
        return None
    read = dates(written.strip())
    return (start, read[0].since) if len(read) == 1 else None


def _beside(block: Block, mention: Mention) -> tuple[int, str] | None:
    """Where a sentence begins that tells what was done on one day beside an event, and that day."""
    text = block.text
    if not _MARGIN.search(text, max(0, mention.start - _BACK_TO_MARGIN), mention.start):
        return None
    start, stop = next(((a, z) for a, z in block.sentences if a <= mention.start < z), (0, len(text)))
    days = [d for d in dates(text[start:stop]) if d.until is None and len(d.since) == _DAY]
    return (start, days[0].since) if len(days) == 1 and _DONE.search(text, start, stop) else None


def _reason(block: Block, mention: Mention) -> str | None:
    """Why the sentence leaves open that the event took place."""
    text = block.text
    start, stop = next(((a, z) for a, z in block.sentences if a <= mention.start < z), (0, len(text)))
    if _TO_COME.match(text, mention.stop):
        return "planned or wished"
    return objection(text[start:stop], "", None)
