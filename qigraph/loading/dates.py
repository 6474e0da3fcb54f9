"""Dates as tables and RDF write them."""

import re

__all__ = ["plain_date"]

_VAGUE = re.compile(r"(\d{4})-01-01T00:00:00Z|(\d{4}-\d\d)-01T00:00:00Z")
"""How sources that can write only moments write a year or a month; that they mean its first day they do not say."""

_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*|\.0|Z|[+-]\d\d:\d\d)?")


def plain_date(written: str) -> str | None:
    """A date of the form 2018, 2018-11 or 2018-11-30; None where the text is none.

    Parameters
    ----------
    written : str

    Examples
    --------
    >>> plain_date("1984.0"), plain_date("2012-03-05T10:00:00Z"), plain_date("1875-01-01T00:00:00Z")
    ('1984', '2012-03-05', '1875')
    >>> plain_date("soon")
    """
    written = written.strip()
    if vague := _VAGUE.fullmatch(written):
        return vague[1] or vague[2]
    found = _DATE.fullmatch(written)
    return found[1] if found else None
