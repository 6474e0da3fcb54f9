"""What is wrong with a graph or a vocabulary: SHACL shapes and rules of quality, each with the sentence behind it."""

from qigraph.checking.check import check_files, check_graph
from qigraph.checking.finding import Finding, as_rows

__all__ = ["Finding", "as_rows", "check_files", "check_graph"]
