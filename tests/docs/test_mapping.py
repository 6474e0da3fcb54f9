"""The Turtle that ``docs/mapping.md`` shows is what an export of the samples holds."""

import subprocess

import pytest

from tests.docs.conftest import Desk
from tests.docs.pages import ROOT, blocks

rdflib = pytest.importorskip("rdflib")

MAPPING = ROOT / "docs" / "mapping.md"


def test_the_turtle_of_the_page_is_in_the_export(desk: Desk) -> None:
    subprocess.run(
        ["qigraph", "export", "-o", "graph.ttl"], cwd=desk.folder, env=desk.environment, check=True
    )
    exported = rdflib.Graph().parse(desk.folder / "graph.ttl")
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in exported.namespaces() if name)
    shown = rdflib.Graph()
    for block in blocks(MAPPING, "turtle"):
        shown.parse(data=prefixes + block.text, format="turtle")
    assert len(shown) > 10
    assert sorted(set(shown) - set(exported)) == []
