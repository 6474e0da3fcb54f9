"""Many tests: which share of the findings is to be expected false."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["adjusted"]


def adjusted(p: NDArray[np.float64], tests: int) -> NDArray[np.float64]:
    """Adjust p-values by Benjamini and Hochberg's step-up procedure.

    Parameters
    ----------
    p : numpy.ndarray
        Of the tests that may be findings. All others (pairs that share nothing) have 1 and are only counted.
    tests : int
        How many tests there are with those, at least ``len(p)``.

    Returns
    -------
    numpy.ndarray
        In the order of ``p``: the smallest share of false findings at which this one is still a finding.

    References
    ----------
    Benjamini & Hochberg (1995), Controlling the false discovery rate, J. R. Stat. Soc. B 57:289.

    Examples
    --------
    >>> adjusted(np.array([0.04, 0.01]), tests=4).tolist()
    [0.08, 0.04]
    """
    order = np.argsort(p, kind="stable")
    raw = p[order] * tests / np.arange(1, len(p) + 1)
    smallest = np.minimum.accumulate(raw[::-1])[::-1]
    q = np.empty(len(p))
    q[order] = np.minimum(smallest, 1.0)
    return q
