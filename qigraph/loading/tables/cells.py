"""JSON that remembers where in the text each of its values stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

__all__ = ["Cell", "read_array", "read_json"]

MOST_DEEP = 60
"""Values inside of values that a table may have; deeper ones are a mistake, or made to exhaust the stack."""

_STEP = re.compile(r"([^.\[]*)(?:\[([^=\]]+)=([^\]]*)\])?(?:\.|$)")
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
        for name, key, _ in _steps(path):
            if key or cell is None or not isinstance(cell.value, dict):
                return next(self.every(path), None)
            cell = cell.value.get(name)
        return cell

    def every(self, path: str) -> Iterator["Cell"]:
        """All values under a path, those of lists one by one; ``names[type=label]`` takes some of a list.

        Parameters
        ----------
        path : str

        Examples
        --------
        >>> row = read_json('{"names": [{"type": "label", "value": "ILAC"}, {"type": ["alias"], "value": "I"}]}', 0)
        >>> [cell.value for cell in row.every("names.value")]
        ['ILAC', 'I']
        >>> [cell.value for cell in row.every("names[type=alias].value")]
        ['I']
        """
        cells: list[Cell] = [self]
        for name, key, wanted in _steps(path):
            inner = [
                cell.value[name] for cell in cells if isinstance(cell.value, dict) and name in cell.value
            ]
            cells = [one for cell in inner for one in cell.each()]
            if key:
                cells = [cell for cell in cells if wanted in {str(one.value) for one in cell.every(key)}]
        yield from cells

    def each(self) -> Iterator["Cell"]:
        """The values of a list; a single value is a list of one, none a list of nothing."""
        if isinstance(self.value, list):
            yield from self.value
        elif self.value is not None:
            yield self


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[tuple[str, str, str], ...]:
    """The names on a path, each with what an element of its list must have: ``a.b[key=value]``."""
    if "[" not in path:
        return tuple((name, "", "") for name in path.split(".")) if path else ()
    steps, at = [], 0
    while at < len(path):
        found = _STEP.match(path, at)
        if found is None or found.end() == at:
            return ((path, "", ""),)
        steps.append((found[1], found[2] or "", found[3] or ""))
        at = found.end()
    return tuple(steps)


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


def read_array(text: str, start: int, depth: int = 0) -> Iterator[tuple[Cell, int]]:
    """The elements of a JSON array, each with where what is next begins; after the last that is behind the array.

    Parameters
    ----------
    text : str
    start : int
        Where its bracket stands.
    depth : int
        How many values it stands inside of.

    Raises
    ------
    ValueError
        As :func:`read_json`, at the element where it goes wrong.

    Examples
    --------
    >>> [(cell.value, then) for cell, then in read_array('[1, 2]', 0)]
    [(1, 4), (2, 6)]
    """
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]":
        cell = read_json(text, at, depth + 1)
        at = _separator(text, cell.stop, "]")
        yield cell, at + (text[at : at + 1] == "]")


def _array(text: str, start: int, depth: int) -> Cell:
    values: list[Cell] = []
    stop = _skip(text, start + 1) + 1
    for cell, then in read_array(text, start, depth):
        values.append(cell)
        stop = then
    return Cell(values, start, stop)


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
