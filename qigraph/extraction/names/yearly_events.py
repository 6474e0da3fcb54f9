"""Events of what comes every year: "World Weighing Day 2023", "the first World Weighing Day"."""

import re

from qigraph.extraction.things import Mention, Things

__all__ = ["of_a_year"]

_OF_YEAR = re.compile(r"(?:\s?\([A-Z]{2,6}\))?\s((?:19|20)\d\d)\b(?!\s?[-\u2013]\s?\d)")
_MEETING = re.compile(
    r"\s(?:Workshop|Conference|Symposium|Seminar|Congress|Forum|Summit|Meeting|Meetings|Assembly|Session|Course|School|Webinar"
    r"|Training|Plenary|Exhibition|Convention|Colloquium)$"
)
_YEAR_ALONE = re.compile(r"\s(?:19|20)\d\d(?=\s(?:in|at|was|were|is|took|held|organi\w+|hosted|which)\b)")
_FIRST = re.compile(r"\b[Ff]irst(?:[\s-]ever)?\s$")


def of_a_year(text: str, mention: Mention, things: Things) -> Mention:
    """ "World Weighing Day 2023" and "the first World Weighing Day" are events of a day that comes every year.

    Parameters
    ----------
    text : str
        Where the name stands.
    mention : Mention
        A name.
    things : Things
        What the document speaks of.

    Returns
    -------
    Mention
        That of the year's event with the year, or the mention as it was.
    """
    surface = text[mention.start : mention.stop]
    if (
        mention.type == "Event"
        and _MEETING.search(surface)
        and (year := _YEAR_ALONE.match(text, mention.stop))
    ):
        mention.thing.call(f"{surface}{year.group()}")
        return Mention(mention.start, year.end(), mention.things, "Event")
    if mention.type not in ("Event", "Programme") or not re.search(r"\b(?:Day|Week)(?:\s\(\w+\))?$", surface):
        return mention
    year = _OF_YEAR.match(text, mention.stop)
    first = _FIRST.search(text[: mention.start])
    if year is None and first is None:
        return mention
    start = first.start() if first else mention.start
    stop = year.end() if year else mention.stop
    thing = things.named(f"{surface} {year.group(1)}" if year else f"first {surface}", "Event")
    thing.call(text[start:stop], *(mention.thing.names if mention.type == "Programme" else ()), surface)
    return Mention(start, stop, [thing], "Event") if thing.type == "Event" else mention
