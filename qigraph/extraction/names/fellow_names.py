"""Names beside names: in "founded by Tukes, METAS and Swedac" who Tukes is is told by the others of the list."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["fellows"]

_WORD = r"[A-Z\u00c0-\u00de][\w&\u00c0-\u00ff-]{2,}"
_OPENS = cued(
    r"\b(?:(?:founded|established|created|set up|formed|launched|initiated|started|constituted|organi[sz]ed|hosted"
    r"|convened|funded|financed|co-?financed|sponsored|supported|signed|published|issued|developed|prepared|written"
    r"|drafted|run|managed|implemented|coordinated|maintained|operated|led|chaired|attended|reviewed|provided|held|kept)"
    r"(?:\s(?:in|on)\s[\w\s]{4,18}?)?(?:\s(?:jointly|together))?\sby"
    r"|(?:between|founders (?:were|are)|signatories are|members are))\s(?:the\s)?"
)
_LINK = re.compile(r"(?:\s?\([^()]{2,40}\))?(?:,\s(?:and\s)?|,?\s(?:and|&)\s)(?:by\s)?(?:the\s)?")
_ITEM = re.compile(rf"{_WORD}(?=[,.;]|\s(?:and|&|in|on|with|at|as|to|\()|$)")
_ACTORS = ("Organisation", "Network", "Body")
_MOST = 12


def fellows(text: str, things: Things, known: list[Mention]) -> list[Mention]:
    """Mentions of what stands in one list with known actors behind a verb that only actors do: single words of a name.

    Parameters
    ----------
    text : str
        Of a block.
    things : Things
        Of the document; it grows.
    known : list of Mention
        Of the block.

    Examples
    --------
    >>> metas = Mention(18, 23, [Thing("Organisation", "METAS")], "Organisation")
    >>> [m.thing.label for m in fellows("It was founded by METAS and Lopa in 2001.", Things(), [metas])]
    ['Lopa']
    """
    at = {m.start: m for m in known}
    found: list[Mention] = []
    for opening in _OPENS.finditer(text):
        items = list(_items(text, opening.end(), at))
        sure = any(isinstance(item, Mention) and item.type in _ACTORS for item in items)
        if not sure or any(isinstance(item, Mention) and item.type not in _ACTORS for item in items):
            continue
        for item in items:
            if isinstance(item, Mention) or _is_plain(item.group()):
                continue
            thing = things.find(item.group()) or things.add(Thing("Organisation", item.group()))
            found.append(Mention(item.start(), item.end(), [thing], thing.type))
    return found


def _items(text: str, start: int, at: dict[int, Mention]) -> Iterator[Mention | re.Match[str]]:
    """The names of a list: mentions, and words of which nothing is known."""
    for _ in range(_MOST):
        item = at.get(start) or _ITEM.match(text, start)
        if item is None:
            return
        yield item
        stop = item.stop if isinstance(item, Mention) else item.end()
        link = _LINK.match(text, stop)
        if link is None:
            return
        start = link.end()


def _is_plain(word: str) -> bool:
    """Whether a word with a capital is no name of an actor: a country, a month, a word of the language."""
    words = lexicon()
    known = word in words.countries or word in words.sentence_words or word in words.not_organisations
    return known or word.lower() in words.heads or word.lower() in words.roles
