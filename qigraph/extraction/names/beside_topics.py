"""Words that are topics only beside another one: "standards" and "testing" in "standards, metrology and testing"."""

import re
from collections.abc import Iterator

__all__ = ["beside_topics"]

_WORDS = {
    "standards": "standardisation",
    "testing": "conformity-assessment",
    "inspection": "conformity-assessment",
    "certification": "conformity-assessment",
    "measurement": "metrology",
    "measurements": "metrology",
    "calibration": "metrology",
}
_WORD = re.compile(
    r"(?<![\w-])(?:(?:laboratory|product|national|international|regional|harmoni[sz]ed)\s)?"
    rf"(?P<word>{'|'.join(_WORDS)})(?![\w-])",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:,\s(?:and\s|as well as\s)?|\s(?:and|&|as well as)\s|\s?/\s?)(?:\w+\s(?!and\b))?")


def beside_topics(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield start, stop and topic of each word that stands in one list with a topic.

    Parameters
    ----------
    text : str
    taken : list of (int, int)
        Where topics stand that are known by themselves.

    Examples
    --------
    >>> text = "in standards, testing and metrology"
    >>> [text[a:b] for a, b, _ in beside_topics(text, [(26, 35)])]
    ['testing', 'standards']
    >>> list(beside_topics("the standards of ISO on metrology", [(24, 33)]))
    []
    """
    if not taken:
        return
    free = [m for m in _WORD.finditer(text) if all(m.end() <= a or b <= m.start() for a, b in taken)]
    known = list(taken)
    grown = True
    while grown and free:
        grown = False
        for match in reversed(free):
            if any(_joined(text, match.end(), a) or _joined(text, b, match.start()) for a, b in known):
                yield match.start(), match.end(), _WORDS[match.group("word").lower()]
                known.append(match.span())
                free.remove(match)
                grown = True
                break


def _joined(text: str, left: int, right: int) -> bool:
    """Whether nothing but a comma or "and" stands between two places."""
    return 0 < right - left < 28 and _LINK.fullmatch(text, left, right) is not None
