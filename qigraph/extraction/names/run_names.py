"""Names that nobody registered: what a run of capitalised words names, and whose it is by the known names in it."""

import re
from itertools import pairwise

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import is_plain_agreement
from qigraph.extraction.names.event_names import is_plain_meeting, without_meeting
from qigraph.extraction.names.event_names import ordinal as ordinal_of
from qigraph.extraction.names.fields_of_work import with_fields_before
from qigraph.extraction.names.form_labels import form_label
from qigraph.extraction.names.headlines import without_verbs
from qigraph.extraction.names.kinds import behind_kind, is_plural, names_a_kind
from qigraph.extraction.names.name_bounds import (
    segments,
    split_names,
    strip_name,
    with_doing,
    with_list,
    with_purpose,
    without_place,
)
from qigraph.extraction.names.name_runs import name_runs
from qigraph.extraction.names.organ_names import owned_by_possessive, variants
from qigraph.extraction.names.owned_names import OWNED, Names
from qigraph.extraction.names.run_ends import before_meeting, behind_country, goes_on_small
from qigraph.extraction.names.subject_organs import names_organ
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.names import normal
from qigraph.schema import ACTORS

__all__ = ["run_names"]

_ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\s$")
_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d\b")
_REPORT_OF = re.compile(
    r"(?:report|minutes|summary|record|proceedings|agenda|programme|outcomes?|work|progress|activities)\s(?:of|on|for)\s(?:the\s)?(?=\d|\w)",
    re.IGNORECASE,
)
_JOINER = re.compile(r"'s\s|\s(?:and|&)\s(?:the\s)?|\s?[-\u2013/]\s?|,\s|\s")
_HYPHENED = re.compile(r"-[a-z]+\s")
"""What a hyphen joins to a known name: "UNIDO-led"."""
_UNFINISHED = re.compile(r"\s(?:and|&|of)(?:\sthe)?(?:\s\d{1,3}(?:st|nd|rd|th))?\s*$")
"""What begins another name at the end of this one: "and the 3rd"."""
_AND = re.compile(r"\s(?:and|&)\s|,")
_OF = re.compile(r"\s(?:of|at)\s(?:the\s)?$", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s(?:activities|work|standards|position|views?|members?|membership|decisions?|rules|policy|policies|guidelines"
    r"|plans?|projects?|programmes?|initiatives?|documents?|requirements|resolutions?|recommendations?)\b"
)
"""What makes a name only the first part of a noun: "told the Council of the OIML plans"."""
_RANKS = ("Chief", "Senior", "Principal", "Deputy", "Assistant", "Acting")
_DOINGS = (
    "Strengthening", "Promoting", "Enhancing", "Improving", "Building", "Developing", "Supporting", "Ensuring",
    "Advancing", "Fostering", "Achieving", "Creating", "Establishing", "Harmonizing", "Harmonising", "Facilitating",
)  # fmt: skip
"""What a title begins with, and no organisation's name."""
_ASPECTS = (
    "Membership", "Objectives", "Mission", "Members", "Structure", "History", "Role", "Work", "Activities", "Overview",
    "Aims", "Mandate", "Functions", "Governance", "Establishment", "Creation", "Website", "Details", "Functioning",
    "Recognition", "Support", "Participation", "Meetings", "Meeting", "Chair", "Description", "Name", "Type",
)  # fmt: skip
"""What is told of somebody: "Membership of the Forum" is no other name of the Forum."""
_NTH = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{1,3}(?:st|nd|rd|th))\s"
)
_MEETINGS = ("forum", "congress", "summit", "days")
"""Heads that name a meeting where it is said to be the first, the second …"""
_TAUGHT = re.compile(
    r"\b(?:training|course|workshop|seminar|webinar|session|lecture|presentation|talk)s?\son\s$",
    re.IGNORECASE,
)
"""What stands before what is taught, for all its capitals: "a training on Managing Standards Projects"."""
_TWO_ORGANS = re.compile(
    r"(?:Secretariat|Presidency|Chair|Chairmanship|Board|Council|Committee|Bureau)\s(?:and|&)\s(?:the\s)?"
    r"(?:Secretariat|Presidency|Chair|Chairmanship|Board|Council|Committee|Bureau)"
)
_NO_PART = re.compile(
    r"(?:[\w-]+-(?:related|based|led|funded|wide|specific|supported)|Regular|Various|Several)\s(?=[A-Z])"
)
"""What stands before a name, with a capital, and is no part of it."""
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Ee]very|[Ee]ach)\s$")
"""What stands before a kind, even with capitals: "an Inspection Agency of the Ministry"."""
_ANY_BODY = ("Group", "Team", "Body", "Unit", "Section", "Division", "Department")
"""Heads that name no body without a word of their own."""
_TITLE_BEHIND = re.compile(
    r"(?:(?:New|Draft|Guide|Recommendation)\s(?:and\s)?)*(?:Guide|Recommendation)\s(?=[A-Z][a-z])(?!No\b)"
)
"""A kind of document with the first word of its title, that goes on in small letters: "Guide Guidelines for …"."""
_LONGEST_NAME = 300
_MOST_WORDS = 22
_LONGEST_SHOUT = 12


