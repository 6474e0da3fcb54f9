"""Blocks of plain text and Markdown: soft wraps joined, page furniture left out, tables and lists recognised."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from qigraph.extraction.blocks import Block, Row
from qigraph.extraction.html_blocks import html_blocks
from qigraph.extraction.pieces import pieces
from qigraph.extraction.spans import clean, join

__all__ = ["text_blocks"]

_BULLET = re.compile(
    r"\s*(?:[-*+\u2022\u2023\u25e6\u25aa\u2013\u2014\u00b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_MARKDOWN_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=|-){3,}\s*")
_PAGE_NUMBER = re.compile(r"\s*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*")
_FOOTNOTE = re.compile(r"\s*(?:\[\^?\d{1,3}\]:?|\d{1,3})\s+(?=[A-Z\"\u201c]|https?:|Op\.|ibid)")
_ENDED = re.compile(r"[.!?:;][\"')\]\u2019\u201d\d]*\s*$")
_TABLE_TAG = re.compile(r"\s*<table\b", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\b(?:in|on|of|the|and|for|to|a|an|by|with|from|at|or|its|their|is|are|was|"
    r"that|which|as|between|within|under)\s*$|[,-]\s*$"
)
_CLAUSE = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])")
_MOST_CELLS = 60
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def text_blocks(source: str) -> list[Block]:
    """Cut plain text or Markdown into blocks."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = _lines(source)
        self.furniture = _furniture(self.lines)
        self.width = _width(self.lines)
        self.found: list[Block] = []
        self.header: Row | None = None
        self.last_row: Row | None = None

    def read(self) -> list[Block]:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if line.blank or self._is_furniture(line):
                at += 1
            elif table := _TABLE_TAG.match(line.text):
                at = self._html_table(at, line.start + table.start())
            elif "\t" in line.text.strip("\n ") or line.text.lstrip().startswith("|"):
                at = self._table(at)
            else:
                at = self._prose(at)
        return self.found

    def _is_furniture(self, line: _Line) -> bool:
        return line.text.strip() in self.furniture or bool(_PAGE_NUMBER.fullmatch(line.text))

    def _html_table(self, at: int, start: int) -> int:
        """A table written in HTML within the text."""
        end = re.compile(r"</table\s*>", re.IGNORECASE).search(self.source, start)
        stop = end.end() if end else self.lines[at].stop
        self.found += html_blocks(self.source, start, stop)
        while at < len(self.lines) and self.lines[at].start < stop:
            at += 1
        return at

    def _table(self, at: int) -> int:
        """Rows as long as lines carry tabs or pipes; blank lines and furniture do not end a tabbed table."""
        tabbed = "\t" in self.lines[at].text
        if not tabbed:
            self.header = self.last_row = None
        while at < len(self.lines):
            line = self.lines[at]
            if tabbed and "\t" in line.text:
                at = self._row(line, at, re.compile(r"\t"))
            elif not tabbed and line.text.lstrip().startswith("|"):
                if _is_ruler(line.text) and self.last_row:
                    self.header = self.last_row
                    for cells in self.header.cells.values():
                        for block in cells:
                            block.kind = "heading"
                    at += 1
                else:
                    at = self._row(line, at, re.compile(r"(?<!\\)\|"))
            else:
                return at
        return at

    def _row(self, line: _Line, at: int, separator: re.Pattern[str]) -> int:
        bounds = [line.start - 1]
        bounds += [line.start + match.start() for match in islice(separator.finditer(line.text), _MOST_CELLS)]
        bounds.append(line.stop)
        at += 1
        if separator.pattern == r"\t":
            while at < len(self.lines) and not self._breaks_cell(self.lines[at]):
                bounds[-1] = self.lines[at].stop
                at += 1
        row = Row(header=self.header)
        offset = 1 if separator.pattern != r"\t" and line.text.lstrip().startswith("|") else 0
        for column, (left, right) in enumerate(zip(bounds[offset:], bounds[offset + 1 :], strict=False)):
            for kind, start, stop in pieces(self.source, left + 1, right):
                span = clean(self.source, start, stop)
                if span.text:
                    block = Block("item" if kind == "item" else "cell", span, row=row, column=column)
                    row.cells.setdefault(column, []).append(block)
                    self.found.append(block)
        if row.cells and separator.pattern == r"\t":
            self._tabbed_header(row)
        if row.cells and min(row.cells) >= 1 and self.last_row and self.last_row is not self.header:
            for column, cells in self.last_row.cells.items():
                if column < min(row.cells):
                    row.cells.setdefault(column, cells)
        if row.cells:
            self.last_row = row
        return at

    def _tabbed_header(self, row: Row) -> None:
        """A first row of short cells heads the columns."""
        if self.header is None and len(row.cells) > 1:
            texts = [cell.text for cells in row.cells.values() for cell in cells]
            if all(len(text.split()) <= 6 and not text.endswith(".") for text in texts):
                self.header = row

    def _breaks_cell(self, line: _Line) -> bool:
        return line.blank or "\t" in line.text or self._is_furniture(line)

    def _prose(self, at: int) -> int:
        """A heading, a list item or a paragraph, up to the line that ends it."""
        first = self.lines[at]
        if _RULE.fullmatch(first.text) or _UNDERLINE.fullmatch(first.text):
            return at + 1
        if heading := _MARKDOWN_HEADING.match(first.text):
            level = len(heading.group(1))
            self._add("heading", first.start + heading.end(), first.stop, level)
            return at + 1
        bullet = _BULLET.match(first.text)
        footnote = None if bullet else _FOOTNOTE.match(first.text)
        begin = first.start + (bullet.end() if bullet else footnote.end() if footnote else 0)
        last = at
        while last + 1 < len(self.lines) and not self._ends_paragraph(self.lines[last + 1], bool(footnote)):
            last += 1
        stop = self.lines[last].stop
        following = self.lines[last + 1] if last + 1 < len(self.lines) else None
        if following and last == at and _UNDERLINE.fullmatch(following.text) and not bullet:
            self._add("heading", begin, stop, 1 if "=" in following.text else 2)
            return last + 2
        if bullet:
            self._add("item", begin, stop)
        elif not footnote and self._is_verse(at, last):
            self._verse(at, last)
        elif footnote:
            self._add("footnote", begin, stop)
        elif _looks_like_heading(self.source[begin:stop], last - at + 1):
            self._add("heading", begin, stop, 3)
        else:
            self._paragraph(begin, stop)
        return last + 1

    def _is_verse(self, at: int, last: int) -> bool:
        """Lines that end long before the text's width are a list without bullets."""
        lines = self.lines[at : last + 1]
        short = (
            all(len(line.text.strip()) < 0.72 * self.width for line in lines[:-1])
            and len(lines[-1].text) < self.width
        )
        begins = all(re.match(r"\s*[\"'\u201c(]?[A-Z\u00c0-\u00de0-9]", line.text) for line in lines)
        begins = begins and not any(_RUNS_ON.search(line.text) for line in lines[:-1])
        ends = sum(line.text.rstrip().endswith((".", ",")) for line in lines)
        indented = all(line.text.startswith(("  ", "\t")) for line in lines[-2:]) and all(
            len(line.text) < 90 for line in lines
        )
        return (
            len(lines) > 1 + (not indented)
            and (short or indented)
            and begins
            and self.width > 50
            and ends < len(lines)
        )

    def _verse(self, at: int, last: int) -> None:
        first = self.lines[at]
        if first.text.rstrip().endswith(":"):
            self._add("paragraph", first.start, first.stop)
            at += 1
        for line in self.lines[at : last + 1]:
            self._add("item", line.start, line.stop)

    def _ends_paragraph(self, line: _Line, in_footnote: bool) -> bool:
        return (
            line.blank
            or "\t" in line.text.strip("\n ")
            or line.text.lstrip().startswith("|")
            or self._is_furniture(line)
            or bool(_BULLET.match(line.text))
            or bool(_CLAUSE.match(line.text))
            or bool(_MARKDOWN_HEADING.match(line.text))
            or bool(_UNDERLINE.fullmatch(line.text))
            or (in_footnote and bool(_FOOTNOTE.match(line.text)))
        )

    def _add(self, kind: str, start: int, stop: int, level: int = 0) -> None:
        span = clean(self.source, start, stop)
        if span.text:
            self.found.append(Block(kind, span, level))

    def _paragraph(self, start: int, stop: int) -> None:
        for kind, begin, end in pieces(self.source, start, stop):
            span = clean(self.source, begin, end)
            if not span.text:
                continue
            broken = self._broken_off(span.text)
            if broken is not None and kind == "paragraph":
                broken.span = join(broken.span, span)
            else:
                self.found.append(Block(kind, span))

    def _broken_off(self, text: str) -> Block | None:
        """The paragraph or cell that a page or column break cut and that this text continues."""
        if not text[0].islower():
            return self._cut_name(text)
        if self.found and self.found[-1].kind == "heading" and self.found[-1].level == 3:
            self.found[-1].kind = "paragraph"
            return self.found[-1]
        for block in reversed(self.found[-4:]):
            if block.kind in ("paragraph", "cell"):
                unfinished = len(block.text) > 40 and not _ENDED.search(block.text)
                return block if unfinished or block.text.endswith(")") else None
            if block.kind not in ("footnote", "heading"):
                return None
        return None

    def _cut_name(self, text: str) -> Block | None:
        """A long paragraph that stops in the middle of a name which this one ends."""
        before = self.found[-1] if self.found else None
        if before and before.kind == "paragraph" and len(before.text) > 120 and text.endswith("."):
            return (
                before
                if re.search(r"\b[A-Z][a-z]+$|\b(?:of|for|on|and|the|in|to|by)$", before.text)
                else None
            )
        return None


