"""Reference: an agreement that is spoken of as "the document" that was signed, or by its "latest version"."""

from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.reference.spoken import ASIDE, Spoken
from qigraph.extraction.things import Mention

__all__ = ["signed_again", "versions"]

_PAPER = cued(
    r"\b(?:[Tt]he|[Tt]his)\s(?:(?:new|updated|revised|renewed|final|signed|joint|bilateral|\d{4})\s)?"
    r"(?:document|version|instrument|paper|text|deal)\b(?=[^.;]{0,40}\b(?:signed|initialled|inked|concluded)\b)"
)
"""What an agreement may be called when it is told who signed it."""
_NEAR_PAPER = 10
_VERSION = cued(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his)\s(?:latest|current|new|revised|renewed|present|updated|original)\s(?:version|text)\b"
)
_VERSION_REACH = 4
"""Mentions back to the agreement of which "the latest version" is one."""


def signed_again(spoken: Spoken, start: int, stop: int, found: list[Mention]) -> Iterator[Mention]:
    """Yield "the document" where it was signed: it is the last agreement.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    start, stop : int
        The sentence.
    found : list of Mention
        Of the block so far.
    """
    for match in _PAPER.finditer(spoken.text, start, stop):
        earlier = [m for m in spoken.earlier(match.start(), found) if m.type not in ASIDE][:_NEAR_PAPER]
        signed = next((m.thing for m in earlier if m.type == "Agreement"), None)
        if signed is not None:
            yield Mention(match.start(), match.end(), [signed], "Agreement", False)


def versions(spoken: Spoken, start: int, stop: int, found: list[Mention]) -> Iterator[Mention]:
    """Yield "the latest version" of an agreement that was spoken of shortly before.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    start, stop : int
        The sentence.
    found : list of Mention
        Of the block so far.
    """
    for match in _VERSION.finditer(spoken.text, start, stop):
        earlier = spoken.earlier(match.start(), found)[:_VERSION_REACH]
        agreement = next((m.thing for m in earlier if m.type == "Agreement"), None)
        if agreement is not None:
            yield Mention(match.start(), match.end(), [agreement], "Agreement", False)
