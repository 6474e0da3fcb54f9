"""Reads RDF files of any format."""

import json
import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.reading.documents import LARGEST
from qigraph.reading.files import RDF

__all__ = ["load_rdf", "read_rdf"]

_SCHEMA_ORG = re.compile(r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.jsonld?)?")
_LINKS = ("sameAs", "url")
_HERE = {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in _LINKS}}
"""What the context of schema.org says, as far as facts need it: JSON-LD of the web names it, and asks for a network."""

_ENTITY = re.compile(rb"<!ENTITY\s+(?:%\s+)?\S+\s+(?:\"([^\"]*)\"|'([^']*)'|(SYSTEM|PUBLIC))")
_LONGEST_ENTITY = 200


def load_rdf(store: ox.Store, path: Path) -> None:
    """Load a file of any size into a store.

    Parameters
    ----------
    store : pyoxigraph.Store
        To load into.
    path : Path
        As for :func:`read_rdf`.

    Raises
    ------
    InputError
        As :func:`read_rdf`.
    """
    if path.suffix.lower() in (".jsonld", ".rdf"):  # they are looked through before they are parsed
        store.bulk_extend(read_rdf(path))
        return
    _check_file(path)
    try:
        store.bulk_load(path=path, format=ox.RdfFormat.from_extension(path.suffix.lower().removeprefix(".")))
    except (SyntaxError, MemoryError) as error:
        raise _not_rdf(path, error) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def read_rdf(path: Path, largest: int = LARGEST) -> list[ox.Quad]:
    """The statements of a file, in its order.

    Parameters
    ----------
    path : Path
        Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD, by suffix.
    largest : int
        Bytes that it may have.

    Raises
    ------
    InputError
        If it cannot be read, is too large, or asks for another file; where it is not RDF, the message names the line.
    """
    _check_file(path)
    suffix = path.suffix.lower()
    try:
        if (size := path.stat().st_size) > largest:
            raise InputError(
                f"{path}: has {size / 1e6:.0f} MB, RDF may have {largest / 1e6:.0f} MB: split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    if suffix == ".rdf":
        _check_entities(path, data)
    if suffix == ".jsonld":
        data = _with_contexts(path, data)
    try:
        return list(ox.parse(data, format=ox.RdfFormat.from_extension(suffix.removeprefix("."))))
    except (SyntaxError, MemoryError) as error:
        raise _not_rdf(path, error) from error


def _check_file(path: Path) -> None:
    if path.suffix.lower() not in RDF:
        raise InputError(f"{path}: cannot read this format: supported are {', '.join(RDF)}")
    if not path.is_file():
        raise InputError(f"{path}: is not a regular file" if path.exists() else f"{path}: no such file")


def _not_rdf(path: Path, error: SyntaxError | MemoryError) -> InputError:
    if isinstance(error, MemoryError):
        return InputError(f"{path}: has a value that is longer than RDF is read with (16 MB): take it out")
    line = f", line {error.lineno}" if error.lineno else ""
    reason = str(error.msg).split("\n")[0].removeprefix("Parser error at ")
    return InputError(f"{path}{line}: is not RDF: {reason}")


def _check_entities(path: Path, data: bytes) -> None:
    """Refuse entities that grow, or lead to other files; those that shorten namespaces are usual."""
    for found in _ENTITY.finditer(data):
        value = found[1] or found[2] or b""
        if found[3] or len(value) > _LONGEST_ENTITY or b"&" in value or b"%" in value:
            raise InputError(
                f"{path}: defines an XML entity that is no namespace: write out what it stands for"
            )


def _with_contexts(path: Path, data: bytes) -> bytes:
    """JSON-LD with the context of schema.org written out."""
    if b"schema.org" not in data:
        return _checked(path, data)
    try:
        return _checked(path, json.dumps(_written_out(json.loads(data))).encode())
    except RecursionError as error:
        raise InputError(f"{path}: is not RDF: its JSON is nested too deep") from error
    except ValueError:  # the parser tells where
        return data


def _checked(path: Path, data: bytes) -> bytes:
    if found := re.search(rb'"@context"\s*:\s*(?:\[[^\]{]*)?"(https?:[^"]*)"', data):
        raise InputError(
            f"{path}: its @context is at {found[1].decode(errors='replace')}: write that out into the file, "
            "nothing is asked of the network"
        )
    return data


def _written_out(value: Any) -> Any:
    if isinstance(value, list):
        return [_written_out(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _context(one) if key == "@context" else _written_out(one) for key, one in value.items()}


def _context(value: Any) -> Any:
    if isinstance(value, list):
        return [_context(one) for one in value]
    return _HERE if isinstance(value, str) and _SCHEMA_ORG.fullmatch(value) else value
