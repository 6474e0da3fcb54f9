"""Bodies of their owner by "its": "the Council and its Committee on Data" makes the committee a part of the Council."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention

__all__ = ["bodies_of_it", "own_bodies"]

_AND_ITS = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:and|through|via|with|by|together with|including|as well as|under)\s(?:all\s)?its\s"
    r"(?:(?:own|new|technical|joint|standing|two|various)\s)*"
)
_HOLDERS = ("Organisation", "Network", "Body")


def own_bodies(spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield which bodies are parts of whom by "X and its Y".

    Parameters
    ----------
    spoken : dict of Block to list of Mention
        The mentions of each block.
    """
    for block, mentions in spoken.items():
        named = [m for m in mentions if m.by_name and m.type in _HOLDERS]
        for owner, body in pairwise(named):
            later = owner.stop
            gap = re.sub(r"^\)", "", block.text[later : body.start])
            if body.type == "Body" and body.thing is not owner.thing and _AND_ITS.fullmatch(gap):
                said = block.text[owner.start : body.stop]
                yield Candidate(
                    body.thing, "partOf", owner.thing, None, None,
                    block, owner.start, body.stop, "names/its", objection(said, said, None),
                )  # fmt: skip


_ITS = re.compile(
    r"\b[Ii]ts\s(?:(?:own|new|first|annual|respective|online|revised|latest|flagship|second|third|current|recent|joint|quarterly"
    r"|well-known|updated|free|web-based|electronic|\d{4})\s){0,2}\"?$"
)
_OF_IT = {"Body": "partOf", "System": "maintains", "Publication": "issued", "Instrument": "issued"}


def bodies_of_it(spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield whose the bodies, systems and documents behind "its" are: the only one's that the sentence speaks of.

    Parameters
    ----------
    spoken : dict of Block to list of Mention
        The mentions of each block, what pronouns stand for among them.
    """
    for block, mentions in spoken.items():
        for owned in mentions:
            relation = _OF_IT.get(owned.type)
            if relation is None or not owned.by_name or owned.thing.owners:
                continue
            if owned.type == "Body" and owned.thing.entity is not None:
                continue
            if not _ITS.search(block.text, max(0, owned.start - 32), owned.start):
                continue
            start, stop = next(
                ((a, b) for a, b in block.sentences if a <= owned.start < b), (0, len(block.text))
            )
            near = [m for m in mentions if start <= m.start < stop and m.type in ("Organisation", "Network")]
            ahead = [m for m in mentions if start <= m.start < owned.start and m.type in _HOLDERS]
            if ahead and relation != "partOf":
                near = ahead
            owners = {id(m.thing): m.thing for m in near if len(m.things) == 1}
            if len(owners) != 1 or any(len(m.things) > 1 for m in near):
                continue
            owner = next(iter(owners.values()))
            said = block.text[start:stop]
            one, other = (owned.thing, owner) if relation == "partOf" else (owner, owned.thing)
            where = (block, start, stop, "names/its", objection(said, "", None))
            yield Candidate(one, relation, other, None, None, *where)
