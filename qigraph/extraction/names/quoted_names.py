"""Organisations whose name stands in quotes behind their legal form: RSE "Kazstandart", Joint Stock Company "Scale"."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.kinds import is_plural
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Thing
from qigraph.schema import ACTORS

__all__ = ["introduce_companies", "introduce_quoted"]

_FORM = (
    r"(?:RSE|PSE|JSC|OJSC|CJSC|PJSC|NCJSC|LLC|LLP|FSUE|FSBI|FGUP|FBU|FBI|SUE|RUE|UE|SE|NGO|PE|ANO|GmbH|Sdn\.? Bhd\.?"
    r"|(?:(?:[A-Z][a-z]+\s){0,4}(?:Enterprise|Company|Corporation|Institution|Institute|Cent(?:er|re)|Society|Partnership"
    r"|Agency|Association|Union|Laboratory|Foundation|Federation)(?:\s\([A-Z]{2,6}\))?))"
)
_QUOTED = re.compile(rf"(?<![\w-])(?P<form>{_FORM})\s?\"(?P<name>[A-Z\u00c0-\u00de][^\"]{{2,110}})\"")
_ALONE = re.compile(
    r"\b(?:the|by|enterprise|company|association|institution|organi[sz]ation|agency|laboratory|institute|union|named)\s"
    r"(?P<quoted>\"(?P<name>[A-Z\u00c0-\u00de][^\":;,.?!()]{8,110})\")(?!\w|\s[a-z]+ing\b)"
)
_COMPANY = re.compile(
    r"(?<![\w-])(?!(?:The|And|By|For|From|With|In|At)\s)(?P<name>[A-Z\u00c0-\u00de][\w&'-]+(?:\s(?:of\s|&\s)?[A-Z][\w&'-]+){0,5})\s"
    r"(?:\((?:Pty|Pvt|Private)\)\sL(?:td|imited)|Pvt\.?\sLtd|Limited\b|S\.A\.|S\.p\.A\.|B\.V\.|N\.V\.)"
)
"""A company by what stands behind its name: "Lake Cement (Pty) Ltd"."""


def introduce_companies(names: Names, text: str) -> None:
    """Let the names of companies be known in the whole document, with what they are and without.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of a block.
    """
    for match in _COMPANY.finditer(text):
        known = names.known.find(match.group("name"))
        if known and known[0].stop - known[0].start == len(match.group("name")):
            continue
        thing = names.things.find(match.group()) or names.things.add(Thing("Organisation", match.group()))
        if thing.type == "Organisation":
            names.things.add(thing, [match.group("name")] if " " in match.group("name") else [])
            names.known.introduce(match.group(), thing)


def introduce_quoted(names: Names, text: str) -> None:
    """Let the names in quotes be known in the whole document, with their legal form and without.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of a block.
    """
    if '"' not in text:
        return
    for match in _ALONE.finditer(text):
        name = match.group("name")
        kind = lexicon().head_type(name)
        if kind is None or kind[0] not in ACTORS or is_plural(kind[1]) or len(name.split()) < 3:
            continue
        whole = next((m.thing for m in names.known.find(name) if (m.start, m.stop) == (0, len(name))), None)
        thing = whole or names.things.find(name) or names.things.add(Thing(kind[0], name))
        if thing.type in ACTORS:
            names.known.introduce(match.group("quoted"), thing)
    for match in _QUOTED.finditer(text):
        name = match.group("name").strip(" .,")
        whole = next((m.thing for m in names.known.find(name) if (m.start, m.stop) == (0, len(name))), None)
        thing = whole or names.things.find(name) or names.things.add(Thing("Organisation", name))
        if thing.type not in ("Organisation", "Body"):
            continue
        names.things.add(thing, [match.group(), name])
        names.known.introduce(match.group(), thing)
        names.known.introduce(name, thing)
