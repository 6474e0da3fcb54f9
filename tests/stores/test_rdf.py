"""The RDF projection keeps every fact, in an order of its own, and other tools read it."""

import random

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.stores.rdf import export_rdf, to_nquads
from qigraph.stores.rdf_reading import entities_in, from_nquads, nodes_of, read_fact, statements_in
from qigraph.stores.terms import entity_id
from tests.stores.strategies import graphs

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

QI = "https://w3id.org/qigraph/ontology#"
ORG = "http://www.w3.org/ns/org#"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ILAC = Entity("ilac", "International Laboratory Accreditation Cooperation", "Organisation", ("ILAC",))
INETQI = Entity("inetqi", "International Network on Quality Infrastructure", "Network", ("INetQI",))
GOAL = Entity("goal/9", "SDG 9", "Goal")
MEMBER = Fact(
    ILAC,
    "memberOf",
    INETQI,
    Interval("2018-11", None),
    (Evidence("a.txt", 4, 9, "joins", "verb", 2), Evidence("b c.pdf", 0, 6, "joined")),
    role="observer",
)
FACTS = [
    MEMBER,
    Fact(ILAC, "established", "1977", evidence=(Evidence("a.txt", 0, 4, "1977"),)),
    Fact(INETQI, "addressesGoal", GOAL, evidence=(Evidence("a.txt", 0, 5, "SDG 9"),), derived=True),
]
ENTITIES = {e.id: e for e in (GOAL, ILAC, INETQI)}


@settings(deadline=None)
@given(graphs())
def test_facts_come_back_as_they_were(graph):
    facts, entities = graph
    assert from_nquads(to_nquads(facts, entities)) == (facts, entities)


@settings(deadline=None)
@given(graphs())
def test_places_on_the_page_or_in_the_table_come_back_as_they_were(graph):
    # Evidence is compared without its place there, so equality of facts does not see it.
    facts, entities = graph
    read, _ = from_nquads(to_nquads(facts, entities))
    places = [
        [[(e.page, e.box, e.row, e.column) for e in fact.evidence] for fact in them] for them in (read, facts)
    ]
    assert places[0] == places[1]


@settings(deadline=None)
@given(graphs())
def test_the_bytes_do_not_depend_on_the_order_of_the_input(graph):
    facts, entities = graph
    shuffled = random.Random(1).sample(facts, len(facts))
    backwards = dict(reversed(entities.items()))
    assert to_nquads(shuffled, backwards) == to_nquads(facts, entities)


def test_a_simple_query_finds_the_plain_triple_and_its_date_type():
    graph = _dataset(to_nquads(FACTS, ENTITIES))
    rows = graph.query(
        f"SELECT ?o {{ GRAPH ?g {{ <https://w3id.org/qigraph/id/ilac> <{QI}established> ?o }} }}"
    )
    assert [row.o for row in rows] == [rdflib.Literal("1977", datatype=rdflib.XSD.gYear)]


def test_a_fact_of_two_documents_stands_in_both_graphs_under_one_statement_node():
    graph = _dataset(to_nquads(FACTS, ENTITIES))
    rows = graph.query(
        f"SELECT ?g ?s {{ GRAPH ?g {{ ?s a <{ORG}Membership>, <{QI}Statement> }} }} ORDER BY ?g"
    )
    assert [str(row.g) for row in rows] == [
        "https://w3id.org/qigraph/document/a.txt",
        "https://w3id.org/qigraph/document/b%20c.pdf",
    ]
    assert len({row.s for row in rows}) == 1


def test_a_document_is_named_as_its_file_is():
    graph = _dataset(to_nquads(FACTS, ENTITIES))
    titles = {str(title) for _, _, title, _ in graph.quads((None, rdflib.DCTERMS.title, None, None))}
    assert titles == {"a.txt", "b c.pdf"}


def test_goals_bear_the_iri_of_the_united_nations():
    assert b"<https://w3id.org/qigraph/ontology#addressesGoal> <http://metadata.un.org/sdg/9>" in to_nquads(
        FACTS, ENTITIES
    )


@pytest.mark.parametrize("format", ["trig", "jsonld", "nq"])
def test_rdflib_reads_the_same_dataset_from_every_format(format):
    expected = _dataset(to_nquads(FACTS, ENTITIES))
    read = _dataset(export_rdf(FACTS, ENTITIES, format), format)
    assert set(read.quads()) == set(expected.quads())


def test_turtle_is_the_union_of_all_graphs_in_which_evidence_names_its_document():
    union = rdflib.Graph()
    for s, p, o, graph in _dataset(to_nquads(FACTS, ENTITIES)).quads():
        union.add((s, p, o))
        if p == OA.exact:
            union.add((s, OA.hasSource, graph))
    assert isomorphic(rdflib.Graph().parse(export_rdf(FACTS, ENTITIES, "ttl"), format="turtle"), union)


@pytest.mark.parametrize("format", ["ttl", "trig", "jsonld", "nq"])
def test_exports_do_not_depend_on_the_order_of_the_input(format):
    assert export_rdf(FACTS[::-1], ENTITIES, format) == export_rdf(FACTS, ENTITIES, format)


def test_an_unknown_format_is_refused_with_the_choices():
    with pytest.raises(InputError, match="unknown RDF format 'xml': choose one of ttl, trig, nq, jsonld"):
        export_rdf(FACTS, ENTITIES, "xml")


def test_what_is_not_nquads_is_refused_with_the_place():
    with pytest.raises(InputError, match=r"not N-Quads: .*line 1"):
        from_nquads(b"<a b> .\n")


def test_a_statement_without_evidence_is_refused():
    lines = to_nquads(FACTS, ENTITIES).splitlines(keepends=True)
    with pytest.raises(InputError, match="is not a fact"):
        from_nquads(b"".join(line for line in lines if b"ontology#evidence>" not in line))


def test_a_statement_about_an_undescribed_entity_is_refused():
    lines = to_nquads([MEMBER], ENTITIES).splitlines(keepends=True)
    with pytest.raises(InputError, match="'ilac'"):
        from_nquads(
            b"".join(line for line in lines if not line.startswith(b"<https://w3id.org/qigraph/id/ilac>"))
        )


@settings(deadline=None)
@given(graphs(), st.sampled_from(["ttl", "trig", "jsonld"]))
def test_every_format_is_read_back_without_loss(graph, format):
    facts, entities = graph
    quads = ox.parse(export_rdf(facts, entities, format), format=ox.RdfFormat.from_extension(format))
    nodes = nodes_of(quads)
    read = [read_fact(iri, nodes, lambda iri: entities[entity_id(iri.value)]) for iri in statements_in(nodes)]
    assert merge(read) == facts
    assert entities_in(nodes) == dict(sorted(entities.items()))


def _dataset(data: bytes, format: str = "nq") -> rdflib.Dataset:
    names = {"nq": "nquads", "jsonld": "json-ld", "trig": "trig"}
    return rdflib.Dataset().parse(data=data, format=names[format])
