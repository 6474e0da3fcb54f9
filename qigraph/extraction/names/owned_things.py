"""What belongs to an organisation and goes by a name with its own in it: the organ, agreement or programme."""

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.names.agreement_names import is_plain_agreement
from qigraph.extraction.names.organ_names import variants
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing, Things
from qigraph.schema import ACTORS

__all__ = ["owned_thing"]


def owned_thing(
    names: Names, block: Block, start: int, stop: int, rest: str, type: str, owners: list[Thing]
) -> Mention:
    """The mention of what is somebody's: of what is known by that name, else of something new.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where the run stands.
    start, stop : int
        Where the whole name stands.
    rest : str
        The name without its owners.
    type : str
        Type of what is owned.
    owners : list of Thing
        Whose it is: actors own it, and are the parties of an agreement.

    Returns
    -------
    Mention
        The whole name.
    """
    things, name = names.things, block.text[start:stop]
    actors = [owner for owner in owners if owner.type in ACTORS]
    head = rest.split(" of ")[0] if rest == name else rest
    further = [rest] if len(rest.split()) > 1 and not is_plain_agreement(rest) else []
    further_names = variants(head, actors[0]) if len(actors) == 1 and type == "Body" else []
    known = (things.find(each) for each in [name, *further_names])
    thing = next((one for one in known if one is not None), None)
    bare = things.find(rest) if further else None
    shared = bare is not None and bare is not thing and _of_others(bare, actors)
    if shared:
        further = []
    elif thing is None:
        thing = bare
    thing = thing or _same_agreement(things, rest, type, actors)
    if thing is None:
        thing = things.add(Thing(type, name), [*further, *further_names])
    thing.call(name, *([] if shared else [rest]))
    if thing.type == "Agreement":
        thing.parties = thing.parties or actors
    names.own(block, start, stop, thing, actors)
    return Mention(start, stop, [thing], thing.type)


def _of_others(thing: Thing, actors: list[Thing]) -> bool:
    """Whether a body of that name is known for that of somebody else: each has a technical committee of its own."""
    owners = [owner for owner in thing.owners if owner.type in ACTORS]
    return thing.type == "Body" and bool(actors) and bool(owners) and not any(a in owners for a in actors)


def _same_agreement(things: Things, rest: str, type: str, actors: list[Thing]) -> Thing | None:
    """ "ILAC-BIPM MoU" is the "BIPM-ILAC MoU" that was named before."""
    if type != "Agreement" or len(actors) < 2:
        return None
    parties = {id(actor) for actor in actors}
    return next(
        (
            one
            for one in things.all
            if one.type == type
            and {id(party) for party in one.parties} == parties
            and any(name.endswith(rest) for name in (one.label, *one.names))
        ),
        None,
    )
