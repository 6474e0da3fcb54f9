"""Organisations whose name stands in quotes behind their legal form: RSE "Kazstandart", Joint Stock Company "Scale"."""

import re

from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Thing

__all__ = ["introduce_quoted"]

_FORM = (
    r"(?:RSE|PSE|JSC|OJSC|CJSC|PJSC|NCJSC|LLC|LLP|FSUE|FSBI|FGUP|FBU|FBI|SUE|RUE|UE|SE|NGO|PE|ANO|GmbH|Sdn\.? Bhd\.?"
    r"|(?:(?:[A-Z][a-z]+\s){0,4}(?:Enterprise|Company|Corporation|Institution|Institute|Cent(?:er|re)|Society|Partnership"
    r"|Agency|Association|Union|Laboratory|Foundation|Federation)(?:\s\([A-Z]{2,6}\))?))"
)
_QUOTED = re.compile(rf"(?<![\w-])(?P<form>{_FORM})\s?\"(?P<name>[A-Z\u00c0-\u00de][^\"]{{2,110}})\"")


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
    for match in _QUOTED.finditer(text):
        name = match.group("name").strip(" .,")
        whole = next((m.thing for m in names.known.find(name) if (m.start, m.stop) == (0, len(name))), None)
        thing = whole or names.things.find(name) or names.things.add(Thing("Organisation", name))
        if thing.type not in ("Organisation", "Body"):
            continue
        names.things.add(thing, [match.group(), name])
        names.known.introduce(match.group(), thing)
        names.known.introduce(name, thing)
