"""The topics, and the phrases by which texts name them, from ``ontology/topics.ttl``."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.loading.blocks import ID, QI, SKOS, Block, read_blocks
from qigraph.loading.spelling import spellings
from qigraph.resources import resource

__all__ = ["Topic", "load_topics"]

_PREF, _ALT, _BROADER = SKOS + "prefLabel", SKOS + "altLabel", SKOS + "broader"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    Parameters
    ----------
    entity : Entity
        Its id (``topic/legal-metrology``) and its label; the French and Spanish labels are aliases.
    names : tuple of str
        Every phrase that names it, its label first, those of narrower concepts included.
    """

    entity: Entity
    names: tuple[str, ...]


def load_topics(path: Path | None = None) -> tuple[Topic, ...]:
    """Read the topics, in the order of the file.

    Parameters
    ----------
    path : Path, optional
        A Turtle file of the same form; the one that qigraph ships where none is given.

    Raises
    ------
    InputError
        If the file is not Turtle, a topic has no label, or a phrase names two topics.

    Examples
    --------
    >>> topics = {topic.entity.id: topic for topic in load_topics()}
    >>> "technical assistance" in topics["topic/capacity-building"].names
    True
    """
    source = path or resource("ontology/topics.ttl")
    blocks = read_blocks(source)
    narrower: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        for broader in block.iris(_BROADER):
            narrower[broader].append(block)
    topics = []
    owners: dict[str, str] = {}
    for block in blocks:
        if QI + "Topic" not in block.types:
            continue
        topic = _topic(source, block, narrower[block.iri])
        for name in topic.names:
            if owners.setdefault(name.casefold(), topic.entity.id) != topic.entity.id:
                other = owners[name.casefold()]
                raise InputError(f"{source}, line {block.line}: {name!r} names {other} too: keep it in one")
        topics.append(topic)
    return tuple(topics)


def _topic(source: Path, block: Block, narrower: Iterable[Block]) -> Topic:
    label = block.label()
    if not label or not block.iri.startswith(ID + "topic/"):
        raise InputError(f"{source}, line {block.line}: a topic needs {ID}topic/… and a skos:prefLabel")
    names: dict[str, None] = {label: None}
    for part in (block, *narrower):
        for language in ("en", "fr", "es"):
            for name in part.texts(_PREF, _ALT, language=language):
                names |= dict.fromkeys(spellings(name, language))
    aliases = tuple(name for name in block.texts(_PREF) if name != label)
    return Topic(Entity(block.iri.removeprefix(ID), label, "Topic", aliases), tuple(names))
