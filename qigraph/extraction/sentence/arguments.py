"""Arguments of a verb: the subject before it, and what follows it."""

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.appositions import (
    BOUNDARY,
    CONJUNCTION,
    RELATIVE,
    antecedent,
    enumerated,
    explained,
)
from qigraph.extraction.sentence.clauses import Token, is_auxiliary, is_verbal

__all__ = [
    "GERUND",
    "after",
    "agent_of",
    "begins_clause",
    "is_bare",
    "is_infinitive",
    "modifies",
    "subject_of",
]

GERUND = frozenset(["by", "through", "after", "before", "when"])
"""What an -ing form follows that has the subject of the main verb: "by signing"."""
_MOST_ADVERBIAL = 8
_NO_VERBS = frozenset(
    ["the", "a", "an", "its", "their", "our", "this", "that", "these", "those", "all", "both", "each", "date"]
)
_OF_BODIES = ("advisory", "technical", "steering", "governing")
_OF_BOTH = frozenset(["with", "between", "together with", "among"])
"""Prepositions that an infinitive may share with the verb before it: "signed an agreement to work with"."""
_OF_NOUNS = ("of", "for")


_OFFICE = 14
"""Words between a person and "who" in which the office of the person stands."""


def subject_of(row: list[Token], first: int) -> Token | None:
    """The group that is the subject of the verb whose auxiliaries begin at ``first``, or None.

    Parameters
    ----------
    row : list of Token
        The sentence.
    first : int
        Position of the verb or of its first auxiliary.
    """
    at = first - 1
    while at >= 0 and row[at].text == ",":
        at -= 1
    if at < 0:
        return None
    if row[at].text in RELATIVE:
        person = _person_before(row, at) if row[at].text == "who" else None
        return person or antecedent(row, at)
    if (told := explained(row, first)) is not None:
        return told
    second_verb = row[at].text in CONJUNCTION or row[at].text in GERUND or _behind_conjunction(row, at)
    second_verb = second_verb or (row[first - 1].text == "," and row[at].kind in ("word", "date"))
    crossed = False
    leftmost: Token | None = None
    for here in range(at, -1, -1):
        token = row[here]
        if token.text in BOUNDARY or (token.text in ("that",) and here != at):
            break
        if token.text in RELATIVE:
            crossed = False
            continue
        if token.kind == "group" and (is_bare(row, here) or _adjacent(row, here, first)):
            if here > 0 and is_verbal(row[here - 1]):
                crossed = True
                continue
            if not second_verb:
                return None if crossed else enumerated(row, here)
            leftmost = token
            if begins_clause(row, here):
                return _beyond_relative(row, here, first) or token
        elif is_verbal(token) and here < at:
            crossed = True
    return leftmost


def _person_before(row: list[Token], at: int) -> Token | None:
    """Whom "who" means behind an office: "Ana Silva, Director of NWO, who opened the course"."""
    for here in range(at - 1, max(-1, at - _OFFICE), -1):
        token = row[here]
        if token.kind == "group" and token.mentions[-1].type == "Person":
            return token
        if is_verbal(token) or token.text in BOUNDARY:
            return None
    return None


def _beyond_relative(row: list[Token], at: int, first: int) -> Token | None:
    """Of what a verb behind a comma speaks after a relative clause: "the forum, in which ISO takes part, met"."""
    governed = at > 2 and row[at - 1].text in ("which", "whom") and row[at - 2].kind == "preposition"
    if not governed or row[first - 1].text != ",":
        return None
    return antecedent(row, at - 2)


def _adjacent(row: list[Token], at: int, first: int) -> bool:
    """Whether a group stands right before the verb, which then is what follows it."""
    return at == first - 1 and not row[at].preposition and not row[at].own


def _behind_conjunction(row: list[Token], at: int) -> bool:
    """Whether only an adverbial stands between "and" and the verb: "and for that purpose founded"."""
    for here in range(at, max(0, at - _MOST_ADVERBIAL), -1):
        if row[here].kind == "group" or row[here].text == ",":
            return False
        if row[here].text in CONJUNCTION:
            return row[here + 1].kind in ("preposition", "date")
    return False


