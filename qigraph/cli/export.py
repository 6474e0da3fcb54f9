"""``qigraph export``: the graph in the format of another tool."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qigraph.cli.options import as_of_option, graph_option
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["export"]


@click.command(short_help="Write the graph in another format.")
@click.argument("place", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="The same as FILE.")
@click.option(
    "--to", type=click.Choice(["neo4j-admin"]), help="Instead, a folder for this program to import."
)
@as_of_option
@graph_option
def export(
    graph: "Graph", place: Path | None, output: Path | None, to: str | None, as_of: str | None
) -> None:
    """Write the graph to FILE, in the format of its suffix.

    \b
    .ttl .trig .nq .jsonld   RDF; all but .ttl keep each source in its named graph
    .jsonl                   facts, as "qigraph extract" prints them
    .graphml .gexf           the network, for Gephi, yEd, Cytoscape
    .csv                     facts, one line a sentence
    no suffix                a folder with entities.csv, facts.csv and documents.csv

    \b
    Examples:
      qigraph export -o graph.trig
      qigraph export -o network.gexf --as-of 2012
      qigraph export --to neo4j-admin import/
    """
    from qigraph.graph.exporting import export as write

    target = output or place
    if target is None or (output and place):
        raise click.UsageError("name one FILE to write")
    write(graph, target, as_of, to=to)
    click.echo(visible(f"qigraph: wrote {target}"), err=True)
    if to is not None:
        click.echo("qigraph: in it, run neo4j-admin database import full neo4j @import.args", err=True)
