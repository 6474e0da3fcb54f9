"""What a line of plain text is by itself: a menu, a numbered heading, a label with its value."""

import re

from qigraph.extraction.time.dates import dates

__all__ = [
    "is_field",
    "is_label_line",
    "is_menu",
    "is_of_a_year",
    "is_place_and_date",
    "names_a_group",
    "stops_short",
    "title_offset",
]

_PARTS = re.compile(r"\s*(?:\||>|\u00bb|\u203a|\u00b7|\u2022|&gt;|&raquo;)\s*")
_MENU_WORD = re.compile(
    r"(?:home|start(?:seite)?|accueil|inicio|about(?: us)?|who we are|what we do|contacts?(?: us)?|news(?:room)?|"
    r"media|press(?: room)?|events?|search|log ?in|sign in|register|members'? area|intranet|gallery|photos|site ?map|"
    r"sitemap|faqs?|links|resources|library|downloads?|shop|store|careers|jobs|print|share|e-?mail|facebook|twitter|"
    r"linked ?in|youtube|instagram|whatsapp|flickr|rss|menu|privacy(?: policy)?|terms(?: of use)?|cookies?|"
    r"legal notice|imprint|disclaimer|en|fr|es|de|ru|ar|zh|pt|it|english|fran\u00e7ais|espa\u00f1ol|deutsch|"
    r"publications|services|activities|membership|standards|training|projects|archive|previous|next|back|"
    r"you are here:? ?home)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:share (?:this|on|via)\b|print (?:this|version|page|friendly)|e-?mail this|skip to\b|back to (?:top|list|"
    r"news|overview)|all rights reserved|copyright\b|\u00a9|&copy;|follow us\b|read more\W*$|learn more\W*$|"
    r"click here\b|(?:the )?current position:|you are (?:currently )?here\b|welcome,? guest\b|log ?in\W*$|sign in\W*$|"
    r"this (?:web)?site uses cookies|we use cookies|accept (?:all )?cookies|toggle (?:navigation|menu)|subscribe to\b|"
    r"print this article|previous\W+next\b|tags?:|filed under|posted (?:in|by|on)\b(?!.*\b(?:19|20)\d\d\b)"
    r"|page \d+ of \d+|loading\W*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*\**(?P<label>[A-Z\u00c0-\u00de][\w/&' \u2019-]{1,40}?)\**\s?:\**\s+\S")
