"""Joint deeds: two who do one thing work with each other, as in "APLMF and APMP ran a course".

Of more than three who are said to have done something together nobody tells who worked with whom.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, read_yaml
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.inflection import forms, participle
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.pattern_words import AUXILIARIES, spellings
from qigraph.extraction.sentence.skeleton import BREAK, DATE, FILLER, PRONOUN, Skeleton, type_class
from qigraph.extraction.things import Mention
from qigraph.resources import resource
from qigraph.schema import ACTORS

__all__ = ["joint_deeds", "joint_things"]

_ACTOR = "[\ue001-\ue003]"
_ANY_ACTOR = re.compile(_ACTOR)
_MOST = 3
_RULE = "cooperation/joint-deed"
_OF_SEVERAL = ("Event", "Programme", "Body", "Publication")
_JOINT = re.compile(r"\b[Jj]oint\b")
_NOTE = r"(?:\s?\([^()]{0,120}\))?"
_ONE = rf"{PRONOUN}?{FILLER}*{_ACTOR}{_NOTE}"
_THING = type_class(["Event", "Programme", "Publication", "Body"])
_AND = r"(?:and|&|as well as|along with|together with|jointly with|alongside)"
_WITH = (
    r"(?:(?:together|jointly|along)\swith|alongside|in\s(?:[a-z]+\s)?(?:co-?operation|collaboration|partnership|conjunction"
    r"|liaison|association)\swith)"
)
_SEVERAL = rf"(?P<who>{_ONE}(?:(?:,\s{_ONE})?,?\s{_AND}\s{_ONE})?)"
_BEGIN = (
    rf"(?:^[^\w{FILLER}{PRONOUN}\ue001-\ue0df]*(?:[A-Z][\w-]*\b[^,;:\ue001-\ue003]{{0,80}}[,{BREAK}]\s"
    r"|(?:Under|Within|In|Through|As part of|During)\s[^,;:\ue001-\ue003]{0,60}?\s)?"
    rf"|(?<![\ue001-\ue003)])[,;:]\s"
    rf"|[{BREAK};:]\s|\b(?:that|when|where|while|because|and|but|whereby|also)\s)"
)
_OBJECT = (
    r"\s(?!(?:in|at|on|by|under|within|as|for|to|with|from|and|or|of|their own|separate|respective)\b)"
    r"[\w\ue001-\ue0e1]"
)
_APART = re.compile(
    r"\b(?:each(?! other)|separately|respective(?:ly)?|independently|in turn|both separately)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"['\u2019]|\s(?:members?|member (?:states|countries|bodies))\b")
"""What makes a name that of the owner alone: "organised by ISO and IEC members"."""


@cache
def _shapes() -> tuple[Cued, ...]:
    verbs: dict[str, list[str]] = read_yaml(resource("loaders/names/joint.yaml"))
    active = alternatives({form for verb in verbs["deeds"] + verbs["writing"] for form in forms(verb)})
    passive = alternatives({participle(verb) for verb in verbs["deeds"]})
    gap = r"[^;:.,\ue001-\ue003]{0,90}?"
    return tuple(
        cued(shape, re.IGNORECASE)
        for shape in (
            rf"{_BEGIN}{_SEVERAL},?\s{AUXILIARIES}\b(?:{spellings(active)})\b{_OBJECT}",
            rf"{_BEGIN}{_SEVERAL},?\s{AUXILIARIES}jointly\s[a-z]",
            rf"{_BEGIN}{_SEVERAL},?\s{AUXILIARIES}[a-z]+\s(?:[\w-]+\s){{0,3}}?(?:joint|common)\s(?!ground|market)[a-z]",
            rf"{_BEGIN}{_SEVERAL},?\s{AUXILIARIES}[a-z]+\b{gap}\s(?:jointly|together)(?=[.,;)]|\s(?:in|on|for|to|since|at)\b|$)",
            rf"{_BEGIN}{_SEVERAL},?\s{AUXILIARIES}[a-z]+\b[^;:.]{{0,120}}?\b(?:each other|one another)\b",
            rf"\b(?:{spellings(passive)})(?:\s(?:jointly|together))?(?:\s(?:in|on)\s{DATE})?\sby\s{_SEVERAL}",
            rf"\b[a-z-]+(?:ed|en|un|ld)\sby\s(?P<who>{_ONE},?\s{_WITH}\s{_ONE})",
            rf"\b(?:jointly\s[a-z-]+|[a-z-]+ed\s(?:jointly|together))\sby\s{_SEVERAL}",
            rf"\bjoint\s(?:[\w-]+\s){{1,4}}?(?:of|between|by)\s{_SEVERAL}",
            rf"(?P<thing>{_THING})\s(?:of|between|by)\s{_SEVERAL}",
        )
    )


def joint_deeds(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield who works with whom by what one sentence says that they do.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    text = frame_of.text
    if _ANY_ACTOR.search(text) is None or _APART.search(text):
        return
    for shape in _shapes():
        for match in shape.finditer(text):
            who = frame_of.things(*match.span("who"))
            thing = frame_of.at.get(match.start("thing")) if match.groupdict().get("thing") else None
            if isinstance(thing, Mention) and not _JOINT.search(block.text, thing.start, thing.stop):
                continue
            if not 1 < len(who) <= (_MOST if len(match.group("who")) > _MOST else 2) or _OF_OTHERS.match(
                text, match.end("who")
            ):
                continue
            said = _plain(match.group())
            reason = objection(
                _plain(text), said, match.groupdict().get("aux"), _plain(text[: match.start()])
            )
            where = (block, frame_of.start[0], frame_of.start[-1], _RULE, reason)
            for one, other in combinations(who, 2):
                yield Candidate(one, "cooperatesWith", other, None, None, *where)


def joint_things(spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield who works with whom by the names of what is theirs together: "the joint IAF/ILAC assembly".

    Parameters
    ----------
    spoken : dict of Block to list of Mention
        The mentions of each block.
    """
    for block, mentions in spoken.items():
        for mention in mentions:
            owners = mention.thing.owners if mention.type in _OF_SEVERAL else ()
            if not 1 < len(owners) <= _MOST or any(owner.type not in ACTORS for owner in owners):
                continue
            if _JOINT.search(block.text, max(0, mention.start - 6), mention.stop):
                for one, other in combinations(owners, 2):
                    yield Candidate(
                        one, "cooperatesWith", other, None, None, block, mention.start, mention.stop, _RULE
                    )


def _plain(text: str) -> str:
    return re.sub(r"[\ue001-\uf000]", "X", text)
