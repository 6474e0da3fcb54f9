"""Findings for people: a few wrapped lines each, since a table has no room for a reason and a sentence."""

import shutil
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

import click

from qigraph.safe_text import readable, visible

__all__ = ["Finding", "print_findings"]

WIDEST = 110
"""Columns that a line of prose may have, however wide the terminal."""

LONGEST_QUOTE = 160
REMINDER = 50
"""Characters of a sentence that was shown before."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one finding says.

    Parameters
    ----------
    group : str
        Printed over the first finding of the group; may be empty.
    title : str
    lines : tuple of str
        Figures and reasons, each of which begins a line.
    quotes : tuple of (str, str)
        Sentences, each with its document.
    """

    group: str
    title: str
    lines: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...] = ()


def print_findings(findings: Iterable[Finding], heading: str) -> None:
    """Print findings under a heading, no wider than the terminal; a sentence shown before is only begun.

    Parameters
    ----------
    findings : iterable of Finding
    heading : str

    Examples
    --------
    >>> print_findings([Finding("", "RSB – SIS", ("bodies 1",), (("a.md", "RSB joined."),))], "Overlaps")
    Overlaps
    <BLANKLINE>
    RSB – SIS
      bodies 1
      “RSB joined.” (a.md)
    """
    findings = list(findings)
    if not findings:
        click.echo(visible(f"{heading}: none"))
        return
    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    click.echo(_wrapped(heading, width))
    group, told = "", set[tuple[str, str]]()
    for finding in findings:
        if finding.group != group:
            group = finding.group
            click.echo(f"\n{click.style(visible(group), underline=True)}")
        click.echo(f"\n{click.style(_wrapped(finding.title, width), bold=True)}")
        quotes = [_told(quote, told) for quote in _different(finding.quotes)]
        for line in (*finding.lines, *quotes):
            click.echo(_wrapped(line, width, "  "))


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
    )


def _different(quotes: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The quotes as they read, without those that only begin another one of the same document."""
    found = list(dict.fromkeys((document, readable(quote)) for document, quote in quotes))
    return [
        (document, quote)
        for document, quote in found
        if not any(other != quote and where == document and other.startswith(quote) for where, other in found)
    ]


def _told(quote: tuple[str, str], told: set[tuple[str, str]]) -> str:
    document, sentence = quote
    shown = textwrap.shorten(sentence, LONGEST_QUOTE, placeholder=" …")
    if (document, shown) in told and len(shown) > REMINDER:
        return f"“{textwrap.shorten(sentence, REMINDER, placeholder=' …')}” ({document}, as above)"
    told.add((document, shown))
    return f"“{shown}” ({document})"
