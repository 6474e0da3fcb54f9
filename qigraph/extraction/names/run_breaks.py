"""Where one name ends within a run of capitalised words: at an owner's 's, an office, a verb of a headline."""

import re
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon

__all__ = ["pieces"]


@cache
def _break() -> re.Pattern[str]:
    """Where one name ends within capitalised words: an owner's 's, an office, a verb of a headline, a new sentence."""
    office = (
        rf"(?:(?:Vice|Deputy|Executive|Managing|Assistant|Former)[ -])*(?:{alternatives(lexicon().offices)})"
    )
    return re.compile(
        r"['\u2019]s\s|(?<=[A-Z]{3})\s(?:and|&)\sthe\s"
        rf"|(?<![\w-]){office}(?:\s(?:of|and|for|at|in)(?:\s(?:the|{office})\b)*(?:\s(?:of|for|at)(?:\sthe\b)?)?(?=\s|$)|$)"
        r"|(?<![\w-])(?:Executive\s|Deputy\s)?(?:Director|Chairman|Chairperson|President|Minister|Secretary)(?:[\s-]General)?"
        r"(?=\s[A-Z][a-z])"
        r"|(?<![\w-])(?:Delegations?|Delegates|Representatives?|Experts|Participants|Officials|Speakers|Colleagues|Trainers)"
        r"\s(?:of|from)\s(?:the\s)?(?=[A-Z])"
        r"|(?<![\w-])(?:(?:Co-|Vice-|Vice\s)?Chairs|Conven[eo]rs|Heads)\sof(?:\sthe)?(?=\s)"
        rf"|(?<=\s)(?:{alternatives(lexicon().headline_verbs)})(?=\s)"
        r"|(?<=\s)(?:The|This|These|It|We|Our|Its|In|At|For|With)(?=\s(?!Hague|Netherlands|Gambia))"
        rf"|(?<![\w-])(?:{alternatives(lexicon().furniture)})(?![\w-])"
    )


@cache
def _country_first() -> re.Pattern[str]:
    """A country that ends what stands before the run: "of A, Kenya and the Lake Institute"."""
    return re.compile(rf"(?:{alternatives(lexicon().countries)})\sand\sthe\s")


def pieces(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """A run of capitalised words, cut where it cannot be one name.

    Parameters
    ----------
    text : str
    start, stop : int
        The run.

    Examples
    --------
    >>> text = "LWN Council Chair and Head of NWO Marketing"
    >>> [text[a:b].strip() for a, b in pieces(text, 0, len(text))]
    ['LWN Council', 'NWO Marketing']
    """
    land = _country_first().match(text, start, stop)
    found, at = [], land.end() if land else start
    for cut in _break().finditer(text, at, stop):
        if cut.group()[0] in "'\u2019" and not _owner(text[at : cut.start()].strip()):
            continue
        found.append((at, cut.start()))
        at = cut.end()
    return [(a, a + len(text[a:b].rstrip())) for a, b in [*found, (at, stop)] if text[a:b].strip()]


def _owner(words: str) -> bool:
    """Whether the words before 's name an owner rather than belong to the name: SADC's, not Queen's."""
    if words.rsplit(" ", 1)[-1] in lexicon().offices:
        return False
    return " " in words or words.isupper() or words in lexicon().countries
