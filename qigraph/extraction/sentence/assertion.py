"""Assertion: whether a sentence states something as a fact, or denies, plans, wishes, asks or reports it."""

import re
from functools import lru_cache

from qigraph.extraction.cued import Cued, cued

__all__ = ["objection", "tentative"]


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)


def _small_words(*alternatives: str) -> re.Pattern[str]:
    """The same for what is in lower case already, which is quicker."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b")


def _told_by(*alternatives: str) -> Cued:
    """The same for whole sentences."""
    return cued(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)


_DENIED = _words(
    "not|never|no longer|neither|nor|cannot|refused|declined|failed|without|"
    "none of|denied|denies|untrue|unlike",
    r"\w+n't|no(?! later)",
)
_NOBODY = re.compile(
    r"\W*(?:no|none|nobody|no one|neither|nothing|at no time|in no way|under no circumstances)\b",
    re.IGNORECASE,
)
_CALLED_OFF = _told_by(
    "did not|does not|was not|were not|is not|are not|never|\\w+n't|no longer|cancel\\w+|called off|abandoned"
)
_PLANNED = _words(
    "would|may|might|could|should|must|shall|plan(?:s|ned|ning)?|intend(?:s|ed)?|"
    "hop(?:e|es|ed|ing)|wish(?:es|ed)?",
    "expect(?:s|ed)?|seeks?|sought|wants?|agreed to|decided to|invited to|due to|propos(?:e|es|ed|al|als)",
    "consider(?:s|ing)?|about to|going to|likely|supposed|yet to|scheduled|"
    "ready to|set to|prepared to|in talks",
    r"envisag\w+|foreseen|possible|potential|would-be|prospective|future|candidate|"
    r"applied|applying|awaiting|pending",
    r"willing(?:ness)?|readiness|eager(?:ness)?|interest(?:ed)? in|explor(?:e|ing)|"
    "draft|being (?:discussed|negotiated|prepared|drafted|considered|explored)|"
    "need(?:s|ed)? to|encourag\\w+|urged?",
    "(?:is|are|was|were) to",
)
_WILL = re.compile(r"\bwill\b(?!\s(?:also\s)?(?:continue|keep|remain))", re.IGNORECASE)
_SHARED_FUTURE = re.compile(
    r"\bwill be \w+(?:ed|en|ld|un)\b[^;.,]{0,80}\band (?:\w+ly )?\w+(?:ed|ld|un)\b", re.IGNORECASE
)
"""A second participle has the future of the first: "will be organised by X and funded by"."""
_DOES = re.compile(
    r"\b(?:continu(?:es?|ed|ing)|went on|goes? on|came|beg[au]n|started|managed|able|pleased|glad|proud|happy"
    r"|honou?red|(?:re-?)?elected|appointed|chosen|named|designated|nominated)\s(?:also\s)?to\b",
    re.IGNORECASE,
)
"""Who continues or begins to do something does it."""
_AIMS = _words("aim(?:s|ed|ing)?|to|in order|seeks?|designed|meant|helps?")
_UNSURE = _words(
    "would|could|might|whether|hopes?|intends?|proposed|being (?:discussed|"
    "negotiated|considered)|(?:is|are) to \\w+"
)
_SCHEDULED = _words("will|due|scheduled|planned|expected|set|foreseen")
_HEARSAY = _told_by(
    r"reportedly|allegedly|supposedly|purported\w*|rumou?r\w*|it is said|"
    r"it has been claimed|claims? that|claimed that",
    "sometimes (?:said|claimed|believed)|mistakenly|contrary to|speculat\\w+|"
    "erroneously|wrongly|so-called member",
    "confus(?:e|ed|ion)|misconception|myth|untrue|not true|false that|premature|"
    "called off|cancell?ed|shelved",
    "(?:statement|claim|report|reports|suggestion|idea|notion|belief|word spread|"
    "word has it) that(?!\\s(?:can|may|could|will|is|are|was|were|has|have|had)\\b)|suggested that",
    "is not the case|is not so|as is (?:often|sometimes) (?:read|said|heard|claimed|believed|assumed)",
    "wikipedia|legend|insist(?:s|ed)?|once said that",
    "came to nothing|(?:is|are|was|were) said to|one hears|anonymous|asserted|"
    "some (?:believe|think|say|claim)",
    "many \\w+ (?:believe|think)|people (?:believe|think|say)|(?:he|she|they) (?:believes?|thinks?|thought)",
)
_CONDITION = re.compile(
    r"\W*(?:once|only (?:when|if|after)|subject to|would that|if|whether|unless|"
    r"suppose|supposing|assuming|imagine|in case|in the event|provided that|"
    r"as soon as|should"
    r"|were|had)\b",
    re.IGNORECASE,
)
_OPEN = _told_by(
    "question is|subject to|, if|whether|unclear|asked if|asks if|say if|known if|"
    "wonder\\w*|doubt\\w*|only if|provided that|unless|in the event"
)
_WISH = _told_by(
    "(?:would|should) like to see",
    "it (?:would be|is) (?:good|desirable|hoped|to be hoped|wished|planned|intended|envisaged|foreseen)",
    "we (?:hope|wish)|hopes that|wish(?:es)? that|there are plans|plans are|"
    "under discussion|under consideration",
    "under negotiation|in negotiation|has applied|have applied|no decision|no plans|there is no|there are no",
    "remains? open|not yet|proposal to|an idea|call(?:s|ed)? for|invites?|"
    "high time|recommends? that|suggests? that",
    "asked that|(?<!in )favou?rs?|next (?:year|month|week)|(?:is|are|was|were) (?:foreseen|"
    "forecast|anticipated|expected|planned)",
    r"offer(?:s|ed)?\s(?:of\s)?(?:\S+\s){0,3}?to\s(?:host|hold|organi[sz]e|become|join|sign|serve|run|chair|take)",
    r"bids? to|volunteer(?:s|ed) to|intention to",
    "proposes? that|requests? that|demands? that|in preparation|under way|negotiations on|negotiations about",
)
_MAY = re.compile(r"\W*May\s.*!\s*$")


_TENTATIVE = _small_words(
    "will|would|may|might|could|should|shall|must|plan(?:s|ned|ning)?|intend(?:s|"
    "ed)?|hop(?:e|es|ed|ing)|expect(?:s|ed)?",
    "propos\\w+|consider\\w*|not|never|no|neither|nor|without|\\w+n't|nobody|none|"
    "cannot|failed|declined|refused|if|whether",
    "invit(?:ed|es)|appl(?:ied|ies|ying)|draft|candidate|possible|would-be|unlike|"
    "except|instead|rather than|former|formerly|once(?!\\s(?:a|an|every|per|again)\\b)",
    "against|short of|nothing|put off|postpon\\w*|aspir\\w+|outside|unrelated|"
    "thank\\w*|wrote to|criticis\\w+|prais\\w+",
    "congratulat\\w+|visited|greeted|mistak\\w+|called|named after|instead of|"
    "dispute\\w*|so-called|supposed\\w*",
    "recommend\\w*|suggest\\w*|request\\w*|ask(?:s|ed)?|seek(?:s|ing)?|want(?:s|"
    "ed)?|wish\\w*|need(?:s|ed)?|due|fail\\w*",
)


def tentative(sentence: str) -> bool:
    """Whether a sentence has any word that leaves doubt: loose frames keep away from it.

    Examples
    --------
    >>> tentative("ILAC may join."), tentative("ILAC joined.")
    (True, False)
    """
    return bool(_TENTATIVE.search(sentence.lower()))


def objection(
    sentence: str,
    said: str,
    auxiliaries: str | None,
    before: str = "",
    *,
    aims: bool = False,
    plans: bool = False,
) -> str | None:
    """Why the sentence does not state the fact, or None when it does.

    Parameters
    ----------
    sentence : str
        The whole sentence.
    said : str
        The part of it that a pattern matched.
    auxiliaries : str or None
        The words before the verb that the pattern took in; None where the pattern has no verb.
    before : str
        The part of the sentence before the match.
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
    words = _DOES.sub("", auxiliaries or "")
    if (reason := _not_told(sentence)) is not None:
        return reason
    if _DENIED.search(words) or _DENIED.search(said) or _NOBODY.match(before or sentence[:14]):
        return "denied"
    if auxiliaries is None and _is_called_off(sentence):
        return "denied"
    if aims:
        words, said = (re.sub(r"\b(?:is|are|was|were) to\b", "", text) for text in (words, said))
    stated = _SCHEDULED.sub("", words) if plans else words
    if _PLANNED.search(stated) or _WILL.search(stated) or _UNSURE.search(said):
        return "planned or wished"
    if not plans and _SHARED_FUTURE.search(said):
        return "planned or wished"
    if _is_wished(sentence):
        return "planned or wished"
    if not aims and _AIMS.search(words):
        return "planned or wished"
    return None


@lru_cache(maxsize=64)
def _not_told(sentence: str) -> str | None:
    """Why nothing that a sentence says is told as a fact, whatever it is; asked for each thing that it says."""
    if sentence.rstrip("\"') ").endswith("?"):
        return "question"
    if _CONDITION.match(sentence) or _OPEN.search(sentence):
        return "condition"
    return "hearsay" if _HEARSAY.search(sentence) else None


@lru_cache(maxsize=64)
def _is_called_off(sentence: str) -> bool:
    return _CALLED_OFF.search(sentence) is not None


@lru_cache(maxsize=64)
def _is_wished(sentence: str) -> bool:
    return _WISH.search(sentence) is not None or _MAY.match(sentence) is not None
