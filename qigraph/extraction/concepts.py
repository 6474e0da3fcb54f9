"""Topics and goals: things with a fixed vocabulary."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.things import Mention, Things
from qigraph.facts import Entity

__all__ = ["goal_mentions", "topic_mentions"]

_GOAL = re.compile(
    r"(?P<all>\b(?:UN\s)?(?:Sustainable Development Goals?|"
    r"sustainable development goals|SDGs)\b(?!\s?,?\s*\(?\d))"
    r"|\b(?:SDGs?|Sustainable Development Goals?|Goals?)\s(?:No\.?\s|#)?(?P<goals>\d{1,2}(?:\.[0-9a-d]{1,2})?"
    r"(?:(?:,\s|,?\sand\s|\s?&\s?|\s?/\s?)(?:SDG\s|Goal\s)?\d{1,2}(?:\.[0-9a-d]{1,2})?)*)(?![\w%])"
    r"|\b[Tt]argets?\s(?P<targets>\d{1,2}\.[0-9a-d]{1,2}(?:(?:,\s|,?\sand\s)\d{1,2}\.[0-9a-d]{1,2})*)"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.[0-9a-d]{1,2})?")


def goal_mentions(text: str, things: Things) -> Iterator[Mention]:
    """Yield mentions of goals and targets; "SDGs 9 and 12" is one mention of two things.

    Examples
    --------
    >>> [t.label for m in goal_mentions("SDGs 9 and 12, target 12.5", Things()) for t in m.things]
    ['SDG 9', 'SDG 12', 'SDG target 12.5']
    """
    for match in _GOAL.finditer(text):
        numbers = _NUMBER.findall(match.group("goals") or match.group("targets") or "")
        entities = [goal(number) for number in numbers] or [goal("all")]
        known = [things.of_entity(entity) for entity in entities if entity]
        if known:
            yield Mention(match.start(), match.end(), known, "Goal")


def goal(number: str) -> Entity | None:
    """The entity of a goal, a target, or of all goals."""
    return _goals().get(f"goal/{number}")


@cache
def _goals() -> dict[str, Entity]:
    from qigraph.loading.goals import load_goals

    return {entity.id: entity for entity in load_goals()}


@cache
def _topics() -> tuple[re.Pattern[str], dict[str, Entity]]:
    from qigraph.loading.topics import load_topics

    by_name: dict[str, Entity] = {}
    for topic in load_topics():
        for name in (topic.entity.label, *topic.names):
            by_name.setdefault(name.lower(), topic.entity)
    names = sorted(by_name, key=lambda name: (-len(name), name))
    pattern = (
        r"(?<![\w-])(?:" + "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names) + r")(?![\w])"
    )
    return re.compile(pattern, re.IGNORECASE), by_name


def topic_mentions(text: str, things: Things) -> list[Mention]:
    """Mentions of topics by any of their names."""
    pattern, by_name = _topics()
    found = []
    for match in pattern.finditer(text):
        name = match.group().lower()
        entity = (
            by_name.get(name) or by_name.get(name.replace("-", " ")) or by_name.get(name.replace(" ", "-"))
        )
        if entity:
            plain = Entity(entity.id, entity.label, entity.type)
            found.append(Mention(match.start(), match.end(), [things.of_entity(plain)], "Topic"))
    return found
