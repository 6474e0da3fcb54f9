"""Which of the media types that a server has suits an Accept header best (RFC 9110, 12.5.1)."""

import re
from collections.abc import Iterable

__all__ = ["choose"]

_Q = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.IGNORECASE)


def choose(accept: str | None, offered: Iterable[str]) -> str | None:
    """The media type to send, or None if none is acceptable.

    Parameters
    ----------
    accept : str or None
        The header; None or empty accepts all.
    offered : iterable of str
        Media types, the most wanted first.

    Examples
    --------
    >>> choose("text/csv;q=0.5, application/*", ["text/csv", "application/json"])
    'application/json'
    >>> choose("*/*, text/csv;q=0", ["text/csv", "text/plain"]), choose("image/png", ["text/csv"])
    ('text/plain', None)
    """
    ranges = dict(map(_range, (accept or "*/*").split(",")))
    best, most = None, 0.0
    for media_type in offered:
        patterns = (media_type, media_type.partition("/")[0] + "/*", "*/*")
        quality = next((ranges[pattern] for pattern in patterns if pattern in ranges), 0.0)
        if quality > most:
            best, most = media_type, quality
    return best


def _range(text: str) -> tuple[str, float]:
    media_range, *parameters = text.split(";")
    qualities = [float(found[1]) for parameter in parameters if (found := _Q.fullmatch(parameter))]
    return media_range.strip().lower(), min(1.0, qualities[0]) if qualities else 1.0
