"""Lists of those present: with whom they come from, in groups below one heading, and those added at the end."""

import re
from collections.abc import Mapping

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.frames import ListFrame
from qigraph.extraction.things import Mention
from qigraph.schema import ACTORS

__all__ = ["also_present", "headed_by_presence", "of_presence", "with_employers"]

_LABEL_WORDS = 4
"""Words of a lead-in that only names a group of persons."""
_EMPLOYER = re.compile(r",?\s\(|,\s|\s[-\u2013\u2014]\s|\s?/\s?|\s(?:of|from|for|representing)\s(?:the\s)?")
"""What stands between a person, or one organisation, and the organisation that the person comes from."""
_BESIDE = re.compile(rf"(?:\s?\([^()]{{3,40}}\))?(?:\s|{_EMPLOYER.pattern})")
"""The same at the end of a line: "Dr J. Doe (Representative) NMI"."""

_ABSENT = re.compile(
    r"\b(?:apolog|absent|excused|regret|unable|distribution|copy|copies|not present)", re.IGNORECASE
)


def also_present(
    led: dict[Block, list[ListFrame]], people: Mapping[Block | None, int], leads: Mapping[Block | None, int]
) -> dict[Block, list[ListFrame]]:
    """The frames of every lead-in: persons under "Guests:" right after the list of those present are there, too.

    Parameters
    ----------
    led : dict of Block to list of ListFrame
        The frames of lead-ins, in the order of the document.
    people, leads : mapping of Block to int
        How many items below each begin with a person, and how many there are.
    """
    result: dict[Block, list[ListFrame]] = {}
    present: list[ListFrame] = []
    for lead, frames in led.items():
        of_persons = [frame for frame in frames if "Person" in frame.slots.get("item", [])]
        peopled = people[lead] * 2 > leads[lead] and people[lead] > 0
        short = len(lead.text.split()) <= _LABEL_WORDS and not _ABSENT.search(lead.text)
        if peopled and not of_persons and present and short:
            result[lead] = [*frames, *present]
            continue
        present = of_presence(of_persons)
        result[lead] = frames
    return result


def of_presence(frames: list[ListFrame]) -> list[ListFrame]:
    """Those of some frames that say who was there."""
    return [f for f in frames if any(relation == "participatedIn" for _, relation, _ in f.facts)]


def headed_by_presence(lead: Block, found: list[Block]) -> Block | None:
    """The heading right above the heading of a list: "Participants" over "Delegations"."""
    at = next(i for i, block in enumerate(found) if block is lead)
    above = found[at - 1] if at else None
    return above if lead.kind == "heading" and above is not None and above.kind == "heading" else None


def with_employers(
    frame: ListFrame, text: str, items: list[Mention], mentions: list[Mention]
) -> list[Mention]:
    """Who was there, with those for whom they came: "Dr J. Doe (NMI, Peru)".

    Parameters
    ----------
    frame : ListFrame
        What the lead-in says.
    text : str
        Of the item.
    items, mentions : list of Mention
        Those who are listed, and all that the item names.
    """
    if not of_presence([frame]):
        return items
    people = {m.stop for m in items if m.type == "Person"}
    found = list(items)
    for mention in mentions:
        if mention.type not in ACTORS or not mention.by_name or mention in items:
            continue
        ends = mention.stop >= len(text.rstrip(" .;"))
        beside = _BESIDE if ends else _EMPLOYER
        near = next((stop for stop in people if beside.fullmatch(text[stop : mention.start])), None)
        if near is not None:
            found.append(mention)
            people.add(mention.stop)
    return found
