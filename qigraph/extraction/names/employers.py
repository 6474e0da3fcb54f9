"""Whom a person works for, in brackets behind the name: "J. Doe (NMI)", "A. Roe (CEN/CENELEC)", "K. Lund (EC)".

What there repeats the letters of the name is the person again: "J. Doe (JD)".
"""

import re
from collections.abc import Iterable

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention

__all__ = ["employers"]

_BRACKET = re.compile(
    r"\s?\((?P<inside>[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u00ff0-9&/ -]{1,40})(?:[,;]\s(?P<land>[^()]{3,40}))?\)"
)
_PART = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de&-]+(?: [A-Z\u00c0-\u00de&-]{3,})?|[A-Z][A-Za-z]{0,5}[a-z][A-Z]{2,6}[a-z]?"
)
"""An acronym, perhaps of two words or with small letters: "BelGIM"."""
_NOT = frozenset(
    ["CEO", "CV", "HQ", "IT", "ID", "TBC", "TBD", "PHD", "MBA", "MSC", "BSC", "DR", "VC", "CH", "EX", "RIP"]
)


def employers(names: Names, text: str, people: Iterable[Mention], taken: list[Mention]) -> list[Mention]:
    """Mentions of the organisations, and of the person, in brackets in capitals right behind a person.

    Parameters
    ----------
    names : Names
        The names of the document; they grow.
    text : str
        Of a block.
    people : iterable of Mention
        The persons in it.
    taken : list of Mention
        Other mentions.
    """
    found: list[Mention] = []
    for person in people:
        bracket = _BRACKET.match(text, person.stop)
        if bracket is None or (bracket.group("land") and bracket.group("land") not in lexicon().countries):
            continue
        inside, start = bracket.group("inside"), bracket.start("inside")
        if inside == _letters(text[person.start : person.stop]) or inside == _letters(person.thing.label):
            names.known.introduce(inside, person.thing)
            person.thing.call(inside)
            found.append(Mention(start, start + len(inside), [person.thing], "Person"))
            continue
        if any(m.start == start and m.stop == start + len(inside) for m in taken):
            continue
        for part in re.finditer(r"[^/]+", inside):
            name = part.group().strip()
            if not _PART.fullmatch(name) or name in _NOT or name.title() in lexicon().countries:
                continue
            if name in lexicon().countries or name.lower() in lexicon().roles:
                continue
            thing = names.actor(name) or names.things.named(name, "Organisation")
            if thing.type in ("Organisation", "Network", "Body"):
                at = start + part.start() + len(part.group()) - len(part.group().lstrip())
                found.append(Mention(at, at + len(name), [thing], thing.type))
    return found


def _letters(name: str) -> str:
    """The first letters of a name: "H.P. Doe" is HPD."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
