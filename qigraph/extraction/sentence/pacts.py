"""Agreements told by nouns: "the 1967 accord between A and B", "the MoU (A and B, 2011)", "Signatories are A and B"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import DATE, FILLER, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated
from qigraph.schema import ACTORS

__all__ = ["Pacts"]

_PACT, _PLACE = MARK["Agreement"], MARK["Place"]
_ACTOR = "[" + "".join(MARK[name] for name in ("Organisation", "Network", "Body")) + "]"
_NOTE = rf"(?:\s?\([^(){DATE}]{{0,160}}\))?"
_OFFICE = (
    r"(?:the\s)?(?:heads?|directors?(?:[\s-]general)?|presidents?|chair(?:s|man|person)?|secretar(?:y|ies)(?:[\s-]general)?"
    r"|ministers?|leaders?|governors?)\sof\s"
)
_ONE = rf"(?:{FILLER}*(?i:{_OFFICE}))?{FILLER}*{_ACTOR}{_NOTE}"
_GROUP = rf"{_ONE}(?:(?:,\s|,?\s(?:and|&|as well as)\s|\s?/\s?|-|\u2013)(?:also\s)?{_ONE})*"
_VERB = (
    r"\b(?:was|were|is|are|has|have|had|will|would|entered|came|expired|ended|which|that|since|until|after"
    r"|before|by)\b"
)
_SIGNED = r"(?:re-?signed|signed|concluded|renewed|initialled|sealed|inked)"
_WHEN = rf"(?:(?:on|in|of|from)\s)?{FILLER}*(?P<day>{DATE})"
_DATED = (
    rf"\s(?:of|dated|from|{_SIGNED}(?:\s(?:on|in|at)(?=\s))?)\s{FILLER}*(?P<first>{DATE})"
    rf"|\s\((?:{_SIGNED}\s)?(?:in\s|on\s)?(?P<bracket>{DATE})\)"
)
_TAIL = (
    rf"(?:(?:\s(?:on|for|in|concerning|regarding|about|covering|to)\s(?:(?!{_VERB})[^,;.{DATE}]){{2,90}}?)?"
    rf"(?:\s\((?:{_SIGNED}\s)?(?:in\s|on\s)?(?P<last>{DATE})\)|,\s(?:(?:in\s|at\s)?{_PLACE},\s)?(?P<behind>{DATE})(?=\.?$)"
    rf"|\s(?:in|of|from|dated|on)\s{FILLER}*(?P<day>{DATE})"
    r"|,?\s(?:which\s)?(?:(?:was|were|has been|have been)\s)?(?:(?:first|originally|formally|officially|finally)\s)?"
    rf"{_SIGNED}\s(?:[^;.{DATE}]{{0,90}}?\s)?(?:in|on)\s{FILLER}*(?P<told>{DATE})"
    rf"|,?\s(?:which\s)?(?:dates|dating|goes|going)\s(?:back\s)?(?:from|to)\s{FILLER}*(?P<since>{DATE})))?"
)
_BETWEEN = cued(
    rf"{_PACT}{_NOTE}(?:{_DATED})?\s(?:between|among|amongst|linking|joining|uniting|binding)\s"
    rf"(?P<who>{_GROUP}(?:\swith\s{_GROUP})?){_TAIL}"
)
_AND_BETWEEN = re.compile(rf",?\sand\s(?:also\s)?between\s(?P<who>{_GROUP}){_TAIL}")
"""The parties of a second agreement of the same kind."""
_BRACKETED = cued(rf"{_PACT}\s\((?P<who>{_GROUP})(?:[,;]\s(?:{_SIGNED}\s)?(?:in\s|on\s)?(?P<day>{DATE}))?\)")
_WITH = re.compile(
    rf"^\W*{FILLER}*{_PACT}{_NOTE}\s(?:of\s[\w-]+\s)?with\s(?P<who>{_GROUP})"
    rf"(?:\s\({_WHEN}\)|,\s(?:{_SIGNED}\s)?(?:(?:in|at)\s)?(?:{_PLACE},?\s)?{_WHEN.replace('day', 'then')})"
)
_OF_IT = re.compile(
    r"^\W*(?:The\s)?(?:(?:other|founding|original|first|current|initial|two|three|four|five|six|seven|eight)\s)*"
    r"(?:(?:signatories|signatory (?:bodies|organi[sz]ations|institutions)|signing parties|contracting parties"
    rf"|parties to it)\s(?:are|were|include|included|comprise)):?\s(?:the\s)?(?P<who>{_GROUP})",
    re.IGNORECASE,
)
_JOINED_IT = re.compile(
    rf"(?P<who>{_ACTOR}){_NOTE}\s(?:has\s|had\s|then\s|later\s)?(?:adhered|acceded|signed up|followed suit|co-signed)"
    rf"\s(?:only\s|later\s|to it\s)*(?:on|in)\s(?P<day>{DATE})"
)
_UNSURE = re.compile(
    r"\b(?:negotiat\w+|in talks|draft\w*|towards?|propos\w+|idea of|discuss(?:ed|ion)|considered"
    r"|(?:to|and)\s(?:prepare|elaborate|finali[sz]e))\b"
)
_REACH = 2
"""Sentences back to the agreement that is meant."""
_AROUND = 60


class Pacts:
    """Reads who agreements are between and when they were signed, sentence by sentence."""

    def __init__(self) -> None:
        self._last: Thing | None = None
        self._age = 0

    def read(self, block: Block, frame_of: Skeleton, subject: Thing | None) -> Iterator[Candidate]:
        """Yield what the nouns of the next sentence state.

        Parameters
        ----------
        block : Block
            Where the sentence stands.
        frame_of : Skeleton
            Of the sentence.
        subject : Thing or None
            What the document is about: "MoU with X, 2011" in a list of its agreements.
        """
        text = frame_of.text
        pacts = [m for m in frame_of.mentions(0, len(text)) if m.type == "Agreement"]
        if not pacts:
            if self._last is not None and self._age < _REACH:
                for match in (_OF_IT.search(text), _JOINED_IT.search(text)):
                    if match is not None:
                        yield from _facts(block, frame_of, match, self._last, None)
            self._age += 1
            return
        for pattern in (_BETWEEN, _BRACKETED):
            for match in pattern.finditer(text):
                pact = _at(frame_of, match)
                yield from _facts(block, frame_of, match, pact, None)
                then = _AND_BETWEEN.match(text, match.end("who"))
                if pattern is _BETWEEN and pact is not None and then is not None:
                    other = Thing("Agreement", pact.label, own=False)
                    yield from _facts(block, frame_of, then, other, None, apart=True)
        if (match := _WITH.match(text)) is not None:
            owner = subject if subject is not None and subject.type in ACTORS else None
            yield from _facts(block, frame_of, match, _at(frame_of, match), owner)
        self._last, self._age = pacts[-1].thing, 0


def _at(frame_of: Skeleton, match: re.Match[str]) -> Thing | None:
    """The agreement that a match begins with."""
    place = frame_of.text.find(_PACT, match.start())
    mention = frame_of.at.get(place)
    return mention.thing if isinstance(mention, Mention) else None


def _facts(
    block: Block,
    frame_of: Skeleton,
    match: re.Match[str],
    pact: Thing | None,
    owner: Thing | None,
    *,
    apart: bool = False,
) -> Iterator[Candidate]:
    named = [m for m in frame_of.mentions(match.start("who"), match.end("who")) if m.type in ACTORS]
    parties = list(dict.fromkeys(thing for m in named for thing in m.things))
    parties += [owner] if owner is not None and owner not in parties else []
    day = _day(frame_of, match)
    told = pact is not None and (len(parties) > 1 or day is not None or "day" not in match.groupdict())
    if pact is None or not told:
        return
    sentence = "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))
    said = sentence[match.start() : match.end()]
    around = sentence[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    reason = objection(sentence, said, "", sentence[: match.start()])
    if reason is None and (tentative(around) or _UNSURE.search(around)):
        reason = "in doubt"
    since = day.since if day is not None else None
    where = (block, frame_of.start[match.start()], frame_of.start[match.end()], "pacts/parties", reason)
    for party in parties:
        yield Candidate(party, "signatoryOf", pact, since, None, *where)
    if apart and len(parties) == len("ab"):
        yield Candidate(parties[0], "cooperatesWith", parties[1], None, None, *where)
    if since is not None and match.re is not _JOINED_IT:
        yield Candidate(pact, "signedOn", since, None, None, *where)


def _day(frame_of: Skeleton, match: re.Match[str]) -> Dated | None:
    """The date that a match has found."""
    for name, value in match.groupdict().items():
        if name != "who" and value is not None:
            dated = frame_of.at.get(match.start(name))
            return dated if isinstance(dated, Dated) else None
    return None
