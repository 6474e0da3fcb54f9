"""Organs written small behind their owner: "the ISO secretariat", "the ILAC Arrangement Management committee"."""

import re
from bisect import bisect_left

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["organ_names", "owned_by_possessive", "variants"]

_UNDERTAKINGS = "agreement|arrangement|programme|program|project|initiative|campaign|database|portal|platform"
_NOUNS = r"committee|sub-?committee|working group|task force|task group|board|council|department|unit|panel|directorate"
_ORGAN = re.compile(
    rf"\s(?:(?:[A-Z][\w-]*\s){{1,4}}(?:(?:management|technical|executive|advisory)\s)?(?:{_NOUNS}|{_UNDERTAKINGS})"
    r"|(?:central |permanent )?secretariat|bureau|presidium"
    r"|(?:executive|management|steering|governing) (?:committee|board|council)"
    r"|board of directors|(?:Training )?(?:Academy|Foundation)|Training Cent(?:re|er))"
    r"(?!s|\w|\s(?:of|on|for|services?|functions?|support|staff|meeting|member)\b)"
)
_UNIT = re.compile(
    r"\s(?:TC|WG|SC|TG|EC|MC|DEC|SG)(?:[A-Z]{1,4}|-[A-Z][A-Za-z]{1,12})?(?=\s(?:[Cc]hair|[Cc]onven|[Mm]ember|[Ss]ecretar"
    r"|is\s(?:chaired|headed|led)|was\s(?:chaired|headed|led))|\smeeting)"
)
"""A unit of an organisation by its letters: "the APMP TCL chair", "AFRIMETS TC-Length is headed by"."""
_HEADS = (
    r"(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Aa]ssembly|[Cc]ommission|[Ss]ecretariat|[Dd]epartment|[Dd]ivision|[Uu]nit"
    r"|[Gg]roup|[Tt]eam|[Pp]anel|[Dd]irectorate|[Ss]ection|[Tt]ask [Ff]orce)"
    r"(?!s|\w|\s(?:of|on|for|meeting|Meeting|member|Member)\b)"
)
_POSSESSED = re.compile(rf"['\u2019]s\s(?:[A-Z][\w-]*\s(?:(?:and|&|of|for)\s)?){{1,5}}{_HEADS}")
"""An organ behind 's, of whatever words: "EURAMET's Research Council"."""
_ACRONYM_ORGAN = re.compile(
    r"([A-Z]{3,10})\s(?:Central\s)?(?:Secretariat|Council|Executive (?:Committee|Board|Council)|"
    r"Governing (?:Board|Council)|Board of Directors|Steering Committee|(?:Technical )?Management Board"
    r"|(?:[A-Z][a-z]+\s(?:(?:and|&|of)\s)?){1,4}(?:Division|Department|Directorate))"
)
_MOVED = re.compile(r"\s(?:is|was|has|have|had|will|moved?|passed|provided|hosted|held|run|kept)\b")
_SHARED = frozenset(
    ["committee", "board", "council", "group", "secretariat", "panel", "commission", "subcommittee"]
)
_NEAR = 300
_JOINED = re.compile(r"(?:\sand|\s&|/|,)\s?(?:the\s)?$")


_REST = re.compile(r"^['\u2019]s\s")


def _is_joined(text: str, start: int) -> bool:
    """Whether a name goes on with a list: its organ is not that of the last alone."""
    return _JOINED.search(text, max(0, start - 12), start) is not None


def organ_names(names: Names, block: Block, known: list[Mention]) -> list[Mention]:
    """Mentions of organs by their owner's name and a noun in small letters.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where to look.
    known : list of Mention
        Known names in the block.
    """
    found = []
    for owner in known:
        if owner.type not in ACTORS or len(owner.things) > 1 or _is_joined(block.text, owner.start):
            continue
        text, at = block.text, owner.stop
        match = _ORGAN.match(text, at) or _POSSESSED.match(text, at) or _UNIT.match(text, at)
        if match is None or (match.group().endswith("secretariat") and _MOVED.match(block.text, match.end())):
            continue
        rest = _REST.sub("", match.group()).strip()
        name = block.text[owner.start : match.end()]
        kind = lexicon().heads.get(rest.rsplit(" ", 1)[-1], "Body")
        thing = _owned(names, name, rest, owner.thing, "Body" if kind == "Organisation" else kind)
        if thing is None:
            continue
        names.own(block, owner.start, match.end(), thing, [owner.thing])
        found.append(Mention(owner.start, match.end(), [thing], thing.type))
    return found


def _owned(names: Names, name: str, rest: str, owner: Thing, kind: str) -> Thing | None:
    """The thing of that name, made if there is none; None where something of another type bears the name."""
    every = [name, *variants(rest, owner)]
    thing = next((one for each in every if (one := names.things.find(each)) is not None), None)
    if thing is None:
        thing = names.things.add(Thing(kind, name), every[1:])
    return thing if thing.type == kind else None


def variants(head: str, owner: Thing) -> list[str]:
    """ "OIML Council" and "Council of the OIML" are one body, by whichever of its names the owner is called.

    Parameters
    ----------
    head : str
        The name without its owner.
    owner : Thing
        Whose body it is.

    Examples
    --------
    >>> variants("Council", Thing("Organisation", "OIML"))
    ['OIML Council', "OIML's Council", 'Council of OIML', 'Council of the OIML']
    """
    called = [owner.label, *owner.names][:6]
    shapes = ("{0} {1}", "{0}'s {1}", "{1} of {0}", "{1} of the {0}")
    return [shape.format(each, head) for each in called for shape in shapes]


