"""Acronyms and short names that a document introduces, in both orders and across lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qigraph.extraction.cued import cued
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.name_bounds import with_list
from qigraph.extraction.names.name_runs import long_form_before, matches_initials, name_runs, trim
from qigraph.extraction.names.run_breaks import pieces

__all__ = ["Definition", "common_acronyms", "definitions", "title_definitions"]

_SHORT = r"(?<![\w/&.])[A-Z\u00c0-\u00de][\w&./\u2013-]{0,16}?[A-Z0-9][\w&./\u2013-]{0,16}"
_AFTER = re.compile(
    rf"\s\((?:(?:here(?:in)?after|henceforth)(?:,|\s(?:referred to as|called|named|known as|abbreviated as))?\s|"
    rf"(?:also |better )?(?:known as|called|referred to as)\s|abbreviated\s(?:as\s|to\s)?|in short:?\s|or\s"
    rf"|formerly\s)?"
    rf"[\"']?(?:the\s)?[\"']?(?P<short>(?:[A-Z][\w]*\s)?{_SHORT}(?:\s[A-Z][\w-]+){{0,3}}|"
    rf"[A-Z]\w+\sPartnership|[A-Z]{{2,}})[\"']?(?:\sfor short)?"
    rf"(?:[,;]\s[a-z][^()]{{1,60}})?\)"
)
_BEFORE = cued(rf"(?<!\w)(?P<short>{_SHORT})\s\((?P<long>[A-Z\u00c0-\u00de][^()]{{8,150}})\)")
_DASHED = re.compile(
    rf"^(?P<short>{_SHORT})\s*(?:[-\u2013\u2014:]|,\sthe)\s+(?P<long>[A-Z\u00c0-\u00de][^()\n:;.]{{8,120}})"
)
_DASHED_AFTER = re.compile(
    rf"^(?P<long>[A-Z\u00c0-\u00de][^()\n:;.]{{8,120}}?)\s*[-\u2013\u2014]\s+(?P<short>{_SHORT})$"
)
_REMARK = re.compile(r",\s(?!and\b)[a-z]")
"""Where a dashed line goes on to say what the long form does: "ISO, the … Standardization, brings …"."""
_VERB_BEHIND = re.compile(
    r"\s(?=(?:is|was|are|were|has|had|will|started|began|became|brings|provides|works|promotes|coordinates|supports|aims)\s)"
)
"""Where a dashed line is a sentence of which the long form is the subject."""

_APPOSED = re.compile(rf"(?P<short>{_SHORT}),\sthe\s(?=[A-Z\u00c0-\u00de])")

_BETWEEN_COMMAS = cued(
    r"(?<=[a-z]{3}),\s(?P<short>[A-Z]{3,8})(?=,\s(?:[a-z]|the\s)|\s\()"
    r"|(?<=[a-z]{3})(?:,\s(?:or|in short|abbreviated(?:\s(?:as|to))?|hereafter|hereinafter)"
    r"|,?\sor)\s(?:the\s)?[\"']?(?P<or>[A-Z]{3,8})[\"']?(?:\sfor short)?"
    r"(?=,|\.?$|\.\s|\s(?:is|was|has|had|will)\s)"
    r"|(?<=[a-z]{3}),?\s(?:or\s)?(?P<for>[A-Z]{3,8})\sfor short\b"
)
"""The acronym between commas: "The National Scale Office, NASO, is …", "…, or NASO for short, is …"."""
_COMMON = re.compile(r"(?P<words>(?:\b[A-Za-z][a-z-]+,?\s){1,9})\((?P<short>[A-Z]{2,7})s?\)")
"""Words, the last of them in small letters, before an acronym in brackets."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A short name and the long form that it stands for."""

    short: str
    long: str


