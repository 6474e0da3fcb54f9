"""Years that belong to a title: "the Action Plan 2011-2015" says not when anything took place."""

import re
from collections.abc import Sequence

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.things import Mention
from qigraph.extraction.time.dates import Dated

__all__ = ["without_titles"]

_TITLED = ("Programme", "Instrument", "Publication")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-\u2013/]\s?(?:(?:19|20)\d\d|\d\d)")
_PLANNED_FOR = re.compile(
    r"\b(?i:plan|strategy|roadmap|framework|agenda|period|cycle|budget|term|phase)\s(?:\(|for\s|of\s)?$"
)
"""What years are planned for: "its strategic plan (2016-2020)"."""
_BETWEEN = re.compile(r",?\s(?:for\s|of\s)?(?:the\s(?:period|years)\s)?")


def without_titles(block: Block, found: list[Dated], mentions: Sequence[Mention]) -> list[Dated]:
    """The dates of a block without the spans of years that stand right behind a plan, a strategy or a programme.

    Parameters
    ----------
    block : Block
    found : list of Dated
        Its dates.
    mentions : sequence of Mention
        In the block.
    """
    ends = [m.stop for m in mentions if m.type in _TITLED]
    text = block.text
    return [
        dated
        for dated in found
        if not _YEARS.fullmatch(text, dated.start, dated.stop)
        or (
            not _PLANNED_FOR.search(text, max(0, dated.start - 40), dated.start)
            and not any(
                0 < dated.start - end < 24 and _BETWEEN.fullmatch(text, end, dated.start) for end in ends
            )
        )
    ]
