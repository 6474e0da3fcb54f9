"""Clauses: a sentence as a row of words and groups of names, each group with the preposition that governs it.

A shallow reading without a parser: it tells the subject of a verb from what stands behind "of", "with" or "by", skips
what stands in brackets, and lets names that are joined by commas and "and" stand together.
"""

import re
from dataclasses import dataclass

from qigraph.extraction.elaboration import body_of_country, names_members
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.skeleton import BREAK, DATE, FILLER, MARK, PRONOUN, Skeleton
from qigraph.extraction.things import Mention
from qigraph.extraction.valency import usages

__all__ = ["TOGETHER", "Token", "is_auxiliary", "is_verbal", "tokens"]

TOGETHER = "together with"
"""The preposition of who does something beside the subject: "in co-operation with", "alongside" …"""

_COMPLEX = {
    TOGETHER: r"(?:together|jointly|along|side by side|in tandem|hand in hand) with|alongside(?: with)?"
    r"|in (?:[a-z]+ )?(?:co-?operation|collaboration|partnership|conjunction|association|concert|liaison) with",
    "funded by": r"(?:thanks to|through|with|by)(?: \w+){0,3} (?:funding|funds|financing|sponsorship|grants?|money|"
    r"financial (?:support|assistance|contributions?|help|backing|aid))(?: \w+)? (?:of|from|by)",
    "supported by": r"(?:thanks to|through|with)(?: \w+){0,2} (?:support|assistance|help|backing|aid) (?:of|from|by)",
    "merging": r"(?:by|through|from|out of|after|following|via) (?:the|a|an)(?: \w+)? (?:amalgamation|merger|merging|"
    r"fusion|unification|union|combination|consolidation|joining(?: together)?) (?:of|between)",
    "under": r"(?:with)?in the (?:framework|frame|context) of|as part of|under the (?:umbrella|auspices|aegis|roof) of",
    "for": r"on behalf of",
    "from": r"out of",
    "not": r"(?:but|and|,) not|rather than|instead of|other than|except(?: for)?|unlike|without|not",
    "like": r"such as|for example|for instance|including|namely|among them|among others|e\.g\.|notably|like",
    "about": r"according to|due to|owing to|in accordance with|in line with|with (?:respect|regard) to|based on|"
    r"compared (?:to|with)|in addition to|prior to|next to|close to|contrary to|in response to|in relation to|"
    r"concerning|regarding",
}
_TOKEN = re.compile(
    rf"(?P<mark>[{''.join(MARK.values())}])|(?P<date>{DATE})"
    + "".join(rf"|(?P<p{number}>\b(?:{words})\b)" for number, words in enumerate(_COMPLEX.values()))
    + r"|(?P<own>['\u2019]s?(?![\w]))|(?P<word>[^\W\d_][\w-]*(?:['\u2019](?!s\b)\w+)*)"
    + rf"|(?P<number>\d[\w.,/-]*)|(?P<break>{BREAK})|(?P<sign>[^\s\w{FILLER}{PRONOUN}])",
    re.IGNORECASE,
)
_JOINS = {"and", "&", "or", "et", "as well as", "plus", "und", "y", "/"}
_NOT_PAST = (
    "need",
    "speed",
    "feed",
    "indeed",
    "seed",
    "bleed",
    "exceed",
    "proceed",
    "succeed",
    "united",
    "advanced",
)
_ELABORATED = ("by", "with", "between", "among", "to", "from", TOGETHER)
_LEADING = frozenset([":", "\u2013", "\u2014", "-"])
_MOST_LEADING = 8
"""Words between a preposition or verb and the colon before the names."""
_FAR = 16
"""Words between a noun and the list that elaborates it."""
_ACTORS = frozenset(["Organisation", "Network", "Body"])


@dataclass(slots=True)
class Token:
    """A word, a sign, a date or a group of names.

    Parameters
    ----------
    kind : str
        ``word``, ``sign``, ``date``, ``preposition`` or ``group``.
    text : str
        In lower case; empty for groups and dates.
    start, stop : int
        Positions in the skeleton.
    mentions : list of Mention
        Of a group.
    preposition : str
        What governs a group; empty where it stands bare.
    own : bool
        Whether a possessive follows: "ISO's".
    """

    kind: str
    text: str
    start: int
    stop: int
    mentions: list[Mention]
    preposition: str = ""
    own: bool = False


def tokens(frame_of: Skeleton) -> list[Token]:
    """The tokens of a sentence, names that stand in one list as one group, brackets left out.

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    """
    return _governed(_grouped(_without_lead(_plain(frame_of))))


def is_auxiliary(token: Token) -> bool:
    """Whether it may stand between a subject and its verb: "has", "will", "formally".

    Examples
    --------
    >>> is_auxiliary(Token("word", "formally", 0, 8, [])), is_auxiliary(Token("word", "network", 0, 7, []))
    (True, False)
    """
    if token.kind == "preposition":
        return token.text in ("to", "since", "about", "in")
    word = token.text
    if token.kind != "word":
        return False
    words = lexicon()
    adverb = word.endswith("ly") and word not in words.heads
    return adverb or word.endswith("n't") or word in words.auxiliaries or word in words.between_auxiliaries


def is_verbal(token: Token) -> bool:
    """Whether a finite verb begins here, as far as the word alone tells."""
    word = token.text
    if token.kind != "word":
        return False
    if word in lexicon().finite_verbs or word in lexicon().auxiliaries:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST


