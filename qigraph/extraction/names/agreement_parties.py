"""Who an agreement is between, where its name says so: "the MoU between A and B covers …"."""

import re
from collections.abc import Iterator
from itertools import combinations

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.clauses import Token
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, PRONOUN, Skeleton
from qigraph.extraction.things import Thing
from qigraph.schema import ACTORS

__all__ = ["parties_named", "told_apart"]

_BETWEEN = ("between", "among", "amongst")
_NEAR = 60
_MOST_PAIRED = 5
_IN_THE_MAKING = re.compile(
    r"\b(?:prepar|draft|negotiat|elaborat|explor|discuss|finali[sz]|propos|develop|request|seek)\w*\s(?:\S+\s){0,3}?$",
    re.IGNORECASE,
)
"""What stands before an agreement that is not there yet."""


def parties_named(block: Block, frame_of: Skeleton, row: list[Token], sentence: str) -> Iterator[Candidate]:
    """Yield that those whom an agreement is between have signed it and work together.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    row : list of Token
        Its tokens.
    sentence : str
        Its text without names.
    """
    for at, token in enumerate(row[:-2]):
        parties = row[at + 2]
        if (
            token.kind != "group"
            or token.mentions[-1].type != "Agreement"
            or row[at + 1].text not in _BETWEEN
            or parties.preposition not in _BETWEEN
        ):
            continue
        actors = list(
            dict.fromkeys(thing for m in parties.mentions if m.type in ACTORS for thing in m.things)
        )
        around = sentence[max(0, token.start - _NEAR) : parties.stop + _NEAR]
        reason = objection(sentence, around, "", sentence[: token.start])
        before = sentence[: token.start].rstrip(FILLER + PRONOUN)
        if len(actors) < 2 or reason is not None or tentative(around) or _IN_THE_MAKING.search(before):
            continue
        agreement = told_apart(token.mentions[-1].thing, actors)
        where = (block, frame_of.start[0], frame_of.start[-1], "verbs/parties", None)
        for actor in actors:
            yield Candidate(actor, "signatoryOf", agreement, None, None, *where)
        if len(actors) <= _MOST_PAIRED:
            for one, other in combinations(actors, 2):
                yield Candidate(one, "cooperatesWith", other, None, None, *where)


def told_apart(agreement: Thing, parties: list[Thing]) -> Thing:
    """The agreement, or another of its name: "the MoU" between others is not the same.

    Parameters
    ----------
    agreement : Thing
        As it was mentioned.
    parties : list of Thing
        Who it is said to be between.
    """
    if not agreement.parties:
        agreement.parties = list(parties)
    if {id(party) for party in agreement.parties} == {id(party) for party in parties}:
        return agreement
    return Thing("Agreement", agreement.label, own=False, parties=list(parties))
