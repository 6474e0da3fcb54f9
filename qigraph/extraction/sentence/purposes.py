"""Purposes that name nobody: "The objective was to …", and what stands below the heading "Our mission".

Whose purpose it is, the text before or the heading says: what they cover, that one works on.
"""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, read_yaml
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.inflection import forms
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import MARK, Skeleton
from qigraph.extraction.sentence.working import plain, stop_of
from qigraph.extraction.things import Mention, Thing
from qigraph.resources import resource

__all__ = ["is_purpose", "purposed"]

_AIM = r"(?:mission|vision|mandate|objective|aim|goal|purpose|remit|task|function|priority|focus|scope|role)"
_ADJECTIVES = (
    r"(?:(?:main|primary|core|key|overall|general|principal|central|strategic|ultimate|specific|wider|broader|long-term"
    r"|overarching|major|first|fundamental|project|programme|development|common|shared)\s){0,2}"
)
_BARE = re.compile(
    rf"\W*(?:[Tt]herefore,?\s|[Tt]hus,?\s)?(?:[Tt]he|[Aa]nother|[Oo]ne)\s{_ADJECTIVES}{_AIM}s?(?:\sand\s{_AIM}s?)?\s"
    r"(?:is|are|was|were|includes?|included)\s(?:(?:therefore|thus|also|mainly|primarily)\s)?(?:to\b|the\b|that\b|on\b|for\b|:)"
)
_HEADING = re.compile(
    rf"(?:\W|\d)*(?:(?:our|the|its)\s)?{_ADJECTIVES}(?:{_AIM}(?:s|es|ies)?|priorities|what (?:we|it) do(?:es)?"
    r"|what do(?:es)? (?:we|it|they) do"
    r"|(?:areas|fields) of (?:work|activity|activities)|focus areas?|what (?:we|it) (?:are|is) for)"
    rf"(?:(?:,|\sand|\s&|\s/)\s(?:{_AIM}(?:s|es)?|vision|values|tasks|activities|priorities|strategy))*"
    r"(?:\s(?:statement|of\s.{2,80}))?\W*",
    re.IGNORECASE,
)


@cache
def _begins() -> re.Pattern[str]:
    """How a sentence begins that tells a purpose without a subject: "To promote", "Promoting", "Promotes"."""
    verbs = read_yaml(resource("loaders/names/work.yaml"))["work_verbs"]
    told = {form for verb in verbs for form in forms(verb) if not form.endswith("ed")}
    return re.compile(
        rf"\W*(?:To\s)?(?:[a-z]+ly\s)?(?:{alternatives(told)})\b(?!\s?(?:by|of)\b)", re.IGNORECASE
    )


def is_purpose(heading: Block | None) -> bool:
    """Whether a heading says that what stands below it is somebody's purpose."""
    return heading is not None and heading.row is None and _HEADING.fullmatch(heading.text) is not None


def purposed(
    block: Block, frame_of: Skeleton, running: Thing | None, headed: Thing | None
) -> Iterator[Candidate]:
    """Yield what those work on whose purpose a sentence tells without naming them.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    running : Thing or None
        Who the text before speaks of.
    headed : Thing or None
        Whose purposes the section tells, if it is one of purposes.
    """
    text = frame_of.text
    match, who = _BARE.match(text), running
    if match is None and headed is not None:
        match, who = _begins().match(text), headed
    if match is None or who is None:
        return
    end, (start, stop) = stop_of(text, match.end()), (frame_of.start[0], frame_of.start[-1])
    for at in sorted(at for at in frame_of.at if match.start() <= at < end):
        mention = frame_of.at[at]
        if not isinstance(mention, Mention) or mention.type not in ("Topic", "Goal"):
            continue
        reason = objection(plain(text), plain(text[match.end() : at]), None, aims=True)
        relation = "worksOn" if text[at] == MARK["Topic"] else "addressesGoal"
        for thing in mention.things:
            where = (block, start, stop, "working/purpose", reason)
            yield Candidate(who, relation, thing, None, None, *where)
