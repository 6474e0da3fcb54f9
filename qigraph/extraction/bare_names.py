"""Labels that many things bear: "Resolution 4" of each conference, "CIPM meeting" of each year."""

import re
from collections.abc import Iterable

__all__ = ["telling_name"]

_NUMBER = r"(?:No\.?\s)?(?:\d{1,3}[a-z]?|[A-Z]\d{0,2}|[IVXL]{1,6})"
_NUMBERED = re.compile(
    rf"(?:Draft\s)?(?P<kind>Resolution|Decision|Recommendation|Action|Article|Annex|Appendix|Chapter|Section|Part"
    rf"|Rule|Regulation|Clause|Principle|Guide|Document|Report|Declaration|Order|Circular)s?\s{_NUMBER}"
)
_COUNTED_ANEW = ("Resolution", "Decision", "Action")
"""What every meeting counts from one, so that even its owner does not tell which it is."""
_ANY_MEETING = re.compile(
    r"(?:[^\d\s]+\s){0,9}(?:[Mm]eetings?|[Ss]essions?|[Pp]lenary)(?:\sof\s[^\d]+)?|(?:Session|Part|Day)\s(?:\d|[IVX]+)"
)
_COUNTING = re.compile(
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th|inaugural)\b",
    re.IGNORECASE,
)


def telling_name(type: str, label: str, names: Iterable[str] = ()) -> str | None:
    """By what a thing is known beyond its document: its label, or a fuller name of it where many bear the label.

    Parameters
    ----------
    type : str
        Entity type.
    label : str
    names : iterable of str
        Its other names.

    Returns
    -------
    str or None
        None where it is known in its document alone.

    Examples
    --------
    >>> telling_name("Instrument", "Resolution 4"), telling_name("Event", "OIML meeting")
    (None, None)
    >>> telling_name("Instrument", "Resolution 4", ["Resolution 4 'On the status of scales'"])
    "Resolution 4 'On the status of scales'"
    >>> telling_name("Instrument", "Recommendation D", ["UNECE Recommendation D"])
    'UNECE Recommendation D'
    """
    if type == "Event":
        return None if _ANY_MEETING.fullmatch(label) and not _COUNTING.search(label) else label
    numbered = _NUMBERED.fullmatch(label) if type in ("Instrument", "Publication") else None
    if numbered is None:
        return label
    anew = numbered.group("kind") in _COUNTED_ANEW
    for name in names:
        titled = name.startswith(label) and name.count(" ") > label.count(" ") + 1
        if titled or (not anew and name.endswith(f" {label}")):
            return name
    return None
