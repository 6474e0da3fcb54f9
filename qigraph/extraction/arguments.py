"""Arguments: the subject before a verb, what follows it, and who is what a noun says."""

from qigraph.extraction.clauses import Token, is_auxiliary, is_verbal

__all__ = ["GERUND", "after", "agent_of", "attribute", "governed", "indefinite", "subject_of"]

_RELATIVE = frozenset(["which", "that", "who"])
_BOUNDARY = frozenset(
    [";", ":", "while", "whereas", "because", "although", "though", "if", "when", "where", "whose", "than"]
)
GERUND = frozenset(["by", "through", "after", "before", "when"])
"""What an -ing form follows that has the subject of the main verb: "by signing"."""
_CONJUNCTION = frozenset(["and", "but", "or", "then", "&"])
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
_OF_NOUNS = ("of", "for")
_OF_POST = frozenset(["of", "for", "at", "in", "from"])
_MOST_WORDS = 7


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
    if row[at].text in _RELATIVE:
        return _antecedent(row, at)
    second_verb = row[at].text in _CONJUNCTION or row[at].text in GERUND
    crossed = False
    leftmost: Token | None = None
    for here in range(at, -1, -1):
        token = row[here]
        if token.text in _BOUNDARY or (token.text in ("that",) and here != at):
            break
        if token.text in _RELATIVE:
            crossed = False
            continue
        if token.kind == "group" and _is_bare(row, here):
            if not second_verb:
                return None if crossed else _enumerated(row, here)
            leftmost = token
            if _begins_clause(row, here):
                return token
        elif is_verbal(token) and here < at:
            crossed = True
    return leftmost


def _enumerated(row: list[Token], at: int) -> Token:
    """The last of several persons with those before, each with a title behind: "A, Director of X, and B"."""
    last = row[at]
    if last.mentions[0].type != "Person":
        return last
    mentions = list(last.mentions)
    for here in range(at - 1, -1, -1):
        token = row[here]
        if token.kind == "group" and token.mentions[0].type == "Person" and not token.preposition:
            mentions = [*token.mentions, *mentions]
        elif (
            is_verbal(token)
            or token.text in _BOUNDARY
            or (token.kind == "preposition" and token.text not in _OF_POST)
        ):
            break
    return Token("group", "", last.start, last.stop, mentions)


def _antecedent(row: list[Token], relative: int) -> Token | None:
    """What "which" stands for: the group right before it; none for "of which"."""
    at = relative - 1
    while at >= 0 and row[at].text == ",":
        at -= 1
    return row[at] if at >= 0 and row[at].kind == "group" else None


def _is_bare(row: list[Token], at: int) -> bool:
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
        or follows.text in _RELATIVE | _CONJUNCTION | {"whose", "as"}
    )


def _begins_clause(row: list[Token], at: int) -> bool:
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
    while here < len(row):
        token = row[here]
        if (
            token.text in (";", "\u2013", "\u2014")
            or (token.text == ":" and here > start)
            or token.text in _BOUNDARY | _RELATIVE
        ):
            break
        if token.kind == "group":
            if token.preposition:
                if token.preposition not in _OF_NOUNS or here <= start + 2:
                    by_preposition.setdefault(token.preposition, token)
            elif _begins_clause(row, here) and here > start:
                break
            elif (
                bare is None
                and not by_preposition.keys() - {"in", "at", "on", "together with", "under"}
                and _is_bare(row, here)
            ):
                bare = token
        elif is_verbal(token) and here > start:
            break
        here += 1
    return bare, by_preposition, here


def agent_of(by_preposition: dict[str, Token]) -> Token | None:
    """Who does what a passive verb says."""
    return by_preposition.get("by")


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
    while (
        before >= 0
        and at - before <= _MOST_WORDS
        and row[before].kind == "word"
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
    if before > 0 and row[before].text == "," and row[before - 1].kind == "group" and at - before > 1:
        return row[before - 1], before, stop
    return _named_after(row, end, stop, at)


def _as(row: list[Token], at: int) -> Token | None:
    """Who acts, serves or is elected "as a member"."""
    verb = at - 1
    while verb >= 0 and at - verb <= _MOST_WORDS and not is_verbal(row[verb]):
        if row[verb].kind == "group" and not row[verb].preposition:
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
    if here >= len(row) or row[here].kind != "group" or row[here].preposition:
        return None, at, stop
    direct = here == end or copula or row[here - 1].text in (",", ":")
    return (row[here], at, here + 1) if direct else (None, at, stop)
