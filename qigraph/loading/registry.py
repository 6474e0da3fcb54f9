"""The registry: which organisations, networks and bodies there are, and by which names texts call them.

It is read from ``ontology/organisations.ttl``, whose form ``ontology/README.md`` describes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.loading.blocks import ID, QI, SKOS, Block, read_blocks
from qigraph.loading.spelling import spellings
from qigraph.resources import resource
from qigraph.schema import IDENTIFIERS, TYPES

__all__ = ["Entry", "Registry", "load_registry"]

_PARENT = "http://www.w3.org/ns/org#subOrganizationOf"
_URL = "https://schema.org/url"
_PREF, _ALT, _HIDDEN = SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"
_ACRONYM, _AMBIGUOUS, _FORMER = QI + "acronym", QI + "ambiguousName", QI + "formerName"
_FOUNDED, _SEAT = QI + "founded", QI + "seat"
_KNOWN = frozenset((_PARENT, _URL, _PREF, _ALT, _HIDDEN, _ACRONYM, _AMBIGUOUS, _FORMER, _FOUNDED, _SEAT)) | {
    "http://purl.org/dc/terms/source",
    *(QI + name for name in IDENTIFIERS),
}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the registry.

    Parameters
    ----------
    entity : Entity
        Its id, its English label and every other stated name as alias.
    names : tuple of str
        Full names in all languages, former and wrong ones too, in every usual spelling.
    acronyms : tuple of str
        Acronyms by which it is known in this field, in all languages.
    ambiguous : frozenset of str
        Names that others bear as well. One that stands in ``acronyms`` or ``names`` too means this entry
        where a text says nothing else; any other needs the full name nearby.
    former : tuple of str
        Names it bore in the past.
    parent : str or None
        Identifier of what it is part of.
    founded : str or None
        Year.
    seat : str or None
        City.
    url : str or None
        Its web site.
    identifiers : tuple of (str, str)
        Scheme and value, sorted: ``("wikidata", "Q229478")``.
    """

    entity: Entity
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    former: tuple[str, ...] = ()
    parent: str | None = None
    founded: str | None = None
    seat: str | None = None
    url: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Identifier of the entity."""
        return self.entity.id


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """All entries, sorted by identifier; what is made of them once is kept for this very registry."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def empty(cls) -> "Registry":
        """A registry that knows nobody, to see what reading without one finds.

        Examples
        --------
        >>> Registry.empty().entries
        ()
        """
        return cls()

    def by_id(self) -> dict[str, Entry]:
        """The entries by identifier."""
        return {entry.id: entry for entry in self.entries}


def load_registry(path: Path | None = None) -> Registry:
    """Read a registry and check its form.

    Parameters
    ----------
    path : Path, optional
        A Turtle file of the same form; the one that qigraph ships where none is given.

    Raises
    ------
    InputError
        If the file is not Turtle or an entry breaks the form; the message names the line.

    Examples
    --------
    >>> bipm = load_registry().by_id()["bipm"]
    >>> bipm.entity.label, bipm.acronyms[0], bipm.founded
    ('International Bureau of Weights and Measures', 'BIPM', '1875')
    """
    source = path or resource("ontology/organisations.ttl")
    blocks = read_blocks(source)
    entries = {}
    for block in blocks:
        try:
            entry = _entry(block)
        except ValueError as error:
            raise InputError(f"{source}, line {block.line}: {error}") from error
        entries[entry.id] = entry
    lines = {block.iri.removeprefix(ID): block.line for block in blocks}
    try:
        _check_parents(entries)
        _check_shared(entries.values())
    except _FormError as error:
        raise InputError(f"{source}, line {lines[error.id]}: {error}") from error
    return Registry(tuple(entries[key] for key in sorted(entries)))


class _FormError(ValueError):
    def __init__(self, identifier: str, message: str) -> None:
        super().__init__(message)
        self.id = identifier


def _entry(block: Block) -> Entry:
    slug = block.iri.removeprefix(ID)
    if not block.iri.startswith(ID) or not _SLUG.fullmatch(slug):
        raise ValueError(f"{block.iri} is not {ID} with a slug of a-z, 0-9 and single hyphens")
    if unknown := sorted(set(block.values) - _KNOWN):
        raise ValueError(f"{slug} has the unknown property {unknown[0]}")
    label = block.label()
    if not label:
        raise ValueError(f"{slug} has no skos:prefLabel")
    former = _distinct(block.texts(_FORMER))
    acronyms = _distinct(block.texts(_ACRONYM))
    ambiguous = _distinct(block.texts(_AMBIGUOUS))
    names = _distinct([label, *block.texts(_PREF, _ALT, _FORMER, _HIDDEN)])
    if blank := [name for name in (*names, *acronyms, *ambiguous) if name != name.strip() or not name]:
        raise ValueError(f"{slug} has the name {blank[0]!r}: take off the blanks")
    aliases = tuple(name for name in _distinct((*acronyms, *ambiguous, *names)) if name != label)
    return Entry(
        entity=Entity(slug, label, _type(block, slug), aliases),
        names=_all_spellings(block, names),
        acronyms=acronyms,
        ambiguous=frozenset(ambiguous),
        former=former,
        parent=_one([iri.removeprefix(ID) for iri in block.iris(_PARENT)], "org:subOrganizationOf"),
        founded=_year(_one(block.texts(_FOUNDED), "qi:founded")),
        seat=_one(block.texts(_SEAT), "qi:seat"),
        url=_one(block.iris(_URL), "schema:url"),
        identifiers=tuple((scheme, v) for scheme in IDENTIFIERS for v in sorted(block.texts(QI + scheme))),
    )


def _type(block: Block, slug: str) -> str:
    kinds = [iri.removeprefix(QI) for iri in block.types if iri.startswith(QI)]
    if len(kinds) != 1 or kinds[0] not in TYPES:
        raise ValueError(f"{slug} needs one class of {', '.join('qi:' + kind for kind in TYPES)}")
    return kinds[0]


def _all_spellings(block: Block, names: tuple[str, ...]) -> tuple[str, ...]:
    english = set(block.texts(_PREF, _ALT, _FORMER, _HIDDEN, language="en"))
    return _distinct(v for name in names for v in spellings(name, "en" if name in english else ""))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _one(values: list[str], name: str) -> str | None:
    if len(values) > 1:
        raise ValueError(f"{name} is stated {len(values)} times: keep one")
    return values[0] if values else None


def _year(value: str | None) -> str | None:
    if value is not None and not _YEAR.fullmatch(value):
        raise ValueError(f"qi:founded {value!r} is not a year")
    return value


def _check_parents(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        if entry.parent is not None and entry.parent not in entries:
            raise _FormError(entry.id, f"{entry.id} is part of id:{entry.parent}, which has no block")


def _check_shared(entries: Iterable[Entry]) -> None:
    bearers: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for name in (*entry.names, *entry.acronyms, *entry.ambiguous):
            bearers[name.casefold()][entry.id] = entry
    for name, sharing in bearers.items():
        if len(sharing) == 1:
            continue
        claims = []
        for entry in sharing.values():
            if name not in {own.casefold() for own in entry.ambiguous}:
                others = ", ".join(key for key in sharing if key != entry.id)
                raise _FormError(entry.id, f"{entry.id} shares {name!r} with {others}: add qi:ambiguousName")
            if name in {own.casefold() for own in (*entry.names, *entry.acronyms)}:
                claims.append(entry)
        if len(claims) > 1:
            message = (
                f"{claims[1].id} and {claims[0].id} both claim {name!r}: keep it in one, or only ambiguous"
            )
            raise _FormError(claims[1].id, message)
