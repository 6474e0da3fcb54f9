"""What a document says something is: behind "X is an agency of …", "the agency" is X, whatever its name."""

import re
from functools import cache

from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["note_told_kinds"]

_MOST_FAR = 140


@cache
def _told() -> re.Pattern[str]:
    heads = alternatives(
        [*(head for head, kind in lexicon().heads.items() if kind in ACTORS and " " not in head), "body"]
    )
    return re.compile(
        rf"(?:\s?\([^()]{{0,60}}\))?(?:,\s(?:which\s(?:is|was)\s)?|\s(?:is|was)\s)(?:now\s|also\s)?(?:an?|the)\s"
        rf"(?:[\w-]+,?\s){{0,4}}?(?P<head>{heads})\b(?=[\s,.;])",
        re.IGNORECASE,
    )


def note_told_kinds(text: str, start: int, stop: int, mentions: list[Mention]) -> None:
    """Note for the named actors of a sentence which kind of organisation it says they are.

    Parameters
    ----------
    text : str
    start, stop : int
        The sentence.
    mentions : list of Mention
        Of the block.
    """
    for mention in mentions:
        if mention.type not in ACTORS or not start <= mention.start < stop:
            continue
        told = _told().match(text, mention.stop, min(stop, mention.stop + _MOST_FAR))
        if told is not None and len(mention.things) == 1 and not _named(told.start("head"), mentions):
            mention.thing.kinds.add(told.group("head").lower())


def _named(at: int, mentions: list[Mention]) -> bool:
    return any(m.start <= at < m.stop and m.by_name for m in mentions)