def run_names(names: Names, block: Block, known: list[Mention], firm: list[Mention]) -> list[Mention]:
    """Mentions by runs of capitalised words with a head noun.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    known : list of Mention
        Known names in the block: a run is owned by those in it, or cut at them.
    firm : list of Mention
        All that is settled in the block: a run ends where persons, titles and numbers begin.
    """
    text = block.text
    found: list[Mention] = []
    pieces = (piece for run in name_runs(text) for piece in without_verbs(text, *run))
    for run_start, run_stop in pieces:
        for start, stop in _uncovered(text, run_start, run_stop, known, firm):
            report = _REPORT_OF.match(text, start, stop)
            if goes_on_small(text, start, stop):
                continue
            start = without_meeting(text, report.end() if report else start, stop)
            start = behind_country(text, start, stop)
            stop = before_meeting(text, start, stop)
            inside = [m for m in known if m.start < stop and start < m.stop]
            ordinal = _ORDINAL.search(text, max(0, start - 10), start)
            kind = lexicon().head_type(text[start:stop]) if ordinal else None
            if ordinal and kind and kind[0] == "Event":
                start = ordinal.start()
            if not inside:
                found += _plain(names, block, start, stop)
                continue
            if inside[-1].stop < stop:
                stop = with_list(text, start, stop)
            for left, right in segments(text, start, stop, [(m.start, m.stop) for m in inside]):
                within = [m for m in inside if m.start < right and left < m.stop]
                found += (
                    _with_known(names, block, left, right, within)
                    if within
                    else _plain(names, block, left, right)
                )
    owned_by_possessive(names, block, found, known)
    return found


def _uncovered(
    text: str, start: int, stop: int, known: list[Mention], firm: list[Mention]
) -> list[tuple[int, int]]:
    """The run without the persons, titles and numbers that it runs over."""
    covered = [m for m in firm if m.start < stop and start < m.stop and m not in known]
    if not covered:
        return [(start, stop)]
    begins = [start, *(m.stop for m in covered)]
    ends = [*(m.start for m in covered), stop]
    pieces = [strip_name(text, a, b) for a, b in zip(begins, ends, strict=True) if b - a > 3]
    return [(a, b) for a, b in pieces if b - a > 3]


