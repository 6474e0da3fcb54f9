"""For each rule of quality a graph that breaks it, and nothing else does."""

PREFIXES = """
@prefix id: <https://w3id.org/qigraph/id/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qi: <https://w3id.org/qigraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix my: <https://example.org/> .
"""

ONE = 'id:one a qi:Body ; skos:prefLabel "Weights Panel"@en .\n'
TWO = 'id:two a qi:Body ; skos:prefLabel "Scales Panel"@en .\n'
CLASS = """
my:Lab a owl:Class ; rdfs:label "laboratory"@en ; skos:definition "Where one measures."@en ;
    skos:example "A mass laboratory."@en ; rdfs:subClassOf org:Organization .
"""
TERM = f"""{CLASS}
my:staff a owl:DatatypeProperty ; rdfs:label "staff"@en ; skos:definition "How many work there."@en ;
    skos:example "12" ; rdfs:domain my:Lab ; rdfs:range xsd:integer ; skos:editorialNote "Ours alone."@en .
"""

BROKEN = {
    "missing-label": "id:one a qi:Body .",
    "two-labels": ONE + 'id:one skos:prefLabel "Mass Panel"@en .',
    "untidy-label": 'id:one a qi:Body ; skos:prefLabel "Weights Panel "@en .',
    "dangling-reference": ONE + "my:s a qi:Statement ; rdf:subject id:one ; rdf:object id:none .",
    "undefined-term": ONE + 'id:one qi:joined "2012" .',
    "deprecated-term": TERM + 'my:Lab owl:deprecated true . my:x a my:Lab ; skos:prefLabel "Lab"@en .',
    "hierarchy-cycle": ONE + TWO + "id:one qi:partOf id:two . id:two qi:partOf id:one .",
    "succession-cycle": ONE + TWO + "id:one qi:successorOf id:two . id:two qi:successorOf id:one .",
    "reversed-interval": ONE + 'my:s a qi:Statement ; qi:since "2012-05" ; qi:until "2011" .',
    "self-relation": ONE + "my:s a qi:Statement ; rdf:subject id:one ; rdf:object id:one .",
    "term-without-label": TERM.replace('rdfs:label "staff"@en', 'rdfs:label "effectif"@fr'),
    "term-with-two-labels": TERM.replace('"staff"@en', '"staff"@en, "team"@en'),
    "shared-label": TERM + CLASS.replace("my:Lab", "my:Place").replace("Where one measures", "Where it is"),
    "term-without-definition": TERM.replace('skos:definition "How many work there."@en ;', ""),
    "two-definitions": TERM.replace(
        '"How many work there."@en', '"How many work there."@en, "The number of them."@en'
    ),
    "shared-definition": TERM.replace("How many work there.", "Where one measures."),
    "property-without-domain": TERM.replace("rdfs:domain my:Lab ;", ""),
    "property-without-range": TERM.replace("rdfs:range xsd:integer ;", ""),
    "term-without-example": TERM.replace('skos:example "12" ;', ""),
    "term-without-mapping": TERM.replace('skos:editorialNote "Ours alone."@en', 'rdfs:comment "Ours."@en'),
}
