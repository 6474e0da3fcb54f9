"""Sentences of a block."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qigraph.extraction.things import Mention

__all__ = ["sentences", "windows"]

_MOST_MENTIONS = 80

_NUMBER = re.compile(
    r"(?:(?:Article|Section|Clause|§)\s\d+\s?[-.:\u2013]?\s?)?(?:\d{1,2}(?:\.\d{1,2})+\.?|\(\w{1,3}\)|\d{1,2}[.)])\s(?=[\"'A-Z])"
)
_BEGINS = r"(?=[\"'(\[]?[A-Z0-9\u00c0-\u00de])"
_END = re.compile(
    rf"[.!?][\"')\]]*\s+{_BEGINS}|(?<=[a-z)\]\"'])[.!?][\"')\]]*\d{{1,2}}\s+{_BEGINS}"
    r"|(?<=[.:;)])\s(?=\d{1,2}\.\d{1,2}\s[A-Z])|\s\+{3}\s"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|approx|Dr|Mr|Mrs|Ms|Assoc|Asst|Prof|St|No|Nos|Art|art|al|Inc|Ltd|Co|Ch|Fig|pp|p|ed|eds|Jan|Feb"
    r"|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Gen|Hon|Ing|Eng|Engr|Ir|Sra?|Dra|Messrs|Mme|H\.E|M|U\.S|U\.N|U\.K|viz|Rev|Vol|Rec|Sec)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and stop of each sentence.

    Examples
    --------
    >>> text = "Dr. A. Nowak chairs it. It met in Geneva, e.g. in 2018. Was it new?"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Dr. A. Nowak chairs it.', 'It met in Geneva, e.g. in 2018.', 'Was it new?']
    """
    return list(_bounds(text))


@lru_cache(maxsize=64)
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start = _skip_number(text, 0)
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        end = match.start() + 1
        if text[end - 1] == "." and _ABBREVIATION.search(text[max(0, end - 10) : end]):
            continue
        stop = match.end() - (len(match.group()) - len(match.group().rstrip()))
        if text.count("(", start, stop) > text.count(")", start, stop) and stop - start < 400:
            continue
        found.append((start, stop))
        start = _skip_number(text, match.end())
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def _skip_number(text: str, start: int) -> int:
    """The number of a clause is no part of its sentence."""
    number = _NUMBER.match(text, start)
    return number.end() if number else start


def windows(start: int, stop: int, mentions: "list[Mention]") -> list[tuple[int, int]]:
    """The sentence, or parts of it where it names more things than any sentence that people write.

    Parameters
    ----------
    start, stop : int
        Of the sentence in its block.
    mentions : list of Mention
        Of the block, in order.
    """
    inside = [m for m in mentions if start <= m.start and m.stop <= stop]
    if len(inside) <= _MOST_MENTIONS:
        return [(start, stop)]
    cuts = [inside[at].start for at in range(_MOST_MENTIONS, len(inside), _MOST_MENTIONS)]
    return list(zip([start, *cuts], [*cuts, stop], strict=True))
