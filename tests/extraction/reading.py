"""What tests say of a short text: its blocks, its mentions and its facts, each in few words."""

from functools import cache

from qigraph.extraction import Extraction, extract
from qigraph.extraction.layout.cutting import blocks
from qigraph.extraction.names.mentions import Mentions
from qigraph.extraction.things import Things
from qigraph.facts import Entity
from qigraph.loading.registry import Registry, load_registry
from qigraph.reading.text import Text

Triple = tuple[str, str, str]


@cache
def registry() -> Registry:
    return load_registry()


def text(characters: str, media_type: str = "text/markdown") -> Text:
    return Text("note.md", characters, media_type)


def cut(characters: str, media_type: str = "text/markdown") -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, block.text) for block in blocks(text(characters, media_type))]


def mentioned(characters: str, known: bool = True) -> list[tuple[str, str]]:
    """Surface and type of each mention by name."""
    found = blocks(text(characters))
    finder = Mentions(registry() if known else Registry.empty(), Things())
    finder.introduce(found)
    return [(block.text[m.start : m.stop], m.type) for block in found for m in finder.find(block)]


def extraction(characters: str, media_type: str = "text/markdown", known: bool = True) -> Extraction:
    return extract(text(characters, media_type), registry() if known else Registry.empty())


def short(end: Entity | str) -> str:
    """The acronym of a registered body, the label of any other thing, the date itself."""
    if isinstance(end, str):
        return end
    entry = registry().by_id().get(end.id)
    return entry.acronyms[0] if entry and entry.acronyms else end.label


def facts(characters: str, media_type: str = "text/markdown", known: bool = True) -> set[Triple]:
    """Subject, relation and object of each fact, in short."""
    found = extraction(characters, media_type, known).facts
    return {(short(fact.subject), fact.relation, short(fact.object)) for fact in found}


def dated(
    characters: str, media_type: str = "text/markdown"
) -> set[tuple[str, str, str, str | None, str | None]]:
    """As :func:`facts`, with since and until."""
    return {
        (short(fact.subject), fact.relation, short(fact.object), fact.interval.since, fact.interval.until)
        for fact in extraction(characters, media_type).facts
    }
