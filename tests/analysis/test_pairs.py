"""Pairs of rows: what they share is counted right, and all pairs count as tests."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_array

from qigraph.analysis.pairs import shared_pairs
from qigraph.errors import InputError
from tests.analysis.strategies import matrices


@given(matrices(6, 6), st.sampled_from(["bicm", "hypergeometric"]))
def test_shared_is_the_number_of_common_columns(matrix: NDArray[np.int64], null: str) -> None:
    found = shared_pairs(csr_array(matrix), null)
    expected = {
        (i, j): int((matrix[i] & matrix[j]).sum())
        for i, j in combinations(range(len(matrix)), 2)
        if (matrix[i] & matrix[j]).any()
    }
    pairs = zip(found.first.tolist(), found.second.tolist(), strict=True)
    assert dict(zip(pairs, found.shared.tolist(), strict=True)) == expected
    assert found.tests == len(matrix) * (len(matrix) - 1) // 2
    assert (found.p <= found.q + 1e-12).all() and (found.p > 0).all() and (found.q <= 1).all()


def test_one_popular_item_is_no_overlap_under_the_default_null_model() -> None:
    """Random choices of rare items, and one item that nearly all hold: the hypergeometric model is fooled."""
    random = np.random.default_rng(1)
    matrix = (random.random((150, 3000)) < 0.001).astype(np.int64)
    matrix[:, 0] = random.random(150) < 0.8
    matrix = matrix[matrix.sum(axis=1) > 0]
    fooled = (shared_pairs(csr_array(matrix), "hypergeometric").q <= 0.05).sum()
    assert fooled > 1000
    assert (shared_pairs(csr_array(matrix), "bicm").q <= 0.05).sum() == 0


def test_unknown_null_model_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no null model 'poisson': there are bicm, hypergeometric"):
        shared_pairs(csr_array((1, 1), dtype=np.int64), "poisson")
