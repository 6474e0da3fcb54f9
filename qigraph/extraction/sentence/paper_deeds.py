"""The deeds by which somebody issues, keeps or has a share in a publication, an instrument or a system."""

import re
from dataclasses import dataclass

from qigraph.extraction.cued import cued
from qigraph.extraction.sentence.skeleton import MARK

__all__ = ["CUE", "Deed", "deed_of"]

_PARTS = (
    r"(?:texts?|chapters?|sections?|annex(?:es)?|drafts?|comments?|inputs?|contributions?|foreword"
    r"|preface|wording|passages?"
    r"|case stud(?:y|ies)|examples|figures|articles?|definitions|terms|entries|suggestions"
    r"|expertise|advice|test methods?|methods?"
    r"|questionnaire|photographs|illustrations|translation|measurements|(?:measuring|test"
    r"|statistical|measurement) (?:data|treatment)"
    r"|data|maps|manuscript|first draft|material)"
)
_MAKING = (
    r"(?:drafting|preparation|preparing|writing|revision|revising|development|developing"
    r"|elaboration|elaborating|reviewing|review"
    r"|compilation|compiling|drawing up|updating|production|formulation|editing|translation"
    r"|finalisation|finalization|making"
    r"|drafting group|drafting team|editorial board|project team|working out)"
)
_ISSUED = (
    r"(?:published|issued|adopted|approved|released|launched|printed|endorsed|finali[sz]ed|enacted"
    r"|promulgated|gazetted|proclaimed"
    r"|put out|brought out|given out|made public|worked out|brought into force|put into force"
    r"|elaborated|developed|ratified"
    r"|unveiled|reissued|co-published|produced|passed|agreed|signed off|cleared|voted)"
)
_WRITTEN = (
    r"(?:drafted|written|co-written|authored|co-authored|penned|reviewed|peer-reviewed|revised"
    r"|compiled|prepared|drawn up|translated"
    r"|proofread|commented(?: upon| on)?|illustrated|checked|worded)"
)
_SUPPLIED = (
    r"(?:contributed|supplied|provided|furnished|submitted|delivered|borrowed|received|came|sent|taken|lent"
    r"|offered|designed|stems?|stemmed|stemming|comes?|derived?|originat\w+|hails?)"
)
_KEPT = (
    r"(?:maintained|kept|hosted|run|operated|managed|administered|looked after|curated|housed"
    r"|stored|serviced|owned|supervised"
    r"|overseen|moderated|installed|located)"
)
_WORD = r"(?:[\w'/.-]+,?\s|\ue0d0,?\s|\ue0e0+\s?)"
_OR_PAPER = rf"(?:{_WORD}|[{MARK['Publication']}{MARK['Instrument']}],?\s)"
_OF_WHOM = (
    rf"(?:(?:[\w'-]+\s|\ue0e0+){{0,3}}?|(?:{_WORD}){{0,3}}?(?:experts?|specialists|staff"
    rf"|colleagues|members|working group|task group"
    r"|office|team|laborator(?:y|ies)) (?:of|from|at)\s\ue0e0*)"
)
_BY = re.compile(
    rf"(?:\b(?P<issue>{_ISSUED})\s(?:{_WORD}){{0,6}}?by"
    rf"|\b(?P<share>{_WRITTEN})\s(?:{_WORD}){{0,6}}?by"
    rf"|\b(?P<given>{_PARTS})\s(?:{_OR_PAPER}){{0,8}}?(?:{_SUPPLIED}\s(?:{_WORD}){{0,4}}?)?(?:by|from)"
    rf"|\b(?P<work>(?:[Ww]ork|[Dd]rafting|[Rr]evision|[Pp]reparation|[Rr]eview)\s(?:on|of)\s(?:{_OR_PAPER}){{1,4}}?(?:was|is|were)"
    r"\s(?:led|carried out|done|undertaken|headed|coordinated|co-ordinated|steered)\sby)(?=\s)"
    r"|\b(?P<origin>(?:go(?:es)? back|going back|due|owed|owing) to (?:\ue0e0+|an? "
    r"|the )?(?:\w+ )?(?:proposal|initiative|draft|idea"
    r"|suggestion|work)s? (?:by|of|from)|(?:first )?proposed by|inspired by (?:\ue0e0+"
    r"|the )?(?:work|drafts?) of)(?=\s)"
    r"|\b(?P<parts>(?:[Cc]omments?|[Ii]nputs?|[Cc]ontributions?|[Dd]rafts?|advice|texts?|help"
    r"|assistance|participation|involvement"
    r"|[Pp]roposals?|[Ss]uggestions?))\s(?:made\s)?(?:by|from|of)"
    r"|\b(?P<out>(?:came off the press|came out|appeared|saw the light of day|printed"
    r"|went into print)\s(?:[\w'-]+,?\s|\ue0d0,?\s){0,4}?"
    r"(?:at|with|from)|(?:with the (?:stamp|imprint|seal)|under the imprint) of)"
    rf"|\b(?P<keep>{_KEPT})\s(?:{_WORD}){{0,5}}?(?:by|at|with)"
    r"|\b(?P<kept>(?:entrusted|handed over|transferred) (?:\w+ ){0,3}?to|in the (?:hands|care|custody) of"
    r"|on (?:\ue0e0+|the\s|a\s)?servers? (?:of|at))"
    rf"|\b(?P<author>co-authors?|authors?|reviewers?|contributors?),?\s(?:for|from|are|were|is"
    rf"|include|included|being)"
    rf")\s{_OF_WHOM}$"
)
_AUX = (
    r"(?:\s?\ue0e0+)?(?:,?\s(?:which|who|that))?(?:,?\s(?:has|have|had|also|then|since|first|later"
    r"|jointly|together|now|each|both|again"
    r"|itself|themselves|moreover|too|kindly|all|likewise|[a-z]+ly)\b|,\s[^,;\ue001-\ue00d]{1,40},)*,?\s"
)
_DOES = re.compile(
    rf"^{_AUX}(?:"
    r"(?P<issue>publish(?:ed|es)|issue[sd]|adopt(?:ed|s)|approve[sd]|release[sd]|printed"
    r"|endorse[sd]|finali[sz]e[sd]|puts? out"
    r"|brought out|brings out|brought (?=[^.;]{1,80}into force)|brought into force|put into force"
    r"|made public|enacted|promulgated"
    r"|proclaimed|unveiled|gazetted|worked out|gave out|reissued|co-published|passed|completed"
    r"|finished|edited|signed off|cleared"
    r"|gave (?:its |\ue0e0+|the )?(?:final )?(?:blessing|approval|assent|consent|green light"
    r"|go-ahead) to|put its name to"
    r"|agreed (?:on )?(?:\ue0e0+|the )?(?:final )?text of|brings? out|had (?:it |them )?printed)\b"
    r"|(?P<share>drafted|wrote|written|co-wrote|authored|co-authored|penned|review(?:ed|s)|revised"
    r"|translate[sd]|proofread"
    r"|commented (?:up)?on|illustrated|drew up|read (?:it|the (?:draft|text))|checked (?:it"
    r"|the (?:draft|text))"
    r"|helped (?:to )?(?:write|draft|prepare|revise|edit|compile|translate)"
    r"|(?:is|are|was|were|has been|have been) (?:currently |now |busy )?(?:revising|drafting"
    r"|writing|reviewing|translating|updating|editing"
    r"|preparing)|led (?:the |\ue0e0+)?(?:work|drafting|revision|preparation|writing) (?:on|of)"
    r"|(?:has |have )?read (?:the |\ue0e0+)?proofs of"
    rf"|gave \"?(?:\ue0e0+)?[{MARK['Publication']}{MARK['Instrument']}]\"? its (?:\w+ )?(?:shape"
    rf"|form)|shaped|is (?:the )?author of"
    r"|are (?:the )?(?:co-)?authors of|has (?:just )?(?:revised|translated|reviewed))\b"
    rf"|(?P<given>(?:{_SUPPLIED}|gave|added|prepared|made|wrote|drafted|suppl(?:y|ies)|provides?"
    rf"|contributes?)\s(?:{_WORD}){{0,6}}?{_PARTS})\b"
    r"|(?P<part>participat(?:ed|es|ing)|takes? part|took part|taken part|joined|assist(?:ed|s)"
    r"|helped|worked|collaborated|co-?operated"
    r"|(?:was|were|is|are|been) (?:\w+ly )?(?:involved|engaged|active|instrumental|represented)"
    r"|had a (?:hand|share|say)|contributed"
    rf"|played (?:an? )?(?:\w+ )?(?:role|part)|sat|served)\s(?:{_WORD}){{0,5}}?(?P<making>{_MAKING})\b"
    r"|(?P<took>participat(?:ed|es)|took part|taken part|collaborated|assisted|co-?operated"
    r"|contributed|advised|commented)\b"
    r"|(?P<keep>maintains?|keeps?|hosts?|hosted|runs?|operate[sd]?|manage[sd]?|administers?"
    r"|looks? after|looked after|curates?|houses?"
    r"|takes? care of|took over|took (?=(?:it|them) over)|took charge of|owns?|feeds?"
    r"|makes (?=[^.;]{0,40}\bavailable\b)|offers|provides access to)\b"
    r"|(?P<custody>(?:is|are|was|acts as|serves as|has been) (?:\ue0e0+|the |its |a )?(?:custodian"
    r"|keeper|guardian|depositary"
    r"|maintenance agency|registration authority))\b"
    r")"
)
_IN_WHICH = re.compile(rf"\bin (?:the |\ue0e0+)?{_MAKING} of which\s\ue0e0*$")
_TO_WHICH = re.compile(r"\b(?:to|on|in|for) which\s\ue0e0*$")
_WHICH = re.compile(r"\b(?:which|that|whose (?:text|draft|wording|first draft))\s\ue0e0*$")
_AMONG = re.compile(
    r"^[^.;\ue001-\ue00d]{0,30}?\bamong (?:its|the|their) (?:\w+ )?(?:co-)?(?:authors|contributors"
    r"|reviewers)\b"
)
_OWN = re.compile(
    r"^(?:['\u2019]s)?\s(?:first\s|own\s)?(?:drafts?|comments|contributions|inputs?|suggestions)\b"
)
_AGAIN = re.compile(
    r"\b(?:it|them|thereof|the (?:\w+ )?(?:drafts?|texts?|manuscript|drafting|wording|review"
    r"|revision|writing|preparation|translation))\b"
)
_DRAFT = re.compile(
    r"\b(?:the|its)\s(?:\w+\s)?(?:drafts?|texts?|manuscript|drafting|wording|revision|writing|translation)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:the|an?|its|their|some|these|those)\s(?:[a-z-]+\s){0,2}"
    r"(?!(?:editions?|versions?|revisions?|drafts?|documents?|guides?|reports?|standards?|papers?"
    r"|texts?|and|was|were|is|are|been"
    r"|publications?|brochures?|handbooks?|guidelines|recommendations?|first|jointly|database"
    r"|portal|platform|register|which|that"
    r"|data|base|repository|tool|system|website)\b)[a-z-]+(?<!ly)\s$"
)
"""What a participle behind it is said of, and not of the paper: "inspired by the practices developed by X"."""
CUE = cued(
    r"\b(?:gave|led|shap\w+|[Cc]omments?|[Pp]roposals?|[Ii]nputs?|press|light of day|came out"
    r"|appeared|stamp|imprint|passed|agreed|complet\w+"
    r"|finish\w+|edit\w+|examples|texts?|data|revising|proofs|stem\w*|offers|makes|hands|care"
    r"|goes back|is author|designed|publish\w*|issue[sd]|adopt\w+|approv\w+|releas\w+|launch\w*"
    r"|print\w+|endors\w+"
    r"|finali[sz]\w+|enact\w+|promulgat\w+|gazett\w+"
    r"|proclaim\w+|put out|puts out|brought|made public|worked out|elaborat\w+|develop\w+|draft\w*"
    r"|writ\w+|wrote|author\w*|co-author\w*"
    r"|review\w*|revis\w+|compil\w+|prepar\w+|drawn up|drew up|translat\w+|comment\w*|contribut\w+"
    r"|suppl\w+|provid\w+|input\w*|chapters?"
    r"|foreword|maintain\w*|keep\w*|kept|host\w*|runs?|operat\w+|manag\w+|administ\w+"
    r"|look\w* after|curat\w+|entrusted|handed over"
    r"|servers?|custod\w+|owns?|owned|unveil\w+|penned|proofread|advised|participat\w+|took part"
    r"|taken part)\b"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What an actor did.

    Parameters
    ----------
    kind : str
        ``issue``, ``share``, ``keep`` or ``take over``.
    start, stop : int
        From the deed to the actor or from the actor to the deed, in the skeleton.
    active : bool
        Whether the actor is the subject.
    backward : bool
        Whether the words say that the thing stands before: "to which", "it".
    custody : bool
        Whether it is what is done to instruments, too: custody.
    """

    kind: str
    start: int
    stop: int
    active: bool = False
    backward: bool = False
    custody: bool = False


def deed_of(text: str, at: int, end: int, *, implied: bool) -> Deed | None:
    """What the actor at a position did or what was done by it.

    Parameters
    ----------
    text : str
        Skeleton of the sentence.
    at, end : int
        Where the actor stands and where the list ends that it begins.
    implied : bool
        Whether the thing was named in the sentence before: the words must speak of it again.

    Examples
    --------
    >>> deed_of("P, published by \\ue001", 16, 17, implied=False).kind
    'issue'
    """
    left, right = text[max(0, at - 120) : at], text[end : end + 150]
    if implied and _DRAFT.search(text) is None:
        return None
    if (by := _nearest(left)) is not None:
        return _done_by(by, at - len(left), at + 1) if not _OF_ANOTHER.search(left, 0, by.start()) else None
    return _does(left, right, at, end)


def _nearest(left: str) -> "re.Match[str] | None":
    """The deed that stands nearest before "by" or "from"."""
    found, begin = None, 0
    while (match := _BY.search(left, begin)) is not None:
        found, begin = match, match.start() + 1
    return found


def _done_by(by: "re.Match[str]", offset: int, stop: int) -> Deed:
    if by.group("issue") or by.group("out"):
        kind = "issue"
    elif by.group("keep") or by.group("kept"):
        kind = "keep"
    else:
        kind = "share"
    return Deed(kind, offset + by.start(), stop)


def _does(left: str, right: str, at: int, end: int) -> Deed | None:
    if (own := _OWN.match(right)) is not None:
        return Deed("share", at, end + own.end())
    if (among := _AMONG.match(right)) is not None:
        return Deed("share", at, end + among.end())
    done = _DOES.match(right)
    if done is None:
        return None
    backward = bool(
        _WHICH.search(left) or _TO_WHICH.search(left) or _IN_WHICH.search(left) or _AGAIN.search(right)
    )
    stop = end + done.end()
    if done.group("issue"):
        return Deed("issue", at, stop, active=True, backward=backward)
    if done.group("keep"):
        kind = "take over" if done.group("keep").startswith("took") else "keep"
        return Deed(kind, at, stop, active=True, backward=backward)
    if done.group("custody"):
        return Deed("keep", at, stop, active=True, backward=True, custody=True)
    if done.group("took") and not (_IN_WHICH.search(left) or _TO_WHICH.search(left)):
        return None
    return Deed("share", at, stop, active=True, backward=backward)
