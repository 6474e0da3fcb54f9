"""What an agreement is about, its parties work on: "signed a memorandum on co-operation in metrology"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["agreed_topics"]

_DOING = (
    r"(?:cooperate|co-operate|collaborate|work together|promote|strengthen|enhance|improve|advance|develop|support"
    r"|boost|expand|deepen|facilitate|foster|further|reinforce|establish|encourage|harmoni[sz]e|remove|reduce"
    r"|increase|build)"
)
_FIELD = r"in the (?:fields?|areas?|spheres?|domains?) of"
_SELF = r"(?:\s\([^()]{1,30}\))?(?:\sbetween\s[^.;:]{2,80}?)?"
_ABOUT = re.compile(
    rf"(?:\s\([^()]{{1,30}}\))?(?:\swith\s[^.;:]{{2,200}}?)?,?\s(?:on|for|{_FIELD}|about|concerning|regarding"
    rf"|relating to|covering|strengthening|deepening|extending|aim\w+ (?:at|to)|to {_DOING})\b(?P<rest>[^.;:]{{0,90}})"
)
"""What stands between an agreement and the first topic that it is on."""
_COVERS = re.compile(
    rf"{_SELF}\s(?:also\s|mainly\s)?(?:aims?|seeks?|covers?|provides? for"
    r"|(?:provides?|establish(?:es)?|creates?|sets? up|sets? out) a (?:\w+\s)?framework for"
    r"|sets out|deals? with|concerns?|relates? to|focus(?:es)? on"
    rf"|addresses|includes?|will (?:\w+ly\s)?(?:help |serve to )?(?:cover|focus on|include|enable|{_DOING})"
    r"|(?:is|was) (?:intended|aimed|designed|meant|set|expected)(?: to| at)?|serves? to|pledges?|calls for|envisages)"
    r"\b(?P<rest>[^.;:]{0,140})"
)
"""What stands between an agreement as the subject and the first topic."""
_IS_TO = re.compile(rf"{_SELF}\s(?:is|are|was)\b(?P<rest>[^.;:]{{0,140}})")
_AIM = re.compile(
    r"\b(?:aims?|purpose|objectives?|goals?|scope|focus|subject)\s(?:(?:of|behind|in)\s)(?:(?:the|this|our|their)\s)?"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:(?:And|Also|Furthermore|In addition|Moreover),?\s)?(?:Through|Under|According to|With|Within|By|As part of"
    r"|In line with|On the basis of|Based on|Thanks to|Pursuant to|(?:With)?in the framework of|Within the scope of"
    r"|By means of|Via|In)\s(?:(?:the|this|our|their|its)\s)*(?:\w+\s)?",
    re.IGNORECASE,
)
_THEN = re.compile(rf"{_SELF},?\s(?P<rest>[^.;:]{{0,160}})")
"""What stands between an agreement in front of a sentence and the first topic of what is done under it."""
_SUBJECT = re.compile(r"(?:[^.;:]{0,40},\s)?(?:(?:the|this|our|their|its|new)\s)*(?:\w+\s)?", re.IGNORECASE)
_LIST = re.compile(r"[\w\s-]{0,40}(?:,\s(?:and\s)?|\s(?:and|&|as well as)\s)[\w\s-]{0,30}")
_GOES_ON = re.compile(r"[^.;]{0,110}")
_OTHERS = re.compile(
    r"\b(?:which|that|who|whose|where|while|(?<!areas )(?<!fields )such as|members? of|committees?|standards? bod\w+"
    r"|accreditation bod\w+|players|not|no|without|may|might|could|would)\b"
)
"""Words by which a topic behind an agreement is that of somebody else, or none."""
_PEERS = re.compile(r"technical (?:co-?operation|collaboration)", re.IGNORECASE)
"""What those who sign do with each other: no building of capacity."""
_MOST_PARTIES = 8
_MOST_MENTIONS = 80


def agreed_topics(raw: Iterable[Candidate], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what the parties of an agreement work on by what is said that the agreement is about.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of a document.
    spoken : dict of Block to list of Mention
        The mentions of each block.
    """
    signed: dict[int, dict[int, Candidate]] = {}
    for candidate in raw:
        pact = candidate.object
        accepted = candidate.relation == "signatoryOf" and candidate.objection is None
        if accepted and candidate.subject.type in ACTORS and isinstance(pact, Thing):
            signed.setdefault(id(pact), {}).setdefault(id(candidate.subject), candidate)
    for block, mentions in spoken.items():
        if not any(m.type == "Agreement" and id(m.thing) in signed for m in mentions):
            continue
        ordered = sorted(mentions, key=lambda m: m.start)
        begins = [m.start for m in ordered]
        for start, stop in block.sentences:
            here = ordered[bisect_left(begins, start) : bisect_left(begins, stop)][:_MOST_MENTIONS]
            for mention in here:
                parties = signed.get(id(mention.thing), {}) if mention.type == "Agreement" else {}
                if not 0 < len(parties) <= _MOST_PARTIES:
                    continue
                for topic in _topics(block, mention, here, start, several=len(parties) > 1):
                    for candidate in parties.values():
                        yield replace(
                            candidate, relation="worksOn", object=topic, since=None, until=None, block=block,
                            start=start, stop=stop, rule="agreements/topic", role=None,
                        )  # fmt: skip


def _topics(
    block: Block, pact: Mention, mentions: list[Mention], start: int, *, several: bool
) -> list[Thing]:
    """The topics that a sentence names behind an agreement as what it is about, or in its name.

    What an arrangement covers of which only one party is known says what it is for, not what the party works on.
    """
    text = block.text
    before = text[start : pact.start]
    shapes = [(_ABOUT, _LIST)]
    if _AIM.search(before):
        shapes = [(_IS_TO, _GOES_ON)]
    elif several and _UNDER.fullmatch(before):
        shapes = [(_THEN, _GOES_ON)]
    elif several and _SUBJECT.fullmatch(before):
        shapes.append((_COVERS, _GOES_ON))
    for opens, goes_on in shapes:
        found: list[Thing] = []
        at = pact.stop
        for topic in mentions:
            if topic.type != "Topic" or topic.start < at or _PEERS.fullmatch(text, topic.start, topic.stop):
                continue
            gap = text[at : topic.start]
            fits = goes_on.fullmatch(gap) if found else opens.fullmatch(gap)
            if fits is None or _OTHERS.search(gap if found else fits.group("rest")):
                break
            found.append(topic.thing)
            at = topic.stop
        if found:
            return found
    return []
