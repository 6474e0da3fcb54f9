"""Persons: by title (Dr, Ms …) or by the role that stands beside the name."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain

from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.office_names import after_office, role_phrases
from qigraph.extraction.names.personal_names import (
    LOWER,
    PARTICLE,
    UPPER,
    by_context,
    by_initials,
    in_capitals,
    is_given,
)
from qigraph.extraction.names.sibling_names import siblings
from qigraph.extraction.phrases import matches_at

__all__ = ["PersonName", "may_be_alone", "persons", "role_pattern"]

_NAME_WORD = rf"(?:al-|el-|d['\u2019])?[{UPPER}](?=[\w'\u2019-]*[{LOWER}'\u2019])[\w'\u2019-]*+"
_PARTICLE = PARTICLE
_CAPITAL_NAME = rf"(?:[A-Z]{{2,12}}\s{_NAME_WORD}|{_NAME_WORD}\s[A-Z]{{3,15}}(?![a-z]))"
_INITIALLED = rf"(?:(?:[A-Z]\.[\s-]?){{1,3}}|[A-Z]{{1,2}}\s){_NAME_WORD}(?:\s{_NAME_WORD})?(?![\w-])"
_DOTTED = rf"(?:[A-Z][a-z]?\.[\s-]?){{1,3}}{_NAME_WORD}"
_FULL_NAME = rf"{_NAME_WORD}(?:\s(?:(?:[A-Z]\.){{1,3}}|{_PARTICLE}|{_NAME_WORD})){{1,4}}"


_LETTERS = re.compile(
    r"(?:,?\s(?:Ph\.?\s?D\.?|Ed\.?D\.?|D\.?Sc\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|M\.?D\.|MPH|JD|LL\.?M\.?|Esq\.?|C\.?Eng\.?|P\.?\s?Eng\.?"
    r"|FI[A-Z]{2,4}|FR[A-Z]{1,3}|OBE|CBE|MBE|CQE|DRE|DrPH|Dr\.? h\.?c\.?|Jr\.?|Sr\.?|I{2,3}|IV)(?![\w]))+"
)
"""Degrees and honours behind a name: "J. Doe, PhD, OBE"."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as it stands in a block; ``start`` includes the title, ``name`` does not."""

    start: int
    stop: int
    name: str
    surface: str


@cache
def role_pattern() -> str:
    """Regular expression of a role with what may stand before and after it."""
    before = r"(?:(?!(?:and|or|with|by|who|while|said|both)\s)[\w-]+\s){0,3}?"
    return rf"(?:{before}(?i:{alternatives(lexicon().roles)})(?![\w-]))"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    titles = alternatives(lexicon().titles - {"M"})
    title = rf"(?:{titles}|M(?!\.\s?[A-Z]\.)(?=\.?\s{_NAME_WORD}\s{_NAME_WORD}))"
    role = role_pattern()
    roles = rf"(?i:(?<!\w)(?:{alternatives(lexicon().roles)}))"
    return (
        re.compile(
            rf"(?<!\w)(?:{title}(?:\.\s?|\s))+(?P<name>(?:[A-Z]\.[\s-]?)*(?:[A-Z]{{1,2}}\s)?(?:{_PARTICLE}\s)*"
            rf"{_NAME_WORD}(?:\s(?:(?:[A-Z]\.){{1,3}}|{_PARTICLE}|{_NAME_WORD})){{0,6}}(?<!\sde)(?<!\sda)(?<!\svan))"
        ),
        re.compile(
            rf"(?<![\w.])(?P<name>{_FULL_NAME}|{_DOTTED})(?=,?\s(?:\(|\u2013\s|-\s)?(?:the\s|its\s|"
            rf"then\s|new\s|former\s)*{role})"
        ),
        re.compile(rf"{roles}:\s(?P<name>{_INITIALLED})(?=$|,\s)"),
        re.compile(rf"{roles},?\s(?P<name>{_INITIALLED}|{_CAPITAL_NAME}|{_FULL_NAME})"),
        re.compile(rf"{roles}\s(?:of|at)\s(?:the\s)?[A-Z][A-Z/-]+\s(?P<name>{_FULL_NAME})"),
        re.compile(rf"{roles}\s(?:of|at)\s(?:the\s)?(?:[A-Z][\w/-]+\s){{1,4}}(?P<name>{_INITIALLED})"),
        re.compile(
            rf"{roles}\s(?:of|at|for)\s[^,.;:()]{{2,60}}(?:\s\([^()]{{2,12}}\))?,\s(?P<name>{_FULL_NAME})(?=,|\s\(|\s(?!of\b)[a-z])"
        ),
        re.compile(
            rf"(?i:(?:chaired|led|headed|signed|presented|represented|opened|moderated|"
            rf"delivered)\sby\s)(?P<name>{_FULL_NAME})"
        ),
    )


