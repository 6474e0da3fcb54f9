"""References to the literature: who is named as author or publisher, the title, and the date.

"Organisation (2022), Title. City: Publisher", "Organisation, “Title”, April 2020",
"Title (Organisation, 2018)", "Law on … (Official Gazette of …, No. 92/2011)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qigraph.extraction.cued import cued
from qigraph.extraction.time.dates import dates

__all__ = ["Reference", "lead_length", "references"]

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DATE = rf"(?:(?:\d{{1,2}}\s)?{_MONTH},?\s)?{_YEAR}"
_LEAD = re.compile(
    r"(?:\[?\d{1,3}[\].)]?\s){0,2}(?:(?:Note from (?:the )?editors?|Sources?|References?|"
    r"Adapted from|Based on|Cf\.?|"
    r"For (?:more|further) (?:information|details)|This is \w+)[:,]?\s)?"
    r"(?:[Ss]ee(?:,?\salso|,?\se\.g\.|,?\sfor example)?[:,]?\s)?(?:the\s|The\s)?"
)
_DATED_AUTHOR = re.compile(rf"\s\((?P<date>{_DATE})[a-z]?\)[.,:]?\s(?=[\"A-Z0-9])")
_AUTHOR_BREAK = re.compile(r";\s|\b[Cc]ite[^:.]{0,50}:\s|,\sand,\s|\.\s(?=[Ss]ee\b)|\b[Ss]ee(?:\salso)?:?\s")
_TITLE_END = re.compile(
    rf"\.\s|;\s|\.?\s?$|[.,]?\s(?:https?://|www\.|[Aa]vailable\b|[Rr]etrieved\b|"
    r"[Aa]ccessed\b|doi\b|DOI\b|ISBN\b|pp?\.\s?\d"
    r"|[Vv]ol\.|No\.\s\d|Report\sNo|Policy\sBrief|(?:Working|Discussion|Policy)\sPaper\b|"
    r"para(?:graph|\.)\s?\d|[Cc]hapter\s\d"
    rf"|[Ss]ection\s\d|[Aa]nnex\s)|,\s(?={_DATE}\b)|"
    rf"\s\((?={_DATE}|[A-Z]+/|ISBN|[Ii]n\s[A-Z]|[A-Z][\w\s]{{2,30}}:\s)"
    r"|,\s(?=[A-Z][\w&.' -]{1,40}\s(?:Publishing|Press|Publications|Publishers|Books|Verlag)\b)"
    rf"|,\s(?:and|as well as),?\s(?=[^()]{{3,80}}\({_YEAR})"
)
_NO_END = re.compile(r"(?:\b(?:No|Nos|vol|Vol|e\.g|i\.e|vs|St|Dr|ed|eds|[A-Z])\.\s)$")
_PUBLISHER = re.compile(
    r"[.,;]?\s(?:\(?[A-Z][\w .,/'-]{1,40}?:\s)(?P<name>(?:the\s)?[A-Z][^.,;:()\n]{1,90}?)(?=[.,;)]|$)"
)
_QUOTED = re.compile(r"\"(?P<title>[A-Z0-9][^\"]{5,250}?)[,.]?\"")
_DATE_BEHIND = re.compile(rf"[,.]?\s(?:of\s|in\s|\()?(?P<date>{_DATE})\b")
_KIND_BEHIND = re.compile(
    r"[,.]?\s\(?(?:[A-Z][\w-]*\s){0,3}(?:Brief|Paper|Report|Series|Edition|edition|Study|"
    r"Guide|Publication|No\.?\s?\d+)\)?(?=[,.\s])"
)
_BRACKETED = re.compile(
    rf"\s\((?P<author>(?:the\s)?[A-Z][^(),:;]{{1,90}}?"
    rf"(?:(?:,\s|/|\sand\s|\s&\s)(?:the\s)?[A-Z][^(),:;]{{1,60}}?){{0,3}}?),?\s(?P<date>{_DATE})\)"
)
_GAZETTE = cued(
    r"(?P<title>\b(?:Law|Act|Decree|Ordinance|Rulebook|Regulation|Order|Code|Decision|By-?law)"
    r"\s(?:on|of|for|concerning|No\.?)\s"
    r"[^()\";]{3,140}?)\s\(\"?(?:the\s)?Official\s(?:Gazette|Journal|Bulletin)\s(?:of\s)?(?:the\s)?\"?"
    r"(?P<state>[A-Z][^,()\"\d:]{2,60}?)\"?(?:,|:|\s(?=Nos?\b|L\s?\d|\d))[^()]{0,40}?"
    r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?!\d)"
)
_PERSONS = re.compile(
    r"(?:[A-Z][\w' -]{1,40},\s(?:[A-Z]\.[\s-]?){1,3}"
    r"(?:,?\s(?:and|&)\s|,\s|,?\set al\.?|,?\s\(?[Ee]ds?\.\)?)?\s?){1,12}"
)
_PUBLISHED_BY = re.compile(
    r",\s(?P<name>[A-Z][\w&.' -]{2,50}?\s(?:Press|Publishing|Publishers?|Publications|Books|"
    r"Verlag|Editions)),\s"
    rf"(?P<date>{_DATE})"
)
_SYMBOL = re.compile(
    rf"\s\((?P<symbol>[A-Z]{{1,6}}(?:/[A-Za-z0-9.]+){{1,6}}(?:-\d+)?)\)(?:(?:,\s|\s\()(?P<date>{_DATE}))?"
)
_WORK_BY = re.compile(
    r"\b(?:analysis|study|report|publication|paper|article|guide|guidance|brochure|handbook|"
    r"survey|work)\s(?:by|of|from)\s(?:the\s)?"
    r"(?P<author>[A-Z][^\",;:()]{1,80}),?\s(?:entitled\s|titled\s|called\s)?$"
)
_MOST_CHARACTERS = 300
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|shall|we|our|agreed|said|noted|held|took|signed|joined)\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to a text that somebody issued.

    Parameters
    ----------
    start, stop : int
        Offsets of the title.
    title : str
        The title.
    makers : tuple of (int, int)
        Offsets of where its authors, or its publisher, are named.
    sure : bool
        Whether the makers are organisations by where they stand: publishers and states.
    date : str or None
        When it was issued.
    law : bool
        Whether it is a law.
    """

    start: int
    stop: int
    title: str
    makers: tuple[tuple[int, int], ...]
    sure: bool = False
    date: str | None = None
    law: bool = False


