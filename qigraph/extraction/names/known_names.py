"""Names that the registry knows, and names that the document itself has introduced."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import ahocorasick

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.phrases import holds, lower
from qigraph.extraction.things import Mention, Thing, Things

if TYPE_CHECKING:
    from qigraph.loading.registry import Entry, Registry

__all__ = ["KnownNames"]

_WITH_ORGAN = cued(
    r"(?<![\w-])([A-Z]{2})(?:'s)?\s(?:General Assembl|Secretariat|Executive|Council|Board|Presiden|Chair|Director|"
    r"[Mm]embers?\b|[Mm]embership|Full Member|Associate Member|MLA\b|MRA\b|BLA\b)"
)
_OF_MEMBERS = cued(
    r"\b(?:[Mm]embers?|[Mm]embership|[Aa]ffiliates?|[Aa]ssociates?|[Ss]ignator(?:y|ies)|[Jj]oin(?:ed|s)|[Oo]bservers?)"
    r"(?: bod(?:y|ies))? (?:(?:of|in|to|at) )?(?:the )?([A-Z]{2})(?=[,.;)]| and\b| since\b| \()"
)
"""Two letters of which somebody is a member: "a full member of EA, IAF and ILAC"."""
_DOES = cued(
    r"(?<![\w-])(?:[Tt]he\s)?([A-Z]{2})\s(?:(?:has|have)\s)?(?:sign|launch|fund|financ|publish|issu|adopt|approv|organi[sz]"
    r"|host|co-?operat|develop)(?:ed|es|s)\b"
)
_DONE_BY = cued(
    r"\b(?:sign|launch|fund|financ|publish|issu|adopt|approv|organi[sz]|host|support|sponsor|implement|provid|coordinat)ed"
    r"\sby\s(?:the\s)?([A-Z]{2})(?![\w-])"
)
"""Two letters of whom it is said what they do: "financed by the EU"."""
_JOINED = cued(r"(?<![\w-])([A-Z]{2})-(?:funded|financed|led|sponsored)\b")
_BELONGING = ("ember", "ffiliate", "ssociate", "ignator", "oin", "bserver")
_OF_SERIES = re.compile(r"(?<![\w/-])([A-Z]{2})-\d{1,2}/\d{2}(?!\d)")
"""Two letters in front of the number of a document of theirs: "EA-4/02"."""
_GOES_ON = re.compile(
    r"\s(?:de|do|da|du)\s(?:la\s)?(?:Metrolog|Métrolog|Normali|Acredita|Accrédita|Calidad|Qualité|Qualidade)"
)
"""How a name goes on of which the registry knows the beginning: "Comunidad Andina de Metrología"."""
_SHOUTED = re.compile(r"\s[A-Z]{2,}\b")


@lru_cache(maxsize=4)
def _automaton(registry: "Registry") -> "ahocorasick.Automaton":
    """Full names without case, acronyms with it; each leads to the entries that bear it."""
    bearers: dict[tuple[bool, str], list[Entry]] = {}
    for entry in registry.entries:
        for name in dict.fromkeys(entry.names):
            exact = len(name) < 5 or name.isupper()
            bearers.setdefault((exact, name if exact else lower(name)), []).append(entry)
        for acronym in dict.fromkeys((*entry.acronyms, *entry.ambiguous)):
            bearers.setdefault((True, acronym), []).append(entry)
    automaton = ahocorasick.Automaton()
    by_key: dict[str, list[tuple[bool, str, list[Entry]]]] = {}
    for (exact, name), entries in sorted(bearers.items(), key=lambda item: item[0]):
        by_key.setdefault(lower(name), []).append((exact, name, entries))
    for key, values in by_key.items():
        automaton.add_word(key, (len(key), values))
    if len(automaton):
        automaton.make_automaton()
    return automaton


class KnownNames:
    """Finds registered and introduced names in the blocks of one document."""

    def __init__(self, registry: "Registry", things: Things) -> None:
        self.registry = registry
        self.things = things
        self.introduced: dict[str, Thing] = {}
        self._names: ahocorasick.Automaton | None = None
        self._automaton = _automaton(registry)
        self.full_names: set[str] = set()
        self.with_organs: set[str] = set()

    def introduce(self, name: str, thing: Thing) -> None:
        """From now on the name stands for the thing, whatever the registry says."""
        self.introduced.setdefault(name, thing)
        self._names = None

    def scan_full_names(self, text: str) -> None:
        """Note which entries the document names in full, and which two letters have organs: that settles acronyms."""
        self.with_organs.update([*_WITH_ORGAN.findall(text), *_DOES.findall(text), *_DONE_BY.findall(text)])
        if "-" in text:
            self.with_organs.update(_JOINED.findall(text))
        if holds(text, _BELONGING):
            self.with_organs.update(_OF_MEMBERS.findall(text))
        if "-" in text:
            self.with_organs.update(_OF_SERIES.findall(text))
        for _, _, exact, entries in self._hits(text):
            if not exact and len(entries) == 1:
                self.full_names.add(entries[0].id)

    def find(self, text: str) -> list[Mention]:
        """Mentions by known names, longest first where they overlap, in order."""
        return longest([*self._introduced_in(text), *self.registered_in(text)])

    def registered_in(self, text: str) -> list[Mention]:
        """Mentions by names of the registry alone; they may overlap."""
        found = []
        for start, stop, exact, entries in self._hits(text):
            entry = self._choose(text[start:stop], exact, entries)
            goes_on = not exact and _GOES_ON.match(text, stop) is not None
            if entry is not None and not goes_on and not _of_another_country(text, start, stop, entry):
                thing = self.things.of_entity(entry.entity)
                thing.former = entry.former
                found.append(Mention(start, stop, [thing], thing.type))
        return longest(found)

    def _introduced_in(self, text: str) -> list[Mention]:
        if not self.introduced:
            return []
        if self._names is None:
            self._names = ahocorasick.Automaton()
            for name in self.introduced:
                self._names.add_word(name, len(name))
            self._names.make_automaton()
        hits = [
            (last + 1 - length, -length)
            for last, length in self._names.iter(text)
            if not _in_word(text, last + 1 - length, last + 1)
        ]
        found: list[Mention] = []
        for start, minus in sorted(hits):
            if not found or start >= found[-1].stop:
                thing = self.introduced[text[start : start - minus]]
                found.append(Mention(start, start - minus, [thing], thing.type))
        return found

    def _hits(self, text: str) -> "list[tuple[int, int, bool, list[Entry]]]":
        hits = []
        if not len(self._automaton):
            return []
        lowered = lower(text)
        for end, (length, values) in self._automaton.iter(lowered):
            start, stop = end - length + 1, end + 1
            if (start and text[start - 1].isalnum()) or _in_word(text, start, stop):
                continue
            surface = text[start:stop]
            if surface.title() in lexicon().sentence_words and _SHOUTED.match(text, stop):
                continue
            for exact, name, entries in values:
                if surface == name if exact else _as_a_name(surface):
                    hits.append((start, stop, exact, entries))
        return hits

    def _choose(self, surface: str, exact: bool, entries: "list[Entry]") -> "Entry | None":
        """The one bearer of the name that this document means, or none."""
        named = [entry for entry in entries if entry.id in self.full_names]
        if len(named) == 1:
            return named[0]
        usual = [entry for entry in entries if surface in entry.acronyms or not exact]
        weak = exact and len(surface) <= 2 and surface not in self.with_organs
        return usual[0] if len(usual) == 1 and not weak else None


@cache
def _land_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<land>{alternatives(lexicon().countries)})(?:'s|\u2019s)?\s$")


def _of_another_country(text: str, start: int, stop: int, entry: "Entry") -> bool:
    """Whether a name that many institutes bear follows its country: "the Iceland National Bureau of Standards"."""
    if not text.startswith(("National ", "Bureau ", "Institute ", "Standards ", "Accreditation "), start):
        return False
    land = _land_before().search(text, max(0, start - 40), start)
    return land is not None and not any(land.group("land") in name for name in entry.names)


def _in_word(text: str, start: int, stop: int) -> bool:
    """Whether a letter or a figure stands before or behind."""
    before, after = text[start - 1 : start] if start else "", text[stop : stop + 1]
    return before.isalnum() or before == "_" or after.isalnum() or after == "_"


def _as_a_name(surface: str) -> bool:
    """Whether words of a name in full are written as one: with a capital, be it the second letter of "ePing"."""
    return surface[0].isupper() or not surface[0].isalpha() or (surface[1:2].isupper() and " " not in surface)


def longest(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest where mentions overlap; the result is in order of place."""
    taken = bytearray(max((m.stop for m in mentions), default=0))
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.stop, m.start)):
        if 1 not in taken[mention.start : mention.stop]:
            taken[mention.start : mention.stop] = b"\x01" * (mention.stop - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
