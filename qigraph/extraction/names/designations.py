"""Instruments known by a number or a letter: "ISO/IEC 17025:2017", "OIML R 76", "Regulation (EU) 2019/1020"."""

import re
from collections.abc import Iterator

from qigraph.extraction.cued import cued
from qigraph.extraction.things import Mention, Thing, Things

__all__ = ["edition_year", "instrument_mentions", "issuers_in"]

_JOINED = "ISO|IEC|CEN|CENELEC|CIE|CASCO|IEEE|ITU-T|TS|TR|PAS|DIS|FDIS|CD|ASTM|IDF|HL7|OIML|ILAC|IAF"
_PLAIN = "ISO|IEC|CEN|CENELEC|EN|IEEE|ETSI(?:\\sEN)?|JCGM|ARS|EAS|GSO|CODEX|ITU-[TR]|OHSAS|SA|PAS"
_LETTERED = (
    "ISO|IEC|CEN|ILAC|IAF|OIML|WELMEC|EA|EURAMET|ITU-[TR]|APAC|APLAC|Codex|CODEX|CAC|IAAC|COOMET|SADCMEL"
)
_NATIONAL = (
    r"BSI?|DIN|NF|UNE|UNI|NBN|NEN|SFS|SIST|ELOT|LST|EVS|LVS|MSZ|STN|ČSN|CSN|SRPS|MKS|HRN|BAS|GOST(?:\sR)?"
    r"|STB|DSTU"
    r"|GB(?:/T)?|JIS(?:\s[A-Z])?|KS|AS/NZS|NZS|ANSI|CSA|NOM|NTC|NCh|IRAM|ABNT\sNBR|NBR|TCVN|SNI|PNS|SLS"
    r"|SANS|BDS|TZS"
    r"|BZS|TTS|GYS|ÖNORM|ARS"
)
_NUMBER = r"(?!(?:19|20)\d\d(?![\d:-]))\d{3,6}(?:-\d{1,3}){0,3}(?!\d)"
_EDITION = r"(?::\s?\d{4}(?:\(E\))?(?:\+A\d)?)?"
_INSTRUMENT = re.compile(
    r"(?<![\w/-])(?:"
    r"(?:ETSI\s)?(?:EN|TS|TR)\s\d{3}\s\d{3}(?:-\d{1,2})*(?!\d)|"
    rf"EA-\d{{1,2}}/\d{{2}}(?:\s?[A-Z](?![\w-]))?{_EDITION}"
    r"|(?:CIPM|CIML|ILAC|IAF)\sMRA-[A-Z]{1,2}-\d{1,3}(?:\.\d)?"
    rf"|(?:(?:{_PLAIN}"
    rf"|{_LETTERED})(?:/(?:{_JOINED}))*\s)?Guide\s(?:[A-Z]{{1,3}}\s?)?\d{{1,3}}(?:\.\d{{1,2}})?(?:-\d)?{_EDITION}"
    rf"|(?:{_LETTERED})(?:/(?:{_JOINED}))*[\s-](?:TS|TR|PAS|IWA|Rec\.|Stan|STAN|MD|ML|PL|GD|[A-Z])[\s-]?"
    rf"\d{{1,5}}(?:[.-]\d{{1,4}}){{0,3}}(?::\d{{2}}/\d{{4}}|{_EDITION})"
    rf"|(?:(?:{_NATIONAL}"
    rf"|EN)[\s/-])?(?:{_PLAIN})(?:/(?:{_JOINED}))*(?:[\s/](?:{_JOINED}))?[\s-]{_NUMBER}{_EDITION}"
    rf"|(?:{_NATIONAL})[\s-](?!(?:19|20)\d\d(?![\d:-]))\d{{2,6}}(?:-\d{{1,3}}){{0,2}}{_EDITION}"
    r"|(?:(?:Calibration|Technical|Joint|Policy|Guidance|Information|Procedural)\s)?"
    r"(?:Guide|Guideline|Report|Document|Brochure|Leaflet|Note|Publication|Procedure)\s[Nn](?:o"
    r"|r)\.?\s?\d{1,3}(?:\.\d{1,2})?"
    r"|(?:Calibration|Joint)\sGuide\s\d{1,3}"
    r"|CX[SGCMA]\s\d{1,3}(?:-\d{4})?"
    r"|[A-Z]{2,5}\d?-0\d{2}"
    r"|[A-Z]{2,6}(?:/[A-Z]{2,6})?\s\d{1,6}(?:-\d{1,3}){0,2}:(?:19|20)\d\d"
    r"|(?:Regulation|Directive|Decision)\s\(?(?:EU|EC|EEC)\)?(?:\sNo\.?)?\s\d{2,4}/\d{2,4}(?:/E{1,2}[CU]+)?"
    r"|(?:Regulation|Directive)\s\d{2,4}/\d{2,4}(?:/E{1,2}[CU]+)?"
    r"|Regulation\s[Cc]\s?/\s?(?:REG|reg)\.?\s?\d{1,3}\s?/\s?\d\d\s?/\s?\d\d"
    r"|(?:EU|EC)\s\d{3,4}/\d{2,4}"
    r"|Recommendation\s(?:[A-Z](?!\w)(?![.-]\d)|(?:ITU-[TR]\s)?[A-Z]{1,2}\.?\s?\d{1,4})"
    r"|Recommendation\sNo\.?\s?\d{1,3}"
    r"|(?:UN|UNECE)\s(?:Regulation\s(?:No\.?\s?)?|R\s?)\d{1,3}"
    r"|(?:Resolution|Recommendation"
    r"|Decision)\s(?:No\.?\s)?[A-Z]{1,5}(?:[-/][A-Z0-9]{1,8}){0,3}[\s/-]\d{1,4}(?:[-./]\d{1,4}){0,3}"
    r"(?:\s\((?:[A-Z]{2,4}-)?(?:19|20)\d\d\))?"
    r"|(?:Resolution|Recommendation|Decision|Declaration)\s(?:No\.?\s)?\d{1,3}\s\([A-Z]{2,4}-(?:19|20)\d\d\)"
    r"|Resolution\s(?:No\.?\s)?\d{1,3}(?:/\d+)?"
    r")(?!\w)"
    r"(?P<series>\s(?:series|family)(?:\sof\s(?:[Ii]nternational\s)?[Ss]tandards)?)?"
)
_FIGURE = re.compile(r"\d")
_BARE_SERIES = re.compile(
    r"(?<![\w/.-])(?<!Annex\s)(?<!Part\s)(?<!Class\s)(?<!Table\s)(?<!Room\s)(?<!room\s)(?<!Section\s)(?<!Appendix\s)(?<!OIML\s)"
    r"(?<!Figure\s)(?<!Form\s)(?<!vitamin\s)(?<!Vitamin\s)(?<!Item\s)(?<!Hall\s)(?<!Building\s)(?<!UNECE\s)"
    r"(?P<letter>[RDGB])\s(?P<number>\d{1,3}(?:-\d{1,2})?)(?![\w%/]|\.\d|\s(?:mg|kg|g|m|%)\b)"
)
_OF_SERIES = cued(r"\bOIML\b")
"""Whose Recommendations, Documents, Guides and Basic publications bear one letter and a number."""
_YEAR_BEHIND = re.compile(r":\s?(?:\d{2}/)?(?P<year>\d{4})(?:\(E\))?(?:\+A\d)?$")
_NO_ISSUER = frozenset(["TS", "TR", "PAS", "DIS", "FDIS", "CD", "SA", "OHSAS"])
"""What begins a number without being anybody: kinds and series of documents."""
_PREFIX = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z]{2,})*")


