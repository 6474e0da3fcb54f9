"""The word lists of ``loaders/names/``, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from qigraph.errors import InputError
from qigraph.resources import resource

__all__ = ["Lexicon", "alternatives", "lexicon", "read_yaml"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the reading of names rests on.

    Parameters
    ----------
    heads : dict of str to str
        Entity type by head noun, in lower case, plurals included.
    longest_head : int
        How many words the longest head noun has.
    connectors, not_organisations, sentence_words, organs, generic_words, titles, roles, countries, \
    not_persons, kind_words, offices, headline_verbs, furniture, fields_of_work, \
    prepositions, auxiliaries, between_auxiliaries, finite_verbs : frozenset of str
        See ``loaders/names/words.yaml``.
    given : frozenset of str
        Given names without accents: ``loaders/names/given.yaml``.
    """

    heads: dict[str, str]
    longest_head: int
    connectors: frozenset[str]
    not_organisations: frozenset[str]
    sentence_words: frozenset[str]
    organs: frozenset[str]
    generic_words: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    countries: frozenset[str]
    prepositions: frozenset[str]
    auxiliaries: frozenset[str]
    between_auxiliaries: frozenset[str]
    finite_verbs: frozenset[str]
    not_persons: frozenset[str]
    kind_words: frozenset[str]
    offices: frozenset[str]
    headline_verbs: frozenset[str]
    furniture: frozenset[str]
    fields_of_work: frozenset[str]
    given: frozenset[str]

    def head_type(self, name: str) -> tuple[str, str] | None:
        """Type and head noun of a name, or None.

        The head is the last head noun before the first connector; failing that the first in the whole name.
        """
        return _head_type(self, name)

    def _read_head(self, name: str) -> tuple[str, str] | None:
        words = [
            word.strip(",;:.()'\"").lower() for word in re.split(r"\s+|(?<=[A-Z])[\u2013-](?=[A-Z])", name)
        ]
        if len(words) == 2 and "standards" in words and self._of_nation(name):
            return "Organisation", "standards body"
        if words[0] in _OF_COUNTRY and name.partition(" ")[2] in self.countries:
            return "Organisation", "standards body"
        if len(words) > 1 and words[-1] in _LAWS and words[-2] not in ("the", "of"):
            return "Instrument", words[-1]
        if len(words) == 2 and words[0] == "tu":
            return "Organisation", "university"
        if len(words) == 3 and words[1:] == ["standards", "international"] and _DEMONYM.match(name):
            return "Organisation", "international"
        if len(words) == 2 and words[1] == "international" and _MEMBERS.match(name):
            return "Organisation", "international"
        if words[:2] == ["united", "nations"] and words[-1] in _OF_UN:
            return "Organisation", words[-1]
        cut = next((i for i, word in enumerate(words) if i and word in _CUTS), len(words))
        while cut > 1 and _DESIGNATOR.fullmatch(words[cut - 1]):
            cut -= 1
        found = self._head(words[:cut], last=True) or self._leading(words)
        if found is None and cut < len(words):
            whole = self._head(words, last=True)
            found = (
                whole
                if whole and whole[0] in ("Programme", "Event", "System", "Network", "Publication")
                else None
            )
        return found

    def begins_undertaking(self, name: str) -> bool:
        """Whether a name says what is being done, as those of projects do: "Strengthening Quality in Trade"."""
        return bool(_DOING.search(name))

    def _leading(self, words: list[str]) -> tuple[str, str] | None:
        """The head noun with which a name begins: a connector, a number or a foreign word follows it."""
        found = self._head(words, last=False)
        after = words[len(found[1].split()) :] if found else []
        of_many = found is not None and found[1] == "standards" and bool(after) and after[0] not in _CUTS
        if found is None or of_many:
            return None
        if found[0] not in ("Organisation", "Network", "Body", "Agreement"):
            return found
        plain = (
            not after or after[0] in _CUTS or after[0] in self.connectors or _DESIGNATOR.fullmatch(after[0])
        )
        return found if plain or found[1] in _LEADING or not found[1].isascii() else None

    def _of_nation(self, name: str) -> bool:
        """Whether one of two words is a country or what is of it: "Standards Australia", "Austrian Standards"."""
        return any(word in self.countries or _DEMONYM.fullmatch(word) for word in name.split())

    def _head(self, words: list[str], *, last: bool) -> tuple[str, str] | None:
        for length in range(min(self.longest_head, len(words)), 0, -1):
            head = " ".join(words[-length:] if last else words[:length])
            if head in self.heads:
                return self.heads[head], head
        return None


