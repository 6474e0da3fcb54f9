"""``qigraph diff``: what one graph states and another does not."""

from typing import TYPE_CHECKING

import click

from qigraph.cli.options import format_option, graph_option
from qigraph.cli.output import for_people, print_rows
from qigraph.cli.tidying import short_quotes, without_empty
from qigraph.rows import Rows

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["diff", "print_difference"]


@click.command(short_help="List what one graph states and another does not.")
@click.argument("other", metavar="OTHER")
@graph_option
@format_option
def diff(graph: "Graph", other: str, format: str | None) -> None:
    """List what is new, gone or in doubt in the graph folder OTHER, compared with the graph.

    \b
    Examples:
      qigraph diff new.qi -g old.qi
      qigraph diff new.qi -g old.qi --format csv > changes.csv
    """
    from qigraph.graph import open_graph
    from qigraph.graph.difference import difference

    print_difference(difference(graph.facts(), open_graph(other).facts()), format)


def print_difference(rows: Rows, format: str | None) -> None:
    """Print how two graphs differ."""
    print_rows(without_empty(short_quotes(rows)) if for_people(format) else rows, format, "Changes")
