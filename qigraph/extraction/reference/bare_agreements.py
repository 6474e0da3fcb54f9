"""Agreements without a name and without an article: "Memorandums of Understanding were signed", "agreements with"."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon

__all__ = ["bare_agreements"]

_BEFORE = (
    r"of|into|signing|concluding|initialling|concluded|concludes?|initialled|inked|several|various|many|numerous|two|three"
    r"|four|five|six|seven|eight|nine|ten|these|those|both|through|via|under|by|with|following|similar|have|has|had"
    r"|bilateral|multilateral|first|second|third|respective|separate|our|his|her|sealed?|formalised|formalized|through"
)
"""What may stand before an agreement that has no article."""
_FEW = (
    r"(?:new|joint|bilateral|tripartite|trilateral|multilateral|strategic|technical|formal|similar|separate"
    r"|co-?operation|collaboration|partnership|framework|mutual recognition|recognition|twinning|signed"
    r"|historic|landmark|important|general|renewed)\s"
)
_COUNTED = re.compile(
    r"\b(?:number|total|list|texts?|types?|kinds?|series|means|form|way|range|network|programme|program|system|use|conclusion)"
    r"\sof\s$"
)
"""What makes agreements no particular ones: "the total number of MoUs"."""
_FRONTED = re.compile(r"[^,;:.]{2,60},\s")
"""What stands before the subject of a sentence."""
_SIGNED = re.compile(
    r"\s(?:was|were|has been|have been)\s(?:\w+ly\s|also\s)?(?:signed|concluded|renewed|initialled)\b"
)


@cache
def _bare() -> Cued:
    heads = [head for head, kind in lexicon().heads.items() if kind == "Agreement"]
    full = alternatives(head for head in heads if re.search(r"\sof\s|^mous?$", head))
    many = alternatives(head for head in heads if head.endswith("s") and " of " not in head)
    noun = rf"(?P<noun>(?:{_FEW}){{0,3}}(?P<head>{full}|(?:{many})(?=\s(?:with|between|were|have been)\b)))"
    return cued(
        rf"\b(?:(?P<det>{_BEFORE})\s)?{noun}\b(?:\s\((?P<short>[A-Z][A-Za-z]{{1,6}})\))?(?!-)", re.IGNORECASE
    )


def bare_agreements(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the agreements without an article in a sentence; groups ``det``, ``noun``, ``head``, ``short``.

    Parameters
    ----------
    text : str
        Of a block.
    start, stop : int
        Of the sentence.

    Examples
    --------
    >>> text = "They entered into cooperation agreements with the NWB."
    >>> [match.group("noun") for match in bare_agreements(text, 0, len(text))]
    ['cooperation agreements']
    """
    for match in _bare().finditer(text, start, stop):
        if _COUNTED.search(text, start, match.start("noun")):
            continue
        begins = match.start() == start or _FRONTED.fullmatch(text, start, match.start())
        if match.group("det") or begins or _SIGNED.match(text, match.end()):
            yield match
