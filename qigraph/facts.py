"""The words that every other room speaks: entities, facts, evidence, intervals, and their JSON form.

A fact without a slice of a document cannot be made: :class:`Fact` refuses empty evidence.
"""

import calendar
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from qigraph.errors import InputError
from qigraph.schema import RELATIONS, TYPES

__all__ = ["Entity", "Evidence", "Fact", "Interval", "merge", "read_jsonl", "write_jsonl"]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _check_date(value: str | None) -> None:
    if value is not None and not _DATE.fullmatch(value):
        raise ValueError(f"not a date of the form 2018, 2018-11 or 2018-11-30: {value!r}")


def first_day(date: str) -> str:
    """The first day that a date of any precision covers.

    Examples
    --------
    >>> first_day("2018"), first_day("2018-11")
    ('2018-01-01', '2018-11-01')
    """
    return date + {4: "-01-01", 7: "-01", 10: ""}[len(date)]


def last_day(date: str) -> str:
    """The last day that a date of any precision covers.

    Examples
    --------
    >>> last_day("2018"), last_day("2020-02")
    ('2018-12-31', '2020-02-29')
    """
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        return f"{date}-{calendar.monthrange(year, month)[1]:02d}"
    return date


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """When a fact holds or took place, as precise as the source (EDTF level 0 dates).

    Parameters
    ----------
    since, until : str or None
        ``2018``, ``2018-11`` or ``2018-11-30``; None where the source does not say.

    Examples
    --------
    >>> Interval("2010", "2018-11").holds_at("2018-11-30")
    True
    >>> Interval("2019").holds_at("2012")
    False
    """

    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        _check_date(self.since)
        _check_date(self.until)

    def holds_at(self, date: str) -> bool:
        """Whether the interval may cover some day of ``date``; an unknown end is open."""
        _check_date(date)
        begun = self.since is None or first_day(self.since) <= last_day(date)
        ended = self.until is not None and last_day(self.until) < first_day(date)
        return begun and not ended


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that facts are about.

    Parameters
    ----------
    id : str
        Stable identifier, the tail of its IRI: ``bipm``, ``event/7th-annual-io-meeting``, ``goal/9``.
    label : str
        The fullest name.
    type : str
        One of :data:`qigraph.schema.TYPES`.
    aliases : tuple of str
        Other names, acronyms among them.
    codes : tuple of (str, str)
        Identifiers that sources give it, scheme and value, sorted: ``("wikidata", "Q229478")``.
    """

    id: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"unknown entity type {self.type!r}")

    def to_json(self) -> dict[str, Any]:
        """The entity as the fact format writes it."""
        row = {"label": self.label, "aliases": list(self.aliases), "type": self.type, "id": self.id}
        return row | {"codes": [list(code) for code in self.codes]} if self.codes else row

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Entity":
        """Read what :meth:`to_json` wrote."""
        codes = tuple((scheme, value) for scheme, value in data.get("codes", ()))
        return cls(data["id"], data["label"], data["type"], tuple(data.get("aliases", ())), codes)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence behind a fact: an exact slice of a document's text.

    Parameters
    ----------
    document : str
        Name of the document.
    start, stop : int
        Character offsets into the document's text as read.
    quote : str
        Exactly the characters from ``start`` to ``stop``.
    rule : str
        Name of the rule that read it.
    page : int or None
        Page, counted from 1, where the document has pages.
    box : tuple of float or None
        Left, top, width and height of its lines on the page, in points, where the document tells.
    row : int or None
        Row of a table file, counted from 1 below its head.
    column : str or None
        Column of a table file.
    """

    document: str
    start: int
    stop: int
    quote: str
    rule: str = ""
    page: int | None = field(default=None, compare=False)
    box: tuple[float, float, float, float] | None = field(default=None, compare=False)
    row: int | None = field(default=None, compare=False)
    column: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, relation, object, the interval in which it holds, and the evidence for it.

    Examples
    --------
    >>> ilac = Entity("ilac", "International Laboratory Accreditation Cooperation", "Organisation", ("ILAC",))
    >>> network = Entity("inetqi", "International Network on Quality Infrastructure", "Network", ("INetQI",))
    >>> fact = Fact(ilac, "chairs", network, evidence=(Evidence("a.txt", 0, 21, "ILAC has the chair …"),))
    >>> fact.key
    ('ilac', 'chairs', 'inetqi', None, None, None)
    """

    subject: Entity
    relation: str
    object: Entity | str
    interval: Interval = Interval()
    evidence: tuple[Evidence, ...] = ()
    role: str | None = None
    derived: bool = False

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise ValueError(f"unknown relation {self.relation!r}")
        if not self.evidence:
            raise ValueError(f"a fact needs evidence: {self.subject.label} {self.relation}")

    @property
    def object_id(self) -> str:
        """Identifier of the object, or the date itself."""
        return self.object if isinstance(self.object, str) else self.object.id

    @property
    def object_label(self) -> str:
        """Name of the object, or the date itself."""
        return self.object if isinstance(self.object, str) else self.object.label

    @property
    def key(self) -> tuple[str, str, str, str | None, str | None, str | None]:
        """What makes it the same fact in another document."""
        since, until = self.interval.since, self.interval.until
        return (self.subject.id, self.relation, self.object_id, since, until, self.role)

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of the documents that state it, sorted."""
        return tuple(sorted({e.document for e in self.evidence}))

    def to_json(self) -> list[dict[str, Any]]:
        """One row a piece of evidence, as the fact format writes it."""
        return [self._row(evidence) for evidence in self.evidence]

    def _row(self, evidence: Evidence) -> dict[str, Any]:
        row: dict[str, Any] = {
            "subject": self.subject.to_json(),
            "relation": self.relation,
            "object": self.object if isinstance(self.object, str) else self.object.to_json(),
            "date": self.interval.since,
            "end": self.interval.until,
            "document": evidence.document,
            "start": evidence.start,
            "stop": evidence.stop,
            "quote": evidence.quote,
            "rule": evidence.rule,
        }
        optional = {
            "role": self.role,
            "page": evidence.page,
            "box": list(evidence.box) if evidence.box else None,
            "row": evidence.row,
            "column": evidence.column,
            "derived": self.derived or None,
        }
        return row | {name: value for name, value in optional.items() if value is not None}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Fact":
        """Read one row that :meth:`to_json` wrote."""
        target = row["object"]
        return cls(
            Entity.from_json(row["subject"]),
            row["relation"],
            target if isinstance(target, str) else Entity.from_json(target),
            Interval(row.get("date"), row.get("end")),
            (
                Evidence(
                    row["document"],
                    row["start"],
                    row["stop"],
                    row["quote"],
                    row.get("rule", ""),
                    row.get("page"),
                    tuple(row["box"]) if row.get("box") else None,
                    row.get("row"),
                    row.get("column"),
                ),
            ),
            row.get("role"),
            row.get("derived", False),
        )


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """Join facts of one key into one with all their evidence; the result is sorted.

    Parameters
    ----------
    facts : iterable of Fact
        In any order, evidence repeated or not.

    Returns
    -------
    list of Fact
        One a key, ordered by key, each with its evidence ordered by document and place.
    """
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(tuple(part or "" for part in fact.key), []).append(fact)
    merged = []
    for _, group in sorted(groups.items()):
        evidence = tuple(sorted({e for fact in group for e in fact.evidence}))
        merged.append(replace(group[0], evidence=evidence, derived=all(f.derived for f in group)))
    return merged


def write_jsonl(facts: Iterable[Fact]) -> Iterator[str]:
    """Lines of the fact format, one a fact and piece of evidence."""
    for fact in facts:
        for row in fact.to_json():
            yield json.dumps(row, ensure_ascii=False) + "\n"


def read_jsonl(lines: Iterable[str], source: str = "facts") -> list[Fact]:
    """Read lines of the fact format and merge them.

    Raises
    ------
    InputError
        If a line is not a fact; the message names the line.
    """
    facts = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            facts.append(Fact.from_json(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{source}, line {number}: not a fact: {error}") from error
    return merge(facts)
