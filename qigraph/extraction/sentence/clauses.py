"""Clauses: a sentence as a row of words and groups of names, each group with the preposition that governs it.

A shallow reading without a parser: it tells the subject of a verb from what stands behind "of", "with" or "by", skips
what stands in brackets, and lets names that are joined by commas and "and" stand together.
"""

import re
from collections.abc import Mapping

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.phrases import lower
from qigraph.extraction.sentence.bracketed import described_name
from qigraph.extraction.sentence.clause_tokens import Token, is_auxiliary, is_known_verb, is_verbal
from qigraph.extraction.sentence.elaboration import body_of_country, names_members
from qigraph.extraction.sentence.grouping import grouped
from qigraph.extraction.sentence.skeleton import BREAK, DATE, FILLER, MARK, PRONOUN, Skeleton
from qigraph.extraction.things import Mention

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
    "of": r"of(?: the)? (?:representatives|delegates) (?:from|of)",
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
    + rf"|(?P<number>\d[\w.,/-]*)|(?P<break>{BREAK})|(?P<sign>[^\s\w{FILLER}{PRONOUN}])"
)
"""Of a text in lower case."""
_ELABORATED = ("by", "with", "between", "among", "to", "from", TOGETHER)
OF_MANY = re.compile(
    r"\s(?:(?:technical|working|consultative|regional)\s)?(?:committees|sub-?committees|working groups|groups|region"
    r"|countries|economies|[Mm]ember (?:[Ss]tates|[Bb]odies|countries|economies))\b"
)
"""What stands behind a name that only tells of which many others are spoken: "ISO committees", "EU Member States"."""
_LEADING = frozenset([":", "\u2013", "\u2014", "-"])
_MOST_LEADING = 8
"""Words between a preposition or verb and the colon before the names."""
_COUNTS = frozenset(["two", "three", "four", "five", "six", "some", "several", "many", "most", "all", "both"])
_SHORT_OWNER = 12
_FAR = 16
"""Words between a noun and the list that elaborates it."""
_ACTORS = frozenset(["Organisation", "Network", "Body"])


def tokens(frame_of: Skeleton) -> list[Token]:
    """The tokens of a sentence, names that stand in one list as one group, brackets left out.

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    """
    return _governed(grouped(_without_lead(_plain(frame_of))))


def _plain(frame_of: Skeleton) -> list[Token]:
    """Tokens one by one, without what stands in brackets."""
    found: list[Token] = []
    prepositions = list(_COMPLEX)
    depth = 0
    closing = frame_of.text.count(")")
    done = 0
    for match in _TOKEN.finditer(lower(frame_of.text)):
        kind = match.lastgroup or ""
        text = match.group()
        if match.start() < done:
            continue
        body = body_of_country(frame_of, match.start()) if text == "(" and not depth else None
        if body is not None:
            begin, at, done = body
            while found and found[-1].start >= begin:
                found.pop()
            if len(found) > 2 and found[-1].text == "of" and _is_bodies(found[-2]):
                del found[_lead_of(found) :]
            mention = frame_of.at[at]
            assert isinstance(mention, Mention)
            found.append(Token("group", "", at, done, [mention]))
            closing -= 1
            continue
        named = described_name(frame_of, match.start(), found) if text == "(" and not depth else None
        if named is not None:
            del found[named[0] :]
            mention = frame_of.at[named[1]]
            assert isinstance(mention, Mention)
            found.append(Token("group", "", named[1], named[2], [mention]))
            done, closing = named[2], closing - 1
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
            if mention.type in _ACTORS and OF_MANY.match(frame_of.text, match.end()):
                found.append(Token("word", "organisational", match.start(), match.end(), []))
                continue
            if found and _modifies(found[-1], match.start(), mention):
                found[-1].own = True
            found.append(Token("group", "", match.start(), match.end(), [mention]))
        elif kind == "date":
            found.append(Token("date", "", match.start(), match.end(), []))
        elif kind == "own":
            quoted = text in ("'", "\u2019") and _opened(frame_of.text, found)
            if found and found[-1].kind in ("group", "word") and not quoted:
                found[-1].own = True
        elif kind.startswith("p") and kind[1:].isdigit():
            found.append(Token("preposition", prepositions[int(kind[1:])], match.start(), match.end(), []))
        else:
            word = "preposition" if text in lexicon().prepositions else "word" if kind == "word" else "sign"
            token = Token(word, "," if kind == "break" else text, match.start(), match.end(), [])
            token.capital = word == "word" and frame_of.text[match.start()].isupper()
            found.append(token)
    return found


