"""Officers and members of a committee: persons listed below its name, with the offices that they hold in it.

"Advisory Board" over "Prof. J. Doe, Italy (Chair)" and "Dr A. Roe, Peru" says who sits on it, though no verb does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.spans import join
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.structure.cards import Card, cards
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated, dates
from qigraph.schema import ACTORS

__all__ = ["office_held", "officers", "presides"]

_RANK = (
    r"(?:(?:the|our|current|present|acting|interim|outgoing|incoming|new|newly elected|first|second|third|joint|"
    r"honorary|executive|general|recording|technical|scientific|founding|elected|deputy|immediate|past|former|permanent|"
    r"regional|ex[- ]officio|\d(?:st|nd|rd|th))\s)*"
)
_OFFICE = (
    r"(?:(?:vice|co|deputy)[- ]?)?(?:chair(?:man|woman|person)?|president|conven[oe]r|secretary(?:[- ]general)?|"
    r"treasurer|rapporteur|member(?:[- ]at[- ]large)?|vice|co-?ordinator|moderator|auditor|observer|facilitator|"
    r"leader|lead|editor|director(?:[- ]general)?|ex[- ]officio|committee manager|liaison officer|officer|"
    r"past[- ]chair|past[- ]president|information officer|editor-in-chief|substitute|alternate)(?:[- ]elect)?"
)
_ROLE = re.compile(
    rf"\W*{_RANK}{_OFFICE}s?(?:\sof\sthe\s(?:board|committee|council|group|bureau))?\s?\W*", re.IGNORECASE
)
_OWN = re.compile(
    r"chair|conven|rapporteur|treasurer|member|vice|moderator|substitute|alternate", re.IGNORECASE
)
"""Offices of the committee even where an employer's name follows: "J. Doe, Chair, NMI"."""
_CHAIR = re.compile(r"(?:co-?\s?)?(?:chair(?:man|woman|person)?|conven[oe]r|president)s?\W*$", re.IGNORECASE)
_LESSER = re.compile(r"\b(?:vice|deputy|elect|past|honorary|former|outgoing|incoming)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:(?:the|our|its|current|present|elected|new|list of|full|voting|ordinary|board|committee|council|executive|"
    r"individual|other|key|senior|core|management|and|&|names of|of|\(?\d{4}(?:\s?[-\u2013/]\s?\d{2,4})?\)?)\s?)*"
    r"(?:members?|membership|officers?|composition|office[- ]?bearers|leadership|team|staff|secretariat staff|leaders|"
    r"management|structure|representatives|trustees)\b"
    r"(?:\s(?:and|&)\s(?:officers|members|staff|management|observers|chairs?))?(?:\s\(?\d{4}(?:\s?[-\u2013/]\s?\d{2,4})?\)?)?\W*",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:the|our|of|for|and|members?|membership|composition|current|officers?|structure|elected|new|staff|team|list|"
    r"leadership|term|period|who|is|are|on|sits|in|by)\b|\d{4}|[\W_]+",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:committee|board|council|group|bureau|panel|force|secretariat|team|commission|executive|presidium|"
    r"subcommittee|office|directorate|department|unit|division|forum|assembly|section|tribunal)\b",
    re.IGNORECASE,
)
"""Bodies of which persons are members, though nothing but the name of the body says so."""
_OTHERS = cued(
    r"\b(?:participa|attend|speaker|author|contact|apolog|award|honou?red|prize|history|former|past|reviewer|sign|thank|"
    r"recipient|winner|laureate|fellow|lectur|trainer|panell?ist|moderator|guest|obituar|memoriam|retire|nominee|candidate|"
    r"editor|programme committee|reference|presented|present\b|delegat|interview|experts?\b|farewell|congratulat)",
    re.IGNORECASE,
)
"""What makes persons in a list something else than the members of a body."""
_CUT = re.compile(r"\s*(?:[,;()\[\]|:\u2013\u2014/]|\s-\s|\sand\s)\s*")
_HEAD_WORDS = 12


@dataclass(slots=True)
class _Place:
    """Below which name persons stand, the role that a heading gives them, and those found so far."""

    group: Thing | None = None
    head: Block | None = None
    role: str | None = None
    explicit: bool = False
    entries: list[tuple[Card, str | None]] = field(default_factory=list)


def officers(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None
) -> Iterator[Candidate]:
    """Yield who chairs or sits on a body by standing below its name.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    subject : Thing or None
        What the document is about: its "members" or "officers" stand without a name.
    """
    place = _Place()
    people = dict(cards(found, spoken))
    below = {id(line) for card in people.values() for line in card.below if card.block.kind != "heading"}
    for at, block in enumerate(found):
        if block.row is not None:
            continue
        card = people.get(at)
        if card is not None:
            if block.lead is None or not _others_led(block.lead):
                role = office_held(block, card.person, spoken) or _role_below(card) or place.role
                place.entries.append((card, role))
        elif _heads(block) and not (id(block) in below and not _begins(block)):
            inside = at > 0 and found[at - 1].kind == "heading" and _OTHERS.search(found[at - 1].text)
            following = _Place() if inside else _entered(place, block, spoken, subject)
            if following is not place:
                yield from _said(place)
                place = following
    yield from _said(place)


