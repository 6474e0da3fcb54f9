"""Things: what a document names, under all the names that it gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qigraph.extraction.bare_names import telling_name
from qigraph.facts import Entity
from qigraph.names import normal, slug

__all__ = ["Mention", "Thing", "Things"]


@dataclass(eq=False)
class Thing:
    """One thing that a document speaks of.

    Parameters
    ----------
    type : str
        Entity type.
    label : str
        Fullest name.
    names : dict of str to None
        All other names, in order of appearance.
    entity : Entity or None
        Its entry in the registry, or the topic or goal it is.
    own : bool
        Whether it has a name of its own; "the workshop" has none, and is known in its document alone.
    since, until, place : str or None
        When and where an event takes place, as far as the document says.
    parties : list of Thing
        Who an agreement is between, as far as its name says.
    former : tuple of str
        Names that it bore in the past, by the registry.
    within : Thing or None
        The event that an opening ceremony or a panel discussion is a part of.
    kinds : set of str
        What the document says it is besides what its name says: "agency", "body".
    owners : list of Thing
        Whose body, programme or document it is, as far as its name says.
    state : bool
        Whether it is a state, of which only memberships are read.
    state : bool
        Whether it is a state, of which only memberships are read.
    """

    type: str
    label: str
    names: dict[str, None] = field(default_factory=dict)
    entity: Entity | None = None
    own: bool = True
    since: str | None = None
    until: str | None = None
    place: "Thing | None" = None
    parties: "list[Thing]" = field(default_factory=list)
    owners: "list[Thing]" = field(default_factory=list)
    former: tuple[str, ...] = ()
    within: "Thing | None" = None
    kinds: set[str] = field(default_factory=set)
    state: bool = False

    def call(self, *names: str) -> None:
        """Add names."""
        for name in names:
            if name and name != self.label:
                self.names.setdefault(name)

    def as_place(self) -> "Thing":
        """The same as a venue: "at the BIPM" says where a meeting was held."""
        venue = Thing("Place", self.label, own=self.own)
        venue.call(*self.names)
        return venue

    def to_entity(self, document: str) -> Entity:
        """The entity of the fact format; a thing without a name of its own is bound to its document."""
        if self.entity is not None:
            listed = {self.entity.label, *self.entity.aliases}
            extra = tuple(name for name in (self.label, *self.names) if name not in listed)
            return Entity(self.entity.id, self.entity.label, self.entity.type, self.entity.aliases + extra)
        known = telling_name(self.type, self.label, self.names) if self.own else None
        tail = slug(known) if known is not None else f"{slug(self.label)}--{slug(document)}"
        return Entity(f"{self.type.lower()}/{tail}", self.label, self.type, tuple(self.names))


@dataclass(slots=True)
class Mention:
    """Where a block speaks of things.

    Parameters
    ----------
    start, stop : int
        Offsets in the block's clean text.
    things : list of Thing
        One, or several for "the two organisations".
    type : str
        Entity type.
    by_name : bool
        Whether it is a name rather than a reference.
    """

    start: int
    stop: int
    things: list[Thing]
    type: str
    by_name: bool = True

    @property
    def thing(self) -> Thing:
        """The first of its things."""
        return self.things[0]


class Things:
    """All things of one document, found by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Thing] = {}
        self._of_entity: dict[str, Thing] = {}
        self.all: list[Thing] = []

    def find(self, name: str) -> Thing | None:
        """The thing of that name."""
        return self._by_name.get(normal(name))

    def add(self, thing: Thing, names: Iterable[str] = ()) -> Thing:
        """Remember a thing under its label and further names."""
        if thing not in self.all:
            self.all.append(thing)
        thing.call(*names)
        for name in (thing.label, *thing.names):
            if key := normal(name):
                self._by_name.setdefault(key, thing)
        return thing

    def named(self, name: str, type: str) -> Thing:
        """The thing of that name, made if there is none."""
        return self.find(name) or self.add(Thing(type, name))

    def of_entity(self, entity: Entity) -> Thing:
        """The thing that stands for a registry entity, topic or goal."""
        thing = self._of_entity.get(entity.id)
        if thing is None:
            thing = Thing(entity.type, entity.label, entity=entity)
            thing.call(*entity.aliases)
            self._of_entity[entity.id] = thing
            self.add(thing)
        return thing
