"""From what was extracted to a whole generation: joined facts, entities, and both stores."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qigraph.facts import Entity, Fact, write_jsonl
from qigraph.graph import extracted, folder
from qigraph.graph.folder import Document, Manifest

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Progress", "entities_of", "project"]

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps of it are done, and how many there are."""


def entities_of(facts: Iterable[Fact]) -> dict[str, Entity]:
    """Every entity of the facts by identifier, sorted, with the aliases of all its mentions.

    Parameters
    ----------
    facts : iterable of Fact
        Where mentions differ in their label, the first one's is kept and the others become aliases.
    """
    mentions: dict[str, list[Entity]] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end, Entity):
                mentions.setdefault(end.id, []).append(end)
    entities = {}
    for id, same in sorted(mentions.items()):
        names = {name for mention in same for name in (mention.label, *mention.aliases)}
        entities[id] = replace(same[0], aliases=tuple(sorted(names - {same[0].label})))
    return entities


def project(
    draft: Path, documents: list[Document], rules: str, registry: "Registry", progress: Progress
) -> Manifest:
    """Join what the documents state and write everything that a generation holds.

    Parameters
    ----------
    draft : Path
        Folder to write into; holds what was extracted already.
    documents : list of Document
        Sorted by name.
    rules : str
        Digest of the rules that extracted.
    registry : Registry
        Known organisations.
    progress : callable
        See :data:`Progress`.
    """
    from qigraph import __version__
    from qigraph.loading.resolve import resolve
    from qigraph.stores import property_graph, sparql_store
    from qigraph.stores.rdf import to_nquads

    progress("joining", 0, 1)
    facts = resolve(list(extracted.facts_of(draft, documents)), registry)
    entities = entities_of(facts)
    progress("storing", 0, 2)
    files = {
        "entities.jsonl": "".join(
            json.dumps(entity.to_json(), ensure_ascii=False) + "\n" for entity in entities.values()
        ).encode(),
        "facts.jsonl": "".join(write_jsonl(facts)).encode(),
        "graph.nq": to_nquads(facts, entities),
    }
    for name, content in files.items():
        (draft / name).write_bytes(content)
    sparql_store.build(draft / "graph.nq", draft / "sparql")
    progress("storing", 1, 2)
    property_graph.build(facts, entities, draft / "cypher")
    described = json.dumps([asdict(document) for document in documents]).encode()
    generation = folder.digest([rules.encode(), described, *files.values()])
    return Manifest(generation, rules, __version__, documents, len(entities), len(facts))
