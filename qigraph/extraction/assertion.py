"""Assertion: whether a sentence states something as a fact, or denies, plans, wishes, asks or reports it."""

import re

__all__ = ["objection"]

_DENIED = re.compile(
    r"\b(?:not|never|no longer|neither|nor|n't|cannot|refused|declined|failed|"
    r"without|none of|denied|denies|untrue)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:would|may|might|could|should|must|shall|plans?|planned|planning|intends?|"
    r"intended|hopes?|hoped|hoping|wish(?:es|ed)?|expects?"
    r"|expected|seeks?|sought|wants?|agreed to|decided to|invited to|due to|"
    r"propos(?:e|es|ed|al|als)|consider(?:s|ing)?|about to"
    r"|going to|likely|supposed|yet to|scheduled|ready to|set to|prepared to|"
    r"in talks|envisag\w+|foreseen|possible|potential|would-be"
    r"|prospective|future|candidate|applied|applying|awaiting|pending|draft|"
    r"being (?:discussed|negotiated|prepared|drafted|considered|explored)|need(?:s|"
    r"ed)? to|encourag\w+|urged?)\b(?!\s\d)",
    re.IGNORECASE,
)
_WILL = re.compile(r"\bwill\b(?!\s(?:also\s)?(?:continue|keep|remain))", re.IGNORECASE)
_AIMS = re.compile(r"\b(?:aims?|aimed|aiming|to|in order|seeks?|designed|meant|helps?)\b", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|rumou?rs?|rumou?red|it is said|claims? that|"
    r"claimed that|sometimes (?:said|claimed|believed)|mistakenly"
    r"|contrary to|speculat\w+|erroneously|wrongly|so-called member|confus(?:e|ed|"
    r"ion)|myth|untrue|not true|false that|premature|called off|cancelled|canceled|"
    r"shelved|came to nothing|is said to|are said to|was said to)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:[\"'(]?\s?)?(?:if|whether|unless|should|were|had|suppose|imagine|in case|provided that)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:it (?:would be|is) (?:desirable|hoped|to be hoped|wished|planned|"
    r"intended|envisaged|foreseen)|we hope|hopes that|there are plans"
    r"|plans are|under discussion|under consideration|under negotiation|"
    r"in negotiation|has applied|have applied|no decision"
    r"|no plans|there is no|there are no|remains? open|not yet|proposal to|an idea|"
    r"call(?:s|ed)? for|invites?)\b",
    re.IGNORECASE,
)


_UNSURE = re.compile(
    r"\b(?:would|could|might|whether|hopes?|intends?|proposed|being (?:discussed|negotiated|considered))\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(r"\b(?:will|due|scheduled|planned|expected|set|foreseen)\b", re.IGNORECASE)


def objection(
    sentence: str, said: str, auxiliaries: str, *, aims: bool = False, plans: bool = False
) -> str | None:
    """Why the sentence does not state the fact, or None when it does.

    Parameters
    ----------
    sentence : str
        The whole sentence.
    said : str
        The part of it that a pattern matched.
    auxiliaries : str
        The words before the verb that the pattern took in.
    aims : bool
        Whether a stated purpose counts as a fact.
    plans : bool
        Whether what is scheduled counts: the date of a meeting to come.

    Returns
    -------
    str or None
        ``denied``, ``planned or wished``, ``question``, ``condition`` or ``hearsay``.

    Examples
    --------
    >>> objection("ILAC did not join.", "ILAC did not join", "did not ")
    'denied'
    >>> objection("ILAC joined in 2018.", "ILAC joined", "") is None
    True
    """
    if sentence.rstrip("\"') ").endswith("?"):
        return "question"
    if _CONDITION.match(sentence):
        return "condition"
    if _HEARSAY.search(sentence):
        return "hearsay"
    if (
        _DENIED.search(auxiliaries)
        or _DENIED.search(said)
        or re.search(r"\b[Nn](?:either|o|one)\b", sentence[:12])
    ):
        return "denied"
    words = _SCHEDULED.sub("", auxiliaries) if plans else auxiliaries
    planned = _PLANNED.search(words) or _WILL.search(words) or _UNSURE.search(said)
    if planned or _WISH.search(sentence):
        return "planned or wished"
    if not aims and _AIMS.search(auxiliaries):
        return "planned or wished"
    return None
