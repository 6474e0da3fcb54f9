"""RDF as a text with a statement on each line, into which evidence can point."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.reading.text import Text

__all__ = ["MEDIA_TYPE", "Line", "as_text", "lines_of"]

MEDIA_TYPE = "application/n-quads"

Node = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True, slots=True)
class Line:
    """A statement and its place in the text.

    Parameters
    ----------
    number : int
        From 1.
    start, stop : int
    quad : pyoxigraph.Quad
    """

    number: int
    start: int
    stop: int
    quad: ox.Quad


def as_text(name: str, quads: Iterable[ox.Quad], mapping: str = "") -> Text:
    r"""Write statements as N-Quads: a node after the other, each followed by the nameless ones inside of it.

    Parameters
    ----------
    name : str
        Of the document.
    quads : iterable of pyoxigraph.Quad
        In the order of the file, which decides how nameless nodes are numbered.
    mapping : str
        A mapping of the user's own.

    Examples
    --------
    >>> data = b"@prefix o: <urn:o:> . <urn:b> o:is [ o:in <urn:a> ] . <urn:a> o:is 1 ."
    >>> print(as_text("a.ttl", ox.parse(data, format=ox.RdfFormat.TURTLE)).characters, end="")
    <urn:a> <urn:o:is> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
    <urn:b> <urn:o:is> _:b1 .
    _:b1 <urn:o:in> <urn:a> .
    """
    quads = list(dict.fromkeys(quads))
    by_subject: dict[ox.NamedNode | ox.BlankNode, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, Node):
            by_subject[quad.subject].append(quad)
    ordered = [quad for node in _order(by_subject) for quad in by_subject[node]]
    numbers: dict[ox.BlankNode, ox.BlankNode] = {}
    named = (_renamed(quad, numbers) for quad in ordered)
    written = ox.serialize(named, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    return Text(name, written.decode(), MEDIA_TYPE, recipe=mapping)


def _order(
    by_subject: dict[ox.NamedNode | ox.BlankNode, list[ox.Quad]],
) -> Iterator[ox.NamedNode | ox.BlankNode]:
    """Named nodes by IRI, each followed by the nameless ones that it leads to; at the end those that none leads to."""
    for quads in by_subject.values():
        quads.sort(key=lambda quad: (quad.predicate.value, _key(quad.object), str(quad.graph_name)))
    named = sorted(
        (node for node in by_subject if isinstance(node, ox.NamedNode)), key=lambda node: node.value
    )
    inner = {quad.object for quads in by_subject.values() for quad in quads}
    nameless = [node for node in by_subject if isinstance(node, ox.BlankNode)]
    seen: set[ox.NamedNode | ox.BlankNode] = set()
    roots: list[ox.NamedNode | ox.BlankNode] = [*named, *(n for n in nameless if n not in inner), *nameless]
    for root in roots:
        waiting: list[ox.NamedNode | ox.BlankNode] = [root]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            yield node
            inside = [q.object for q in by_subject[node] if isinstance(q.object, ox.BlankNode)]
            waiting += [one for one in reversed(inside) if one in by_subject]


def _key(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> tuple[int, str]:
    """Nameless nodes keep the order of the file."""
    return (1, "") if isinstance(term, ox.BlankNode) else (0, str(term))


def _renamed(quad: ox.Quad, numbers: dict[ox.BlankNode, ox.BlankNode]) -> ox.Quad:
    def name(term: ox.BlankNode) -> ox.BlankNode:
        return numbers.setdefault(term, ox.BlankNode(f"b{len(numbers) + 1}"))

    return ox.Quad(
        name(quad.subject) if isinstance(quad.subject, ox.BlankNode) else quad.subject,
        quad.predicate,
        name(quad.object) if isinstance(quad.object, ox.BlankNode) else quad.object,
        name(quad.graph_name) if isinstance(quad.graph_name, ox.BlankNode) else quad.graph_name,
    )


def lines_of(text: Text) -> list[Line]:
    """The statements of a text that :func:`as_text` wrote, each with its place.

    Parameters
    ----------
    text : Text

    Raises
    ------
    InputError
        If it is another text.
    """
    found, at = [], 0
    written = [line for line in text.characters.split("\n") if line]
    try:
        quads = list(ox.parse(text.characters, format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, MemoryError) as error:
        raise InputError(f"{text.name}: cannot be read as N-Quads: {error}") from error
    for number, (line, quad) in enumerate(zip(written, quads, strict=True), start=1):
        found.append(Line(number, at, at + len(line), quad))
        at += len(line) + 1
    return found
