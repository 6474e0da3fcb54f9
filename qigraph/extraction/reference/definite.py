"""Reference: where a text says "the network" or "this year's meeting" for what it spoke of before."""

import re
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.reference.antecedents import antecedent
from qigraph.extraction.reference.forums import GATHERINGS
from qigraph.extraction.reference.head_nouns import bears
from qigraph.extraction.reference.spoken import Spoken
from qigraph.extraction.things import Mention

__all__ = ["refer", "references"]


@cache
def references() -> Cued:
    """The pattern of a noun with an article that may stand for something.

    Examples
    --------
    >>> next(references().finditer("Then the joint network grew.", 0, 28)).group("head")
    'network'
    """
    heads = {**lexicon().heads}
    nouns = sorted([*heads, "body"], key=len, reverse=True)
    return cued(
        rf"\b(?P<det>the|this year's|this|that|said)\s"
        rf"(?P<adj>(?:(?:new|joint|same|present|whole|latter|former|partner|"
        rf"participating|signatory|annual|first|revised|voluntary|three-day|two-day"
        rf"|one-week|four-day|five-day|one-day|virtual|online|technical|training|"
        rf"regional|international|bilateral|renewed|original|last)\s){{0,2}})"
        rf"(?P<head>{'|'.join(map(re.escape, nouns))})\b(?!\s(?:of|for|"
        rf"on|between)\s(?:the\s)?[A-Z\ue001-\ue00d])(?!-)"
        rf"(?!\s(?:functions?|services|support|role)\b)(?<!in the event)",
        re.IGNORECASE,
    )


def refer(spoken: Spoken, match: re.Match[str], found: list[Mention]) -> Mention | None:
    """What a noun with an article stands for, if that was spoken of.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    match : re.Match
        Of ``references``.
    found : list of Mention
        Of the block so far.
    """
    head = match.group("head").lower()
    kind = "Body" if head == "body" else lexicon().heads.get(head)
    if head in GATHERINGS and any(
        m.type == "Event" and bears(m.thing, head) for m in spoken.earlier(match.start(), found)[:14]
    ):
        kind = "Event"
    if kind is None or (head.endswith("s") and head not in lexicon().heads):
        return None
    phrase = f"{match.group('adj') or ''}{head}"
    thing = antecedent(spoken, kind, head, match.start(), found, phrase)
    if thing is None:
        return None
    return Mention(match.start(), match.end(), [thing], thing.type, False)
