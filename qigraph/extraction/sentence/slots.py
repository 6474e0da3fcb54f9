"""Who fills the slots of a matched pattern: names in a list, the subject of a second verb, a person in apposition."""

import re

from qigraph.extraction.sentence.clauses import OF_MANY
from qigraph.extraction.sentence.frames import Frame
from qigraph.extraction.sentence.skeleton import MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["belongs_to_another", "fill"]

_FOREIGN_HEAD = re.compile(
    r"(?P<head>\b[a-z\u00e0-\u00ff][\w-]*|\b[A-Z][\w-]*(?:\s[A-Z][\w-]*)*|[\ue00a])\s"
    r"(?:of|to|within|at|from|near|beside|behind)\s\ue0e0*$"
)
_RENAMED = re.compile(r"\s\((?:now|today|formerly|previously|ex)\b")
_PERSONS_BRACKET = re.compile(MARK["Person"] + r"\s?\(\ue0e0*$")
_APPLIED = re.compile(
    r"\b(?:appl(?:ication|ying)|use|using|implement(?:ation|ing)|requirements|compliance|accordance|conformity|clauses?)\s"
    r"(?:of|with|to|for|in|from)?\s?\ue0e0*$"
)
"""What is done with a document that something else is made for: "a guide for the application of ISO/IEC 17025"."""
_AGENT = re.compile(r"\b(?:by|between|with|among)\s\ue0e0*$")
_NO_HEAD = frozenset(
    [
        "according",
        "addition",
        "both",
        "all",
        "each",
        "one",
        "some",
        "most",
        "because",
        "instead",
        "ahead",
        "many",
        "out",
        "thanks",
        "due",
        "owing",
        "next",
        "close",
        "prior",
        "contrary",
        "said",
        "related",
        "belongs",
        "belong",
        "led",
        "leads",
        "and",
        "respect",
        "regard",
    ]
)
_UNFINISHED_RELATIVE = re.compile(r"\b(?:who|whose|that|which)\s[^,;]*\w\s\ue0e0*$")
_RELATIVE = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:which|that|whose|who)\b")
_IN_APPOSITION = re.compile(MARK["Person"] + r",\s[^;:]{0,80}?\b(?:of|at|for|from|in)\s\ue0e0*$")
_BESIDE = re.compile(r"\)?(?:\s?\([^()]*\))?(?P<comma>,)?\s?")
"""Between a name and a participle that tells of it, whatever noun it hangs on: "pillars of the PAQI founded by"."""
_DESCRIBES = re.compile(
    r"(?:founded|established|created|set up|formed|launched|constituted)\s(?:in|on)\s\ue0d0"
)
"""A participle that tells when the name before it came into being, not what the subject did."""
_BY = re.compile(r"\w+(?:\s\w+ly)?(?:\s(?:in|on)\s\S+)?\sby\b")
_APPOSED = re.compile(r",\s$")
"""What makes a participle tell of the name before it: "steered by a working party, established by the ministry"."""
_BELONGING = re.compile(MARK["Person"] + r"\s(?:of|at|from)\s\ue0e0*$")
_SECOND_VERB = re.compile(r"(?:\band|\bbut|\bthen|,)\s(?:also\s|then\s|has\s|have\s|had\s)*$")
_THEN_DID = re.compile(r"\sand\s(?:then\s|later\s|in turn\s|also\s)?[a-z]+ed\b")
"""What follows the object of a verb before the next verb: "closed the committee and created …"."""
_AND_NEXT = re.compile(r"(?:\s?\([^()]*\))?,\sand\s")
_AFTER_PREPOSITION = re.compile(r"\b(?:of|in|by|with|from|for|to|at|on|under|within)\s\ue0e0*$")
_COORDINATION = re.compile(r"(?:\s?\([^()]*\))?(?:,\s|,?\sand\s)\ue0e0*")
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|did|does|became|held|[a-z]+(?:ed|s))\b")
_STATES = re.compile(r"\b(?:states|countries|economies)\sof\s\ue0e0*$", re.IGNORECASE)
_STATES_BEHIND = re.compile(
    r"\s(?:member|applicant|candidate)\s(?:states|countries|economies)\b", re.IGNORECASE
)
_CERTAIN_VERB = re.compile(r"(?:\s?\([^()]*\))?\s(?:is|are|was|were|has|have|had|[a-z]{3,}ed)\b(?!\sby\b)")
_HEADS = {*ACTORS, "Person", "Event", "Agreement", "Programme"}


