"""Tables and recipes for the tests, in our own words."""

from qigraph.facts import Fact
from qigraph.loading.registry import Registry, load_registry
from qigraph.loading.tables.engine import Unstated, table_facts
from qigraph.loading.tables.recipe import Recipe, parse_recipe
from qigraph.reading import Text

SEATS = """
columns: [who, board, year]
things:
  member: {type: Organisation, name: who}
  board: {type: Body, name: board, also: ["Board {board}"]}
facts:
  - {fact: member memberOf board, since: year, until: left, open: [2024]}
"""


def recipe(written: str) -> Recipe:
    return parse_recipe(written, "test")


def csv_text(*lines: str) -> Text:
    return Text("table.csv", "\n".join(lines) + "\n", "text/csv")


def jsonl_text(*lines: str) -> Text:
    return Text("table.jsonl", "\n".join(lines) + "\n", "application/jsonl")


def read(text: Text, written: str, registry: Registry | None = None) -> tuple[list[Fact], list[Unstated]]:
    return table_facts(text, recipe(written), registry or Registry.empty())


def stated(text: Text, written: str, registry: Registry | None = None) -> list[tuple[str, str, str]]:
    return [(f.subject.label, f.relation, f.object_label) for f in read(text, written, registry)[0]]


REGISTRY = load_registry()
