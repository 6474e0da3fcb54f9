"""Typed mentions: every place where a block names something, and what it names.

Names come from the registry, from definitions in the document, from titles in quotes, from numbers of standards and
from runs of capitalised words with a head noun. A name that begins with its owner ("OECD Secretariat") says so.
"""

import re
from typing import TYPE_CHECKING

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.acronyms import unexplained_acronyms
from qigraph.extraction.names.bracketed_names import introduce_bracketed
from qigraph.extraction.names.concepts import topic_mentions
from qigraph.extraction.names.defined_names import define
from qigraph.extraction.names.definitions import common_acronyms, definitions, title_definitions
from qigraph.extraction.names.designations import instrument_mentions
from qigraph.extraction.names.employers import employers
from qigraph.extraction.names.fellow_names import fellows
from qigraph.extraction.names.foreign_names import foreign_names
from qigraph.extraction.names.form_labels import without_form_labels
from qigraph.extraction.names.goals import goal_mentions
from qigraph.extraction.names.imprint import document_title
from qigraph.extraction.names.kind_names import introduce_by_kind
from qigraph.extraction.names.known_names import KnownNames, longest
from qigraph.extraction.names.listed_bodies import listed_bodies
from qigraph.extraction.names.listed_titles import listed_titles
from qigraph.extraction.names.nameless_products import nameless_products
from qigraph.extraction.names.nameless_programmes import nameless_programmes
from qigraph.extraction.names.numbered_names import numbered_bodies, titled_instrument
from qigraph.extraction.names.organ_names import organ_names
from qigraph.extraction.names.organs import acting_assemblies
from qigraph.extraction.names.owned_names import (
    Names,
    Ownership,
    joined_with_owner,
    note_owner_in_front,
    titled,
)
from qigraph.extraction.names.paired_acronyms import introduce_pairs
from qigraph.extraction.names.persons import persons
from qigraph.extraction.names.plural_names import plural_names
from qigraph.extraction.names.programme_names import introduce_programmes
from qigraph.extraction.names.quoted_names import introduce_companies, introduce_quoted
from qigraph.extraction.names.referenced_names import referenced_names
from qigraph.extraction.names.run_names import run_names
from qigraph.extraction.names.small_names import small_names
from qigraph.extraction.names.system_names import introduce_systems
from qigraph.extraction.names.titles import titles
from qigraph.extraction.names.told_organs import introduce_organs
from qigraph.extraction.names.undertakings import introduce_undertakings
from qigraph.extraction.names.unquoted_titles import unquoted_titles
from qigraph.extraction.phrases import holds
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.names import normal

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Mentions"]

_SYMBOL = re.compile(r"\b[A-Z]{2,}(?:/[A-Z0-9.]+){2,}\b|https?://\S+|www\.\S+|\S+@\S+\.\w+")

_NTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\s$")
_KIND_BEHIND = {
    "Programme": re.compile(
        r"\s(?:project|programme|program|initiative|scheme|campaign)\b(?!\s[a-z]+(?:s|er|ers)\b)"
    ),
    "System": re.compile(
        r"\s(?:(?:alert|notification|information|online|web|data)\s)?(?:system|database|platform|portal|tool|register"
        r"|website)\b(?!\s[a-z]+(?:ers|or|ors|er)\b)"
    ),
}
"""The noun that a name may have behind it."""
_KINDS = re.compile(r"[a-z](?:s|ies)\s\(([A-Z]{2,})s\)")
"""Acronyms of many of a kind: "legal metrology organisations (RLMOs)"."""


