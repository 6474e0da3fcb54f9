"""Reference: where "a forum" is a meeting, for it is said to be held, and no standing co-operation."""

import re

__all__ = ["GATHERINGS", "is_gathering"]

GATHERINGS = ["forum"]
"""Heads of what may be a meeting: it is one where it is held."""
_HOLDS = re.compile(
    r"\b(?:organi[sz](?:ed|es|ing)|host(?:ed|s|ing)?|h[eo]ld|holds|holding|convened|convenes|co-(?:hosted|organi[sz]ed)"
    r"|attended|addressed|participated in|took part in|spoke at|staged|opened)\s(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"[^.;]{0,90}?\b(?:was|were|has been)\s(?:[a-z]+ly\s)?(?:held|organi[sz]ed|hosted|convened|attended)\b"
    r"|[^.;]{0,90}?\btook place\b|\s(?:held|organi[sz]ed|hosted|convened)\s(?:in|on|at|by|from)\b"
)


def is_gathering(match: re.Match[str]) -> bool:
    """Whether "a forum" is said to be held: it is a meeting then, and no standing co-operation.

    Parameters
    ----------
    match : re.Match
        The noun in its block.

    Examples
    --------
    >>> is_gathering(re.search("forum", "PTB hosted a forum.")), is_gathering(re.search("forum", "It is a forum."))
    (True, False)
    """
    before = match.string[max(0, match.start() - 40) : match.start()]
    return bool(_HOLDS.search(before) or _IS_HELD.match(match.string, match.end()))
