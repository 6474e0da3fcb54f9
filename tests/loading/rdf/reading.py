"""RDF for the tests, in our own words, and what is read from it."""

import pyoxigraph as ox

from qigraph.extraction import Extraction
from qigraph.facts import Fact
from qigraph.loading.rdf.facts import rdf_facts
from qigraph.loading.rdf.lines import as_text
from tests.loading.tables.tables import REGISTRY

PREFIXES = """
PREFIX : <https://lakes.example/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX id: <https://w3id.org/qigraph/id/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX qi: <https://w3id.org/qigraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX sdg: <http://metadata.un.org/sdg/>
PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
NAMES = """
:lab a org:Organization ; skos:prefLabel "Lakes Institute" .
:ring a org:OrganizationalCollaboration ; skos:prefLabel "Lakes Ring" .
:office a org:OrganizationalUnit ; skos:prefLabel "Kisumu Office" .
:jane a foaf:Person ; foaf:name "Jane Otieno" .
:guide a schema:Legislation ; schema:name "Guide to Levels" .
:report a schema:Report ; schema:name "Report on Levels" .
:day a schema:Event ; schema:name "Lakes Day" .
:base a schema:Dataset ; schema:name "Base of Levels" .
"""


def read(turtle: str, mapping: str = "") -> Extraction:
    quads = ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)
    return rdf_facts(as_text("lakes.ttl", quads, mapping), REGISTRY)


def facts(turtle: str, mapping: str = "") -> list[Fact]:
    return read(turtle, mapping).facts


def stated(turtle: str, mapping: str = "") -> list[tuple[str, str, str]]:
    return [(f.subject.label, f.relation, f.object_label) for f in facts(turtle, mapping)]


def reasons(turtle: str, mapping: str = "") -> list[str]:
    return [dropped.reason for dropped in read(turtle, mapping).dropped]
