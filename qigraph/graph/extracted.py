"""What extraction found in one document, kept on disk so that an unchanged document is not read again."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qigraph.facts import Fact, write_jsonl
from qigraph.graph.folder import Document, read_text, share
from qigraph.reading.text import Text

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["dropped_reasons", "extract_into", "facts_of", "reuse", "stored_text"]


def _files(generation: Path, sha256: str, key: str) -> tuple[Path, Path, Path, Path]:
    """Of its text, of its facts, of what was dropped, and, where it has pages, of the places of its lines."""
    documents = generation / "documents"
    names = f"{sha256}.txt", f"{key}.facts.jsonl", f"{key}.dropped.jsonl", f"{sha256}.places.json"
    text, facts, dropped, places = (documents / name for name in names)
    return text, facts, dropped, places


def extract_into(generation: Path, text: Text, registry: "Registry") -> Document:
    """Extract the facts of a document and write them down with its text.

    Parameters
    ----------
    generation : Path
        Folder to write into.
    text : Text
    registry : Registry
        Known organisations.
    """
    from dataclasses import asdict

    from qigraph.loading.sources import facts_in

    try:
        found = facts_in(text, registry)
    except Exception as error:
        error.add_note(f"while extracting {text.name}")
        raise
    counts = len(found.facts), len(found.dropped)
    document = Document(text.name, text.sha256, text.media_type, len(text.characters), *counts, text.recipe)
    text_file, facts_file, dropped_file, places_file = _files(generation, document.sha256, document.key)
    text_file.write_bytes(text.characters.encode())
    if text.lines:
        places_file.write_bytes(json.dumps(text.lines).encode())
    facts_file.write_bytes("".join(write_jsonl(found.facts)).encode())
    dropped = (json.dumps(asdict(candidate), ensure_ascii=False) + "\n" for candidate in found.dropped)
    dropped_file.write_bytes("".join(dropped).encode())
    return document


def reuse(former: Path, generation: Path, document: Document) -> Document:
    """Take over what an earlier generation holds of a document."""
    sources = _files(former, document.sha256, document.key)
    targets = _files(generation, document.sha256, document.key)
    for source, target in zip(sources, targets, strict=True):
        if source.exists() and not target.exists():
            share(source, target)
    return document


def stored_text(generation: Path, document: Document) -> Text:
    """The document as it was read."""
    *_, places_file = _files(generation, document.sha256, document.key)
    lines = json.loads(places_file.read_bytes()) if places_file.exists() else ()
    placed = tuple((start, stop, tuple(box)) for start, stop, box in lines)
    return Text(document.name, read_text(generation, document), document.media_type, placed, document.recipe)


def facts_of(generation: Path, documents: Iterable[Document]) -> Iterator[Fact]:
    """Facts of the documents, one a piece of evidence, not yet joined."""
    for document in documents:
        _, facts_file, *_ = _files(generation, document.sha256, document.key)
        yield from (Fact.from_json(json.loads(line)) for line in _lines(facts_file))


def dropped_reasons(generation: Path, documents: Iterable[Document]) -> dict[str, int]:
    """How many candidates were dropped, by reason, the most frequent first."""
    counts: Counter[str] = Counter()
    for document in documents:
        _, _, dropped_file, _ = _files(generation, document.sha256, document.key)
        counts.update(json.loads(line)["reason"] for line in _lines(dropped_file))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_bytes().decode().split("\n") if line]
