"""Resolution: the same thing under the names of several documents becomes one entity.

Two entities are one when sources give them the same code, when they share a full name (of two words or more) and
their types agree, or when one is known by a part of such a name, or by an acronym alone, that exactly one other of its
type bears. A name that several bear, here or by what the registry says, joins nothing. What has no name of its own
("the workshop") stays in its document, but for meetings that are counted.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qigraph.facts import Entity, Fact, merge
from qigraph.loading.bearers import bearers_of, is_abridged, registered_names
from qigraph.loading.counted_meetings import counted_meetings
from qigraph.loading.tables.codes import code_of, name_of_code

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["resolve"]


def resolve(facts: Iterable[Fact], registry: "Registry") -> list[Fact]:
    """Give every entity one identifier, one label and all its aliases across documents.

    Parameters
    ----------
    facts : iterable of Fact
        Facts of any number of documents.
    registry : Registry
        Known organisations: an entity of one of their full names is that organisation.

    Returns
    -------
    list of Fact
        Merged by key and sorted.

    Examples
    --------
    >>> from qigraph.facts import Evidence
    >>> from qigraph.loading.registry import load_registry
    >>> def joined(label, *aliases):
    ...     lab = Entity(f"organisation/{label}", label, "Organisation", aliases)
    ...     group = Entity("inetqi", "International Network on Quality Infrastructure", "Network")
    ...     return Fact(lab, "memberOf", group, evidence=(Evidence(f"{label}.txt", 0, 1, "x"),))
    >>> facts = resolve([joined("Lakes Standards Office", "LSO"), joined("LSO")], load_registry())
    >>> len(facts), facts[0].documents
    (1, ('LSO.txt', 'Lakes Standards Office.txt'))
    """
    every = list(facts)
    entities = _entities(every)
    same = _identify(entities, registry) | _counted(every)
    unified = _unify(entities, same, registry)
    return merge(
        replace(fact, subject=unified[fact.subject.id], object=_target(fact, unified)) for fact in every
    )


def _target(fact: Fact, unified: dict[str, Entity]) -> Entity | str:
    return fact.object if isinstance(fact.object, str) else unified[fact.object.id]


def _entities(facts: list[Fact]) -> dict[str, list[Entity]]:
    """All descriptions of each identifier."""
    found: dict[str, set[Entity]] = defaultdict(set)
    for fact in facts:
        for entity in (fact.subject, fact.object):
            if isinstance(entity, Entity):
                found[entity.id].add(entity)
    return {
        key: sorted(group, key=lambda e: (-len(e.label), e.label, e.aliases))
        for key, group in sorted(found.items())
    }


def _identify(entities: dict[str, list[Entity]], registry: "Registry") -> dict[str, str]:
    """For each identifier the one that stands for it."""
    from networkx.utils import UnionFind

    same: UnionFind[str] = UnionFind(entities)
    registered = registered_names(registry)
    bearers = bearers_of(entities, registered)
    for _, keys in sorted(bearers.code.items()):
        if not _told_apart(
            {key for key in keys if "/iri:" not in key}
        ):  # RDF may say that two addresses are one
            same.union(*keys)
    for (kind, name), keys in sorted(bearers.full.items()):
        if _told_apart(keys):
            continue
        known = {key for key in keys if "/" not in key}
        if len(registered.get((kind, name), ())) == 1:
            known |= registered[kind, name]
        if len(known) <= 1:
            same.union(*keys, *known)
    for (kind, name), keys in sorted(bearers.part.items()):
        whole = bearers.full.get((kind, name), set()) | registered.get((kind, name), set())
        if whole and len({same[key] for key in keys}) == len({same[key] for key in whole}) == 1:
            same.union(*keys, *whole)
    shared = {name for entry in registry.entries for name in entry.ambiguous}
    for (kind, name), keys in sorted(bearers.acronym.items()):
        short = {key for key in keys if "/" in key and _is_short(key, name, keys, entities)}
        full = {same[key] for key in keys - short}
        if short and len(full) == 1 and kind != "Person" and name not in shared:
            same.union(*full, *short)
    heads = {
        key: min(group, key=lambda key: ("/" in key, len(key), key))
        for group in same.to_sets()
        for key in group
    }
    return {key: heads[key] for key in entities}


def _is_short(key: str, acronym: str, bearers: set[str], entities: dict[str, list[Entity]]) -> bool:
    """Whether it is known by the acronym alone, or by it and a part of the name of another bearer."""
    others = [entity for other in bearers - {key} for entity in entities[other]]
    return all(entity.label == acronym or is_abridged(entity, others) for entity in entities[key])


def _told_apart(keys: set[str]) -> bool:
    """Whether a source gives several of them codes of their own: it means different things by one name."""
    codes = {key: code for key in keys if (code := code_of(key))}
    return len({scheme for scheme, _ in codes.values()}) < len(codes)


def _counted(facts: list[Fact]) -> dict[str, str]:
    """For each identifier of a counted meeting the one that stands for it."""
    return {key: meeting for meeting, keys in counted_meetings(facts) for key in keys}


def _unify(
    entities: dict[str, list[Entity]], same: dict[str, str], registry: "Registry"
) -> dict[str, Entity]:
    entries = {entry.id: entry.entity for entry in registry.entries}
    groups: dict[str, list[Entity]] = defaultdict(list)
    for key, group in entities.items():
        groups[same[key]] += group
    chosen = {}
    for key, group in groups.items():
        head = entries.get(key) or next((e for e in group if e.id == key), group[0])
        codes = {name_of_code(*code) for entity in group if (code := code_of(entity.id))}
        codes |= {name_of_code(*code) for entity in group for code in entity.codes}
        names = {name for entity in group for name in (entity.label, *entity.aliases)} | set(head.aliases)
        names -= codes
        label = (
            head.label
            if key in entries
            else max((e.label for e in group), key=lambda name: (name not in codes, len(name), name))
        )
        told = tuple(sorted({code for entity in group for code in entity.codes}))
        chosen[key] = Entity(key, label, head.type, tuple(sorted((names | {head.label}) - {label})), told)
    return {key: chosen[same[key]] for key in entities}
