"""Names with their owners in them: "UNECE WP.6", "the WTO TBT Committee", "the ILAC and IAF brochure "…""."""

import re
from dataclasses import dataclass, field

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.known_names import KnownNames
from qigraph.extraction.names.titles import Title
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["OWNED", "Names", "Ownership", "joined_with_owner", "note_owner_in_front", "titled"]

OWNED = ("Body", "Programme", "Event", "Instrument", "Publication", "System", "Agreement")
_BEFORE_TITLE = re.compile(
    r"\s?[-\u2013/]\s?|\s|'s\s|\s(?:and|&)\s(?:the\s)?|\s(?:[A-Z][\w-]+\s){1,3}|\s(?:joint|new|recent)\s"
)

_UNDERTAKING = re.compile(r"(?:'s)?\s(?:[a-z]+\s)?(?:project|programme|program|initiative|campaign)\s")
"""What may stand between those who run it, or what pays for it, and its name: "the EMPIR project X"."""


_JOINED = 12
"""Characters between two titles of one list."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """A name that begins or ends with the names of its owners: where, what and whose; when, and by which rule."""

    block: Block
    start: int
    stop: int
    thing: Thing
    owners: tuple[Thing, ...]
    date: str | None = None
    rule: str = "names/owner"


@dataclass(slots=True)
class Names:
    """What the finders of names share while they read one document.

    Parameters
    ----------
    things : Things
        All that the document speaks of.
    known : KnownNames
        Names of the registry and those that the document introduces.
    ownerships : list of Ownership
        What the names have said about their owners so far.
    title : str
        Of the document itself; empty where it has none.
    bodies : dict of str to Thing
        Assemblies as bodies, by name.
    """

    things: Things
    known: KnownNames
    ownerships: list[Ownership] = field(default_factory=list)
    title: str = ""
    bodies: dict[str, Thing] = field(default_factory=dict)

    def own(
        self,
        block: Block,
        start: int,
        stop: int,
        thing: Thing,
        owners: list[Thing],
        date: str | None = None,
        rule: str = "names/owner",
    ) -> None:
        """Note that the name between ``start`` and ``stop`` says whose the thing is."""
        if others := tuple(owner for owner in owners if owner is not thing):
            self.ownerships.append(Ownership(block, start, stop, thing, others, date, rule))
            thing.owners += [owner for owner in others if owner not in thing.owners]

    def actor(self, name: str) -> Thing | None:
        """The organisation, network or body that the whole name is known for."""
        found = self.known.find(name) if name else []
        whole = found and found[0].start == 0 and found[0].stop == len(name) and found[0].type in ACTORS
        return found[0].thing if whole else None


_COUNCILS = ("Council", "Board", "Assembly", "Executive")


def _is_council(owner: Mention, mention: Mention) -> bool:
    """Whether a council is but an organ of the organisation named before it: "EA Multilateral Agreement Council"."""
    thing = mention.thing
    return (
        owner.type in ("Organisation", "Network")
        and len(owner.things) == 1
        and thing.entity is None
        and thing.type == "Organisation"
        and thing.label.endswith(_COUNCILS)
    )


def joined_with_owner(names: Names, block: Block, known: list[Mention]) -> list[Mention]:
    """ "UNECE WP.6" is one mention of WP.6, owned by UNECE."""
    joined: list[Mention] = []
    for mention in known:
        before = joined[-1] if joined else None
        gap = block.text[before.stop : mention.start] if before else ""
        if before is not None and gap in (" ", "'s ") and _is_council(before, mention):
            mention.thing.type = mention.type = "Body"
        undertaken = mention.type == "Programme" and _UNDERTAKING.fullmatch(gap) is not None
        if before and undertaken and before.type == "Programme" and len(before.things) == 1:
            joined[-1] = Mention(before.start, mention.stop, mention.things, mention.type)
        elif (
            before
            and (undertaken or gap in (" ", "/", "'s "))
            and before.thing.type in ACTORS
            and mention.type in OWNED
        ):
            joined[-1] = Mention(before.start, mention.stop, mention.things, mention.type)
            mention.thing.call(block.text[before.start : mention.stop])
            names.own(block, before.start, mention.stop, mention.thing, [before.thing])
        else:
            joined.append(mention)
    return joined


def note_owner_in_front(names: Names, block: Block, mentions: list[Mention]) -> None:
    """ "WTO TBT Committee", known by that very name, still says whose committee it is."""
    owned = {(own.start, own.stop) for own in names.ownerships if own.block is block}
    for mention in mentions:
        surface = block.text[mention.start : mention.stop]
        first = re.match(r"[\w.]+(?=[\s/])", surface)
        if (
            mention.type not in ("Body", "Programme", "Instrument", "Publication", "System")
            or not first
            or (mention.start, mention.stop) in owned
        ):
            continue
        kind = lexicon().head_type(surface[first.end() + 1 :])
        if kind is None or surface[first.end()] == "/" or kind[0] == "Agreement":
            continue
        found = names.known.find(first.group())
        holders = ("Organisation",) if mention.type == "System" else ACTORS
        if found and found[0].stop == first.end() and found[0].type in holders:
            names.own(block, mention.start, mention.stop, mention.thing, [found[0].thing])


def titled(names: Names, block: Block, title: Title, known: list[Mention]) -> Mention:
    """The mention of a title in quotes, with the owners that stand before it."""
    thing = names.things.named(title.name, title.type)
    surface = block.text[title.start : title.stop]
    names.things.add(thing, [title.name.split(": ")[0], f"{title.name} {title.head}", surface])
    start = title.start
    owners: list[Thing] = []
    for mention in reversed([m for m in known if m.stop <= title.start and m.thing.type in ACTORS]):
        if not _BEFORE_TITLE.fullmatch(block.text, mention.stop, start):
            break
        start = mention.start
        owners.insert(0, mention.thing)
    if title.follows and not owners:
        last = names.ownerships[-1] if names.ownerships else None
        joined = last is not None and last.block is block and title.start - last.stop < _JOINED
        owners = list(last.owners) if last is not None and joined else []
    elif owners:
        thing.call(block.text[start : title.stop])
    if owners:
        names.own(block, start, title.stop, thing, owners)
    return Mention(start, title.stop, [thing], thing.type)
