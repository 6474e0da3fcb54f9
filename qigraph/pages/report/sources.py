"""The numbered sources of a report, and quotes that refer to them."""

from collections.abc import Sequence

from qigraph.facts import Evidence, Fact
from qigraph.pages.report.model import Quote
from qigraph.pages.sources import Source, known_sources, web_link
from qigraph.safe_text import readable

__all__ = ["Sources"]

_LONGEST = 500


class Sources:
    """Numbers for documents, in the order of their names.

    Examples
    --------
    >>> sources = Sources([], [Source("b.txt"), Source("a.txt", "Annual report", "2020")])
    >>> sources.titles, sources.number("b.txt")
    (('Annual report (2020)', 'b.txt'), 2)
    """

    def __init__(self, facts: Sequence[Fact], documents: Sequence[Source]) -> None:
        known = known_sources(facts, documents)
        self._number = {document.name: place for place, document in enumerate(known, start=1)}
        self.titles = tuple(_title(document) for document in known)
        self.links = tuple(web_link(document.link) for document in known)

    def number(self, document: str) -> int:
        """The number of a document."""
        return self._number[document]

    def quote(self, evidence: Evidence) -> Quote:
        """A sentence as the report shows it: without tags, cut where it is very long."""
        text = readable(evidence.quote)
        if len(text) > _LONGEST:
            text = text[: _LONGEST - 1].rstrip() + "…"
        place = f"{_place(evidence)}characters {evidence.start} to {evidence.stop}"
        return Quote(text, self.number(evidence.document), place)

    def first_quote(self, facts: Sequence[Fact]) -> Quote | None:
        """The first sentence behind any of the facts."""
        return self.quote(facts[0].evidence[0]) if facts else None


def _place(evidence: Evidence) -> str:
    told = {"page": evidence.page, "row": evidence.row, "column": evidence.column}
    return "".join(f"{name} {value}, " for name, value in told.items() if value is not None)


def _title(document: Source) -> str:
    title = document.title or document.name
    return f"{title} ({document.date})" if document.date else title
