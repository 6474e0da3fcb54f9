"""Which relation two nodes of RDF may have, and which things they are then."""

from collections.abc import Sequence

import pyoxigraph as ox

from qigraph.facts import Entity
from qigraph.loading.dates import plain_date
from qigraph.loading.rdf.things import Term, Things
from qigraph.schema import RELATIONS, admits

__all__ = ["Ends"]


class Ends:
    """The ends of facts.

    Parameters
    ----------
    things : Things
        Of the file.
    """

    def __init__(self, things: Things) -> None:
        self.things = things

    def remember(self, subject: Term, target: Term, relations: Sequence[tuple[str, bool]]) -> None:
        """Remember of which types the ends of a triple may be, where nothing else tells.

        Parameters
        ----------
        subject, target : pyoxigraph term
        relations : sequence of (str, bool)
            That the triple may state, and whether turned round.
        """
        kinds: tuple[set[str], set[str]] = (set(), set())
        for name, turned in relations:
            one, other = (target, subject) if turned else (subject, target)
            left, right = self.things.kind(one), self.things.kind(other)
            if left in (None, *RELATIONS[name].every_subject) and right in (None, *RELATIONS[name].objects):
                kinds[turned].update(RELATIONS[name].every_subject)
                kinds[not turned].update(RELATIONS[name].objects)
        for node, possible in zip((subject, target), kinds, strict=True):
            if not isinstance(node, ox.Literal) and self.things.kind(node) is None and possible:
                self.things.may_be(node, possible)

    def of(
        self, subject: Term, target: Term, relations: Sequence[tuple[str, bool]]
    ) -> tuple[Entity, str, Entity | str] | str:
        """Subject, relation and object of the first relation that the two admit; else why there is none.

        Parameters
        ----------
        subject, target, relations
            As for :meth:`remember`.
        """
        reason = ""
        for name, turned in relations:
            one, other = (target, subject) if turned else (subject, target)
            first = self._end(one, RELATIONS[name].every_subject)
            if RELATIONS[name].literal:
                date = plain_date(other.value) if isinstance(other, ox.Literal) else None
                if date is None:
                    reason = reason or "no date stands where one belongs"
                elif first is not None and admits(name, first.type, None, outright=True):
                    return first, name, date
            second = None if RELATIONS[name].literal else self._end(other, RELATIONS[name].objects)
            if first is None or (second is None and not RELATIONS[name].literal):
                reason = reason or self._unknown(one if first is None else other)
            elif second is not None:
                if first.id == second.id:
                    return "a thing has no relation to itself"
                if admits(name, first.type, second.type, outright=True):
                    return first, name, second
                reason = f"{first.type} and {second.type} do not go with {name}"
            else:
                reason = reason or f"{first.type} does not go with {name}"
        return reason

    def _end(self, node: Term, kinds: Sequence[str]) -> Entity | None:
        if isinstance(node, ox.Literal):
            found = (self.things.entity(node, kind) for kind in kinds)
            return next((entity for entity in found if entity is not None and entity.type in kinds), None)
        kind = self.things.guess(node) or ("Organisation" if "Organisation" in kinds else None)
        return self.things.entity(node, kind or (kinds[0] if len(kinds) == 1 else None))

    def _unknown(self, node: Term) -> str:
        if isinstance(node, ox.Literal):
            return "a name that the registry does not know"
        classes = [self.things.mapping.short(name) for name in self.things.classes(node)]
        return f"no mapping for the class {classes[0]}" if classes else "nothing tells what one end is"
