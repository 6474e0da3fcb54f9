"""Write the page on the vocabulary from ``ontology/qi.ttl``: ``python docs/vocabulary.py > docs/vocabulary.md``.

A test holds that the page is the one that this writes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from qigraph.loading.blocks import QI, SKOS, Block, read_blocks
from qigraph.resources import resource
from qigraph.schema import ACTORS, RELATIONS, admits
from qigraph.stores.terms import PREFIXES

RDFS = PREFIXES["rdfs"]
OWL = "http://www.w3.org/2002/07/owl#"
MAPPINGS = {
    RDFS + "subClassOf": "a kind of",
    RDFS + "subPropertyOf": "a kind of",
    SKOS + "exactMatch": "the same as",
    SKOS + "closeMatch": "close to",
    SKOS + "broadMatch": "narrower than",
    SKOS + "relatedMatch": "related to",
    RDFS + "seeAlso": "see",
}
KINDS = {OWL + "Class": "Class", OWL + "ObjectProperty": "Relation", OWL + "DatatypeProperty": "Property"}
MORE = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "owl": OWL,
    "rdf": PREFIXES["rdf"],
    "schema": "https://schema.org/",
}


def page() -> str:
    """The page as Markdown."""
    terms = [block for block in read_blocks(resource("ontology/qi.ttl")) if block.iri.startswith(QI)]
    parts = [
        "# The vocabulary",
        "Written by `docs/vocabulary.py` from [qi.ttl](../ontology/qi.ttl); do not edit it by hand.\n"
        "`qi:` is `https://w3id.org/qigraph/ontology#`. Own terms stand only where W3C ORG, PROV-O, SKOS, DCTERMS and "
        "schema.org have none; each says what it is mapped to, or why to nothing.",
        "## What joins what",
        "\n".join(diagram()),
        "## Classes",
        *(entry(term) for term in terms if OWL + "Class" in term.types),
        "## Relations",
        *(entry(term) for term in terms if name(term) in RELATIONS),
        "## Other properties",
        *(entry(t) for t in terms if OWL + "Class" not in t.types and name(t) not in RELATIONS),
    ]
    return "\n\n".join(parts) + "\n"


def name(term: Block) -> str:
    """The part of the IRI behind ``qi:``."""
    return term.iri.removeprefix(QI)


def diagram() -> Iterator[str]:
    """A Mermaid diagram of the relations; organisations, networks and bodies are drawn as one, *Actor*."""
    yield "```mermaid"
    yield "graph LR"
    drawn: dict[tuple[str, str], list[str]] = {}
    for relation in RELATIONS.values():
        for subject in relation.every_subject:
            for target in relation.objects or (None,):
                if admits(relation.name, subject, target, outright=True):
                    ends = drawn.setdefault((_drawn(subject), _drawn(target)), [])
                    ends.extend([relation.name] if relation.name not in ends else [])
    for (one, other), names in drawn.items():
        yield f"  {one} -- {', '.join(names)} --> {other}"
    yield "```"


def _drawn(kind: str | None) -> str:
    return "Date" if kind is None else "Actor" if kind in ACTORS else kind


def entry(term: Block) -> str:
    """One term: labels, definition, ends, mapping, example."""
    labels = [
        f"{value} ({language})"
        for language in ("en", "fr", "es")
        for value in term.texts(RDFS + "label", language=language)
    ]
    lines = [f"### qi:{name(term)}", term.texts(SKOS + "definition", language="en")[0], ""]
    lines.append(f"* {', '.join(labels)}")
    relation = RELATIONS.get(name(term))
    if relation is not None:
        objects = ", ".join(relation.objects) or "a date"
        way = "between" if relation.symmetric else "from"
        lines.append(
            f"* {way} {', '.join(relation.every_subject)} {'and' if relation.symmetric else 'to'} {objects}"
        )
    lines += [
        f"* {word} {', '.join(short(iri) for iri in term.iris(mapping))}"
        for mapping, word in MAPPINGS.items()
        if term.iris(mapping)
    ]
    lines += [f"* {note}" for note in term.texts(SKOS + "editorialNote", language="en")]
    lines += [
        f"* Example: `{example}`" if term.types != [OWL + "Class"] else f"* Example: {example}"
        for example in term.texts(SKOS + "example")
    ]
    return "\n".join(lines)


def short(iri: str) -> str:
    """The IRI with its prefix, as a link where there is one to follow."""
    for prefix, start in (PREFIXES | MORE).items():
        if iri.startswith(start) and iri != start:
            return f"`{prefix}:{iri.removeprefix(start)}`"
    return f"<{iri}>"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())
