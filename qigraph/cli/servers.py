"""``qigraph push`` and ``pull``: a graph to a server and back; and what queries need to ask a server."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qigraph.cli.options import graph_option
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.facts import Entity, Fact
    from qigraph.graph import Graph
    from qigraph.questions import Question
    from qigraph.rows import Rows
    from qigraph.servers.address import Credentials
    from qigraph.servers.pushed import Pushed
    from qigraph.stores.client import Language

__all__ = ["ask_server", "no_tls_option", "on_server", "pull", "push"]

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

_NAMED = 3


def no_tls_option(command: F) -> F:
    """Add ``--no-tls``; the command takes it as ``no_tls``."""
    return click.option(
        "--no-tls", is_flag=True, help="Talk to another machine without encryption; on a safe network only."
    )(command)


def on_server(
    url: str, text: str, params: Mapping[str, Any], timeout: float, *, no_tls: bool = False
) -> "Rows":
    """Run a query on a server: Cypher on Neo4j, SPARQL on any other."""

    def ask(login: "Credentials | None") -> "Rows":
        if _is_neo4j(url):
            from qigraph.servers import neo4j_server

            with neo4j_server.connect(url, login, tls=not no_tls) as driver:
                return neo4j_server.query(driver, text, params, timeout)
        from qigraph.servers import endpoint, http

        with http.connect(url, login, tls=not no_tls) as server:
            return endpoint.query(server, text, params, timeout)

    return _let_in(ask)


def ask_server(
    url: str, asked: "Question", params: Mapping[str, str | int], timeout: float, *, no_tls: bool = False
) -> "Rows":
    """Answer a prepared question on a server, in the language that it speaks."""
    from qigraph.questions import query_text, read_values

    language: Language = "cypher" if _is_neo4j(url) else "sparql"
    values = read_values(asked, params, language)
    return on_server(url, query_text(asked, language), values, timeout, no_tls=no_tls)


@click.command(short_help="Copy the graph to Neo4j or a SPARQL server.")
@click.argument("url")
@click.option("--prune", is_flag=True, help="Take out what the server holds and the graph does not.")
@no_tls_option
@graph_option
def push(graph: "Graph", url: str, prune: bool, no_tls: bool) -> None:
    """Make the server at URL hold the graph; only what changed since the last push is written.

    URL is the address of a Neo4j server (bolt://, neo4j://, with +s for another machine) or of a graph store (SPARQL
    1.1 Graph Store Protocol, https://…). Name and password come from NEO4J_USERNAME and NEO4J_PASSWORD, or
    SPARQL_USERNAME and SPARQL_PASSWORD, or are asked for. A push that was interrupted is completed by the next.

    \b
    Examples:
      qigraph push bolt://localhost:7687
      qigraph push http://localhost:3030/qi/data --prune
    """

    def write(login: "Credentials | None") -> "Pushed":
        if _is_neo4j(url):
            from qigraph.servers import neo4j_push, neo4j_server

            with neo4j_server.connect(url, login, tls=not no_tls) as driver:
                return neo4j_push.push(driver, graph.facts(), graph.entities, prune=prune)
        from qigraph.servers import graph_store, http

        with http.connect(url, login, tls=not no_tls) as server:
            return graph_store.push(server, graph.facts(), graph.entities, prune=prune)

    done = _let_in(write)
    said = f"{url}: {done.written} documents written, {done.unchanged} unchanged, {done.removed} taken out"
    click.echo(visible(f"qigraph: {said}"), err=True)
    if done.others:
        named = ", ".join(done.others[:_NAMED]) + (" …" if len(done.others) > _NAMED else "")
        message = f"the server also holds {len(done.others)} that the graph does not ({named}): see --prune"
        click.echo(visible(f"qigraph: {message}"), err=True)


@click.command(short_help="Copy a pushed graph back from a server.")
@click.argument("url")
@click.option(
    "-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The file."
)
@no_tls_option
def pull(url: str, output: Path, no_tls: bool) -> None:
    """Write the graph that was pushed to the server at URL to FILE, in the format of its suffix.

    The formats are those of "qigraph export".

    \b
    Examples:
      qigraph pull bolt://localhost:7687 -o graph.trig
      qigraph pull http://localhost:3030/qi/data -o facts.jsonl
    """
    from qigraph.graph.exporting import check_file, write

    check_file(output)

    def read(login: "Credentials | None") -> "tuple[list[Fact], dict[str, Entity]]":
        if _is_neo4j(url):
            from qigraph.servers import neo4j_push, neo4j_server

            with neo4j_server.connect(url, login, tls=not no_tls) as driver:
                return neo4j_push.pull(driver)
        from qigraph.servers import graph_store, http

        with http.connect(url, login, tls=not no_tls) as server:
            return graph_store.pull(server)

    facts, entities = _let_in(read)
    write(facts, entities, output)
    click.echo(visible(f"qigraph: wrote {len(facts)} facts to {output}"), err=True)


def _is_neo4j(url: str) -> bool:
    return url.lower().startswith(("bolt", "neo4j"))


def _let_in(act: "Callable[[Credentials | None], T]") -> T:
    """Do it; where the server wants a name and password that the environment lacks, ask the user for them."""
    from qigraph.servers.address import Credentials, NotLetInError

    try:
        return act(None)
    except NotLetInError:
        if not _is_a_person():
            raise
    user = click.prompt("Name", err=True)
    password = click.prompt("Password", hide_input=True, err=True)
    return act(Credentials(user, password))


def _is_a_person() -> bool:
    return sys.stdin.isatty()
