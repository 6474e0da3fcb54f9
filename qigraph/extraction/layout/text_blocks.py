"""Blocks of plain text and Markdown: soft wraps joined, page furniture left out, tables and lists recognised."""

import re
from array import array

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.columns import straighten
from qigraph.extraction.layout.field_lines import is_led
from qigraph.extraction.layout.line_kinds import (
    is_field,
    is_label_line,
    is_menu,
    is_of_a_year,
    is_place_and_date,
    names_a_group,
    stops_short,
    title_offset,
)
from qigraph.extraction.layout.lines import (
    BROKEN_OFF,
    BULLET,
    Line,
    furniture,
    lines,
    looks_like_heading,
    names_below_groups,
    width,
)
from qigraph.extraction.layout.person_lines import continues_card, is_person_line, is_roster
from qigraph.extraction.layout.pieces import pieces
from qigraph.extraction.layout.spans import Span, clean, join
from qigraph.extraction.layout.text_tables import TableReader
from qigraph.extraction.lexicon import lexicon

__all__ = ["text_blocks"]

_MARKDOWN_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=|-){3,}\s*")
_PAGE_NUMBER = re.compile(r"\s*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*")
_FOOTNOTE = re.compile(
    r"\s*(?:\[\^?\d{1,3}\]:?|\d{1,3})\s+"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?=[A-Z\"\u201c]|https?:|Op\.|ibid)"
)
_ENDED = re.compile(r"[.!?:;][\"')\]\u2019\u201d\d]*\s*$")
_TABLE_TAG = re.compile(r"\s*<table\b", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\b(?:in|on|of|the|and|for|to|a|an|by|with|from|at|or|its|their|is|are|was|"
    r"that|which|as|between|within|under)\s*$|[,-]\s*$"
)
_CLAUSE = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])")
_BEGINS = re.compile(r"\s*(?:\*\*)?[\"'\u201c\u2018(\[]?[A-Z\u00c0-\u00de0-9]")
_ORDINAL = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|No\.?|Article|Dr\.?|Mrs?\.?)\s*$"
)
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[ivxIVX]{1,4}|[a-z])[.)]\s")
_BOLD_LABEL = re.compile(r"\s*\*\*[A-Z\u00c0-\u00de][^*\n]{1,48}(?::\*\*|\*\*:)(?=\s)")
"""A label set in bold: each begins a line of its own, whatever stands above it."""
_LONGEST_WRAPPED = 180
"""Characters of a line that nobody wraps: in a text with longer ones a line end ends the paragraph."""

_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")


def text_blocks(source: str) -> list[Block]:
    """Cut plain text or Markdown into blocks."""
    straight = straighten(source)
    if straight is None:
        return _Reader(source).read()
    found = _Reader(straight.text).read()
    for block in found:
        offsets = array("l", [straight.origin[at] for at in block.span.origin[:-1]])
        offsets.append(offsets[-1] + 1)
        block.span = Span(block.span.text, offsets)
    return found


