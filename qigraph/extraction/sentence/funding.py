"""Who paid for what: "held with a grant from PTB", "travel grants came from PTB", "PTB bore the costs".

What was paid for is named beside the money, else it is what the sentence, or the one before, speaks of.
"""

import re
from collections.abc import Iterable, Iterator

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.reference.about import About
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, PRONOUN, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["Funding"]

_F = f"[{FILLER}{PRONOUN}]*"
_PAYER = "[" + "".join(MARK[name] for name in (*sorted(ACTORS), "Programme")) + "]"
_PAID = "[" + MARK["Event"] + MARK["Programme"] + "]"
_ANY = "".join(MARK.values())
_NOTE = r"(?:\s?\([^()]*\))?"
_AND = (
    rf"{_NOTE}(?:,\s(?:and\s)?|\s(?:and|&|as\swell\sas|together\swith)\s|;\s)(?:(?:of|from|by)\s)?(?:the\s)?"
)
_OFFICE_OF = rf"(?:(?:[A-Z]\w+\s){{1,4}}of\s(?:the\s)?{_F})?"
_G = rf"(?:the\s)?(?:\d+(?:th|st|nd|rd)\s)?{_F}{_OFFICE_OF}(?P<payer>{_PAYER}(?:{_AND}{_F}{_PAYER})*)(?!['\u2019]s?\s)"
_T = rf"{_F}(?P<paid>{_PAID})"
_HOW = (
    r"(?:(?!technical|administrative|logistic\w*|moral|secretari\w+|organi[sz]ation\w*|expert|scientific|political|"
    r"strategic|in|no|little)[\w\u2019'-]+\s){0,3}?"
)
_AMOUNT = (
    r"(?:(?:EUR|USD|US|CHF|GBP|\u20ac|\$|\u00a3|Fr)[\s\w.,$\u20ac\u202f]{0,24}?\d|\d)[\w\s.,\u202f]{0,24}?"
)
_MONEY = (
    r"(?:(?:financial|monetary|budgetary)\s(?:support|assistance|contributions?|help|backing|aid|resources|means|participation)"
    r"|(?:co-?)?(?:funding|financing|sponsorships?)|funds|(?:travel\s|seed\s|research\s)?grants?|money|donations?|subsid(?:y|ies)|"
    r"scholarships?|fellowships?|bursar(?:y|ies)|stipends?)"
)
_HELP = r"(?:support|assistance|help|backing|aid|contributions?)"
_GIVEN = (
    r"(?:\s(?!for\b|to\b|and\b|or\b|but\b)[\w-]+){0,2}?(?:\s(?:kindly\s|generously\s|partly\s|jointly\s)?(?:provided|granted|given|made\savailable|received|"
    r"obtained|contributed|supplied|awarded|secured))?"
)
_COSTS = (
    r"(?:costs?|expenses?|bill|fees|travel|flights|air\s?fares|accommodation|interpretation|translation|participation|"
    r"per\sdiems?)"
)
_MANNER = r"also|kindly|generously|partly|jointly|again|mainly|fully|largely|entirely"
_DID = rf"{_NOTE}(?:\s(?:{_MANNER}|has|have|had|who|which|that|then|since|each)|,\s(?:who|which)){{0,3}}\s"
_BE = rf"(?:is|are|was|were|has\sbeen|have\sbeen|being)(?:\s(?:{_MANNER}))*"
_LEAD = (
    r"\b(?:[Ww]ith|[Tt]hanks\sto|[Tt]hrough|(?:made\spossible|enabled|supported|backed|financed|funded)\s"
    r"(?:by|through|with|thanks\sto)|received?s?|(?:benefit(?:s|ed|ing|ted)?|profit(?:s|ed)|comes|came)\sfrom"
    r"|ha[sd]|have|count(?:s|ed)\son|reli(?:es|ed)\son|enjoy(?:s|ed)|obtain(?:s|ed)|attract(?:s|ed)|secured|was\sgiven|were\sgiven)\s"
    r"(?:the\s|an?\s|its\s|their\s)?"
)


