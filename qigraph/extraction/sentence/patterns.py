"""The small language in which ``loaders/frames/`` writes how a sentence states a relation.

=============  =========================================================================================
``{subject}``  a slot: one mention or several that are co-ordinated, with articles and brackets
``@join``      the verb in any form, with auxiliaries and adverbs before it (``has since joined``)
``@@found``    its passive or participle (``was founded``, ``founded``)
``...``        a few words that name no organisation, network, body or person; ``....`` up to some twenty;
               ``.....`` any words up to the end of the clause
``<role>``     the role of a person: Director-General, Chair …
``<bracket>``  an opening bracket
``<alone>``    here no "of", "for" or "to" follows
``[so]``       may stand or not;  ``(a|b)`` one of these
=============  =========================================================================================

Everything else stands for itself, without case. British and American spellings are one: ``organise`` is
``organize`` too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qigraph.errors import InputError
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.persons import role_pattern
from qigraph.extraction.sentence.inflection import forms, participle
from qigraph.extraction.sentence.pattern_words import active, passive, rarity, spellings, stem_of
from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, PRONOUN, type_class

__all__ = ["Pattern", "compile_pattern"]

_BRACKET = r"(?:\s?\([^()]{0,160}\))?"
_BETWEEN = (
    r"(?:,?\s(?:and|&|or|et|as well as|plus|y|"
    r"und)\s(?:also\s|then\s)?(?:in\s|of\s|for\s|with\s|on\s|at\s|by\s|from\s|"
    r"to\s)?|,?\sand,?\s(?:since|from|as\sof|as\sfrom|until)\s\ue0d0,?\s|\s?,\s|;\s(?:and\s)?|\s?/\s?|-|\u2013)"
)
_ACTOR_MARKS = "".join(MARK[name] for name in ("Organisation", "Network", "Body", "Person"))
_TOKEN = re.compile(
    r"(?P<slot>\{(?P<name>\w+)\})|(?P<passive>@@(?P<participle>[\w-]+))|"
    r"(?P<verb>@(?P<lemma>[\w-]+))|(?P<role><role>)|(?P<bracket><bracket>)|(?P<alone>\s?<alone>)|"
    r"(?P<any>\.{5}\s?)|(?P<long>\.{4}\s?)|(?P<gap>\.{3}\s?)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<or>\|)|(?P<space>\s+)|(?P<word>[^\s\[\](){}|@]+)"
)


@dataclass(frozen=True)
class Pattern:
    """A pattern, compiled when it is first needed.

    Parameters
    ----------
    source : str
        Regular expression over skeletons; named groups are the slots, ``aux`` the words before the verb.
    order : tuple of frozenset of str
        Of each of these sets one must stand in a sentence, in this order: words in lower case, marks of slots.
    """

    source: str
    order: tuple[frozenset[str], ...] = ()

    @cached_property
    def begins_with_slot(self) -> bool:
        """Whether every match begins with what fills a slot."""
        return _is_slot(self.source)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled regular expression."""
        return re.compile(self.source, re.IGNORECASE)


def group(types: list[str], name: str) -> str:
    """Regular expression of a slot: mentions of these types, co-ordinated or counted."""
    kind = rf"(?:{MARK['Topic']}\s{FILLER}+)?" if set(types) <= {"Organisation", "Network", "Body"} else ""
    one = rf"{FILLER}*{kind}{type_class(types)}(?:'s?\b)?{_BRACKET}"
    between = _BETWEEN
    if set(types) <= {"Topic", "Goal"}:
        between = rf"(?:{_BETWEEN}|[^;:{_ACTOR_MARKS}]{{1,70}}?)"
    many = rf"{PRONOUN}?{one}(?:{between}{one})*+"
    if name == "date" or not set(types) & {"Organisation", "Network", "Body"}:
        return rf"(?P<{name}>{many})"
    return rf"(?P<{name}>\({many}\)|{many}\)?)"


def compile_pattern(pattern: str, slots: Mapping[str, list[str]], where: str) -> Pattern:
    """Compile one pattern.

    Parameters
    ----------
    pattern : str
        In the language of this module.
    slots : mapping of str to list of str
        Types of each slot.
    where : str
        File and frame, for the message of an error.

    Raises
    ------
    InputError
        If it names a slot that the frame lacks or its brackets do not match.

    Examples
    --------
    >>> frame = {"subject": ["Organisation"], "object": ["Network"]}
    >>> found = compile_pattern("{subject} @join {object}", frame, "here")
    >>> bool(found.regex.search(f"{MARK['Organisation']} has since joined {MARK['Network']}."))
    True
    """
    writer = _Writer(slots, f"{where}: the pattern «{pattern}»")
    for match in _TOKEN.finditer(pattern):
        writer.write(match)
    repeated = [name for name in slots if pattern.count(f"{{{name}}}") > 1]
    if repeated:
        raise InputError(f"{writer.where} has the slot {{{repeated[0]}}} twice")
    return writer.finish()


_GAPS = {
    "gap": rf"[^;:{_ACTOR_MARKS}]{{1,50}}?",
    "long": rf"[^;:{_ACTOR_MARKS}]{{1,150}}?",
    "any": r"[^;:]{1,320}?",
}

_AGENT_GAP = rf"(?:(?!\bby\s)[^;:{_ACTOR_MARKS}]){{1,50}}?"
"""Between a participle and its agent no other agent stands: "financed by Norway and executed by UNIDO"."""


_SHORTEST = 2
"""Before a participle that is read as passive: "which had set up" is what somebody did."""


