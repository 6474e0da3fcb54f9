"""Places: a country, a city with its country, or what stands after "in" where an event is spoken of."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["is_place_name", "place_mentions"]

_WORD = r"(?:St\.\s)?[A-Z\u00c0-\u00de\u0130\u015a\u0160\u017d][\w'\u2019-]*"
_LINK = r"(?:(?:de|la|le|el|of|am|do|del|los|es|da|di|du|sur|an der)\s)?"
_CITY = rf"{_WORD}(?:\s{_LINK}{_WORD}){{0,3}}"
_EVENT = re.compile(
    r"(?i:held|hosted|took place|takes? place|met|meeting|workshop|conference|"
    r"course|seminar|session|signed|ceremony|training|"
    r"assembly|symposium|event|webinar|congress|forum|school|opened|venue|"
    r"organi[sz]ed|gathered|\d{4}|launched|retreat|summit)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|\u2013|and|to|&)\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d)"
)
_NOT_PLACES = frozenset(
    [
        "English",
        "French",
        "Spanish",
        "Russian",
        "Arabic",
        "Chinese",
        "German",
        "Part",
        "Annex",
        "Article",
        "Section",
        "Table",
        "Chapter",
        "Figure",
        "Recommendation",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Spring",
        "Summer",
        "Autumn",
        "Winter",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Step",
        "Phase",
        "Stage",
        "Industry",
        "Online",
        "Virtual",
        "Hybrid",
        "Remote",
    ]
)


_ABSTRACT = re.compile(
    r"[A-Z][a-z]+(?:ment|ation|ction|[a-z]ology|[a-z]{2}ics|[a-z]{3}ship|ness)s?|Quality|Safety|Industry"
)
"""Words for what a meeting is about rather than where it is: "in Quality Policy Development"."""


@cache
def _patterns() -> tuple[Cued, ...]:
    countries = alternatives(lexicon().countries)
    return (
        cued(rf"(?<=\b[Ii]n\s)(?P<city>{_CITY}),\s{_CITY},\s(?:the\s)?(?P<a>{countries})(?P<b>)(?!\w)"),
        cued(
            rf"(?<!\w)(?P<city>{_CITY})(?:\s\((?:the\s)?(?P<a>{countries})\)|"
            rf",\s(?:the\s)?(?P<b>{countries}))(?!\w)"
        ),
        cued(rf"(?<=\b[Ii]n\s)(?P<city>{_CITY})(?!\w)"),
        cued(rf"(?:\(\s?|\s[\u2013-]\s|\w,\s)(?P<city>{_CITY}),?\s(?={_DATE})"),
        cued(rf"\b(?:19|20)\d\d,\s(?P<city>{_CITY})(?=\s?[);]|$)"),
        cued(rf"(?<=\b[Ii]n\s)(?:the\s)?(?P<city>{countries})(?!\w)"),
    )


def place_mentions(text: str, things: Things) -> Iterator[Mention]:
    """Yield mentions of places.

    Examples
    --------
    >>> [m.thing.label for m in place_mentions("The course was held in Riyadh (Saudi Arabia).", Things())]
    ['Riyadh']
    """
    with_region, with_country, after_in, with_date, after_date, country = _patterns()
    taken: list[tuple[int, int]] = []
    for match in chain(with_region.finditer(text), with_country.finditer(text)):
        if any(start < match.end() and match.start() < stop for start, stop in taken):
            continue
        city, land = match.group("city"), match.group("a") or match.group("b")
        if city.split()[0] in _NOT_PLACES or lexicon().head_type(city) or _is_no_city(city):
            continue
        thing = things.find(city) or Thing("Place", city)
        if thing.type == "Place":
            things.add(thing, [f"{city}, {land}", f"{city} ({land})", land, match.group()])
            taken.append(match.span())
            yield Mention(match.start(), match.end(), [thing], "Place")
    for pattern in (country, after_in, with_date, after_date):
        for match in pattern.finditer(text):
            name = match.group("city")
            words = name.split()
            if any(start <= match.start("city") < stop for start, stop in taken):
                continue
            if (
                words[0].rstrip(".").split("-")[0] in _NOT_PLACES
                or _is_doing(words[0])
                or lexicon().head_type(name)
                or not _EVENT.search(text)
            ):
                continue
            if any(_ABSTRACT.fullmatch(word) for word in words):
                continue
            if re.search(r"[A-Z]{2,}", name) and name not in lexicon().countries:
                continue
            name = name.rstrip(".,'")
            thing = things.find(name) or things.add(Thing("Place", name))
            if thing.type == "Place":
                yield Mention(match.start("city"), match.start("city") + len(name), [thing], "Place")


def _is_no_city(name: str) -> bool:
    """Whether it is a country, of which a list goes on, or begins a sentence: "Tanzania, Rwanda", "However, Kenya"."""
    first = name.split()[0]
    return name in lexicon().countries or first in lexicon().sentence_words or _is_doing(first)


def _is_doing(word: str) -> bool:
    """Whether a word is an action rather than a city: "in Enhancing Joint Action", not "in Beijing"."""
    return word.endswith(("ing", "izing", "ising")) and word[:-3].lower() in _DOINGS


_DOINGS = frozenset(
    [
        *(
            "enhanc",
            "improv",
            "promot",
            "support",
            "build",
            "strengthen",
            "develop",
            "advanc",
            "foster",
            "achiev",
        ),
        *(
            "creat",
            "establish",
            "harmoniz",
            "harmonis",
            "facilitat",
            "ensur",
            "implement",
            "apply",
            "us",
            "measur",
        ),
        *("manag", "driv", "shap", "transform", "boost", "accelerat"),
    ]
)


def is_place_name(name: str) -> bool:
    """Whether the words may name a city, a country or both: what stands beside the date of an event.

    Examples
    --------
    >>> is_place_name("Phnom Penh"), is_place_name("Lima, Peru"), is_place_name("Regional Workshop")
    (True, True, False)
    """
    name = name.strip(" ,.()")
    if name in lexicon().countries:
        return True
    city, _, land = (part.strip(" )") for part in name.replace(" (", ", ").partition(","))
    if land and land not in lexicon().countries and not re.fullmatch(r"[A-Z]{2,3}|[A-Z][a-z]+", land):
        return False
    return (
        bool(re.fullmatch(_CITY, city))
        and len(city.split()) <= 3
        and city.split()[0] not in _NOT_PLACES
        and not lexicon().head_type(city)
        and not re.search(r"[A-Z]{2,}|\d", city)
        and city.split()[0] not in lexicon().sentence_words
    )
