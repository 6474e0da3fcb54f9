"""Acronyms in pairs: in "the BIPM-GULFMET workshop" both are organisations where one is spoken of elsewhere."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names

__all__ = ["introduce_pairs"]

_PAIR = re.compile(
    r"(?<![\w./-])(?P<names>[A-Z]{3,12}(?:[-\u2013/][A-Z]{3,12}){1,3})"
    r"(?:\s[\"\u201c'\u2018][^\"\u201c\u201d'\u2018\u2019]{3,80}[\"\u201d'\u2019])?(?P<words>(?:\s[A-Za-z]+){1,4})"
)
_UNDERTAKEN = ("Event", "Agreement", "Programme", "Publication")


def introduce_pairs(names: Names, text: str, words: set[str], alone: set[str]) -> None:
    """Make the unknown partners of a joint event, agreement or programme organisations of the document.

    Parameters
    ----------
    names : Names
        The names of the document; they grow.
    text : str
        Of a block.
    words : set of str
        Words that the document writes in small letters: in capitals they are still words.
    alone : set of str
        Acronyms that stand by themselves in the document.
    """
    for match in _PAIR.finditer(text):
        parts = re.split(r"[-\u2013/]", match.group("names"))
        kinds = {lexicon().heads.get(word.lower()) for word in match.group("words").split()}
        if not kinds.intersection(_UNDERTAKEN) or not any(
            names.actor(part) or part in alone for part in parts
        ):
            continue
        for part in parts:
            known = names.actor(part) or part in lexicon().not_organisations or part.lower() in words
            if not known:
                names.known.introduce(part, names.things.named(part, "Organisation"))
