"""Sections headed by a partner's name: "MoU signed on 14 March 2011" below "APLMF" is one with the APLMF."""

import re
from collections.abc import Callable, Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import dates
from qigraph.schema import ACTORS

__all__ = ["partnered"]

_AGREEMENT = re.compile(
    r"\W*(?:(?:a|an|the|our|its|new|renewed|first|joint)\s)*(?P<name>MoU|MOU|MoC|(?:memorandum|letter|statement|declaration|"
    r"exchange of letters)(?: of (?:understanding|cooperation|co-operation|intent))?|(?:co-?operation|liaison|"
    r"partnership|twinning|framework)?\s?(?:agreement|arrangement|accord))\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:signed|concluded|renewed|in force|since|of \d|dated|dates? (?:from|back)|entered into)\b",
    re.IGNORECASE,
)
_LIAISON = re.compile(
    r"\W*(?:(?:status|relation|kind|form|category)\W+)?(?:an?\s)?(?:category\s)?(?:[a-d]\W+)?(?:formal |official )?"
    r"(?:liaison|partner(?:ship)?|co-?operation)\b(?! (?:officer|person|report|with|between|of))",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:no|not|never|none|without|draft|plan(?:s|ned)?|propos\w+|negotiat\w+|discuss\w+|pending|should|would|could|may|"
    r"might|request\w*|appl(?:y|ied|ication)|if|whether|hop\w+|expect\w*|awaits?|ended|lapsed|expired|terminated)\b|\?",
    re.IGNORECASE,
)


def partnered(
    found: list[Block],
    spoken: dict[Block, list[Mention]],
    subject: Thing | None,
    year_of: Callable[[Block], str | None],
) -> Iterator[Candidate]:
    """Yield the agreements and liaisons that a section says its heading's organisation has with the document's subject.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    subject : Thing or None
        What the document is about.
    year_of : callable
        The year that a block is about.
    """
    if subject is None or subject.type not in ACTORS:
        return
    for block in found:
        partner = _partner(block.heading, spoken) if block.kind in ("paragraph", "item") else None
        if partner is None or partner is subject or block.row is not None:
            continue
        for start, stop in block.sentences[:3]:
            said = block.text[start:stop]
            others = {id(m.thing) for m in spoken[block] if m.type in ACTORS and start <= m.start < stop}
            if _OPEN.search(said) or others - {id(partner), id(subject)}:
                continue
            where = (block, start, stop, "structure/section")
            name = _AGREEMENT.match(said)
            if name and _MADE.search(said):
                dated = dates(said, year_of(block))
                since = dated[0].since if dated else None
                agreement = Thing("Agreement", name.group("name"), own=False)
                for party in (subject, partner):
                    yield Candidate(party, "signatoryOf", agreement, since, None, *where)
                if since:
                    yield Candidate(agreement, "signedOn", since, None, None, *where)
                yield Candidate(subject, "cooperatesWith", partner, None, None, *where)
            elif _LIAISON.match(said):
                dated = dates(said, year_of(block)) if "since" in said else []
                yield Candidate(
                    subject, "cooperatesWith", partner, dated[0].since if dated else None, None, *where
                )


def _partner(heading: Block | None, spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The one organisation that a heading consists of."""
    if heading is None or heading.row is not None:
        return None
    named = {id(m.thing): m for m in spoken[heading] if m.type in ACTORS and m.by_name}
    if len(named) != 1:
        return None
    length = sum(m.stop - m.start for m in spoken[heading] if m.type in ACTORS)
    return next(iter(named.values())).thing if length > 0.6 * len(heading.text) else None
