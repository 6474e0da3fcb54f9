"""The Sustainable Development Goals and their targets, by number, in ranges, and by their short titles."""

import re
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import cued
from qigraph.extraction.things import Mention, Things
from qigraph.facts import Entity

__all__ = ["goal_mentions", "speaks_of_goals"]

_ONE = r"\d{1,2}(?:\.[0-9a-d]{1,2})?(?![\w%])"
_AND = r"(?:,\s(?:and\s)?|,(?=\d)|\s(?:and|as well as|or)\s|\s?[&+]\s?|\s?/\s?|;\s)"
_TO = r"(?:\s?[-\u2013]\s?|\s(?:to|through)\s)"
_TITLES = {
    1: r"no\spoverty|(?:the\s)?(?:end|eradication)\sof\spoverty|poverty(?:\s(?:eradication|reduction))?",
    2: r"zero\shunger|(?:ending\s|end\sof\s)hunger",
    3: r"(?:good\s)?health(?:(?:\sand|,|\s&)\swell-?\s?being)?",
    4: r"quality\seducation|education",
    5: r"gender(?:\sequality)?",
    6: r"clean\swater(?:(?:\sand|,|\s&)\ssanitation)?|water(?:(?:\sand|,|\s&)\ssanitation)?",
    7: r"(?:affordable(?:(?:\sand|,|\s&)\sclean)?\s|clean\s)?energy",
    8: r"decent\swork(?:(?:\sand|,|\s&)\seconomic\sgrowth)?|economic\sgrowth",
    9: r"industry(?:,\sinnovation(?:,?\sand|,|\s&)\s(?:resilient\s)?infrastructures?)?"
    r"|innovation(?:\sand\sinfrastructure)?",
    10: r"reduced?\sinequalit(?:y|ies)|inequalit(?:y|ies)",
    11: r"sustainable\scities(?:(?:\sand|,|\s&)\scommunities)?",
    12: r"(?:responsible|sustainable)\s(?:consumption(?:(?:\sand|,|\s&)\sproduction)?"
    r"|production(?:\sand\sconsumption)?)",
    13: r"climate(?:\s(?:action|change))?",
    14: r"life\sbelow\swater|oceans?",
    15: r"life\s(?:on|above)\sland",
    16: r"peace(?:,\sjustice(?:,?\sand|,|\s&)\sstrong\sinstitutions|\sand\sjustice)?|strong\sinstitutions",
    17: r"partnerships?(?:\sfor\s(?:the\s)?goals?)?|global\spartnerships?",
}
_TITLE = r"(?:" + "|".join(f"(?:{title})" for title in _TITLES.values()) + r")(?![\w-])"
_BEHIND = re.compile(rf"\s?(?:\(|[-\u2013:,]\s?|on\s|for\s|\u2013\s|\")?\"?(?:{_TITLE})\"?\)?", re.IGNORECASE)
"""The short title behind a number: "SDG 3 (Good health and well-being)", "Goal 3 on good health"."""
_NEXT = re.compile(
    rf"(?P<link>{_TO}|{_AND})(?:(?:SDGs?|Goals?)\s?)?(?P<number>{_ONE})(?!\s(?:countries|members|organi[sz]|partners|states|years|months|days|experts|projects|"
    r"laboratories|institutes|targets|indicators|times|meetings)\b)",
    re.IGNORECASE,
)
_UN = r"\b(?:(?:UN|United\sNations)(?:['\u2019]s?)?\s(?:\(UN\)\s)?|United\sNations\s?\(UN\)\s)?"
_GOAL = cued(
    rf"{_UN}\b(?:Sustainable\sDevelopment\sGoals?\s\(SDGs?\)|SDGs?|Sustainable\sDevelopment\sGoals?|goals?)"
    rf"(?:\s\((?={_ONE})|:?\s(?:No\.?\s|#|numbers?\s)?|[:-]\s?|(?<=SDG)|(?<=SDGs)|\s#)(?P<number>{_ONE})"
    rf"|\b(?:SDGs?|(?-i:Goals?)|Sustainable\sDevelopment\sGoals?)(?:\s(?:on|for)\s(?:the\s)?|:\s|\s[\u2013-]\s|\s)\"?"
    rf"(?P<title>{_TITLE})"
    rf"|(?P<all>{_UN}(?:Sustainable\sDevelopment\sGoals?|Global\sGoals|SDGs)\b(?!\s?,?\s*\(?\d))"
    rf"|\b[Tt]argets?\s(?P<target>\d{{1,2}}\.[0-9a-d]{{1,2}}(?![\w%]))",
    re.IGNORECASE,
)

