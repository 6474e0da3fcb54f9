"""What a definition in the document defines: "Gulf Association for Metrology (GULFMET)"."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.definitions import Definition
from qigraph.extraction.names.kinds import defines_a_kind
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.names.subject_organs import names_organ
from qigraph.extraction.things import Thing
from qigraph.names import normal

__all__ = ["define"]


_EDITION = re.compile(r"[A-Z]{3,}(?:-|')\d\d$|[A-Z]{3,}[\s-]?20\d\d$")
"""An acronym with a number or a year: "World Weights Assembly (WWA-20)" is held, and no body."""


def define(names: Names, definition: Definition) -> None:
    """Let both names of a definition stand for one thing: a registered one, an earlier one, or a new one."""
    short, long = definition.short, definition.long
    if long.lower() in lexicon().heads or re.fullmatch(
        r"sustainable development goals?", long, re.IGNORECASE
    ):
        return
    if short in lexicon().not_organisations and lexicon().head_type(long) is None:
        return
    if (
        re.search(r"\sco-?operation$", long)
        or defines_a_kind(short, long)
        or re.sub(r"^[Tt]he ", "", long) in lexicon().countries
    ):
        return
    long = _known_tail(names, short, long) or long
    thing = _defined(names, short, long)
    names.things.add(thing, [long, short])
    names.known.introduce(short, thing)
    owner, _, rest = short.partition(" ")
    if re.fullmatch(r"[A-Z]{3,}", rest) and names.actor(owner) is not None:
        names.known.introduce(rest, thing)
    names.known.introduce(long, thing)


def _known_tail(names: Names, short: str, long: str) -> str | None:
    """The registered name that the long form ends with, where the short one is known for it."""
    for mention in names.known.registered_in(long):
        bears = short in (mention.thing.label, *mention.thing.names)
        if bears and mention.start > 0 and mention.stop >= len(long) - 1 and " " in long[mention.start :]:
            return long[mention.start :]
    return None


def _defined(names: Names, short: str, long: str) -> Thing:
    whole = [m for m in names.known.registered_in(long) if m.start <= 4 and m.stop >= len(long) - 1]
    if whole:
        return _namesake(names, short, whole[-1].thing) or whole[-1].thing
    if earlier := names.known.introduced.get(short):
        return earlier
    registered = [m for m in names.known.registered_in(short) if m.stop - m.start == len(short)]
    if registered and _akin(registered[0].thing, long):
        return registered[0].thing
    head = lexicon().head_type(short) if " " in short else None
    kind = head or lexicon().head_type(long)
    if kind is not None and _EDITION.search(short):
        kind = ("Event", kind[1])
    if names_organ(long) or (kind and _of_an_owner(names, long, kind[1])):
        return Thing("Body", long)
    undertaking = kind is None and lexicon().begins_undertaking(long)
    return Thing(kind[0] if kind else "Programme" if undertaking else "Organisation", long)


def _namesake(names: Names, short: str, thing: Thing) -> Thing | None:
    """Another that bears the same long name, where the acronym is known for it: institutes of two countries."""
    if short in (thing.label, *thing.names):
        return None
    known = [m.thing for m in names.known.registered_in(short) if m.stop - m.start == len(short)]
    shared = {normal(name) for name in (thing.label, *thing.names)}
    return next((o for o in known if shared & {normal(n) for n in (o.label, *o.names)}), None)


def _of_an_owner(names: Names, long: str, head: str) -> bool:
    """Whether it is a centre or an office that bears its owner's name in front: "OIML Pilot Training Center"."""
    owner = re.match(r"[A-Z]{2,}\s", long)
    return head in lexicon().organs and owner is not None and names.actor(owner.group().strip()) is not None


def _akin(thing: Thing, long: str) -> bool:
    """Whether the long form may be another wording of a registered name: it has no telling word that no name has."""
    words = {
        word for word in normal(long).split() if word not in lexicon().generic_words | lexicon().connectors
    }
    known = {word for name in (thing.label, *thing.names) for word in normal(name).split()}
    return bool(words & known) and len(words - known) <= len(words) // 3
