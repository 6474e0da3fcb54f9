"""Checks a graph folder, or files of RDF."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from qigraph.checking.finding import Finding
from qigraph.checking.places import Places
from qigraph.checking.rules import VOCABULARY, broken_rules
from qigraph.checking.shapes import broken_shapes
from qigraph.loading.rdf.files import load_rdf
from qigraph.resources import resource

if TYPE_CHECKING:
    from qigraph.graph import Graph

__all__ = ["check_files", "check_graph"]


def check_graph(graph: "Graph") -> list[Finding]:
    """What is wrong with a graph.

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    list of Finding
        Errors first; each with a sentence that it comes from, where there is one.
    """
    return check_files([graph.generation / "graph.nq"])


def check_files(paths: Iterable[Path]) -> list[Finding]:
    """What is wrong with the RDF of some files, taken together.

    Parameters
    ----------
    paths : iterable of Path
        Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD, by suffix.

    Raises
    ------
    InputError
        If one cannot be read; the message names the line.

    Returns
    -------
    list of Finding
        Errors first.
    """
    loaded = ox.Store()
    for path in paths:
        load_rdf(loaded, path)
    store = ox.Store()  # of one graph: rules that look through hundreds of them are slow
    store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in loaded)
    triples = sorted(str(quad.triple) for quad in store)
    store.load(path=resource("ontology/qi.ttl"), format=ox.RdfFormat.TURTLE, to_graph=VOCABULARY)
    found = {*broken_shapes("".join(f"{triple} .\n" for triple in triples).encode()), *broken_rules(store)}
    places = Places(store)
    return sorted((_placed(finding, places) for finding in found), key=_order)


def _placed(finding: Finding, places: Places) -> Finding:
    label, document, quote = places.of(finding.node)
    return replace(finding, label=label, document=document, quote=quote)


def _order(finding: Finding) -> tuple[bool, str, str, str]:
    return finding.severity != "error", finding.rule, finding.node, finding.problem
