"""Grouping: names that are joined by commas and "and" stand together."""

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.clause_tokens import Token, is_known_verb, is_verbal

__all__ = ["grouped"]

_JOINS = {"and", "&", "or", "et", "as well as", "plus", "und", "y", "/"}
_ACTORS = frozenset(["Organisation", "Network", "Body"])
_NO_NOUNS = frozenset(
    ["which", "that", "who", "whose", "but", "or", "nor", "while", "where", "when", "also", "etc"]
)


def grouped(plain: list[Token]) -> list[Token]:
    """Names joined by commas and "and" as one group."""
    found: list[Token] = []
    at = 0
    verb_before = False
    while at < len(plain):
        token = plain[at]
        verb_before = verb_before or is_verbal(token) or is_known_verb(token)
        if token.kind != "group":
            found.append(token)
            at += 1
            continue
        group = Token("group", "", token.start, token.stop, list(token.mentions), own=token.own)
        at += 1
        closed = False
        while (following := _next_in_list(plain, at, found, group, verb_before=verb_before)) is not None:
            if closed and all(between.text == "," for between in plain[at:following]):
                break
            closed = any(between.text in _JOINS for between in plain[at:following])
            named = _apposition(plain, at, following, group)
            group.mentions = [*([] if named else group.mentions), *plain[following].mentions]
            group.stop, group.own = plain[following].stop, plain[following].own
            at = following + 1
        found.append(group)
    return found


_OPENING = frozenset(["which", "whom", "where", "while", "whereas", "that", "when"])
"""What a clause begins with, so that two names behind it are both its subject: "of which A and B are members"."""


def _is_noun(token: Token) -> bool:
    """Whether a word continues a noun: "ISO, an IEC partner organisation" lists no two names."""
    known = token.text in lexicon().auxiliaries or token.text in lexicon().between_auxiliaries
    verb = token.text in lexicon().finite_verbs or is_known_verb(token) or token.text.endswith("ly")
    return token.kind == "word" and not known and not verb and token.text not in _JOINS | _NO_NOUNS


def _apposition(plain: list[Token], at: int, following: int, group: Token) -> bool:
    """Whether a name only says what "the new organisation" is: "The new organisation, ISO, began …"."""
    after = plain[following + 1] if following + 1 < len(plain) else None
    return (
        following == at + 1
        and plain[at].text == ","
        and len(group.mentions) == 1
        and not group.mentions[0].by_name
        and plain[following].mentions[0].by_name
        and after is not None
        and (after.text == "," or is_verbal(after))
    )


def _next_in_list(
    plain: list[Token], at: int, before: list[Token], group: Token, *, verb_before: bool
) -> int | None:
    """Where the next name of the list stands, if the list goes on at that token."""
    here = at
    joined = ""
    while here < len(plain) and here - at < 3 and _joins(plain, here):
        joined += plain[here].text
        here += 1
    if not joined or here >= len(plain):
        return None
    preposition = before[-1].text if before and before[-1].kind == "preposition" else ""
    if plain[here].kind == "preposition" and plain[here].text == preposition and preposition != "between":
        here += 1
    if here >= len(plain) or plain[here].kind != "group" or not _alike(group, plain[here]):
        return None
    follows = plain[here + 1] if here + 1 < len(plain) else None
    if joined == "," and len(group.mentions) == 1 and follows is not None and _is_noun(follows):
        return None
    explaining = joined == ",and" and len(group.mentions) == 1 and preposition == "of"
    if explaining and follows is not None and (is_verbal(follows) or is_known_verb(follows)):
        return None
    if preposition and "and" in joined and follows is not None and follows.text in lexicon().roles:
        return None
    listed = len(group.mentions) > 2 and joined == "and"
    alone = joined == "," and len(group.mentions) == 1 and preposition
    if alone and follows is not None and is_verbal(follows):
        return None
    if follows is not None and follows.text in ("also", "now", "then") and here + 2 < len(plain):
        follows = plain[here + 2]
    opens = bool(before) and before[-1].text in _OPENING
    if (
        verb_before
        and not opens
        and "and" in joined
        and not listed
        and follows is not None
        and is_verbal(follows)
    ):
        return None
    return here


def _joins(plain: list[Token], at: int) -> bool:
    """Whether a comma, "and" or a hyphen without spaces joins what stands around it."""
    token = plain[at]
    if token.text in ("-", "\u2013") and 0 < at < len(plain) - 1:
        return plain[at - 1].stop == token.start and token.stop == plain[at + 1].start
    return token.text == "," or token.text in _JOINS or (token.text == ";" and _lists_names(plain, at))


def _lists_names(plain: list[Token], at: int) -> bool:
    """Whether a semicolon stands between the names of a list: behind the next one follows a sign or nothing."""
    name = at + 2 if at + 1 < len(plain) and plain[at + 1].text in _JOINS else at + 1
    if name >= len(plain) or plain[name].kind != "group":
        return False
    return name + 1 >= len(plain) or plain[name + 1].text in (";", ".", ",")


def _alike(one: Token, other: Token) -> bool:
    a, b = one.mentions[-1].type, other.mentions[0].type
    return a == b or (a in _ACTORS and b in _ACTORS) or {a, b} <= {"Instrument", "Publication", "System"}
