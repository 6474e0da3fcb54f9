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
from qigraph.schema import ACTORS

__all__ = ["came_out"]

_I = f"[{MARK['Instrument']}{MARK['Publication']}]"
_CAME_OUT = cued(
    rf"(?P<all>{_I}(?:(?:,\s"
    rf"|,?\sand\s)\ue0e0*{_I})*)(?:\s?\([^()]*\))?,?(?:\s[^.;:\ue001-\ue00d]{{0,40}}?\bby\s[^.;:]{{1,40}}?\sand)?\s"
    r"(?:(?:has|have|was|were|is|are)\s(?:(?:now|been|just|also|first|last|recently|officially"
    r"|formally|finally|subsequently"
    r"|revised and|updated and)\s){0,3}"
    r"(?:published|issued|released|adopted|approved|revised|reissued|republished|updated|launched|printed)\b"
    r"(?!\s(?:jointly\s)?by\b)(?!\sas\b)"
    r"|(?:first\s|then\s)?(?:appeared|came\sout|went\sout|saw\sthe\slight)\b)"
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
        revised = match.group().endswith(("revised", "updated"))
        said = "".join("X" if i in frame_of.at else c for i, c in enumerate(text))
        reason = objection(said, said[match.start() : match.end()], None, said[: match.start()])
        since, _, ended = dated_near(frame_of, "near", _FACTS, match.start(), match.end())
        where = (block, frame_of.start[0], frame_of.start[-1], "publications/number", reason)
        for at in range(match.start("all"), match.end("all")):
            item = frame_of.at.get(at)
            if isinstance(item, Mention) and item.type in ("Instrument", "Publication") and item.by_name:
                makers = (
                    _makers(block.text[item.start : item.stop], actor) if item.type == "Instrument" else []
                )
                for maker in makers or ([] if revised else item.thing.owners):
                    if maker.type in ACTORS:
                        yield Candidate(maker, "issued", item.thing, None if ended else since, None, *where)


def _makers(name: str, actor: Callable[[str], Thing | None]) -> list[Thing]:
    return [maker for acronym in issuers_in(name) if (maker := actor(acronym)) is not None]
