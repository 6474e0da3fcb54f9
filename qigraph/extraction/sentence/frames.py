"""Frames: how sentences, lists, tables and answers state relations; read from ``loaders/frames/*.yaml``.

``docs/frames.md`` teaches how to write one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qigraph.errors import InputError
from qigraph.extraction.lexicon import read_yaml
from qigraph.extraction.sentence.patterns import Pattern, compile_pattern
from qigraph.resources import resource
from qigraph.schema import RELATIONS, TYPES

__all__ = [
    "Frame",
    "ListFrame",
    "TableFrame",
    "checked_facts",
    "checked_slots",
    "frame_bodies",
    "frames",
    "list_frames",
    "table_frames",
]

_KEYS = {"slots", "facts", "says", "date", "aims", "ends", "plans", "several", "whole"}
_TABLE_KEYS = {"columns", "needs", "slots", "about", "facts"}
_LIST_KEYS = {"lead", "without", "question", "facts", "slots", "date", "inline", "label", "ends"}
_LABEL = r"^\W*(?:the |its |our )?(?:{})(?:,? (?:until|since|from|till|in|for)?\s?\(?\d{4}.{0,16})?\W*$"
_NAMED_SO = re.compile(
    r"\b[A-Z][\w-]*\s(?:(?:[A-Z][\w-]*|of|for|and|on|in|the)\s){0,6}(?:Co-?operation|Collaboration|Conference)\b"
)
"""Names of organisations that hold a word of joint work: they do not say that a lead-in is about that."""
_DATES = ("near", "since", "none")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which sentences state relations.

    Parameters
    ----------
    name : str
        File and name, which the facts carry as their rule.
    slots : dict of str to list of str
        Types that each slot takes.
    facts : tuple of (str, str, str)
        Subject slot, relation, object slot; ``date`` is the date, ``self`` the document's own subject.
    patterns : tuple of Pattern
        How it is said.
    date : str
        ``near``: the date of the sentence dates the fact; ``since``: only one after "since"; ``none``.
    aims : bool
        Whether a purpose states the fact ("aims to promote").
    ends : bool
        Whether the date ends the fact ("left", "withdrew").
    whole : bool
        Whether the slots' own heads do not matter ("staff of the BIPM attended" is the BIPM's).
    plans : bool
        Whether what is scheduled counts, as the date of a meeting to come.
    several : tuple of str
        Slots that must hold two things or more.
    """

    name: str
    slots: dict[str, list[str]]
    facts: tuple[tuple[str, str, str], ...]
    patterns: tuple[Pattern, ...]
    date: str = "near"
    aims: bool = False
    ends: bool = False
    whole: bool = False
    plans: bool = False
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFrame:
    """What a list, a table column or an answer states by its lead-in, its head or its question.

    Parameters
    ----------
    name : str
        File and name.
    lead : re.Pattern
        What the lead-in, heading or column head says.
    question : re.Pattern or None
        What the question of a template says.
    inline : bool
        Whether the lead-in and the list may stand in one line.
    label : bool
        Whether the lead-in must be that and nothing more: "Funding", not "The funding of the network".
    ends : bool
        Whether the date ends the fact ("Withdrawn").
    slots, facts, date
        As in :class:`Frame`; ``item`` is what the item names, ``other`` what the lead-in is about.
    without : re.Pattern or None
        What the lead-in must not say.
    """

    name: str
    lead: re.Pattern[str] | None
    question: re.Pattern[str] | None
    inline: bool
    slots: dict[str, list[str]]
    facts: tuple[tuple[str, str, str], ...]
    date: str = "near"
    label: bool = False
    ends: bool = False
    without: re.Pattern[str] | None = None

    def leads(self, line: str) -> bool:
        """Whether a lead-in, a heading or a column head is of this kind."""
        if not (self.lead and self.lead.search(line)):
            return False
        return not (self.without and self.without.search(_NAMED_SO.sub("", line)))


@dataclass(frozen=True, slots=True)
class TableFrame:
    """What the rows of a table state.

    Parameters
    ----------
    name : str
        File and name.
    columns : dict of str to re.Pattern
        What the head of the column of each role says.
    needs : tuple of str
        Roles without which the table is not of this kind.
    about : re.Pattern
        What the caption or heading must say where the needed roles are all that is there.
    slots, facts
        As in :class:`Frame`.
    """

    name: str
    columns: dict[str, re.Pattern[str]]
    needs: tuple[str, ...]
    about: re.Pattern[str]
    slots: dict[str, list[str]]
    facts: tuple[tuple[str, str, str], ...]


