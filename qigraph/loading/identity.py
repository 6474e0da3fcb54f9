"""Which thing a source means that gives it a name, codes, or both."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qigraph.facts import Entity
from qigraph.loading.tables.codes import coded, name_of_code
from qigraph.names import normal, slug

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Known"]


class Known:
    """The entries of a registry by their codes, and by the names that they alone bear.

    Parameters
    ----------
    registry : Registry

    Examples
    --------
    >>> from qigraph.loading.registry import load_registry
    >>> known = Known(load_registry())
    >>> known.entity("Organisation", "Bureau of Weights", (), (("ror", "055vkyj43"),)).id
    'bipm'
    >>> known.entity("Organisation", "Lakes Office", (), (("ror", "012xzy7a9"),)).id
    'organisation/ror:012xzy7a9'
    """

    def __init__(self, registry: "Registry") -> None:
        self._by_code = {code: entry.entity for entry in registry.entries for code in entry.identifiers}
        self._by_id = {entry.id: entry.entity for entry in registry.entries}
        self._by_name: dict[str, Entity | None] = {}
        for entry in registry.entries:
            for name in {*map(normal, entry.names), *entry.acronyms, *entry.ambiguous}:
                alone = name not in self._by_name and name not in entry.ambiguous
                self._by_name[name] = entry.entity if alone else None

    def entity(
        self, kind: str, name: str, also: Iterable[str] = (), codes: tuple[tuple[str, str], ...] = ()
    ) -> Entity:
        """The thing: an entry of the registry that has one of its codes, else one by its first code, else by its name.

        Parameters
        ----------
        kind : str
            Entity type, where the registry does not tell.
        name : str
            Empty where the source has codes alone.
        also : iterable of str
            Further names.
        codes : tuple of (str, str)
            The first is the source's own.
        """
        names = tuple(dict.fromkeys(other for other in also if other and other != name))
        entries = {entry.id: entry for code in codes if (entry := self._by_code.get(code))}
        if len(entries) > 1 and codes[0] in self._by_code:
            entries = {"": self._by_code[codes[0]]}
        if len(entries) == 1:
            (known,) = entries.values()
            told = (name, *names) if name else names
            extra = tuple(n for n in told if n != known.label and n not in known.aliases)
            return Entity(known.id, known.label, known.type, known.aliases + extra, tuple(sorted(codes)))
        tail = coded(*codes[0]) if codes else slug(name)
        label = name or name_of_code(*codes[0])
        return Entity(f"{kind.lower()}/{tail}", label, kind, names, tuple(sorted(codes)))

    def named(self, name: str) -> Entity | None:
        """The entry that alone bears a full name or an acronym.

        Examples
        --------
        >>> from qigraph.loading.registry import load_registry
        >>> Known(load_registry()).named("BIPM").id
        'bipm'
        """
        return self._by_name.get(name.strip()) or self._by_name.get(normal(name))

    def entry(self, identifier: str) -> Entity | None:
        """The entry of an identifier."""
        return self._by_id.get(identifier)