_LETTERED = re.compile(rf"(?<![\w.])(?P<name>{_FULL_NAME})$")
_REACH = 60
"""Characters of a name before its degrees."""
_SURNAME = re.compile(rf"\s[{UPPER}]{{3,15}}(?:-[{UPPER}]{{3,15}})?(?![\w/])(?!\s[A-Z][a-z]+\b)")
"""A surname in capitals behind a single given name: "Dr Ana SILVA"."""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,2}\Z")
_GIVEN = re.compile(rf"(?<![\w.'\u2019-])(?P<name>{_FULL_NAME})")
_PEOPLE = re.compile(r"[A-Z]\w+(?:[iaey]an|ish|ese)\s(?=[A-Z]\S+\s[A-Z])")
"""Of which country somebody is: "Kenyan Edward Moi"."""
_OWNER = re.compile(
    r"(?:\S+['\u2019]s|By|From|With|For|And|To|At|Dear|Photo|Credit|Author|Editor|Contact|When|While|As|After|Before"
    r"|Since|Then|Both|Even|Only|Here|Also|Today|Yesterday)\s(?=\S+\s[A-Z])"
)
"""Whose somebody is, or how the sentence begins: "NMI's Edward Moi", "By Ana Silva"."""
_OF_PERSONS = re.compile(
    r"(?i:\b(?:names?|persons?|chair\w*|president|conven\w+|leader|lead|contact|officer|director|secretary|"
    r"speakers?|authors?|members?|head|representatives?|delegates?|participants?|experts?|by|who)\b)"
)
_ALONE = re.compile(rf"(?P<name>{_FULL_NAME}|{_CAPITAL_NAME})")


def persons(text: str, *, alone: bool = False, words: Set[str] = frozenset()) -> Iterator[PersonName]:
    """Yield persons in a block.

    Parameters
    ----------
    text : str
        Clean text.
    alone : bool
        Whether a block that is nothing but a name may be a person: what stands beside it tells the role.
    words : set of str
        Words that the document writes in small letters: a name without a known given name has none of them.

    Examples
    --------
    >>> [p.name for p in persons("Dr Ana Silva, Director of INMETRO, and President Karl Braun spoke.")]
    ['Ana Silva', 'Karl Braun']
    >>> [p.name for p in persons("The award went to Karin Lund (NWO) and to Main Objectives.")]
    ['Karin Lund']
    """
    taken = bytearray(len(text))
    found = []
    for start, stop, name in _candidates(text, alone, words):
        if name.startswith(("His ", "Her ")):
            continue
        if 1 not in taken[start:stop]:
            taken[start:stop] = b"\x01" * (stop - start)
            found.append((start, stop))
            letters = _LETTERS.match(text, stop)
            stop = letters.end() if letters else stop
            yield PersonName(start, stop, name, text[start:stop])
    for start, stop in siblings(text, found) if found else ():
        if 1 not in taken[start:stop] and _is_person(text[start:stop], words):
            yield PersonName(start, stop, text[start:stop], text[start:stop])


def may_be_alone(block: Block, after: Block | None) -> bool:
    """Whether a block that is nothing but a name may be a person's: its column, label or next line tells of a role.

    Parameters
    ----------
    block : Block
        A line, a heading or a cell.
    after : Block or None
        The block after it.
    """
    if len(block.text) >= 60:
        return False
    if block.row is not None:
        return bool(_OF_PERSONS.search(f"{block.row.head(block.column)} {block.row.label(block.column)}"))
    return after is not None and len(after.text) < 150 and bool(_role_line().match(after.text))


