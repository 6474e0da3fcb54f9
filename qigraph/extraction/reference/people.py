"""Persons spoken of again: "she is also on the board", "Ivo has sat there since 2004"."""

import re
from collections.abc import Sequence

from qigraph.extraction.things import Mention, Thing

__all__ = ["people_again"]

_DOES = (
    r"(?=\s(?:also\s|now\s|currently\s|previously\s|then\s|later\s|formerly\s|recently\s)?(?:is|was|has|had|serves|served|"
    r"chairs|chaired|leads|led|heads|headed|holds|held|joined|joins|represents|represented|works|worked|became|becomes|"
    r"took|takes|attended|participated|spoke|presented|gave|delivered|succeeds|succeeded|replaces|replaced|sits|sat|acts|"
    r"acted|opened|moderated|signed|graduated|started|began)\b)"
)
_PRONOUN = re.compile(rf"\b(?:He|She|he|she){_DOES}")
_FIRST = re.compile(rf"(?<![\w.'\u2019-])(?P<name>[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{{2,}}){_DOES}")
_SUBJECT = 40
"""Characters from the beginning of a sentence within which its subject stands."""


def people_again(
    text: str, bounds: Sequence[tuple[int, int]], found: list[Mention], history: Sequence[Mention]
) -> list[Mention]:
    """Mentions of persons by a pronoun or by the first name alone.

    Parameters
    ----------
    text : str
        Of a block.
    bounds : sequence of (int, int)
        Its sentences.
    found : list of Mention
        In the block.
    history : sequence of Mention
        Of the blocks before.
    """
    people = [m for m in found if m.type == "Person"]
    earlier = [m for m in history[-12:] if m.type == "Person"]
    added: list[Mention] = []
    called: dict[Thing, str] = {}
    if not people and not earlier:
        return added
    for at, (start, stop) in enumerate(bounds):
        for match in _PRONOUN.finditer(text, start, stop):
            thing = _meant(text, bounds, at, match.start(), [*people, *added], earlier)
            sex = match.group().lower()
            if thing is not None and called.setdefault(thing, sex) == sex:
                added.append(Mention(match.start(), match.end(), [thing], "Person", False))
        for match in _FIRST.finditer(text, start, stop):
            if any(m.start < match.end() and match.start() < m.stop for m in found):
                continue
            known = {m.thing for m in (*history, *people) if m.type == "Person"}
            named = [
                thing
                for thing in known
                if thing.label.split()[0] == match.group("name") and " " in thing.label
            ]
            if len(named) == 1:
                added.append(Mention(match.start(), match.end(), named, "Person", False))
    return added


def _meant(
    text: str,
    bounds: Sequence[tuple[int, int]],
    at: int,
    place: int,
    people: list[Mention],
    earlier: list[Mention],
) -> Thing | None:
    """The one person of this sentence before the pronoun, or of the sentence before; of several its subject."""
    here = [m for m in people if bounds[at][0] <= m.start and m.stop <= place]
    if not here and at:
        begin = bounds[at - 1][0]
        here = [m for m in people if begin <= m.start < bounds[at][0]]
    elif not here and place - bounds[at][0] < 2 and bounds[at][0] == 0:
        here = earlier[-1:]
        return here[0].thing if here and len({m.thing for m in earlier[-2:]}) == 1 else None
    distinct = list(dict.fromkeys(m.thing for m in here))
    if len(distinct) == 1:
        return distinct[0]
    first = here[0] if here else None
    subject = first is not None and first.start - max(b for b, _ in bounds if b <= first.start) < _SUBJECT
    return first.thing if subject and first is not None else None
