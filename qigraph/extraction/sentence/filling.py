"""Filling: which groups of names bear the roles of a verb or noun in a sentence."""

import re
from dataclasses import dataclass

from qigraph.extraction.sentence.appositions import (
    apposed,
    companion,
    fronted,
    in_object_relative,
    object_relative,
    preposition_relative,
)
from qigraph.extraction.sentence.arguments import GERUND, after, agent_of, is_infinitive, subject_of
from qigraph.extraction.sentence.attributes import attribute, governed, indefinite, owner_of
from qigraph.extraction.sentence.clauses import TOGETHER, Token, is_auxiliary, is_verbal
from qigraph.extraction.sentence.valency import Usage

__all__ = ["Filled", "filled_by"]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_HAVE = frozenset(["has", "have", "had", "having"])
_GLAD = re.compile(r"\b(?:pleased|happy|glad|proud|delighted|honoured|honored|excited|thrilled|able) to\b")
"""Who is pleased to do something does it."""
_FAR = 24
"""Words of a clause among which stands what a usage needs."""
_MOST_ADJECTIVES = 3
_PARTICLES = frozenset(
    [
        "up",
        "on",
        "out",
        "in",
        "into",
        "to",
        "from",
        "with",
        "of",
        "over",
        "part",
        "place",
        "as",
        "by",
        "off",
        "down",
        "after",
    ]
)
_NO = frozenset(["no", "not", "any", "little", "and", "or", "but", "which", "that", "who"])
_NOT_YET = frozenset(["draft", "proposed", "planned", "possible", "potential", "envisaged", "prospective"])
"""What makes of a noun something that does not exist yet: "the draft of the memorandum between"."""
_NEAR = 3
_THE = frozenset(["the", "a", "an", "its", "their", "our"])


@dataclass(slots=True)
class Filled:
    """The groups that bear the roles of one usage, and the stretch of the sentence that says so."""

    roles: dict[str, list[Token]]
    start: int
    stop: int
    auxiliaries: str


def filled_by(row: list[Token], at: int, usage: Usage) -> Filled | None:
    """The groups that bear the roles of a usage of the word at a position; None if it is not so used here.

    Parameters
    ----------
    row : list of Token
        The sentence.
    at : int
        Where the word stands.
    usage : Usage
        What to look for.
    """
    end = _phrase_end(row, at, usage)
    if end is None or (usage.needs is not None and not _followed(row, end, usage.needs)):
        return None
    return _verb(row, at, end, usage) if usage.kind == "verbs" else _noun(row, at, end, usage)


def _followed(row: list[Token], end: int, needs: re.Pattern[str]) -> bool:
    """Whether the words that a usage needs stand in the clause behind it."""
    words: list[str] = []
    for token in row[end : end + _FAR]:
        if token.text in (";", ":"):
            break
        words.append({"group": "#", "date": "D"}.get(token.kind, token.text))
    return needs.search(" ".join(words)) is not None


def _phrase_end(row: list[Token], at: int, usage: Usage) -> int | None:
    """Position after the words of the phrase, if they stand here."""
    end = at + 1
    for word in usage.rest:
        if word not in _PARTICLES and usage.kind == "verbs":
            end = _over_adjectives(row, end, word)
        if end >= len(row) or not (row[end].text == word or {row[end].text, word} <= _THE):
            return None
        end += 1
    return end


def _over_adjectives(row: list[Token], at: int, noun: str) -> int:
    """Position of the noun of a phrase behind its adjectives: "hold a permanent seat"; else the same position."""
    for here in range(at, min(at + _MOST_ADJECTIVES + 1, len(row))):
        token = row[here]
        if token.text == noun:
            return here
        if token.kind != "word" or token.text in _NO or is_verbal(token) or _is_doing(token.text):
            break
    return at


def _far_from(row: list[Token], group: Token, first: int) -> bool:
    """Whether another noun stands between a name and the participle that would describe it."""
    if row[first - 1].text in (",", "and", "or") or group not in row or row.index(group) > first:
        return False
    return any(
        token.kind == "word" and not is_auxiliary(token) for token in row[row.index(group) + 1 : first]
    )


def _is_doing(word: str) -> bool:
    """Whether a word is an action and no adjective: "in organising the work", not "a long-standing relationship"."""
    return word.endswith("ing") and not word.endswith(
        ("standing", "going", "existing", "working", "lasting", "growing")
    )


