"""Clean text that remembers where each of its characters stands in the source."""

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass

__all__ = ["Span", "clean", "join"]

_TOKEN = re.compile(
    r"(?P<comment><!--(?:[^-]|-(?!->)){0,4000}-->)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<link>!?\[(?P<label>[^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#|\.)[^()\s]*\))"
    r"|(?P<note>(?<=[\w.,;)\]\"'\u2019\u201d])[ ]?"
    r"\[(?:\d{1,3}(?:[,;\u2013-][ ]?\d{1,3}){0,5}|citation needed|edit)\](?!\())"
    r"|(?P<hyphen>(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z]))"
    r"|(?P<compound>(?<=[A-Za-z])-[ \t]*\n[ \t]*(?=[A-Z]))"
    r"|(?P<emphasis>\*{1,3}|(?<![A-Za-z0-9])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![A-Za-z0-9])|`+)"
    r"|(?P<soft>[\u00ad\u200b\u200c\u200d\u2060\ufeff])"
    r"|(?P<ligature>(?<=[A-Za-z])\ufffd(?=[A-Za-z]))"
    r"|(?P<space>\s{2,}|[^\S ])",
    re.DOTALL,
)

_EVEN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2212": "-",
}


_ODD = re.compile(f"[\ue000-\uf8ff\ufb00-\ufb06{''.join(_EVEN)}]")
"""Characters for which others are put; those of private use are kept for marks."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of clean text.

    Parameters
    ----------
    text : str
        The text with markup gone, white space single and quotes and hyphens evened.
    origin : array of int
        For each character its offset in the source, and one more for the end.
    """

    text: str
    origin: "array[int]"

    def source(self, start: int, stop: int) -> tuple[int, int]:
        """Offsets in the source of the clean characters from ``start`` to ``stop``."""
        return self.origin[start], self.origin[stop - 1] + 1 if stop > start else self.origin[start]


_ITALIC = re.compile(
    r"(?<![*\w\\])\*(?![\s*'\"\u2018\u201c])(?=[A-Z\u00c0-\u00de])[^*<>]{6,200}?(?<![\s'\"\u2019\u201d])\*(?![*\w])"
    r"|(?<![_\w])_(?![\s_'\"])(?=[A-Z\u00c0-\u00de])[^_<>]{6,200}?(?<!\s)_(?![_\w])"
)
_LABEL_IN_ITALICS = re.compile(r"[^<*_\n:\"]{2,40}:(?:\*|_|</)")
_ITALIC_TAG = re.compile(r"</?(?:em|i|cite)>", re.IGNORECASE)


def clean(source: str, start: int, stop: int) -> Span:
    """Clean the characters of ``source`` from ``start`` to ``stop``.

    Tags and emphasis marks go, but italics become quotes, since titles are set in either; entities are decoded,
    words that were hyphenated at a line end are joined, ligatures
    that a PDF lost (``�`` within a word stands for *ti*) are restored, white space is single.

    Parameters
    ----------
    source : str
        A whole document.
    start, stop : int
        Which part of it.

    Examples
    --------
    >>> span = clean("The <b>BIPM</b>  was estab-\\nlished", 0, 34)
    >>> span.text, span.source(4, 8)
    ('The BIPM was established', (7, 11))
    """
    text: list[str] = []
    origin = array("l")

    def put(characters: str, offset: int) -> None:
        text.append(characters)
        origin.extend([offset] * len(characters))

    def plain(begin: int, end: int) -> None:
        at = begin
        for odd in _ODD.finditer(source, begin, end) if not source[begin:end].isascii() else ():
            text.append(source[at : odd.start()])
            origin.extend(range(at, odd.start()))
            put(_evened(odd.group()), odd.start())
            at = odd.end()
        text.append(source[at:end])
        origin.extend(range(at, end))

    emphasised = source.find("*", start, stop) >= 0 or source.find("_", start, stop) >= 0
    italics = {
        at
        for match in (_ITALIC.finditer(source, start, stop) if emphasised else ())
        for at in (match.start(), match.end() - 1)
    }
    at = start
    for match in _TOKEN.finditer(source, start, stop):
        plain(at, match.start())
        at = match.end()
        kind = match.lastgroup
        if kind == "entity":
            put(re.sub(r"\s", " ", html.unescape(match.group())), match.start())
        elif match.group("link"):
            plain(match.start("label"), match.end("label"))
        elif match.start() in italics or (kind == "tag" and _ITALIC_TAG.fullmatch(match.group())):
            if not _of_label(source, match.start(), match.end()):
                put('"', match.start())
        elif kind == "compound":
            put("-", match.start())
        elif kind == "ligature":
            put("ti", match.start())
        elif kind == "space":
            put(" ", match.start())
    plain(at, stop)
    joined, origin = _single_spaced("".join(text), origin)
    lead = len(joined) - len(joined.lstrip())
    body = joined.strip()
    origin = origin[lead : lead + len(body)]
    origin.append(origin[-1] + 1 if origin else start)
    return Span(body, origin)


def _of_label(source: str, start: int, stop: int) -> bool:
    """Whether a mark of italics sets off a label, which is no title: "*Observer:* IMEKO"."""
    return source[start - 1 : start] == ":" or _LABEL_IN_ITALICS.match(source, stop) is not None


def _evened(character: str) -> str:
    """What stands for a quote, a hyphen, a ligature or a character of private use."""
    if "\ue000" <= character <= "\uf8ff":
        return "\ufffd"
    return _EVEN.get(character) or unicodedata.normalize("NFKC", character)


def _single_spaced(text: str, origin: "array[int]") -> tuple[str, "array[int]"]:
    """Drop each space that follows another: markup, entities and soft hyphens that go leave two."""
    if "  " not in text:
        return text, origin
    kept = [at for at, character in enumerate(text) if character != " " or not at or text[at - 1] != " "]
    return "".join(text[at] for at in kept), array("l", [origin[at] for at in kept])


def join(one: Span, other: Span, between: str = " ") -> Span:
    """Two spans as one, as where a page break cuts a paragraph.

    Parameters
    ----------
    one, other : Span
        In the order of the source.
    between : str
        What stands between them.

    Examples
    --------
    >>> join(clean("ILAC and", 0, 8), clean("IAF", 0, 3)).text
    'ILAC and IAF'
    """
    gap = array("l", [one.origin[-1] - 1] * len(between))
    return Span(f"{one.text}{between}{other.text}", one.origin[:-1] + gap + other.origin)
