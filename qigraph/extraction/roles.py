"""Roles: what verbs and nouns state of the groups of names around them, in whatever order a sentence puts them.

A frame of ``loaders/frames/`` (section ``verbs``) says which role the subject, the object and the prepositions of a
word bear; here these are found in the clause, in active and passive voice, in relative clauses and behind "and".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from qigraph.extraction.arguments import GERUND, after, agent_of, attribute, governed, indefinite, subject_of
from qigraph.extraction.assertion import objection, tentative
from qigraph.extraction.blocks import Block
from qigraph.extraction.clauses import TOGETHER, Token, is_auxiliary, is_verbal, tokens
from qigraph.extraction.dating import dated_near
from qigraph.extraction.matching import Candidate
from qigraph.extraction.skeleton import Skeleton
from qigraph.extraction.things import Thing
from qigraph.extraction.valency import Usage, usages
from qigraph.schema import ACTORS, RELATIONS

__all__ = ["role_candidates"]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_TOGETHER = frozenset(["jointly", "together"])
_MOST_TOGETHER = 4
_AFTERTHOUGHT = 30
"""Characters after a statement in which it may be taken back: "… but declined"."""
_HAVE = frozenset(["has", "have", "had", "having"])


@dataclass(slots=True)
class _Filled:
    """The groups that bear the roles of one usage, and the stretch of the sentence that says so."""

    roles: dict[str, list[Token]]
    start: int
    stop: int
    auxiliaries: str


def role_candidates(block: Block, frame_of: Skeleton, subject: Thing | None) -> Iterator[Candidate]:
    """Yield what the verb frames read from one sentence.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    subject : Thing or None
        What the document is about: it fills the role of a subject that the sentence leaves out.
    """
    if not frame_of.at:
        return
    row = tokens(frame_of)
    index = usages()
    sentence = "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))
    for at, token in enumerate(row):
        if token.kind != "word":
            continue
        for usage in index.get(token.text, ()):
            end = _phrase_end(row, at, usage)
            if end is None:
                continue
            filled = _verb(row, at, end, usage) if usage.kind == "verbs" else _noun(row, at, end, usage)
            if filled is not None:
                yield from _facts(block, frame_of, sentence, usage, filled)


def _phrase_end(row: list[Token], at: int, usage: Usage) -> int | None:
    """Position after the words of the phrase, if they stand here."""
    end = at + 1
    for word in usage.rest:
        if end >= len(row) or row[end].text != word:
            return None
        end += 1
    return end


def _verb(row: list[Token], at: int, end: int, usage: Usage) -> _Filled | None:
    """The roles of a verb's subject, object and prepositions."""
    first = at
    while first > 0 and is_auxiliary(row[first - 1]):
        first -= 1
    words = [token.text for token in row[first:at]]
    first, words = _shared_passive(row, first, words, usage.form)
    passive = usage.form == "participle" and not _BE.isdisjoint(words)
    reduced = False
    if usage.form == "past" and not _BE.isdisjoint(words):
        return None
    if usage.form == "participle" and not passive:
        if _HAVE.isdisjoint(words):
            reduced = True
    elif (usage.form in ("base", "ing") and not _may_be(row, first, at, usage.form, words)) or (
        usage.form == "third" and not _after_subject(row, first)
    ):
        return None
    bare, by_preposition, stop = after(row, end)
    if reduced and (bare is not None or not _reduced(row, first, end)):
        return None
    if usage.form == "past" and bare is None and "object" in usage.roles:
        return None
    above = subject_of(row, first)
    found: dict[str, Token | None] = {}
    if passive or reduced:
        if "object" not in usage.roles:
            return None
        found["object"] = above
        found["subject"] = agent_of(by_preposition)
    else:
        found["subject"] = above
        found["object"] = bare
    return _collected(row, usage, found, by_preposition, first, stop)


def _shared_passive(row: list[Token], first: int, words: list[str], form: str) -> tuple[int, list[str]]:
    """The auxiliaries of "was finalised and signed" belong to both verbs: where they begin, and what they are."""
    shared = form == "participle" and not words and first > 2 and row[first - 1].text == "and"
    if not shared or not is_verbal(row[first - 2]) or not is_auxiliary(row[first - 3]):
        return first, words
    begin = first - 2
    while begin > 0 and is_auxiliary(row[begin - 1]):
        begin -= 1
    before = [token.text for token in row[begin : first - 2]]
    return (first, words) if _BE.isdisjoint(before) else (begin, before)


def _may_be(row: list[Token], first: int, at: int, form: str, words: list[str]) -> bool:
    """Whether a base form or an -ing form is a verb here and no noun."""
    if form == "ing":
        before = row[first - 1] if first else None
        beside = before is not None and (before.text == "," or before.text in GERUND) and first == at
        return not _BE.isdisjoint(words) or beside
    return bool(words) or _after_subject(row, first)


