"""Former names: what a renamed organisation was called is a thing of its own, which it succeeded."""

from collections.abc import Iterable

from qigraph.extraction.things import Mention, Thing
from qigraph.names import normal

__all__ = ["former_name"]


def former_name(text: str, mentions: Iterable[Mention], thing: Thing, *, old: bool) -> Thing | None:
    """What a renamed thing was called, where its registry entry holds both names.

    Parameters
    ----------
    text : str
        The block.
    mentions : iterable of Mention
        Where the sentence speaks of what was before.
    thing : Thing
        That bears both names.
    old : bool
        Whether these mentions stand where the old name is told: any full name but today's is the old one then.

    Examples
    --------
    >>> bureau = Thing("Organisation", "Weights Office", former=("Scales Office",))
    >>> was = Mention(0, 13, [bureau], "Organisation")
    >>> former_name("Scales Office", [was], bureau, old=False).label
    'Scales Office'
    """
    for mention in mentions:
        surface = text[mention.start : mention.stop].removeprefix("the ").removeprefix("The ")
        if mention.thing is not thing or not mention.by_name:
            continue
        told = old and " " in surface and normal(surface) != normal(thing.label)
        if surface in thing.former or told:
            return Thing(thing.type, surface)
    return None
