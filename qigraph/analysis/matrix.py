"""What the algorithms of this room work on."""

from typing import Any

from scipy.sparse import csr_array

__all__ = ["Matrix"]

Matrix = csr_array[Any, tuple[int, int]]
"""A SciPy CSR array: ones where the row holds the column, each cell once, indices sorted."""
