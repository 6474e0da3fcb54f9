"""Reads the marked documents, here and beside the checkout, and scores what extraction finds in them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import qigraph.extraction
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading import read
from qigraph.reading.text import Text
from tests.extraction.scoring import Row, Score, marked, read_rows, score

DOCUMENTS = Path(__file__).parent / "documents"
SHARED = Path(__file__).parents[3] / "shared"
SETS = ("tune", "held", "shared")


class NotThereError(Exception):
    """The documents lie beside the checkout and are not there."""


@cache
def texts(name: str) -> tuple[Text, ...]:
    """The documents of a set: ``tune``, ``held``, or ``shared``, those beside the checkout that have gold."""
    if name == "shared":
        if not (SHARED / "gold").is_dir():
            raise NotThereError(f"{SHARED.name}/gold is not beside the checkout")
        paths = [SHARED / "corpus" / f"{path.stem}.txt" for path in (SHARED / "gold").glob("*.jsonl")]
    else:
        paths = [path for path in (DOCUMENTS / name).iterdir() if path.suffix != ".jsonl"]
    return tuple(read(path) for path in sorted(paths))


@cache
def gold(name: str) -> dict[str, list[Row]]:
    """The facts marked in the documents of a set."""
    if name == "shared":
        return {path.stem: read_rows(path) for path in sorted((SHARED / "gold").glob("*.jsonl"))}
    return marked(DOCUMENTS / name)


def found(documents: Iterable[Text], registry: Registry) -> dict[str, list[Row]]:
    """What extraction reads, by the stem of the document's name."""
    return {
        Path(text.name).stem: [
            row for fact in qigraph.extraction.extract(text, registry).facts for row in fact.to_json()
        ]
        for text in documents
    }


def measure(name: str, registry: Registry | None = None) -> Score:
    """Score a set of documents.

    Parameters
    ----------
    name : str
        One of :data:`SETS`.
    registry : Registry, optional
        The one that qigraph ships where none is given.
    """
    documents = texts(name)
    characters = {Path(text.name).stem: text.characters for text in documents}
    return score(gold(name), found(documents, registry or load_registry()), characters)
