"""Texts made to stall a reader: one unit repeated without end, aimed at what regular expressions stumble over.

Run as a module with the name of a family, it extracts from each text of that family and checks the evidence.
"""

import sys

from qigraph.extraction import extract
from qigraph.loading.registry import load_registry
from qigraph.reading.text import Text

FAMILIES: dict[str, dict[str, str]] = {
    "characters": {
        "small letters": "a", "capitals": "A", "digits": "1", "accents": "É", "emoji": "😀", "dotted İ": "İ",
        "private use": "\ue001", "zero width": "\u200b", "lost ligatures": "a\ufffd", "hyphens": "a-\n",
    },
    "punctuation": {
        "commas": ",", "spaced commas": ", ", "dots": ".", "spaced dots": ". ", "semicolons": "a; ",
        "colons": "a: ", "dashes": "-", "spaced dashes": "- ", "slashes": "A/", "blanks": " ", "quotes": '"',
        "open quotes": '"Abc ', "apostrophes": "'Abc ", "questions": "? ",
    },
    "brackets": {
        "open": "(", "closed": ")", "square": "[", "links": "[x](", "pairs": "() ", "open with capital": "(A ",
        "name and open": "Abc (Def ",
    },
    "markup": {
        "less than": "<", "open tags": "<a ", "open comments": "<!--", "ampersands": "&", "entities": "&aaaa",
        "stars": "*", "open italics": "*Aaaaaaa ", "underlines": "_Aaaaaaa ", "code": "`", "tables": "<table>\n",
        "nested cells": "<table><tr><td>", "paragraphs": "<p>x</p>", "nested divisions": "<div>",
        "nested lists": "<ul><li>", "pipes": "|", "piped cells": "| a ", "tabs": "\t", "rows": "a\tb\n",
        "rulers": "|-|-|\n", "hashes": "#",
    },
    "lines": {
        "single letters": "a\n", "blank lines": "\n", "items": "- ISO\n", "headings": "# ISO\n\n",
        "dated headings": "# A course\n\n3 May 2018\n\n", "footnotes": "1 A\n", "bylines": "Ana Sá\n\nDirector\n\n",
        "odd line ends": "\x0b\x0c\x85",
    },
    "small words": {
        "and": "and ", "of": "of ", "the": "the ", "it": "It joined the network. ", "the network": "the network ",
        "seven organisations": "seven organisations ", "members": "members: ", "which": "which was founded by ",
    },
    "capitals": {
        "words": "Aa ", "acronyms": "ABC DEF ", "numbered words": "Word1 ", "office": "Office of the ",
        "ministries": "Ministry of Trade and Industry ", "titles": "Director General of ", "doctors": "Dr. ",
        "persons": "Dr Ana Silva, ", "definitions": "Gulf Association for Metrology (GAM) ",
        "bodies": "ISO/TC 307/SC 3/", "recommendations": "Recommendation D on ",
    },
    "names": {
        "joined by and": "ISO and ", "joined by commas": "ISO, ", "joined by nothing": "ISO ", "slashes": "ISO/",
        "groups": "ISO, IEC, ITU and OIML ", "joined": "ISO joined IEC and ", "members of": "members of ISO ",
        "signed": "ISO signed the Memorandum of Understanding with IEC, ", "places": "Geneva, ",
        "sentences": "ISO joined INetQI in 2018. ", "works on": "ISO works on metrology and ",
    },
    "dates and topics": {
        "days": "3 May 2012, ", "years": "2012 ", "months": "May ", "ranges": "12 May - ", "numbers": "1-",
        "goals": "SDGs 1, 2, 3 and ", "topics": "metrology, accreditation, ", "workshops": "a workshop ",
        "parties": "Memorandum of Understanding between ", "groups on": "working group on metrology and ",
        "held in": "held in Geneva in May ", "quoted": 'the "Good Weighing" workshop ',
    },
}  # fmt: skip
"""Units to repeat, by family and name."""


def attack(family: str, name: str, size: int) -> str:
    """The text of an attack.

    Examples
    --------
    >>> attack("small words", "and", 10)
    'and and an'
    """
    unit = FAMILIES[family][name]
    return (unit * (size // len(unit) + 1))[:size]


def main(family: str, size: int) -> None:
    """Extract from every text of a family, as Markdown and as a page, and say which one is being read."""
    registry = load_registry()
    for name in FAMILIES[family]:
        for media_type in ("text/markdown", "text/html"):
            print(f"{name}, {media_type}", flush=True)
            text = Text("attack", attack(family, name, size), media_type)
            for fact in extract(text, registry).facts:
                for evidence in fact.evidence:
                    assert text.characters[evidence.start : evidence.stop] == evidence.quote


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
