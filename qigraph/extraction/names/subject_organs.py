"""Organs without an owner in their names: on the page of an organisation, "the Executive Committee" is its own."""

import re
from collections.abc import Iterator, Mapping

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["names_organ", "organs_of_subject"]

_KIND = (
    r"(?:executive|general|governing|management|technical|steering|advisory|central|permanent|standing|financ(?:e|ial)"
    r"|audit|nominat(?:ing|ions?)|presidential|consultative|supervisory|administrative|strateg(?:y|ic)|planning|policy"
    r"|training|communications?|marketing|liaison|arrangement|maintenance|scientific|co-?ordinat(?:ing|ion)|programme"
    r"|appeals?|ethics|standardi[sz]ation|conformity assessment|quality|membership|development|capacity building"
    r"|mra|mla|market)"
)
_ORGAN = re.compile(
    rf"(?:{_KIND}\s(?:(?:and|&)\s)?){{1,4}}(?:committee|board|council|secretariat|assembly|commission|bureau|panel|group)"
    r"(?:\s\([A-Z]{2,6}\))?"
    r"|(?:national )?standards? council|council of ministers"
    r"|board of (?:directors|trustees|governors|management)|presidential (?:council|committee)|executive bureau",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?!Joint)(?:[A-Z][\w-]+,?\s(?:(?:and|&|of|for|on|in)\s)?){1,7}"
    r"(?:Working Group|Task Force|Task Group|Sub-?[Cc]ommittee|Technical Committee|Study Group)(?:\s\([A-Z-]{2,8}\))?"
    r"|(?:[A-Z][\w-]+,?\s(?:(?:and|&|of|for|on)\s)?){1,7}(?:Unit|Division|Department|Directorate|Section)(?:\s\([A-Z-]{2,8}\))?"
    r"|(?:Working Group|Task Force|Technical Committee|Study Group)\s(?:on|for)"
    r"(?:\s(?:[A-Z][\w-]+|and|of|for|on|in|the|&),?){1,9}"
)
_NUMBERED = re.compile(r"(?:TC|SC|WG|TG|TF|AG|TAG)[\s-]?\d{1,3}(?:\.\d{1,2})?(?=\s?[:\u2013-]\s)")
"""What begins a line on a group by its number: "TC 8: Scales"."""
_OWNED_ELSEWHERE = re.compile(
    r"^(?:\s?\([^()]*\))?\s(?:(?:of|at|within)\s|for\s(?:the\s)?(?=[A-Z]))"
    r"(?!the (?:organi[sz]ation|network|association|institute)\b)"
    r"|^['\u2019]s\b"
)
_OTHERS = re.compile(r"\b(?:each|every|their|his|her|a|an|another|other|national|such)\s$", re.IGNORECASE)


def names_organ(name: str) -> bool:
    """Whether a name is that of an organ, which says not whose: "Technical Council".

    Examples
    --------
    >>> names_organ("Technical Council"), names_organ("Gulf Council")
    (True, False)
    """
    return _ORGAN.fullmatch(name) is not None


def organs_of_subject(
    spoken: Mapping[Block, list[Mention]], about: Mapping[Block, Thing | None]
) -> Iterator[Candidate]:
    """Yield the organs that are parts of what the page is about.

    Parameters
    ----------
    spoken : mapping of Block to list of Mention
        The mentions of each block.
    about : mapping of Block to Thing or None
        What each block is about.
    """
    done: set[int] = set()
    for block, mentions in spoken.items():
        subject = about.get(block)
        if subject is not None and subject.type == "Body" and len(subject.owners) == 1:
            subject = subject.owners[0]
        if subject is None or subject.type not in ("Organisation", "Network"):
            continue
        for mention in mentions:
            if id(mention.thing) in done or not _is_organ(block, mention):
                continue
            if any(_strangers(block, mentions, mention, subject)):
                continue
            done.add(id(mention.thing))
            yield Candidate(
                mention.thing, "partOf", subject, None, None,
                block, mention.start, mention.stop, "names/organ-of-subject",
            )  # fmt: skip


def _is_organ(block: Block, mention: Mention) -> bool:
    """Whether the mention is a bare organ that nothing beside it gives to somebody else."""
    if mention.type != "Body" or not mention.by_name or mention.thing.owners or mention.thing.entity:
        return False
    surface = block.text[mention.start : mention.stop]
    numbered = _NUMBERED.match(block.text, mention.start) if mention.start == 0 else None
    if not numbered and not _ORGAN.fullmatch(surface) and not _GROUP.fullmatch(surface):
        return False
    before = block.text[max(0, mention.start - 12) : mention.start]
    return not _OWNED_ELSEWHERE.match(block.text[mention.stop :]) and not _OTHERS.search(before)


def _strangers(block: Block, mentions: list[Mention], organ: Mention, subject: Thing) -> Iterator[Mention]:
    """Organisations and networks other than the subject that the sentence names, and bodies of theirs."""
    start, stop = next(((a, b) for a, b in block.sentences if a <= organ.start < b), (0, len(block.text)))
    for mention in mentions:
        if mention.type not in ACTORS or not start <= mention.start < stop or subject in mention.things:
            continue
        if mention.type == "Body" and (_is_organ(block, mention) or subject in mention.thing.owners):
            continue
        yield mention
