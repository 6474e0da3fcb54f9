"""Kinds: what somebody is says what they work on, as in "the accreditation body of Turkey, TÜRKAK".

A kind is a topic with a noun ("metrology institutes") or its usual abbreviation ("NMIs"). Whoever is named as one, in
apposition or in a list that it leads, works on the topic.
"""

import re
from collections.abc import Iterator
from itertools import product

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.concepts import topic_mentions
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, Skeleton, type_class
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["of_kinds", "of_listed_kinds"]

_KIND, _REST = "\ue0f0", "\ue0f1"
_KINDS_OF_BODY = cued(r"\b(NMI|RMO|NAB|NSB)s?\b")
_SHORT = {"nmi": "metrology", "rmo": "metrology", "nab": "accreditation", "nsb": "standardisation"}
_ANY_MARK_BEFORE = "[\ue001-\ue003]"
_KIND_OF_STATE = re.compile(r"(NMI|NAB|NSB)\s(?:of|for)\s")
_NOUN = (
    r"(?:institut(?:e|ion)s?|organi[sz]ations?|bod(?:y|ies)|laborator(?:y|ies)|authorit(?:y|ies)|agenc(?:y|ies)|bureaux?"
    r"|bureaus|associations?|networks?|regulators?|forums?|centres?|centers?|committees?"
    r"|co-?operations?|councils?|societ(?:y|ies)|academ(?:y|ies)|federations?|unions?|foundations?|groupings?|departments?)"
)
_PLURAL = re.compile(
    r"(?:institut(?:e|ion)s|organi[sz]ations|bodies|laboratories|authorities|agencies|bureaux|associations)$",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"(?:{_ANY_MARK_BEFORE}|\))(?:,|\s[\u2013\u2014-])\s(?:the\s|{FILLER})+$")
_CALLED = re.compile(rf"(?:{_ANY_MARK_BEFORE}|\))\s(?:is|was|became|becomes)\s(?:the\s|{FILLER})+$")
_OF_THE_NATION = re.compile(
    r"(?:Sole\s|Central\s)?National?\s(?:Metrology|Measurement|Accreditation|Standards?|Standardi[sz]ation)\s"
    r"(?:Institute|Body|Organi[sz]ation|Authority|Agency|Service|Laboratory)\b"
)
"""Names in full that may only tell what somebody is: "KRISS, the National Metrology Institute of Korea"."""
_WITH_NOUN = re.compile(rf"\s{_NOUN}$", re.IGNORECASE)
_ENDS_SO = re.compile(r"(?:co-?operation|organisations)$")
"""Topics that end in such a noun themselves: "a survey on regulatory co-operation" names no kind of body."""
_OF_STATE = re.compile(r"(?:Ministry|Department|Government)\b")
_AFTER = re.compile(rf"(?:\s(?!(?:and|or|of|for|to|in|with|by)\b)(?:\w+\s)?{_NOUN}\b)?", re.IGNORECASE)
_ACTOR = type_class(["Organisation", "Network", "Body"])
_ANY_MARK = "\ue001-\ue00d"
_OTHER = rf"(?:\s?\([^(){_KIND}]{{0,120}}\))?"
_ONE = rf"{FILLER}*{_ACTOR}{_OTHER}"
_GROUP = rf"(?P<who>{_ONE}(?:(?:,?\s(?:and|&|as well as)\s|,\s){_ONE})*)"
_SELF = rf"(?:\s?\({_KIND}?[^(){_ANY_MARK}]{{0,12}}\)|['\u2019]?\))?"
_WHOLE = rf"{_KIND}{_REST}*{_SELF}"
_MODIFIERS = rf"(?:(?!previous|former|not|to|of|for|with|by|from)[\w'-]+\s|{FILLER}+){{0,4}}?"
_ARTICLE = (
    rf"(?:{FILLER}+|the\s|an?\s|one of the\s|which is the\s|its\s"
    rf"|(?:[A-Z]\w+\s)?(?:[A-Z]\w+|{MARK['Place']})['\u2019]s\s)+"
)
_STATE = rf"(?:the\s|{FILLER})*[A-Z{MARK['Place']}][\w'-]*(?:\s[A-Z][\w'-]*){{0,2}}"
_NEAR_START = 6
_COUNTED = re.compile(
    r"(?:[A-Z][a-z]+,?\s)?(?:[Tt]here\sare\s)?(?:[Tt]he\s)?(?:[Ff]ollowing\s|\d{1,3}\s|[Tt]wo\s|[Tt]hree\s|[Ff]our\s|[Ff]ive\s|[Ss]ix\s"
    r"|[Ss]even\s|[Ee]ight\s|[Nn]ine\s|[Tt]en\s)(?:following\s)?"
    rf"(?P<kind>(?:NMI|RMO|NAB|NSB)s|(?:[A-Za-z-]+\s){{1,3}}?{_NOUN})(?=\s(?:are|is|have|were|take|belong|which|that|who)\b|:)"
)
"""How a lead-in says of what kind those are whom its list names."""
_IS = (
    r"(?:is|are|acts as|serves as|became|becomes|functions as"
    r"|was (?:designated|appointed|established|founded|recogni[sz]ed)(?: as)?)"
)
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # "NMIs, namely A, B and C", "these NMIs include A and B", "accreditation bodies such as A"
        rf"{_WHOLE}(?:\s(?:working|operating|active|based|in|at|from|which|that)\b"
        rf"[^;:.{_ANY_MARK}]{{0,90}}?(?=,?\ssuch as))?"
        rf"(?::|,?\s(?:namely|including|includes?|such as)|\s[\u2013-])\s{_GROUP}(?!\smembers?\b|['\u2019])",
        rf"{_KIND}{_REST}*\s\({_GROUP}\)",
        # "the standards bodies of Peru (A), Chile (B) and Kenya (C)"
        rf"{_WHOLE}\s(?:of|from|in)\s(?P<who>{_STATE}\s\({_ACTOR}\)"
        rf"(?:(?:,?\sand|,)\s{FILLER}*{_STATE}\s\({_ACTOR}\))*)",
        # "the German metrology institute, A"; "the metrology institute of Kenya, A,"
        rf"(?:(?<=\w\s)|(?<={FILLER})){_WHOLE}(?:\s(?:of|in|for)\s{_STATE})?[,{BREAK}]\s(?P<who>{_ACTOR})(?=[,.;)]|\s\()",
        # "the national standards body A"
        rf"(?:(?<=\w\s)|(?<={FILLER})){_WHOLE}\s(?P<who>{_ACTOR}(?:\sand\s{_ACTOR})?)(?!\w|['\u2019])",
        # "A, the national metrology institute of Turkey"
        rf"(?P<who>{_ACTOR}){_OTHER},\s{_ARTICLE}{_MODIFIERS}{_KIND}",
        rf"{_GROUP}\s{_IS}\s{_ARTICLE}{_MODIFIERS}{_KIND}",
        rf"(?P<who>{_ACTOR})\s\((?:the\s)?{_KIND}{_REST}*(?:\s(?:of|in)\s{_STATE})?\)",
    )
)


