"""Topics and goals that no organisation, or only one, is read to work on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qigraph.analysis.incidence import incidence
from qigraph.facts import Entity, Fact
from qigraph.loading.goals import load_goals
from qigraph.names import short_name, slug
from qigraph.schema import TOPICS

__all__ = ["Uncovered", "uncovered_goals", "uncovered_topics"]

_OTHERS = ("Network", "Body", "Programme", "Instrument", "Topic")


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A topic or goal with no organisation, or a single one.

    Parameters
    ----------
    kind : str
        ``topic`` or ``goal``.
    item : Entity
    organisations, others : tuple of Entity
        The organisation, if there is one, and the networks, bodies, programmes and instruments that cover it.
    facts : tuple of Fact
        By which they do.
    """

    kind: str
    item: Entity
    organisations: tuple[Entity, ...]
    others: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The topic or goal, and the organisation if there is one."""
        return (self.item, *self.organisations)

    @property
    def because(self) -> str:
        """The gap in words."""
        who = f"only {short_name(self.organisations[0])}" if self.organisations else "no organisation"
        also = ", ".join(f"{short_name(other)} ({other.type.lower()})" for other in self.others)
        joint = "; also" if self.organisations else ", only"
        return f"{who} is read to cover it{f'{joint} {also}' if also else ''}"

    def figures(self) -> dict[str, Any]:
        """The numbers."""
        return {
            "organisations": [entity.id for entity in self.organisations],
            "others": [entity.id for entity in self.others],
        }


def uncovered_topics(facts: Iterable[Fact], as_of: str | None = None) -> list[Uncovered]:
    """The topics of :data:`qigraph.schema.TOPICS` with no organisation or a single one.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        Only facts that may hold on this date.

    Returns
    -------
    list of Uncovered
        Those that nothing covers first, then those without an organisation, then in the order of the list.

    Examples
    --------
    >>> found = uncovered_topics([])
    >>> len(found), found[0].item.id, found[0].because
    (19, 'topic/standardisation', 'no organisation is read to cover it')
    """
    items = [Entity(f"topic/{slug(name)}", name, "Topic") for name in TOPICS]
    return _uncovered(facts, "topic", "topics", items, as_of)


def uncovered_goals(facts: Iterable[Fact], as_of: str | None = None) -> list[Uncovered]:
    """The 17 goals with no organisation or a single one.

    A target counts for its goal. Who only speaks of the goals as a whole counts for none of them.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        Only facts that may hold on this date.

    Returns
    -------
    list of Uncovered
        Those that nothing covers first, then those without an organisation, then by number.
    """
    goals = [goal for goal in load_goals() if goal.id.removeprefix("goal/").isdecimal()]
    return _uncovered(facts, "goal", "goals", goals, as_of)


def _uncovered(
    facts: Iterable[Fact], kind: str, layer: str, items: list[Entity], as_of: str | None
) -> list[Uncovered]:
    facts = list(facts)
    by_item: dict[str, list[tuple[Entity, tuple[Fact, ...]]]] = {}
    found = incidence(facts, layer, as_of, actors=("Organisation", *_OTHERS))
    known = {actor.id: actor for actor in found.actors}
    for (actor, target), cell in found.cells.items():
        by_item.setdefault(target, []).append((known[actor], cell))
    gaps = []
    for item in items:
        covering = by_item.get(item.id, [])
        organisations = tuple(actor for actor, _ in covering if actor.type == "Organisation")
        if len(organisations) < 2:
            others = tuple(actor for actor, _ in covering if actor.type != "Organisation")
            behind = tuple(fact for _, cell in covering for fact in cell)
            gaps.append(Uncovered(kind, item, organisations, others, behind))
    return sorted(gaps, key=lambda gap: (len(gap.organisations), len(gap.others) > 0))
