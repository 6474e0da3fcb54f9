"""Tables with a row a year and a column a member: an unbroken run of one value becomes a row of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from qigraph.loading.tables.cells import Cell
from qigraph.loading.tables.rows import end_of
from qigraph.loading.written import check_keys, texts
from qigraph.reading.text import Text

__all__ = ["Spells", "spells"]


@dataclass(frozen=True, slots=True)
class Spells:
    """How the columns of years become rows.

    Parameters
    ----------
    of : str
        Column of what the members are in; its rows stand together.
    along : str
        Column of the year.
    first, last : str
        The first and the last of the columns of members.
    member, value : str
        What the new columns are called that hold the member and its value.
    values : frozenset of str
        Values that tell a membership.
    """

    of: str
    along: str
    first: str
    last: str
    member: str
    value: str
    values: frozenset[str]

    @classmethod
    def parsed(cls, told: Mapping[str, Any]) -> "Spells":
        """As a recipe writes it.

        Raises
        ------
        ValueError
            If something is missing, or too much.
        """
        keys = {"of", "along", "columns", "member", "value", "values"}
        check_keys(told, keys, "spells", needed=keys)
        first, last = texts(told["columns"])
        names = {key: str(told[key]) for key in ("of", "along", "member", "value")}
        return cls(first=first, last=last, values=frozenset(texts(told["values"])), **names)


def spells(text: Text, rows: Iterable[Cell], rule: Spells) -> Iterator[tuple[int, Cell]]:
    r"""One row a run, with the number of the row in which it begins.

    A run goes on as long as each next year that the table has tells the same value. It has the columns of the row that
    it begins with, but for those of members, and ``first``, ``last`` (years) and ``spell`` (its number among those of
    one ``of``).

    Parameters
    ----------
    text : Text
    rows : iterable of Cell
        Its rows.
    rule : Spells

    Examples
    --------
    >>> from qigraph.loading.tables.rows import read_rows
    >>> table = Text("a.csv", "body,year,kenya,peru\nA,2010,1,0\nA,2011,1,3\nA,2012,0,3\n", "text/csv")
    >>> rule = Spells("body", "year", "kenya", "peru", "state", "status", frozenset("123"))
    >>> for number, row in spells(table, read_rows(table), rule):
    ...     print(number, [row.value[name].value for name in ("state", "status", "first", "last", "spell")])
    1 ['kenya', '1', '2010', '2011', 1]
    2 ['peru', '3', '2011', '2012', 2]
    """
    numbered = enumerate(rows, start=1)
    for _, group in groupby(numbered, key=lambda one: _text(one[1].at(rule.of))):
        years = sorted(group, key=lambda one: (_text(one[1].at(rule.along)), one[0]))
        for nth, (number, row) in enumerate(
            sorted(_runs(text, years, rule), key=lambda run: run[0]), start=1
        ):
            row.value["spell"] = Cell(nth, row.start, row.stop)
            yield number, row


def _runs(text: Text, years: list[tuple[int, Cell]], rule: Spells) -> Iterator[tuple[int, Cell]]:
    members = _between(list(years[0][1].value), rule)
    for member in members:
        told = [(number, row, _text(row.at(member))) for number, row in years]
        for value, run in groupby(told, key=lambda one: one[2]):
            if value in rule.values:
                yield _run(text, member, [(number, row) for number, row, _ in run], set(members), rule)


def _run(
    text: Text, member: str, years: list[tuple[int, Cell]], members: set[str], rule: Spells
) -> tuple[int, Cell]:
    (number, begins), (_, ends) = years[0], years[-1]
    cell = begins.value[member]
    columns = {name: one for name, one in begins.value.items() if name not in members}
    columns |= {
        rule.member: Cell(member, begins.start, end_of(text, begins, member)),
        rule.value: cell,
        "first": begins.value[rule.along],
        "last": ends.value[rule.along],
    }
    return number, Cell(columns, begins.start, begins.stop)


def _between(columns: list[str], rule: Spells) -> list[str]:
    if rule.first not in columns or rule.last not in columns:
        return []
    return columns[columns.index(rule.first) : columns.index(rule.last) + 1]


def _text(cell: Cell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()