def _plain(frame_of: Skeleton) -> list[Token]:
    """Tokens one by one, without what stands in brackets."""
    found: list[Token] = []
    prepositions = list(_COMPLEX)
    depth = 0
    closing = frame_of.text.count(")")
    done = 0
    for match in _TOKEN.finditer(frame_of.text):
        kind = match.lastgroup or ""
        text = match.group().lower()
        if match.start() < done:
            continue
        body = body_of_country(frame_of, match.start()) if text == "(" and not depth else None
        if body is not None:
            begin, at, done = body
            while found and found[-1].start >= begin:
                found.pop()
            mention = frame_of.at[at]
            assert isinstance(mention, Mention)
            found.append(Token("group", "", at, done, [mention]))
            closing -= 1
            continue
        if text == "(" and closing:
            depth += 1
        elif text == ")":
            depth, closing = max(0, depth - 1), closing - 1
        elif depth:
            continue
        elif kind == "mark":
            mention = frame_of.at[match.start()]
            assert isinstance(mention, Mention)
            found.append(Token("group", "", match.start(), match.end(), [mention]))
        elif kind == "date":
            found.append(Token("date", "", match.start(), match.end(), []))
        elif kind == "own":
            if found and found[-1].kind in ("group", "word"):
                found[-1].own = True
        elif kind.startswith("p") and kind[1:].isdigit():
            found.append(Token("preposition", prepositions[int(kind[1:])], match.start(), match.end(), []))
        else:
            word = "preposition" if text in lexicon().prepositions else "word" if kind == "word" else "sign"
            found.append(Token(word, "," if kind == "break" else text, match.start(), match.end(), []))
    return found


def _without_lead(plain: list[Token]) -> list[Token]:
    """Without the noun and the colon that lead up to names: "by three bodies: A, B and C" is "by A, B and C"."""
    found: list[Token] = []
    opened = ""
    for token in plain:
        if token.kind == "group" and found and found[-1].text in _LEADING:
            begin = _lead_begin(found)
            if begin is not None:
                opened = found[-1].text
                del found[begin:]
        elif opened and token.text in (opened, ";", ":"):
            if token.text == opened and opened != ":":
                opened = ""
                continue
            opened = ""
        found.append(token)
    return found


def _lead_begin(found: list[Token]) -> int | None:
    """Where the words begin that end in a plural noun and a colon, behind a preposition or a verb."""
    if len(found) < 3 or found[-2].kind != "word" or not names_members(found[-2].text):
        return None
    for before in range(len(found) - 3, max(-1, len(found) - 3 - _MOST_LEADING), -1):
        token = found[before]
        if token.kind == "preposition" or is_verbal(token) or _is_known_verb(token):
            return before + 1
        if token.kind == "group" and token.mentions[0].type != "Topic":
            return None
        if token.kind not in ("word", "group", "sign", "number") or token.text in (",", "and", ";", "(", ":"):
            return None
    return None


def _grouped(plain: list[Token]) -> list[Token]:
    """Names joined by commas and "and" as one group."""
    found: list[Token] = []
    at = 0
    verb_before = False
    while at < len(plain):
        token = plain[at]
        verb_before = verb_before or is_verbal(token) or _is_known_verb(token)
        if token.kind != "group":
            found.append(token)
            at += 1
            continue
        group = Token("group", "", token.start, token.stop, list(token.mentions), own=token.own)
        at += 1
        while (following := _next_in_list(plain, at, found, group, verb_before=verb_before)) is not None:
            named = _apposition(plain, at, following, group)
            group.mentions = [*([] if named else group.mentions), *plain[following].mentions]
            group.stop, group.own = plain[following].stop, plain[following].own
            at = following + 1
        found.append(group)
    return found


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


def _is_known_verb(token: Token) -> bool:
    return any(usage.form in ("third", "past") for usage in usages().get(token.text, ()))


def _next_in_list(
    plain: list[Token], at: int, before: list[Token], group: Token, *, verb_before: bool
) -> int | None:
    """Where the next name of the list stands, if the list goes on at that token."""
    here = at
    joined = ""
    while here < len(plain) and here - at < 3 and (plain[here].text == "," or plain[here].text in _JOINS):
        joined += plain[here].text
        here += 1
    if not joined or here >= len(plain):
        return None
    preposition = before[-1].text if before and before[-1].kind == "preposition" else ""
    if plain[here].kind == "preposition" and plain[here].text == preposition:
        here += 1
    if here >= len(plain) or plain[here].kind != "group" or not _alike(group, plain[here]):
        return None
    follows = plain[here + 1] if here + 1 < len(plain) else None
    listed = len(group.mentions) > 2 and joined == "and"
    if verb_before and "and" in joined and not listed and follows is not None and is_verbal(follows):
        return None
    return here


def _alike(one: Token, other: Token) -> bool:
    a, b = one.mentions[-1].type, other.mentions[0].type
    return a == b or (a in _ACTORS and b in _ACTORS) or {a, b} <= {"Instrument", "Publication", "System"}


def _governed(found: list[Token]) -> list[Token]:
    """Each group with the preposition before it; a noun that leads up to a name is skipped: "by the institute PTB"."""
    heads = lexicon().heads
    for at, token in enumerate(found):
        if token.kind != "group":
            continue
        before = at - 1
        while (
            before >= 0 and at - before < 5 and found[before].kind == "word" and found[before].text in heads
        ):
            before -= 1
        if before >= 0 and found[before].kind == "preposition":
            token.preposition = found[before].text
        if token.preposition == "like":
            token.preposition = _elaborated(found, before)
    return found


def _elaborated(found: list[Token], at: int) -> str:
    """What governs the noun of which a list names some: "by" in "by four institutes, namely …"."""
    for before in range(at - 1, max(-1, at - _FAR), -1):
        if found[before].text in _ELABORATED:
            return found[before].text
        if is_verbal(found[before]):
            break
    return ""
