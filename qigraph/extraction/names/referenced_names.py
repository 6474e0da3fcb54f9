"""Mentions by references to the literature: titles, and who is named as their author or publisher."""

import re
from dataclasses import replace

from qigraph.extraction.cued import cued
from qigraph.extraction.layout.blocks import Block
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.bibliography import Reference, lead_length, references
from qigraph.extraction.names.designations import edition_year, instrument_mentions, issuers_in
from qigraph.extraction.names.name_runs import trim
from qigraph.extraction.names.owned_names import Names
from qigraph.extraction.things import Mention, Thing
from qigraph.schema import ACTORS

__all__ = ["referenced_names"]

_LITERATURE = cued(
    r"\b(?:references|bibliography|literature|sources|further reading|publications|works cited|endnotes"
    r"|footnotes)\b",
    re.IGNORECASE,
)
_JOINER = re.compile(r"(?:,\s|,?\s(?:and|&)\s|\s?/\s?|;\s|\s\([^()]*\)|\)|\s\()*(?:the\s)?")
_TITLE_BEHIND = re.compile(
    r"(?:(?:,\s|\s\()(?P<year>(?:19|20)\d\d)\)?)?(?:,|:|\.|\s[\u2013\u2014-])?\s"
    r"(?P<title>[A-Z][^.;:,\d\"()]{8,120}(?:[:,]\s[A-Z][^.;:,\d\"()]{8,80})?)(?=[.;,(]|\s?$)"
)
_SMALL_WORD = re.compile(r"\b[a-z]{4,}\b")


def referenced_names(names: Names, block: Block) -> list[Mention]:
    """Titles that a block refers to, with those who issued them.

    Parameters
    ----------
    names : Names
        The names of the document; who issued what is noted in them.
    block : Block
        Where to look.
    """
    heading = block.heading.text if block.heading is not None else ""
    literature = block.kind == "footnote" or (block.kind != "heading" and bool(_LITERATURE.search(heading)))
    found: list[Mention] = []
    for reference in references(block.text, literature=literature):
        makers = [m for span in reference.makers for m in _makers(names, block, *span, sure=reference.sure)]
        head = lexicon().head_type(reference.title)
        if not makers or (head and head[0] in ("Event", "Agreement") and not reference.law):
            continue
        reference = _without_publisher(names, reference)
        thing = _titled(names, reference)
        end = max(reference.stop, *(m.stop for m in makers))
        begin = min(reference.start, *(m.start for m in makers))
        names.own(block, begin, end, thing, [m.thing for m in makers], reference.date, "names/reference")
        whole = Mention(reference.start, reference.stop, [thing], thing.type)
        found += [whole, *(m for m in makers if m.stop <= whole.start or whole.stop <= m.start)]
    if literature:
        found += _numbered(names, block)
    return found


def _without_publisher(names: Names, reference: Reference) -> Reference:
    """The reference without names of organisations that stand behind its title."""
    title, _, last = reference.title.rpartition(", ")
    known = [m for m in names.known.find(last) if m.type in ACTORS] if title else []
    if not known or re.search(r"[^\W\d_]", _rest(last, known)):
        return reference
    return replace(reference, title=title, stop=reference.start + len(title))


def _numbered(names: Names, block: Block) -> list[Mention]:
    """ "ISO/IEC 17000:2020, Conformity assessment …" at the head of a reference: those whose number it is issued it."""
    text = block.text
    begin = lead_length(text)
    first = next(instrument_mentions(text[begin : begin + 60], names.things), None)
    if first is None or first.start:
        return []
    stop = begin + first.stop
    title = _TITLE_BEHIND.match(text, stop)
    makers = [names.actor(acronym) for acronym in issuers_in(text[begin:stop])]
    if (title is None and stop < len(text.rstrip(" ."))) or not makers or None in makers:
        return []
    year = edition_year(text[begin:stop]) or (title.group("year") if title else None)
    named = title.group("title") if title else None
    if named:
        names.things.add(first.thing, [named, f"{text[begin:stop]} {named}"])
    end = title.end() if title else stop
    owners = [maker for maker in makers if maker is not None]
    names.own(block, begin, end, first.thing, owners, year, "names/reference")
    return [Mention(begin, end, first.things, first.type)]


def _titled(names: Names, reference: Reference) -> Thing:
    title = reference.title.strip(" ,.\"'")
    head = lexicon().head_type(title)
    law = reference.law or (head and head[0] == "Instrument" and head[1] in ("law", "act", "recommendation"))
    thing = names.things.named(title, "Instrument" if law else "Publication")
    further = [re.sub(r"\s?\([^()]*\)", "", title)]
    if ": " in title:
        further.append(title.split(": ")[0])
    if re.search(r"\s[\u2013-]\s", title):
        further.append(re.split(r"\s[\u2013-]\s", title)[0])
    names.things.add(thing, further)
    return thing


def _makers(names: Names, block: Block, start: int, stop: int, *, sure: bool) -> list[Mention]:
    """Those named in a stretch that holds nothing but names, if they are organisations, networks or bodies."""
    text = block.text
    segment = text[start:stop]
    known = [m for m in names.known.find(segment) if m.type in ACTORS]
    if known and not re.search(r"[^\W\d_]", _rest(segment, known)):
        return [Mention(m.start + start, m.stop + start, m.things, m.type) for m in known]
    left, right = trim(text, start, stop)
    name = text[left:right]
    kind = lexicon().head_type(name)
    proper = name[:1].isupper() and not _SMALL_WORD.search(" ".join(name.split()[:1]))
    small = [w for w in name.split() if w[:1].islower() and w not in lexicon().connectors]
    country = name in lexicon().countries or name.startswith(("Republic of", "Kingdom of", "State of"))
    acronym = name.isupper() and 2 < len(name) < 10
    if not proper or small or len(name.split()) > 12 or "," in name:
        return []
    if not (kind and kind[0] in ACTORS and " " in name) and not (sure or country or acronym):
        return []
    type = kind[0] if kind and kind[0] == "Network" else "Organisation"
    return [Mention(left, right, [names.things.find(name) or names.things.add(Thing(type, name))], type)]


def _rest(segment: str, known: list[Mention]) -> str:
    """What stands between the known names, without joiners."""
    out, at = [], 0
    for mention in known:
        out.append(segment[at : mention.start])
        at = mention.stop
    out.append(segment[at:])
    return " ".join(part for part in out if not _JOINER.fullmatch(part))
