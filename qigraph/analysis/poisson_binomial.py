"""How many of many independent events happen: the exact tail of the Poisson-binomial distribution."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["tails"]


def tails(probability: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    """Probability of ``0, 1, …, most`` events or more, for many sets of events at once.

    The events are taken one after the other; whoever has reached ``most`` stays there. Only sums of
    products of numbers that are not negative occur, so that the smallest tails are as exact as the largest.

    Parameters
    ----------
    probability : numpy.ndarray
        One row a set, one column an event.
    most : int
        Up to which count.

    Returns
    -------
    numpy.ndarray
        One row a set, ``most + 1`` columns; the first is 1.

    References
    ----------
    Chen & Liu (1997), Statistical applications of the Poisson-binomial and conditional Bernoulli
    distributions, Statistica Sinica 7:875.

    Examples
    --------
    >>> tails(np.array([[0.5, 0.5]]), 2).tolist()
    [[1.0, 0.75, 0.25]]
    """
    reached = np.zeros((len(probability), most + 1))
    reached[:, 0] = 1.0
    for p in probability.T[:, :, None]:
        risen = reached[:, :-1] * p
        reached[:, :-1] *= 1 - p
        reached[:, 1:] += risen
    at_least = np.cumsum(reached[:, ::-1], axis=1)[:, ::-1]
    at_least[:, 0] = 1.0
    return np.minimum(at_least, 1.0)
