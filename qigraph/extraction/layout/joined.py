"""Stretches that are read as one though they stand apart: item on lead-in, value on label, line on byline."""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.layout.blocks import Block, Row
from qigraph.extraction.layout.spans import Span, join
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import dates
from qigraph.schema import ACTORS

__all__ = ["bylines", "dated_cells", "labelled", "shifted", "together"]

_LONGEST_LEAD = 600
_MOST_AUTHORS = 5
"""Persons above one address, at most."""
_OPENS = 3
"""Characters in front of the name with which a line begins."""
_COMPARED = {*ACTORS, "Programme", "Event"}
_NAMING = re.compile(
    r"(?:full |official |short )?(?:names?|titles?|project|programme|program|initiative|event|meeting|workshop|course|"
    r"acronym|organi[sz]ation|network)\b",
    re.IGNORECASE,
)


def shifted(mentions: Iterable[Mention], by: int) -> list[Mention]:
    """The same mentions, so many characters further on.

    Examples
    --------
    >>> [(m.start, m.stop) for m in shifted([Mention(0, 4, [], "Body")], 10)]
    [(10, 14)]
    """
    return [Mention(m.start + by, m.stop + by, m.things, m.type, m.by_name) for m in mentions]


def together(block: Block, spoken: dict[Block, list[Mention]]) -> tuple[Block, list[Mention], int]:
    """A list item read on from its lead-in: the joined block, its mentions and the length of the lead-in.

    Parameters
    ----------
    block : Block
        An item with a lead-in.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    lead = block.lead
    assert lead is not None
    begin = max(lead.sentences[-1][0], len(lead.text) - _LONGEST_LEAD) if lead.text else 0
    tail = Span(lead.text[begin:], lead.span.origin[begin:])
    joined = Block(block.kind, join(tail, block.span), heading=block.heading)
    shift = len(tail.text) + 1
    both = shifted((m for m in spoken.get(lead, []) if m.start >= begin), -begin)
    both += shifted(spoken[block], shift)
    return joined, both, shift


def labelled(
    found: list[Block], spoken: dict[Block, list[Mention]]
) -> Iterator[tuple[Block, list[Mention], Thing | None]]:
    """Yield "label: value" for the rows of a table that has its heads at the left, with what the row is about.

    That is the thing that the table names by a label like "Project", or by the head of the column where organisations
    are compared; None where the table does not say.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    about: Thing | None = None
    table: Row | None = None
    for block in found:
        if block.row is None or block.kind == "heading":
            continue
        left = [cell for column, cells in block.row.cells.items() if column < block.column for cell in cells]
        label = left[-1] if left else None
        head = block.row.head(block.column)
        compared = _compared(block, spoken) if head else None
        label = left[0] if compared and left else label
        if (
            label is None
            or len(label.text.split()) > 6
            or label.text.endswith("?")
            or (head and compared is None)
        ):
            continue
        if label.row is not None and label.row.header is not table:
            about, table = None, label.row.header
        mentions = spoken[block]
        if _NAMING.match(label.text) and mentions:
            about = mentions[0].thing
        shift = len(label.text) + 2
        joined = Block("paragraph", join(label.span, block.span, ": "), heading=block.heading)
        yield (
            joined,
            shifted(mentions, shift),
            compared or about,
        )


def _compared(block: Block, spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The organisation that heads the column of a cell, in a table whose columns are organisations."""
    row = block.row
    heads = row.header.cells if row is not None and row.header not in (None, row) else {}
    if 0 in heads and any(m.type in ACTORS for cell in heads[0] for m in spoken.get(cell, [])):
        return None
    columns = {
        column: next(
            (m.thing for m in spoken.get(cells[0], []) if m.type in _COMPARED and _fills(m, cells[0])), None
        )
        for column, cells in heads.items()
        if column
    }
    return columns.get(block.column) if len(columns) > 1 and all(columns.values()) else None


def _fills(mention: Mention, block: Block) -> bool:
    return mention.by_name and mention.start < 5 and (mention.stop - mention.start) * 2 > len(block.text)


def dated_cells(
    found: list[Block], spoken: dict[Block, list[Mention]]
) -> Iterator[tuple[Block, list[Mention]]]:
    """Yield the cells of a timeline with the date that stands to the left of each.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for block in found:
        if block.row is None or block.kind == "heading" or block.column == 0 or len(block.text.split()) < 4:
            continue
        left = block.row.cells.get(block.column - 1, [])
        if len(left) != 1 or not spoken[block]:
            continue
        dated = dates(left[0].text)
        if dated and dated[0].stop - dated[0].start >= len(left[0].text.strip(" .:")) - 3:
            shift = len(left[0].text) + 2
            joined = Block("paragraph", join(left[0].span, block.span, ": "), heading=block.heading)
            yield joined, shifted(spoken[block], shift)


def bylines(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[tuple[Block, list[Mention]]]:
    """Yield a person's name, role and what follows, each in a line of its own, as one stretch of text.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for at, block in enumerate(found):
        mentions = spoken[block]
        people = [m for m in mentions if m.type == "Person"]
        if not people or block.row is not None or not _only(people, block.text):
            continue
        joined, both = block, list(mentions)
        for following in found[at + 1 : at + (4 if len(people) == 1 else 2)]:
            if (
                len(following.text.split()) > 12
                or re.search(r"[.!?:]$", following.text)
                or following.row is not None
                or any(m.type == "Person" and m.start < _OPENS for m in spoken[following])
            ):
                break
            shift = len(joined.text) + 2
            both += shifted(spoken[following], shift)
            joined = Block("paragraph", join(joined.span, following.span, ", "), heading=block.heading)
        if joined is not block:
            yield joined, both


def _only(people: list[Mention], text: str) -> bool:
    """Whether the text is names of persons and what joins them."""
    rest = text
    for person in reversed(people):
        rest = rest[: person.start] + rest[person.stop :]
    return len(people) < _MOST_AUTHORS and len(re.sub(r"[,;&\s]|\band\b", "", rest)) <= 2
