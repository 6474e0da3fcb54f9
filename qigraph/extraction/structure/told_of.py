"""Of what the labels in the middle of a block tell: "ISO/TC 314 Ageing societies. Chair: J. Doe. Secretariat: BSI"."""

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.things import Mention, Thing

__all__ = ["begins_in_label", "behind_title", "opens_with"]

_OPENING = 4
"""Characters before the name with which a block begins."""
_LONGEST = 32
"""Characters of a label behind a title."""
_TOLD_OF = ("Body", "Network", "Programme")


def begins_in_label(mention: Mention, colon: int) -> bool:
    """Whether a mention of goals begins in the label: "Contribution to the SDGs: 8 and 9".

    Examples
    --------
    >>> begins_in_label(Mention(20, 33, [], "Goal"), 24), begins_in_label(Mention(0, 4, [], "Goal"), 24)
    (True, False)
    """
    return mention.type == "Goal" and mention.start < colon < mention.stop


def behind_title(block: Block, start: int, colon: int, mentions: list[Mention]) -> tuple[int, int]:
    """Where the label begins and ends that stands behind the title of its line: "Management: President: J. Doe".

    Parameters
    ----------
    block : Block
        In which they stand.
    start, colon : int
        Begin and end of the title, or of the label where there is none; below zero where there is no colon.
    mentions : list of Mention
        Of the block.
    """
    second = block.text.find(": ", colon + 2, colon + _LONGEST) if colon >= 0 else -1
    if second < 0 or any(start <= m.start < second for m in mentions) or "." in block.text[colon:second]:
        return start, colon
    return colon + 2, second


def opens_with(block: Block, mentions: list[Mention], types: list[str]) -> list[Thing]:
    """The body, network or programme with which a block begins, if it is of one of these types.

    Parameters
    ----------
    block : Block
        In which a label stands.
    mentions : list of Mention
        Of the block.
    types : list of str
        What the label may be about.
    """
    first = next((m for m in mentions if m.type in types and m.by_name), None)
    if first is None or first.start > _OPENING or first.type not in _TOLD_OF:
        return []
    return [first.thing] if ": " not in block.text[: first.start] else []
