"""Titles in a list of publications: its lead-in or heading says what each item is."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention

__all__ = ["listed_titles"]

_LIST = cued(
    r"^(?:(?:our|the|its|key|main|recent|selected|other|latest|new|technical|joint|list of|some|available"
    r"|official)\s){0,3}"
    r"(?:publications|brochures|booklets|guidance documents|guides|handbooks|reports)"
    r"(?:\s(?:and|&)\s(?:guides|reports|brochures|documents|standards|guidance|newsletters|resources))?"
    r"(?:\s(?:published|issued|produced|released|available|include))?\s?:?$"
    r"|\b(?:published|issued|released|produced|brought out)(?:\s(?:the following|among others|several \w+"
    r"|these \w+))*:$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"(?P<title>[A-Z0-9][^\"]{3,160}?)[,.;]?\"")
_PLAIN = re.compile(
    r"(?P<title>[A-Z0-9][^\"();\n]{4,160}?)(?=\s?\(|,\s(?:19|20)\d\d\b|\s[\u2013\u2014-]\s|\.\s|;|\.?\s?$"
    r"|,\s(?:published|issued|by)\b)"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|we|you|please|click|download|see)\b", re.IGNORECASE
)
_MOST_WORDS = 22


def listed_titles(names: Names, block: Block) -> list[Mention]:
    """Mentions of titles that stand in a list of publications.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    """
    text = block.text
    if block.kind != "item" or not _is_list(block):
        return []
    match = _QUOTED.match(text) or _PLAIN.match(text)
    spans = [match.span() if text.startswith('"') else match.span("title")] if match else []
    found = []
    for start, stop in spans:
        title = text[start:stop].strip(' ".,;')
        kind = lexicon().head_type(title)
        if not 2 <= len(title.split()) <= _MOST_WORDS or _CLAUSE.search(title):
            continue
        if kind is not None and kind[0] in ("Event", "Person", "Programme", "Agreement"):
            continue
        thing = names.things.find(title)
        if thing is not None and thing.type not in ("Publication", "Instrument"):
            continue
        thing = names.things.named(title, "Publication")
        if ": " in title:
            names.things.add(thing, [title.split(": ")[0]])
        found.append(Mention(start, stop, [thing], thing.type))
    return found


def _is_list(block: Block) -> bool:
    """Whether the item's lead-in, or failing that the heading right above, speaks of publications."""
    above = block.lead if block.lead is not None else block.heading
    if above is None:
        return False
    start = above.sentences[-1][0] if above.sentences else 0
    return bool(_LIST.search(above.text[start:].strip()))
