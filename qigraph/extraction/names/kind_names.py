"""Names without a head noun, known by the kind that stands beside them: "CAL-NET, a network of …", "the project X"."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.phrases import Phrases
from qigraph.extraction.things import Thing

__all__ = ["introduce_by_kind"]

_TYPES = ("Programme", "Network", "Body", "Organisation", "Publication")
_KINDS_LEFT_OUT = frozenset(
    [
        "action plan",
        "bank",
        "center",
        "centre",
        "circle",
        "customs",
        "division",
        "facility",
        "fund",
        "government",
        "group",
        "institution",
        "league",
        "nations",
        "panel",
        "paper",
        "placement",
        "report",
        "scheme",
        "section",
        "study",
        "team",
        "training",
        "trust",
        "union",
        "unit",
        "weights office",
    ]
)
"""Head nouns that, written small, say too little of what stands before them."""
_WORD = r"[A-Z\u00c0-\u00de][\w+&\u2019'-]{1,40}"
_NO_BEGINNING = (
    r"(?!(?:In|At|On|By|To|From|With|Under|Through|For|Of|As|And|But|The|This|That|These|It|Its|Our|A|An)\b)"
)
_LINK = r"(?:(?:of|for|on|the|in|en|de|del|la|los|las|des|du|da|do)\s){0,2}"
_NAME = rf"(?:{_NO_BEGINNING}{_WORD}(?:\s{_LINK}(?:{_WORD}|\d{{1,4}}(?!\d))){{0,5}})"
_DETERMINER = r"(?:an?|the|its|our|their|this|that)"
_ADJECTIVE = (
    r"(?:(?!(?:of|for|in|on|by|at|to|and|or|with|from|is|was|are|were|has|had|member|part|number|new\sname)\s)"
    r"[\w/-]+\s){0,5}?"
)
_GOES_ON = (
    r"(?=\s(?:of|for|that|which|who|to|on|in|by|under|with|run|funded|led|financed|supported|coordinated|co-ordinated"
    r"|launched|started|set\sup|created|founded|established|based|aimed|aiming|designed|dedicated|devoted|responsible"
    r"|published|promoting|working|bringing|uniting|covering|implemented|carried|executed|conducted|managed|hosted|between|within|among|from|since)\b"
    r"|[,;)]|\.(?:\s|$))"
)
_NOT_BEHIND = re.compile(r"(?:^|[\s(])(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Ii]nto|[Oo]utside)\s(?:the\s)?$")
_ROLES = frozenset(
    [
        "Activities",
        "Board",
        "Committee",
        "Coordinator",
        "Director",
        "Document",
        "Group",
        "Lead",
        "Leader",
        "Leaders",
        "Management",
        "Manager",
        "No",
        "Number",
        "Office",
        "Officer",
        "Partner",
        "Partners",
        "Period",
        "Phase",
        "Secretariat",
        "Staff",
        "Steering",
        "Team",
        "Website",
    ]
)
_PLACES_IN_TEXT_AND_TIME = re.compile(
    r"(?:Annex|Appendix|Section|Chapter|Part|Article|Table|Figure|Box|Step|Session|Item|Stage|Level|Volume|Clause"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Africa|Europe|Asia|America|Oceania)\b"
)
_OPENING = frozenset(
    ["Now", "Meanwhile", "Afterwards", "Nowadays", "Yesterday", "Tomorrow", "Again", "Still"]
)
"""What may stand before a comma where a sentence begins, and is no name."""
_CALLED = r"(?:,?\s(?:called|named|entitled|titled|dubbed|known\sas|by\sthe\sname\sof|under\sthe\sname)\s(?:the\s)?)"


@cache
def _kinds(types: tuple[str, ...]) -> str:
    return alternatives(_heads(types))


def _heads(types: tuple[str, ...]) -> list[str]:
    return [
        head
        for head, kind in lexicon().heads.items()
        if kind in types and head not in _KINDS_LEFT_OUT and not head.endswith("s")
    ]


@cache
def _kind_phrases() -> Phrases:
    """All kinds that a name may be known by: a text without any introduces none."""
    return Phrases([*_heads((*_TYPES, "Programme", "Network", "Organisation", "Body")), "national"])


@cache
def _apposed() -> Cued:
    """A name, and behind a comma, a dash or "is" what it is: "Sure Scale, a training programme of …"."""
    return cued(
        rf"(?<![\w./&-])(?P<name>{_NAME})(?:\s\([^()]{{1,30}}\))?(?P<aside>\s[\u2013\u2014-]\s[^\u2013\u2014;.]{{4,90}}\s[\u2013\u2014-](?=\s(?:is|was)\s)|,\s(?:launched|created|founded|established|started|set\sup|initiated)\s[^,;.]{{3,90}},(?=\s(?:is|was)\s))?(?P<link>,|\s[\u2013\u2014]|\s\(|\s(?:is|was))\s?{_DETERMINER}\s{_ADJECTIVE}"
        rf"(?P<kind>{_kinds(_TYPES)}){_GOES_ON}"
    )


@cache
def _behind_kind() -> Cued:
    """What kind it is, and the name behind it: "the project Sure Scale", "an initiative called Sure Scale"."""
    actors = _kinds(("Network", "Organisation", "Body"))
    return cued(
        rf"\b(?i:{_DETERMINER})\s{_ADJECTIVE}(?:(?P<kind>{_kinds(('Programme',))})(?:{_CALLED}|\s)"
        rf"|(?P<apart>{_kinds(('Programme',))}),\s(?=[^,.;]{{2,60}},)"
        rf"|(?P<called>{actors}){_CALLED})"
        rf"(?P<name>{_NAME})(?![\w/(])"
    )


@cache
def _national() -> Cued:
    """A body known to be the only one of its kind in a country: "the national metrology institute, Sure Lab,"."""
    return cued(
        r"\b(?:[Tt]he|[Ii]ts|\w['\u2019]s)\s(?:[A-Z]\w+\s)?national\s(?:(?:metrology|accreditation|standards?|standardi[sz]ation"
        r"|measurement)\s)(?:institute|body|organi[sz]ation|authority|agency|service|office|centre|center),\s"
        rf"(?P<name>{_NAME})(?=,\s)"
    )


@cache
def _before_kind() -> Cued:
    """A name that looks like no other word, and its kind behind it: "its SureScale initiative"."""
    return cued(
        rf"(?:(?P<own>\b(?:[Ii]ts|[Tt]heir|[Oo]ur)\s)|\b[Tt]he\s|['\u2019]s\s|-(?:led|funded|run|based)\s)"
        r"(?P<name>(?![\w&/-]+-(?:led|funded|run|based|wide|financed)\b)[A-Z][\w-]{1,30}(?:\s[A-Z\d][\w-]{0,30}){0,2})"
        rf"\s(?P<kind>{_kinds(('Programme', 'Network'))})\b"
        r"(?!\s(?:teams?|managers?|partners?|leaders?|offices?|officers?|committees?)\b)"
    )


@cache
def _of_nation() -> re.Pattern[str]:
    """A name behind the nation and the kind of an organisation: "the Turkish company Fine Scales"."""
    kinds = (
        "company|association|institute|laboratory|firm|manufacturer|agency|foundation|federation|institution|society"
        "|start-up|consultancy|certifier|organisation|organization|bank|regulator|union|network|NGO|council|centre|center"
    )
    return re.compile(
        rf"\b(?:[Tt]he|[Aa]n?)\s(?:[A-Z][a-z]+(?:an|ish|ese|ch|ic|i|er)|German|French|Dutch|Greek|Swiss|Czech)\s(?:[a-z-]+\s){{0,2}}"
        rf"(?P<kind>{kinds})\s(?P<name>{_NAME})(?!\w)"
    )


def introduce_by_kind(names: Names, text: str) -> None:
    """Let names that say not what they name be known in the whole document by the kind beside them.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of the block.
    """
    for start, stop, kind, further in _named(text):
        name = text[start:stop]
        if not _is_new(names, text, start, name, kind):
            continue
        thing = names.things.find(name) or names.things.add(Thing(kind, name))
        if thing.type != kind:
            continue
        names.things.add(thing, further)
        for surface in [name, *further]:
            names.known.introduce(surface, thing)


def _named(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Where a name stands, of what type it is, and its further names."""
    heads = lexicon().heads
    if not _kind_phrases().stand_in(text):
        return
    for match in _apposed().finditer(text):
        start, name = match.start("name"), match.group("name")
        if " " not in name and not _looks_own(name) and not _may_be_name(text, match):
            continue
        if not _NOT_BEHIND.search(text[max(0, start - 14) : start]):
            yield *match.span("name"), heads[match.group("kind")], []
    for match in _behind_kind().finditer(text):
        kind = match.group("kind") or match.group("apart") or match.group("called")
        yield *match.span("name"), heads[kind], [f"{match.group('name')} {kind}"]
    for match in _of_nation().finditer(text):
        kind = "Network" if match.group("kind") == "network" else "Organisation"
        yield *match.span("name"), kind, []
    for match in _national().finditer(text):
        yield *match.span("name"), "Organisation", []
    for match in _before_kind().finditer(text):
        name = match.group("name")
        if _looks_own(name) or (match.group("own") and name.isupper()):
            yield *match.span("name"), heads[match.group("kind")], [f"{name} {match.group('kind')}"]


