"""What an agreement is about, its parties work on: "signed a memorandum on co-operation in metrology"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qigraph.extraction.blocks import Block
from qigraph.extraction.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["agreed_topics"]

_ABOUT = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:\swith\s[^.;:]{2,200}?)?,?\s(?:on|for|in the (?:field|area|sphere|domain)s? of|about"
    r"|concerning|regarding|relating to|covering|strengthening|deepening|extending|aim\w+ (?:at|to)|to (?:cooperate"
    r"|co-operate|collaborate|work together|promote|strengthen|enhance|improve|advance|develop|support|boost|expand"
    r"|deepen|facilitate|foster|further|reinforce))\b(?P<rest>[^.;:]{0,90})"
)
_LIST = re.compile(r"[\w\s-]{0,40}(?:,\s(?:and\s)?|\s(?:and|&|as well as)\s)[\w\s-]{0,30}")
_OTHERS = re.compile(
    r"\b(?:which|that|who|including|such as|members?|committee|standards? bod\w+|accreditation bod\w+)\b"
)
"""Words by which a topic behind an agreement is that of somebody else."""


def agreed_topics(raw: Iterable[Candidate], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield what the parties of an agreement work on by what a sentence says that the agreement is about.

    Parameters
    ----------
    raw : iterable of Candidate
        All candidates of a document.
    spoken : dict of Block to list of Mention
        The mentions of each block.
    """
    for candidate in raw:
        pact = candidate.object
        if (
            candidate.relation != "signatoryOf"
            or candidate.objection is not None
            or candidate.subject.type not in ACTORS
            or not isinstance(pact, Thing)
        ):
            continue
        inside = [
            m
            for m in spoken.get(candidate.block, [])
            if candidate.start <= m.start and m.stop <= candidate.stop
        ]
        for mention in inside:
            if pact in mention.things and mention.type == "Agreement":
                for topic in _about(candidate.block.text, mention, inside):
                    yield replace(
                        candidate,
                        relation="worksOn",
                        object=topic,
                        since=None,
                        until=None,
                        rule="agreements/topic",
                    )


def _about(text: str, pact: Mention, mentions: list[Mention]) -> list[Thing]:
    """The topics that a sentence names behind an agreement as what it is about."""
    topics = [m for m in mentions if m.type == "Topic" and m.start >= pact.stop]
    found: list[Thing] = []
    at = pact.stop
    for topic in topics:
        gap = text[at : topic.start]
        about = _LIST.fullmatch(gap) if found else _ABOUT.fullmatch(gap)
        if about is None or (not found and _OTHERS.search(about.group("rest"))):
            break
        found.append(topic.thing)
        at = topic.stop
    return found
