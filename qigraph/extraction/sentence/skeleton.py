"""The skeleton of a sentence: each mention and each date stands as one character that tells its type.

Patterns on skeletons need not know names: in ``"O and O founded N in D"`` the letters are private-use characters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated
from qigraph.schema import TYPES

__all__ = ["BREAK", "DATE", "FILLER", "MARK", "PRONOUN", "Skeleton", "skeleton", "type_class"]

MARK = {name: chr(0xE001 + number) for number, name in enumerate(TYPES)}
"""The character of each entity type."""

DATE = chr(0xE0D0)
"""The character of a date."""

PRONOUN = chr(0xE0E1)
"""Stands before the character of "it", "they" and "we": these are no part of a list of names."""

BREAK = chr(0xE0E2)
"""The comma after an opening phrase: "With ISO, UNIDO founded …" names no list."""

FILLER = chr(0xE0E0)
"""Stands in place of articles and of "seven organisations (", so that patterns need not know them."""

_DETERMINER = re.compile(
    r"\b(?:(?:the|The|a|A|an|An|both|Both|its|Its|our|Our|their|their|this|This|all|All|other|several|various"
    r"|fellow|new|first|annual|said|sister|parent|respective|former|current|same|latest|revised|landmark"
    r"|international|national|regional|global|world|voluntary|standing|"
    r"newly created|newly established|so-called"
    r"|[A-Z][a-z]{2,}(?:[ie]an|lish|nish|tish|dish|kish|ese|can)|German|French|Dutch|Swiss|Greek|Czech"
    r"|[A-Z][a-z]{3,}(?:\s[A-Z][a-z]{3,})?['\u2019]s)\s){1,6}+"
    r"(?=[\ue001-\ue00d])"
)

_COUNTED = re.compile(
    r"\b(?!(?<=[\ue001-\ue003]\s)(?:members|partners|stakeholders)\b)"
    r"(?:(?:(?:two|three|four|five|six|some|several|many|\d{1,3}) of|[a-z]+'s|"
    r"a number of|the|these|those|its|their|our|all|several|many|major|main|"
    r"key|other|following|founding|founder|member|partner"
    r"|signatory|participating|international|regional|national|global|world|"
    r"intergovernmental|non-governmental|relevant|leading|current"
    r"|sister|large|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\d{1,3}|some|both|specialised|specialized|standards"
    r"|measurement|quality|top|premier|peer|prestigious|foreign|accreditation|metrology|certification|industry|technical|public|private|core|"
    r"development|donor|strategic|key|"
    r"full|associate|first|new|more than|over|around|well-known|renowned|independent|sub-regional|former|existing|"
    r"important|competent|designated|affiliated|similar|specialist)\s){0,7}"
    r"(?:(?:organi[sz]ations|institutions|agencies|bodies|partners|stakeholders|donors)\s(?:and|or)\s(?:\w+\s)?)?"
    r"(?:organi[sz]ations?|institutions?|agencies|bodies|members|partners|donors|ministries|universities|"
    r"associations|institutes|networks|laboratories"
    r"|founders|counterparts|signatories|countries|authorities|parties|entities|IOs|stakeholders|"
    r"committees|secretariats|companies|sponsors)"
    r"(?:\s?\(|:\s|\s[\u2013-]\s|,?\snamely:?\s|,?\sincluding:?\s|,?\ssuch as:?\s|,?\samong (?:them|these|which)\s"
    r"|,?\sfor (?:example|instance),?\s|,?\snotably\s|,?\se\.g\.,?\s)(?:those of\s)?"
    r"(?=\ue0e0*[\ue001\ue002\ue003])",
    re.IGNORECASE,
)


_MAY_COUNT = re.compile(
    r"(?:[(:\u2013-]|namely|including|such as|among (?:them|these|which)|for (?:example|instance)|notably|e\.g\.)"
    r"[:,]?\s?"
    r"(?:those of\s)?\ue0e0*[\ue001\ue002\ue003]"
)
"""How what leads up to a list of names ends: a cheap look before the careful one."""


def type_class(types: Iterable[str]) -> str:
    """Regular expression of one character of these types.

    Examples
    --------
    >>> type_class(["Organisation"]) == "[" + MARK["Organisation"] + "]"
    True
    """
    return "[" + "".join(DATE if name == "Date" else MARK[name] for name in types) + "]"


_ACTOR = r"[\ue001\ue002\ue003]"
_OPENING = re.compile(
    r"^((?:With|Under|In|From|Thanks|Together|As|Within|At|By|Following|Through|On|Among|Along|Like|Unlike|Besides|After|Before|"
    rf"For|Since|(?:[A-Z]\w+ly\s)?(?:Founded|Established|Created|Formed|Launched|Set up|Known|Hosted|Based|Born|Started"
    rf"|Formerly)(?![^,]{{0,50}}\bby\b))\b[^,;\ue001-\ue00a]{{0,90}}{_ACTOR}(?:\s?\([^()]*\))?(?:\sand\s\ue0e0*{_ACTOR}(?:\s?\([^()]*\))?)?),"
    rf"(?=\s\ue0e0*{_ACTOR}(?:\s?\([^()]*\))?(?:\s(?!and\b|&|or\b)|\sand\s\ue0e0*[\ue001\ue002\ue003](?:\s?\([^()]*\))?\s(?!and\b)[a-z]))"
)
_COLON = re.compile(r"\):(?=\s(?:is|was|are|were|consists|reports|comprises|has|provides)\b)")
"""The colon behind a term that a sentence defines: "The Council (TC): consists of …"."""
_NOTE = r"(?:\s?\([^()]*\))?"
_ASIDE = re.compile(
    r"(?<=[\ue001-\ue00d)])\s[\u2013\u2014](\s[^\u2013\u2014;()]{3,120}?\s)[\u2013\u2014](?=\s[a-z])"
)
"""Words between two dashes behind a name: they may stand in brackets as well."""
_NEXT_CLAUSE = re.compile(
    rf"(\b(?:by|from|under|with|of|in|for)\s\ue0e0*{_ACTOR}{_NOTE}),"
    rf"(?=\s(?:and\s)?\ue0e0*{_ACTOR}{_NOTE}\s(?:also\s)?(?:has|have|had|is|was|[a-z]+ed)\s)"
)
"""The comma behind a relative clause: "a project that is funded by A, B organised workshops"."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A stretch of a block as patterns see it.

    Parameters
    ----------
    text : str
        The stretch with mentions and dates as single characters.
    start : list of int
        For each character, and once more for the end, its offset in the block.
    stop : list of int
        Offset in the block at which each character ends.
    at : dict of int to (Mention or Dated)
        What stands at a position.
    """

    text: str
    start: list[int]
    stop: list[int]
    at: dict[int, Mention | Dated]

    def mentions(self, start: int, stop: int) -> list[Mention]:
        """The mentions between two positions."""
        return [m for i, m in self.at.items() if start <= i < stop and isinstance(m, Mention)]

    def things(self, start: int, stop: int) -> list[Thing]:
        """The things that stand between two positions, each once, without those in brackets."""
        found: list[Thing] = []
        depth = 0
        for at in range(start, stop):
            depth += (self.text[at] == "(") - (self.text[at] == ")")
            mention = self.at.get(at)
            if isinstance(mention, Mention) and depth <= 0:
                found += mention.things
        return list(dict.fromkeys(found))

    def dates(self, start: int, stop: int) -> list[tuple[int, Dated]]:
        """The dates between two positions, each with its position."""
        return [(i, d) for i, d in self.at.items() if start <= i < stop and isinstance(d, Dated)]


def skeleton(text: str, begin: int, end: int, mentions: list[Mention], dates: list[Dated]) -> Skeleton:
    """Build the skeleton of ``text[begin:end]``.

    Parameters
    ----------
    text : str
        Clean text of a block.
    begin, end : int
        Which part of it.
    mentions : list of Mention
        Of the block, without overlaps.
    dates : list of Dated
        Of the block.
    """
    inside: list[Mention | Dated] = [m for m in mentions if begin <= m.start and m.stop <= end]
    inside += [
        d
        for d in dates
        if begin <= d.start
        and d.stop <= end
        and not any(m.start < d.stop and d.start < m.stop for m in inside)
    ]
    inside.sort(key=lambda item: item.start)
    pieces: list[str] = []
    start: list[int] = []
    stop: list[int] = []
    at: dict[int, Mention | Dated] = {}
    here = begin
    for item in inside:
        pieces.append(text[here : item.start])
        start.extend(range(here, item.start))
        stop.extend(range(here + 1, item.start + 1))
        if isinstance(item, Mention) and not item.by_name and item.stop - item.start < 6:
            pieces.append(PRONOUN)
            start.append(item.start)
            stop.append(item.start)
        at[len(start)] = item
        pieces.append(MARK[item.type] if isinstance(item, Mention) else DATE)
        start.append(item.start)
        stop.append(item.stop)
        here = item.stop
    pieces.append(text[here:end])
    start.extend(range(here, end))
    stop.extend(range(here + 1, end + 1))
    start.append(end)
    plain = "".join(pieces)
    return Skeleton(_filled(plain) if at else plain, start, stop, at)


def _filled(text: str) -> str:
    """Put the filler for what only leads up to a name; the length stays."""
    text = _DETERMINER.sub(_as_filler, text)
    if _MAY_COUNT.search(text.lower()):
        text = _COUNTED.sub(_as_filler, text)
    text = _ASIDE.sub(lambda match: f" ({match.group(1)})", text)
    text = _COLON.sub(rf"{FILLER})", text)
    text = _NEXT_CLAUSE.sub(lambda match: match.group(1) + BREAK, text)
    return _OPENING.sub(lambda match: match.group(1) + BREAK, text)


def _as_filler(match: re.Match[str]) -> str:
    return FILLER * len(match.group())
