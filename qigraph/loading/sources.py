"""What a document states: prose is read by the extractor, a table by its recipe, RDF by a mapping."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qigraph.errors import InputError
from qigraph.loading.rdf.facts import rdf_facts
from qigraph.loading.rdf.lines import MEDIA_TYPE
from qigraph.loading.tables.engine import table_facts
from qigraph.loading.tables.recipe import Recipe, find_recipe, parse_recipe, shipped_recipes
from qigraph.loading.tables.rows import columns, row_paths
from qigraph.reading.text import Text

if TYPE_CHECKING:
    from qigraph.extraction import Extraction
    from qigraph.loading.registry import Registry

__all__ = ["NoRecipeError", "facts_in", "recipe_for"]

MOST_NAMED = 8


class NoRecipeError(InputError):
    """No recipe knows the columns of a table."""


def facts_in(text: Text, registry: "Registry") -> "Extraction":
    """The facts of a document, a table or RDF, and what was dropped with reasons.

    Parameters
    ----------
    text : Text
    registry : Registry

    Raises
    ------
    InputError
        If it is a table that no recipe reads, or not of its format.
    """
    if text.is_table:
        return _table(text, registry)
    if text.media_type == MEDIA_TYPE:
        return rdf_facts(text, registry)
    from qigraph.extraction import extract

    return extract(text, registry)


def _table(text: Text, registry: "Registry") -> "Extraction":
    from qigraph.extraction import Dropped, Extraction
    from qigraph.facts import merge

    recipe = recipe_for(text)
    facts, unstated = table_facts(text, recipe, registry)
    rule = f"tables/{recipe.name}"
    dropped = [
        Dropped(u.reason, u.relation, u.start, u.stop, text.characters[u.start : u.stop], rule)
        for u in unstated
    ]
    return Extraction(merge(facts), dropped)


def recipe_for(text: Text, recipes: Sequence[Recipe] | None = None) -> Recipe:
    """The recipe that reads a table: its own, or of those that are shipped the one that knows its columns.

    Parameters
    ----------
    text : Text
        A table.
    recipes : sequence of Recipe, optional
        Instead of those that are shipped.

    Raises
    ------
    NoRecipeError
        If there is none; the message names the columns.
    """
    if text.recipe:
        return parse_recipe(text.recipe, "own")
    every = tuple(shipped_recipes() if recipes is None else recipes)
    for path in row_paths(text, [path for recipe in every for path in recipe.rows]):
        found = columns(text, path)
        recipe = find_recipe(found, tuple(recipe for recipe in every if path in recipe.rows))
        if recipe is not None:
            return recipe
    named = sorted(columns(text))
    listed = ", ".join(named[:MOST_NAMED]) + (", …" if len(named) > MOST_NAMED else "")
    raise NoRecipeError(
        f"{text.name}: no recipe reads a table with the columns {listed or '(none)'}: give one with --recipe"
    )
