"""The graph: a folder on disk that holds facts, the documents behind them, and both stores.

:func:`build` makes or updates the folder, :func:`open_graph` reads it.
"""

from qigraph.graph.building import BuildReport, build, remove
from qigraph.graph.graph import Graph, fact_rows, open_graph
from qigraph.graph.selection import check_date

__all__ = ["BuildReport", "Graph", "build", "check_date", "fact_rows", "open_graph", "remove"]
