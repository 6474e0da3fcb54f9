"""Write the page on the prepared questions from ``queries/``: ``python docs/questions.py docs/questions.md``.

Each is asked of a graph of the samples, which is built for it. A test holds that the page has the questions as they
are; write it anew when extraction reads the samples better.
"""

import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import qigraph
from qigraph.cli.output import markdown_lines
from qigraph.cli.tidying import short_quotes, without_empty
from qigraph.graph import Graph
from qigraph.questions import Parameter, Question, questions
from qigraph.rows import Rows

SAMPLES = Path(__file__).parents[1] / "samples"
SHOWN = 3
"""Rows of each answer."""


def page(graph: Graph) -> str:
    """The page as Markdown."""
    parts = [
        "# Prepared questions",
        "Written by `docs/questions.py` from [queries/](../queries/), with answers from the sample documents; do not "
        "edit it by hand.\nEach is a pair of queries, in SPARQL and in Cypher, with the same answer, and each answer "
        "carries the sentences behind it. Things are given by identifier, name or acronym; `--as-of` is the `on` of a "
        'question that has one. In Python: `graph.ask("members", params={"network": "INetQI"})`. How to ask, and '
        "to add a question: [queries.md](queries.md).",
        *(entry(question, graph) for question in questions()),
    ]
    return "\n\n".join(parts) + "\n"


def entry(question: Question, graph: Graph) -> str:
    """One question: its words, parameters, how to ask it, and how the answer begins."""
    answer = graph.ask(question.name, params=dict(question.example))
    parts = [f"## {question.name}", question.text]
    if question.parameters:
        parts.append("\n".join(map(_parameter, question.parameters)))
    parts.append(f"```sh\n{_command(question)}\n```")
    parts.append("\n".join(_answer(answer)))
    parts += [text for text in (question.note, _further(question)) if text]
    return "\n\n".join(parts)


def _parameter(parameter: Parameter) -> str:
    default = (
        "must be given"
        if parameter.default is None
        else f"`{parameter.default}`"
        if parameter.default != ""
        else "empty"
    )
    return f"* `{parameter.name}` ({parameter.kind}, {default}): {parameter.meaning}"


def _command(question: Question) -> str:
    given = "".join(f" --param {shlex.quote(f'{name}={value}')}" for name, value in question.example.items())
    return f"qigraph ask {question.name}{given}"


def _further(question: Question) -> str:
    """The sentence on the command that goes further, with the command as code."""
    return question.further and f"Further: {question.further}"


def _answer(answer: Rows) -> Iterator[str]:
    if not answer.rows:
        yield "The samples hold no answer."
        return
    yield from markdown_lines(without_empty(short_quotes(Rows(answer.columns, answer.rows[:SHOWN]))))
    if len(answer) > SHOWN:
        yield f"\n… and {len(answer) - SHOWN} more."


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        qigraph.build([SAMPLES], Path(folder, "samples.qi"))
        written = page(qigraph.open(Path(folder, "samples.qi")))
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
