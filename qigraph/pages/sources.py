"""What a page says about a document that facts were read from."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from qigraph.facts import Fact

__all__ = ["Source", "known_sources", "web_link"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document, as far as a reader wants to know it.

    Parameters
    ----------
    name : str
        The name that evidence gives it.
    title : str
        A fuller name, where there is one.
    date : str or None
        When it was published or retrieved.
    link : str or None
        Where to read it; shown only if it is a web address.
    """

    name: str
    title: str = ""
    date: str | None = None
    link: str | None = None


def web_link(link: str | None) -> str | None:
    """The link if it is one that a page may carry: http or https with a host.

    Examples
    --------
    >>> web_link("https://www.inetqi.net/"), web_link("javascript:alert(1)"), web_link(None)
    ('https://www.inetqi.net/', None, None)
    """
    if link is None:
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in ("http", "https") and parts.netloc else None


def known_sources(facts: Iterable[Fact], documents: Iterable[Source] = ()) -> list[Source]:
    """The documents given and those that only the evidence names, sorted by name.

    Examples
    --------
    >>> known_sources([], [Source("b.txt"), Source("a.txt")])[0].name
    'a.txt'
    """
    found = {document.name: document for document in documents}
    for fact in facts:
        for evidence in fact.evidence:
            if evidence.document not in found:
                found[evidence.document] = Source(evidence.document)
    return [found[name] for name in sorted(found)]