def owned_by_possessive(names: Names, block: Block, found: list[Mention], known: list[Mention]) -> None:
    """In "SARSO's Governing Board" the board is that of SARSO.

    Parameters
    ----------
    names : Names
        The names of the document.
    block : Block
        Where they stand.
    found : list of Mention
        Names by runs of capitals, changed in place where the board was named before.
    known : list of Mention
        Known names in the block.
    """
    ends = {m.stop: m for m in [*known, *found] if m.type in ACTORS}
    others = sorted([*known, *found], key=lambda m: m.start)
    owned: list[Mention] = []
    for mention in found:
        owner = ends.get(mention.start - 3)
        if owner is not None and _is_organ(block, mention):
            mention.thing.type = mention.type = "Body"
        if mention.type == "Organisation" and mention.thing.entity is None and _is_council(block, mention):
            mention.thing.type = mention.type = "Body"
        if mention.type != "Body":
            continue
        possessor = owner.thing if owner else None
        if owner is None or block.text[mention.start - 2 : mention.start] != "s ":
            if mention.thing.owners:
                continue
            owner, possessor = (
                None,
                _its(block, mention, others, owned) or _beside(names, block, mention, others),
            )
        if possessor is None:
            owner, possessor = None, _by_acronym(names, block.text[mention.start : mention.stop])
        if possessor is None or possessor is mention.thing:
            continue
        _give(names, block, mention, owner.start if owner in known and owner else mention.start, possessor)
        owned.append(mention)


def _is_council(block: Block, mention: Mention) -> bool:
    """Whether an acronym stands before what is its council: "ARSO Council"."""
    match = _ACRONYM_ORGAN.fullmatch(block.text, mention.start, mention.stop)
    return match is not None and match.group(1) not in lexicon().not_organisations


def _is_organ(block: Block, mention: Mention) -> bool:
    """Whether what "ISO's" stands before is an organ of it, though such a name alone is that of an organisation."""
    text = block.text
    last = text[mention.start : mention.stop].split()[-1].lower()
    return (
        mention.type == "Organisation"
        and mention.thing.entity is None
        and text[mention.start - 3 : mention.start] in ("'s ", "\u2019s ")
        and last in ("council", "board", "assembly", "executive")
    )


def _by_acronym(names: Names, name: str) -> Thing | None:
    """The organisation whose secretariat or council bears its acronym in front, though nothing explains it."""
    match = _ACRONYM_ORGAN.fullmatch(name)
    if match is None or match.group(1) in lexicon().not_organisations:
        return None
    thing = names.things.named(match.group(1), "Organisation")
    return thing if thing.type in ACTORS else None


def _its(block: Block, mention: Mention, others: list[Mention], owned: list[Mention]) -> Thing | None:
    """Whose "its Executive Committee" is: the only organisation that the sentence has named so far."""
    text, start = block.text, mention.start
    if (
        owned
        and start - owned[-1].stop < 10
        and re.fullmatch(r"\sand\s(?:the\s|its\s)?", text[owned[-1].stop : start])
    ):
        return owned[-1].thing.owners[-1] if owned[-1].thing.owners else None
    if not re.search(r"\b[Ii]ts\s$", text[max(0, start - 6) : start]):
        return None
    begin = max(text.rfind(". ", max(0, start - _NEAR), start), start - _NEAR)
    if text.startswith("Its ", start - 4) and begin > start - 8:
        begin = max(text.rfind(". ", max(0, begin - _NEAR), begin), begin - _NEAR)
    actors: dict[int, Thing] = {}
    for at in range(bisect_left(others, start, key=lambda m: m.start) - 1, -1, -1):
        if others[at].start < begin:
            break
        if others[at].type in ("Organisation", "Network") and len(others[at].things) == 1:
            actors[id(others[at].thing)] = others[at].thing
    return next(iter(actors.values())) if len(actors) == 1 else None


def _beside(names: Names, block: Block, mention: Mention, others: list[Mention]) -> Thing | None:
    """Whose the second of two bodies is that share their owner: "the IEC Market Board and Technical Board"."""
    before = next((m for m in reversed(others) if m.stop < mention.start), None)
    if before is None or before.type != "Body" or mention.thing.entity is not None:
        return None
    plain = block.text[mention.start : mention.stop].split()[-1].lower() in _SHARED
    joined = block.text[before.stop : mention.start] in (" and ", " & ")
    first, _, rest = block.text[before.start : before.stop].partition(" ")
    return names.actor(first) if plain and joined and rest else None


def _give(names: Names, block: Block, mention: Mention, start: int, owner: Thing) -> None:
    """Let the body of a mention be that of the owner, and the same as that owner's body of this name elsewhere."""
    every = variants(block.text[mention.start : mention.stop], owner)
    others = [one for one in mention.thing.owners if one is not owner]
    thing = next((one for each in every if (one := names.things.find(each)) is not None), None)
    if thing is None and others:
        thing = Thing("Body", every[0])
    thing = names.things.add(thing or mention.thing, every)
    if thing.type != "Body":
        return
    mention.things[:] = [thing]
    names.own(block, start, mention.stop, thing, [owner])
    mention.start = start
