"""The Sustainable Development Goals and their targets as entities, from ``ontology/goals.ttl``."""

from pathlib import Path

from qigraph.errors import InputError
from qigraph.facts import Entity
from qigraph.loading.blocks import SKOS, Block, read_blocks
from qigraph.resources import resource

__all__ = ["load_goals"]

_UN = "http://metadata.un.org/sdg/"
_PREF, _ALT = SKOS + "prefLabel", SKOS + "altLabel"


def load_goals(path: Path | None = None) -> tuple[Entity, ...]:
    """Read the goals: the SDGs as a whole, then each goal followed by its targets.

    Parameters
    ----------
    path : Path, optional
        A Turtle file of the same form; the one that qigraph ships where none is given.

    Raises
    ------
    InputError
        If the file is not Turtle or a goal has no title.

    Examples
    --------
    >>> goals = {goal.id: goal for goal in load_goals()}
    >>> goals["goal/9"].label, goals["goal/9"].aliases[:2]
    ('SDG 9', ('Sustainable Development Goal 9', 'Industry, innovation and infrastructure'))
    >>> goals["goal/12.5"].label, goals["goal/all"].label
    ('SDG target 12.5', 'Sustainable Development Goals')
    """
    source = path or resource("ontology/goals.ttl")
    return tuple(_goal(source, block) for block in read_blocks(source))


def _goal(source: Path, block: Block) -> Entity:
    title = block.label()
    if title is None:
        raise InputError(f"{source}, line {block.line}: {block.iri} has no skos:prefLabel")
    if not block.iri.startswith(_UN):
        others = [name for name in block.texts(_PREF, _ALT) if name != title]
        return Entity("goal/all", title, "Goal", tuple(others))
    code = block.iri.removeprefix(_UN)
    if "." in code:
        label, aliases = f"SDG target {code}", [f"Sustainable Development Goal target {code}", f"SDG {code}"]
    else:
        label = f"SDG {code}"
        aliases = [f"Sustainable Development Goal {code}", *block.texts(_ALT, language="en"), f"SDG{code}"]
    return Entity(f"goal/{code}", label, "Goal", (*aliases, title))