def _begins(block: Block) -> bool:
    """Whether a line below a name begins another part of the page rather than telling of the person."""
    return bool(
        _PEOPLE.fullmatch(block.text) or re.fullmatch(rf"{_RANK}{_OFFICE}s\W*", block.text, re.IGNORECASE)
    )


def _heads(block: Block) -> bool:
    if len(block.text.split()) > _HEAD_WORDS:
        return False
    return block.kind == "heading" or bool(_ROLE.fullmatch(block.text) or _PEOPLE.fullmatch(block.text))


def _entered(place: _Place, head: Block, spoken: dict[Block, list[Mention]], subject: Thing | None) -> _Place:
    """Where persons stand that follow a heading: in the same place with another role, or in a new one."""
    text = head.text
    if _ROLE.fullmatch(text):
        if place.group is None:
            place = _Place(subject, head)
        place.role = re.sub(r"(?<=[a-z])s$", "", _bare(text))
        return place
    if _PEOPLE.fullmatch(text):
        if place.group is not None and not place.entries:
            place.explicit = True
            place.role = None
            return place
        if (
            place.group is not None
            and place.head is not None
            and text.lower().startswith(("other", "member"))
        ):
            place.role = None
            return place
        return _Place(
            subject if subject is not None and subject.type in ACTORS else None, head, explicit=True
        )
    if _OTHERS.search(text):
        return _Place()
    for mention in spoken.get(head, []):
        if mention.type in ACTORS and mention.by_name:
            rest = text[: mention.start] + " " + text[mention.stop :]
            people = bool(_PEOPLE.search(rest))
            if len(_REST.sub(" ", rest).split()) > 2:
                continue
            if people or _UNIT.search(mention.thing.label if mention.type == "Body" else text.split()[-1]):
                return _Place(mention.thing, head, explicit=True)
            return _Place(mention.thing, head)
    return _Place()


def office_held(block: Block, person: Mention, spoken: dict[Block, list[Mention]]) -> str | None:
    """The office in the committee that stands behind a name, between commas or in brackets."""
    at = person.stop
    for part in _CUT.split(block.text[person.stop :]):
        start = block.text.find(part, at)
        at = start + len(part)
        if not part or not _ROLE.fullmatch(part):
            continue
        named = [m for m in spoken[block] if at <= m.start <= at + 6 and m.type in ACTORS]
        before = block.text[:start].rstrip()
        if named and not before.endswith(("(", "[")) and not _OWN.search(part):
            continue
        return _bare(part)
    return None


def presides(role: str) -> bool:
    """Whether the office is the chair and not a lesser one.

    Examples
    --------
    >>> presides("Co-Chair"), presides("Vice-Chair"), presides("Chair-elect")
    (True, False, False)
    """
    return bool(_CHAIR.search(role)) and not _LESSER.search(role)


def _role_below(card: Card) -> str | None:
    """The office in the line below a line that is a name and nothing else."""
    alone = len(re.sub(r"\W", "", card.block.text[card.person.stop :])) < 4
    if not alone or not card.below:
        return None
    first = card.below[0].text
    return _bare(first) if _ROLE.fullmatch(first) and _OWN.search(first) else None


def _term_led(card: Card) -> Dated | None:
    """The term of office that the lead-in of the list gives: "elected for a term of office (2017-2019):"."""
    lead = card.block.lead
    said = lead.text[lead.sentences[-1][0] :] if lead is not None and lead.sentences else ""
    found = dates(said) if re.search(r"\b(?:term|mandate|tenure)\b", said) else []
    return found[0] if len(found) == 1 and found[0].until else None


def _bare(role: str) -> str:
    return re.sub(r"^\W+|\W+$", "", role)


def _others_led(lead: Block) -> bool:
    """Whether a lead-in makes the persons below it something else than members: "The speakers were:"."""
    said = lead.text[lead.sentences[-1][0] :] if lead.sentences else lead.text
    return said.endswith(":") and bool(_OTHERS.search(said))


def _said(place: _Place) -> Iterator[Candidate]:
    """What the persons of one place are in it; without offices, two at least make a list."""
    group, head = place.group, place.head
    told = any(role for _, role in place.entries)
    if group is None or head is None or not (told or (place.explicit and len(place.entries) > 1)):
        return
    for card, role in place.entries:
        person = card.person.thing
        if (role is None and not place.explicit) or person is group:
            continue
        relation = "chairs" if role is not None and presides(role) else "affiliatedWith"
        term = card.term() or _term_led(card)
        since, until = (term.since, term.until) if term else (None, None)
        whole = Block("item", join(head.span, card.block.span), heading=head.heading)
        where = (whole, 0, len(whole.text), "structure/officer")
        yield Candidate(person, relation, group, since, until, *where, None, role or "member")
