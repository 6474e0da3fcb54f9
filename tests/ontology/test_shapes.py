"""SHACL accepts what the RDF projection writes and refuses a statement that lacks what makes a fact."""

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from qigraph.facts import Entity, Evidence, Fact, Interval
from qigraph.resources import resource
from qigraph.schema import RELATIONS
from qigraph.stores.rdf import export_rdf

pyshacl = pytest.importorskip("pyshacl")

QI = Namespace("https://w3id.org/qigraph/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
EVIDENCE = (Evidence("a.txt", 10, 14, "ILAC", "list"), Evidence("b.txt", 3, 7, "ILAC", "", 2))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(resource("ontology/shapes.ttl"))


def graph_of(*facts: Fact) -> Graph:
    return Graph().parse(data=export_rdf(facts, {}, "ttl"), format="turtle")


def complaints(data: Graph, shapes: Graph) -> str:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return "" if conforms else str(text)


def one_of_each_relation() -> list[Fact]:
    facts = []
    for relation in RELATIONS.values():
        for kind in relation.every_subject:
            objects: list[Entity | str] = [Entity(f"{k.lower()}-b", k, k) for k in relation.objects]
            for target in objects or ["2018", "2018-11", "2018-11-30"]:
                subject = Entity(f"{kind.lower()}-a", kind, kind)
                facts.append(Fact(subject, relation.name, target, Interval("2018-11"), EVIDENCE))
    return facts


@pytest.fixture
def fact_graph() -> Graph:
    ilac, network = Entity("ilac", "ILAC", "Organisation"), Entity("inetqi", "INetQI", "Network")
    return graph_of(Fact(ilac, "chairs", network, Interval("2018", "2020-06-30"), EVIDENCE, "Chair"))


def test_all_that_the_schema_admits_conforms(shapes: Graph) -> None:
    assert complaints(graph_of(*one_of_each_relation()), shapes) == ""


def statement(graph: Graph) -> Node:
    return next(graph.subjects(RDF.type, QI.Statement))


@pytest.mark.parametrize(
    "lacking", [RDF.subject, RDF.predicate, RDF.object, PROV.wasDerivedFrom, QI.evidence]
)
def test_a_statement_needs_all_its_parts(lacking: URIRef, fact_graph: Graph, shapes: Graph) -> None:
    fact_graph.remove((statement(fact_graph), lacking, None))
    assert "A statement" in complaints(fact_graph, shapes)


@pytest.mark.parametrize("lacking", [OA.start, OA.end, OA.exact])
def test_evidence_needs_its_place_and_its_words(lacking: URIRef, fact_graph: Graph, shapes: Graph) -> None:
    fact_graph.remove((None, lacking, None))
    assert "Evidence" in complaints(fact_graph, shapes)


@pytest.mark.parametrize("date", ["18", "2018-1", "in 2018", "2018-11-30T00:00:00"])
def test_dates_are_years_months_or_days(date: str, fact_graph: Graph, shapes: Graph) -> None:
    fact_graph.set((statement(fact_graph), QI.since, Literal(date)))
    assert "qi:since is a year" in complaints(fact_graph, shapes)


def test_evidence_ends_after_it_begins(fact_graph: Graph, shapes: Graph) -> None:
    node = next(fact_graph.objects(statement(fact_graph), QI.evidence))
    fact_graph.set((node, OA.end, Literal(1)))
    assert "before it ends" in complaints(fact_graph, shapes)


def test_a_predicate_is_a_relation_of_the_schema(fact_graph: Graph, shapes: Graph) -> None:
    fact_graph.set((statement(fact_graph), RDF.predicate, QI.likes))
    assert "a relation of qi.ttl" in complaints(fact_graph, shapes)


def test_the_ends_of_a_relation_have_its_types(fact_graph: Graph, shapes: Graph) -> None:
    network = URIRef("https://w3id.org/qigraph/id/inetqi")
    fact_graph.set((network, RDF.type, QI.Topic))
    assert "The object of qi:chairs is Network, Body or Organisation." in complaints(fact_graph, shapes)
