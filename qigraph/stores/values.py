"""RDF terms as the values of a row."""

import math
from typing import Any

import pyoxigraph as ox

from qigraph.stores.terms import PREFIXES

__all__ = ["plain_value"]

_XSD = PREFIXES["xsd"]
_INTEGERS = {
    _XSD + name
    for name in (
        "integer",
        "int",
        "long",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "negativeInteger",
    )
}
_FLOATS = {_XSD + name for name in ("decimal", "double", "float")}


def plain_value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Any:
    """A term as JSON knows it: numbers and truths as such, everything else as text.

    Examples
    --------
    >>> plain_value(ox.Literal(7)), plain_value(ox.NamedNode("https://example.org/")), plain_value(None)
    (7, 'https://example.org/', None)
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return str(term)
    kind = term.datatype.value
    try:
        if kind in _INTEGERS:
            return int(term.value)
        if kind in _FLOATS and math.isfinite(number := float(term.value)):
            return number
    except ValueError:
        return term.value
    if kind == _XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    return term.value
