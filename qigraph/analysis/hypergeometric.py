"""The hypergeometric null model: every item equally popular."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import hypergeom

from qigraph.analysis.matrix import Matrix

__all__ = ["Hypergeometric"]


class Hypergeometric:
    """Each organisation draws its items blindly from those that occur in the layer.

    Quick, but blind to the popularity of items: where some are held by nearly everyone, it finds overlaps
    that are none. Items that nobody holds are not counted, which makes the test stricter.

    Parameters
    ----------
    matrix : scipy.sparse.csr_array
        Organisation by item, ones.

    References
    ----------
    Tumminello, Miccichè, Lillo, Piilo & Mantegna (2011), Statistically validated networks in bipartite
    complex systems, PLoS ONE 6:e17994.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> null = Hypergeometric(csr_array([[1, 1, 0], [1, 1, 0], [0, 0, 1]]))
    >>> first, second = np.array([0]), np.array([1])
    >>> null.expected(first, second).round(4).tolist()
    [1.3333]
    >>> null.tail(first, second, np.array([2])).round(4).tolist()
    [0.3333]
    """

    def __init__(self, matrix: Matrix) -> None:
        self._degrees = np.diff(matrix.indptr)
        self._items = int(matrix.shape[1])

    def expected(self, first: NDArray[Any], second: NDArray[Any]) -> NDArray[np.float64]:
        """Expected number of shared items of pairs of rows."""
        return np.asarray(
            self._degrees[first] * self._degrees[second] / max(self._items, 1), dtype=np.float64
        )

    def tail(self, first: NDArray[Any], second: NDArray[Any], shared: NDArray[Any]) -> NDArray[np.float64]:
        """Probability that pairs of rows share that many items or more."""
        shape = (self._items + 1,) * 3
        cases = np.ravel_multi_index((self._degrees[first], self._degrees[second], shared), shape)
        distinct, place = np.unique(cases, return_inverse=True)
        one, other, count = np.unravel_index(distinct, shape)
        tails = hypergeom.sf(count - 1, self._items, one, other)
        return np.asarray(tails, dtype=np.float64)[place]
