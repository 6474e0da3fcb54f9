"""What a question asks for, and how the answer would stand in a sentence of its own."""

import re
from dataclasses import dataclass

__all__ = ["MASK", "Question", "read_question"]

MASK = "\ue000"
"""Stands for the characters of a name in a question."""

_NP = rf"(?:it|you|they|we|this|(?:the|this|your|our|its|their)\s(?:\w+\s){{0,2}}?(?:{MASK}+|\w+)|{MASK}+)"
_KIND = (
    r"(?:(?!do\b|does\b|did\b)\w+\s){0,3}?(?:organi[sz]ations?|bod(?:y|ies)|institut(?:e|ion)s?|partners?|agenc(?:y|ies)"
    r"|members?|networks?|committees?|donors?|parties|authorit(?:y|ies)|entit(?:y|ies)|groups?|associations?"
    r"|laborator(?:y|ies)|IOs?)"
)
_DO = rf"(?:do|does|did)\s(?P<np>{_NP})\s(?P<vp>[^?]+?)"
_DONE = r"\w+(?:ed|en|ld|un|wn|id|pt|nt|rn|ught|ade)\b[^?]*?"
_BE = rf"(?P<be>is|are|was|were|has been|have been)\s(?P<np_be>{_NP})(?:\s(?P<vp_be>{_DONE}))?"
_MADE = r"(?:has\s|have\s)?(?:designed|developed|drafted|written|wrote|prepared|elaborated)\b"
"""Who made a practice had a share in it, which :mod:`qigraph.extraction.structure.practices` reads."""
_OPENS = r"\W*(?:and\s|so\s|but\s)?"
_PATTERNS = (
    ("by", rf"(?P<by>by|with|from|to|under|for|in)\s(?:whom|(?:which|what)\s{_KIND})\s(?:{_DO}|{_BE})"),
    ("object", rf"whom?\s(?P<be>is|are|was|were)\s(?P<np_be>{_NP})\s(?P<vp_be>{_DONE}\bby)"),
    ("object", rf"(?:whom?|(?:what|which)\s[^?]{{2,50}}?|what)\s{_DO}"),
    ("when", rf"(?:since\s)?(?:when|in\s(?:which|what)\syear)\s(?:{_DO}|{_BE})"),
    ("where", rf"where\s(?:{_DO}|{_BE})"),
    (
        "fields",
        r"(?:what|which)\s(?:is|are)\s(?:your|its|the|our)\s[^?]*\b(?:areas?|fields?|themes?|topics?|subjects?)\b[^?]*",
    ),
    ("who", rf"(?:who|(?:which|what)\s{_KIND})(?:,\sthen,)?\s(?P<vp>(?!(?:do|does|did)\b|{_MADE})[^?]+?)"),
)
_READ = [(kind, re.compile(rf"{_OPENS}(?:{pattern})\s?\?", re.IGNORECASE)) for kind, pattern in _PATTERNS]
_WITHOUT_IT = tuple(
    (re.compile(rf"\b(?:{verbs})$", re.IGNORECASE), words)
    for verbs, words in (
        ("part|participates?|participated|involved|sits?", " in it"),
        ("contributes?|contributed|belongs?", " to it"),
        ("pays?|paid", " for it"),
        ("chair|president|secretariat|secretary|members?|observers?|host|founders?", " of it"),
        (
            "sponsors|funds|funded|finances|financed|organi[sz]es|organi[sz]ed|hosts|hosted|chairs|runs|manages",
            " it",
        ),
    )
)
"""Verbs that a question leaves without an object: "Which bodies take part?"."""


@dataclass(frozen=True, slots=True)
class Question:
    """How a question and its answer make a sentence.

    Parameters
    ----------
    asks : str
        ``who``: the answer is the subject; ``fields``: it is what somebody works on; else it comes last, and
        ``when`` asks for a date.
    subject, verb : tuple of (int, int) or None
        Where these stand in the question.
    auxiliary, preposition : str
        Words between subject and verb, and before the answer.
    behind : str
        Words behind a verb that lacks its object; they end in "it".
    """

    asks: str
    subject: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    auxiliary: str = ""
    preposition: str = ""
    behind: str = ""


def read_question(text: str) -> Question | None:
    """What a question asks; None for one whose answer makes no sentence with it.

    Parameters
    ----------
    text : str
        The question, its names masked by :data:`MASK`.

    Examples
    --------
    >>> question = read_question("By whom was the network founded?")
    >>> question.asks, question.auxiliary, question.preposition
    ('by', 'was', 'by')
    >>> read_question("Who takes part?").behind
    ' in it'
    """
    found = next(((kind, match) for kind, pattern in _READ if (match := pattern.fullmatch(text))), None)
    if found is None:
        return None
    kind, match = found
    groups = match.groupdict()
    subject, verb = (
        next((match.span(name) for name in names if groups.get(name)), None)
        for names in (("np", "np_be"), ("vp", "vp_be"))
    )
    said = text[slice(*verb)] if verb else ""
    behind = next((words for pattern, words in _WITHOUT_IT if pattern.search(said)), "")
    preposition = "in" if kind in ("when", "where") else (groups.get("by") or "").lower()
    return Question(kind, subject, verb, groups.get("be") or "", preposition, behind if kind == "who" else "")
