"""Arguments of a verb: the subject before it, and what follows it."""

from qigraph.extraction.clauses import Token, is_auxiliary, is_verbal
from qigraph.extraction.lexicon import lexicon

__all__ = [
    "GERUND",
    "after",
    "agent_of",
    "begins_clause",
    "fronted",
    "is_bare",
    "object_relative",
    "subject_of",
]

_OBJECT_RELATIVE = frozenset(["which", "that", "whom"])
_RELATIVE = frozenset(["which", "that", "who"])
_BOUNDARY = frozenset(
    [";", ":", "while", "whereas", "because", "although", "though", "if", "when", "where", "whose", "than"]
)
GERUND = frozenset(["by", "through", "after", "before", "when"])
"""What an -ing form follows that has the subject of the main verb: "by signing"."""
_CONJUNCTION = frozenset(["and", "but", "or", "then", "&"])
_MOST_ADJECTIVES = 4
_MOST_ADVERBIAL = 8
_MOST_EXPLAINING = 14
_NO_VERBS = frozenset(
    ["the", "a", "an", "its", "their", "our", "this", "that", "these", "those", "all", "both", "each", "date"]
)
_OF_BOTH = frozenset(["with", "between", "together with", "among"])
"""Prepositions that an infinitive may share with the verb before it: "signed an agreement to work with"."""
_OF_NOUNS = ("of", "for")
_OF_POST = frozenset(["of", "for", "at", "in", "from"])


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
    if (explained := _explained(row, first)) is not None:
        return explained
    second_verb = row[at].text in _CONJUNCTION or row[at].text in GERUND or _behind_conjunction(row, at)
    crossed = False
    leftmost: Token | None = None
    for here in range(at, -1, -1):
        token = row[here]
        if token.text in _BOUNDARY or (token.text in ("that",) and here != at):
            break
        if token.text in _RELATIVE:
            crossed = False
            continue
        if token.kind == "group" and (is_bare(row, here) or _adjacent(row, here, first)):
            if here > 0 and is_verbal(row[here - 1]):
                crossed = True
                continue
            if not second_verb:
                return None if crossed else _enumerated(row, here)
            leftmost = token
            if begins_clause(row, here):
                return token
        elif is_verbal(token) and here < at:
            crossed = True
    return leftmost


def _adjacent(row: list[Token], at: int, first: int) -> bool:
    """Whether a group stands right before the verb, which then is what follows it."""
    return at == first - 1 and not row[at].preposition and not row[at].own


def _behind_conjunction(row: list[Token], at: int) -> bool:
    """Whether only an adverbial stands between "and" and the verb: "and to this end has set up"."""
    for here in range(at, max(0, at - _MOST_ADVERBIAL), -1):
        if row[here].kind == "group" or row[here].text == ",":
            return False
        if row[here].text in _CONJUNCTION:
            return row[here + 1].kind in ("preposition", "date")
    return False


def _explained(row: list[Token], first: int) -> Token | None:
    """What an explanation between commas explains: "ISO, a partner of UNIDO since 1999, joined …"."""
    if first < 4 or row[first - 1].text != ",":
        return None
    for here in range(first - 2, max(0, first - _MOST_EXPLAINING), -1):
        token = row[here]
        if token.text == ",":
            group = row[here - 1]
            words = [t for t in row[here + 1 : first - 1] if t.kind == "word"]
            plain = bool(words) and group.kind == "group" and not group.preposition and not group.own
            return group if plain and row[here + 1].text not in _RELATIVE | _BOUNDARY | _CONJUNCTION else None
        if token.text in _RELATIVE | _BOUNDARY or is_auxiliary(token) or token.text in lexicon().finite_verbs:
            return None
        if is_verbal(token) and row[here + 1].kind != "word":
            return None
    return None


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
    begin = at
    while (
        begin > 0
        and at - begin < _MOST_ADJECTIVES
        and row[begin].kind == "word"
        and not is_verbal(row[begin])
    ):
        begin -= 1
    if begin < at and row[begin].text == ",":
        at = begin - 1
    return row[at] if at >= 0 and row[at].kind == "group" else None


def object_relative(row: list[Token], subject: Token | None) -> Token | None:
    """What the verb of a relative clause has for its object: "the network that ISO founded"."""
    if subject is None or subject not in row:
        return None
    at = row.index(subject) - 1
    return _antecedent(row, at) if at > 0 and row[at].text in _OBJECT_RELATIVE else None


def preposition_relative(row: list[Token], subject: Token | None) -> tuple[str, Token] | None:
    """The preposition of a relative clause and what it governs: "the forum with which ISO works"."""
    if subject is None or subject not in row:
        return None
    at = row.index(subject) - 1
    if at < 1 or row[at].text not in ("which", "whom") or row[at - 1].kind != "preposition":
        return None
    antecedent = _antecedent(row, at - 1)
    return None if antecedent is None else (row[at - 1].text, antecedent)


def apposed(row: list[Token], first: int) -> Token | None:
    """Of what a participle behind an explaining noun speaks: "of the BIPM, the organisation created in 1875"."""
    at = first - 1
    while at > 0 and first - at < _MOST_EXPLAINING and row[at].kind == "word" and not is_verbal(row[at]):
        at -= 1
    group = row[at - 1] if 0 < at < first - 1 and row[at].text == "," else None
    kind = lexicon().heads.get(row[first - 1].text)
    return group if group is not None and group.kind == "group" and group.mentions[-1].type == kind else None


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
        or follows.text in _RELATIVE | _CONJUNCTION | {"whose", "as"}
    )


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
            or token.text in _BOUNDARY | _RELATIVE
        ):
            break
        if token.kind == "group":
            if token.preposition:
                if infinitive and token.preposition not in _OF_BOTH:
                    pass
                elif token.preposition not in _OF_NOUNS or here <= start + 2:
                    if _only_topics(by_preposition.get(token.preposition)):
                        del by_preposition[token.preposition]
                    by_preposition.setdefault(token.preposition, token)
            elif begins_clause(row, here) and here > start:
                break
            elif (
                bare is None
                and not by_preposition.keys() - {"in", "at", "on", "together with", "under"}
                and is_bare(row, here)
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


def agent_of(by_preposition: dict[str, Token]) -> Token | None:
    """Who does what a passive verb says."""
    return by_preposition.get("by")