def _with_known(names: Names, block: Block, start: int, stop: int, inside: list[Mention]) -> list[Mention]:
    """A run with known names in it: owned by those it begins or ends with, or cut at them."""
    text = block.text
    if report := _REPORT_OF.match(text, start, stop):
        start = report.end()
    if text.startswith("Joint ", start) and inside[0].start == start + len("Joint "):
        start = inside[0].start
    owned = _owned_in_front(names, block, start, stop, inside) or _owned_behind(
        names, block, start, stop, inside
    )
    if owned:
        return [owned]
    whole = lexicon().head_type(text[start:stop])
    within = len(inside) == 1 and start < inside[0].start and inside[0].stop < stop
    gathered = within and text[start:stop].endswith(("Assembly", "Meeting", "Plenary", "Session"))
    if gathered and is_plain_meeting(f"{text[start : inside[0].start]}{text[inside[0].stop + 1 : stop]}"):
        return []
    numbered = within and any(map(ordinal_of, text[start : inside[0].start].split()))
    if numbered and is_plain_meeting(text[inside[0].stop + 1 : stop]):
        return []
    if within and whole and whole[0] == "Event":
        return _plain(names, block, start, stop)
    found: list[Mention] = []
    begins = [start, *(m.stop for m in inside)]
    ends = [*(m.start for m in inside), stop]
    for begin, end in zip(begins, ends, strict=True):
        joined = _owned_by_last(names, block, begin, end, inside)
        if joined:
            found.append(joined)
            continue
        begin += 3 if text.startswith("'s ", begin) else 0
        joined_word = _HYPHENED.match(text, begin, max(begin, end))
        begin = joined_word.end() if joined_word else begin
        left, right = strip_name(text, begin, max(begin, end))
        if right - left > 3:
            found += _plain(names, block, left, right)
    return found


def _owned_in_front(
    names: Names, block: Block, start: int, stop: int, inside: list[Mention]
) -> Mention | None:
    """ "OECD Secretariat", "the ILAC and IAF Joint Working Group": the owners stand in front."""
    text = block.text
    leading: list[Mention] = []
    at = start
    for mention in inside:
        if mention.start == at or _JOINER.fullmatch(text, at, mention.start):
            leading.append(mention)
            at = mention.stop
    if not leading or leading[0].start != start or at != inside[-1].stop:
        return None
    gap = _JOINER.match(text, at, stop)
    rest = text[gap.end() : stop] if gap and not _AND.match(gap.group()) else ""
    kind = lexicon().head_type(rest) if rest and not form_label(rest) else None
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
    if kind[1] in _MEETINGS and _YEAR_BEHIND.match(text, stop):
        type = "Event"
    tight = all(text[a.stop : b.start] in ("-", "\u2013", "/") for a, b in pairwise(leading))
    if type == "Body" and len(leading) > 1 and not tight and not rest.startswith(("Joint", "Common")):
        return None
    if type == "Programme" and is_plural(rest.lower()):
        return None
    if (type == "Body" and (is_plural(kind[1]) or rest in _ANY_BODY)) or (
        type == "Instrument" and _any_instrument(rest, kind[1])
    ):
        return None
    if " " not in rest and len(leading) == 1 and _is_such(leading[0].thing, kind[1]):
        return None
    if type in OWNED and all(m.thing.type in {*ACTORS, "Agreement", "System"} for m in leading):
        owners = [m.thing for m in leading]
        if type == "Body" and owners[0].type == "Agreement":
            whose = names.actor(text[start : leading[0].stop].split(" ")[0])
            owners = [whose] if whose else owners
        return _owned(names, block, start, stop, rest, type, owners)
    return None


def _any_instrument(rest: str, head: str) -> bool:
    """Whether words say no more than what sort of instrument it is: "International Standard"."""
    words = [word.lower() for word in rest.split()]
    return words[-1] == head and all(
        word in lexicon().kind_words or word in lexicon().heads for word in words
    )


def _is_such(thing: Thing, head: str) -> bool:
    """Whether what goes by an acronym is itself of the kind behind it: "DEVCO Committee"."""
    kind = lexicon().head_type(thing.label)
    return thing.type == "Body" and kind is not None and kind[1] == head.lower()


