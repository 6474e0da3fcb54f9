"""What a document is about, and which year."""

import re
from collections import Counter

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["document_subject", "document_year", "focus", "section_subject"]

_REACH = 5
"""Blocks after its last mention in which the subject of a long document is still spoken of."""
_SHORT = 120
"""Blocks of a document that is about one thing throughout."""

_NAMING_QUESTION = re.compile(
    r"^(?:name of (?:the )?(?:practice|organisation|organization|network|"
    r"institution)|organi[sz]ation(?:\(s\))?|institution)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?:\W|\d)*(?:(?:about|what is|who is|what are|welcome to|introducing|the)\s|"
    r"(?:\w+\s){0,2}(?:mission|vision|mandate|objectives?|aims?|goals?|history|structure|role|activities|work|members|membership|profile|functions?|tasks?"
    r"|overview|background) of\s)(?:the\s)?",
    re.IGNORECASE,
)
"""What stands before a name in a heading of a section that is about it."""
_WE_ARE = re.compile(
    r"(?:^|(?<=[\s\"(]))(?:[Ww]e\sare|[Ww]e,|[Ww]e\sat|[Ww]elcome\sto|[Aa]bout)\s(?:the\s)?$"
)
"""How a text says who speaks in it."""
_OURS = re.compile(r"(?<!\")\b(?:[Ww]e|[Oo]ur|us)\b")
_LEAST = 4
_LEAST_OF_OURS = 3
"""Points that make somebody what a text is about; and one who speaks in it."""
_MOST_AGAIN = 3
_ANSWERS = re.compile(
    r"(?:answers?|repl(?:y|ies)|responses?|submission|contribution|input|return|statement)s?\s(?:given\s)?(?:of|by|from)\s(?:the\s)?",
    re.IGNORECASE,
)
"""What stands before the name of who fills in a form: "Answers of the OIML to the questionnaire of the OECD"."""
_HEAD = 6
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TARGETS = frozenset(["2030", "2035", "2040", "2045", "2050", "2063"])
"""Years that strategies are made for."""


def document_subject(found: list[Block], named: dict[Block, list[Mention]]) -> Thing | None:
    """The organisation, network or body that the document speaks of most, titles and template answers first.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name.
    """
    score: Counter[int] = Counter()
    by_id: dict[int, Thing] = {}
    for position, block in enumerate(found):
        actors = [m for m in named[block] if m.type in ACTORS]
        for mention in actors:
            by_id.setdefault(id(mention.thing), mention.thing)
            score[id(mention.thing)] += 1
        if not actors:
            continue
        for mention in actors:
            if _WE_ARE.search(block.text, max(0, mention.start - 24), mention.start):
                score[id(mention.thing)] += 20
        if position < _HEAD and (given := _ANSWERS.match(block.text)) is not None:
            score.update({id(m.thing): 12 for m in actors if m.start == given.end()})
        first = actors[0].thing
        if block.row is not None and _NAMING_QUESTION.match(block.row.label(block.column)):
            score[id(first)] += 20
        elif block.kind == "heading" and position < 12 and len({id(m.thing) for m in actors}) == 1:
            score[id(first)] += 6 if position < 4 else 3
        elif actors[0].start < 6 and block.kind == "paragraph":
            score[id(first)] += 2
    if not score:
        return None
    for thing in by_id.values():
        score[id(thing)] += _spoken_of(thing, score[id(thing)], found)
    ranked = sorted(score.items(), key=lambda item: (-item[1], by_id[item[0]].label))
    best, points = ranked[0]
    clear = len(ranked) == 1 or ranked[1][1] < points
    if points < (_LEAST_OF_OURS if clear and _speaks(found) else _LEAST):
        return None
    subject = by_id[best]
    office = subject.type == "Body" and subject.label.lower().endswith("secretariat")
    return subject.owners[0] if office and subject.owners else subject


def _spoken_of(thing: Thing, points: int, found: list[Block]) -> int:
    """How often a text that introduced somebody by name then says "the Centre", "the Bureau"."""
    head = lexicon().head_type(thing.label) if points > 1 and thing.type == "Organisation" else None
    if head is None or not head[1].isalpha():
        return 0
    word = head[1].capitalize()
    again = f"he {word} "
    return min(_MOST_AGAIN, sum(block.text.count(again) - block.text.count(f"{again}of ") for block in found))


def _speaks(found: list[Block]) -> bool:
    """Whether a text speaks of "we" and "our"."""
    return any(_OURS.search(block.text) for block in found if block.kind == "paragraph")


def document_year(name: str, found: list[Block]) -> str | None:
    """The year in the document's name or title, or the one that most of its dates fall in."""
    if years := _years(name):
        return str(years[-1])
    for block in found[:3]:
        if block.kind == "heading" and (years := _years(block.text)):
            return str(years[-1])
    counts = Counter(year for block in found for year in _years(block.text))
    if not counts:
        return None
    (year, count), *_ = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return year if count > 1 and count * 2 > sum(counts.values()) else None


def _years(text: str) -> list[str]:
    """The years of a text that are no targets of strategies: the 2030 Agenda is of another year."""
    return [year for year in _YEAR.findall(text) if year not in _TARGETS]


def focus(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None
) -> dict[Block, Thing | None]:
    """What each block is about where it does not say so: the document's subject, near where it is mentioned.

    A short document, a table of answers and what stands under a heading that names it speak of the subject throughout;
    the running text of a long one, as long as one of the last few blocks mentions it.
    """
    about: dict[Block, Thing | None] = {}
    last = 0
    for position, block in enumerate(found):
        section = section_subject(block, spoken)
        if len(found) <= _SHORT or section is not None:
            about[block] = section or subject
            continue
        if any(subject in mention.things for mention in spoken[block]):
            last = position
        near = position - last <= _REACH or block.row is not None or _headed(block, spoken, subject)
        about[block] = subject if near else None
    return about


def section_subject(block: Block, spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The one organisation, network or body that the heading of a section consists of: the section is about that."""
    heading = block.heading if block.row is None else None
    if heading is None or heading.row is not None:
        return None
    actors = [m for m in spoken.get(heading, []) if m.type in ACTORS and m.by_name]
    if not actors or len({id(m.thing) for m in actors}) > 1:
        return None
    rest = len(heading.text) - sum(m.stop - m.start for m in actors)
    of_it = (
        _OF_IT.fullmatch(heading.text[: actors[0].start])
        and heading.text[actors[-1].stop :].strip(" .)?:") == ""
    )
    return actors[0].thing if of_it or rest * 3 < len(heading.text) else None


def _headed(block: Block, spoken: dict[Block, list[Mention]], subject: Thing | None) -> bool:
    above = block.heading
    while above is not None:
        if any(subject in mention.things for mention in spoken.get(above, [])):
            return True
        above = above.heading
    return False
