"""Which things the nodes of RDF are: what they are called, of what type, and by which codes others know them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.loading.goals import load_goals
from qigraph.loading.identity import Known
from qigraph.loading.rdf.lines import Line
from qigraph.loading.rdf.mapping import RdfMapping, term
from qigraph.loading.tables.codes import clean_code, code_in
from qigraph.loading.topics import load_topics
from qigraph.names import slug
from qigraph.schema import IDENTIFIERS, TYPES
from qigraph.stores.rdf_reading import Nodes, read_entity
from qigraph.stores.terms import PREFIXES, entity_id

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Term", "Things", "text_of"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_RDF_TYPE = PREFIXES["rdf"] + "type"
_LANGUAGES = {"en": 0, None: 1, "fr": 2}


class Things:
    """The nodes of one file as entities.

    Parameters
    ----------
    lines : iterable of Line
    nodes : Nodes
        The same, by IRI.
    mapping : RdfMapping
    registry : Registry
    """

    def __init__(
        self, lines: Iterable[Line], nodes: Nodes, mapping: RdfMapping, registry: "Registry"
    ) -> None:
        self.mapping = mapping
        self.known = Known(registry)
        self._nodes = nodes
        self._guessed: dict[Term, list[set[str]]] = defaultdict(list)
        self._found: dict[tuple[Term, str], Entity | None] = {}
        self.said: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            self.said[line.quad.subject][term(line.quad.predicate.value)].append(line.quad.object)

    def classes(self, node: Term) -> list[str]:
        """The classes of a node."""
        return [
            term(one.value) for one in self.said[node].get(_RDF_TYPE, ()) if isinstance(one, ox.NamedNode)
        ]

    def kind(self, node: Term) -> str | None:
        """Its type, where something tells: its address, or its classes."""
        if isinstance(node, ox.NamedNode) and (own := self._own(node)):
            return own.type
        found = set(self.classes(node))
        return next((kind for name, kind in self.mapping.classes.items() if name in found), None)

    def may_be(self, node: Term, kinds: Iterable[str]) -> None:
        """Remember of which types a node may be that nothing tells the type of."""
        self._guessed[node].append(set(kinds))

    def guess(self, node: Term) -> str | None:
        """The one type that all relations leave to it, or that of an organisation where they leave that."""
        left = set(TYPES).intersection(*self._guessed[node]) if node in self._guessed else set()
        return "Organisation" if "Organisation" in left else left.pop() if len(left) == 1 else None

    def entity(self, node: Term, kind: str | None = None) -> Entity | None:
        """What a node stands for; None where it has no type, or neither name nor address.

        Parameters
        ----------
        node : pyoxigraph term
        kind : str or None
            Its type, where nothing in the file tells.
        """
        type_ = self.kind(node) or kind
        if type_ is None:
            return None
        key = (node, type_)
        if key not in self._found:
            self._found[key] = self._entity(node, type_)
        return self._found[key]

    def _entity(self, node: Term, kind: str) -> Entity | None:
        if isinstance(node, ox.Literal):
            return self._named(node.value, kind)
        if isinstance(node, ox.NamedNode) and (own := self._own(node)):
            return own
        name, *also = self.names(node) or [""]
        if kind == "Topic":
            return _topics().get(name.casefold())
        if kind == "Goal":
            return None
        codes = self._codes(node)
        return self.known.entity(kind, name, also, codes) if name or codes else None

    def _named(self, name: str, kind: str) -> Entity | None:
        """What a text calls by its name: what lists have, and places; any other name says too little."""
        if kind == "Place":
            return Entity(f"place/{slug(name)}", name, kind) if name.strip() else None
        if kind == "Topic":
            return _topics().get(name.strip().casefold())
        known = self.known.named(name)
        return known if known is not None and kind != "Person" else None

    def described(self, node: ox.NamedNode) -> Entity | None:
        """What a statement of the vocabulary speaks of: as the file describes it, else as any node."""
        try:
            return read_entity(node.value, self._nodes.get(node.value, {}))
        except InputError:
            return self.entity(node, "Organisation")

    def _own(self, node: ox.NamedNode) -> Entity | None:
        """What qigraph's own address or that of a goal stands for."""
        try:
            identifier = entity_id(node.value)
        except ValueError:
            return None
        names = self.names(node)
        if identifier.startswith("goal/"):
            known = _goals().get(identifier)
        else:
            known = self.known.entry(identifier) or _topic_ids().get(identifier)
        if known is not None:
            extra = tuple(name for name in names if name != known.label and name not in known.aliases)
            return Entity(known.id, known.label, known.type, known.aliases + extra)
        if identifier.startswith(("goal/", "topic/")):
            return None
        try:
            return read_entity(node.value, self._nodes[node.value])
        except (InputError, KeyError):
            return None

    def names(self, node: Term) -> list[str]:
        """Its names, the best first: English before French before others."""
        found: dict[str, None] = {}
        for predicate in (*self.mapping.names, *self.mapping.also):
            texts = [one for one in self.said[node].get(predicate, ()) if isinstance(one, ox.Literal)]
            texts.sort(key=lambda text: (_LANGUAGES.get(text.language, 3), text.language or "", text.value))
            found |= {clean: None for text in texts if (clean := " ".join(text.value.split()))}
        return list(found)

    def _codes(self, node: Term) -> tuple[tuple[str, str], ...]:
        codes: dict[tuple[str, str], None] = {}
        if isinstance(node, ox.NamedNode):
            codes[code_in(node.value)] = None
        for predicate in self.mapping.codes:
            scheme = predicate.removeprefix(PREFIXES["qi"])
            for value in self.said[node].get(predicate, ()):
                if isinstance(value, ox.NamedNode):
                    codes[code_in(value.value)] = None
                elif isinstance(value, ox.Literal) and scheme in IDENTIFIERS:
                    codes[scheme, clean_code(scheme, value.value)] = None
                elif isinstance(value, ox.Literal) and (code := code_in(value.value))[0] != "iri":
                    codes[code] = None
        return tuple(code for code in codes if code[1] and not code[1].startswith(PREFIXES["sdg"]))


def text_of(node: Term, things: Things) -> str:
    """What a node says as a text: a literal itself, a thing its name, else the end of its address."""
    if isinstance(node, ox.Literal):
        return " ".join(node.value.split())
    if names := things.names(node):
        return names[0]
    return (
        node.value.rstrip("/#").replace("#", "/").rpartition("/")[2] if isinstance(node, ox.NamedNode) else ""
    )


@cache
def _goals() -> dict[str, Entity]:
    return {goal.id: goal for goal in load_goals()}


@cache
def _topics() -> dict[str, Entity]:
    return {name.casefold(): topic.entity for topic in load_topics() for name in topic.names}


@cache
def _topic_ids() -> dict[str, Entity]:
    return {topic.entity.id: topic.entity for topic in load_topics()}