def _after_subject(row: list[Token], first: int) -> bool:
    """Whether what stands before may be the end of a verb's subject."""
    if first == 0:
        return False
    before = row[first - 1]
    return before.kind in ("group", "date") or before.text in (
        "which",
        "that",
        "who",
        "and",
        ",",
        "or",
        "but",
        "also",
    )


def _reduced(row: list[Token], first: int, end: int) -> bool:
    """Whether a participle without an auxiliary is passive: "founded by", "signed in"."""
    follows = row[end] if end < len(row) else None
    return follows is not None and follows.kind in ("preposition", "date")


def _noun(row: list[Token], at: int, end: int, usage: Usage) -> _Filled | None:
    """The roles of who is what a noun says, and of what stands behind its prepositions."""
    if row[end - 1].own or (usage.kind == "acts" and indefinite(row, at)):
        return None
    by_preposition, stop = governed(row, end)
    found: dict[str, Token | None] = {}
    first = at
    if "is" in usage.roles:
        bearer, first, stop = attribute(row, at, end, stop)
        found["is"] = bearer
    own = row[at - 1] if at and row[at - 1].kind == "group" and not row[at - 1].preposition else None
    if own is not None and own is not found.get("is"):
        by_preposition.setdefault("of", own) if "of" in usage.roles else found.setdefault("whose", own)
        first = min(first, at - 1)
    return _collected(row, usage, found, by_preposition, first, stop)


def _collected(
    row: list[Token],
    usage: Usage,
    found: dict[str, Token | None],
    by_preposition: dict[str, Token],
    first: int,
    stop: int,
) -> _Filled:
    roles: dict[str, list[Token]] = {}
    for function, role in usage.roles.items():
        token = found.get(function) or by_preposition.get(function)
        if token is not None:
            roles.setdefault(role, []).append(token)
    beside = by_preposition.get(TOGETHER)
    partner = usage.roles.get("with", usage.roles.get("subject"))
    if beside is not None and partner is not None and (partner in roles or "with" in usage.roles):
        roles.setdefault(partner, []).append(beside)
    places = [token for tokens_ in roles.values() for token in tokens_]
    begin = min([row[first].start, *(token.start for token in places)])
    end = max([row[min(stop, len(row)) - 1].stop, *(token.stop for token in places)])
    words = [token.text for token in row[first:stop] if token.kind in ("word", "preposition")]
    return _Filled(roles, begin, end, " ".join(words))


def _facts(
    block: Block, frame_of: Skeleton, sentence: str, usage: Usage, filled: _Filled
) -> Iterator[Candidate]:
    frame = usage.frame
    things = {role: _things(groups, frame.slots[role]) for role, groups in filled.roles.items()}
    if not any(things.values()):
        return
    since, until, ended = dated_near(frame_of, frame.date, frame.facts, filled.start, filled.stop)
    said = sentence[filled.start : filled.stop]
    before = sentence[: filled.start]
    reason = objection(sentence, said, filled.auxiliaries, before, aims=frame.aims, plans=frame.plans)
    if reason is None and not frame.plans and tentative(sentence[filled.start : filled.stop + _AFTERTHOUGHT]):
        reason = "in doubt"
    where = (block, frame_of.start[0], frame_of.start[-1], frame.name, reason)
    for one, peer in combinations(_acting_together(usage, filled, things), 2):
        yield Candidate(one, "cooperatesWith", peer, None, None, *where)
    for left, relation, right in frame.facts:
        for one, other in _pairs(left, right, things, None if ended else since):
            literal = RELATIONS[relation].literal
            if one is other:
                continue
            if relation == "heldIn" and isinstance(other, Thing) and other.type in ACTORS:
                other = other.as_place()
            begin, end = (None, since) if frame.ends or ended else (since, until)
            yield Candidate(
                one, relation, other, None if literal else begin, until if literal else end, *where
            )


def _acting_together(usage: Usage, filled: _Filled, things: dict[str, list[Thing]]) -> list[Thing]:
    """Those who do together what the verb says: "A and B jointly published", "A, together with B, hosted"."""
    agent = usage.roles.get("subject")
    if usage.kind != "verbs" or agent is None or not _complete(usage, things):
        return []
    together = len(filled.roles.get(agent, [])) > 1 or not _TOGETHER.isdisjoint(filled.auxiliaries.split())
    actors = [thing for thing in things.get(agent, []) if thing.type in ACTORS]
    return actors if together and len(actors) <= _MOST_TOGETHER else []


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
    left: str, right: str, things: dict[str, list[Thing]], date: str | None
) -> Iterator[tuple[Thing, Thing | str]]:
    if left == right:
        yield from combinations(things.get(left, []), 2)
        return
    for one in things.get(left, []):
        if right == "date":
            if date:
                yield one, date
            continue
        for other in things.get(right, []):
            yield one, other
