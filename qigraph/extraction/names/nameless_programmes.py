"""Projects without a name of their own: "a quality infrastructure project for Peru", "its metrology programme"."""

import re

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.concepts import topic_mentions
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["nameless_programmes"]

_HEAD = r"project|programme|program|initiative|campaign"
_NEW = cued(
    rf"\b(?P<det>[Aa]n?|[Aa]nother|[Oo]ne|[Ii]ts|[Oo]ur|[Tt]heir|[Tt]he)\s"
    rf"(?:(?:new|major|large|small|joint|successful|key|first|second|third|further|recent|ongoing|current|regional|national"
    rf"|three-year|four-year|five-year|two-year|multi-year|pilot|further|bilateral|wider)\s){{0,3}}"
    rf"(?P<phrase>(?P<about>(?:[a-z][\w/-]*\s){{1,5}}?)(?P<head>{_HEAD}))\b(?![-\w])"
    r"(?P<tail>\s(?:for|in|on)\s(?:the\s)?[A-Z][\w-]*(?:(?:,\s|\s|\sand\s|\sof\s|\sthe\s)[A-Z][\w-]*){0,6})?"
)
_NOT_A_NAME = re.compile(
    r"\b(?:the|a|an|and|or|of|to|in|by|for|was|is|were|are|has|have|had|which|that|who|whose|its|their|draft|planned|proposed"
    r"|possible|potential|future|similar|other|such|given|whole|entire|same|own|more|next|work|degree|study|master|research"
    r"|reporting|software|computer|television|radio|with|from|on|as|at|under)\b"
)
_BEHIND = re.compile(
    r"\s(?:teams?|managers?|management|leaders?|partners?|staff|offices?|documents?|proposals?|budgets?|activities|cycles?"
    r"|committees?|results|period|sites?|office|areas?|portfolio|meetings?|workshops?)\b"
)
_AIMED = cued(
    rf"\b(?P<det>[Aa]n?|[Aa]nother|[Oo]ne|[Ii]ts|[Tt]heir)\s(?:(?!the\b|of\b|and\b)[a-z][\w-]*\s){{0,2}}?(?P<phrase>(?P<head>{_HEAD}))\b"
    r"(?P<tail>(?:,?\saim(?:ed|ing)\s(?:at|to)|\sto(?=\s(?:support|develop|improve|promote|strengthen|build|establish|help|enhance"
    r"|foster|moderni[sz]e|harmoni[sz]e|upgrade|assist|train|raise|increase|set|create|reduce|ensure|test|study)\b)"
    r"|\sin\sthe\s(?:fields?|areas?)\sof|\sdedicated\sto|\sdevoted\sto)"
    r"(?:\s(?!which\b|that\b|was\b|were\b|is\b|are\b|by\b|has\b|had\b|with\b|from\b|since\b)[\w'/-]+){1,8})"
)
"""A project that is told by what it is to do, where the sentence says that somebody carries it out or pays for it."""
_UNDERTAKEN = re.compile(
    r"\b(?:launch\w*|start(?:ed|s)|initiat\w+|set up|implement\w*|carr(?:y|ies|ied|ying) out|fund(?:ed|s|ing)?"
    r"|financ(?:ed|es|ing)|runs?|ran|running|conduct(?:ed|s|ing)"
    r"|leads?|led|leading|coordinat(?:es|ed|ing)|involved in|participat\w+ in"
    r"|part in|establish\w*|undert\w+|execut\w+|manag(?:es|ed|ing)|complet\w+|began|begun|sponsor\w*)\s[^.;:]{0,30}$"
)
_INDEFINITE = ("a", "an", "another", "one")
_QUALITY = re.compile(r"\bquality(?:\sinfrastructure|\smanagement|\sassurance)?\b")


def nameless_programmes(names: Names, block: Block, firm: list[Mention]) -> list[Mention]:
    """Mentions of undertakings that are told by what they are on, and where.

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
    found: list[Mention] = []
    for match in _NEW.finditer(block.text):
        begin, stop = match.start("phrase"), match.end()
        if not _tells(match) or not all(stop <= m.start or m.stop <= begin for m in [*firm, *found]):
            continue
        thing = _thing(names, match)
        if thing is None:
            continue
        owner = _owner(match, firm)
        if owner is not None:
            names.own(block, owner.start, stop, thing, [owner.thing])
        found.append(Mention(begin, stop, [thing], thing.type))
    for match in _AIMED.finditer(block.text):
        begin, stop = match.start("phrase"), match.end("phrase")
        if not all(stop <= m.start or m.stop <= begin for m in [*firm, *found]):
            continue
        if not _UNDERTAKEN.search(block.text, max(0, match.start() - 60), match.start()):
            continue
        thing = Thing("Programme", f"{match.group('phrase')}{match.group('tail')}", own=False)
        thing.call(match.group("phrase"))
        names.things.all.append(thing)
        found.append(Mention(begin, stop, [thing], thing.type, False))
    return found


def _tells(match: "re.Match[str]") -> bool:
    """Whether the words before the noun say which project it is: a topic, or quality, or else where it is."""
    about = match.group("about")
    if _NOT_A_NAME.search(about) or _BEHIND.match(match.string, match.end("head")):
        return False
    return bool(_QUALITY.search(about) or topic_mentions(match.group("phrase"), Things()))


def _thing(names: Names, match: "re.Match[str]") -> Thing | None:
    """The project that is spoken of again, or a new one; "the" speaks of none that is new."""
    phrase, tail, determiner = match.group("phrase"), match.group("tail") or "", match.group("det").lower()
    name = f"{phrase}{tail}"
    if determiner not in _INDEFINITE:
        known = names.things.find(name) or names.things.find(phrase)
        if known is not None and known.type == "Programme":
            return known
        if determiner == "the":
            return None
    thing = Thing("Programme", name, own=False)
    thing.call(phrase, f"{match.group('head')}{tail}" if tail else "")
    return names.things.add(thing)


def _owner(match: "re.Match[str]", firm: list[Mention]) -> Mention | None:
    """Whose it is, where "its" says so and the sentence names one actor before it."""
    if match.group("det").lower() not in ("its", "their"):
        return None
    since = match.string.rfind(". ", 0, match.start()) + 1
    before = [m for m in firm if since <= m.start and m.stop <= match.start() and m.type in ACTORS]
    return before[0] if len({id(m.thing) for m in before}) == 1 else None
