"""``qigraph build`` and ``remove``: what changes a graph folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qigraph.cli.difference import print_difference
from qigraph.cli.options import format_option, graph_option, recipe_option
from qigraph.cli.progress import progress_bar
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.graph import BuildReport, Graph

__all__ = ["build", "import_", "remove"]

MOST_LISTED = 12
BOUND = "\N{NO-BREAK SPACE}"


_output_option = click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    envvar="QIGRAPH",
    default="graph.qi",
    show_default="$QIGRAPH, else ./graph.qi",
    help="The graph folder to make or update.",
)


@click.command(short_help="Make or update a graph folder from documents, tables and RDF.")
@click.argument("inputs", metavar="INPUT…", nargs=-1, required=True, type=click.Path(path_type=Path))
@_output_option
@recipe_option
@click.option("--fresh", is_flag=True, help="Forget what the graph holds and extract all documents anew.")
@click.option("--dry-run", is_flag=True, help="Change nothing: list what would be new, gone or in doubt.")
@format_option
def build(
    inputs: tuple[Path, ...],
    output: Path,
    recipe: Path | None,
    fresh: bool,
    dry_run: bool,
    format: str | None,
) -> None:
    """Make a graph folder of documents, or add documents to one.

    INPUT is a .txt, .md, .html, .pdf or .docx document, a table (.csv, .tsv, .jsonl, .json) for which there is a
    recipe, RDF (.ttl, .trig, .nq, .jsonld …), or a folder of them. The graph keeps what it holds already;
    one of the same name is replaced, and an unchanged one is not extracted again. If anything goes wrong, the
    former graph stays as it was.

    \b
    Examples:
      qigraph build documents/ -o my.qi
      qigraph build new-minutes.txt -o my.qi
      qigraph build new-minutes.txt -o my.qi --dry-run
      qigraph build iso_technical_committees.jsonl -o my.qi
      qigraph build our-mous.csv --recipe our-mous.yaml -o my.qi
    """
    from qigraph.graph import build as build_graph

    if format and not dry_run:
        raise click.UsageError("--format is for the rows of --dry-run")
    if dry_run:
        if fresh:
            raise click.UsageError("--dry-run compares with what the graph holds, which --fresh forgets")
        from qigraph.graph.rehearsal import rehearse

        with progress_bar() as progress:
            rows = rehearse(inputs, output, recipe=recipe, progress=progress)
        print_difference(rows, format)
        return
    with progress_bar() as progress:
        report = build_graph(inputs, output, recipe=recipe, fresh=fresh, progress=progress)
    _print_report(report)


@click.command("import", short_help="Add RDF to a graph, or make one of it.")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@_output_option
@recipe_option
def import_(files: tuple[Path, ...], output: Path, recipe: Path | None) -> None:
    """Add the facts of RDF to a graph folder, as "qigraph build" does, or make one of them.

    What "qigraph export" wrote comes back as it was. Of other RDF the terms of W3C ORG, schema.org, FOAF, SKOS,
    DCTERMS and PROV are known; the report counts those that no mapping knows (docs/tables.md).

    \b
    Examples:
      qigraph import graph.trig -o my.qi
      qigraph import ours.ttl --recipe our-terms.yaml -o my.qi
    """
    from qigraph.errors import InputError
    from qigraph.graph import build as build_graph
    from qigraph.reading.files import RDF

    for file in files:
        if not file.is_dir() and file.suffix.lower() not in RDF:
            raise InputError(f"{file}: is not RDF ({', '.join(RDF)}): take qigraph build")
    with progress_bar() as progress:
        report = build_graph(files, output, recipe=recipe, progress=progress)
    _print_report(report)


@click.command(short_help="Take documents, and what only they state, out of a graph.")
@click.argument("documents", metavar="DOCUMENT…", nargs=-1, required=True)
@graph_option
def remove(documents: tuple[str, ...], graph: "Graph") -> None:
    """Take documents out of a graph; facts that no other document states go with them.

    DOCUMENT is a name as "qigraph info" lists it.

    \b
    Examples:
      qigraph remove old-minutes.txt -g my.qi
    """
    from qigraph.graph import remove as remove_documents

    with progress_bar() as progress:
        report = remove_documents(documents, graph.path, progress=progress)
    _print_report(report)


def _print_report(report: "BuildReport") -> None:
    counts = [f"{len(report.read)} read", f"{len(report.unchanged)} unchanged"]
    if report.removed:
        counts.append(f"{len(report.removed)} removed")
    done = "built" if report.changed else "up to date"
    click.echo(f"{visible(str(report.path))}: {done} in {report.seconds:.1f} s")
    click.echo(f"  documents  {len(report.read) + len(report.unchanged)} ({', '.join(counts)})")
    click.echo(f"  entities   {report.entities}")
    click.echo(f"  facts      {report.facts}{_listed(report.relations)}")
    click.echo(f"  conflicts  {report.conflicts}{' (see qigraph conflicts)' if report.conflicts else ''}")
    click.echo(f"  dropped    {sum(report.dropped.values())}{_listed(report.dropped)}")
    if report.passed_over:
        others = ", ".join(f"{visible(suffix)} {count}" for suffix, count in report.passed_over.items())
        click.echo(f"  not read   {sum(report.passed_over.values())} of other formats ({others})")


def _listed(counts: dict[str, int]) -> str:
    """The most frequent ones, wrapped under the first, so that the report fits on a screen."""
    import textwrap

    if not counts:
        return ""
    words = [f"{visible(name)}{BOUND}{count}" for name, count in counts.items()]
    if len(words) > MOST_LISTED:
        others = sum(list(counts.values())[MOST_LISTED:])
        words = [*words[:MOST_LISTED], f"others{BOUND}{others}"]
    return "\n" + textwrap.indent(textwrap.fill(", ".join(words), 80), " " * 13).replace(BOUND, " ")
