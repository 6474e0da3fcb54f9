"""Makes and updates a graph folder: read, extract what is new, join, project into both stores, swap."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qigraph.errors import NotFoundError
from qigraph.graph import extracted, folder
from qigraph.graph.conflicts import count_conflicts
from qigraph.graph.folder import Document, Manifest
from qigraph.graph.projecting import Progress, project
from qigraph.loading.inputs import read_inputs
from qigraph.reading import Text

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["BuildReport", "Progress", "build", "remove"]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did and what the graph now holds.

    Parameters
    ----------
    path : Path
        The graph folder.
    changed : bool
        Whether the graph is another one than before.
    read, unchanged, removed : tuple of str
        Names of the documents that were extracted, kept as they were, and taken out.
    entities, facts : int
        How many the graph holds.
    relations : dict
        Facts by relation, the most frequent first.
    conflicts : int
        Disagreements between documents.
    dropped : dict
        Candidates that were no facts, by reason.
    passed_over : dict
        Files of other formats in the folders given, by suffix.
    seconds : float
        How long it took.
    """

    path: Path
    changed: bool
    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    entities: int
    facts: int
    relations: dict[str, int]
    conflicts: int
    dropped: dict[str, int]
    passed_over: dict[str, int]
    seconds: float


def build(
    inputs: Iterable[str | Path],
    output: str | Path,
    *,
    recipe: str | Path | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Make a graph folder of documents, or add them to one; a document of the same name is replaced.

    Whatever happens meanwhile, the folder holds either the former graph or the new one. The same documents
    give the same bytes.

    Parameters
    ----------
    inputs : iterable of str or Path
        Documents and tables, and folders of them; in a folder, tables without a recipe are passed over.
    output : str or Path
        The graph folder.
    recipe : str or Path, optional
        A recipe for the tables among the inputs; without one those of ``loaders/tables/`` are tried.
    fresh : bool
        Forget the documents that the graph holds, and extract all anew.
    progress : callable or None
        Called as ``progress(stage, done, total)``.

    Raises
    ------
    InputError
        If a document cannot be read, the folder is no graph, or another build is writing it; nothing is
        changed then.
    """
    return _update(inputs, Path(output), frozenset(), fresh, progress, recipe)


def remove(documents: Iterable[str], graph: str | Path, *, progress: Progress | None = None) -> BuildReport:
    """Take documents out of a graph, and with them what no other document states.

    Parameters
    ----------
    documents : iterable of str
        Their names, as facts carry them.
    graph : str or Path
        The graph folder.
    progress : callable or None
        Called as ``progress(stage, done, total)``.

    Raises
    ------
    NotFoundError
        If the graph has no document of a name; nothing is changed.
    """
    folder.read_manifest(Path(graph))
    return _update((), Path(graph), frozenset(documents), False, progress)


def _update(
    inputs: Iterable[str | Path],
    path: Path,
    removed: frozenset[str],
    fresh: bool,
    progress: Progress | None,
    recipe: str | Path | None = None,
) -> BuildReport:
    started = time.perf_counter()
    folder.check_target(path)
    progress = progress or _silent
    # All of them before anything is written: one bad document and nothing changes.
    given = read_inputs([Path(item) for item in inputs], None if recipe is None else Path(recipe), progress)
    path.mkdir(parents=True, exist_ok=True)
    with folder.write_lock(path):
        former = folder.former_manifest(path, fresh)
        held = {} if former is None or fresh else {document.name: document for document in former.documents}
        if missing := removed - held.keys():
            raise NotFoundError(f"no document {min(missing)!r} in {path}: see qigraph info")
        folder.sweep(path, former)
        kept = {name: document for name, document in held.items() if name not in removed}
        with folder.unfinished(path) as draft:
            manifest, extracted_now = _write(path, draft, former, kept, given.texts, progress)
        generation = path / manifest.generation
        facts = folder.read_facts(generation)
        return BuildReport(
            path=path,
            changed=manifest != former,
            read=extracted_now,
            unchanged=tuple(d.name for d in manifest.documents if d.name not in set(extracted_now)),
            removed=tuple(sorted(removed)),
            entities=manifest.entities,
            facts=len(facts),
            relations=dict(Counter(fact.relation for fact in facts).most_common()),
            conflicts=count_conflicts(facts),
            dropped=extracted.dropped_reasons(generation, manifest.documents),
            passed_over=given.passed_over,
            seconds=time.perf_counter() - started,
        )


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def _write(
    path: Path,
    draft: Path,
    former: Manifest | None,
    kept: dict[str, Document],
    texts: dict[str, Text],
    progress: Progress,
) -> tuple[Manifest, tuple[str, ...]]:
    """Publish a new generation, unless it would say what the former one says; and name what was extracted."""
    from qigraph import __version__
    from qigraph.extraction import rules_digest
    from qigraph.loading.registry import load_registry

    rules, registry = rules_digest(), load_registry()
    reusable = former if former is not None and former.rules == rules else None
    documents, extracted_now = extract_all(path, draft, former, reusable, kept, texts, registry, progress)
    same_version = reusable is not None and reusable.qigraph == __version__
    if reusable and same_version and documents == list(kept.values()) == reusable.documents:
        return reusable, ()
    manifest = project(draft, documents, rules, registry, progress)
    return folder.publish(path, draft, manifest), tuple(extracted_now)


def extract_all(
    path: Path,
    draft: Path,
    former: Manifest | None,
    reusable: Manifest | None,
    kept: dict[str, Document],
    texts: dict[str, Text],
    registry: "Registry",
    progress: Progress,
) -> tuple[list[Document], list[str]]:
    """Extract what is new into the draft, take over what is not; the documents, and names of those extracted now."""
    documents: list[Document] = []
    extracted_now: list[str] = []
    names = sorted(kept.keys() | texts.keys())
    for done, name in enumerate(names):
        progress("extracting", done, len(names))
        known, text = kept.get(name), texts.get(name)
        if known and reusable and (text is None or text.sha256 == known.sha256):
            documents.append(extracted.reuse(path / reusable.generation, draft, known))
            continue
        if text is None:
            assert former is not None and known is not None
            text = extracted.stored_text(path / former.generation, known)
        documents.append(extracted.extract_into(draft, text, registry))
        extracted_now.append(name)
    return documents, extracted_now
