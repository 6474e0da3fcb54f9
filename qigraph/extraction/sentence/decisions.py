"""Agreements that a body decided upon: "the Council authorised its Secretary to sign the MoU between A and B"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.agreement_parties import told_apart
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.clauses import Token, tokens
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, PRONOUN, Skeleton
from qigraph.schema import ACTORS

__all__ = ["decided_agreements"]

_RULE = "sentences/decided"
_PREPOSITIONS = ("between", "among", "amongst", "with")
_CUE = cued(
    r"\b(?:approv|endors|authori[sz]|mandat|empower|decided|decides|decision|resolved|resolves|taken by|adopted by)",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:approv(?:e[sd]?|ing)|endorse[sd]?"
    r"|(?:authori[sz]e[sd]?|mandate[sd]?|empower(?:s|ed)?|decided|decides|decision|resolved|resolves|(?:taken|adopted)\sby)\b[^;.]{0,120}?"
    r"\bto\s(?:approve|sign|conclude|enter\sinto))\s(?:\S+\s){0,3}?$",
    re.IGNORECASE,
)
"""What stands before the agreement."""
_APPROVED = re.compile(
    r"\W*(?:\([^)]*\)\W*)?(?:was|were|is|are|has\sbeen)\s(?:\w+ly\s)?(?:approved|endorsed)\b", re.IGNORECASE
)
"""What stands behind its parties."""
_DOUBT = re.compile(
    r"\b(?:not|never|no|would|may|might|could|should|will|shall|if|whether|unless|intend\w*|propos\w+|ask(?:s|ed)?"
    r"|invit\w+|recommend\w*|request\w*|postpon\w+|\w+n't)\b",
    re.IGNORECASE,
)


def decided_agreements(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield who is a party to an agreement that those who may decide so have said yes to, signed or not.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    text = frame_of.text
    if not _CUE.search(text) or _DOUBT.search(text):
        return
    row = tokens(frame_of)
    for at, agreement in enumerate(row[:-2]):
        preposition = row[at + 1].text
        if (
            agreement.kind != "group"
            or agreement.mentions[-1].type != "Agreement"
            or preposition not in _PREPOSITIONS
            or row[at + 2].preposition != preposition
        ):
            continue
        parties = _joined(row, at + 2)
        before = text[: agreement.start].rstrip(FILLER + PRONOUN)
        if not (_DECIDED.search(before) or _APPROVED.match(text, parties[-1].stop)):
            continue
        actors = [
            thing for group in parties for m in group.mentions if m.type in ACTORS for thing in m.things
        ]
        actors = list(dict.fromkeys(actors))
        if len(actors) < (1 if preposition == "with" else 2) or objection(text, "", "", before):
            continue
        pact = told_apart(agreement.mentions[-1].thing, actors)
        if len(pact.parties) == 1 and not pact.own:
            pact.label = f"{pact.label} with {actors[0].label}"
        where = (block, frame_of.start[0], frame_of.start[-1], _RULE, None)
        yield from (Candidate(actor, "signatoryOf", pact, None, None, *where) for actor in actors)


def _joined(row: list[Token], at: int) -> list[Token]:
    """The group at a place, and one joined to it whose verb stands in the singular: "between A and B was approved"."""
    groups = [row[at]]
    if at + 2 < len(row) and row[at + 1].text == "and" and row[at + 2].kind == "group":
        groups.append(row[at + 2])
    return groups
