"""The bipartite configuration model keeps the degrees, forces what is forced, and its tail is exact."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray
from scipy.sparse import csr_array

from qigraph.analysis.bicm import Bicm
from tests.analysis.strategies import matrices


@given(matrices(8, 8))
def test_expected_degrees_are_the_observed_ones(matrix: NDArray[np.int64]) -> None:
    p = Bicm(csr_array(matrix)).probability
    np.testing.assert_allclose(p.sum(axis=1), matrix.sum(axis=1), atol=1e-8)
    np.testing.assert_allclose(p.sum(axis=0), matrix.sum(axis=0), atol=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_degrees_are_kept_where_they_are_very_unequal(seed: int) -> None:
    random = np.random.default_rng(seed)
    weights = np.outer(random.pareto(1.2, 400) + 0.3, random.pareto(1.2, 150) + 0.1)
    matrix = (random.random((400, 150)) < np.minimum(0.95, weights * 0.1)).astype(np.int64)
    p = Bicm(csr_array(matrix)).probability
    np.testing.assert_allclose(p.sum(axis=1), matrix.sum(axis=1), atol=1e-8)
    np.testing.assert_allclose(p.sum(axis=0), matrix.sum(axis=0), atol=1e-8)


@given(matrices(8, 8))
def test_free_cells_have_the_form_of_the_model(matrix: NDArray[np.int64]) -> None:
    """The odds are x times y: the odds ratio of any two rows and columns that are free is 1."""
    p = Bicm(csr_array(matrix)).probability
    for i, j in combinations(range(len(p)), 2):
        free = np.flatnonzero(((p[[i, j]] > 0) & (p[[i, j]] < 1)).all(axis=0))
        ratio = np.log(p[i, free] / (1 - p[i, free])) - np.log(p[j, free] / (1 - p[j, free]))
        np.testing.assert_allclose(ratio, ratio[:1].repeat(len(ratio)), atol=1e-5)


@settings(max_examples=60, deadline=None)
@given(matrices(4, 4))
def test_cells_are_certain_exactly_where_every_matrix_of_these_degrees_agrees(
    matrix: NDArray[np.int64],
) -> None:
    same = [
        other
        for cells in product((0, 1), repeat=matrix.size)
        for other in [np.array(cells).reshape(matrix.shape)]
        if (other.sum(axis=0) == matrix.sum(axis=0)).all() and (other.sum(axis=1) == matrix.sum(axis=1)).all()
    ]
    p = Bicm(csr_array(matrix)).probability
    share = np.mean(same, axis=0)
    assert ((p == 0) == (share == 0)).all()
    assert ((p == 1) == (share == 1)).all()


def test_who_holds_everything_shares_what_the_other_may_hold() -> None:
    """Set aside what is forced (two rows, the second column): two cells of one half each are left."""
    null = Bicm(csr_array(np.array([[1, 1, 1, 1], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]])))
    first, second = np.array([0, 0, 0]), np.array([1, 2, 3])
    assert null.expected(first, second) == pytest.approx([2, 2, 0])
    assert null.tail(first, second, np.array([2, 2, 0])) == pytest.approx([3 / 4, 3 / 4, 1])


def test_a_popular_item_counts_for_less_than_a_rare_one() -> None:
    """All six hold the first item, two of the six each of the others, so that a pair holds one with 1/9."""
    matrix = np.array([[1, 0, 0, 1], [1, 0, 0, 1], [1, 1, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 1, 0]])
    null = Bicm(csr_array(matrix))
    tail = null.tail(np.array([0, 0]), np.array([1, 2]), np.array([2, 1]))
    assert tail[1] == pytest.approx(1)
    assert tail[0] == pytest.approx(1 - (8 / 9) ** 3)


@given(matrices(4, 5))
def test_tail_is_the_sum_over_all_outcomes(matrix: NDArray[np.int64]) -> None:
    null = Bicm(csr_array(matrix))
    both = null.probability[0] * null.probability[-1]
    expected = np.zeros(matrix.shape[1] + 1)
    for outcome in product((0, 1), repeat=matrix.shape[1]):
        expected[: sum(outcome) + 1] += np.prod(np.where(outcome, both, 1 - both))
    counts = np.arange(matrix.shape[1] + 1)
    first, last = np.zeros(len(counts), dtype=np.int64), np.full(len(counts), len(matrix) - 1)
    np.testing.assert_allclose(null.tail(first, last, counts), expected, atol=1e-12)
    assert null.expected(first[:1], last[:1])[0] == pytest.approx(both.sum())


def test_empty_layer() -> None:
    none = np.zeros(0, dtype=np.int64)
    null = Bicm(csr_array((0, 0), dtype=np.int64))
    assert null.tail(none, none, none).tolist() == null.expected(none, none).tolist() == []
