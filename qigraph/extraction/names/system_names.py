"""Databases, portals and the like, as they are named: "the X portal", "a database called X", "X, a register of …"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Thing
from qigraph.schema import ACTORS

__all__ = ["introduce_systems"]

_KIND = (
    r"(?:(?:information|notification|alert|exchange|management|online|web|data|knowledge|learning"
    r"|e-learning|trade|comparison"
    r"|certificate|reporting|registration)\s){0,2}"
    r"(?:database|data\sbase|databank|portal|platform|register|registry|repository|dashboard|system|tool"
    r"|catalogue|app|hub|single\swindow|search\sengine|clearing\shouse|knowledge\sbase|archive|calendar)"
)
_KINDS = (
    *(
        "data",
        "portal",
        "platform",
        "regist",
        "repository",
        "dashboard",
        "system",
        "tool",
        "catalogue",
        "app",
        "hub",
        "window",
        "engine",
        "service",
        "archive",
        "calendar",
        "clearing",
    ),
)
"""What every kind has in it."""
_WORD = r"[A-Z\u00c0-\u00de0-9][\w/&'\u2013-]{0,40}"
_NAME = (
    rf"(?:[a-z]{{1,2}}[A-Z][\w-]{{0,40}}|(?!(?:The|This|A|An"
    rf"|It)\b)[A-Z\u00c0-\u00de][\w/&-]{{1,40}}(?:\s(?:(?:of|for"
    rf"|and|on|the)\s){{0,2}}{_WORD}){{0,5}})"
)
_CALLED = cued(
    rf"\b{_KIND}[,\s]\s?\(?(?:called|named|known\sas|entitled|titled"
    rf"|by\sthe\sname\sof)\s(?:the\s)?\"?(?P<name>{_NAME})"
)
_IS_A = re.compile(
    rf"(?<![\w./&-])(?P<name>(?!(?:There|Here|What|Which|Each|He|She)\b){_NAME})(?P<link>,|\s(?:is"
    rf"|was))\s(?:a|an|the|its|our|their)\s(?:[a-z][\w-]*\s){{0,3}}?(?P<kind>{_KIND})\b"
    r"(?=\s(?:of|for|that|which|on|with|to|in|where|listing|containing|covering|holding|opened|launched"
    r"|maintained|run|hosted|operated|kept|managed|administered|opened|set\sup)\b|[.,;])"
)
_KIND_THEN_NAME = cued(
    r"\b(?:database|data\sbase|databank|portal|platform|register|registry|repository|dashboard"
    r"|search\sengine|time\sservice"
    r"|alert\sservice|single\swindow|knowledge\sbase|web\stool|online\stool|calendar)(?:\s(?:of"
    r"|for|on)\s[a-z][a-z -]{2,50})?,?\s\"?"
    r"(?P<name>(?=[\w-]*[A-Z0-9][\w-]*[A-Z0-9])[A-Z\u00c0-\u00de][\w-]{2,30})\"?(?=[,.;:)]"
    r"|\s(?![A-Z\u00c0-\u00de])|$)(?!'s)"
)
"""The name behind its kind: "the comparisons database, LAKECOMP,"."""
_BEFORE_KIND = cued(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]|[Aa]n|new|online)\s(?P<name>(?P<bare>{_NAME})\s"
    r"(?:(?:online|web|data|public|international|national|regional|central|common|joint|global"
    r"|shared)\s)?(?:database|portal|platform|register"
    r"|registry|repository|dashboard))\b(?!\s(?:of|for|on)\s[a-z]+\s(?:is|are)\b)(?![\w-])"
)
_KIND_LAST = re.compile(
    r"\s(?:(?:online|web|data|information|alert|notification)\s)?(?:database|portal|platform"
    r"|register|registry|repository"
    r"|dashboard|system|tool)$"
)
_WEAK = ("system", "tool", "catalogue", "app", "hub", "platform")
_COMMON = frozenset(
    ["Internet", "Web", "Online", "National", "International", "Regional", "Global", "European", "Digital"]
)


def introduce_systems(names: Names, text: str) -> None:
    """Let the systems that a block names be known in the whole document.

    Parameters
    ----------
    names : Names
        The names of the document.
    text : str
        Of the block.
    """
    for name, further in _named(text):
        if names.known.introduced.get(name) or _is_actor(names, name):
            continue
        thing = (
            names.things.find(name)
            or _known_system(names, further)
            or names.things.add(Thing("System", name))
        )
        if thing.type != "System":
            continue
        names.known.introduce(name, thing)
        thing.call(*(short for short in _without_kind(name) if not _is_actor(names, short)))
        for other in further:
            if not _is_actor(names, other) and names.things.find(other) is None:
                names.things.add(thing, [other])
                names.known.introduce(other, thing)


def _without_kind(name: str) -> list[str]:
    """ "FISHSCALE Online" for "FISHSCALE Online database"."""
    short = _KIND_LAST.sub("", name)
    telling = any(sum(c.isupper() or c.isdigit() for c in word) > 1 for word in short.split())
    return [short] if short != name and telling else []


def _named(text: str) -> Iterator[tuple[str, list[str]]]:
    """Names of systems, each with further names."""
    if not holds(text, _KINDS):
        return
    for pattern in (_CALLED, _IS_A):
        for match in pattern.finditer(text):
            name = match.group("name")
            kind = lexicon().head_type(name) if " " in name else None
            told = pattern is _IS_A and match.group("link") != ","
            if told and " " not in name and sum(c.isupper() or c.isdigit() for c in name) < 2:
                continue
            weak = pattern is _IS_A and match.group("kind").rpartition(" ")[2] in _WEAK
            if weak and (" " in name or sum(c.isupper() or c.isdigit() for c in name) < 2):
                continue
            if name not in _COMMON and (kind is None or kind[0] in ("System", "Publication")):
                yield name, []
    yield from ((match.group("name"), []) for match in _KIND_THEN_NAME.finditer(text))
    for match in _BEFORE_KIND.finditer(text):
        bare = match.group("bare")
        kind = lexicon().head_type(bare) if " " in bare else None
        if bare in _COMMON or (kind is not None and kind[0] not in ("System", *ACTORS)):
            continue
        telling = sum(c.isupper() or c.isdigit() for c in bare) > 1 and " " not in bare
        yield match.group("name"), [bare] if telling else []


def _known_system(names: Names, further: list[str]) -> Thing | None:
    """What "KCDB database" is when the KCDB is known."""
    known = (names.known.find(name) for name in further)
    return next((found[0].thing for found in known if found and found[0].type == "System"), None)


def _is_actor(names: Names, name: str) -> bool:
    found = names.known.find(name)
    return bool(found) and found[0].start == 0 and found[0].stop == len(name) and found[0].type != "System"
