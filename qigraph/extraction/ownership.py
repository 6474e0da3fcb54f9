"""What names themselves say: "OECD Secretariat" is part of the OECD, a committee on metrology works on metrology."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.concepts import topic_mentions
from qigraph.extraction.names.goals import goal_mentions
from qigraph.extraction.names.owned_names import Ownership
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

_UNIT = re.compile(r"\b(?:Department|Directorate|Division|Section|Office|Day|Week)\b")

__all__ = ["owned", "topical"]

_OF_A_TREATY = re.compile(r"\b(?:Technical Barriers to Trade|TBT|Regulatory Policy)\b", re.IGNORECASE)
"""Named after an agreement, or after all of regulation: no topic of its own."""

_ON_STANDARDS = re.compile(
    r"\b(?:on|for)\s(?:[\w-]+\s){0,3}(?<!measurement\s)(?:standards\b|standardi[sz]ation)"
    r"|(?<!measurement\s)\bstandards\s(?:initiative|program(?:me)?|committee|congress|project|working\s|board\b)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    [
        "the",
        "a",
        "an",
        "sub",
        "regional",
        "national",
        "international",
        "local",
        "designated",
        "recognised",
        "recognized",
        "main",
    ]
)
_NEAR = 40
_BY_NAME = ("Body", "Network", "Programme")
_OF_ONE = {
    "Body": "partOf",
    "Programme": "partOf",
    "Instrument": "issued",
    "Publication": "issued",
    "System": "maintains",
    "Event": "organised",
}


def owned(ownerships: Iterable[Ownership]) -> Iterator[Candidate]:
    """Yield what the names with owners in them state."""
    for own in ownerships:
        kind, owners = own.thing.type, [owner for owner in own.owners if owner.type in ACTORS]
        where = (own.block, own.start, own.stop, own.rule)
        if kind == "Agreement":
            if len(owners) > 1:
                for owner in owners:
                    yield Candidate(owner, "signatoryOf", own.thing, None, None, *where)
                for one, other in combinations(owners, 2):
                    yield Candidate(one, "cooperatesWith", other, None, None, *where)
            continue
        for owner in owners:
            relation = _OF_ONE.get(kind)
            if own.rule == "names/owner" and relation in ("issued", "maintains") and not _is_sure(owner):
                continue
            if own.rule == "names/owner" and (_is_a_kind(own) or _is_its_law(own)):
                continue
            if relation == "partOf":
                yield Candidate(own.thing, relation, owner, None, None, *where)
            elif relation:
                yield Candidate(owner, relation, own.thing, own.date, None, *where)
        if own.rule == "names/owner" and kind in ("Programme", "Publication") and 1 < len(owners) < 4:
            for one, other in combinations(owners, 2):
                yield Candidate(one, "cooperatesWith", other, None, None, *where)


_KINDS = re.compile(
    r"(?:(?:new|draft|final|joint|basic|technical|international|regional|national|meeting|committee|conference|"
    r"model|expert|revised|published|adopted|approved|relevant|various|sub)[\s-])*"
    r"(?:committees|sub-?committees|working groups|task groups|project groups|secretariats|bodies|bureaus|"
    r"recommendations?|guides?|guidelines|resolutions?|decisions?|standards?|reports|"
    r"technical reports?|specifications?|documents?|publications|directives|procedures|"
    r"regulations|policies|laws?|drafts?|deliverables?)(?:\sno\.?)?",
    re.IGNORECASE,
)
"""What names no single thing, for all that an owner stands before it: "an OIML Recommendation", "ISO Committees"."""


_LAW = re.compile(r"\b(?:Act|Law|Decree|Bill|Ordinance|Statute|Charter|Convention)\b")


def _is_its_law(own: Ownership) -> bool:
    """Whether it is the law on somebody, which others made: "the KEBS Act, 1974"."""
    name = own.block.text[own.start : own.stop]
    return (
        own.thing.type == "Instrument"
        and _LAW.search(name) is not None
        and not _is_state(own.owners[0].label)
    )


def _is_a_kind(own: Ownership) -> bool:
    name = own.block.text[own.start : own.stop]
    for owner in own.owners:
        for known in sorted({owner.label, *owner.names}, key=len, reverse=True):
            name = _without_owner(name, known)
    return bool(_KINDS.fullmatch(name.strip()))


def _without_owner(name: str, owner: str) -> str:
    for before in (f"the {owner}", owner):
        if name.startswith(before):
            return name[len(before) :].removeprefix("'s").lstrip(" /-")
    return name


def _is_sure(owner: Thing) -> bool:
    """Whether the owner is known for what it is: "Authorised Economic Operator" has an acronym, and is nobody."""
    if owner.entity is not None or " " not in owner.label:
        return True
    kinds = (lexicon().head_type(name) for name in (owner.label, *owner.names) if " " in name)
    return any(kind is not None and kind[0] in ACTORS for kind in kinds) or _is_state(owner.label)


def _is_state(name: str) -> bool:
    """Whether the name is that of a state: "Republic of Serbia"."""
    return name in lexicon().countries or any(name.endswith(f" of {land}") for land in lexicon().countries)


def topical(spoken: dict[Block, list[Mention]], things: Things, subject: Thing | None) -> Iterator[Candidate]:
    """Yield what bodies, networks and programmes work on by their names, where the name stands in full.

    Of organisations only the one that the document is about: the others stand in lists and addresses.
    """
    done: set[tuple[int, str]] = set()
    for block, mentions in spoken.items():
        for mention in mentions:
            surface = _own_part(mention, block.text[mention.start : mention.stop])
            if (
                not mention.by_name
                or (mention.type not in _BY_NAME and mention.thing is not subject)
                or _UNIT.search(surface)
                or _says_no_topic(mention, surface, things)
                or (surface[:1].islower() and _doubtful(block, mention.start))
            ):
                continue
            if mention.type == "Programme":
                for goals in goal_mentions(surface, things):
                    for goal in goals.things:
                        yield Candidate(
                            mention.thing, "addressesGoal", goal, None, None,
                            block, mention.start, mention.stop, "names/goal",
                        )  # fmt: skip
            for topic in [*topic_mentions(surface, things), *_standards(mention, surface, things)]:
                key = (id(mention.thing), topic.thing.label)
                if key not in done:
                    done.add(key)
                    yield Candidate(
                        mention.thing, "worksOn", topic.thing, None, None,
                        block, mention.start, mention.stop, "names/topic",
                    )  # fmt: skip


def _own_part(mention: Mention, surface: str) -> str:
    """The name without that of its owner: a board of a standards body works on what boards do."""
    for owner in mention.thing.owners if mention.type == "Body" else ():
        for name in (owner.label, *owner.names):
            if len(name) > _NEAR // 4:
                surface = surface.replace(name, "")
    return re.sub(r"^\W*(?:\([^()]*\)\s)?", "", surface)


def _doubtful(block: Block, at: int) -> bool:
    """Whether what stands before leaves doubt that there is such a thing: "wants to start a project on …"."""
    return any(
        start <= at < stop
        and objection(block.text[start:stop], "", block.text[max(start, at - _NEAR) : at]) is not None
        for start, stop in block.sentences
    )


def _standards(mention: Mention, surface: str, things: Things) -> list[Mention]:
    """Standardisation, where a body or programme is "on … standards" beside another topic."""
    named = mention.type == "Programme" or (mention.type in _BY_NAME and surface[:1].isupper())
    found = _ON_STANDARDS.search(surface) if named else None
    return topic_mentions("standardisation", things) if found else []


def _says_no_topic(mention: Mention, surface: str, things: Things) -> bool:
    """Whether a name is that of a kind ("Regional Metrology Organisation"), or says something else than a topic."""
    if _OF_A_TREATY.search(surface):
        return True
    if mention.thing.entity is not None:
        return False
    rest = surface
    for topic in reversed(topic_mentions(surface, things)):
        rest = rest[: topic.start] + rest[topic.stop :]
    words = re.findall(r"[\w'-]+", rest.lower())
    kind = all(word in _GENERIC or word in lexicon().heads for word in words)
    return kind and words[:1] != [] and words[0] in _GENERIC
