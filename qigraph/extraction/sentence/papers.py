"""Who did what for the one publication, instrument or system of a sentence, told by the deed nearest to each actor.

Frames want the words between two names in some order. Here each actor of the sentence is read by itself: what was done
"by" or "from" it, or what it did; so "A, put out by X on the basis of drafts from Y, to which Z supplied a chapter" is
read whole, however its parts are strung together. A sentence that speaks of two such things is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.sentence.assertion import objection, tentative
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.sentence.paper_deeds import CUE, Deed, deed_of
from qigraph.extraction.sentence.skeleton import FILLER, Skeleton, type_class
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dating import dated_near
from qigraph.schema import ACTORS

__all__ = ["paper_candidates", "spoken_before"]

_PRODUCTS = ("Publication", "Instrument", "System")
_COORDINATION = re.compile(
    r"(?:\s?\ue0e0+)?(?:,?\s(?:and|&|as well as)\s|,\s)(?:(?:of|with|by|from|to|for)\s)?\ue0e0*"
)
_BRACKET = re.compile(r"\((?![^()]*\bby\s)[^()]*\)")
_GOVERNED = re.compile(
    r"\b(?P<by>on|of|to|for|in|with|under|from|about|against|by|at|into|between|via|through|per"
    r"|towards|than)\s"
    r"(?:[a-z-]+\s|\ue0e0+){0,3}?\"?$"
)
_ASPECT = re.compile(
    r"\b(?:edition|version|revision|draft|drafts|text|texts|drafting|translation|chapters?"
    r"|sections?|annex(?:es)?|comments?|inputs?"
    r"|contributions?|preparation|writing|review|development|elaboration|compilation|drawing up"
    r"|update|updating|upkeep|maintenance"
    r"|publication|adoption|release|production|running|hosting|operation|management|custodian"
    r"|keeper|host|operator|co-authors?"
    r"|authors?|contributors?|reviewers?|data|terms|most|much|parts?|foreword|preface|printing"
    r"|content|contents)\s"
    r"(?:[\w,-]+\s|\ue0e0+|[\ue001-\ue003\ue0d0],?\s){0,4}(?:of|on|to|for|in)\s(?:[a-z-]+\s"
    r"|\ue0e0+){0,3}?\"?$"
)
_BEARS_ON = re.compile(
    r"\b(?:applications?|use|implementation|compliance|conformity|requirements?|courses?|training"
    r"|workshops?|transition)\b"
)
_WITH = re.compile(rf"\s(?:jointly\s|together\s)?with\s\ue0e0*{type_class(ACTORS)}")
_INTO = re.compile(
    rf"^(?:(?!{type_class(['Event', 'Agreement', 'Person'])})[^.;:]){{0,90}}\b(?:in|into|to|for|on"
    rf"|of)\s(?:[\w-]+\s|\ue0e0+){{0,5}}?$"
)
_NEXT = re.compile(r"\s(?:(?!(?:on|of|to|for|in|with|under|about|at|from)\b)[\w-]+\s|\ue0e0+){0,4}\"?")
"""What may stand between a verb, "to" included, and the paper: "gave its blessing to the Packaging Code"."""
_ADJOINS = re.compile(
    r"\"?,?\s?(?:version\s[\d.]+,?\s)?\ue0e0*,?\s?(?:first|jointly|originally|last|recently)?\s?"
)
_RELATIVE = re.compile(
    r"\b(?:which|that|whose (?:text|draft|wording|first draft))\s\ue0e0*(?:[\ue001-\ue003](?:,\s"
    r"|\sand\s)\ue0e0*){0,3}$"
)
"""What leads from a paper to who did something to it: "to which X supplied a chapter"."""
_EVENT = re.compile(type_class(["Event", "Agreement"]))
_MODAL = re.compile(r"\b(?:will|would|shall|may|might|could|should|to be|not|never)\b")
_WORDY = re.compile(r"\bdraft\w*|\bcalled\b", re.IGNORECASE)
_RELATION = {
    "issue": ("issued", "near"),
    "share": ("contributedTo", "none"),
    "keep": ("maintains", "none"),
    "take over": ("maintains", "near"),
}

_RULE = {"take over": "papers/taken over"}


@dataclass(frozen=True, slots=True)
class _Read:
    """One actor and what it did: with what, and where that stands."""

    actor: Thing
    product: Thing
    deed: Deed


def paper_candidates(
    block: Block, frame_of: Skeleton, before: Thing | None, read: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Yield who issued, kept or had a share in what the sentence speaks of, where no frame has read it.

    Parameters
    ----------
    block : Block
        Where the sentence stands.
    frame_of : Skeleton
        Of the sentence.
    before : Thing or None
        The publication or instrument that the sentence before spoke of: "the draft" is its draft.
    read : iterable of Candidate
        What has been read from the sentence.
    """
    text = _BRACKET.sub(lambda match: FILLER * len(match.group()), frame_of.text)
    if not CUE.search(text):
        return
    actors = [at for at, m in frame_of.at.items() if isinstance(m, Mention) and m.type in ACTORS]
    places = _places(frame_of)
    things = list(dict.fromkeys(thing for place in places for thing in _mention(frame_of, place).things))
    if not actors or len(things) > 1 or (not things and before is None):
        return
    known = {
        (id(c.subject), id(c.object)) for c in read if c.relation in ("issued", "maintains", "contributedTo")
    }
    for found in _deeds(frame_of, text, actors, places, things, before):
        told = (id(found.actor), id(found.product)) in known and found.deed.kind != "take over"
        if told or found.actor is found.product:
            continue
        known.add((id(found.actor), id(found.product)))
        yield _candidate(block, frame_of, found)