def instrument_mentions(text: str, things: Things) -> Iterator[Mention]:
    """Yield mentions of instruments by number or letter.

    Examples
    --------
    >>> [m.thing.label for m in instrument_mentions("ISO/IEC 17025:2017 and OIML R 76", Things())]
    ['ISO/IEC 17025:2017', 'OIML R 76']
    >>> [m.thing.label for m in instrument_mentions("WELMEC Guide 7.2 and the ISO 31000 series", Things())]
    ['WELMEC Guide 7.2', 'ISO 31000']
    """
    if not _FIGURE.search(text) and "Recommendation" not in text:
        return
    for match in _INSTRUMENT.finditer(text):
        series = match.group("series") or ""
        name = match.group().removesuffix(series)
        bare = _YEAR_BEHIND.sub("", name)
        thing = (
            things.find(name) or _other_edition(things, name, bare) or things.add(Thing("Instrument", name))
        )
        free = things.find(bare) in (None, thing)
        things.add(thing, [bare, match.group()] if free else [])
        yield Mention(match.start(), match.end(), [thing], "Instrument")
    if _OF_SERIES.search(text):
        for match in _BARE_SERIES.finditer(text):
            name = f"OIML {match.group()}"
            thing = things.find(name) or things.add(Thing("Instrument", name), [match.group()])
            if thing.type == "Instrument":
                thing.call(match.group())
                yield Mention(match.start(), match.end(), [thing], "Instrument")


def _other_edition(things: Things, name: str, bare: str) -> Thing | None:
    """What the number without its year stands for, unless that is the edition of another year."""
    known = things.find(bare)
    years = {edition_year(name), edition_year(known.label)} if known is not None else set()
    return None if len(years - {None}) > 1 else known


def edition_year(name: str) -> str | None:
    """The year of the edition that a number ends with.

    Examples
    --------
    >>> edition_year("ISO 14001:2015"), edition_year("ISO 14001")
    ('2015', None)
    """
    found = _YEAR_BEHIND.search(name)
    return found.group("year") if found else None


def issuers_in(name: str) -> list[str]:
    """Acronyms of those whose number it is.

    Examples
    --------
    >>> issuers_in("ISO/IEC Guide 2"), issuers_in("Recommendation D")
    (['ISO', 'IEC'], [])
    """
    found = _PREFIX.match(name)
    parts = found.group().split("/") if found else []
    return [part for part in parts if part.isupper() and part not in _NO_ISSUER and not part.startswith("CX")]
