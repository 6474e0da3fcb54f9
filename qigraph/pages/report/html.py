"""The report as one HTML file: no script, its style inside, made to be printed too."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from qigraph.pages.report.model import Listing, Paragraph, Quote, Report, Section, Table

__all__ = ["to_html"]

_TEMPLATES = Path(__file__).parent.parent / "templates"


def to_html(report: Report) -> bytes:
    """Render a report; every text is escaped, and the page may run and fetch nothing."""
    style = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests.update(
        section=lambda block: isinstance(block, Section),
        table=lambda block: isinstance(block, Table),
        listing=lambda block: isinstance(block, Listing),
        paragraph=lambda block: isinstance(block, Paragraph),
        quote=lambda cell: isinstance(cell, Quote),
    )
    page = environment.get_template("report.html").render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own file
        digest=digest,
    )
    return page.encode("utf-8", "replace")
