"""Persons who are called by their family names once they have been introduced: "Al-Roe welcomed the guests"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["with_surnames"]

_SHORTEST = 4
_CAPITAL_BEFORE = re.compile(r"(?:[A-Z\u00c0-\u00de][\w'\u2019-]*|[A-Z]\.|&)\s$")
_OPENS = re.compile(r"(?:^|[.!?:;\"\u201c\u201d]\s|\s[\u2013-]\s)(?:[A-Z][a-z]+ly,?\s)?$")
_BEHIND = re.compile(r"[\w-]|\s(?:[A-Z\u00c0-\u00de][a-z]|&\s)|\.\w")


def with_surnames(named: dict[Block, list[Mention]], things: Things) -> dict[Block, list[Mention]]:
    """The mentions of each block with those of persons by their family names alone.

    Parameters
    ----------
    named : dict of Block to list of Mention
        Mentions by name.
    things : Things
        What the document speaks of.
    """
    bearers: dict[str, list[Thing]] = {}
    for thing in things.all:
        family = thing.label.rsplit(" ", 1)[-1] if thing.type == "Person" and " " in thing.label else ""
        if _tells(family):
            bearers.setdefault(family, []).append(thing)
    families = {family: found[0] for family, found in bearers.items() if len(found) == 1}
    if not families:
        return named
    pattern = re.compile(
        r"(?<![\w.'\u2019&/-])(?P<family>"
        + "|".join(sorted(map(re.escape, families), key=len, reverse=True))
        + r")"
    )
    introduced: set[int] = set()
    found: dict[Block, list[Mention]] = {}
    for block, mentions in named.items():
        introduced |= {id(m.thing) for m in mentions if m.type == "Person"}
        found[block] = _added(block.text, mentions, pattern, families, introduced)
    return found


def _added(
    text: str,
    mentions: list[Mention],
    pattern: re.Pattern[str],
    families: dict[str, Thing],
    introduced: set[int],
) -> list[Mention]:
    added = []
    for match in pattern.finditer(text):
        thing = families[match.group("family")]
        before = text[max(0, match.start() - 40) : match.start()]
        alone = not _CAPITAL_BEFORE.search(before) or _OPENS.search(before)
        free = all(match.end() <= m.start or m.stop <= match.start() for m in mentions)
        if id(thing) in introduced and alone and free and not _BEHIND.match(text, match.end()):
            added.append(Mention(match.start(), match.end(), [thing], "Person"))
    return sorted([*mentions, *added], key=lambda m: m.start) if added else mentions


def _tells(family: str) -> bool:
    """Whether a family name is no word of the field, so that it tells its bearer wherever it stands."""
    known, plain = lexicon(), family.lower()
    return (
        len(family) >= _SHORTEST
        and family[0].isupper()
        and not family.isupper()
        and plain not in known.heads
        and plain not in known.kind_words
        and plain not in known.not_persons
        and plain not in known.roles
        and family not in known.countries
        and family not in known.sentence_words
    )
