"""Runs a recipe over a table: every row states its facts, each with the cell that it comes from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qigraph.facts import Entity, Evidence, Fact, Interval, first_day, last_day
from qigraph.loading.dates import plain_date
from qigraph.loading.identity import Known
from qigraph.loading.tables.cells import Cell
from qigraph.loading.tables.codes import clean_code
from qigraph.loading.tables.recipe import Recipe, Stated, ThingRule
from qigraph.loading.tables.rows import read_rows, rows_path
from qigraph.loading.tables.spells import spells
from qigraph.reading.text import Text
from qigraph.schema import admits

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Unstated", "table_facts"]

_FILTER = re.compile(r"\[[^\]]*\]")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Unstated:
    """What a row does not state, though its recipe looks for it.

    Parameters
    ----------
    reason, relation : str
    start, stop : int
        Where the cell stands.
    """

    reason: str
    relation: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Found:
    entity: Entity
    cell: Cell
    column: str


def table_facts(text: Text, recipe: Recipe, registry: "Registry") -> tuple[list[Fact], list[Unstated]]:
    r"""The facts that the rows of a table state.

    Parameters
    ----------
    text : Text
        The table.
    recipe : Recipe
        For tables of its kind.
    registry : Registry
        A thing whose code it knows is that entry.

    Returns
    -------
    facts : list of Fact
        In the order of the rows, one for each.
    unstated : list of Unstated
        Cells that give no fact, with the reason.

    Examples
    --------
    >>> from qigraph.loading.registry import Registry
    >>> from qigraph.loading.tables.recipe import Stated
    >>> things = {"who": ThingRule("Organisation", "member"), "body": ThingRule("Body", "committee")}
    >>> fact = Stated("who", "memberOf", "body", since="year")
    >>> recipe = Recipe("seats", "Seats", frozenset(["member"]), things, (fact,))
    >>> table = Text("seats.csv", "member,committee,year\nKEBS,Water Board,2012\n", "text/csv")
    >>> (found,), _ = table_facts(table, recipe, Registry.empty())
    >>> found.subject.label, found.relation, found.object.label, found.interval.since, found.evidence[0].row
    ('KEBS', 'memberOf', 'Water Board', '2012', 1)
    """
    return _Reading(text, recipe, registry).run()


class _Reading:
    def __init__(self, text: Text, recipe: Recipe, registry: "Registry") -> None:
        self.text = text
        self.recipe = recipe
        self.known = Known(registry)
        self.member = recipe.spells.member if recipe.spells else None
        rows = read_rows(text, rows_path(text, recipe))
        self.rows = list(spells(text, rows, recipe.spells) if recipe.spells else enumerate(rows, start=1))
        self.by_key = {
            name: _index((row for _, row in self.rows), recipe.things[name])
            for name in {rule.row for rule in recipe.things.values() if rule.row}
        }
        self.unstated: list[Unstated] = []

    def run(self) -> tuple[list[Fact], list[Unstated]]:
        facts: list[Fact] = []
        for number, row in self.rows:
            named = {name: list(self._things(row, rule)) for name, rule in self.recipe.things.items()}
            for stated in self.recipe.facts:
                facts += self._facts(number, row, stated, named)
        return facts, self.unstated

    def _facts(
        self, number: int, row: Cell, stated: Stated, named: Mapping[str, list[_Found]]
    ) -> Iterator[Fact]:
        if any(_plain(row.at(column)) not in values for column, values in stated.when.items()):
            return
        since, until = _date(row.at(stated.since)), _date(row.at(stated.until))
        interval = Interval(since, None if until in stated.open else until)
        if until and since and last_day(until) < first_day(since):
            return self._miss("it ended before it began", stated, row)
        for subject in named[stated.subject]:
            if stated.object not in named:
                cell = row.at(stated.object)
                if cell is not None and (date := _date(cell)):
                    place = _Found(subject.entity, cell, stated.object)
                    yield self._fact(number, row, subject.entity, stated, date, Interval(), place)
                continue
            for target in named[stated.object]:
                in_list = self.recipe.things[stated.subject].inside != ""
                place = subject if in_list or subject.column == self.member else target
                if not admits(stated.relation, subject.entity.type, target.entity.type, outright=True):
                    self._miss(
                        f"{subject.entity.type} and {target.entity.type} do not go with it",
                        stated,
                        place.cell,
                    )
                elif subject.entity.id == target.entity.id:
                    self._miss("a thing has no relation to itself", stated, place.cell)
                else:
                    yield self._fact(number, row, subject.entity, stated, target.entity, interval, place)

    def _miss(self, reason: str, stated: Stated, cell: Cell) -> None:
        self.unstated.append(Unstated(reason, stated.relation, cell.start, cell.stop))

    def _fact(
        self,
        number: int,
        row: Cell,
        subject: Entity,
        stated: Stated,
        target: Entity | str,
        interval: Interval,
        place: _Found,
    ) -> Fact:
        start, stop = (place.cell.start, place.cell.stop) if place.column else (row.start, row.stop)
        quote = self.text.characters[start:stop]
        evidence = Evidence(
            self.text.name,
            start,
            stop,
            quote,
            f"tables/{self.recipe.name}",
            row=number,
            column=(str(place.cell.value) if place.column == self.member else place.column) or None,
        )
        return Fact(subject, stated.relation, target, interval, (evidence,), stated.role)

    def _things(self, row: Cell, rule: ThingRule) -> Iterator[_Found]:
        if rule.topics:
            yield from self._topics(row, rule)
        elif rule.row:
            for cell in _inside(row, rule):
                code = _plain(cell.at(rule.by))
                other = self.by_key[rule.row].get(code)
                if other is not None:
                    place = cell if rule.inside else cell.at(rule.by) or cell
                    yield from (
                        _Found(found.entity, place, rule.inside or rule.by)
                        for found in self._things(other, self.recipe.things[rule.row])
                    )
        else:
            for cell in _inside(row, rule):
                entity = self._entity(cell, rule)
                if entity is not None:
                    column = rule.inside or rule.name or (rule.codes[0][1][0] if rule.codes else "")
                    place = cell if rule.inside else cell.at(column) or cell
                    yield _Found(entity, place, _FILTER.sub("", column))

    def _entity(self, cell: Cell, rule: ThingRule) -> Entity | None:
        codes = tuple(
            (scheme, code) for scheme, columns in rule.codes if (code := _code(cell, scheme, columns))
        )
        name = _filled(cell, rule.name) if rule.name else ""
        name = rule.spelled.get(name, name)
        if (rule.name and not name) or not (name or codes):
            return None
        if rule.codes and not codes and any(_plain(cell.at(column)) for column in rule.codes[0][1]):
            return None  # its code is none: a thing that the source itself does not know
        if name in {code for _, code in codes}:  # a source that knows no name tells the code again
            name = ""
        also = [filled for template in rule.also for filled in _every_filled(cell, template)]
        return self.known.entity(rule.type, name, also, codes)

    def _topics(self, row: Cell, rule: ThingRule) -> Iterator[_Found]:
        from qigraph.extraction.names.concepts import topic_mentions
        from qigraph.extraction.things import Things

        seen: set[str] = set()
        for column in rule.topics:
            cell = row.at(column)
            words = _TAG.sub(" ", _plain(cell))
            for mention in topic_mentions(words, Things()):
                entity = mention.thing.to_entity(self.text.name)
                if cell is not None and entity.label not in rule.without and entity.id not in seen:
                    seen.add(entity.id)
                    yield _Found(entity, cell, column)


def _inside(row: Cell, rule: ThingRule) -> Iterator[Cell]:
    if rule.inside:
        yield from row.every(rule.inside)
    else:
        yield row


def _index(rows: Iterable[Cell], rule: ThingRule) -> dict[str, Cell]:
    return {code: row for row in rows if (code := _plain(row.at(rule.key)))}


def _plain(cell: Cell | None) -> str:
    if cell is None or cell.value is None or isinstance(cell.value, dict | list):
        return ""
    return str(cell.value).strip()


def _filled(cell: Cell, template: str) -> str:
    """The text with its columns filled in; empty where one of them is."""
    if "{" not in template:
        return _plain(cell.at(template))
    columns = re.findall(r"\{([^{}]+)\}", template)
    values = {column: _plain(cell.at(column)) for column in columns}
    if not all(values.values()):
        return ""
    return re.sub(r"\{([^{}]+)\}", lambda match: values[match[1]], template)


def _every_filled(cell: Cell, template: str) -> list[str]:
    return [_filled(cell, template)] if "{" in template else [_plain(one) for one in cell.every(template)]


def _code(cell: Cell, scheme: str, columns: tuple[str, ...]) -> str:
    """The code in the first of the columns that tells exactly one."""
    for column in columns:
        found = {code for one in cell.every(column) if (code := clean_code(scheme, _plain(one)))}
        if len(found) == 1:
            return found.pop()
    return ""


def _date(cell: Cell | None) -> str | None:
    return plain_date(_plain(cell))
