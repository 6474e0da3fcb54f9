"""``qigraph check``: what is wrong with a graph, or with files of RDF."""

from pathlib import Path

import click

from qigraph.cli.options import format_option
from qigraph.cli.output import print_rows

__all__ = ["check"]


@click.command(short_help="Check a graph, or files of RDF, for what is wrong.")
@click.argument("files", metavar="[FILE…]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-g",
    "--graph",
    metavar="DIR",
    envvar="QIGRAPH",
    default="graph.qi",
    show_default="$QIGRAPH, else ./graph.qi",
    help="The graph folder to check where no file is given.",
)
@format_option
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], graph: str, format: str | None) -> None:
    """Check a graph by the SHACL shapes and the rules of quality of ontology/, and print what is wrong.

    Each line tells what is wrong, with what, and the sentence that it comes from. FILE is RDF: .ttl, .trig, .nt,
    .nq, .rdf or .jsonld; several are checked together. The exit code is 1 if there is an error.

    \b
    Examples:
      qigraph check -g my.qi
      qigraph check my-organisations.ttl --format csv
    """
    from qigraph.checking import as_rows, check_files, check_graph
    from qigraph.graph import open_graph

    found = check_files(files) if files else check_graph(open_graph(graph))
    errors = sum(finding.severity == "error" for finding in found)
    if found:
        print_rows(as_rows(found), format, "What is wrong")
    click.echo(f"{errors} errors, {len(found) - errors} warnings", err=True)
    if errors:
        ctx.exit(1)
