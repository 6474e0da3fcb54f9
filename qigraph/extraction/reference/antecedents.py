"""Reference: which thing that was spoken of before "the network", "the programme" or "the meeting" is."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.agreement_names import canonical
from qigraph.extraction.reference.head_nouns import another_kind, bears, stated
from qigraph.extraction.reference.signed_papers import is_paper
from qigraph.extraction.reference.spoken import ASIDE, ORGANISATIONS, Spoken
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["antecedent", "meeting_meant"]

_ANY_EVENT = frozenset(["meeting", "event", "gathering", "occasion", "session"])
"""What any event may be called when it is spoken of again."""
_ANY_PROGRAMME = frozenset(["programme", "program", "project", "initiative"])
"""What any programme may be called when it is spoken of again."""
_AT_START = 5
"""Characters, of an article, before the name with which a sentence begins."""


def antecedent(
    spoken: Spoken, kind: str, head: str, position: int, found: list[Mention], phrase: str = ""
) -> Thing | None:
    """The nearest thing that bears the head noun in its name; else the nearest of its type.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    kind : str
        Entity type.
    head : str
        Head noun.
    position : int
        Where it stands in the block.
    found : list of Mention
        Of the block so far.
    phrase : str
        The noun with what stands before it.
    """
    reach = 14 if kind in ("Event", "Agreement", "Programme", "Instrument", "Publication", "System") else 60
    if (
        spoken.subject
        and spoken.subject.type == kind
        and kind in ("Body", "Organisation")
        and bears(spoken.subject, head, phrase)
    ):
        return _running(spoken, kind, found) or spoken.subject
    if kind == "Organisation" and head in ("organisation", "organization"):
        here = spoken.subject if any(spoken.subject in m.things for m in found) else None
        if (thing := _running(spoken, kind, found) or here) and thing.type == kind:
            return thing
    earlier = [m for m in spoken.earlier(position, found) if m.type not in ASIDE][:reach]
    if kind == "Event" and head in _ANY_EVENT and _is_held(spoken, earlier):
        return spoken.held
    if len(phrase) > len(head):
        for mention in earlier:
            if mention.type in ACTORS and any(
                n.lower().startswith(f"{phrase.lower()} ") for n in stated(mention.thing)
            ):
                return mention.thing
    for mention in earlier:
        beside = mention in found and mention.start >= spoken.sentence
        if beside and (kind in ACTORS or kind == "Programme"):
            continue
        if mention.type == kind and kind in ("Network", "Agreement"):
            if kind == "Agreement" and mention.by_name and another_kind(mention.thing, head):
                continue
            if kind == "Agreement" and canonical(head).startswith("memorandum") and is_paper(mention.thing):
                continue
            return mention.thing
        if bears(mention.thing, head, phrase) and (
            mention.type == kind or (mention.type in ACTORS and kind in ACTORS)
        ):
            return mention.thing
    if kind == "Event":
        return meeting_meant(spoken, head, earlier, found)
    if kind == "Programme" and head in _ANY_PROGRAMME:
        return _only(kind, earlier) or _opened(spoken, kind, found)
    if kind == "Organisation" and head in ("organisation", "organization"):
        if spoken.subject and spoken.subject.type in ORGANISATIONS:
            return spoken.subject
        return next((m.thing for m in earlier[:8] if m.type == "Organisation"), None)
    return None


def _running(spoken: Spoken, kind: str, found: list[Mention]) -> Thing | None:
    """What the sentence before speaks of, where it begins with it: "The BIPM is … The organization …"."""
    if spoken.previous is None:
        return None
    before = [m for m in found if spoken.previous <= m.start < spoken.sentence and m.type in ACTORS]
    first = min(before, key=lambda m: m.start, default=None)
    opens = first is not None and first.start - spoken.previous <= _AT_START and len(first.things) == 1
    return first.thing if first is not None and opens and first.type == kind else None


def _opened(spoken: Spoken, kind: str, found: list[Mention]) -> Thing | None:
    """What a sentence before this one in the same text begins with, if it is of that kind and the last such."""
    opening = [
        m
        for start, _ in spoken.read
        for m in found
        if m.type == kind and m.by_name and 0 <= m.start - start <= _AT_START
    ]
    return opening[-1].thing if opening else None


def _is_held(spoken: Spoken, earlier: list[Mention]) -> bool:
    """Whether the meeting that a paragraph said to have been held is the last that was named."""
    last = next((m for m in earlier if m.type == "Event" and m.by_name), None)
    return last is not None and last.thing is spoken.held


def meeting_meant(spoken: Spoken, head: str, earlier: list[Mention], found: list[Mention]) -> Thing | None:
    """ "The meeting" that no name bears out: that of the sentence, what the document is about, or the last.

    Parameters
    ----------
    spoken : Spoken
        What was spoken of before.
    head : str
        Head noun.
    earlier : list of Mention
        What was named before, nearest first.
    found : list of Mention
        Of the block so far.
    """
    near = [m for m in earlier if m.type == "Event" and m in found and m.start >= spoken.sentence]
    if near and head in _ANY_EVENT:
        return near[0].thing
    about = spoken.meetings.about if spoken.meetings else None
    if about is not None and (bears(about, head) or head in _ANY_EVENT):
        return about
    last = next((m.thing for m in earlier[:6] if m.type == "Event"), None)
    if about is None and last is None and head in _ANY_EVENT:
        named = {id(m.thing): m.thing for m in earlier if m.type == "Event" and m.by_name}
        return next(iter(named.values())) if len(named) == 1 else None
    kind = lexicon().head_type(last.label) if last is not None else None
    titled = last is not None and (kind is None or kind[0] != "Event")
    return last if titled or head in _ANY_EVENT else None


def _only(kind: str, earlier: list[Mention]) -> Thing | None:
    """The one thing of a kind that was named, if no second one was."""
    named = {
        id(m.thing): m.thing
        for m in earlier
        if m.type == kind and m.by_name and not re.search(r"\b[Ff]acility\b", m.thing.label)
    }
    return next(iter(named.values())) if len(named) == 1 else None
