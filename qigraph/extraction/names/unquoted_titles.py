"""Titles without quotes: "Guide to Good Scales", "Annual Report 2019", "a brochure entitled Fair Weights"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.continued_titles import continued_titles
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["unquoted_titles"]

_TITLE = re.compile(
    r"[A-Z][\w-]*(?:\s(?:(?:of|for|on|and|the|to|in|as|a|with|against)\s){0,3}[A-Z][\w-]*){0,14}"
)
_GUIDE_TO = re.compile(
    r"\b(?:(?!The\b|A\b|An\b|This\b)[A-Z][\w-]{1,30}\s){0,3}(?:Guide|Guidelines|Handbook|Introduction|Roadmap"
    r"|Companion)\sto\s(?:the\s)?(?=[A-Z])"
)
_GUIDES = ("Guide", "Handbook", "Introduction", "Roadmap", "Companion")
_DATED = ("Report", "Review", "Yearbook", "Roadmap", "Strateg", "Work", "Programme", "Business")
"""What such titles have in them."""
_CONCERNING = re.compile(
    r"\b(?P<head>Recommendation|Decision|Declaration|Directive|Regulation|Resolution|Convention"
    r"|Protocol|Code|Guidelines|Principles"
    r"|Guide|Guidance|Agreement|Arrangement)\s(?:concerning|regarding|relating\sto"
    r"|governing)\s(?:the\s)?(?=[A-Z])"
)
"""A kind of document and what it is about: "the Recommendation concerning Fair Weights"."""
_ON = ("concerning", "regarding", "relating to", "governing")
_REPORTS = ("annual report", "activity report", "annual review", "yearbook", "roadmap", "progress report")
_DATED_TITLE = re.compile(
    r"\b(?P<head>(?:Annual|Activity|Progress)\s(?:Report|Review)"
    r"|(?:[A-Z][a-z]+\s){1,4}Report(?=\s(?:19|20)\d\d)|Yearbook|Roadmap|Strategic\sPlan"
    r"|Strategy|Work\s(?:Plan|Programme)"
    r"|Programme\sof\s[Ww]ork|Business\sPlan)"
    r"\s(?:(?:for|of)\s)?(?:the\s(?:years?|period)\s)?(?P<year>(?:19"
    r"|20)\d\d(?:\s?[\u2013/-]\s?\d{2,4})?)(?![\w-])"
)
_ENTITLED = re.compile(
    r"\b(?P<head>publication|report|study|guide|brochure|booklet|leaflet|handbook|toolkit|paper"
    r"|document|manual|resolution|"
    r"recommendation|survey|guidance|guidelines|framework|roadmap|strategy|article|white paper"
    r"|fact sheet|compendium|policy)\b"
    r"[^.;:\"]{0,120}?,?\s(?:entitled|titled):?\s(?:the\s)?"
    r"(?P<title>[A-Z][^.\"()]{5,150}?)"
    r"(?=\.?\s?$|\.\s|,\s(?:which|was|has|in|on|by|published|prepared)\b|\s(?:was|is|were|has|have"
    r"|by|on\s\d|in\s\d)\b|\s\()"
)

_INSTRUMENTS = ("resolution", "recommendation", "guidelines", "framework", "strategy", "policy")


def unquoted_titles(names: Names, block: Block, known: list[Mention]) -> list[Mention]:
    """Mentions by titles that no quotes mark.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    known : list of Mention
        Known names in the block.
    """
    text = block.text
    return [
        *(_guides_to(names, text) if holds(text, _GUIDES) else ()),
        *(_concerning(names, text) if holds(text, _ON) else ()),
        *(_dated_titles(names, block, known) if holds(text, _DATED) else ()),
        *(_entitled(names, text) if "titled" in text else ()),
        *continued_titles(names, block, known),
    ]


def _entitled(names: Names, text: str) -> list[Mention]:
    """ "a new brochure, titled: Fair Weights for All"."""
    found = []
    for match in _ENTITLED.finditer(text):
        title = match.group("title").strip(" ,")
        kind = "Instrument" if match.group("head") in _INSTRUMENTS else "Publication"
        thing = names.things.named(title, kind)
        if thing.type in ("Publication", "Instrument"):
            names.things.add(thing, [re.split(r":\s|\s[\u2013-]\s", title)[0]])
            found.append(Mention(match.start(), match.end("title"), [thing], thing.type))
    return found


def _guides_to(names: Names, text: str) -> list[Mention]:
    """ "Practical Guide to Good Scales": a title that goes on behind "to"."""
    found = []
    for match in _GUIDE_TO.finditer(text):
        title = _TITLE.match(text, match.end())
        if title is not None and title.end() < len(text) + 1:
            name = text[match.start() : title.end()]
            kind = "Instrument" if "Guidelines" in match.group() else "Publication"
            thing = names.things.named(name, kind)
            found.append(Mention(match.start(), title.end(), [thing], thing.type))
    return found


def _concerning(names: Names, text: str) -> list[Mention]:
    """ "Recommendation concerning the Recognition of Test Results"."""
    found = []
    for match in _CONCERNING.finditer(text):
        title = _TITLE.match(text, match.end())
        if title is None:
            continue
        agreed = match.group("head") in ("Agreement", "Arrangement", "Convention", "Protocol")
        name = text[match.start() : title.end()]
        thing = names.things.named(name, "Agreement" if agreed else "Instrument")
        found.append(Mention(match.start(), title.end(), [thing], thing.type))
    return found


def _dated_titles(names: Names, block: Block, known: list[Mention]) -> list[Mention]:
    """ "Annual Report 2019", "Strategic Plan for 2021-2025": a kind that its year makes a name."""
    found = []
    for match in _DATED_TITLE.finditer(block.text):
        kind = "Publication" if match.group("head").lower() in _REPORTS else "Instrument"
        thing = names.things.find(match.group())
        if thing is None:
            thing = names.things.add(
                Thing(kind, match.group()), [f"{match.group('head')} {match.group('year')}"]
            )
            thing.call(match.group("head"))
        if thing.type != kind:
            continue
        start = match.start()
        for owner in known:
            if owner.type in ACTORS and block.text[owner.stop : start] in (" ", "'s "):
                start = owner.start
                thing.call(block.text[start : match.end()])
                names.own(block, start, match.end(), thing, [owner.thing])
        found.append(Mention(start, match.end(), [thing], kind))
    return found
