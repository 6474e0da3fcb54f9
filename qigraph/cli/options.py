"""Options that many commands share, so that they are spelt, described and checked in one place."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["FORMATS", "as_of_option", "folder_option", "format_option", "graph_option", "recipe_option"]

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "markdown")
"""How rows can be printed."""


def _open(ctx: click.Context, _: click.Parameter, value: str) -> "Graph | str":
    from qigraph.graph import open_graph

    return value if ctx.resilient_parsing else open_graph(value)


def _checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from qigraph.errors import InputError
    from qigraph.graph import check_date

    try:
        return None if value is None else check_date(value)
    except InputError as error:
        raise click.BadParameter(str(error), ctx, parameter) from error


def recipe_option(command: F) -> F:
    """Add ``--recipe FILE``, which the command takes as ``recipe``."""
    return click.option(
        "--recipe",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="How rows of tables, or terms of RDF, become facts (docs/tables.md). Default: the recipe that knows them.",
    )(command)


def graph_option(command: F) -> F:
    """Add ``-g/--graph DIR``; the command takes the opened graph as ``graph``."""
    return click.option(
        "-g",
        "--graph",
        metavar="DIR",
        callback=_open,
        envvar="QIGRAPH",
        default="graph.qi",
        show_default="$QIGRAPH, else ./graph.qi",
        help="The graph folder.",
    )(command)


def folder_option(command: F) -> F:
    """Add ``-g/--graph DIR``; the command takes the name of the folder as ``folder``."""
    return click.option(
        "-g",
        "--graph",
        "folder",
        metavar="DIR",
        envvar="QIGRAPH",
        default="graph.qi",
        show_default="$QIGRAPH, else ./graph.qi",
        help="The graph folder.",
    )(command)


def format_option(command: F) -> F:
    """Add ``--format``; the command takes it as ``format`` and gives it to :func:`output.print_rows`."""
    return click.option(
        "--format",
        "format",
        type=click.Choice(FORMATS),
        help="How to print. Default: a table for people, tab-separated lines when piped.",
    )(command)


def as_of_option(command: F) -> F:
    """Add ``--as-of DATE``; the command takes it as ``as_of``, a checked date or None."""
    return click.option(
        "--as-of",
        "as_of",
        metavar="DATE",
        callback=_checked,
        help="Only what may hold on this date: 2012, 2012-06 or 2012-06-30.",
    )(command)
