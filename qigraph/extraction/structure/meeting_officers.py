"""Who presides over the body that meets: "Present: Dr J. Doe (NMI), Chair" in the minutes of a committee."""

import re
from collections.abc import Iterator

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.structure.cards import cards
from qigraph.extraction.structure.officers import office_held, presides
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["meeting_officers"]

_PRESENT = re.compile(
    r"\b(?:present|in attendance|attendance|attendees|attendants|participants?|delegations|participated|attended)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:co-|vice[- ]|deputy |acting )?(?:chair(?:man|woman|person)?|conven[oe]r|president)|(?:executive |technical |"
    r"scientific |general |recording )?secretary(?:[- ]general)?|rapporteur|treasurer",
    re.IGNORECASE,
)
_REACH = 3
"""Headings in a row above a list, of which one may say that these were present."""


def meeting_officers(
    found: list[Block], spoken: dict[Block, list[Mention]], body: Thing | None
) -> Iterator[Candidate]:
    """Yield who chairs or serves the body whose meeting the document tells of, by the list of those present.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    body : Thing or None
        Whose meeting it is.
    """
    if body is None or body.type not in ACTORS:
        return
    yield from _in_lines(found, spoken, body)
    for at, card in cards(found, spoken):
        role = office_held(card.block, card.person, spoken)
        tail = card.block.text.rsplit(role, 1)[-1].strip(" ).]") if role else ""
        behind_name = role is not None and card.block.text[card.person.stop :].lstrip(" (,[").startswith(role)
        if tail and not behind_name:
            continue
        if role is None or not _OFFICE.fullmatch(role) or not _is_of_those_present(found, at, card.block):
            continue
        relation = "chairs" if presides(role) else "affiliatedWith"
        where = (card.block, 0, len(card.block.text), "structure/meeting-officer")
        yield Candidate(card.person.thing, relation, body, None, None, *where, None, role)


def _in_lines(found: list[Block], spoken: dict[Block, list[Mention]], body: Thing) -> Iterator[Candidate]:
    """ "Participants: J. Doe (Chair), A. Roe (Secretary), …" in one line."""
    for block in found:
        label = re.match(r"\W*(?P<label>[^:.]{4,40}):\s", block.text)
        if label is None or not _PRESENT.search(label.group("label")):
            continue
        for person in spoken[block]:
            role = re.match(r"\s\((?P<role>[^()]{4,30})\)", block.text[person.stop :])
            if person.type == "Person" and role and _OFFICE.fullmatch(role.group("role")):
                relation = "chairs" if presides(role.group("role")) else "affiliatedWith"
                where = (block, 0, person.stop + role.end(), "structure/meeting-officer")
                yield Candidate(person.thing, relation, body, None, None, *where, None, role.group("role"))


def _is_of_those_present(found: list[Block], at: int, block: Block) -> bool:
    """Whether the lead-in, or a heading right above, says that these were present."""
    lead = block.lead or block.heading
    if lead is None or _PRESENT.search(lead.text):
        return lead is not None
    place = next((i for i in range(at - 1, -1, -1) if found[i] is lead), None)
    above = found[max(0, (place or 0) - _REACH + 1) : place] if place else []
    return bool(above) and above[-1].kind == "heading" and bool(_PRESENT.search(above[-1].text))
