"""The imprint of a booklet: "© ISO, 2018" beside an ISBN says who issued the document itself, and when."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Things
from qigraph.schema import ACTORS

__all__ = ["document_title", "imprinted"]

_RIGHTS = re.compile(r"(?:\u00a9|\([Cc]\)\s|\b[Cc]opyright\b)\s?(?:by\s)?(?P<year>(?:19|20)\d\d)?")
_YEAR = re.compile(r",?\s(?P<year>(?:19|20)\d\d)\b")
_BOOK = cued(r"\bISBN\b")
_NEAR = 3
_LONGEST_TITLE = 25


def document_title(found: list[Block]) -> Block | None:
    """The first block that is short enough to be the document's title.

    Parameters
    ----------
    found : list of Block
        The document.
    """
    return next((b for b in found[:12] if 1 < len(b.text.split()) <= _LONGEST_TITLE), None)


def imprinted(found: list[Block], named: dict[Block, list[Mention]], things: Things) -> Iterator[Candidate]:
    """Yield who issued the document, where it says so as books do.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name.
    things : Things
        Of the document; it becomes one of them.
    """
    books = [at for at, block in enumerate(found) if _BOOK.search(block.text)]
    if not books:
        return
    title = document_title(found)
    near = [block for at, block in enumerate(found) if any(abs(at - book) <= _NEAR for book in books)]
    for block in near if title is not None else ():
        makers = (
            (rights, m)
            for rights in _RIGHTS.finditer(block.text)
            for m in named[block]
            if m.type in ACTORS and 0 <= m.start - rights.end() <= _NEAR
        )
        rights, maker = next(makers, (None, None))
        if rights is None or maker is None or title is None or title is block:
            continue
        after = _YEAR.match(block.text, maker.stop)
        year = rights.group("year") or (after.group("year") if after else None)
        itself = things.named(title.text.strip(" ."), "Publication")
        stop = max(maker.stop, after.end() if after else 0)
        yield Candidate(
            maker.thing, "issued", itself, year, None, block, rights.start(), stop, "structure/imprint"
        )
        return
