"""Fact sheets without marks: "Duration 2014 - 2017" line after line, or a label and its value in two lines."""

import re
from dataclasses import dataclass

from qigraph.extraction.layout.lines import Line

__all__ = ["FieldLine", "field_lines", "is_led"]

_LABELS = (
    r"acronym|abbreviation|short name|full (?:name|title)|duration|period|implementation period"
    r"|start(?:ing)? date|end(?:ing)? date|starts?|started|coordinator|co-ordinator|coordinated by"
    r"|project (?:coordinator|leader|lead|manager|duration|period|start|end|title|name|acronym|partners?"
    r"|topic|number|website|budget|status|objectives?)"
    r"|lead (?:partner|organi[sz]ation|agency|entity)"
    r"|implement(?:ing (?:agency|agencies|partners?|organi[sz]ations?)|ed by)|executing (?:agency|agencies)"
    r"|funding|funded by|funding (?:agency|source|programme|scheme)|donors?|financed by|budget"
    r"|total (?:budget|cost)|partners?|partner countr(?:y|ies)|beneficiar(?:y|ies)|countr(?:y|ies)|region"
    r"|location|status|network|call|reference(?: number)?|website|web ?site|url|e-?mail|contact(?: person)?"
    r"|phone|address|founded|founder|established|formation|foundation|foundation date|established in"
    r"|date of establishment|year of (?:establishment|foundation)|type|legal status|purpose|headquarters"
    r"|head office|seat|region served|membership|members|member of|secretariat|chair|chairman|chairperson"
    r"|president|secretary[- ]general|secretery general|director(?:[- ]general)?|languages?"
    r"|official languages?|parent organi[sz]ation|affiliations?|staff|employees|fields?|sector|mandate|mission"
    r"|sdgs?|relevant sdgs|goals?|topics?|themes?|date|venue|place|organi[sz]ers?|organi[sz]ed by|host"
    r"|participants|predecessor|successor"
)
_LABEL = re.compile(rf"\s*(?:{_LABELS})\s*:?\s*$", re.IGNORECASE)
_FIELD = re.compile(rf"\s*(?P<label>(?:{_LABELS}))(?::\s*|\s+)(?=[A-Z\u00c0-\u00de\d(])", re.IGNORECASE)
_LEADERS = re.compile(
    r"\s*(?P<label>[^\W\d_][^\n.:|]{1,48}?)\s?(?:\.\s?|\u2026){2,}\s*(?=[^\s.\d]|\d+\S|\d\d)"
)
"""A label whose value stands behind a row of dots, and is no page number of a list of contents."""
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|[.;,]\s*$")
_DOTS = re.compile(r"(?:\.\s?){5}|\u2026\u2026")
_FEW_DOTS = re.compile(r"\s\.{2,4}\s(?=[A-Z\u00c0-\u00de\d])")
_PAGE = re.compile(r"\.\s*\d{1,3}\s*$")
_WITH_COLON = re.compile(r"\s*(?P<label>[^\W\d_][^:.\n]{1,48}?)\s?:\s+(?=\S)")
_FEWEST = 3
_SHARE = 0.6
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A label and its value: where each begins and ends in the source.

    Parameters
    ----------
    label, value : tuple of (int, int)
    """

    label: tuple[int, int]
    value: tuple[int, int]


def field_lines(lines: list[Line], at: int) -> tuple[int, list[FieldLine]]:
    """The labels with their values that begin at a line, and the first line behind them.

    Parameters
    ----------
    lines : list of Line
        Of the text.
    at : int
        Where to look.

    Examples
    --------
    >>> from qigraph.extraction.layout.lines import lines
    >>> text = "Acronym BeSca\\nDuration 2014 - 2017\\nCoordinator PTB\\n\\nMore."
    >>> stop, found = field_lines(lines(text), 0)
    >>> stop, [text[slice(*field.value)] for field in found]
    (3, ['BeSca', '2014 - 2017', 'PTB'])
    >>> text = "Founded\\n1999\\n\\nSeat\\nParis\\n\\nSecretariat\\nPTB\\n"
    >>> [text[slice(*field.value)] for field in field_lines(lines(text), 0)[1]]
    ['1999', 'Paris', 'PTB']
    """
    first = lines[at].text
    if len(first) > _LONGEST or "\t" in first:
        return at, []
    if (led := _led(lines, at))[1]:
        return led
    if _LABEL.match(first):
        return _alternating(lines, at)
    return _in_line(lines, at) if _FIELD.match(first) else (at, [])


def is_led(text: str) -> bool:
    """Whether a line is a label, a row of dots and a value.

    Examples
    --------
    >>> is_led("Seat ............ Lima"), is_led("And so on ... but not forever.")
    (True, False)
    """
    return _LEADERS.match(text) is not None and bool(_DOTS.search(text) or _FEW_DOTS.search(text))


def _led(lines: list[Line], at: int) -> tuple[int, list[FieldLine]]:
    """Labels with rows of dots behind them; a line without is read on from the value above."""
    found: list[FieldLine] = []
    stop = at
    while stop < len(lines) and not lines[stop].blank:
        match = _LEADERS.match(lines[stop].text)
        begin, end = lines[stop].start, lines[stop].start + len(lines[stop].text.rstrip())
        if match is not None:
            label = (begin + match.start("label"), begin + match.end("label"))
            found.append(FieldLine(label, (begin + match.end(), end)))
        elif found and lines[stop].text.startswith(" "):
            found[-1] = FieldLine(found[-1].label, (found[-1].value[0], end))
        else:
            break
        stop += 1
    dotted = any(_DOTS.search(lines[number].text) for number in range(at, stop))
    pages = sum(_PAGE.search(lines[number].text) is not None for number in range(at, stop))
    return (stop, found) if dotted and len(found) >= _FEWEST and pages * 2 < len(found) else (at, [])


def _in_line(lines: list[Line], at: int) -> tuple[int, list[FieldLine]]:
    stop = at
    while stop < len(lines) and not lines[stop].blank and len(lines[stop].text) <= _LONGEST:
        stop += 1
    found = [
        (number, _WITH_COLON.match(lines[number].text) or match)
        for number in range(at, stop)
        if (match := _FIELD.match(lines[number].text))
    ]
    while found and found[-1][0] < stop - 1:
        stop -= 1
    prose = sum(bool(_SENTENCE.search(lines[number].text)) for number in range(at, stop))
    plain = sum(not match.group().rstrip().endswith(":") for _, match in found)
    if len(found) < _FEWEST or len(found) < _SHARE * (stop - at) or prose > 1 or plain < 2:
        return at, []
    return stop, [
        FieldLine(
            (lines[number].start + match.start("label"), lines[number].start + match.end("label")),
            (lines[number].start + match.end(), lines[number].start + len(lines[number].text.rstrip())),
        )
        for number, match in found
    ]


def _alternating(lines: list[Line], at: int) -> tuple[int, list[FieldLine]]:
    """Labels each in a line of its own, and below each a line that is its value."""
    found: list[FieldLine] = []
    here = at
    while (label := _next(lines, here)) is not None and _LABEL.match(lines[label].text):
        value = _next(lines, label + 1)
        if value is None or _LABEL.match(lines[value].text) or len(lines[value].text) > _LONGEST:
            break
        found.append(FieldLine(_bounds(lines[label]), _bounds(lines[value])))
        here = value + 1
    return (here, found) if len(found) >= _FEWEST else (at, [])


def _next(lines: list[Line], at: int) -> int | None:
    """The next line that is not blank, at most two further on."""
    return next((n for n in range(at, min(at + 3, len(lines))) if not lines[n].blank), None)


def _bounds(line: Line) -> tuple[int, int]:
    text = line.text
    begin = len(text) - len(text.lstrip())
    return line.start + begin, line.start + len(text.rstrip(" :\n"))
