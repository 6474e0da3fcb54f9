"""Typed mentions: every place where a block names something, and what it names.

Names come from the registry, from definitions in the document, from titles in quotes, from numbers of standards and
from runs of capitalised words with a head noun. A name that begins with its owner ("OECD Secretariat") says so.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qigraph.extraction.blocks import Block
from qigraph.extraction.concepts import goal_mentions, instrument_mentions, topic_mentions
from qigraph.extraction.definitions import Definition, definitions
from qigraph.extraction.known_names import KnownNames, longest
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.name_runs import name_runs, trim, without_note
from qigraph.extraction.persons import persons
from qigraph.extraction.things import ACTORS, Mention, Thing, Things, normal
from qigraph.extraction.titles import Title, titles

if TYPE_CHECKING:
    from qigraph.loading.registry import Registry

__all__ = ["Mentions", "Ownership"]

_ACRONYM = re.compile(
    r"(?<![\w/.@-])[A-Z][A-Z0-9\u00c0-\u00de]*(?:[A-Z]|"
    r"[a-z]?[A-Z]{2})[A-Z0-9]*(?:[-/][A-Z]{2,})?(?![\w@])(?!\.\w)"
)
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}\s$")
_CAPITALS_AFTER = re.compile(r"\s[A-Z]{2,}\b(?![a-z])|,\s\d{1,2}\s[A-Z]|,\s[A-Z][a-z]+\s\d{1,2},")
_NUMBERED_BODY = re.compile(
    r"(?<![\w/])(?:(?P<owner>[A-Z][A-Za-z-]{1,9}(?:/(?:IEC|ISO))?)(?P<join>/|"
    r"\s))?(?P<code>(?:TC|SC|WG|JTC|JSyC|PC|TG|SG|TF|CC)\s?\d{1,3}"
    r"(?:/(?:SC|WG|TG)\s?\d{1,3})*|(?:Technical Committee|Working Group|Task Force|"
    r"Study Group|Task Group|Subcommittee)\s\d{1,3})(?!\w)"
)
_ORGAN = frozenset(
    [
        "council",
        "board",
        "assembly",
        "office",
        "bureau",
        "commission",
        "centre",
        "center",
        "laboratory",
        "institute",
        "executive",
        "panel",
        "forum",
    ]
)
_INDEFINITE = re.compile(r"\b(?:a|an|its|their|our|joint|new)\s$")
_REPORT_OF = re.compile(
    r"(?:report|minutes|summary|record|proceedings|agenda|programme|outcomes?)\s(?:of|on|for)\s(?:the\s)?(?=\d|\w)",
    re.IGNORECASE,
)
_LONGEST_NAME = 300
_SYMBOL = re.compile(r"\b[A-Z]{2,}(?:/[A-Z0-9.]+){2,}\b")
_TITLE = re.compile(r"[A-Z][\w-]*(?:\s(?:(?:of|for|on|and|the|to|in|as|a|with|against)\s){0,3}[A-Z][\w-]*)*")
_ORDINAL = re.compile(r"(?:\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\s$")
_JOINER = re.compile(r"'s\s|\s(?:and|&)\s(?:the\s)?|\s?[-\u2013/]\s?|,\s|\s")
_OF = re.compile(r"\s(?:of|at)\s(?:the\s)?$", re.IGNORECASE)
_OWNED = ("Body", "Programme", "Event", "Instrument", "Publication", "System", "Agreement")
_LOWER_BODY = re.compile(
    r"\b(?P<head>(?:[Jj]oint |[Tt]echnical |[Aa]d hoc )?(?:[Ww]orking [Gg]roup|"
    r"[Tt]ask [Ff]orce|[Tt]echnical [Cc]ommittee|[Ss]ub-?committee"
    r"|[Ee]xpert [Gg]roup|initiative|programme|project|campaign))s? (?:on|"
    r"for) (?P<topic>(?:the )?[a-z][\w-]+(?:(?:,| and| of| on| for| in| among|"
    r" between| the) ?[\w-]+| [\w-]+){0,7})"
)
_STOP = re.compile(
    r"\s(?:which|that|who|was|were|is|are|has|have|had|will|as|to|met|by|with|held|"
    r"at|under|within|in \d)\b.*$|[,;]\s.*$"
)


@dataclass(frozen=True, slots=True)
class Ownership:
    """A name that begins or ends with the names of its owners: where, what and whose."""

    block: Block
    start: int
    stop: int
    thing: Thing
    owners: tuple[Thing, ...]


class Mentions:
    """Finds the mentions of one document, block by block."""

    def __init__(self, registry: "Registry", things: Things) -> None:
        self.things = things
        self.known = KnownNames(registry, things)
        self.ownerships: list[Ownership] = []
        self.words: set[str] = set()

    def introduce(self, found: list[Block]) -> None:
        """Read the definitions of the whole document first: they hold everywhere in it."""
        for block in found:
            self.words.update(re.findall(r"\b[a-z]{3,}\b", block.text))
            self.known.scan_full_names(block.text)
        for block in found:
            for definition in definitions(block.text):
                self._define(definition)

    def _define(self, definition: Definition) -> None:
        short, long = definition.short, definition.long
        generic = long.lower() in lexicon().heads or re.fullmatch(
            r"sustainable development goals?", long, re.IGNORECASE
        )
        if generic:
            return
        by_long = self.known.registered_in(long)
        whole = [m for m in by_long if m.start <= 4 and m.stop >= len(long) - 1]
        earlier = self.known.introduced.get(short)
        if whole:
            thing = whole[-1].thing
        elif earlier is not None:
            thing = earlier
        else:
            registered = [m for m in self.known.registered_in(short) if m.stop - m.start == len(short)]
            thing = (
                registered[0].thing
                if registered and _akin(registered[0].thing, long)
                else self._new(short, long)
            )
        self.things.add(thing, [long, short])
        self.known.introduce(short, thing)
        self.known.introduce(long, thing)

    def _new(self, short: str, long: str) -> Thing:
        head = lexicon().head_type(short) if " " in short else None
        kind = head or lexicon().head_type(long)
        return Thing(kind[0] if kind else "Organisation", long)

    def find(self, block: Block, *, alone: bool = False) -> list[Mention]:
        """All mentions of a block by name, without overlaps, in order; topics where no name stands."""
        text = block.text
        raw = self.known.find(text)
        known = self._join_owned(block, raw)
        quoted = [self._titled(block, title, known) for title in titles(text)]
        people = [self._person(p.start, p.stop, p.name) for p in persons(text, alone=alone)]
        numbered = [self._titled_instrument(block, m, raw) for m in instrument_mentions(text, self.things)]
        goals = list(goal_mentions(text, self.things))
        known = longest([*known, *self._numbered_bodies(block)])
        firm = longest([*quoted, *goals, *known, *numbered])
        firm = longest([*firm, *(m for m in people if _free(m, firm))])
        symbols = [(m.start(), m.end()) for m in _SYMBOL.finditer(text)]
        firm = [m for m in firm if not any(start <= m.start < stop for start, stop in symbols)]
        runs = [m for m in self._runs(block, known, firm) if m]
        firm = longest([*firm, *runs])
        firm = longest([*self._lower_named(block, text, firm), *firm])
        firm += [m for m in self._acronyms(text) if _free(m, firm)]
        self._prefixed(block, firm)
        topics = [m for m in topic_mentions(text, self.things) if _free(m, firm)]
        return sorted([*firm, *topics], key=lambda m: m.start)

    def _titled_instrument(self, block: Block, mention: Mention, known: list[Mention]) -> Mention:
        """ "UNECE Recommendation D on Reference to Standards" is Recommendation D, with its owner and its title."""
        text, start, stop = block.text, mention.start, mention.stop
        on = re.match(r"\son\s(?:the\s)?(?=[A-Z])", text[stop:])
        if on and text[start:stop].startswith(("Recommendation", "Guide")):
            begin = stop + on.end()
            title = _TITLE.match(text, begin)
            stop = without_note(text, title.end()) if title else stop
        registered = next((m for m in known if m.start <= start < m.stop and m.type == mention.type), None)
        if registered is not None:
            start = registered.start
            mention = Mention(mention.start, mention.stop, registered.things, registered.type)
        owner = next(
            (m for m in known if m.stop == start - 1 and text[m.stop] == " " and m.type in ACTORS), None
        )
        if owner is not None:
            start = owner.start
            self._own(block, start, stop, mention.thing, [owner.thing])
        if text[start:stop] != text[mention.start : mention.stop]:
            self.things.add(
                mention.thing, [text[start:stop], text[mention.start : stop], text[start : mention.stop]]
            )
        return Mention(start, stop, mention.things, mention.type)

    def _numbered_bodies(self, block: Block) -> list[Mention]:
        """ "ISO/TC 307" and "WG 5": a body by number, in its document or in its owner."""
        found = []
        for match in _NUMBERED_BODY.finditer(block.text):
            code = match.group("code")
            owner = self._owner(match.group("owner") or "")
            name = match.group() if owner else code
            start = match.start() if owner else match.start("code")
            thing = self.things.find(name) or self.things.add(Thing("Body", name, own=owner is not None))
            if thing.type != "Body":
                continue
            found.append(Mention(start, match.end(), [thing], "Body"))
            if owner is not None:
                self._own(block, start, match.end(), thing, [owner])
        return found

    def _owner(self, name: str) -> Thing | None:
        found = self.known.find(name) if name else []
        whole = found and found[0].start == 0 and found[0].stop == len(name) and found[0].type in ACTORS
        return found[0].thing if whole else None

    def _join_owned(self, block: Block, known: list[Mention]) -> list[Mention]:
        """ "UNECE WP.6" is one mention of WP.6, owned by UNECE."""
        joined: list[Mention] = []
        for mention in known:
            before = joined[-1] if joined else None
            gap = block.text[before.stop : mention.start] if before else ""
            if before and gap in (" ", "/") and before.thing.type in ACTORS and mention.type in _OWNED:
                joined[-1] = Mention(before.start, mention.stop, mention.things, mention.type)
                mention.thing.call(block.text[before.start : mention.stop])
                self._own(block, before.start, mention.stop, mention.thing, [before.thing])
            else:
                joined.append(mention)
        return joined

    def _prefixed(self, block: Block, firm: list[Mention]) -> None:
        """ "WTO TBT Committee", known by that very name, still says whose committee it is."""
        owned = {(own.start, own.stop) for own in self.ownerships if own.block is block}
        for mention in firm:
            surface = block.text[mention.start : mention.stop]
            first = re.match(r"[\w.]+(?=[\s/])", surface)
            if (
                mention.type not in ("Body", "Programme", "Instrument", "Publication")
                or not first
                or (mention.start, mention.stop) in owned
            ):
                continue
            if lexicon().head_type(surface[first.end() + 1 :]) is None or surface[first.end()] == "/":
                continue
            found = self.known.find(first.group())
            if found and found[0].stop == first.end() and found[0].type in ACTORS:
                self._own(block, mention.start, mention.stop, mention.thing, [found[0].thing])

    def _own(self, block: Block, start: int, stop: int, thing: Thing, owners: list[Thing]) -> None:
        if others := tuple(owner for owner in owners if owner is not thing):
            self.ownerships.append(Ownership(block, start, stop, thing, others))
            thing.owners += [owner for owner in others if owner not in thing.owners]

    def _titled(self, block: Block, title: Title, known: list[Mention]) -> Mention:
        thing = self.things.named(title.name, title.type)
        surface = block.text[title.start : title.stop]
        self.things.add(thing, [title.name.split(": ")[0], f"{title.name} {title.head}", surface])
        start = title.start
        owners: list[Thing] = []
        for mention in reversed([m for m in known if m.stop <= title.start and m.thing.type in ACTORS]):
            gap = block.text[mention.stop : start]
            if not re.fullmatch(
                r"\s?[-\u2013/]\s?|\s|'s\s|\s(?:and|&)\s(?:the\s)?|\s(?:[A-Z][\w-]+\s){1,3}|"
                r"\s(?:joint|new|recent)\s",
                gap,
            ):
                break
            start = mention.start
            owners.insert(0, mention.thing)
        if owners:
            thing.call(block.text[start : title.stop])
            self._own(block, start, title.stop, thing, owners)
        return Mention(start, title.stop, [thing], thing.type)

    def _person(self, start: int, stop: int, name: str) -> Mention:
        thing = self.things.find(name) or self._by_surname(name) or self.things.add(Thing("Person", name))
        return Mention(start, stop, [thing], "Person")

    def _by_surname(self, name: str) -> Thing | None:
        if " " in name:
            return None
        return next(
            (t for t in reversed(self.things.all) if t.type == "Person" and t.label.endswith(f" {name}")),
            None,
        )

    def _runs(self, block: Block, known: list[Mention], firm: list[Mention]) -> list[Mention | None]:
        text, found = block.text, []
        for run_start, run_stop in name_runs(text):
            for start, stop in self._uncovered(text, run_start, run_stop, known, firm):
                inside = [m for m in known if m.start < stop and start < m.stop]
                if ordinal := _ORDINAL.search(text[:start]):
                    start = ordinal.start()
                if inside:
                    found += self._run(block, start, stop, inside)
                else:
                    found += self._plain_run(block, start, stop)
        return found

    def _uncovered(
        self, text: str, start: int, stop: int, known: list[Mention], firm: list[Mention]
    ) -> list[tuple[int, int]]:
        """The run without the persons, titles and numbers that it runs over."""
        covered = [m for m in firm if m.start < stop and start < m.stop and m not in known]
        if not covered:
            return [(start, stop)]
        begins = [start, *(m.stop for m in covered)]
        ends = [*(m.start for m in covered), stop]
        pieces = [_strip(text, *trim(text, a, b)) for a, b in zip(begins, ends, strict=True) if b - a > 3]
        return [(a, b) for a, b in pieces if b - a > 3]

    def _run(self, block: Block, start: int, stop: int, inside: list[Mention]) -> list[Mention | None]:
        """A run with known names in it: owned by those it begins or ends with, or cut at them."""
        text = block.text
        if report := _REPORT_OF.match(text, start, stop):
            start = report.end()
        leading: list[Mention] = []
        at = start
        for mention in inside:
            if mention.start == at or _JOINER.fullmatch(text[at : mention.start]):
                leading.append(mention)
                at = mention.stop
        gap = _JOINER.match(text, at, stop)
        rest = text[gap.end() : stop] if gap and leading and gap.group() not in (", ",) else ""
        if (
            gap
            and leading
            and leading[0].start == start
            and rest
            and at == inside[-1].stop
            and not re.match(r"\s(?:and|&)\s|,", gap.group())
        ):
            kind = lexicon().head_type(rest)
            if kind and kind[0] == "Organisation" and kind[1] in _ORGAN:
                kind = ("Body", kind[1])
            if (
                kind
                and kind[0] in _OWNED
                and all(m.thing.type in ACTORS | {"Agreement", "System"} for m in leading)
            ):
                return [self._owned(block, start, stop, rest, kind[0], [m.thing for m in leading])]
        last = inside[-1]
        if (
            len(inside) == 1
            and last.stop == stop
            and last.start > start
            and (of := _OF.search(text[start : last.start]))
        ):
            head = text[start : start + of.start()]
            kind = lexicon().head_type(head)
            if kind and kind[0] in _OWNED and len(head.split()) >= 1 and head[0].isupper() and " " in head:
                return [self._owned(block, start, stop, text[start:stop], kind[0], [last.thing])]
        whole = lexicon().head_type(text[start:stop])
        if len(inside) == 1 and whole and whole[0] == "Event" and start < last.start and last.stop < stop:
            return self._plain_run(block, start, stop)
        found: list[Mention | None] = []
        begins = [start, *(m.stop for m in inside)]
        ends = [*(m.start for m in inside), stop]
        for begin, end in zip(begins, ends, strict=True):
            begin += 3 if text.startswith("'s ", begin) else 0
            left, right = _strip(text, *trim(text, begin, max(begin, end)))
            if right - left > 3:
                found += self._plain_run(block, left, right)
        return found

    def _owned(
        self, block: Block, start: int, stop: int, rest: str, kind: str, owners: list[Thing]
    ) -> Mention:
        name = block.text[start:stop]
        actors = [owner for owner in owners if owner.type in ACTORS]
        thing = self.things.find(name) or (self.things.find(rest) if len(rest.split()) > 1 else None)
        if thing is None:
            thing = self.things.add(Thing(kind, name), [rest] if len(rest.split()) > 1 else [])
        thing.call(name, rest)
        if thing.type == "Agreement":
            thing.parties = thing.parties or actors
        self._own(block, start, stop, thing, actors)
        return Mention(start, stop, [thing], thing.type)

    def _plain_run(self, block: Block, start: int, stop: int) -> list[Mention | None]:
        if stop - start > _LONGEST_NAME:
            return []
        text = block.text
        if report := _REPORT_OF.match(text, start, stop):
            start = report.end()
        stop = _without_place(text, start, _with_list(text, start, stop))
        for piece_start, piece_stop in _split(text, start, stop):
            if (piece_start, piece_stop) != (start, stop):
                return [m for a, b in _split(text, start, stop) for m in self._plain_run(block, a, b)]
        name = text[start:stop]
        kind = lexicon().head_type(name)
        words = name.split()
        if kind is None or len(words) < 2 or (name.isupper() and len(name) > 12) or len(words) > 22:
            return [None]
        if normal(name) in {normal(head) for head in (kind[1],)} or name.lower() in lexicon().heads:
            return [None]
        if kind[0] == "Publication" and len(words) < 3 and not words[0][0].isupper():
            return [None]
        thing = (
            self.things.find(name) or self._shortened(name, kind[0]) or self.things.add(Thing(kind[0], name))
        )
        thing.call(name)
        return [Mention(start, stop, [thing], thing.type)]

    def _shortened(self, name: str, kind: str) -> Thing | None:
        """ "The Joint Committee" is the Joint Committee on … that was named before."""
        for thing in reversed(self.things.all):
            if thing.entity is not None and thing.entity.type in ("Topic", "Goal"):
                continue
            same = thing.type == kind or (thing.type in ACTORS and kind in ACTORS)
            if same and any(
                full.startswith(f"{name} ") or full.endswith(f" {name}")
                for full in (thing.label, *thing.names)
            ):
                return thing
        return None

    def _lower_named(self, block: Block, text: str, firm: list[Mention]) -> list[Mention]:
        """ "working group on …" and "X initiative on …", which are names though written small."""
        found = []
        for match in _LOWER_BODY.finditer(text):
            topic = _STOP.sub("", match.group("topic"))
            stop = match.start("topic") + len(topic)
            name = f"{match.group('head')} {text[match.end('head') :].lstrip('s ').split(' ', 1)[0]} {topic}"
            kind = (lexicon().head_type(match.group("head")) or ("Body", ""))[0]
            thing = (
                self.things.find(name)
                or self._inside(firm, match.end("head"), stop, kind)
                or self.things.add(Thing(kind, name))
            )
            start = match.start()
            owners: list[Thing] = []
            for owner in reversed([m for m in firm if m.stop <= start and m.type in ACTORS]):
                if not re.fullmatch(r"(?:'s)?\s|\s(?:and|&)\s(?:the\s)?|-|/", text[owner.stop : start]):
                    break
                start = owner.start
                owners.insert(0, owner.thing)
            if thing.type == "Programme" and not owners and not _INDEFINITE.search(text[:start]):
                continue
            if owners:
                thing.call(text[start:stop])
                self._own(block, start, stop, thing, owners)
            found.append(Mention(match.start(), stop, [thing], thing.type))
        return found

    def _inside(self, firm: list[Mention], start: int, stop: int, kind: str) -> Thing | None:
        """The name after "initiative on", if it is one."""
        return next((m.thing for m in firm if start <= m.start and m.stop <= stop and m.type == kind), None)

    def _acronyms(self, text: str) -> list[Mention]:
        """Capitals that nothing explains are taken for an organisation, unless listed otherwise."""
        letters = [c for c in text if c.isalpha()]
        if sum(c.isupper() for c in letters) > 0.6 * len(letters) and len(text.split()) > 2:
            return []
        found = []
        for match in _ACRONYM.finditer(text):
            name = match.group()
            if (
                not 3 <= len(name) <= 12
                or name.lower() in self.words
                or name in lexicon().not_organisations
                or name.rstrip("s") in lexicon().not_organisations
            ):
                continue
            if re.match(r"\s?[-/]?\d", text[match.end() : match.end() + 2]):
                continue
            if _CAPITALS_BEFORE.search(text[: match.start()]) or _CAPITALS_AFTER.match(text[match.end() :]):
                continue
            thing = self.things.find(name) or self.things.add(Thing("Organisation", name))
            found.append(Mention(match.start(), match.end(), [thing], thing.type))
        return found


def _akin(thing: Thing, long: str) -> bool:
    """Whether the long form may be another wording of a registered name: it has no telling word that no name has."""
    words = {
        word for word in normal(long).split() if word not in _GENERIC and word not in lexicon().connectors
    }
    known = {word for name in (thing.label, *thing.names) for word in normal(name).split()}
    return bool(words & known) and len(words - known) <= len(words) // 3


_GENERIC = frozenset(
    [
        "international",
        "national",
        "regional",
        "world",
        "european",
        "african",
        "american",
        "asian",
        "organization",
        "association",
        "agency",
        "institute",
        "commission",
        "committee",
        "council",
        "general",
        "central",
        "federal",
        "bureau",
        "office",
        "body",
        "union",
        "society",
        "network",
        "center",
    ]
)


def _free(mention: Mention, taken: list[Mention]) -> bool:
    return all(mention.stop <= other.start or other.stop <= mention.start for other in taken)


def _strip(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and not text[start].isalnum():
        start += 1
    while stop > start and not (text[stop - 1].isalnum() or text[stop - 1] == "."):
        stop -= 1
    return start, stop


def _with_list(text: str, start: int, stop: int) -> int:
    """Carry a name such as "Committee on Weights, Measures and Trade" over its commas."""
    kind = lexicon().head_type(text[start:stop])
    if kind is None or kind[0] not in ("Body", "Network", "Organisation", "Programme"):
        return stop
    if not re.search(r"\s(?:on|for|of|in)\s", text[start:stop]):
        return stop
    more = re.match(
        r"(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)+,?\sand\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)*", text[stop:]
    )
    return stop + more.end() if more and not lexicon().head_type(more.group().rsplit(" and ", 1)[1]) else stop


def _without_place(text: str, start: int, stop: int) -> int:
    """An agreement or event ends before "in Geneva"."""
    cut = text.find(" in ", start, stop)
    if (
        cut > 0
        and (kind := lexicon().head_type(text[start:cut]))
        and kind[0] in ("Agreement", "Event", "Publication")
    ):
        return cut
    return stop


def _split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Two names joined by "and" are two when each has a head noun of its own and two words."""
    for match in re.finditer(r"\s(?:and|&|et)\s(?:the\s)?", text[start:stop]):
        left = (start, start + match.start())
        right = trim(text, start + match.end(), stop)
        both = [lexicon().head_type(text[a:b]) for a, b in (left, right)]
        long_enough = all(len(text[a:b].split()) >= 2 for a, b in (left, right))
        if long_enough and all(
            kind and kind[0] in ("Organisation", "Network", "Body", "Agreement") for kind in both
        ):
            return [left, right]
    return [(start, stop)]
