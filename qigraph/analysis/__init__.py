"""What the facts say between the lines: where organisations overlap, and where nothing joins them.

Underneath are plain functions on SciPy sparse matrices, one algorithm a file; above them a layer that keeps
the facts, hence the sentences, behind every number.
"""
