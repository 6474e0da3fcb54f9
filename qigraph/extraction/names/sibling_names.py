"""Persons beside persons: in "Ana Silva (INMETRO), Xola Nuru (KEBS) and Li Na (NIM)" who all are is told by one."""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.names.personal_names import LOWER, PARTICLE, UPPER

__all__ = ["siblings"]

_WORD = rf"[{UPPER}](?=[\w'\u2019-]*[{LOWER}])[\w'\u2019-]*+"
_NAME = rf"{_WORD}(?:\s(?:[{UPPER}]\.|{PARTICLE}|{_WORD})){{1,3}}"
_OF = r"(?:\s\([A-Z][^()]{1,40}\)|,?\s(?:of|from|representing)\s(?:the\s)?[A-Z][A-Z*-]+(?![\w-]))"
_ITEM = re.compile(rf"(?<![\w.&/-])(?P<name>(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s)?{_NAME})(?P<of>{_OF})")
_BARE = re.compile(rf"(?<![\w.&/-])(?P<name>{_NAME})(?P<of>(?:\s\([^()]{{2,30}}\))?)(?=[,;.]|\sand\s|$)")
_FEWEST = 2
"""Known persons in a list of bare names by which the others are persons, too."""
_LINK = re.compile(r",\s|;\s|,?\s(?:and|as well as|&)\s|,?\s(?:and|with)\s(?:by\s)?")


def siblings(text: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and stop of names that stand in one list with a person, each with its organisation in the same way.

    Parameters
    ----------
    text : str
        Clean text of a block.
    people : iterable of (int, int)
        Where persons are known to stand.

    Examples
    --------
    >>> text = "Ana Silva (INMETRO), Xola Nuru (KEBS) and Li Na (NIM) came to Cape Town (South Africa)."
    >>> [text[a:b] for a, b in siblings(text, [(0, 9)])]
    ['Xola Nuru', 'Li Na']
    """
    known = {stop for _, stop in people}
    run: list[re.Match[str]] = []
    for match in _ITEM.finditer(text):
        if run and not (_LINK.fullmatch(text, run[-1].end(), match.start()) and _alike(run[-1], match)):
            yield from _unknown(run, known)
            run = []
        run.append(match)
    yield from _unknown(run, known)
    yield from _bare(text, known)


def _bare(text: str, known: set[int]) -> Iterator[tuple[int, int]]:
    """Names of two words or more between the commas of a list of which half are known persons."""
    run: list[re.Match[str]] = []
    for match in [*_BARE.finditer(text), None]:
        if match is not None and (not run or _LINK.fullmatch(text, run[-1].end(), match.start())):
            run.append(match)
            continue
        sure = sum(item.end("name") in known for item in run)
        if sure >= _FEWEST and 2 * sure >= len(run):
            yield from (item.span("name") for item in run if item.end("name") not in known)
        run = [match] if match is not None else []


def _alike(one: re.Match[str], other: re.Match[str]) -> bool:
    return ("(" in one["of"]) == ("(" in other["of"])


def _unknown(run: list[re.Match[str]], known: set[int]) -> Iterator[tuple[int, int]]:
    sure = [item for item in run if item.end("name") in known]
    if sure and len(run) > 1 and (run[0] is sure[0] or 2 * len(sure) >= len(run)):
        yield from (item.span("name") for item in run if item.end("name") not in known)
