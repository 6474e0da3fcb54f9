"""Names with an acronym inside: "Trade Support (TS) Phase II Project", "Tariff Data (TD) Database"."""

import re
from collections.abc import Iterator

from qigraph.extraction.names.name_runs import matches_initials, trim
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Thing

__all__ = ["introduce_bracketed"]

_WORD = r"[A-Z\u00c0-\u00de0-9][\w/&'\u2019-]{0,40}"
_LINK = r"(?:(?:of|for|on|and|the|in|to)\s){0,2}"
_SHORT = r"\([A-Z][\w/&-]{1,11}\)"
_HEADS = {
    "Programme": r"Programme|programme|Program|program|Project|project|Initiative|initiative|Campaign",
    "System": r"Database|database|Portal|portal|Platform|platform|Repository|Register|Information\sSystem",
}
_NAME = re.compile(
    rf"(?<![\w/.@(-])(?P<name>{_WORD}(?:\s{_LINK}{_WORD}){{0,9}}\s{_SHORT}(?:\s{_LINK}{_WORD}){{0,8}}?"
    rf"(?:\s{_SHORT})?)\s(?:"
    + "|".join(rf"(?P<{kind}>{heads})" for kind, heads in _HEADS.items())
    + r")\b(?![-\w])"
    r"(?!\s(?:teams?|managers?|leaders?|partners?|staff|offices?|officers?|units?|coordinators?|committees?)\b)"
)
_BRACKET = re.compile(r"(?P<long>[^()]+)\s\((?P<short>[^()]+)\)")
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\s$")


def introduce_bracketed(names: Names, text: str) -> None:
    """Let the projects and systems be known that a block names with an acronym inside the name.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of the block.
    """
    if ") " not in text:
        return
    for kind, surface, further in _named(text):
        thing = next(
            (found for name in (surface, *further) if (found := names.things.find(name)) is not None), None
        )
        if thing is not None and thing.type != kind:
            continue
        thing = thing or names.things.add(Thing(kind, surface))
        names.things.add(thing, [surface, *further])
        for name in (surface, *further):
            names.known.introduce(name, thing)


def _named(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Type, surface and further names of each."""
    for match in _NAME.finditer(text):
        start, stop = trim(text, *match.span("name"))
        if ordinal := _ORDINAL.search(text, max(0, start - 5), start):
            start = ordinal.start()
        name = text[start : match.end("name")]
        brackets = list(_BRACKET.finditer(name))
        if stop <= start or not brackets or not _explains(brackets[0]):
            continue
        kind = "Programme" if match.group("Programme") else "System"
        head = match.group(kind)
        plain = re.sub(r"\s\([^()]*\)", "", name)
        rest = name[brackets[0].end() :].strip()
        further = [f"{plain} {head}"]
        if rest and not rest.startswith("("):
            further.append(f"{brackets[0].group('short')} {re.sub(r' [(][^()]*[)]', '', rest)} {head}")
        elif not rest:
            further += [f"{brackets[0].group('short')} {head}", plain]
        yield kind, f"{name} {head}", further


def _explains(bracket: "re.Match[str]") -> bool:
    """Whether the acronym stands for the last words before it."""
    words = bracket.group("long").split()
    return any(
        matches_initials(bracket.group("short"), " ".join(words[at:]))
        for at, word in enumerate(words[:-1])
        if word[0].isupper()
    )
