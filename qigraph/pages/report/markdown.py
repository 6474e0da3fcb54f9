"""The report as Markdown, with nothing in a quote that Markdown or HTML would act on."""

import re
from collections.abc import Iterator

from qigraph.pages.report.model import Block, Cell, Listing, Quote, Report, Section, Table

__all__ = ["to_markdown"]

_ACTIVE = re.compile(r"([\\`*_\[\]|#!~])")


def to_markdown(report: Report) -> bytes:
    """Render a report."""
    lines = [f"# {escaped(report.title)}", "", escaped(report.subtitle), ""]
    for section in report.sections:
        lines += _section(section, 2)
    lines += ["## Sources", ""]
    for number, (name, link) in enumerate(zip(report.sources, report.links, strict=True), start=1):
        lines.append(f"{number}. {escaped(name)}" + (f", <{_address(link)}>" if link else ""))
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    r"""Text on one line in which no character means anything to Markdown.

    Examples
    --------
    >>> escaped("a | b\n<script>")
    'a \\| b &lt;script&gt;'
    """
    text = _ACTIVE.sub(r"\\\1", " ".join(text.split()))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _address(link: str) -> str:
    return "".join(c if c.isprintable() and c not in "<> \\" else f"%{ord(c) & 0xFF:02X}" for c in link)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.heading)}"
    yield ""
    for block in section.blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Section):
        yield from _section(block, level + 1)
        return
    if isinstance(block, Table):
        yield f"{escaped(block.caption)}:"
        yield ""
        yield f"| {' | '.join(map(escaped, block.columns))} |"
        yield f"|{' --- |' * len(block.columns)}"
        yield from (f"| {' | '.join(map(_cell, row))} |" for row in block.rows)
    elif isinstance(block, Listing):
        yield from (f"- {escaped(item)}" for item in block.items)
    else:
        yield escaped(block.text)
    yield ""


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Quote):
        return f"“{escaped(cell.text)}” \\[{cell.source}, {cell.place}\\]"
    return escaped(str(cell))
