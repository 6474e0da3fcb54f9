"""How extracted facts compare with facts marked by hand: precision, recall, dates and evidence.

Facts are compared within one document. Two are the same when their relation is and both ends share a name, by label or
alias, without regard to case, accents, punctuation and a leading article; a date shares with any less precise form of
itself; a symmetric relation may stand either way round. Repeats count once. A document without gold facts counts too:
whatever is found in it is wrong.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qigraph.schema import RELATIONS

Row = dict[str, Any]
GOLD = ".gold.jsonl"


@dataclass
class Count:
    """How many facts were right, how many found and how many wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0

    def add(self, other: "Count") -> None:
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted


@dataclass
class Score:
    """What a set of documents scores.

    Parameters
    ----------
    all : Count
        Over all documents.
    core : Count
        Over the gold facts of the core tier; its precision has no meaning.
    dates : Count
        Of the gold facts with a date that were found, how many have just that date.
    evidence : Count
        Of the facts found, how many quote the exact slice of their document.
    documents, relations : dict of str to Count
        By document and by relation.
    """

    all: Count = field(default_factory=Count)
    core: Count = field(default_factory=Count)
    dates: Count = field(default_factory=Count)
    evidence: Count = field(default_factory=Count)
    documents: dict[str, Count] = field(default_factory=dict)
    relations: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    def figures(self) -> dict[str, float]:
        """The aggregate figures by name, to three places."""
        figures = {
            "precision": self.all.precision,
            "recall": self.all.recall,
            "f1": self.all.f1,
            "core recall": self.core.recall,
            "dates right": self.dates.recall,
            "evidence exact": self.evidence.recall,
        }
        return {name: round(value, 3) for name, value in figures.items()}


def normal(name: str) -> str:
    """A name as it is compared.

    Examples
    --------
    >>> normal("The Réseau  «Métrologie» ")
    'reseau metrologie'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+", " ", plain).strip()
    return re.sub(r"^(?:the|a|an) ", "", words)


def names(end: Row | str) -> set[str]:
    """Everything that one end of a fact is called."""
    if isinstance(end, str):
        return {normal(end)}
    return {normal(name) for name in (end["label"], *end.get("aliases", ())) if name} - {""}


def same(found: Row, wanted: Row) -> bool:
    """Whether two facts of one document are the same."""
    relation = wanted["relation"]
    if found["relation"] != relation:
        return False
    if RELATIONS[relation].literal:
        one, other = (str(row["object"]) for row in (found, wanted))
        ends = one.startswith(other) or other.startswith(one)
        return ends and bool(names(found["subject"]) & names(wanted["subject"]))
    subject, target = names(found["subject"]), names(found["object"])
    if subject & names(wanted["subject"]) and target & names(wanted["object"]):
        return True
    symmetric = RELATIONS[relation].symmetric
    return symmetric and bool(subject & names(wanted["object"]) and target & names(wanted["subject"]))


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The facts without repeats, the first of each kept."""
    kept: list[Row] = []
    for row in rows:
        if not any(same(row, other) for other in kept):
            kept.append(row)
    return kept


def score(gold: Mapping[str, list[Row]], system: Mapping[str, list[Row]], texts: Mapping[str, str]) -> Score:
    """Compare what was found with what was marked.

    Parameters
    ----------
    gold : mapping of str to list of dict
        The facts of every document that was marked, an empty list where it states none.
    system : mapping of str to list of dict
        The facts found in each document.
    texts : mapping of str to str
        The characters of each document.
    """
    result = Score()
    for document, wanted in gold.items():
        rows = system.get(document, [])
        for row in rows:
            exact = bool(row["quote"]) and texts[document][row["start"] : row["stop"]] == row["quote"]
            result.evidence.add(Count(exact, 1, 1))
        found = distinct(rows)
        free = list(found)
        count = result.documents[document] = Count(0, len(found), len(wanted))
        for row in found:
            result.relations[row["relation"]].found += 1
        for fact in wanted:
            hit = next((row for row in free if same(row, fact)), None)
            _note(result, count, fact, hit)
            if hit is not None:
                free.remove(hit)
        result.all.add(count)
    return result


def _note(result: Score, count: Count, fact: Row, hit: Row | None) -> None:
    """Book one gold fact, found or missed."""
    relation = result.relations[fact["relation"]]
    relation.wanted += 1
    core = fact.get("tier", "core") == "core"
    result.core.wanted += core
    if hit is None:
        return
    count.right += 1
    relation.right += 1
    result.core.right += core
    if fact.get("date"):
        result.dates.add(Count(hit.get("date") == fact["date"], 1, 1))


def marked(folder: Path) -> dict[str, list[Row]]:
    """The gold facts below a folder by the stem of their document; an empty file is a document without facts."""
    return {path.name.removesuffix(GOLD): read_rows(path) for path in sorted(folder.glob(f"*{GOLD}"))}


def read_rows(path: Path) -> list[Row]:
    """The facts of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
