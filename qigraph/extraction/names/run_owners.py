"""Whose a run of capitalised words is that begins or ends with known names: "OECD Secretariat"."""

import re
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.event_names import is_plain_meeting
from qigraph.extraction.names.form_labels import form_label
from qigraph.extraction.names.kinds import is_plural
from qigraph.extraction.names.name_bounds import without_place
from qigraph.extraction.names.owned_names import OWNED, Names
from qigraph.extraction.names.owned_things import owned_thing
from qigraph.extraction.names.proper_names import MEETINGS, TWO_ORGANS, is_any_instrument
from qigraph.extraction.names.subject_organs import names_organ
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["owned_behind", "owned_by_last", "owned_in_front"]

_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d\b")
_JOINER = re.compile(r"'s\s|\s(?:and|&)\s(?:the\s)?|\s?[-\u2013/]\s?|,\s|\s")
_UNFINISHED = re.compile(r"\s(?:and|&|of)(?:\sthe)?(?:\s\d{1,3}(?:st|nd|rd|th))?\s*$")
"""What begins another name at the end of this one: "and the 3rd"."""
_AND = re.compile(r"\s(?:and|&)\s|,")
_ABOUT = re.compile(
    r"\s(?P<head>(?:[A-Z][\w-]*\s|ad hoc\s){0,4}(?:Sub-?\s?[Cc]ommittee|Committee|Commission|Working (?:Group|Party)"
    r"|Task (?:Group|Force)|Study Group|Group|Panel|Board|Team|Forum))\s(?:on|for)\s(?:the\s)?"
    r"(?:[A-Z][\w-]*\s(?:(?:and|of|for)\s(?:the\s)?)?){0,3}(?<!and\s)(?<!and\sthe\s)$"
)
"""A body whose name goes on with a known name: "Sub-Committee on the" before "OIML Certificate System"."""
_OF = re.compile(r"\s(?:of|at)\s(?:the\s)?$", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s(?:activities|work|standards|position|views?|members?|membership|decisions?|rules|policy|policies|guidelines"
    r"|plans?|projects?|programmes?|initiatives?|documents?|requirements|resolutions?|recommendations?)\b"
)
"""What makes a name only the first part of a noun: "told the Council of the OIML plans"."""
_ANY_BODY = ("Group", "Team", "Body", "Unit", "Section", "Division", "Department")
"""Heads that name no body without a word of their own."""


def owned_in_front(
    names: Names, block: Block, start: int, stop: int, inside: list[Mention]
) -> Mention | None:
    """ "OECD Secretariat", "the ILAC and IAF Joint Working Group": the owners stand in front.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the run stands.
    start, stop : int
        Its bounds.
    inside : list of Mention
        The known names in the run, in order.

    Returns
    -------
    Mention or None
        What is theirs, or None where they own nothing here.
    """
    text = block.text
    leading: list[Mention] = []
    at = start
    for mention in inside:
        if mention.start == at or _JOINER.fullmatch(text, at, mention.start):
            leading.append(mention)
            at = mention.stop
    if not leading or leading[0].start != start:
        return None
    behind = next((m for m in inside if m.start >= at), None)
    about = _ABOUT.match(text, at, behind.start) if behind is not None else None
    if behind is not None and about is None:
        return None
    gap = _JOINER.match(text, at, stop)
    rest = text[gap.end() : stop] if gap and not _AND.match(gap.group()) else ""
    head = about.group("head") if about else rest
    kind = lexicon().head_type(head) if rest and not form_label(rest) else None
    if kind is not None and kind[0] in ("Event", "Agreement", "Publication"):
        stop = without_place(text, stop - len(rest), stop)
        rest = text[gap.end() : stop] if gap else rest
    if kind is None or is_plain_meeting(rest) or (kind[0] == "Agreement" and is_plural(kind[1])):
        return None
    if kind[1] == "standards" and not any(map(str.isdigit, rest)):
        return None
    if not rest[0].isupper() or (is_plural(kind[1]) and kind[0] in ACTORS):
        return None
    type = "Body" if kind[0] in ("Organisation", "Network") and kind[1] in lexicon().organs else kind[0]
    if kind[1] in MEETINGS and _YEAR_BEHIND.match(text, stop):
        type = "Event"
    tight = all(text[a.stop : b.start] in ("-", "\u2013", "/") for a, b in pairwise(leading))
    if type == "Body" and len(leading) > 1 and not tight and not rest.startswith(("Joint", "Common")):
        return None
    if type == "Programme" and is_plural(rest.lower()):
        return None
    if (type == "Body" and (is_plural(kind[1]) or rest in _ANY_BODY)) or (
        type == "Instrument" and is_any_instrument(rest, kind[1])
    ):
        return None
    if " " not in rest and len(leading) == 1 and _is_such(leading[0].thing, kind[1]):
        return None
    if type in OWNED and all(m.thing.type in {*ACTORS, "Agreement", "System"} for m in leading):
        owners = [m.thing for m in leading]
        if type == "Body" and owners[0].type == "Agreement":
            whose = names.actor(text[start : leading[0].stop].split(" ")[0])
            owners = [whose] if whose else owners
        return owned_thing(names, block, start, stop, rest, type, owners)
    return None


def _is_such(thing: Thing, head: str) -> bool:
    """Whether what goes by an acronym is itself of the kind behind it: "DEVCO Committee"."""
    kind = lexicon().head_type(thing.label)
    return thing.type == "Body" and kind is not None and kind[1] == head.lower()


def owned_by_last(names: Names, block: Block, start: int, stop: int, inside: list[Mention]) -> Mention | None:
    """In "OECD and European Union Intellectual Property Office" the office is the last one's.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the run stands.
    start, stop : int
        Bounds of the words behind the last name.
    inside : list of Mention
        The known names in the run, in order.

    Returns
    -------
    Mention or None
        What is theirs, or None where they own nothing here.
    """
    owner = next((m for m in inside if m.stop == start and m.type in ACTORS), None)
    rest = _UNFINISHED.sub("", block.text[start:stop])
    stop, rest = start + len(rest.rstrip()), rest.strip()
    kind = lexicon().head_type(rest) if owner and block.text.startswith(" ", start) and rest else None
    if owner is None or kind is None or len(inside) < 2 or not rest[0].isupper() or kind[0] not in ACTORS:
        return None
    return owned_thing(names, block, owner.start, stop, rest, "Body", [owner.thing])


def owned_behind(names: Names, block: Block, start: int, stop: int, inside: list[Mention]) -> Mention | None:
    """ "General Assembly of the OIML": the owner stands behind.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the run stands.
    start, stop : int
        Its bounds.
    inside : list of Mention
        The known names in the run, in order.

    Returns
    -------
    Mention or None
        What is theirs, or None where they own nothing here.
    """
    last = inside[-1]
    if len(inside) > 1 or last.stop != stop or last.start <= start or _COMPOUND.match(block.text, stop):
        return None
    of = _OF.search(block.text[start : last.start])
    head = block.text[start : start + of.start()] if of else ""
    kind = lexicon().head_type(head) if " " in head or head.lower() in lexicon().organs else None
    if kind and (
        " " not in head
        or names_organ(head)
        or head.endswith((" Laboratory", " Office", " Section", " Branch"))
    ):
        kind = ("Body", kind[1])
    if kind and kind[0] in ACTORS and is_plural(kind[1]):
        return None
    if kind and kind[0] == "Body" and is_plural(kind[1]):
        return None
    if kind and kind[1] == "standards" and not any(map(str.isdigit, head)):
        return None
    if kind and kind[0] in ACTORS and TWO_ORGANS.fullmatch(head):
        return None
    if kind and kind[0] in OWNED and head[0].isupper() and not is_plain_meeting(head):
        found = owned_thing(names, block, start, stop, block.text[start:stop], kind[0], [last.thing])
        found.thing.call(*([head] if kind[0] == "Body" and " " in head else []))
        return found
    return None
