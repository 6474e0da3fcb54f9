"""Headings, paragraphs, lists, tables and footnotes of a Word document, as Markdown."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["blocks", "footnotes"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_LEFT_OUT = {
    _FALLBACK,
    *(f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "instrText", "delText")),
}
_CHARACTERS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\u00ad",
}
_MOST_COLUMNS = 63  # of a table in Word
_HEADING = re.compile(r"heading (\d)")


class _Styles:
    """What the paragraph styles of a document say, those they are based on included."""

    def __init__(self, document: "Document") -> None:
        self._elements: dict[str, Any] = {}
        self.default = ""
        for style in document.styles.element.iterchildren(f"{_W}style"):
            if style.get(f"{_W}type") == "paragraph":
                self._elements[style.get(f"{_W}styleId", "")] = style
                if style.get(f"{_W}default") in ("1", "true", "on"):
                    self.default = style.get(f"{_W}styleId", "")

    def chain(self, name: str) -> Iterator[Any]:
        """The style and those it is based on."""
        seen: set[str] = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = _value(self._elements[name], "basedOn") or ""


def blocks(document: "Document") -> list[str]:
    """The blocks of the body; items of one list are one.

    Parameters
    ----------
    document : docx.document.Document
    """
    return _grouped(_blocks(document.element.body, _Styles(document)))


def footnotes(document: "Document") -> list[str]:
    """The footnotes, in order.

    Parameters
    ----------
    document : docx.document.Document
    """
    from docx.oxml import parse_xml

    found: list[str] = []
    for relation in document.part.rels.values():
        if relation.reltype == _FOOTNOTES and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iter(f"{_W}footnote"):
                text = " ".join(filter(None, map(_text, note.iter(f"{_W}p"))))
                if text and note.get(f"{_W}type") in (None, "normal"):
                    found.append(f"[^{len(found) + 1}]: {text}")
    return found


def _grouped(found: Iterator[tuple[str, str]]) -> list[str]:
    joined: list[str] = []
    previous = ""
    for kind, text in found:
        if kind == previous == "item":
            joined[-1] += f"\n{text}"
        else:
            joined.append(text)
        previous = kind
    return joined


def _blocks(parent: Any, styles: _Styles) -> Iterator[tuple[str, str]]:
    """Kind and Markdown of the blocks in an element."""
    for element in parent.iterchildren():
        if element.tag == f"{_W}p":
            text = _text(element)
            level, depth = _level(element, styles), _depth(element, styles)
            if text and level:
                yield "heading", f"{'#' * level} {_one_line(text)}"
            elif text and depth is not None:
                yield "item", f"{'  ' * depth}- {_one_line(text)}"
            elif text:
                yield "paragraph", text
            for box in _boxes(element):
                yield from _blocks(box, styles)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, styles)
        elif element.tag in _WRAPPERS:
            yield from _blocks(element, styles)


def _boxes(parent: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, those within them left out."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _text(element: Any) -> str:
    """The characters of a paragraph as a reader of it sees them."""
    found: list[str] = []

    def visit(parent: Any) -> None:
        for child in parent.iterchildren():
            if child.tag == f"{_W}t":
                found.append(child.text or "")
            elif child.tag in _CHARACTERS:
                found.append(_CHARACTERS[child.tag])
            elif child.tag not in _LEFT_OUT and not _is_hidden(child):
                visit(child)

    visit(element)
    lines = "".join(found).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _is_hidden(run: Any) -> bool:
    properties = run.find(f"{_W}rPr") if run.tag == f"{_W}r" else None
    vanish = properties.find(f"{_W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off")


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _value(element: Any, path: str) -> str | None:
    """The value of the property at a path."""
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    value = found.get(f"{_W}val") if found is not None else None
    return value if value is None else str(value)


def _level(paragraph: Any, styles: _Styles) -> int:
    """Depth of a heading; 0 of what is none."""
    outline = _value(paragraph, "pPr/outlineLvl")
    for style in styles.chain(_value(paragraph, "pPr/pStyle") or styles.default):
        name = (_value(style, "name") or "").lower()
        if name == "title":
            return 1
        if heading := _HEADING.fullmatch(name):
            return min(int(heading.group(1)), 6) or 1
        outline = outline or _value(style, "pPr/outlineLvl")
    return min(int(outline) + 1, 6) if outline and outline in "012345678" else 0


def _depth(paragraph: Any, styles: _Styles) -> int | None:
    """Depth of a list item, from 0."""
    number, level = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
    for style in styles.chain(_value(paragraph, "pPr/pStyle") or styles.default):
        number = number or _value(style, "pPr/numPr/numId")
        level = level or _value(style, "pPr/numPr/ilvl")
    if number in (None, "0"):
        return None
    return int(level) if level and level in "012345678" else 0


def _table(table: Any, styles: _Styles) -> Iterator[tuple[str, str]]:
    rows = [_cells(row) for row in _children(table, "tr")]
    width = max(map(len, rows), default=0)
    if width < 2:  # a frame around text
        for row in rows:
            for cell in row:
                if cell is not None:
                    yield from _blocks(cell, styles)
        return
    lines = [[_cell(cell, styles) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [line for line in lines if any(line)]
    if lines:
        written = [f"| {' | '.join(line)} |" for line in lines]
        if _is_header(lines[0]):
            written.insert(1, f"|{' --- |' * width}")
        yield "table", "\n".join(written)


def _children(parent: Any, name: str) -> Iterator[Any]:
    for element in parent.iterchildren():
        if element.tag == f"{_W}{name}":
            yield element
        elif element.tag in _WRAPPERS:
            yield from _children(element, name)


def _cells(row: Any) -> list[Any]:
    """The cells by column; None where one reaches over from the left or from above."""
    found: list[Any] = []
    for cell in _children(row, "tc"):
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        found.append(cell if merged is None or merged.get(f"{_W}val") == "restart" else None)
        span = _value(cell, "tcPr/gridSpan") or "1"
        found += [None] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0)
    return found[:_MOST_COLUMNS]


def _cell(cell: Any, styles: _Styles) -> str:
    """A cell on one line: its paragraphs and items in the tags that Markdown takes from HTML."""
    if cell is None:
        return ""
    found = list(_blocks(cell, styles))
    if any(kind == "item" for kind, _ in found):
        parts = [
            f"<ul><li>{_inline(text.lstrip(' -'))}</li></ul>" if kind == "item" else f"{_inline(text)}<br>"
            for kind, text in found
        ]
        return "".join(parts).replace("</ul><ul>", "").removesuffix("<br>")
    return "<br>".join(_inline(text.lstrip("# ")) for _, text in found)


def _inline(text: str) -> str:
    """Within a cell a pipe would end it, and a table in it is read as its words."""
    words = " ".join(line.strip("| ") for line in text.split("\n") if line.strip("|- "))
    return words.replace("|", "&#124;")


def _is_header(cells: list[str]) -> bool:
    """Whether a first row heads columns; labels with values beside them are no heads."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and not any(
        cell.rstrip().endswith((":", "?")) or "<br>" in cell for cell in filled
    )
