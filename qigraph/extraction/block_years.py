"""The year that a block is about: that of a heading above it, or that of the document."""

import re
from functools import lru_cache

from qigraph.extraction.layout.blocks import Block

__all__ = ["year_of"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=256)
def _only_year(text: str) -> str | None:
    """The year that a heading names, if it names one only; asked for each block below it."""
    years = {str(found) for found in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def year_of(block: Block, year: str | None) -> str | None:
    """The year that the heading, or failing that the document, is about.

    Parameters
    ----------
    block : Block
        What stands below the headings.
    year : str or None
        The year of the document.

    Returns
    -------
    str or None
        The year of the nearest heading that names one only, else that of the document.
    """
    above: Block | None = block.heading
    while above is not None:
        if (only := _only_year(above.text)) is not None:
            return only
        above = above.heading
    return year