def of_kinds(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield what the kinds in one sentence say of those that are named as of them.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    for mention in frame_of.mentions(0, len(frame_of.text)):
        named = _KIND_OF_STATE.match(block.text, mention.start, mention.stop)
        if named and mention.by_name:
            yield Candidate(
                mention.thing, "worksOn", _short(named.group(1)), None, None,
                block, mention.start, mention.stop, "names/kind",
            )  # fmt: skip
    text, topics = _with_kinds(block, frame_of)
    if not topics:
        return
    reason = objection(re.sub(r"[\ue001-\uf000]", "X", text), "", "")
    where = (block, frame_of.start[0], frame_of.start[-1], "names/kind", reason)
    for shape in _SHAPES:
        for match in shape.finditer(text):
            place = text.index(_KIND, match.start())
            for at in range(match.start("who"), match.end("who")):
                item = frame_of.at.get(at)
                if isinstance(item, Mention) and re.match(_ACTOR, text[at]):
                    if _OF_STATE.match(item.thing.label) and place < at:
                        continue
                    for one, topic in product(item.things, topics[place]):
                        yield Candidate(one, "worksOn", topic, None, None, *where)


def of_listed_kinds(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what those work on whom a list names of one kind: "Six metrology institutes are recognised: …".

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for block in found:
        lead = block.lead if block.kind == "item" else None
        if lead is None or not lead.text.rstrip().endswith(":"):
            continue
        who = next((m for m in spoken[block] if m.type in ACTORS), None)
        if who is None or who.start > _NEAR_START or len(who.things) > 1:
            continue
        start, stop = lead.sentences[-1]
        counted = _COUNTED.match(lead.text, start, stop)
        if counted is None or objection(lead.text[start:stop], "", "") is not None:
            continue
        kind = counted.group("kind")
        short = _SHORT.get(kind.lower()[:3]) if kind.isupper() or kind[:-1].isupper() else None
        topics = topic_mentions(short or kind, Things())
        for topic in topics if short or _PLURAL.search(kind) else ():
            yield Candidate(
                who.thing, "worksOn", topic.thing, None, None, block, who.start, who.stop, "names/kind"
            )


def _with_kinds(block: Block, frame_of: Skeleton) -> tuple[str, dict[int, list[Thing]]]:
    """The skeleton's text with each kind as one character and fillers, and the topics of the kind at each."""
    letters = list(frame_of.text)
    topics: dict[int, list[Thing]] = {}
    for at, mention in frame_of.at.items():
        if not isinstance(mention, Mention):
            continue
        if mention.type == "Topic":
            noun = _AFTER.match(frame_of.text, at + 1)
            surface = block.text[mention.start : mention.stop]
            alone = _WITH_NOUN.search(surface) and not _ENDS_SO.search(mention.thing.label)
            if noun is not None and (noun.group() or alone):
                _replace(letters, at, noun.end())
                topics[at] = list(mention.things)
        elif mention.type == "Organisation" and mention.thing.entity is None:
            name = mention.thing.label
            kind = _PLURAL.search(name) or _as_a_kind(frame_of.text, at, name)
            topics[at] = [m.thing for m in topic_mentions(name, Things())] if kind else []
            if topics[at]:
                _replace(letters, at, at + 1)
    for match in _KINDS_OF_BODY.finditer(frame_of.text):
        topics[match.start()] = [_short(match.group(1))]
        _replace(letters, *match.span())
    return "".join(letters), {at: found for at, found in topics.items() if found}


def _as_a_kind(text: str, at: int, name: str) -> bool:
    """Whether a name in full stands there to tell what the one before it is."""
    if _CALLED.search(text, 0, at):
        return True
    return bool(_OF_THE_NATION.match(name) and _APPOSED.search(text, 0, at))


def _short(name: str) -> Thing:
    """The topic of what is known by an abbreviation: metrology for an NMI."""
    return topic_mentions(_SHORT[name.lower()], Things())[0].thing


def _replace(letters: list[str], start: int, stop: int) -> None:
    """Put the sign of a kind; the length stays."""
    letters[start:stop] = [_KIND, *[_REST] * (stop - start - 1)]
