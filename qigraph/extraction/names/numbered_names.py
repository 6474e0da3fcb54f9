"""Things known by their number: "ISO/TC 307", "WG 5", "UNECE Recommendation D on Reference to Standards"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.name_runs import without_note
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["numbered_bodies", "titled_instrument"]

_BODY = re.compile(
    r"(?<![\w/])(?:(?P<owner>[A-Z][A-Za-z-]{1,9}(?:/(?:IEC|ISO))?)(?P<join>/|"
    r"\s))?(?P<code>(?:TC|SC|WG|J[TW][CG]|JSyC|PC|TG|SG|TF|CC|[A-Z]?(?:MT|TH|ST|CT|GT)[CNG]?)\s?\d{1,3}(?:\.\d{1,2}(?!\d))?"
    r"(?:/(?:SC|WG|TG)\s?\d{1,3})*|(?:Technical Committee|Working Group|Task Force|"
    r"Study Group|Task Group|Subcommittee)\s\d{1,3})(?!\w)"
)
_NAMED_BODY = re.compile(
    r"(?<![\w/])(?:SC|WG|TG|SG|JWG|AHG|TC)\s(?!\d|The\b|In\b|It\b|On\b|At\b)[A-Z][a-z]{2,}(?:\s(?:(?:and|&|of|for)\s)?[A-Z][a-z]{2,}){0,4}"
    r"(?=\s?(?:[(:]|\s[\u2013-]\s|$)|\s(?:is|was|has|had|met|meets|will|prepared|developed|published|issued)\b)"
)
"""A body by its kind and what it is for: "SC Hydrogen (convenor: J. Doe)"."""
_LONGEST_TITLE = 130
_DASHED_TITLE = re.compile(
    r"\s[\u2013\u2014-]\s(?P<title>(?:the\s)?[A-Z][\w'/-]*(?:\s[\w'/-]+){1,11}?)(?=[.,;)(]|\s?$"
    r"|\s[\u2013\u2014-]\s)"
)
_LISTED_TITLE = re.compile(
    r",?\s(?P<title>[A-Z][\w'/-]*(?:\s[\w'/-]+){1,11}?)(?=\s?$|\s[\u2013\u2014-]\s|[:;(]|\s\(|\.$"
    r"|,\s(?:19|20)\d\d\b)"
)
_TITLE_THEN_VERB = re.compile(
    r"\s(?P<title>[A-Z][\w'/-]*(?:,?\s[\w'/-]+){1,14}?)(?=,?\s(?:has|have|was|were|is)\s(?:now\s"
    r"|been\s|also\s)*"
    r"(?:published|issued|released|adopted|approved|revised|updated|available|withdrawn)\b)"
)
_QUOTED_TITLE = re.compile(
    r"(?:,|:|\s[\u2013\u2014-])?\s(?P<quote>[\"'])(?P<title>[A-Z][^\"'.;]{3,100})(?P=quote)(?!\w)"
)
_TITLE_IN_QUOTES = re.compile(
    r"(?:,|:|\s[\u2013\u2014-])?\s(?P<quote>[\"'])(?P<title>[A-Z][^\"]{4,160}?)[.,]?(?P=quote)(?!\w)"
)
_CODE = re.compile(r"[A-Z]{2,5}\d?-0\d{2}$")
_TITLE_OF_CODE = re.compile(
    r"[:,]?\s(?P<title>[A-Z][\w'/-]*(?:\s(?:(?:of|for|on|and|the|to"
    r"|in)\s(?![A-Z]{2,5}\d?-0)){0,3}[A-Z][\w'/&-]*){0,12})(?![\w-])"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|can|should|adopted|issued|published|specifies)\b"
)
_TITLE = re.compile(
    r"[A-Z][\w-]*(?:\s(?:(?:of|for|on|and|the|to|in|as|a|with|against)\s){0,3}[A-Z][\w-]*){0,14}"
)


def numbered_bodies(names: Names, block: Block) -> list[Mention]:
    """ "ISO/TC 307" and "WG 5": a body by number, in its document or in its owner."""
    found = []
    for match in _BODY.finditer(block.text):
        code = match.group("code")
        owner = names.actor(match.group("owner") or "")
        name = match.group() if owner else code
        start = match.start() if owner else match.start("code")
        thing = names.things.find(name) or names.things.add(Thing("Body", name, own=owner is not None))
        if thing.type != "Body":
            continue
        stop = match.end()
        if title := _QUOTED_TITLE.match(block.text, stop):
            stop = title.end()
            thing.call(title.group("title"), f"{name} {title.group('title')}", block.text[start:stop])
        found.append(Mention(start, stop, [thing], "Body"))
        if owner is not None or title:
            names.own(block, start, stop, thing, [owner] if owner is not None else [])
    for match in _NAMED_BODY.finditer(block.text):
        name = match.group()
        thing = names.things.find(name) or names.things.add(Thing("Body", name))
        if thing.type == "Body":
            found.append(Mention(match.start(), match.end(), [thing], "Body"))
    return found


def titled_instrument(names: Names, block: Block, mention: Mention, known: list[Mention]) -> Mention:
    """ "UNECE Recommendation D on Reference to Standards" is Recommendation D, with its owner and its title."""
    text, start, stop = block.text, mention.start, mention.stop
    on = re.match(r"\son\s(?:the\s)?(?=[A-Z])", text[stop:])
    if on and text[start:stop].startswith(("Recommendation", "Guide")):
        begin = stop + on.end()
        behind = _TITLE.match(text, begin)
        stop = without_note(text, behind.end()) if behind else stop
    start, stop, title = _with_title(block, start, stop)
    names.things.add(mention.thing, [title] if title else [])
    within = next((m for m in known if title and m.start == stop - len(title) and m.type in ACTORS), None)
    if within is not None:
        names.own(block, start, stop, mention.thing, [within.thing])
    registered = next((m for m in known if m.start <= start < m.stop and m.type == mention.type), None)
    if registered is not None:
        start = registered.start
        mention = Mention(mention.start, mention.stop, registered.things, registered.type)
    owner = next((m for m in known if m.stop == start - 1 and text[m.stop] == " " and m.type in ACTORS), None)
    if owner is not None:
        owners = [owner]
        while further := next((m for m in known if _joined(text, m, owners[0])), None):
            owners.insert(0, further)
        start = owners[0].start
        names.own(block, start, stop, mention.thing, [m.thing for m in owners])
    if text[start:stop] != text[mention.start : mention.stop]:
        names.things.add(
            mention.thing, [text[start:stop], text[mention.start : stop], text[start : mention.stop]]
        )
    return Mention(start, stop, mention.things, mention.type)


def _joined(text: str, left: Mention, right: Mention) -> bool:
    """Whether two owners stand together before a name: "APLMF/APMP Joint Guide 1"."""
    return left.type in ACTORS and text[left.stop : right.start] in ("/", "-", "\u2013")


def _with_title(block: Block, start: int, stop: int) -> tuple[int, int, str]:
    """A number with the title behind it: in quotes, after a dash, after a comma at the head of an item."""
    text = block.text
    if text[start - 1 : start] == '"':
        end = text.find('"', stop, stop + _LONGEST_TITLE)
        return (start - 1, end + 1, "") if end > 0 else (start, stop, "")
    if (quoted := _TITLE_IN_QUOTES.match(text, stop)) is not None:
        return start, quoted.end(), quoted.group("title")
    title = _DASHED_TITLE.match(text, stop)
    if title is None and block.kind == "item" and start < 3:
        title = _LISTED_TITLE.match(text, stop)
    if title is None and _CODE.match(text[start:stop]):
        title = _TITLE_OF_CODE.match(text, stop)
    if title is None:
        title = _TITLE_THEN_VERB.match(text, stop)
    if title is None or _CLAUSE.search(title.group("title")):
        return start, stop, ""
    return start, title.end(), title.group("title")
