"""Blocks of an HTML page, with offsets into its source; menus, scripts and forms are left out."""

import re
from html.parser import HTMLParser

from qigraph.extraction.layout.blocks import Block, Row
from qigraph.extraction.layout.spans import clean

__all__ = ["html_blocks"]

_SKIPPED = {
    "script",
    "style",
    "nav",
    "noscript",
    "form",
    "button",
    "select",
    "template",
    "svg",
    "head",
    "footer",
}
COLUMN_NAME = re.compile(
    r"\W*(?:names?|years?|dates?|chairs?|chair\w+|from|to|until|members?|"
    r"organi[sz]ations?|institut\w+|body|bodies|status|since|joined|signed"
    r"|event|meeting|place|venue|hosts?|host(?:ed by)|topics?|parties|partners?|"
    r"agreement|instrument|acronym|countr(?:y|ies)|founded|seat"
    r"|secretariat|network|committee|role|category|title|expires|sponsor\w*|"
    r"organi[sz]e[rd].*|term|period|president|convenor|sdgs?|goals?)\b",
    re.IGNORECASE,
)
_LINE_END = re.compile("\n")
_VOID = {"br", "hr", "img", "input", "meta", "link", "source", "col", "area", "wbr", "embed", "track", "base"}
_BLOCKS = {
    *(
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "aside",
        "blockquote",
        "figure",
        "figcaption",
        "dt",
        "dd",
    ),
    *(
        "ul",
        "ol",
        "li",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "body",
        "html",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "address", "title", "pre"),
}
_MENU = ("menu", "navigation", "breadcrumb", "cookie", "sidebar", "footer", "skip-link", "social")


def html_blocks(source: str, start: int = 0, stop: int | None = None) -> list[Block]:
    """Cut an HTML page, or the part of a text that is HTML, into blocks.

    Parameters
    ----------
    source : str
        A whole document.
    start, stop : int
        The part of it to read.
    """
    end = len(source) if stop is None else stop
    reader = _Reader(source, start, end)
    reader.feed(source[start:end])
    reader.close()
    reader.flush(end)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, source: str, start: int, stop: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.line_starts = [start, *(match.end() for match in _LINE_END.finditer(source, start, stop))]
        self.found: list[Block] = []
        self.open: list[str] = []
        self.skipping: list[str] = []
        self.begin = start
        self.row: Row | None = None
        self.header: Row | None = None
        self.column = -1
        self.rows_read = 0

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_decl(self, decl: str) -> None:
        self.flush(self._offset())
        self.begin = self._after_tag(self._offset())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        if self.skipping:
            if tag not in _VOID:
                self.skipping.append(tag)
            return
        stop = start + len(self.get_starttag_text() or "")
        if tag in _SKIPPED or self._is_menu(tag, attrs):
            self.flush(start)
            if tag not in _VOID:
                self.skipping.append(tag)
            return
        if tag in _BLOCKS:
            self.flush(start)
            self.begin = stop
            self._enter(tag)
            if tag not in _VOID:
                self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.skipping and tag in _BLOCKS:
            self.flush(self._offset())
            self.begin = self._offset() + len(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        if self.skipping:
            if tag in self.skipping:
                while self.skipping.pop() != tag:
                    pass
            if not self.skipping:
                self.begin = self._after_tag(start)
            return
        if tag in _BLOCKS and tag in self.open:
            self.flush(start)
            while self.open.pop() != tag:
                pass
            self.begin = self._after_tag(start)
            if tag == "tr" and self.row is not None and self._is_header(self.row):
                self.header = self.row
            if tag == "tr" and self.row is not None and self.header is None:
                self.header = self._first_row(self.row)
            if tag == "table":
                self.row = self.header = None

    def _after_tag(self, start: int) -> int:
        end = self.source.find(">", start)
        return end + 1 if end >= 0 else len(self.source)

    def _is_menu(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        if tag not in ("div", "ul", "header", "section", "aside", "ol", "p"):
            return False
        marks = " ".join(value or "" for name, value in attrs if name in ("class", "id", "role")).lower()
        return any(word in marks for word in _MENU)

    def _enter(self, tag: str) -> None:
        if tag == "table":
            self.header = self.row = None
            self.rows_read = 0
        elif tag == "tr":
            self.row, self.column = Row(header=self.header), -1
        elif tag in ("td", "th"):
            self.column += 1

    def _is_header(self, row: Row) -> bool:
        blocks = [block for cells in row.cells.values() for block in cells]
        return bool(blocks) and all(block.kind == "heading" for block in blocks)

    def _first_row(self, row: Row) -> Row | None:
        """A first row of column names heads a table that does not mark its heads."""
        texts = [cells[0].text for cells in row.cells.values()]
        short = len(texts) > 1 and all(
            len(text.split()) <= 4 and not any(map(str.isdigit, text)) for text in texts
        )
        if short and not self.rows_read and sum(bool(COLUMN_NAME.match(text)) for text in texts) > 1:
            return row
        self.rows_read += 1
        return None

    def flush(self, stop: int) -> None:
        """End the block that is open at ``begin``."""
        start, self.begin = self.begin, stop
        if stop <= start or self.skipping or not self.source[start:stop].strip():
            return
        span = clean(self.source, start, stop)
        if not span.text:
            return
        holder = next((tag for tag in reversed(self.open) if tag not in ("div", "p", "br")), "")
        if holder in ("td", "th") or (self.row is not None and "td" in self.open):
            kind = "heading" if "th" in self.open and "td" not in self.open else "cell"
            if "li" in self.open[self._last("td") :]:
                kind = "item"
            block = Block(kind, span, row=self.row, column=max(self.column, 0))
            if self.row is not None:
                self.row.cells.setdefault(block.column, []).append(block)
        elif holder in ("li", "dd"):
            block = Block("item", span)
        elif holder in ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "title", "caption"):
            block = Block("heading", span, level=int(holder[1]) if holder[1:].isdigit() else 4)
        else:
            block = Block("paragraph", span)
        self.found.append(block)

    def _last(self, tag: str) -> int:
        return len(self.open) - 1 - self.open[::-1].index(tag) if tag in self.open else 0
