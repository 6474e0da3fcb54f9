"""``qigraph info``, ``facts``, ``explain`` and ``conflicts``: what a graph says, by which sentences."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from qigraph.cli.options import as_of_option, format_option, graph_option
from qigraph.cli.output import for_people, print_rows
from qigraph.cli.tidying import only, readable_quotes, short_quotes, without_empty
from qigraph.rows import Rows
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["conflicts", "explain", "facts", "info", "single_source"]

SHORT = ("subject", "relation", "object", "since", "until", "dating", "document", "quote")
"""Columns that a terminal has room for."""


@click.command(short_help="Summarise a graph.")
@as_of_option
@graph_option
@format_option
def info(graph: "Graph", as_of: str | None, format: str | None) -> None:
    """Count documents, entities by type and facts by relation; with --as-of, the facts that may hold then.

    \b
    Examples:
      qigraph info -g my.qi
    """
    rows: list[list[Any]] = [["document", document.name, document.facts] for document in graph.documents]
    facts = graph.facts(as_of)
    named = {end.id for fact in facts for end in (fact.subject, fact.object) if not isinstance(end, str)}
    types = Counter(e.type for e in graph.entities.values() if as_of is None or e.id in named)
    relations = Counter(fact.relation for fact in facts)
    rows += [["type", name, count] for name, count in types.most_common()]
    rows += [["relation", name, count] for name, count in relations.most_common()]
    rows += [["all", "documents", len(graph.documents)]]
    rows += [["all", "entities", types.total()], ["all", "facts", relations.total()]]
    print_rows(Rows(["what", "name", "count"], rows), format, str(graph.path))


@click.command(short_help="List facts, with the sentences behind them.")
@click.option("--relation", metavar="RELATION", help="Only facts of this relation, such as memberOf.")
@click.option("--about", metavar="NAME", help="Only facts on this entity: a name, acronym or alias.")
@as_of_option
@graph_option
@format_option
def facts(
    graph: "Graph", relation: str | None, about: str | None, as_of: str | None, format: str | None
) -> None:
    """List facts, one line a sentence behind them.

    \b
    Examples:
      qigraph facts --relation memberOf --about INetQI --as-of 2019
      qigraph facts --about BIPM --format csv > bipm.csv
    """
    from qigraph.graph import fact_rows

    rows = fact_rows(graph.facts(as_of, relation, about), as_of)
    print_rows(_shortened(rows) if for_people(format) else rows, format, "Facts")


@click.command(short_help="Show the sentences behind an entity, or behind what joins two.")
@click.argument("name")
@click.argument("other", metavar="[NAME2]", required=False)
@click.option(
    "--names", is_flag=True, help="Show by what name each document knows it, and why these are one."
)
@as_of_option
@graph_option
@format_option
def explain(
    graph: "Graph", name: str, other: str | None, names: bool, as_of: str | None, format: str | None
) -> None:
    """Show the sentences behind all that is known of NAME, or behind what joins NAME and NAME2.

    \b
    Examples:
      qigraph explain INetQI
      qigraph explain INetQI --names
      qigraph explain BIPM ILAC --format json
      qigraph explain INetQI --as-of 2019-03
    """
    if names:
        if other is not None:
            raise click.UsageError("--names explains one entity: name one")
        if as_of is not None:
            raise click.UsageError("--names has no date: leave out --as-of")
        print_rows(graph.known_as(name), format, "By what name each document knows it")
        return
    rows = graph.explain(name, other, as_of)
    if not for_people(format):
        print_rows(rows, format)
        return
    for entity in [graph.find(end) for end in (name, other) if end is not None]:
        codes = "".join(f", {scheme} {code}" for scheme, code in entity.codes)
        also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
        click.echo(visible(f"{entity.label} ({entity.type}, {entity.id}{codes}){also}"))
    print_rows(
        without_empty(
            readable_quotes(only(rows, [name for name in (*SHORT, "rule") if name in rows.columns]))
        ),
        "table",
    )


@click.command("single-source", short_help="List what rests on one document only.")
@click.option("--relation", metavar="RELATION", help="Only facts of this relation, such as memberOf.")
@as_of_option
@graph_option
@format_option
def single_source(graph: "Graph", relation: str | None, as_of: str | None, format: str | None) -> None:
    """List the facts that one document alone states, whatever date it gives.

    \b
    Examples:
      qigraph single-source --relation chairs
      qigraph single-source --as-of 2019 --format csv
    """
    from qigraph.graph import fact_rows

    rows = fact_rows(graph.single_source(as_of, relation), as_of)
    print_rows(_shortened(rows) if for_people(format) else rows, format, "Stated by one document only")


@click.command(short_help="List on what the documents disagree.")
@graph_option
@format_option
def conflicts(graph: "Graph", format: str | None) -> None:
    """List dates that cannot both be right, with the sentences that state them.

    \b
    Examples:
      qigraph conflicts -g my.qi
    """
    rows = graph.conflicts()
    if for_people(format):
        rows = without_empty(
            readable_quotes(only(rows, ["subject", "relation", "object", "date", "document", "quote"]))
        )
    print_rows(rows, format, "Conflicts")


def _shortened(rows: Rows) -> Rows:
    """Fewer columns and the beginning of long quotes."""
    return without_empty(short_quotes(only(rows, [name for name in SHORT if name in rows.columns])))
