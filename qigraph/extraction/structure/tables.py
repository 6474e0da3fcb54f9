"""Tables: rows become facts by the heads of their columns."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from qigraph.extraction.layout.blocks import Block, Row
from qigraph.extraction.layout.line_kinds import names_a_group
from qigraph.extraction.layout.spans import join
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.frames import TableFrame, table_frames
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated, dates

__all__ = ["tabled"]

_OBSERVER = re.compile(r"\bobserv", re.IGNORECASE)
_OPEN = re.compile(
    r"^[-\u2013\u2014\s]*$|\b(?:appl\w+|pending|candidate|prospective|planned|none|"
    r"vacant|invited|not a member)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(r"\b(?:appl(?:ied|ication)|pending|candidate|planned)\b", re.IGNORECASE)
_PLACE_NAME = r"[A-Z\u00c0-\u00de][\w'\u2019-]*(?:,?\s[A-Z\u00c0-\u00de(][\w'\u2019)-]*){0,3}"
_ELSE = "-else"
"""What the role of a column ends with that is taken where no column fits the role itself."""

_CAPTION = re.compile(r"(?:table|tab\.|figure|box|annex)\s\S{1,5}\W*$", re.IGNORECASE)
_BODY = re.compile(r"(?:body|organi[sz]ation)\b", re.IGNORECASE)
_WITH = re.compile(r"(?:with|partner|counterpart|other (?:party|side)|second party)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|left|withdr\w+|until|ended|ceased|suspended|expired)\b", re.IGNORECASE)


def tabled(
    found: list[Block],
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year_of: Callable[[Block], str | None],
) -> Iterator[Candidate]:
    """Yield what the rows of tables with heads state."""
    rows: dict[int, tuple[Row, Block]] = {}
    for block in found:
        if block.row is not None and block.row.header not in (None, block.row):
            rows.setdefault(id(block.row), (block.row, block))
    group, header = "", None
    for row, block in rows.values():
        if row.header is not header:
            group, header = "", row.header
        if len(row.cells) == 1 and names_a_group(block.text):
            group = block.text
            continue
        for frame in table_frames():
            roles = _roles(frame, row)
            if roles and _is_about(frame, roles, row, block, group):
                yield from _row(frame, roles, row, block, spoken, subject, year_of, group)


def _roles(frame: TableFrame, row: Row) -> dict[str, int]:
    """Column number of each role; a column has one role, the first that fits."""
    roles: dict[str, int] = {}
    columns = sorted(row.header.cells) if row.header else []
    for column in columns:
        for role, words in frame.columns.items():
            if role not in roles and words.search(row.head(column)):
                roles[role] = column
                break
    for role in [role for role in roles if role.endswith(_ELSE)]:
        roles.setdefault(role.removesuffix(_ELSE), roles[role])
        del roles[role]
    alone = frame.needs == ("member",) and "member" not in roles and "other" in roles
    if alone and _BODY.match(row.head(roles["other"])):
        roles["member"] = roles.pop("other")
    both = "date" in roles and "place" in frame.columns and "place" not in roles
    if both and frame.columns["place"].search(row.head(roles["date"])):
        roles["place"] = roles["date"]
    return roles if all(role in roles for role in frame.needs) else {}


def _is_about(frame: TableFrame, roles: dict[str, int], row: Row, block: Block, group: str) -> bool:
    """A table with the needed column alone is of the kind only when its heading says so."""
    if len(roles) > len(frame.needs) or len(frame.needs) > 1:
        return True
    above = [group, row.head(roles[frame.needs[0]])]
    heading = block.heading
    while heading is not None and _CAPTION.match(heading.text):
        heading = heading.heading
    above += [heading.text] if heading is not None else []
    return any(frame.about.search(text) for text in above)


def _row(
    frame: TableFrame,
    roles: dict[str, int],
    row: Row,
    block: Block,
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year_of: Callable[[Block], str | None],
    group: str,
) -> Iterator[Candidate]:
    filled = {
        role: _things(frame, role, row, column, spoken)
        for role, column in roles.items()
        if role in frame.slots
    }
    if "other" in frame.slots and "other" not in roles:
        filled["other"] = _about(frame, block, spoken, subject)
    if "party" in roles and _WITH.match(row.head(roles["party"])) and subject is not None:
        filled["party"] = [*filled["party"], *([subject] if subject.type in frame.slots["party"] else [])]
    dated = _dated(row, roles, block, year_of)
    status = _text(row, roles.get("status")) or group
    if ("status" in roles and _OPEN.search(status)) or _PENDING.search(_text(row, roles.get("since"))):
        return
    ends = _ended(row, roles, status, block, year_of)
    whole = _whole(row)
    for left, relation, right in frame.facts:
        for one, other in _pairs(left, right, filled, dated):
            if one is other:
                continue
            observes = relation == "memberOf" and _OBSERVER.search(
                status or row.head(roles.get("member", -1))
            )
            since = dated.since if dated and not isinstance(other, str) else None
            until = ends or (dated.until if dated else None)
            yield Candidate(
                one,
                "observerAt" if observes else relation,
                other,
                since,
                until,
                whole,
                0,
                len(whole.text),
                frame.name,
            )


def _pairs(
    left: str, right: str, filled: dict[str, list[Thing]], dated: Dated | None
) -> Iterator[tuple[Thing, Thing | str]]:
    if left == right:
        yield from combinations(filled.get(left, []), 2)
        return
    for one in filled.get(left, []):
        if right == "date":
            if dated:
                yield one, dated.since
            continue
        for other in filled.get(right, []):
            yield one, other


def _things(
    frame: TableFrame, role: str, row: Row, column: int, spoken: dict[Block, list[Mention]]
) -> list[Thing]:
    found: list[Thing] = []
    for cell in row.cells.get(column, []):
        for mention in spoken.get(cell, []):
            if mention.type in frame.slots[role]:
                found += [thing for thing in mention.things if thing not in found]
        if frame.slots[role] == ["Place"] and not found:
            dated = dates(cell.text)
            name = (cell.text[: dated[0].start] if dated else cell.text).strip(" ,.:;(\u2013-")
            if re.fullmatch(_PLACE_NAME, name):
                found.append(Thing("Place", name))
        if frame.slots[role] == ["Agreement"] and not found and len(cell.text.split()) < 8:
            kind = lexicon().head_type(cell.text)
            found += [Thing("Agreement", cell.text, own=False)] if kind and kind[0] == "Agreement" else []
        if frame.slots[role] == ["Event"] and not found and (title := _titled_event(cell.text)):
            found.append(Thing("Event", title))
        if any(thing.type == "Person" for thing in found):
            found = [thing for thing in found if thing.type == "Person"]
    single = role in frame.needs and role not in ("party",) and len(frame.needs) == 1
    return found[:1] if single else found


def _titled_event(text: str) -> str | None:
    """The title of an event that a cell holds: "Workshop on scales"."""
    title = text.strip(" .*")
    words = title.lower().split()
    heads = (word.strip(",.:;()") for word in words)
    told = any(lexicon().heads.get(word) == "Event" for word in heads)
    return title if told and 1 < len(words) < 16 and not dates(title) else None


def _about(
    frame: TableFrame, block: Block, spoken: dict[Block, list[Mention]], subject: Thing | None
) -> list[Thing]:
    types = frame.slots["other"]
    for above in (block.lead, block.heading):
        while above is not None:
            named = [m for m in spoken.get(above, []) if m.type in types]
            if named:
                return [named[-1].thing]
            above = above.heading
    return [subject] if subject is not None and subject.type in types else []


def _text(row: Row, column: int | None) -> str:
    return " ".join(cell.text for cell in row.cells.get(column, [])) if column is not None else ""


def _dated(
    row: Row, roles: dict[str, int], block: Block, year_of: Callable[[Block], str | None]
) -> Dated | None:
    for role in ("date", "since"):
        if role in roles and (found := dates(_text(row, roles[role]), year_of(block))):
            return found[0]
    return None


def _ended(
    row: Row, roles: dict[str, int], status: str, block: Block, year_of: Callable[[Block], str | None]
) -> str | None:
    if "until" in roles and (found := dates(_text(row, roles["until"]), year_of(block))):
        return found[0].since
    if _FORMER.search(status) and (found := dates(status, year_of(block))):
        return found[0].since
    return None


def _whole(row: Row) -> Block:
    """The row as one stretch of text, from its first cell to its last."""
    blocks = sorted(
        (cell for cells in row.cells.values() for cell in cells), key=lambda cell: cell.span.origin[0]
    )
    span = blocks[0].span
    for block in blocks[1:]:
        span = join(span, block.span)
    return Block("cell", span, heading=blocks[0].heading)