def _verb(row: list[Token], at: int, end: int, usage: Usage) -> Filled | None:
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
    front = fronted(row, stop, bare) if reduced and first == 0 else None
    if reduced and ((bare is not None and front is None) or not _reduced(row, first, end)):
        return None
    above = front or (apposed(row, first) if reduced else None)
    if above is None:
        beside = row[first - 1] if reduced and first else None
        bare_name = beside is not None and beside.kind == "group" and not (beside.preposition or beside.own)
        above = beside if bare_name and not in_object_relative(row, beside) else subject_of(row, first)
        if reduced and above is not None and _far_from(row, above, first):
            return None
    if not (passive or reduced) and _by_unknown(row, above, first):
        return None
    above = _beyond_topics(row, above, usage, passive=passive)
    governing = preposition_relative(row, above)
    if governing is not None:
        by_preposition[governing[0]] = governing[1]
    if (
        usage.form == "past"
        and bare is None
        and "object" in usage.roles
        and object_relative(row, above) is None
    ):
        return None
    beside = None if passive or reduced else companion(row, first, above)
    if beside is not None:
        by_preposition.setdefault(TOGETHER, beside)
    found: dict[str, Token | None] = {}
    if passive or reduced:
        if "object" not in usage.roles or (reduced and in_object_relative(row, above)):
            return None
        found["object"] = above
        found["subject"] = agent_of(by_preposition)
    else:
        relative = object_relative(row, above) if bare is None else None
        if "object" not in usage.roles and in_object_relative(row, above):
            return None
        found["subject"] = above
        found["object"] = bare or relative
    return _collected(row, usage, found, by_preposition, first, stop, _modal(row, first, at, above))


def _by_unknown(row: list[Token], above: Token | None, first: int) -> bool:
    """Whether a name that nothing knows stands right before the verb: "Dean of X, Abena Mbeki signed"."""
    if above is None or above not in row or first < 2 or row.index(above) >= first - 2:
        return False
    last, before = row[first - 1], row[first - 2]
    return last.capital and before.capital and not is_auxiliary(last)


def _beyond_topics(row: list[Token], above: Token | None, usage: Usage, *, passive: bool) -> Token | None:
    """The subject, where a topic stands between it and its verb: "the seminar on rules and metrology was held"."""
    role = usage.roles.get("object" if passive else "subject")
    topics = above is not None and all(mention.type == "Topic" for mention in above.mentions)
    if above is None or not topics or above not in row or role is None or "Topic" in usage.frame.slots[role]:
        return above
    return subject_of(row, row.index(above))


def _modal(row: list[Token], first: int, at: int, subject: Token | None) -> str:
    """The words in which a verb may be denied or planned: its auxiliaries, and those of the verb whose means it is."""
    words = [token.text for token in row[first:at]]
    if first and row[first - 1].text in GERUND and subject is not None and subject in row:
        main = " ".join(token.text for token in row[row.index(subject) + 1 : first])
        words.append(main.replace("agreed to", "").replace("decided to", ""))
    return _GLAD.sub("", " ".join(words))


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
    if follows is not None and is_infinitive(row, end):
        return False
    return follows is not None and follows.kind in ("preposition", "date")


def _noun(row: list[Token], at: int, end: int, usage: Usage) -> Filled | None:
    """The roles of who is what a noun says, and of what stands behind its prepositions."""
    if row[end - 1].own or (usage.kind == "acts" and indefinite(row, at)):
        return None
    if any(token.text in _NOT_YET for token in row[max(0, at - _NEAR) : at]):
        return None
    by_preposition, stop = governed(row, end)
    found: dict[str, Token | None] = {}
    first = at
    if "is" in usage.roles:
        bearer, first, stop = attribute(row, at, end, stop)
        found["is"] = bearer
        governing = preposition_relative(row, bearer)
        if governing is not None:
            by_preposition.setdefault(*governing)
            first = min(first, row.index(governing[1]))
    own = owner_of(row, at)
    if own is not None and own is not found.get("is"):
        whose = "whose" if "whose" in usage.roles else "of"
        by_preposition.setdefault(whose, own)
        first = min(first, at - 1)
    return _collected(row, usage, found, by_preposition, first, stop)


def _collected(
    row: list[Token],
    usage: Usage,
    found: dict[str, Token | None],
    by_preposition: dict[str, Token],
    first: int,
    stop: int,
    words: str | None = None,
) -> Filled:
    roles: dict[str, list[Token]] = {}
    for function, role in usage.roles.items():
        token = found.get(function) or by_preposition.get(function)
        if token is not None:
            roles.setdefault(role, []).append(token)
    beside = by_preposition.get(TOGETHER)
    partner = usage.roles.get("with", usage.roles.get("subject"))
    if beside is not None and beside.mentions and beside.mentions[0].type == "Event":
        beside = None
    if beside is not None and partner is not None and (partner in roles or "with" in usage.roles):
        roles.setdefault(partner, []).append(beside)
    places = [token for tokens_ in roles.values() for token in tokens_]
    begin = min([row[first].start, *(token.start for token in places)])
    end = max([row[min(stop, len(row)) - 1].stop, *(token.stop for token in places)])
    if words is None:
        last = max([token.stop for token in places], default=0)
        aims = 0 if usage.kind == "acts" else 1
        said = [
            t
            for t in row[first:stop]
            if t.start < last and (t.kind == "word" or (t.kind == "preposition" and (aims or t.text != "to")))
        ]
        words = " ".join(token.text for token in said)
    return Filled(roles, begin, end, words)
