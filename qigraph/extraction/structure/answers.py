"""Questions with short answers: "Who pays for the tests? UNIDO." says that UNIDO pays for the tests."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.joined import shifted
from qigraph.extraction.layout.spans import Span, join
from qigraph.extraction.reference.about import practice_named, what_about
from qigraph.extraction.sentence.matching import Candidate, candidates
from qigraph.extraction.sentence.roles import role_candidates
from qigraph.extraction.sentence.skeleton import skeleton
from qigraph.extraction.sentence.working import working
from qigraph.extraction.structure.questions import MASK, Question, read_question
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated, dates

__all__ = ["answered"]

_ASKED = re.compile(r"(?P<question>[^?]{5,160}\?)[\s\"'*_\u2013\u2014-]*")
_PARTICLE = re.compile(r"^\w+\s(?P<it>it|this)\s(?P<particle>up|out|in|on)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:you|we|(?:your|our)\s\w+)\b", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:it|this|(?:the|this)\s(?:practice|initiative|project|programme|network|body|organi[sz]ation|group|committee))\b"
)
_SMALL = re.compile(
    r"(?:also|and|are|as|at|both|by|currently|did|do|does|first|for|from|has|have|in|including|is|its?|jointly|later|mainly"
    r"|namely|now|of|on|or|our|plus|since|the|then|through|together|to|until|us|was|well|were|we|with|a)"
)
"""Words that a short answer may have beside the names."""
_DENIES = re.compile(r"\b(?:none|nobody|no|not|never|n/a|nil|open|unknown|tbd|vacant)\b", re.IGNORECASE)
_PARTED = re.compile(r";|,?\s(?:and\s|then\s)?(?=(?:since|from|until|in)\s(?:\w+\s)?(?:19|20)\d\d)")
"""What parts those of one date from those of another: "UNIDO, and since 2019 the World Bank"."""
_SINCE = re.compile(r"\b(since|from|until|in)\s$", re.IGNORECASE)
_TELLS = re.compile(r",\s\w+(?:ed|wn|un)\sby\s(?:the\s)?$|\b(?:member|part|chair)\sof\s(?:the\s)?$")
_MOST_OTHER_WORDS = 7
_MOST_NAMES = 15

_Place = tuple[Block, int, int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a block with the mentions in it; or words of ours, which stand nowhere."""

    text: str
    origin: "array[int] | None" = None
    mentions: tuple[Mention, ...] = ()


def answered(
    found: list[Block], spoken: dict[Block, list[Mention]], subject: Thing | None
) -> Iterator[Candidate]:
    """Yield what short answers say together with their questions.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    subject : Thing or None
        Of the document: "you" in a question.
    """
    pairs = list(_pairs(found))
    if not pairs:
        return
    topic = what_about(found, spoken, subject)
    it = practice_named(found, spoken) or topic.programme or topic.subject
    for asked, answer in pairs:
        block, start, stop = asked
        mentions = [m for m in spoken[block] if start <= m.start and m.stop <= stop]
        question = read_question(_masked(asked, mentions))
        pieces = _pieces(answer, spoken[answer[0]], question) if question is not None else []
        if question is None or not pieces:
            continue
        mentions += _pointers(asked, mentions, subject, it)
        together = join(_slice(asked), _slice(answer))
        for piece in pieces:
            told = _sentence(asked, mentions, question, piece, it)
            yield from _said(told, Block("paragraph", together, heading=block.heading), subject)


def _pairs(found: list[Block]) -> Iterator[tuple[_Place, _Place]]:
    """Yield each question with the sentence behind it: in the same block, in the next, or in the cell to the right."""
    for at, block in enumerate(found):
        for number, (start, stop) in enumerate(block.sentences if "?" in block.text else ()):
            asked = _ASKED.match(block.text, start, stop)
            if asked is None:
                continue
            question = (block, start, asked.end("question"))
            if asked.end() < stop:
                yield question, (block, asked.end(), stop)
            elif number + 1 < len(block.sentences):
                yield question, (block, *block.sentences[number + 1])
            elif at + 1 < len(found) and found[at + 1].sentences and found[at + 1].row is block.row:
                yield question, (found[at + 1], *found[at + 1].sentences[0])


def _masked(asked: _Place, mentions: list[Mention]) -> str:
    block, start, stop = asked
    characters = list(block.text[start:stop])
    for mention in mentions:
        characters[mention.start - start : mention.stop - start] = MASK * (mention.stop - mention.start)
    return "".join(characters)


def _pieces(answer: _Place, spoken: list[Mention], question: Question) -> list[_Part]:
    """The things that a short answer names, each with its date; its date alone where that was asked for."""
    block, start, stop = answer
    mentions = [m for m in spoken if start <= m.start and m.stop <= stop and m.by_name]
    dated = [d for d in dates(block.text) if start <= d.start and d.stop <= stop]
    rest = block.text[start:stop]
    for first, last in sorted([*_bounds(mentions), *_bounds(dated)], reverse=True):
        rest = f"{rest[: first - start]} {rest[last - start :]}"
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", " ", rest))
    if _DENIES.search(rest) or sum(not _SMALL.fullmatch(word.lower()) for word in words) > _MOST_OTHER_WORDS:
        return []
    if question.asks == "when":
        return [_part(block, dated[0].start, dated[0].stop)] if len(dated) == 1 else []
    kept = [m for m in mentions if not _is_aside(block.text, start, m.start)]
    return [_with_date(answer, mention, dated) for mention in kept[:_MOST_NAMES]]


