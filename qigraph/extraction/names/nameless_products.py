"""Publications and decisions without a name of their own: "published a guide on scales", "an OECD study"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["nameless_products"]

_HEADS = {
    "Publication": (
        "report|annual report|study|guide|guidebook|brochure|booklet|leaflet|handbook|toolkit|"
        "white paper|position paper|policy brief|working paper|roadmap|publication|manual|compendium"
        "|fact sheet|factsheet|survey|newsletter|"
        "primer|glossary|guidance document|discussion paper|position statement"
    ),
    "Instrument": (
        "guidelines|guideline|recommendation|resolution|definition|code of practice|code of conduct"
        "|technical report|"
        "technical specification|standard|law|regulation|strategy|strategic plan|declaration of principles"
    ),
}
_SYSTEMS = (
    "database|portal|online platform|digital platform|web platform|register|registry|repository|dashboard"
)
_TYPE = {head: kind for kind, heads in _HEADS.items() for head in heads.split("|")}
_HEAD = "|".join(sorted(_TYPE, key=lambda head: (-len(head), head)))
_NEW = re.compile(
    rf"\b(?P<det>[Aa]n?|[Ii]ts|"
    rf"(?:published|issued|released|adopted|developed|prepared|drafted|elaborated|produced)"
    rf"(?=\s[a-z -]{{0,30}}guidelines\b)|"
    rf"[Oo]ur|[Aa]nother|[Tt]he(?=\s[a-z]+\s(?:on|about)\s[^.;]{{5,90}}\s(?:was|were)\s(?:\w+ly\s)?(?:issued|published|released"
    rf"|launched|produced|prepared|brought\sout))"
    rf"|[Tt]he (?:first|new|joint|latest)|[Ii]ts (?:first|new|joint|latest)|[Tt]he world's first)\s"
    rf"(?P<phrase>(?:[a-z][a-z-]*\s){{0,3}}?(?P<head>{_HEAD}))\b(?![-\w])"
    r"(?P<tail>\s(?:on|for|about|to|of)\s(?:the\s|a\s)?[\w'\"/-]+"
    r"(?:\s(?!which\b|that\b|was\b|were\b|is\b|in\b|by\b|with\b|at\b)[\w'\"/-]+){0,6})?"
)
_MADE = cued(
    r"\b(?:publish\w*|issu(?:ed|es)|releas(?:ed|es)|launch(?:ed|es)|produc(?:ed|es)|adopt(?:ed|s|ion)"
    r"|develop(?:ed|s)|"
    r"approv(?:ed|es|al)|endors(?:ed|es)|brought out|put out|prepared|wrote|written|drafted|compiled"
    r"|elaborated|"
    r"agreed on|according to|drew up|drawn up)\b",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur)\s(?:own\s)?(?P<phrase>(?:[a-z][a-z-]*\s){{0,3}}?(?P<head>{_SYSTEMS}))\b(?![-\w])"
    r"(?P<tail>\s(?:on|for|of)\s(?:the\s|all\s)?[\w'/-]+"
    r"(?:\s(?!which\b|that\b|was\b|were\b|is\b|in\b|by\b|with\b|at\b)[\w'/-]+){0,4})"
)
_KEPT = re.compile(
    r"\b(?:maintain\w*|host(?:s|ed)?|operat(?:es|ed)|run|runs|keeps|kept|manag(?:es|ed)|administ\w+"
    r"|updat(?:es|ed)|launched|"
    r"custodian|look(?:s|ed)? after|provides|offers)\b"
)
_VAGUE = frozenset(
    ["standard", "law", "regulation", "recommendation", "guideline", "guidelines", "strategy", "definition"]
)
_NOT_A_NAME = re.compile(
    r"\b(?:the|a|an|and|or|of|to|in|by|for|was|is|were|are|has|have|which|that|draft|planned|proposed"
    r"|possible|future|"
    r"short|verbal|oral|brief|progress|status|similar|other|such|national|minimum|given|single)\b"
)
_OF_ACTOR = re.compile(
    r"(?:'s)?\s(?P<phrase>(?:(?:new|joint|recent|technical|practical|online|official|flagship)\s)?"
    r"(?:publication|study|brochure|guide|guidebook|handbook|"
    r"leaflet|booklet|toolkit|policy brief|white paper|position paper|guidelines|annual report|"
    r"compendium|guidance document))"
    r"\b(?![-\w])"
)
_DETERMINED = re.compile(r"\b(?:[Tt]his|[Tt]he|[Aa]n?|[Nn]ew|[Rr]ecent)\s(?:new\s|recent\s|joint\s)?$")
_NAMED_NEXT = re.compile(
    r"(?:\s(?:by|of|from)\s[^,.;\"]{2,80})?[,:]?\s(?:\([^()]*\)\s)?(?:the\s|entitled\s|called\s|titled\s"
    r"|on\s)?\"?"
)
_NAMED_KIND = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?P<name>[A-Z][\w'-]+(?:\s(?:(?:of|for|and|on|in|the"
    r"|to)\s){0,2}[A-Z][\w'-]+){1,7})"
    r"\s(?P<head>brochure|leaflet|booklet|handbook|guidebook|toolkit|newsletter|bulletin|report|guide"
    r"|publication)\b(?![-\w])"
)
_NAMED_KINDS = (
    "bro",
    "leaflet",
    "booklet",
    "book",
    "toolkit",
    "letter",
    "bulletin",
    "report",
    "guide",
    "publication",
)
_SYSTEM_KINDS = ("database", "portal", "platform", "regist", "repository", "dashboard")
"""What the nouns of these kinds have in them."""
_RULES_OF_ACTOR = re.compile(
    r"(?:'s)?\s(?P<head>principles|guidelines|guidance|recommendations?|model law|code of (?:good )?practice"
    r"|code of conduct)"
    r"(?P<tail>\s(?:of|on|for)\s(?:the\s)?[a-z][\w-]*(?:\s(?!which\b|that\b|was\b|were\b|is\b|are\b|in\b|by\b|with\b|at\b"
    r"|has\b|have\b|as\b|to\b)[\w-]+){0,6})"
)
"""What an organisation's rules are on: "the OECD principles of good practice"."""
_ANY = ("document", "paper", "work", "edition")
_THIS = re.compile(
    r"\b[Tt]his\s(?P<head>publication|report|brochure|booklet|leaflet|handbook|study|toolkit|"
    r"newsletter|white paper|guide|document|paper|edition|work(?=\s(?:is|was)\s(?:published|issued|a\sproduct)))\b"
)
_GENERIC = re.compile(
    r"(?:\W|\d)*(?:about|introduction|background|foreword|preface|acknowledg|executive|disclaimer|contents|summary|how|why|what"
    r"|who|purpose|scope|objective|overview|description|part|annex|chapter|section|note)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 25
"""Words of a heading that may be a title."""
_UNFINISHED = re.compile(r"(?:\s(?:and|of|the|for|on|to|a|an|or|with|in|at|by|from))+$")
_TITLED_NEXT = re.compile(r"\b(?:entitled|titled):?\s(?:the\s)?$")
_NEAR = 60
_ENTITLED = re.compile(r"[^.;]{0,160}?\b(?:entitled|titled|called)[,:]?\s\"(?P<title>[^\"]{5,200})\"")


def nameless_products(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """What a block says was published or adopted without giving it a name.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    firm : list of Mention
        All that has a name.
    """
    if block.kind == "heading":
        return []
    text = block.text
    found = _of_actors(names, block, firm)
    found += _rules(names, block, [*firm, *found])
    if holds(text, ("This ", "this ")):
        found += _itself(names, block, [*firm, *found])
    if holds(text, _NAMED_KINDS):
        found += _named_kinds(names, block, [*firm, *found])
    if holds(text, _SYSTEM_KINDS):
        found += _systems(names, block, [*firm, *found])
    led = block.kind == "item" and block.lead is not None and bool(_MADE.search(block.lead.text))
    if not led and not _MADE.search(text):
        return found
    for start, stop in block.sentences:
        if not led and not _MADE.search(text, start, stop):
            continue
        for match in _NEW.finditer(text, start, stop):
            phrase = match.group("phrase")
            begin, end = match.span("phrase")
            if _NOT_A_NAME.search(phrase[: -len(match.group("head"))]) or not _free(
                begin, end, [*firm, *found]
            ):
                continue
            bare = phrase == match.group("head") and not match.group("tail")
            if _named_next(text, end, firm) or (bare and phrase in _VAGUE):
                continue
            thing = _product(names, match)
            found.append(Mention(begin, end, [thing], thing.type, False))
    return found


def _product(names: Names, match: "re.Match[str]") -> Thing:
    phrase, head, tail = (
        match.group("phrase"),
        match.group("head"),
        _UNFINISHED.sub("", match.group("tail") or ""),
    )
    thing = Thing(_TYPE[head], f"{phrase}{tail}", own=False)
    thing.call(phrase, head, f"{head}{tail}")
    if titled := _ENTITLED.match(match.string, match.end("phrase")):
        title = titled.group("title").strip(" ,.")
        thing.call(title, f"{phrase} {title}")
    names.things.all.append(thing)
    return thing


def _of_actors(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "This UNECE publication": whose it is stands in front."""
    text = block.text
    found = []
    for actor in firm:
        after = _OF_ACTOR.match(text, actor.stop) if actor.type in ACTORS else None
        before = _DETERMINED.search(text, max(0, actor.start - 24), actor.start)
        if after is None or not (before or text.startswith("'s", actor.stop)):
            continue
        begin, stop = after.span("phrase")
        if not _free(begin, stop, firm) or _named_next(text, stop, firm):
            continue
        phrase = after.group("phrase")
        name = f"{text[actor.start : actor.stop]} {phrase}"
        thing = names.things.find(name)
        if thing is None:
            thing = names.things.add(Thing("Publication", name, own=False), [phrase, phrase.split()[-1]])
        names.own(block, actor.start, stop, thing, [actor.thing])
        found.append(Mention(begin, stop, [thing], thing.type, False))
    return found


def _rules(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "The OIML guidelines on honest weighing": whose they are stands in front."""
    found = []
    for actor in firm:
        rules = _RULES_OF_ACTOR.match(block.text, actor.stop) if actor.type in ACTORS else None
        if rules is None or not re.search(r"\b[Tt]he\s$", block.text[max(0, actor.start - 4) : actor.start]):
            continue
        begin, stop = rules.span("head")[0], rules.end("tail")
        others = [m for m in firm if m.type != "Topic"]
        if not _free(begin, stop, others):
            continue
        phrase = f"{rules.group('head')}{rules.group('tail')}"
        name = f"{block.text[actor.start : actor.stop]} {phrase}"
        thing = names.things.find(name) or names.things.add(Thing("Instrument", name, own=False), [phrase])
        names.own(block, actor.start, stop, thing, [actor.thing])
        found.append(Mention(begin, stop, [thing], thing.type))
    return found


def _named_kinds(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "The Weights for Africa handbook": a title, and the kind behind it written small."""
    found = []
    for match in _NAMED_KIND.finditer(block.text):
        begin, stop = match.start("name"), match.end()
        if not _free(begin, stop, firm):
            continue
        name = match.group("name")
        thing = names.things.find(name)
        if thing is None or thing.type not in ("Publication", "Instrument"):
            thing = names.things.add(Thing("Publication", name), [f"{name} {match.group('head')}"])
        found.append(Mention(begin, stop, [thing], thing.type))
    return found


def _systems(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "A database of certificates", where the sentence says that somebody keeps it."""
    found = []
    for start, stop in block.sentences:
        if not _KEPT.search(block.text, start, stop):
            continue
        for match in _SYSTEM.finditer(block.text, start, stop):
            phrase, head, tail = match.group("phrase"), match.group("head"), match.group("tail")
            begin, end = match.span("phrase")
            named = any(m.type == "System" and m.stop + 2 == match.start() for m in firm)
            if named or _NOT_A_NAME.search(phrase[: -len(head)]) or not _free(begin, end, firm):
                continue
            thing = Thing("System", f"{phrase}{tail}", own=False)
            thing.call(phrase, head, f"{head}{tail}")
            names.things.all.append(thing)
            found.append(Mention(begin, end, [thing], thing.type, False))
    return found


def _itself(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """ "This brochure", where the document has spoken of no other: the document itself."""
    found = []
    for match in _THIS.finditer(block.text):
        head = match.group("head")
        products = [thing for thing in names.things.all if thing.type in ("Publication", "Instrument")]
        if not _free(match.start(), match.end(), firm):
            continue
        if (headed := _headed(names, block, match)) is not None:
            found.append(Mention(match.start(), match.end(), [headed], headed.type, False))
            continue
        if not names.title or _HEADS_ANYTHING.fullmatch(names.title):
            continue
        itself = names.things.find(f"this {head}")
        if itself is None:
            named = head in _ANY if products else False
            if named or any(
                head in name.lower() for thing in products for name in (thing.label, *thing.names)
            ):
                continue
            itself = names.things.find(names.title)
            if itself is None or itself.type != "Publication":
                itself = Thing("Publication", names.title, own=False)
            names.things.add(itself, [f"this {head}"])
            itself.call(head)
        found.append(Mention(match.start(), match.end(), [itself], itself.type, False))
    return found


_HEADS_ANYTHING = re.compile(
    r"\W*(?:(?:key|main|executive|general|more|about|the|our|latest)\s)*(?:messages?|highlights|findings|summary|abstract"
    r"|foreword|introduction|overview|background|contents|news|press release|publications?|reports?|documents?"
    r"|information|home)\W*",
    re.IGNORECASE,
)
"""Headings that are no title of anything."""


def _headed(names: Names, block: Block, match: re.Match[str]) -> Thing | None:
    """What a section speaks of that begins with "This document": what its heading names."""
    title = block.heading.text.strip(" .") if block.heading is not None and block.heading.row is None else ""
    words = title.split()
    if (
        match.start() > 0
        or not _FEWEST <= len(words) <= _MOST
        or title == names.title
        or words[0] == "By"
        or _GENERIC.match(title)
    ):
        return None
    thing = names.things.find(title)
    if thing is None:
        thing = Thing("Publication", title, own=False)
        thing.call(match.group("head"))
        names.things.add(thing)
    return thing if thing.type in ("Publication", "Instrument") else None


def _named_next(text: str, stop: int, firm: list[Mention]) -> bool:
    """Whether its name follows: "a guide, the Handbook of Scales"."""
    if any(
        m.start - stop < _NEAR and _TITLED_NEXT.search(text[stop : m.start]) for m in firm if m.start > stop
    ):
        return True
    gap = _NAMED_NEXT.match(text, stop)
    begins = {m.start for m in firm if m.type in ("Publication", "Instrument", "Agreement")}
    return gap is not None and any(at in begins for at in (gap.end(), gap.end() - 1))


def _free(start: int, stop: int, mentions: list[Mention]) -> bool:
    return all(stop <= m.start or m.stop <= start for m in mentions)