def is_bare(row: list[Token], at: int) -> bool:
    """Whether a group stands without preposition and modifies no noun that follows."""
    if row[at].preposition or row[at].own:
        return False
    after_date = at + 2 if at + 1 < len(row) and row[at + 1].kind == "date" else at + 1
    follows = row[after_date] if after_date < len(row) else None
    if follows is None or follows.kind in ("sign", "date", "preposition", "group"):
        return True
    return (
        is_auxiliary(follows)
        or is_verbal(follows)
        or follows.text in RELATIVE | CONJUNCTION | {"whose", "as"}
    )


def _participle(row: list[Token], at: int) -> bool:
    """Whether a participle only describes the name before it: "replaced the council formed in 1976"."""
    return (
        at + 1 < len(row)
        and row[at].kind == "word"
        and row[at].text.endswith("ed")
        and row[at + 1].kind in ("preposition", "date")
        and row[at + 1].text in ("in", "by", "on", "under", "")
    )


def _compound(row: list[Token], at: int) -> bool:
    """Whether a hyphen makes a name part of a word: "EA-member bodies"."""
    return (
        at + 2 < len(row)
        and row[at + 1].text == "-"
        and row[at + 1].start == row[at].stop
        and row[at + 2].kind == "word"
    )


def modifies(row: list[Token], at: int) -> bool:
    """Whether a group only says of what kind the body behind it is: "a member of ISO committees"."""
    follows = row[at + 1] if at + 1 < len(row) else None
    return (
        follows is not None
        and follows.kind == "word"
        and (lexicon().heads.get(follows.text) == "Body" or follows.text in _OF_BODIES)
    )


def _of_office(row: list[Token], at: int) -> bool:
    """Whether a group only says of whom somebody is the president: "began as ISO President"."""
    follows = row[at + 1] if at + 1 < len(row) else None
    return follows is not None and follows.kind == "word" and follows.text in lexicon().roles


def begins_clause(row: list[Token], at: int) -> bool:
    """Whether a verb follows a group right away."""
    follows = row[at + 1] if at + 1 < len(row) else None
    return follows is not None and (is_verbal(follows) or (is_auxiliary(follows) and follows.kind == "word"))


def after(row: list[Token], start: int) -> tuple[Token | None, dict[str, Token], int]:
    """What follows a verb up to the next one: the bare group, the groups by preposition, where this ends.

    Parameters
    ----------
    row : list of Token
        The sentence.
    start : int
        Position after the verb.
    """
    bare: Token | None = None
    by_preposition: dict[str, Token] = {}
    here = start
    infinitive = False
    while here < len(row):
        token = row[here]
        infinitive = infinitive or is_infinitive(row, here)
        if (
            token.text in (";", "\u2013", "\u2014")
            or (token.text == ":" and here > start)
            or token.text in BOUNDARY | RELATIVE
        ):
            break
        if token.kind == "group":
            if token.preposition:
                beyond = infinitive and token.preposition not in _OF_BOTH
                office = token.preposition == "as" and _of_office(row, here)
                if (
                    beyond
                    or office
                    or _compound(row, here)
                    or (token.preposition == "in" and modifies(row, here))
                ):
                    pass
                elif token.preposition not in _OF_NOUNS or here <= start + 2:
                    if _only_topics(by_preposition.get(token.preposition)):
                        del by_preposition[token.preposition]
                    by_preposition.setdefault(token.preposition, token)
            elif (
                begins_clause(row, here)
                and here > start
                and not (bare is None and _participle(row, here + 1))
            ):
                break
            elif (
                bare is None
                and not by_preposition.keys() - {"in", "at", "on", "together with", "under"}
                and (is_bare(row, here) or _participle(row, here + 1))
            ):
                bare = token
        elif is_verbal(token) and here > start:
            break
        here += 1
    return bare, by_preposition, here


def _only_topics(group: Token | None) -> bool:
    """Whether a group names but a topic, which may stand before a name: "with the standards organisation DIN"."""
    return group is not None and all(mention.type == "Topic" for mention in group.mentions)


def is_infinitive(row: list[Token], at: int) -> bool:
    """Whether "to" and a verb stand there: what follows belongs to that verb."""
    follows = row[at + 1] if at + 1 < len(row) else None
    return (
        row[at].text == "to"
        and row[at].kind == "preposition"
        and follows is not None
        and follows.kind == "word"
        and follows.text not in _NO_VERBS
        and follows.text not in lexicon().heads
    )


def agent_of(by_preposition: dict[str, Token]) -> Token | None:
    """Who does what a passive verb says."""
    return by_preposition.get("by")
