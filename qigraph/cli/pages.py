"""``qigraph view`` and ``report``: what people open, print and pass on."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qigraph.cli.options import as_of_option, graph_option
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["report", "view"]


def _types(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The types in a list with commas; a slip of the pen is answered with what was meant."""
    import difflib

    from qigraph.schema import TYPES

    known = {name.lower(): name for name in TYPES}
    wanted = [part.strip().lower() for part in (value or "").split(",") if part.strip()]
    for part in wanted:
        if part not in known:
            near = difflib.get_close_matches(part, known, n=1)
            hint = f"did you mean {known[near[0]]}?" if near else f"types are {', '.join(TYPES)}"
            raise click.BadParameter(f"no type {part!r}: {hint}", ctx, parameter)
    return tuple(known[part] for part in wanted)


@click.command(short_help="Write the network as one offline web page.")
@click.option(
    "-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The .html file."
)
@click.option("--title", metavar="TEXT", help="Heading of the page. Default: the name of the graph.")
@click.option("--about", metavar="NAME", help="Only what lies around this entity: a name, acronym or alias.")
@click.option(
    "--depth",
    type=click.IntRange(1, 5),
    default=1,
    show_default=True,
    help="With --about: how many steps around it.",
)
@click.option(
    "--types",
    metavar="TYPES",
    callback=_types,
    help="Only entities of these types: Organisation,Network.",
)
@as_of_option
@graph_option
def view(
    graph: "Graph",
    output: Path,
    title: str | None,
    about: str | None,
    depth: int,
    types: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Write the network to FILE: one page that works offline, with the sentence behind every line.

    \b
    Examples:
      qigraph view -o network.html
      qigraph view -o inetqi.html --about INetQI --depth 2 --as-of 2019
      qigraph view -o members.html --types Organisation,Network --title "Who is where"
    """
    from qigraph.errors import InputError
    from qigraph.pages import MANY
    from qigraph.pages.neighbourhood import around, between_types
    from qigraph.pages.network import network_page
    from qigraph.writing import check_writable, write_whole

    if output.suffix.lower() not in (".html", ".htm"):
        raise InputError(f"{output}: the network is written as a web page: name a file that ends in .html")
    check_writable(output)
    if depth > 1 and not about:
        raise click.UsageError("--depth counts steps around an entity: name it with --about")
    facts = graph.facts(as_of)
    centre = graph.find(about) if about else None
    if types:
        facts = between_types(facts, {*types, *([centre.type] if centre else [])})
    if centre:
        facts = around(facts, centre.id, depth)
    heading = title or " – ".join(
        part
        for part in (graph.path.resolve().stem, centre and centre.label, as_of and f"as of {as_of}")
        if part
    )
    page = network_page(facts, heading)
    write_whole(output, page.encode())
    entities = len({end.id for f in facts for end in (f.subject, f.object) if not isinstance(end, str)})
    if entities > MANY:
        _say(f"{entities} entities are many to draw: --about or --types shows fewer")
    _say(f"wrote {output}: {entities} entities, {len(facts)} facts")


@click.command(short_help="Write the report on overlaps and gaps.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file; its suffix tells the format: .html, .md or .json.",
)
@click.option("--title", metavar="TEXT", help="Heading of the report. Default: the name of the graph.")
@as_of_option
@graph_option
def report(graph: "Graph", output: Path, title: str | None, as_of: str | None) -> None:
    """Write the report to FILE: overlaps, gaps, coverage, disagreements, each with its sentences.

    \b
    Examples:
      qigraph report -o report.html
      qigraph report -o report.md --as-of 2019 --title "Quality infrastructure in 2019"
    """
    from qigraph.analysis.gaps import gaps
    from qigraph.analysis.overlap import overlaps
    from qigraph.errors import InputError
    from qigraph.graph.conflicts import conflicts
    from qigraph.pages.report import FORMATS
    from qigraph.pages.report import report as write
    from qigraph.pages.sources import Source
    from qigraph.writing import check_writable, write_whole

    format = output.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise InputError(f"{output}: the report is written as .{', .'.join(FORMATS)}: choose one of these")
    check_writable(output)
    facts = graph.facts(as_of)
    documents = [Source(document.name) for document in graph.documents]
    heading = title or f"Overlaps and gaps: {graph.path.resolve().stem}"
    found, missing = overlaps(facts, as_of=as_of), gaps(facts, as_of=as_of)
    write_whole(output, write(facts, documents, found, missing, conflicts(facts), format, heading))
    _say(f"wrote {output}: {len(found)} pairs from {len(facts)} facts")


def _say(message: str) -> None:
    click.echo(visible(f"qigraph: {message}"), err=True)
