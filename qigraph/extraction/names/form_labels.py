"""Labels of forms: "Title of Project", "Project Overseer" and the like name nothing; what follows may be a title."""

import re

from qigraph.extraction.things import Mention

__all__ = ["form_label", "titled_inline", "without_form_labels"]

_KIND = (
    r"(?:project|programme|program|initiative|campaign|action|practice|event|meeting|course|workshop|conference"
    r"|seminar)"
)
_ASKED = (
    r"(?:titles?|names?|types?|numbers?|no\.?|nr\.?|id|codes?|acronyms?|descriptions?|durations?|periods?|summary|budgets?|costs?"
    r"|status|overseers?|officers?|managers?|coordinators?|co-ordinators?|leaders?|leads?|holders?|owners?|partners?|sponsors?"
    r"|directors?|teams?|contacts?|forms?|formats?|templates?|fiches?|sheets?|outlines?|documents?|websites?|objectives?|goals?"
    r"|start|end|dates?|location|countr(?:y|ies)"
    r"|partner countr(?:y|ies)|beneficiar(?:y|ies)|proposals?|profiles?|details?)"
)
_LABEL = re.compile(
    rf"(?:[A-Z]{{2,8}}\s)?(?:(?:full|short|official|brief|proposed)\s)?(?:{_KIND}[\s/-]{_ASKED}(?:[\s/]{_ASKED})?"
    rf"|{_ASKED}\s(?:of|for)\s(?:the\s|this\s)?{_KIND})",
    re.IGNORECASE,
)
_SHEET = re.compile(
    r"\W*(?:project|programme|event)\s(?:sheet|fiche|profile|factsheet|fact sheet|brief)\b", re.IGNORECASE
)
_TITLE = re.compile(
    rf"\W*(?:\d+(?:\.\d+)*\W+)?(?:(?:(?:full|short|official)\s)?(?:titles?|names?)\s(?:of|for)\s(?:the\s|this\s)?(?P<of>{_KIND})"
    rf"|(?P<kind>{_KIND})\s(?:full\s)?(?:titles?|names?))\s?:\s?(?=[\"'\w])",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*(?P<kind>project|programme|initiative)\s?:\s(?=[\"'\w])", re.IGNORECASE)
_ROLE = re.compile(
    r"(?<=[Pp]roject|ogramme)\s(?:Overseer|Officer|Manager|Coordinator|Co-ordinator|Leader|Director|Team|Office|Assistant)\b"
)
_EVENTS = ("event", "meeting", "course", "workshop", "conference", "seminar")


def form_label(text: str) -> bool:
    """Whether capitalised words are but the label of a field.

    Examples
    --------
    >>> form_label("Title of Project"), form_label("APEC PROJECT FORMAT"), form_label("Project Better Scales")
    (True, True, False)
    """
    return _LABEL.fullmatch(text) is not None or _SHEET.match(text) is not None


def titled_inline(text: str, *, first: bool = False) -> tuple[int, str] | None:
    """Where the value of "Project title: …" begins in a line, and of which type it is; "Project: …" in a headline.

    Examples
    --------
    >>> titled_inline("Title of Project: Better scales"), titled_inline("Project: Better scales")
    ((18, 'Programme'), None)
    """
    match = _TITLE.match(text) or (_FIRST.match(text) if first else None)
    if match is None:
        return None
    kind = (match.groupdict().get("of") or match.group("kind")).lower()
    return match.end(), "Event" if kind in _EVENTS else "Programme"


def without_form_labels(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a block that are more than the label of a field."""
    return [
        m
        for m in mentions
        if m.type not in ("Programme", "Event")
        or not (form_label(text[m.start : m.stop]) or _ROLE.match(text, m.stop))
    ]
