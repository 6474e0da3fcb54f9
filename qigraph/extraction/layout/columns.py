"""Columns set with spaces: a page in two columns is read one after the other, an aligned table row by row."""

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Straight", "straighten"]

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_ENUMERATED = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-*\u2022\u25aa\u00b7])(?= {3,}\S)")
"""What numbers an item, and heads no column."""
_MOST_BLANK = 2
_FEWEST_LINES = 3
_MOST_LINES = 300
_MOST_GUTTERS = 12
_NARROWEST = 18
"""Characters that a line of running text in a column has at least, on average."""


@dataclass(frozen=True, slots=True)
class Straight:
    """A text with its columns one below the other.

    Parameters
    ----------
    text : str
        Columns of running text one after the other, cells of aligned tables with tabs between them.
    origin : array of int
        For each character its offset in the source, and one more for the end.
    """

    text: str
    origin: "array[int]"


@dataclass(slots=True)
class _Region:
    lines: list[tuple[int, str]]
    gutters: list[tuple[int, int]]


def straighten(source: str) -> Straight | None:
    """The text with its columns straightened, or None where it has none.

    Parameters
    ----------
    source : str
        A whole plain text.

    Examples
    --------
    >>> page = "The first column goes on   The second column has\\nand on to its very end.    something else to say.\\n"
    >>> page += "It is not very long.       It ends here as well.\\n"
    >>> straighten(page).text.split("\\n\\n")[1].split("\\n")[0]
    'The second column has'
    """
    if not _GAP.search(source):
        return None
    lines = _lines(source)
    text: list[str] = []
    origin = array("l")

    def put(characters: str, offset: int) -> None:
        text.append(characters)
        origin.extend(range(offset, offset + len(characters)))

    at, found = 0, False
    while at < len(lines):
        region = _region(lines, at) if _GAP.search(lines[at][1]) else None
        if region is None:
            put(source[lines[at][0] : lines[at][0] + len(lines[at][1]) + 1], lines[at][0])
            at += 1
            continue
        found = True
        _write(region, put)
        at += len(region.lines)
    origin.append(len(source))
    return Straight("".join(text), origin) if found else None


def _lines(source: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in source.splitlines(keepends=True):
        found.append((start, line.rstrip("\r\n")))
        start += len(line)
    return found


def _region(lines: list[tuple[int, str]], at: int) -> _Region | None:
    """The lines from this one on that leave the same gaps free."""
    number = _ENUMERATED.match(lines[at][1])
    gutters = [m.span() for m in _GAP.finditer(lines[at][1]) if number is None or m.start() > number.end()]
    if not gutters:
        return None
    if len(gutters) > _MOST_GUTTERS or "\t" in lines[at][1] or lines[at][1].lstrip().startswith(("|", "<")):
        return None
    stop, blank = at, 0
    both = 0
    while stop < min(len(lines), at + _MOST_LINES):
        line = lines[stop][1]
        if not line.strip():
            blank += 1
            if blank > _MOST_BLANK:
                break
            stop += 1
            continue
        free = [kept for kept in (_free(line, gutter) for gutter in gutters) if kept]
        if not free or "\t" in line or (len(free) < len(gutters) and stop - at > 1):
            break
        gutters, blank = free, 0
        both += all(line[:a].strip() and line[b:].strip() for a, b in gutters[:1])
        stop += 1
    stop = _last_line(lines, at, stop, gutters[0][1])
    filled = [entry for entry in lines[at:stop] if entry[1].strip()]
    if both < _FEWEST_LINES or both * 2 < len(filled):
        return None
    return _Region(lines[at:stop], gutters)


def _last_line(lines: list[tuple[int, str]], at: int, stop: int, right: int) -> int:
    """Where the region ends: at the first blank line behind the last that has text on the right."""
    last = max((i for i in range(at, stop) if lines[i][1][right - 2 :].strip()), default=at)
    while last < stop and lines[last][1].strip():
        last += 1
    return last


def _free(line: str, gutter: tuple[int, int]) -> tuple[int, int] | None:
    """The part of the gutter that the line leaves free, two characters or more."""
    start, stop = gutter
    if len(line.rstrip()) <= start:
        return gutter
    part = line[start:stop]
    left = len(part) - len(part.lstrip(" "))
    if left >= 2 and (left == len(part) or line[start - 1 : start] in (" ", "") or line[:start].strip()):
        inner = (start, start + left)
    else:
        right = len(part) - len(part.rstrip(" "))
        if right < 2:
            return None
        inner = (stop - right, stop)
    return inner if line[inner[0] : inner[1]].strip() == "" and inner[1] - inner[0] >= 2 else None


def _write(region: _Region, put: Callable[[str, int], None]) -> None:
    start, stop = region.gutters[0]
    if len(region.gutters) == 1 and _is_prose(region, start, stop):
        for left in (True, False):
            for offset, line in region.lines:
                begin, end = (0, min(start, len(line))) if left else (min(start, len(line)), len(line))
                part = line[begin:end]
                lead = len(part) - len(part.lstrip())
                put(part[lead:].rstrip() if part.strip() else "", offset + begin + lead)
                put("\n", offset + len(line))
            put("\n", region.lines[-1][0] + len(region.lines[-1][1]))
        return
    bounds = [0, *((a + b) // 2 for a, b in region.gutters)]
    for offset, line in region.lines:
        if not line.strip():
            continue
        for column, begin in enumerate(bounds):
            end = bounds[column + 1] if column + 1 < len(bounds) else len(line)
            part = line[begin : min(end, len(line))]
            lead = len(part) - len(part.lstrip())
            if column:
                put("\t", offset + min(begin, len(line)))
            if part.strip():
                put(part.strip(), offset + begin + lead)
        put("\n", offset + len(line))
    put("\n", region.lines[-1][0] + len(region.lines[-1][1]))


def _is_prose(region: _Region, start: int, stop: int) -> bool:
    """Whether two columns hold running text: their lines are long, and go on in the next line."""
    lefts = [line[:start].strip() for _, line in region.lines if line[:start].strip()]
    rights = [line[start:].strip() for _, line in region.lines if line[start:].strip()]
    long = sum(map(len, lefts)) > _NARROWEST * len(lefts) and sum(map(len, rights)) > _NARROWEST * len(rights)
    goes_on = sum(part[:1].islower() for part in (*lefts, *rights))
    return long and len(lefts) >= _FEWEST_LINES and goes_on >= 0.25 * (len(lefts) + len(rights))
