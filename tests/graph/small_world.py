"""A small stand-in for extraction, resolution and the stores, so that the graph folder is tested by itself.

Two kinds of sentence are understood: ``A is a member of B since 2010.`` and ``A was established in 2018.``;
one that begins with ``Perhaps`` is dropped. Run as a script it is the command line on that stand-in; the
environment variable SMALL_WORLD_STOP names the stage at which it then says so and waits to be stopped.
"""

import os
import re
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.reading.text import Text

_MEMBER = re.compile(r"\b(\w+) is a member of (\w+)(?: since (\d{4}))?\.")
_BEGAN = re.compile(r"\b(\w+) was established in (\d{4}(?:-\d{2})?)\.")
_DENIED = re.compile(r"Perhaps [^.]+\.")


@dataclass
class Dropped:
    reason: str
    relation: str
    start: int
    stop: int
    quote: str
    rule: str


@dataclass
class Extraction:
    facts: list[Fact] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


extracted: list[str] = []
"""Names of the documents that were extracted, in order."""

rules = "rules 1"

REASONS = ["not asserted"]
"""Why candidates are dropped, in turn."""


def _entity(name: str, type: str = "Organisation") -> Entity:
    return Entity(name.lower(), name, type)


def extract(text: Text, registry: object) -> Extraction:
    _pause("extract")
    extracted.append(text.name)
    found = Extraction()
    for m in _MEMBER.finditer(text.characters):
        evidence = Evidence(text.name, m.start(), m.end(), m.group(), "member")
        found.facts.append(
            Fact(_entity(m[1]), "memberOf", _entity(m[2]), Interval(m[3] or None), (evidence,))
        )
    for m in _BEGAN.finditer(text.characters):
        evidence = Evidence(text.name, m.start(), m.end(), m.group(), "began")
        found.facts.append(Fact(_entity(m[1]), "established", m[2], evidence=(evidence,)))
    for number, m in enumerate(_DENIED.finditer(text.characters)):
        reason = REASONS[number % len(REASONS)]
        found.dropped.append(Dropped(reason, "memberOf", m.start(), m.end(), m.group(), "member"))
    return found


def resolve(facts: list[Fact], registry: object) -> list[Fact]:
    _pause("resolve")
    return merge(facts)


def build_sparql(nquads: Path, folder: Path) -> None:
    _pause("sparql")
    folder.mkdir()
    (folder / "store").write_bytes(nquads.read_bytes())


def build_cypher(facts: Iterable[Fact], entities: Mapping[str, Entity], folder: Path) -> None:
    _pause("cypher")
    folder.mkdir()
    (folder / "store").write_text("\n".join(entities))


def _pause(stage: str) -> None:
    if os.environ.get("SMALL_WORLD_STOP") == stage:
        print(f"at {stage}", flush=True)
        time.sleep(60)


def modules() -> dict[str, ModuleType]:
    """The stand-ins by the names under which the graph imports them."""
    stands_in: dict[str, dict[str, object]] = {
        "qigraph.extraction": {"extract": extract, "rules_digest": lambda: rules},
        "qigraph.loading.registry": {"load_registry": lambda: None},
        "qigraph.loading.resolve": {"resolve": resolve},
        "qigraph.stores.sparql_store": {"build": build_sparql},
        "qigraph.stores.property_graph": {"build": build_cypher},
    }
    found = {}
    for name, members in stands_in.items():
        found[name] = ModuleType(name)
        found[name].__dict__.update(members)
    return found


if __name__ == "__main__":
    import qigraph.stores

    for name, module in modules().items():
        sys.modules[name] = module
        if name.startswith("qigraph.stores."):
            setattr(qigraph.stores, name.rsplit(".", 1)[1], module)
    from qigraph.cli import main

    main()
