"""Numbered documents that came out: "ILAC G8 has been published" was published by ILAC, whose number it is."""

from collections.abc import Callable, Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.designations import issuers_in
from qigraph.extraction.sentence.assertion import objection
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.skeleton import MARK, Skeleton
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dating import dated_near

__all__ = ["came_out"]

_I = MARK["Instrument"]
_CAME_OUT = cued(
    rf"(?P<all>{_I}(?:(?:,\s|,?\sand\s)\ue0e0*{_I})*)(?:\s?\([^()]*\))?,?\s(?:has|have|was|were|is|are)\s(?:(?:now|been|just|also|first|"
    r"recently|officially|formally|finally|subsequently|revised and|updated and)\s){0,3}"
    r"(?:published|issued|released|adopted|approved|revised|reissued|republished|updated)\b(?!\s(?:jointly\s)?by\b)(?!\sas\b)"
)
_FACTS = (("maker", "issued", "product"),)


def came_out(block: Block, frame_of: Skeleton, actor: Callable[[str], Thing | None]) -> Iterator[Candidate]:
    """Yield who published the numbered documents that a sentence says were published.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    actor : callable
        Tells the organisation of an acronym.
    """
    text = frame_of.text
    for match in _CAME_OUT.finditer(text):
        said = "".join("X" if i in frame_of.at else c for i, c in enumerate(text))
        reason = objection(said, said[match.start() : match.end()], None, said[: match.start()])
        since, _, ended = dated_near(frame_of, "near", _FACTS, match.start(), match.end())
        where = (block, frame_of.start[0], frame_of.start[-1], "publications/number", reason)
        for at in range(match.start("all"), match.end("all")):
            item = frame_of.at.get(at)
            if isinstance(item, Mention) and item.type == "Instrument":
                for maker in _makers(block.text[item.start : item.stop], actor):
                    yield Candidate(maker, "issued", item.thing, None if ended else since, None, *where)


def _makers(name: str, actor: Callable[[str], Thing | None]) -> list[Thing]:
    return [maker for acronym in issuers_in(name) if (maker := actor(acronym)) is not None]
