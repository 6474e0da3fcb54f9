"""Appositions and relatives: what an explanation explains, what "which" stands for, and who acts beside a subject."""

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.clauses import Token, is_auxiliary, is_verbal

__all__ = [
    "BOUNDARY",
    "CONJUNCTION",
    "RELATIVE",
    "antecedent",
    "apposed",
    "companion",
    "enumerated",
    "explained",
    "fronted",
    "in_object_relative",
    "object_relative",
    "preposition_relative",
]

_OBJECT_RELATIVE = frozenset(["which", "that", "whom"])
RELATIVE = frozenset(["which", "that", "who"])
BOUNDARY = frozenset(
    [";", ":", "while", "whereas", "because", "although", "though", "if", "when", "where", "whose", "than"]
)
_COPULA = frozenset(["is", "was"])
CONJUNCTION = frozenset(["and", "but", "or", "then", "&"])
_MOST_ADJECTIVES = 4
_MOST_EXPLAINING = 14
_OF_POST = frozenset(["of", "for", "at", "in", "from"])


def antecedent(row: list[Token], relative: int) -> Token | None:
    """What "which" stands for: the group right before it; none for "of which"."""
    at = relative - 1
    while at >= 0 and row[at].text == ",":
        at -= 1
    begin = at
    while (
        begin > 0
        and at - begin < _MOST_ADJECTIVES
        and row[begin].kind == "word"
        and not is_verbal(row[begin])
    ):
        begin -= 1
    if begin < at and row[begin].text == ",":
        return row[begin - 1] if begin and row[begin - 1].kind == "group" else None
    begin -= begin > 0 and row[begin].text in _COPULA
    if at - begin > 1 and _is_told(row, begin):
        return row[begin]
    return row[at] if at >= 0 and row[at].kind == "group" else None


def _is_told(row: list[Token], at: int) -> bool:
    """Whether a name is told what it is: "INetQI is a network of which ISO is a member"."""
    name = row[at]
    return (
        name.kind == "group"
        and not name.preposition
        and not name.own
        and len(name.mentions) == 1
        and row[at + 1].text in _COPULA
        and row[at + 2].text in ("a", "an", "the")
    )


def object_relative(row: list[Token], subject: Token | None) -> Token | None:
    """What the verb of a relative clause has for its object: "the network that ISO founded"."""
    if subject is None or subject not in row:
        return None
    at = row.index(subject) - 1
    return antecedent(row, at) if at > 0 and row[at].text in _OBJECT_RELATIVE else None


def in_object_relative(row: list[Token], subject: Token | None) -> bool:
    """Whether a verb stands in a relative clause that has another subject: "a forum that ISO founded"."""
    at = row.index(subject) - 1 if subject is not None and subject in row else 0
    return at > 0 and row[at].text in _OBJECT_RELATIVE and row[at - 1].kind != "preposition"


def preposition_relative(row: list[Token], subject: Token | None) -> tuple[str, Token] | None:
    """The preposition of a relative clause and what it governs: "the forum with which ISO works"."""
    if subject is None or subject not in row:
        return None
    at = row.index(subject) - 1
    if at < 1 or row[at].text not in ("which", "whom") or row[at - 1].kind != "preposition":
        return None
    governed = antecedent(row, at - 1)
    return None if governed is None else (row[at - 1].text, governed)


def explained(row: list[Token], first: int) -> Token | None:
    """What an explanation between commas explains: "ISO, a partner of UNIDO since 1999, joined …"."""
    if first < 4 or row[first - 1].text != ",":
        return None
    for here in range(first - 2, max(0, first - _MOST_EXPLAINING), -1):
        token = row[here]
        if token.text == ",":
            group = row[here - 1]
            words = [t for t in row[here + 1 : first - 1] if t.kind == "word"]
            plain = bool(words) and group.kind == "group" and not group.preposition and not group.own
            return group if plain and row[here + 1].text not in RELATIVE | BOUNDARY | CONJUNCTION else None
        if token.text in RELATIVE | BOUNDARY or is_auxiliary(token) or token.text in lexicon().finite_verbs:
            return None
        if is_verbal(token) and row[here + 1].kind != "word":
            return None
    return None


def enumerated(row: list[Token], at: int) -> Token:
    """The last of several persons with those before, each with a title behind: "A, Director of X, and B"."""
    last = row[at]
    if last.mentions[0].type != "Person":
        beside = explained(row, at - 1) if at > 1 and row[at - 1].text in ("and", "&") else None
        return (
            last
            if beside is None
            else Token("group", "", last.start, last.stop, [*beside.mentions, *last.mentions])
        )
    mentions = list(last.mentions)
    for here in range(at - 1, -1, -1):
        token = row[here]
        if token.kind == "group" and token.mentions[0].type == "Person" and not token.preposition:
            mentions = [*token.mentions, *mentions]
        elif (
            is_verbal(token)
            or token.text in BOUNDARY
            or (token.kind == "preposition" and token.text not in _OF_POST)
        ):
            break
    return Token("group", "", last.start, last.stop, mentions)


def apposed(row: list[Token], first: int) -> Token | None:
    """Of what a participle behind an explaining noun speaks: "of the BIPM, the organisation created in 1875"."""
    at = first - 1
    last = row[at].mentions[-1] if row[at].kind == "group" else None
    if last is not None and not last.by_name and len(row[at].mentions) > 1:
        return Token("group", "", row[at].start, row[at].stop, [last])
    while at > 0 and first - at < _MOST_EXPLAINING and row[at].kind == "word" and not is_verbal(row[at]):
        at -= 1
    group = row[at - 1] if 0 < at < first - 1 and row[at].text == "," else None
    kind = lexicon().heads.get(row[first - 1].text)
    return group if group is not None and group.kind == "group" and group.mentions[-1].type == kind else None


def fronted(row: list[Token], stop: int, bare: Token | None) -> Token | None:
    """Of what an opening participle speaks: "Founded in 1947 by A and B, the network …".

    Parameters
    ----------
    row : list of Token
        The sentence, which begins with the participle.
    stop : int
        Where :func:`after` ended.
    bare : Token or None
        What it took for the object.
    """
    here = row[stop] if bare is None and stop < len(row) else bare
    if here is None or here.kind != "group" or here.preposition or here.own:
        return None
    before = row[row.index(here) - 1]
    return here if before.text in (",", "\u2013", "\u2014") or before.kind in ("date", "group") else None


def companion(row: list[Token], first: int, subject: Token | None) -> Token | None:
    """Who acts beside the subject: "ISO, together with IEC, set up", "In co-operation with IEC, ISO set up"."""
    if subject is None or subject not in row:
        return None
    at = row.index(subject)
    for token in [*row[at + 1 : first], *reversed(row[max(0, at - 2) : at])]:
        if is_verbal(token) or token.text in BOUNDARY | RELATIVE:
            return None
        if token.kind == "group" and token.preposition == "together with":
            return token
    return None