_OTHER = re.compile(r"\s?[:\u2013-]\s|\sof\s(?:the|its|our|their|this)\b|\W*$")
"""What follows the number of a goal of somebody's own: its title, its strategy."""
_UNITED = re.compile(r"SDG|\bsustainable\b|2030|United\sNations|\bUN\b", re.IGNORECASE)


def goal_mentions(text: str, things: Things) -> Iterator[Mention]:
    """Yield mentions of goals and targets; "SDGs 9 and 12" is one mention of two things.

    Examples
    --------
    >>> [t.label for m in goal_mentions("SDGs 9 and 12, target 12.5", Things()) for t in m.things]
    ['SDG 9', 'SDG 12', 'SDG target 12.5']
    >>> goals = goal_mentions("the UN Sustainable Development Goals (SDGs) 1, 2, and 7-9", Things())
    >>> [t.label for m in goals for t in m.things]
    ['SDG 1', 'SDG 2', 'SDG 7', 'SDG 8', 'SDG 9']
    >>> [m.stop for m in goal_mentions("Goal 3 on good health, the SDG on climate action", Things())]
    [21, 48]
    """
    at = 0 if speaks_of_goals(text) else len(text)
    while match := _GOAL.search(text, at):
        at = match.end()
        first = match.group("number") or match.group("target")
        if match.group()[:4] in ("Goal", "goal") and not _of_the_un(text, match):
            continue
        numbers = [first] if first else []
        if match.group("title"):
            numbers = _titled(match.group("title"))
        elif first:
            at = _behind(text, at, first)
            at, numbers = _list(text, at, numbers)
        known = [
            things.of_entity(entity) for number in numbers or ["all"] if (entity := _goals().get(number))
        ]
        if known:
            yield Mention(match.start(), at, known, "Goal")


def speaks_of_goals(text: str) -> bool:
    """Whether a goal or a target may be named: a cheap look before the careful one."""
    lowered = text.lower()
    return "goal" in lowered or "sdg" in lowered or "target" in lowered


def _of_the_un(text: str, match: re.Match[str]) -> bool:
    """Whether "Goal 3" is one of the United Nations', and not of somebody's strategy."""
    if re.search(
        r"\b(?:strategic|key|main|our|project|programme|policy)\s$", text[: match.start()], re.IGNORECASE
    ):
        return False
    if match.group().startswith("goal"):
        return _UNITED.search(text) is not None
    number = match.group("number")
    told = match.group("title") or (number and _behind(text, match.end(), number) > match.end())
    return bool(told) or _UNITED.search(text) is not None or _OTHER.match(text, match.end()) is None


def _list(text: str, at: int, numbers: list[str]) -> tuple[int, list[str]]:
    """Where a list of numbers ends that begins before, and all of them; "7-9" are three."""
    while following := _NEXT.match(text, at):
        number, before = following.group("number"), numbers[-1]
        if number not in _goals():
            break
        if re.fullmatch(_TO, following.group("link")):
            if not (number.isdigit() and before.isdigit() and int(before) < int(number)):
                break
            numbers += [str(between) for between in range(int(before) + 1, int(number))]
        numbers.append(number)
        at = _behind(text, following.end(), number)
    return at, numbers


def _behind(text: str, at: int, number: str) -> int:
    """Where the number ends with its title, if that follows."""
    title = _BEHIND.match(text, at)
    if title is None or _title_of(number).search(title.group()) is None:
        return at
    closed = title.group().count("(") == title.group().count(")")
    return title.end() if closed else at


@cache
def _title_of(number: str) -> re.Pattern[str]:
    return re.compile(_TITLES.get(int(number.split(".")[0]), "(?!)"), re.IGNORECASE)


def _titled(title: str) -> list[str]:
    return [str(n) for n in _TITLES if (m := _title_of(str(n)).match(title)) and m.end() == len(title)][:1]


@cache
def _goals() -> dict[str, Entity]:
    from qigraph.loading.goals import load_goals

    return {entity.id.removeprefix("goal/"): entity for entity in load_goals()}
