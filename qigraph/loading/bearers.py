"""Who bears each name, be it in full, a part of a longer one, or an acronym; and who each code."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qigraph.extraction.names.agreement_names import is_plain_agreement
from qigraph.facts import Entity
from qigraph.loading.tables.codes import code_of, codes_of
from qigraph.names import normal
from qigraph.schema import ACTORS

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Bearers", "bearers_of", "is_abridged", "registered_names"]

Key = tuple[str, str]
"""Kind and name."""

_LEGAL_PERSONS = {"Organisation", "Network"}
_TELLING = 5
"""A name of so many words is nobody else's: "Standing Sub-Committee on Pensions and Health Insurance"."""
_GOES_ON = re.compile(r"(?:of|for|on|in|at|to|and|de|des|du|d|para|por|pour|sur|en|le|la|les|el)\b")


@dataclass(frozen=True, slots=True)
class Bearers:
    """Identifiers by kind and name.

    Parameters
    ----------
    full : dict
        Names of two words or more, compared without case and accents.
    part : dict
        Such names that stand in a longer one of the same bearer and still tell what it is: "Lakes Standards Office" of
        the "Lakes Standards Office of Norland". The "Rules of Procedure" of whoever have no such name.
    acronym : dict
        Names of one word.
    code : dict
        By kind, scheme and code.
    """

    full: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    part: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    acronym: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    code: dict[tuple[str, str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def bearers_of(entities: Mapping[str, Iterable[Entity]], registered: Mapping[Key, set[str]]) -> Bearers:
    """Who bears each name.

    Parameters
    ----------
    entities : mapping
        Descriptions by identifier.
    registered : mapping
        The full names of the registry.
    """
    found = Bearers()
    for key, group in entities.items():
        own = code_of(key)
        for entity in group:
            for scheme, code in codes_of(entity.codes) | ({own} if own else set()):
                found.code[_kind(entity.type), scheme, code].add(key)
            if _nameable(key):
                _note_names(found, key, entity, registered)
    return found


def _note_names(found: Bearers, key: str, entity: Entity, registered: Mapping[Key, set[str]]) -> None:
    kind = _kind(entity.type)
    names = [name for name in (entity.label, *entity.aliases) if not is_plain_agreement(name)]
    longer = {normal(name) for name in names}
    for name in names:
        if " " not in name:
            if not code_of(key):  # a source with codes knows another of that acronym as well
                found.acronym[kind, name].add(key)
            continue
        name = normal(name)
        whole = next((other for other in sorted(longer) if _is_in(name, other)), None)
        if whole is None or kind == "Person" or key in registered.get((kind, name), ()):
            found.full[kind, name].add(key)
        elif _tells(name, whole, entity.type):
            found.part[kind, name].add(key)


def registered_names(registry: "Registry") -> dict[Key, set[str]]:
    """Who bears each full name of the registry, by kind: a venue is a place, whoever lives there.

    Parameters
    ----------
    registry : Registry
    """
    bearers: dict[Key, set[str]] = defaultdict(set)
    for entry in registry.entries:
        for name in entry.names:
            if " " in name:
                bearers[_kind(entry.entity.type), normal(name)].add(entry.id)
    return bearers


def is_abridged(entity: Entity, others: Iterable[Entity]) -> bool:
    """Whether its label is a part of a name of another: the "International Committee", which has the same acronym.

    Parameters
    ----------
    entity : Entity
    others : iterable of Entity
    """
    label = normal(entity.label)
    return any(_is_in(label, normal(name)) for other in others for name in (other.label, *other.aliases))


def _kind(type: str) -> str:
    """Actors may be called organisation here and body there; other types must agree."""
    return "Actor" if type in ACTORS else type


def _nameable(key: str) -> bool:
    """Whether the entity may be known elsewhere under the same name."""
    return "--" not in key and not key.startswith(("topic/", "goal/"))


def _is_in(name: str, other: str) -> bool:
    return name != other and f" {name} " in f" {other} "


def _tells(name: str, whole: str, type: str) -> bool:
    """Whether a part of a name says what the whole says; the "Pension Fund" is no "Pension Fund Advisory Board"."""
    behind = whole.partition(name)[2].strip()
    same_head = not behind or _GOES_ON.match(behind) is not None
    return same_head and (type in _LEGAL_PERSONS or name.count(" ") + 1 >= _TELLING)