def _may_be_name(text: str, match: re.Match[str]) -> bool:
    """Whether one word with a capital is a name, though a sentence may begin with it: "Justlab, an institute of …,"."""
    start, name = match.start("name"), match.group("name")
    if match.group("aside"):
        return True
    if start and text[start - 2 : start - 1] not in (".", "!", "?", ":"):
        return True
    closed = re.compile(r"[^,.;]{0,150},").match(text, match.end())
    plain = name.endswith("ly") or re.search(rf"\b{re.escape(name.lower())}\b", text) or name in _OPENING
    return match.group("link") == "," and closed is not None and not plain


def _looks_own(name: str) -> bool:
    """Whether a name is written like no word and no acronym: "BrightLab", "Scale4All"."""
    first = name.split()[0]
    return not first.isupper() and any(c.isupper() or c.isdigit() for c in first[1:].replace("-", ""))


def _is_new(names: Names, text: str, start: int, name: str, kind: str) -> bool:
    """Whether capitals may be a name of that type that nothing else tells."""
    words = name.split()
    plain = words[0] in lexicon().sentence_words or words[0].rstrip("s").lower() in lexicon().heads
    if any(word in _ROLES for word in words) or name in lexicon().countries or (plain and len(words) == 1):
        return False
    if (
        words[0] in ("The", "This", "It", "A", "An", "Its", "Our", "These")
        or name.rstrip("s") in lexicon().not_organisations
    ):
        return False
    if words[0] in lexicon().given or words[0].rstrip(".") in lexicon().titles or len(name) < 3:
        return False
    if len(words) > 1 and lexicon().head_type(name) is not None:
        return False
    if names.known.introduced.get(name) is not None or _PLACES_IN_TEXT_AND_TIME.match(name):
        return False
    return not any(
        m.start == 0 or m.stop == len(name) or m.type == "Organisation" for m in names.known.find(name)
    )
