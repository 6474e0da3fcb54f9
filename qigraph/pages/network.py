"""The network page: one HTML file that shows a graph with the sentences behind it, offline, without a server.

pyvis builds the network; its own template is not used, because it asks other sites for parts of itself and
does not escape what it is given. The page carries vis-network, one script and one style sheet, and a content
security policy that lets nothing else run and nothing be fetched.
"""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from qigraph.facts import Fact
from qigraph.pages.appearance import LOOKS, SHAPES, theme_css
from qigraph.pages.network_data import NetworkData, network_data
from qigraph.pages.sources import Source
from qigraph.pages.wording import inverse_words, relation_words
from qigraph.schema import RELATIONS

__all__ = ["network_page"]

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_VIS_NETWORK = _HERE / "vendor" / "vis-network" / "vis-network.min.js"
_VIS_NETWORK_VERSION = "10.1.5"
_SCRIPTS = ("model", "hash", "drawing", "labels", "panel", "search", "table", "legend", "main")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def network_page(facts: Sequence[Fact], title: str, documents: Sequence[Source] = ()) -> str:
    """Build the network page.

    Parameters
    ----------
    facts : sequence of Fact
        What to show. Entities become nodes; all facts between two entities share one drawn edge.
    title : str
        Heading of the page and name of its window.
    documents : sequence of Source
        Titles, dates and links of the documents; those not given are shown by the name in the evidence.

    Returns
    -------
    str
        The whole page, the same for the same arguments.

    Examples
    --------
    >>> page = network_page([], "Nothing yet")
    >>> page.splitlines()[0], "<title>Nothing yet</title>" in page
    ('<!doctype html>', True)
    """
    page = _Page(network_data(facts, documents), _SURROGATE.sub("\ufffd", title))
    return str(page.generate_html())


class _Page(Network):  # type: ignore[misc]
    """A pyvis network that fills our template, with every text escaped."""

    def __init__(self, data: NetworkData, title: str) -> None:
        super().__init__(heading=title, cdn_resources="in_line")
        # add_edge looks through all edges every time: lists that are right already are taken as they are.
        self.nodes, self.edges = data.nodes, data.edges
        self.node_ids = [node["id"] for node in data.nodes]
        self.node_map = dict(zip(self.node_ids, data.nodes, strict=True))
        self.options = _options(len(data.nodes))
        self.path = "network.html"
        self.templateEnv = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined
        )
        self.templateEnv.filters["data"] = _data_block
        self.templateEnv.globals.update(
            _parts() | _counts(data), records=data.records, page_options=self.options
        )


def _options(count: int) -> dict[str, Any]:
    """Options of vis-network: it draws and reacts; places, labels and selection are ours."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "edges": {"smooth": False, "arrowStrikethrough": False, "selectionWidth": 0, "hoverWidth": 0},
        "nodes": {"borderWidth": 2, "borderWidthSelected": 4},
        "interaction": {
            "hover": True,
            "tooltipDelay": 250,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": count > 2000,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
    }


def _parts() -> dict[str, Any]:
    """Scripts and style of the page, and the policy that admits them by their hashes."""
    folder = _TEMPLATES / "network"
    library = _VIS_NETWORK.read_text(encoding="utf-8")
    pieces = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    script = "(() => {\n'use strict';\n" + "\n".join(pieces) + "})();\n"
    light, dark = theme_css(dark=False), theme_css(dark=True)
    themes = f":root{{{light}}}\n@media (prefers-color-scheme: dark){{:root{{{dark}}}}}\n"
    looks = "".join(f".look-{name}{{fill:var(--fill-{name});stroke:var(--line-{name})}}\n" for name in LOOKS)
    style = (folder / "network.css").read_text(encoding="utf-8") + themes + looks
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return {
        "policy": Markup(policy),  # noqa: S704 - our own files and hashes, not text from documents
        "library_version": _VIS_NETWORK_VERSION,
        "library": Markup(library),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
    }


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _counts(data: NetworkData) -> dict[str, Any]:
    """What the legend and the footer count."""
    facts = data.records["facts"]
    types = Counter(node["type"] for node in data.nodes)
    relations = Counter(fact["relation"] for fact in facts)
    derived = sum(fact["derived"] for fact in facts)
    dates = sorted(d[:4] for fact in facts for d in (fact["since"], fact["until"], fact["literal"]) if d)
    return {
        "types": [(name, types[name], SHAPES[LOOKS[name].shape]) for name in LOOKS if types[name]],
        "relations": [(name, relation_words(name), relations[name]) for name in RELATIONS if relations[name]],
        "origins": [
            (name, count) for name, count in (("stated", len(facts) - derived), ("derived", derived))
        ],
        "undated": sum(not (fact["since"] or fact["until"] or fact["literal"]) for fact in facts),
        "years": (dates[0], dates[-1]) if dates else None,
        "words": {name: [relation_words(name), inverse_words(name)] for name in RELATIONS},
    }


def _data_block(value: object) -> Markup:
    """JSON that can stand in a script element: nothing in it can end the element or break a line."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: S704
