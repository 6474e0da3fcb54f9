"""Why the things that documents name are one entity: by what name each document knows it, and what joins them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qigraph.facts import Entity, Fact
from qigraph.graph import extracted
from qigraph.graph.folder import Document
from qigraph.loading.rdf.lines import MEDIA_TYPE
from qigraph.loading.registry import load_registry
from qigraph.names import normal
from qigraph.rows import Rows

__all__ = ["known_as"]


@dataclass(frozen=True, slots=True)
class _Mention:
    """What a document calls it at one place, before documents were joined."""

    document: str
    entity: Entity
    quote: str


def known_as(generation: Path, documents: Iterable[Document], entity: Entity, facts: Iterable[Fact]) -> Rows:
    """By what names each document knows an entity, and why that is this one.

    Parameters
    ----------
    generation : Path
        Of the graph.
    documents : iterable of Document
    entity : Entity
        Of the graph.
    facts : iterable of Fact
        Those of the graph that the entity is an end of.

    Returns
    -------
    Rows
        One row a document and identifier: ``document``, ``names`` (those that its sentences hold), ``id`` (before
        documents were joined) and ``why``.
    """
    places = {(e.document, e.start, e.stop, fact.relation) for fact in facts for e in fact.evidence}
    speaking = {document for document, *_ in places}
    # What was exported from another graph speaks for the documents of that one.
    chosen = [d for d in documents if d.name in speaking or d.media_type == MEDIA_TYPE]
    mentions = list(_mentions(generation, chosen, places, entity))
    groups: dict[tuple[str, str, str], list[_Mention]] = {}
    for mention in mentions:
        key = (mention.document, mention.entity.id, _why(mention, entity, mentions))
        groups.setdefault(key, []).append(mention)
    rows = [
        [document, _called(group, entity), identifier, why]
        for (document, identifier, why), group in sorted(groups.items())
    ]
    return Rows(["document", "names", "id", "why"], rows)


def _mentions(
    generation: Path,
    documents: Iterable[Document],
    places: set[tuple[str, int, int, str]],
    entity: Entity,
) -> Iterator[_Mention]:
    """What the documents call it where they speak of it."""
    names = {entity.label, *entity.aliases}
    for fact in extracted.facts_of(generation, documents):
        (evidence,) = fact.evidence
        if (evidence.document, evidence.start, evidence.stop, fact.relation) not in places:
            continue
        for end in (fact.subject, fact.object):
            if isinstance(end, Entity) and (
                end.id == entity.id or end.label in names or {*end.codes} & {*entity.codes}
            ):
                yield _Mention(evidence.document, end, evidence.quote)


def _called(mentions: list[_Mention], entity: Entity) -> str:
    """The names that stand in the sentences, longest first; one that is a part of another is left out."""
    text = "\n".join(" ".join(mention.quote.split()) for mention in mentions)
    found: list[str] = []
    for name in sorted({entity.label, *entity.aliases}, key=lambda name: (-len(name), name)):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if re.search(pattern, text) and not any(re.search(pattern, longer) for longer in found):
            found.append(name)
    return ", ".join(found)


def _why(mention: _Mention, entity: Entity, mentions: list[_Mention]) -> str:
    named = mention.entity
    if named.id == entity.id and "/" in named.id and named.label == entity.label:
        return "its name"
    if named.id == entity.id and "/" not in named.id:
        entry = load_registry().by_id().get(entity.id)
        known = [code for code in named.codes if entry is not None and code in entry.identifiers]
        return f"the registry has its code {' '.join(known[0])}" if known else "the registry has its name"
    codes = [
        code
        for code in named.codes
        if any(code in m.entity.codes for m in mentions if m.entity.id != named.id)
    ]
    if codes:
        return f"the code {' '.join(codes[0])}"
    others = {
        normal(name): name
        for other in (entity, *(m.entity for m in mentions if m.entity.id != named.id))
        for name in (other.label, *other.aliases)
    }
    shared = sorted(
        {name for name in (named.label, *named.aliases) if normal(name) in others},
        key=lambda name: (" " not in name, -len(name), name),
    )
    if shared and " " in shared[0]:
        return f"the full name {shared[0]}"
    return f"the acronym {shared[0]}, which no other bears here" if shared else "one of its names"