def references(text: str, *, literature: bool) -> Iterator[Reference]:
    """Yield the references of a block.

    Parameters
    ----------
    text : str
        Of the block.
    literature : bool
        Whether it is a footnote or stands under a heading such as "References".

    Examples
    --------
    >>> note = "Gulf Office of Weights (2022), Scales in Small Shops, p. 5."
    >>> [(r.title, r.date, note[slice(*r.makers[0])]) for r in references(note, literature=True)]
    [('Scales in Small Shops', '2022', 'Gulf Office of Weights')]
    """
    if not re.search(r"\d\d", text):
        return
    yield from _laws(text)
    yield from _dated_authors(text)
    yield from _bracketed(text, literature=literature)
    yield from _quoted_works(text)
    yield from _comma_form(text, literature=literature)
    if literature:
        yield from _symbols(text)


def lead_length(text: str) -> int:
    """How much of a reference is its number, "See" and the like.

    Examples
    --------
    >>> lead_length("12. See also ISO 9001")
    13
    """
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def _laws(text: str) -> Iterator[Reference]:
    for match in _GAZETTE.finditer(text):
        year = match.group("year")
        year = year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"
        yield Reference(
            match.start("title"),
            match.end("title"),
            match.group("title"),
            (match.span("state"),),
            True,
            year,
            True,
        )


def _dated_authors(text: str) -> Iterator[Reference]:
    """ "Author (2022), Title. City: Publisher." """
    for match in _DATED_AUTHOR.finditer(text):
        floor = max(0, match.start() - 200)
        breaks = [b.end() for b in _AUTHOR_BREAK.finditer(text, floor, match.start())]
        if not breaks and floor:
            continue
        begin = breaks[-1] if breaks else 0
        begin += lead_length(text[begin : match.start()])
        title = _title(text, match.end())
        if title is None or begin >= match.start():
            continue
        start, stop = title
        published = _PUBLISHER.match(text, stop)
        maker = published.span("name") if published else (begin, match.start())
        if published is None and _PERSONS.fullmatch(text, begin, match.start()):
            continue
        date = _written(match.group("date"))
        yield Reference(start, stop, text[start:stop], (maker,), published is not None, date)


