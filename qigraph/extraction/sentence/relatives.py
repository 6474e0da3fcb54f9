"""Relative clauses in a pattern: whether the verb that it reads is said of another name than the one that it takes."""

import re

from qigraph.extraction.sentence.skeleton import MARK

__all__ = ["across_relative", "by_another", "in_relative", "of_a_person"]

_OPEN = re.compile(r",\s(?:[a-z]+\s)?(?:which|whom|who|where)\s[^,;.]{0,80}$")
_NAMES = "".join(MARK[kind] for kind in ("Organisation", "Network", "Body", "Programme", "System"))
_PAPERS = MARK["Publication"] + MARK["Instrument"]
_BY = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:which|that)\s(?:was|were|is|are|has been|had been)\s(?:[a-z-]+\s){1,4}by\b"
)
_THAT = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:that|which)\b")
_WITH = re.compile(
    r"\b(?:hosted|organi[sz]ed|held|delivered|run|funded|supported|implemented) by\s[^;.]{0,90}?\b"
    r"(?:in (?:close )?(?:collaboration|co-?operation|partnership|association|conjunction)|together|jointly)"
    r" with\s(?:the\s)?\ue0e0*$"
)
"""What makes a name that of a partner, behind which the sentence goes on with its subject."""
_PERSON_OF = re.compile(rf"{MARK['Person']}(?:,\s[^,;.]{{1,60}})?\s(?:of|from|at|with)\s(?:the\s)?\ue0e0*$")
_OF_LAST = re.compile(
    rf"[{_NAMES}{_PAPERS}](?:\s?\([^()]*\))?,?\s(?:which|that)\s(?:was|were|is|are|has been|had been)\s"
)


def in_relative(text: str, match: re.Match[str], left: str) -> bool:
    """Whether a name stands in a relative clause that ends before the verb: "X, in which Y takes part, works with".

    Parameters
    ----------
    text : str
        Of the skeleton.
    match : re.Match
        Of a pattern.
    left : str
        The slot of the name.
    """
    if left not in match.groupdict():
        return False
    later = [match.start(slot) for slot in match.groupdict() if match.start(slot) >= match.end(left) >= 0]
    between = text[match.end(left) : min(later)] if later else ""
    return "," in between and _OPEN.search(text, 0, match.start(left)) is not None


def across_relative(text: str, match: re.Match[str], left: str, right: str) -> bool:
    """Whether what follows is said of a name in between: "X is a member of Y, which was founded by Z".

    Parameters
    ----------
    text : str
        Of the skeleton.
    match : re.Match
        Of a pattern.
    left, right : str
        The slots that a fact joins; ``date`` for its date.
    """
    slots = match.groupdict()
    ends = [
        (match.start(slot), match.end(slot))
        for slot in (left, right)
        if slot in slots and match.start(slot) >= 0
    ]
    if not ends or left not in slots:
        return False
    ends.sort()
    begin, stop = ends[0][1], ends[1][0] if len(ends) > 1 else match.end()
    return _OF_LAST.search(text, begin, stop) is not None


def of_a_person(text: str, match: re.Match[str], left: str) -> bool:
    """Whether "that" means something else than a name that only tells whose staff somebody is.

    "a course, facilitated by Ana Silva of ILAC that aims to promote accreditation": the course does.

    Parameters
    ----------
    text : str
        Of the skeleton.
    match : re.Match
        Of a pattern.
    left : str
        The slot of the name.
    """
    if left not in match.groupdict() or text[match.end(left) - 1] == MARK["Event"]:
        return False
    if text.startswith(", ", match.end(left)) and _WITH.search(text, 0, match.start(left)):
        return True
    if not _THAT.match(text, match.end(left)):
        return False
    return _PERSON_OF.search(text, 0, match.start(left)) is not None


def by_another(text: str, match: re.Match[str], right: str) -> bool:
    """Whether a name is but told by whom it was made: "members of the network, which was set up by X".

    Parameters
    ----------
    text : str
        Of the skeleton.
    match : re.Match
        Of a pattern.
    right : str
        The slot of the name.
    """
    return right in match.groupdict() and _BY.match(text, match.end(right), match.end()) is not None
