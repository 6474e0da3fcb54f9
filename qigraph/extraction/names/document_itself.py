"""What a document calls itself: "this brochure", and what a section calls what its heading names."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing

__all__ = ["itself"]

_ANY = ("document", "paper", "work", "edition", "version")
_THIS = re.compile(
    r"\b(?:[Tt]his(?:\s(?:new|first|second|third|fourth|fifth|latest"
    r"|present))?\s(?P<head>publication|report|brochure|booklet|leaflet"
    r"|handbook|study|toolkit|manual|newsletter|white paper|[Gg]uide|[Bb]rochure|[Hh]andbook"
    r"|[Ll]eaflet|document|paper|edition|version"
    r"|work(?=\s(?:is|was)\s(?:published|issued|a\sproduct)))"
    r"|[Tt]he\s(?:present|current|first|second|third|fourth|fifth|sixth|new"
    r"|latest)\s(?P<again>edition|version)"
    r"|^A\s(?P<told>report|study|guide|publication|handbook|brochure)(?=\s(?:prepared|produced"
    r"|published|issued|written|by)\b))\b(?!\sof\b)"
)
_ASIDE = re.compile(r"\s(?:\((?:(?:19|20)\d\d|[A-Z0-9/]{4,})\)|[-\u2013]\s\d\w\w\s[Ee]dition.*)$")
"""What stands behind a title in a heading: the year, the symbol, the edition."""
_GENERIC = re.compile(
    r"(?:\W|\d)*(?:about|introduction|background|foreword|preface|acknowledg|executive|disclaimer"
    r"|contents|summary|how|why|what"
    r"|who|purpose|scope|objective|overview|description|part|annex|chapter|section|note)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 25
"""Words of a heading that may be a title."""


def itself(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "This brochure", where the document has spoken of no other: the document itself.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    firm : list of Mention
        All that has a name.
    """
    found = []
    for match in _THIS.finditer(block.text):
        head = (match.group("head") or match.group("again") or match.group("told")).lower()
        if match.group("told") and (block.heading is None or block.heading.text.strip(" .") != names.title):
            continue
        products = [thing for thing in names.things.all if thing.type in ("Publication", "Instrument")]
        products = [thing for thing in products if names.title not in (thing.label, *thing.names)]
        if not _free(match.start(), match.end(), firm):
            continue
        if (headed := _headed(names, block, match)) is not None:
            found.append(Mention(match.start(), match.end(), [headed], headed.type, False))
            continue
        if not names.title or _HEADS_ANYTHING.fullmatch(names.title):
            continue
        own = names.things.find(f"this {head}")
        if own is None:
            named = head in _ANY if products else False
            if named or any(
                head in name.lower() for thing in products for name in (thing.label, *thing.names)
            ):
                continue
            own = names.things.find(names.title)
            if own is None or own.type != "Publication":
                own = Thing("Publication", names.title, own=False)
            names.things.add(own, [f"this {head}"])
            own.call(_ASIDE.sub("", names.title))
            own.call(head)
        found.append(Mention(match.start(), match.end(), [own], own.type, False))
    return found


_HEADS_ANYTHING = re.compile(
    r"\W*(?:(?:key|main|executive|general|more|about|the|our|latest)\s)*(?:messages?|highlights"
    r"|findings|summary|abstract"
    r"|foreword|introduction|overview|background|contents|news|press release|publications?"
    r"|reports?|documents?"
    r"|information|home)\W*",
    re.IGNORECASE,
)
"""Headings that are no title of anything."""


def _headed(names: Names, block: Block, match: re.Match[str]) -> Thing | None:
    """What a section speaks of that begins with "This document": what its heading names."""
    title = block.heading.text.strip(" .") if block.heading is not None and block.heading.row is None else ""
    words = title.split()
    if (
        (match.start() > 0 and (match.group("head") or "document").lower() in _ANY)
        or not _FEWEST <= len(words) <= _MOST
        or title == names.title
        or words[0] == "By"
        or _GENERIC.match(title)
    ):
        return None
    thing = names.things.find(title)
    if thing is None:
        thing = Thing("Publication", title, own=False)
        thing.call((match.group("head") or match.group("again")).lower(), _ASIDE.sub("", title))
        names.things.add(thing)
    return thing if thing.type in ("Publication", "Instrument") else None


def _free(start: int, stop: int, mentions: list[Mention]) -> bool:
    return all(stop <= m.start or m.stop <= start for m in mentions)
