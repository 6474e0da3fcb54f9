"""Recipes: which column of a table is which role of which relation; read from YAML, checked as they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qigraph.errors import InputError
from qigraph.loading.tables.spells import Spells
from qigraph.loading.written import check_keys, texts
from qigraph.resources import resource
from qigraph.schema import RELATIONS, TYPES

__all__ = ["Recipe", "Stated", "ThingRule", "find_recipe", "load_recipe", "parse_recipe", "shipped_recipes"]

_THING_KEYS = {"type", "name", "also", "code", "codes", "key", "in", "row", "by", "spelled", "topics", "but"}
_FACT_KEYS = {"fact", "since", "until", "open", "role", "when"}
_KEYS = {"title", "source", "licence", "columns", "rows", "things", "facts", "spellings", "spells", "when"}
_TOPIC = "Topic"


@dataclass(frozen=True, slots=True)
class ThingRule:
    """How a row names one thing, or several.

    Parameters
    ----------
    type : str
        Entity type.
    name : str
        Column with its name, or a text with columns in braces; empty where the source has codes alone.
    also : tuple of str
        Further names: columns, or texts with columns in braces.
    codes : tuple of (str, tuple of str)
        Whose identifiers the source gives, its own first, and the columns in which one may stand.
    key : str
        Column by which other rows refer to it.
    inside : str
        Column in which the thing, or a list of them, stands; columns are then those in there.
    row, by : str
        For what another row names: the thing of that row, and the column with the key of that row.
    spelled : mapping of str to str
        Names as they should be for names as the source has them.
    topics : tuple of str
        Columns in whose text topics are looked for.
    without : frozenset of str
        Topics that say nothing here.
    """

    type: str
    name: str = ""
    also: tuple[str, ...] = ()
    codes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    key: str = ""
    inside: str = ""
    row: str = ""
    by: str = ""
    spelled: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact that each row states.

    Parameters
    ----------
    subject, relation, object : str
        Two things of the recipe, or a thing and a column with a date.
    since, until : str
        Columns with the dates between which it holds.
    open : frozenset of str
        Last dates that tell no end, such as the last year that the source observes.
    role : str
        In which role.
    when : mapping of str to frozenset of str
        Values that columns must have.
    """

    subject: str
    relation: str
    object: str
    since: str = ""
    until: str = ""
    open: frozenset[str] = frozenset()
    role: str | None = None
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the rows of one kind of table become facts.

    Parameters
    ----------
    name : str
        Of the file, which the facts carry as their rule.
    title, source, licence : str
    columns : frozenset of str
        By which a table of this kind is known.
    rows : tuple of str
        Of a JSON file, the paths at which the list with the rows may stand; the file itself where that is empty.
    things : mapping of str to ThingRule
    facts : tuple of Stated
    spells : Spells or None
        Where it has a row a year and a column a member, how these become rows.
    """

    name: str
    title: str
    columns: frozenset[str]
    things: Mapping[str, ThingRule]
    facts: tuple[Stated, ...]
    rows: tuple[str, ...] = ("",)
    source: str = ""
    licence: str = ""
    spells: Spells | None = None


@cache
def shipped_recipes() -> tuple[Recipe, ...]:
    """The recipes of ``loaders/tables/``, by name.

    Examples
    --------
    >>> [recipe.name for recipe in shipped_recipes()][:1]
    ['cow-igo-membership']
    """
    paths = sorted(resource("loaders/tables").glob("*.yaml"))
    return tuple(load_recipe(path) for path in paths if not _is_for_rdf(path))


def _is_for_rdf(path: Path) -> bool:
    """Whether it asks RDF for documents: :mod:`qigraph.loading.tables.outcomes` reads it."""
    return "documents" in yaml.safe_load(path.read_text(encoding="utf-8"))


def load_recipe(path: Path) -> Recipe:
    """Read a recipe and check it.

    Parameters
    ----------
    path : Path
        A YAML file in the form that ``docs/tables.md`` describes.

    Raises
    ------
    InputError
        If it cannot be read, or says what no table can; the message names what is wrong.
    """
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    return parse_recipe(written, path.stem, str(path))


def parse_recipe(written: str, name: str, source: str = "") -> Recipe:
    """Read a recipe from its text.

    Parameters
    ----------
    written : str
        YAML.
    name : str
        That the facts carry.
    source : str
        Of the text, for messages.

    Raises
    ------
    InputError
        As :func:`load_recipe`.
    """
    try:
        return _recipe(name, yaml.safe_load(written))
    except yaml.YAMLError as error:
        raise InputError(f"{source or name}: is not YAML: {' '.join(str(error).split())}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{source or name}: {error}") from error


def _recipe(name: str, body: Any) -> Recipe:
    if not isinstance(body, dict):
        raise ValueError("is no recipe: it needs columns, things and facts")
    check_keys(body, _KEYS, "a recipe")
    for key in ("columns", "things", "facts"):
        if not body.get(key):
            raise ValueError(f"a recipe needs {key}")
    spellings = {name: _spelled(told, name) for name, told in (body.get("spellings") or {}).items()}
    things = {key: _thing(key, rule, spellings) for key, rule in body["things"].items()}
    for key, rule in things.items():
        if rule.row and (rule.row not in things or things[rule.row].row):
            raise ValueError(f"{key} is the {rule.row} of another row, which is no thing of its own")
        if rule.row and not things[rule.row].key:
            raise ValueError(f"{rule.row} needs a key, by which {key} finds it")
    return Recipe(
        name=name,
        title=str(body.get("title") or name),
        columns=frozenset(map(str, body["columns"])),
        things=things,
        facts=tuple(_stated(line, things, body.get("when") or {}) for line in body["facts"]),
        rows=texts(body.get("rows") or ""),
        source=str(body.get("source") or ""),
        licence=str(body.get("licence") or ""),
        spells=Spells.parsed(body["spells"]) if body.get("spells") else None,
    )


def _spelled(told: Any, name: str) -> Mapping[str, str]:
    """Spellings, or those of that name of another recipe."""
    if not isinstance(told, str):
        return told or {}
    try:
        other = yaml.safe_load(resource(f"loaders/tables/{told}.yaml").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ValueError(f"takes the spellings of the recipe {told!r}, which there is not") from error
    found: Mapping[str, str] = (other.get("spellings") or {}).get(name) or {}
    return found


def _thing(key: str, rule: Any, spellings: Mapping[str, Mapping[str, str]]) -> ThingRule:
    if not isinstance(rule, dict):
        raise ValueError(f"{key} needs a type and the column of its name")
    check_keys(rule, _THING_KEYS, key)
    kind = _TOPIC if rule.get("topics") else rule.get("type", "")
    if not rule.get("row"):
        if kind not in TYPES:
            raise ValueError(f"{key} has the type {kind!r}: choose one of {', '.join(TYPES)}")
        if not (rule.get("name") or rule.get("code") or rule.get("codes") or rule.get("topics")):
            raise ValueError(f"{key} needs the column of its name or of its code")
    elif not rule.get("by"):
        raise ValueError(f"{key} needs by: the column with the key of the other row")
    scheme, code = rule.get("code") or ("", "")
    codes = ({scheme: code} if code else {}) | (rule.get("codes") or {})
    if rule.get("spelled") and rule["spelled"] not in spellings:
        raise ValueError(f"{key} is spelled as in {rule['spelled']!r}, which spellings does not have")
    return ThingRule(
        type=kind,
        name=str(rule.get("name") or ""),
        also=tuple(map(str, rule.get("also") or ())),
        codes=tuple((str(scheme), texts(columns)) for scheme, columns in codes.items()),
        key=str(rule.get("key") or ""),
        inside=str(rule.get("in") or ""),
        row=str(rule.get("row") or ""),
        by=str(rule.get("by") or ""),
        spelled={str(k): str(v) for k, v in (spellings.get(rule.get("spelled", "")) or {}).items()},
        topics=tuple(map(str, rule.get("topics") or ())),
        without=frozenset(rule.get("but") or ()),
    )


def _stated(line: Any, things: Mapping[str, ThingRule], always: dict[str, Any]) -> Stated:
    body: dict[str, Any] = {"fact": line} if isinstance(line, str) else dict(line)
    check_keys(body, _FACT_KEYS, f"the fact {body.get('fact')}")
    words = str(body.get("fact", "")).split()
    if len(words) != 3:
        raise ValueError(f"a fact is a subject, a relation and an object, not {body.get('fact')!r}")
    subject, relation, target = words
    if relation not in RELATIONS:
        raise ValueError(f"there is no relation {relation!r}: choose one of {', '.join(RELATIONS)}")
    for end in (subject,) if RELATIONS[relation].literal else (subject, target):
        if end not in things:
            raise ValueError(f"{' '.join(words)}: {end} is no thing of this recipe")
    return Stated(
        subject,
        relation,
        target,
        since=str(body.get("since") or ""),
        until=str(body.get("until") or ""),
        open=frozenset(map(str, body.get("open") or ())),
        role=body.get("role"),
        when={
            key: frozenset(map(str, values)) for key, values in (always | (body.get("when") or {})).items()
        },
    )


def find_recipe(found: frozenset[str], recipes: tuple[Recipe, ...]) -> Recipe | None:
    """The recipe for a table with these columns: the one that asks for most of them.

    Parameters
    ----------
    found : frozenset of str
        Columns of the table.
    recipes : tuple of Recipe
        Of two that ask for as many, the first is taken.
    """
    fitting = [recipe for recipe in recipes if recipe.columns <= found]
    return max(fitting, key=lambda recipe: len(recipe.columns), default=None)
