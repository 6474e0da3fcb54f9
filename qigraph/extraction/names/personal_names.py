"""Persons whom no list of given names knows: by initials, by capitals, and by what is said only of persons.

"J. Doe (NMI)", "Doe J.K., NMI", "JANE DOE", "elected Abena Mbeki as Chair", "Abena Mbeki from the NMISA".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from qigraph.extraction.cued import Cued, cued
from qigraph.extraction.lexicon import alternatives, lexicon
from qigraph.extraction.names.office_names import role_phrases

__all__ = ["LOWER", "PARTICLE", "UPPER", "by_context", "by_initials", "in_capitals", "is_given"]

UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x180) if chr(c).isupper())
LOWER = "a-z" + "".join(chr(c) for c in range(0xC0, 0x180) if chr(c).islower())
PARTICLE = (
    r"(?:(?:de|da|do|dos|das|du|van|von|vom|zu|der|den|di|del|della|la|las|los|le|bin|bint|ibn|binti|al|El|Al|ten|ter|y|e|"
    r"af|av|abu|abd|ben|\u00e0|\u00e1)(?=\s))"
)
_WORD = rf"(?:(?:al|el|Al|El)-|d['\u2019]|O['\u2019])?[{UPPER}](?=[\w'\u2019-]*[{LOWER}])[\w'\u2019-]*+"
_INITIALS = rf"(?:(?:[{UPPER}]|Yu|Th|Ph|Sh|Zh|Ya|Kh|Ts)\.\s?-?\s?){{1,4}}"
_FAMILY = (
    rf"(?:{PARTICLE}\s){{0,3}}{_WORD}(?:\s{_WORD})?"
    rf"(?:\s(?:van|von|de|der|den|da|dos|del|y|e|bin)(?=\s)(?:\s(?:den|der|las|los))?\s{_WORD})?"
)
_BEFORE = r"(?<![\w.&/-])"
_BY_INITIALS = re.compile(rf"{_BEFORE}(?P<name>{_INITIALS}{_FAMILY})(?P<after>.{{0,2}})", re.DOTALL)
_MIDDLE = re.compile(rf"{_BEFORE}(?P<name>{_WORD}(?:\s{_WORD})?\s(?:[{UPPER}]\.\s?){{1,2}}{_WORD})(?![\w-])")
_INITIALS_LAST = re.compile(
    rf"{_BEFORE}(?P<name>{_WORD}(?:\s{_WORD})?,?\s(?:[{UPPER}]\.[\s-]?){{1,3}})(?=\s?\(|,\s[A-Z]|;)(?!,\s[{UPPER}][.])"
)
_IN_CAPITALS = re.compile(
    rf"{_BEFORE}(?P<name>[{UPPER}]{{2,}}(?:-[{UPPER}]{{2,}})?(?:\s(?:[{UPPER}]\.|(?:VAN|VON|DE|DER|DEL|LA|DA|DI|BIN)(?=\s)"
    rf"|[{UPPER}][{UPPER}'\u2019-]+)){{1,4}})(?=\s?[,;(]|$|\sand\s|\s[{UPPER}][{LOWER}])"
)
_INITIAL = cued(rf"[{UPPER}][aush]?\.")
_OWNER = re.compile(r"\S+['\u2019]s\s")
_NUMBERED = re.compile(
    r"\b(?:Annex|Appendix|Table|Figure|Section|Part|Type|Class|Phase|Group|Level|Grade|Vitamin|Hepatitis|Category|Option|"
    r"Schedule|Chapter|Module|Item|Document|No|Vol|Nr|Scope|Form|Block|Hall|Room|Building)\W*$",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?:U\.\s?S\.|U\.\s?K\.|U\.\s?N\.|P\.\s?O\.|E\.\s?U\.|P\.\s?R\.|R\.\s?O\.|D\.\s?C\.|L\.\s?A\.|B\.\s?C\.)"
)


def by_initials(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of names with initials: "J.-P. Doe", "A. van der Roe", "Doe J.K. (NMI)".

    Examples
    --------
    >>> text = "Reports came from J.-P. Doe, A. van der Roe and the U.S. Department; see Annex B. Members."
    >>> [text[a:b] for a, b in by_initials(text)]
    ['J.-P. Doe', 'A. van der Roe']
    """
    if not _INITIAL.search(text):
        return
    for match in _MIDDLE.finditer(text):
        start = _after_other_words(match.group("name"))
        if start is not None and not _named_after(text, match.end()):
            yield match.start() + start, match.end()
    for match in _BY_INITIALS.finditer(text):
        name, before = match.group("name"), text[max(0, match.start() - 12) : match.start()]
        if _STATES.match(name) or _NUMBERED.search(before) or _ends_sentence(text, match.start("name")):
            continue
        if (
            match.start() == 0
            and re.match(r"[A-Z]\.\s", name)
            and not re.match(r"[,(;]|\s\(", match["after"])
        ):
            continue
        stop = _without_following(name)
        if stop and not _named_after(text, match.start("name") + stop):
            yield match.start("name"), match.start("name") + stop
    for match in _INITIALS_LAST.finditer(text):
        name = match.group("name").rstrip()
        family = name.split()[0]
        if not _NUMBERED.search(family) and family.lower() not in lexicon().heads and "'s" not in family:
            yield match.start("name"), match.start("name") + len(name)


