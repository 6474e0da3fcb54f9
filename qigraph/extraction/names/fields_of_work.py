"""Fields of work in names: "Gulf Standards, Metrology and Quality Organization" is one name over its comma."""

import re

from qigraph.extraction.lexicon import lexicon

__all__ = ["is_field", "with_fields_before"]

_LIST_BEFORE = re.compile(
    r"(?<![\w-])(?:[A-Z\u00c0-\u00de][\w-]+\s){0,3}(?P<first>[A-Z][a-z]+),\s(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s){0,3}$"
)
_AND = re.compile(r"(?P<one>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?),?\s(?:and|&)\s(?P<other>(?:[A-Z][a-z]+\s){1,3})")
_FURTHEST = 120


def is_field(word: str) -> bool:
    """Whether a word names what organisations work on.

    Examples
    --------
    >>> is_field("Metrology"), is_field("Gulf")
    (True, False)
    """
    return word.strip(",").lower() in lexicon().fields_of_work


def with_fields_before(text: str, start: int, stop: int) -> int:
    """Where a name begins whose fields of work are listed before its head noun.

    Examples
    --------
    >>> text = "joined by the Gulf Standards, Metrology and Quality Organization"
    >>> text[with_fields_before(text, 30, len(text)) :]
    'Gulf Standards, Metrology and Quality Organization'
    """
    joined = _AND.match(text, start, stop)
    if joined is None or joined.end() >= stop or not is_field(joined.group("one").split()[0]):
        return start
    rest = text[joined.end() : stop]
    head = lexicon().head_type(rest) if rest[0].isupper() else None
    if (
        head is None
        or head[0] not in ("Organisation", "Body")
        or not is_field(joined.group("other").split()[0])
    ):
        return start
    before = _LIST_BEFORE.search(text, max(0, start - _FURTHEST), start)
    if before is None or not is_field(before.group("first")):
        return start
    listed = before.group()[before.end("first") - before.start() + 2 :].split(", ")
    return before.start() if all(is_field(each.split()[0]) for each in listed if each) else start
