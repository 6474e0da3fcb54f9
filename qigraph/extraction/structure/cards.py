"""Cards: a person's name with office, employer and term in the lines below it.

"Dr J. Doe" / "Chief Metrologist" / "NMI of Peru" / "January 2022 - December 2024": each line says one thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.layout.spans import join
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.sentence.matching import Candidate
from qigraph.extraction.things import Mention, Thing
from qigraph.extraction.time.dates import Dated, dates
from qigraph.schema import ACTORS

__all__ = ["Card", "cards", "employed"]

_LONGEST = 200
"""Characters of the line with the name."""
_WORDS = 12
_MOST_LINES = 6
_SHARE = 0.7
"""How much of a line the name of an organisation takes that stands in it alone."""


@dataclass(frozen=True, slots=True)
class Card:
    """A person's line and those below it.

    Parameters
    ----------
    block : Block
        The line with the name.
    person : Mention
        The name.
    below : tuple of Block
        The lines below.
    """

    block: Block
    person: Mention
    below: tuple[Block, ...]

    def term(self) -> Dated | None:
        """The term of office: the period of a line that is one and nothing more."""
        for line in self.below:
            found = dates(line.text)
            if len(found) == 1 and len(re.sub(r"\W", "", _without(line.text, found[0]))) < 3:
                return found[0]
        return None


def _without(text: str, dated: Dated) -> str:
    rest = text[: dated.start] + text[dated.stop :]
    return re.sub(r"\b(?:term|of|office|since|from|until|to|years?|period)\b", "", rest, flags=re.IGNORECASE)


def cards(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[tuple[int, Card]]:
    """Yield the persons with whose names blocks begin, with the lines below each, and where in the document.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    for at, block in enumerate(found):
        person = _first_person(block, spoken)
        if person is None or block.row is not None or len(block.text) >= _LONGEST:
            continue
        if block.text[-1:] in ":?" or re.search(r"[a-z]{3}\.$", block.text):
            continue
        below: list[Block] = []
        for line in found[at + 1 : at + 1 + _MOST_LINES]:
            ended = len(line.text.split()) > _WORDS or re.search(r"(?:[a-z]{3}\.|[!?:])$", line.text)
            apart = line.kind == "heading" and block.kind == "item"
            if ended or apart or line.row is not None or _first_person(line, spoken) is not None:
                break
            below.append(line)
        yield at, Card(block, person, tuple(below))


def _first_person(block: Block, spoken: dict[Block, list[Mention]]) -> Mention | None:
    """The person with whose name the block begins."""
    for mention in spoken.get(block, []):
        if mention.type == "Person" and mention.by_name:
            return mention if not re.search(r"\w", block.text[: mention.start]) else None
    return None


def employed(found: list[Block], spoken: dict[Block, list[Mention]]) -> Iterator[Candidate]:
    """Yield for whom persons work by the name of an organisation in a line of its own below theirs.

    Parameters
    ----------
    found : list of Block
        The document.
    spoken : dict of Block to list of Mention
        Mentions of every block.
    """
    roles = re.compile(rf"(?:.*[\s/-])?(?:{alternatives(lexicon().roles)})(?![\w-]).*", re.IGNORECASE)
    for _, card in cards(found, spoken):
        alone = len(re.sub(r"\([^()]*\)|\W", "", card.block.text[card.person.stop :])) < 2
        role: str | None = None
        for line in card.below if alone else ():
            group = _organisation(line, spoken)
            if group is None:
                if role is not None or not roles.fullmatch(line.text):
                    break
                role = line.text.strip(" ,;")
                continue
            whole = Block("item", join(card.block.span, line.span), heading=card.block.heading)
            where = (whole, 0, len(whole.text), "structure/card")
            yield Candidate(card.person.thing, "affiliatedWith", group, None, None, *where, None, role)


def _organisation(line: Block, spoken: dict[Block, list[Mention]]) -> Thing | None:
    """The organisation whose name is the line, perhaps with an acronym, a country or a place behind it."""
    named = [m for m in spoken.get(line, []) if m.type in ACTORS and m.by_name]
    if not named or named[0].start > 4:
        return None
    rest = re.sub(r"\([^()]*\)|,[^,]*", "", line.text[named[0].stop :])
    taken = (named[0].stop - named[0].start) / max(1, named[0].stop - named[0].start + len(rest))
    return named[0].thing if taken > _SHARE else None
