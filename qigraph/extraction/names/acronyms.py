"""Acronyms that nothing explains: capitals taken for an organisation, unless listed otherwise."""

import re
from collections.abc import Set

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["unexplained_acronyms"]

_ACRONYM = re.compile(
    r"(?<![\w/.@-])(?:[A-Z][A-Z0-9\u00c0-\u00de]*(?:[A-Z]|"
    r"[a-z]?[A-Z]{2})[A-Z0-9]*(?:[-/][A-Z]{2,})?|[A-Z]{2,4}[a-z]{1,3}[A-Z]{1,3}|[A-Z][a-z]{1,3}[A-Z]{3,6})(?![\w@])(?!\.\w)"
)
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}\s$")
_CAPITALS_AFTER = re.compile(r"\s[A-Z]{2,}\b(?![a-z])|,\s\d{1,2}\s[A-Z]|,\s[A-Z][a-z]+\s\d{1,2},")
_NOUN_AFTER = re.compile(
    r"\s(?P<noun>project|programme|program|initiative|campaign|database|portal|platform)\b"
)
_EDITION = re.compile(r"[A-Z](?:19|20)\d\d$")
"""An event with its year: "CIM2021"."""
_PLACE_OF_NEWS = re.compile(
    r"(?:,\s[A-Z][\w ]+)?(?:,\s[\w ,]{4,20})?\s?[\u2013\u2014-]\s(?=[A-Z\"])|\s?\([A-Z]{2,}\)\s?[\u2013\u2014-]\s"
)
"""What follows the place at the head of a piece of news: "GENEVA - The …"."""
_NUMBER_AFTER = re.compile(r"\s?[-/]?\d")


def unexplained_acronyms(text: str, things: Things, words: Set[str]) -> list[Mention]:
    """Mentions by capitals; none in a line that is all capitals. The noun behind says what it is ("MEDEA project").

    Parameters
    ----------
    text : str
        Of a block.
    things : Things
        Of the document; what is new is added.
    words : set of str
        Words that the document writes in small letters: in capitals they are still words.

    Examples
    --------
    >>> [m.thing.label for m in unexplained_acronyms("She joined the XYZQ in spring.", Things(), set())]
    ['XYZQ']
    """
    if sum(map(str.isupper, text)) > 0.6 * sum(map(str.isalpha, text)) and len(text.split()) > 2:
        return []
    found = []
    for match in _ACRONYM.finditer(text):
        name, after = match.group(), text[match.end() :]
        if (
            not 3 <= len(name) <= 12
            or _EDITION.search(name)
            or name.lower() in words
            or (len(name) > 4 and f"{name.lower()}s" in words)
            or name in lexicon().not_organisations
            or name.rstrip("s") in lexicon().not_organisations
            or _NUMBER_AFTER.match(after)
            or (match.start() == 0 and len(name) > 3 and _PLACE_OF_NEWS.match(after))
            or _CAPITALS_BEFORE.search(text[: match.start()])
            or _CAPITALS_AFTER.match(after)
        ):
            continue
        noun = _NOUN_AFTER.match(after)
        kind = (
            lexicon().heads[noun.group("noun")] if noun else lexicon().heads.get(name.lower(), "Organisation")
        )
        thing = things.find(name) or things.add(Thing(kind, name), [f"{name}{noun.group()}"] if noun else [])
        stop = match.end() + (noun.end() if noun and thing.type == kind else 0)
        found.append(Mention(match.start(), stop, [thing], thing.type))
    return found
