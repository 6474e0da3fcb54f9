"""Reads a Turtle file of the vocabulary as blocks: one subject each, with its line for error messages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from qigraph.errors import InputError

__all__ = ["ID", "QI", "SKOS", "Block", "read_blocks"]

ID = "https://w3id.org/qigraph/id/"
QI = "https://w3id.org/qigraph/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SUBJECT = re.compile(r"(?:<([^>\s]+)>|([\w-]*):(\S+))\s+a\s")
_PREFIX = re.compile(r"@prefix\s+([\w-]*):\s*<([^>]*)>")
_NO_LINE = re.compile(r"\s*at line \d+.*", re.DOTALL)


@dataclass(slots=True)
class Block:
    """Everything that a file says of one subject.

    Parameters
    ----------
    iri : str
        The subject.
    line : int
        Line on which its block begins, counted from 1.
    types : list of str
        IRIs of its classes.
    values : dict
        Objects by the IRI of the property, in the order of the file.
    """

    iri: str
    line: int
    types: list[str] = field(default_factory=list)
    values: dict[str, list[ox.Literal | ox.NamedNode]] = field(default_factory=dict)

    def texts(self, *properties: str, language: str | None = None) -> list[str]:
        """The literals of these properties, of one language where that is asked for."""
        return [
            value.value
            for name in properties
            for value in self.values.get(name, ())
            if isinstance(value, ox.Literal) and (language is None or value.language == language)
        ]

    def iris(self, name: str) -> list[str]:
        """The resources that a property points to."""
        return [value.value for value in self.values.get(name, ()) if isinstance(value, ox.NamedNode)]

    def label(self) -> str | None:
        """The preferred name: English, else French, else whichever comes first."""
        name = SKOS + "prefLabel"
        for language in ("en", "fr", None):
            if found := self.texts(name, language=language):
                return found[0]
        return None


def read_blocks(path: Path) -> list[Block]:
    """Read the blocks of a Turtle file, in its order.

    Parameters
    ----------
    path : Path
        A Turtle file in UTF-8 in which every subject has one block, opened by ``subject a class``.

    Raises
    ------
    InputError
        If the file cannot be read, is not Turtle, or opens two blocks for one subject.

    Examples
    --------
    >>> from qigraph.resources import resource
    >>> blocks = read_blocks(resource("ontology/organisations.ttl"))
    >>> blocks[0].iri, blocks[0].label()
    ('https://w3id.org/qigraph/id/bipm', 'International Bureau of Weights and Measures')
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    blocks: dict[str, Block] = {}
    for line, iri in _openings(text):
        if iri in blocks:
            raise InputError(
                f"{path}, line {line}: second block for {iri}: join it to line {blocks[iri].line}"
            )
        blocks[iri] = Block(iri, line)
    try:
        for triple in ox.parse(text, format=ox.RdfFormat.TURTLE):
            _add(blocks, triple)
    except SyntaxError as error:
        reason = _NO_LINE.sub("", str(error.msg))
        raise InputError(f"{path}, line {error.lineno}: not Turtle: {reason}") from error
    return list(blocks.values())


def _add(blocks: dict[str, Block], triple: ox.Quad | ox.Triple) -> None:
    subject, value = triple.subject, triple.object
    if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.Literal | ox.NamedNode):
        return
    block = blocks.setdefault(subject.value, Block(subject.value, 1))
    if triple.predicate.value == _RDF_TYPE:
        block.types.append(value.value)
    else:
        block.values.setdefault(triple.predicate.value, []).append(value)


def _openings(text: str) -> Iterator[tuple[int, str]]:
    prefixes: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if declared := _PREFIX.match(line):
            prefixes[declared[1]] = declared[2]
        elif opening := _SUBJECT.match(line):
            yield number, opening[1] or prefixes.get(opening[2], "") + opening[3]
