"""``qigraph sparql``, ``cypher`` and ``ask``: queries of one's own, and the prepared questions."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qigraph.cli.listing import WIDEST
from qigraph.cli.options import as_of_option, folder_option, format_option
from qigraph.cli.output import for_people, print_rows
from qigraph.cli.servers import ask_server, no_tls_option, on_server
from qigraph.cli.tidying import short_quotes, without_empty
from qigraph.errors import InputError
from qigraph.rows import Rows

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from qigraph.stores.client import Language

__all__ = ["ask", "cypher", "sparql"]


def _assigned(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, Any]:
    """Parameters by name: ``name=text``, or ``name:=value`` with the value in JSON."""
    params: dict[str, Any] = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name.removesuffix(":").isidentifier():
            raise click.BadParameter(f"{value!r} is not of the form name=value", ctx, parameter)
        if not name.endswith(":"):
            params[name] = text
            continue
        try:
            params[name[:-1]] = json.loads(text)
        except ValueError as error:
            message = f"after {name}= comes a number, true, false or other JSON, not {text!r}"
            raise click.BadParameter(message, ctx, parameter) from error
    return params


_param_option = click.option(
    "--param",
    "params",
    metavar="NAME=VALUE",
    callback=_assigned,
    multiple=True,
    help="Value of a parameter, as text; name:=3 for a number. May be repeated.",
)
_timeout_option = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop the query after so long.",
)


def _text(query: str) -> str:
    """The query itself, read from standard input or a file where the argument says so."""
    if query == "-":
        return sys.stdin.read()
    if any(character in query for character in "{}()\n"):
        return query
    path = Path(query)
    if path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{path} is not a query: it is not UTF-8 text") from error
    if path.suffix in (".rq", ".sparql", ".cypher", ".cql"):
        raise InputError(f"no such file: {path}")
    return query


def _checked(query: str) -> str:
    text = _text(query)
    if not text.strip():
        raise InputError("the query is empty: give it as text, as a file, or on standard input after -")
    return text


@click.command(short_help="Run a SPARQL query.")
@click.argument("query")
@_param_option
@_timeout_option
@folder_option
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 server instead of a graph folder.")
@no_tls_option
@format_option
def sparql(
    folder: str,
    query: str,
    params: dict[str, Any],
    timeout: float,
    endpoint: str | None,
    no_tls: bool,
    format: str | None,
) -> None:
    """Run a SPARQL query over the facts of all documents; it can only read.

    QUERY is the query, the name of a file that holds it, or - for standard input. The usual prefixes are
    known. A text parameter of the form <http://…> is an IRI.

    \b
    Examples:
      qigraph sparql 'SELECT DISTINCT ?name { ?x qi:memberOf id:inetqi ; skos:prefLabel ?name }'
      qigraph sparql 'SELECT * { ?x skos:prefLabel $name }' --param name=BIPM --format json
      qigraph sparql question.rq -g my.qi --format csv > answer.csv
      qigraph sparql question.rq --endpoint http://localhost:3030/qi/sparql
    """
    from qigraph.graph import open_graph

    text = _checked(query)
    if endpoint is not None:
        print_rows(on_server(endpoint, text, params, timeout, no_tls=no_tls), format)
    else:
        print_rows(open_graph(folder).sparql(text, params, timeout), format)


@click.command(short_help="Run a Cypher query.")
@click.argument("query")
@_param_option
@_timeout_option
@folder_option
@click.option("--neo4j", metavar="URL", help="Ask this Neo4j server instead of a graph folder.")
@no_tls_option
@format_option
def cypher(
    folder: str,
    query: str,
    params: dict[str, Any],
    timeout: float,
    neo4j: str | None,
    no_tls: bool,
    format: str | None,
) -> None:
    """Run a Cypher query over the facts of all documents; it can only read.

    QUERY is the query, the name of a file that holds it, or - for standard input.

    \b
    Examples:
      qigraph cypher 'MATCH (x)-[r:MEMBER_OF]->(n) RETURN x.name, n.name, r.since, r.quote'
      qigraph cypher 'MATCH (n {id: $id}) RETURN n.aliases' --param id=bipm
      qigraph cypher - --param most:=5 < question.cypher
      qigraph cypher question.cypher --neo4j bolt://localhost:7687
    """
    from qigraph.graph import open_graph

    text = _checked(query)
    if neo4j is not None:
        print_rows(on_server(neo4j, text, params, timeout, no_tls=no_tls), format)
    else:
        print_rows(open_graph(folder).cypher(text, params, timeout), format)


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem

    from qigraph.questions import questions

    return [CompletionItem(q.name, help=q.text) for q in questions() if q.name.startswith(incomplete)]


@click.command(short_help="List or run the prepared questions.")
@click.argument("name", required=False, shell_complete=_complete)
@_param_option
@click.option(
    "--language",
    type=click.Choice(["sparql", "cypher"]),
    default="sparql",
    show_default=True,
    help="Which of the two queries to run; the answer is the same.",
)
@_timeout_option
@as_of_option
@folder_option
@click.option(
    "--server",
    metavar="URL",
    help="Ask a Neo4j server or a SPARQL endpoint that holds the graph.",
)
@no_tls_option
@format_option
def ask(
    name: str | None,
    params: dict[str, Any],
    language: "Language",
    timeout: float,
    as_of: str | None,
    folder: str,
    server: str | None,
    no_tls: bool,
    format: str | None,
) -> None:
    """Answer a prepared question, or list them all where no NAME is given.

    Organisations, networks and other entities are given by identifier, name or acronym, on a server by identifier
    alone. --as-of is the date of a question that has one.

    \b
    Examples:
      qigraph ask
      qigraph ask members --param network=INetQI --as-of 2019
      qigraph ask topics --param at_least=1 --param at_most=1 --language cypher
      qigraph ask members --param network=inetqi --server bolt://localhost:7687
    """
    if name is None:
        print_rows(_listed(), format, "Questions")
        return
    from qigraph.graph import open_graph
    from qigraph.questions import question, with_date

    asked = question(name)
    if server is not None:
        rows = ask_server(server, asked, with_date(asked, params, as_of), timeout, no_tls=no_tls)
    else:
        rows = open_graph(folder).ask(name, language, params, as_of, timeout)
    if not for_people(format):
        print_rows(rows, format)
        return
    print_rows(without_empty(short_quotes(rows)), format, asked.text)
    for told in filter(None, (asked.note, asked.further)):
        click.echo(click.wrap_text(told, WIDEST))


def _listed() -> Rows:
    from qigraph.questions import questions

    rows = Rows(["question", "asks", "parameters"])
    for question in questions():
        parameters = [f"{p.name}={'…' if p.default is None else p.default}" for p in question.parameters]
        rows.rows.append([question.name, question.text, parameters])
    return rows
