"""The bipartite configuration model: organisations keep their size, items their popularity.

Among all random matrices whose expected degrees are those of the layer, it is the one of greatest entropy:
``p_ia = x_i y_a / (1 + x_i y_a)``, independent cells. Three steps:

1. Rows of one degree have one ``x``, columns of one degree one ``y``: the model is solved for degree classes.
2. Where the degrees force a cell (a row that holds everything, a nested block), it is 0 or 1 in *every*
   matrix with these degrees and no finite ``x y`` exists. Ryser's structure matrix finds those cells, and
   they are set aside.
3. The rest has exactly one solution, found by Newton steps on the likelihood, which is concave in ``log x,
   log y``.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve

from qigraph.analysis.matrix import Matrix
from qigraph.analysis.poisson_binomial import tails
from qigraph.errors import QueryError

__all__ = ["Bicm", "probabilities"]

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

TOLERANCE = 1e-9
"""By how much an expected degree may miss the observed one."""

STEPS = 200


class Bicm:
    """The bipartite configuration model of one layer.

    Parameters
    ----------
    matrix : scipy.sparse.csr_array
        Organisation by item, ones.

    Raises
    ------
    QueryError
        If the model cannot be solved to within :data:`TOLERANCE`.

    References
    ----------
    Saracco, Di Clemente, Gabrielli & Squartini (2015), Randomizing bipartite networks, Sci. Rep. 5:10595;
    Saracco, Straka, Di Clemente, Gabrielli, Caldarelli & Squartini (2017), Inferring monopartite
    projections of bipartite networks, New J. Phys. 19:053022.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> null = Bicm(csr_array([[1, 1, 0], [1, 0, 1], [0, 1, 1]]))
    >>> null.probability.round(4).tolist()[0]
    [0.6667, 0.6667, 0.6667]
    >>> null.tail(np.array([0]), np.array([1]), np.array([3])).round(4).tolist() == [round((4 / 9) ** 3, 4)]
    True
    """

    def __init__(self, matrix: Matrix) -> None:
        row_degrees = np.diff(matrix.indptr).astype(np.int64)
        column_degrees = np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.int64)
        self._probability, self._row_class, self._column_class = probabilities(row_degrees, column_degrees)

    @property
    def probability(self) -> Floats:
        """``p_ia`` of every cell."""
        return np.asarray(self._probability[self._row_class][:, self._column_class], dtype=np.float64)

    def expected(self, first: NDArray[Any], second: NDArray[Any]) -> Floats:
        """Expected number of shared items of pairs of rows."""
        sizes = np.bincount(self._column_class, minlength=self._probability.shape[1])
        between = (self._probability * sizes) @ self._probability.T
        return np.asarray(between[self._row_class[first], self._row_class[second]], dtype=np.float64)

    def tail(self, first: NDArray[Any], second: NDArray[Any], shared: NDArray[Any]) -> Floats:
        """Exact probability that pairs of rows share that many items or more."""
        if not len(shared):
            return np.zeros(0)
        one, other = self._row_class[first], self._row_class[second]
        count = len(self._probability)
        pairs = np.minimum(one, other) * count + np.maximum(one, other)
        distinct, place = np.unique(pairs, return_inverse=True)
        table = np.empty((len(distinct), int(shared.max()) + 1))
        for start in range(0, len(table), 1000):
            low, high = np.divmod(distinct[start : start + 1000], count)
            both = (self._probability[low] * self._probability[high])[:, self._column_class]
            table[start : start + 1000] = tails(both, table.shape[1] - 1)
        return np.asarray(table[place, shared], dtype=np.float64)


def probabilities(row_degrees: Integers, column_degrees: Integers) -> tuple[Floats, Integers, Integers]:
    """Solve the model for degrees that some matrix of zeros and ones has.

    Parameters
    ----------
    row_degrees, column_degrees : numpy.ndarray of int

    Returns
    -------
    (numpy.ndarray, numpy.ndarray, numpy.ndarray)
        ``p`` by class of row and class of column, and the class of each row and of each column.

    Raises
    ------
    QueryError
        If the steps end without reproducing the degrees to within :data:`TOLERANCE`.
    """
    rows, row_class, row_sizes = np.unique(row_degrees, return_inverse=True, return_counts=True)
    columns, column_class, column_sizes = np.unique(column_degrees, return_inverse=True, return_counts=True)
    ones, zeros = _forced(rows, row_sizes, columns, column_sizes)
    free = ~(ones | zeros)
    p = ones.astype(np.float64)
    if free.any():
        wanted_rows = rows - ones @ column_sizes
        wanted_columns = columns - row_sizes @ ones
        p += _solve(wanted_rows, row_sizes, wanted_columns, column_sizes, free)
    return p, row_class, column_class


def _forced(
    rows: Integers, row_sizes: Integers, columns: Integers, column_sizes: Integers
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Cells, by class, that are 1 and that are 0 in every matrix with these degrees.

    Ryser's structure matrix counts, for the e largest rows and the f largest columns, the zeros among the
    cells that both hold and the ones among those that neither does. Where it is nothing, the former are all
    1 and the latter all 0.

    References
    ----------
    Ryser (1957), Combinatorial properties of matrices of zeros and ones, Canad. J. Math. 9:371; Brualdi
    (1980), Matrices of zeros and ones with fixed row and column sum vectors, Linear Algebra Appl. 33:159.
    """
    # From the largest degree down; position e stands between the class e - 1 and the class e.
    e = np.concatenate([[0], np.cumsum(row_sizes[::-1])])
    f = np.concatenate([[0], np.cumsum(column_sizes[::-1])])
    in_rows = np.concatenate([[0], np.cumsum((rows * row_sizes)[::-1])])
    in_columns = np.concatenate([[0], np.cumsum((columns * column_sizes)[::-1])])
    structure = np.outer(e, f) + (in_columns[-1] - in_columns)[None, :] - in_rows[:, None]
    tight = structure == 0
    ones = np.logical_or.accumulate(np.logical_or.accumulate(tight[::-1, ::-1], axis=0), axis=1)[::-1, ::-1]
    zeros = np.logical_or.accumulate(np.logical_or.accumulate(tight, axis=0), axis=1)
    return ones[1:, 1:][::-1, ::-1], zeros[:-1, :-1][::-1, ::-1]