def _shapes() -> tuple[Cued, ...]:
    near = rf"[^;.{_ANY}]{{0,60}}?"
    topical = rf"(?:\s(?:on|in|for|about|at|of)\s[^;.,{_PAYER[1:-1]}{_PAID[1:-1]}]{{1,60}}?)?"
    for_what = rf"(?:\s(?:of|for|to|towards|behind|in){near}\s{_T})?"
    return (
        cued(rf"{_LEAD}{_HOW}(?:{_AMOUNT}\s(?:in|of)\s)?{_MONEY}{_GIVEN}\s(?:of|from|by|through)\s{_G}"),
        cued(rf"\breceived?s?\s(?:the\s|an?\s|about\s|some\s)?{_AMOUNT}\s(?:in\s\w+\s)?from\s{_G}"),
        cued(
            rf"\b(?:[Ww]ith|[Tt]hanks\sto|(?:made\spossible|enabled)\s(?:by|through|with|thanks\sto))\s(?:the\s|an?\s)?{_HOW}{_HELP}{_GIVEN}"
            rf"\s(?:of|from|by)\s{_G}"
        ),
        cued(rf"\bmade\spossible\sby\s(?:the\s)?{_G}"),
        cued(
            rf"(?:^|[,;:]\s|\band\s)(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s)?{_HOW}(?i:{_MONEY}|{_HELP}){for_what}{near}\s(?:c[oa]mes?|coming|{_BE}\s"
            rf"(?:provided|received|given|granted|obtained|supplied|secured|made\savailable))(?:\sin)?\s(?:from|by)\s{_G}"
        ),
        cued(
            rf"\b(?i:sponsors|donors|funders|sponsor|donor|funder)\s(?:of|for|to|behind){near}{_T}{near}\s"
            rf"(?:is|are|was|were|includ(?:e|es|ed))\s{_G}"
        ),
        cued(
            rf"{_G}{_DID}(?:provid(?:ed|es?)|grant(?:ed|s)?|contribut(?:ed|es?)|g[ai]ves?|allocat(?:ed|es?)|award(?:ed|s)?"
            rf"|made|makes?|offered|committed|invested|supplied|donated|disbursed|put)\s(?:the\s|an?\s|its\s|up\s)?"
            rf"(?:{_HOW}(?:{_AMOUNT}\s(?:in|of)\s)?{_MONEY}|{_AMOUNT})(?:\savailable)?\s(?:for|to|towards?|in|into|in\ssupport\sof){near}\s{_T}"
        ),
        cued(
            rf"{_G}{_DID}(?:bore|bears?|cover(?:ed|s)?|met|meets?|pa(?:id|ys?)(?:\sfor)?|carr(?:ied|ies|y)|defray(?:ed|s)|"
            rf"shared?s?|took\sover|assumed)\s(?:all\s|part\sof\s|most\sof\s|half\s(?:of\s)?|\d+\s?%\sof\s)?(?:the\s|its\s|their\s)?(?:[\w-]+\s){{0,3}}?{_COSTS}\b"
            rf"{for_what}"
        ),
        cued(rf"{_G}{_DID}(?:foot(?:ed|s)?|picked\sup|picks\sup|settled|settles)\sthe\s(?:bill|tab|invoice){for_what}"),
        cued(rf"\b[Ww]ith\s{_G}\s(?:providing|contributing|giving|covering|bearing|paying)\s(?:the\s|an?\s)?(?:{_HOW}(?:{_AMOUNT}[\s\w\u20ac]{{0,12}}\s(?:in|of)\s)?(?:{_MONEY}|{_COSTS})|{_AMOUNT})"),
        cued(rf"{_T}{_NOTE}(?:[^;.\ue001-\ue00a]{{0,70}}?),\s(?:also|kindly|generously|jointly|partly)\ssupported\sby\s{_G}"),
        cued(
            rf"{_G}{_NOTE},\swhose\s(?:\w+\s){{0,3}}?(?:contributions?|support|grants?|funding|generosity|help|donations?)\s"
            rf"(?:made|enabled|allowed){near}\s{_T}"
        ),
        cued(
            rf"\b(?:budget|grant|envelope|contribution|sum)\sof\s{_AMOUNT}[\s\w\u20ac]{{0,12}},?\s(?:provided|funded|financed|contributed"
            rf"|paid|made\savailable)\sby\s{_G}"
        ),
        cued(rf"\bthe\s(?:rest|remainder|balance|other\shalf)\s{_BE}\s(?:co-?)?(?:funded|financed|paid|covered|borne|met)(?:\sfor)?\sby\s{_G}"),
        cued(rf"\b(?:at|on)\sthe\s(?:expense|cost|charge)\sof\s{_G}"),
        cued(rf"{_G}\s(?:is|was|are|were|acts\sas|acted\sas)\s(?:an?\s|the\s|its\s)?(?:sole\s|main\s|only\s|other\s)?(?:co-?)?(?:funders?|sponsors?|donors?|financiers?)(?!\s(?:of|for|to|in|and|countr|organi|agenc|commun))"),
        cued(rf"{_G}{_DID}(?:pays?\sfor|paid\sfor|funds|funded|sponsors|sponsored|finances|financed)\s(?:it|them|this)\b"),
        cued(
            rf"(?:^|[,;:]\s|\band\s)(?:[Tt]he\s|[Aa]ll\s|[Ii]ts\s|[Tt]heir\s)?(?:[\w-]+\s){{0,3}}?(?i:{_COSTS}){for_what}{near}\s{_BE}\s"
            rf"(?:borne|met|covered|paid|carried|shared|assumed|defrayed)(?:\sfor)?\sby\s{_G}"
        ),
        cued(
            rf"{_T}{_NOTE}(?:[^;.\ue001-\ue00a]{{0,70}}?[\s,]|\s){_BE}\s(?:(?!technical)\w+ly\s)?supported\s(?:financially\s)?by\s{_G}"
        ),
        cued(rf"{_T}{_NOTE}(?:[^;.\ue001-\ue00a]{{0,70}}?[\s,]|\s){_BE}\s(?:\w+ly\s)?(?:co-?)?(?:funded|financed)\s(?:through|under|from|out\sof|with)\s{_G}"),
        cued(
            rf"^(?:\w+ly\s)?(?:[Cc]o-?)?(?:[Ff]unded|[Ff]inanced|[Ss]ponsored)\s(?:\w+\s){{0,2}}?(?:by|from|through)\s{_G}[^;.]{{0,120}}?"
            rf"[,{BREAK}]\s{_T}"
        ),
        cued(rf"{_T}{_NOTE}{topical},\s(?:for\s)?which\s{_G}{_NOTE}\s(?:also\s|kindly\s|partly\s|generously\s)?(?:paid(?:\sfor)?|pays\sfor|funds|funded|sponsors|sponsored|financed|finances)\b"),
    )  # fmt: skip


