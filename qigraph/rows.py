"""Rows: what a query, a question or an analysis answers."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Rows"]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table with named columns.

    Parameters
    ----------
    columns : list of str
        Names, in order.
    rows : list of list
        One list a row, as long as ``columns``: str, int, float, bool, None, or lists and dicts of these.

    Examples
    --------
    >>> Rows(["name", "facts"], [["BIPM", 3]]).records()
    [{'name': 'BIPM', 'facts': 3}]
    """

    columns: list[str]
    rows: list[list[Any]] = field(default_factory=list)

    def records(self) -> list[dict[str, Any]]:
        """One dictionary a row, keyed by the column names."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> "pd.DataFrame":
        """The same as a data frame (needs ``qigraph[pandas]``)."""
        import pandas as pd

        return pd.DataFrame(self.rows, columns=self.columns)

    def __len__(self) -> int:
        return len(self.rows)
