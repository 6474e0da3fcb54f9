"""Which phrases for meetings speak of one meeting: by number, owners, kind and year."""

import re

from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.meeting_phrases import Phrase
from qigraph.extraction.things import Thing

__all__ = ["same_meeting"]

_OTHER = frozenset(["next", "previous", "following", "upcoming", "forthcoming", "coming"])
"""Words for a meeting that is not the one spoken of."""
_NEW = re.compile(
    r"\b(?:an?|another|next|previous|upcoming|forthcoming|coming|last year's)\s$", re.IGNORECASE
)


def same_meeting(earlier: list[Phrase], text: str, phrase: Phrase) -> Thing | None:
    """An earlier meeting that the phrase may speak of: same number, owners and kind, and none newly introduced.

    Parameters
    ----------
    earlier : list of Phrase
        The phrases for meetings before, in order; the last of them count.
    text : str
        Where the phrase stands.
    phrase : Phrase
        What calls a meeting.

    Returns
    -------
    Thing or None
        The meeting that it speaks of again, if it does.
    """
    if phrase.thing is not None:
        return phrase.thing
    new = bool(_NEW.search(text, max(0, phrase.start - 24), phrase.start))
    new = new or bool(_OTHER & {word.lower() for word in phrase.words})
    for met in reversed(earlier[-12:]) if not new else ():
        owners = not met.owners or not phrase.owners or _ids(met.owners) == _ids(phrase.owners)
        numbers = met.number == phrase.number or (met.owners and phrase.owners and phrase.number is None)
        if _OTHER & {word.lower() for word in met.words}:
            continue
        if met.said_year and phrase.said_year and met.said_year != phrase.said_year:
            continue
        kinds = {_kind(met.head), _kind(phrase.head)}
        if (
            not _another(met, phrase)
            and owners
            and numbers
            and (len(kinds) == 1 or "event" in kinds)
            and _years(met) == _years(phrase)
        ):
            return met.thing
    return None


def _another(met: Phrase, phrase: Phrase) -> bool:
    """Whether one of two is said to be the next or the one before."""
    one, other = ({"next", "previous"} & set(map(str.lower, each.words)) for each in (met, phrase))
    return one != other


def _ids(owners: list[Thing]) -> set[int]:
    return {id(owner) for owner in owners}


def _kind(head: str) -> str:
    head = head.lower()
    singular = head[:-1] if head.endswith("s") and head[:-1] in lexicon().heads else head
    return singular.rsplit(" ", 1)[-1]


def _years(phrase: Phrase) -> list[str]:
    return [word for word in phrase.words if re.fullmatch(r"(?:19|20)\d\d", word)]