class Mentions:
    """Finds the mentions of one document, block by block.

    Parameters
    ----------
    registry : Registry
        Known organisations.
    things : Things
        What the document speaks of; it grows as names are found.
    """

    def __init__(self, registry: "Registry", things: Things) -> None:
        self._names = Names(things, KnownNames(registry, things))
        self._words: set[str] = set()
        self._capitals: set[str] = set()
        self._alone: set[str] = set()

    @property
    def ownerships(self) -> list[Ownership]:
        """What the names found so far say about their owners."""
        return self._names.ownerships

    def actor(self, name: str) -> Thing | None:
        """The organisation, network or body that the whole name is known for."""
        return self._names.actor(name)

    def introduce(self, found: list[Block]) -> None:
        """Read the definitions of the whole document first: they hold everywhere in it."""
        common: set[str] = set()
        for block in found:
            self._words.update(re.findall(r"\b[a-z]{3,}\b", block.text))
            if "s)" in block.text:
                self._words.update(kind.lower() for kind in _KINDS.findall(block.text))
            common.update(common_acronyms(block.text))
            if not block.text.isupper():
                self._capitals.update(re.findall(r"\b[A-Z]{3,}\b", block.text))
                self._alone.update(re.findall(r"(?<![\w/.-])[A-Z]{3,}(?![\w/-])", block.text))
            self._names.known.scan_full_names(block.text)
        self._words |= common
        for block in found:
            introduce_bracketed(self._names, block.text)
            introduce_programmes(self._names, block.text)
        for block in found:
            for definition in definitions(block.text):
                if definition.short.lower() not in common:
                    define(self._names, definition)
        for block in found:
            introduce_pairs(self._names, block.text, self._words, self._alone)
        title = document_title(found)
        self._names.title = (
            title.text.strip(" .") if title is not None and title.text[-1:] not in ".:;" else ""
        )
        for block in found:
            introduce_systems(self._names, block.text)
        for block in found:
            introduce_quoted(self._names, block.text)
            introduce_companies(self._names, block.text)
            introduce_organs(self._names, block.text)
            introduce_by_kind(self._names, block.text)
        for block in found:
            introduce_undertakings(self._names, block.text)
        for definition in title_definitions([block.text for block in found[:6] if block.kind == "heading"]):
            define(self._names, definition)

    def find(self, block: Block, *, alone: bool = False) -> list[Mention]:
        """All mentions of a block by name, without overlaps, in order; topics where no name stands."""
        text, names, things = block.text, self._names, self._names.things
        raw = names.known.find(text)
        known = joined_with_owner(names, block, raw)
        quoted = [titled(names, block, title, known) for title in titles(text)]
        people = [
            _person(things, p.start, p.stop, p.name) for p in persons(text, alone=alone, words=self._words)
        ]
        numbered = [titled_instrument(names, block, m, raw) for m in instrument_mentions(text, things)]
        goals = list(goal_mentions(text, things))
        known = longest([*known, *numbered_bodies(names, block)])
        listed = listed_titles(names, block) or listed_bodies(names, block)
        referenced = referenced_names(names, block) or listed
        firm = longest(
            [
                *referenced,
                *unquoted_titles(names, block, known),
                *quoted,
                *goals,
                *known,
                *numbered,
            ]
        )
        firm = longest([*firm, *(m for m in people if _free(m, firm))])
        symbols = [m.span() for m in _SYMBOL.finditer(text)] if holds(text, ("/", "www.", "@")) else []
        firm = [m for m in firm if not any(start <= m.start < stop for start, stop in symbols)]
        firm = [*(beside := employers(names, text, people, firm)), *(m for m in firm if _free(m, beside))]
        firm = longest([*firm, *without_form_labels(text, run_names(names, block, known, firm))])
        firm = longest([*firm, *_foreign(things, text), *plural_names(text, things)])
        firm = longest([*small_names(names, block, firm), *organ_names(names, block, known), *firm])
        if not self._shouts(block):
            firm += [m for m in unexplained_acronyms(text, things, self._words) if _free(m, firm)]
        firm = acting_assemblies(names, block, firm)
        note_owner_in_front(names, block, firm)
        firm += nameless_products(names, block, firm)
        firm += nameless_programmes(names, block, firm)
        firm = _numbered(text, things, without_form_labels(text, firm))
        firm += fellows(text, things, firm)
        firm = _with_kind(text, _name_and_acronym(text, firm))
        topics = [m for m in topic_mentions(text, things) if _free(m, firm)]
        return sorted([*firm, *topics], key=lambda m: m.start)

    def _shouts(self, block: Block) -> bool:
        """Whether the block is a heading in capitals whose words no other block writes so."""
        words = re.findall(r"\w+", block.text)
        return (
            block.kind == "heading"
            and block.row is None
            and block.text.isupper()
            and not any(word in self._capitals for word in words)
        )


def _name_and_acronym(text: str, mentions: list[Mention]) -> list[Mention]:
    """One mention of what stands there by its name and right behind by its acronym: "Office of Metrology METAS"."""
    joined: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        before = joined[-1] if joined else None
        if before is not None and _is_family_name(text, before, mention):
            before.thing.call(text[before.start : mention.stop])
            joined[-1] = Mention(before.start, mention.stop, before.things, "Person")
        elif (
            before is not None
            and (before.things == mention.things or _is_its_acronym(text, before, mention))
            and (stop := _one_name(text, before.stop, mention))
        ):
            joined[-1] = Mention(before.start, stop, mention.things, mention.type)
        else:
            joined.append(mention)
    return joined