_SHAPES = _shapes()
_ASIDE = re.compile(
    r"\b(?:under|within|through|by|of|from|part\sof|framework\sof|context\sof|frame\sof|umbrella\sof|alongside|followed\sby)\s"
    rf"(?:the\s|its\s|their\s)?{_F}$"
)
"""What governs an undertaking that is not itself what the sentence speaks of: "within the X programme"."""
_FRONTED = re.compile(rf"(?:{_F}{_PAYER}{_NOTE},)?[^,;{BREAK}{_ANY}]*")
"""What may stand before an opening phrase, or one set between a subject and its verb."""
_OF_ANOTHER = re.compile(r"\b(?:which|that|whose|who|while|whereas)\b[^,;]*$|\([^()]*$")
"""What makes a clause that of another noun: "piloted a toolkit which was developed with funding from"."""
_NO_DOUBT = re.compile(r"\b(?:made\spossible|[Tt]hanks\sto)\b")
_NOTED = re.compile(rf"{_NOTE},?\s?")


class Funding:
    """Who paid for what in the sentences of a document, in reading order.

    Parameters
    ----------
    about : About
        What the document is about: money is for that, where no sentence names anything else.
    named : iterable of Mention
        All that the document speaks of: the one undertaking that it names may be what it is about, too.
    """

    def __init__(self, about: About, named: Iterable[Mention] = ()) -> None:
        self._block: Block | None = None
        self._about = [about.programme] if about.programme is not None else _only_one(named)
        self._earlier: list[Thing] = []

    def read(self, block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
        """Yield who sponsored what by one sentence.

        Parameters
        ----------
        block : Block
            Where the sentence stands.
        frame_of : Skeleton
            Of the sentence.
        """
        if block is not self._block:
            self._block, self._earlier = block, list(self._about)
        earlier, text = self._earlier, frame_of.text
        here = [
            (at, m)
            for at, m in sorted(frame_of.at.items())
            if isinstance(m, Mention) and m.type in ("Event", "Programme")
        ]
        if here:
            self._earlier = list(dict.fromkeys(thing for _, m in here for thing in m.things))
        for shape in _SHAPES:
            for match in shape.finditer(text):
                payers = _payers(frame_of, match)
                at, paid = _paid(frame_of, match, [pair for pair in here if pair[1] not in payers], earlier)
                said = _plain(frame_of)[min(at, match.start()) : match.end()]
                reason = objection(_plain(frame_of), said, None)
                if reason is None and tentative(_NO_DOUBT.sub("", said)):
                    reason = "in doubt"
                where = (block, frame_of.start[0], frame_of.start[-1], "funding/paid", reason)
                for payer in dict.fromkeys(thing for m in payers for thing in m.things):
                    for thing in paid:
                        if thing is not payer:
                            yield Candidate(payer, "sponsored", thing, None, None, *where)


def _only_one(named: Iterable[Mention]) -> list[Thing]:
    """The one programme of a document that names no other and no event."""
    found = {id(m.thing): m.thing for m in named if m.type in ("Programme", "Event")}
    return list(found.values()) if len(found) == 1 and next(iter(found.values())).type == "Programme" else []


def _plain(frame_of: Skeleton) -> str:
    """The sentence with names as letters."""
    return "".join("X" if at in frame_of.at else character for at, character in enumerate(frame_of.text))


def _payers(frame_of: Skeleton, match: re.Match[str]) -> list[Mention]:
    """Who paid: the names of the group, without those in brackets behind another."""
    found: list[Mention] = []
    depth = 0
    for at in range(*match.span("payer")):
        character = frame_of.text[at]
        depth += (character == "(") - (character == ")")
        mention = frame_of.at.get(at)
        if isinstance(mention, Mention) and depth == 0:
            found.append(mention)
    return found


def _paid(
    frame_of: Skeleton, match: re.Match[str], here: list[tuple[int, Mention]], earlier: list[Thing]
) -> tuple[int, list[Thing]]:
    """What was paid for and where it stands: beside the money, before it, behind an opening phrase, a sentence back."""
    if "paid" in match.re.groupindex and match.start("paid") >= 0:
        mention = frame_of.at[match.start("paid")]
        return match.start("paid"), list(mention.things) if isinstance(mention, Mention) else []
    text, start = frame_of.text, match.start()
    before = [pair for pair in here if pair[0] < start or match.start() <= pair[0] < match.start("payer")]
    clause = _OF_ANOTHER.search(text[:start])
    if clause is not None:
        before = [pair for pair in before if _NOTED.fullmatch(text, pair[0] + 1, clause.start())]
    plain = [pair for pair in before if not _ASIDE.search(text[: pair[0]])] or before
    if plain:
        return plain[-1][0], list(plain[-1][1].things)
    if not before and _FRONTED.fullmatch(text[:start].strip()):
        behind = [pair for pair in here if pair[0] >= match.end()]
        plain = [pair for pair in behind if not _ASIDE.search(text[: pair[0]])] or behind
        if plain:
            return match.start(), list(plain[0][1].things)
    return match.start(), earlier if len(earlier) == 1 and not here else []
