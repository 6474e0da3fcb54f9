"""Reference: which things may be spoken of by a head noun, "the network", by the names that the document gives them."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import canonical
from qigraph.extraction.things import Thing

__all__ = ["another_kind", "bears", "stated"]

_MEMORANDUM = re.compile(r"\bmemorand(?:um|a)\b|\bMo[Uu]\b|\bMOU\b", re.IGNORECASE)
_TELLING = frozenset(["declaration", "convention", "treaty", "charter"])
"""Kinds of agreement that no other kind is called by."""


def bears(thing: Thing, head: str, phrase: str = "") -> bool:
    """Whether one of its names has that head noun, or begins with the whole phrase; or it is said to be one.

    Parameters
    ----------
    thing : Thing
        What was spoken of.
    head : str
        The noun.
    phrase : str
        The noun with what stands before it, if that is to count.

    Examples
    --------
    >>> bears(Thing("Network", "Three Shores Calibration Network"), "network")
    True
    """
    if head in thing.kinds:
        return True
    for name in stated(thing):
        kind = lexicon().head_type(_without_owner(thing, name))
        if (kind and (canonical(kind[1]) == canonical(head) or kind[1].endswith(f" {head}"))) or (
            len(phrase) > len(head) and name.lower().startswith(phrase.lower())
        ):
            return True
    return False


def _without_owner(thing: Thing, name: str) -> str:
    """What "Bureau of Standards Food Laboratory" is without whose it is: no bureau."""
    for owner in thing.owners:
        for begin in (owner.label, *owner.names):
            if name.startswith(f"{begin} ") or name.startswith(f"{begin}'s "):
                return name[len(begin) :].removeprefix("'s").strip() or name
    return name


def another_kind(agreement: Thing, head: str) -> bool:
    """Whether an agreement with a name of its own cannot be "the memorandum": a convention, an arrangement.

    Parameters
    ----------
    agreement : Thing
        That was named.
    head : str
        The noun by which one is spoken of.

    Examples
    --------
    >>> another_kind(Thing("Agreement", "Metre Convention"), "memorandum")
    True
    """
    if bears(agreement, head):
        return False
    if canonical(head) in _TELLING:
        return True
    if not canonical(head).startswith(("memorandum", "mou")):
        return False
    return not any(_MEMORANDUM.search(name) for name in stated(agreement))


def stated(thing: Thing) -> list[str]:
    """The names that the document gives it, and its label.

    Parameters
    ----------
    thing : Thing
        With names from the registry or without.
    """
    known = set(thing.entity.aliases) if thing.entity else set()
    return [thing.label, *(name for name in thing.names if name not in known)]
