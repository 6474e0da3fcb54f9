"""The lines of a plain text: how wide they are, which of them repeat on every page, which look like headings."""

import re
from collections import Counter
from dataclasses import dataclass

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.line_kinds import is_field, is_of_a_year, names_a_group

__all__ = [
    "BULLET",
    "Line",
    "furniture",
    "is_ruler",
    "lines",
    "looks_like_heading",
    "names_below_groups",
    "width",
]


BULLET = re.compile(
    r"\s*(?:[-*+\u2022\u2023\u25e6\u25aa\u2013\u2014\u00b7]_?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
    r"|\s*[-\u2013\u2022](?=[A-Za-z]{3})"
)
"""What begins a list item."""


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    stop: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def names_below_groups(found: list[Block]) -> None:
    """Lines that look like headings, below one that names a group, are who belongs to it, one a line."""
    at = 0
    while at < len(found):
        if found[at].kind != "heading" or found[at].level < 3 or not names_a_group(found[at].text):
            at += 1
            continue
        stop = at + 1
        while stop < len(found) and found[stop].kind == "heading" and found[stop].level == 3:
            if names_a_group(found[stop].text):
                break
            stop += 1
        titled = stop < len(found) and found[stop].kind in ("paragraph", "cell")
        names = found[at + 1 : stop - titled]
        if len(names) > 1:
            for block in names:
                block.kind, block.level = "item", 0
        at = stop


def lines(source: str) -> list[Line]:
    lines, start = [], 0
    for text in source.splitlines(keepends=True):
        lines.append(Line(start, start + len(text.rstrip("\n")), text.rstrip("\n")))
        start += len(text)
    return lines


def is_ruler(text: str) -> bool:
    """The line of dashes under the heads of a Markdown table."""
    return "--" in text and set(text) <= set(" \t:|-")


def width(lines: list[Line]) -> int:
    """How long the full lines of running text are."""
    lengths = sorted(len(line.text) for line in lines if "\t" not in line.text and len(line.text) > 30)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def furniture(lines: list[Line]) -> set[str]:
    """Running heads and feet: short lines that stand three times or more, unless most lines do."""
    full = [line.text.strip() for line in lines if not line.blank]
    counts = Counter(text for text in full if "\t" not in text and len(text) < 120)
    found = {
        text for text, count in counts.items() if count >= 3 and len(text) > 3 and not BULLET.match(text)
    }
    return found if sum(text in found for text in full) * 2 < len(full) else set()


BROKEN_OFF = re.compile(
    r"[a-z,)]\s(?:the|The|an?|of|and|for|on|by|with|from|to|in|at|its|their|which|that|is|are|was|were|has|have"
    r"|\d{1,3}(?:st|nd|rd|th))$"
)
"""The end of a line that goes on in the next, though a blank line stands between them."""


def looks_like_heading(text: str, line_count: int) -> bool:
    words = text.split()
    bold = text.strip().startswith("**") and text.strip().endswith("**")
    plain = text.strip(" \n*_")
    return (
        bool(words)
        and line_count <= 3
        and len(words) <= 16
        and (plain[:1].isupper() or plain[:1].isdigit() or bold)
        and not re.search(r"[.,;:]$|[.!?]\s+[A-Z]", plain)
        and not BROKEN_OFF.search(plain)
        and "<" not in plain
        and not is_field(text)
        and not is_of_a_year(text)
    )
