"""What stands before the name of who works on it: "Focusing on digital metrology, the Task Group prepared a paper"."""

import re
from collections.abc import Iterator
from itertools import product

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, PRONOUN, Skeleton, type_class
from qigraph.extraction.sentence.working import plain
from qigraph.extraction.things import Mention

__all__ = ["fronted_work"]

_WORKER = type_class(["Organisation", "Network", "Body", "Programme"])
_TOPIC = MARK["Topic"]
_NO_NAME = "[^;:.()\ue001-\ue003]"
_FRONT = (
    r"(?:focus(?:s?ing|s?ed)(?:\s\w+ly)?\son|with\s(?:an?|its|their)\s(?:[\w-]+\s){0,2}?(?:focus|emphasis|mandate|mission)\s(?:on|in|for|to)"
    r"|(?:committed|dedicated|devoted)(?:\s\w+ly)?\sto|speciali[sz](?:ed|ing)\sin|responsible\sfor|in\scharge\sof"
    r"|(?:working|active|engaged)\s(?:on|in|for)|(?:tasked|charged|entrusted|concerned)\swith|mandated\sto|competent\sfor"
    r"|(?:set\sup|established|founded|created|formed|launched|born)\s(?:in\s\d{4}\s)?(?:to|for|with\sthe\s(?:aim|purpose|goal|task)\sof))"
)
_DONE_BY = (
    r"(?:(?:falls?|rests?|lies?)\s(?:to|with|upon|within\sthe\s(?:remit|competence|mandate)\sof)"
    r"|(?:is|are|has\sbeen|have\sbeen)\s(?:[a-z]+ly\s)?(?:(?:undertaken|coordinated|co-ordinated|overseen|promoted|regulated|supervised"
    r"|administered|managed|ensured|handled|dealt\swith|looked\safter|taken\scare\sof|performed|steered|fostered|driven|led"
    r"|carried\sout|advanced|championed|supported|offered|provided)\sby|entrusted\sto|assigned\sto|vested\sin|in\sthe\shands\sof|the\sbusiness\sof"
    r"|the\s(?:[a-z]+\s)?(?:responsibility|task|remit|domain|concern|job|field|province|mandate)\sof|a\smatter\sfor"
    r"|(?:one\sof\s)?the\s(?:[a-z]+\s){0,2}(?:tasks|concerns|priorities|fields|aims|duties|functions)\sof))"
)
_SHAPES = (
    cued(
        rf"^[^\w{FILLER}{PRONOUN}{_TOPIC}\ue001-\ue003]*(?P<said>{FILLER}*[^;:.,()\ue001-\ue003]{{0,70}}?{_TOPIC}"
        rf"[^;:.()\ue001-\ue003]{{0,80}}?)\s{_DONE_BY}\s{PRONOUN}?{FILLER}*(?P<who>{_WORKER})(?!['\u2019])",
        re.IGNORECASE,
    ),
    cued(
        rf"^[^\w{FILLER}{PRONOUN}{_TOPIC}\ue001-\ue003]*(?P<said>{_FRONT}\s{_NO_NAME}{{0,60}}?{_TOPIC}{_NO_NAME}{{0,120}}?)[,{BREAK}]\s"
        rf"{PRONOUN}?{FILLER}*(?P<who>{_WORKER})(?!['\u2019])",
        re.IGNORECASE,
    ),
)


def fronted_work(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield who works on what by the words with which a sentence begins.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    for match in (match for shape in _SHAPES for match in shape.finditer(frame_of.text)):
        who = frame_of.at.get(match.start("who"))
        reason = objection(plain(frame_of.text), plain(match.group("said")), None, aims=True)
        where = (block, frame_of.start[0], frame_of.start[-1], "working/fronted", reason)
        for topic in frame_of.mentions(*match.span("said")):
            if isinstance(who, Mention) and topic.type == "Topic":
                for one, other in product(who.things, topic.things):
                    yield Candidate(one, "worksOn", other, None, None, *where)
