"""What a hyphen joins: "the EU-funded Fair Lakes project", "a UNIDO-led programme", "the PTB-hosted workshop"."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["hyphened"]

_DONE = re.compile(
    r"[-\u2010\u2011](?:(?P<paid>(?:co-?)?(?:funded|financed|sponsored)|backed)"
    r"|(?P<done>led|run|implemented|managed|coordinated|co-ordinated|executed|hosted|organi[sz]ed|convened|driven))"
    r"\s(?:(?!and\b|or\b)[\w-]+\s){0,3}"
)
_NEAR = 60


def hyphened(block: Block, mentions: list[Mention]) -> Iterator[Candidate]:
    """Yield who paid for or carried out what stands behind a participle with a hyphen.

    Parameters
    ----------
    block : Block
        Where to look.
    mentions : list of Mention
        All that it speaks of, in order.
    """
    if "ed " not in block.text and "led " not in block.text and "run " not in block.text:
        return
    for at, actor in enumerate(mentions):
        done = _DONE.match(block.text, actor.stop) if actor.type in ACTORS else None
        if done is None:
            continue
        what = next((m for m in mentions[at + 1 :] if m.start >= actor.stop), None)
        if what is None or what.type not in ("Programme", "Event") or what.start > done.end():
            continue
        start, stop = next((s for s in block.sentences if s[0] <= actor.start < s[1]), (0, len(block.text)))
        reason = objection(
            block.text[start:stop], "", block.text[max(start, actor.start - _NEAR) : actor.start]
        )
        relation = "sponsored" if done.group("paid") else "organised"
        for one in actor.things:
            yield Candidate(one, relation, what.thing, None, None, block, start, stop, "names/hyphen", reason)
