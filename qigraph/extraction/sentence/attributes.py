"""Arguments of a noun: who is what it says, whose it is, and what its prepositions govern."""

from qigraph.extraction.sentence.arguments import begins_clause, is_bare, modifies, subject_of
from qigraph.extraction.sentence.clauses import Token, is_auxiliary, is_verbal

__all__ = ["attribute", "governed", "indefinite", "owner_of"]

_POSSESSIVE = frozenset(["its", "their"])
_COPULA = frozenset(
    (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "became",
        "become",
        "becomes",
        "remains",
        "remain",
        "remained",
        "include",
        "includes",
        "included",
    )
)
_DETERMINERS = frozenset(
    (
        "a",
        "an",
        "the",
        "one",
        "its",
        "their",
        "our",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "some",
        "both",
        "all",
        "new",
    )
)
_KINDS_OF_MEMBER = frozenset(
    [
        "full",
        "associate",
        "new",
        "founding",
        "active",
        "corresponding",
        "correspondent",
        "observer",
        "affiliate",
        "permanent",
        "regular",
        "ordinary",
        "voting",
        "national",
        "subscriber",
        "founder",
        "participating",
        "institutional",
    ]
)
_MOST_WORDS = 7
_GIVING_WAY = frozenset(["succeeded", "succeeds", "replaced", "replaces", "followed", "follows", "relieved"])
"""Verbs whose object is no longer what follows: "Jane Doe succeeded John Roe as chair"."""
_LEAST_BEFORE = 4
"""Words of which the shortest statement before a second one consists: "X is member of Y"."""


def owner_of(row: list[Token], at: int) -> Token | None:
    """Whose the noun at ``at`` is: "ISO's full membership of", "ISO … its membership of"."""
    before = at - 1
    while (
        before >= 0 and at - before < 4 and row[before].kind == "word" and row[before].text not in _POSSESSIVE
    ):
        before -= 1
    if before < 0:
        return None
    if row[before].kind == "group":
        between = [token.text for token in row[before + 1 : at]]
        near = not row[before].preposition and _KINDS_OF_MEMBER.issuperset(between)
        return row[before] if row[before].own or near else None
    if row[before].text not in _POSSESSIVE or row[before].kind != "word":
        return None
    for here in range(before - 1, -1, -1):
        token = row[here]
        if token.text in (";", ":"):
            return None
        if token.kind == "group" and is_bare(row, here) and begins_clause(row, here):
            return token
    return None


def indefinite(row: list[Token], at: int) -> bool:
    """Whether a noun stands behind "a" or "an": "a joint creation of X and Y" does not say that X was created."""
    before = at - 1
    while (
        before >= 0
        and at - before < 4
        and row[before].kind == "word"
        and row[before].text not in _DETERMINERS
    ):
        before -= 1
    return before >= 0 and row[before].text in ("a", "an")


def governed(row: list[Token], start: int) -> tuple[dict[str, Token], int]:
    """The groups by preposition right behind a noun, and where the first word stands that is none of them."""
    found: dict[str, Token] = {}
    here = start
    while here < len(row):
        token = row[here]
        if token.kind == "group" and token.preposition:
            if token.own or modifies(row, here):
                break
            found.setdefault(token.preposition, token)
        elif (
            token.kind not in ("preposition", "date")
            and not (token.kind == "word" and token.text in _DETERMINERS)
        ) or (token.kind == "preposition" and token.text == "not"):
            break
        here += 1
    return found, here


def attribute(row: list[Token], at: int, end: int, stop: int) -> tuple[Token | None, int, int]:
    """Who is what the noun at ``at`` says, and the stretch of the sentence that says so.

    Parameters
    ----------
    row : list of Token
        The sentence.
    at, end : int
        Where the noun stands.
    stop : int
        Position after what its prepositions govern.

    Notes
    -----
    In this order: "X is a member of Y", "X, a member of Y", "X … as a member of Y", "the members of Y are X",
    "the chair of Y, X".
    """
    before = at - 1
    owner = owner_of(row, at)
    while (
        before >= 0
        and at - before <= _MOST_WORDS
        and (row[before].kind == "word" or _dates(row, before) or row[before] is owner)
        and row[before].text not in _COPULA
    ):
        if row[before].text == "as" or is_verbal(row[before]):
            break
        before -= 1
    if before >= 0 and row[before].text in _COPULA and row[before].kind == "word":
        first = before
        while first > 0 and is_auxiliary(row[first - 1]):
            first -= 1
        return subject_of(row, first), first, stop
    if before >= 0 and row[before].text == "as":
        return _as(row, before), before, stop
    if (earlier := _same_noun_before(row, before, end)) is not None:
        return attribute(row, earlier, earlier + 1, stop)
    subject = stop < len(row) and (
        is_verbal(row[stop]) or (row[stop].kind == "word" and is_auxiliary(row[stop]))
    )
    if (
        before > 0
        and row[before].text == ","
        and row[before - 1].kind == "group"
        and at - before > 1
        and not subject
    ):
        return row[before - 1], before, stop
    return _named_after(row, end, stop, at)


def _same_noun_before(row: list[Token], at: int, end: int) -> int | None:
    """Where the noun stands of which a list goes on: "X is a member of Y, an associate member of Z"."""
    here = at - 1 if at > 0 and row[at].text == "," else at
    if here < _LEAST_BEFORE or row[here].kind != "group" or row[here].preposition not in ("of", "in", "to"):
        return None
    noun = row[end - 1].text.removesuffix("s")
    for earlier in range(here - 1, max(-1, here - 4), -1):
        if row[earlier].kind == "word" and row[earlier].text.removesuffix("s") in (
            noun,
            f"{noun} body",
            "body",
        ):
            before = row[earlier - 1].text if row[earlier].text == "body" else ""
            return earlier if before in ("", "member") else None
    return None


def _dates(row: list[Token], at: int) -> bool:
    """Whether a date or its preposition stands there: "is since 1951 a member"."""
    return row[at].kind == "date" or (row[at].kind == "preposition" and row[at + 1].kind == "date")


def _as(row: list[Token], at: int) -> Token | None:
    """Who acts, serves or is elected "as a member"."""
    verb = at - 1
    while verb >= 0 and at - verb <= _MOST_WORDS and not is_verbal(row[verb]):
        if row[verb].text == "to" and row[verb + 1].text == "be":
            return None
        left = verb > 0 and row[verb - 1].text in _GIVING_WAY
        if row[verb].kind == "group" and not row[verb].preposition and not left:
            return row[verb]
        verb -= 1
    if verb < 0 or not is_verbal(row[verb]):
        return None
    first = verb
    while first > 0 and is_auxiliary(row[first - 1]):
        first -= 1
    return subject_of(row, first)


def _named_after(row: list[Token], end: int, stop: int, at: int) -> tuple[Token | None, int, int]:
    """ "the members of Y are X", "the chair of Y, X": who is named behind."""
    here = stop
    copula = False
    while here < len(row) and here - stop < 4 and row[here].kind in ("word", "sign"):
        word = row[here].text
        if word in _COPULA:
            copula = True
        elif word not in (",", ":") and not is_auxiliary(row[here]) and word not in _DETERMINERS:
            return None, at, stop
        here += 1
    if here >= len(row) or row[here].kind != "group" or row[here].preposition or modifies(row, here):
        return None, at, stop
    direct = here == end or copula or row[here - 1].text in (",", ":")
    return (row[here], at, here + 1) if direct else (None, at, stop)