def _solve(
    rows: Integers, row_sizes: Integers, columns: Integers, column_sizes: Integers, free: NDArray[np.bool_]
) -> Floats:
    """Probabilities of the free cells, by class, that reproduce the degrees.

    References
    ----------
    Vallarano et al. (2021), Fast and scalable likelihood maximization for exponential random graph models
    with local constraints, Sci. Rep. 11:15227.
    """
    count = len(rows)
    total = max(int(rows @ row_sizes), 1)
    guess = [np.log(np.maximum(rows, 0.5)), np.log(np.maximum(columns, 0.5)) - np.log(total)]
    theta = np.concatenate(guess).astype(np.float64)
    weights = np.outer(row_sizes, column_sizes) * free
    wanted = np.concatenate([rows * row_sizes, columns * column_sizes])
    sizes = np.concatenate([row_sizes, column_sizes])

    def cells(theta: Floats) -> Floats:
        return np.asarray(free / (1 + np.exp(-(theta[:count, None] + theta[None, count:]))), dtype=np.float64)

    def gradient(p: Floats) -> Floats:
        both = p * weights
        return np.asarray(wanted - np.concatenate([both.sum(axis=1), both.sum(axis=0)]), dtype=np.float64)

    def likelihood(theta: Floats) -> float:
        return float(
            wanted @ theta - (weights * np.logaddexp(0, theta[:count, None] + theta[None, count:])).sum()
        )

    p = cells(theta)
    for _ in range(STEPS):
        slope = gradient(p)
        if np.abs(slope / sizes).max() < TOLERANCE:
            return p
        curvature = p * (1 - p) * weights
        hessian = np.block(
            [[np.diag(curvature.sum(axis=1)), curvature], [curvature.T, np.diag(curvature.sum(axis=0))]]
        )
        # x may grow as y shrinks without any change: the ridge decides between the equivalent steps.
        ridge = np.diag(1e-10 * np.diag(hessian) + (np.diag(hessian) == 0))
        step = solve(hessian + ridge, slope, assume_a="pos")
        here, length, rise = likelihood(theta), 1.0, float(slope @ step)
        while length > 1e-6 and likelihood(theta + length * step) < here + 1e-4 * length * rise - 1e-12 * abs(
            here
        ):
            length /= 2
        theta = theta + length * step
        p = cells(theta)
    raise QueryError(
        "the bipartite configuration model does not settle on these degrees: "
        "use the hypergeometric null model instead"
    )
