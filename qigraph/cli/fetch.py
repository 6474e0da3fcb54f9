"""``qigraph fetch``: known sources from their publishers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qigraph.cli.options import format_option
from qigraph.cli.output import print_rows
from qigraph.cli.progress import progress_bar
from qigraph.rows import Rows
from qigraph.safe_text import visible

if TYPE_CHECKING:
    from qigraph.fetching.sources import SourceFile

__all__ = ["fetch"]


@click.command(short_help="Download known sources from their publishers, or list them.")
@click.argument("names", metavar="[NAME]…", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="List the known sources; so does no NAME.")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=".",
    show_default="the current folder",
    help="The folder to put the files in.",
)
@click.option(
    "--sources",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A list of sources of your own, in the form of loaders/sources.yaml.",
)
@format_option
def fetch(
    names: tuple[str, ...], listed: bool, output: Path, sources: Path | None, format: str | None
) -> None:
    """Download the sources called NAME from their publishers, to build graphs of them.

    This alone of all commands needs a network. A file that never changes is held against its checksum; of one that
    its publisher writes anew, the checksum and the day stand beside it in a .fetched file. What was broken off goes
    on where it stopped when the command is run again.

    \b
    Examples:
      qigraph fetch
      qigraph fetch sdg iso-open-data -o sources
      qigraph build sources -o my.qi
    """
    from qigraph.fetching import fetch as fetch_source
    from qigraph.fetching import known_sources

    known = known_sources(sources)
    if listed or not names:
        rows = [
            [
                source.name,
                source.title,
                len(source.files),
                _pinned(source.files[0]),
                source.licence,
                source.page,
            ]
            for source in known.values()
            if source.files
        ]
        print_rows(
            Rows(["name", "title", "files", "pinned", "licence", "page"], rows), format, "Known sources"
        )
        return
    if unknown := [name for name in names if name not in known]:
        from qigraph.errors import NotFoundError

        raise NotFoundError(f"no source {unknown[0]!r}: known are {', '.join(known)}")
    for name in names:
        with progress_bar() as progress:
            files = fetch_source(name, output, sources=sources, progress=progress)
        for file in files:
            done = "fetched" if file.changed else "is there already"
            click.echo(visible(f"{file.path}: {done}, {file.bytes:,} bytes, sha256 {file.sha256[:12]}…"))
        click.echo(visible(f"{known[name].title}: {known[name].licence}"))


def _pinned(file: "SourceFile") -> str:
    return f"sha256 {file.sha256[:12]}…" if file.sha256 else f"no: {file.changes}"
