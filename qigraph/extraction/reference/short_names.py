"""Short forms that refer back: "the Circle" for the Three Shores Calibration Circle, "all three regions", "both"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["bearers", "counted_groups", "short_forms", "singular", "these"]

_SHORT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s(?P<word>[A-Z][a-z\u00e0-\u00ff]{3,})(?![\w-]|\s[A-Z\u00c0-\u00de(]|'s\s[A-Z])"
)
_ADJECTIVE = re.compile(r"(?:al|an|ese|ic|ish|ive|ed|ch)$")
_NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
}
_PEERS = (
    "organi[sz]ations|partners|parties|signatories|institutes|bodies|agencies|institutions|sides|networks|committees|"
    "associations|secretariats|regions|bureaus|founders|laboratories|boards|ministries|groups|companies|teams|forums|"
    "members|entities|authorities|organs|services|centres|centers|societies|federations|"
    "universities|agencies|academies|governments|donors|firms|foundations|councils"
)
_COUNTED = cued(
    rf"\b(?:(?:the|these|those|all|our|its)\s)?(?P<number>{'|'.join(_NUMBERS)})\s(?:(?!of\b|and\b|in\b)[\w-]+\s){{0,3}}?"
    rf"(?:{_PEERS})\b(?!\s(?:of|for|in|from)\s|\son\s(?!(?-i:[A-Z])|\d))",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|these|those|all|our|both)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:Both|All (?P<all>three|four|five|six|seven))(?=\s(?:are|have|were|had|also|signed|work|belong|take|took"
    r"|cooperate|co-operate|liaise|hold|maintain|joined|became|participate|participated|attended)\b)"
)


_THESE = re.compile(
    rf"(?:These|Those)\s(?:(?:same|international|regional|global|national|leading|key)\s)?(?:{_PEERS})\b"
    r"(?!\s(?:of|for|on|in|from|that|which|who)\s)"
)
_MOST_MEANT = 8


def these(text: str, start: int, stop: int, before: list[Mention]) -> Mention | None:
    """ "These organizations" at the head of a sentence: all those that the sentence before names."""
    match = _THESE.match(text, start, stop)
    named = [m for m in before if m.by_name and m.type in ACTORS] if match else []
    things = list(dict.fromkeys(thing for mention in named for thing in mention.things))
    if match is None or not 1 < len(things) <= _MOST_MEANT:
        return None
    return Mention(match.start(), match.end(), things, things[0].type, False)


def short_forms(text: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """Where "the" stands before one capitalised word that no name goes on with: start, stop and the word.

    Examples
    --------
    >>> short_forms("In 2009 the Circle joined the World Bank.", 0, 41)
    [(8, 18, 'Circle')]
    """
    words = lexicon()
    return [
        (match.start(), match.end(), match.group("word"))
        for match in _SHORT.finditer(text, start, stop)
        if not _ADJECTIVE.search(match.group("word"))
        and match.group("word") not in words.sentence_words
        and match.group("word") not in words.countries
    ]


def bearers(word: str, earlier: list[Mention]) -> Thing | None:
    """The nearest thing in whose name, as the document gives it, the word stands last or before "of" and the like."""
    head = re.compile(
        rf"(?<!\bof\s)(?<!\bof\sthe\s)(?<!\bfor\sthe\s)(?<!\bin\sthe\s)\b{re.escape(word)}(?:$|\s(?:of|for|on|in|to|against|des?|du)\b|\s\()",
        re.IGNORECASE,
    )
    for mention in earlier:
        thing = mention.thing
        known = set(thing.entity.aliases) if thing.entity else set()
        names = [thing.label, *(name for name in thing.names if name not in known)]
        if mention.type not in ("Person", "Place", "Topic", "Goal") and any(
            head.search(name) for name in names if " " in name
        ):
            return thing
    return None


def counted_groups(text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
    """Where "the two organisations", "all three regions" or "Both" stand: start, stop and how many are meant.

    Examples
    --------
    >>> counted_groups("Both are regional. All three regions met.", 0, 41)
    [(0, 4, 2), (19, 36, 3)]
    """
    found = [
        (match.start(), match.end(), _NUMBERS[match.group("number").lower()])
        for match in _COUNTED.finditer(text, start, stop)
        if _DEFINITE.match(match.group())
    ]
    both = _BOTH.match(text, start)
    if both is None:
        return found
    return [(both.start(), both.end(), _NUMBERS[both.group("all") or "both"]), *found]


def singular(noun: str) -> str | None:
    """The head noun of which this is the plural, if it names organisations.

    Examples
    --------
    >>> singular("universities"), singular("sides")
    ('university', None)
    """
    one = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    return one if lexicon().heads.get(one) in ACTORS else None
