"""The hypergeometric null model against counting by hand and by force."""

from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from qigraph.analysis.hypergeometric import Hypergeometric


def test_two_of_three_each() -> None:
    """Of the 9 ways in which two choose 2 of 3 items, 3 share both and the other 6 share one."""
    null = Hypergeometric(csr_array(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]])))
    zero, one = np.zeros(3, dtype=np.int64), np.ones(3, dtype=np.int64)
    assert null.tail(zero, one, np.array([0, 1, 2])) == pytest.approx([1, 1, 1 / 3])
    assert null.expected(zero[:1], one[:1]) == pytest.approx([4 / 3])


@given(st.integers(1, 6), st.data())
def test_tail_counts_the_ways_to_share(items: int, data: st.DataObject) -> None:
    one, other = data.draw(st.integers(0, items)), data.draw(st.integers(0, items))
    shared = data.draw(st.integers(0, items))
    rows = np.zeros((2, items), dtype=np.int64)
    rows[0, :one] = rows[1, :other] = 1
    ways = sum(len(set(range(one)) & set(choice)) >= shared for choice in combinations(range(items), other))
    null = Hypergeometric(csr_array(rows))
    tail = null.tail(np.array([0]), np.array([1]), np.array([shared]))
    assert tail[0] == pytest.approx(ways / comb(items, other))
