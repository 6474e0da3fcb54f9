"""Projects known by what is said of them: "QualTrade II, financed by X", "SmartScale was piloted by Z"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Thing

__all__ = ["introduce_undertakings"]

_WORD = r"[A-Z\u00c0-\u00de][\w+&\u2019'-]{1,40}"
_NAME = (
    rf"(?:[a-z]{{1,2}}[A-Z][\w+-]{{2,40}}|(?!(?:The|This|That|These|It|Its|Our|A|An|In|All|Both|Each)\b){_WORD}"
    rf"(?:\s(?:(?:of|for|on|the|in|to)\s){{0,2}}(?:{_WORD}|[IVX]{{1,4}}|\d{{1,4}}(?!\d))){{0,6}})"
)
_DONE = r"(?:implemented|executed|rolled\sout|piloted|co-(?:funded|financed|implemented)|spearheaded)"
_PAID = r"(?:funded|financed|sponsored|operated)"
_ADVERBS = r"(?:(?:being|jointly|partly|largely|mainly|initially|also|fully|\w+ly)\s){0,2}"
_SAID = cued(
    rf"(?<![\w./&-])(?P<name>{_NAME})(?:\s\([^()]{{1,60}}\))?"
    rf"(?:\s(?:is|was|has\sbeen|had\sbeen)\s{_ADVERBS}|,\s(?:which\s(?:is|was)\s)?{_ADVERBS})"
    rf"(?:(?P<done>{_DONE})|{_PAID})\s(?:by|with)\b"
)
_NEW_PHASE = re.compile(
    rf"\b(?:first|second|third|pilot|initial|next|final|new)\s(?:phase|stage|cycle),\s(?P<name>{_NAME})(?=\s\(|,|\.)"
)
_PHASE = cued(
    rf"\b(?:[Pp]hase\s(?:[IVX]{{1,3}}|\d|one|two|three)|(?:first|second|third|final|current)\s(?:phase|cycle))\sof\s(?:the\s)?"
    rf"(?P<name>{_NAME})(?![\w-])"
)


def introduce_undertakings(names: Names, text: str) -> None:
    """Let what is said to be executed or financed, and bears no other kind in its name, be a programme.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of the block.
    """
    for name in _named(text):
        if not _is_new(names, name):
            continue
        thing = names.things.find(name) or names.things.add(Thing("Programme", name))
        if thing.type == "Programme":
            names.known.introduce(name, thing)


def _named(text: str) -> Iterator[str]:
    for match in _SAID.finditer(text):
        name = match.group("name")
        if _looks_own(name) or (match.group("done") and name.isupper() and len(name) > 3) or " " in name:
            yield name
    for match in [*_PHASE.finditer(text), *_NEW_PHASE.finditer(text)]:
        name = match.group("name")
        if _looks_own(name) or name.isupper():
            yield name


def _looks_own(name: str) -> bool:
    """Whether it is written like no word and no plain acronym."""
    first = name.split()[0]
    mixed = not first.isupper() and any(c.isupper() or c.isdigit() for c in first[1:].replace("-", ""))
    return mixed or bool(re.search(r"\s(?:[IVX]{1,4}|\d)$", name))


def _is_new(names: Names, name: str) -> bool:
    words = name.split()
    if lexicon().head_type(name) is not None or name in lexicon().countries:
        return False
    if words[0] in lexicon().given or words[0] in lexicon().sentence_words:
        return False
    if names.known.introduced.get(name) is not None:
        return False
    return not any(m.start == 0 or m.stop == len(name) for m in names.known.find(name))
