"""What the labels of a page speak of: its subject, its event or its programme, as the relation asks."""

import re
from dataclasses import dataclass

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.line_kinds import names_a_group
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.form_labels import titled_inline
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["About", "entitle", "practice_named", "what_about"]

_HEADLINE = 2
"""How many blocks may be the title of a page."""
_FORM = 30
"""How many blocks of a form to look through for its title."""
_HEAD = 8
"""How many blocks belong to the head of a document."""

_TITLE_OF = {
    "Programme": re.compile(
        r"\W*(?:(?:title|name|full (?:title|name)) of (?:the )?)?(?:project|programme|program|initiative|"
        r"campaign|action)(?: (?:title|name|full name))?\W*",
        re.IGNORECASE,
    ),
    "Event": re.compile(
        r"\W*(?:(?:title|name) of (?:the )?)?(?:event|meeting|course|workshop|conference|seminar|"
        r"webinar|training|session)(?: (?:title|name))?\W*",
        re.IGNORECASE,
    ),
}
_UNDERTAKING = cued(
    r"\b(?:the|this|our) (project|programme|program|initiative)\b"
    r"(?!\s(?:management|steering|teams?|units?|offices?|managers?|coordinators?|leaders?|documents?|implementation)\b)",
    re.IGNORECASE,
)
_OF_PROJECT = re.compile(
    r"\W*(?:(?:total |project )?budget|(?:project )?duration|(?:main |co-)?funding|financed by|funded by|donors?|"
    r"implementation(?: period)?|implement(?:ed by|ing (?:agency|agencies|partners?))|partner countries|"
    r"beneficiar(?:y|ies)(?: countr(?:y|ies))?|lead agency|"
    r"project (?:description|summary|partners?|number|team|duration|"
    r"coordinators?|co-ordinators?|start(?: date)?|end(?: date)?|period|officer|manager|leaders?|objectives?|results|"
    r"background|activities|website)|about the project|(?:contract|grant(?: agreement)?) (?:number|no\.?)|"
    r"work packages?|the project|(?:contract )?start(?:ing)? date|end date)\W*",
    re.IGNORECASE,
)
_OFFICE_LINE = re.compile(
    r"(?:the )?(?:current |present |acting |founding |first |former |vice-|co-|deputy )?(?:chair(?:man|woman|person)?|"
    r"president|convenor|convener|secretary(?:[- ]general)?|executive secretary|contact(?: person)?|"
    r"director(?:[- ]general)?|rapporteur|coordinator|head)"
    r"(?: (?:until|since|from|till|in)? ?\(?\d{4}[\w \u2013-]{0,16}\)?| (?:until|since|from|till) [\w ]{4,20})?\s?: ",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Eng)\.? )?(?P<name>[A-Z\u00c0-\u00de][\w'-]+(?: (?:[A-Z]\.|de|van|von|der|da|al-?|bin|"
    r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w'-]*)){0,3} [A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w'-]+)(?=$|\s\(|[,;.])"
)
_ENTRY_HEAD = re.compile(r"\W*(?:what|title|name|topic|theme|subject|activity)\W*", re.IGNORECASE)
_ENTRIES = re.compile(
    r"\b(?:events?|courses?|meetings?|workshops?|seminars?|webinars?|trainings?|calendar|diary|assemblies|sessions)\b",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"(?:and |the )*(?P<name>[A-Z\u00c0-\u00de][\w'.-]+(?: (?:(?:of|for|and|de|du|des|la|le|et|the|y|e|do|da) )*"
    r"[A-Z\u00c0-\u00de][\w'-]+)*)(?=$|\s\(|[,;.]|\s[\u2013-]\s)"
)
_LONGEST_TITLE = 14
_LEAST = 6
"""Characters of a title that is looked for in the text."""
_CRUMBS = re.compile(r"(?:[^>\u00bb]{2,30}\s[>\u00bb]\s)+(?=\S)")
"""The way to a page in front of its title: "Our projects > Fair Lakes"."""
_ONE_WORD = re.compile(r"[A-Z][\w-]*[a-z][\w-]*[A-Z][\w-]*|[A-Z]{4,}[\w-]*")
"""A title that is a made-up word: "MetroLakes"."""
_PRACTICE = re.compile(
    r"(?:\W|\d)*(?:(?:name|title) of (?:the )?)?(?:good |best )?practice(?: name| title)?\W*$", re.IGNORECASE
)
_WITH_SHORT = re.compile(
    r"[^,()]{12,}?(?:,\s|\s[\u2013-]\s)(?P<short>[A-Z][a-z]*[A-Z][\w-]*|[a-z][A-Z][\w-]+)"
)
"""A title with a short name behind it that is written like no word: "Better Scales for Markets, BeSca"."""
_NOT_A_TITLE = re.compile(
    r"\b(?:is|are|was|were|has|have|will|we|our|about|home|news|welcome|overview|messages|highlights|foreword|contents|project|projects|programmes|report|"
    r"how|what|why|who|signs?|signed|meets?|met|launch\w*|holds?|held|joins?)\b|[.?!:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about.

    Parameters
    ----------
    subject : Thing or None
        The organisation, network or body that it speaks of most.
    event : Thing or None
        The event that its first blocks name: the meeting that a report is of.
    programme : Thing or None
        The programme that its title names: then labels speak of that.
    """

    subject: Thing | None
    event: Thing | None = None
    programme: Thing | None = None

    def of(self, types: list[str]) -> Thing | None:
        """The one of these types that a label without a name of its own speaks of.

        Examples
        --------
        >>> About(Thing("Organisation", "ILAC"), Thing("Event", "the day")).of(["Event"]).label
        'the day'
        """
        if self.programme is not None and "Programme" in types:
            return self.programme
        if self.event is not None and "Event" in types:
            return self.event
        if self.programme is not None or self.subject is None:
            return None
        return self.subject if self.subject.type in types else None


def what_about(found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None) -> About:
    """What the labels of the document speak of."""
    return About(subject, _first(found[:_HEAD], spoken, "Event"), _programme(found, spoken))


def _first(found: list[Block], spoken: dict[Block, list[Mention]], type: str) -> Thing | None:
    for block in found:
        for mention in spoken[block]:
            if mention.type == type and mention.by_name:
                return mention.thing
    return None


def _programme(found: list[Block], spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The programme that a form names, or that the title names, alone of all that could be a subject."""
    for at, block in enumerate(found[:_FORM]):
        if (named_by := _titles_programme(block, spoken, first=at < _HEADLINE)) is not None:
            return named_by
    for block in found[:3]:
        named = [m for m in spoken[block] if m.by_name and m.type in {*ACTORS, "Programme", "Event"}]
        if block.kind == "heading" and named and block.row is None:
            return named[0].thing if {m.type for m in named} == {"Programme"} else None
    return None


def _practice(block: Block, named: dict[Block, list[Mention]], things: Things) -> None:
    """Let the name of the practice that a template describes be that of a programme, unless it is somebody's."""
    whole = any(m.type in ACTORS and (m.stop - m.start) * 2 > len(block.text) for m in named[block])
    known = whole or things.find("practice") is not None
    if known or not _is_title(block.text, label=True):
        return
    _entitle(block, "Programme", named, things)
    thing = things.find(block.text.strip("\"' "))
    if thing is not None and thing.type == "Programme":
        things.add(thing, ["practice"])


def practice_named(found: list[Block], spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The practice that a template describes, where a row says "Name of the practice".

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    named = (b for b in found if b.row is not None and _PRACTICE.match(b.row.label(b.column)))
    return next((m.thing for block in named for m in spoken[block] if m.type == "Programme"), None)


def _titles_programme(block: Block, spoken: dict[Block, list[Mention]], *, first: bool) -> Thing | None:
    """The programme that is the value of "Project title: …" in a line or in a row."""
    inline = titled_inline(block.text, first=first) if block.row is None else None
    label = "" if inline else _label(block)
    if inline is None and not (label and block.row is not None and _TITLE_OF["Programme"].fullmatch(label)):
        return None
    start = inline[0] if inline else 0
    return next((m.thing for m in spoken[block] if m.type == "Programme" and m.start >= start), None)


def entitle(found: list[Block], named: dict[Block, list[Mention]], things: Things) -> None:
    """Make the value of "Project title" and the like a mention, and the title of a page about "the project".

    Parameters
    ----------
    found : list of Block
        The document.
    named : dict of Block to list of Mention
        Mentions by name; it is changed.
    things : Things
        Of the document; it grows.
    """
    for at, block in enumerate(found):
        _officer(block, named, things)
        _member(block, named, things)
        label = _label(block)
        if block.row is not None and _PRACTICE.match(block.row.label(block.column)):
            _practice(block, named, things)
        for type, words in _TITLE_OF.items():
            if label and words.fullmatch(label) and _is_title(block.text, label=True):
                _entitle(block, type, named, things)
        inline = titled_inline(block.text, first=at < _HEADLINE) if block.row is None else None
        if inline is not None and _is_title(block.text[inline[0] :], label=True):
            _entitle(block, inline[1], named, things, inline[0])
    if not any(_titles_programme(block, named, first=at < _HEADLINE) for at, block in enumerate(found)):
        _entitle_page(found, named, things)


def _entitle_page(found: list[Block], named: dict[Block, list[Mention]], things: Things) -> None:
    """Make the title of a page that keeps speaking of "the project" the name of a programme."""
    title = next((block for block in found[:2] if block.kind == "heading"), None)
    if title is None:
        return
    begin = crumb.end() if (crumb := _CRUMBS.match(title.text)) else 0
    text = title.text[begin:]
    if not _is_title(text.replace(": ", " - ")) and not (_ONE_WORD.fullmatch(text) and _is_fact_sheet(found)):
        return
    spoken = [
        noun.lower() for block in found if block is not title for noun in _UNDERTAKING.findall(block.text)
    ]
    programmes = [
        m.thing.label.lower() for mentions in named.values() for m in mentions if m.type == "Programme"
    ]
    if any(label.endswith(spoken[0]) for label in programmes for _ in spoken[:1]):
        return
    of = [m for m in named[title] if m.type in {*ACTORS, "Event", "Person"}]
    sheet = _is_fact_sheet(found)
    weak = [
        m
        for m in of
        if m.type in ACTORS and not m.thing.entity and (sheet or not lexicon().head_type(m.thing.label))
    ]
    if (len(spoken) < 2 and not sheet) or len(weak) < len(of):
        return
    for thing in {id(m.thing): m.thing for m in weak}.values():
        thing.type = "Programme"
        for mention in (m for mentions in named.values() for m in mentions if m.thing is thing):
            mention.type = "Programme"
    if not weak:
        _entitle(title, "Programme", named, things, begin)


def _is_fact_sheet(found: list[Block]) -> bool:
    """Whether labels such as "Budget" and "Duration" show that the page is about a project."""
    labels = [_label(block) or block.text.partition(":")[0][:40] for block in found]
    return len({label.strip().lower() for label in labels if label and _OF_PROJECT.fullmatch(label)}) > 1


def _member(block: Block, named: dict[Block, list[Mention]], things: Things) -> None:
    """Make what begins an item below "Members" a mention of an organisation, where no other name stands."""
    if block.kind != "item" or block.lead is None or not names_a_group(block.lead.text):
        return
    name = _BARE_NAME.match(block.text)
    if name is None or any(m.start < name.end() for m in named[block]):
        return
    words = name.group("name").split()
    if (
        name.group("name") in lexicon().countries
        or len(words) in (2, 3)
        or words[0] in lexicon().sentence_words
    ):
        return
    thing = things.find(name.group("name")) or things.add(Thing("Organisation", name.group("name")))
    mention = Mention(name.start("name"), name.end("name"), [thing], thing.type)
    named[block] = sorted([mention, *named[block]], key=lambda m: m.start)


def _officer(block: Block, named: dict[Block, list[Mention]], things: Things) -> None:
    """Make the name behind "Chair" or "Contact person" a mention of a person, if it looks like one."""
    line = _OFFICE_LINE.match(block.text)
    label = _label(block)
    at = line.end() if line else 0 if label and _OFFICE_LINE.match(f"{label.strip(': ')}: ") else -1
    name = _PERSON.match(block.text, at) if at >= 0 else None
    if name is None or any(m.start < name.end("name") and name.start("name") < m.stop for m in named[block]):
        return
    thing = things.find(name.group("name")) or things.add(Thing("Person", name.group("name")))
    if thing.type == "Person":
        named[block] = sorted(
            [*named[block], Mention(name.start("name"), name.end("name"), [thing], "Person")],
            key=lambda m: m.start,
        )


def _label(block: Block) -> str:
    """What stands to the left of a cell, or above a definition."""
    if block.row is not None:
        head = block.row.head(block.column) if block.row.header is not block.row else ""
        above = block.heading.text if block.heading is not None else ""
        if _ENTRY_HEAD.fullmatch(head) and _ENTRIES.search(above):
            return "Event"
        return "" if block.kind == "heading" or head else block.row.label(block.column)
    if block.kind == "item" and block.lead is not None and block.lead.kind == "heading":
        return block.lead.text
    return ""


def _is_title(text: str, *, label: bool = False) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_TITLE or not text[0].isupper():
        return False
    return not re.search(r"[.?!]\s|[.?!;]$", text) if label else not _NOT_A_TITLE.search(text)


def _entitle(
    block: Block, type: str, named: dict[Block, list[Mention]], things: Things, start: int = 0
) -> None:
    text = block.text[start:].strip("\"' ")
    if any(m.type == type and m.stop - m.start > 0.5 * len(text) for m in named[block]):
        return
    further = [m.group("short")] if type == "Programme" and (m := _WITH_SHORT.fullmatch(text)) else []
    name = text[: -len(further[0])].rstrip(" ,(\u2013-") if further else text
    thing = things.find(text) or things.find(name) or things.add(Thing(type, name))
    if thing.type == type:
        things.add(thing, [text, *further] if further else [])
        named[block] = [Mention(start, len(block.text), [thing], type)]
        _mention_again(thing, name, named)


def _mention_again(thing: Thing, name: str, named: dict[Block, list[Mention]]) -> None:
    """Make a mention of the name of a title wherever else it stands, if nothing else was found there."""
    if len(name) < _LEAST or name.islower():
        return
    again = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for block, mentions in named.items():
        for match in again.finditer(block.text) if name in block.text else ():
            if all(m.stop <= match.start() or match.end() <= m.start for m in mentions):
                mentions.append(Mention(match.start(), match.end(), [thing], thing.type))
                mentions.sort(key=lambda m: m.start)
