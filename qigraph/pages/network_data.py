"""Facts as the network page wants them: nodes, bundled edges, and one record a fact with its quotes.

Nodes and edges are dictionaries as vis-network reads them. Their ids are numbers, never text from a document.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qigraph.facts import Entity, Fact
from qigraph.names import short_name
from qigraph.pages.appearance import LOOKS
from qigraph.pages.layout import positions
from qigraph.pages.sources import Source, known_sources, web_link
from qigraph.schema import RELATIONS

__all__ = ["NetworkData", "network_data", "node_name"]

_LONGEST_SHORT = 24
_WORD = re.compile(r"\w+(?:[/&.+-]\w+)*")


@dataclass(frozen=True, slots=True)
class NetworkData:
    """All that the page draws and tells.

    Parameters
    ----------
    nodes, edges : list of dict
        For vis-network; an edge bundles all facts between two nodes and lists them by number.
    records : dict
        ``facts``, ``documents`` and ``quotes``, for the panel and the table.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    records: dict[str, Any]


def node_name(entity: Entity, used: Mapping[str, int]) -> str:
    """What to write beside a node: its short name, cut if that is long.

    Parameters
    ----------
    entity : Entity
    used : mapping
        How often each word stands in the sentences about it.

    Examples
    --------
    >>> node_name(Entity("wto", "World Trade Organization", "Organisation", ("OMC", "WTO")), {"WTO": 3})
    'WTO'
    >>> node_name(Entity("y", "The international conference on everything", "Event"), {})
    'The international confe…'
    """
    name = " ".join(short_name(entity, used).split())
    return name if len(name) <= _LONGEST_SHORT else name[: _LONGEST_SHORT - 1].rstrip() + "…"


def _words_about(facts: Sequence[Fact]) -> dict[str, Counter[str]]:
    """How often each word stands in the sentences about each entity."""
    quotes: dict[str, set[str]] = {}
    for fact in facts:
        for end in {fact.subject.id, fact.object_id}:
            quotes.setdefault(end, set()).update(evidence.quote for evidence in fact.evidence)
    words = {quote: _WORD.findall(quote) for about in quotes.values() for quote in about}
    return {end: Counter(word for quote in about for word in words[quote]) for end, about in quotes.items()}


def network_data(facts: Sequence[Fact], documents: Sequence[Source] = ()) -> NetworkData:
    """Number the entities, bundle parallel facts into edges, and place the nodes.

    Parameters
    ----------
    facts : sequence of Fact
        What the page shows, in any order.
    documents : sequence of Source
        What is known of the documents; those missing are shown by their name.
    """
    facts = sorted(facts, key=lambda fact: tuple(part or "" for part in fact.key))
    entities = _entities(facts)
    number = {identifier: place for place, identifier in enumerate(entities)}
    edges = _edges(facts, number)
    degree = [0] * len(entities)
    for edge in edges:
        for end in {edge["from"], edge["to"]}:
            degree[end] += 1
    sizes = [min(30.0, round(6 + 2.6 * math.sqrt(d), 1)) for d in degree]
    places = positions(len(entities), [(edge["from"], edge["to"]) for edge in edges], sizes)
    used = _words_about(facts)
    nodes = [
        {
            "id": number[entity.id],
            "entity": entity.id,
            "name": entity.label,
            "short": node_name(entity, used[entity.id]),
            "aliases": list(entity.aliases),
            "type": entity.type,
            "degree": degree[number[entity.id]],
            "shape": LOOKS[entity.type].shape,
            "size": sizes[number[entity.id]],
            "x": places[number[entity.id]][0],
            "y": places[number[entity.id]][1],
        }
        for entity in entities.values()
    ]
    return NetworkData(nodes, edges, _records(facts, number, documents))


def _entities(facts: Sequence[Fact]) -> dict[str, Entity]:
    """Every entity by id, sorted; of several descriptions the one with most aliases counts."""
    found: dict[str, Entity] = {}
    for fact in facts:
        for entity in (fact.subject, fact.object):
            if isinstance(entity, str):
                continue
            known = found.get(entity.id)
            if known is None or (len(entity.aliases), entity.label) > (len(known.aliases), known.label):
                found[entity.id] = entity
    return dict(sorted(found.items()))


def _edges(facts: Sequence[Fact], number: dict[str, int]) -> list[dict[str, Any]]:
    bundles: dict[tuple[int, int], list[int]] = {}
    for place, fact in enumerate(facts):
        if isinstance(fact.object, str) or fact.object.id == fact.subject.id:
            continue
        ends = sorted((number[fact.subject.id], number[fact.object.id]))
        bundles.setdefault((ends[0], ends[1]), []).append(place)
    return [
        {"id": place, "from": a, "to": b, "facts": members}
        for place, ((a, b), members) in enumerate(sorted(bundles.items()))
    ]


def _records(facts: Sequence[Fact], number: dict[str, int], documents: Sequence[Source]) -> dict[str, Any]:
    known = known_sources(facts, documents)
    place_of = {document.name: place for place, document in enumerate(known)}
    quotes = sorted({evidence.quote for fact in facts for evidence in fact.evidence})
    quote_of = {quote: place for place, quote in enumerate(quotes)}
    return {
        "documents": [{"name": d.title or d.name, "date": d.date, "link": web_link(d.link)} for d in known],
        "quotes": quotes,
        "facts": [
            {
                "subject": number[fact.subject.id],
                "relation": fact.relation,
                "object": None if isinstance(fact.object, str) else number[fact.object.id],
                "literal": fact.object if isinstance(fact.object, str) else None,
                "both": RELATIONS[fact.relation].symmetric,
                "since": fact.interval.since,
                "until": fact.interval.until,
                "role": fact.role,
                "derived": fact.derived,
                "evidence": [
                    [place_of[e.document], quote_of[e.quote], e.page, e.start, e.stop] for e in fact.evidence
                ],
            }
            for fact in facts
        ],
    }
