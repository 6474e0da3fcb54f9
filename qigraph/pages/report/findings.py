"""Overlaps and gaps as a reader wants them: ranked, with the why, the doubt and the sentences."""

from typing import TYPE_CHECKING

from qigraph.analysis.overlap_result import LEVEL
from qigraph.pages.report.model import Cell, Listing, Paragraph, Section, Table
from qigraph.pages.report.sources import Sources

if TYPE_CHECKING:
    from qigraph.analysis.gaps import Gap, Gaps
    from qigraph.analysis.overlap_result import Overlap, Overlaps

__all__ = ["gap_section", "overlap_section", "sure"]

PAIRS = 20
"""How many pairs, and gaps of a kind, are listed."""

AT_LEAST = 5
"""How many pairs are told in full, even if none shares more than chance may give."""

_ITEMS = 4

_FAMILIES = {
    "channel": "Channels that are missing",
    "topic": "Topics with one organisation or none",
    "goal": "Goals with one organisation or none",
    "single-point": "What falls apart if one leaves",
    "agreement": "Agreements not renewed for years",
}


def number(value: float | None) -> str:
    """A number with three digits that count; a tiny one as a bound.

    Examples
    --------
    >>> number(0.00001), number(0.0421), number(12.0), number(None)
    ('< 0.001', '0.0421', '12', '')
    """
    if value is None:
        return ""
    return "< 0.001" if 0 < value < 0.001 else f"{value:.3g}"


def sure(pair: "Overlap") -> bool:
    """Whether the pair shares more than the null model lets expect, all tests counted."""
    return pair.q <= LEVEL


def overlap_section(overlaps: "Overlaps", sources: Sources) -> Section:
    """The pairs, surest first, each with both sides' sentences side by side."""
    heading = "Overlaps"
    if not len(overlaps):
        return Section(heading, (Paragraph("No two organisations here share anything that was read."),))
    reading = (
        "Overlap is no verdict. Fragmentation, overlap and duplication are three findings: mandates that "
        "overlap need not duplicate work, and a body on which both sit may be the cure (GAO-15-49SP)."
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            rank,
            f"{pair.first.label} and {pair.second.label}",
            sum(len(layer.shared) for layer in pair.layers),
            number(pair.q),
            len(pair.documents),
            "yes" if sure(pair) else "no",
        )
        for rank, pair in enumerate(overlaps[:PAIRS], start=1)
    )
    columns = ("Rank", "Pair", "Shared", "Adjusted p", "Documents", "More than chance")
    in_full = max(AT_LEAST, sum(sure(pair) for pair in overlaps[:PAIRS]))
    told = tuple(_pair(rank, pair, sources) for rank, pair in enumerate(overlaps[:in_full], start=1))
    return Section(
        heading,
        (
            Paragraph(reading),
            Paragraph(f"{overlaps.heading}."),
            Table("Pairs, surest first", columns, rows),
            *told,
        ),
    )


def _pair(rank: int, pair: "Overlap", sources: Sources) -> Section:
    shares: tuple[tuple[Cell, ...], ...] = tuple(
        (
            layer.layer,
            len(layer.shared),
            number(layer.expected),
            f"{layer.first_items} and {layer.second_items}",
            number(layer.q),
        )
        for layer in pair.sharing
    )
    columns = ("Layer", "Shared", "Expected", "Held by each", "Adjusted p")
    sentences: tuple[tuple[Cell, ...], ...] = tuple(
        (shared.item.label, sources.first_quote(shared.first), sources.first_quote(shared.second))
        for layer in pair.sharing
        for shared in layer.shared[:_ITEMS]
    )
    return Section(
        f"{rank}. {pair.first.label} and {pair.second.label}",
        (
            Paragraph(f"Because they share {pair.because}."),
            Listing(_doubts(pair)),
            Table("Layer by layer", columns, shares),
            Table("Both sides", ("Shared", pair.first.label, pair.second.label), sentences),
        ),
    )


def _doubts(pair: "Overlap") -> tuple[str, ...]:
    """What speaks for and against taking the pair seriously."""
    doubts = []
    if sure(pair):
        doubts.append(f"More than the null model lets expect (adjusted p {number(pair.q)}).")
    else:
        doubts.append(f"No more than chance may give (adjusted p {number(pair.q)}).")
    if len(pair.documents) == 1:
        doubts.append("Rests on a single document: if that errs, nothing is left.")
    else:
        doubts.append(f"Rests on {len(pair.documents)} documents.")
    left_out = sum(max(0, len(layer.shared) - _ITEMS) for layer in pair.sharing)
    if left_out:
        doubts.append(f"{left_out} more shared items are counted, though their sentences are not shown.")
    return tuple(doubts)


def gap_section(gaps: "Gaps", sources: Sources) -> Section:
    """The gaps, family by family, in the order of the analysis."""
    heading = "Gaps"
    if not gaps.found:
        return Section(heading, (Paragraph("The analysis found no gap in what was read."),))
    caution = (
        "A gap is the absence of evidence, not evidence of absence: what is missing here may exist, and no "
        "document that was read names it."
    )
    families: dict[str, list[Gap]] = {}
    for gap in gaps.found:
        families.setdefault(gap.kind, []).append(gap)
    sections = (_family(kind, members, sources) for kind, members in families.items())
    return Section(heading, (Paragraph(caution), Paragraph(f"{gaps.heading}."), *sections))


def _family(kind: str, gaps: "list[Gap]", sources: Sources) -> Section:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            rank,
            ", ".join(entity.label for entity in gap.entities[:_ITEMS]),
            gap.because,
            sources.first_quote(gap.facts),
        )
        for rank, gap in enumerate(gaps[:PAIRS], start=1)
    )
    heading = _FAMILIES.get(kind, kind.replace("-", " ").capitalize())
    table = Table("In the order of the analysis", ("Rank", "What", "Why", "Sentence"), rows)
    left = len(gaps) - len(rows)
    more = (Paragraph(f"{left} more are not shown here; qigraph gaps lists them."),) if left else ()
    return Section(heading, (table, *more))
