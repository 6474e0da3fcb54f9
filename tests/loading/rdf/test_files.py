"""RDF files: every format, and those that are broken, hostile, or want the network."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from qigraph.errors import InputError
from qigraph.loading.inputs import read_inputs
from qigraph.loading.rdf.files import load_rdf, read_rdf
from qigraph.loading.rdf.lines import as_text
from qigraph.loading.sources import facts_in
from qigraph.reading import LARGEST
from tests.loading.tables.tables import REGISTRY

LAB = {
    "ttl": '@prefix s: <https://schema.org/> . <urn:l> a s:Organization ; s:name "L" ; s:foundingDate "1996" .',
    "nt": '<urn:l> a "L" .'.replace('a "L"', '<https://schema.org/foundingDate> "1996"'),
    "nq": '<urn:l> <https://schema.org/foundingDate> "1996" <urn:g> .',
    "trig": '<urn:g> { <urn:l> <https://schema.org/foundingDate> "1996" }',
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="https://schema.org/">'
    '<rdf:Description rdf:about="urn:l"><s:foundingDate>1996</s:foundingDate></rdf:Description></rdf:RDF>',
    "jsonld": '{"@context": "https://schema.org", "@id": "urn:l", "@type": "Organization", "foundingDate": "1996"}',
}


@pytest.mark.parametrize("suffix", LAB)
def test_every_format_states_the_same(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"lab.{suffix}"
    path.write_text(LAB[suffix])
    (text,) = read_inputs([path]).texts.values()
    assert [(f.relation, f.object) for f in facts_in(text, REGISTRY).facts] == [("established", "1996")]


def test_the_context_of_schema_org_needs_no_network_and_links_stay_links(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(
        '{"@context": ["http://schema.org/"], "@graph": [{"@id": "urn:l", "@type": "Organization", "name": "L", '
        '"memberOf": {"@type": "Organization", "name": "B", "sameAs": "https://ror.org/055vkyj43"}}]}'
    )
    (fact,) = facts_in(as_text("a.jsonld", read_rdf(path)), REGISTRY).facts
    assert fact.object_id == "bipm"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"\n<urn:a> <urn:b>", "line 2: is not RDF"),
        ("a.nq", b"<urn:a> <urn:b> .\n", "line 1: is not RDF"),
        ("a.jsonld", b'{"@id": ', "is not RDF"),
        ("a.jsonld", b"[" * 100_000, "is not RDF"),
        ("a.jsonld", b'{"@context": "https://schema.org", "a": ' + b"[" * 100_000, "is not RDF"),
        (
            "a.jsonld",
            b'{"@context": "https://else.example/c.jsonld"}',
            "its @context is at https://else.example",
        ),
        ("a.jsonld", b'{"@context": ["https://else.example/c"]}', "write that out into the file"),
        ("a.rdf", b"<rdf:RDF", "is not RDF"),
        ("a.rdf", BOMB.encode(), "defines an XML entity that is no namespace"),
        ("a.rdf", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "defines an XML entity"),
        ("a.ttl", b"\xff\xfe<\x00u\x00", "is not RDF"),
        ("a.ttl", b"", "no mapping reads RDF with these terms (none)"),
        ("a.ttl", b"<urn:a> <urn:b> " + b"[ <urn:c> " * 50_000, "is not RDF"),
        ("none.ttl", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_line(
    name: str, content: bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        read_inputs([path])
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(LAB["ttl"])
    with pytest.raises(InputError, match="RDF may have 0 MB: split it"):
        read_rdf(path, largest=10)


def test_a_graph_of_any_size_is_loaded_to_be_checked(tmp_path: Path) -> None:
    for suffix in ("ttl", "nq"):
        path = tmp_path / f"a.{suffix}"
        path.write_text(LAB[suffix])
        with path.open("a") as file:
            file.write(("\n# " + "x" * 1_000_000) * (LARGEST // 1_000_000 + 1) + "\n")
        store = ox.Store()
        load_rdf(store, path)
        assert len(store) > 0
        with pytest.raises(InputError, match="split it"):
            read_rdf(path)


def test_entities_that_shorten_namespaces_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rdf"
    path.write_text(
        '<!DOCTYPE r [<!ENTITY s "https://schema.org/">]>' + LAB["rdf"].replace("https://schema.org/", "&s;")
    )
    assert len(read_rdf(path)) == 1


def test_a_value_without_end_is_refused_with_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('<urn:a> <urn:b> "' + "x" * 20_000_000 + '" .')
    with pytest.raises(InputError, match="longer than RDF is read with"):
        read_rdf(path)


def test_deeply_nested_nodes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<urn:a> <urn:b> " + "[ <urn:c> " * 3000 + "1" + "]" * 3000 + " .")
    assert len(as_text("a.ttl", read_rdf(path)).characters.splitlines()) == 3001


def test_nameless_nodes_that_form_a_ring_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("_:a <urn:p> _:b . _:b <urn:p> _:a .")
    text = as_text("a.ttl", read_rdf(path)).characters
    assert text == "_:b1 <urn:p> _:b2 .\n_:b2 <urn:p> _:b1 .\n"
