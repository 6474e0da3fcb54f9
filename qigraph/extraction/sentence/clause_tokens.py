"""The tokens of a clause: which words are verbs, and what may stand before verbs."""

from dataclasses import dataclass

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.valency import usages
from qigraph.extraction.things import Mention

__all__ = ["Token", "is_auxiliary", "is_known_verb", "is_verbal"]

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
    capital : bool
        Whether a word is written with a capital.
    """

    kind: str
    text: str
    start: int
    stop: int
    mentions: list[Mention]
    preposition: str = ""
    own: bool = False
    capital: bool = False


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


def is_known_verb(token: Token) -> bool:
    """Whether a frame knows the word as a verb in the third person or the past."""
    return any(usage.form in ("third", "past") for usage in usages().get(token.text, ()))
