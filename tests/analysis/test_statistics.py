"""Poisson-binomial tails, Benjamini-Hochberg and the Cauchy combination, against SciPy and their laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, cauchy, false_discovery_control

from qigraph.analysis.benjamini_hochberg import adjusted
from qigraph.analysis.cauchy import combined
from qigraph.analysis.poisson_binomial import tails

probabilities = st.floats(1e-6, 1, allow_nan=False)


@given(st.integers(1, 30), st.floats(0, 1))
def test_equal_probabilities_give_the_binomial_tail(events: int, p: float) -> None:
    found = tails(np.full((1, events), p), events)[0]
    np.testing.assert_allclose(found, binom.sf(np.arange(events + 1) - 1, events, p), rtol=1e-9, atol=1e-300)


def test_the_smallest_tail_is_exact() -> None:
    assert tails(np.full((1, 40), 1e-6), 40)[0, 40] == pytest.approx(1e-240)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.integers(0, 8))
def test_stopping_early_changes_no_tail(p: list[float], most: int) -> None:
    everything = tails(np.array([p]), 8)[0]
    np.testing.assert_allclose(tails(np.array([p]), most)[0], everything[: most + 1], atol=1e-12)


@given(st.lists(probabilities, min_size=1, max_size=20), st.integers(0, 30))
def test_adjusted_as_scipy_does_with_the_untested_at_one(p: list[float], untested: int) -> None:
    expected = false_discovery_control([*p, *[1.0] * untested])[: len(p)]
    np.testing.assert_allclose(adjusted(np.array(p), len(p) + untested), expected)


@given(st.lists(st.floats(1e-6, 0.5), min_size=2, max_size=7))
def test_combination_is_that_of_the_paper(p: list[float]) -> None:
    statistic = np.mean(np.tan((0.5 - np.array(p)) * np.pi))
    assert combined(np.array([p]))[0] == pytest.approx(cauchy.sf(statistic), rel=1e-4)


@given(probabilities)
def test_one_layer_keeps_its_p_value(p: float) -> None:
    assert combined(np.array([[p, np.nan]]))[0] == pytest.approx(p)


@given(st.lists(probabilities, min_size=2, max_size=5), probabilities)
def test_a_surer_layer_never_makes_the_whole_less_sure(p: list[float], other: float) -> None:
    surer = [min(p[0], other), *p[1:]]
    assert combined(np.array([surer]))[0] <= combined(np.array([p]))[0] + 1e-12


def test_tiny_and_certain_values_stay_numbers() -> None:
    found = combined(np.array([[1e-300, 1.0], [0.0, 0.5], [1.0, np.nan], [1.0, 1.0]]))
    assert found[0] == pytest.approx(2e-300)
    assert 0 <= found[1] < 1e-300
    assert found[2] == pytest.approx(1)
    assert found[3] == pytest.approx(0.5)