def _lines(source: str) -> list[_Line]:
    lines, start = [], 0
    for text in source.splitlines(keepends=True):
        lines.append(_Line(start, start + len(text.rstrip("\n")), text.rstrip("\n")))
        start += len(text)
    return lines


def _is_ruler(text: str) -> bool:
    """The line of dashes under the heads of a Markdown table."""
    return "--" in text and set(text) <= set(" \t:|-")


def _width(lines: list[_Line]) -> int:
    """How long the full lines of running text are."""
    lengths = sorted(len(line.text) for line in lines if "\t" not in line.text and len(line.text) > 30)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _furniture(lines: list[_Line]) -> set[str]:
    """Running heads and feet: short lines that stand three times or more, unless most lines do."""
    full = [line.text.strip() for line in lines if not line.blank]
    counts = Counter(text for text in full if "\t" not in text and len(text) < 120)
    found = {
        text for text, count in counts.items() if count >= 3 and len(text) > 3 and not _BULLET.match(text)
    }
    return found if sum(text in found for text in full) * 2 < len(full) else set()


def _looks_like_heading(text: str, line_count: int) -> bool:
    words = text.split()
    bold = text.strip().startswith("**") and text.strip().endswith("**")
    plain = text.strip(" \n*_")
    return (
        bool(words)
        and line_count <= 3
        and len(words) <= 16
        and (plain[:1].isupper() or plain[:1].isdigit() or bold)
        and not re.search(r"[.,;:]$|[.!?]\s+[A-Z]", plain)
        and "<" not in plain
    )
