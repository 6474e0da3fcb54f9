"""Names written in small letters: "working group on …" and "X initiative on …"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["small_names"]

_SMALL = re.compile(
    r"\b(?P<head>(?:[Jj]oint |[Tt]echnical |[Aa]d hoc )?(?:[Ww]orking [Gg]roup|"
    r"[Tt]ask [Ff]orce|[Tt]ask [Gg]roup|[Tt]echnical [Cc]ommittee|[Ss]ub-?committee|[Ss]teering [Cc]ommittee"
    r"|[Ee]xpert [Gg]roup|[Aa]dvisory [Gg]roup|[Ss]tudy [Gg]roup|[Ff]ocus [Gg]roup|[Dd]rafting [Gg]roup"
    r"|[Pp]roject [Gg]roup|[Ss]teering [Gg]roup|[Cc]oordination [Gg]roup|[Aa]dvisory [Cc]ommittee"
    r"|initiative|programme|project|campaign))s? (?:on|"
    r"for) (?P<topic>(?!(?:their|its|our|his|her|this|these|those|all|each|any|both)\b)"
    r"(?:the )?[A-Za-z][\w-]+(?:(?:,| and| of| on| for| in| among|"
    r" between| the) ?[\w-]+| [\w-]+){0,7})"
)
_HEADS = ("roup", "orce", "ommittee", "initiative", "programme", "project", "campaign")
"""What every head has in it."""
_STOP = re.compile(
    r"\s(?:which|that|who|was|were|is|are|has|have|had|will|as|to|met|by|with|held|aiming|designed|launched|funded|"
    r"at|under|within|in \d)\b.*$|[,;]\s.*$"
)
_INDEFINITE = re.compile(r"\b(?:a|an|its|their|our|joint|new)\s$")
_UNDERTAKINGS = frozenset(["initiative", "programme", "project", "campaign"])
_ITS = re.compile(r"\b(?:its|their)\s$")
_BEFORE_HEAD = re.compile(r"(?:'s)?\s|\s(?:and|&)\s(?:the\s)?|-|/")


def small_names(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """Mentions of groups and undertakings that are named by what they are on, though written small."""
    text = block.text
    found: list[Mention] = []
    if not holds(text, _HEADS):
        return found
    for match in _SMALL.finditer(text):
        topic = _STOP.sub("", match.group("topic"))
        stop = match.start("topic") + len(topic)
        name = f"{match.group('head')} {text[match.end('head') :].lstrip('s ').split(' ', 1)[0]} {topic}"
        several = text.startswith("s ", match.end("head"))
        if several and re.match(r"\w+ing\b", topic) and match.group("head").lower() not in _UNDERTAKINGS:
            continue
        if topic[:1].isupper() and match.group("head").lower() not in _UNDERTAKINGS:
            continue
        kind = (lexicon().head_type(match.group("head")) or ("Body", ""))[0]
        thing = (
            names.things.find(name)
            or _named_between(firm, match.end("head"), stop, kind)
            or names.things.add(Thing(kind, name))
        )
        start, owners = _owners_before(text, match.start(), firm)
        if thing.type == "Programme" and not owners and not _INDEFINITE.search(text[:start]):
            continue
        if owners:
            thing.call(text[start:stop])
            names.own(block, start, stop, thing, owners)
        found.append(Mention(match.start(), stop, [thing], thing.type))
    return found


def _named_between(firm: list[Mention], start: int, stop: int, kind: str) -> Thing | None:
    """The name after "initiative on", if it is one."""
    return next((m.thing for m in firm if start <= m.start and m.stop <= stop and m.type == kind), None)


def _owners_before(text: str, start: int, firm: list[Mention]) -> tuple[int, list[Thing]]:
    """Where the name begins with its owners, and these."""
    owners: list[Thing] = []
    if _ITS.search(text[:start]):
        before = [m for m in firm if m.stop <= start and m.type in ACTORS]
        return start, before[-1].things[:1] if before else []
    for owner in reversed([m for m in firm if m.stop <= start and m.type in ACTORS]):
        if not _BEFORE_HEAD.fullmatch(text, owner.stop, start):
            break
        start = owner.start
        owners.insert(0, owner.thing)
    return start, owners
