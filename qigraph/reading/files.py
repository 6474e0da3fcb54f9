"""Which files are documents, and by which names facts refer to them."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from qigraph.errors import InputError
from qigraph.reading.documents import MEDIA_TYPES

RDF = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld")
"""Suffixes of RDF, in which documents may stand."""

FETCHED = ".fetched"
"""Suffix of what is written down beside a file that was downloaded."""

__all__ = ["FETCHED", "RDF", "collect", "document_names", "passed_over"]


def collect(inputs: Iterable[Path]) -> list[Path]:
    """Find the documents among files and folders.

    Parameters
    ----------
    inputs : iterable of Path
        A file is taken whatever its suffix, so that reading can refuse it; in a folder, and the folders in
        it, only documents are looked for, and hidden files are passed over.

    Returns
    -------
    list of Path
        Each file once, sorted.

    Raises
    ------
    InputError
        If a path is missing or a folder has no documents.
    """
    found: dict[Path, Path] = {}
    for path in inputs:
        files = [file for file in _walk(path) if _is_document(file)] if path.is_dir() else [path]
        if not files:
            raise InputError(
                f"{path}: no documents in this folder: supported are {', '.join((*MEDIA_TYPES, *RDF))}"
            )
        for file in files:
            if not file.exists():
                raise InputError(f"{file}: no such file")
            found.setdefault(file.resolve(), file)
    return sorted(found.values())


def passed_over(inputs: Iterable[Path]) -> dict[str, int]:
    """Count the files in folders that are no documents, by suffix, so that a user learns of them.

    Parameters
    ----------
    inputs : iterable of Path
        As :func:`collect` takes them.

    Returns
    -------
    dict of str to int
        Sorted by suffix; hidden files are not counted.
    """
    others = Counter(
        file.suffix.lower() or "no suffix"
        for path in inputs
        if path.is_dir()
        for file in _walk(path)
        if not _is_document(file) and file.suffix != FETCHED
    )
    return dict(sorted(others.items()))


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in (*MEDIA_TYPES, *RDF)


def _walk(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, but for hidden ones."""
    files = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if not name.startswith(".")]
    return files


def document_names(paths: Iterable[Path]) -> dict[str, Path]:
    """Give each document a name of its own: the file name, or the path below the common folder.

    The path is taken only where two documents share a file name.

    Parameters
    ----------
    paths : iterable of Path
        Different files.

    Returns
    -------
    dict of str to Path
        Sorted by name.

    Examples
    --------
    >>> sorted(document_names([Path("2018/minutes.txt"), Path("2019/minutes.txt"), Path("2019/mou.txt")]))
    ['2018/minutes.txt', '2019/minutes.txt', 'mou.txt']
    """
    paths = list(paths)
    shared = {name for name, count in Counter(path.name for path in paths).items() if count > 1}
    root = Path(os.path.commonpath([path.resolve().parent for path in paths])) if shared else Path()
    named = {
        path.resolve().relative_to(root).as_posix() if path.name in shared else path.name: path
        for path in paths
    }
    return dict(sorted(named.items()))
