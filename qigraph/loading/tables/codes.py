"""Identifiers of things that a source knows by a code: ``organisation/cow:4580``."""

import re

from qigraph.names import slug

__all__ = ["code_of", "coded", "name_of_code"]

_CODED = re.compile(r"[a-z]+/([a-z0-9-]+):([a-z0-9-]+)")


def coded(scheme: str, code: str) -> str:
    """The last part of the identifier.

    Parameters
    ----------
    scheme : str
        Whose code it is.
    code : str

    Examples
    --------
    >>> coded("isoOpenData", "1529")
    'isoopendata:1529'
    """
    return f"{slug(scheme)}:{slug(code)}"


def code_of(identifier: str) -> tuple[str, str] | None:
    """Scheme and code of an identifier; None for one without.

    Examples
    --------
    >>> code_of("organisation/cow:4580"), code_of("bipm")
    (('cow', '4580'), None)
    """
    found = _CODED.fullmatch(identifier)
    return (found[1], found[2]) if found else None


def name_of_code(scheme: str, code: str) -> str:
    """What a thing is called as long as nothing else is known of it.

    Examples
    --------
    >>> name_of_code("cow", "4580")
    'cow 4580'
    """
    return f"{slug(scheme)} {slug(code)}" if code else ""
