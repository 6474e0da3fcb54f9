"""The command line: a thin skin, one file a family of commands, each imported only when it is used."""

import difflib
import errno
import importlib
import keyword
import sys

import click

from qigraph.errors import QigraphError

__all__ = ["COMMANDS", "cli", "main"]

COMMANDS = {
    "extract": ("extract", "Print the facts that documents state."),
    "build": ("build", "Make or update a graph folder from documents, tables and RDF."),
    "import": ("build", "Add RDF to a graph, or make one of it."),
    "fetch": ("fetch", "Download known sources from their publishers, or list them."),
    "remove": ("build", "Take documents, and what only they state, out of a graph."),
    "diff": ("difference", "List what one graph states and another does not."),
    "info": ("facts", "Summarise a graph."),
    "facts": ("facts", "List facts, with the sentences behind them."),
    "explain": ("facts", "Show the sentences behind an entity, or behind what joins two."),
    "single-source": ("facts", "List what rests on one document only."),
    "conflicts": ("facts", "List on what the documents disagree."),
    "check": ("check", "Check a graph, or files of RDF, for what is wrong."),
    "sparql": ("query", "Run a SPARQL query."),
    "cypher": ("query", "Run a Cypher query."),
    "ask": ("query", "List or run the prepared questions."),
    "serve": ("serve", "Publish the graph over HTTP: SPARQL, Cypher, pages."),
    "overlaps": ("analysis", "Rank pairs of organisations whose work overlaps."),
    "gaps": ("analysis", "Rank the channels that are missing between organisations."),
    "view": ("pages", "Write the network as one offline web page."),
    "report": ("pages", "Write the report on overlaps and gaps."),
    "export": ("export", "Write the graph in another format."),
    "push": ("servers", "Copy the graph to Neo4j or a SPARQL server."),
    "pull": ("servers", "Copy a pushed graph back from a server."),
}
"""Each command: the module of this package that holds it, and what it does in one line."""

INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"qigraph.cli.{COMMANDS[cmd_name][0]}")
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command = getattr(module, name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may have been meant."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f": did you mean {near[0]}?" if near else ": see qigraph --help"
            raise click.UsageError(f"no command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what a user can mend becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except QigraphError as error:
            _say(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            _say("interrupted")
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            _say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
            ctx.exit(1)


def _say(message: str) -> None:
    """Print one line on standard error."""
    from qigraph.safe_text import visible

    click.echo(f"qigraph: {visible(message)}", err=True)


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        import qigraph

        click.echo(f"qigraph {qigraph.__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start: qigraph build *.txt -o my.qi, then export QIGRAPH=my.qi and qigraph facts.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Read documents on quality-infrastructure organisations into a graph whose facts all have a quote.

    Exit codes: 0 done, 1 the input or the query was bad, 2 the command line was, 3 nothing of that name was
    found.
    """


def main() -> None:
    """Run the command line."""
    try:
        cli(prog_name="qigraph")
    except OSError as error:  # help and messages are printed before a command runs
        _say(error.strerror or str(error))
        sys.exit(1)