@cache
def table_frames() -> tuple[TableFrame, ...]:
    """All frames for tables."""
    return tuple(
        _table_frame(f"{path.stem}/{name}", body)
        for path in _files()
        for name, body in (read_yaml(path).get("tables") or {}).items()
    )


@cache
def frames() -> tuple[Frame, ...]:
    """All frames for sentences, in the order of their files.

    Raises
    ------
    InputError
        If a file is not in the form that ``docs/frames.md`` describes.

    Examples
    --------
    >>> any(relation == "memberOf" for frame in frames() for _, relation, _ in frame.facts)
    True
    """
    return tuple(
        _frame(f"{path.stem}/{name}", body)
        for path in _files()
        for name, body in (read_yaml(path).get("frames") or {}).items()
    )


@cache
def list_frames() -> tuple[ListFrame, ...]:
    """All frames for lists, tables and answers."""
    return tuple(
        _list_frame(f"{path.stem}/{name}", body)
        for path in _files()
        for name, body in (read_yaml(path).get("lists") or {}).items()
    )


def frame_bodies(section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """File and name, and body, of every frame in that section of the files."""
    for path in _files():
        for name, body in (read_yaml(path).get(section) or {}).items():
            yield f"{path.stem}/{name}", body


def _files() -> list[Path]:
    return sorted(resource("loaders/frames").glob("*.yaml"))


def _frame(where: str, body: dict[str, Any]) -> Frame:
    _check_keys(where, body, _KEYS)
    slots = checked_slots(where, body.get("slots") or {})
    patterns = tuple(compile_pattern(says, slots, where) for says in body.get("says") or ())
    date = body.get("date", "near")
    if date not in _DATES:
        raise InputError(f"{where}: date is one of {', '.join(_DATES)}, not {date!r}")
    return Frame(
        where, slots, checked_facts(where, body, slots), patterns, date,
        bool(body.get("aims")), bool(body.get("ends")), bool(body.get("whole")), bool(body.get("plans")),
        tuple(body.get("several") or ()),
    )  # fmt: skip


def _list_frame(where: str, body: dict[str, Any]) -> ListFrame:
    _check_keys(where, body, _LIST_KEYS)
    slots = checked_slots(where, body.get("slots") or {})
    label = bool(body.get("label"))
    whole = _LABEL if label else "{}"
    lead, question, without = (
        re.compile(whole.replace("{}", body[key]) if key != "without" else body[key], re.IGNORECASE)
        if body.get(key)
        else None
        for key in ("lead", "question", "without")
    )
    return ListFrame(
        where,
        lead,
        question,
        bool(body.get("inline")),
        slots,
        checked_facts(where, body, slots),
        body.get("date", "near"),
        label,
        bool(body.get("ends")),
        without,
    )


def _table_frame(where: str, body: dict[str, Any]) -> TableFrame:
    _check_keys(where, body, _TABLE_KEYS)
    slots = checked_slots(where, body.get("slots") or {})
    columns = {role: re.compile(words, re.IGNORECASE) for role, words in body["columns"].items()}
    about = re.compile(body["about"], re.IGNORECASE)
    return TableFrame(where, columns, tuple(body["needs"]), about, slots, checked_facts(where, body, slots))


def _check_keys(where: str, body: dict[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(body) - known):
        raise InputError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")


def checked_slots(where: str, given: dict[str, str]) -> dict[str, list[str]]:
    """The types of each slot as a frame gives them, checked."""
    slots = {"date": ["Date"]}
    for name, types in given.items():
        slots[name] = types.replace("Actor", "Organisation|Network|Body").split("|")
        for kind in slots[name]:
            if kind not in TYPES:
                raise InputError(f"{where}: slot {name} has the unknown type {kind!r}")
    return slots


def checked_facts(
    where: str, body: dict[str, Any], slots: dict[str, list[str]]
) -> tuple[tuple[str, str, str], ...]:
    """The facts that a frame states, checked."""
    facts = []
    for line in body.get("facts") or ():
        parts = line.split()
        if len(parts) != 3 or parts[1] not in RELATIONS:
            raise InputError(f"{where}: «{line}» is not of the form «slot relation slot»")
        for slot in (parts[0], parts[2]):
            if slot.removesuffix(".parties").removesuffix(".owners") not in slots and slot not in (
                "self",
                "date",
            ):
                raise InputError(f"{where}: «{line}» names a slot that the frame does not give")
        facts.append((parts[0], parts[1], parts[2]))
    return tuple(facts)
