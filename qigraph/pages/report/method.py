"""The first and the last section: the findings on one page, and how they were come by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qigraph.facts import Fact
from qigraph.pages.report.contents import entities_of, years
from qigraph.pages.report.findings import sure
from qigraph.pages.report.model import Listing, Paragraph, Section
from qigraph.rows import Rows

if TYPE_CHECKING:
    from qigraph.analysis.gaps import Gaps
    from qigraph.analysis.overlap_result import Overlaps

__all__ = ["in_brief", "method"]


def in_brief(
    facts: Sequence[Fact], documents: int, overlaps: "Overlaps", gaps: "Gaps", conflicts: Rows
) -> Section:
    """What a reader takes away who reads no further."""
    entities = entities_of(facts)
    span = years(facts)
    items = [
        f"{_count(documents, 'document')} {'was' if documents == 1 else 'were'} read; "
        f"{'it states' if documents == 1 else 'they state'} {_count(len(facts), 'fact')} about "
        f"{_count(len(entities), 'entity', 'entities')}"
        + (f", with dates from {span[0]} to {span[1]}." if span else ", none of them dated.")
    ]
    sure_pairs = [pair for pair in overlaps.pairs if sure(pair)]
    if sure_pairs:
        first = sure_pairs[0]
        items.append(
            f"{_count(overlaps.findings, 'pair')} of organisations share more than chance lets expect; the "
            f"surest are {first.first.label} and {first.second.label}."
        )
    elif len(overlaps):
        items.append(
            "Organisations share topics, goals and bodies, but no pair more than chance lets expect."
        )
    else:
        items.append("No two organisations share anything that was read.")
    items.append(f"{_count(len(gaps.found), 'gap')} {'is' if len(gaps.found) == 1 else 'are'} listed.")
    matters = len({(r["subject"], r["relation"], r["object"]) for r in conflicts.records()})
    if matters:
        items.append(f"On {_count(matters, 'matter')} the documents name dates that cannot both be right.")
    return Section("In brief", (Listing(tuple(items)),))


def method(null: str) -> Section:
    """How the numbers came about, and what they cannot tell."""
    names = {
        "bicm": "the bipartite configuration model, under which every organisation keeps its expected number "
        "of items and every item its expected number of organisations",
        "hypergeometric": "the hypergeometric model, which draws each organisation's items as if all items "
        "were equally common",
    }
    return Section(
        "Method and limits",
        (
            Paragraph(
                "Facts are read from documents by rules, not by judgement. Each keeps the exact sentence, "
                "the document and the place in it. Wishes, plans, denials and questions are left out. Facts "
                "that a rule concludes from others are marked as derived and do not count towards overlap."
            ),
            Paragraph(
                f"Overlap is measured layer by layer and compared with {names.get(null, null)}. The p-values "
                "of the layers are combined (Cauchy combination) and adjusted for all pairs tested "
                "(Benjamini–Hochberg)."
            ),
            Listing(
                (
                    "The documents are a sample: more of them would show more, and may show something else.",
                    "What is popular in the documents is not what matters most in the world.",
                    "Names are matched by rules; two bodies of one name may have been taken for one.",
                    "An undated fact is taken to hold on any date that is asked for.",
                )
            ),
        ),
    )


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
