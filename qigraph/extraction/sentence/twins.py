"""Several pairs of twins in one sentence: "A is twinned with B, C with D", "twinning between A and B, and C and D"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import FILLER, MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dating import dated_near

__all__ = ["twins"]

_ONE = rf"{FILLER}*{MARK['Organisation']}(?:\s?\([^()]{{0,120}}\))?"
_TWIN = cued(r"\b[Tt]win(?:s|ned|ning|nings)?\b|\b(?:paired|pairs)\b")
_PAIRED = re.compile(
    rf"(?P<a>{_ONE})\s(?:(?:is|are|was|were|has been|have been|had been)\s)?(?:[a-z]+ly\s|also\s|now\s)?"
    rf"(?:twinned|paired)\s(?:up\s)?with\s(?P<b>{_ONE})"
)
_THEN = re.compile(
    rf"[^,;.{MARK['Organisation']}]{{0,70}}(?:,\s(?:and\s|while\s)?|;\s(?:and\s)?|\sand\s)(?P<a>{_ONE})\swith\s(?P<b>{_ONE})"
)
_BETWEEN = re.compile(rf"\bbetween\s(?P<a>{_ONE})\sand\s(?P<b>{_ONE})")
_LISTED = re.compile(rf"(?:[:,]|\sand)\s(?P<a>{_ONE})\swith\s(?P<b>{_ONE})")
_FACTS = (("one", "twinnedWith", "other"),)


def twins(block: Block, frame_of: Skeleton) -> Iterator[Candidate]:
    """Yield the pairs that a sentence tells to be twins.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    """
    text = frame_of.text
    if MARK["Organisation"] not in text:
        return
    found = _TWIN.search(block.text, frame_of.start[0], frame_of.start[-1])
    if found is None:
        return
    told = next(i for i, stop in enumerate(frame_of.stop) if stop >= found.end())
    matches: list[re.Match[str]] = []
    for first in _PAIRED.finditer(text):
        following: re.Match[str] | None = first
        while following is not None:
            matches.append(following)
            following = _THEN.match(text, following.end())
    matches += _BETWEEN.finditer(text, told)
    if re.search(r"\btwinned\b|\b[Pp]airs\b", text):
        matches += _LISTED.finditer(text, told)
    sentence = "".join("X" if i in frame_of.at else c for i, c in enumerate(text))
    for match in matches:
        said = sentence[min(told, match.start()) : match.end()]
        reason = objection(sentence, said, "", sentence[: match.start()])
        if reason is None and tentative(said):
            reason = "in doubt"
        since, until, _ = dated_near(frame_of, "since", _FACTS, match.start(), match.end())
        one, other = _named(frame_of, match, "a"), _named(frame_of, match, "b")
        if one is not None and other is not None and one is not other:
            where = (block, frame_of.start[match.start()], frame_of.start[match.end()], "twins/pairs", reason)
            yield Candidate(one, "twinnedWith", other, since, until, *where)


def _named(frame_of: Skeleton, match: re.Match[str], slot: str) -> Thing | None:
    """The organisation that a slot of a match holds."""
    found = (frame_of.at.get(i) for i in range(match.start(slot), match.end(slot)))
    mention = next((m for m in found if isinstance(m, Mention)), None)
    return mention.thing if mention is not None else None