@lru_cache(maxsize=4096)
def _head_type(known: Lexicon, name: str) -> tuple[str, str] | None:
    """A name comes back wherever it stands, and in many rules."""
    return known._read_head(name)


_LEADING = frozenset(
    ["institut", "instituto", "agence", "bureau", "office", "commission", "university", "council", "institute",
     "academy", "standards board", "center", "centre", "secretariat", "working group", "task force",
     "badan", "komite", "kementerian", "lembaga"]
)  # fmt: skip
"""Head nouns that stand first without a connector: "Institut Pasteur", "University College London"."""
_DEMONYM = re.compile(
    r"(?!European|African|American|Asian|Chief)[A-Z]\w*(?:[iae]an|ish|ese|landic)|German|French|Dutch|Greek|Swiss|Czech"
)
_DOING = re.compile(
    r"(?:^|[:\u2013-]\s)(?:Strengthen|Promot|Enhanc|Improv|Build|Develop|Support|Ensur|Advanc|Foster|Achiev|Creat|Establish|Harmoni[sz]"
    r"|Facilitat|Implement|Boost|Increas|Upgrad|Moderni[sz]|Expand|Reinforc|Enabl|Accelerat|Driving|Empower|Connect)(?:ing)?"
    r"(?<=ing)\s(?:\w+\s){0,12}\w"
)
_OF_UN = frozenset(["programme", "program", "fund"])
"""What an organisation of the United Nations is called, and with others a programme."""
_LAWS = frozenset(["act", "ordinance", "decree", "bill"])
"""What a law is called, though its name begins with that of an office: "Lakes Bureau of Standards Act"."""
_OF_COUNTRY = ("standards", "measurement", "accreditation", "enterprise")
"""Words that with the name of a country behind them name a body of it: "Measurement Canada"."""
_MEMBERS = re.compile(r"(?!Standards|Sales|Studies)[A-Z][a-z]+s\s|[A-Z]{3,}\s")
"""What "International" stands behind in a name: "Consumers International"."""
_DESIGNATOR = re.compile(r"(?:[a-z]|[ivx]+|[a-z]{0,2}\.?\d[\d.:/-]*)")
_CUTS = {
    "of",
    "for",
    "on",
    "in",
    "to",
    "between",
    "with",
    "de",
    "des",
    "du",
    "pour",
    "sur",
    "di",
    "für",
    "del",
    "against",
    "voor",
}


def read_yaml(path: Path) -> Any:
    """Read one YAML file.

    Raises
    ------
    InputError
        If it is not valid YAML; the message names file and line.
    """
    import yaml

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{path.name}{where}: not valid YAML: {getattr(error, 'problem', error)}") from error


@cache
def lexicon() -> Lexicon:
    """The lexicon of this installation.

    Examples
    --------
    >>> lexicon().head_type("Working Party on Regulatory Cooperation")
    ('Body', 'working party')
    """
    heads: dict[str, str] = {}
    for kind, nouns in read_yaml(resource("loaders/names/heads.yaml")).items():
        for noun in nouns:
            heads[noun] = kind
            heads.setdefault(plural(noun), kind)
    words = {
        name: frozenset(values) for name, values in read_yaml(resource("loaders/names/words.yaml")).items()
    }
    given = frozenset(read_yaml(resource("loaders/names/given.yaml"))["given"])
    return Lexicon(heads, max(len(head.split()) for head in heads), **words, given=given)


def alternatives(words: Iterable[str]) -> str:
    """Regular expression of any of the words: the longest first, and the same whatever order they came in.

    Examples
    --------
    >>> alternatives({"chair", "head", "director"})
    'director|chair|head'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def plural(noun: str) -> str:
    """The plural by rule.

    Examples
    --------
    >>> plural("agency"), plural("workshop"), plural("congress")
    ('agencies', 'workshops', 'congresses')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")
