"""Reference: the event that a text begins with and says to have been held: "the meeting" is that from now on."""

import re

from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["held_at_first"]

_OPENS = 24
"""Characters before the name that a text begins with."""
_HELD = re.compile(
    r"(?:The\s)?(?P<title>[^.;:,()]{5,120}?)(?:\s?\([^()]*\))?"
    r"(?P<verb>\s(?:took place|(?:was|were|has been|have been|is being) (?:held|organi[sz]ed|hosted|convened)))\b"
)
_TITLE = re.compile(r"[A-Z\d][\w-]*(?:\s(?:(?:of|for|on|and|the|in)\s){0,2}[A-Z\d][\w'/-]*){2,12}")


def held_at_first(text: str, found: list[Mention], things: Things) -> Mention | None:
    """The event that a text begins with and says to have been held.

    Parameters
    ----------
    text : str
        Of the block.
    found : list of Mention
        Its mentions by name.
    things : Things
        All of the document; a title that is none of them yet is added.
    """
    held = _HELD.match(text)
    if held is None:
        return None
    stop = held.start("verb")
    first = next((m for m in found if m.type == "Event" and m.stop <= stop), None)
    if first is not None:
        return first if first.by_name and first.start <= _OPENS else None
    title = held.group("title")
    thing = things.find(title)
    if thing is None and "took place" in held.group("verb") and _TITLE.fullmatch(title):
        thing = things.add(Thing("Event", title))
    if thing is None or thing.type != "Event":
        return None
    return Mention(held.start("title"), held.end("title"), [thing], "Event")