def definitions(text: str) -> Iterator[Definition]:
    """Yield the short names that a block introduces.

    Examples
    --------
    >>> list(definitions("The Gulf Association for Metrology (GULFMET) joined."))
    [Definition(short='GULFMET', long='Gulf Association for Metrology')]
    """
    for match in _AFTER.finditer(text) if "(" in text else ():
        short = match.group("short")
        if not _worth_it(short):
            continue
        span = long_form_before(text, match.start(), short)
        if span and _longer(text[span[0] : span[1]], short):
            yield Definition(short, _unowned(text[span[0] : span[1]].strip("\"'"), short))
    for pattern in (_BEFORE, _DASHED, _DASHED_AFTER):
        for match in pattern.finditer(text):
            short, long = match.group("short"), match.group("long").strip(" ,")
            if pattern is not _BEFORE:
                long = _VERB_BEHIND.split(long)[0]
                long = _REMARK.split(long[: pieces(long, 0, len(long))[0][1]])[0].strip(" ,")
            runs = name_runs(long)
            if not _worth_it(short) or not runs or runs[0][0] > 4:
                continue
            start, stop = trim(long, 0, len(long))
            long = long[start:stop]
            if matches_initials(short, long) and _longer(long, short):
                yield Definition(short, long)
    yield from _apposed(text)
    for match in _BETWEEN_COMMAS.finditer(text):
        short = match.group("short") or match.group("or") or match.group("for")
        span = long_form_before(text, match.start(), short) if _worth_it(short) else None
        long = text[span[0] : span[1]] if span else ""
        if (
            lexicon().head_type(long)
            and matches_initials(short, long)
            and len(long.split()) > len(short) // 2
        ):
            yield Definition(short, _unowned(long, short))


def _unowned(long: str, short: str) -> str:
    """The long form without the owner before it: "ISO's Committee on Scales (COSCA)"."""
    owner, _, rest = long.rpartition("'s ")
    named = rest[:1].isupper() and " " in rest and " " not in owner
    return rest if named and not matches_initials(short, long) else long


def title_definitions(titles: list[str]) -> Iterator[Definition]:
    """Yield what the first headings define together: "EASC at a glance" over "Euro-Asian Standards Council".

    Examples
    --------
    >>> list(title_definitions(["EASC at a glance", "Euro-Asian Standards Council"]))
    [Definition(short='EASC', long='Euro-Asian Standards Council')]
    """
    for long in titles:
        runs = name_runs(long)
        kind = lexicon().head_type(long)
        if len(runs) != 1 or runs[0] != (0, len(long)) or kind is None or kind[0] == "Event":
            continue
        for title in titles:
            for match in re.finditer(_SHORT + r"(?!\w)", title):
                short = match.group()
                alone = title is not long and short.isupper() and 3 <= len(short) <= 10
                if alone and not title.isupper() and _worth_it(short) and matches_initials(short, long):
                    yield Definition(short, long)


def _apposed(text: str) -> Iterator[Definition]:
    """ "BWU, the Baltic Weighing Union": the acronym stands first, the name in apposition."""
    for match in _APPOSED.finditer(text) if ", the " in text else ():
        short = match.group("short")
        runs = name_runs(text[match.end() : match.end() + 160])
        if not _worth_it(short) or not runs or runs[0][0] > 0:
            continue
        long = text[match.end() : with_list(text, match.end(), match.end() + runs[0][1])]
        long = re.split(r"\s(?:and|&)\s(?=[A-Z]{2,}\b)", long)[0]
        if _longer(long, short) and (matches_initials(short, long) or _same_initials(short, long)):
            yield Definition(short, long)


def _same_initials(short: str, long: str) -> bool:
    """Whether the capitals of the long form are the letters of the short one, in another order."""
    capitals = [word[0] for word in re.findall(r"\b[A-Z\u00c0-\u00de]\w*", long)]
    return len(short) > 2 and sorted(capitals) == sorted(short)


def common_acronyms(text: str) -> Iterator[str]:
    """Yield in small letters the acronyms of what is no name: "testing and quality (TQ) infrastructure".

    Examples
    --------
    >>> list(common_acronyms("They build metrology, standards, testing and quality (MSTQ) systems."))
    ['mstq']
    """
    for match in _COMMON.finditer(text) if "(" in text else ():
        words, short = match.group("words").split(), match.group("short")
        if words[-1].rstrip(",") in lexicon().heads:
            continue
        for count in range(2, len(words) + 1):
            several = words[-count:]
            small = all(word[0].islower() for word in several[1:])
            if small and several[0][0].lower() == short[0].lower():
                initials = [word[0] for word in several if word.lower() not in lexicon().connectors]
                if "".join(initials).lower() == short.lower():
                    yield short.lower()
                    break


def _worth_it(short: str) -> bool:
    capitals = sum(character.isupper() for character in short)
    return capitals >= 2 and short.count("/") < 2 and not re.fullmatch(r"[IVXL]+|[A-Z]\d+", short)


def _longer(long: str, short: str) -> bool:
    words = long.split()
    if len(words) < 2 or len(long) <= len(short):
        return False
    head = lexicon().head_type(long)
    return bool(head) or matches_initials(short, long)