class _Reader(TableReader):
    def __init__(self, source: str) -> None:
        super().__init__(source, lines(source))
        self.furniture = furniture(self.lines)
        self.width = width(self.lines)
        self.unwrapped = any(
            len(line.text) > _LONGEST_WRAPPED and "\t" not in line.text for line in self.lines
        )

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
                behind = self._fields(at)
                at = behind if behind > at else self._prose(at)
        names_below_groups(self.found)
        return self.found

    def _is_furniture(self, line: Line) -> bool:
        return (
            line.text.strip() in self.furniture
            or bool(_PAGE_NUMBER.fullmatch(line.text))
            or (not line.text.lstrip().startswith("|") and is_menu(line.text))
        )

    def _prose(self, at: int) -> int:
        """A heading, a list item or a paragraph, up to the line that ends it."""
        self.after_prose = True
        first = self.lines[at]
        if _RULE.fullmatch(first.text) or _UNDERLINE.fullmatch(first.text):
            return at + 1
        if heading := _MARKDOWN_HEADING.match(first.text):
            level = len(heading.group(1))
            self._add("heading", first.start + heading.end(), first.stop, level)
            return at + 1
        if title := self._numbered_title(at):
            self._add("heading", first.start + title, first.stop, 3)
            return at + 1
        if (card := self._card(at)) > at:
            for line in self.lines[at : card + 1]:
                self._add("item", line.start, line.stop)
            return card + 1
        bullet = BULLET.match(first.text)
        footnote = None if bullet else _FOOTNOTE.match(first.text)
        begin = first.start + (bullet.end() if bullet else footnote.end() if footnote else 0)
        last = at
        while last + 1 < len(self.lines) and not (
            self._ends_paragraph(self.lines[last + 1], bool(footnote)) or self._ends_here(at, last)
        ):
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
        elif looks_like_heading(self.source[begin : (cut := self._title_end(at, last))], last - at + 1):
            self._add("heading", begin, cut, 3)
            self._add("paragraph", cut, stop)
        else:
            self._paragraph(begin, stop)
        return last + 1

    def _title_end(self, at: int, last: int) -> int:
        """Where a title ends: above a last line that says where and when, and nothing more."""
        line = self.lines[last]
        below = last > at and is_place_and_date(line.text) and not _RUNS_ON.search(self.lines[last - 1].text)
        return line.start if below else line.stop

    def _card(self, at: int) -> int:
        """The last line of a card: a person's name over short lines with office, employer, address and term."""
        last = at
        if not is_person_line(self.lines[at].text):
            return at
        while last + 1 < len(self.lines) and continues_card(self.lines[last + 1].text):
            last += 1
        ends = last + 1 == len(self.lines) or self.lines[last + 1].blank
        return last if ends else at

    def _numbered_title(self, at: int) -> int:
        """Where the title of a numbered heading begins in the line, 0 if it is none: a paragraph follows, no number."""
        title = title_offset(self.lines[at].text)
        following = self._beside(at, 1)
        if not title or following is None or following.text.lstrip().startswith("|"):
            return 0
        after = self.lines[at + 1]
        apart = (
            after.blank
            or stops_short(self.lines[at].text, after.text, self.width)
            or is_label_line(after.text)
        )
        beside = (self._beside(at, -1), following)
        listed = any(line and (title_offset(line.text) or _NUMBERED.match(line.text)) for line in beside)
        listed = listed or (at > 0 and bool(BULLET.match(self.lines[at - 1].text)))
        return title if apart and not listed else 0

    def _beside(self, at: int, step: int) -> Line | None:
        """The next line, or the one before, that is not blank."""
        at += step
        while 0 <= at < len(self.lines) and (self.lines[at].blank or self._is_furniture(self.lines[at])):
            at += step
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def _ends_here(self, first: int, last: int) -> bool:
        """Whether the line ends its paragraph although another follows it directly."""
        line, following = self.lines[last].text, self.lines[last + 1].text
        begins = bool(_BEGINS.match(following)) and not _RUNS_ON.search(line) and not _ORDINAL.search(line)
        dated = bool(re.match(r"[\s*(]*\d{1,2}\b", following))
        if self.unwrapped and begins and not dated and max(len(line), len(following)) > _LONGEST_WRAPPED // 2:
            return True
        if _BOLD_LABEL.match(following) or (begins and is_field(following)):
            return True
        if is_of_a_year(line) and is_of_a_year(following):
            return True
        if (
            begins
            and is_label_line(following)
            and not _FOOTNOTE.match(self.lines[first].text)
            and (_ENDED.search(line) or is_label_line(line) or first == last)
        ):
            return True
        if begins and _ENDED.search(line) and self._short_from(last + 1):
            return True
        return begins and first == last and stops_short(line, following, self.width)

    def _short_from(self, at: int) -> bool:
        """Whether two short lines follow that end no sentence: a list without bullets begins."""
        lines = self.lines[at : at + 2]
        return len(lines) == 2 and all(
            _BEGINS.match(line.text) and len(line.text) < 0.5 * self.width and not _ENDED.search(line.text)
            for line in lines
        )

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
        if is_roster([line.text for line in lines]):
            return True
        if len(lines) > 3 and begins and not any(_ENDED.search(line.text) for line in lines):
            return True
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
        roster = is_roster([line.text for line in self.lines[at : last + 1]])
        for line in self.lines[at : last + 1]:
            if names_a_group(line.text) or (roster and not is_person_line(line.text)):
                self._add("heading", line.start, line.stop, 4)
            else:
                self._add("item", line.start, line.stop)

    def _ends_paragraph(self, line: Line, in_footnote: bool) -> bool:
        return (
            line.blank
            or "\t" in line.text.strip("\n ")
            or line.text.lstrip().startswith("|")
            or self._is_furniture(line)
            or bool(BULLET.match(line.text))
            or bool(_CLAUSE.match(line.text))
            or bool(_MARKDOWN_HEADING.match(line.text))
            or bool(_UNDERLINE.fullmatch(line.text))
            or is_led(line.text)
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
        if before and before.kind == "paragraph" and BROKEN_OFF.search(before.text):
            return before
        begins = text.split()[0].rstrip(",") in lexicon().sentence_words
        if (
            before
            and before.kind == "paragraph"
            and len(before.text) > 120
            and text.endswith(".")
            and not begins
        ):
            return (
                before
                if re.search(r"\b[A-Z][a-z]+$|\b(?:of|for|on|and|the|in|to|by)$", before.text)
                else None
            )
        return None
