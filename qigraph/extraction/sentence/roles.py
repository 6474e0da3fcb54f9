"""Roles: what verbs and nouns state of the groups of names around them, in whatever order a sentence puts them.

A frame of ``loaders/frames/`` (section ``verbs``) says which role the subject, the object and the prepositions of a
word bear; here these are found in the clause, in active and passive voice, in relative clauses and behind "and".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.agreement_names import is_several
from qigraph.extraction.names.agreement_parties import parties_named
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.clauses import Token, is_verbal, tokens
from qigraph.extraction.sentence.elaboration import nests
from qigraph.extraction.sentence.filling import Filled, filled_by
from qigraph.extraction.sentence.former_names import former_name
from qigraph.extraction.sentence.matching import Candidate, respective
from qigraph.extraction.sentence.skeleton import Skeleton
from qigraph.extraction.sentence.valency import Usage, usages
from qigraph.extraction.things import Thing
from qigraph.extraction.time.dating import dated_near, each_with_date
from qigraph.schema import ACTORS, RELATIONS

__all__ = ["role_candidates"]

_TOGETHER = frozenset(["jointly", "together"])
_MOST_TOGETHER = 4
_MOST_PAIRED = 5
"""How many at most are said to work with each other; more are a crowd."""
_BECOME = frozenset(["became", "become", "becomes"])
"""Verbs by which a state begins on the date of the sentence."""
_FRONTED = re.compile(r"(?!X\b)[A-Z][a-z-]+(?:\s[a-z]+)?\s[^;.]*?,")
"""A participle with which a sentence begins: "Funded by X, the project will go on"."""
_ASIDE = re.compile(
    r",\s(?:recogni[sz]ing|noting|considering|acknowledging|aware of|desiring|wishing|believing|convinced|mindful|"
    r"desirous|having)\b[^;.]*,\s"
)
"""Why somebody does something, between a subject and its verb."""
_AFTERTHOUGHT = 30
"""Characters after a statement in which it may be taken back: "… but declined"."""


def role_candidates(
    block: Block, frame_of: Skeleton, subject: Thing | None, skip: int = 0
) -> Iterator[Candidate]:
    """Yield what the verb frames read from one sentence.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    subject : Thing or None
        What the document is about: it fills the role of a subject that the sentence leaves out.
    skip : int
        Words before this position of the skeleton were read elsewhere.
    """
    if not frame_of.at:
        return
    row = tokens(frame_of)
    index = usages()
    heading = not any(is_verbal(token) for token in row)
    words = {token.text for token in row}
    sentence = "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))
    for at, token in enumerate(row):
        if token.kind != "word" or token.start < skip:
            continue
        for usage in index.get(token.text, ()):
            if not usage.words <= words:
                continue
            filled = filled_by(row, at, usage)
            if filled is not None:
                own = subject if usage.kind == "acts" and at == 0 and heading else None
                yield from _facts(block, frame_of, sentence, usage, filled, own, token.start)
    if not skip:
        yield from parties_named(block, frame_of, row, sentence)


def _facts(
    block: Block,
    frame_of: Skeleton,
    sentence: str,
    usage: Usage,
    filled: Filled,
    own: Thing | None = None,
    verb: int = 0,
) -> Iterator[Candidate]:
    frame = usage.frame
    things = {role: _things(groups, frame.slots[role]) for role, groups in filled.roles.items()}
    if own is not None and "of" in usage.roles and own.type in frame.slots[usage.roles["of"]]:
        things.setdefault(usage.roles["of"], [own])
    ends = {end for left, _, right in frame.facts for end in (left, right)}
    if not any(things.values()) or not all(
        things.get(role) for role in frame.slots if role not in {*ends, "date"}
    ):
        return
    said = _ASIDE.sub(" ", sentence[filled.start : filled.stop])
    before = sentence[: filled.start]
    fronted = usage.form == "participle" and not before.strip() and _FRONTED.match(said) is not None
    if fronted:
        said = said[: said.index(",")]
    became = frame.date == "since" and not _BECOME.isdisjoint(filled.auxiliaries.split())
    stop = filled.start + len(said) if fronted else filled.stop
    opened = frame_of.text.rfind(", which ", filled.start, max(filled.start, verb))
    since, until, ended = dated_near(
        frame_of, "near" if became else frame.date, frame.facts, max(filled.start, opened + 2), stop
    )
    if fronted and not frame_of.dates(filled.start, stop):
        since = until = None
    reason = objection(sentence, said, filled.auxiliaries, before, aims=frame.aims, plans=frame.plans)
    if (
        reason is None
        and not frame.plans
        and tentative(said if fronted else said + sentence[filled.stop : filled.stop + _AFTERTHOUGHT])
    ):
        reason = "in doubt"
    where = (block, frame_of.start[0], frame_of.start[-1], frame.name, reason)
    for one, peer in _acting_together(usage, filled, things):
        yield Candidate(one, "cooperatesWith", peer, None, None, *where)
    nested = nests(frame_of.text[filled.start : filled.stop])
    for left, relation, right in frame.facts:
        several = (
            each_with_date(frame_of, things, left, right)
            or respective(frame_of.text, things, left, right)
            or _each_apart(filled, things, left, right)
        )
        for one, other in several or _pairs(left, right, things, None if ended else since, nested=nested):
            literal = RELATIONS[relation].literal
            if one is other and relation == "successorOf" and isinstance(one, Thing):
                told = (m for group in filled.roles.get(right, []) for m in group.mentions)
                other = former_name(block.text, told, one, old=True) or other
            if one is other:
                continue
            if relation == "heldIn" and isinstance(other, Thing) and other.type in ACTORS:
                other = other.as_place()
            begin, end = (None, since) if frame.ends or ended else (since, until)
            yield Candidate(
                one, relation, other, None if literal else begin, until if literal else end, *where
            )


def _each_apart(
    filled: Filled, things: dict[str, list[Thing]], left: str, right: str
) -> list[tuple[Thing, Thing | str]]:
    """Who works with whom by agreements of which each is with somebody else: "signed agreements with A and B"."""
    groups = filled.roles.get(left, [])
    if left == right and len(groups) > 1 and all(group.preposition == "between" for group in groups):
        inside = [combinations(_things([group], list(ACTORS)), 2) for group in groups]
        return [(one, other) for pairs in inside for one, other in pairs]
    many = any(is_several(thing.label) for thing in things.get("agreement", []))
    if left != right or len(groups) < 2 or not many:
        return []
    one, others = _things(groups[:1], list(ACTORS)), _things(groups[1:], list(ACTORS))
    return [(a, b) for a, b in product(one, others) if a is not b]


def _acting_together(
    usage: Usage, filled: Filled, things: dict[str, list[Thing]]
) -> Iterable[tuple[Thing, Thing]]:
    """Who with whom does what the verb says: "A and B jointly published", "A, together with B, hosted"."""
    agent = usage.roles.get("subject")
    if usage.kind != "verbs" or agent is None or not _complete(usage, things):
        return []
    actors = [thing for thing in things.get(agent, []) if thing.type in ACTORS]
    groups = filled.roles.get(agent, [])
    if len(actors) > _MOST_TOGETHER:
        return []
    if not _TOGETHER.isdisjoint(filled.auxiliaries.split()):
        return combinations(actors, 2)
    others = [thing for thing in _things(groups[1:], list(ACTORS)) if thing in actors]
    return product([thing for thing in actors if thing not in others], others)


def _complete(usage: Usage, things: dict[str, list[Thing]]) -> bool:
    """Whether each role that a fact needs is filled."""
    ends = [end for left, _, right in usage.frame.facts for end in (left, right) if end != "date"]
    return all(things.get(end) for end in ends)


def _things(groups: list[Token], types: list[str]) -> list[Thing]:
    return list(
        dict.fromkeys(
            thing
            for group in groups
            for mention in group.mentions
            if mention.type in types
            for thing in mention.things
        )
    )


def _pairs(
    left: str, right: str, things: dict[str, list[Thing]], date: str | None, *, nested: bool
) -> Iterator[tuple[Thing, Thing | str]]:
    if left == right:
        several = things.get(left, [])
        if nested:
            yield from ((several[0], other) for other in several[1:])
        elif len(several) <= _MOST_PAIRED:
            yield from combinations(several, 2)
        return
    for one in things.get(left, []):
        if right == "date":
            if date:
                yield one, date
            continue
        for other in things.get(right, []):
            yield one, other
