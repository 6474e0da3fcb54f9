"""Who fills the slots of a matched pattern: co-ordinated names, the subject of a second verb, a person in apposition."""

import re

from qigraph.extraction.frames import Frame
from qigraph.extraction.skeleton import MARK, Skeleton
from qigraph.extraction.things import ACTORS, Mention, Thing

__all__ = ["belongs_to_another", "fill"]

_FOREIGN_HEAD = re.compile(
    r"\b(?:members?|chair|chairs|chairman|chairperson|president|secretariat|secretary|head|director|role|work|website"
    r"|name|history|mission|objectives?|aims?|statutes?|constitution|rules|representatives?|budget|laborator(?:y|ies)"
    r"|customers|offices?|headquarters|mandate|guidance|auspices|help|support|recommendations?|procedures?|principles?"
    r"|requirements?|side|outside|case|part|parties|contribution|successor|predecessor|countries|economies|example"
    r"|context|number|majority|status|request|invitation|premises|umbrella)\s"
    r"(?:of|to|in|from|within|for|at)\s\ue0e0*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:which|that|whose|who)\b")
_IN_APPOSITION = re.compile(MARK["Person"] + r",\s[^;:]{0,80}?\b(?:of|at|for|from|in)\s\ue0e0*$")
_SECOND_VERB = re.compile(r"(?:\band|\bbut|\bthen|,)\s(?:also\s|then\s|has\s|have\s|had\s)*$")
_AFTER_PREPOSITION = re.compile(r"\b(?:of|in|by|with|from|for|to|at|on|under|within)\s\ue0e0*$")
_COORDINATION = re.compile(r"(?:\s?\([^()]*\))?(?:,\s|,?\sand\s)\ue0e0*")
_HEADS = ACTORS | {"Person", "Event", "Agreement", "Programme"}


def fill(
    frame_of: Skeleton, frame: Frame, match: re.Match[str], subject: Thing | None
) -> dict[str, list[Thing]]:
    """What fills each slot of a matched pattern.

    Parameters
    ----------
    frame_of : Skeleton
        Of the sentence.
    frame : Frame
        Whose pattern matched.
    match : re.Match
        On the skeleton's text.
    subject : Thing or None
        What the document is about: it fills ``self``, unless the sentence speaks of "its …".
    """
    first = first_slot(match)
    filled = {
        name: _coordinated(frame_of, match, name, types, nearest_last=name == first)
        for name, types in frame.slots.items()
        if name != "date"
    }
    if first and match.groupdict().get("aux") is not None:
        if heads := _sentence_subject(frame_of, match, first, frame.slots[first]):
            filled[first] = heads
        if (apposed := _apposed_person(frame_of, match, first)) is not None:
            filled[first] = list(apposed.things) if "Person" in frame.slots[first] else []
    whose = _possessor(frame_of, match) or subject
    filled["self"] = [whose] if whose is not None else []
    return filled


def first_slot(match: re.Match[str]) -> str | None:
    """The slot with which the match begins."""
    for name in match.re.groupindex:
        if name not in ("aux", "role", "date") and match.start(name) == match.start():
            return name
    return None


def belongs_to_another(frame_of: Skeleton, match: re.Match[str]) -> bool:
    """Whether the first slot's name hangs on another noun: "the members of X signed"."""
    first = first_slot(match)
    if first is None:
        return False
    places = [i for i in range(match.start(first), match.end(first)) if i in frame_of.at]
    mention = frame_of.at[places[0]] if places else None
    if isinstance(mention, Mention) and mention.type == "Person":
        return False
    if places and _RELATIVE.match(frame_of.text, places[-1] + 1):
        return False
    at = places[0] if places else match.start(first)
    return bool(_FOREIGN_HEAD.search(frame_of.text[max(0, at - 60) : at]))


def _coordinated(
    frame_of: Skeleton, match: re.Match[str], name: str, types: list[str], *, nearest_last: bool
) -> list[Thing]:
    """The things in a slot; a bracket after a name is not part of the list unless it holds the list.

    Where persons and organisations stand side by side, those of the type that is nearest to the verb are meant.
    """
    if name not in match.re.groupindex or match.start(name) < 0:
        return []
    text, base = match.group(name), match.start(name)
    mentions: list[Mention] = []
    depth, counted = 0, text.startswith("(")
    for offset, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        mention = frame_of.at.get(base + offset)
        if isinstance(mention, Mention) and mention.type in types and (depth <= 0 or counted):
            mentions.append(mention)
    if len({m.type == "Person" for m in mentions}) > 1:
        nearest = mentions[-1] if nearest_last else mentions[0]
        mentions = [m for m in mentions if (m.type == "Person") == (nearest.type == "Person")]
    return list(dict.fromkeys(thing for mention in mentions for thing in mention.things))


def _apposed_person(frame_of: Skeleton, match: re.Match[str], first: str) -> Mention | None:
    """Who is meant in "Jane Doe, Director of X, chaired …": she, not X."""
    at = next((i for i in range(match.start(first), match.end(first)) if i in frame_of.at), None)
    if at is None or frame_of.text[at + 1 : at + 2] != ",":
        return None
    before = _IN_APPOSITION.search(frame_of.text[:at])
    person = frame_of.at.get(before.start()) if before else None
    return person if isinstance(person, Mention) else None


def _sentence_subject(frame_of: Skeleton, match: re.Match[str], first: str, types: list[str]) -> list[Thing]:
    """Who does what a second verb says: in "A wrote to B in 1995 and signed …" it is A, not B."""
    between = frame_of.text[match.end(first) : match.start("aux")]
    if not _SECOND_VERB.search(between):
        return []
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and m.type in _HEADS]
    earlier = sorted(i for i in places if i < match.start(first))
    if not earlier or _AFTER_PREPOSITION.search(frame_of.text[: earlier[0]]):
        return []
    apposition = "," in between and not re.search(r"\band\b", between)
    if apposition and not _AFTER_PREPOSITION.search(frame_of.text[: match.start(first)]):
        return []
    heads = [earlier[0]]
    for place in earlier[1:]:
        if not _COORDINATION.fullmatch(frame_of.text[heads[-1] + 1 : place]):
            break
        heads.append(place)
    mentions = frame_of.mentions(heads[0], heads[-1] + 1)
    return [thing for m in mentions for thing in m.things] if mentions[0].type in types else []


def _possessor(frame_of: Skeleton, match: re.Match[str]) -> Thing | None:
    """Whose secretariat "its secretariat" is: the subject of the sentence, if it names one before."""
    if not re.match(r"(?:[Ii]ts|[Tt]heir)\s", match.group().lstrip()):
        return None
    before = [m for m in frame_of.mentions(0, match.start()) if m.type in ACTORS]
    return before[0].thing if before else None
