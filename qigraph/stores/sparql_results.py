"""What a SPARQL query finds, as the bytes of the formats that other programs read: terms stay exact."""

import io
from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from qigraph.errors import LimitError
from qigraph.stores.sparql_store import Found
from qigraph.stores.terms import PREFIXES

__all__ = ["GRAPHS", "RESULTS", "serialise"]

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
"""Media types of rows and truths, the most wanted first."""

GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""Media types of triples, the most wanted first."""


def serialise(
    found: Found, media_types: Sequence[str | None], max_rows: int, max_bytes: int
) -> tuple[str | None, bytes]:
    """Write what a query found.

    Parameters
    ----------
    found : Found
        What :func:`qigraph.stores.sparql_store.find` returned.
    media_types : pair of str or None
        What to write rows as, and what to write triples as: one of :data:`RESULTS` and one of
        :data:`GRAPHS`.
    max_rows : int
        Triples beyond which it fails. Rows are written by the engine, which does not count them.
    max_bytes : int
        Bytes beyond which it fails.

    Returns
    -------
    media_type : str or None
        The one of the two that was taken; None if there is none for what was found.
    written : bytes

    Raises
    ------
    LimitError
        If there is more than the limits allow.

    Examples
    --------
    >>> serialise(ox.Store().query("ASK {}"), ("text/csv", None), 10, 100)
    ('text/csv', b'true')
    """
    output = _Bounded(max_bytes)
    media_type = media_types[isinstance(found, ox.QueryTriples)]
    if media_type is None:
        return None, b""
    if isinstance(found, ox.QueryTriples):
        triples = _counted(found, max_rows)
        ox.serialize(triples, output, GRAPHS[media_type], prefixes=PREFIXES)
    else:
        found.serialize(output, RESULTS[media_type])
    return media_type, output.getvalue()


def _counted(triples: ox.QueryTriples, most: int) -> Iterator[ox.Triple]:
    for count, triple in enumerate(triples):
        if count == most:
            raise LimitError(f"more than {most} triples: add LIMIT, or ask for less")
        yield triple


class _Bounded(io.BytesIO):
    """Bytes in memory, up to so many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, part: object) -> int:
        """Add bytes, or raise LimitError."""
        written = super().write(part)  # type: ignore[arg-type]
        if self.tell() > self._most:
            raise LimitError(f"the answer is larger than {self._most / 1e6:g} MB: add LIMIT, or ask for less")
        return written
