"""Projects and programmes as they are named: "the Standards for Trade project", "Trade Assistance (TRA) Programme"."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.name_runs import matches_initials, trim
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.names.run_breaks import pieces
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Thing
from qigraph.schema import ACTORS

__all__ = ["introduce_programmes"]

_WORD = r"[A-Z\u00c0-\u00de0-9][\w/&+-]{0,40}(?:['\u2019]\w{1,20})?"
_HEADS = r"programme|program|project|initiative|campaign"
_KINDS = ("program", "project", "initiative", "campaign")
_NO_NAME_BEFORE = re.compile(
    r"\b(?:an?|another|each|every|any|no|several|many|most|some|other|such|similar|two|three|one)\s$|[\"'\u2019\u201d]\s$",
    re.IGNORECASE,
)
_FINANCED = re.compile(r"(?:[\w/&-]*-(?:funded|financed|led|supported|backed|sponsored|wide|based)\s)+")
_KINDS_OF_PROJECT = re.compile(
    r"(?:EU|European|IPA|Phare|PHARE|TAIEX|Twinning|Light|Joint|Research|Horizon|Europe|Erasmus\+?|Interreg"
    r"|INTERREG|Framework|Flagship|Pilot|Technical|Regional|National|International|Grant|\d+)"
)
"""Words that say under what heading a project is paid for, and not which it is."""


@cache
def _named() -> Cued:
    links = alternatives(lexicon().connectors)
    return cued(
        rf"(?<![\w/.@-])(?P<name>{_WORD}(?:\s(?:(?:{links})\s){{0,2}}{_WORD}){{0,11}})"
        rf"(?:\s\((?P<short>[A-Z][\w+&/-]{{1,15}})\)\s(?P<behind>(?i:{_HEADS}))"
        rf"|\s(?P<head>{_HEADS}))\b(?![-\w])"
        r"(?!\s(?:teams?|managers?|management|leaders?|partners?|staff|offices?|officers?|coordinators?|co-ordinators?"
        r"|period|documents?|areas?|cycles?|websites?|results|proposals?|budgets?|units?|experts?|activities|committees?)\b)",
    )


def introduce_programmes(names: Names, text: str) -> None:
    """Let the projects and programmes that a block names in part with small letters be known in the whole document.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of the block.
    """
    for name, short, surfaces in _programmes(names, text):
        known = names.known.introduced.get(name) or names.things.find(name)
        if known is not None and known.type != "Programme":
            continue
        thing = known or names.things.add(Thing("Programme", surfaces[0]))
        names.things.add(thing, [*surfaces, *short])
        for surface in [*surfaces, *short]:
            names.known.introduce(surface, thing)


def _programmes(names: Names, text: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each name without its noun, its acronyms, and the ways in which it is written with the noun."""
    if not holds(text.lower(), _KINDS):
        return
    for match in _named().finditer(text):
        start, stop = pieces(text, *match.span("name"))[-1]
        start = _begin(text, start, stop)
        name, short = text[start:stop], match.group("short")
        if stop != match.end("name") or not _tells_which(names, name):
            continue
        if _NO_NAME_BEFORE.search(text[max(0, start - 12) : start]):
            continue
        head = match.group("head") or match.group("behind")
        if short is None:
            yield name, [], [f"{name} {head}", *_bare(names, name)]
        elif matches_initials(short, name):
            surface = text[start : match.end()]
            forms = [f"{name} {head}", surface, f"{name} ({short})", name, f"{short} {head.lower()}"]
            yield name, [short], forms


def _begin(text: str, start: int, stop: int) -> int:
    """Where the name begins: behind "The", and behind who pays for it."""
    start, _ = trim(text, start, stop)
    paid = _FINANCED.match(text, start, stop)
    return paid.end() if paid else start


def _bare(names: Names, name: str) -> list[str]:
    """The name without its noun, where it is long enough to be known by itself."""
    return [name] if len(name.split()) > 2 and lexicon().head_type(name) is None else []


def _tells_which(names: Names, name: str) -> bool:
    """Whether capitalised words are a title rather than the names of those whose project it is."""
    kind = lexicon().head_type(name)
    if not name or name[0].islower() or (kind is not None and kind[0] in (*ACTORS, "Programme", "Agreement")):
        return False
    rest = name
    for mention in reversed(names.known.find(name)):
        if mention.type in ACTORS:
            rest = rest[: mention.start] + rest[mention.stop :]
    own = [
        word
        for word in re.findall(r"[\w+'\u2019&]+", rest)
        if word[0].isupper() and not _KINDS_OF_PROJECT.fullmatch(word)
    ]
    spelt_out = any(not word.isupper() for word in own)
    return len(own) > 1 and spelt_out and " ".join(own) not in lexicon().countries
