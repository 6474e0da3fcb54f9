"""Mappings: which term of RDF is which relation; read from YAML, checked as they are read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from qigraph.errors import InputError
from qigraph.loading.written import check_keys, texts
from qigraph.resources import resource
from qigraph.schema import IDENTIFIERS, RELATIONS, TYPES
from qigraph.stores.terms import PREFIXES

__all__ = ["NodeRule", "RdfMapping", "is_mapping", "load_mapping", "mapping_for", "parse_mapping", "term"]

_TERMS = {"classes", "names", "also", "codes", "triples", "nodes", "silent"}
_KEYS = _TERMS | {"title", "source", "licence", "prefixes"}
_NODE_KEYS = {"fact", "role", "since", "until"}
_INVERSE = "inverse "
_STEP = re.compile(r"\^?[^\s/^]+")
SCHEMA = "https://schema.org/"
T = TypeVar("T")
Steps = tuple[tuple[bool, str], ...]
"""Steps from a node to another: whether against the arrow, and the predicate."""


@dataclass(frozen=True, slots=True)
class NodeRule:
    """How a node that stands for a fact, such as a membership, states it.

    Parameters
    ----------
    name : str
        Of the class, for the facts' rule.
    subject, object : tuple
        Steps from the node to the ends.
    relations : tuple of str
        The first that the types of the ends admit is meant.
    role : str
        A text with steps in braces; empty where it has none.
    roles : tuple
        Steps to the role, or those of the braces.
    since, until : tuple
        Steps to the dates between which it holds, the first that leads to one.
    """

    name: str
    subject: Steps
    relations: tuple[str, ...]
    object: Steps
    role: str = ""
    roles: tuple[Steps, ...] = ()
    since: tuple[Steps, ...] = ()
    until: tuple[Steps, ...] = ()

    @property
    def paths(self) -> tuple[Steps, ...]:
        """All steps from the node."""
        return (self.subject, self.object, *self.roles, *self.since, *self.until)

    def is_told_by(self, predicates: set[str]) -> bool:
        """Whether a node without a class that has these predicates stands for such a fact: it has both ends."""
        return {self.subject[0], self.object[0]} <= {(False, name) for name in predicates}


@dataclass(frozen=True, slots=True)
class RdfMapping:
    """What terms of RDF mean.

    Parameters
    ----------
    classes : mapping of str to str
        Entity types by class, the telling ones first.
    names, also : tuple of str
        Predicates of names, the best first, and of further names.
    codes : tuple of str
        Predicates that lead to other identifiers of the same thing.
    triples : mapping of str to tuple of (str, bool)
        Relations by predicate, and whether it is turned round.
    nodes : mapping of str to tuple of NodeRule
        By class.
    silent : frozenset of str
        Terms that state nothing that facts tell.
    prefixes : mapping of str to str
        By which terms are shortened.
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    triples: Mapping[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    nodes: Mapping[str, tuple[NodeRule, ...]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def short(self, iri: str) -> str:
        """A term with its prefix, as messages show it.

        Examples
        --------
        >>> RdfMapping(prefixes={"org": "http://www.w3.org/ns/org#"}).short("http://www.w3.org/ns/org#role")
        'org:role'
        """
        found = [
            (len(space), prefix, space) for prefix, space in self.prefixes.items() if iri.startswith(space)
        ]
        if not found:
            return iri
        _, prefix, space = max(found)
        return f"{prefix}:{iri.removeprefix(space)}"


def term(iri: str) -> str:
    """A term in the form in which mappings have it: schema.org is written with and without the s.

    Examples
    --------
    >>> term("http://schema.org/name")
    'https://schema.org/name'
    """
    return SCHEMA + iri.removeprefix("http://schema.org/") if iri.startswith("http://schema.org/") else iri


def is_mapping(written: str) -> bool:
    """Whether a recipe is one for RDF: it speaks of terms, not of columns."""
    try:
        body = yaml.safe_load(written)
    except yaml.YAMLError:
        return False
    return (
        isinstance(body, dict)
        and "columns" not in body
        and bool({"triples", "nodes", "classes"} & body.keys())
    )


@cache
def mapping_for(own: str = "") -> RdfMapping:
    """The mappings of ``loaders/rdf/`` and the vocabulary itself as one, after the user's own where there is one.

    Parameters
    ----------
    own : str
        YAML.

    Raises
    ------
    InputError
        If it says what no mapping can.
    """
    shipped = [load_mapping(path) for path in sorted(resource("loaders/rdf").glob("*.yaml"))]
    return _joined([*([parse_mapping(own, "the mapping")] if own else []), _vocabulary(), *shipped])


def load_mapping(path: Path) -> RdfMapping:
    """Read a mapping and check it.

    Raises
    ------
    InputError
        If it cannot be read, or says what no mapping can; the message names what is wrong.
    """
    try:
        return parse_mapping(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def parse_mapping(written: str, source: str) -> RdfMapping:
    """Read a mapping from its text.

    Parameters
    ----------
    written : str
        YAML, in the form that ``docs/tables.md`` describes.
    source : str
        Of the text, for messages.

    Raises
    ------
    InputError
        As :func:`load_mapping`.
    """
    try:
        return _mapping(yaml.safe_load(written))
    except yaml.YAMLError as error:
        raise InputError(f"{source}: is not YAML: {' '.join(str(error).split())}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{source}: {error}") from error


def _mapping(body: Any) -> RdfMapping:
    if not isinstance(body, dict):
        raise ValueError("is no mapping: it needs prefixes, and triples, nodes or classes")
    check_keys(body, _KEYS, "a mapping")
    prefixes = PREFIXES | {str(key): str(value) for key, value in (body.get("prefixes") or {}).items()}

    def iri(name: str) -> str:
        prefix, sign, local = str(name).partition(":")
        if sign and prefix in prefixes:
            return term(prefixes[prefix] + local)
        if "://" in str(name) or prefix == "urn":
            return term(str(name))
        raise ValueError(f"{name!r} has a prefix that prefixes does not have")

    def steps(written: str) -> Steps:
        names = [str(written)] if "://" in str(written) else str(written).split("/")
        if not all(_STEP.fullmatch(name) for name in names) and "://" not in str(written):
            raise ValueError(f"{written!r} leads nowhere: write org:memberDuring/time:hasBeginning")
        return tuple((name.startswith("^"), iri(name.removeprefix("^"))) for name in names)

    def rule(name: str, written: Any) -> NodeRule:
        told: dict[str, Any] = {"fact": written} if isinstance(written, str) else dict(written)
        check_keys(told, _NODE_KEYS, f"the fact {told.get('fact')}")
        words = str(told.get("fact") or "").split()
        if len(words) != 3:
            raise ValueError(f"a fact is a subject, a relation and an object, not {told.get('fact')!r}")
        role = str(told.get("role") or "")
        roles = re.findall(r"\{([^{}]+)\}", role) if "{" in role else [role] if role else []
        return NodeRule(
            name,
            steps(words[0]),
            tuple(_relation(one) for one in words[1].split("|")),
            steps(words[2]),
            role if "{" in role else "",
            tuple(map(steps, roles)),
            tuple(map(steps, texts(told.get("since")))),
            tuple(map(steps, texts(told.get("until")))),
        )

    classes = body.get("classes") or {}
    if unknown := sorted(set(classes) - set(TYPES)):
        raise ValueError(f"there is no type {unknown[0]!r}: choose one of {', '.join(TYPES)}")
    return RdfMapping(
        classes={iri(name): kind for kind, names in classes.items() for name in texts(names)},
        names=tuple(map(iri, texts(body.get("names")))),
        also=tuple(map(iri, texts(body.get("also")))),
        codes=tuple(map(iri, texts(body.get("codes")))),
        triples={
            iri(name): tuple(
                (_relation(one.removeprefix(_INVERSE)), one.startswith(_INVERSE)) for one in texts(relations)
            )
            for name, relations in (body.get("triples") or {}).items()
        },
        nodes={
            iri(name): tuple(rule(str(name), one) for one in (facts if isinstance(facts, list) else [facts]))
            for name, facts in (body.get("nodes") or {}).items()
        },
        silent=frozenset(map(iri, texts(body.get("silent")))),
        prefixes={prefix: term(space) for prefix, space in prefixes.items()},
    )


def _relation(name: str) -> str:
    if name not in RELATIONS:
        raise ValueError(f"there is no relation {name!r}: choose one of {', '.join(RELATIONS)}")
    return name


def _vocabulary() -> RdfMapping:
    """What the terms of qigraph's own vocabulary mean: what they are called."""
    qi = PREFIXES["qi"]
    return RdfMapping(
        classes={qi + kind: kind for kind in TYPES},
        triples={qi + name: ((name, False),) for name in RELATIONS},
        codes=tuple(qi + scheme for scheme in IDENTIFIERS),
        also=(qi + "acronym", qi + "formerName"),
        silent=frozenset((qi + "founded", qi + "seat", qi + "ambiguousName")),
    )


def _joined(mappings: Iterable[RdfMapping]) -> RdfMapping:
    """One mapping: of two that say something of a term, the first counts."""
    every = list(mappings)
    return RdfMapping(
        classes=_first(mapping.classes for mapping in every),
        names=_once(mapping.names for mapping in every),
        also=_once(mapping.also for mapping in every),
        codes=_once(mapping.codes for mapping in every),
        triples=_first(mapping.triples for mapping in every),
        nodes=_first(mapping.nodes for mapping in every),
        silent=frozenset().union(*(mapping.silent for mapping in every)),
        prefixes=_first(mapping.prefixes for mapping in every),
    )


def _once(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _first(maps: Iterable[Mapping[str, T]]) -> dict[str, T]:
    joined: dict[str, T] = {}
    for one in maps:
        joined |= {key: value for key, value in one.items() if key not in joined}
    return joined
