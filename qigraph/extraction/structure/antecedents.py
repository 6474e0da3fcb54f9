"""What a lead-in points back to: "These committees are:" below "The council has set up several committees"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["NOTHING", "Antecedent", "antecedents"]

_POINTS_BACK = re.compile(
    r"(?:these|they|those|such)\b(?:\s(?P<noun>[a-z -]+?))?\s(?:are|include|were|comprise)\b[^.]{0,40}:$",
    re.IGNORECASE,
)
_FEWEST = 4
"""Letters of a noun without its ending, by which the sentence is found that speaks of the same."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The sentence that a lead-in points back to, and whom it is about, as mentions of the lead-in."""

    text: str
    mentions: list[Mention]


NOTHING: Mapping[Block, Antecedent] = MappingProxyType({})


def antecedents(
    found: list[Block], spoken: dict[Block, list[Mention]], leads: Iterable[Block]
) -> dict[Block, Antecedent]:
    """The sentences that lead-ins with "these" point back to.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    leads : iterable of Block
        Lead-ins of lists.
    """
    wanted = {lead: match for lead in leads if (match := _POINTS_BACK.search(_last(lead)))}
    result: dict[Block, Antecedent] = {}
    for before, block in pairwise(found):
        if block not in wanted or any(m.type in ACTORS for m in spoken.get(block, [])):
            continue
        noun = (wanted[block].group("noun") or "").split()[-1:]
        stem = noun[0].lower()[:-1] if noun and len(noun[0]) > _FEWEST else None
        for where in (block, before):
            for start, stop in where.sentences[: -1 if where is block else None]:
                named = [m for m in spoken[where] if start <= m.start < stop and m.type in ACTORS]
                if named and (stem is None or stem in where.text[start:stop].lower()):
                    begin = block.sentences[-1][0]
                    pointed = Mention(begin, begin, named[0].things, named[0].type, named[0].by_name)
                    result.setdefault(block, Antecedent(where.text[start:stop], [pointed]))
    return result


def _last(lead: Block) -> str:
    return lead.text[lead.sentences[-1][0] :] if lead.sentences else lead.text
