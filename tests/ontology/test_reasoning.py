"""The vocabulary is consistent, with the facts of the samples: under the rules of OWL 2 RL, and for a DL reasoner."""

import os
import shutil
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, Namespace, URIRef

import qigraph
from qigraph.resources import resource
from qigraph.stores.rdf import export_rdf
from tests.end_to_end.conftest import run_qigraph

owlrl = pytest.importorskip("owlrl")

QI = Namespace("https://w3id.org/qigraph/ontology#")
ID = Namespace("https://w3id.org/qigraph/id/")
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The vocabulary, the registry, and the facts of the samples without their statements and quotes."""
    folder = tmp_path_factory.mktemp("reasoning")
    run_qigraph("build", Path(__file__).parents[2] / "samples", "-o", folder / "my.qi")
    built = qigraph.open(folder / "my.qi")
    graph = Graph()
    for name in ("qi.ttl", "organisations.ttl"):
        graph.parse(resource("ontology") / name)
    facts = Graph().parse(data=export_rdf(built.facts(), built.entities, "ttl"), format="turtle")
    statements = {node for kind in ("Statement", "Evidence") for node in facts.subjects(RDF.type, QI[kind])}
    for triple in facts:
        if triple[0] not in statements and triple[0].startswith(ID):
            graph.add(triple)
    return graph


def copy(graph: Graph) -> Graph:
    copied = Graph()
    copied += graph
    return copied


def contradict(graph: Graph) -> Graph:
    """The same, and somebody who is a person and an event."""
    broken = copy(graph)
    broken.add((ID["somebody"], RDF.type, QI.Person))
    broken.add((ID["somebody"], RDF.type, QI.Event))
    return broken


def consistent_by_rules(graph: Graph) -> bool:
    closed = copy(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return (None, RDF.type, ERROR) not in closed


def consistent_by_hermit(graph: Graph, folder: Path) -> bool:
    owlready2 = pytest.importorskip("owlready2")
    if shutil.which("java") is None:
        (pytest.fail if "CI" in os.environ else pytest.skip)(
            "HermiT needs Java: apt-get install default-jre-headless"
        )
    path = folder / "all.nt"
    path.write_bytes(graph.serialize(format="nt", encoding="utf-8"))
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return not list(world.inconsistent_classes())


def test_the_rules_of_owl_2_rl_find_no_contradiction(everything: Graph) -> None:
    assert consistent_by_rules(everything)


def test_the_rules_find_a_contradiction_where_there_is_one(everything: Graph) -> None:
    vocabulary = Graph().parse(resource("ontology/qi.ttl"))
    assert not consistent_by_rules(contradict(vocabulary))


def test_a_dl_reasoner_finds_no_contradiction(everything: Graph, tmp_path: Path) -> None:
    assert consistent_by_hermit(everything, tmp_path)


def test_a_dl_reasoner_finds_a_contradiction_where_there_is_one(everything: Graph, tmp_path: Path) -> None:
    assert not consistent_by_hermit(contradict(everything), tmp_path)


def test_kinds_of_things_exclude_each_other() -> None:
    vocabulary = Graph().parse(resource("ontology/qi.ttl"))
    (axiom,) = vocabulary.subjects(RDF.type, OWL.AllDisjointClasses)
    (members,) = vocabulary.objects(axiom, OWL.members)
    assert {QI.Person, QI.Event, QI.Place, QI.Topic, QI.Goal, QI.Organisation} <= set(
        vocabulary.items(members)
    )