def _modifies(before: Token, at: int, mention: Mention) -> bool:
    """Whether a short name stands right before another and says whose it is: "the JRC Institute for Tests"."""
    actors = before.kind == "group" and before.mentions[0].type in _ACTORS and mention.type in _ACTORS
    return (
        actors
        and at == before.stop + 1
        and before.mentions[0].stop - before.mentions[0].start <= _SHORT_OWNER
    )


def _opened(text: str, found: list[Token]) -> bool:
    """Whether a quote opened before the last name: its closing is no possessive."""
    before = text[: found[-1].start].rstrip(FILLER) if found else ""
    return before.endswith(("'", "\u2018"))


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


def _is_bodies(token: Token) -> bool:
    """Whether it is a noun for bodies, or a topic that took the noun in: "standards bodies"."""
    return _is_body(token.text) or (token.kind == "group" and token.mentions[0].type == "Topic")


def _is_body(word: str) -> bool:
    return lexicon().heads.get(word) in _ACTORS or word in ("body", "bodies", "bureaus", "bureaux")


def _lead_of(found: list[Token]) -> int:
    """Where "the standards bodies of" begins before the bodies of several countries."""
    before = len(found) - 2
    while before > 0 and (
        _is_body(found[before - 1].text)
        or (found[before - 1].kind == "group" and found[before - 1].mentions[0].type == "Topic")
        or found[before - 1].text in ("the", "national")
    ):
        before -= 1
    return before


def _lead_begin(found: list[Token]) -> int | None:
    """Where the words begin that end in a plural noun and a colon, behind a preposition or a verb."""
    if len(found) < 3 or found[-2].kind != "word" or not names_members(found[-2].text):
        return None
    for before in range(len(found) - 3, max(-1, len(found) - 3 - _MOST_LEADING), -1):
        token = found[before]
        if token.text == "of" and before and _is_count(found[before - 1]):
            continue
        if token.kind == "preposition" or is_verbal(token) or is_known_verb(token):
            return before + 1
        if token.kind == "group" and token.mentions[0].type != "Topic":
            return None
        if token.kind not in ("word", "group", "sign", "number") or token.text in (",", "and", ";", "(", ":"):
            return None
    return None


def _is_count(token: Token) -> bool:
    """Whether it says how many of those that follow: "two of the world's institutes: …"."""
    return token.kind == "number" or token.text in _COUNTS


def _governed(found: list[Token]) -> list[Token]:
    """Each group with the preposition before it; a noun that leads up to a name is skipped: "by the institute PTB"."""
    heads = lexicon().heads
    for at, token in enumerate(found):
        if token.kind != "group":
            continue
        before = at - 1
        while before >= 0 and at - before < 5 and _leads_up(found[before], heads):
            before -= 1
        if before >= 0 and found[before].kind == "preposition":
            token.preposition = found[before].text
        if token.preposition == "as" and before and found[before - 1].text in ("known", "called"):
            token.preposition = ""
        if token.preposition == "like":
            token.preposition = _elaborated(found, before)
    return found


def _leads_up(token: Token, heads: Mapping[str, str]) -> bool:
    """Whether it may stand between a preposition and its name: "by the standards institute PTB"."""
    if token.kind == "group":
        return token.mentions[0].type == "Topic"
    return token.kind == "word" and token.text in heads


def _elaborated(found: list[Token], at: int) -> str:
    """What governs the noun of which a list names some: "by" in "by four institutes, namely …"."""
    for before in range(at - 1, max(-1, at - _FAR), -1):
        if found[before].text in _ELABORATED:
            return found[before].text
        if is_verbal(found[before]):
            break
    return ""
