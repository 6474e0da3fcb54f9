"""``qigraph extract``: the facts of documents, without a graph."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qigraph.cli.options import recipe_option
from qigraph.cli.output import print_rows
from qigraph.rows import Rows
from qigraph.safe_text import json_text

if TYPE_CHECKING:
    from qigraph.extraction import Extraction

__all__ = ["extract"]


@click.command(short_help="Print the facts that documents state.")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format",
    type=click.Choice(["jsonl", "table"]),
    help="How to print. Default: a table for people, JSON lines when piped.",
)
@recipe_option
@click.option("--explain", is_flag=True, help="Show the rule behind each fact, and what was dropped and why.")
def extract(files: tuple[Path, ...], format: str | None, recipe: Path | None, explain: bool) -> None:
    """Print the facts that documents state, each with the characters that state it.

    FILE is a .txt, .md, .html, .pdf or .docx document, a table (.csv, .tsv, .jsonl, .json), RDF
    (.ttl, .trig, .nq, .jsonld …), or a folder of them.
    No graph is touched.

    \b
    Examples:
      qigraph extract minutes.txt --format jsonl > facts.jsonl
      qigraph extract minutes.txt --explain
    """
    from qigraph.loading.inputs import read_inputs
    from qigraph.loading.registry import load_registry
    from qigraph.loading.sources import facts_in

    registry = load_registry()
    for text in read_inputs(files, recipe).texts.values():
        found = facts_in(text, registry)
        if format == "table" or (format is None and sys.stdout.isatty()):
            _print_tables(found, text.name, explain)
        else:
            _print_lines(found, text.name, explain)


def _print_lines(found: "Extraction", document: str, explain: bool) -> None:
    rows = [row for fact in found.facts for row in fact.to_json()]
    if explain:
        rows += _dropped(found, document).records()
    if rows:
        click.echo("\n".join(map(json_text, rows)))


def _dropped(found: "Extraction", document: str) -> Rows:
    rows: list[list[Any]] = [
        [d.reason, d.relation, document, d.start, d.stop, d.quote, d.rule] for d in found.dropped
    ]
    return Rows(["dropped", "relation", "document", "start", "stop", "quote", "rule"], rows)


def _print_tables(found: "Extraction", document: str, explain: bool) -> None:
    columns = ["subject", "relation", "object", "since", "until"]
    rows: list[list[Any]] = []
    for fact in found.facts:
        row = [fact.subject.label, fact.relation, fact.object_label, fact.interval.since, fact.interval.until]
        rows += [[*row, e.rule, e.quote] for e in fact.evidence] if explain else [row]
    print_rows(Rows(columns + ["rule", "quote"] * explain, rows), "table", f"Facts of {document}")
    if explain:
        print_rows(_dropped(found, document), "table", f"Dropped in {document}")
