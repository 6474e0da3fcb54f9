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
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from qigraph.errors import InputError
from qigraph.extraction.lexicon import lexicon
from qigraph.extraction.names.persons import role_pattern
from qigraph.extraction.sentence.inflection import forms, participle
from qigraph.extraction.sentence.skeleton import BREAK, FILLER, MARK, PRONOUN, type_class

__all__ = ["Pattern", "compile_pattern", "rarity"]

_ADVERB = (
    r"(?:also|then|since|now|formally|officially|first|later|recently|jointly|"
    r"subsequently|again|currently|both|each|all"
    r"|actively|together|thereby|always|regularly|newly|successfully|already|"
    r"further|originally|initially|initally|finally"
    r"|in turn|in addition|still|only|just|to date|so far|furthermore|particularly|"
    r"especially|closely|directly|mainly|primarily"
    r"|continuously|strongly|thus|therefore|thereafter|eventually|soon|long|"
    r"previously|ever|once|duly|unanimously|provisionally)"
)
_MODAL = (
    r"(?:\w+n't|will|would|may|might|could|should|shall|must|can|cannot|not|never|"
    r"no longer|n't|yet|to|is|are|was|were|be|been|being|has|have"
    r"|had|do|does|did|having|plans?|planned|intends?|intended|hopes?|hoped|"
    r"wish(?:es|ed)?|expects?|expected|aims?|aimed|seeks?|sought"
    r"|wants?|agreed|decided|continues?|continued|invited|due|proposed?s?|"
    r"considers?|considering|about|going|able|ready|refused"
    r"|declined|failed|set|scheduled|likely|supposed|meant|designed|helps?|helped|"
    r"works?|worked|in order|began|begun|started|chose"
    r"|voted|undertook|undertaken|committed|commits|yet to|reportedly|allegedly|rumoured|helping|working)"
)
AUXILIARIES = rf"(?P<aux>(?:(?:which|who|that|itself)\s)?(?:(?:{_ADVERB}|{_MODAL}|by consensus),?\s){{0,6}})"
_BRACKET = r"(?:\s?\([^()]{0,160}\))?"
_BETWEEN = (
    r"(?:,?\s(?:and|&|or|et|as well as|plus|y|"
    r"und)\s(?:also\s|then\s)?(?:in\s|of\s|for\s|with\s|on\s|at\s|by\s|from\s|"
    r"to\s)?|\s?,\s|;\s(?:and\s)?|\s?/\s?|-|\u2013)"
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
    one = rf"{FILLER}*{type_class(types)}(?:'s?\b)?{_BRACKET}"
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
_NOT_ACTIVE = "".join(rf"(?<!\b{have}\s)" for have in ("has", "had", "have", "having"))
"""Before a participle that is read as passive: "which had set up" is what somebody did."""
_NOT_PASSIVE = "".join(rf"(?<!\b{be}\s)" for be in ("was", "were", "is", "are", "be", "been", "being"))
"""Before a participle that is read as active: "the report of X was presented" has no X that presented."""


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
            self._verb(_active(lemma, named=not self.seen_verb), forms(lemma))
        elif kind == "passive":
            lemma = token.group("participle").replace("_", " ")
            self._verb(_passive(lemma, named=not self.seen_verb), [participle(lemma)])
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
        self.parts.append(start + _spellings(re.escape(text)).replace(",", f"[,{BREAK}]") + stop)
        self._require([text.lower()])

    def _require(self, words: list[str]) -> None:
        """One of these words must stand, or one of the other choices of a bracket that must be."""
        stems = {stem for word in words if len(stem := _stem(word)) > _SHORTEST and stem.isalpha()}
        if words == ["'s"]:
            stems = {"'s"}
        elif len(stems) < len({_stem(word) for word in words}):
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


def rarity(stems: Set[str]) -> int:
    """How rarely one of these stands in a sentence, by the length of the shortest; that of none is least."""
    return min(map(len, stems), default=0)


def _stem(word: str) -> str:
    """The longest run of letters of a word that all its spellings share."""
    first = re.sub(r"^(?:co-?(?=o)|(?:co|re)-)(?=\w{4})", "", word.split(" ")[0])
    parts = re.split(r"(?<=\w)is(?=[eai])|co-o|our\b|\W", first)
    return max(parts, key=len) if len(first) > 4 else first


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


def _active(lemma: str, *, named: bool) -> str:
    aux = AUXILIARIES if named else AUXILIARIES.replace("?P<aux>", "?:")
    passive = participle(lemma)
    inflected = sorted(
        ((_NOT_PASSIVE if form == passive else "") + _spellings(re.escape(form)) for form in forms(lemma)),
        key=len,
        reverse=True,
    )
    return rf"{aux}\b(?:{'|'.join(inflected)})\b"


def _passive(lemma: str, *, named: bool) -> str:
    aux = AUXILIARIES if named else AUXILIARIES.replace("?P<aux>", "?:")
    return rf"{aux}{_NOT_ACTIVE}\b(?:{_spellings(re.escape(participle(lemma)))})\b"


def _spellings(text: str) -> str:
    """British and American spelling, hyphened and not."""
    text = re.sub(r"(?<=[a-z])is(?=(?:e|es|ed|ing|ation|ations|er|ers)\b)", "i[sz]", text)
    text = re.sub(r"\bco(?:\\?-)?o", "co-?o", text)
    text = re.sub(r"\b(co|re)(?:\\)?-(?!\?)", r"\1-?", text)
    return re.sub(r"(?<=\w)our\b", "ou?r", text)
