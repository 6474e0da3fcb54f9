"""The words of patterns: verbs in all their forms, British and American spellings, and what these share."""

import re
from collections.abc import Set

from qigraph.extraction.sentence.inflection import forms, participle

__all__ = ["AUXILIARIES", "active", "passive", "rarity", "spellings", "stem_of"]

_ADVERB = (
    r"(?:also|then|since|now|formally|officially|first|later|recently|jointly|"
    r"subsequently|again|currently|both|each|all"
    r"|actively|together|thereby|always|regularly|newly|successfully|already|"
    r"further|originally|initially|initally|finally"
    r"|in turn|in addition|still|only|just|to date|so far|furthermore|particularly|"
    r"especially|closely|directly|mainly|primarily"
    r"|continuously|strongly|thus|therefore|thereafter|eventually|soon|long|"
    r"previously|ever|once|duly|unanimously|provisionally)"
)
_MODAL = (
    r"(?:\w+n't|will|would|may|might|could|should|shall|must|can|cannot|not|never|"
    r"no longer|n't|yet|to|is|are|was|were|be|been|being|has|have"
    r"|had|do|does|did|having|plans?|planned|intends?|intended|hopes?|hoped|"
    r"wish(?:es|ed)?|expects?|expected|aims?|aimed|seeks?|sought"
    r"|wants?|agreed|decided|continues?|continued|invited|due|proposed?s?|"
    r"considers?|considering|about|going|able|ready|refused"
    r"|declined|failed|set|scheduled|likely|supposed|meant|designed|helps?|helped|"
    r"works?|worked|in order|began|begun|started|chose"
    r"|voted|undertook|undertaken|committed|commits|yet to|reportedly|allegedly|rumoured|helping|working)"
)
AUXILIARIES = rf"(?P<aux>(?:(?:which|who|that|itself)\s)?(?:(?:{_ADVERB}|{_MODAL}|by consensus),?\s){{0,6}})"
_NOT_ACTIVE = "".join(rf"(?<!\b{have}\s)" for have in ("has", "had", "have", "having"))
_NOT_PASSIVE = "".join(rf"(?<!\b{be}\s)" for be in ("was", "were", "is", "are", "be", "been", "being"))
"""Before a participle that is read as active: "the report of X was presented" has no X that presented."""


def active(lemma: str, *, named: bool) -> str:
    """Regular expression of a verb in every form, with what may stand before it; its group ``aux`` if named."""
    aux = AUXILIARIES if named else AUXILIARIES.replace("?P<aux>", "?:")
    past = participle(lemma)
    inflected = sorted(
        ((_NOT_PASSIVE if form == past else "") + spellings(re.escape(form)) for form in forms(lemma)),
        key=len,
        reverse=True,
    )
    return rf"{aux}\b(?:{'|'.join(inflected)})\b"


def passive(lemma: str, *, named: bool) -> str:
    """The same of its passive or participle."""
    aux = AUXILIARIES if named else AUXILIARIES.replace("?P<aux>", "?:")
    return rf"{aux}{_NOT_ACTIVE}\b(?:{spellings(re.escape(participle(lemma)))})\b"


def spellings(text: str) -> str:
    """British and American spelling, hyphened and not."""
    text = re.sub(r"(?<=[a-z])is(?=(?:e|es|ed|ing|ation|ations|er|ers)\b)", "i[sz]", text)
    text = re.sub(r"\bco(?:\\?-)?o", "co-?o", text)
    text = re.sub(r"\b(co|re)(?:\\)?-(?!\?)", r"\1-?", text)
    return re.sub(r"(?<=\w)our\b", "ou?r", text)


def stem_of(word: str) -> str:
    """The longest run of letters of a word that all its spellings share."""
    first = re.sub(r"^(?:co-?(?=o)|(?:co|re)-)(?=\w{4})", "", word.split(" ")[0])
    parts = re.split(r"(?<=\w)is(?=[eai])|co-o|our\b|\W", first)
    return max(parts, key=len) if len(first) > 4 else first


def rarity(stems: Set[str]) -> int:
    """How rarely one of these stands in a sentence, by the length of the shortest; that of none is least."""
    return min(map(len, stems), default=0)
