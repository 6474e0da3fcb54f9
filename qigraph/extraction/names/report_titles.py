"""Titles of reports that name the meeting they are of: "Final Report of the Training Course on Mass Standards"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["reported"]

_HEAD = 3
"""Blocks from the top of a document in which its title stands."""
_LONGEST = 24
"""Words of a title."""
_REPORT = re.compile(
    r"(?:(?:final|short|brief|draft|summary|full|mission|technical|meeting|workshop|training)\s)*"
    r"(?:report|minutes|proceedings|summary|record|notes|outcomes?|highlights|conclusions|programme|agenda)"
    r"\s(?:of|on|from|for)\s(?:the\s|a\s|its\s)?(?P<name>[A-Z\d].*)",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"\s(?:held|hosted|organi[sz]ed|\d{1,2}\s|in\s[A-Z])|[,.;:(]|\s[\u2013-]\s")


def reported(found: list[Block], named: dict[Block, list[Mention]], things: Things) -> None:
    """Make the meeting that the title of a report names a mention, where the title has none.

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name; it is changed.
    things : Things
        Of the document; it grows.
    """
    for block in found[:_HEAD]:
        title = _REPORT.fullmatch(block.text)
        if title is None or block.row is not None or len(block.text.split()) > _LONGEST:
            continue
        if any(m.type == "Event" for m in named[block]) or block.text.isupper():
            continue
        start = title.start("name")
        end = _NAME_ENDS.search(block.text, start)
        name = block.text[start : end.start() if end else len(block.text)].rstrip()
        kind = lexicon().head_type(name)
        if kind is None or kind[0] != "Event" or not name[0].isupper():
            continue
        if any(m.type in ACTORS and start <= m.start < start + len(name) for m in named[block]):
            continue
        thing = things.find(name) or things.add(Thing("Event", name))
        if thing.type == "Event":
            kept = [m for m in named[block] if m.stop <= start or start + len(name) <= m.start]
            kept.append(Mention(start, start + len(name), [thing], "Event"))
            named[block] = sorted(kept, key=lambda m: m.start)