def _owned_by_last(
    names: Names, block: Block, start: int, stop: int, inside: list[Mention]
) -> Mention | None:
    """In "OECD and European Union Intellectual Property Office" the office is the last one's."""
    owner = next((m for m in inside if m.stop == start and m.type in ACTORS), None)
    rest = _UNFINISHED.sub("", block.text[start:stop])
    stop, rest = start + len(rest.rstrip()), rest.strip()
    kind = lexicon().head_type(rest) if owner and block.text.startswith(" ", start) and rest else None
    if owner is None or kind is None or len(inside) < 2 or not rest[0].isupper() or kind[0] not in ACTORS:
        return None
    return _owned(names, block, owner.start, stop, rest, "Body", [owner.thing])


def _owned_behind(names: Names, block: Block, start: int, stop: int, inside: list[Mention]) -> Mention | None:
    """ "General Assembly of the OIML": the owner stands behind."""
    last = inside[-1]
    if len(inside) > 1 or last.stop != stop or last.start <= start or _COMPOUND.match(block.text, stop):
        return None
    of = _OF.search(block.text[start : last.start])
    head = block.text[start : start + of.start()] if of else ""
    kind = lexicon().head_type(head) if " " in head or head.lower() in lexicon().organs else None
    if kind and (" " not in head or names_organ(head)):
        kind = ("Body", kind[1])
    if kind and kind[0] in ACTORS and is_plural(kind[1]):
        return None
    if kind and kind[0] == "Body" and is_plural(kind[1]):
        return None
    if kind and kind[1] == "standards" and not any(map(str.isdigit, head)):
        return None
    if kind and kind[0] in ACTORS and _TWO_ORGANS.fullmatch(head):
        return None
    if kind and kind[0] in OWNED and head[0].isupper() and not is_plain_meeting(head):
        found = _owned(names, block, start, stop, block.text[start:stop], kind[0], [last.thing])
        found.thing.call(*([head] if kind[0] == "Body" and " " in head else []))
        return found
    return None


def _owned(
    names: Names, block: Block, start: int, stop: int, rest: str, type: str, owners: list[Thing]
) -> Mention:
    things, name = names.things, block.text[start:stop]
    actors = [owner for owner in owners if owner.type in ACTORS]
    head = rest.split(" of ")[0] if rest == name else rest
    further = [rest] if len(rest.split()) > 1 and not is_plain_agreement(rest) else []
    further_names = variants(head, actors[0]) if len(actors) == 1 and type == "Body" else []
    known = (things.find(each) for each in [name, *further_names])
    thing = next((one for one in known if one is not None), None)
    bare = things.find(rest) if further else None
    shared = bare is not None and bare is not thing and _of_others(bare, actors)
    if shared:
        further = []
    elif thing is None:
        thing = bare
    thing = thing or _same_agreement(things, rest, type, actors)
    if thing is None:
        thing = things.add(Thing(type, name), [*further, *further_names])
    thing.call(name, *([] if shared else [rest]))
    if thing.type == "Agreement":
        thing.parties = thing.parties or actors
    names.own(block, start, stop, thing, actors)
    return Mention(start, stop, [thing], thing.type)


def _of_others(thing: Thing, actors: list[Thing]) -> bool:
    """Whether a body of that name is known for that of somebody else: each has a technical committee of its own."""
    owners = [owner for owner in thing.owners if owner.type in ACTORS]
    return thing.type == "Body" and bool(actors) and bool(owners) and not any(a in owners for a in actors)


def _same_agreement(things: Things, rest: str, type: str, actors: list[Thing]) -> Thing | None:
    """ "ILAC-BIPM MoU" is the "BIPM-ILAC MoU" that was named before."""
    if type != "Agreement" or len(actors) < 2:
        return None
    parties = {id(actor) for actor in actors}
    return next(
        (
            one
            for one in things.all
            if one.type == type
            and {id(party) for party in one.parties} == parties
            and any(name.endswith(rest) for name in (one.label, *one.names))
        ),
        None,
    )


