"""``qigraph overlaps`` and ``gaps``: what the facts say between the lines, and by which sentences."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from qigraph.cli.listing import LONGEST_QUOTE, Finding, print_findings
from qigraph.cli.options import as_of_option, format_option, graph_option
from qigraph.cli.output import for_people, print_rows
from qigraph.rows import Rows
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.analysis.gaps import Gap, Gaps
    from qigraph.analysis.overlap_result import Overlap, Overlaps
    from qigraph.facts import Fact
    from qigraph.graph import Graph

__all__ = ["gaps", "overlaps"]

LAYERS = ("topics", "goals", "instruments", "networks", "bodies", "agreements", "events")
GAPS = ("channel", "topic", "goal", "agreement", "single-point")
NULLS = ("bicm", "hypergeometric")
DATA = ("json", "jsonl", "csv")

null_option = click.option(
    "--null",
    type=click.Choice(NULLS),
    default="bicm",
    show_default=True,
    help="What chance is: bicm knows that some items are popular, hypergeometric does not.",
)
about_option = click.option(
    "--about", metavar="NAME", help="Only what concerns this one: a name, acronym or alias."
)
top_option = click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")


@click.command(short_help="Rank pairs of organisations whose work overlaps.")
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be repeated."
)
@about_option
@click.option("--between", nargs=2, metavar="A B", help="Explain one pair in full, with all sentences.")
@null_option
@click.option("--min-shared", type=click.IntRange(min=1), default=1, show_default=True, metavar="N")
@top_option
@as_of_option
@graph_option
@format_option
def overlaps(
    graph: "Graph",
    layers: tuple[str, ...],
    about: str | None,
    between: tuple[str, str] | None,
    null: str,
    min_shared: int,
    top: int,
    as_of: str | None,
    format: str | None,
) -> None:
    """Rank pairs of organisations by how surely they share more than chance.

    Each layer is judged by itself; p and q combine the layers. Without --as-of, the newest date in the graph
    is taken.

    \b
    Examples:
      qigraph overlaps --top 5
      qigraph overlaps --layer topics --layer goals --about BIPM
      qigraph overlaps --between BIPM OIML --format json
    """
    from qigraph.analysis import overlap
    from qigraph.analysis.what_was_read import newest_date

    facts = graph.facts()
    date = as_of or newest_date(facts)
    chosen = layers or LAYERS
    if between:
        first, second = (graph.find(name).id for name in between)
        pair = overlap.explain_pair(facts, first, second, chosen, date, null)
        _explain(pair, facts, date, null, format)
        return
    wanted = graph.find(about).id if about else None
    found = overlap.overlaps(facts, chosen, date, null, min_shared, wanted, top)
    if for_people(format):
        print_findings(map(_pair_found, found), found.heading)
    else:
        _print(found.to_rows() if format in DATA else _short_overlaps(found), format, found.heading)


@click.command(short_help="Rank the channels that are missing between organisations.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(GAPS), help="Only this kind; may be repeated."
)
@about_option
@null_option
@top_option
@as_of_option
@graph_option
@format_option
def gaps(
    graph: "Graph",
    kinds: tuple[str, ...],
    about: str | None,
    null: str,
    top: int,
    as_of: str | None,
    format: str | None,
) -> None:
    """List missing channels, topics and goals that nobody or one covers, old agreements, and single points.

    What no document here names may exist all the same: each missing channel says what was read about the two.
    --top holds for each kind. Without --as-of, the newest date in the graph is taken.

    \b
    Examples:
      qigraph gaps --kind channel --about BIPM
      qigraph gaps --kind agreement --as-of 2020
      qigraph gaps --format json > gaps.json
    """
    from qigraph.analysis import gaps as analysis

    wanted = graph.find(about).id if about else None
    found = analysis.gaps(graph.facts(), kinds or GAPS, as_of, null, wanted, top)
    if for_people(format):
        print_findings(map(_gap_found, found.found), found.heading)
    else:
        _print(found.to_rows() if format in DATA else _short_gaps(found), format, found.heading)


def _print(rows: Rows, format: str | None, heading: str) -> None:
    """Print a table under its heading; beside plain data, the heading goes to standard error."""
    if not for_people(format):
        click.echo(visible(heading), err=True)
    print_rows(rows, format, heading)


def _pair_found(pair: "Overlap") -> Finding:
    shared = ", ".join(
        f"{layer.layer} {len(layer.shared)} (expected {layer.expected:.2f})" for layer in pair.sharing
    )
    figures = f"shared {shared}; p {_probability(pair.p)}, q {_probability(pair.q)}"
    facts = min(pair.sharing, key=lambda layer: layer.p).facts
    return Finding("", _names(pair), (figures, pair.because), _first_sentences(facts))


def _gap_found(gap: "Gap") -> Finding:
    return Finding(gap.kind, _subject(gap), (gap.because,), _first_sentences(gap.facts))


def _short_overlaps(found: "Overlaps") -> Rows:
    rows = [
        [
            _names(pair),
            ", ".join(f"{layer.layer} {len(layer.shared)}" for layer in pair.sharing),
            ", ".join(f"{layer.layer} {layer.expected:.2f}" for layer in pair.sharing),
            _probability(pair.p),
            _probability(pair.q),
            pair.because,
            _quotes(min(pair.sharing, key=lambda layer: layer.p).facts),
        ]
        for pair in found
    ]
    return Rows(["organisations", "shared", "expected", "p", "q", "because", "sentence"], rows)


def _short_gaps(found: "Gaps") -> Rows:
    rows = [[gap.kind, _subject(gap), gap.because, _quotes(gap.facts)] for gap in found.found]
    return Rows(["kind", "what", "because", "sentence"], rows)


def _subject(gap: "Gap") -> str:
    from qigraph.names import short_name

    return " – ".join(map(short_name, gap.entities if gap.kind == "channel" else gap.entities[:1]))


def _explain(pair: "Overlap", facts: "list[Fact]", date: str | None, null: str, format: str | None) -> None:
    from qigraph.analysis.channels import channels

    ways = channels(facts, date).between(pair.first.id, pair.second.id)
    heading = pair.heading(null, date)
    if format in DATA:
        _print(pair.to_rows(ways), format, heading)
        return
    columns = [
        "layer",
        "shared",
        "of the first",
        "of the second",
        "expected",
        "jaccard",
        "containment",
        "p",
        "q",
    ]
    figures = [
        [
            layer.layer,
            len(layer.shared),
            layer.first_items,
            layer.second_items,
            round(layer.expected, 3),
            round(layer.jaccard, 3),
            f"{layer.containment:.2f} ({layer.contained})",
            _probability(layer.p),
            _probability(layer.q),
        ]
        for layer in pair.layers
    ]
    _print(Rows(columns, figures), format, heading)
    click.echo()
    print_rows(
        _columns(pair.to_rows(ways), ("by", "what", "subject", "relation", "document", "quote")), format
    )


def _columns(rows: Rows, names: tuple[str, ...]) -> Rows:
    places = [rows.columns.index(name) for name in names]
    return Rows(list(names), [[row[place] for place in places] for row in rows.rows])


def _names(pair: "Overlap") -> str:
    from qigraph.names import short_name

    return f"{short_name(pair.first)} – {short_name(pair.second)}"


def _probability(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else f"{value:.0e}"


def _first_sentences(facts: "Iterable[Fact]") -> tuple[tuple[str, str], ...]:
    """Document and sentence of the first fact, and of the first of another organisation."""
    told: dict[str, tuple[str, str]] = {}
    for fact in facts:
        told.setdefault(fact.subject.id, (fact.evidence[0].document, fact.evidence[0].quote))
    return tuple(told.values())[:2]


def _quotes(facts: "Iterable[Fact]") -> str:
    from textwrap import shorten

    short = (
        (document, shorten(quote, LONGEST_QUOTE, placeholder=" …"))
        for document, quote in _first_sentences(facts)
    )
    return " / ".join(dict.fromkeys(f"“{quote}” ({document})" for document, quote in short))
