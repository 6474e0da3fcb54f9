"""Publications and decisions without a name of their own: "published a guide on scales", "an OECD study"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.document_itself import itself
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.names.product_kinds import NEW_PRODUCT, TYPE_OF_KIND
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["nameless_products"]

_SYSTEMS = (
    "database|data base|portal|online platform|digital platform|web platform|register"
    "|registry|repository|dashboard"
)
_MADE = cued(
    r"\b(?:publish\w*|issu(?:ed|es)|releas(?:ed|es)|launch(?:ed|es)|produc(?:ed|es)|adopt(?:ed|s|ion)"
    r"|develop(?:ed|s)|"
    r"approv(?:ed|es|al)|endors(?:ed|es)|brought out|put out|prepared|wrote|written|drafted|compiled"
    r"|elaborated|"
    r"agreed on|according to|in (?:its|their) |drew up|drawn up|unveil\w+|review(?:ed|s)"
    r"|revis(?:ed|es)|contribut\w+"
    r"|commented|translated)\b",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts"
    rf"|[Oo]ur)\s(?:own\s)?(?P<phrase>(?:[a-z][a-z-]*\s){{0,3}}?(?P<head>{_SYSTEMS}))\b(?![-\w])"
    r"(?P<tail>\s(?:on|for|of)\s(?:the\s|all\s)?[\w'/-]+"
    r"(?:\s(?!which\b|that\b|was\b|were\b|is\b|has\b|have\b|in\s(?:\d|[A-Z][a-z]+\s\d)|by\b|with\b"
    r"|at\b)[\w'/-]+){0,5})?"
)
_KEPT = re.compile(
    r"\b(?:maintain\w*|host(?:s|ed)?|operat(?:es|ed)|run|runs|keeps|kept|manag(?:es|ed)|administ\w+"
    r"|updat(?:es|ed)|launched|"
    r"custodian|keeper|look(?:s|ed)? after|provides|offers|entrusted|handed over|servers?|upkeep"
    r"|in the (?:care|hands) of)\b"
)
_ANY_ONE = frozenset(
    ["same", "new", "said", "present", "whole", "other", "old", "current", "latest", "single"]
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
    r"compendium|guidance document|newsletter|journal|bulletin|magazine|glossary"
    r"|webpage))"
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
_SYSTEM_KINDS = ("database", "data base", "portal", "platform", "regist", "repository", "dashboard")
"""What the nouns of these kinds have in them."""
_RULES_OF_ACTOR = re.compile(
    r"(?:'s)?\s(?P<head>principles|guidelines|guidance|recommendations?|model law|code of (?:good )?practice"
    r"|code of conduct)"
    r"(?P<tail>\s(?:of|on|for)\s(?:the\s)?[a-z][\w-]*(?:\s(?!which\b|that\b|was\b|were\b|is\b"
    r"|are\b|in\b|by\b|with\b|at\b"
    r"|has\b|have\b|as\b|to\b)[\w-]+){0,6})"
)
"""What an organisation's rules are on: "the OECD principles of good practice"."""
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
    if text.startswith("A ") or holds(text, ("This ", "this ", "edition", "version")):
        found += itself(names, block, [*firm, *found])
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
        for match in NEW_PRODUCT.finditer(text, start, stop):
            several = match.group("phrases") is not None
            phrase, head, tail, at = _parts(match)
            if _NOT_A_NAME.search(phrase[: -len(head)]) or not _free(at, at + len(phrase), [*firm, *found]):
                continue
            end = at + len(phrase)
            if (
                _named_next(text, end, firm)
                or _named_next(text, match.end(), firm)
                or (phrase == head and not tail and phrase in _VAGUE)
            ):
                continue
            thing = _product(match)
            if several and any(
                m.type in ("Publication", "Instrument") and end <= m.start < stop for m in firm
            ):
                continue
            names.things.all.append(thing)
            if match.group("det") in ("its", "their") and tail:
                _of_the_one_named(names, block, start, at, end + len(tail), thing, firm)
            begin = match.start("phrase_set") if match.group("phrase_set") else at
            found.append(Mention(begin, end, [thing], thing.type, False))
    return found


def _of_the_one_named(
    names: Names, block: Block, start: int, at: int, end: int, thing: Thing, firm: list[Mention]
) -> None:
    """ "As KEBS tells in its guide on scales": whose guide it is stands in the same sentence."""
    actors = {id(m.thing): m.thing for m in firm if m.type in ACTORS and start <= m.start < at}
    if len(actors) == 1:
        names.own(block, at, end, thing, list(actors.values()))


def _parts(match: "re.Match[str]") -> tuple[str, str, str, int]:
    """What a product is called, its noun, what it is on, and where it stands."""
    s = "s" if match.group("phrases") is not None else ""
    tail = _UNFINISHED.sub("", match.group(f"tail{s}") or "")
    return match.group(f"phrase{s}"), match.group(f"head{s}"), tail, match.start(f"phrase{s}")


def _product(match: "re.Match[str]") -> Thing:
    phrase, head, tail, _ = _parts(match)
    thing = Thing(TYPE_OF_KIND[head], f"{phrase}{tail}", own=False)
    thing.call(phrase, head, f"{head}{tail}")
    if match.group("phrase_set"):
        thing.call(f"{match.group('phrase_set')} {phrase}{tail}", f"{match.group('phrase_set')} {phrase}")
    if titled := _ENTITLED.match(match.string, match.end("phrase")):
        title = titled.group("title").strip(" ,.")
        thing.call(title, f"{phrase} {title}")
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
            phrase, head = match.group("phrase"), match.group("head")
            tail = _UNFINISHED.sub("", match.group("tail") or "")
            begin, end = match.span("phrase")
            if not tail and (phrase == head or phrase.split()[0] in _ANY_ONE):
                continue
            named = any(
                m.type == "System" and (m.stop + 2 == match.start() or 0 < m.start - match.end("phrase") < 4)
                for m in firm
            )
            if named or _NOT_A_NAME.search(phrase[: -len(head)]) or not _free(begin, end, firm):
                continue
            thing = Thing("System", f"{phrase}{tail}", own=False)
            thing.call(phrase, head, f"{head}{tail}")
            names.things.all.append(thing)
            found.append(Mention(begin, end, [thing], thing.type, False))
    return found


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
