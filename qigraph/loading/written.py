"""What the YAML of recipes, mappings and lists of sources has in common."""

from collections.abc import Mapping, Set
from typing import Any

__all__ = ["check_keys", "texts"]


def texts(value: Any) -> tuple[str, ...]:
    """One text or a list of them, or none.

    Examples
    --------
    >>> texts("id"), texts(["id", 3]), texts(None)
    (('id',), ('id', '3'), ())
    """
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def check_keys(body: Mapping[Any, Any], known: Set[str], what: str, needed: Set[str] = frozenset()) -> None:
    """Refuse what has a key that nobody reads, or lacks one.

    Parameters
    ----------
    body : mapping
    known, needed : set of str
    what : str
        For the message.

    Raises
    ------
    ValueError
        The message names the key.

    Examples
    --------
    >>> check_keys({"titel": "x"}, {"title"}, "a recipe")
    Traceback (most recent call last):
    ValueError: a recipe has the unknown key 'titel': known are title
    """
    if unknown := sorted(str(key) for key in body if key not in known):
        raise ValueError(f"{what} has the unknown key {unknown[0]!r}: known are {', '.join(sorted(known))}")
    if missing := sorted(needed - body.keys()):
        raise ValueError(f"{what} needs {missing[0]}")
