"""Names in French, Spanish, Portuguese and Italian: "Agence nationale de normalisation et de métrologie"."""

import re
from functools import cache

from qigraph.extraction.lexicon import alternatives, read_yaml
from qigraph.extraction.phrases import Phrases, matches_at
from qigraph.resources import resource

__all__ = ["foreign_before", "foreign_names"]

_LETTER = r"[^\W\d_]"
_ADJECTIVE = (
    rf"(?:[Oo]uest|[Ss]ud|[Nn]ord|{_LETTER}+(?:ale?s?|aux|elle|ique|aine?|aise?|ois|oise|ienn?e?|ière|elge|uisse|ées?|cional|ano|ana|eño|eña|"
    r"ense|esa|ico|ica|ais|ain|u[eé]s|uês|eco|eca|ivo|iva|ino|ina|ñol|ñola|eiro|eira|uayo|uaya|ublic|ublique)s?)"
)
_OF = (
    r"(?:de\sla\s|de\sl['\u2019]|de\slos\s|de\slas\s|des?\s|du\s|d['\u2019]|da\s|dos?\s|das\s|del\s|della\s|dei\s|di\s|"
    r"pour\s(?:la\s|le\s|l['\u2019])?|para\s(?:la\s|el\s|a\s|o\s)?|sobre\s(?:la\s|el\s|las\s|los\s|a\s|o\s)?|sur\s(?:la\s|les?\s|l['\u2019])?)"
)
_NOUN = rf"{_LETTER}(?:{_LETTER}|-){{3,}}"
_AND = rf"\s(?:et|y|e)\s(?:la\s|le\s|les\s|l['\u2019]|el\s)?{_NOUN}"
_MORE = (
    rf"(?:(?:,\s{_NOUN}){{1,2}}{_AND}|(?:,\s|,?\s(?:et|y|e)\s|\s){_OF}{_NOUN}|{_AND})"
    rf"(?:\s{_ADJECTIVE}|\s[a-z]+é)?(?!{_LETTER})"
)


@cache
def _type_of() -> dict[str, str]:
    heads = read_yaml(resource("loaders/names/foreign.yaml"))
    return {head: kind for kind, every in heads.items() for head in every}


@cache
def _heads() -> Phrases:
    return Phrases(_type_of())


@cache
def _name() -> re.Pattern[str]:
    heads = alternatives(_type_of())
    return re.compile(
        rf"(?<!{_LETTER})(?P<head>{heads})(?P<rest>(?:\s{_ADJECTIVE}(?!{_LETTER})){{0,2}}(?:{_MORE}){{1,6}})"
    )


def foreign_names(text: str) -> list[tuple[int, int, str]]:
    """Start, stop and entity type of each such name.

    Examples
    --------
    >>> text = "The Institut belge de normalisation met the Office of Trade."
    >>> [(text[a:b], kind) for a, b, kind in foreign_names(text)]
    [('Institut belge de normalisation', 'Organisation')]
    """
    return [
        (m.start(), m.end(), _type_of()[m.group("head")])
        for m in matches_at(_name(), _heads().starts(text), text)
    ]


def foreign_before(text: str, stop: int) -> tuple[int, int] | None:
    """The name of this kind that ends where a bracket begins.

    Examples
    --------
    >>> foreign_before("the Bureau de normalisation du Nord (BNN)", 35)
    (4, 35)
    """
    begin = max(0, stop - 160)
    found = [(begin + a, begin + b) for a, b, _ in foreign_names(text[begin:stop])]
    return found[-1] if found and found[-1][1] == stop else None
