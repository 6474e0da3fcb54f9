"""Documents inside of RDF: a recipe asks for them with a SPARQL query, and each is then read as a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox
import yaml

from qigraph.errors import InputError
from qigraph.reading.text import Text
from qigraph.resources import resource

__all__ = ["RdfRecipe", "rdf_documents", "rdf_recipes"]


@dataclass(frozen=True, slots=True)
class RdfRecipe:
    """How one vocabulary's resources become documents.

    Parameters
    ----------
    name, title, source, licence : str
    vocabulary : str
        Namespace: RDF with terms of it is read by this recipe.
    query : str
        SPARQL that selects ``?id``, ``?title``, ``?order`` and ``?text``, one row a part of a document.
    """

    name: str
    title: str
    source: str
    licence: str
    vocabulary: str
    query: str


@cache
def rdf_recipes() -> tuple[RdfRecipe, ...]:
    """The recipes of ``loaders/tables/`` that ask RDF for documents.

    Raises
    ------
    InputError
        If one lacks what it needs.

    Examples
    --------
    >>> [recipe.name for recipe in rdf_recipes()]
    ['si-reference-point']
    """
    found = []
    for path in sorted(resource("loaders/tables").glob("*.yaml")):
        body: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "documents" not in body:
            continue
        keys = ("title", "source", "licence", "vocabulary", "documents")
        if missing := [key for key in keys if not body.get(key)]:
            raise InputError(f"{path}: a recipe for RDF needs {missing[0]}")
        found.append(RdfRecipe(path.stem, *(str(body[key]) for key in keys)))
    return tuple(found)


def rdf_documents(
    quads: Sequence[ox.Quad], name: str, recipes: Sequence[RdfRecipe] | None = None
) -> list[Text]:
    """The documents that RDF holds; none where no recipe knows its vocabulary.

    Parameters
    ----------
    quads : sequence of pyoxigraph.Quad
    name : str
        Of the file; a document is called ``name#id``.
    recipes : sequence of RdfRecipe, optional
        Instead of those that are shipped.
    """
    used = {quad.predicate.value for quad in quads}
    for recipe in rdf_recipes() if recipes is None else recipes:
        if any(term.startswith(recipe.vocabulary) for term in used):
            store = ox.Store()
            store.extend(quads)
            return _documents(store, name, recipe)
    return []


def _documents(store: ox.Store, name: str, recipe: RdfRecipe) -> list[Text]:
    found = store.query(recipe.query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    columns = ("id", "title", "order", "text")
    rows = sorted({tuple(_text(row[column]) for column in columns) for row in found})
    texts: dict[str, Text] = {}
    for identifier, title, _, text in rows:
        key = f"{name}#{identifier}"
        before = f"{texts[key].characters}\n" if key in texts else f"# {title}\n\n"
        texts[key] = Text(key, f"{before}{text.strip()}\n", "text/markdown")
    return list(texts.values())


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""
