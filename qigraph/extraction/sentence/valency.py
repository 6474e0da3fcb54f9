"""Verb frames: which role the subject, the object and the prepositions of a verb or noun bear; read from YAML.

``docs/frames.md`` teaches how to write one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from typing import Any

from qigraph.errors import InputError
from qigraph.extraction.lexicon import plural
from qigraph.extraction.sentence.frames import checked_facts, checked_slots, frame_bodies
from qigraph.extraction.sentence.inflection import conjugated

__all__ = ["Usage", "VerbFrame", "usages"]

_KEYS = {"slots", "facts", "says", "date", "aims", "ends", "plans"}
_FUNCTIONS = {"subject", "object", "is", "whose"}
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "our"])
_WORDS = ("verbs", "nouns", "acts")


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """What verbs and nouns of one meaning state.

    Parameters
    ----------
    name : str
        File and name, which the facts carry as their rule.
    slots, facts, date, aims, ends, plans
        As in :class:`qigraph.extraction.sentence.frames.Frame`.
    """

    name: str
    slots: dict[str, list[str]]
    facts: tuple[tuple[str, str, str], ...]
    date: str = "near"
    aims: bool = False
    ends: bool = False
    plans: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """One way to use a word: the role of each of its arguments.

    Parameters
    ----------
    frame : VerbFrame
        What it states.
    kind : str
        ``verbs``, ``nouns`` ("a member of") or ``acts`` ("the accession of … to").
    roles : dict of str to str
        Role by function: ``subject``, ``object``, ``is``, ``whose`` or a preposition.
    rest : tuple of str
        The words that follow the first: "part" in "take part".
    form : str
        ``base``, ``third``, ``past``, ``participle`` or ``ing`` of a verb; empty for nouns.
    words : frozenset of str
        Those of them that must stand in a sentence as they are.
    needs : re.Pattern or None
        What must stand behind the word: "as (?:a|its) .*member" in "admit X as a member".
    """

    frame: VerbFrame
    kind: str
    roles: dict[str, str]
    rest: tuple[str, ...]
    form: str
    words: frozenset[str] = frozenset()
    needs: re.Pattern[str] | None = None


@cache
def usages() -> dict[str, tuple[Usage, ...]]:
    """Every usage by the first word of its phrase, in all forms; longer phrases first.

    Raises
    ------
    InputError
        If a file is not in the form that ``docs/frames.md`` describes.

    Examples
    --------
    >>> "memberOf" in {usage.frame.facts[0][1] for usage in usages()["joined"] if usage.form == "past"}
    True
    """
    found: dict[str, list[Usage]] = {}
    for where, body in frame_bodies("verbs"):
        frame = _frame(where, body)
        for says in body.get("says") or ():
            for word, usage in _usages(where, frame, says):
                found.setdefault(word, []).append(usage)
    return {word: tuple(sorted(uses, key=lambda u: -len(u.rest))) for word, uses in found.items()}


def _frame(where: str, body: dict[str, Any]) -> VerbFrame:
    if unknown := sorted(set(body) - _KEYS):
        raise InputError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    slots = checked_slots(where, body.get("slots") or {})
    return VerbFrame(
        where,
        slots,
        checked_facts(where, body, slots),
        body.get("date", "near"),
        bool(body.get("aims")),
        bool(body.get("ends")),
        bool(body.get("plans")),
    )


def _usages(where: str, frame: VerbFrame, says: dict[str, Any]) -> Iterator[tuple[str, Usage]]:
    roles = {
        function.strip(): role
        for key, role in says.items()
        if key not in _WORDS and key != "needs"
        for function in _functions(key)
    }
    for role in roles.values():
        if role not in frame.slots:
            raise InputError(f"{where}: the role {role!r} is none of its slots")
    kinds = [kind for kind in _WORDS if kind in says]
    if len(kinds) != 1:
        raise InputError(f"{where}: each line of says has one of {', '.join(_WORDS)}")
    needs = re.compile(says["needs"]) if "needs" in says else None
    for phrase in chain.from_iterable(map(_expanded, says[kinds[0]])):
        for form, inflected in _inflected(phrase, kinds[0]):
            first, *rest = inflected.split()
            yield first, Usage(frame, kinds[0], roles, tuple(rest), form, frozenset(rest) - _ARTICLES, needs)


def _expanded(phrase: str) -> Iterator[str]:
    """Each phrase that alternatives stand for: "(have|keep) ties" is "have ties" and "keep ties"."""
    parts = re.split(r"\(([^()]*)\)", phrase)
    for chosen in product(*(part.split("|") if at % 2 else [part] for at, part in enumerate(parts))):
        yield " ".join("".join(chosen).split())


def _functions(key: str | bool) -> list[str]:
    """The functions of a key: YAML takes a bare "on" for a truth value."""
    return ["on"] if isinstance(key, bool) else key.split("/")


def _inflected(phrase: str, kind: str) -> Iterator[tuple[str, str]]:
    """The forms of a phrase, American spellings included."""
    spelt = dict.fromkeys(
        (
            phrase,
            phrase.replace("ise", "ize"),
            phrase.replace("isation", "ization"),
            phrase.replace("our", "or"),
        )
        if kind != "verbs"
        else (phrase, phrase.replace("ise", "ize", 1) if phrase.split()[0].endswith("ise") else phrase)
    )
    for variant in spelt:
        if kind != "verbs":
            yield "", variant
            yield "", plural(variant)
            continue
        yield from conjugated(variant)
