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
@click.option(
    "-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The file."
)
@as_of_option
@graph_option
def export(graph: "Graph", output: Path, as_of: str | None) -> None:
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
    """
    from qigraph.graph.exporting import export as write

    write(graph, output, as_of)
    click.echo(visible(f"qigraph: wrote {output}"), err=True)
