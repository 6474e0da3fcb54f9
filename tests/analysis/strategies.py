"""Small matrices of zeros and ones."""

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray


@st.composite
def matrices(draw: st.DrawFn, most_rows: int = 5, most_columns: int = 5) -> NDArray[np.int64]:
    rows, columns = draw(st.integers(1, most_rows)), draw(st.integers(1, most_columns))
    cells = draw(st.lists(st.integers(0, 1), min_size=rows * columns, max_size=rows * columns))
    return np.array(cells, dtype=np.int64).reshape(rows, columns)
