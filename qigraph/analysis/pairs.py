"""Every pair of rows that shares a column: how much, how much is expected, how likely that is by chance."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import triu

from qigraph.analysis.benjamini_hochberg import adjusted
from qigraph.analysis.matrix import Matrix
from qigraph.analysis.null_models import DEFAULT, NullModel, null_model

__all__ = ["Pairs", "shared_pairs"]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of rows that share at least one column; arrays of one length, ordered by first, then second.

    Parameters
    ----------
    first, second : numpy.ndarray
        The two rows; first is the smaller.
    shared : numpy.ndarray
        Number of columns that both hold.
    expected, p, q : numpy.ndarray
        What the null model expects, how likely that many or more are under it, and that adjusted for all
        tests.
    tests : int
        Number of all pairs of rows, those that share nothing among them.
    model : NullModel
        What judged them.
    """

    first: NDArray[Any]
    second: NDArray[Any]
    shared: NDArray[Any]
    expected: NDArray[np.float64]
    p: NDArray[np.float64]
    q: NDArray[np.float64]
    tests: int
    model: NullModel


def shared_pairs(matrix: Matrix, null: str = DEFAULT) -> Pairs:
    """Count what pairs of rows share, and judge it against a null model.

    Parameters
    ----------
    matrix : scipy.sparse.csr_array
        Organisation by item, ones.
    null : str
        ``bicm`` or ``hypergeometric``.

    Raises
    ------
    InputError
        If there is no such null model.
    QueryError
        If the null model cannot be solved.

    References
    ----------
    Saracco et al. (2017), Inferring monopartite projections of bipartite networks, New J. Phys. 19:053022.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> found = shared_pairs(csr_array([[1, 1, 0], [1, 1, 0], [0, 0, 1]]), "hypergeometric")
    >>> found.first.tolist(), found.second.tolist(), found.shared.tolist(), found.tests
    ([0], [1], [2], 3)
    """
    model = null_model(null, matrix)
    counts = triu(matrix @ matrix.T, k=1, format="coo")
    order = np.lexsort((counts.col, counts.row))
    first, second, shared = counts.row[order], counts.col[order], counts.data[order]
    tests = matrix.shape[0] * (matrix.shape[0] - 1) // 2
    p = model.tail(first, second, shared)
    return Pairs(first, second, shared, model.expected(first, second), p, adjusted(p, tests), tests, model)