_HEADING_NUMBER = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|(?:[IVX]{1,5}|[A-H])[.)])\s+(?=[\"'\u201c]?[A-Z\u00c0-\u00de])"
)
_GROUP = re.compile(
    r"(?:(?:the|our|its|full|former|past|associate|ordinary|regular|founding|affiliated?|correspondent|corresponding|subscriber|"
    r"current|new|permanent|active|voting|non-voting|supporting|honorary|liaison|international|regional|national|"
    r"participating|executive|signatory|institutional|main|other|list of|and|technical|strategic|organi[sz]ations?|"
    r"member) ){0,4}"
    r"(?:members?|membership|observers?|partners?|participants?|associates?|affiliates?|signatories|sponsors?|donors?|"
    r"liaisons?|founders?|organi[sz]ers?|hosts?|member (?:bodies|organi[sz]ations|institutes|countries)|"
    r"(?:technical )?committees|working groups|sub-?committees|members? (?:bodies|organi[sz]ations|institutes))"
    r"(?: (?:and|&) (?:observers?|partners?|associates?|affiliates?|liaisons?|sponsors?))?(?: \(\d+\))?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[\s*]*(?:(?:current|founding|acting|past|next|main|lead|full|associate|implementing|executing|hosting|funding|"
    r"legal|permanent|technical|project|programme|official|new|date and|place and|year of|date of|name of)\s)?"
    r"(?:vice-?chair|co-?chairs?|chair(?:man|woman|person|s)?|president|convenor|convener|secretary|secretariat|hosts?|"
    r"host institute|venue|dates?|when|where|place|location|members?|partners?|observers?|"
    r"signator(?:y|ies)|parties|funding|funded by|funders?|donors?|sponsors?|budget|duration|period|started?|"
    r"start date|founded|established|creation|foundation|parent(?: body| organi[sz]ation)?|part of|"
    r"implementation|implemented by|agency|"
    r"organi[sz]ed by|organi[sz]ers?|participants?|present|apologies|guests?|attendance|attended by|"
    r"speakers?|trainers?|admitted|withdrawn|resigned|contact|partner countries|beneficiar\w+|"
    r"coordinator|liaisons?|in attendance|topics?|theme|languages?|(?:co-)?focal points?|financ(?:ing|ed by)|grants?|"
    r"goals?(?: served)?|sdgs?|contribution to(?: the)? sdgs?|start / end|secretariat held by|"
    r"next meeting|published by|publisher|author)(?:\s\w+){0,2}\**\s?:",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"[\s*]*(?:(?:current|founding|acting|first|technical|new)\s)?(?:vice-?chair|co-?chairs?|chair(?:man|woman|person)?|president|"
    r"convenor|convener|co-convenor|secretary|secretariat|(?:co-)?focal points?|lead|co-?ordinator|contact(?: person)?)"
    r"(?:,\s|\s(?:of|for)\s)[^:.;]{2,80}?\**\s?:\s?\S",
    re.IGNORECASE,
)
"""An office and of what it is one: "Convenor, Working Group 2 \"Pumps\": J. Doe", "Focal point for gender: NMO"."""
_HELD_WORDS = frozenset(
    ["held", "in", "at", "on", "from", "de", "la", "of", "the", "and", "to", "by", "online", "virtual"]
)
_LONGEST_HEADING = 12
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|[.,;:]$")


def is_menu(text: str) -> bool:
    """Whether the line steers the reader about a web site and tells nothing.

    Examples
    --------
    >>> is_menu("Home > News > 2019"), is_menu("Start | About | Gallery"), is_menu("ISO | IEC | ITU")
    (True, True, False)
    """
    line = text.strip()
    if not line or len(line) > 160:
        return False
    if _FURNITURE.match(line) and len(line) < 100 and "ISBN" not in line:
        return True
    parts = [part for part in _PARTS.split(line) if part]
    known = sum(bool(_MENU_WORD.fullmatch(part.strip())) for part in parts)
    crumbs = known and re.search(
        r"(?:home|accueil|inicio|start)\s*(?:>|\u00bb|\u203a|/|&gt;)", line, re.IGNORECASE
    )
    return bool(crumbs) or (len(parts) >= 3 and known >= 2 and known * 2 >= len(parts))


def is_label_line(text: str) -> bool:
    """Whether the line begins with a label of few words and a colon, as "Secretariat: INACAL" does.

    Examples
    --------
    >>> is_label_line("Place and date: Lima, 2019"), is_label_line("The meeting agreed that the text: as it stands")
    (True, False)
    """
    found = _LABEL.match(text)
    return bool(found) and len(found.group("label").split()) <= 5 if found else False


def is_field(text: str) -> bool:
    """Whether the line gives a value for one of the things that such documents ask of their subject.

    Examples
    --------
    >>> is_field("Secretariat: INACAL"), is_field("Annex 2: Who sat where")
    (True, False)
    """
    return bool(_FIELD.match(text) or _OFFICE_OF.match(text))


_OF_A_YEAR = re.compile(
    r"\s*(?:\*\*)?(?:[A-Z][a-z]{2,8}\s)?(?:18|19|20)\d\d(?:\*\*)?\s?(?::|\s[\u2013\u2014-])\s(?:\*\*)?\S"
)


def is_of_a_year(text: str) -> bool:
    """Whether the line tells what happened in a year: an entry of a history.

    Examples
    --------
    >>> is_of_a_year("1978: ILAC established"), is_of_a_year("1978 saw the birth of ILAC")
    (True, False)
    """
    return bool(_OF_A_YEAR.match(text))


def is_place_and_date(text: str) -> bool:
    """Whether the line says where and when, and nothing more.

    Examples
    --------
    >>> is_place_and_date("Tallinn, Estonia, 3-5 June 2019"), is_place_and_date("The meeting of May 2019 was good")
    (True, False)
    """
    found = dates(text)
    if not found or len(text.split()) > 14:
        return False
    rest = text[: found[0].start] + " " + text[found[-1].stop :]
    words = re.findall(r"[A-Za-z\u00c0-\u00ff'-]+", rest)
    return len(words) <= 7 and all(word[0].isupper() or word.lower() in _HELD_WORDS for word in words)


_DAY = re.compile(
    r"\s*\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,?\s(?:19|20)\d\d\b"
)
"""The day with which a line begins: no number of a heading."""


def title_offset(text: str) -> int:
    """Where the title begins in a line that is a number and a short title, 0 in any other.

    A paragraph below such a line makes it a heading; further numbers make it an item.

    Examples
    --------
    >>> title_offset("2. WHO WAS THERE"), title_offset("2. It met twice.")
    (3, 0)
    """
    number = None if _DAY.match(text) else _HEADING_NUMBER.match(text)
    title = text[number.end() :].strip(" *_\n") if number else ""
    short = bool(title) and len(title.split()) <= _LONGEST_HEADING and not _SENTENCE.search(title)
    return number.end() if number and short else 0


def names_a_group(text: str) -> bool:
    """Whether the line says in general words who stands below it: "Full members", "Observers and partners".

    Examples
    --------
    >>> names_a_group("Full members"), names_a_group("European Members Club"), names_a_group("ILAC")
    (True, False, False)
    """
    return bool(_GROUP.fullmatch(text.strip(" *_:\n")))


def stops_short(line: str, following: str, width: int) -> bool:
    """Whether the line ends though the next word would have had room: a title over its paragraph.

    Examples
    --------
    >>> stops_short("Background", "The network was founded in 1990 by three institutes of the region and has", 80)
    True
    """
    line, following = line.strip(), following.strip()
    word = following.split(" ", 1)[0] if following else ""
    return (
        len(line) + len(word) < 0.55 * width
        and len(following) > 0.7 * width
        and line[:1].isupper()
        and word[:1].isupper()
        and len(line.split()) <= 8
        and not re.search(r"[.,;:\-]$", line)
    )
