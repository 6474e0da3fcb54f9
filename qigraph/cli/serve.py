"""``qigraph serve``: the graph over HTTP."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from qigraph.cli.options import graph_option
from qigraph.serving.settings import Settings

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["serve"]

_DEFAULT = Settings()


@click.command(short_help="Publish the graph over HTTP: SPARQL, Cypher, pages.")
@click.option(
    "--host", metavar="HOST", default=_DEFAULT.host, show_default=True, help="Address to listen on."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=_DEFAULT.port,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=_DEFAULT.workers,
    show_default="one a core, two at least",
    help="Queries of each language that run at the same time.",
)
@click.option(
    "--queue",
    type=click.IntRange(2),
    default=_DEFAULT.queue,
    show_default=True,
    help="Queries that may wait; half of them for one client. Others get 503.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=_DEFAULT.timeout,
    show_default=True,
    metavar="SECONDS",
    help="Stop a query after so long.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    default=_DEFAULT.max_rows,
    show_default=True,
    help="Rows of Cypher, or triples, that an answer may have.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(1),
    default=_DEFAULT.max_bytes,
    show_default=True,
    help="Bytes that an answer may have.",
)
@click.option(
    "--cors",
    metavar="ORIGIN",
    multiple=True,
    help="Let pages of this origin ask, such as https://example.org; * for all. May be repeated.",
)
@click.option(
    "--allow-host",
    "names",
    metavar="NAME",
    multiple=True,
    help="Name of this machine by which clients may ask, beside localhost and addresses. May be repeated.",
)
@graph_option
def serve(graph: "Graph", **options: Any) -> None:
    """Publish the graph read-only over HTTP, until Ctrl-C: SPARQL at /sparql, Cypher at /cypher, pages at /.

    It listens on this machine alone unless --host says otherwise, knows no users and no encryption: for the
    public, put a proxy with TLS before it. When the graph is built anew, it serves the new one.

    \b
    Examples:
      qigraph serve -g my.qi
      qigraph serve --host 0.0.0.0 --port 80 --allow-host qi.example.org --cors '*'
      curl localhost:8080/sparql --data-urlencode 'query=SELECT * { ?s qi:memberOf ?o } LIMIT 5'
    """
    from qigraph.serving.server import serve as run

    run(graph.path, Settings(**{field.name: options[field.name] for field in fields(Settings)}))
