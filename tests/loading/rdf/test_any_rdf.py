"""Laws for RDF of any shape: nothing is lost without a word, every quote is a slice, nothing depends on the order."""

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.loading.rdf.facts import rdf_facts
from qigraph.loading.rdf.lines import MEDIA_TYPE, as_text, lines_of
from qigraph.loading.rdf.mapping import mapping_for, term
from qigraph.reading import Text
from qigraph.stores.terms import PREFIXES
from tests.loading.tables.tables import REGISTRY

MAPPING = mapping_for()
TYPE = PREFIXES["rdf"] + "type"
QI = PREFIXES["qi"]
TERMS = [
    *list(MAPPING.triples)[::4],
    *MAPPING.names,
    *MAPPING.codes[:3],
    *[
        step
        for rules in MAPPING.nodes.values()
        for rule in rules
        for _, step in (*rule.subject, *rule.object)
    ],
    *[PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")],
    QI + "evidence",
    "https://lakes.example/unknown",
]
IRIS = st.sampled_from(
    [
        *[f"https://lakes.example/{name}" for name in "abc"],
        "https://ror.org/055vkyj43",
        "http://metadata.un.org/sdg/9",
        "https://w3id.org/qigraph/id/bipm",
        "https://w3id.org/qigraph/document/a.txt",
        "https://w3id.org/qigraph/statement/1",
    ]
).map(ox.NamedNode)
NODES = IRIS | st.sampled_from("xyz").map(ox.BlankNode)
CLASSES = st.sampled_from([*list(MAPPING.classes)[::3], *MAPPING.nodes, QI + "Statement", "urn:unknown"])
VALUES = (
    NODES
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(ox.Literal)
    | st.sampled_from(["1996", "2031-05-04", "BIPM", "metrology"]).map(ox.Literal)
)
QUADS = st.lists(
    st.builds(ox.Quad, NODES, st.sampled_from(TERMS).map(ox.NamedNode), VALUES)
    | st.builds(ox.Quad, NODES, st.just(ox.NamedNode(TYPE)), CLASSES.map(ox.NamedNode)),
    max_size=14,
)


@settings(deadline=None, max_examples=200)
@given(QUADS)
def test_every_fact_quotes_its_statements_and_every_unknown_term_is_told(quads: list[ox.Quad]) -> None:
    text = as_text("any.ttl", quads)
    found = rdf_facts(text, REGISTRY)
    for fact in found.facts:
        for evidence in fact.evidence:
            assert text.characters[evidence.start : evidence.stop] == evidence.quote
            assert evidence.quote.endswith(" .")
    told = {dropped.start for dropped in found.dropped}
    for line in lines_of(text):
        predicate, subject = term(line.quad.predicate.value), line.quad.subject
        is_ours = isinstance(subject, ox.NamedNode) and subject.value.startswith("https://w3id.org/qigraph/")
        if predicate == "https://lakes.example/unknown" and not is_ours:
            assert line.start in told


@settings(deadline=None, max_examples=100)
@given(QUADS)
def test_the_text_holds_every_statement_once_and_reads_as_itself(quads: list[ox.Quad]) -> None:
    text = as_text("any.ttl", quads)
    again = as_text("any.ttl", [line.quad for line in lines_of(text)])
    assert text == again
    assert len(lines_of(text)) == len(set(quads))
    one, other = ox.Dataset(quads), ox.Dataset([line.quad for line in lines_of(text)])
    for dataset in (one, other):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert one == other


def test_a_text_of_no_statements_states_nothing() -> None:
    found = rdf_facts(Text("empty.nq", "", MEDIA_TYPE), REGISTRY)
    assert (found.facts, found.dropped) == ([], [])
