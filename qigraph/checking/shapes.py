"""Runs the SHACL shapes of ``ontology/shapes.ttl`` over triples, with rudof."""

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from qigraph.checking.finding import Finding
from qigraph.resources import resource

__all__ = ["broken_shapes"]

_SH = "http://www.w3.org/ns/shacl#"
_UNNAMED = ("OR not satisfied", "AND not satisfied")


def broken_shapes(triples: bytes) -> Iterator[Finding]:
    """What the shapes refuse.

    Parameters
    ----------
    triples : bytes
        N-Triples.
    """
    import pyrudof

    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_data(triples.decode(), format=pyrudof.RDFFormat.NTriples)
    rudof.read_shacl(resource("ontology/shapes.ttl").read_text(encoding="utf-8"))
    for result in rudof.validate_shacl():
        yield Finding("error", "shape", str(result.focus_node), _problem(result))


def _problem(result: object) -> str:
    """The message of the shape; rudof does not tell that of an ``sh:or``."""
    message = str(getattr(result, "message", "") or "").strip('"')
    path = getattr(result, "path", None)
    if not message or message in _UNNAMED:
        shape = str(getattr(result, "source_shape", "") or "")
        message = _messages().get(str(path) if path else shape, message)
    value = getattr(result, "value", None)
    return f"{message} Here: {value}" if value is not None else message


@cache
def _messages() -> dict[str, str]:
    """What the shapes say of the ends of a relation: by relation for the object, by shape for the subject."""
    store = ox.Store()
    store.load(path=resource("ontology/shapes.ttl"), format=ox.RdfFormat.TURTLE)
    found: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(f"{_SH}message"), None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            found[quad.subject.value] = quad.object.value
    for quad in store.quads_for_pattern(None, ox.NamedNode(f"{_SH}or"), None):
        paths = list(store.quads_for_pattern(quad.subject, ox.NamedNode(f"{_SH}path"), None))
        told = list(store.quads_for_pattern(quad.subject, ox.NamedNode(f"{_SH}message"), None))
        if (
            paths
            and told
            and isinstance(paths[0].object, ox.NamedNode)
            and isinstance(told[0].object, ox.Literal)
        ):
            found[paths[0].object.value] = told[0].object.value
    return found
