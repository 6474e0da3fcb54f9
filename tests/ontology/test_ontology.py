"""The ontology and the schema say the same, mapped to terms that published vocabularies have."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef, namespace
from rdflib.collection import Collection
from rdflib.term import Node

from qigraph.facts import Entity, Evidence, Fact, Interval
from qigraph.resources import resource
from qigraph.schema import RELATIONS, TYPES
from qigraph.stores.rdf import to_nquads

QI = Namespace("https://w3id.org/qigraph/ontology#")
DATES = {namespace.XSD[name] for name in ("gYear", "gYearMonth", "date")}
MAPPINGS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)
PUBLISHED = [namespace.__dict__[name] for name in ("DCAT", "DCTERMS", "ORG", "PROV", "SDO", "SKOS")]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resource("ontology/qi.ttl"))


def members(graph: Graph, node: Node | None) -> set[Node]:
    union = graph.value(node, OWL.unionOf) if node is not None else None
    return set(Collection(graph, union)) if union is not None else {node} if node is not None else set()


def own_terms(graph: Graph) -> set[Node]:
    return set(graph.subjects(RDFS.isDefinedBy, None))


def test_the_relations_of_the_ontology_are_those_of_the_schema(ontology: Graph) -> None:
    with_domain = {
        str(term).removeprefix(QI)
        for term, domain in ontology.subject_objects(RDFS.domain)
        if domain != OWL.Thing  # what may stand with anything
    }
    statement_terms = {
        "since",
        "until",
        "role",
        "derived",
        "evidence",
        "quote",
        "rule",
        "page",
        "box",
        "row",
        "column",
    }
    assert with_domain - statement_terms == set(RELATIONS)


def test_every_type_is_a_class(ontology: Graph) -> None:
    classes = {str(term).removeprefix(QI) for term in ontology.subjects(RDF.type, OWL.Class) if term in QI}
    assert classes - {"Statement", "Evidence"} == set(TYPES)


@pytest.mark.parametrize("name", RELATIONS)
def test_domain_range_and_symmetry_agree(name: str, ontology: Graph) -> None:
    relation, term = RELATIONS[name], QI[name]
    assert members(ontology, ontology.value(term, RDFS.domain)) == {
        QI[kind] for kind in relation.every_subject
    }
    expected = DATES if relation.literal else {QI[kind] for kind in relation.objects}
    assert members(ontology, ontology.value(term, RDFS.range)) == expected
    kinds = set(ontology.objects(term, RDF.type))
    assert (OWL.DatatypeProperty in kinds, OWL.ObjectProperty in kinds) == (
        relation.literal,
        not relation.literal,
    )
    assert (OWL.SymmetricProperty in kinds) == relation.symmetric


def test_every_term_has_labels_in_three_languages_a_definition_and_an_example(ontology: Graph) -> None:
    assert len(own_terms(ontology)) >= len(TYPES) + len(RELATIONS) + 15
    for term in own_terms(ontology):
        languages = sorted(str(label.language) for label in ontology.objects(term, RDFS.label))
        assert languages == ["en", "es", "fr"], term
        assert len(list(ontology.objects(term, SKOS.definition))) == 1, term
        assert list(ontology.objects(term, SKOS.example)), term


def test_every_type_and_relation_is_mapped_to_a_published_vocabulary(ontology: Graph) -> None:
    for name in (*TYPES, *RELATIONS):
        targets = [target for mapping in MAPPINGS for target in ontology.objects(QI[name], mapping)]
        assert [target for target in targets if target not in QI], name


def test_mappings_name_terms_that_exist(ontology: Graph) -> None:
    checked = 0
    for mapping in MAPPINGS:
        for _, target in ontology.subject_objects(mapping):
            for vocabulary in PUBLISHED:
                if str(target).startswith(str(vocabulary)):
                    assert URIRef(str(target)) in vocabulary, target
                    checked += 1
    assert checked > 40


def test_the_rdf_projection_uses_declared_terms_only(ontology: Graph) -> None:
    bipm = Entity("bipm", "BIPM", "Organisation")
    network = Entity("inetqi", "INetQI", "Network")
    evidence = (Evidence("a.txt", 0, 4, "BIPM", "list", 2),)
    fact = Fact(bipm, "memberOf", network, Interval("2018", "2020-01"), evidence, "Chair", derived=True)
    data = Graph().parse(data=_triples(fact), format="nt")
    used = {term for triple in data for term in triple if term in QI}
    assert {QI.since, QI.until, QI.evidence, QI.rule} <= used
    assert used <= own_terms(ontology)


def test_the_registry_uses_declared_terms_only(ontology: Graph) -> None:
    for name in ("organisations", "topics", "goals"):
        data = Graph().parse(resource(f"ontology/{name}.ttl"))
        used = {term for triple in data for term in triple if term in QI}
        assert used <= own_terms(ontology), name


def _triples(fact: Fact) -> str:
    lines = to_nquads([fact], {}).decode().splitlines()
    return "\n".join(line.rsplit(" <", 1)[0] + " ." for line in lines)
