"""The null models by name: what two organisations would share if nothing but their sizes were at work.

A null model is made of one layer's matrix and answers two questions about pairs of rows, both for many
pairs at once: how many items they are expected to share, and how likely they are to share as many as they
do, or more.
"""

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from qigraph.analysis.bicm import Bicm
from qigraph.analysis.hypergeometric import Hypergeometric
from qigraph.analysis.matrix import Matrix
from qigraph.errors import InputError

__all__ = ["DEFAULT", "NULLS", "NullModel", "null_model"]


class NullModel(Protocol):
    """What the two null models have in common."""

    def expected(self, first: NDArray[Any], second: NDArray[Any]) -> NDArray[np.float64]:
        """Expected number of shared items of the pairs of rows ``first[n], second[n]``."""

    def tail(self, first: NDArray[Any], second: NDArray[Any], shared: NDArray[Any]) -> NDArray[np.float64]:
        """Probability that these pairs share ``shared[n]`` items or more."""


NULLS: dict[str, Callable[[Matrix], NullModel]] = {"bicm": Bicm, "hypergeometric": Hypergeometric}
"""Null models by name."""

DEFAULT = "bicm"
"""The one that knows that some items are popular."""


def null_model(name: str, matrix: Matrix) -> NullModel:
    """Make the null model of this name for a layer.

    Parameters
    ----------
    name : str
        One of :data:`NULLS`.
    matrix : scipy.sparse.csr_array
        Organisation by item, ones.

    Raises
    ------
    InputError
        If there is no such model.
    """
    if name not in NULLS:
        raise InputError(f"no null model {name!r}: there are {', '.join(NULLS)}")
    return NULLS[name](matrix)