def _plain(names: Names, block: Block, start: int, stop: int) -> list[Mention]:
    """A run without known names in it: a name, two names, or none when it has no head noun."""
    text = block.text
    if stop - start > _LONGEST_NAME:
        return []
    if report := _REPORT_OF.match(text, start, stop):
        start = report.end()
    start = behind_kind(text, start, stop)
    stop = with_doing(text, start, with_list(text, start, stop))
    stop = without_place(text, start, with_purpose(text, start, stop))
    if adjective := _NO_PART.match(text, start, stop):
        start = adjective.end()
    pieces = split_names(text, start, stop)
    if len(pieces) > 1:
        return [m for a, b in pieces for m in _plain(names, block, a, b)]
    start = with_fields_before(text, start, stop)
    name = text[start:stop]
    kind = lexicon().head_type(name)
    if (
        kind is not None
        and kind[1] in _MEETINGS
        and (_NTH.match(name) or _ORDINAL.search(text, max(0, start - 10), start))
    ):
        kind = ("Event", kind[1])
    if kind is not None and kind[0] == "Organisation" and names_organ(name):
        kind = ("Body", kind[1])
    if kind is None or not _is_name(name, *kind) or is_plain_meeting(name):
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
            organ = _owned(names, block, start, stop, name, "Body", [holder])
            organ.thing.call(*([whose[0]] if " " in whose[0] else []))
            return [organ]
    thing = things.find(name) or _named_in_full(things, name, kind[0]) or things.add(Thing(kind[0], name))
    thing.call(name)
    return [Mention(start, stop, [thing], thing.type)]


_OF_OWNER = re.compile(r"\s(?:of|in|at)\s(?:the\s)?(?=[A-Z])")
_ORGANS = re.compile(r"(?:The\s)?(?:Council|Bureau|Presidium|Secretariat|Executive|Board|Assembly|Plenary)")


_STATE = re.compile(r"(?:Swiss Confederation|Russian Federation|Commonwealth of|Union of the Comoros)\b")


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
            and _is_name(owner, *whose)
            and not is_plural(whose[1])
            and lexicon().head_type(head) is not None
        ):
            return (head, owner) if not _STATE.match(owner) else None
    return None


_ITEM = re.compile(r"\bof\s(?:the\s)?(?:Meeting|Session|Assembly|Workshop|Conference)$")
"""The end of an item of an agenda: "Opening of the Meeting"."""


def _is_name(name: str, type: str, head: str) -> bool:
    """Whether capitalised words are a name of their own rather than a common noun or a shouted line."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or (name.isupper() and len(name) > _LONGEST_SHOUT):
        return False
    if normal(name) == normal(head) or name.lower() in lexicon().heads or words[0] in _RANKS:
        return False
    if type == "Instrument" and head == "standards" and not any(map(str.isdigit, name)):
        return False
    if type == "Programme" and len(words) == 2 and lexicon().heads.get(words[0].lower()) in ACTORS:
        return False
    if type in ("Instrument", "Programme") and is_plural(head) and _any_instrument(name, head):
        return False
    if type == "Event" and _ITEM.search(name):
        return False
    if names_a_kind(name, type, head) or (type == "Instrument" and _TITLE_BEHIND.match(name)):
        return False
    if _TWO_ORGANS.fullmatch(name):
        return False
    if type == "Body" and " and " in name and all(w.lower() in (*lexicon().heads, "and") for w in words):
        return False
    if (type in {*ACTORS, "Agreement"} and is_plural(head)) or (type in ACTORS and words[0] in _DOINGS):
        return False
    if type in ACTORS and words[0] in _ASPECTS and words[1] == "of":
        return False
    return type != "Publication" or len(words) > 2 or words[0][0].isupper()


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
