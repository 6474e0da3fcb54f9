"""What is signed is an agreement, whatever it is called: "signed a roadmap", "inked a deal"; "the roadmap" is that."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.things import Mention, Thing

__all__ = ["is_paper", "signed_papers"]

_KINDS = (
    r"(?:road\s?map|roadmap|work(?:ing)?\s(?:plan|programme|program)|action\s(?:plan|programme)|implementation\s(?:plan|programme)"
    r"|(?:technical\s)?co-?operation\s(?:programme|program|plan|framework)|programme\sof\sco-?operation|plan\sof\saction"
    r"|partnership|framework|deal|contract|working\sarrangements?|minutes\sof\smeeting|aide[\s-]memoire|addendum|amendment"
    r"|joint\scommuniqu[ée]|communiqu[ée]|understanding|licen[cs]e|letter)"
)
_SIGNS = (
    r"(?:co-?sign(?:s|ed|ing)?|sign(?:s|ed|ing)?|inks?|inked|initial(?:s|led)|seal(?:s|ed)|(?:struck|strikes|strike)"
    r"|conclude[sd]?|signing\sof|signature\sof)"
)
_FEW = r"(?:(?!and\b|or\b|of\b|to\b|by\b|with\b)[\w-]+\s){0,4}?"
_SIGNED = cued(
    rf"\b{_SIGNS}\s(?:an?|the|its|their|this|another)?\s?(?P<noun>{_FEW}(?P<head>{_KINDS}))(?:\sfor\s20\d\d)?\b(?!\s(?:agreement|arrangement))",
    re.IGNORECASE,
)
_AGAIN = cued(rf"\b(?:[Tt]he|[Tt]his)\s(?:[a-z]+\s)?(?P<head>{_KINDS})\b(?!\s(?:agreement|arrangement))")


def signed_papers(
    text: str, start: int, stop: int, earlier: list[Mention]
) -> Iterator[tuple[int, int, Thing]]:
    """Yield what a sentence says to be signed, or speaks of as signed before: start, stop and the agreement.

    Parameters
    ----------
    text : str
        Of a block.
    start, stop : int
        Of the sentence.
    earlier : list of Mention
        What was spoken of, nearest first.
    """
    for match in _SIGNED.finditer(text, start, stop):
        thing = Thing("Agreement", match.group("noun"), own=False)
        thing.call(_plain(match.group("head")))
        yield match.start("noun"), match.end(), thing
    for match in _AGAIN.finditer(text, start, stop):
        head = _plain(match.group("head"))
        thing_before = next(
            (m.thing for m in earlier if m.type == "Agreement" and head in _called(m.thing)), None
        )
        if thing_before is not None:
            yield match.start(), match.end(), thing_before


def is_paper(thing: Thing) -> bool:
    """Whether an agreement is called a roadmap, a deal or the like, and is no memorandum."""
    if thing.own or "memorand" in thing.label.lower():
        return False
    return re.search(rf"{_KINDS}(?:\sfor\s20\d\d)?$", thing.label, re.IGNORECASE) is not None


def _called(thing: Thing) -> set[str]:
    return {_plain(name.rsplit(" ", 1)[-1]) for name in (thing.label, *thing.names)} | {
        _plain(name) for name in thing.names
    }


def _plain(head: str) -> str:
    return re.sub(r"\s", "", head.lower())