def _after_other_words(name: str) -> int | None:
    """Where a name with an initial in the middle begins, behind roles and sentence words; None if it is no person's."""
    words = list(re.finditer(r"(?:\w\.)+|\S+", name))
    known = lexicon()
    at = next((i for i, word in enumerate(words) if re.fullmatch(r"(?:\w\.)+", word.group())), 0)
    if not at or _NUMBERED.search(name[: words[at].start()]) or words[-1].group().lower() in known.heads:
        return None
    own = at
    while own and not _is_other(words[own - 1].group()):
        own -= 1
    return words[own].start() if own < at else None


def _is_other(word: str) -> bool:
    known, plain = lexicon(), word.lower()
    common = (
        plain in known.heads or plain in known.roles or plain in known.not_persons or word in known.titles
    )
    return (
        common or word in known.sentence_words or word in known.countries or word.endswith(("'s", "\u2019s"))
    )


def _named_after(text: str, stop: int) -> bool:
    """Whether an institute or a prize is named after the person: "D.I. Roe Institute for Metrology"."""
    following = re.match(r"(?:'s|\u2019s)?((?:\s[A-Z][\w-]*){1,3})", text[stop : stop + 60])
    return following is not None and any(w.lower() in lexicon().heads for w in following.group(1).split())


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the one letter is the end of a name of many letters: "vitamin C. Further", "Mr X. He"."""
    return bool(re.search(r"[a-z]\s$", text[max(0, at - 2) : at])) and bool(
        re.match(r"[A-Z]\.\s(?:The|This|In|It|He|She|They|A|An|For|On|At|These|If|We)\s", text[at : at + 12])
    )


def _without_following(name: str) -> int:
    """Length of the name without a role or head noun behind it; 0 where the family name is one."""
    words = list(re.finditer(r"\S+", name))
    known = lexicon()
    for at, word in enumerate(words):
        plain = word.group().lower().strip(".,")
        if "." not in word.group() and (
            plain in known.heads or plain in known.roles or plain in known.not_persons
        ):
            cut = at and plain in known.roles and "." not in words[at - 1].group()
            return words[at - 1].end() if cut else 0
    return len(name)


def is_given(word: str) -> bool:
    """Whether a word is a known given name, or two of them joined.

    Examples
    --------
    >>> is_given("Anna"), is_given("Anna-Lena"), is_given("Metrology")
    (True, True, False)
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word).lower() if not unicodedata.combining(c))
    given = lexicon().given
    return plain in given or ("-" in plain and plain.split("-")[0] in given)


