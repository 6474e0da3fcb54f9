"""Names that stand in brackets behind what describes them: "the regional network for legal metrology (LMN)"."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.sentence.clause_tokens import Token, is_auxiliary, is_known_verb, is_verbal
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.schema import ACTORS

__all__ = ["described_name"]

_ALONE = re.compile(rf"\(\s?{FILLER}*([{''.join(MARK[name] for name in ACTORS)}])\s?\)")
_REACH = 9
_LINKS = ("of", "for", "on", "in")
_STOPS = frozenset(["and", "or", "which", "that", "who", "but", "also", "by"])


def described_name(frame_of: Skeleton, at: int, found: list[Token]) -> tuple[int, int, int] | None:
    """Where a bracket at ``at`` names what the noun before it describes.

    Parameters
    ----------
    frame_of : Skeleton
        The sentence.
    at : int
        Position of the opening bracket.
    found : list of Token
        The tokens before it.

    Returns
    -------
    tuple of (int, int, int) or None
        Number of the token with which the description begins, the position of the name, and where the bracket ends.
    """
    inside = _ALONE.match(frame_of.text, at)
    last = found[-1] if found else None
    if inside is None or last is None or (last.kind == "group" and last.mentions[0].type != "Topic"):
        return None
    begin = _head(found)
    while begin and _describes(found[begin - 1]):
        begin -= 1
    return (begin, inside.start(1), inside.end()) if begin is not None else None


def _head(found: list[Token]) -> int | None:
    """The noun for a body that the last words are about: "network" in "network for industrial metrology"."""
    for at in range(len(found) - 1, max(-1, len(found) - 1 - _REACH), -1):
        token = found[at]
        if token.kind == "word" and lexicon().heads.get(token.text) in ACTORS:
            return None if token.text.endswith("s") and token.text[:-1] in lexicon().heads else at
        topic = token.kind == "group" and token.mentions[0].type == "Topic"
        link = token.kind == "preposition" and token.text in _LINKS
        if not (topic or link or _describes(token) or token.text == "and"):
            return None
    return None


def _describes(token: Token) -> bool:
    return (
        token.kind == "word"
        and token.text not in _STOPS
        and not (is_verbal(token) or is_auxiliary(token) or is_known_verb(token) or token.own)
    )