def _not_skipped(types: list[str]) -> str:
    """Marks that no gap behind a slot of these types runs over: what follows is said of the nearer thing."""
    if types == ["Event"]:
        return MARK["Event"]
    if "System" not in types:
        return MARK["Programme"] + MARK["System"] if types == ["Programme"] else ""
    papers = [MARK[kind] for kind in ("Instrument", "Publication") if kind not in types]
    return "".join([MARK["Programme"], MARK["System"], *papers])


class _Writer:
    """Writes the regular expression of one pattern, token by token."""

    def __init__(self, slots: Mapping[str, list[str]], where: str) -> None:
        self.slots = slots
        self.where = where
        self.parts: list[str] = []
        self.closers: list[str] = []
        self.seen_verb = False
        self.order: list[frozenset[str]] = []
        self.choice: list[set[str]] = []
        self.after = ""

    def write(self, token: re.Match[str]) -> None:
        """Add what one token of the pattern stands for."""
        kind = token.lastgroup or ""
        if kind == "slot":
            self._slot(token.group("name"))
        elif kind == "verb":
            lemma = token.group("lemma").replace("_", " ")
            self._verb(active(lemma, named=not self.seen_verb), forms(lemma))
        elif kind == "passive":
            lemma = token.group("participle").replace("_", " ")
            self._verb(passive(lemma, named=not self.seen_verb), [participle(lemma)])
        elif kind in _GAPS:
            guard = _before_gap(self.parts)
            agent = token.string.startswith("by ", token.end()) and self.seen_verb
            gap = _AGENT_GAP if agent and kind == "gap" else _GAPS[kind]
            if self.after and kind != "any":
                gap = gap.replace("[^;:", f"[^;:{self.after}")
            self.parts.append(rf"(?:{guard}{gap}\s)??")
        elif kind == "word":
            self._word(token.group())
        else:
            self.parts.append(self._sign(kind, token.group()))

    def finish(self) -> Pattern:
        """The pattern, when all its tokens are written."""
        if self.closers:
            raise InputError(f"{self.where}: brackets do not match")
        source = "".join(self.parts)
        if not source.startswith(("^", "(?P<")):
            source = r"(?<![\w-])" + source
        return Pattern(_loose_spaces(source), tuple(self.order))

    def _slot(self, name: str) -> None:
        if name not in self.slots:
            raise InputError(f"{self.where} has a slot {{{name}}} that the frame does not give")
        self.parts.append(group(self.slots[name], name))
        self.after = _not_skipped(self.slots[name])
        if not self.closers:
            self.order.append(frozenset(type_class(self.slots[name])[1:-1]))

    def _verb(self, regex: str, inflected: list[str]) -> None:
        self._require(inflected)
        self.parts.append(regex)
        self.seen_verb = True

    def _word(self, text: str) -> None:
        start, text, stop = "^" * text.startswith("^"), text.strip("^$"), "$" * text.endswith("$")
        self.parts.append(start + spellings(re.escape(text)).replace(",", f"[,{BREAK}]") + stop)
        self._require([text.lower()])

    def _require(self, words: list[str]) -> None:
        """One of these words must stand, or one of the other choices of a bracket that must be."""
        stems = {stem for word in words if len(stem := stem_of(word)) > _SHORTEST and stem.isalpha()}
        if words == ["'s"]:
            stems = {"'s"}
        elif len(stems) < len({stem_of(word) for word in words}):
            return
        if not self.closers:
            self.order.append(frozenset(stems))
        elif self.closers == [")"]:
            self.choice[-1] = max(self.choice[-1], stems, key=rarity)

    def _sign(self, kind: str, text: str) -> str:
        if kind == "open":
            self.closers.append(")?" if text == "[" else ")")
            if self.closers == [")"]:
                self.choice = [set()]
            return "(?:"
        if kind == "close":
            if not self.closers:
                raise InputError(f"{self.where}: brackets do not match")
            if self.closers == [")"] and all(self.choice):
                self.order.append(frozenset(set().union(*self.choice)))
            return self.closers.pop()
        if kind == "or" and self.closers == [")"]:
            self.choice.append(set())
        if kind == "space":
            return rf"[,{BREAK}]?\s" if self.parts and _is_slot(self.parts[-1]) else r"\s"
        if kind in ("role", "bracket") and not self.closers:
            self.order.append(lexicon().roles if kind == "role" else frozenset("("))
        signs = {
            "role": rf"(?P<role>{role_pattern()})",
            "alone": r"(?!\s(?:of|for|to|[Mm]embers?|[Aa]ssociates?|[Pp]artners?|[Ss]ignator(?:y|ies))\b)",
            "bracket": r"\(",
        }
        return signs.get(kind, "|")


def _is_slot(part: str) -> bool:
    return part.startswith("(?P<") and not part.startswith(("(?P<aux>", "(?P<role>"))


def _before_gap(parts: list[str]) -> str:
    """A gap may begin with a comma or a dash; after a name not with a capital, for that goes on with the name."""
    after_slot = bool(parts) and parts[-1] == rf"[,{BREAK}]?\s"
    if parts and (after_slot or parts[-1] == r"\s"):
        parts[-1] = rf"(?:[,:{BREAK}]?\s|\s[-\u2013]\s)"
    return r"(?-i:(?![A-Z]))" if after_slot else ""


def _loose_spaces(regex: str) -> str:
    """White space beside what may be absent may be absent too."""
    regex = regex.replace(r"\s(?:", "\x00").replace(r")?\s", "\x01")
    return regex.replace("\x00", r"\s?(?:").replace("\x01", r")?\s?")