def spoken_before(mentions: list[Mention], position: int) -> Thing | None:
    """The last publication or instrument that a block names before a position.

    Parameters
    ----------
    mentions : list of Mention
        Of the block, in order.
    position : int
        Where a sentence begins.
    """
    last = [m for m in mentions if m.stop <= position and m.type in _PRODUCTS[:2] and len(m.things) == 1]
    return last[-1].thing if last else None


def _places(frame_of: Skeleton) -> list[int]:
    """Where the sentence speaks of a publication, an instrument or a system."""
    return [
        at
        for at, m in frame_of.at.items()
        if isinstance(m, Mention) and m.type in _PRODUCTS and len(m.things) == 1
    ]


def _mention(frame_of: Skeleton, at: int) -> Mention:
    mention = frame_of.at[at]
    assert isinstance(mention, Mention)
    return mention


def _deeds(
    frame_of: Skeleton,
    text: str,
    actors: list[int],
    places: list[int],
    things: list[Thing],
    before: Thing | None,
) -> Iterator[_Read]:
    last: Deed | None = None
    for number, at in enumerate(actors):
        joined = number > 0 and _COORDINATION.fullmatch(text, actors[number - 1] + 1, at)
        deed = last if joined else deed_of(text, at, _end_of_group(text, actors, number), implied=not things)
        last = deed
        if deed is None:
            continue
        product = things[0] if things else before
        if product is None or (things and not _attached(text, places, deed)) or not _fits(deed, product):
            continue
        yield from (_Read(actor, product, deed) for actor in _mention(frame_of, at).things)


def _end_of_group(text: str, actors: list[int], number: int) -> int:
    """Where the list of actors ends that this one begins."""
    while number + 1 < len(actors) and _COORDINATION.fullmatch(text, actors[number] + 1, actors[number + 1]):
        number += 1
    return actors[number] + 1


def _attached(text: str, places: list[int], deed: Deed) -> bool:
    """Whether the deed was done to the thing itself or a part of it, not to what only bears on it."""
    if not deed.active and any(deed.start <= at < deed.stop for at in places):
        return True
    right = [at for at in places if at >= deed.start]
    left = [at for at in places if at < deed.start]
    if any(_EVENT.search(text, min(place, deed.start), max(place, deed.start)) for place in places):
        return False
    if (
        deed.active
        and right
        and not re.search(rf"{type_class(ACTORS)}|[;:]", _WITH.sub("", text[deed.stop : right[0]]))
    ):
        return _NEXT.fullmatch(text, deed.stop, right[0]) is not None or _is_free(text, right[0])
    if deed.active and not deed.backward:
        return False
    if not left and right and deed.kind == "share":
        return _INTO.search(text[deed.stop : right[0]]) is not None
    if left and _ADJOINS.fullmatch(text, left[-1] + 1, deed.start) and not deed.active:
        return True
    if left and deed.active and _RELATIVE.search(text, left[-1] + 1, deed.start):
        return ";" not in text[left[-1] : deed.start]
    return bool(left) and _is_free(text, left[-1]) and ";" not in text[left[-1] : deed.start]


def _is_free(text: str, at: int) -> bool:
    window = text[max(0, at - 90) : at]
    aspect = _ASPECT.search(window)
    return _GOVERNED.search(window) is None or (aspect is not None and not _BEARS_ON.search(aspect.group()))


def _fits(deed: Deed, product: Thing) -> bool:
    if deed.kind in ("keep", "take over"):
        return product.type == "System" or (product.type == "Instrument" and deed.custody)
    return product.type != "System"


def _candidate(block: Block, frame_of: Skeleton, found: _Read) -> Candidate:
    relation, mode = _RELATION[found.deed.kind]
    start, stop = found.deed.start, found.deed.stop
    sentence = "".join("X" if i in frame_of.at else c for i, c in enumerate(frame_of.text))
    begin = max((at for at in _places(frame_of) if at < start), default=start)
    said = _WORDY.sub("", sentence[start:stop])
    modal = " ".join(_MODAL.findall(sentence, begin, start))
    reason = objection(sentence, said, modal, sentence[:start])
    if reason is None and tentative(_WORDY.sub("", sentence[start : stop + 25])):
        reason = "in doubt"
    since, until, ended = dated_near(frame_of, mode, (("a", relation, "b"),), start, stop)
    return Candidate(
        found.actor, relation, found.product, None if ended else since, until,
        block, frame_of.start[0], frame_of.start[-1], _RULE.get(found.deed.kind, f"papers/{found.deed.kind}"), reason,
    )  # fmt: skip
