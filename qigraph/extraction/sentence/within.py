"""Names that stand in what explains another name, so that the verb behind them is not theirs."""

import re

from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing

__all__ = ["TITLED_PERSON", "explained_name", "founds_another", "is_within_apposition", "stands_in_title"]

_GOVERNED = re.compile(rf"\b(?:of|by|from|with|for|between|at|under|within)\s(?:the\s|{FILLER})*$")
_CLOSED = re.compile(rf"(?:'s?)?(?:\s?\([^()]*\))?[,{BREAK}]\s(?:was|were|is|are|has|had|have)\b")
_EXPLAINED = re.compile(
    rf"[{MARK['Organisation']}{MARK['Network']}{MARK['Body']}{MARK['Programme']}{MARK['System']}](?:\s?\([^()]*\))?"
    rf"[,{BREAK}]\s(?:{FILLER}|an?\s|the\s)[^,;:{''.join(MARK.values())}]{{3,70}}$"
)
_NEARER = re.compile(rf"[{''.join(MARK.values())}](?:\s?\([^()]*\))?[,{BREAK}]?\s(?:which|that)\s")

TITLED_PERSON = re.compile(
    rf"(?:-[A-Z]{{2,6}}|\s\([^()]{{1,30}}\))?(?:'s|\u2019s)?(?:\s(?:of|for|the)(?=\s))*"
    r"\s[A-Z][\w&-]*(?:\s[A-Z][\w&-]*|\s(?:and|of|for|the)(?=\s)){0,5}"
    rf"\s(?:Mr\.?\s|Ms\.?\s|Dr\.?\s)?{MARK['Person']}"
)
"""A person behind the title that he or she bears in an organisation: "IEC Regional Director Jane Doe"."""


def stands_in_title(frame_of: Skeleton, thing: Thing) -> bool:
    """Whether a sentence names somebody only in the title of a person: "attended by IEC Director Jane Doe".

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    thing : Thing
        The organisation.
    """
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and thing in m.things]
    return bool(places) and all(TITLED_PERSON.match(frame_of.text, i + 1) for i in places)


def is_within_apposition(text: str, match: re.Match[str]) -> bool:
    """Whether a verb behind a name belongs to another name: "X, a database of PTB, was set up in 2010".

    Parameters
    ----------
    text : str
        Of a skeleton.
    match : re.Match
        Of a pattern that begins with a slot for what came into being.

    Examples
    --------
    >>> from qigraph.extraction.sentence.skeleton import MARK
    >>> text = f"{MARK['System']}, a database of {MARK['Organisation']}, was set up in 2010"
    >>> found = re.search(rf"(?P<thing>{MARK['Organisation']}), was set up", text)
    >>> is_within_apposition(text, found) if found else None
    True
    """
    if "thing" not in match.re.groupindex or match.start("thing") != match.start():
        return False
    start, end = match.span("thing")
    if text.startswith(("-led ", "-funded ", "-run ", "-based ", "-wide "), end):
        return True
    if _CLOSED.match(text, end) and _GOVERNED.search(text[max(0, start - 30) : start]):
        return True
    return _NEARER.search(text, end, match.end()) is not None


def explained_name(text: str, match: re.Match[str]) -> int | None:
    """Where the name stands that an explanation with the name in it explains: "X, an organ of Y, was set up".

    Parameters
    ----------
    text : str
        Of a skeleton.
    match : re.Match
        For which :func:`is_within_apposition` holds.

    Returns
    -------
    int or None
        The place of its mark.
    """
    start, end = match.span("thing")
    if not _CLOSED.match(text, end):
        return None
    found = _EXPLAINED.search(text[max(0, start - 120) : start])
    return None if found is None else max(0, start - 120) + found.start()


_FOUNDS = re.compile(
    rf"\)?(?:\s?\([^()]*\))?[,{BREAK}]?\s(?:(?:then|later|also|first|now|soon)\s)?"
    r"(?:founded|established|created|set up|formed|launched|initiated|opened|inaugurated|constituted)\s"
    r"(?:its|their|an?|the|two|three|four|five|six|seven|eight|nine|ten|several|many|some|new|various|national|\d{1,3})\s"
)


def founds_another(text: str, match: re.Match[str]) -> bool:
    """Whether the verb behind a name has an object without a name: "the institute established three laboratories".

    Parameters
    ----------
    text : str
        Of a skeleton.
    match : re.Match
        Of a pattern with a slot for what came into being.

    Examples
    --------
    >>> from qigraph.extraction.sentence.skeleton import MARK
    >>> text = f"{MARK['Organisation']} established three laboratories in 1999"
    >>> found = re.search(rf"(?P<thing>{MARK['Organisation']}) established", text)
    >>> founds_another(text, found) if found else None
    True
    """
    return "thing" in match.re.groupindex and bool(_FOUNDS.match(text, match.end("thing")))
