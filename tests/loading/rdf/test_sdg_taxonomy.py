"""The SDG taxonomy of the UN Statistics Division as a source, and that it says what ontology/goals.ttl says."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from qigraph.loading.blocks import SKOS, read_blocks
from qigraph.loading.rdf.files import read_rdf
from qigraph.loading.rdf.lines import as_text
from qigraph.loading.sources import facts_in
from qigraph.resources import resource
from tests.loading.rdf.reading import NAMES, facts, reasons, stated
from tests.loading.tables.tables import REGISTRY

SHARED = Path(__file__).parents[4] / "shared" / "data" / "sdg" / "sdg-goals-targets-indicators.ttl"
missing = pytest.mark.skipif(not SHARED.is_file(), reason="the SDG taxonomy is not beside the checkout")

TAXONOMY = """
sdg:6 a sdgo:Goal, skos:Concept ; skos:prefLabel "Water for all"@en, "De l'eau pour tous"@fr ; skos:narrower sdg:6.3 .
sdg:6.3 a sdgo:Target, skos:Concept ; sdgo:isTargetOf sdg:6 ; sdgo:hasIndicator sdg:C060301 ; skos:broader sdg:6 .
sdg:C060301 a sdgo:Indicator, skos:Concept ; sdgo:isIndicatorOf sdg:6.3 ; skos:broader sdg:6.3 ;
    skos:note "Indicator 6.3.1"@en, "Indicateur 6.3.1"@fr ; sdgo:custodianAgency "UNECE", "Somebody, somewhere" ;
    sdgo:tier sdgo:tier_II .
"""


def test_who_keeps_an_indicator_works_for_its_target() -> None:
    (fact,) = facts(TAXONOMY)
    assert (fact.subject.id, fact.relation, fact.object_id) == ("unece", "addressesGoal", "goal/6.3")
    assert fact.role == "custodian of Indicator 6.3.1"
    assert '"UNECE"' in fact.evidence[0].quote and "isIndicatorOf" in fact.evidence[0].quote


def test_a_custodian_that_nobody_knows_is_told() -> None:
    assert reasons(TAXONOMY) == ["a name that the registry does not know"]


def test_an_instrument_of_ones_own_that_points_to_a_goal_addresses_it() -> None:
    mapped = NAMES + ":guide skos:closeMatch sdg:6.3 ."
    assert ("Guide to Levels", "addressesGoal", "SDG target 6.3") in stated(TAXONOMY + mapped)


def test_a_goal_has_the_names_that_the_file_gives_it_too() -> None:
    (fact,) = (
        fact for fact in facts(TAXONOMY + NAMES + ":guide dct:subject sdg:6 .") if fact.object_id == "goal/6"
    )
    assert fact.object_label == "SDG 6"
    assert "De l'eau pour tous" in getattr(fact.object, "aliases", ())


@missing
@pytest.mark.corpus
def test_labels_and_hierarchy_of_the_published_file_are_those_of_the_ontology() -> None:
    ours = {block.iri: block for block in read_blocks(resource("ontology/goals.ttl"))}
    store = ox.Store()
    store.extend(read_rdf(SHARED))
    goals = {
        quad.subject.value
        for kind in ("Goal", "Target")
        for quad in store.quads_for_pattern(
            None, None, ox.NamedNode(f"http://metadata.un.org/sdg/ontology#{kind}")
        )
        if isinstance(quad.subject, ox.NamedNode)
    }
    assert goals == {iri for iri in ours if iri.startswith("http://metadata.un.org/sdg/")}
    assert len(goals) == 17 + 169
    for iri in goals:
        node = ox.NamedNode(iri)
        labels = [q.object for q in store.quads_for_pattern(node, ox.NamedNode(SKOS + "prefLabel"), None)]
        english = {
            " ".join(x.value.split()) for x in labels if isinstance(x, ox.Literal) and x.language == "en"
        }
        assert ours[iri].label() in english, iri
        broader = [q.object for q in store.quads_for_pattern(node, ox.NamedNode(SKOS + "broader"), None)]
        above = {x.value for x in broader if isinstance(x, ox.NamedNode)} - {"http://metadata.un.org/sdg"}
        assert above == set(ours[iri].iris(SKOS + "broader")), iri


@missing
@pytest.mark.corpus
def test_the_published_file_states_who_keeps_the_indicators_and_leaves_no_term_unread() -> None:
    found = facts_in(as_text(SHARED.name, read_rdf(SHARED)), REGISTRY)
    assert {fact.relation for fact in found.facts} == {"addressesGoal"}
    who = {fact.subject.id for fact in found.facts}
    assert {"itu", "unece", "oecd"} <= who
    assert {dropped.reason for dropped in found.dropped} <= {"a name that the registry does not know"}
