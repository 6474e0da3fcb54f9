"""A knowledge graph of the international quality-infrastructure organisations, whose facts all have a quote.

>>> import qigraph
>>> report = qigraph.build(["minutes.txt"], "my.qi")  # doctest: +SKIP
>>> graph = qigraph.open("my.qi")  # doctest: +SKIP
>>> graph.facts(relation="memberOf", as_of="2012")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qigraph.facts import Entity, Evidence, Fact, Interval
    from qigraph.graph import BuildReport, Graph, build, remove
    from qigraph.graph import open_graph as open
    from qigraph.rows import Rows

__all__ = [
    "BuildReport",
    "Entity",
    "Evidence",
    "Fact",
    "Graph",
    "Interval",
    "Rows",
    "build",
    "open",
    "remove",
]

_HOMES = {
    "BuildReport": ("qigraph.graph", "BuildReport"),
    "Entity": ("qigraph.facts", "Entity"),
    "Evidence": ("qigraph.facts", "Evidence"),
    "Fact": ("qigraph.facts", "Fact"),
    "Graph": ("qigraph.graph", "Graph"),
    "Interval": ("qigraph.facts", "Interval"),
    "Rows": ("qigraph.rows", "Rows"),
    "build": ("qigraph.graph", "build"),
    "open": ("qigraph.graph", "open_graph"),
    "remove": ("qigraph.graph", "remove"),
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: ``qigraph --help`` needs none of it."""
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("qigraph")
        except PackageNotFoundError:  # a checkout that was not installed
            return "0+unknown"
    if name not in _HOMES:
        raise AttributeError(f"module 'qigraph' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
