"""Pronouns by what is said of them: what "was signed" is an agreement, what "was held" an event."""

import re
from collections.abc import Sequence

from qigraph.extraction.things import Mention, Thing

__all__ = ["counterparts", "in_list", "pair", "wanted"]

_ADVERBS = r"(?:\s(?:also|first|then|later|since|again|\w+ly)){0,2}"
_BE = rf"{_ADVERBS}\s(?:was|has been|had been|is|is being){_ADVERBS}\s"
_WANTED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(predicate), kinds)
    for predicate, kinds in (
        (
            rf"(?:{_BE}(?:re-?)?(?:signed|initialled|inked|concluded|ratified|terminated|renewed)\b"
            rf"|{_ADVERBS}\s(?:entered into (?:force|effect)|expire[sd]|(?:remains in|came into) (?:force|effect)))",
            ("Agreement",),
        ),
        (
            rf"(?:{_BE}(?:(?:co-|jointly\s)?(?:held|hosted|sponsored|convened|attended|moderated|organi[sz]ed)"
            rf"|followed by|opened by|chaired by)\b"
            rf"|{_ADVERBS}\s(?:was attended|took place|attracted|gathered|brought together"
            rf"|focus(?:s)?ed on|showcased|featured|explored|covered|drew)\b)",
            ("Event",),
        ),
        (
            rf"{_BE}(?:published|drafted|written|translated|edited|reprinted|prepared by|drawn up by|revised|"
            rf"re-?issued|superseded|withdrawn)\b",
            ("Publication", "Instrument", "Agreement"),
        ),
    )
)
_AND = re.compile(r"(?:\s?\([^()]*\))?(?:,?\s(?:and|as well as)\s|,\s)(?:the\s)?")
_PEERS = re.compile(
    r"\b(?:[Tt]he\s)(?P<which>former|latter)(?=\s(?:is|was|has|had|also|works|signed|joined|belongs|holds)\b)"
)
_CLAUSE = re.compile(r"(?:;|\b(?:while|whereas|when))\s$")
"""What a clause of its own begins behind: after a comma alone, a name might be the last of a list."""


def wanted(text: str, stop: int) -> tuple[str, ...]:
    """The entity types of which a predicate is said; none where it may be said of any.

    Examples
    --------
    >>> wanted("It was first signed in 2006.", 2), wanted("It grew.", 2)
    (('Agreement',), ())
    """
    return next((kinds for predicate, kinds in _WANTED if predicate.match(text, stop)), ())


def in_list(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a name is one of several that stand together: "it" is none of them.

    Parameters
    ----------
    text : str
        In which all stand.
    mention : Mention
        The name.
    others : sequence of Mention
        What else is named.
    """
    return len(mention.things) > 1 or any(
        _AND.fullmatch(text, min(mention.stop, other.stop), max(mention.start, other.start))
        for other in others
        if other is not mention and other.type == mention.type and abs(other.start - mention.start) < 160
    )


def pair(text: str, named: Sequence[Mention], count: int = 2, *, leading: bool = False) -> list[Thing]:
    """The things of the first list of so many names of one type, by commas and "and"; none where there is no such list.

    Parameters
    ----------
    text : str
        In which all stand.
    named : sequence of Mention
        The names of one sentence, in order.
    count : int
        How many.
    leading : bool
        Whether only a list with which the names begin counts.
    """
    run: list[Mention] = []
    for mention in [*named, None]:
        joined = (
            run
            and mention is not None
            and mention.type == run[-1].type
            and _AND.fullmatch(text, run[-1].stop, mention.start)
        )
        if not joined:
            things = list(dict.fromkeys(thing for m in run for thing in m.things))
            if len(things) == count:
                return things
            if leading and run:
                return []
            run = []
        if mention is not None:
            run.append(mention)
    return []


def counterparts(text: str, start: int, stop: int, two: Sequence[Thing]) -> list[tuple[int, int, Thing]]:
    """Where "the former" and "the latter" stand in a sentence, with which of two things each is.

    Parameters
    ----------
    text : str
        Of the block.
    start, stop : int
        The sentence.
    two : sequence of Thing
        The pair of the sentence before; nothing is found where these are not two.
    """
    if len(two) != 2:
        return []
    return [
        (match.start(), match.end(), two[match.group("which") == "latter"])
        for match in _PEERS.finditer(text, start, stop)
        if match.start() == start or _CLAUSE.search(text[max(start, match.start() - 9) : match.start()])
    ]
