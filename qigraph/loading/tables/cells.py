"""JSON that remembers where in the text each of its values stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Cell", "read_json"]

MOST_DEEP = 60
"""Values inside of values that a table may have; deeper ones are a mistake, or made to exhaust the stack."""

_BLANK = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its place in the text.

    Parameters
    ----------
    value : str, int, float, bool, None, dict of str to Cell, or list of Cell
    start, stop : int
        Offsets in the text; of a value that has a name, with the name.
    """

    value: Any
    start: int
    stop: int

    def at(self, path: str) -> "Cell | None":
        """The value under a name, or a path of names such as ``title.en``; None where there is none.

        Parameters
        ----------
        path : str

        Examples
        --------
        >>> row = read_json('{"title": {"en": "Water re-use"}}', 0)
        >>> row.at("title.en").value, row.at("scope.en")
        ('Water re-use', None)
        """
        cell: Cell | None = self
        for name in path.split(".") if path else ():
            if cell is None or not isinstance(cell.value, dict):
                return None
            cell = cell.value.get(name)
        return cell

    def each(self) -> Iterator["Cell"]:
        """The values of a list; a single value is a list of one, none a list of nothing."""
        if isinstance(self.value, list):
            yield from self.value
        elif self.value is not None:
            yield self


def read_json(text: str, start: int, depth: int = 0) -> Cell:
    r"""Read one JSON value.

    Parameters
    ----------
    text : str
    start : int
        Where it begins.
    depth : int
        How many values it stands inside of.

    Raises
    ------
    ValueError
        If there is no JSON value there, or it is nested too deep.

    Examples
    --------
    >>> cell = read_json('[1, {"name": "ILAC"}]', 0)
    >>> name = cell.value[1].value["name"]
    >>> name.value, (name.start, name.stop)
    ('ILAC', (5, 19))
    """
    if depth > MOST_DEEP:
        raise ValueError(f"nested too deep at character {start}")
    start = _skip(text, start)
    opening = text[start : start + 1]
    if opening == "{":
        return _object(text, start, depth)
    if opening == "[":
        return _array(text, start, depth)
    found = _SCALAR.match(text, start)
    if found is None:
        raise ValueError(f"no JSON value at character {start}")
    return Cell(json.loads(found.group()), start, found.end())


def _object(text: str, start: int, depth: int) -> Cell:
    values: dict[str, Cell] = {}
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        name = read_json(text, at)
        at = _expect(text, name.stop, ":")
        cell = read_json(text, at, depth + 1)
        values[str(name.value)] = Cell(cell.value, name.start, cell.stop)
        at = _separator(text, cell.stop, "}")
    return Cell(values, start, at + 1)


def _array(text: str, start: int, depth: int) -> Cell:
    values: list[Cell] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]":
        values.append(read_json(text, at, depth + 1))
        at = _separator(text, values[-1].stop, "]")
    return Cell(values, start, at + 1)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, sign: str) -> int:
    at = _skip(text, at)
    if text[at : at + 1] != sign:
        raise ValueError(f"{sign!r} expected at character {at}")
    return at + 1


def _separator(text: str, at: int, closing: str) -> int:
    """Past a comma, or at the closing bracket."""
    at = _skip(text, at)
    return at if text[at : at + 1] == closing else _skip(text, _expect(text, at, ","))
