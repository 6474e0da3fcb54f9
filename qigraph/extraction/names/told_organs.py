"""Organs that look like organisations: a council by which an institute is governed, "NAME, the governing body of …"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Thing

__all__ = ["introduce_organs"]

_WORD = r"[A-Z\u00c0-\u00de][\w&'\u2019-]*"
_NAME = rf"(?P<name>(?:{_WORD}\s(?:(?:of|for|on|and|the)\s){{0,2}}){{1,6}}?"
_HEAD = r"(?:Council|Board|Assembly|Conference|Commission|Committee|Bureau|Executive|Directorate|Secretariat|Senate))\b"
_ACRONYM = r"(?P<name>[A-Z][A-Za-z]{0,2}[A-Z][A-Z\d-]{1,9})\b"
_BRACKET = r"(?:\s\([A-Z][\w-]{1,9}\))?"
_RANK = (
    r"(?:governing|supreme|highest|executive|policy-making|decision-making|policy making|decision making|advisory"
    r"|supervisory|managing|management|consultative|administrative|top|statutory)"
)
_IS = r"(?:,|\sis|\swas|\sacts\sas|\sserves\sas)\s(?:the|its|an?|one\sof\sthe)\s"
_UNITS = (
    r"(?:(?:technical|standing|advisory|consultative|steering|sub-|sectoral|specialised|specialized|subsidiary|joint|"
    r"regional|scientific|working|metrology|accreditation|standards?|main)[\s-])*(?:committee|sub-?committee|working\sgroup"
    r"|task\sforce|panel|unit|department|division|directorate|section|branch|arm|wing|organ)"
)
_SHAPES = tuple(
    cued(shape)
    for shape in (
        rf"{_NAME}{_HEAD}{_BRACKET}{_IS}(?:\w+\s)?{_RANK}\s(?:and\s\w+[\w-]*\s)?(?:body|organ|authority|arm)\b",
        rf"{_NAME}{_HEAD}{_BRACKET}(?:,\s[^,;.]{{3,100}},)?\s(?:is|was)\s(?:the|its|an?|one\sof\sthe)\s{_UNITS}\s(?:of|within|under)\s",
        rf"\b(?:governed|overseen|administered|supervised|headed|steered|directed|controlled|guided|managed|run)\sby\s(?:the|an?|its)\s"
        rf"(?:[\w-]+-(?:member|strong|person)\s)?{_NAME}{_HEAD}",
        rf"\b{_RANK}\s(?:body|organ|authority)\sof\s(?:the\s)?[^,;.]{{3,80}}?\sis\s(?:the|its)\s{_NAME}{_HEAD}",
        rf"(?P<name>(?:{_WORD}\s){{1,5}}(?:Service|Centre|Center|Laboratory|Office|Bureau|Institute|Academy|School)){_BRACKET}{_IS}"
        rf"(?:[a-z-]+\s){{0,2}}(?:unit|department|division|directorate|section|branch|arm|wing|organ)\s(?:of|within|under)\s(?:the\s)?(?=[A-Z])",
        rf"(?<![\w/-]){_ACRONYM}{_IS}{_UNITS}\s(?:of|for|within|under)\s(?:the\s)?(?=[A-Z])",
    )
)


def introduce_organs(names: Names, text: str) -> None:
    """Let what a text says to be an organ of somebody be known as a body in the whole document.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of a block.
    """
    for name in _told(text):
        known = names.known.find(name)
        if any(m.start == 0 and m.stop == len(name) and m.thing.entity is not None for m in known):
            continue
        thing = names.things.find(name) or names.things.add(Thing("Body", name))
        if thing.entity is None and thing.type == "Organisation":
            thing.type = "Body"
        if thing.type == "Body" and len(known) < 2:
            names.known.introduce(name, thing)


def _told(text: str) -> Iterator[str]:
    for shape in _SHAPES:
        for match in shape.finditer(text):
            name = re.sub(r"^(?:The|A|An|Its|This)\s", "", match.group("name"))
            if " " in name or name.isupper():
                yield name
