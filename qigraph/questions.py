"""The prepared questions of ``queries/``: pairs of files, NAME.rq and NAME.cypher, with the same answer.

Comments on top of a file hold the question in words, and for each parameter a line
``param NAME: KIND = DEFAULT: MEANING``, where KIND is entity (by identifier, name or acronym), date or
number. A new question is a new pair of files.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qigraph.errors import InputError, NotFoundError
from qigraph.resources import resource
from qigraph.rows import Rows
from qigraph.stores.client import Language, query

__all__ = ["Parameter", "Question", "ask", "query_text", "question", "questions", "read_values"]

_SUFFIXES: dict[Language, str] = {"sparql": ".rq", "cypher": ".cypher"}
_PARAMETER = re.compile(
    r"param (?P<name>\w+): (?P<kind>entity|date|number) =(?P<default>[^:]*): (?P<meaning>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes.

    Parameters
    ----------
    name : str
        Its name, ``$name`` in the query.
    kind : {"entity", "date", "number"}
        Whether it is the identifier or a name of an entity, a date, or a whole number.
    default : str or int
        Taken where none is given; empty for any.
    meaning : str
        What it stands for.
    """

    name: str
    kind: str
    default: str | int
    meaning: str

    def read(self, value: str | int) -> str | int:
        """The value as the query needs it.

        Raises
        ------
        InputError
            If it is not of the kind.

        Examples
        --------
        >>> Parameter("at_least", "number", 3, "fewest").read("2")
        2
        """
        text = str(value)
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
    """

    name: str
    text: str
    parameters: tuple[Parameter, ...]


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
        Values of parameters; the others have their defaults.
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
    values = read_values(asked, params or {})
    return query(language, folder / language, query_text(asked, language), values, timeout=timeout)


def read_values(asked: Question, given: Mapping[str, str | int]) -> dict[str, str | int]:
    """Values of all parameters of a question: those given, and the defaults of the others.

    Raises
    ------
    InputError
        If it has no such parameter, or a value is of the wrong type.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    if unknown := sorted(set(given) - set(known)):
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise InputError(f"the question {asked.name} has no parameter {unknown[0]!r}: {takes}")
    return {p.name: p.read(given.get(p.name, p.default)) for p in asked.parameters}


def query_text(asked: Question, language: Language) -> str:
    """The query of a question in one of its two languages."""
    return resource(f"queries/{asked.name}{_SUFFIXES[language]}").read_text(encoding="utf-8")


def _read(path: Path) -> Question:
    words, parameters = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        if found := _PARAMETER.fullmatch(line[2:]):
            default = found["default"].strip()
            typed = int(default) if found["kind"] == "number" else default
            parameters.append(Parameter(found["name"], found["kind"], typed, found["meaning"]))
        else:
            words.append(line[2:])
    return Question(path.stem, " ".join(words), tuple(parameters))
