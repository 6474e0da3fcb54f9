"""Roles that stand by themselves: a column of "Chair" and "Member", and "(convener: NMO)" behind a group."""

import re
from collections.abc import Callable, Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block, Row
from qigraph.extraction.layout.spans import join
from qigraph.extraction.sentence.frames import list_frames
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import dates
from qigraph.schema import ACTORS

__all__ = ["bracketed", "matrix", "role_columns"]

_ROLES = {
    "chairs": re.compile(
        r"(?:current |acting )?(?:co-)?(?:chair(?:man|woman|person)?|president|convenor|convener|presidency)",
        re.IGNORECASE,
    ),
    "secretariatOf": re.compile(
        r"(?:the )?(?:permanent )?(?:secretariat|host of the secretariat)", re.IGNORECASE
    ),
    "memberOf": re.compile(
        r"(?:full|ordinary|associate|founding|affiliate|executive|regular|active|voting|participating|corresponding|"
        r"correspondent|p-)?\s?member(?: body)?|associate|affiliate|vice-?(?:chair|president)\w*|deputy chair|"
        r"treasurer|rapporteur",
        re.IGNORECASE,
    ),
    "observerAt": re.compile(r"(?:permanent )?observer(?: status)?|o-member", re.IGNORECASE),
    "focalPointOf": re.compile(r"(?:co-)?focal point", re.IGNORECASE),
}
_ROLE_HEAD = re.compile(
    r"(?:role|function|capacity|position|office|takes? part as|part played|serves? as)\b", re.IGNORECASE
)
_BRACKET = cued(r"[(\[](?P<label>[A-Za-z][A-Za-z -]{2,28}): (?P<value>[^()\[\]]{2,120})[)\]]")
_MOST_WORDS = 4


def role_columns(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None
) -> Iterator[Candidate]:
    """Yield what a cell that is a role, and nothing more, says of the name that begins its row.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    subject : Thing or None
        What the document is about.
    """
    for block in found:
        row = block.row
        if row is None or len(block.text.split()) > _MOST_WORDS or block.column == 0:
            continue
        head = row.head(block.column) if row.header is not row else ""
        if (
            head
            and not _ROLE_HEAD.match(head)
            and not any(words.fullmatch(head) for words in _ROLES.values())
        ):
            continue
        relation = next(
            (name for name, words in _ROLES.items() if words.fullmatch(block.text.strip(" .*"))), None
        )
        holder = _holder(row, spoken)
        group = _group(row, block, holder, spoken, subject) if relation and holder else None
        if relation is None or holder is None or group is None or group is holder:
            continue
        where = join(row.cells[min(row.cells)][0].span, block.span)
        whole = Block("cell", where, heading=block.heading)
        yield Candidate(holder, relation, group, None, None, whole, 0, len(whole.text), "structure/role")


_SHARE = re.compile(
    r"\W*(?P<kind>(?:full|associate|founding|affiliate|ordinary|corresponding|correspondent|executive)?\s?(?:member|"
    r"associate|affiliate|signatory)|observer|chair|secretariat|yes|x|\u2713|\u2714|\u2022|\u25cf)(?!\w)(?P<rest>.{0,40})$",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\b(?:appl|pending|candidate|planned|former|until|left|expected|not)\w*", re.IGNORECASE
)
_BELONGING = re.compile(
    r"\b(?:member|takes? part|participa|belong|seat|represented|who is in)\w*", re.IGNORECASE
)


def matrix(
    found: list[Block], spoken: dict[Block, list[Mention]], year_of: Callable[[Block], str | None]
) -> Iterator[Candidate]:
    """Yield what a table says whose rows are organisations and whose columns are what they belong to.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    year_of : callable
        The year that a block is about.
    """
    for block in found:
        row = block.row
        share = _SHARE.match(block.text) if row is not None and block.column else None
        if row is None or share is None or row.header in (None, row) or _UNDECIDED.search(block.text):
            continue
        heads = {column: cells[0] for column, cells in row.header.cells.items() if column}
        groups = {
            c: next((m.thing for m in spoken.get(head, []) if m.type in ACTORS), None)
            for c, head in heads.items()
        }
        holder, group = _holder(row, spoken), groups.get(block.column)
        if len(groups) < 2 or not all(groups.values()) or holder is None or group is None or holder is group:
            continue
        kind = share.group("kind").lower()
        said = f"{block.heading.text if block.heading else ''} {block.text}"
        if len(kind) <= 3 and not _BELONGING.search(said):
            continue
        relation = {"observer": "observerAt", "chair": "chairs", "secretariat": "secretariatOf"}.get(
            kind, "memberOf"
        )
        dated = dates(block.text, year_of(block))
        where = join(row.cells[min(row.cells)][0].span, block.span)
        whole = Block("cell", where, heading=block.heading)
        since = dated[0].since if dated else None
        yield Candidate(holder, relation, group, since, None, whole, 0, len(whole.text), "structure/matrix")


def _holder(row: Row, spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The organisation or person that the row begins with."""
    first = row.cells[min(row.cells)][0]
    mentions = [m for m in spoken.get(first, []) if m.by_name and m.start < 5]
    return mentions[0].thing if mentions and mentions[0].type in ("Organisation", "Person") else None


def _group(
    row: Row, block: Block, holder: Thing | None, spoken: dict[Block, list[Mention]], subject: Thing | None
) -> Thing | None:
    """What the role is held in: another cell of the row, the heading, or what the document is about."""
    for cells in row.cells.values():
        for mention in (m for cell in cells for m in spoken.get(cell, [])):
            if mention.type in ("Network", "Body") and mention.thing is not holder:
                return mention.thing
    above: Block | None = block.heading
    while above is not None:
        named = [m for m in spoken.get(above, []) if m.type in ACTORS]
        if named:
            return named[-1].thing
        above = above.heading
    return subject


def bracketed(
    found: list[Block], spoken: dict[Block, list[Mention]], year_of: Callable[[Block], str | None]
) -> Iterator[Candidate]:
    """Yield what labels in brackets say of the name before them: "WG 2 Pumps (convener: NMO)".

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    year_of : callable
        The year that a block is about.
    """
    for block in found:
        for match in _BRACKET.finditer(block.text):
            start, stop = match.span("value")
            items = [m for m in spoken[block] if start <= m.start < stop and m.by_name]
            dated = dates(match.group("value"), year_of(block))
            for frame in (
                f for f in list_frames() if f.label and f.lead and f.lead.search(match.group("label"))
            ):
                others = [
                    m.thing
                    for m in spoken[block]
                    if m.stop <= match.start() and m.type in frame.slots.get("other", []) and m.by_name
                ][-1:]
                fitting = [m.thing for m in items if m.type in frame.slots.get("item", [])]
                since = dated[0].since if dated and frame.date != "none" else None
                where = (block, 0, match.end(), f"{frame.name}-in-brackets")
                for left, relation, right in frame.facts:
                    if right == "date":
                        for other in others if dated else []:
                            yield Candidate(other, relation, dated[0].since, None, dated[0].until, *where)
                        continue
                    for item in fitting:
                        for other in others:
                            one, two = (item, other) if left == "item" else (other, item)
                            yield Candidate(one, relation, two, since, None, *where)
