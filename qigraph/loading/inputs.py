"""Reads what a user names: documents, tables, RDF, and folders of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qigraph.errors import InputError
from qigraph.loading.rdf.facts import check_known
from qigraph.loading.rdf.files import read_rdf
from qigraph.loading.rdf.lines import MEDIA_TYPE, as_text
from qigraph.loading.rdf.mapping import is_mapping, parse_mapping
from qigraph.loading.sources import NoRecipeError, recipe_for
from qigraph.loading.tables.outcomes import rdf_documents
from qigraph.loading.tables.recipe import load_recipe
from qigraph.loading.tables.rows import columns, rows_path
from qigraph.reading import Text, collect, document_names, passed_over, read
from qigraph.reading.files import RDF

__all__ = ["Inputs", "read_inputs"]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read.

    Parameters
    ----------
    texts : dict of str to Text
        By name, sorted.
    passed_over : dict of str to int
        Files in folders that are no documents, or tables without a recipe, by suffix.
    """

    texts: dict[str, Text]
    passed_over: dict[str, int]


def read_inputs(
    given: Sequence[Path],
    recipe: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Inputs:
    """Read documents, tables and RDF.

    Parameters
    ----------
    given : sequence of Path
        Files and folders.
    recipe : Path, optional
        For the tables among them, or, where it speaks of terms, for the RDF.
    progress : callable, optional
        Called as ``progress("reading", done, total)``.

    Raises
    ------
    InputError
        If one cannot be read, or no recipe reads a table that was named itself.
    """
    mapping = "" if recipe is None else _mapping(recipe)
    if mapping:
        recipe = None
    elif recipe is not None:
        load_recipe(recipe)
    sources = document_names(collect(given))
    named = {path.resolve() for path in given if not path.is_dir()}
    others = passed_over(given)
    texts: dict[str, Text] = {}
    for done, (name, path) in enumerate(sources.items()):
        if progress:
            progress("reading", done, len(sources))
        if path.suffix.lower() in RDF:
            texts |= _of_rdf(path, name, mapping, path.resolve() in named, others)
            continue
        text = read(path, name)
        if text.is_table and not _has_recipe(text, path.resolve() in named, recipe):
            others[path.suffix.lower()] = others.get(path.suffix.lower(), 0) + 1
            continue
        texts[name] = _with(text, recipe)
    return Inputs(dict(sorted(texts.items())), dict(sorted(others.items())))


def _mapping(recipe: Path) -> str:
    """The recipe, where it is one for RDF."""
    try:
        written = recipe.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{recipe}: cannot be read: {error}") from error
    if not is_mapping(written):
        return ""
    parse_mapping(written, str(recipe))
    return written


def _of_rdf(path: Path, name: str, mapping: str, is_named: bool, others: dict[str, int]) -> dict[str, Text]:
    """The documents of an RDF file, or itself; one of a folder that nothing knows is counted among the others."""
    try:
        quads = read_rdf(path)
        texts = rdf_documents(quads, name) or [as_text(name, quads, mapping)]
        if texts[0].media_type == MEDIA_TYPE:
            check_known(texts[0])
        return {text.name: text for text in texts}
    except InputError:
        if is_named:
            raise
        others[path.suffix.lower()] = others.get(path.suffix.lower(), 0) + 1
        return {}


def _has_recipe(text: Text, is_named: bool, recipe: Path | None) -> bool:
    try:
        if recipe is None:
            recipe_for(text)
        else:
            _check_columns(text, recipe)
    except InputError:  # no recipe, or not even a table
        if is_named:
            raise
        return False
    return True


def _check_columns(text: Text, recipe: Path) -> None:
    wanted = load_recipe(recipe)
    if missing := sorted(wanted.columns - columns(text, rows_path(text, wanted))):
        raise NoRecipeError(f"{text.name}: has no column {missing[0]!r}, which the recipe {recipe} reads")


def _with(text: Text, recipe: Path | None) -> Text:
    if not text.is_table or recipe is None:
        return text
    try:
        return replace(text, recipe=recipe.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{recipe}: cannot be read: {error}") from error
