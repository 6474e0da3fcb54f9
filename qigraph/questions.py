"""The prepared questions of ``queries/``: pairs of files, NAME.rq and NAME.cypher, with the same answer.

Comments on top of a file hold the question in words, and then lines of these forms::

    param NAME: KIND = DEFAULT: MEANING   without "= DEFAULT" it must be given
    example NAME=VALUE …                  of the example in docs/questions.md, where the defaults will not do
    note TEXT                             what a reader of the answer has to know
    further COMMAND …                     which command goes further

KIND is entity, date, number or document. An entity is its IRI to SPARQL and its identifier to Cypher. A new question
is a new pair of files.
"""

import difflib
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qigraph.errors import InputError, NotFoundError
from qigraph.resources import resource
from qigraph.rows import Rows
from qigraph.stores.client import Language, query
from qigraph.stores.terms import entity_iri

__all__ = [
    "Parameter",
    "Question",
    "ask",
    "query_text",
    "question",
    "questions",
    "read_values",
    "with_date",
]

_SUFFIXES: dict[Language, str] = {"sparql": ".rq", "cypher": ".cypher"}
_PARAMETER = re.compile(
    r"param (?P<name>\w+): (?P<kind>entity|date|number|document)(?: =(?P<default>[^:]*))?: (?P<meaning>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes.

    Parameters
    ----------
    name : str
        Its name, ``$name`` in the query.
    kind : {"entity", "date", "number", "document"}
        Whether it is the identifier of an entity, a date, a whole number, or the name of a document.
    default : str, int or None
        Taken where none is given; empty for any, None where one must be given.
    meaning : str
        What it stands for.
    """

    name: str
    kind: str
    default: str | int | None
    meaning: str

    def read(self, value: str | int | None, language: Language) -> str | int:
        """The value as a query of the language needs it.

        Raises
        ------
        InputError
            If it is not of the kind, or there is none.

        Examples
        --------
        >>> Parameter("at_least", "number", 3, "fewest").read("2", "cypher")
        2
        >>> Parameter("body", "entity", "inetqi", "the body").read("bipm", "sparql")
        '<https://w3id.org/qigraph/id/bipm>'
        """
        if value is None:
            raise InputError(f"parameter {self.name} must be given: {self.meaning}")
        text = str(value)
        if self.kind == "entity" and text and language == "sparql":
            return f"<{entity_iri(text)}>"
        if self.kind == "number":
            if not re.fullmatch(r"-?\d+", text, re.ASCII):
                raise InputError(f"parameter {self.name} must be a whole number, not {value!r}")
            return int(text)
        if self.kind == "date" and text:
            from qigraph.graph import check_date

            return check_date(text)
        return text


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question.

    Parameters
    ----------
    name : str
        Name of its files.
    text : str
        The question in words.
    parameters : tuple of Parameter
        What it takes.
    example : mapping of str to str
        Parameters under which the sample documents have an answer.
    note, further : str
        What a reader of the answer has to know, and which command goes further; may be empty.
    """

    name: str
    text: str
    parameters: tuple[Parameter, ...]
    example: Mapping[str, str]
    note: str
    further: str


def questions() -> list[Question]:
    """Every prepared question, by name.

    Examples
    --------
    >>> next(q.text for q in questions() if q.name == "founders")
    'Who founded an organisation, network or body, and when?'
    """
    return [_read(path) for path in sorted(resource("queries").glob("*.rq"))]


def question(name: str) -> Question:
    """The question of that name.

    Raises
    ------
    NotFoundError
        If there is none; the message names what comes near.
    """
    known = {question.name: question for question in questions()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else f"choose one of {', '.join(known)}"
        raise NotFoundError(f"no question {name!r}: {hint}")
    return known[name]


def with_date(asked: Question, params: Mapping[str, str | int], as_of: str | None) -> dict[str, str | int]:
    """The parameters with the date of the question among them.

    Raises
    ------
    InputError
        If the question takes no date.

    Examples
    --------
    >>> with_date(question("members"), {"network": "inetqi"}, "2019")
    {'network': 'inetqi', 'on': '2019'}
    """
    if as_of is None:
        return dict(params)
    dates = [parameter.name for parameter in asked.parameters if parameter.kind == "date"]
    if not dates:
        raise InputError(f"the question {asked.name} takes no date")
    return {**params, dates[0]: as_of}


def ask(
    folder: Path,
    name: str,
    language: Language = "sparql",
    params: Mapping[str, str | int] | None = None,
    timeout: float = 30.0,
) -> Rows:
    """Answer a prepared question.

    Parameters
    ----------
    folder : Path
        Folder that holds the stores ``sparql`` and ``cypher``.
    name : str
        Name of the question.
    language : {"sparql", "cypher"}
        Which of its two queries to run; the answer is the same.
    params : mapping, optional
        Values of parameters, of entities their identifiers; the others have their defaults.
    timeout : float
        Seconds.

    Raises
    ------
    NotFoundError
        If there is no such question.
    InputError
        If it has no such parameter, or a value is of the wrong type.
    """
    asked = question(name)
    values = read_values(asked, params or {}, language)
    return query(language, folder / language, query_text(asked, language), values, timeout=timeout)


def read_values(asked: Question, given: Mapping[str, str | int], language: Language) -> dict[str, str | int]:
    """Values of all parameters of a question, as its query in that language needs them: given, or default.

    Raises
    ------
    InputError
        If it has no such parameter, or a value is missing or of the wrong kind.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    if unknown := sorted(set(given) - set(known)):
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise InputError(f"the question {asked.name} has no parameter {unknown[0]!r}: {takes}")
    return {p.name: p.read(given.get(p.name, p.default), language) for p in asked.parameters}


def query_text(asked: Question, language: Language) -> str:
    """The query of a question in one of its two languages."""
    return resource(f"queries/{asked.name}{_SUFFIXES[language]}").read_text(encoding="utf-8")


def _read(path: Path) -> Question:
    words, parameters, told = [], [], {"example": "", "note": "", "further": ""}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        first, _, rest = line[2:].partition(" ")
        if first in told:
            told[first] = rest
        elif found := _PARAMETER.fullmatch(line[2:]):
            default = None if found["default"] is None else found["default"].strip()
            typed = int(default) if found["kind"] == "number" and default else default
            parameters.append(Parameter(found["name"], found["kind"], typed, found["meaning"]))
        else:
            words.append(line[2:])
    example = dict(pair.split("=", 1) for pair in shlex.split(told["example"]))
    return Question(path.stem, " ".join(words), tuple(parameters), example, told["note"], told["further"])
