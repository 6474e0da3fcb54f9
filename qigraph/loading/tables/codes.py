"""Codes by which sources know a thing, and identifiers made of them: ``organisation/cow:4580``."""

import hashlib
import re
from collections.abc import Iterable

from qigraph.names import slug

__all__ = ["clean_code", "code_in", "code_of", "coded", "codes_of", "name_of_code"]

_CODED = re.compile(r"[a-z]+/([a-z0-9-]+):([a-z0-9-]+)")
_FORMS = {
    "euCorporateBody": re.compile(r"[A-Z0-9_-]+"),
    "grid": re.compile(r"grid\.\d+\.[0-9a-f]+"),
    "isni": re.compile(r"\d{15}[\dX]"),
    "lei": re.compile(r"[A-Z0-9]{18}\d\d"),
    "ror": re.compile(r"0[a-z0-9]{8}"),
    "wikidata": re.compile(r"Q[1-9]\d*"),
}
"""What a code of a scheme looks like, where anybody may write it: what looks otherwise is none."""


_AUTHORITIES = tuple(
    (re.compile(rf"https?://(?:www\.)?{place}/", re.IGNORECASE), scheme)
    for place, scheme in (
        (r"wikidata\.org/(?:entity|wiki)", "wikidata"),
        (r"ror\.org", "ror"),
        (r"isni\.org(?:/isni)?", "isni"),
        (r"grid\.ac/institutes", "grid"),
        (r"publications\.europa\.eu/resource/authority/corporate-body", "euCorporateBody"),
    )
)
_PLAIN = re.compile(r"[A-Za-z0-9.-]+")


def clean_code(scheme: str, written: str) -> str:
    """The code without the address and the blanks that it is written with; empty where that is none.

    Parameters
    ----------
    scheme : str
        Whose code it is.
    written : str

    Examples
    --------
    >>> clean_code("ror", "https://ror.org/055vkyj43"), clean_code("isni", "0000 0001 2191 6593")
    ('055vkyj43', '0000000121916593')
    >>> clean_code("wikidata", "http://www.wikidata.org/.well-known/genid/4f5c")
    ''
    """
    form = _FORMS.get(scheme)
    if form is None:
        return written.strip()
    code = re.sub(r"\s", "", written.rstrip("/").rpartition("/")[2])
    return code if form.fullmatch(code) else ""


def code_in(iri: str) -> tuple[str, str]:
    """Scheme and code that the address of a thing tells; its own address where no authority gives it a code.

    Parameters
    ----------
    iri : str

    Examples
    --------
    >>> code_in("http://www.wikidata.org/entity/Q229478"), code_in("https://isni.org/isni/0000000121916593")
    (('wikidata', 'Q229478'), ('isni', '0000000121916593'))
    >>> code_in("https://example.org/ilac")
    ('iri', 'https://example.org/ilac')
    """
    for place, scheme in _AUTHORITIES:
        if place.match(iri) and (code := clean_code(scheme, iri)):
            return scheme, code
    return "iri", iri


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
    return f"{slug(scheme)}:{_tail(code)}"


def _tail(code: str) -> str:
    """A code for an identifier: of one with other signs a digest tells it from those that differ in them."""
    if _PLAIN.fullmatch(code):
        return slug(code)
    return f"{slug(code)[:60].strip('-')}-{hashlib.sha256(code.encode()).hexdigest()[:8]}"


def code_of(identifier: str) -> tuple[str, str] | None:
    """Scheme and code of an identifier; None for one without.

    Examples
    --------
    >>> code_of("organisation/cow:4580"), code_of("bipm")
    (('cow', '4580'), None)
    """
    found = _CODED.fullmatch(identifier)
    return (found[1], found[2]) if found else None


def codes_of(codes: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Codes in the form that :func:`code_of` gives them.

    Examples
    --------
    >>> codes_of([("wikidata", "Q229478")])
    {('wikidata', 'q229478')}
    """
    return {(slug(scheme), _tail(code)) for scheme, code in codes}


def name_of_code(scheme: str, code: str) -> str:
    """What a thing is called as long as nothing else is known of it.

    Examples
    --------
    >>> name_of_code("cow", "4580")
    'cow 4580'
    """
    if scheme == "iri":
        return code
    return f"{slug(scheme)} {slug(code)}" if code else ""
