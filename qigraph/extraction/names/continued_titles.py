"""Titles that go on in small letters: "the Guiding Principles for the making of a Quality Policy"."""

import re

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["continued_titles"]

_RULES = (
    r"Guidelines?|Guidance|(?:Guiding\s|General\s)?Principles|Recommendations?"
    r"|Codes?\sof\s(?:Good\s)?(?:Practice|Conduct)"
    r"|Framework|Strategy|Action\sPlan|Rules|Criteria|Requirements|Policy|Model\sLaw"
    r"|Technical\sRegulations?|Decision|Resolution"
)
_WRITINGS = (
    r"Guide|Handbook|Manual|Toolkit|Roadmap|Compendium|Glossary|Catalogue|Directory|Study|Report"
    r"|Survey|Primer"
    r"|(?:White|Position|Discussion|Information)\sPaper|Policy\sBrief|Technical\sReport"
    r"|Guidance\sDocument|Fact\s?sheet|Brochure"
    r"|Inventory|Checklist"
)
_TITLE = re.compile(
    rf"(?<![\w/&-])(?P<lead>(?:(?!The\b|An?\b|This\b|These\b|Its\b|Our\b|In\b|At\b|And\b"
    rf"|For\b)[A-Z][\w/&-]{{1,24}}\s){{0,4}})"
    rf"(?P<head>(?P<rules>{_RULES})|{_WRITINGS})\s(?P<tail>(?:on|for|of|to|regarding"
    rf"|concerning)\s(?:(?:the|a|an)\s)?[\w'/-]+"
    r"(?:\s[\w'/&.-]*[\w'/&-]){0,16})"
)
_STOP = re.compile(
    r"\s(?:(?:was|were|is|are|has|have|had|will|can|which|that|who|by|at|during|since|as|when"
    r"|where|while|but|also|jointly"
    r"|published|issued|adopted|launched|released|developed|prepared|approved|drafted|endorsed"
    r"|available|including|into|together"
    r"|and\s(?:the|a|an|its|has|to)|in\s(?:collaboration|cooperation|co-operation|partnership|order|addition)"
    r"|with(?:\sthe)?\s(?:support|contributions|input)"
    r"|appear(?:s|ed)|follow(?:s|ed)|replac(?:es|ed)|supersed(?:es|ed)|remains?|appl(?:y|ies)"
    r"|shows?|entered|requires?|provides?|gives?|sets?|specif\w+|describes?|covers?|contains?"
    r"|helps?|aims?|explains?"
    r"|offers?|addresses)\b"
    r"|in\s(?:the\s)?(?:early\s|late\s)?(?:[A-Z]|\d)"
    r"|(?:with|from|between|within|and|or|under)\s(?!Article\b)(?:the\s|a\s)?[A-Z])"
)
_OF_ANOTHER = re.compile(r"[A-Z][\w-]*\s(?:on|for|of|in|and)\s(?:the\s)?$")
_SMALL = re.compile(r"(?<!\S)(?!(?:the|and|for|of|on|to|in|a|an|or|with|as|by|from)\b)[a-z][\w'/-]{2,}")
_AT_A_CUT = re.compile(r"\s(?:and|in|for|of|with|under|between)\s")
_MADE = re.compile(
    r"(?:,|\s\(|\s(?:was|were|has\sbeen|have\sbeen))\s?(?:first\s|jointly\s)?(?:published|issued"
    r"|adopted|launched|released"
    r"|developed|prepared|approved|drafted|endorsed|drawn\sup|produced|revised)\b"
)
_WORD = re.compile(r"\s[a-z]+(?![\w-])")
_FEWEST = 3


def continued_titles(names: Names, block: Block, known: list[Mention]) -> list[Mention]:
    """Mentions by titles of which only the first words are capitalised.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    known : list of Mention
        Known names in the block.
    """
    if block.kind == "heading":
        return []
    text, at = block.text, 0
    found: list[Mention] = []
    while (match := _TITLE.search(text, at)) is not None:
        stop, at = _end(text, match), match.end("head")
        if not _SMALL.search(text, match.start("tail") + 3, stop) or _OF_ANOTHER.search(
            text, max(0, match.start() - 40), match.start()
        ):
            continue
        owner = next(
            (m for m in known if m.type in ACTORS and match.start() <= m.start < match.start("head")), None
        )
        behind = owner is not None and owner.stop + 1 == match.start("head")
        start = match.start("head") if behind else match.start()
        begins = any(start == begin for begin, _ in block.sentences)
        if (begins and not _MADE.match(text, stop)) or (owner is not None and not behind):
            continue
        at = stop
        found.append(_mention(names, block, start, stop, owner, bool(match.group("rules"))))
    return found


def _end(text: str, match: "re.Match[str]") -> int:
    """Where the title ends: before a verb, before who made it and when, at the latest with the clause."""
    begin = match.start("tail")
    cut = re.search(r"[.,;:]\s|[.,;:]$|\s[\u2013(-]", text[begin : match.end()])
    stop = begin + cut.start() if cut else match.end()
    verb = _STOP.search(text, begin + 3, stop + 1)
    stop = verb.start() if verb else stop
    finite = (
        w.start() for w in _WORD.finditer(text, begin, stop) if w.group().strip() in lexicon().finite_verbs
    )
    return next(finite, stop)


def _mention(
    names: Names, block: Block, start: int, stop: int, owner: Mention | None, rules: bool
) -> Mention:
    name = block.text[start:stop]
    thing = names.things.find(name)
    if thing is None:
        thing = names.things.add(Thing("Instrument" if rules else "Publication", name))
        cuts = (name[: cut.start()] for cut in _AT_A_CUT.finditer(name))
        thing.call(*(short for short in cuts if len(short.split()) >= _FEWEST))
    if owner is not None and owner.stop + 1 == start:
        thing.call(block.text[owner.start : stop])
        names.own(block, owner.start, stop, thing, [owner.thing])
        start = owner.start
    return Mention(start, stop, [thing], thing.type)
