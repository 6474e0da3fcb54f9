"""Choosing facts by date, relation or entity, and finding an entity by name."""

import datetime
import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from qigraph.errors import InputError, NotFoundError
from qigraph.facts import Entity, Fact, first_day, last_day
from qigraph.graph.lifetimes import Lifetimes
from qigraph.schema import RELATIONS

__all__ = ["check_date", "find", "holds_at", "involves", "name_key", "select"]


def check_date(date: str) -> str:
    """The date itself, once it is known to be a year, month or day of the calendar.

    Raises
    ------
    InputError
        If it is none.

    Examples
    --------
    >>> check_date("2012-06")
    '2012-06'
    """
    try:
        datetime.date.fromisoformat(first_day(date))
        datetime.date.fromisoformat(last_day(date))
    except (KeyError, ValueError) as error:
        raise InputError(f"not a date: {date!r}: write 2012, 2012-06 or 2012-06-30") from error
    return date


def check_relation(relation: str) -> str:
    """The relation itself, once it is known to be one."""
    if relation in RELATIONS:
        return relation
    near = difflib.get_close_matches(relation.lower(), [name.lower() for name in RELATIONS], n=1, cutoff=0.5)
    meant = [name for name in RELATIONS if name.lower() in near]
    hint = f"did you mean {meant[0]}?" if meant else f"there are {', '.join(RELATIONS)}"
    raise InputError(f"no relation {relation!r}: {hint}")


def holds_at(fact: Fact, date: str, lifetimes: Lifetimes) -> bool:
    """Whether the fact may hold on some day of the date; a fact that states a date begins to hold then.

    Parameters
    ----------
    fact : Fact
    date : str
        Year, month or day.
    lifetimes : Lifetimes
        When things began and ended, for what has no date of its own.
    """
    if isinstance(fact.object, str) and first_day(fact.object) > last_day(date):
        return False
    return lifetimes.interval(fact).holds_at(date)


def involves(fact: Fact, entity: Entity) -> bool:
    """Whether the entity is the subject or the object of the fact."""
    return entity.id in (fact.subject.id, fact.object_id)


def select(
    facts: Iterable[Fact], as_of: str | None = None, relation: str | None = None, about: Entity | None = None
) -> list[Fact]:
    """The facts that meet every condition given, in their order.

    Parameters
    ----------
    facts : iterable of Fact
    as_of : str or None
        Only facts that may hold on this date, by their own dates or those at which their ends began and ended.
    relation : str or None
        Only facts of this relation.
    about : Entity or None
        Only facts with this entity as subject or object.

    Raises
    ------
    InputError
        If the date or the relation is none.
    """
    if as_of is not None:
        check_date(as_of)
    if relation is not None:
        check_relation(relation)
    facts = list(facts)
    lifetimes = Lifetimes(facts if as_of is not None else ())
    return [
        fact
        for fact in facts
        if (as_of is None or holds_at(fact, as_of, lifetimes))
        and (relation is None or fact.relation == relation)
        and (about is None or involves(fact, about))
    ]


def name_key(name: str) -> str:
    """What two spellings of a name have in common: no accents, case or repeated spaces.

    Examples
    --------
    >>> name_key("Comité  International")
    'comite international'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def find(entities: Mapping[str, Entity], name: str) -> Entity:
    """The entity of that identifier, name, acronym or alias; of an organisation and its seat, the organisation.

    What a source calls "ILAC" and nothing more does not hide the organisation that the identifier ``ilac`` names.

    Parameters
    ----------
    entities : mapping of str to Entity
        By identifier.
    name : str
        In any case, with or without accents.

    Raises
    ------
    NotFoundError
        If there is none; the message names what comes near.
    InputError
        If there are several; the message lists their identifiers.
    """
    if name in entities:
        return entities[name]
    wanted = name_key(name)
    labelled = [e for e in entities.values() if wanted == name_key(e.label)]
    if labelled:
        labelled = [e for e in entities.values() if wanted == name_key(e.id)] or labelled
    matches = labelled or [e for e in entities.values() if wanted in map(name_key, (e.id, *e.aliases))]
    matches = [
        e for e in matches if e.type != "Place"
    ] or matches  # a venue bears the name of who lives there
    if len(matches) == 1:
        return matches[0]
    if matches:
        listed = ", ".join(f"{e.id} ({e.label})" for e in sorted(matches, key=lambda e: e.id)[:5])
        raise InputError(f"{name!r} may be any of {listed}: give the identifier")
    raise NotFoundError(f"nothing named {name!r} in this graph{_suggestion(entities, wanted)}")


def _suggestion(entities: Mapping[str, Entity], wanted: str) -> str:
    spellings = {name_key(n): n for e in entities.values() for n in (*e.aliases, e.label)}
    near = difflib.get_close_matches(wanted, sorted(spellings), n=3, cutoff=0.6)
    if not near:
        near = sorted((key for key in spellings if wanted and wanted in key), key=lambda k: (len(k), k))[:3]
    return f": did you mean {' or '.join(spellings[key] for key in near)}?" if near else ""
