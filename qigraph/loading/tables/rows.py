"""The rows of a table file, each value with its place in the text."""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from qigraph.errors import InputError
from qigraph.loading.tables.cells import Cell, read_array, read_json
from qigraph.reading.text import Text

if TYPE_CHECKING:
    from qigraph.loading.tables.recipe import Recipe

__all__ = ["columns", "end_of", "read_rows", "row_paths", "rows_path"]

csv.field_size_limit(10_000_000)

_SNIFFED = 20_000


def read_rows(text: Text, inside: str = "") -> Iterator[Cell]:
    r"""The rows of a CSV, JSON Lines or JSON file.

    Parameters
    ----------
    text : Text
        Of media type ``text/csv``, ``application/jsonl`` or ``application/json``.
    inside : str
        Of a JSON file, the path of the list that holds the rows; the file itself where it is empty.

    Returns
    -------
    iterator of Cell
        Each a dict by the name of the column.

    Raises
    ------
    InputError
        If the file is not of its format; the message names the line.

    Examples
    --------
    >>> row, = read_rows(Text("members.csv", "body,since\nILAC,1996\n", "text/csv"))
    >>> row.at("since").value, (row.start, row.stop)
    ('1996', (11, 20))
    """
    if text.media_type == "text/csv":
        yield from _csv(text)
    elif text.media_type == "application/jsonl":
        yield from _jsonl(text)
    elif text.characters.lstrip().startswith("["):
        yield from () if inside else _array(text)
    else:
        rows = _whole(text).every(inside) if inside else [_whole(text)]
        yield from (row for row in rows if isinstance(row.value, dict))


def rows_path(text: Text, recipe: "Recipe") -> str:
    """Where the rows of a table stand that a recipe reads: the first of its paths with a row that has its columns.

    Parameters
    ----------
    text : Text
    recipe : Recipe
    """
    paths = row_paths(text, recipe.rows)
    return next((path for path in paths if recipe.columns <= columns(text, path)), paths[0])


def row_paths(text: Text, paths: Iterable[str]) -> list[str]:
    """Where rows may stand in a table: in all but a JSON object they are the file.

    Parameters
    ----------
    text : Text
    paths : iterable of str
        That recipes name.
    """
    return list(dict.fromkeys(["", *paths])) if text.media_type == "application/json" else [""]


def columns(text: Text, inside: str = "") -> frozenset[str]:
    """The columns of a table, as its head or its first row names them.

    Parameters
    ----------
    text : Text
    inside : str
        As for :func:`read_rows`.
    """
    first = next(read_rows(text, inside), None)
    return frozenset(first.value) if first else frozenset()


def _jsonl(text: Text) -> Iterator[Cell]:
    at = 0
    for line in text.characters.split("\n"):
        if line.strip():
            row = _parsed(text, at, at + len(line))
            if not isinstance(row.value, dict):
                raise InputError(f"{text.name}, line {_line(text, at)}: is no JSON object")
            yield row
        at += len(line) + 1


def _array(text: Text) -> Iterator[Cell]:
    """The elements of a JSON array, one at a time: of a large one only the row at hand is kept."""
    characters = text.characters
    last = 0
    try:
        for cell, then in read_array(characters, characters.index("[")):
            last = then
            if isinstance(cell.value, dict):
                yield cell
    except ValueError as error:
        raise InputError(f"{text.name}, line {_line(text, last)}: is not JSON: {error}") from error
    if characters[last or characters.index("]") + 1 :].strip():
        raise InputError(f"{text.name}, line {_line(text, last)}: goes on after its JSON value")


@lru_cache(maxsize=1)
def _whole(text: Text) -> Cell:
    return _parsed(text, 0, len(text.characters))


def _parsed(text: Text, start: int, stop: int) -> Cell:
    characters = text.characters
    try:
        cell = read_json(characters, start)
    except ValueError as error:
        raise InputError(f"{text.name}, line {_line(text, start)}: is not JSON: {error}") from error
    if characters[cell.stop : stop].strip():
        raise InputError(f"{text.name}, line {_line(text, cell.stop)}: goes on after its JSON value")
    return cell


def _csv(text: Text) -> Iterator[Cell]:
    lines = list(io.StringIO(text.characters))  # at line ends alone: other separators belong to a value
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line))
    reader = csv.reader(lines, _dialect(text), strict=True)
    try:
        head = [name.strip().removeprefix("\ufeff") for name in next(reader, [])]
        last = reader.line_num
        for values in reader:
            start, stop = begins[last], begins[reader.line_num]
            last = reader.line_num
            if not any(value.strip() for value in values):
                continue
            if len(values) != len(head):
                raise InputError(
                    f"{text.name}, line {last}: has {len(values)} values, the head has {len(head)} columns"
                )
            stop = start + len(text.characters[start:stop].rstrip("\r\n"))
            cells = (Cell(value.strip() or None, start, stop) for value in values)
            yield Cell(dict(zip(head, cells, strict=True)), start, stop)
    except csv.Error as error:
        raise InputError(f"{text.name}, line {reader.line_num}: is not CSV: {error}") from error


def end_of(text: Text, row: Cell, column: str) -> int:
    r"""Where a column of a row ends; of a CSV row with quoted values, where the row does.

    Parameters
    ----------
    text : Text
    row : Cell
    column : str

    Examples
    --------
    >>> table = Text("members.csv", "body,since\nILAC,1996\n", "text/csv")
    >>> table.characters[: end_of(table, next(read_rows(table)), "body")]
    'body,since\nILAC'
    """
    if text.media_type != "text/csv":
        return int(row.value[column].stop)
    written = text.characters[row.start : row.stop]
    if '"' in written:
        return row.stop
    sign = _dialect(text).delimiter
    return row.start + len(sign.join(written.split(sign)[: list(row.value).index(column) + 1]))


def _dialect(text: Text) -> type[csv.Dialect]:
    """Commas, semicolons or tabs, whichever divides the head."""
    head = text.characters[:_SNIFFED].split("\n", 1)[0]
    sign = max(",;\t", key=lambda sign: (head.count(sign), sign == ","))

    class Divided(csv.excel):
        delimiter = sign

    return Divided


def _line(text: Text, at: int) -> int:
    return text.characters.count("\n", 0, at) + 1