def in_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of names in capitals that begin with a known given name.

    Examples
    --------
    >>> text = "JANE K. DOE, National Institute, and MARKET SURVEILLANCE"
    >>> [text[a:b] for a, b in in_capitals(text)]
    ['JANE K. DOE']
    """
    for match in _IN_CAPITALS.finditer(text):
        words = match.group("name").split()
        known = lexicon()
        named = is_given(words[0]) and len(words[-1]) > 1 and "." not in words[-1]
        if named and not any(w.lower() in known.heads or w.lower() in known.not_persons for w in words):
            yield match.start("name"), match.end("name")


_NAME = rf"(?P<name>{_WORD}(?:\s(?:[{UPPER}]\.|{PARTICLE}|{_WORD})){{1,4}})"
_REPLACED = cued(rf"\b(?:succeeded|replaced|followed)\sby\s{_NAME}")


_TOLD = cued(
    rf"(?<![\w.]){_NAME}\s(?:of|from|at)\s(?:the\s)?[A-Z][^,;.()]{{2,60}}\s(?:told|said|stressed|noted|explained"
    r"|added|underlined|highlighted|emphasi[sz]ed|outlined|remarked|spoke)\s"
)
"""Who says something from somewhere: "Abena Mbeki from the NMISA told the meeting"."""


@cache
def _contexts() -> tuple[Cued, ...]:
    """What is said of persons alone; all but that one was replaced by another speaks of a role."""
    role = rf"(?:[\w-]+\s){{0,4}}?(?i:{alternatives(lexicon().roles)})(?![\w-])"
    aside = (
        r"(?:\s?\([^()]{1,40}\)|\s(?:of|from)\s[^,;.()]{2,70}(?:,\s[A-Z][^,;.()]{2,24})?|,[^,;.()]{2,50},"
        r"|,[^,;.()]{2,40},[^,;.()]{2,30},)?"
    )
    chosen = r"(?:re-?elected|elected|appointed|reappointed|re-appointed|named|nominated|confirmed|designated|chosen)"
    return (
        cued(
            rf"(?<![\w.]){_NAME}{aside}\s(?:was|has been|is|were|had been)\s(?:\w+ly\s)?{chosen}\s"
            rf"(?:as\s|to be\s)?{role}"
        ),
        cued(
            rf"(?<![\w.]){_NAME}{aside}\s(?:(?:has\s|will\s)?(?:served?|acted|acts|serves|stepped down|"
            rf"steps down|resigned|retired|takes over|took over|takes office|took office)|has been serving)"
            rf"\s(?:as|from)\s{role}"
        ),
        cued(rf"(?<![\w.]){_NAME}{aside}\s(?:succeeded|succeeds|replaced|replaces)\s[^.;]{{3,60}}?\sas\s{role}"),
        _REPLACED,
        cued(rf"\b{chosen}\s{_NAME}{aside}\s(?:as|to be)\s{role}"),
        cued(rf"(?<![\w.]){_NAME}\sjoined\s(?:the\s)?[^.;]{{2,40}}?\sas\s(?:an?\s|the\s|its\s)?{role}"),
        cued(rf"(?<![\w.]){_NAME}\s\([^(),;]{{2,20}}(?:,[^();]{{2,30}})?\)\s(?:as|is)\s{role}"),
    )  # fmt: skip


def by_context(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of names of which something is said that is said of persons: they are elected, serve, succeed.

    Examples
    --------
    >>> text = "Abena Mbeki was elected Chair of ILAC, and the assembly named Xola Nuru as Treasurer."
    >>> [text[a:b] for a, b in by_context(text)]
    ['Abena Mbeki', 'Xola Nuru']
    """
    for pattern in (*_contexts(), _TOLD) if role_phrases().stand_in(text) else (_REPLACED, _TOLD):
        for match in pattern.finditer(text):
            owner = _OWNER.match(match.group("name"))
            start = match.start("name") + (owner.end() if owner else 0)
            if " " in text[start : match.end("name")]:
                yield start, match.end("name")
