"""Tables of a plain text: rows of cells between tabs or pipes, and tables written in HTML."""

import re
from itertools import islice

from qigraph.extraction.layout.blocks import Block, Row
from qigraph.extraction.layout.field_lines import field_lines
from qigraph.extraction.layout.html_blocks import COLUMN_NAME, html_blocks
from qigraph.extraction.layout.line_kinds import is_field
from qigraph.extraction.layout.lines import Line, is_ruler
from qigraph.extraction.layout.pieces import pieces
from qigraph.extraction.layout.spans import clean

__all__ = ["TableReader"]

_MOST_CELLS = 60


class TableReader:
    """What reads the tables of a text, line by line.

    Parameters
    ----------
    source : str
        The text.
    lines : list of Line
        Its lines.
    """

    def __init__(self, source: str, lines: list[Line]) -> None:
        self.source = source
        self.lines = lines
        self.found: list[Block] = []
        self.header: Row | None = None
        self.last_row: Row | None = None
        self.after_prose = False

    def _is_furniture(self, line: Line) -> bool:
        raise NotImplementedError

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
                if is_ruler(line.text):
                    self._head_of_table()
                    at += 1
                else:
                    at = self._row(line, at, re.compile(r"(?<!\\)\|"))
            else:
                return at
        return at

    def _fields(self, at: int) -> int:
        """Rows of labels with their values, as of a fact sheet that lost its marks."""
        stop, fields = field_lines(self.lines, at)
        for field in fields:
            row = Row()
            for column, bounds in enumerate((field.label, field.value)):
                span = clean(self.source, *bounds)
                if span.text:
                    block = Block("cell", span, row=row, column=column)
                    row.cells[column] = [block]
                    self.found.append(block)
        return stop

    def _head_of_table(self) -> None:
        """The row above a ruler heads the columns, unless it is empty."""
        if self.last_row is not None:
            self.header = self.last_row
            for block in [block for cells in self.header.cells.values() for block in cells]:
                block.kind = "heading"

    def _row(self, line: Line, at: int, separator: re.Pattern[str]) -> int:
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
        """A first row of short cells heads the columns, unless it is a label with its value."""
        texts = [cell.text for cells in row.cells.values() for cell in cells]
        again = self.after_prose and sum(bool(COLUMN_NAME.match(text)) for text in texts) > 1
        self.after_prose = False
        labelled = len(texts) == 2 and (is_field(f"{texts[0]}:") or any(map(str.isdigit, texts[1])))
        if len(row.cells) < 2 or labelled or not (self.header is None or again):
            return
        if all(len(text.split()) <= 6 and not text.endswith(".") for text in texts):
            self.header = row

    def _breaks_cell(self, line: Line) -> bool:
        return line.blank or "\t" in line.text or self._is_furniture(line)