def _candidates(text: str, alone: bool, common: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Start, stop and name of what may be a person, the surest first."""
    titled, before_role, *behind_role, by = _patterns()
    roles = role_phrases().starts(text)
    for match in titled.finditer(text):
        if titled_name := _before_role(match.group("name")):
            end = match.start("name") + len(titled_name)
            if " " not in titled_name and (surname := _SURNAME.match(text, end)):
                end, titled_name = surname.end(), titled_name + surname.group()
            if titled_name.lower() in lexicon().not_persons:
                continue
            yield match.start(), end, titled_name
    for match in _GIVEN.finditer(text):
        people = _PEOPLE.match(match.group("name")) or _OWNER.match(match.group("name"))
        start = match.start() + (people.end() if people else 0)
        if name := _from_given(text[start : match.end()], text[match.end() : match.end() + 40]):
            initials = _INITIALS.search(text[max(0, start - 8) : start])
            begin = start - (len(initials.group()) if initials else 0)
            yield begin, start + len(name), text[begin:start] + name
    for match in chain(
        before_role.finditer(text) if roles else (),
        *(matches_at(pattern, roles, text) for pattern in behind_role),
        by.finditer(text) if " by " in text.lower() else (),
    ):
        if _is_person(match.group("name"), common):
            yield match.start("name"), match.end("name"), match.group("name")
    for letters in _LETTERS.finditer(text):
        begin = max(0, letters.start() - _REACH)
        lettered = _LETTERED.search(text[begin : letters.start()])
        if lettered and _is_person(lettered.group("name"), common):
            yield begin + lettered.start("name"), letters.start(), lettered.group("name")
    for start, stop in chain(by_initials(text), in_capitals(text)):
        yield start, stop, text[start:stop]
    for start, stop in chain(by_context(text), after_office(text)):
        if _is_person(text[start:stop], common):
            yield start, stop, text[start:stop]
    if alone and (match_alone := _ALONE.fullmatch(text)) and _is_person(text, common):
        yield 0, match_alone.end(), text


def _before_role(name: str) -> str:
    """A name without the role that follows it, and without the mark of the possessive."""
    words = re.sub(r"['\u2019]s$", "", name).split()
    at = next((i for i, word in enumerate(words) if i and word.lower() in _role_words()), len(words))
    return re.sub(r"\W+$", "", " ".join(words[:at]))


def _from_given(name: str, after: str) -> str | None:
    """The person whom capitalised words name that begin with a given name, up to a role that follows."""
    words = name.split()
    if not is_given(words[0]) or re.match(r"(?:'s|\u2019s)?\s(?:[A-Z][a-z]+ly\s)?&\s", after):
        return None
    for at, word in enumerate(words[1:], 1):
        if word.lower() in _role_words():
            words = words[:at]
            break
    while words and words[-1].islower():
        words.pop()
    kept = " ".join(words)
    if len(words) < 2 or not _is_person(kept):
        return None
    following = re.match(r"\s(?:of\s|for\s)?([A-Z][\w-]+)", after) if kept == name else None
    return None if following and following.group(1).lower() in lexicon().heads else kept


@cache
def _role_line() -> re.Pattern[str]:
    return re.compile(rf"(?:the\s|an?\s)?{role_pattern()}", re.IGNORECASE)


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word for role in lexicon().roles for word in role.split())


def _is_person(name: str, common: Set[str] = frozenset()) -> bool:
    words = name.split()
    lowered = [word.lower() for word in words]
    known = lexicon()
    return (
        len(words) <= 5
        and not any(word in known.heads or word in known.roles for word in lowered)
        and not any(word in known.sentence_words for word in words)
        and not ({*words, " ".join(words)} & known.countries)
        and not any(word in known.not_persons for word in lowered)
        and not any(word.lower() in common for word in words if not word.islower())
    )
