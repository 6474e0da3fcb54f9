"""Reference: which name beside it "a treaty" only explains: "The X Convention, a treaty that …", "X is a treaty"."""

import re

from qigraph.extraction.reference.spoken import ASIDE, SUBJECTS
from qigraph.extraction.things import Mention, Thing

__all__ = ["apposed_name", "described", "short_of"]

_APPOSED = 4
"""Characters before the name that explains a noun."""
_IS_A = re.compile(
    r"(?:\s?[(\[][^()\[\]]{0,60}[)\]])*,?\s(?:(?:also )?known as [^,;]{2,60},\s)?"
    r"(?:(?:is|was|are|were|constitutes|being|became)\s)?$"
)
"""What stands between a name and "a treaty" that only says what it is."""
_SHORT_BEHIND = re.compile(r"\s\(\s?(?:the\s|called\s)?[\"\u201c']?")
"""What stands between a thing without a name and the short name that it gets."""
_GOES_ON = re.compile(r",|\s(?:that|which|of|between|for|signed|concluded|bringing)\b")
"""What follows "a treaty" where it only explains the name before it."""
_DESCRIBED = 140


def described(match: re.Match[str], found: list[Mention]) -> Thing | None:
    """What "a treaty" only says the kind of: "The X Convention, a treaty that …", "X is a treaty".

    Parameters
    ----------
    match : re.Match
        The noun in its block.
    found : list of Mention
        Of the block so far.
    """
    near = [m for m in found if m.by_name and m.type not in ASIDE and m.stop < match.start()]
    last = max(near, key=lambda m: m.stop, default=None)
    if last is None or match.start() - last.stop > _DESCRIBED:
        return None
    between = match.string[last.stop : match.start()]
    if len(last.things) != 1 or last.type not in SUBJECTS or not between.strip(" ,"):
        apart = between.strip() == "," and len(last.things) == 1 and last.type in SUBJECTS
        return last.thing if apart and _GOES_ON.match(match.string, match.end("noun")) else None
    return last.thing if _IS_A.fullmatch(between) else None


def short_of(match: re.Match[str], kind: str, found: list[Mention]) -> Thing | None:
    """The agreement whose short name stands in brackets behind "a recognition arrangement".

    Parameters
    ----------
    match : re.Match
        The noun in its block.
    kind : str
        Its entity type.
    found : list of Mention
        Of the block so far.
    """
    if kind != "Agreement" or (opening := _SHORT_BEHIND.match(match.string, match.end("noun"))) is None:
        return None
    return next((m.thing for m in found if m.start == opening.end() and m.type == kind), None)


def apposed_name(match: re.Match[str], kind: str, found: list[Mention]) -> Thing | None:
    """What the name behind a comma stands for: "a recognition arrangement, the ILAC MRA," is that arrangement.

    Parameters
    ----------
    match : re.Match
        The noun in its block.
    kind : str
        Its entity type.
    found : list of Mention
        Of the block so far.
    """
    for mention in found:
        if mention.type == kind and mention.by_name and 0 < mention.start - match.end("noun") <= _APPOSED + 2:
            gap = match.string[match.end("noun") : mention.start]
            return mention.thing if re.fullmatch(r",\s(?:the\s)?", gap) else None
    return None
