"""The folder on disk: its layout, its manifest, and how one whole generation takes the place of another.

::

    DIR/manifest.json              names the current generation; replacing it is the swap
    DIR/.lock                      held by the one who writes
    DIR/<generation>/              entities.jsonl  facts.jsonl  graph.nq  sparql/  cypher/
    DIR/<generation>/documents/    <sha256>.txt, and <key>.jsonl: what extraction found in it

A generation is never changed once it has its name, so that a reader is never disturbed and a crash leaves
only folders that nothing refers to, which the next writer sweeps away.
"""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from qigraph.errors import InputError
from qigraph.facts import Entity, Fact, read_jsonl

__all__ = ["FORMAT", "Document", "Manifest", "read_manifest", "write_lock"]

FORMAT = 2
"""Version of the layout; a graph of another version is built again."""

MANIFEST = "manifest.json"
LOCK = ".lock"
UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a graph.

    Parameters
    ----------
    name : str
        By which facts refer to it.
    sha256 : str
        Digest of its text and media type.
    media_type : str
        As in :class:`qigraph.reading.Text`.
    characters, facts, dropped : int
        Length of the text; facts read from it before documents are joined; candidates that were dropped.
    recipe : str
        For a table that was read by a recipe of the user's own, that recipe.
    """

    name: str
    sha256: str
    media_type: str
    characters: int
    facts: int
    dropped: int
    recipe: str = ""

    @property
    def key(self) -> str:
        """Name of the file with what was extracted: two documents may share a text but not a name."""
        return hashlib.sha256(f"{self.sha256}\n{self.name}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a graph folder says of itself.

    Parameters
    ----------
    generation : str
        Name of the current generation's folder.
    rules : str
        Digest of the rules that extracted the facts.
    qigraph : str
        Version that wrote it.
    documents : list of Document
        Sorted by name.
    entities, facts : int
        How many there are.
    """

    generation: str
    rules: str
    qigraph: str
    documents: list[Document] = field(default_factory=list)
    entities: int = 0
    facts: int = 0

    def to_bytes(self) -> bytes:
        """The file."""
        return (json.dumps({"format": FORMAT} | asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Manifest":
        """Read what :meth:`to_bytes` wrote."""
        documents = [Document(**entry) for entry in data["documents"]]
        return cls(**{key: data[key] for key in cls.__slots__} | {"documents": documents})


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a graph folder.

    Raises
    ------
    InputError
        If the folder is missing, is no graph folder, is damaged, or was written in another format.
    """
    if not path.exists():
        raise InputError(f"no graph folder {path}: make one with qigraph build FILE… -o {path}")
    try:
        data = json.loads((path / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(f"{path} is not a graph folder: it has no {MANIFEST}") from error
    except ValueError as error:
        raise InputError(f"{path / MANIFEST} is damaged ({error}): build the graph again") from error
    if not isinstance(data, dict) or "format" not in data:
        raise InputError(f"{path} is not a graph folder: its {MANIFEST} is another program's")
    if data["format"] != FORMAT:
        raise InputError(
            f"{path} was made by qigraph format {data['format']}, this version reads format {FORMAT}: "
            "build it again from its documents with --fresh"
        )
    try:
        manifest = Manifest.from_json(data)
    except (KeyError, TypeError) as error:
        raise InputError(f"{path / MANIFEST} is damaged ({error}): build the graph again") from error
    if Path(manifest.generation).name != manifest.generation:
        raise InputError(f"{path / MANIFEST} is damaged (generation {manifest.generation}): build it again")
    if not (path / manifest.generation).is_dir():
        raise InputError(f"{path} lacks its folder {manifest.generation}: build the graph again with --fresh")
    return manifest


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise InputError(f"{path} is gone: the graph was built again meanwhile, open it again") from error


def read_entities(generation: Path) -> list[Entity]:
    """The entities of a generation, sorted by identifier."""
    lines = _lines(generation / "entities.jsonl")
    return [Entity.from_json(json.loads(line)) for line in lines if line]


def read_facts(generation: Path) -> list[Fact]:
    """The facts of a generation, sorted by key."""
    path = generation / "facts.jsonl"
    return read_jsonl(_lines(path), str(path))


def read_text(generation: Path, document: Document) -> str:
    """The characters of a document."""
    return (generation / "documents" / f"{document.sha256}.txt").read_bytes().decode()


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Let one writer in; a crash gives the lock back.

    Raises
    ------
    InputError
        At once if another one is writing.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(path / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise InputError(f"another build is writing {path}: try again when it has ended") from error


def check_target(path: Path) -> None:
    """Refuse to write where something else than a graph is.

    Raises
    ------
    InputError
        If the path is a file, or a folder with other things in it.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path} is a file: name a folder to write the graph into")
    if path.is_dir() and not (path / MANIFEST).exists():
        foreign = [p.name for p in path.iterdir() if p.name != LOCK and not p.name.startswith(UNFINISHED)]
        if foreign and not all(_is_generation(path / name) for name in foreign):
            raise InputError(
                f"{path} holds other things ({min(foreign)}, …) and is no graph: name an empty folder"
            )


def _is_generation(path: Path) -> bool:
    return (path / "facts.jsonl").is_file() and (path / "documents").is_dir()


def former_manifest(path: Path, fresh: bool) -> Manifest | None:
    """What the folder holds before a build, or None; a fresh build need not be able to read it."""
    if not (path / MANIFEST).exists():
        return None
    try:
        return read_manifest(path)
    except InputError:
        if fresh:
            return None
        raise


def sweep(path: Path, former: Manifest | None) -> None:
    """Remove what crashed builds left, and the generations before the former one.

    Where the manifest cannot be read, generations stay until a new one is whole.
    """
    unreadable = former is None and (path / MANIFEST).exists()
    for entry in path.iterdir():
        stale = (
            _is_generation(entry) and not unreadable and (former is None or entry.name != former.generation)
        )
        if entry.is_dir() and (stale or entry.name.startswith(UNFINISHED)):
            shutil.rmtree(entry, ignore_errors=True)


def publish(path: Path, draft: Path, manifest: Manifest) -> Manifest:
    """Make the draft the current generation, in one step that a crash cannot halve.

    Returns
    -------
    Manifest
        As written: a generation that says the same as one that is there gets another name.
    """
    name, number = manifest.generation, 1
    while (path / manifest.generation).exists():
        number += 1
        manifest = replace(manifest, generation=f"{name}-{number}")
    _sync_tree(draft)
    draft.rename(path / manifest.generation)
    _sync(path)
    new = path / f"{UNFINISHED}{MANIFEST}"
    new.write_bytes(manifest.to_bytes())
    _sync(new)
    new.replace(path / MANIFEST)
    _sync(path)
    return manifest


def _sync_tree(path: Path) -> None:
    for parent, _, files in os.walk(path):
        for name in files:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest(parts: Iterable[bytes]) -> str:
    """Name of a generation: a digest of all that it says."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(hashlib.sha256(part).digest())
    return sha.hexdigest()[:16]


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A folder to build in, which nothing refers to; it is gone at the end unless it was published."""
    # A name of its own: a store's process that outlived a killed build may still write to the former one.
    draft = path / f"{UNFINISHED}{secrets.token_hex(4)}"
    (draft / "documents").mkdir(parents=True)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def share(source: Path, target: Path) -> None:
    """Take a file over from the former generation; files of a generation never change, so a link will do."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