def fill(
    frame_of: Skeleton, frame: Frame, match: re.Match[str], subject: Thing | None
) -> tuple[dict[str, list[Thing]], bool]:
    """What fills each slot of a matched pattern, and whether its first slot stands for another name.

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
        name: _coordinated(frame_of, match, name, types, nearest_last=name == first, whole=frame.whole)
        for name, types in frame.slots.items()
        if name != "date"
    }
    moved = False
    if first and match.groupdict().get("aux") is not None:
        types = frame.slots[first]
        other = _sentence_subject(frame_of, match, first, types)
        heads = _contrasted(frame_of, match, first) or other or []
        apposed = _apposed_person(frame_of, match, first)
        if apposed is not None:
            heads = list(apposed.things) if "Person" in types else []
        moved = bool(heads) or apposed is not None or other is not None
        filled[first] = heads if moved else filled[first]
    elif first and "Person" in frame.slots[first]:
        apposed = _apposed_person(frame_of, match, first)
        at = next((i for i in range(match.start(first), match.end(first)) if i in frame_of.at), None)
        named = frame_of.at.get(at) if at is not None else None
        if apposed is not None and isinstance(named, Mention) and named.type != "Person":
            filled[first], moved = list(apposed.things), True
    whose = _possessor(frame_of, match) or subject
    filled["self"] = [whose] if whose is not None else []
    return filled, moved


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
    if isinstance(mention, Mention) and mention.type in ("Instrument", "Publication"):
        return bool(_APPLIED.search(frame_of.text[:at]))
    if (
        not isinstance(mention, Mention)
        or mention.type not in ACTORS
        or _RENAMED.match(frame_of.text, at + 1)
    ):
        return False
    if match.groupdict().get("aux") == "" and places and _is_beside(frame_of.text, places[-1] + 1, match):
        return False
    if match.groupdict().get("aux") is not None and _AGENT.search(frame_of.text[:at]):
        return not (match.group("aux") == "" and _APPOSED.search(frame_of.text, at, match.start("aux")))
    verb_follows = "aux" in match.re.groupindex or (places and _FINITE.match(frame_of.text, places[-1] + 1))
    if verb_follows and _UNFINISHED_RELATIVE.search(frame_of.text[:at]):
        return True
    if _PERSONS_BRACKET.search(frame_of.text[:at]):
        return True
    if places and "aux" not in match.re.groupindex and _THEN_DID.match(match.string, places[-1] + 1):
        return True
    head = _FOREIGN_HEAD.search(frame_of.text[:at])
    return head is not None and head.group("head").lower() not in _NO_HEAD


def _is_beside(text: str, stop: int, match: re.Match[str]) -> bool:
    """Whether only a bracket stands between a name and the participle with its agent that tells of it."""
    beside = _BESIDE.fullmatch(text, stop, match.start("aux"))
    if beside is None:
        return False
    tells = _DESCRIBES if beside.group("comma") else _BY
    return tells.match(text, match.end("aux")) is not None


def _coordinated(
    frame_of: Skeleton,
    match: re.Match[str],
    name: str,
    types: list[str],
    *,
    nearest_last: bool,
    whole: bool = False,
) -> list[Thing]:
    """The things in a slot; a bracket after a name is not part of the list unless it holds the list.

    Where persons and organisations stand side by side, those of the type that is nearest to the verb are meant.
    """
    if name not in match.re.groupindex or match.start(name) < 0:
        return []
    text, base = match.group(name), match.start(name)
    mentions: list[Mention] = []
    depth, counted = 0, text.startswith("(")
    plain = "ember" not in match.re.pattern
    for offset, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        mention = frame_of.at.get(base + offset)
        if plain and OF_MANY.match(frame_of.text, base + offset + 1):
            continue
        if not whole and isinstance(mention, Mention) and _states_of(frame_of.text, base + offset):
            return []
        if isinstance(mention, Mention) and mention.type in types and (depth <= 0 or counted):
            mentions.append(mention)
    if not nearest_last and len(mentions) > 1 and _begins_clause(frame_of, mentions[-1]):
        mentions.pop()
    if nearest_last and len(mentions) == 2 and _ends_adjunct(frame_of, *mentions):
        mentions.pop(0)
    if len({m.type == "Person" for m in mentions}) > 1:
        nearest = mentions[-1] if nearest_last else mentions[0]
        mentions = [m for m in mentions if (m.type == "Person") == (nearest.type == "Person")]
    if nearest_last and len(mentions) == 2 and _of_clause_before(frame_of, mentions[0]):
        del mentions[0]
    return list(dict.fromkeys(thing for mention in mentions for thing in mention.things))


def _states_of(text: str, at: int) -> bool:
    """Whether a name only tells whose states are meant: "inspectors in the member states of X", "X member states"."""
    return bool(_STATES.search(text[max(0, at - 40) : at]) or _STATES_BEHIND.match(text, at + 1))


def _ends_adjunct(frame_of: Skeleton, first: Mention, second: Mention) -> bool:
    """Whether the first of two only ends what stands before the subject: "Financed by X, Y works …"."""
    at, then = (next(i for i, m in frame_of.at.items() if m is one) for one in (first, second))
    comma = re.fullmatch(r"(?:\s?\([^()]*\)|\s[A-Z]{2,})?,\s\ue0e0*", frame_of.text[at + 1 : then])
    return bool(comma and _AFTER_PREPOSITION.search(frame_of.text[:at]))


def _of_clause_before(frame_of: Skeleton, first: Mention) -> bool:
    """Whether the first of two ends the clause before: "… in projects under X, and Y was admitted"."""
    at = next(i for i, mention in frame_of.at.items() if mention is first)
    comma = _AND_NEXT.match(frame_of.text, at + 1)
    return bool(comma and re.search(r"[a-z]{3}\s[^,;]*$", frame_of.text[:at])) and bool(
        _AFTER_PREPOSITION.search(frame_of.text[:at].rstrip("\ue0e0"))
    )


def _begins_clause(frame_of: Skeleton, last: Mention) -> bool:
    """Whether the last of a list is the subject of what follows: "… chairs X, and Y wants to"."""
    at = next(i for i, mention in frame_of.at.items() if mention is last)
    comma = re.search(r",\s(?P<and>and\s)?\ue0e0*$", frame_of.text[:at])
    verb = _FINITE if comma and comma.group("and") else _CERTAIN_VERB
    return bool(comma and verb.match(frame_of.text, at + 1))


def _contrasted(frame_of: Skeleton, match: re.Match[str], first: str) -> list[Thing]:
    """Who is meant in "X, not Y, chairs …": X."""
    at = next(
        (i for i in range(match.start(first), match.end(first)) if i in frame_of.at), match.start(first)
    )
    before = re.search(
        r"([\ue001-\ue00d])(?:\s?\([^()]*\))?,\s(?:not|and not|rather than|unlike)\s\ue0e0*$",
        frame_of.text[:at],
    )
    mention = frame_of.at.get(before.start(1)) if before else None
    return list(mention.things) if isinstance(mention, Mention) else []


def _apposed_person(frame_of: Skeleton, match: re.Match[str], first: str) -> Mention | None:
    """Who is meant in "Jane Doe, Director of X, chaired …": she, not X."""
    at = next((i for i in range(match.start(first), match.end(first)) if i in frame_of.at), None)
    if at is None:
        return None
    before = _BELONGING.search(frame_of.text[:at])
    if before is None and frame_of.text[at + 1 : at + 2] == ",":
        before = _IN_APPOSITION.search(frame_of.text[:at])
    person = frame_of.at.get(before.start()) if before else None
    return person if isinstance(person, Mention) else None


def _sentence_subject(
    frame_of: Skeleton, match: re.Match[str], first: str, types: list[str]
) -> list[Thing] | None:
    """Who does what a second verb says: in "A wrote to B in 1995 and signed …" it is A, not B.

    None where it is who stands before the verb; nobody where the subject is a thing that cannot do it.
    """
    between = frame_of.text[match.end(first) : match.start("aux")]
    if not _SECOND_VERB.search(between) or _RELATIVE.match(frame_of.text, match.end(first)):
        return None
    places = [i for i, m in frame_of.at.items() if isinstance(m, Mention) and m.type in _HEADS]
    earlier = sorted(i for i in places if i < match.start(first))
    if not earlier or _AFTER_PREPOSITION.search(frame_of.text[: earlier[0]]):
        return None
    apposition = "," in between and not re.search(r"\band\b", between)
    bare = not match.group("aux").strip()
    described = bare and (types == ["Event"] or _DESCRIBES.match(frame_of.text, match.end("aux")) is not None)
    if apposition and (described or not _AFTER_PREPOSITION.search(frame_of.text[: match.start(first)])):
        return None
    heads = [earlier[0]]
    for place in earlier[1:]:
        if not _COORDINATION.fullmatch(frame_of.text[heads[-1] + 1 : place]):
            break
        heads.append(place)
    mentions = frame_of.mentions(heads[0], heads[-1] + 1)
    if mentions[0].type in types:
        return [thing for m in mentions for thing in m.things]
    return None if "," in between else []


def _possessor(frame_of: Skeleton, match: re.Match[str]) -> Thing | None:
    """Whose secretariat "its secretariat" is: the subject of the sentence, if it names one before."""
    if not re.match(r"(?:[Ii]ts|[Tt]heir)\s", match.group().lstrip()):
        return None
    before = [m for m in frame_of.mentions(0, match.start()) if m.type in ACTORS]
    return before[0].thing if before else None
