"""The report: what the graph holds, where organisations overlap, what is missing, and how sure that is.

One model (:mod:`qigraph.pages.report.model`) is made from the facts and the analyses; every format
renders it. A new format is a new function in :data:`FORMATS`.
"""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qigraph.errors import InputError
from qigraph.facts import Fact
from qigraph.pages.report.contents import coverage, disagreements, extent, organisations
from qigraph.pages.report.findings import gap_section, overlap_section
from qigraph.pages.report.html import to_html
from qigraph.pages.report.markdown import to_markdown
from qigraph.pages.report.method import in_brief, method
from qigraph.pages.report.model import Report
from qigraph.pages.report.sources import Sources
from qigraph.pages.sources import Source
from qigraph.rows import Rows

if TYPE_CHECKING:
    from qigraph.analysis.gaps import Gaps
    from qigraph.analysis.overlap_result import Overlaps

__all__ = ["FORMATS", "report", "report_model"]


def _to_json(made: Report) -> bytes:
    text = json.dumps(made.to_json(), ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace")


FORMATS: dict[str, Callable[[Report], bytes]] = {"html": to_html, "md": to_markdown, "json": _to_json}
"""Each format, by the suffix of the file, and what renders it."""


def report_model(
    facts: Sequence[Fact],
    documents: Sequence[Source],
    overlaps: "Overlaps",
    gaps: "Gaps",
    conflicts: Rows,
    title: str,
) -> Report:
    """Make the report, in no format yet. Parameters as for :func:`report`."""
    sources = Sources(facts, documents)
    date = f"As of {overlaps.as_of}" if overlaps.as_of else "Facts of all dates"
    return Report(
        title,
        f"{date}. Numbers in brackets name the source of a sentence.",
        (
            in_brief(facts, len(sources.titles), overlaps, gaps, conflicts),
            overlap_section(overlaps, sources),
            gap_section(gaps, sources),
            coverage(facts),
            disagreements(conflicts, sources),
            organisations(facts),
            extent(facts, sources),
            method(overlaps.null),
        ),
        sources.titles,
        sources.links,
    )


def report(
    facts: Sequence[Fact],
    documents: Sequence[Source],
    overlaps: "Overlaps",
    gaps: "Gaps",
    conflicts: Rows,
    format: str,
    title: str = "Overlaps and gaps",
) -> bytes:
    """Write the report.

    Parameters
    ----------
    facts : sequence of Fact
        The facts that the analyses were made from.
    documents : sequence of Source
        What is known of the documents; those that only evidence names are added.
    overlaps : Overlaps
        From :func:`qigraph.analysis.overlap.overlaps`.
    gaps : Gaps
        From :func:`qigraph.analysis.gaps.gaps`.
    conflicts : Rows
        From :func:`qigraph.graph.conflicts.conflicts`.
    format : str
        One of :data:`FORMATS`: ``html``, ``md`` or ``json``.
    title : str

    Returns
    -------
    bytes
        The file, the same for the same arguments.

    Raises
    ------
    InputError
        If there is no such format.

    Examples
    --------
    >>> from qigraph.analysis.gaps import gaps
    >>> from qigraph.analysis.overlap import overlaps
    >>> text = report([], [], overlaps([]), gaps([]), Rows([]), "md", "Nothing yet")
    >>> text.decode().splitlines()[0]
    '# Nothing yet'
    """
    if format not in FORMATS:
        raise InputError(f"no report in the format {format!r}: give one of {', '.join(FORMATS)}")
    return FORMATS[format](report_model(facts, documents, overlaps, gaps, conflicts, title))