def _quoted_works(text: str) -> Iterator[Reference]:
    """ "the study by Author, “Title” of 2022"."""
    for match in _QUOTED.finditer(text):
        before = _WORK_BY.search(text[max(0, match.start() - 130) : match.start()])
        if before:
            shift = max(0, match.start() - 130)
            author = (before.start("author") + shift, before.end("author") + shift)
            dated = _DATE_BEHIND.match(text, match.end())
            date = _written(dated.group("date")) if dated else None
            yield Reference(*match.span("title"), match.group("title"), (author,), False, date)


def _symbols(text: str) -> Iterator[Reference]:
    """ "Author's Title (E/CN.1/2020/3), May 2020": the author is the first name in the title."""
    for match in _SYMBOL.finditer(text):
        start = lead_length(text)
        if match.start() - start > _MOST_CHARACTERS:
            return
        before = text[start : match.start()]
        if len(before.split()) < 3 or re.search(r"[.;] |\"|\d{4}\)", before):
            continue
        author = re.match(r"[A-Z][A-Za-z]+(?:\s[A-Z]+\.\d+)?", before)
        if author and before[author.end() : author.end() + 1] == " ":
            dated = match.group("date")
            yield Reference(
                start,
                match.start(),
                before,
                ((start, start + author.end()),),
                False,
                _written(dated) if dated else None,
            )


def _comma_form(text: str, *, literature: bool) -> Iterator[Reference]:
    """ "Author, “Title”, April 2020", "Author, Title, April 2020", "Person, Title, Publisher, 2020"."""
    begin = lead_length(text)
    comma = re.compile(r"[,:]\s(?=[\"A-Z])").search(text, begin, begin + 160)
    if comma is None or comma.start() - begin < 3 or _DATED_AUTHOR.search(text[: comma.start() + 12]):
        return
    if not literature and text[comma.end()] != '"':
        return
    makers: tuple[int, int] = (begin, comma.start())
    published = _PUBLISHED_BY.search(text, comma.end(), comma.end() + _MOST_CHARACTERS)
    if published:
        title = (comma.end(), published.start())
        if len(text[slice(*title)].split()) > 2:
            date = _written(published.group("date"))
            yield Reference(*title, text[slice(*title)], (published.span("name"),), True, date)
        return
    found = _title(text, comma.end())
    if found is None:
        return
    start, stop = found
    at = stop + 1 if text[stop : stop + 1] == '"' else stop
    while kind := _KIND_BEHIND.match(text, at):
        at = kind.end()
    dated = _DATE_BEHIND.match(text, at)
    if dated:
        yield Reference(start, stop, text[start:stop], (makers,), False, _written(dated.group("date")))


def _bracketed(text: str, *, literature: bool) -> Iterator[Reference]:
    """ "“Title” (Author, June 2022)", and without quotes where a line is but that."""
    for match in _BRACKETED.finditer(text):
        floor = max(0, match.start() - _MOST_CHARACTERS)
        before = text[floor : match.start()]
        quoted = re.search(r"\"(?P<title>[^\"]{6,250})\"$", before)
        if quoted:
            start = floor + quoted.start("title")
            stop = match.start() - 1
        elif literature and not floor and not _SENTENCE.search(before) and 2 < len(before.split()) < 40:
            start, stop = min(lead_length(text), match.start()), match.start()
            if not text[start : start + 1].isupper() or ". " in before:
                continue
        else:
            continue
        date = _written(match.group("date"))
        yield Reference(start, stop, text[start:stop], (match.span("author"),), False, date)


def _title(text: str, start: int) -> tuple[int, int] | None:
    """Where the title that begins at a place begins and ends."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        return quoted.span("title")
    at = start
    while end := _TITLE_END.search(text, at, min(len(text), start + _MOST_CHARACTERS)):
        if _NO_END.search(text, max(start, end.end() - 8), end.end()):
            at = end.end()
            continue
        stop = end.start()
        words = text[start:stop].split()
        fits = len(words) > 2 and not _SENTENCE.search(text, start, min(stop, start + 60))
        return (start, stop) if fits else None
    return None


def _written(date: str) -> str | None:
    found = dates(date)
    return found[0].since if found else None
