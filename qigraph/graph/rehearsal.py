"""What a build would change, before it does: the same reading and joining, in a folder that is thrown away."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from qigraph.graph import extracted, folder
from qigraph.graph.building import Progress, extract_all
from qigraph.graph.difference import difference
from qigraph.loading.inputs import read_inputs
from qigraph.rows import Rows

__all__ = ["rehearse"]


def rehearse(
    inputs: Iterable[str | Path],
    graph: str | Path,
    *,
    recipe: str | Path | None = None,
    progress: Progress | None = None,
) -> Rows:
    """What adding documents to a graph would change; nothing is written to it.

    Parameters
    ----------
    inputs : iterable of str or Path
        As for :func:`qigraph.build`.
    graph : str or Path
        The graph folder.
    recipe : str or Path, optional
        A recipe for the tables among the inputs.
    progress : callable or None
        Called as ``progress(stage, done, total)``.

    Returns
    -------
    Rows
        Those of :func:`qigraph.graph.difference.difference`.

    Raises
    ------
    InputError
        If a document cannot be read or the folder is no graph.
    """
    from qigraph.extraction import rules_digest
    from qigraph.loading.registry import load_registry
    from qigraph.loading.resolve import resolve

    path = Path(graph)
    former = folder.read_manifest(path)
    report = progress or (lambda stage, done, total: None)
    given = read_inputs([Path(item) for item in inputs], None if recipe is None else Path(recipe), report)
    reusable = former if former.rules == rules_digest() else None
    kept = {document.name: document for document in former.documents}
    registry = load_registry()
    with tempfile.TemporaryDirectory(prefix="qigraph-") as name:
        draft = Path(name)
        (draft / "documents").mkdir()
        documents, _ = extract_all(path, draft, former, reusable, kept, given.texts, registry, report)
        facts = resolve(list(extracted.facts_of(draft, documents)), registry)
    return difference(folder.read_facts(path / former.generation), facts)
