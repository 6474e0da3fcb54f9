"""Resolution: the same thing under the names of several documents becomes one entity.

Two entities are one when sources give them the same code, when they share a full name (of two words or more) and
their types agree, or when one is known by an acronym alone that exactly one other of its type bears. An acronym
that several bear joins nothing. What has no name of its own ("the workshop") stays in its document.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qigraph.extraction.names.agreement_names import is_plain_agreement
from qigraph.facts import Entity, Fact, merge
from qigraph.loading.tables.codes import code_of, codes_of, name_of_code
from qigraph.names import normal
from qigraph.schema import ACTORS

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
    same = _identify(entities, registry)
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
    for _, keys in sorted(_by_code(entities).items()):
        if not _told_apart(keys):
            same.union(*keys)
    by_name, by_acronym = _bearers(entities)
    registered = _registered(registry)
    for (kind, name), keys in sorted(by_name.items()):
        if _told_apart(keys):
            continue
        known = {key for key in keys if "/" not in key}
        if len(registered.get((kind, name), ())) == 1:
            known |= registered[kind, name]
        if len(known) <= 1:
            same.union(*keys, *known)
    for (kind, name), keys in sorted(by_acronym.items()):
        short = {key for key in keys if all(e.label == name for e in entities[key]) and "/" in key}
        full = {same[key] for key in keys - short}
        if short and len(full) == 1 and kind != "Person":
            same.union(*full, *short)
    heads = {
        key: min(group, key=lambda key: ("/" in key, len(key), key))
        for group in same.to_sets()
        for key in group
    }
    return {key: heads[key] for key in entities}


def _by_code(entities: dict[str, list[Entity]]) -> dict[tuple[str, str, str], set[str]]:
    """Who bears each code, by type."""
    bearers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for key, group in entities.items():
        for entity in group:
            own = code_of(key)
            for scheme, code in codes_of(entity.codes) | ({own} if own else set()):
                bearers[_kind(entity.type), scheme, code].add(key)
    return bearers


def _told_apart(keys: set[str]) -> bool:
    """Whether a source gives several of them codes of their own: it means different things by one name."""
    codes = {key: code for key in keys if (code := code_of(key))}
    return len({scheme for scheme, _ in codes.values()}) < len(codes)


def _registered(registry: "Registry") -> dict[tuple[str, str], set[str]]:
    """Who bears each full name of the registry, by type: a venue is a place, whoever lives there."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in registry.entries:
        for name in entry.names:
            if " " in name:
                bearers[_kind(entry.entity.type), normal(name)].add(entry.id)
    return bearers


def _bearers(
    entities: dict[str, list[Entity]],
) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]]:
    """Who bears each full name, and who each acronym, by type."""
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_acronym: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, group in entities.items():
        for entity in group if _nameable(key) else ():
            for name in (entity.label, *entity.aliases):
                if is_plain_agreement(name):
                    continue
                if " " in name:
                    by_name[_kind(entity.type), normal(name)].add(key)
                elif not code_of(key):  # a source with codes knows another of that acronym as well
                    by_acronym[_kind(entity.type), name].add(key)
    return by_name, by_acronym


def _kind(type: str) -> str:
    """Actors may be called organisation here and body there; other types must agree."""
    return "Actor" if type in ACTORS else type


def _nameable(key: str) -> bool:
    """Whether the entity may be known elsewhere under the same name."""
    return "--" not in key and not key.startswith(("topic/", "goal/"))


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
