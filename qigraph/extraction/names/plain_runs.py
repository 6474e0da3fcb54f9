"""What a run of capitalised words without known names in it names, by its head noun."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import is_plain_agreement
from qigraph.extraction.names.event_names import is_plain_meeting
from qigraph.extraction.names.fields_of_work import with_fields_before
from qigraph.extraction.names.kinds import behind_kind, is_plural
from qigraph.extraction.names.name_bounds import (
    split_names,
    with_doing,
    with_list,
    with_purpose,
    without_place,
)
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.names.owned_things import owned_thing
from qigraph.extraction.names.proper_names import MEETINGS, is_proper_name
from qigraph.extraction.names.subject_organs import names_organ
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["ORDINAL", "REPORT_OF", "plain_run"]

ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\s$")
"""Which meeting it is, in front of its name."""
REPORT_OF = re.compile(
    r"(?:report|minutes|summary|record|proceedings|agenda|programme|outcomes?|work|progress|activities|resolutions|decisions)\s(?:of|on|for)\s(?:the\s)?(?=\d|\w)",
    re.IGNORECASE,
)
"""What stands before a name and is told of it: "Report of the"."""
_NTH = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{1,3}(?:st|nd|rd|th))\s"
)
_TAUGHT = re.compile(
    r"\b(?:training|course|workshop|seminar|webinar|session|lecture|presentation|talk)s?\son\s$",
    re.IGNORECASE,
)
"""What stands before what is taught, for all its capitals: "a training on Managing Standards Projects"."""
_NO_PART = re.compile(
    r"(?:[\w-]+-(?:related|based|led|funded|wide|specific|supported)|Regular|Various|Several)\s(?=[A-Z])"
)
"""What stands before a name, with a capital, and is no part of it."""
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Ee]very|[Ee]ach)\s$")
"""What stands before a kind, even with capitals: "an Inspection Agency of the Ministry"."""
_LONGEST_NAME = 300
_OF_OWNER = re.compile(r"\s(?:of|in|at)\s(?:the\s)?(?=[A-Z])")
_ORGANS = re.compile(r"(?:The\s)?(?:Council|Bureau|Presidium|Secretariat|Executive|Board|Assembly|Plenary)")
_STATE = re.compile(r"(?:Swiss Confederation|Russian Federation|Commonwealth of|Union of the Comoros)\b")


def plain_run(names: Names, block: Block, start: int, stop: int) -> list[Mention]:
    """A run without known names in it: a name, two names, or none when it has no head noun.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the run stands.
    start, stop : int
        Its bounds.

    Returns
    -------
    list of Mention
        The names in the run.
    """
    text = block.text
    if stop - start > _LONGEST_NAME:
        return []
    if report := REPORT_OF.match(text, start, stop):
        start = report.end()
    start = behind_kind(text, start, stop)
    stop = with_doing(text, start, with_list(text, start, stop))
    stop = without_place(text, start, with_purpose(text, start, stop))
    if adjective := _NO_PART.match(text, start, stop):
        start = adjective.end()
    pieces = split_names(text, start, stop)
    if len(pieces) > 1:
        return [m for a, b in pieces for m in plain_run(names, block, a, b)]
    start = with_fields_before(text, start, stop)
    name = text[start:stop]
    kind = lexicon().head_type(name)
    if (
        kind is not None
        and kind[1] in MEETINGS
        and (_NTH.match(name) or ORDINAL.search(text, max(0, start - 10), start))
    ):
        kind = ("Event", kind[1])
    if kind is not None and kind[0] == "Organisation" and names_organ(name):
        kind = ("Body", kind[1])
    if kind is None or not is_proper_name(name, *kind) or is_plain_meeting(name):
        return []
    if is_plain_agreement(name) and stop - start < len(text) - 2:
        return []
    if (
        kind[0] in ("Organisation", "Network")
        and _INDEFINITE.search(text, max(0, start - 8), start)
        and text[stop : stop + 2] != " ("
    ):
        return []
    if kind[0] in ("Programme", "Instrument") and _TAUGHT.search(text, max(0, start - 24), start):
        return []
    things = names.things
    if whose := _whose(name, kind[0]):
        holder = things.named(whose[1], "Organisation")
        if holder.type in ACTORS:
            organ = owned_thing(names, block, start, stop, name, "Body", [holder])
            organ.thing.call(*([whose[0]] if " " in whose[0] else []))
            return [organ]
    thing = things.find(name) or _named_in_full(things, name, kind[0]) or things.add(Thing(kind[0], name))
    thing.call(name)
    return [Mention(start, stop, [thing], thing.type)]


def _whose(name: str, type: str) -> tuple[str, str] | None:
    """The organ and its owner in "Technical Committee on Mass of the Gulf Metrology Council"."""
    for of in _OF_OWNER.finditer(name):
        head, owner = name[: of.start()], name[of.end() :]
        whose = lexicon().head_type(owner)
        organ = _ORGANS.fullmatch(head) or names_organ(head) or (type == "Body" and " " in head)
        if (
            organ
            and whose is not None
            and whose[0] in ("Organisation", "Network")
            and is_proper_name(owner, *whose)
            and not is_plural(whose[1])
            and lexicon().head_type(head) is not None
        ):
            return (head, owner) if not _STATE.match(owner) else None
    return None


def _named_in_full(things: Things, name: str, type: str) -> Thing | None:
    """ "The Joint Committee" is the Joint Committee on … that was named before."""
    for thing in reversed(things.all):
        if thing.entity is not None and thing.entity.type in ("Topic", "Goal"):
            continue
        same = thing.type == type or (thing.type in ACTORS and type in ACTORS)
        if same and any(
            full.startswith(f"{name} ") or full.endswith(f" {name}") for full in (thing.label, *thing.names)
        ):
            return thing
    return None