def _numbered(text: str, things: Things, mentions: list[Mention]) -> list[Mention]:
    """The mentions of programmes with the number before them: "the 10th EDF Project" is not the 11th."""
    found = []
    for mention in mentions:
        number = _NTH.search(text, max(0, mention.start - 5), mention.start)
        if mention.type == "Programme" and number is not None and mention.by_name:
            name = text[number.start() : mention.stop]
            thing = things.find(name) or things.add(Thing("Programme", name))
            thing.owners = thing.owners or mention.thing.owners
            mention = Mention(number.start(), mention.stop, [thing], thing.type)
        found.append(mention)
    return found


def _with_kind(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions of projects and systems with the noun that follows: "the ePing system"."""
    whole = []
    for mention in mentions:
        kind = _KIND_BEHIND.get(mention.type)
        noun = kind.match(text, mention.stop) if kind is not None else None
        if noun is not None and _free(
            Mention(mention.stop, noun.end(), mention.things, mention.type), mentions
        ):
            mention = Mention(mention.start, noun.end(), mention.things, mention.type, mention.by_name)
        whole.append(mention)
    return whole


def _one_name(text: str, stop: int, short: Mention) -> int:
    """Where a name ends that is followed by its acronym, with a dash or between commas; 0 where it is not."""
    gap = text[stop : short.start]
    if gap in (" ", " - ", " \u2013 "):
        return short.stop
    return short.stop + 1 if gap == ", " and text.startswith(", ", short.stop) else 0


def _is_family_name(text: str, person: Mention, mention: Mention) -> bool:
    """Whether capitals behind a person that nothing explains are the family name: "Jane Marie ROE"."""
    name = text[mention.start : mention.stop]
    known = mention.thing.entity is not None or bool(mention.thing.names)
    return (
        person.type == "Person"
        and mention.type == "Organisation"
        and text[person.stop : mention.start] == " "
        and len(name) > 3
        and name.isalpha()
        and name.isupper()
        and not known
    )


def _is_its_acronym(text: str, name: Mention, mention: Mention) -> bool:
    """Whether an acronym behind a name that no registry knows is that of the same: "Lake Standards Institute LSI"."""
    short = text[mention.start : mention.stop]
    if (
        name.type != "Organisation"
        or mention.type != "Organisation"
        or not re.fullmatch(r"[A-Z]{3,8}", short)
    ):
        return False
    if name.thing.entity is not None or " " not in text[name.start : name.stop] or text[name.stop] != " ":
        return False
    generic = lexicon().generic_words | lexicon().connectors
    words = {w for w in normal(text[name.start : name.stop]).split() if w not in generic}
    known = {w for called in (mention.thing.label, *mention.thing.names) for w in normal(called).split()}
    return bool(words & known - lexicon().kind_words)


def _foreign(things: Things, text: str) -> list[Mention]:
    found = []
    for start, stop, kind in foreign_names(text):
        thing = things.named(text[start:stop], kind)
        found.append(Mention(start, stop, [thing], thing.type))
    return found


def _person(things: Things, start: int, stop: int, name: str) -> Mention:
    thing = things.find(name) or _by_surname(things, name) or _by_initial(things, name)
    thing = thing or things.add(Thing("Person", name))
    return Mention(start, stop, [thing], "Person")


def _by_surname(things: Things, name: str) -> Thing | None:
    if " " in name:
        return None
    people = [thing for thing in reversed(things.all) if thing.type == "Person"]
    family = next((thing for thing in people if thing.label.endswith(f" {name}")), None)
    first = [thing for thing in people if thing.label.startswith(f"{name} ")]
    return family or (first[0] if len(first) == 1 else None)


def _by_initial(things: Things, name: str) -> Thing | None:
    """The one person whom the document elsewhere names with the same family name, and in full: "J. Doe", "Jane Doe"."""
    first, _, family = name.rpartition(" ")
    if not first or not family[0].isupper():
        return None
    alike = [
        thing
        for thing in things.all
        if thing.type == "Person"
        and thing.label.endswith(f" {family}")
        and thing.label[0] == name[0]
        and ("." in thing.label.split()[0]) != ("." in first.split()[0])
    ]
    if len(alike) != 1:
        return None
    thing = alike[0]
    if len(name) > len(thing.label):
        thing.call(thing.label)
        thing.label = name
        thing.names.pop(name, None)
    things.add(thing, [name])
    return thing


def _free(mention: Mention, taken: list[Mention]) -> bool:
    return all(mention.stop <= other.start or other.stop <= mention.start for other in taken)
