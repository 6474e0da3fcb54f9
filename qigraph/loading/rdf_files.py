"""Loads RDF files of any format into a store."""

from pathlib import Path

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.reading.files import RDF

__all__ = ["load_rdf"]


def load_rdf(store: ox.Store, path: Path) -> None:
    """Load a file.

    Parameters
    ----------
    store : pyoxigraph.Store
        To load into.
    path : Path
        Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD, by suffix.

    Raises
    ------
    InputError
        If it cannot be read; where it is not RDF, the message names the line.
    """
    suffix = path.suffix.lower()
    if suffix not in RDF:
        raise InputError(f"{path}: cannot read this format: supported are {', '.join(RDF)}")
    try:
        store.bulk_load(path=path, format=ox.RdfFormat.from_extension(suffix.removeprefix(".")))
    except SyntaxError as error:
        raise InputError(f"{path}, line {error.lineno}: is not RDF: {error.msg}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