def _is_aside(text: str, start: int, at: int) -> bool:
    """Whether what stands there is in brackets, or tells of another: "UNBS, chaired by TBS"."""
    return (
        text.count("(", start, at) > text.count(")", start, at) or _TELLS.search(text, start, at) is not None
    )


def _bounds(spans: Sequence[Mention | Dated]) -> list[tuple[int, int]]:
    return [(span.start, span.stop) for span in spans]


def _with_date(answer: _Place, mention: Mention, dated: list[Dated]) -> _Part:
    """A thing and its date: "since 2019 the World Bank"."""
    block, start, stop = answer
    parted = [start, *(m.start() for m in _PARTED.finditer(block.text, start, stop)), stop]
    first = max(at for at in parted if at <= mention.start)
    last = min(at for at in parted if at >= mention.stop)
    part = _part(block, mention.start, mention.stop, [mention])
    near = [d for d in dated if first <= d.start and d.stop <= last]
    if len(near) != 1:
        return part
    since = _SINCE.search(block.text[: near[0].start])
    between = _Part(f" {since.group(1).lower() if since else 'in'} ")
    return _joined([part, between, _part(block, near[0].start, near[0].stop)])


def _pointers(
    asked: _Place, mentions: list[Mention], subject: Thing | None, it: Thing | None
) -> list[Mention]:
    """What "you", "it" and "the practice" in a question stand for, where nothing else was found to."""
    block, start, stop = asked
    found = []
    for pattern, thing in ((_MINE, subject), (_IT, it)):
        for match in pattern.finditer(block.text, start, stop) if thing is not None else ():
            free = all(match.end() <= m.start or m.stop <= match.start() for m in mentions)
            if free and thing is not None:
                found.append(Mention(match.start(), match.end(), [thing], thing.type, False))
    return found


def _sentence(
    asked: _Place, mentions: list[Mention], question: Question, piece: _Part, it: Thing | None
) -> _Part:
    """The question told as a sentence, the answer in the place of what was asked."""
    block, start, _ = asked
    subject, verb = (
        _part(block, start + at[0], start + at[1], mentions) if at else _Part("")
        for at in (question.subject, question.verb)
    )
    if question.asks == "who":
        return _joined([piece, _Part(" "), _moved(verb), _pointing(question.behind, it), _Part(".")])
    if question.asks == "fields":
        return _joined([_Part("We work on "), piece, _Part(".")])
    words = [_Part(f" {word} " if word else " ") for word in (question.auxiliary, question.preposition)]
    return _joined([subject, words[0], verb, words[1], piece, _Part(".")])


def _moved(verb: _Part) -> _Part:
    """ "set it up" as "set up it": the object behind the whole verb."""
    moved = _PARTICLE.match(verb.text)
    if moved is None:
        return verb
    start, stop = moved.start("it"), moved.end("particle")
    text = f"{verb.text[:start]}{moved['particle']} {moved['it']}{verb.text[stop:]}"
    by = len(moved["particle"]) + 1
    mentions = [m for m in verb.mentions if m.start != start]
    mentions += shifted((m for m in verb.mentions if m.start == start), by)
    return _Part(text, verb.origin, tuple(mentions))


def _pointing(words: str, it: Thing | None) -> _Part:
    """Words of ours that end in "it"."""
    if not words or it is None:
        return _Part("")
    return _Part(words, None, (Mention(len(words) - 2, len(words), [it], it.type, False),))


def _part(block: Block, start: int, stop: int, mentions: list[Mention] | None = None) -> _Part:
    inside = [m for m in mentions or () if start <= m.start and m.stop <= stop]
    return _Part(block.text[start:stop], block.span.origin[start:stop], tuple(shifted(inside, -start)))


def _joined(parts: list[_Part]) -> _Part:
    text, origin = "", array("l")
    mentions: list[Mention] = []
    for part in parts:
        mentions += shifted(part.mentions, len(text))
        text += part.text
        nowhere = [origin[-1] if origin else 0] * len(part.text)
        origin.extend(part.origin if part.origin is not None else nowhere)
    return _Part(text, origin, tuple(mentions))


def _slice(place: _Place) -> Span:
    block, start, stop = place
    origin = block.span.origin
    return Span(block.text[start:stop], array("l", [*origin[start:stop], origin[stop - 1] + 1]))


def _said(told: _Part, together: Block, subject: Thing | None) -> Iterator[Candidate]:
    """Yield what a sentence says, with question and answer as they stand for its evidence."""
    assert told.origin is not None
    block = Block("paragraph", Span(told.text, array("l", [*told.origin, told.origin[-1] + 1])))
    mentions = sorted(told.mentions, key=lambda m: m.start)
    frame_of = skeleton(told.text, 0, len(told.text), mentions, dates(told.text))
    for read in (candidates, role_candidates):
        for candidate in read(block, frame_of, subject):
            yield replace(candidate, block=together, start=0, stop=len(together.text))
    for candidate in working(block, frame_of):
        yield replace(candidate, block=together, start=0, stop=len(together.text))
